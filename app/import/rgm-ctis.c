/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-ctis.h"
#include "rgm-eligibility-rules.h"
#include "rgm-json-value.h"

/* A record of the European Union's Clinical Trials Information System, as its public
 * interface gives it. Two generations of the format exist: the first part of the
 * application is in the record or in its authorizedApplication. */

static JsonObject *
find_part (JsonObject *record)
{
  JsonObject *part = rgm_json_find (record, "authorizedApplication", "authorizedPartI", NULL);

  return part != NULL ? part : rgm_json_get_object (record, "authorizedPartI");
}

static void
set_phase (RgmTrialDraft *draft,
           const char    *code)
{
  static const char *const phases[] = { NULL, "I", "I", "I", "II", "III", "IV", "I/II", "I/II", "I/II", "II/III", "III/IV" };
  guint64 number;

  if (code != NULL && g_ascii_string_to_unsigned (code, 10, 1, G_N_ELEMENTS (phases) - 1, &number, NULL))
    rgm_trial_draft_set_phase (draft, phases[number]);
}

static void
set_status (RgmTrialDraft *draft,
            JsonObject    *record)
{
  /* In the register's words; those that name a state of recruitment have a spelling of it. */
  static const char *const statuses[] = {
    NULL, "Under evaluation", "Authorised, recruitment pending", "Authorised, recruiting", "Ongoing, recruiting",
    "Ongoing, recruitment ended", "Temporarily halted", "Suspended", "Ended", "Expired", "Revoked", "Not authorised", "Cancelled",
  };
  g_autofree char *code = rgm_json_dup_scalar (record, "ctPublicStatusCode");
  guint64 number;

  if (code != NULL && g_ascii_string_to_unsigned (code, 10, 1, G_N_ELEMENTS (statuses) - 1, &number, NULL))
    rgm_trial_draft_set_status (draft, statuses[number]);
  else
    rgm_trial_draft_set_status (draft, rgm_json_get_text (record, "ctStatus"));
}

/* A list of objects that have one text each. */
static void
add_criteria (RgmTrialDraft *draft,
              JsonObject    *criteria,
              const char    *list,
              const char    *key,
              const char    *topic,
              const char    *location)
{
  JsonArray *array = rgm_json_get_array (criteria, list);

  for (guint i = 0; i < rgm_json_length (array); i++)
    {
      const char *text = rgm_json_get_text (rgm_json_object_at (array, i), key);

      rgm_trial_draft_add_fact (draft, draft->criteria, topic, text, location);
      rgm_eligibility_rules_read (draft, text, topic, location);
    }
}

static void
add_conditions (RgmTrialDraft *draft,
                JsonObject    *information)
{
  JsonArray *array = rgm_json_get_array (rgm_json_get_object (information, "medicalCondition"), "partIMedicalConditions");

  for (guint i = 0; i < rgm_json_length (array); i++)
    rgm_trial_draft_add_fact (draft, draft->populations, NULL, rgm_json_get_text (rgm_json_object_at (array, i), "medicalCondition"),
                              _("Medical conditions"));
}

/* Which arm gets which product isn't structured. */
static void
add_products (RgmTrialDraft *draft,
              JsonObject    *part)
{
  JsonArray *products = rgm_json_get_array (part, "products");

  for (guint i = 0; i < rgm_json_length (products); i++)
    {
      JsonObject *product = rgm_json_object_at (products, i);
      const char *name = rgm_json_get_text (product, "productName");

      rgm_trial_draft_add_fact (draft, draft->facts, "interventions", name, _("Products"));
    }
}

/**
 * rgm_ctis_read:
 * @record: a record, with "ctNumber"
 * @place: where it is in the file, as a JSON path
 * @refusals: what isn't taken of it is added here
 *
 * Returns: (transfer full) (nullable): the trial; %NULL if the record doesn't say which it is
 */
RgmTrialDraft *
rgm_ctis_read (JsonObject  *record,
               const char  *place,
               RgmRefusals *refusals)
{
  g_autoptr (RgmTrialDraft) draft = rgm_trial_draft_new ("CTIS", place);
  JsonObject *part = find_part (record);
  JsonObject *details = rgm_json_get_object (part, "trialDetails");
  JsonObject *identifiers = rgm_json_get_object (details, "clinicalTrialIdentifiers");
  JsonObject *information = rgm_json_get_object (details, "trialInformation");
  JsonObject *criteria = rgm_json_get_object (information, "eligibilityCriteria");
  g_autofree char *phase = rgm_json_dup_scalar (rgm_json_get_object (information, "trialCategory"), "trialPhase");
  g_autofree char *url = NULL;

  rgm_trial_draft_add_registration (draft, rgm_json_get_text (record, "ctNumber"));
  if (!rgm_trial_draft_identify (draft))
    {
      rgm_refusals_add (refusals, place, _("expected the number of a trial in “ctNumber”, found none"));
      return NULL;
    }

  url = g_strconcat ("https://euclinicaltrials.eu/search-for-clinical-trials/?EUCT=", g_ptr_array_index (draft->registrations, 0), NULL);
  draft->url = rgm_trial_draft_keep (draft, url);
  rgm_trial_draft_add_registration (draft, rgm_json_get_text (rgm_json_find (identifiers, "secondaryIdentifyingNumbers", "nctNumber", NULL), "number"));
  draft->fields.title = rgm_trial_draft_keep (draft, rgm_json_get_text (identifiers, "fullTitle"));
  draft->fields.name = rgm_trial_draft_keep (draft, rgm_json_get_text (identifiers, "shortTitle"));
  if (draft->fields.name == NULL)
    draft->fields.name = rgm_trial_draft_keep (draft, rgm_json_get_text (identifiers, "publicTitle"));
  if (draft->fields.name == NULL)
    draft->fields.name = draft->fields.title;

  set_status (draft, record);
  set_phase (draft, phase);
  add_conditions (draft, information);
  add_criteria (draft, criteria, "principalInclusionCriteria", "principalInclusionCriteria", "inclusion", _("Principal inclusion criteria"));
  add_criteria (draft, criteria, "principalExclusionCriteria", "principalExclusionCriteria", "exclusion", _("Principal exclusion criteria"));
  add_products (draft, part);

  return g_steal_pointer (&draft);
}
