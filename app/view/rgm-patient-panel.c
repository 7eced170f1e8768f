/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-help-button.h"
#include "rgm-patient-panel.h"
#include "rgm-isolate.h"
#include "rgm-row-name.h"

/* Most lines of therapy to choose from. */
#define LINES_MAX 10

/* Sizes of the panel's list, and what a window has beside and over it, in pixels. */
#define USUAL_WIDTH 340
#define LEAST_WIDTH 240
#define AROUND_WIDTH 60
#define USUAL_HEIGHT 480
#define LEAST_HEIGHT 160
#define AROUND_HEIGHT 190

/* Longer rankings help nobody. */
#define RANKED_MAX 5

/* What is chosen for a value: its position in the drop-down. */
enum
{
  CHOICE_UNKNOWN,
  CHOICE_YES,
  CHOICE_NO,
};

typedef struct
{
  guint        marker;
  guint        value;
  GtkDropDown *choice;
} ValueChoice;

/* What some trial's criteria ask about, each folding out to its values. A value that follows from the
 * other findings is shown, and cannot be chosen against them. */
struct _RgmPatientPanel
{
  GtkPopover     parent_instance;

  RgmSelection  *selection;
  gboolean       is_stale;
  gboolean       is_refreshing;

  GPtrArray     *markers;    /* of RgmBiomarker */
  GPtrArray     *rows;       /* of AdwExpanderRow, by marker; NULL where no criterion asks about it */
  GArray        *choices;    /* of ValueChoice */
  GtkDropDown   *lines;

  GtkScrolledWindow *scroller;
  GtkWidget     *save;
  GtkWidget     *clear;
  GtkLabel      *fault;
  GtkListBox    *findings;
  GtkWidget     *ranking;
  GtkLabel      *ranked;
  GtkLabel      *caveat;
};

G_DEFINE_FINAL_TYPE (RgmPatientPanel, rgm_patient_panel, GTK_TYPE_POPOVER)

static void
on_clear (RgmPatientPanel *self)
{
  rgm_selection_clear_patient (self->selection);
}

/* A dialog stands over the window, where the panel would be in its way. */
static void
show_dialog (RgmPatientPanel *self,
             const char      *action)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
on_open (RgmPatientPanel *self)
{
  show_dialog (self, "win.open-findings");
}

static void
on_save (RgmPatientPanel *self)
{
  show_dialog (self, "win.save-findings");
}

static const RgmBiomarker *
get_marker (RgmPatientPanel *self,
            guint            marker)
{
  return g_ptr_array_index (self->markers, marker);
}

static const RgmBiomarkerValue *
get_value (RgmPatientPanel   *self,
           const ValueChoice *choice)
{
  return g_ptr_array_index (get_marker (self, choice->marker)->values, choice->value);
}

/* A tumour is tested; where it is, and what was given before, is known or not. */
static const char *
say_unknown (RgmPatientPanel *self,
             guint            marker)
{
  RgmDataSet *data_set = rgm_index_get_data_set (rgm_selection_get_index (self->selection));

  return marker < data_set->biomarkers->len ? _("not tested") : _("not known");
}

static void
show_fault (RgmPatientPanel *self,
            const char      *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

/* ── From the findings ───────────────────────────────────────────────────────── */

static void
show_choice (RgmPatientPanel *self,
             ValueChoice     *choice,
             RgmFindings     *findings)
{
  const RgmBiomarkerValue *value = get_value (self, choice);
  guint chosen = CHOICE_UNKNOWN;
  gboolean is_entered = FALSE;

  if (findings != NULL)
    {
      char **entered = rgm_findings_get_entered (findings, choice->marker);
      RgmAnswer answer = rgm_findings_get_answer (findings, choice->marker, choice->value);

      for (guint i = 0; entered[i] != NULL; i++)
        is_entered = is_entered || g_str_equal (entered[i] + (*entered[i] == '-'), value->id);
      if (answer != RGM_ANSWER_UNKNOWN)
        chosen = answer == RGM_ANSWER_YES ? CHOICE_YES : CHOICE_NO;
    }

  gtk_drop_down_set_selected (choice->choice, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (choice->choice), chosen == CHOICE_UNKNOWN || is_entered);
  gtk_widget_set_tooltip_text (GTK_WIDGET (choice->choice),
                               chosen == CHOICE_UNKNOWN || is_entered ? NULL : _("Follows from the other findings"));
}

static void
show_ranking (RgmPatientPanel *self,
              RgmPatient      *patient)
{
  g_autoptr (GPtrArray) ranked = patient != NULL ? rgm_patient_rank (patient, NULL) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ranked != NULL && i < MIN (ranked->len, RANKED_MAX); i++)
    {
      const RgmQuestion *question = g_ptr_array_index (ranked, i);
      g_autofree char *name = rgm_patient_name_fact (patient, question->fact);

      g_string_append (text, i > 0 ? "\n" : "");
      rgm_text_append_printf (text, ngettext ("%s: %u trial", "%s: %u trials", question->decides), name, question->decides);
    }
  gtk_label_set_text (self->ranked, text->str);
  gtk_widget_set_visible (self->ranking, text->len > 0);
}

