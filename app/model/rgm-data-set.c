/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-data-set.h"
#include "rgm-record-check.h"
#include "rgm-record-list.h"

/* Components first: a biomarker is resolved once all its components are. */
static void
resolve (GHashTable *waiting_for,
         GHashTable *n_unresolved,
         const char *id)
{
  g_autoptr (GQueue) resolved = g_queue_new ();

  g_queue_push_tail (resolved, (gpointer) id);

  while ((id = g_queue_pop_head (resolved)) != NULL)
    {
      GPtrArray *composites = g_hash_table_lookup (waiting_for, id);

      for (guint i = 0; composites != NULL && i < composites->len; i++)
        {
          char *composite = (char *) ((RgmBiomarker *) g_ptr_array_index (composites, i))->id;
          guint left = GPOINTER_TO_UINT (g_hash_table_lookup (n_unresolved, composite)) - 1;

          g_hash_table_insert (n_unresolved, composite, GUINT_TO_POINTER (left));
          if (left == 0)
            g_queue_push_tail (resolved, composite);
        }
    }
}

static void
add_to_list (GHashTable *lists,
             const char *key,
             gpointer    item)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, (gpointer) key, list);
    }
  g_ptr_array_add (list, item);
}

/* The composites that a biomarker is a component of, by its id. */
static GHashTable *
sort_composites (GPtrArray *biomarkers)
{
  GHashTable *composites = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < biomarkers->len; i++)
    {
      RgmBiomarker *biomarker = g_ptr_array_index (biomarkers, i);

      for (guint j = 0; biomarker->components[j] != NULL; j++)
        add_to_list (composites, biomarker->components[j], biomarker);
    }

  return composites;
}

/* Whoever walks along the components of a biomarker that is, perhaps by way of others, a
 * component of itself would never come to an end. */
static void
check_data_set (gconstpointer  record,
                RgmCheck      *check)
{
  GPtrArray *biomarkers = ((const RgmDataSet *) record)->biomarkers;
  g_autoptr (GHashTable) waiting_for = sort_composites (biomarkers);
  g_autoptr (GHashTable) n_unresolved = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < biomarkers->len; i++)
    {
      RgmBiomarker *biomarker = g_ptr_array_index (biomarkers, i);
      guint n = g_strv_length (biomarker->components);

      g_hash_table_insert (n_unresolved, (gpointer) biomarker->id, GUINT_TO_POINTER (n));
    }

  for (guint i = 0; i < biomarkers->len; i++)
    {
      RgmBiomarker *biomarker = g_ptr_array_index (biomarkers, i);

      if (biomarker->components[0] == NULL)
        resolve (waiting_for, n_unresolved, biomarker->id);
    }

  for (guint i = 0; i < biomarkers->len; i++)
    {
      RgmBiomarker *biomarker = g_ptr_array_index (biomarkers, i);

      if (g_hash_table_lookup (n_unresolved, biomarker->id) != NULL)
        rgm_check_fault (check, "biomarkers", (int) i, "parts", _("\"%s\" is defined in terms of itself"), biomarker->id);
    }
}

static GHashTable *
make_arm_table (GPtrArray *trials)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (trials, i);

      for (guint j = 0; j < trial->arms->len; j++)
        g_hash_table_insert (table, (gpointer) ((RgmArm *) g_ptr_array_index (trial->arms, j))->id, trial);
    }

  return table;
}

static void
complete_data_set (gpointer record)
{
  RgmDataSet *self = record;

  self->format = RGM_FORMAT;

  self->source_list = rgm_record_list_new (RGM_TYPE_SOURCE, self->sources);
  self->agent_list = rgm_record_list_new (RGM_TYPE_AGENT, self->agents);
  self->regimen_list = rgm_record_list_new (RGM_TYPE_REGIMEN, self->regimens);
  self->biomarker_list = rgm_record_list_new (RGM_TYPE_BIOMARKER, self->biomarkers);
  self->trial_list = rgm_record_list_new (RGM_TYPE_TRIAL, self->trials);

  self->source_by_id = rgm_record_make_table (&rgm_source_description, self->sources);
  self->class_by_id = rgm_record_make_table (&rgm_class_description, self->classes);
  self->endpoint_by_id = rgm_record_make_table (&rgm_endpoint_description, self->endpoints);
  self->agent_by_id = rgm_record_make_table (&rgm_agent_description, self->agents);
  self->regimen_by_id = rgm_record_make_table (&rgm_regimen_description, self->regimens);
  self->biomarker_by_id = rgm_record_make_table (&rgm_biomarker_description, self->biomarkers);
  self->trial_by_id = rgm_record_make_table (&rgm_trial_description, self->trials);
  self->trial_by_arm_id = make_arm_table (self->trials);
  self->composites_by_component = sort_composites (self->biomarkers);
}

