/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-citation.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-note-button.h"
#include "rgm-note-place.h"
#include "rgm-number-remarks.h"
#include "rgm-outcome-tile.h"
#include "rgm-page-widgets.h"
#include "rgm-punctuation.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"

/* An outcome as a large figure:
 *
 *     Objective response rate   (note) (copy)
 *     45.3%
 *     24 of 53
 *     Published 95% CI 31.6 to 59.6
 *     Computed 95% CI 31.6 to 59.6
 *     ! what to know beside it
 *     Your note: …
 */
struct _RgmOutcomeTile
{
  GtkWidget  parent_instance;

  char      *citation;

  GtkWidget *content;
  GtkLabel  *endpoint;
  GtkWidget *copy;
  GtkLabel  *figure;
  GtkBox    *lines;
  GtkBox    *remarks;
};

G_DEFINE_FINAL_TYPE (RgmOutcomeTile, rgm_outcome_tile, GTK_TYPE_WIDGET)

/* What is selected in the tile's own labels: they don't take the focus, so that Ctrl+C
 * comes to the tile. */
static char *
get_selected (GtkWidget *widget)
{
  int start, end;

  if (GTK_IS_LABEL (widget) && gtk_label_get_selection_bounds (GTK_LABEL (widget), &start, &end))
    return g_utf8_substring (gtk_label_get_text (GTK_LABEL (widget)), start, end);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      char *selected = get_selected (child);

      if (selected != NULL)
        return selected;
    }

  return NULL;
}

static void
on_copy (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RgmOutcomeTile *self = RGM_OUTCOME_TILE (widget);
  g_autofree char *selected = get_selected (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), selected != NULL ? selected : self->citation);
  if (selected == NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", _("Copied with citation"));
}

static void
rgm_outcome_tile_dispose (GObject *object)
{
  RgmOutcomeTile *self = RGM_OUTCOME_TILE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->citation, g_free);

  G_OBJECT_CLASS (rgm_outcome_tile_parent_class)->dispose (object);
}

static void
rgm_outcome_tile_class_init (RgmOutcomeTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_outcome_tile_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-outcome-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmOutcomeTile, content);
  gtk_widget_class_bind_template_child (widget_class, RgmOutcomeTile, endpoint);
  gtk_widget_class_bind_template_child (widget_class, RgmOutcomeTile, copy);
  gtk_widget_class_bind_template_child (widget_class, RgmOutcomeTile, figure);
  gtk_widget_class_bind_template_child (widget_class, RgmOutcomeTile, lines);
  gtk_widget_class_bind_template_child (widget_class, RgmOutcomeTile, remarks);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  gtk_widget_class_install_action (widget_class, "tile.copy", NULL, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "tile.copy", NULL);
}

static void
rgm_outcome_tile_init (RgmOutcomeTile *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (gtk_widget_grab_focus), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
add_line (RgmOutcomeTile *self,
          const char     *text)
{
  GtkWidget *label = rgm_text_new (text, "numeric");

  gtk_widget_add_css_class (label, "caption");
  /* The keyboard stops at the tile. A selectable label that merely is not focusable would swallow Tab. */
  gtk_widget_set_can_focus (label, FALSE);
  gtk_box_append (self->lines, label);
}

/* What the word for a missing figure means, so that the three are told apart. */
static const char *
explain_state (RgmState state)
{
  switch (state)
    {
    case RGM_STATE_NOT_REPORTED:
      return _("Not reported in the source.");
    case RGM_STATE_NOT_REACHED:
      return _("Median not reached: too few events by the end of follow-up.");
    case RGM_STATE_NOT_ESTIMABLE:
      return _("Not estimable according to the source.");
    case RGM_STATE_REPORTED:
    default:
      return NULL;
    }
}

static void
show_figure (RgmOutcomeTile    *self,
             const RgmEstimate *estimate)
{
  g_autofree char *value = rgm_value_text_value (estimate);

  gtk_label_set_text (self->figure, value);
  if (estimate->state == RGM_STATE_REPORTED)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->figure), "title-1");
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "title-3");
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "dim-label");
  add_line (self, explain_state (estimate->state));
}

static void
show_published (RgmOutcomeTile    *self,
                const RgmEstimate *estimate)
{
  g_autofree char *interval = rgm_value_text_interval (estimate);
  g_autofree char *line = NULL;

  if (interval == NULL)
    {
      if (estimate->state == RGM_STATE_REPORTED)
        add_line (self, _("No published interval"));
      return;
    }

  /* Translators: %s is '95% CI 31.6 to 59.6': an interval that the source printed. */
  line = g_strdup_printf (_("Published %s"), interval);
  add_line (self, line);
}

static void
show_computed (RgmOutcomeTile  *self,
               RgmTrialContext *context,
               RgmArm          *arm,
               RgmOutcome      *outcome)
{
  g_autofree char *computed = rgm_computed_words (context->data_set, context->trial, arm, outcome);
  g_autofree char *line = NULL;

  if (computed == NULL)
    return;

  /* Translators: %s is '95% CI 31.6 to 59.6, Clopper–Pearson': an interval that was not published. */
  line = g_strdup_printf (_("Computed %s"), computed);
  add_line (self, line);
}

