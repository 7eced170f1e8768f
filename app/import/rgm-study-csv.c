/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-csv.h"
#include "rgm-study-csv.h"
#include "rgm-text-normalise.h"

/* ClinicalTrials.gov's CSV exports. Which columns there are is the user's choice, and
 * their names have changed over the years: only the number of the trial is needed. */

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_ACRONYM,
  COLUMN_STATUS,
  COLUMN_CONDITIONS,
  COLUMN_INTERVENTIONS,
  COLUMN_SPONSOR,
  COLUMN_SEX,
  COLUMN_AGE,
  COLUMN_PHASES,
  COLUMN_ENROLMENT,
  COLUMN_DESIGN,
  COLUMN_OTHER_IDS,
  COLUMN_START,
  COLUMN_PRIMARY_COMPLETION,
  COLUMN_COMPLETION,
  COLUMN_LAST_UPDATE,
  COLUMN_URL,
  COLUMN_STUDY_TYPE,
  COLUMN_PRIMARY_OUTCOMES,
  COLUMN_SECONDARY_OUTCOMES,
  COLUMN_OUTCOMES,
  COLUMN_COLLABORATORS,
  COLUMN_RANK,
  N_STUDY_COLUMNS,
} StudyColumn;

static const char *const headers[N_STUDY_COLUMNS][3] = {
  [COLUMN_NUMBER] = { "nct number" },
  [COLUMN_TITLE] = { "study title", "title" },
  [COLUMN_ACRONYM] = { "acronym" },
  [COLUMN_STATUS] = { "study status", "status", "recruitment" },
  [COLUMN_CONDITIONS] = { "conditions" },
  [COLUMN_INTERVENTIONS] = { "interventions" },
  [COLUMN_SPONSOR] = { "sponsor", "lead sponsor", "sponsor/collaborators" },
  [COLUMN_SEX] = { "sex", "gender" },
  [COLUMN_AGE] = { "age", "age groups" },
  [COLUMN_PHASES] = { "phases", "phase" },
  [COLUMN_ENROLMENT] = { "enrollment" },
  [COLUMN_DESIGN] = { "study design", "study designs" },
  [COLUMN_OTHER_IDS] = { "other ids" },
  [COLUMN_START] = { "start date" },
  [COLUMN_PRIMARY_COMPLETION] = { "primary completion date" },
  [COLUMN_COMPLETION] = { "completion date" },
  [COLUMN_LAST_UPDATE] = { "last update posted", "last updated" },
  [COLUMN_URL] = { "study url", "url" },
  [COLUMN_STUDY_TYPE] = { "study type", "study types" },
  [COLUMN_PRIMARY_OUTCOMES] = { "primary outcome measures" },
  [COLUMN_SECONDARY_OUTCOMES] = { "secondary outcome measures" },
  [COLUMN_OUTCOMES] = { "outcome measures" },
  [COLUMN_COLLABORATORS] = { "collaborators" },
  [COLUMN_RANK] = { "rank" },
};

typedef struct
{
  const RgmCsv  *csv;
  guint          row;
  const int     *columns;
  RgmTrialDraft *draft;
  RgmRefusals   *refusals;
} StudyRow;

static char *
get_first_line (const char *text,
                gsize       length)
{
  const char *end = memchr (text, '\n', MIN (length, 8192));

  return g_ascii_strdown (text, (gssize) (end != NULL ? (gsize) (end - text) : MIN (length, 8192)));
}

/**
 * rgm_study_csv_is_header:
 * @text: (array length=length): the beginning of a file
 * @length: its bytes
 *
 * Returns: whether its first line has the column of the trials' numbers
 */
gboolean
rgm_study_csv_is_header (const char *text,
                         gsize       length)
{
  g_autofree char *line = get_first_line (text, length);

  return strstr (line, "nct number") != NULL;
}

/**
 * rgm_study_csv_lacks_number:
 * @text: (array length=length): the beginning of a file
 * @length: its bytes
 *
 * Returns: whether its first line has columns of the export, and not that of the trials' numbers
 */
gboolean
rgm_study_csv_lacks_number (const char *text,
                            gsize       length)
{
  g_autofree char *line = get_first_line (text, length);

  return (strstr (line, "study title") != NULL || strstr (line, "study status") != NULL || strstr (line, "study url") != NULL) &&
         strstr (line, "nct number") == NULL;
}

/* Some former exports have a word where there is nothing. */
static gboolean
is_empty (const char *cell)
{
  return *cell == '\0' || g_str_equal (cell, "null");
}

