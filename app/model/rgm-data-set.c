/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-data-set.h"
#include "rgm-model-private.h"

struct _RgmDataSet
{
  GObject      parent_instance;

  char        *id;
  char        *title;
  char        *description;
  GDate        as_of;
  RgmLicence  *licence;
  GPtrArray   *classes;
  GPtrArray   *endpoints;
  GListStore  *sources;
  GListStore  *agents;
  GListStore  *regimens;
  GListStore  *biomarkers;
  GListStore  *trials;
  GPtrArray   *remarks;
  RgmPathway  *pathway;

  /* By id; keys and values belong to the lists. */
  GHashTable  *source_by_id;
  GHashTable  *agent_by_id;
  GHashTable  *regimen_by_id;
  GHashTable  *biomarker_by_id;
  GHashTable  *trial_by_id;
  GHashTable  *trial_by_arm_id;
};

G_DEFINE_FINAL_TYPE (RgmDataSet, rgm_data_set, G_TYPE_OBJECT)

static void
rgm_data_set_finalize (GObject *object)
{
  RgmDataSet *self = RGM_DATA_SET (object);

  g_clear_pointer (&self->source_by_id, g_hash_table_unref);
  g_clear_pointer (&self->agent_by_id, g_hash_table_unref);
  g_clear_pointer (&self->regimen_by_id, g_hash_table_unref);
  g_clear_pointer (&self->biomarker_by_id, g_hash_table_unref);
  g_clear_pointer (&self->trial_by_id, g_hash_table_unref);
  g_clear_pointer (&self->trial_by_arm_id, g_hash_table_unref);
  g_clear_object (&self->pathway);
  g_clear_object (&self->sources);
  g_clear_object (&self->agents);
  g_clear_object (&self->regimens);
  g_clear_object (&self->biomarkers);
  g_clear_object (&self->trials);
  g_clear_pointer (&self->classes, g_ptr_array_unref);
  g_clear_pointer (&self->endpoints, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->licence, rgm_licence_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (rgm_data_set_parent_class)->finalize (object);
}

static void
rgm_data_set_class_init (RgmDataSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_data_set_finalize;
}

static void
rgm_data_set_init (RgmDataSet *self)
{
}

static GListStore *
make_list (GType      type,
           GPtrArray *objects)
{
  GListStore *list = g_list_store_new (type);

  if (objects != NULL)
    g_list_store_splice (list, 0, 0, objects->pdata, objects->len);

  return list;
}

typedef const char *(*GetId) (gpointer object);

static GHashTable *
make_table (GPtrArray *objects,
            GetId      get_id)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; objects != NULL && i < objects->len; i++)
    {
      gpointer object = g_ptr_array_index (objects, i);

      g_hash_table_insert (table, (gpointer) get_id (object), object);
    }

  return table;
}

static GHashTable *
make_arm_table (GPtrArray *trials)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; trials != NULL && i < trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (trials, i);
      GPtrArray *arms = rgm_trial_get_arms (trial);

      for (guint j = 0; j < arms->len; j++)
        g_hash_table_insert (table, (gpointer) rgm_arm_get_id (g_ptr_array_index (arms, j)), trial);
    }

  return table;
}

/**
 * rgm_data_set_new:
 * @parts: what it is made of
 *
 * Whether ids are unique and references resolve is for the caller to have seen to.
 *
 * Returns: (transfer full): a data set
 */
RgmDataSet *
rgm_data_set_new (const RgmDataSetParts *parts)
{
  RgmDataSet *self;

  g_return_val_if_fail (parts != NULL, NULL);
  g_return_val_if_fail (parts->as_of != NULL && g_date_valid (parts->as_of), NULL);
  g_return_val_if_fail (parts->licence != NULL, NULL);

  self = g_object_new (RGM_TYPE_DATA_SET, NULL);
  self->id = g_strdup (parts->id);
  self->title = g_strdup (parts->title);
  self->description = g_strdup (parts->description);
  self->as_of = *parts->as_of;
  self->licence = rgm_licence_new (parts->licence->name, parts->licence->url, parts->licence->credit);
  self->classes = rgm_array_ref (parts->classes);
  self->endpoints = rgm_array_ref (parts->endpoints);
  self->remarks = rgm_array_ref (parts->remarks);
  g_set_object (&self->pathway, parts->pathway);

  self->sources = make_list (RGM_TYPE_SOURCE, parts->sources);
  self->agents = make_list (RGM_TYPE_AGENT, parts->agents);
  self->regimens = make_list (RGM_TYPE_REGIMEN, parts->regimens);
  self->biomarkers = make_list (RGM_TYPE_BIOMARKER, parts->biomarkers);
  self->trials = make_list (RGM_TYPE_TRIAL, parts->trials);

  self->source_by_id = make_table (parts->sources, (GetId) rgm_source_get_id);
  self->agent_by_id = make_table (parts->agents, (GetId) rgm_agent_get_id);
  self->regimen_by_id = make_table (parts->regimens, (GetId) rgm_regimen_get_id);
  self->biomarker_by_id = make_table (parts->biomarkers, (GetId) rgm_biomarker_get_id);
  self->trial_by_id = make_table (parts->trials, (GetId) rgm_trial_get_id);
  self->trial_by_arm_id = make_arm_table (parts->trials);

  return self;
}

