/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-field-label.h"

#include "rgm-biomarker.h"

/* What forms call the fields of records. Where several records have a field of the same key
 * and meaning there is one line, without a record. */
static const struct
{
  const char *record;   /* NULL for any */
  const char *key;
  const char *label;
} labels[] = {
  { "citation", "id", N_("Source") },
  { "citation", "place", N_("Place in the source") },
  { "status", "published", N_("Status as published") },
  { "status", "state", N_("Status") },
  { "study_date", "date", N_("Date") },
  { "study_date", "type", N_("Final or planned") },
  { "enrolment", "count", N_("Enrolment") },
  { "enrolment", "type", N_("Final or planned") },
  { "lines", "text", N_("Prior lines") },
  { "lines", "min_prior", N_("At least") },
  { "lines", "max_prior", N_("At most") },
  { "rule", "text", N_("Rule") },
  { "rule", "values", N_("Values") },
  { "remark", "text", N_("Remark") },
  { "remark", "summary", N_("In a chart’s note") },
  { "remark", "about", N_("About") },
  { "arm", "label", N_("Treatment") },
  { "arm", "n", N_("Patients") },
  { "subgroup", "label", N_("Which patients") },
  { "subgroup", "n", N_("Patients") },
  { "trial", "name", N_("Name") },
  { "trial", "title", N_("Official title") },
  { "trial", "classes", N_("Classes") },
  { "trial", "references", N_("Papers that report it") },
  { "dates", "start", N_("Start") },
  { "dates", "primary_completion", N_("Primary completion") },
  { "dates", "completion", N_("Completion") },
  { "dates", "last_update", N_("Last update") },
  { "data_set", "as_of", N_("As of") },
  { "data_set", "licence", N_("Licence") },
  { "licence", "credit", N_("Credit") },
  { "source", "kind", N_("Kind of publication") },
  { "source", "number", N_("Number in the list of references") },
  { "source", "licence", N_("Licence") },
  { "endpoint", "kind", N_("Rate or time") },
  { "target", "name", N_("Receptor or enzyme") },
  { "biomarker", "facet", N_("It can be used to filter the list of trials") },
  { "biomarker", "parts", N_("Composed of these biomarkers") },
  { "biomarker", "presupposes_treatment", N_("Holds for treated patients only") },
  { "biomarker_value", "every", N_("Needs every component to have it") },
  { "biomarker_value", "test", N_("Test") },
  { "biomarker_value", "implies", N_("Values that follow from it") },
  { "biomarker_value", "excludes", N_("Values that it rules out") },
  { "biomarker_value", "all_of", N_("Values that it consists of") },
  { "biomarker_value", "closed", N_("Ruled out with all that imply it") },
  { NULL, "codes", N_("Codes in patients’ records") },
  { NULL, "acronym", N_("Acronym") },
  { NULL, "about", N_("About") },
  { NULL, "agent", N_("Agent") },
  { NULL, "agents", N_("Agents") },
  { NULL, "allocation", N_("Allocation") },
  { NULL, "alternative", N_("Alternative to") },
  { NULL, "arm", N_("Arm") },
  { NULL, "biomarker", N_("Biomarker") },
  { NULL, "body", N_("Authority") },
  { NULL, "citation", N_("Citation") },
  { NULL, "class", N_("Class") },
  { NULL, "comparator", N_("The other arms are compared with it") },
  { NULL, "date", N_("Date") },
  { NULL, "description", N_("Description") },
  { NULL, "doi", N_("DOI") },
  { NULL, "domain", N_("Domain") },
  { NULL, "dose", N_("Dose") },
  { NULL, "endpoint", N_("Endpoint") },
  { NULL, "excluded", N_("Excluded rather than required") },
  { NULL, "group", N_("Group") },
  { NULL, "incomplete", N_("More is asked for than this") },
  { NULL, "indication", N_("Indication") },
  { NULL, "kind", N_("Kind") },
  { NULL, "linker", N_("Linker") },
  { NULL, "masking", N_("Masking") },
  { NULL, "mechanism", N_("Mechanism") },
  { NULL, "name", N_("Name") },
  { NULL, "notes", N_("Notes") },
  { NULL, "payload", N_("Payload") },
  { NULL, "phase", N_("Phase") },
  { NULL, "proposed", N_("Proposed, not confirmed") },
  { NULL, "published", N_("As published") },
  { NULL, "regimen", N_("Regimen") },
  { NULL, "registrations", N_("Registrations") },
  { NULL, "safety", N_("Adverse events") },
  { NULL, "criteria", N_("Criteria in the registry’s words") },
  { NULL, "conditions", N_("Rules on the patient") },
  { NULL, "eligibility", N_("Eligibility") },
  { NULL, "schedule", N_("Schedule") },
  { NULL, "selectivity", N_("Selectivity") },
  { NULL, "settings", N_("Settings") },
  { NULL, "sponsor", N_("Sponsor") },
  { NULL, "synonyms", N_("Other names") },
  { NULL, "text", N_("Text") },
  { NULL, "title", N_("Title") },
  { NULL, "topic", N_("Topic") },
  { NULL, "tumours", N_("Tumours") },
  { NULL, "url", N_("Address") },
  { NULL, "year", N_("Year") },
};