static const char *
get (StudyRow    *self,
     StudyColumn  column)
{
  int position = self->columns[column];
  const char *text = position >= 0 && (guint) position < rgm_csv_get_n_cells (self->csv, self->row)
                       ? rgm_csv_get_cell (self->csv, self->row, (guint) position) : NULL;

  return text != NULL && !is_empty (text) ? text : NULL;
}

static void
read_date (StudyRow     *self,
           StudyColumn   column,
           RgmStudyDate *date)
{
  const char *text = get (self, column);

  if (!rgm_trial_draft_set_date (self->draft, date, text, NULL))
    rgm_refusals_add (self->refusals, self->draft->place, _("expected a date such as 2024-03 or 2024-03-15, found “%s”"), text);
}

/* 'Allocation: NA|Intervention Model: SINGLE_GROUP|Masking: NONE' */
static char *
find_in_design (const char *design,
                const char *key)
{
  g_auto (GStrv) pairs = design != NULL ? g_strsplit (design, "|", -1) : NULL;

  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i++)
    {
      char *value = strchr (pairs[i], ':');

      if (value == NULL)
        continue;
      *value++ = '\0';
      if (g_ascii_strcasecmp (g_strstrip (pairs[i]), key) == 0 && *g_strstrip (value) != '\0')
        return g_strdup (value);
    }

  return NULL;
}

/* What has no field of its own. */
static void
read_statements (StudyRow *self)
{
  RgmTrialDraft *draft = self->draft;
  const char *sponsor = get (self, COLUMN_SPONSOR);
  const char *others = get (self, COLUMN_COLLABORATORS);
  g_autofree char *collaborators = NULL;

  /* Former exports have them all in one column. */
  if (others == NULL && sponsor != NULL && strchr (sponsor, '|') != NULL)
    others = strchr (sponsor, '|') + 1;

  rgm_trial_draft_add_fact (draft, draft->facts, "design", get (self, COLUMN_STUDY_TYPE), _("Study type"));
  rgm_trial_draft_add_fact (draft, draft->facts, "design", get (self, COLUMN_DESIGN), _("Study design"));
  rgm_trial_draft_add_fact (draft, draft->facts, "end point", get (self, COLUMN_PRIMARY_OUTCOMES), _("Primary outcome measures"));
  rgm_trial_draft_add_fact (draft, draft->facts, "end point", get (self, COLUMN_SECONDARY_OUTCOMES), _("Secondary outcome measures"));
  rgm_trial_draft_add_fact (draft, draft->facts, "end point", get (self, COLUMN_OUTCOMES), _("Outcome measures"));
  if (others != NULL)
    collaborators = g_strdup_printf (_("Collaborators: %s"), others);
  rgm_trial_draft_add_fact (draft, draft->facts, "sponsor", collaborators, _("Collaborators"));
}

static void
read_row (StudyRow *self)
{
  RgmTrialDraft *draft = self->draft;
  const char *design = get (self, COLUMN_DESIGN);
  g_autofree char *allocation = find_in_design (design, "Allocation");
  g_autofree char *masking = find_in_design (design, "Masking");
  g_autofree char *model = find_in_design (design, "Intervention Model");
  g_auto (GStrv) others = g_strsplit (get (self, COLUMN_OTHER_IDS) != NULL ? get (self, COLUMN_OTHER_IDS) : "", "|", -1);
  g_auto (GStrv) sponsors = g_strsplit (get (self, COLUMN_SPONSOR) != NULL ? get (self, COLUMN_SPONSOR) : "", "|", 2);
  g_autofree char *folded = NULL;
  g_autofree char *conditions = NULL;
  g_autofree char *url = NULL;

  for (guint i = 0; others[i] != NULL; i++)
    rgm_trial_draft_add_registration (draft, others[i]);
  draft->fields.title = rgm_trial_draft_keep (draft, get (self, COLUMN_TITLE));
  draft->fields.acronym = rgm_trial_draft_keep (draft, get (self, COLUMN_ACRONYM));
  draft->fields.name = draft->fields.acronym != NULL ? draft->fields.acronym : draft->fields.title;
  draft->fields.sponsor = rgm_trial_draft_keep (draft, sponsors[0]);
  draft->fields.masking = rgm_trial_draft_keep (draft, masking);
  url = g_strconcat ("https://clinicaltrials.gov/study/", g_ptr_array_index (draft->registrations, 0), NULL);
  draft->url = rgm_trial_draft_keep (draft, url);

  rgm_trial_draft_set_status (draft, get (self, COLUMN_STATUS));
  rgm_trial_draft_set_phase (draft, get (self, COLUMN_PHASES));
  rgm_trial_draft_set_allocation (draft, allocation);
  rgm_trial_draft_set_enrolment (draft, get (self, COLUMN_ENROLMENT), NULL);
  read_date (self, COLUMN_START, &draft->start);
  read_date (self, COLUMN_PRIMARY_COMPLETION, &draft->primary_completion);
  read_date (self, COLUMN_COMPLETION, &draft->completion);
  read_date (self, COLUMN_LAST_UPDATE, &draft->last_update);
  if (get (self, COLUMN_CONDITIONS) != NULL)
    {
      g_auto (GStrv) each = g_strsplit (get (self, COLUMN_CONDITIONS), "|", -1);

      conditions = g_strjoinv ("; ", each);
    }
  rgm_trial_draft_add_fact (draft, draft->populations, NULL, conditions, _("Conditions"));
  rgm_trial_draft_add_fact (draft, draft->criteria, "sex", get (self, COLUMN_SEX), _("Eligibility: sex"));
  rgm_trial_draft_add_fact (draft, draft->criteria, "age", get (self, COLUMN_AGE), _("Eligibility: age"));
  if (model != NULL)
    folded = rgm_text_normalise_whole (model);
  rgm_trial_draft_read_interventions (draft, get (self, COLUMN_INTERVENTIONS), "|", folded != NULL && g_str_has_prefix (folded, "single group"));
  read_statements (self);
}

