/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-biomarker.h"
#include "rgm-merge-private.h"
#include "rgm-text-normalise.h"

static void
add_name (RgmMergeLists *self,
          const char *name,
          RgmAgent *agent)
{
  char *folded = rgm_text_normalise_joined (name);

  if (g_hash_table_contains (self->agent_by_name, folded))
    g_free (folded);
  else
    g_hash_table_insert (self->agent_by_name, folded, agent);
}

static int
compare_texts (gconstpointer one,
               gconstpointer other)
{
  return g_strcmp0 (*(const char *const *) one, *(const char *const *) other);
}

/* What identifies a regimen: its agents in any order, or its name where it has none. */
static char *
make_key (RgmMergeLists *self,
          RgmRegimen *regimen)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (regimen->agents->len == 0)
    {
      g_autofree char *folded = rgm_text_normalise_joined (regimen->name);

      return g_strconcat ("/", folded, NULL);
    }

  for (guint i = 0; i < regimen->agents->len; i++)
    {
      RgmAgent *agent = g_ptr_array_index (regimen->agents, i);
      RgmAgent *known = g_hash_table_lookup (self->taken, agent);

      g_ptr_array_add (ids, (char *) (known != NULL ? known : agent)->id);
    }
  g_ptr_array_sort (ids, compare_texts);
  g_ptr_array_add (ids, NULL);

  return g_strjoinv ("+", (char **) ids->pdata);
}

static void
add_ids (RgmMergeLists *self,
         const RgmDescription *description,
         GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (self->ids, g_strconcat (description->name, "/", rgm_record_get_id (description, g_ptr_array_index (records, i)), NULL));
}

/*< private >
 * rgm_merge_lists_make_id:
 * @self: the lists
 * @list: the name of a kind of record
 * @id: the id that a record would have
 *
 * Returns: (transfer full): that id, or the next one like it that no record of that kind has
 */
char *
rgm_merge_lists_make_id (RgmMergeLists *self,
                         const char *list,
                         const char *id)
{
  g_autofree char *unique = g_strdup (id);
  guint n = 1;

  while (!g_hash_table_add (self->ids, g_strconcat (list, "/", unique, NULL)))
    {
      g_free (unique);
      unique = g_strdup_printf ("%s-%u", id, ++n);
    }

  return g_steal_pointer (&unique);
}

static GPtrArray *
copy_list (const RgmDescription *description,
           GPtrArray *records)
{
  GPtrArray *copy = rgm_description_new_array (description, records->len);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      g_ptr_array_add (copy, description->is_object ? g_object_ref (record) : rgm_record_new (description, record));
    }

  return copy;
}

void
rgm_merge_lists_init (RgmMergeLists *self,
                      RgmDataSet *base,
                      RgmDataSet *proposed)
{
  self->proposed = proposed;
  self->sources = copy_list (&rgm_source_description, base->sources);
  self->endpoints = copy_list (&rgm_endpoint_description, base->endpoints);
  self->classes = copy_list (&rgm_class_description, base->classes);
  self->agents = copy_list (&rgm_agent_description, base->agents);
  self->regimens = copy_list (&rgm_regimen_description, base->regimens);
  self->biomarkers = copy_list (&rgm_biomarker_description, base->biomarkers);
  self->characteristics = copy_list (&rgm_biomarker_description, base->characteristics);
  self->agent_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->regimen_by_agents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->source_positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new (NULL, NULL);

  add_ids (self, &rgm_agent_description, base->agents);
  add_ids (self, &rgm_regimen_description, base->regimens);
  add_ids (self, &rgm_trial_description, base->trials);

  /* A name goes before the synonym of another agent. */
  for (guint i = 0; i < base->agents->len; i++)
    add_name (self, ((RgmAgent *) g_ptr_array_index (base->agents, i))->name, g_ptr_array_index (base->agents, i));
  for (guint i = 0; i < base->agents->len; i++)
    {
      RgmAgent *agent = g_ptr_array_index (base->agents, i);

      for (guint j = 0; agent->synonyms[j] != NULL; j++)
        add_name (self, agent->synonyms[j], agent);
    }

  for (guint i = 0; i < base->regimens->len; i++)
    {
      RgmRegimen *regimen = g_ptr_array_index (base->regimens, i);
      char *key = make_key (self, regimen);

      if (g_hash_table_contains (self->regimen_by_agents, key))
        g_free (key);
      else
        g_hash_table_insert (self->regimen_by_agents, key, regimen);
    }

  for (guint i = 0; i < base->sources->len; i++)
    g_hash_table_insert (self->source_positions, (char *) ((RgmSource *) g_ptr_array_index (base->sources, i))->id, GUINT_TO_POINTER (i + 1));
}

