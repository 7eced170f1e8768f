/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include <gio/gio.h>

#include "rgm-data-set.h"
#include "rgm-json-writer.h"
#include "rgm-load.h"
#include "rgm-subgroup.h"

/* Loads a data set and writes it down again, in its own format, as the model tells it: what was lost on the way in is missing, and what was
 * changed is another. Keys that say nothing are left out. The pathway is left to its own tests.
 *
 *     dump FILE
 */

typedef void (*Write) (RgmJsonWriter *json,
                       gconstpointer  thing);

static void
put_text (RgmJsonWriter *json,
          const char    *name,
          const char    *text)
{
  if (text == NULL)
    return;
  rgm_json_writer_name (json, name);
  rgm_json_writer_string (json, text);
}

static void
put_texts (RgmJsonWriter *json,
           const char    *name,
           char         **texts)
{
  if (texts == NULL || texts[0] == NULL)
    return;
  rgm_json_writer_name (json, name);
  rgm_json_writer_strv (json, texts);
}

static void
put_count (RgmJsonWriter *json,
           const char    *name,
           gint64         count)
{
  if (count < 0)
    return;
  rgm_json_writer_name (json, name);
  rgm_json_writer_int (json, count);
}

static void
put_true (RgmJsonWriter *json,
          const char    *name,
          gboolean       is_so)
{
  if (!is_so)
    return;
  rgm_json_writer_name (json, name);
  rgm_json_writer_boolean (json, TRUE);
}

static void
put_list (RgmJsonWriter *json,
          const char    *name,
          GPtrArray     *things,
          Write          write)
{
  if (things == NULL || things->len == 0)
    return;
  rgm_json_writer_name (json, name);
  rgm_json_writer_begin_array (json);
  for (guint i = 0; i < things->len; i++)
    write (json, g_ptr_array_index (things, i));
  rgm_json_writer_end_array (json);
}

static void
put_model (RgmJsonWriter *json,
           const char    *name,
           GListModel    *things,
           Write          write)
{
  rgm_json_writer_name (json, name);
  rgm_json_writer_begin_array (json);
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (GObject) thing = g_list_model_get_item (things, i);

      write (json, thing);
    }
  rgm_json_writer_end_array (json);
}

/* The ids of objects that are referred to by them. */
static void
put_ids (RgmJsonWriter *json,
         const char    *name,
         GPtrArray     *things)
{
  if (things->len == 0)
    return;
  rgm_json_writer_name (json, name);
  rgm_json_writer_begin_array (json);
  for (guint i = 0; i < things->len; i++)
    {
      g_autofree char *id = NULL;

      g_object_get (g_ptr_array_index (things, i), "id", &id, NULL);
      rgm_json_writer_string (json, id);
    }
  rgm_json_writer_end_array (json);
}

static void
write_place (RgmJsonWriter *json,
             gconstpointer  thing)
{
  const RgmPlace *place = thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "id", place->source);
  put_text (json, "place", place->words);
  rgm_json_writer_end_object (json);
}

static void
write_fact (RgmJsonWriter *json,
            gconstpointer  thing)
{
  const RgmFact *fact = thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "topic", fact->topic);
  put_text (json, "text", fact->text);
  put_list (json, "sources", fact->places, write_place);
  rgm_json_writer_end_object (json);
}

static void
write_target (RgmJsonWriter *json,
              gconstpointer  thing)
{
  const RgmTarget *target = thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "name", target->name);
  put_text (json, "domain", target->domain);
  rgm_json_writer_end_object (json);
}

static void
write_step (RgmJsonWriter *json,
            gconstpointer  thing)
{
  const RgmRegulatoryStep *step = thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "kind", step->kind);
  put_text (json, "date", step->date);
  put_text (json, "body", step->body);
  put_text (json, "indication", step->indication);
  put_list (json, "sources", step->places, write_place);
  rgm_json_writer_end_object (json);
}

