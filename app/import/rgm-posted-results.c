/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-posted-results.h"

static void
group_free (gpointer data)
{
  RgmPostedGroup *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->safety);
  g_free (self);
}

static void
measure_free (gpointer data)
{
  RgmPostedMeasure *self = data;

  g_free (self->title);
  g_free (self->type);
  g_free (self->place);
  g_array_unref (self->groups);
  g_ptr_array_unref (self->outcomes);
  g_free (self);
}

RgmPostedResults *
rgm_posted_results_new (const char *place)
{
  RgmPostedResults *self = g_new0 (RgmPostedResults, 1);

  self->place = g_strdup (place);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->measures = g_ptr_array_new_with_free_func (measure_free);
  self->safety = rgm_description_new_array (&rgm_fact_description, 0);

  return self;
}

void
rgm_posted_results_free (RgmPostedResults *self)
{
  g_free (self->trial);
  g_free (self->file);
  g_free (self->place);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->measures);
  g_ptr_array_unref (self->safety);
  g_free (self);
}

/**
 * rgm_posted_results_add_group:
 * @self: results
 * @title: the title of a group
 *
 * Returns: its index
 */
guint
rgm_posted_results_add_group (RgmPostedResults *self,
                              const char       *title)
{
  RgmPostedGroup *group;

  for (guint i = 0; i < self->groups->len; i++)
    if (g_str_equal (((RgmPostedGroup *) g_ptr_array_index (self->groups, i))->title, title))
      return i;

  group = g_new0 (RgmPostedGroup, 1);
  group->title = g_strdup (title);
  group->arm = group->suggestion = -1;
  group->safety = rgm_description_new_array (&rgm_fact_description, 0);
  g_ptr_array_add (self->groups, group);

  return self->groups->len - 1;
}

/**
 * rgm_posted_results_add_measure:
 * @self: results
 * @endpoint: (transfer none): the id of an endpoint; it must stay
 * @title: the title of the measure
 *
 * Returns: (transfer none): the measure, without outcomes
 */
RgmPostedMeasure *
rgm_posted_results_add_measure (RgmPostedResults *self,
                                const char       *endpoint,
                                const char       *title)
{
  RgmPostedMeasure *measure = g_new0 (RgmPostedMeasure, 1);

  measure->endpoint = endpoint;
  measure->title = g_strdup (title);
  measure->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  measure->outcomes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->measures, measure);

  return measure;
}

/**
 * rgm_posted_results_find_measures:
 * @self: results
 * @endpoint: the id of an endpoint
 *
 * Returns: (transfer container) (element-type RgmPostedMeasure): the measures of the
 *   endpoint, the primary ones first
 */
GPtrArray *
rgm_posted_results_find_measures (RgmPostedResults *self,
                                  const char       *endpoint)
{
  GPtrArray *found = g_ptr_array_new ();

  for (int primary = 1; primary >= 0; primary--)
    for (guint i = 0; i < self->measures->len; i++)
      {
        RgmPostedMeasure *measure = g_ptr_array_index (self->measures, i);

        if (g_str_equal (measure->endpoint, endpoint) && (g_strcmp0 (measure->type, "PRIMARY") == 0) == primary)
          g_ptr_array_add (found, measure);
      }

  return found;
}

/**
 * rgm_posted_results_settle:
 * @self: results whose measures are all known
 *
 * Takes the measures that are the only ones of their endpoint; the others are a person's choice.
 */
void
rgm_posted_results_settle (RgmPostedResults *self)
{
  for (guint i = 0; i < self->measures->len; i++)
    {
      RgmPostedMeasure *measure = g_ptr_array_index (self->measures, i);
      g_autoptr (GPtrArray) all = rgm_posted_results_find_measures (self, measure->endpoint);

      measure->is_taken = all->len == 1;
    }
}

static gboolean
has_endpoint (GPtrArray  *outcomes,
              const char *endpoint)
{
  for (guint i = 0; i < outcomes->len; i++)
    if (g_str_equal (((RgmOutcome *) g_ptr_array_index (outcomes, i))->endpoint, endpoint))
      return TRUE;

  return FALSE;
}