static void
refresh (RgmPatientPanel *self)
{
  RgmPatient *patient = rgm_selection_get_patient (self->selection);
  RgmFindings *findings = patient != NULL ? rgm_patient_get_findings (patient) : NULL;

  gtk_widget_set_sensitive (self->clear, patient != NULL);
  gtk_widget_set_sensitive (self->save, patient != NULL);
  if (self->is_stale)
    return;

  self->is_refreshing = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    show_choice (self, &g_array_index (self->choices, ValueChoice, i), findings);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != NULL)
      {
        g_autofree char *known = findings != NULL ? rgm_findings_describe (findings, i) : g_strdup ("");

        adw_expander_row_set_subtitle (g_ptr_array_index (self->rows, i), *known != '\0' ? known : say_unknown (self, i));
        rgm_row_set_description (g_ptr_array_index (self->rows, i), *known != '\0' ? known : say_unknown (self, i));
      }
  gtk_drop_down_set_selected (self->lines, findings != NULL ? (guint) MIN (rgm_findings_get_lines (findings) + 1, LINES_MAX + 1) : 0);
  show_ranking (self, patient);
  self->is_refreshing = FALSE;
}

static void
on_patient_changed (RgmPatientPanel *self)
{
  show_fault (self, NULL);
  refresh (self);
}

/* ── To the findings ─────────────────────────────────────────────────────────── */

static void
on_chosen (RgmPatientPanel *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint lines = gtk_drop_down_get_selected (self->lines);

  if (self->is_refreshing)
    return;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const ValueChoice *choice = &g_array_index (self->choices, ValueChoice, i);
      guint chosen = gtk_drop_down_get_selected (choice->choice);

      if (chosen != CHOICE_UNKNOWN && gtk_widget_get_sensitive (GTK_WIDGET (choice->choice)))
        g_string_append_printf (text, "%s%s%s:\"%s\"", text->len > 0 ? " " : "", chosen == CHOICE_NO ? "-" : "",
                                get_marker (self, choice->marker)->id, get_value (self, choice)->id);
    }
  if (lines > 0)
    g_string_append_printf (text, "%slines:%u", text->len > 0 ? " " : "", lines - 1);

  /* What contradicts the other findings is said, and not taken. */
  if (!rgm_selection_set_patient (self->selection, text->str, &error))
    {
      refresh (self);
      show_fault (self, error->message);
    }
}

static GtkWidget *
choice_new (RgmPatientPanel   *self,
            const char *const *labels,
            const char        *name)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (labels);

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  rgm_accessible_name_drop_down (choice, name);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);

  return choice;
}

static GtkWidget *
action_row_new (const char *title,
                GtkWidget  *choice)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  rgm_row_set_name (row, title);

  return row;
}

static GtkWidget *
marker_row_new (RgmPatientPanel *self,
                guint            marker)
{
  const RgmBiomarker *this = get_marker (self, marker);
  GtkWidget *row = rgm_expander_row_new ();
  const char *const labels[] = { say_unknown (self, marker), _("yes"), _("no"), NULL };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), this->name);
  rgm_row_set_name (row, this->name);
  for (guint i = 0; i < this->values->len; i++)
    {
      const char *value = ((const RgmBiomarkerValue *) g_ptr_array_index (this->values, i))->name;
      g_autofree char *name = g_strdup_printf ("%s: %s", this->name, value);
      ValueChoice choice = { marker, i, GTK_DROP_DOWN (choice_new (self, labels, name)) };

      g_array_append_val (self->choices, choice);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), action_row_new (value, GTK_WIDGET (choice.choice)));
    }

  return row;
}

static GtkWidget *
lines_row_new (RgmPatientPanel *self)
{
  GtkWidget *choice;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  g_strv_builder_add (builder, _("not known"));
  for (guint i = 0; i <= LINES_MAX; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_strv_builder_add (builder, number);
    }
  labels = g_strv_builder_end (builder);
  choice = choice_new (self, (const char *const *) labels, _("Earlier lines of therapy"));
  self->lines = GTK_DROP_DOWN (choice);

  return action_row_new (_("Earlier lines of therapy"), choice);
}