static void
write_source (RgmJsonWriter *json,
              gconstpointer  thing)
{
  RgmSource *source = (RgmSource *) thing;
  int number = rgm_source_get_number (source);
  int year = rgm_source_get_year (source);

  rgm_json_writer_begin_object (json);
  put_text (json, "id", rgm_source_get_id (source));
  put_text (json, "kind", rgm_source_get_kind (source));
  put_count (json, "number", number > 0 ? number : -1);
  put_text (json, "citation", rgm_source_get_citation (source));
  put_text (json, "title", rgm_source_get_title (source));
  put_count (json, "year", year > 0 ? year : -1);
  put_text (json, "doi", rgm_source_get_doi (source));
  put_text (json, "url", rgm_source_get_url (source));
  put_text (json, "licence", rgm_source_get_licence (source));
  rgm_json_writer_end_object (json);
}

static void
write_class (RgmJsonWriter *json,
             gconstpointer  thing)
{
  const RgmClass *class = thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "id", class->id);
  put_text (json, "name", class->name);
  put_text (json, "mark", class->mark);
  rgm_json_writer_end_object (json);
}

static void
write_endpoint (RgmJsonWriter *json,
                gconstpointer  thing)
{
  static const char *const kinds[] = { "rate", "time" };
  static const char *const domains[] = { "efficacy", "safety", "follow-up" };
  const RgmEndpoint *endpoint = thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "id", endpoint->id);
  put_text (json, "name", endpoint->name);
  put_text (json, "kind", kinds[endpoint->kind]);
  put_text (json, "domain", domains[endpoint->domain]);
  rgm_json_writer_end_object (json);
}

static void
put_bound (RgmJsonWriter  *json,
           const char     *name,
           const RgmBound *bound)
{
  if (bound->state == RGM_STATE_NOT_REPORTED)
    return;
  rgm_json_writer_name (json, name);
  if (bound->state == RGM_STATE_REPORTED)
    {
      rgm_json_writer_double (json, bound->value);
      return;
    }
  rgm_json_writer_begin_object (json);
  put_text (json, "state", rgm_state_to_nick (bound->state));
  rgm_json_writer_end_object (json);
}

static void
write_outcome (RgmJsonWriter *json,
               gconstpointer  thing)
{
  RgmOutcome *outcome = (RgmOutcome *) thing;
  const RgmEstimate *estimate = rgm_outcome_get_estimate (outcome);

  rgm_json_writer_begin_object (json);
  put_text (json, "endpoint", rgm_outcome_get_endpoint (outcome));
  put_text (json, "state", rgm_state_to_nick (estimate->state));
  put_text (json, "published", estimate->published);
  if (estimate->relation != RGM_RELATION_EQUAL)
    put_text (json, "relation", rgm_relation_to_sign (estimate->relation));
  if (estimate->state == RGM_STATE_REPORTED)
    {
      rgm_json_writer_name (json, "value");
      rgm_json_writer_double (json, estimate->value);
    }
  put_bound (json, "lower", &estimate->lower);
  put_bound (json, "upper", &estimate->upper);
  if (estimate->level > 0)
    {
      rgm_json_writer_name (json, "level");
      rgm_json_writer_double (json, estimate->level);
    }
  put_text (json, "unit", estimate->unit);
  put_count (json, "responders", rgm_outcome_get_responders (outcome));
  put_count (json, "analysed", rgm_outcome_get_analysed (outcome));
  put_texts (json, "derived", rgm_outcome_get_derived (outcome));
  put_texts (json, "notes", rgm_outcome_get_notes (outcome));
  put_list (json, "sources", rgm_outcome_get_places (outcome), write_place);
  rgm_json_writer_end_object (json);
}

static void
write_agent (RgmJsonWriter *json,
             gconstpointer  thing)
{
  RgmAgent *agent = (RgmAgent *) thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "id", rgm_agent_get_id (agent));
  put_text (json, "name", rgm_agent_get_name (agent));
  put_texts (json, "synonyms", rgm_agent_get_synonyms (agent));
  put_text (json, "class", rgm_agent_get_class (agent));
  put_text (json, "group", rgm_agent_get_group (agent));
  put_list (json, "targets", rgm_agent_get_targets (agent), write_target);
  put_text (json, "mechanism", rgm_agent_get_mechanism (agent));
  put_text (json, "payload", rgm_agent_get_payload (agent));
  put_text (json, "linker", rgm_agent_get_linker (agent));
  put_text (json, "selectivity", rgm_agent_get_selectivity (agent));
  put_list (json, "facts", rgm_agent_get_facts (agent), write_fact);
  put_list (json, "regulatory", rgm_agent_get_regulatory (agent), write_step);
  put_list (json, "sources", rgm_agent_get_places (agent), write_place);
  rgm_json_writer_end_object (json);
}