static void
find_columns (const RgmCsv *csv,
              int          *columns)
{
  for (guint i = 0; i < N_STUDY_COLUMNS; i++)
    columns[i] = -1;

  for (guint i = 0; i < rgm_csv_get_n_cells (csv, 0); i++)
    {
      g_autofree char *name = g_ascii_strdown (rgm_csv_get_cell (csv, 0, i), -1);

      for (guint j = 0; j < N_STUDY_COLUMNS; j++)
        for (guint k = 0; k < G_N_ELEMENTS (headers[j]) && headers[j][k] != NULL; k++)
          if (columns[j] < 0 && g_str_equal (headers[j][k], name))
            columns[j] = (int) i;
    }
}

/* Counts what a row has in columns that are none of those. */
static void
count_unread (StudyRow *self)
{
  for (guint i = 0; i < MIN (rgm_csv_get_n_cells (self->csv, 0), rgm_csv_get_n_cells (self->csv, self->row)); i++)
    {
      gboolean is_read = is_empty (rgm_csv_get_cell (self->csv, self->row, i)) || *rgm_csv_get_cell (self->csv, 0, i) == '\0';

      for (guint j = 0; j < N_STUDY_COLUMNS; j++)
        is_read = is_read || self->columns[j] == (int) i;
      if (!is_read)
        rgm_refusals_add_field (self->refusals, rgm_csv_get_cell (self->csv, 0, i));
    }
}

/**
 * rgm_study_csv_read:
 * @self: an import
 * @text: (array length=length): a file that rgm_study_csv_is_header() knows
 * @length: its bytes
 */
void
rgm_study_csv_read (RgmImport  *self,
                    const char *text,
                    gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmCsv) csv = rgm_csv_parse (text, length, &error);
  int columns[N_STUDY_COLUMNS];

  if (csv == NULL)
    {
      rgm_refusals_add (self->refusals, NULL, "%s", error->message);
      return;
    }

  find_columns (csv, columns);
  if (columns[COLUMN_NUMBER] < 0 || rgm_csv_get_n_rows (csv) < 2)
    rgm_refusals_add (self->refusals, NULL, _("expected rows under the column “NCT Number”, found none"));

  for (guint row = 1; columns[COLUMN_NUMBER] >= 0 && row < rgm_csv_get_n_rows (csv); row++)
    {
      g_autofree char *place = g_strdup_printf (_("line %u"), rgm_csv_get_line (csv, row));
      g_autoptr (RgmTrialDraft) draft = rgm_trial_draft_new ("ClinicalTrials.gov", place);
      StudyRow study = { csv, row, columns, draft, self->refusals };

      rgm_trial_draft_add_registration (draft, get (&study, COLUMN_NUMBER));
      if (!rgm_trial_draft_identify (draft))
        {
          rgm_refusals_add (self->refusals, place, _("expected an NCT number, found none"));
          continue;
        }

      read_row (&study);
      count_unread (&study);
      rgm_import_take_draft (self, g_steal_pointer (&draft));
    }
}
