/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-eligibility-rules.h"
#include "rgm-load.h"
#include "rgm-proposal.h"
#include "rgm-registry-text.h"
#include "rgm-source.h"
#include "rgm-text-normalise.h"
#include "rgm-vocabulary.h"

/* Drafts of trials become records: interventions agents, what an arm gets a regimen, and
 * each registry record a source. Agents of one name, and regimens of the same agents, are
 * one for all trials. */

typedef struct
{
  GPtrArray *agents;
  GPtrArray *regimens;
  GPtrArray *sources;
  GPtrArray *trials;
  GPtrArray *results;
  RgmDataSet *vocabulary; /* of the proposed rules; NULL where there are none */
  GPtrArray *biomarkers;
  GPtrArray *characteristics;
  GHashTable *agent_by_name;     /* folded */
  GHashTable *regimen_by_agents; /* by the ids of the agents, or the name where there are none */
  GHashTable *ids;               /* of agents and regimens, each with its kind before it */
} Proposal;

static void
proposal_clear (Proposal *self)
{
  g_ptr_array_unref (self->agents);
  g_ptr_array_unref (self->regimens);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->trials);
  g_clear_object (&self->vocabulary);
  g_ptr_array_unref (self->biomarkers);
  g_ptr_array_unref (self->characteristics);
  g_hash_table_unref (self->agent_by_name);
  g_hash_table_unref (self->regimen_by_agents);
  g_hash_table_unref (self->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Proposal, proposal_clear)

/* An id that no other record of that kind has. */
static char *
make_unique_id (GHashTable *ids,
                const char *kind,
                const char *name)
{
  g_autofree char *base = rgm_registry_make_id (name);
  g_autofree char *id = NULL;
  guint n = 1;

  if (base == NULL)
    base = g_strdup_printf ("%s-%08x", kind, g_str_hash (name));

  id = g_strdup (base);
  while (!g_hash_table_add (ids, g_strconcat (kind, "/", id, NULL)))
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, ++n);
    }

  return g_steal_pointer (&id);
}

/* A placebo is none, and neither is an operation or a device. */
static gboolean
is_agent (const RgmDraftIntervention *intervention)
{
  static const char *const types[] = { "drug", "biological", "combination", "genetic" };

  if (g_regex_match_simple ("\\bplacebo|\\bsham\\b", intervention->name, G_REGEX_CASELESS, 0))
    return FALSE;
  if (intervention->type == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strncasecmp (intervention->type, types[i], strlen (types[i])) == 0)
      return TRUE;

  return FALSE;
}

static char **
make_synonyms (const RgmDraftIntervention *intervention)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (seen, (char *) intervention->name);
  for (guint i = 0; i < intervention->synonyms->len; i++)
    if (g_hash_table_add (seen, g_ptr_array_index (intervention->synonyms, i)))
      g_strv_builder_add (builder, g_ptr_array_index (intervention->synonyms, i));

  return g_strv_builder_end (builder);
}

static RgmAgent *
propose_agent (Proposal *self,
               RgmTrialDraft *draft,
               const RgmDraftIntervention *intervention)
{
  g_autofree char *folded = rgm_text_normalise_joined (intervention->name);
  g_autofree char *id = NULL;
  g_auto (GStrv) synonyms = NULL;
  g_autoptr (GPtrArray) citations = NULL;
  RgmAgent *agent = g_hash_table_lookup (self->agent_by_name, folded);
  RgmAgent fields = { .name = intervention->name };

  if (agent != NULL)
    return agent;

  fields.id = id = make_unique_id (self->ids, "agent", intervention->name);
  fields.synonyms = synonyms = make_synonyms (intervention);
  fields.citations = citations = rgm_trial_draft_cite (draft, _("Interventions"));
  agent = rgm_record_new (&rgm_agent_description, &fields);
  g_ptr_array_add (self->agents, agent);
  g_hash_table_insert (self->agent_by_name, g_steal_pointer (&folded), agent);

  return agent;
}