/**
 * rgm_posted_results_collect:
 * @self: results
 * @arm: the index of an arm
 *
 * Returns: (transfer full) (element-type RgmOutcome): what is taken of that arm, one outcome
 *   for an endpoint
 */
GPtrArray *
rgm_posted_results_collect (RgmPostedResults *self,
                            guint             arm)
{
  GPtrArray *outcomes = rgm_description_new_array (&rgm_outcome_description, 0);

  for (guint i = 0; self != NULL && i < self->measures->len; i++)
    {
      RgmPostedMeasure *measure = g_ptr_array_index (self->measures, i);

      for (guint j = 0; measure->is_taken && j < measure->outcomes->len; j++)
        {
          const RgmPostedGroup *group = g_ptr_array_index (self->groups, g_array_index (measure->groups, guint, j));

          if (group->arm == (int) arm && !has_endpoint (outcomes, measure->endpoint))
            g_ptr_array_add (outcomes, g_object_ref (g_ptr_array_index (measure->outcomes, j)));
        }
    }

  return outcomes;
}

/* What a group that is no arm is known by. */
static void
add_unplaced (GPtrArray            *facts,
              const RgmPostedGroup *group,
              const RgmFact        *fact)
{
  g_autofree char *topic = g_strdup_printf ("%s (%s)", fact->topic, group->title);
  RgmFact fields = { topic, fact->text, fact->citations };

  g_ptr_array_add (facts, rgm_record_new (&rgm_fact_description, &fields));
}

static void
add_unplaced_total (GPtrArray              *facts,
                    const RgmPostedMeasure *measure,
                    const RgmPostedGroup   *group,
                    const RgmOutcome       *outcome)
{
  RgmFact fact = { measure->title, outcome->estimate.published, outcome->citations };

  add_unplaced (facts, group, &fact);
}

static void
collect_unplaced (RgmPostedResults *self,
                  guint             index,
                  GPtrArray        *facts)
{
  const RgmPostedGroup *group = g_ptr_array_index (self->groups, index);

  for (guint i = 0; i < self->measures->len; i++)
    {
      const RgmPostedMeasure *measure = g_ptr_array_index (self->measures, i);

      for (guint j = 0; measure->is_of_events && j < measure->groups->len; j++)
        if (g_array_index (measure->groups, guint, j) == index)
          add_unplaced_total (facts, measure, group, g_ptr_array_index (measure->outcomes, j));
    }
  for (guint i = 0; i < group->safety->len; i++)
    add_unplaced (facts, group, g_ptr_array_index (group->safety, i));
}

/**
 * rgm_posted_results_collect_safety:
 * @self: (nullable): results
 * @arm: the index of an arm; -1 for the trial as a whole, which has what is posted of groups
 *   that are no arms
 *
 * Returns: (transfer full) (element-type RgmFact): what is posted of adverse events there
 */
GPtrArray *
rgm_posted_results_collect_safety (RgmPostedResults *self,
                                   int               arm)
{
  GPtrArray *facts = rgm_description_new_array (&rgm_fact_description, 0);

  for (guint i = 0; self != NULL && arm < 0 && i < self->safety->len; i++)
    g_ptr_array_add (facts, rgm_fact_copy (g_ptr_array_index (self->safety, i)));

  for (guint i = 0; self != NULL && i < self->groups->len; i++)
    {
      const RgmPostedGroup *group = g_ptr_array_index (self->groups, i);

      if (group->arm < 0 && arm < 0)
        collect_unplaced (self, i, facts);
      for (guint j = 0; arm >= 0 && group->arm == arm && j < group->safety->len; j++)
        g_ptr_array_add (facts, rgm_fact_copy (g_ptr_array_index (group->safety, j)));
    }

  return facts;
}

/**
 * rgm_posted_results_apply:
 * @self: results, with what a person said about them
 * @proposed: the proposed trial
 *
 * Returns: (transfer full): the trial with the results that are taken
 */
