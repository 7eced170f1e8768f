/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-fold.h"
#include "rgm-trial-texts.h"
#include "rgm-wording.h"

/* Goes through the texts until one says stop. */
typedef struct
{
  RgmTextFunc func;
  gpointer    data;
  gboolean    goes_on;
} Walk;

static void
tell (Walk       *walk,
      const char *text,
      RgmTier     tier)
{
  if (walk->goes_on && text != NULL && text[0] != '\0')
    walk->goes_on = walk->func (text, tier, walk->data);
}

static void
tell_all (Walk     *walk,
          char    **texts,
          RgmTier   tier)
{
  for (guint i = 0; texts[i] != NULL; i++)
    tell (walk, texts[i], tier);
}

static void
tell_facts (Walk      *walk,
            GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    tell (walk, ((const RgmFact *) g_ptr_array_index (facts, i))->text, RGM_TIER_REST);
}

static void
tell_agents (Walk       *walk,
             RgmRegimen *regimen)
{
  GPtrArray *agents = rgm_regimen_get_agents (regimen);

  for (guint i = 0; i < agents->len; i++)
    {
      RgmAgent *agent = g_ptr_array_index (agents, i);

      tell (walk, rgm_agent_get_id (agent), RGM_TIER_REGIMEN);
      tell (walk, rgm_agent_get_name (agent), RGM_TIER_REGIMEN);
      tell_all (walk, rgm_agent_get_synonyms (agent), RGM_TIER_REGIMEN);
      tell (walk, rgm_agent_get_group (agent), RGM_TIER_REST);
    }
}

static void
tell_arms (Walk     *walk,
           RgmTrial *trial)
{
  GPtrArray *arms = rgm_trial_get_arms (trial);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);

      tell (walk, rgm_arm_get_id (arm), RGM_TIER_REGIMEN);
      tell (walk, rgm_arm_get_label (arm), RGM_TIER_REGIMEN);
      tell (walk, rgm_arm_get_dose (arm), RGM_TIER_REST);
      tell (walk, rgm_regimen_get_name (rgm_arm_get_regimen (arm)), RGM_TIER_REGIMEN);
      tell_agents (walk, rgm_arm_get_regimen (arm));
    }
}

static void
tell_classes (Walk       *walk,
              RgmDataSet *data_set,
              RgmTrial   *trial)
{
  char **classes = rgm_trial_get_classes (trial);

  for (guint i = 0; classes[i] != NULL; i++)
    {
      const RgmClass *known = rgm_data_set_find_class (data_set, classes[i]);

      tell (walk, classes[i], RGM_TIER_REST);
      if (known != NULL)
        tell (walk, known->name, RGM_TIER_REST);
    }
}

static void
tell_rules (Walk       *walk,
            RgmDataSet *data_set,
            RgmTrial   *trial)
{
  GPtrArray *rules = rgm_trial_get_rules (trial);

  for (guint i = 0; i < rules->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (rules, i);
      RgmBiomarker *biomarker = rgm_data_set_find_biomarker (data_set, rule->biomarker);

      tell (walk, rule->text, RGM_TIER_REST);
      if (biomarker == NULL)
        continue;
      tell (walk, rgm_biomarker_get_name (biomarker), RGM_TIER_REST);
      tell_all (walk, rgm_biomarker_get_synonyms (biomarker), RGM_TIER_REST);
      for (guint j = 0; rule->values[j] != NULL; j++)
        {
          const RgmBiomarkerValue *value = rgm_biomarker_find_value (biomarker, rule->values[j]);

          if (value != NULL)
            tell (walk, value->name, RGM_TIER_REST);
        }
    }
}

static void
tell_references (Walk     *walk,
                 RgmTrial *trial)
{
  GPtrArray *references = rgm_trial_get_references (trial);

  for (guint i = 0; i < references->len; i++)
    {
      RgmSource *source = g_ptr_array_index (references, i);

      tell (walk, rgm_source_get_citation (source), RGM_TIER_REST);
      tell (walk, rgm_source_get_doi (source), RGM_TIER_REST);
    }
}

/**
 * rgm_trial_texts:
 * @data_set: the data set
 * @trial: one of its trials
 * @func: (scope call): called for each text
 * @data: for @func
 *
 * Goes through everything that a person would expect a word to be looked for in.
 */