static RgmRegimen *
propose_regimen (Proposal *self,
                 RgmTrialDraft *draft,
                 const RgmDraftArm *arm)
{
  g_autoptr (GPtrArray) agents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *whole = NULL;
  g_autofree char *id = NULL;
  RgmRegimen *regimen;
  RgmRegimen fields = { .agents = agents };

  for (guint i = 0; i < arm->interventions->len; i++)
    {
      const RgmDraftIntervention *intervention = &g_array_index (draft->interventions, RgmDraftIntervention,
                                                                 g_array_index (arm->interventions, guint, i));
      RgmAgent *agent = is_agent (intervention) ? propose_agent (self, draft, intervention) : NULL;

      if (agent == NULL || g_ptr_array_find (agents, agent, NULL))
        continue;
      g_ptr_array_add (agents, g_object_ref (agent));
      g_string_append_printf (key, "%s+", agent->id);
      g_string_append_printf (name, "%s%s", name->len > 0 ? " + " : "", agent->name);
    }

  if (agents->len == 0)
    {
      for (guint i = 0; i < arm->interventions->len; i++)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " + " : "",
                                g_array_index (draft->interventions, RgmDraftIntervention, g_array_index (arm->interventions, guint, i)).name);
      if (name->len == 0)
        g_string_append (name, arm->label);
      g_string_append_printf (key, "/%s", name->str);
    }

  regimen = g_hash_table_lookup (self->regimen_by_agents, key->str);
  if (regimen != NULL)
    return regimen;

  fields.id = id = make_unique_id (self->ids, "regimen", name->str);
  fields.name = whole = rgm_registry_shorten (g_strdup (name->str));
  regimen = rgm_record_new (&rgm_regimen_description, &fields);
  g_ptr_array_add (self->regimens, regimen);
  g_hash_table_insert (self->regimen_by_agents, g_strdup (key->str), regimen);

  return regimen;
}

static RgmArm *
propose_arm (Proposal *self,
             RgmTrialDraft *draft,
             guint index,
             GHashTable *ids)
{
  const RgmDraftArm *arm = &g_array_index (draft->arms, RgmDraftArm, index);
  g_autoptr (GPtrArray) outcomes = rgm_posted_results_collect (draft->results, index);
  g_autoptr (GPtrArray) safety = rgm_posted_results_collect_safety (draft->results, (int) index);
  g_autofree char *id = make_unique_id (ids, "arm", arm->label);
  g_autofree char *whole = g_strdup_printf ("%s:%s", draft->fields.id, id);
  g_autoptr (GPtrArray) citations = rgm_trial_draft_cite (draft, _("Arms and interventions"));
  RgmArm fields = {
    .id = whole,
    .label = arm->label,
    .regimen = propose_regimen (self, draft, arm),
    .n = -1,
    .outcomes = outcomes,
    .safety = safety,
    .citations = citations,
  };

  return rgm_record_new (&rgm_arm_description, &fields);
}

static void
propose_source (Proposal *self,
                RgmTrialDraft *draft)
{
  const char *updated = draft->fields.last_update != NULL ? draft->last_update.date : NULL;
  const char *number = g_ptr_array_index (draft->registrations, 0);
  g_autofree char *citation = NULL;
  RgmSource fields = {
    .id = draft->source,
    .kind = rgm_enum_get_nick (RGM_TYPE_SOURCE_KIND, RGM_SOURCE_REGISTRY),
    .number = -1,
    .title = draft->fields.title,
    .year = updated != NULL ? (gint64) g_ascii_strtoull (updated, NULL, 10) : -1,
    .url = draft->url,
  };

  if (updated != NULL)
    /* Translators: a registry, the number of a trial in it, its name, and a date. */
    citation = g_strdup_printf (_("%s, %s: %s. Updated %s."), draft->registry, number, draft->fields.name, updated);
  else
    /* Translators: a registry, the number of a trial in it, and its name. */
    citation = g_strdup_printf (_("%s, %s: %s."), draft->registry, number, draft->fields.name);
  fields.citation = citation;

  g_ptr_array_add (self->sources, rgm_record_new (&rgm_source_description, &fields));
}

/* A biomarker with those that it is composed of; what is stated about it stays where it is from. */
static void
take_biomarker (GPtrArray  *biomarkers,
                GPtrArray  *known,
                const char *id)
{
  RgmBiomarker *biomarker = rgm_record_find (&rgm_biomarker_description, known, id);
  RgmBiomarker fields;

  if (biomarker == NULL || rgm_record_find (&rgm_biomarker_description, biomarkers, id) != NULL)
    return;

  fields = *biomarker;
  fields.facts = NULL;
  g_ptr_array_add (biomarkers, rgm_record_new (&rgm_biomarker_description, &fields));
  for (guint i = 0; biomarker->components[i] != NULL; i++)
    take_biomarker (biomarkers, known, biomarker->components[i]);
}

static void
take_biomarkers (GPtrArray *rules,
                 GPtrArray *biomarkers,
                 GPtrArray *known)
{
  for (guint i = 0; i < rules->len; i++)
    take_biomarker (biomarkers, known, ((const RgmRule *) g_ptr_array_index (rules, i))->biomarker);
}

