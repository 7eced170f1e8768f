/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-eligibility-rules.h"
#include "rgm-json-value.h"
#include "rgm-registry-text.h"
#include "rgm-study-json.h"

/* A study record of ClinicalTrials.gov's API, second version. A record that was asked for
 * with fewer fields lacks members, lists and whole modules. */

static void
read_identification (RgmTrialDraft *draft,
                     JsonObject *module)
{
  JsonArray *secondary = rgm_json_get_array (module, "secondaryIdInfos");
  const char *acronym = rgm_trial_draft_keep (draft, rgm_json_get_text (module, "acronym"));
  const char *title = rgm_trial_draft_keep (draft, rgm_json_get_text (module, "officialTitle"));
  const char *brief = rgm_trial_draft_keep (draft, rgm_json_get_text (module, "briefTitle"));

  for (guint i = 0; i < rgm_json_length (secondary); i++)
    rgm_trial_draft_add_registration (draft, rgm_json_get_text (rgm_json_object_at (secondary, i), "id"));
  rgm_trial_draft_add_registration (draft, rgm_json_get_text (rgm_json_get_object (module, "orgStudyIdInfo"), "id"));

  draft->fields.acronym = acronym;
  draft->fields.title = title != NULL ? title : brief;
  draft->fields.name = acronym != NULL ? acronym : brief != NULL ? brief
                                                                 : title;
}

static void
read_date (RgmTrialDraft *draft,
           JsonObject *module,
           const char *key,
           RgmStudyDate *date,
           RgmRefusals *refusals)
{
  JsonObject *object = rgm_json_get_object (module, key);
  const char *published = rgm_json_get_text (object, "date");

  if (!rgm_trial_draft_set_date (draft, date, published, rgm_json_get_text (object, "type")))
    {
      g_autofree char *place = g_strdup_printf ("%s.protocolSection.statusModule.%s", draft->place, key);

      rgm_refusals_add (refusals, place, _("expected a date such as 2024-03 or 2024-03-15, found “%s”"), published);
    }
}

static void
read_status (RgmTrialDraft *draft,
             JsonObject *module,
             RgmRefusals *refusals)
{
  rgm_trial_draft_set_status (draft, rgm_json_get_text (module, "overallStatus"));
  read_date (draft, module, "startDateStruct", &draft->start, refusals);
  read_date (draft, module, "primaryCompletionDateStruct", &draft->primary_completion, refusals);
  read_date (draft, module, "completionDateStruct", &draft->completion, refusals);
  read_date (draft, module, "lastUpdatePostDateStruct", &draft->last_update, refusals);

  if (rgm_json_get_text (module, "lastKnownStatus") != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Last known status: %s"), rgm_json_get_text (module, "lastKnownStatus"));

      rgm_trial_draft_add_fact (draft, draft->facts, "status", text, _("Study status"));
    }
  if (rgm_json_get_text (module, "whyStopped") != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Why it was stopped: %s"), rgm_json_get_text (module, "whyStopped"));

      rgm_trial_draft_add_fact (draft, draft->facts, "status", text, _("Study status"));
    }
}

static char *
join_texts (JsonArray *array,
            const char *separator)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < rgm_json_length (array); i++)
    {
      const char *text = rgm_json_text_at (array, i);

      if (text == NULL)
        continue;
      if (joined->len > 0)
        g_string_append (joined, separator);
      g_string_append (joined, text);
    }

  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}

static void
read_design (RgmTrialDraft *draft,
             JsonObject *module)
{
  JsonObject *info = rgm_json_get_object (module, "designInfo");
  JsonObject *enrolment = rgm_json_get_object (module, "enrollmentInfo");
  g_autofree char *phases = join_texts (rgm_json_get_array (module, "phases"), "|");
  g_autofree char *count = rgm_json_dup_scalar (enrolment, "count");

  rgm_trial_draft_set_phase (draft, phases);
  rgm_trial_draft_set_allocation (draft, rgm_json_get_text (info, "allocation"));
  rgm_trial_draft_set_enrolment (draft, count, rgm_json_get_text (enrolment, "type"));
  draft->fields.masking = rgm_trial_draft_keep (draft, rgm_json_get_text (rgm_json_get_object (info, "maskingInfo"), "masking"));
}