static void
write_regimen (RgmJsonWriter *json,
               gconstpointer  thing)
{
  RgmRegimen *regimen = (RgmRegimen *) thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "id", rgm_regimen_get_id (regimen));
  put_text (json, "name", rgm_regimen_get_name (regimen));
  put_ids (json, "agents", rgm_regimen_get_agents (regimen));
  put_list (json, "regulatory", rgm_regimen_get_regulatory (regimen), write_step);
  put_list (json, "outcomes", rgm_regimen_get_outcomes (regimen), write_outcome);
  put_list (json, "sources", rgm_regimen_get_places (regimen), write_place);
  rgm_json_writer_end_object (json);
}

static void
write_value (RgmJsonWriter *json,
             gconstpointer  thing)
{
  const RgmBiomarkerValue *value = thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "id", value->id);
  put_text (json, "name", value->name);
  put_true (json, "every", value->every);
  rgm_json_writer_end_object (json);
}

static void
write_biomarker (RgmJsonWriter *json,
                 gconstpointer  thing)
{
  RgmBiomarker *biomarker = (RgmBiomarker *) thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "id", rgm_biomarker_get_id (biomarker));
  put_text (json, "name", rgm_biomarker_get_name (biomarker));
  put_texts (json, "synonyms", rgm_biomarker_get_synonyms (biomarker));
  put_true (json, "facet", rgm_biomarker_get_is_facet (biomarker));
  put_texts (json, "parts", rgm_biomarker_get_parts (biomarker));
  put_list (json, "values", rgm_biomarker_get_values (biomarker), write_value);
  put_list (json, "facts", rgm_biomarker_get_facts (biomarker), write_fact);
  rgm_json_writer_end_object (json);
}

static void
write_subgroup (RgmJsonWriter *json,
                gconstpointer  thing)
{
  RgmSubgroup *subgroup = (RgmSubgroup *) thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "label", rgm_subgroup_get_label (subgroup));
  put_count (json, "n", rgm_subgroup_get_n (subgroup));
  put_list (json, "outcomes", rgm_subgroup_get_outcomes (subgroup), write_outcome);
  rgm_json_writer_end_object (json);
}

static void
write_arm (RgmJsonWriter *json,
           gconstpointer  thing)
{
  RgmArm *arm = (RgmArm *) thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "id", rgm_arm_get_id (arm));
  put_text (json, "label", rgm_arm_get_label (arm));
  put_text (json, "class", rgm_arm_get_class (arm));
  put_text (json, "regimen", rgm_regimen_get_id (rgm_arm_get_regimen (arm)));
  put_text (json, "dose", rgm_arm_get_dose (arm));
  put_count (json, "n", rgm_arm_get_n (arm));
  put_list (json, "outcomes", rgm_arm_get_outcomes (arm), write_outcome);
  put_list (json, "subgroups", rgm_arm_get_subgroups (arm), write_subgroup);
  put_list (json, "safety", rgm_arm_get_safety (arm), write_fact);
  put_list (json, "sources", rgm_arm_get_places (arm), write_place);
  rgm_json_writer_end_object (json);
}

static void
write_rule (RgmJsonWriter *json,
            gconstpointer  thing)
{
  const RgmRule *rule = thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "biomarker", rule->biomarker);
  put_texts (json, "values", rule->values);
  put_true (json, "excluded", rule->excluded);
  put_text (json, "text", rule->text);
  put_list (json, "sources", rule->places, write_place);
  rgm_json_writer_end_object (json);
}

static void
write_remark (RgmJsonWriter *json,
              gconstpointer  thing)
{
  RgmRemark *remark = (RgmRemark *) thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "kind", rgm_remark_get_kind (remark));
  put_text (json, "about", rgm_remark_get_about (remark));
  put_text (json, "arm", rgm_remark_get_arm (remark));
  put_text (json, "text", rgm_remark_get_text (remark));
  put_list (json, "sources", rgm_remark_get_places (remark), write_place);
  rgm_json_writer_end_object (json);
}

