/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-patient-bar.h"

#include "rgm-isolate.h"

#define N_ANSWERS 3

/* The reminder that a patient's findings are set, with how many trials fit, are undecided and do not fit; each
 * number narrows the list to its group. */
struct _RgmPatientBar
{
  GtkBox           parent_instance;

  RgmSelection    *selection;
  GtkWidget       *next_focus;

  GtkLabel        *summary;
  GtkBox          *groups;
  GtkToggleButton *buttons[N_ANSWERS];   /* by RgmAnswer */
};

G_DEFINE_FINAL_TYPE (RgmPatientBar, rgm_patient_bar, GTK_TYPE_BOX)

static void
on_clear (RgmPatientBar *self)
{
  gtk_widget_grab_focus (self->next_focus);
  rgm_selection_clear_patient (self->selection);
}

/* Where the query says which trials fit; -1 where it does not. */
static int
find_term (const RgmQuery *query)
{
  for (guint i = 0; query != NULL && i < rgm_query_get_n_terms (query); i++)
    if (g_strcmp0 (rgm_query_get_term (query, i)->field, RGM_SEARCH_FITS) == 0)
      return (int) i;

  return -1;
}

static void
on_toggled (GtkToggleButton *button,
            RgmPatientBar   *self)
{
  RgmQuery *query = rgm_selection_get_query (self->selection);
  int position = find_term (query);
  const char *nick = g_object_get_data (G_OBJECT (button), "nick");
  g_autofree char *term = gtk_toggle_button_get_active (button) ? g_strconcat (RGM_SEARCH_FITS, ":", nick, NULL) : NULL;
  g_autofree char *text = NULL;

  if (position >= 0)
    {
      text = rgm_query_replace (query, (guint) position, term);
    }
  else
    {
      text = g_strjoin (" ", rgm_selection_get_text (self->selection), term, NULL);
      g_strstrip (text);
    }
  rgm_selection_set_text (self->selection, text);
}

static void
on_query_changed (RgmPatientBar *self)
{
  RgmQuery *query = rgm_selection_get_query (self->selection);
  int position = find_term (query);
  const RgmTerm *term = position >= 0 ? rgm_query_get_term (query, (guint) position) : NULL;

  for (guint i = 0; i < N_ANSWERS; i++)
    {
      gboolean is_asked = term != NULL && !term->is_negated && g_strcmp0 (term->choice, rgm_answer_to_nick ((RgmAnswer) i)) == 0;

      g_signal_handlers_block_by_func (self->buttons[i], on_toggled, self);
      gtk_toggle_button_set_active (self->buttons[i], is_asked);
      g_signal_handlers_unblock_by_func (self->buttons[i], on_toggled, self);
    }
}

static void
on_patient_changed (RgmPatientBar *self)
{
  RgmPatient *patient = rgm_selection_get_patient (self->selection);
  g_autofree char *findings = NULL;
  g_autofree char *summary = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), patient != NULL);
  if (patient == NULL)
    {
      gtk_label_set_text (self->summary, "");
      return;
    }

  findings = rgm_patient_summary (patient);
  /* Translators: %s are findings: 'HER2: IHC 3+; RAS: wild-type'. */
  summary = rgm_text_printf (_("Patient: %s"), findings);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      /* Translators: trials that do not fit a patient, that are undecided, and that fit; a number follows. */
      const char *const words[N_ANSWERS] = { _("Does not fit"), _("Undecided"), _("Fits") };
      guint n = rgm_patient_count (patient, (RgmAnswer) i);
      g_autofree char *label = g_strdup_printf ("%s %u", words[i], n);
      g_autofree char *description = rgm_text_printf (ngettext ("%s: %u trial", "%s: %u trials", n), rgm_answer_to_label ((RgmAnswer) i), n);

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), label);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->buttons[i]))), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->buttons[i]), description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
    }
}

static void
rgm_patient_bar_dispose (GObject *object)
{
  g_clear_object (&RGM_PATIENT_BAR (object)->selection);

  G_OBJECT_CLASS (rgm_patient_bar_parent_class)->dispose (object);
}

static void
rgm_patient_bar_class_init (RgmPatientBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_patient_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-patient-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmPatientBar, summary);
  gtk_widget_class_bind_template_child (widget_class, RgmPatientBar, groups);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
}

static void
rgm_patient_bar_init (RgmPatientBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int answer = RGM_ANSWER_YES; answer >= RGM_ANSWER_NO; answer--)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->buttons[answer] = GTK_TOGGLE_BUTTON (button);
      g_object_set_data (G_OBJECT (button), "nick", (gpointer) rgm_answer_to_nick ((RgmAnswer) answer));
      g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_box_append (self->groups, button);
    }
}

/**
 * rgm_patient_bar_set_selection:
 * @self: a bar
 * @selection: what it shows the patient of
 * @next_focus: what has the focus once the findings are cleared; it outlives the bar
 *
 * To be called once.
 */
void
rgm_patient_bar_set_selection (RgmPatientBar *self,
                               RgmSelection  *selection,
                               GtkWidget     *next_focus)
{
  g_return_if_fail (RGM_IS_PATIENT_BAR (self));
  g_return_if_fail (self->selection == NULL);

  self->selection = g_object_ref (selection);
  self->next_focus = next_focus;
  g_signal_connect_object (selection, "notify::patient", G_CALLBACK (on_patient_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::text", G_CALLBACK (on_query_changed), self, G_CONNECT_SWAPPED);
  on_patient_changed (self);
}