static void
read_interventions (RgmTrialDraft *draft,
                    JsonObject *module)
{
  JsonArray *interventions = rgm_json_get_array (module, "interventions");

  for (guint i = 0; i < rgm_json_length (interventions); i++)
    {
      JsonObject *object = rgm_json_object_at (interventions, i);
      const char *name = rgm_trial_draft_keep (draft, rgm_json_get_text (object, "name"));
      JsonArray *others = rgm_json_get_array (object, "otherNames");
      RgmDraftIntervention *intervention;

      if (name == NULL)
        continue;

      intervention = rgm_trial_draft_add_intervention (draft, rgm_json_get_text (object, "type"), name);
      for (guint j = 0; j < MIN (rgm_json_length (others), RGM_TEXTS_MAX); j++)
        {
          const char *synonym = rgm_trial_draft_keep (draft, rgm_json_text_at (others, j));

          if (synonym != NULL)
            g_ptr_array_add (intervention->synonyms, (char *) synonym);
        }
    }
}

static gboolean
has_text (JsonArray *array,
          const char *text)
{
  for (guint i = 0; i < rgm_json_length (array); i++)
    if (g_strcmp0 (rgm_json_text_at (array, i), text) == 0)
      return TRUE;

  return FALSE;
}

static void
read_arms (RgmTrialDraft *draft,
           JsonObject *module)
{
  JsonArray *groups = rgm_json_get_array (module, "armGroups");
  JsonArray *interventions = rgm_json_get_array (module, "interventions");

  for (guint i = 0; i < rgm_json_length (groups); i++)
    {
      JsonObject *group = rgm_json_object_at (groups, i);
      JsonArray *names = rgm_json_get_array (group, "interventionNames");
      const char *raw_label = rgm_json_get_text (group, "label");
      const char *label = rgm_trial_draft_keep (draft, raw_label);
      RgmDraftArm *arm;
      guint index;

      if (label == NULL)
        continue;

      arm = rgm_trial_draft_add_arm (draft, label);
      for (guint j = 0; j < rgm_json_length (names); j++)
        {
          const char *name = rgm_trial_draft_keep (draft, rgm_json_text_at (names, j));

          if (name != NULL && rgm_trial_draft_find_intervention (draft, name, &index))
            g_array_append_val (arm->interventions, index);
        }

      /* Without names at the arm, the interventions name their arms. */
      for (guint j = 0; names == NULL && j < rgm_json_length (interventions); j++)
        {
          JsonObject *object = rgm_json_object_at (interventions, j);
          const char *name = rgm_json_get_text (object, "name");

          if (name != NULL && has_text (rgm_json_get_array (object, "armGroupLabels"), raw_label) &&
              rgm_trial_draft_find_intervention (draft, name, &index))
            g_array_append_val (arm->interventions, index);
        }
    }
}

/* What was registered to be measured, whether results are posted or not. */
static void
read_outcomes (RgmTrialDraft *draft,
               JsonObject *module,
               const char *list,
               const char *location)
{
  JsonArray *outcomes = rgm_json_get_array (module, list);

  for (guint i = 0; i < rgm_json_length (outcomes); i++)
    {
      JsonObject *outcome = rgm_json_object_at (outcomes, i);
      const char *measure = rgm_json_get_text (outcome, "measure");
      const char *time = rgm_json_get_text (outcome, "timeFrame");
      g_autofree char *text = NULL;

      if (measure != NULL && time != NULL)
        /* Translators: what is measured, and when. */
        text = g_strdup_printf (C_("end point", "%s (%s)"), measure, time);
      rgm_trial_draft_add_fact (draft, draft->facts, "end point", text != NULL ? text : measure, location);
    }
}