static void
put_eligibility (RgmJsonWriter *json,
                 RgmTrial      *trial)
{
  const RgmLines *lines = rgm_trial_get_lines (trial);

  rgm_json_writer_name (json, "eligibility");
  rgm_json_writer_begin_object (json);
  put_list (json, "rules", rgm_trial_get_rules (trial), write_rule);
  if (lines != NULL)
    {
      rgm_json_writer_name (json, "lines");
      rgm_json_writer_begin_object (json);
      put_text (json, "text", lines->text);
      put_count (json, "min_prior", lines->min_prior);
      put_count (json, "max_prior", lines->max_prior);
      put_list (json, "sources", lines->places, write_place);
      rgm_json_writer_end_object (json);
    }
  put_texts (json, "settings", rgm_trial_get_settings (trial));
  put_texts (json, "tumours", rgm_trial_get_tumours (trial));
  rgm_json_writer_end_object (json);
}

static void
write_trial (RgmJsonWriter *json,
             gconstpointer  thing)
{
  RgmTrial *trial = (RgmTrial *) thing;

  rgm_json_writer_begin_object (json);
  put_text (json, "id", rgm_trial_get_id (trial));
  put_text (json, "name", rgm_trial_get_name (trial));
  put_texts (json, "registrations", rgm_trial_get_registrations (trial));
  put_text (json, "title", rgm_trial_get_title (trial));
  put_text (json, "phase", rgm_trial_get_phase (trial));
  put_texts (json, "classes", rgm_trial_get_classes (trial));
  put_text (json, "allocation", rgm_allocation_to_nick (rgm_trial_get_allocation (trial)));
  rgm_json_writer_name (json, "status");
  rgm_json_writer_begin_object (json);
  put_text (json, "published", rgm_trial_get_status_published (trial));
  put_text (json, "state", rgm_trial_get_status_state (trial));
  rgm_json_writer_end_object (json);
  put_list (json, "populations", rgm_trial_get_populations (trial), write_fact);
  put_eligibility (json, trial);
  put_list (json, "arms", rgm_trial_get_arms (trial), write_arm);
  put_list (json, "safety", rgm_trial_get_safety (trial), write_fact);
  put_list (json, "facts", rgm_trial_get_facts (trial), write_fact);
  put_list (json, "remarks", rgm_trial_get_remarks (trial), write_remark);
  put_ids (json, "references", rgm_trial_get_references (trial));
  put_list (json, "sources", rgm_trial_get_places (trial), write_place);
  rgm_json_writer_end_object (json);
}

static char *
write_data_set (RgmDataSet *data_set)
{
  g_autoptr (RgmJsonWriter) json = rgm_json_writer_new ();
  const GDate *as_of = rgm_data_set_get_as_of (data_set);
  const RgmLicence *licence = rgm_data_set_get_licence (data_set);
  char date[11];

  g_date_strftime (date, sizeof date, "%Y-%m-%d", as_of);
  rgm_json_writer_begin_object (json);
  rgm_json_writer_name (json, "format");
  rgm_json_writer_int (json, 1);
  put_text (json, "id", rgm_data_set_get_id (data_set));
  put_text (json, "title", rgm_data_set_get_title (data_set));
  put_text (json, "description", rgm_data_set_get_description (data_set));
  put_text (json, "as_of", date);
  rgm_json_writer_name (json, "licence");
  rgm_json_writer_begin_object (json);
  put_text (json, "name", licence->name);
  put_text (json, "url", licence->url);
  put_text (json, "credit", licence->credit);
  rgm_json_writer_end_object (json);
  put_model (json, "sources", rgm_data_set_get_sources (data_set), write_source);
  put_list (json, "classes", rgm_data_set_get_classes (data_set), write_class);
  put_list (json, "endpoints", rgm_data_set_get_endpoints (data_set), write_endpoint);
  put_model (json, "agents", rgm_data_set_get_agents (data_set), write_agent);
  put_model (json, "regimens", rgm_data_set_get_regimens (data_set), write_regimen);
  put_model (json, "biomarkers", rgm_data_set_get_biomarkers (data_set), write_biomarker);
  put_model (json, "trials", rgm_data_set_get_trials (data_set), write_trial);
  put_list (json, "remarks", rgm_data_set_get_remarks (data_set), write_remark);
  rgm_json_writer_end_object (json);

  return rgm_json_writer_finish (json);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_path (argv[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_file (file, NULL, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = write_data_set (data_set);
  puts (text);

  return 0;
}
