/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-class-mark.h"
#include "rgm-class-series.h"
#include "rgm-isolate.h"
#include "rgm-notes.h"
#include "rgm-punctuation.h"
#include "rgm-row-text.h"
#include "rgm-trial-row.h"
#include "rgm-trial-words.h"
#include "rgm-value-text.h"

/* Between columns and between lines, and above and below all of it. */
#define COLUMN_SPACING 6
#define ROW_SPACING 3
#define MARGIN 6

#define BAR_WIDTH 54
#define STAR_SIZE 12

/* A row of the list of trials:
 *
 *     ● DESTINY-CRC01          45.3%  [ ]
 *     ★ T-DXd                  ▇▇▇▁▁▁
 *       Phase II · Completed
 *       what makes it fit a patient
 *
 * A list view makes and measures rows beyond those in sight, and does it again for each that scrolling brings. So a row is made
 * without a template, gives its parts their places itself, and has those that few rows show only once it shows them.
 */
struct _RgmTrialRow
{
  GtkWidget       parent_instance;

  RgmWindowState *window_state;
  RgmTrial       *trial;
  gboolean        is_binding;

  GtkWidget      *mark;
  GtkWidget      *name;
  GtkWidget      *star;  /* NULL until there is one */
  GtkWidget      *rate;
  GtkWidget      *arms;
  GtkWidget      *bar;   /* NULL until there is one */
  GtkWidget      *state;
  GtkWidget      *fit;   /* NULL until there is one */
  GtkCheckButton *tick;
};

G_DEFINE_FINAL_TYPE (RgmTrialRow, rgm_trial_row, GTK_TYPE_WIDGET)

/* Marks in the text what was searched for. */
static void
mark_matches (RgmTrialRow *self,
              GtkWidget   *text)
{
  RgmQuery *query = rgm_selection_get_query (rgm_window_state_get_selection (self->window_state));
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (GArray) ranges = NULL;

  if (query != NULL)
    {
      ranges = rgm_query_match_ranges (query, rgm_row_text_get_text (RGM_ROW_TEXT (text)));
      attributes = pango_attr_list_new ();
      for (guint i = 0; i < ranges->len; i++)
        {
          const RgmRange *range = &g_array_index (ranges, RgmRange, i);
          PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
          PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_HEAVY);

          underline->start_index = weight->start_index = (guint) range->start;
          underline->end_index = weight->end_index = (guint) range->end;
          pango_attr_list_insert (attributes, underline);
          pango_attr_list_insert (attributes, weight);
        }
    }

  rgm_row_text_set_attributes (RGM_ROW_TEXT (text), attributes);
}

static void
on_query_changed (RgmTrialRow *self)
{
  if (self->trial == NULL)
    return;

  mark_matches (self, self->name);
  mark_matches (self, self->arms);
}

static gboolean
is_shown (GtkWidget *part)
{
  return part != NULL && gtk_widget_get_visible (part);
}

/* At the floor a list item has no name of its own: it is set on the row's parent. */
static void
name_list_item (RgmTrialRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *sentence = NULL;
  GString *name;

  /* Which does it once, at its end. */
  if (self->is_binding || item == NULL)
    return;

  sentence = rgm_trial_words_sentence (self->trial);
  name = g_string_new (sentence);
  if (is_shown (self->fit))
    rgm_add_phrase (name, rgm_row_text_get_text (RGM_ROW_TEXT (self->fit)));
  if (rgm_window_state_is_compared (self->window_state, self->trial))
    /* Translators: said of a trial that is to be compared with others. */
    rgm_add_phrase (name, C_("trial", "ticked"));

  if (is_shown (self->star))
    /* Translators: said of a trial. */
    rgm_add_phrase (name, C_("trial", "bookmarked"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

/* Shows a part that most rows do without, or hides it; it is made by the first trial that needs it. */
static void
show_part (RgmTrialRow  *self,
           GtkWidget   **part,
           gboolean      is_shown,
           GtkWidget  *(*make) (void),
           GtkWidget    *previous)
{
  if (*part == NULL && is_shown)
    {
      *part = make ();
      gtk_widget_insert_after (*part, GTK_WIDGET (self), previous);
    }
  if (*part != NULL)
    gtk_widget_set_visible (*part, is_shown);
}

static GtkWidget *
make_star (void)
{
  GtkWidget *star = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (star), "starred-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (star), STAR_SIZE);
  gtk_widget_set_tooltip_text (star, _("Bookmarked"));

  return star;
}

/* One colour: a rate is neither good nor bad by itself. */
static GtkWidget *
make_bar (void)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_LEVEL_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "max-value", 100.0, NULL);

  gtk_widget_add_css_class (bar, "rate-bar");
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);

  return bar;
}

