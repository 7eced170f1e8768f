/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-class-mark.h"
#include "rgm-class-series.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-notes.h"
#include "rgm-outcome.h"
#include "rgm-punctuation.h"
#include "rgm-trial-row.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

/* The endpoint whose rate a row shows; a data set without it shows none. */

/* A row of the list of trials:
 *
 *     ● DESTINY-CRC01          45.3%  [ ]
 *       T-DXd                  ▇▇▇▁▁▁
 *       Phase II · Completed
 */
struct _RgmTrialRow
{
  GtkWidget     parent_instance;

  RgmWindowState *window_state;
  RgmTrial     *trial;

  GtkWidget    *grid;
  RgmClassMark *mark;
  GtkLabel     *name;
  GtkWidget    *star;
  GtkLabel     *rate;
  GtkLabel     *arms;
  GtkLevelBar  *bar;
  GtkLabel     *state;
  GtkLabel     *fit;
  GtkCheckButton *tick;
};

G_DEFINE_FINAL_TYPE (RgmTrialRow, rgm_trial_row, GTK_TYPE_WIDGET)

/* The arm with the first reported response rate: the one that the row shows. */
static RgmOutcome *
find_response (RgmTrial *trial,
               guint    *n_reported)
{
  GPtrArray *arms = trial->arms;
  RgmOutcome *first = NULL;

  *n_reported = 0;
  for (guint i = 0; i < arms->len; i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (g_ptr_array_index (arms, i), RGM_ENDPOINT_ORR);

      if (outcome == NULL || outcome->estimate.state != RGM_STATE_REPORTED)
        continue;
      if (first == NULL)
        first = outcome;
      *n_reported += 1;
    }

  return first;
}

/* The rates of all arms that have one. */
static char *
list_rates (RgmTrial *trial,
            guint    *n_rates)
{
  GPtrArray *arms = trial->arms;
  GString *rates = g_string_new (NULL);

  *n_rates = 0;
  for (guint i = 0; i < arms->len; i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (g_ptr_array_index (arms, i), RGM_ENDPOINT_ORR);
      g_autofree char *rate = NULL;

      if (outcome == NULL || outcome->estimate.state != RGM_STATE_REPORTED)
        continue;
      rate = rgm_value_text_value (&outcome->estimate);
      rgm_add_word (rates, rate);
      *n_rates += 1;
    }

  return g_string_free (rates, FALSE);
}

static char *
state_text (RgmTrial *trial)
{
  if (trial->phase == NULL)
    return g_strdup (rgm_value_text_status (trial->status_state));

  /* Translators: a trial's phase and status: 'Phase II · Completed'. */
  return rgm_text_printf (_("Phase %s · %s"), trial->phase, rgm_value_text_status (trial->status_state));
}

/**
 * rgm_trial_row_sentence:
 * @trial: a trial
 *
 * Returns: (transfer full): what the row says to who can't see it
 */
char *
rgm_trial_row_sentence (RgmTrial *trial)
{
  g_autofree char *arms = rgm_value_text_arms (trial);
  g_autofree char *state = state_text (trial);
  g_autofree char *classes = rgm_join_words (trial->classes);
  guint n_rates;
  g_autofree char *rates = list_rates (trial, &n_rates);

  if (n_rates > 0)
    /* Translators: a trial's name, regimens, classes, phase and status, and the response rates of its arms. */
    return rgm_text_printf (ngettext ("%s, %s, %s, %s, response rate %s", "%s, %s, %s, %s, response rates %s", n_rates),
                            trial->name, arms, classes, state, rates);

  /* Translators: a trial's name, regimens, classes, phase and status. */
  return rgm_text_printf (_("%s, %s, %s, %s, no response rate"), trial->name, arms, classes, state);
}

