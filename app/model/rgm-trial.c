/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-registry-number.h"
#include "rgm-remark.h"
#include "rgm-source.h"
#include "rgm-trial.h"
#include "rgm-vocabulary.h"

/* A table of so many arms or fewer would take more memory than it saves time. */
#define FEW_ARMS 16

/* An unknown allocation is left out of documents. */
static const RgmEnumTerm allocations[] = {
  RGM_ENUM_TERM (RGM_ALLOCATION_RANDOMISED, "randomised", NULL),
  RGM_ENUM_TERM (RGM_ALLOCATION_NOT_RANDOMISED, "not-randomised", NULL),
};

RGM_DEFINE_ENUM (RgmAllocation, rgm_allocation, NULL, allocations)

/* The classes that the source lists the trial in, then those of its arms, each once. */
static char **
make_classes (RgmTrial *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; self->published_classes[i] != NULL; i++)
    if (g_hash_table_add (seen, self->published_classes[i]))
      g_strv_builder_add (builder, self->published_classes[i]);

  for (guint i = 0; i < self->arms->len; i++)
    {
      const char *class_id = ((RgmArm *) g_ptr_array_index (self->arms, i))->class_id;

      if (class_id != NULL && g_hash_table_add (seen, (gpointer) class_id))
        g_strv_builder_add (builder, class_id);
    }

  return g_strv_builder_end (builder);
}

static gboolean
find_reported (RgmTrial *self)
{
  for (guint i = 0; i < self->arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (self->arms, i);

      for (guint j = 0; j < arm->outcomes->len; j++)
        if (((RgmOutcome *) g_ptr_array_index (arm->outcomes, j))->estimate.state == RGM_STATE_REPORTED)
          return TRUE;
    }

  return FALSE;
}

static void
complete_trial (gpointer record)
{
  RgmTrial *self = record;

  self->classes = make_classes (self);
  self->is_reported = find_reported (self);
  if (self->arms->len > FEW_ARMS)
    self->arm_by_id = rgm_record_make_table (&rgm_arm_description, self->arms);
}

static void
clear_trial (gpointer record)
{
  RgmTrial *self = record;

  g_clear_pointer (&self->classes, g_strfreev);
  g_clear_pointer (&self->arm_by_id, g_hash_table_unref);
}

static const RgmField status_fields[] = {
  RGM_FIELD (RgmTrial, status_published, "published", TEXT, RGM_REQUIRED | RGM_SHARED, "As published."),
  RGM_FIELD (RgmTrial, status_state, "state", CHOICE, RGM_REQUIRED, "In the terms of ClinicalTrials.gov's API.",
             .type = rgm_registry_state_get_type),
};

static const RgmDescription status_description = {
  .name = "status",
  .help = "The status on the data set's date.",
  .fields = status_fields,
  .n_fields = G_N_ELEMENTS (status_fields),
};

static const RgmField dates_fields[] = {
  RGM_FIELD (RgmTrial, start, "start", RECORD, RGM_OPTIONAL, "The start of the study.", .element = &rgm_study_date_description),
  RGM_FIELD (RgmTrial, primary_completion, "primary_completion", RECORD, RGM_OPTIONAL,
             "When the last patient was, or will be, examined for the primary outcome.", .element = &rgm_study_date_description),
  RGM_FIELD (RgmTrial, completion, "completion", RECORD, RGM_OPTIONAL, "The end of the study.", .element = &rgm_study_date_description),
  RGM_FIELD (RgmTrial, last_update, "last_update", RECORD, RGM_OPTIONAL, "The last update of the registry's record.",
             .element = &rgm_study_date_description),
};

static const RgmDescription dates_description = {
  .name = "dates",
  .help = "The dates of the study as registered.",
  .fields = dates_fields,
  .n_fields = G_N_ELEMENTS (dates_fields),
};

static const RgmField eligibility_fields[] = {
  RGM_FIELD (RgmTrial, rules, "rules", RECORDS, RGM_OPTIONAL, "What is required of biomarkers.", .element = &rgm_rule_description),
  RGM_FIELD (RgmTrial, conditions, "conditions", RECORDS, RGM_OPTIONAL, "What is required of the data set's characteristics.",
             .element = &rgm_rule_description),
  RGM_FIELD (RgmTrial, lines, "lines", RECORD, RGM_OPTIONAL, "Prior lines of therapy.", .element = &rgm_lines_description),
  RGM_FIELD (RgmTrial, settings, "settings", TEXTS, RGM_OPTIONAL, "Such as metastatic."),
  RGM_FIELD (RgmTrial, tumours, "tumours", TEXTS, RGM_OPTIONAL, "Kinds of tumour."),
  RGM_FIELD (RgmTrial, criteria, "criteria", RECORDS, RGM_OPTIONAL,
             "The criteria in the registry's words; the topic is inclusion, exclusion, sex or age.", .element = &rgm_fact_description),
};

static const RgmDescription eligibility_description = {
  .name = "eligibility",
  .help = "Who may take part, as far as the source says. What it doesn't say is unknown, not false.",
  .fields = eligibility_fields,
  .n_fields = G_N_ELEMENTS (eligibility_fields),
};