static GtkWidget *
make_fit (void)
{
  GtkWidget *fit = rgm_row_text_new (0, TRUE);

  gtk_widget_add_css_class (fit, "caption");
  gtk_widget_set_has_tooltip (fit, TRUE);

  return fit;
}

/* Whether the trial fits the patient, and in a few words why. */
static void
on_patient_changed (RgmTrialRow *self)
{
  RgmPatient *patient = rgm_selection_get_patient (rgm_window_state_get_selection (self->window_state));
  g_autofree char *reason = NULL;
  guint position;

  if (self->trial == NULL)
    return;

  /* For a moment the row may show a trial of another revision. */
  position = patient != NULL ? rgm_patient_find (patient, self->trial) : G_MAXUINT;
  if (position != G_MAXUINT)
    reason = rgm_patient_reason (patient, position);
  show_part (self, &self->fit, reason != NULL, make_fit, self->state);
  if (reason != NULL)
    rgm_row_text_set_text (RGM_ROW_TEXT (self->fit), reason);
  name_list_item (self);
}

static void
on_notes_changed (RgmTrialRow *self)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);

  if (self->trial == NULL || data_set == NULL)
    return;

  show_part (self, &self->star, rgm_notes_is_bookmarked (rgm_notes_get_default (), data_set, self->trial, NULL), make_star, self->name);
  name_list_item (self);
}

static void on_tick_toggled (RgmTrialRow *self);

static void
on_compared_changed (RgmTrialRow *self)
{
  if (self->trial == NULL)
    return;

  g_signal_handlers_block_by_func (self->tick, on_tick_toggled, self);
  gtk_check_button_set_active (self->tick, rgm_window_state_is_compared (self->window_state, self->trial));
  g_signal_handlers_unblock_by_func (self->tick, on_tick_toggled, self);
  name_list_item (self);
}

static void
on_tick_toggled (RgmTrialRow *self)
{
  if (self->trial == NULL)
    return;

  if (!rgm_window_state_compare (self->window_state, self->trial, gtk_check_button_get_active (self->tick)))
    {
      on_compared_changed (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _("You can compare up to six trials. Untick one first."));
    }
}

static void
on_hovered_changed (RgmTrialRow *self)
{
  const char *hovered = rgm_window_state_get_hovered (self->window_state);

  if (self->trial != NULL && g_strcmp0 (hovered, self->trial->id) == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
}

static void
on_enter (RgmTrialRow *self)
{
  if (self->trial != NULL)
    rgm_window_state_set_hovered (self->window_state, self->trial->id);
}

static void
on_leave (RgmTrialRow *self)
{
  rgm_window_state_set_hovered (self->window_state, NULL);
}

/* The focus is the list item's own, which GTK gives it only if nothing inside takes it. */
static gboolean
rgm_trial_row_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  return FALSE;
}

static gboolean
rgm_trial_row_grab_focus (GtkWidget *widget)
{
  return FALSE;
}