static void
read_eligibility (RgmTrialDraft *draft,
                  JsonObject *module)
{
  const char *least = rgm_json_get_text (module, "minimumAge");
  const char *greatest = rgm_json_get_text (module, "maximumAge");
  g_autofree char *age = NULL;

  rgm_trial_draft_set_criteria (draft, rgm_json_get_text (module, "eligibilityCriteria"), _("Eligibility criteria"));
  rgm_eligibility_rules_read (draft, rgm_json_get_text (module, "eligibilityCriteria"), NULL, _("Eligibility criteria"));
  rgm_trial_draft_add_fact (draft, draft->criteria, "sex", rgm_json_get_text (module, "sex"), _("Eligibility: sex"));

  if (least != NULL && greatest != NULL)
    /* Translators: the least and the greatest age of patients, as registered: '18 Years to 75 Years'. */
    age = g_strdup_printf (_("%s to %s"), least, greatest);
  else if (least != NULL)
    age = g_strdup_printf (_("%s and older"), least);
  else if (greatest != NULL)
    age = g_strdup_printf (_("up to %s"), greatest);
  rgm_trial_draft_add_fact (draft, draft->criteria, "age", age, _("Eligibility: age"));
}

/**
 * rgm_study_json_read:
 * @record: a study record
 * @place: where it is in the file, as a JSON path
 * @refusals: what isn't taken of it is added here
 *
 * Returns: (transfer full) (nullable): the trial; %NULL if the record doesn't say which it is
 */
RgmTrialDraft *
rgm_study_json_read (JsonObject *record,
                     const char *place,
                     RgmRefusals *refusals)
{
  g_autoptr (RgmTrialDraft) draft = rgm_trial_draft_new ("ClinicalTrials.gov", place);
  JsonObject *protocol = rgm_json_get_object (record, "protocolSection");
  JsonObject *identification = rgm_json_get_object (protocol, "identificationModule");
  const char *number = rgm_json_get_text (identification, "nctId");
  g_autofree char *conditions = NULL;
  g_autofree char *url = NULL;

  rgm_trial_draft_add_registration (draft, number);
  if (!rgm_trial_draft_identify (draft))
    {
      rgm_refusals_add (refusals, place, _("expected protocolSection.identificationModule.nctId, found none; export the records with their NCT number"));
      return NULL;
    }

  url = g_strconcat ("https://clinicaltrials.gov/study/", g_ptr_array_index (draft->registrations, 0), NULL);
  draft->url = rgm_trial_draft_keep (draft, url);
  read_identification (draft, identification);
  read_status (draft, rgm_json_get_object (protocol, "statusModule"), refusals);
  read_design (draft, rgm_json_get_object (protocol, "designModule"));
  draft->fields.sponsor = rgm_trial_draft_keep (draft, rgm_json_get_text (rgm_json_find (protocol, "sponsorCollaboratorsModule", "leadSponsor", NULL), "name"));
  conditions = join_texts (rgm_json_get_array (rgm_json_get_object (protocol, "conditionsModule"), "conditions"), "; ");
  rgm_trial_draft_add_fact (draft, draft->populations, NULL, conditions, _("Conditions"));
  read_interventions (draft, rgm_json_get_object (protocol, "armsInterventionsModule"));
  read_arms (draft, rgm_json_get_object (protocol, "armsInterventionsModule"));
  read_eligibility (draft, rgm_json_get_object (protocol, "eligibilityModule"));
  read_outcomes (draft, rgm_json_get_object (protocol, "outcomesModule"), "primaryOutcomes", _("Primary outcomes"));
  read_outcomes (draft, rgm_json_get_object (protocol, "outcomesModule"), "secondaryOutcomes", _("Secondary outcomes"));
  rgm_study_json_read_results (draft, rgm_json_get_object (record, "resultsSection"), refusals);
  rgm_study_json_count_unread (record, refusals);

  return g_steal_pointer (&draft);
}
