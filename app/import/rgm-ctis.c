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

/* Numbers of the same trial in other registers, that of the register before this one among them. */
static void
add_registrations (RgmTrialDraft *draft,
                   JsonObject    *record,
                   JsonObject    *application,
                   JsonObject    *identifiers)
{
  JsonObject *numbers = rgm_json_get_object (identifiers, "secondaryIdentifyingNumbers");
  JsonArray *others = rgm_json_get_array (numbers, "additionalRegistries");

  rgm_trial_draft_add_registration (draft, rgm_json_get_text (rgm_json_get_object (numbers, "nctNumber"), "number"));
  rgm_trial_draft_add_registration (draft, rgm_json_get_text (rgm_json_get_object (application, "eudraCt"), "eudraCtCode"));
  rgm_trial_draft_add_registration (draft, rgm_json_get_text (rgm_json_get_object (record, "eudraCtInfo"), "eudraCtCode"));
  for (guint i = 0; i < rgm_json_length (others); i++)
    {
      const char *text = rgm_json_get_text (rgm_json_object_at (others, i), "number");
      g_auto (GStrv) each = g_strsplit (text != NULL ? text : "", ";", -1);

      for (guint j = 0; each[j] != NULL; j++)
        rgm_trial_draft_add_registration (draft, each[j]);
    }
}

/* A row of what a search of the register finds has less, and has it at the top. */
static void
read_row (RgmTrialDraft *draft,
          JsonObject    *row)
{
  g_autofree char *total = rgm_json_dup_scalar (row, "totalNumberEnrolled");

  draft->fields.title = rgm_trial_draft_keep (draft, rgm_json_get_text (row, "ctTitle"));
  draft->fields.name = rgm_trial_draft_keep (draft, rgm_json_get_text (row, "shortTitle"));
  if (draft->fields.name == NULL)
    draft->fields.name = draft->fields.title;
  draft->fields.sponsor = rgm_trial_draft_keep (draft, rgm_json_get_text (row, "sponsor"));
  rgm_trial_draft_set_phase (draft, rgm_json_get_text (row, "trialPhase"));
  if (total != NULL)
    rgm_trial_draft_set_enrolment (draft, total, NULL);
  rgm_trial_draft_add_fact (draft, draft->populations, NULL, rgm_json_get_text (row, "conditions"), _("Medical conditions"));
  rgm_trial_draft_add_fact (draft, draft->facts, "interventions", rgm_json_get_text (row, "product"), _("Products"));
  rgm_trial_draft_add_fact (draft, draft->facts, "end point", rgm_json_get_text (row, "primaryEndPoint"), _("Primary end points"));
}

/* What is planned in each country of the union, and elsewhere. */
static void
set_enrolment (RgmTrialDraft *draft,
               JsonObject    *application,
               JsonObject    *part)
{
  JsonArray *parts = rgm_json_get_array (application, "authorizedPartsII");
  g_autofree char *elsewhere = rgm_json_dup_scalar (part, "rowSubjectCount");
  g_autofree char *total = NULL;
  gint64 sum = elsewhere != NULL ? g_ascii_strtoll (elsewhere, NULL, 10) : 0;
  gboolean is_whole = rgm_json_length (parts) > 0;

  for (guint i = 0; i < rgm_json_length (parts); i++)
    {
      g_autofree char *count = rgm_json_dup_scalar (rgm_json_object_at (parts, i), "recruitmentSubjectCount");

      is_whole = is_whole && count != NULL;
      sum += count != NULL ? g_ascii_strtoll (count, NULL, 10) : 0;
    }

  /* A sum without one of its parts is none. */
  if (!is_whole || sum < 1)
    return;
  total = g_strdup_printf ("%" G_GINT64_FORMAT, sum);
  rgm_trial_draft_set_enrolment (draft, total, "estimated");
}

static void
read_date (RgmTrialDraft *draft,
           JsonObject    *object,
           const char    *key,
           const char    *type,
           RgmStudyDate  *date,
           RgmRefusals   *refusals)
{
  const char *published = rgm_json_get_text (object, key);

  if (date->date == NULL && !rgm_trial_draft_set_date (draft, date, published, type))
    rgm_refusals_add (refusals, draft->place, _("%s: expected a date such as 2024-03-15, found “%s”"), key, published);
}

static void
add_endpoints (RgmTrialDraft *draft,
               JsonObject    *information,
               const char    *list,
               const char    *location)
{
  JsonArray *array = rgm_json_get_array (rgm_json_get_object (information, "endPoint"), list);

  for (guint i = 0; i < rgm_json_length (array); i++)
    rgm_trial_draft_add_fact (draft, draft->facts, "end point", rgm_json_get_text (rgm_json_object_at (array, i), "endPoint"), location);
}

static gboolean
has_arm (RgmTrialDraft *draft,
         const char    *label)
{
  for (guint i = 0; i < draft->arms->len; i++)
    if (g_str_equal (g_array_index (draft->arms, RgmDraftArm, i).label, label))
      return TRUE;

  return FALSE;
}

/* An arm may be in several periods. */
static void
read_arms (RgmTrialDraft *draft,
           JsonObject    *details)
{
  JsonArray *periods = rgm_json_get_array (rgm_json_find (details, "protocolInformation", "studyDesign", NULL), "periodDetails");

  for (guint i = 0; i < rgm_json_length (periods); i++)
    {
      JsonObject *period = rgm_json_object_at (periods, i);
      JsonArray *arms = rgm_json_get_array (period, "armDetails");
      g_autofree char *allocation = rgm_json_dup_scalar (period, "allocationMethod");

      if (g_strcmp0 (allocation, "1") == 0)
        rgm_trial_draft_set_allocation (draft, "randomised");
      for (guint j = 0; j < rgm_json_length (arms); j++)
        {
          JsonObject *arm = rgm_json_object_at (arms, j);
          const char *label = rgm_trial_draft_keep (draft, rgm_json_get_text (arm, "title"));
          const char *description = rgm_json_get_text (arm, "description");
          g_autofree char *text = NULL;

          if (label == NULL || has_arm (draft, label))
            continue;
          rgm_trial_draft_add_arm (draft, label);
          text = description != NULL && *description != '\0' ? g_strdup_printf ("%s: %s", label, description) : NULL;
          rgm_trial_draft_add_fact (draft, draft->facts, "design", text, _("Arms"));
        }
    }
}