/* The columns of a row, and its lines at a width. */
typedef struct
{
  int mark;
  int text;
  int rate;
  int tick;
  int tick_height;
  int lines[4];
  int beside_tick;  /* the height of the first three lines and what is between them */
} Places;

static int
measure (GtkWidget      *part,
         GtkOrientation  orientation,
         int             for_size)
{
  int natural = 0;

  if (is_shown (part))
    gtk_widget_measure (part, orientation, for_size, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_beside_text (const Places *places)
{
  return places->mark + places->rate + places->tick + 3 * COLUMN_SPACING;
}

/* Of a part that may take several lines. */
static int
measure_least_width (GtkWidget *part)
{
  int least = 0;

  if (is_shown (part))
    gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

/* At a width of all, 0 for the least, or -1 for as much as is asked for. The rate is in one line if that leaves the name more. */
static void
measure_columns (RgmTrialRow *self,
                 int          width,
                 Places      *places)
{
  int bar = is_shown (self->bar) ? BAR_WIDTH : 0;

  places->mark = MAX (measure (self->mark, GTK_ORIENTATION_HORIZONTAL, -1), measure (self->star, GTK_ORIENTATION_HORIZONTAL, -1));
  places->rate = MAX (measure (self->rate, GTK_ORIENTATION_HORIZONTAL, -1), bar);
  places->tick = measure (GTK_WIDGET (self->tick), GTK_ORIENTATION_HORIZONTAL, -1);
  if (width >= 0 && width - get_beside_text (places) < places->rate)
    places->rate = MAX (measure_least_width (self->rate), bar);
}

/* At a width of all, or -1 for as much as is asked for. */
static void
measure_lines (RgmTrialRow *self,
               int          width,
               Places      *places)
{
  int wide = -1, widest = -1;

  measure_columns (self, width, places);
  places->text = width < 0 ? -1 : MAX (width - get_beside_text (places), 0);
  if (width >= 0)
    {
      wide = places->text + COLUMN_SPACING + places->rate;
      widest = wide + COLUMN_SPACING + places->tick;
    }

  places->lines[0] = MAX (measure (self->mark, GTK_ORIENTATION_VERTICAL, -1), measure (self->rate, GTK_ORIENTATION_VERTICAL, places->rate));
  places->lines[0] = MAX (places->lines[0], measure (self->name, GTK_ORIENTATION_VERTICAL, places->text));
  places->lines[1] = MAX (measure (self->star, GTK_ORIENTATION_VERTICAL, -1), measure (self->bar, GTK_ORIENTATION_VERTICAL, -1));
  places->lines[1] = MAX (places->lines[1], measure (self->arms, GTK_ORIENTATION_VERTICAL, places->text));
  places->lines[2] = measure (self->state, GTK_ORIENTATION_VERTICAL, wide);
  places->lines[3] = measure (self->fit, GTK_ORIENTATION_VERTICAL, widest);
  places->tick_height = measure (GTK_WIDGET (self->tick), GTK_ORIENTATION_VERTICAL, -1);
  places->beside_tick = MAX (places->lines[0] + places->lines[1] + places->lines[2] + 2 * ROW_SPACING, places->tick_height);
}

static GtkSizeRequestMode
rgm_trial_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rgm_trial_row_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  RgmTrialRow *self = RGM_TRIAL_ROW (widget);
  GtkWidget *texts[] = { self->name, self->arms, self->state, self->fit };
  Places places;
  int most_rate;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      measure_lines (self, for_size, &places);
      *minimum = *natural = places.beside_tick + (is_shown (self->fit) ? ROW_SPACING + places.lines[3] : 0) + 2 * MARGIN;
      return;
    }

  measure_columns (self, -1, &places);
  *natural = get_beside_text (&places);
  most_rate = places.rate;
  measure_columns (self, 0, &places);
  *minimum = get_beside_text (&places);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      int least = 0, most = 0;
      /* The third text has the place below the rate as well, the fourth that below the tick, too. */
      int beside = places.mark + COLUMN_SPACING + (i < 3 ? COLUMN_SPACING + places.tick : 0) + (i < 2 ? COLUMN_SPACING + places.rate : 0);

      if (is_shown (texts[i]))
        gtk_widget_measure (texts[i], orientation, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, beside + least);
      *natural = MAX (*natural, beside + most + (i < 2 ? most_rate - places.rate : 0));
    }
}