void
rgm_merge_lists_clear (RgmMergeLists *self)
{
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->endpoints);
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->agents);
  g_ptr_array_unref (self->regimens);
  g_ptr_array_unref (self->biomarkers);
  g_ptr_array_unref (self->characteristics);
  g_hash_table_unref (self->agent_by_name);
  g_hash_table_unref (self->regimen_by_agents);
  g_hash_table_unref (self->source_positions);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->taken);
}

/* The known agent of that name; else the one of which it has a synonym. */
static RgmAgent *
find_agent (RgmMergeLists *self,
            RgmAgent *proposed)
{
  RgmAgent *agent = g_hash_table_lookup (self->taken, proposed);
  g_autofree char *folded = rgm_text_normalise_joined (proposed->name);

  if (agent == NULL)
    agent = g_hash_table_lookup (self->agent_by_name, folded);

  for (guint i = 0; agent == NULL && proposed->synonyms[i] != NULL; i++)
    {
      g_autofree char *synonym = rgm_text_normalise_joined (proposed->synonyms[i]);

      agent = g_hash_table_lookup (self->agent_by_name, synonym);
    }

  if (agent != NULL)
    g_hash_table_insert (self->taken, proposed, agent);

  return agent;
}

static RgmAgent *
take_agent (RgmMergeLists *self,
            RgmAgent *proposed)
{
  RgmAgent *agent = find_agent (self, proposed);
  g_autofree char *id = NULL;
  RgmAgent fields;

  if (agent != NULL)
    return agent;

  id = rgm_merge_lists_make_id (self, rgm_agent_description.name, proposed->id);
  fields = *proposed;
  fields.id = id;
  agent = rgm_record_new (&rgm_agent_description, &fields);
  rgm_merge_lists_take_class (self, agent->class_id);
  g_ptr_array_add (self->agents, agent);
  g_hash_table_insert (self->taken, proposed, agent);
  add_name (self, agent->name, agent);
  rgm_merge_lists_take_sources (self, agent->citations);

  return agent;
}

/*< private >
 * rgm_merge_lists_find_regimen:
 * @self: the lists
 * @proposed: a regimen of the proposed data set
 *
 * Returns: (transfer none) (nullable): the known regimen of the same agents
 */
RgmRegimen *
rgm_merge_lists_find_regimen (RgmMergeLists *self,
                              RgmRegimen *proposed)
{
  RgmRegimen *regimen = g_hash_table_lookup (self->taken, proposed);
  g_autofree char *key = NULL;

  if (regimen != NULL)
    return regimen;

  for (guint i = 0; i < proposed->agents->len; i++)
    if (find_agent (self, g_ptr_array_index (proposed->agents, i)) == NULL)
      return NULL;

  key = make_key (self, proposed);

  return g_hash_table_lookup (self->regimen_by_agents, key);
}

RgmRegimen *
rgm_merge_lists_take_regimen (RgmMergeLists *self,
                              RgmRegimen *proposed)
{
  RgmRegimen *regimen = rgm_merge_lists_find_regimen (self, proposed);
  g_autoptr (GPtrArray) agents = NULL;
  g_autofree char *id = NULL;
  RgmRegimen fields;

  if (regimen == NULL)
    {
      agents = rgm_description_new_array (&rgm_agent_description, proposed->agents->len);
      for (guint i = 0; i < proposed->agents->len; i++)
        {
          RgmAgent *agent = take_agent (self, g_ptr_array_index (proposed->agents, i));

          if (!g_ptr_array_find (agents, agent, NULL))
            g_ptr_array_add (agents, g_object_ref (agent));
        }

      id = rgm_merge_lists_make_id (self, rgm_regimen_description.name, proposed->id);
      fields = *proposed;
      fields.id = id;
      fields.agents = agents;
      regimen = rgm_record_new (&rgm_regimen_description, &fields);
      g_ptr_array_add (self->regimens, regimen);
      g_hash_table_insert (self->regimen_by_agents, make_key (self, regimen), regimen);
    }
  g_hash_table_insert (self->taken, proposed, regimen);

  return regimen;
}

/*< private >
 * rgm_merge_lists_has_source:
 * @self: the lists
 * @source: a publication
 *
 * Returns: whether it is known, by its id or its DOI
 */
gboolean
rgm_merge_lists_has_source (RgmMergeLists *self,
                            RgmSource     *source)
{
  if (g_hash_table_contains (self->source_positions, source->id))
    return TRUE;

  for (guint i = 0; source->doi != NULL && i < self->sources->len; i++)
    {
      const char *doi = ((RgmSource *) g_ptr_array_index (self->sources, i))->doi;

      if (doi != NULL && g_ascii_strcasecmp (doi, source->doi) == 0)
        return TRUE;
    }

  return FALSE;
}

/*< private >
 * rgm_merge_lists_take_source:
 * @self: the lists
 * @source: a source; one of the same id is replaced
 */