/* The rules refer to biomarkers as the data set in the program has them. */
static void
propose_rules (Proposal      *self,
               RgmTrialDraft *draft,
               RgmRefusals   *refusals)
{
  RgmTrial *fields = &draft->fields;

  if (draft->rules->len + draft->conditions->len == 0 && !draft->has_lines)
    return;
  if (self->vocabulary == NULL)
    self->vocabulary = rgm_load_embedded (NULL, NULL, NULL);
  if (self->vocabulary == NULL)
    return;

  refusals->file = draft->origin.file;
  rgm_eligibility_rules_settle (draft, self->vocabulary, refusals);
  refusals->file = NULL;
  take_biomarkers (draft->rules, self->biomarkers, self->vocabulary->biomarkers);
  take_biomarkers (draft->conditions, self->characteristics, self->vocabulary->characteristics);
  fields->rules = draft->rules;
  fields->conditions = draft->conditions;
  if (draft->has_lines && !draft->is_lines_doubtful)
    fields->lines = &draft->lines;
}

static void
propose_trial (Proposal *self,
               RgmTrialDraft *draft)
{
  RgmTrial *fields = &draft->fields;
  g_autoptr (GPtrArray) arms = rgm_description_new_array (&rgm_arm_description, draft->arms->len);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) safety = rgm_posted_results_collect_safety (draft->results, -1);
  g_autoptr (GPtrArray) citations = rgm_trial_draft_cite (draft, _("Registry record"));

  if (fields->name == NULL)
    fields->name = g_ptr_array_index (draft->registrations, 0);
  for (guint i = 0; i < draft->arms->len; i++)
    g_ptr_array_add (arms, propose_arm (self, draft, i, ids));

  if (fields->last_update != NULL)
    draft->origin.updated = draft->last_update.date;
  draft->origin.kind = rgm_enum_get_nick (RGM_TYPE_ORIGIN_KIND, RGM_ORIGIN_REGISTRY);
  fields->origin = &draft->origin;
  g_ptr_array_add (draft->registrations, NULL);
  fields->registrations = (char **) draft->registrations->pdata;
  fields->criteria = draft->criteria;
  fields->populations = draft->populations;
  fields->safety = safety;
  fields->facts = draft->facts;
  fields->arms = arms;
  fields->citations = citations;

  if (draft->results != NULL)
    {
      draft->results->trial = g_strdup (fields->id);
      draft->results->file = g_strdup (draft->origin.file);
      g_ptr_array_add (self->results, g_steal_pointer (&draft->results));
    }
  propose_source (self, draft);
  g_ptr_array_add (self->trials, rgm_record_new (&rgm_trial_description, fields));
}

/* One draft for each registration: that of the newest record. */
static GPtrArray *
select_drafts (GPtrArray *drafts,
               RgmRefusals *refusals)
{
  GPtrArray *selected = g_ptr_array_new ();
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drafts->len; i++)
    {
      RgmTrialDraft *draft = g_ptr_array_index (drafts, i);
      gpointer position;
      RgmTrialDraft **other, *older = draft;

      if (!g_hash_table_lookup_extended (positions, draft->fields.id, NULL, &position))
        {
          g_hash_table_insert (positions, (char *) draft->fields.id, GUINT_TO_POINTER (selected->len));
          g_ptr_array_add (selected, draft);
          continue;
        }

      other = (RgmTrialDraft **) &g_ptr_array_index (selected, GPOINTER_TO_UINT (position));
      if (g_strcmp0 (draft->last_update.date, (*other)->last_update.date) > 0)
        {
          older = *other;
          *other = draft;
        }
      refusals->file = older->origin.file;
      rgm_refusals_add (refusals, older->place, _("another record of %s is used, which is not older"),
                        (const char *) g_ptr_array_index (older->registrations, 0));
    }

  return selected;
}

