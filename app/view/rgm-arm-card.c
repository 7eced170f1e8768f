/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm-card.h"
#include "rgm-class-mark.h"
#include "rgm-class-series.h"
#include "rgm-flow-box.h"
#include "rgm-isolate.h"
#include "rgm-note-button.h"
#include "rgm-note-place.h"
#include "rgm-outcome-tile.h"
#include "rgm-page-widgets.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"

/* The least width of a tile: three stand beside each other on an ordinary page. */
#define TILE_WIDTH 232

static gboolean
is_safety (RgmTrialContext *context,
           RgmOutcome      *outcome)
{
  const RgmEndpoint *endpoint = rgm_data_set_find_endpoint (context->data_set, outcome->endpoint);

  return endpoint != NULL && endpoint->domain == RGM_ENDPOINT_DOMAIN_SAFETY;
}

/* Puts the outcomes that are of safety, or those that aren't, into tiles beside each
 * other. Returns: how many there were. */
static guint
add_tiles (RgmTrialContext *context,
           GtkBox          *box,
           RgmArm          *arm,
           RgmSubgroup     *subgroup,
           gboolean         of_safety)
{
  GPtrArray *outcomes = subgroup != NULL ? subgroup->outcomes : arm->outcomes;
  GtkWidget *flow = g_object_ref_sink (rgm_flow_box_new (TILE_WIDTH));
  guint n = 0;

  for (guint i = 0; i < outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (outcomes, i);

      if (is_safety (context, outcome) != of_safety)
        continue;
      rgm_flow_box_append (RGM_FLOW_BOX (flow), rgm_outcome_tile_new (context, arm, subgroup, outcome));
      n++;
    }
  if (n > 0)
    gtk_box_append (box, flow);
  g_object_unref (flow);

  return n;
}

static GtkWidget *
heading_new (RgmTrialContext *context,
             RgmArm          *arm)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = rgm_class_mark_new (rgm_class_series (context->data_set, arm->class_id));
  GtkWidget *label = rgm_text_new (arm->label, "title-4");

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  rgm_tell_places (label, context->data_set, arm->citations);

  return box;
}

static char *
regimen_in_words (RgmRegimen *regimen)
{
  GPtrArray *agents = regimen->agents;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < agents->len; i++)
    g_ptr_array_add (names, (gpointer) ((RgmAgent *) g_ptr_array_index (agents, i))->name);
  g_ptr_array_add (names, NULL);

  /* Translators: between the agents of a regimen. */
  return g_strjoinv (_(" + "), (char **) names->pdata);
}

static void
add_cited_pair (RgmTrialContext *context,
                GtkWidget       *flow,
                const char      *caption,
                const char      *value,
                GPtrArray       *citations)
{
  GtkWidget *pair = rgm_pair_new (caption, value);

  rgm_tell_places (gtk_widget_get_last_child (pair), context->data_set, citations);
  rgm_flow_box_append (RGM_FLOW_BOX (flow), pair);
}

static void
add_pair (RgmTrialContext *context,
          RgmArm          *arm,
          GtkWidget       *flow,
          const char      *caption,
          const char      *value)
{
  if (value == NULL)
    return;

  add_cited_pair (context, flow, caption, value, arm->citations);
}

static void
add_dosing (RgmTrialContext *context,
            RgmArm          *arm,
            GtkWidget       *flow)
{
  GPtrArray *all = arm->regimen->dosing;

  for (guint i = 0; i < all->len; i++)
    {
      const RgmDosing *dosing = g_ptr_array_index (all, i);
      RgmAgent *agent = rgm_data_set_find_agent (context->data_set, dosing->agent);
      g_autofree char *given = rgm_value_text_dosing (dosing);
      /* Translators: %s is an agent: 'Dose of trastuzumab'. */
      g_autofree char *caption = rgm_text_printf (_("Dose of %s"), agent != NULL ? agent->name : dosing->agent);

      add_cited_pair (context, flow, caption, given, dosing->citations);
    }
}

static void
add_curves (RgmTrialContext *context,
            RgmArm          *arm,
            GtkWidget       *flow)
{
  for (guint i = 0; i < arm->curves->len; i++)
    {
      const RgmPublishedCurve *curve = g_ptr_array_index (arm->curves, i);
      g_autofree char *known = rgm_value_text_curve (curve);
      /* Translators: %s is an endpoint: 'Curve: Overall survival'. */
      g_autofree char *caption = rgm_text_printf (_("Curve: %s"), rgm_term_endpoint (context->data_set, curve->endpoint));

      add_cited_pair (context, flow, caption, known, curve->citations);
    }
}

static GtkWidget *
pairs_new (RgmTrialContext *context,
           RgmArm          *arm)
{
  GtkWidget *flow = rgm_flow_box_new (0);
  g_autofree char *agents = regimen_in_words (arm->regimen);
  g_autofree char *n = NULL;

  if (arm->n >= 0)
    n = g_strdup_printf ("%" G_GINT64_FORMAT, arm->n);

  add_pair (context, arm, flow, _("Patients"), n != NULL ? n : rgm_value_text_state (RGM_STATE_NOT_REPORTED));
  add_pair (context, arm, flow, _("Agents"), agents);
  add_pair (context, arm, flow, _("Class"), rgm_term_class (context->data_set, arm->class_id));
  add_pair (context, arm, flow, _("Dose"), arm->dose);
  add_dosing (context, arm, flow);
  if (arm->comparator)
    add_pair (context, arm, flow, _("Role"), _("Comparator of the other arms"));
  add_curves (context, arm, flow);

  return flow;
}