static void
set_sponsor (RgmTrialDraft *draft,
             JsonObject    *part)
{
  JsonArray *sponsors = rgm_json_get_array (part, "sponsors");

  for (guint i = 0; i < rgm_json_length (sponsors); i++)
    {
      JsonObject *sponsor = rgm_json_object_at (sponsors, i);

      if (rgm_json_length (sponsors) == 1 || rgm_json_is_true (sponsor, "primary"))
        draft->fields.sponsor = rgm_trial_draft_keep (draft, rgm_json_get_text (rgm_json_get_object (sponsor, "organisation"), "name"));
    }
}

static void
count_unread_of (JsonObject         *object,
                 const char *const  *read,
                 RgmRefusals        *refusals)
{
  g_autoptr (GList) members = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (read, l->data) && !rgm_json_is_empty (json_object_get_member (object, l->data)))
      rgm_refusals_add_field (refusals, l->data);
}

/* Counts what the parts of a record have that is none of what is read. */
static void
count_unread (JsonObject  *record,
              JsonObject  *part,
              RgmRefusals *refusals)
{
  static const char *const of_record[] = { "ctNumber", "ctPublicStatusCode", "ctStatus", "authorizedApplication", "authorizedPartI", "authorizedPartsII", "startDateEU", "endDateEU", "lastUpdated", "publishDate", "eudraCtInfo", NULL };
  static const char *const of_row[] = { "ctNumber", "ctPublicStatusCode", "ctStatus", "startDateEU", "endDateEU", "lastUpdated", "publishDate", "ctTitle", "shortTitle", "sponsor", "trialPhase", "totalNumberEnrolled", "conditions", "product", "primaryEndPoint", NULL };
  static const char *const of_application[] = { "authorizedPartI", "authorizedPartsII", "eudraCt", NULL };
  static const char *const of_part[] = { "trialDetails", "products", "sponsors", "rowSubjectCount", NULL };
  static const char *const of_details[] = { "clinicalTrialIdentifiers", "trialInformation", "protocolInformation", NULL };
  static const char *const of_information[] = { "trialCategory", "medicalCondition", "eligibilityCriteria", "endPoint", "trialDuration", NULL };
  JsonObject *details = rgm_json_get_object (part, "trialDetails");

  count_unread_of (record, part != NULL ? of_record : of_row, refusals);
  count_unread_of (rgm_json_get_object (record, "authorizedApplication"), of_application, refusals);
  count_unread_of (part, of_part, refusals);
  count_unread_of (details, of_details, refusals);
  count_unread_of (rgm_json_get_object (details, "trialInformation"), of_information, refusals);
}

/* Which arm gets which product isn't structured; where there is one of each it is clear. */
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
      name = rgm_trial_draft_keep (draft, name);
      if (name != NULL && rgm_json_length (products) == 1 && draft->arms->len == 1)
        {
          guint index = 0;

          rgm_trial_draft_add_intervention (draft, NULL, name);
          g_array_append_val (g_array_index (draft->arms, RgmDraftArm, 0).interventions, index);
        }
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
  JsonObject *application = rgm_json_get_object (record, "authorizedApplication");
  JsonObject *duration = rgm_json_get_object (information, "trialDuration");
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
  add_registrations (draft, record, application, identifiers);
  draft->fields.title = rgm_trial_draft_keep (draft, rgm_json_get_text (identifiers, "fullTitle"));
  draft->fields.name = rgm_trial_draft_keep (draft, rgm_json_get_text (identifiers, "shortTitle"));
  if (draft->fields.name == NULL)
    draft->fields.name = rgm_trial_draft_keep (draft, rgm_json_get_text (identifiers, "publicTitle"));
  if (draft->fields.name == NULL)
    draft->fields.name = draft->fields.title;

  if (part == NULL)
    read_row (draft, record);
  set_status (draft, record);
  set_phase (draft, phase);
  add_conditions (draft, information);
  add_criteria (draft, criteria, "principalInclusionCriteria", "principalInclusionCriteria", "inclusion", _("Principal inclusion criteria"));
  add_criteria (draft, criteria, "principalExclusionCriteria", "principalExclusionCriteria", "exclusion", _("Principal exclusion criteria"));
  read_arms (draft, details);
  set_sponsor (draft, part);
  set_enrolment (draft, application != NULL ? application : record, part);
  read_date (draft, record, "startDateEU", "actual", &draft->start, refusals);
  read_date (draft, duration, "estimatedRecruitmentStartDate", "estimated", &draft->start, refusals);
  read_date (draft, record, "endDateEU", "actual", &draft->completion, refusals);
  read_date (draft, duration, "estimatedEndDate", "estimated", &draft->completion, refusals);
  read_date (draft, record, "lastUpdated", NULL, &draft->last_update, refusals);
  read_date (draft, record, "publishDate", NULL, &draft->last_update, refusals);
  add_products (draft, part);
  add_endpoints (draft, information, "primaryEndPoints", _("Primary end points"));
  add_endpoints (draft, information, "secondaryEndPoints", _("Secondary end points"));
  count_unread (record, part, refusals);

  return g_steal_pointer (&draft);
}