static GPtrArray *
make_endpoints (void)
{
  static const struct
  {
    const char *id;
    const char *name;
    RgmEndpointKind kind;
    RgmEndpointDomain domain;
  } endpoints[] = {
    { RGM_ENDPOINT_ORR, N_("Objective response rate"), RGM_ENDPOINT_KIND_RATE, RGM_ENDPOINT_DOMAIN_EFFICACY },
    { RGM_ENDPOINT_DCR, N_("Disease control rate"), RGM_ENDPOINT_KIND_RATE, RGM_ENDPOINT_DOMAIN_EFFICACY },
    { RGM_ENDPOINT_PFS, N_("Progression-free survival"), RGM_ENDPOINT_KIND_TIME, RGM_ENDPOINT_DOMAIN_EFFICACY },
    { RGM_ENDPOINT_OS, N_("Overall survival"), RGM_ENDPOINT_KIND_TIME, RGM_ENDPOINT_DOMAIN_EFFICACY },
    { "DOR", N_("Duration of response"), RGM_ENDPOINT_KIND_TIME, RGM_ENDPOINT_DOMAIN_EFFICACY },
    { RGM_ENDPOINT_SERIOUS_EVENTS, N_("Serious adverse events"), RGM_ENDPOINT_KIND_RATE, RGM_ENDPOINT_DOMAIN_SAFETY },
    { RGM_ENDPOINT_OTHER_EVENTS, N_("Other adverse events"), RGM_ENDPOINT_KIND_RATE, RGM_ENDPOINT_DOMAIN_SAFETY },
    { RGM_ENDPOINT_DEATHS, N_("Deaths of any cause"), RGM_ENDPOINT_KIND_RATE, RGM_ENDPOINT_DOMAIN_SAFETY },
  };
  GPtrArray *array = rgm_description_new_array (&rgm_endpoint_description, G_N_ELEMENTS (endpoints));

  for (guint i = 0; i < G_N_ELEMENTS (endpoints); i++)
    {
      RgmEndpoint endpoint = { endpoints[i].id, _ (endpoints[i].name), endpoints[i].kind, endpoints[i].domain };

      g_ptr_array_add (array, rgm_record_new (&rgm_endpoint_description, &endpoint));
    }

  return array;
}

/* The statuses are as of the last update of any of the records. */
static void
set_as_of (GDate *as_of,
           GPtrArray *drafts)
{
  const char *newest = NULL;

  for (guint i = 0; i < drafts->len; i++)
    {
      const char *date = ((RgmTrialDraft *) g_ptr_array_index (drafts, i))->last_update.date;

      if (date != NULL && strlen (date) == strlen ("2024-01-01") && g_strcmp0 (date, newest) > 0)
        newest = date;
    }

  if (newest != NULL)
    g_date_set_dmy (as_of, (GDateDay) g_ascii_strtoull (newest + 8, NULL, 10), (GDateMonth) g_ascii_strtoull (newest + 5, NULL, 10),
                    (GDateYear) g_ascii_strtoull (newest, NULL, 10));
  else
    g_date_set_time_t (as_of, g_get_real_time () / G_USEC_PER_SEC);
}

/**
 * rgm_proposal_make:
 * @drafts: (element-type RgmTrialDraft): trials; completed, and not to be used again
 * @sources: (element-type RgmSource): further sources
 * @results: (element-type RgmPostedResults): the posted results of the trials are added here
 * @refusals: the records that another one takes the place of are added here
 *
 * Returns: (transfer full): a data set of the trials with all that they refer to. A trial
 *   whose record states no status has none, which a document can't have.
 */
RgmDataSet *
rgm_proposal_make (GPtrArray *drafts,
                   GPtrArray *sources,
                   GPtrArray *results,
                   RgmRefusals *refusals)
{
  g_auto (Proposal) self = {
    .agents = rgm_description_new_array (&rgm_agent_description, 0),
    .regimens = rgm_description_new_array (&rgm_regimen_description, 0),
    .sources = rgm_description_new_array (&rgm_source_description, 0),
    .trials = rgm_description_new_array (&rgm_trial_description, 0),
    .biomarkers = rgm_description_new_array (&rgm_biomarker_description, 0),
    .characteristics = rgm_description_new_array (&rgm_biomarker_description, 0),
    .results = results,
    .agent_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .regimen_by_agents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  g_autoptr (GPtrArray) selected = select_drafts (drafts, refusals);
  g_autoptr (GPtrArray) endpoints = make_endpoints ();
  RgmLicence licence = { .name = _("Not yet chosen"), .credit = _("Not yet stated") };
  RgmDataSet fields = {
    .format = RGM_FORMAT,
    .id = "imported",
    .title = _("Imported trials"),
    .licence = &licence,
    .endpoints = endpoints,
    .agents = self.agents,
    .regimens = self.regimens,
    .sources = self.sources,
    .biomarkers = self.biomarkers,
    .characteristics = self.characteristics,
    .trials = self.trials,
  };

  for (guint i = 0; i < selected->len; i++)
    {
      propose_rules (&self, g_ptr_array_index (selected, i), refusals);
      propose_trial (&self, g_ptr_array_index (selected, i));
    }
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (self.sources, g_object_ref (g_ptr_array_index (sources, i)));
  set_as_of (&fields.as_of, selected);

  return rgm_record_new (&rgm_data_set_description, &fields);
}
