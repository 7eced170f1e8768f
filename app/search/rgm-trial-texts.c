/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-search-fields.h"
#include "rgm-search-lines.h"
#include "rgm-search-states.h"
#include "rgm-text-normalise.h"
#include "rgm-trial-texts.h"
#include "rgm-vocabulary.h"

/* Visits the texts until a call returns %FALSE. */
typedef struct
{
  RgmTextFunc func;
  gpointer    data;
  gboolean    goes_on;
} Walk;

static void
pass (Walk       *walk,
      const char *text,
      RgmTier     tier,
      gboolean    is_shared)
{
  if (walk->goes_on && text != NULL && text[0] != '\0')
    walk->goes_on = walk->func (text, tier, is_shared, walk->data);
}

static void
pass_own (Walk       *walk,
          const char *text,
          RgmTier     tier)
{
  pass (walk, text, tier, FALSE);
}

static void
pass_shared (Walk       *walk,
             const char *text,
             RgmTier     tier)
{
  pass (walk, text, tier, TRUE);
}

static void
pass_all_shared (Walk     *walk,
                 char    **texts,
                 RgmTier   tier)
{
  for (guint i = 0; texts[i] != NULL; i++)
    pass_shared (walk, texts[i], tier);
}

static void
pass_facts (Walk      *walk,
            GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    pass_own (walk, ((const RgmFact *) g_ptr_array_index (facts, i))->text, RGM_TIER_REST);
}

static void
pass_agents (Walk       *walk,
             RgmRegimen *regimen)
{
  GPtrArray *agents = regimen->agents;

  for (guint i = 0; i < agents->len; i++)
    {
      RgmAgent *agent = g_ptr_array_index (agents, i);

      pass_shared (walk, agent->id, RGM_TIER_REGIMEN);
      pass_shared (walk, agent->name, RGM_TIER_REGIMEN);
      pass_all_shared (walk, agent->synonyms, RGM_TIER_REGIMEN);
      pass_shared (walk, agent->group, RGM_TIER_REST);
    }
}

static void
pass_arms (Walk     *walk,
           RgmTrial *trial)
{
  GPtrArray *arms = trial->arms;

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);

      pass_own (walk, arm->id, RGM_TIER_REGIMEN);
      pass_own (walk, arm->label, RGM_TIER_REGIMEN);
      pass_own (walk, arm->dose, RGM_TIER_REST);
      pass_shared (walk, arm->regimen->name, RGM_TIER_REGIMEN);
      pass_all_shared (walk, arm->regimen->synonyms, RGM_TIER_REGIMEN);
      pass_agents (walk, arm->regimen);
    }
}

static void
pass_classes (Walk       *walk,
              RgmDataSet *data_set,
              RgmTrial   *trial)
{
  char **classes = trial->classes;

  for (guint i = 0; classes[i] != NULL; i++)
    {
      const RgmClass *known = rgm_data_set_find_class (data_set, classes[i]);

      pass_shared (walk, classes[i], RGM_TIER_REST);
      if (known != NULL)
        pass_shared (walk, known->name, RGM_TIER_REST);
    }
}

static void
pass_rules (Walk       *walk,
            RgmDataSet *data_set,
            RgmTrial   *trial)
{
  GPtrArray *rules = trial->rules;

  for (guint i = 0; i < rules->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (rules, i);
      RgmBiomarker *biomarker = rgm_data_set_find_biomarker (data_set, rule->biomarker);

      pass_own (walk, rule->text, RGM_TIER_REST);
      if (biomarker == NULL)
        continue;
      pass_shared (walk, biomarker->name, RGM_TIER_REST);
      pass_all_shared (walk, biomarker->synonyms, RGM_TIER_REST);
      for (guint j = 0; rule->values[j] != NULL; j++)
        {
          const RgmBiomarkerValue *value = rgm_biomarker_find_value (biomarker, rule->values[j]);

          if (value == NULL)
            continue;
          pass_shared (walk, value->name, RGM_TIER_REST);
          pass_all_shared (walk, value->synonyms, RGM_TIER_REST);
        }
    }
}

static void
pass_references (Walk     *walk,
                 RgmTrial *trial)
{
  GPtrArray *references = trial->references;

  for (guint i = 0; i < references->len; i++)
    {
      RgmSource *source = g_ptr_array_index (references, i);

      pass_shared (walk, source->citation, RGM_TIER_REST);
      pass_shared (walk, source->doi, RGM_TIER_REST);
    }
}

/**
 * rgm_trial_texts:
 * @data_set: the data set
 * @trial: one of its trials
 * @func: (scope call): called for each text
 * @data: for @func
 *
 * Visits every text in which a person would expect a word to be searched.
 */
