/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-readers.h"
#include "rgm-subgroup.h"

/* The words of ClinicalTrials.gov's API. */
static const char *const trial_states[] = {
  "RECRUITING", "ACTIVE_NOT_RECRUITING", "NOT_YET_RECRUITING", "COMPLETED", "WITHDRAWN", "TERMINATED", "SUSPENDED",
  "ENROLLING_BY_INVITATION", "UNKNOWN", NULL
};

static const char *const phases[] = { "I", "I/II", "II", "II/III", "III", "IV", NULL };

static gpointer
read_subgroup (RgmReader       *reader,
               const RgmCursor *cursor,
               const char      *within)
{
  enum { LABEL, OUTCOMES, COUNT, N };
  static const RgmField fields[] = { { "label", TRUE }, { "outcomes", TRUE }, { "n" }, { NULL } };
  RgmCursor at[N];
  RgmSubgroupParts parts = { 0 };
  g_autoptr (GPtrArray) outcomes = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  parts.label = rgm_reader_text (reader, &at[LABEL]);
  parts.n = rgm_reader_integer (reader, &at[COUNT], 1, RGM_COUNT_MAX);
  parts.outcomes = outcomes = rgm_read_outcomes (reader, &at[OUTCOMES]);

  return rgm_reader_is_good (reader) ? rgm_subgroup_new (&parts) : NULL;
}

/*< private >
 * rgm_read_arm:
 * @reader: a reader
 * @cursor: an arm
 * @within: (nullable): the id of its trial
 *
 * Returns: (transfer full) (nullable): a #RgmArm
 */
gpointer
rgm_read_arm (RgmReader       *reader,
              const RgmCursor *cursor,
              const char      *within)
{
  enum { ID, LABEL, REGIMEN, OUTCOMES, CLASS, DOSE, COUNT, SUBGROUPS, SAFETY, SOURCES, N };
  static const RgmField fields[] = { { "id", TRUE }, { "label", TRUE }, { "regimen", TRUE }, { "outcomes", TRUE },
                                     { "class" }, { "dose" }, { "n" }, { "subgroups" }, { "safety" }, { "sources" }, { NULL } };
  RgmCursor at[N];
  RgmArmParts parts = { 0 };
  gpointer regimen;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GPtrArray) subgroups = NULL;
  g_autoptr (GPtrArray) safety = NULL;
  g_autoptr (GPtrArray) places = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  parts.id = rgm_reader_id (reader, &at[ID], RGM_KIND_ARM, within);
  parts.label = rgm_reader_text (reader, &at[LABEL]);
  parts.class_id = rgm_reader_reference (reader, &at[CLASS], RGM_KIND_CLASS, NULL, NULL);
  rgm_reader_reference (reader, &at[REGIMEN], RGM_KIND_REGIMEN, NULL, &regimen);
  parts.dose = rgm_reader_text (reader, &at[DOSE]);
  parts.n = rgm_reader_integer (reader, &at[COUNT], 1, RGM_COUNT_MAX);
  parts.outcomes = outcomes = rgm_read_outcomes (reader, &at[OUTCOMES]);
  parts.subgroups = subgroups = rgm_read_list (reader, &at[SUBGROUPS], read_subgroup, NULL, g_object_unref);
  parts.safety = safety = rgm_read_facts (reader, &at[SAFETY]);
  parts.places = places = rgm_read_places (reader, &at[SOURCES]);

  if (!rgm_reader_is_good (reader))
    return NULL;

  parts.regimen = regimen;
  return rgm_arm_new (&parts);
}

static gpointer
read_rule (RgmReader       *reader,
           const RgmCursor *cursor,
           const char      *within)
{
  enum { BIOMARKER, VALUES, TEXT, SOURCES, EXCLUDED, N };
  static const RgmField fields[] = { { "biomarker", TRUE }, { "values", TRUE }, { "text", TRUE }, { "sources", TRUE },
                                     { "excluded" }, { NULL } };
  RgmCursor at[N];
  const char *biomarker, *text;
  g_autofree char **values = NULL;
  g_autoptr (GPtrArray) places = NULL;
  gboolean excluded;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  biomarker = rgm_reader_reference (reader, &at[BIOMARKER], RGM_KIND_BIOMARKER, NULL, NULL);
  if (biomarker != NULL)
    values = rgm_reader_references (reader, &at[VALUES], RGM_KIND_VALUE, biomarker, NULL);
  excluded = rgm_reader_boolean (reader, &at[EXCLUDED]);
  text = rgm_reader_text (reader, &at[TEXT]);
  places = rgm_read_places (reader, &at[SOURCES]);

  return rgm_reader_is_good (reader) ? rgm_rule_new (biomarker, values, excluded, text, places) : NULL;
}

static RgmLines *
read_lines (RgmReader       *reader,
            const RgmCursor *cursor)
{
  enum { TEXT, SOURCES, MIN_PRIOR, MAX_PRIOR, N };
  static const RgmField fields[] = { { "text", TRUE }, { "sources", TRUE }, { "min_prior" }, { "max_prior" }, { NULL } };
  RgmCursor at[N];
  const char *text;
  gint64 least, most;
  g_autoptr (GPtrArray) places = NULL;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return NULL;

  text = rgm_reader_text (reader, &at[TEXT]);
  least = rgm_reader_integer (reader, &at[MIN_PRIOR], 0, 100);
  most = rgm_reader_integer (reader, &at[MAX_PRIOR], 0, 100);
  places = rgm_read_places (reader, &at[SOURCES]);

  if (least >= 0 && most >= 0 && most < least)
    rgm_reader_fault (reader, &at[MAX_PRIOR], _("expected at least %d, which is \"min_prior\", found %d"), (int) least, (int) most);

  return rgm_reader_is_good (reader) ? rgm_lines_new (text, (int) least, (int) most, places) : NULL;
}