static const RgmField fields[] = {
  RGM_FIELD (RgmTrial, id, "id", ID, RGM_REQUIRED, "Unique among the trials."),
  RGM_FIELD (RgmTrial, name, "name", TEXT, RGM_REQUIRED, "Its usual name."),
  RGM_FIELD (RgmTrial, registrations, "registrations", TEXTS, RGM_REQUIRED,
             "Its numbers in registries, as published. Not a key: two trials may share one.",
             .normalise = rgm_registry_number_normalise),
  RGM_FIELD (RgmTrial, acronym, "acronym", TEXT, RGM_OPTIONAL, "Its acronym as registered."),
  RGM_FIELD (RgmTrial, title, "title", TEXT, RGM_OPTIONAL, "The official title."),
  RGM_FIELD (RgmTrial, sponsor, "sponsor", TEXT, RGM_OPTIONAL | RGM_SHARED, "The sponsor as registered."),
  RGM_FIELD (RgmTrial, phase, "phase", CHOICE, RGM_OPTIONAL, "Its phase, as published; left out where there is none.", .type = rgm_phase_get_type),
  RGM_FIELD (RgmTrial, published_classes, "classes", REFERENCES, RGM_REQUIRED,
             "The ids of the classes that the source lists it in; the program adds those of its arms.",
             .element = &rgm_class_description),
  RGM_FIELD (RgmTrial, allocation, "allocation", ENUM, RGM_OPTIONAL, "Left out where the source doesn't say.",
             .type = rgm_allocation_get_type),
  RGM_FIELD (RgmTrial, masking, "masking", TEXT, RGM_OPTIONAL | RGM_SHARED, "Who is masked, in the registry's words."),
  { .key = "status", .kind = RGM_FIELD_INLINE, .flags = RGM_REQUIRED, .help = "The status on the data set's date.",
    .element = &status_description },
  RGM_FIELD (RgmTrial, enrolment, "enrolment", RECORD, RGM_OPTIONAL, "The enrolment as registered.",
             .element = &rgm_enrolment_description),
  { .key = "dates", .kind = RGM_FIELD_INLINE, .flags = RGM_OPTIONAL, .help = "The dates of the study as registered.",
    .element = &dates_description },
  RGM_FIELD (RgmTrial, origin, "origin", RECORD, RGM_OPTIONAL, "Where it was imported from.", .element = &rgm_origin_description),
  RGM_FIELD (RgmTrial, populations, "populations", RECORDS, RGM_REQUIRED, "Who is treated; the first is shown first.",
             .element = &rgm_statement_description),
  { .key = "eligibility", .kind = RGM_FIELD_INLINE, .flags = RGM_OPTIONAL, .help = "Who may take part, rule by rule.",
    .element = &eligibility_description },
  RGM_FIELD (RgmTrial, arms, "arms", RECORDS, RGM_REQUIRED, "Its treated groups.", .element = &rgm_arm_description),
  RGM_FIELD (RgmTrial, safety, "safety", RECORDS, RGM_OPTIONAL, "What the sources say about adverse events in the trial as a whole.",
             .element = &rgm_fact_description),
  RGM_FIELD (RgmTrial, facts, "facts", RECORDS, RGM_OPTIONAL, "What else the sources say about it.", .element = &rgm_fact_description),
  RGM_FIELD (RgmTrial, remarks, "remarks", RECORDS, RGM_OPTIONAL, "Conflicts, cautions and notes.",
             .element = &rgm_remark_description),
  RGM_FIELD (RgmTrial, references, "references", OBJECTS, RGM_OPTIONAL, "The ids of the sources that report it.",
             .element = &rgm_source_description),
  RGM_FIELD (RgmTrial, citations, "sources", RECORDS, RGM_REQUIRED, "Where the sources list it.",
             .element = &rgm_citation_ref_description),
};

RGM_DEFINE_RECORD (RgmTrial, rgm_trial, fields, .name = "trial", .help = "A clinical trial with its arms.",
                   .complete = complete_trial, .clear = clear_trial, .expected = N_("expected the id of a trial"))

/**
 * rgm_trial_get_population:
 * @self: a trial
 *
 * Returns: (transfer none) (nullable): who takes part, in the source's first wording
 */
const char *
rgm_trial_get_population (RgmTrial *self)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->populations->len > 0 ? ((const RgmFact *) g_ptr_array_index (self->populations, 0))->text : NULL;
}

/**
 * rgm_trial_get_arm:
 * @self: a trial
 * @id: the id of an arm
 *
 * Returns: (transfer none) (nullable): the arm
 */
RgmArm *
rgm_trial_get_arm (RgmTrial   *self,
                   const char *id)
{
  g_return_val_if_fail (RGM_IS_TRIAL (self), NULL);

  return self->arm_by_id != NULL ? g_hash_table_lookup (self->arm_by_id, id)
                                 : rgm_record_find (&rgm_arm_description, self->arms, id);
}