/* Gives a part its place, which is seen from the side where lines begin. */
static void
put (RgmTrialRow *self,
     GtkWidget   *part,
     int          x,
     int          y,
     int          width,
     int          height)
{
  GtkAllocation place = { .x = x, .y = y, .width = width, .height = height };

  if (!is_shown (part))
    return;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (part, &place, -1);
}

static void
rgm_trial_row_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  RgmTrialRow *self = RGM_TRIAL_ROW (widget);
  Places places;
  int x, y = MARGIN, rate_x, bar;

  measure_lines (self, width, &places);
  x = places.mark + COLUMN_SPACING;
  rate_x = x + places.text + COLUMN_SPACING;

  put (self, self->mark, 0, y, places.mark, places.lines[0]);
  put (self, self->name, x, y, places.text, places.lines[0]);
  put (self, self->rate, rate_x, y, places.rate, places.lines[0]);
  put (self, GTK_WIDGET (self->tick), rate_x + places.rate + COLUMN_SPACING, y + (places.beside_tick - places.tick_height) / 2,
       places.tick, places.tick_height);

  y += places.lines[0] + ROW_SPACING;
  bar = measure (self->bar, GTK_ORIENTATION_VERTICAL, -1);
  put (self, self->star, 0, y, places.mark, places.lines[1]);
  put (self, self->arms, x, y, places.text, places.lines[1]);
  put (self, self->bar, rate_x + places.rate - BAR_WIDTH, y + (places.lines[1] - bar) / 2, BAR_WIDTH, bar);

  y += places.lines[1] + ROW_SPACING;
  put (self, self->state, x, y, places.text + COLUMN_SPACING + places.rate, places.lines[2]);

  put (self, self->fit, x, MARGIN + places.beside_tick + ROW_SPACING, width - x, places.lines[3]);
}