void
rgm_trial_texts (RgmDataSet  *data_set,
                 RgmTrial    *trial,
                 RgmTextFunc  func,
                 gpointer     data)
{
  Walk walk = { func, data, TRUE };
  char **registrations = trial->registrations;
  const RgmLines *lines = trial->lines;

  pass_own (&walk, trial->id, RGM_TIER_NAME);
  pass_own (&walk, trial->name, RGM_TIER_NAME);
  for (guint i = 0; registrations[i] != NULL; i++)
    pass_own (&walk, registrations[i], RGM_TIER_NAME);
  pass_arms (&walk, trial);
  pass_own (&walk, trial->title, RGM_TIER_REST);
  pass_shared (&walk, trial->phase, RGM_TIER_REST);
  pass_shared (&walk, trial->status_published, RGM_TIER_REST);
  pass_shared (&walk, trial->status_state, RGM_TIER_REST);
  pass_shared (&walk, rgm_enum_get_nick (RGM_TYPE_ALLOCATION, trial->allocation), RGM_TIER_REST);
  pass_classes (&walk, data_set, trial);
  pass_facts (&walk, trial->populations);
  pass_rules (&walk, data_set, trial);
  if (lines != NULL)
    pass_own (&walk, lines->text, RGM_TIER_REST);
  pass_all_shared (&walk, trial->settings, RGM_TIER_REST);
  pass_all_shared (&walk, trial->tumours, RGM_TIER_REST);
  pass_references (&walk, trial);
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

/* A finer phase, such as IIa, is also found under its phase. */
static void
put_phase (Values     *values,
           const char *phase)
{
  int value = phase != NULL ? rgm_enum_find (RGM_TYPE_PHASE, phase) : -1;

  put (values, "phase", phase);
  if (value == RGM_PHASE_IA || value == RGM_PHASE_IB)
    put (values, "phase", rgm_enum_get_nick (RGM_TYPE_PHASE, RGM_PHASE_I));
  else if (value == RGM_PHASE_IIA || value == RGM_PHASE_IIB)
    put (values, "phase", rgm_enum_get_nick (RGM_TYPE_PHASE, RGM_PHASE_II));
}

static void
put_state (const char *id,
           const char *name,
           gpointer    data)
{
  put (data, RGM_SEARCH_HAS, id);
}

static void
put_arms (Values   *values,
          RgmTrial *trial)
{
  GPtrArray *arms = trial->arms;

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      GPtrArray *agents = arm->regimen->agents;
      GPtrArray *outcomes = arm->outcomes;

      for (guint j = 0; j < agents->len; j++)
        put (values, "agent", ((RgmAgent *) g_ptr_array_index (agents, j))->id);

      for (guint j = 0; j < outcomes->len; j++)
        {
          RgmOutcome *outcome = g_ptr_array_index (outcomes, j);

          if (outcome->estimate.state == RGM_STATE_REPORTED)
            put (values, RGM_SEARCH_HAS, outcome->endpoint);
          else
            rgm_search_states_list (outcome, put_state, values);
        }
    }
}

static void
put_asked (const char *biomarker,
           const char *value,
           gpointer    data)
{
  put (data, biomarker, value);
}

static void
put_line (const char *line,
          gpointer    data)
{
  put (data, RGM_SEARCH_LINE, line);
}

/**
 * rgm_trial_values:
 * @data_set: the data set
 * @trial: one of its trials
 * @func: (scope call): called for each value of each field with a closed list of values
 * @data: for @func
 */
void
rgm_trial_values (RgmDataSet   *data_set,
                  RgmTrial     *trial,
                  RgmValueFunc  func,
                  gpointer      data)
{
  Values values = { func, data };

  put_phase (&values, trial->phase);
  put (&values, "status", trial->status_state);
  if (trial->status_published != NULL)
    func ("status", trial->status_published, FALSE, data);
  put (&values, "allocation", rgm_enum_get_nick (RGM_TYPE_ALLOCATION, trial->allocation));
  put_all (&values, "setting", trial->settings);
  put_all (&values, "tumour", trial->tumours);
  rgm_search_lines_list (trial->lines, put_line, &values);
  put_all (&values, "class", trial->classes);
  put_arms (&values, trial);
  rgm_data_set_list_asked (data_set, trial, put_asked, &values);
  put (&values, "results", trial->is_reported ? "reported" : "none");
  if (trial->is_reported)
    put (&values, RGM_SEARCH_HAS, "results");
  if (trial->remarks->len > 0)
    put (&values, RGM_SEARCH_HAS, "remarks");
}

/**
 * rgm_trial_names:
 * @trial: a trial
 * @func: (scope call): called for each name and identifier of each field of names
 * @data: for @func
 */
void
rgm_trial_names (RgmTrial    *trial,
                 RgmNameFunc  func,
                 gpointer     data)
{
  char **registrations = trial->registrations;
  GPtrArray *arms = trial->arms;
  GPtrArray *references = trial->references;

  func ("id", trial->id, data);
  func ("name", trial->name, data);
  if (trial->title != NULL)
    func ("name", trial->title, data);
  for (guint i = 0; registrations[i] != NULL; i++)
    func ("registration", registrations[i], data);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);

      func ("arm", arm->id, data);
      func ("regimen", arm->label, data);
      func ("regimen", arm->regimen->id, data);
      func ("regimen", arm->regimen->name, data);
      for (guint j = 0; arm->regimen->synonyms[j] != NULL; j++)
        func ("regimen", arm->regimen->synonyms[j], data);
    }

  for (guint i = 0; i < references->len; i++)
    {
      RgmSource *source = g_ptr_array_index (references, i);

      func ("source", source->id, data);
      if (source->doi != NULL)
        func ("source", source->doi, data);
      if (source->title != NULL)
        func ("source", source->title, data);
    }
}

static void
put_outcomes (RgmArm        *arm,
              RgmNumberFunc  func,
              gpointer       data)
{
  GPtrArray *outcomes = arm->outcomes;

  for (guint i = 0; i < outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (outcomes, i);
      const RgmEstimate *estimate = &outcome->estimate;
      RgmBound lower, upper;
      double months;

      if (estimate->state != RGM_STATE_REPORTED)
        continue;
      if (rgm_estimate_to_months (estimate, &months, &lower, &upper))
        func (outcome->endpoint, months, data);
      else
        func (outcome->endpoint, estimate->value, data);
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
  GPtrArray *arms = trial->arms;

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);

      if (arm->n >= 0)
        func ("n", (double) arm->n, data);
      put_outcomes (arm, func, data);
    }
}