static GtkWidget *
subgroup_new (RgmTrialContext *context,
              RgmArm          *arm,
              RgmSubgroup     *subgroup)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gint64 n = subgroup->n;
  g_autofree char *title = NULL;

  if (n >= 0)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, n);

      /* Translators: a subgroup's name and the number of its patients. */
      title = rgm_text_printf (_("Subgroup: %s (n = %s)"), subgroup->label, number);
    }
  else
    {
      /* Translators: %s is a subgroup's name. */
      title = rgm_text_printf (_("Subgroup: %s"), subgroup->label);
    }

  gtk_box_append (GTK_BOX (box), rgm_text_new (title, "heading"));
  add_tiles (context, GTK_BOX (box), arm, subgroup, FALSE);

  return box;
}

/* Subgroups with a tile each stand beside each other, those with more below. */
static void
add_subgroups (RgmTrialContext *context,
               GtkBox          *box,
               RgmArm          *arm)
{
  GPtrArray *subgroups = arm->subgroups;
  GtkWidget *flow = NULL;

  for (guint i = 0; i < subgroups->len; i++)
    {
      RgmSubgroup *subgroup = g_ptr_array_index (subgroups, i);
      GtkWidget *part = subgroup_new (context, arm, subgroup);

      if (subgroup->outcomes->len > 1)
        {
          gtk_box_append (box, part);
          flow = NULL;
          continue;
        }
      if (flow == NULL)
        {
          flow = rgm_flow_box_new (TILE_WIDTH);
          gtk_box_append (box, flow);
        }
      rgm_flow_box_append (RGM_FLOW_BOX (flow), part);
    }
}

/**
 * rgm_arm_card_new:
 * @context: what the page's parts share; the remarks on the arm are taken
 * @arm: an arm of the trial
 *
 * Returns: the arm with its outcomes as large figures, and its subgroups under it
 */
GtkWidget *
rgm_arm_card_new (RgmTrialContext *context,
                  RgmArm          *arm)
{
  GtkWidget *box = rgm_group_new ();
  GtkWidget *heading = heading_new (context, arm);
  GtkWidget *label = gtk_widget_get_last_child (heading);
  GtkWidget *remarks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *place = rgm_note_place (arm->id, NULL, NULL);

  gtk_box_append (GTK_BOX (heading), rgm_note_button_new (context->data_set, context->trial, place, arm->label));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), rgm_note_text_new (context->data_set, context->trial, place));
  gtk_box_append (GTK_BOX (box), pairs_new (context, arm));
  gtk_box_append (GTK_BOX (box), remarks);
  if (add_tiles (context, GTK_BOX (box), arm, NULL, FALSE) == 0)
    gtk_box_append (GTK_BOX (box), rgm_text_new (_("The source reports no outcomes for this arm."), "dim-label"));
  add_subgroups (context, GTK_BOX (box), arm);

  /* The tiles have taken what concerns their numbers, the safety part is asked for its
   * own before the arms are; what is left concerns the arm as a whole. */
  gtk_widget_set_visible (remarks, rgm_remarks_take (context, arm->id, NULL, GTK_BOX (remarks)));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);

  return box;
}

static void
add_facts (RgmTrialContext *context,
           GtkBox          *box,
           GPtrArray       *facts)
{
  for (guint i = 0; i < facts->len; i++)
    gtk_box_append (box, rgm_fact_text_new (context->data_set, g_ptr_array_index (facts, i)));
}

/* Whether the arm has anything on safety. */
static gboolean
has_safety (RgmTrialContext *context,
            RgmArm          *arm)
{
  GPtrArray *outcomes = arm->outcomes;

  for (guint i = 0; i < outcomes->len; i++)
    if (is_safety (context, g_ptr_array_index (outcomes, i)))
      return TRUE;

  return arm->safety->len > 0;
}

/**
 * rgm_safety_part_new:
 * @context: what the page's parts share; the remarks on safety are taken
 *
 * Returns: what the source says on safety, of the trial and of each arm, or that it says nothing
 */
GtkWidget *
rgm_safety_part_new (RgmTrialContext *context)
{
  static const char * const about[] = { "safety", NULL };
  GtkWidget *section = rgm_section_new (_("Safety"), NULL);
  GPtrArray *arms = context->trial->arms;
  GPtrArray *facts = context->trial->safety;
  gboolean any = facts->len > 0;

  add_facts (context, GTK_BOX (section), facts);
  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);

      if (!has_safety (context, arm))
        continue;
      any = TRUE;
      if (arms->len > 1)
        gtk_box_append (GTK_BOX (section), rgm_text_new (arm->label, "heading"));
      add_tiles (context, GTK_BOX (section), arm, NULL, TRUE);
      add_facts (context, GTK_BOX (section), arm->safety);
    }

  if (!any)
    gtk_box_append (GTK_BOX (section), rgm_text_new (_("The source reports no safety data for this trial."), "dim-label"));
  rgm_remarks_take (context, NULL, about, GTK_BOX (section));

  return section;
}