void
rgm_trial_texts (RgmDataSet  *data_set,
                 RgmTrial    *trial,
                 RgmTextFunc  func,
                 gpointer     data)
{
  Walk walk = { func, data, TRUE };
  const RgmLines *lines = rgm_trial_get_lines (trial);

  tell (&walk, rgm_trial_get_id (trial), RGM_TIER_NAME);
  tell (&walk, rgm_trial_get_name (trial), RGM_TIER_NAME);
  tell_all (&walk, rgm_trial_get_registrations (trial), RGM_TIER_NAME);
  tell_arms (&walk, trial);
  tell (&walk, rgm_trial_get_title (trial), RGM_TIER_REST);
  tell (&walk, rgm_trial_get_phase (trial), RGM_TIER_REST);
  tell (&walk, rgm_trial_get_status_published (trial), RGM_TIER_REST);
  tell (&walk, rgm_trial_get_status_state (trial), RGM_TIER_REST);
  tell (&walk, rgm_allocation_to_nick (rgm_trial_get_allocation (trial)), RGM_TIER_REST);
  tell_classes (&walk, data_set, trial);
  tell_facts (&walk, rgm_trial_get_populations (trial));
  tell_rules (&walk, data_set, trial);
  if (lines != NULL)
    tell (&walk, lines->text, RGM_TIER_REST);
  tell_all (&walk, rgm_trial_get_settings (trial), RGM_TIER_REST);
  tell_all (&walk, rgm_trial_get_tumours (trial), RGM_TIER_REST);
  tell_references (&walk, trial);
}

typedef struct
{
  RgmValueFunc func;
  gpointer     data;
} Values;

static void
put (Values     *values,
     const char *field,
     const char *value)
{
  if (value != NULL)
    values->func (field, value, FALSE, values->data);
}

static void
put_name (Values     *values,
          const char *field,
          const char *value)
{
  if (value != NULL)
    values->func (field, value, TRUE, values->data);
}

static void
put_all (Values      *values,
         const char  *field,
         char       **all)
{
  for (guint i = 0; all[i] != NULL; i++)
    put (values, field, all[i]);
}

static void
put_agents (Values *values,
            RgmArm *arm)
{
  GPtrArray *agents = rgm_regimen_get_agents (rgm_arm_get_regimen (arm));

  for (guint i = 0; i < agents->len; i++)
    {
      RgmAgent *agent = g_ptr_array_index (agents, i);
      char **synonyms = rgm_agent_get_synonyms (agent);

      put_name (values, "agent", rgm_agent_get_id (agent));
      put_name (values, "agent", rgm_agent_get_name (agent));
      for (guint j = 0; synonyms[j] != NULL; j++)
        put_name (values, "agent", synonyms[j]);
    }
}

static void
put_arms (Values   *values,
          RgmTrial *trial)
{
  GPtrArray *arms = rgm_trial_get_arms (trial);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      GPtrArray *outcomes = rgm_arm_get_outcomes (arm);

      put_name (values, "arm", rgm_arm_get_id (arm));
      put_name (values, "regimen", rgm_arm_get_label (arm));
      put_name (values, "regimen", rgm_regimen_get_id (rgm_arm_get_regimen (arm)));
      put_name (values, "regimen", rgm_regimen_get_name (rgm_arm_get_regimen (arm)));
      put_agents (values, arm);

      for (guint j = 0; j < outcomes->len; j++)
        {
          RgmOutcome *outcome = g_ptr_array_index (outcomes, j);

          if (rgm_outcome_get_estimate (outcome)->state == RGM_STATE_REPORTED)
            put (values, "has", rgm_outcome_get_endpoint (outcome));
        }
    }
}

static void
put_classes (Values     *values,
             RgmDataSet *data_set,
             RgmTrial   *trial)
{
  char **classes = rgm_trial_get_classes (trial);

  for (guint i = 0; classes[i] != NULL; i++)
    {
      const RgmClass *known = rgm_data_set_find_class (data_set, classes[i]);

      put (values, "class", classes[i]);
      if (known != NULL)
        put (values, "class", known->name);
    }
}

static void
put_biomarkers (Values     *values,
                RgmDataSet *data_set,
                RgmTrial   *trial)
{
  GListModel *biomarkers = rgm_data_set_get_biomarkers (data_set);

  if (rgm_trial_get_rules (trial)->len == 0)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (biomarkers); i++)
    {
      g_autoptr (RgmBiomarker) biomarker = g_list_model_get_item (biomarkers, i);
      GPtrArray *all = rgm_biomarker_get_values (biomarker);
      const char *id = rgm_biomarker_get_id (biomarker);

      for (guint j = 0; j < all->len; j++)
        {
          const RgmBiomarkerValue *value = g_ptr_array_index (all, j);

          if (!rgm_data_set_asks_for (data_set, trial, id, value->id))
            continue;
          put (values, id, value->id);
          put (values, id, value->name);
        }
    }
}