/**
 * rgm_data_set_get_id:
 * @self: a data set
 *
 * Returns: (transfer none): its id
 */
const char *
rgm_data_set_get_id (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->id;
}

/**
 * rgm_data_set_get_title:
 * @self: a data set
 *
 * Returns: (transfer none): what it is the evidence of
 */
const char *
rgm_data_set_get_title (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->title;
}

/**
 * rgm_data_set_get_description:
 * @self: a data set
 *
 * Returns: (transfer none) (nullable): more of it in a few sentences
 */
const char *
rgm_data_set_get_description (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->description;
}

/**
 * rgm_data_set_get_as_of:
 * @self: a data set
 *
 * Returns: (transfer none): the day on which the trials' statuses were looked up
 */
const GDate *
rgm_data_set_get_as_of (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return &self->as_of;
}

/**
 * rgm_data_set_get_licence:
 * @self: a data set
 *
 * Returns: (transfer none): the licence and whom to credit
 */
const RgmLicence *
rgm_data_set_get_licence (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->licence;
}

/**
 * rgm_data_set_get_classes:
 * @self: a data set
 *
 * Returns: (transfer none) (element-type RgmClass): the classes of agents, in their order
 */
GPtrArray *
rgm_data_set_get_classes (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->classes;
}

/**
 * rgm_data_set_find_class:
 * @self: a data set
 * @id: the id of a class
 *
 * Returns: (transfer none) (nullable): the class
 */
const RgmClass *
rgm_data_set_find_class (RgmDataSet *self,
                         const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->classes->len; i++)
    {
      const RgmClass *each = g_ptr_array_index (self->classes, i);

      if (g_str_equal (each->id, id))
        return each;
    }

  return NULL;
}

/**
 * rgm_data_set_get_endpoints:
 * @self: a data set
 *
 * Returns: (transfer none) (element-type RgmEndpoint): the endpoints, in their order
 */
GPtrArray *
rgm_data_set_get_endpoints (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->endpoints;
}

/**
 * rgm_data_set_find_endpoint:
 * @self: a data set
 * @id: the id of an endpoint
 *
 * Returns: (transfer none) (nullable): the endpoint
 */
const RgmEndpoint *
rgm_data_set_find_endpoint (RgmDataSet *self,
                            const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->endpoints->len; i++)
    {
      const RgmEndpoint *each = g_ptr_array_index (self->endpoints, i);

      if (g_str_equal (each->id, id))
        return each;
    }

  return NULL;
}

/**
 * rgm_data_set_get_sources:
 * @self: a data set
 *
 * Returns: (transfer none): a list of #RgmSource: what it is drawn from
 */
GListModel *
rgm_data_set_get_sources (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return G_LIST_MODEL (self->sources);
}

/**
 * rgm_data_set_find_source:
 * @self: a data set
 * @id: the id of a source
 *
 * Returns: (transfer none) (nullable): the source
 */
RgmSource *
rgm_data_set_find_source (RgmDataSet *self,
                          const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->source_by_id, id);
}

/**
 * rgm_data_set_get_agents:
 * @self: a data set
 *
 * Returns: (transfer none): a list of #RgmAgent: the agents
 */
GListModel *
rgm_data_set_get_agents (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return G_LIST_MODEL (self->agents);
}

/**
 * rgm_data_set_find_agent:
 * @self: a data set
 * @id: the id of an agent
 *
 * Returns: (transfer none) (nullable): the agent
 */
RgmAgent *
rgm_data_set_find_agent (RgmDataSet *self,
                         const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->agent_by_id, id);
}

/**
 * rgm_data_set_get_regimens:
 * @self: a data set
 *
 * Returns: (transfer none): a list of #RgmRegimen: the regimens
 */
GListModel *
rgm_data_set_get_regimens (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return G_LIST_MODEL (self->regimens);
}

/**
 * rgm_data_set_find_regimen:
 * @self: a data set
 * @id: the id of a regimen
 *
 * Returns: (transfer none) (nullable): the regimen
 */
RgmRegimen *
rgm_data_set_find_regimen (RgmDataSet *self,
                           const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->regimen_by_id, id);
}