static void
clear_data_set (gpointer record)
{
  RgmDataSet *self = record;

  g_clear_object (&self->source_list);
  g_clear_object (&self->agent_list);
  g_clear_object (&self->regimen_list);
  g_clear_object (&self->biomarker_list);
  g_clear_object (&self->trial_list);
  g_clear_pointer (&self->source_by_id, g_hash_table_unref);
  g_clear_pointer (&self->class_by_id, g_hash_table_unref);
  g_clear_pointer (&self->endpoint_by_id, g_hash_table_unref);
  g_clear_pointer (&self->agent_by_id, g_hash_table_unref);
  g_clear_pointer (&self->regimen_by_id, g_hash_table_unref);
  g_clear_pointer (&self->biomarker_by_id, g_hash_table_unref);
  g_clear_pointer (&self->trial_by_id, g_hash_table_unref);
  g_clear_pointer (&self->trial_by_arm_id, g_hash_table_unref);
  g_clear_pointer (&self->composites_by_component, g_hash_table_unref);
}

/* In an order in which everything comes before what refers to it. */
static const RgmField fields[] = {
  RGM_FIELD (RgmDataSet, format, "format", INTEGER, RGM_REQUIRED, "The version of this format.", .min = RGM_FORMAT, .max = RGM_FORMAT),
  RGM_FIELD (RgmDataSet, id, "id", ID, RGM_REQUIRED, "Identifies the data set."),
  RGM_FIELD (RgmDataSet, title, "title", TEXT, RGM_REQUIRED, "What it is the evidence for."),
  RGM_FIELD (RgmDataSet, description, "description", TEXT, RGM_OPTIONAL, "More about it, in a few sentences."),
  RGM_FIELD (RgmDataSet, as_of, "as_of", DAY, RGM_REQUIRED, "The day on which the trials' statuses were looked up."),
  RGM_FIELD (RgmDataSet, licence, "licence", RECORD, RGM_REQUIRED, "The licence of the facts.", .element = &rgm_licence_description),
  RGM_FIELD (RgmDataSet, sources, "sources", RECORDS, RGM_REQUIRED, "What it is drawn from.", .element = &rgm_source_description),
  RGM_FIELD (RgmDataSet, classes, "classes", RECORDS, RGM_REQUIRED, "The classes of agents, in the order of charts.",
             .element = &rgm_class_description),
  RGM_FIELD (RgmDataSet, endpoints, "endpoints", RECORDS, RGM_REQUIRED, "The endpoints, in the order of tables.",
             .element = &rgm_endpoint_description),
  RGM_FIELD (RgmDataSet, agents, "agents", RECORDS, RGM_REQUIRED, "The agents.", .element = &rgm_agent_description),
  RGM_FIELD (RgmDataSet, regimens, "regimens", RECORDS, RGM_REQUIRED, "The regimens.", .element = &rgm_regimen_description),
  RGM_FIELD (RgmDataSet, biomarkers, "biomarkers", RECORDS, RGM_REQUIRED, "The biomarkers.", .element = &rgm_biomarker_description),
  RGM_FIELD (RgmDataSet, characteristics, "characteristics", RECORDS, RGM_OPTIONAL,
             "What trials ask about a patient beside biomarkers, with its values: setting, tumour, earlier treatment.",
             .element = &rgm_biomarker_description),
  RGM_FIELD (RgmDataSet, trials, "trials", RECORDS, RGM_REQUIRED, "The trials.", .element = &rgm_trial_description),
  RGM_FIELD (RgmDataSet, pathway, "pathway", RECORD, RGM_OPTIONAL, "Where agents act.", .element = &rgm_pathway_description),
  RGM_FIELD (RgmDataSet, remarks, "remarks", RECORDS, RGM_OPTIONAL, "What a reader should know about the data set as a whole.",
             .element = &rgm_remark_description),
};

RGM_DEFINE_RECORD (RgmDataSet, rgm_data_set, fields, .name = "data_set", .help = "One data set: what Regimen shows.",
                   .check = check_data_set, .complete = complete_data_set, .clear = clear_data_set)

GListModel *
rgm_data_set_get_sources (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->source_list;
}

GListModel *
rgm_data_set_get_agents (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->agent_list;
}

GListModel *
rgm_data_set_get_regimens (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->regimen_list;
}

GListModel *
rgm_data_set_get_biomarkers (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->biomarker_list;
}

GListModel *
rgm_data_set_get_trials (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->trial_list;
}

const RgmClass *
rgm_data_set_find_class (RgmDataSet *self,
                         const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->class_by_id, id);
}

const RgmEndpoint *
rgm_data_set_find_endpoint (RgmDataSet *self,
                            const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->endpoint_by_id, id);
}

RgmSource *
rgm_data_set_find_source (RgmDataSet *self,
                          const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return g_hash_table_lookup (self->source_by_id, id);
}