/**
 * rgm_trial_values:
 * @data_set: the data set
 * @trial: one of its trials
 * @func: (scope call): called for each value of each field
 * @data: for @func
 */
void
rgm_trial_values (RgmDataSet   *data_set,
                  RgmTrial     *trial,
                  RgmValueFunc  func,
                  gpointer      data)
{
  Values values = { func, data };
  GPtrArray *references = rgm_trial_get_references (trial);

  put_name (&values, "id", rgm_trial_get_id (trial));
  put_name (&values, "name", rgm_trial_get_name (trial));
  put_all (&values, "registration", rgm_trial_get_registrations (trial));
  put (&values, "phase", rgm_trial_get_phase (trial));
  put (&values, "status", rgm_trial_get_status_state (trial));
  put (&values, "status", rgm_trial_get_status_published (trial));
  put (&values, "allocation", rgm_allocation_to_nick (rgm_trial_get_allocation (trial)));
  put_all (&values, "setting", rgm_trial_get_settings (trial));
  put_all (&values, "tumour", rgm_trial_get_tumours (trial));
  put_classes (&values, data_set, trial);
  put_arms (&values, trial);
  put_biomarkers (&values, data_set, trial);
  if (rgm_trial_get_is_reported (trial))
    put (&values, "has", "results");
  if (rgm_trial_get_remarks (trial)->len > 0)
    put (&values, "has", "remarks");
  for (guint i = 0; i < references->len; i++)
    {
      put (&values, "source", rgm_source_get_id (g_ptr_array_index (references, i)));
      put (&values, "source", rgm_source_get_doi (g_ptr_array_index (references, i)));
    }
}

static void
put_outcomes (RgmArm        *arm,
              RgmNumberFunc  func,
              gpointer       data)
{
  GPtrArray *outcomes = rgm_arm_get_outcomes (arm);

  for (guint i = 0; i < outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (outcomes, i);
      const RgmEstimate *estimate = rgm_outcome_get_estimate (outcome);
      RgmBound lower, upper;
      double months;

      if (estimate->state != RGM_STATE_REPORTED)
        continue;
      if (rgm_estimate_to_months (estimate, &months, &lower, &upper))
        func (rgm_outcome_get_endpoint (outcome), months, data);
      else
        func (rgm_outcome_get_endpoint (outcome), estimate->value, data);
    }
}

/**
 * rgm_trial_numbers:
 * @trial: a trial
 * @func: (scope call): called for each number of each arm, never of a subgroup
 * @data: for @func
 */
void
rgm_trial_numbers (RgmTrial      *trial,
                   RgmNumberFunc  func,
                   gpointer       data)
{
  GPtrArray *arms = rgm_trial_get_arms (trial);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);

      if (rgm_arm_get_n (arm) >= 0)
        func ("n", (double) rgm_arm_get_n (arm), data);
      put_outcomes (arm, func, data);
    }
}

/**
 * rgm_search_fields:
 * @data_set: a data set
 *
 * Returns: (transfer full): the names of the fields with values; those of its biomarkers too
 */
char **
rgm_search_fields (RgmDataSet *data_set)
{
  static const char *const fields[] = {
    "id", "name", "registration", "phase", "status", "class", "agent", "regimen", "arm", "allocation", "setting",
    "tumour", "source", "has", NULL,
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GListModel *biomarkers = rgm_data_set_get_biomarkers (data_set);

  g_strv_builder_addv (builder, (const char **) fields);
  for (guint i = 0; i < g_list_model_get_n_items (biomarkers); i++)
    {
      g_autoptr (RgmBiomarker) biomarker = g_list_model_get_item (biomarkers, i);
      g_autofree char *name = rgm_fold (rgm_biomarker_get_id (biomarker));

      if (!g_strv_contains (fields, name))
        g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

/**
 * rgm_search_numbers:
 * @data_set: a data set
 *
 * Returns: (transfer full): the names of the fields with numbers: n and every endpoint
 */
char **
rgm_search_numbers (RgmDataSet *data_set)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GPtrArray *endpoints = rgm_data_set_get_endpoints (data_set);

  g_strv_builder_add (builder, "n");
  for (guint i = 0; i < endpoints->len; i++)
    {
      g_autofree char *name = rgm_fold (((const RgmEndpoint *) g_ptr_array_index (endpoints, i))->id);

      g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}