/**
 * rgm_data_set_get_biomarkers:
 * @self: a data set
 *
 * Returns: (transfer none): a list of #RgmBiomarker: the biomarkers
 */
GListModel *
rgm_data_set_get_biomarkers (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return G_LIST_MODEL (self->biomarkers);
}

/**
 * rgm_data_set_find_biomarker:
 * @self: a data set
 * @id: the id of a biomarker
 *
 * Returns: (transfer none) (nullable): the biomarker
 */
RgmBiomarker *
rgm_data_set_find_biomarker (RgmDataSet *self,
                             const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->biomarker_by_id, id);
}

/**
 * rgm_data_set_get_trials:
 * @self: a data set
 *
 * Returns: (transfer none): a list of #RgmTrial: the trials
 */
GListModel *
rgm_data_set_get_trials (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return G_LIST_MODEL (self->trials);
}

/**
 * rgm_data_set_find_trial:
 * @self: a data set
 * @id: the id of a trial
 *
 * Returns: (transfer none) (nullable): the trial
 */
RgmTrial *
rgm_data_set_find_trial (RgmDataSet *self,
                         const char *id)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

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

/**
 * rgm_data_set_get_remarks:
 * @self: a data set
 *
 * Returns: (transfer none) (element-type RgmRemark): remarks on the whole of it; a trial's are the trial's
 */
GPtrArray *
rgm_data_set_get_remarks (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->remarks;
}

/**
 * rgm_data_set_get_pathway:
 * @self: a data set
 *
 * Returns: (transfer none) (nullable): where agents act, if the data set says it
 */
RgmPathway *
rgm_data_set_get_pathway (RgmDataSet *self)
{
  g_return_val_if_fail (RGM_IS_DATA_SET (self), NULL);

  return self->pathway;
}

/* Whether the trial's own rules ask for the value. */
static gboolean
has_rule (RgmTrial   *trial,
          const char *biomarker,
          const char *value)
{
  GPtrArray *rules = rgm_trial_get_rules (trial);

  for (guint i = 0; i < rules->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (rules, i);

      if (!rule->excluded && g_str_equal (rule->biomarker, biomarker) &&
          g_strv_contains ((const char *const *) rule->values, value))
        return TRUE;
    }

  return FALSE;
}

/* Whether the parts' rules make the whole: all of them for a value that every part must
 * have (wild-type), any of them else (mutated). */
static gboolean
has_rule_by_parts (RgmBiomarker *biomarker,
                   RgmTrial     *trial,
                   const char   *value,
                   gboolean      every)
{
  char **parts = rgm_biomarker_get_parts (biomarker);

  for (guint i = 0; parts[i] != NULL; i++)
    if (has_rule (trial, parts[i], value) != every)
      return !every;

  return every && parts[0] != NULL;
}

/* Whether a whole that @biomarker is a part of is asked for with a value that every
 * part must then have. */
static gboolean
has_rule_by_whole (RgmDataSet *self,
                   RgmTrial   *trial,
                   const char *biomarker,
                   const char *value)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->biomarkers));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RgmBiomarker) whole = g_list_model_get_item (G_LIST_MODEL (self->biomarkers), i);
      const RgmBiomarkerValue *found = rgm_biomarker_find_value (whole, value);

      if (found != NULL && found->every &&
          g_strv_contains ((const char *const *) rgm_biomarker_get_parts (whole), biomarker) &&
          has_rule (trial, rgm_biomarker_get_id (whole), value))
        return TRUE;
    }

  return FALSE;
}

/**
 * rgm_data_set_asks_for:
 * @self: a data set
 * @trial: one of its trials
 * @biomarker: the id of a biomarker
 * @value: the id of one of its values
 *
 * Looks whether a trial's eligibility asks for a value. A whole and its parts are seen
 * together: who asks for RAS wild-type asks for KRAS wild-type, and who asks for KRAS
 * and NRAS wild-type asks for RAS wild-type. What no rule speaks of is not asked for.
 *
 * Returns: whether it does
 */
gboolean
rgm_data_set_asks_for (RgmDataSet *self,
                       RgmTrial   *trial,
                       const char *biomarker,
                       const char *value)
{
  RgmBiomarker *found;
  const RgmBiomarkerValue *known;

  g_return_val_if_fail (RGM_IS_DATA_SET (self), FALSE);
  g_return_val_if_fail (RGM_IS_TRIAL (trial), FALSE);

  found = rgm_data_set_find_biomarker (self, biomarker);
  if (found == NULL)
    return FALSE;

  known = rgm_biomarker_find_value (found, value);
  if (known == NULL)
    return FALSE;

  return has_rule (trial, biomarker, value) ||
         has_rule_by_parts (found, trial, value, known->every) ||
         has_rule_by_whole (self, trial, biomarker, value);
}