/* What a trial is made of, with the owner of each part beside it. */
typedef struct
{
  RgmTrialParts  parts;
  char         **registrations;
  char         **classes;
  char         **settings;
  char         **tumours;
  char         **references;
} Draft;

static void
draft_clear (Draft *draft)
{
  RgmTrialParts *parts = &draft->parts;
  GPtrArray **arrays[] = { &parts->populations, &parts->rules, &parts->arms, &parts->safety,
                           &parts->facts, &parts->remarks, &parts->references, &parts->places };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_ptr_array_unref);

  g_clear_pointer (&parts->lines, rgm_lines_free);
  g_free (draft->registrations);
  g_free (draft->classes);
  g_free (draft->settings);
  g_free (draft->tumours);
  g_free (draft->references);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static void
read_eligibility (RgmReader       *reader,
                  const RgmCursor *cursor,
                  Draft           *draft)
{
  enum { RULES, LINES, SETTINGS, TUMOURS, N };
  static const RgmField fields[] = { { "rules" }, { "lines" }, { "settings" }, { "tumours" }, { NULL } };
  RgmCursor at[N];

  if (!rgm_reader_open (reader, cursor, fields, at))
    return;

  draft->parts.rules = rgm_read_list (reader, &at[RULES], read_rule, NULL, (GDestroyNotify) rgm_rule_free);
  draft->parts.lines = read_lines (reader, &at[LINES]);
  draft->parts.settings = draft->settings = rgm_reader_texts (reader, &at[SETTINGS]);
  draft->parts.tumours = draft->tumours = rgm_reader_texts (reader, &at[TUMOURS]);
}

static void
read_status (RgmReader       *reader,
             const RgmCursor *cursor,
             Draft           *draft)
{
  enum { PUBLISHED, STATE, N };
  static const RgmField fields[] = { { "published", TRUE }, { "state", TRUE }, { NULL } };
  RgmCursor at[N];
  int state;

  if (!rgm_reader_open (reader, cursor, fields, at))
    return;

  draft->parts.status_published = rgm_reader_text (reader, &at[PUBLISHED]);
  state = rgm_reader_choice (reader, &at[STATE], trial_states);
  if (state >= 0)
    draft->parts.status_state = trial_states[state];
}

static RgmAllocation
read_allocation (RgmReader       *reader,
                 const RgmCursor *cursor)
{
  static const char *const allocations[] = { "randomised", "not-randomised", NULL };

  switch (rgm_reader_choice (reader, cursor, allocations))
    {
    case 0:
      return RGM_ALLOCATION_RANDOMISED;
    case 1:
      return RGM_ALLOCATION_NOT_RANDOMISED;
    default:
      return RGM_ALLOCATION_UNKNOWN;
    }
}

enum
{
  ID,
  NAME,
  REGISTRATIONS,
  PHASE,
  CLASSES,
  STATUS,
  POPULATIONS,
  ARMS,
  SOURCES,
  TITLE,
  ALLOCATION,
  ELIGIBILITY,
  SAFETY,
  FACTS,
  REMARKS,
  REFERENCES,
  N_FIELDS
};

static const RgmField trial_fields[] = {
  { "id", TRUE }, { "name", TRUE }, { "registrations", TRUE }, { "phase", TRUE }, { "classes", TRUE }, { "status", TRUE },
  { "populations", TRUE }, { "arms", TRUE }, { "sources", TRUE },
  { "title" }, { "allocation" }, { "eligibility" }, { "safety" }, { "facts" }, { "remarks" }, { "references" },
  { NULL }
};

/*< private >
 * rgm_read_trial:
 * @reader: a reader
 * @cursor: a trial
 * @within: unused
 *
 * Returns: (transfer full) (nullable): a #RgmTrial
 */
gpointer
rgm_read_trial (RgmReader       *reader,
                const RgmCursor *cursor,
                const char      *within)
{
  RgmCursor at[N_FIELDS];
  g_auto (Draft) draft = { 0 };
  RgmTrialParts *parts = &draft.parts;
  int phase;

  if (!rgm_reader_open (reader, cursor, trial_fields, at))
    return NULL;

  parts->id = rgm_reader_id (reader, &at[ID], RGM_KIND_TRIAL, NULL);
  parts->name = rgm_reader_text (reader, &at[NAME]);
  parts->registrations = draft.registrations = rgm_reader_texts (reader, &at[REGISTRATIONS]);
  parts->title = rgm_reader_text (reader, &at[TITLE]);
  phase = rgm_reader_choice (reader, &at[PHASE], phases);
  parts->phase = phase >= 0 ? phases[phase] : NULL;
  parts->classes = draft.classes = rgm_reader_references (reader, &at[CLASSES], RGM_KIND_CLASS, NULL, NULL);
  parts->allocation = read_allocation (reader, &at[ALLOCATION]);
  read_status (reader, &at[STATUS], &draft);
  parts->populations = rgm_read_populations (reader, &at[POPULATIONS]);
  read_eligibility (reader, &at[ELIGIBILITY], &draft);
  parts->arms = rgm_read_list (reader, &at[ARMS], rgm_read_arm, parts->id, g_object_unref);
  parts->safety = rgm_read_facts (reader, &at[SAFETY]);
  parts->facts = rgm_read_facts (reader, &at[FACTS]);
  parts->remarks = rgm_read_remarks (reader, &at[REMARKS], parts->id);
  draft.references = rgm_reader_references (reader, &at[REFERENCES], RGM_KIND_SOURCE, NULL, &parts->references);
  parts->places = rgm_read_places (reader, &at[SOURCES]);

  return rgm_reader_is_good (reader) ? rgm_trial_new (parts) : NULL;
}
