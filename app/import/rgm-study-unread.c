/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-json-value.h"
#include "rgm-study-json.h"

/* What is read of a record, or says again what is. Of a module that isn't here, nothing is read. */
typedef struct
{
  const char *section;
  const char *name;
  const char *read[10];
} Module;

static const Module modules[] = {
  { "protocolSection", "identificationModule", { "nctId", "orgStudyIdInfo", "secondaryIdInfos", "acronym", "briefTitle", "officialTitle" } },
  { "protocolSection", "statusModule",
    { "overallStatus", "lastKnownStatus", "whyStopped", "startDateStruct", "primaryCompletionDateStruct", "completionDateStruct", "lastUpdatePostDateStruct" } },
  { "protocolSection", "sponsorCollaboratorsModule", { "leadSponsor" } },
  { "protocolSection", "conditionsModule", { "conditions" } },
  { "protocolSection", "designModule", { "studyType", "phases", "designInfo", "enrollmentInfo" } },
  { "protocolSection", "armsInterventionsModule", { "armGroups", "interventions" } },
  { "protocolSection", "outcomesModule", { "primaryOutcomes", "secondaryOutcomes" } },
  { "protocolSection", "eligibilityModule", { "eligibilityCriteria", "sex", "minimumAge", "maximumAge", "stdAges" } },
  { "resultsSection", "outcomeMeasuresModule", { "outcomeMeasures" } },
  /* What of the events is not taken is told apart. */
  { "resultsSection", "adverseEventsModule",
    { "frequencyThreshold", "timeFrame", "description", "eventGroups", "seriousEvents", "otherEvents" } },
};

static const Module *
find_module (const char *section,
             const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (modules); i++)
    if (g_str_equal (modules[i].section, section) && g_str_equal (modules[i].name, name))
      return &modules[i];

  return NULL;
}

static void
count_module (JsonObject   *object,
              const Module *module,
              RgmRefusals  *refusals)
{
  g_autoptr (GList) members = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *field = g_strdup_printf ("%s.%s", module->name, (const char *) l->data);

      if (!g_strv_contains (module->read, l->data) && !rgm_json_is_empty (json_object_get_member (object, l->data)))
        rgm_refusals_add_field (refusals, field);
    }
}

static void
count_section (JsonObject  *record,
               const char  *section,
               RgmRefusals *refusals)
{
  JsonObject *object = rgm_json_get_object (record, section);
  g_autoptr (GList) members = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    {
      const Module *module = find_module (section, l->data);

      if (module != NULL)
        count_module (rgm_json_get_object (object, l->data), module, refusals);
      else if (!rgm_json_is_empty (json_object_get_member (object, l->data)))
        rgm_refusals_add_field (refusals, l->data);
    }
}

/**
 * rgm_study_json_count_unread:
 * @record: a study record
 * @refusals: what isn't read of it is counted here
 */
void
rgm_study_json_count_unread (JsonObject  *record,
                             RgmRefusals *refusals)
{
  /* "hasResults" is known from the section. */
  static const char * const read[] = { "protocolSection", "resultsSection", "hasResults", NULL };
  g_autoptr (GList) members = json_object_get_members (record);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (read, l->data) && !rgm_json_is_empty (json_object_get_member (record, l->data)))
      rgm_refusals_add_field (refusals, l->data);
  count_section (record, "protocolSection", refusals);
  count_section (record, "resultsSection", refusals);
}