RgmTrial *
rgm_posted_results_apply (RgmPostedResults *self,
                          RgmTrial         *proposed)
{
  g_autoptr (GPtrArray) arms = rgm_description_new_array (&rgm_arm_description, proposed->arms->len);
  g_autoptr (GPtrArray) safety = rgm_posted_results_collect_safety (self, -1);
  RgmTrial fields = *proposed;

  for (guint i = 0; i < proposed->arms->len; i++)
    {
      RgmArm arm = *(RgmArm *) g_ptr_array_index (proposed->arms, i);
      g_autoptr (GPtrArray) outcomes = rgm_posted_results_collect (self, i);
      g_autoptr (GPtrArray) of_arm = rgm_posted_results_collect_safety (self, (int) i);

      arm.outcomes = outcomes;
      arm.safety = of_arm;
      g_ptr_array_add (arms, rgm_record_new (&rgm_arm_description, &arm));
    }
  fields.arms = arms;
  fields.safety = safety;

  return rgm_record_new (&rgm_trial_description, &fields);
}

static void
refuse_choice (RgmPostedResults *self,
               GPtrArray        *measures,
               RgmRefusals      *refusals)
{
  const RgmPostedMeasure *first = g_ptr_array_index (measures, 0);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < measures->len; i++)
    {
      const RgmPostedMeasure *measure = g_ptr_array_index (measures, i);

      g_string_append_printf (titles, "%soutcomeMeasures[%u] (%s) “%s”", titles->len > 0 ? "; " : "", measure->index,
                              measure->type != NULL ? measure->type : "", measure->title);
    }

  /* Translators: an endpoint and a list of the measures that report it. */
  rgm_refusals_add (refusals, self->place, _("several measures report %s, and none was chosen: %s; enter the right one by hand"),
                    first->endpoint, titles->str);
}

static void
refuse_groups (RgmPostedResults       *self,
               const RgmPostedMeasure *measure,
               RgmRefusals            *refusals)
{
  for (guint i = 0; i < measure->groups->len; i++)
    {
      const RgmPostedGroup *group = g_ptr_array_index (self->groups, g_array_index (measure->groups, guint, i));

      if (group->arm < 0)
        rgm_refusals_add (refusals, measure->place, _("%s of the group “%s”, which is not a registered arm; enter it at the arm it belongs to"),
                          measure->endpoint, group->title);
    }
}

/* A group with whichever of the counts is said once. */
static void
refuse_events (RgmPostedResults *self,
               RgmRefusals      *refusals)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->measures->len; i++)
    {
      const RgmPostedMeasure *measure = g_ptr_array_index (self->measures, i);

      for (guint j = 0; measure->is_of_events && j < measure->groups->len; j++)
        {
          const RgmPostedGroup *group = g_ptr_array_index (self->groups, g_array_index (measure->groups, guint, j));

          if (group->arm < 0 && g_hash_table_add (seen, (gpointer) group))
            rgm_refusals_add (refusals, measure->place, _("adverse events of the group “%s”, which is not a registered arm, are kept as statements on the trial; enter them at the arm they belong to"),
                              group->title);
        }
    }
}

/**
 * rgm_posted_results_refuse_open:
 * @self: results
 * @refusals: where to add
 *
 * Refuses what a person would have to choose, where there is nobody to ask.
 */
void
rgm_posted_results_refuse_open (RgmPostedResults *self,
                                RgmRefusals      *refusals)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  refusals->file = self->file;
  refuse_events (self, refusals);
  for (guint i = 0; i < self->measures->len; i++)
    {
      const RgmPostedMeasure *measure = g_ptr_array_index (self->measures, i);
      g_autoptr (GPtrArray) all = rgm_posted_results_find_measures (self, measure->endpoint);

      if (measure->is_of_events)
        continue;
      if (all->len == 1)
        refuse_groups (self, measure, refusals);
      else if (g_hash_table_add (seen, (gpointer) measure->endpoint))
        refuse_choice (self, all, refusals);
    }
  refusals->file = NULL;
}