void
rgm_merge_lists_take_source (RgmMergeLists *self,
                             RgmSource *source)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->source_positions, source->id));

  if (position > 0)
    {
      RgmSource **known = (RgmSource **) &g_ptr_array_index (self->sources, position - 1);

      g_hash_table_replace (self->source_positions, (char *) source->id, GUINT_TO_POINTER (position));
      g_set_object (known, source);
      return;
    }

  g_ptr_array_add (self->sources, g_object_ref (source));
  g_hash_table_insert (self->source_positions, (char *) source->id, GUINT_TO_POINTER (self->sources->len));
}

void
rgm_merge_lists_take_sources (RgmMergeLists *self,
                              GPtrArray *citations)
{
  for (guint i = 0; i < citations->len; i++)
    {
      RgmSource *source = rgm_data_set_find_source (self->proposed, ((RgmCitationRef *) g_ptr_array_index (citations, i))->source);

      if (source != NULL)
        rgm_merge_lists_take_source (self, source);
    }
}

void
rgm_merge_lists_take_endpoint (RgmMergeLists *self,
                               const char *id)
{
  const RgmEndpoint *endpoint = rgm_data_set_find_endpoint (self->proposed, id);

  if (endpoint != NULL && rgm_record_find (&rgm_endpoint_description, self->endpoints, id) == NULL)
    g_ptr_array_add (self->endpoints, rgm_endpoint_copy (endpoint));
}

/*< private >
 * rgm_merge_lists_take_class:
 * @self: the lists
 * @id: (nullable): a class of agents of the proposed data set
 */
void
rgm_merge_lists_take_class (RgmMergeLists *self,
                            const char *id)
{
  const RgmClass *class = id != NULL ? rgm_data_set_find_class (self->proposed, id) : NULL;

  if (class != NULL && rgm_record_find (&rgm_class_description, self->classes, id) == NULL)
    g_ptr_array_add (self->classes, rgm_record_new (&rgm_class_description, class));
}

/* Whether the data set knows the values of a rule by the same ids, or doesn't know the biomarker
 * at all and can take it. */
static gboolean
can_take_rule (const RgmRule *rule,
               GPtrArray     *known,
               GPtrArray     *proposed)
{
  RgmBiomarker *biomarker = rgm_record_find (&rgm_biomarker_description, known, rule->biomarker);

  if (biomarker == NULL)
    biomarker = rgm_record_find (&rgm_biomarker_description, proposed, rule->biomarker);

  for (guint i = 0; biomarker != NULL && rule->values[i] != NULL; i++)
    if (rgm_biomarker_find_value (biomarker, rule->values[i]) == NULL)
      return FALSE;

  return biomarker != NULL;
}

static void
select_rules (GPtrArray *rules,
              GPtrArray *known,
              GPtrArray *proposed,
              GPtrArray *selected)
{
  for (guint i = 0; i < rules->len; i++)
    if (can_take_rule (g_ptr_array_index (rules, i), known, proposed))
      g_ptr_array_add (selected, rgm_rule_copy (g_ptr_array_index (rules, i)));
}

/*< private >
 * rgm_merge_lists_select_rules:
 * @self: the lists
 * @fields: the fields of a proposed trial; pointed to the rules that can be taken
 * @rules: (element-type RgmRule): an empty list for its rules
 * @conditions: (element-type RgmRule): an empty list for its conditions
 */
void
rgm_merge_lists_select_rules (RgmMergeLists *self,
                              RgmTrial *fields,
                              GPtrArray *rules,
                              GPtrArray *conditions)
{
  select_rules (fields->rules, self->biomarkers, self->proposed->biomarkers, rules);
  select_rules (fields->conditions, self->characteristics, self->proposed->characteristics, conditions);
  fields->rules = rules;
  fields->conditions = conditions;
}

static void
take_biomarker (GPtrArray *biomarkers,
                GPtrArray *proposed,
                const char *id)
{
  RgmBiomarker *biomarker = rgm_record_find (&rgm_biomarker_description, proposed, id);

  if (biomarker == NULL || rgm_record_find (&rgm_biomarker_description, biomarkers, id) != NULL)
    return;

  g_ptr_array_add (biomarkers, g_object_ref (biomarker));
  for (guint i = 0; biomarker->components[i] != NULL; i++)
    take_biomarker (biomarkers, proposed, biomarker->components[i]);
}

/*< private >
 * rgm_merge_lists_take_rules:
 * @self: the lists
 * @trial: a trial as the data set will have it
 *
 * Takes the biomarkers that its rules are on.
 */
void
rgm_merge_lists_take_rules (RgmMergeLists *self,
                            const RgmTrial *trial)
{
  for (guint i = 0; trial->rules != NULL && i < trial->rules->len; i++)
    take_biomarker (self->biomarkers, self->proposed->biomarkers, ((const RgmRule *) g_ptr_array_index (trial->rules, i))->biomarker);
  for (guint i = 0; trial->conditions != NULL && i < trial->conditions->len; i++)
    take_biomarker (self->characteristics, self->proposed->characteristics,
                    ((const RgmRule *) g_ptr_array_index (trial->conditions, i))->biomarker);
}