RgmAgent *
rgm_data_set_find_agent (RgmDataSet *self,
                         const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return g_hash_table_lookup (self->agent_by_id, id);
}

RgmRegimen *
rgm_data_set_find_regimen (RgmDataSet *self,
                           const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return g_hash_table_lookup (self->regimen_by_id, id);
}

RgmBiomarker *
rgm_data_set_find_biomarker (RgmDataSet *self,
                             const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return g_hash_table_lookup (self->biomarker_by_id, id);
}

RgmTrial *
rgm_data_set_find_trial (RgmDataSet *self,
                         const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return g_hash_table_lookup (self->trial_by_id, id);
}

/**
 * rgm_data_set_find_arm:
 * @self: a data set
 * @id: the id of an arm
 * @trial: (out) (optional) (transfer none): the arm's trial
 *
 * Returns: (transfer none) (nullable): the arm
 */
RgmArm *
rgm_data_set_find_arm (RgmDataSet  *self,
                       const char  *id,
                       RgmTrial   **trial)
{
  RgmTrial *found;

  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  found = g_hash_table_lookup (self->trial_by_arm_id, id);
  if (trial != NULL)
    *trial = found;

  return found != NULL ? rgm_trial_get_arm (found, id) : NULL;
}

/* The rules of a trial that ask for something, in lists by their biomarkers. */
static GHashTable *
sort_rules (RgmTrial *trial)
{
  GHashTable *rules = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < trial->rules->len; i++)
    {
      RgmRule *rule = g_ptr_array_index (trial->rules, i);

      if (!rule->excluded)
        add_to_list (rules, rule->biomarker, rule);
    }

  return rules;
}

/* Whether the trial's own rules ask for the value. */
static gboolean
has_rule (GHashTable *rules,
          const char *biomarker,
          const char *value)
{
  GPtrArray *list = g_hash_table_lookup (rules, biomarker);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (list, i);

      if (g_strv_contains ((const char *const *) rule->values, value))
        return TRUE;
    }

  return FALSE;
}

/* Whether the components' rules amount to a rule for the composite: all of them for a value
 * that every component must have (wild-type), any of them otherwise (mutated). */
static gboolean
has_rule_by_components (RgmBiomarker *biomarker,
                        GHashTable   *rules,
                        const char   *value,
                        gboolean      every)
{
  for (guint i = 0; biomarker->components[i] != NULL; i++)
    if (has_rule (rules, biomarker->components[i], value) != every)
      return !every;

  return every && biomarker->components[0] != NULL;
}

/* Whether a composite with this component is asked for with a value that every component
 * must then have. */
static gboolean
has_rule_by_composite (RgmDataSet *self,
                       GHashTable *rules,
                       const char *biomarker,
                       const char *value)
{
  GPtrArray *composites = g_hash_table_lookup (self->composites_by_component, biomarker);

  for (guint i = 0; composites != NULL && i < composites->len; i++)
    {
      RgmBiomarker *composite = g_ptr_array_index (composites, i);
      const RgmBiomarkerValue *found = rgm_biomarker_find_value (composite, value);

      if (found != NULL && found->every && has_rule (rules, composite->id, value))
        return TRUE;
    }

  return FALSE;
}

/**
 * rgm_data_set_list_asked:
 * @self: a data set
 * @trial: one of its trials
 * @func: (scope call): called for each value that is asked for, in the order of the biomarkers
 * @data: for @func
 *
 * Lists the values of biomarkers that a trial's eligibility asks for. A composite and its components are considered together: a
 * trial that asks for RAS wild-type asks for KRAS wild-type, and one that asks for KRAS and NRAS wild-type asks for RAS wild-type.
 * What no rule mentions is not asked for.
 */
void
rgm_data_set_list_asked (RgmDataSet   *self,
                         RgmTrial     *trial,
                         RgmAskedFunc  func,
                         gpointer      data)
{
  g_autoptr (GHashTable) rules = NULL;

  g_return_if_fail (RGM_IS_DATA_SET (self));
  g_return_if_fail (RGM_IS_TRIAL (trial));

  if (trial->rules->len == 0)
    return;

  rules = sort_rules (trial);
  for (guint i = 0; i < self->biomarkers->len; i++)
    {
      RgmBiomarker *biomarker = g_ptr_array_index (self->biomarkers, i);

      for (guint j = 0; j < biomarker->values->len; j++)
        {
          const RgmBiomarkerValue *value = g_ptr_array_index (biomarker->values, j);

          if (has_rule (rules, biomarker->id, value->id) || has_rule_by_components (biomarker, rules, value->id, value->every) ||
              has_rule_by_composite (self, rules, biomarker->id, value->id))
            func (biomarker->id, value->id, data);
        }
    }
}