/* Translators: the last four of each are what is undone: “Undo delete arm”. */
static const RgmRecordWords words[] = {
  { "trial", N_("Trials"), N_("Add trial"), N_("add trial"), N_("delete trial"), N_("duplicate trial"), N_("move trial") },
  { "arm", N_("Arms"), N_("Add arm"), N_("add arm"), N_("delete arm"), N_("duplicate arm"), N_("move arm") },
  { "outcome", N_("Results"), N_("Add result"), N_("add result"), N_("delete result"), N_("duplicate result"), N_("move result") },
  { "subgroup", N_("Subgroups"), N_("Add subgroup"), N_("add subgroup"), N_("delete subgroup"), N_("duplicate subgroup"), N_("move subgroup") },
  { "rule", N_("Eligibility rules"), N_("Add rule"), N_("add rule"), N_("delete rule"), N_("duplicate rule"), N_("move rule") },
  { "remark", N_("Remarks"), N_("Add remark"), N_("add remark"), N_("delete remark"), N_("duplicate remark"), N_("move remark") },
  { "citation", N_("Sources"), N_("Add source"), N_("add source"), N_("delete source"), N_("duplicate source"), N_("move source") },
  { "statement", N_("Populations"), N_("Add population"), N_("add population"), N_("delete population"), N_("duplicate population"), N_("move population") },
  { "fact", N_("Statements"), N_("Add statement"), N_("add statement"), N_("delete statement"), N_("duplicate statement"), N_("move statement") },
  { "source", N_("Sources"), N_("Add source"), N_("add source"), N_("delete source"), N_("duplicate source"), N_("move source") },
  { "agent", N_("Agents"), N_("Add agent"), N_("add agent"), N_("delete agent"), N_("duplicate agent"), N_("move agent") },
  { "regimen", N_("Regimens"), N_("Add regimen"), N_("add regimen"), N_("delete regimen"), N_("duplicate regimen"), N_("move regimen") },
  { "biomarker", N_("Biomarkers"), N_("Add biomarker"), N_("add biomarker"), N_("delete biomarker"), N_("duplicate biomarker"), N_("move biomarker") },
  { "biomarker_value", N_("Values"), N_("Add value"), N_("add value"), N_("delete value"), N_("duplicate value"), N_("move value") },
  { "target", N_("Targets"), N_("Add target"), N_("add target"), N_("delete target"), N_("duplicate target"), N_("move target") },
  { "regulatory_step", N_("Approvals, designations and guidelines"), N_("Add approval or guideline"), N_("add approval or guideline"), N_("delete approval or guideline"), N_("duplicate approval or guideline"), N_("move approval or guideline") },
  { "dosing", N_("Doses"), N_("Add dose"), N_("add dose"), N_("delete dose"), N_("duplicate dose"), N_("move dose") },
  { "endpoint", N_("Endpoints"), N_("Add endpoint"), N_("add endpoint"), N_("delete endpoint"), N_("duplicate endpoint"), N_("move endpoint") },
  { "class", N_("Classes of agents"), N_("Add class"), N_("add class"), N_("delete class"), N_("duplicate class"), N_("move class") },
  { "characteristic", N_("Patient characteristics"), N_("Add characteristic"), N_("add characteristic"), N_("delete characteristic"), N_("duplicate characteristic"), N_("move characteristic") },
};

/* What people read before the field; NULL where it has no label of its own. */
const char *
rgm_field_label_find (const RgmDescription *description,
                      const RgmField       *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].key, field->key) && (labels[i].record == NULL || g_strcmp0 (labels[i].record, description->name) == 0))
      return _(labels[i].label);

  return NULL;
}

/* What people read before the field, whatever it is. */
const char *
rgm_field_label_get (const RgmDescription *description,
                     const RgmField       *field)
{
  const char *label = rgm_field_label_find (description, field);

  return label != NULL ? label : field->key;
}

/**
 * rgm_record_words_find:
 * @description: what a record is
 * @path: its path, or that of its list: the same kind of record has another name in another list
 *
 * Returns: (transfer none) (nullable): what people read of such records; %NULL where they are not edited in forms
 */
const RgmRecordWords *
rgm_record_words_find (const RgmDescription *description,
                       const char           *path)
{
  const gboolean is_characteristic = description == &rgm_biomarker_description && g_str_has_prefix (path, "characteristics");
  const char *name = is_characteristic ? "characteristic" : description->name;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].name, name) == 0)
      return &words[i];

  return NULL;
}