static void
rgm_trial_row_dispose (GObject *object)
{
  RgmTrialRow *self = RGM_TRIAL_ROW (object);
  GtkWidget *part;

  g_clear_object (&self->window_state);
  g_clear_object (&self->trial);
  while ((part = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (part);

  G_OBJECT_CLASS (rgm_trial_row_parent_class)->dispose (object);
}

static void
rgm_trial_row_class_init (RgmTrialRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_trial_row_dispose;

  widget_class->focus = rgm_trial_row_focus;
  widget_class->grab_focus = rgm_trial_row_grab_focus;
  widget_class->get_request_mode = rgm_trial_row_get_request_mode;
  widget_class->measure = rgm_trial_row_measure;
  widget_class->size_allocate = rgm_trial_row_size_allocate;
}

static GtkWidget *
add_text (RgmTrialRow *self,
          float        xalign,
          const char  *style)
{
  GtkWidget *text = rgm_row_text_new (xalign, xalign < 1);

  if (style != NULL)
    gtk_widget_add_css_class (text, style);
  gtk_widget_set_parent (text, GTK_WIDGET (self));

  return text;
}

static void
rgm_trial_row_init (RgmTrialRow *self)
{
  static PangoAttrList *tabular = NULL;
  GtkEventController *motion = gtk_event_controller_motion_new ();

  if (tabular == NULL)
    {
      tabular = pango_attr_list_new ();
      pango_attr_list_insert (tabular, pango_attr_font_features_new ("tnum"));
    }

  self->mark = rgm_class_mark_new (RGM_SERIES_GREY_CROSS);
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
  self->name = add_text (self, 0, "heading");
  self->rate = add_text (self, 1, NULL);
  rgm_row_text_set_attributes (RGM_ROW_TEXT (self->rate), tabular);
  self->arms = add_text (self, 0, NULL);
  gtk_widget_set_has_tooltip (self->arms, TRUE);
  self->state = add_text (self, 0, "caption");
  gtk_widget_add_css_class (self->state, "quiet");

  self->tick = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_focusable (GTK_WIDGET (self->tick), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->tick), _("Add to comparison (Ctrl+D)"));
  g_signal_connect_swapped (self->tick, "toggled", G_CALLBACK (on_tick_toggled), self);
  gtk_widget_set_parent (GTK_WIDGET (self->tick), GTK_WIDGET (self));

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * rgm_trial_row_new:
 * @window_state: what the row takes part in
 *
 * Returns: (transfer full): a row without a trial, floating
 */
GtkWidget *
rgm_trial_row_new (RgmWindowState *window_state)
{
  RgmTrialRow *self = g_object_new (RGM_TYPE_TRIAL_ROW, NULL);

  self->window_state = g_object_ref (window_state);
  g_signal_connect_object (window_state, "notify::hovered", G_CALLBACK (on_hovered_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_state_get_compared (window_state), "items-changed",
                           G_CALLBACK (on_compared_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_state_get_selection (window_state), "notify::text",
                           G_CALLBACK (on_query_changed), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (rgm_window_state_get_selection (window_state), "notify::patient",
                           G_CALLBACK (on_patient_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_notes_get_default (), "changed", G_CALLBACK (on_notes_changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
show_rate (RgmTrialRow *self)
{
  double rate;
  g_autofree char *remarks = NULL;
  g_autofree char *text = rgm_trial_words_rate (self->trial, &rate, &remarks);

  rgm_row_text_set_text (RGM_ROW_TEXT (self->rate), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->rate, remarks);
  show_part (self, &self->bar, text != NULL, make_bar, self->arms);
  if (text != NULL)
    gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), CLAMP (rate, 0, 100));
}

/**
 * rgm_trial_row_bind:
 * @self: a row
 * @trial: (nullable): the trial to show, or %NULL for none
 *
 * Shows a trial.
 */
void
rgm_trial_row_bind (RgmTrialRow *self,
                    RgmTrial    *trial)
{
  g_autofree char *arms = NULL;
  g_autoptr (GString) shown_arms = NULL;
  g_autofree char *state = NULL;
  g_autofree char *tick = NULL;

  g_return_if_fail (RGM_IS_TRIAL_ROW (self));

  g_set_object (&self->trial, trial);
  if (trial == NULL)
    return;

  arms = rgm_value_text_arms (trial);
  shown_arms = g_string_new (arms);
  rgm_text_begin_paragraph (shown_arms, 0);
  state = rgm_trial_words_state (trial);

  self->is_binding = TRUE;
  rgm_row_text_set_text (RGM_ROW_TEXT (self->name), trial->name);
  rgm_row_text_set_text (RGM_ROW_TEXT (self->arms), shown_arms->str);
  rgm_row_text_set_text (RGM_ROW_TEXT (self->state), state);
  rgm_class_mark_set_series (RGM_CLASS_MARK (self->mark),
                             rgm_trial_series (rgm_window_state_get_data_set (self->window_state), trial));
  show_rate (self);

  /* Translators: %s is a trial's name. */
  tick = rgm_text_printf (_("Compare %s"), trial->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, tick, -1);

  on_query_changed (self);
  on_compared_changed (self);
  on_hovered_changed (self);
  on_notes_changed (self);
  on_patient_changed (self);
  self->is_binding = FALSE;
  name_list_item (self);
}

/**
 * rgm_trial_row_get_trial:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the trial that it shows
 */
RgmTrial *
rgm_trial_row_get_trial (RgmTrialRow *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL_ROW (self), NULL);

  return self->trial;
}