static void
show_outcome (RgmOutcomeTile  *self,
              RgmTrialContext *context,
              RgmArm          *arm,
              RgmOutcome      *outcome)
{
  const RgmEstimate *estimate = &outcome->estimate;
  g_autofree char *responders = rgm_value_text_responders (outcome);
  g_autofree char *months = rgm_value_text_months (estimate);
  char **notes = outcome->notes;

  show_figure (self, estimate);
  if (responders != NULL)
    add_line (self, responders);
  show_published (self, estimate);
  show_computed (self, context, arm, outcome);
  if (months != NULL)
    {
      /* Translators: %s is a time in months, converted from another unit. */
      g_autofree char *line = g_strdup_printf (_("In months: %s"), months);

      add_line (self, line);
    }
  for (guint i = 0; notes[i] != NULL; i++)
    add_line (self, notes[i]);
}

/* What is heard of the tile is what stands in it. */
static char *
list_words (RgmOutcomeTile *self)
{
  GString *words = g_string_new (gtk_label_get_text (self->figure));

  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); line != NULL; line = gtk_widget_get_next_sibling (line))
    rgm_add_phrase (words, gtk_label_get_text (GTK_LABEL (line)));

  return g_string_free (words, FALSE);
}

/* What is said about the arm's number concerns those of its subgroups too; here it is
 * named, with the whole text on hover and for assistive technology. */
static void
show_remarks_of_arm (RgmOutcomeTile     *self,
                     RgmTrialContext    *context,
                     RgmArm             *arm,
                     const char * const *about)
{
  g_autoptr (GPtrArray) remarks = rgm_number_remarks_find (context->trial, arm, about);
  g_autofree char *text = rgm_number_remarks_text (context->trial, arm, about);

  if (remarks->len > 0)
    gtk_box_append (self->remarks, rgm_remark_sign_new (g_ptr_array_index (remarks, 0), text));
}

/* The place, and the words as they are printed there. */
static char *
make_place_text (RgmDataSet *data_set,
                 RgmOutcome *outcome)
{
  const char *published = outcome->estimate.published;
  g_autofree char *places = outcome->citations->len > 0 ? rgm_citation_places (data_set, outcome->citations)
                                                        : g_strdup (_("No source is stated for this number."));

  if (published == NULL)
    return g_steal_pointer (&places);

  /* Translators: places in sources, and the words that are printed there. */
  return rgm_text_printf (_("%s\nAs published: “%s”"), places, published);
}

static void
add_note (RgmOutcomeTile  *self,
          RgmTrialContext *context,
          const char      *name,
          const char      *place)
{
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->copy)), rgm_note_button_new (context->data_set, context->trial, place, name),
                              GTK_WIDGET (self->endpoint));
  gtk_box_append (GTK_BOX (self->content), rgm_note_text_new (context->data_set, context->trial, place));
}

/**
 * rgm_outcome_tile_new:
 * @context: what the page's parts share; the remarks on the outcome are taken
 * @arm: an arm of the trial
 * @subgroup: (nullable): the subgroup that @outcome is of, or %NULL for the whole arm
 * @outcome: what to show
 *
 * Returns: (transfer full): a tile, floating
 */
GtkWidget *
rgm_outcome_tile_new (RgmTrialContext *context,
                      RgmArm          *arm,
                      RgmSubgroup     *subgroup,
                      RgmOutcome      *outcome)
{
  RgmOutcomeTile *self = g_object_new (RGM_TYPE_OUTCOME_TILE, NULL);
  const char *id = outcome->endpoint;
  const char *name = rgm_term_endpoint (context->data_set, id);
  const char * const about[] = { id, NULL };
  g_autofree char *place = make_place_text (context->data_set, outcome);
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  g_autofree char *copy_label = NULL;
  g_autofree char *at = rgm_note_place (arm->id, id, subgroup != NULL ? subgroup->label : NULL);

  gtk_label_set_text (self->endpoint, name);
  show_outcome (self, context, arm, outcome);
  if (subgroup == NULL)
    rgm_remarks_take (context, arm->id, about, self->remarks);
  else
    show_remarks_of_arm (self, context, arm, about);
  add_note (self, context, name, at);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks),
                          gtk_widget_get_first_child (GTK_WIDGET (self->remarks)) != NULL);

  self->citation = rgm_citation_outcome (context->data_set, context->trial, arm, subgroup, outcome);
  rgm_tell_place (GTK_WIDGET (self), place);

  words = list_words (self);
  /* Translators: an endpoint and what was found: 'Overall survival: 15.5 months'. */
  label = rgm_text_printf (C_("outcome", "%s: %s"), name, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* Translators: %s is an endpoint: 'Overall survival'. */
  copy_label = rgm_text_printf (_("Copy with citation: %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy_label, -1);

  return GTK_WIDGET (self);
}