/* Marks in the label what was searched for. */
static void
mark_matches (RgmTrialRow *self,
              GtkLabel    *label)
{
  RgmQuery *query = rgm_selection_get_query (rgm_window_state_get_selection (self->window_state));
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (GArray) ranges = NULL;

  if (query != NULL)
    {
      ranges = rgm_query_match_ranges (query, gtk_label_get_text (label));
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

  gtk_label_set_attributes (label, attributes);
}

static void
on_query_changed (RgmTrialRow *self)
{
  if (self->trial == NULL)
    return;

  mark_matches (self, self->name);
  mark_matches (self, self->arms);
}

/* At the floor a list item has no name of its own: it is set on the row's parent. */
static void
name_list_item (RgmTrialRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *sentence = rgm_trial_row_sentence (self->trial);
  const char *reason = gtk_label_get_text (self->fit);
  GString *name = g_string_new (sentence);

  rgm_add_phrase (name, reason);
  if (rgm_window_state_is_compared (self->window_state, self->trial))
    /* Translators: said of a trial that is to be compared with others. */
    rgm_add_phrase (name, C_("trial", "ticked"));

  if (gtk_widget_get_visible (self->star))
    /* Translators: said of a trial. */
    rgm_add_phrase (name, C_("trial", "bookmarked"));

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
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
  gtk_label_set_text (self->fit, reason != NULL ? reason : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->fit), reason);
  gtk_widget_set_visible (GTK_WIDGET (self->fit), reason != NULL);
  name_list_item (self);
}

static void
on_notes_changed (RgmTrialRow *self)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);

  if (self->trial == NULL || data_set == NULL)
    return;

  gtk_widget_set_visible (self->star, rgm_notes_is_bookmarked (rgm_notes_get_default (), data_set, self->trial, NULL));
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

static void
rgm_trial_row_dispose (GObject *object)
{
  RgmTrialRow *self = RGM_TRIAL_ROW (object);

  g_clear_object (&self->window_state);
  g_clear_object (&self->trial);
  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (rgm_trial_row_parent_class)->dispose (object);
}

static void
rgm_trial_row_class_init (RgmTrialRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_trial_row_dispose;

  widget_class->focus = rgm_trial_row_focus;
  widget_class->grab_focus = rgm_trial_row_grab_focus;

  g_type_ensure (RGM_TYPE_CLASS_MARK);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-trial-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmTrialRow, grid);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialRow, mark);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialRow, name);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialRow, star);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialRow, rate);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialRow, arms);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialRow, bar);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialRow, state);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialRow, fit);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialRow, tick);
  gtk_widget_class_bind_template_callback (widget_class, on_tick_toggled);
}

static void
rgm_trial_row_init (RgmTrialRow *self)
{
  GtkEventController *motion;

  gtk_widget_init_template (GTK_WIDGET (self));

  /* The bar is one colour: a rate is neither good nor bad by itself. */
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_FULL);

  motion = gtk_event_controller_motion_new ();
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
  guint n_reported;
  RgmOutcome *response = find_response (self->trial, &n_reported);
  const RgmEstimate *estimate;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->bar), response != NULL);
  if (response == NULL)
    {
      gtk_label_set_text (self->rate, "");
      return;
    }

  estimate = &response->estimate;
  text = rgm_value_text_value (estimate);
  if (n_reported > 1)
    {
      /* Translators: the response rate of a trial's first arm, where other arms have one too. */
      g_autofree char *more = g_strdup_printf (_("%s +%u"), text, n_reported - 1);

      gtk_label_set_text (self->rate, more);
    }
  else
    {
      gtk_label_set_text (self->rate, text);
    }
  gtk_level_bar_set_value (self->bar, CLAMP (estimate->value, 0, 100));
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
  state = state_text (trial);

  gtk_label_set_text (self->name, trial->name);
  gtk_label_set_text (self->arms, shown_arms->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->arms), arms);
  gtk_label_set_text (self->state, state);
  rgm_class_mark_set_series (self->mark,
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