static void
fill (RgmPatientPanel *self)
{
  RgmIndex *index = rgm_selection_get_index (self->selection);
  RgmMatcher *matcher;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_list_box_remove (self->findings, child);
  g_array_set_size (self->choices, 0);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->markers, g_ptr_array_unref);
  if (index == NULL)
    return;

  matcher = rgm_index_get_matcher (index);
  self->markers = rgm_markers_of (rgm_index_get_data_set (index));
  for (guint i = 0; i < self->markers->len; i++)
    {
      GtkWidget *row = rgm_matcher_asks_about (matcher, i) ? marker_row_new (self, i) : NULL;

      g_ptr_array_add (self->rows, row);
      if (row != NULL)
        gtk_list_box_append (self->findings, row);
    }
  gtk_list_box_append (self->findings, lines_row_new (self));
  self->is_stale = FALSE;
  refresh (self);
}

/* The rows are made when the panel is opened. */
static void
on_data_set_changed (RgmPatientPanel *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    fill (self);
}

/* The panel stays within a window that is small, and at its button it opens to the side where there is room. */
static void
fit_window (RgmPatientPanel *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *button = gtk_widget_get_parent (GTK_WIDGET (self));
  const float half = (USUAL_WIDTH + AROUND_WIDTH) / 2.0f;
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (button, window, &bounds))
    {
      float middle = bounds.origin.x + bounds.size.width / 2;
      float width = (float) gtk_widget_get_width (window);
      gboolean is_left = middle < half;
      gboolean is_right = middle + half > width;
      gboolean is_rtl = gtk_widget_get_direction (window) == GTK_TEXT_DIR_RTL;
      GtkAlign align = is_left == is_right ? GTK_ALIGN_FILL : is_left != is_rtl ? GTK_ALIGN_START : GTK_ALIGN_END;

      gtk_widget_set_halign (GTK_WIDGET (self), align);
    }

  gtk_widget_set_size_request (GTK_WIDGET (self->scroller),
                               CLAMP (gtk_widget_get_width (window) - AROUND_WIDTH, LEAST_WIDTH, USUAL_WIDTH), -1);
  gtk_scrolled_window_set_max_content_height (self->scroller,
                                              CLAMP (gtk_widget_get_height (window) - AROUND_HEIGHT, LEAST_HEIGHT, USUAL_HEIGHT));
}

static void
rgm_patient_panel_show (GtkWidget *widget)
{
  RgmPatientPanel *self = RGM_PATIENT_PANEL (widget);

  fit_window (self);
  if (self->is_stale)
    fill (self);
  GTK_WIDGET_CLASS (rgm_patient_panel_parent_class)->show (widget);
}

static void
rgm_patient_panel_dispose (GObject *object)
{
  RgmPatientPanel *self = RGM_PATIENT_PANEL (object);

  g_clear_object (&self->selection);
  g_clear_pointer (&self->markers, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_array_unref);

  G_OBJECT_CLASS (rgm_patient_panel_parent_class)->dispose (object);
}

static void
rgm_patient_panel_class_init (RgmPatientPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_patient_panel_dispose;
  widget_class->show = rgm_patient_panel_show;

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-patient-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmPatientPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientPanel, save);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientPanel, clear);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientPanel, fault);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientPanel, findings);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientPanel, ranking);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientPanel, ranked);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientPanel, caveat);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
rgm_patient_panel_init (RgmPatientPanel *self)
{
  self->rows = g_ptr_array_new ();
  self->choices = g_array_new (FALSE, FALSE, sizeof (ValueChoice));
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_help_set_place (GTK_WIDGET (self), "patient");
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->clear))), rgm_help_button_new ("patient"));
  gtk_label_set_text (self->caveat, rgm_matcher_caveat ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clear the findings"), -1);
}

/**
 * rgm_patient_panel_set_selection:
 * @self: a panel
 * @selection: whose patient it enters
 *
 * To be called once.
 */
void
rgm_patient_panel_set_selection (RgmPatientPanel *self,
                                 RgmSelection    *selection)
{
  g_return_if_fail (RGM_IS_PATIENT_PANEL (self));
  g_return_if_fail (self->selection == NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "notify::data-set", G_CALLBACK (on_data_set_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::patient", G_CALLBACK (on_patient_changed), self, G_CONNECT_SWAPPED);
  on_data_set_changed (self);
}
