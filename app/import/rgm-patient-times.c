/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-patient-times.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-error.h"
#include "rgm-punctuation.h"

#define MAX_STATUSES 12
#define NO_COLUMN G_MAXUINT

/* Words of a header, in lower case, that tell what a column has. What comes first is the
 * column's usual name. */
static const char * const time_names[] = {
  "time", "times", "months", "month", "days", "day", "weeks", "week", "years", "year", "duration", "followup", "futime",
  "survtime", "stime", "tte", NULL,
};
static const char * const status_names[] = {
  "status", "event", "dead", "death", "died", "deceased", "fustat", "vital", "outcome", "censored", "censor", "cens", "censoring", NULL,
};
static const char * const group_names[] = {
  "group", "arm", "trt", "treatment", "treat", "rx", "strata", "stratum", "cohort", "regimen", "therapy", NULL,
};
static const char * const units[] = { "days", "weeks", "months", "years", NULL };

static const char * const missing[] = { "", "na", "n/a", "nan", ".", "null", "none", "unknown", "missing", "?", NULL };

/* What a status means: each column's words are looked up here where numbers don't say it. */
static const char * const event_words[] = {
  "true", "t", "yes", "y", "event", "dead", "death", "died", "deceased", "progressed", "progression", "relapsed", "relapse",
  "recurred", "1:deceased", "1:progressed", "1:recurred/progressed", "1:dead", NULL,
};
static const char * const censored_words[] = {
  "false", "f", "no", "n", "censored", "censor", "cens", "alive", "living", "lost", "0:living", "0:censored",
  "0:diseasefree", "0:alive", NULL,
};

static gboolean
is_missing (const char *cell)
{
  /* Of millions of cells most are numbers. */
  if (g_ascii_isdigit (*cell))
    return FALSE;

  for (guint i = 0; missing[i] != NULL; i++)
    if (g_ascii_strcasecmp (cell, missing[i]) == 0)
      return TRUE;

  return FALSE;
}

/* How well a header fits: 0 if not, the higher the better. "OS time (months)" and
 * OS_MONTHS are times as well as "time" is. */
static guint
fit (const char         *header,
     const char * const *names)
{
  g_autofree char *folded = g_utf8_strdown (header, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " _.-()[]/:", -1);
  guint best = g_strv_contains (names, folded) ? 2 : 0;

  for (char **word = words; *word != NULL && best == 0; word++)
    best = g_strv_contains (names, *word) ? 1 : 0;

  return best;
}

static char *
list_headers (const RgmCsv *csv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) headers = NULL;

  for (guint i = 0; i < rgm_csv_get_n_cells (csv, 0); i++)
    g_strv_builder_add (builder, rgm_csv_get_cell (csv, 0, i));
  headers = g_strv_builder_end (builder);

  return rgm_join_words (headers);
}

/* The column that the call names, or the one that fits.
 *
 * Returns: FALSE with @error set if there is no such column or there are several */
static gboolean
find_column (const RgmCsv        *csv,
             const char          *option,
             const char          *wanted,
             const char * const  *names,
             guint               *column,
             GError             **error)
{
  g_autofree char *headers = list_headers (csv);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) equal = NULL;
  guint best = 0;

  *column = NO_COLUMN;
  for (guint i = 0; i < rgm_csv_get_n_cells (csv, 0); i++)
    {
      const char *header = rgm_csv_get_cell (csv, 0, i);
      guint here = wanted != NULL ? 2 * (g_utf8_collate (header, wanted) == 0) : fit (header, names);

      if (here > best)
        {
          g_strv_builder_unref (builder);
          builder = g_strv_builder_new ();
          best = here;
          *column = i;
        }
      if (here > 0 && here == best)
        g_strv_builder_add (builder, header);
    }

  equal = g_strv_builder_end (builder);
  if (g_strv_length (equal) > 1)
    {
      g_autofree char *all = rgm_join_words (equal);

      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s: several columns are possible: %s. Specify one of them."), option, all);
      return FALSE;
    }
  if (wanted != NULL && *column == NO_COLUMN)
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s: there is no column “%s”. The columns are %s."), option, wanted, headers);
      return FALSE;
    }

  return TRUE;
}

/* The statuses of a column, each once; no more than are needed to see that they are too many. */
static GPtrArray *
find_statuses (const RgmCsv *csv,
               guint         column)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 1; row < rgm_csv_get_n_rows (csv) && found->len <= MAX_STATUSES; row++)
    {
      const char *cell = rgm_csv_get_cell (csv, row, column);

      if (!g_ptr_array_find_with_equal_func (found, cell, g_str_equal, NULL) && !is_missing (cell))
        g_ptr_array_add (found, g_strdup (cell));
    }

  return found;
}

static gboolean
same_status (const char *one,
             const char *other)
{
  g_autofree char *a = g_utf8_casefold (one, -1);
  g_autofree char *b = g_utf8_casefold (other, -1);
  char *end_a, *end_b;
  double x = g_ascii_strtod (a, &end_a), y = g_ascii_strtod (b, &end_b);

  if (end_a != a && *end_a == '\0' && end_b != b && *end_b == '\0')
    return x == y;

  return g_str_equal (a, b);
}

/* What one status means without being told: 1 event, 0 censored, -1 unclear. A column
 * that is called "censored" says the opposite of others. */
static int
read_status (const char *status,
             gboolean    inverse)
{
  g_autofree char *folded = g_ascii_strdown (status, -1);
  int event = -1;

  if (same_status (status, "1") || g_strv_contains (event_words, folded))
    event = 1;
  else if (same_status (status, "0") || g_strv_contains (censored_words, folded))
    event = 0;
  if (event >= 0 && inverse && !g_str_equal (folded, "censored") && !g_str_equal (folded, "event"))
    event = 1 - event;

  return event;
}

/* Which of the statuses means the event, at the same index. */
static gboolean *
understand_statuses (const GPtrArray               *statuses,
                     const char                    *header,
                     const RgmPatientTimesOptions  *options,
                     GPtrArray                     *remarks,
                     GError                       **error)
{
  static const char * const inverse_names[] = { "censored", "censor", "cens", "censoring", NULL };
  g_autofree gboolean *events = g_new0 (gboolean, statuses->len + 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean clear = statuses->len <= MAX_STATUSES, found = FALSE;
  g_auto (GStrv) values = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < statuses->len; i++)
    {
      const char *status = g_ptr_array_index (statuses, i);

      if (i < MAX_STATUSES)
        g_strv_builder_add (builder, status);
      if (options->event != NULL)
        {
          events[i] = same_status (status, options->event);
        }
      else
        {
          int event = read_status (status, fit (header, inverse_names) > 0);

          clear &= event >= 0;
          events[i] = event == 1;
        }
      found |= events[i];
    }

  values = g_strv_builder_end (builder);
  all = rgm_join_words (values);
  if (options->event == NULL && !clear)
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                     _("The column “%s” has the values %s, and it is unclear which one marks an event. Specify it with --event=VALUE."), header, all);
      return NULL;
    }
  if (options->event != NULL && !found)
    g_ptr_array_add (remarks, rgm_text_printf (_("No patient has the status “%s” (the column “%s” has %s), so all are censored."),
                                               options->event, header, all));

  return g_steal_pointer (&events);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const char *one = *(const char * const *) a, *other = *(const char * const *) b;
  char *end_one, *end_other;
  double x = g_ascii_strtod (one, &end_one), y = g_ascii_strtod (other, &end_other);

  if (*end_one == '\0' && *end_other == '\0' && x != y)
    return x < y ? -1 : 1;

  return strcmp (one, other);
}

/* The groups by their names, so that their order doesn't depend on the rows'. */
static GHashTable *
find_groups (RgmPatientTimes *self,
             const RgmCsv    *csv,
             guint            column)
{
  GHashTable *indexes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 1; row < rgm_csv_get_n_rows (csv); row++)
    {
      const char *cell = rgm_csv_get_cell (csv, row, column);

      if (!g_hash_table_contains (indexes, cell) && !is_missing (cell))
        {
          g_hash_table_add (indexes, (gpointer) cell);
          g_ptr_array_add (self->groups, g_strdup (cell));
        }
    }
  g_ptr_array_sort (self->groups, compare_groups);
  g_hash_table_remove_all (indexes);
  for (guint i = 0; i < self->groups->len; i++)
    g_hash_table_insert (indexes, g_ptr_array_index (self->groups, i), GUINT_TO_POINTER (i));

  return indexes;
}

static gboolean
read_rows (RgmPatientTimes  *self,
           const RgmCsv     *csv,
           guint             time_column,
           guint             status_column,
           guint             group_column,
           const GPtrArray  *statuses,
           const gboolean   *events,
           GError          **error)
{
  g_autoptr (GHashTable) groups = group_column != NO_COLUMN ? find_groups (self, csv, group_column) : NULL;
  guint first_unknown = 0;

  for (guint row = 1; row < rgm_csv_get_n_rows (csv); row++)
    {
      const char *time = rgm_csv_get_cell (csv, row, time_column);
      const char *status = rgm_csv_get_cell (csv, row, status_column);
      RgmPatientTime patient = { 0.0, FALSE, 0 };
      gpointer group = NULL;
      guint index = 0;

      /* The groups' names are those cells that are not missing. */
      if (is_missing (time) || is_missing (status) ||
          (groups != NULL && !g_hash_table_lookup_extended (groups, rgm_csv_get_cell (csv, row, group_column), NULL, &group)))
        {
          if (self->n_unknown++ == 0)
            first_unknown = rgm_csv_get_line (csv, row);
          continue;
        }
      if (!rgm_csv_get_number (csv, row, time_column, &patient.time) || patient.time < 0.0)
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("line %u, column “%s”: expected a time of 0 or more, found “%s”."),
                         rgm_csv_get_line (csv, row), self->time_column, time);
          return FALSE;
        }

      g_ptr_array_find_with_equal_func ((GPtrArray *) statuses, status, g_str_equal, &index);
      patient.event = events[index];
      patient.group = GPOINTER_TO_UINT (group);
      g_array_append_val (self->patients, patient);
    }

  if (self->n_unknown > 0)
    g_ptr_array_add (self->remarks,
                     g_strdup_printf (ngettext ("%u row was omitted because its time, status or group is missing (line %u).",
                                                "%u rows were omitted because their time, status or group is missing (the first is line %u).",
                                                self->n_unknown),
                                      self->n_unknown, first_unknown));
  if (self->patients->len == 0)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("No row has both a time and a status."));
      return FALSE;
    }

  return TRUE;
}

/* What Regimen itself wrote says where each group's times come from. */
static void
read_origins (RgmPatientTimes *self,
              const RgmCsv    *csv,
              guint            group_column)
{
  guint column = 0, n = rgm_csv_get_n_cells (csv, 0);

  while (column < n && !g_str_equal (rgm_csv_get_cell (csv, 0, column), "origin"))
    column++;
  if (column == n)
    return;

  self->origins = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (self->origins, (int) MAX (self->groups->len, 1));
  for (guint row = 1; row < rgm_csv_get_n_rows (csv); row++)
    {
      guint group = 0;

      if (group_column != NO_COLUMN &&
          !g_ptr_array_find_with_equal_func (self->groups, rgm_csv_get_cell (csv, row, group_column), g_str_equal, &group))
        continue;
      if (g_ptr_array_index (self->origins, group) == NULL)
        g_ptr_array_index (self->origins, group) = g_strdup (rgm_csv_get_cell (csv, row, column));
    }
}

/**
 * rgm_patient_times_get_origin:
 * @self: patients' times
 * @group: the index of a group, or 0 without groups
 *
 * Returns: (transfer none) (nullable): where its times come from in the words of the file, or %NULL where that does not say it
 */
const char *
rgm_patient_times_get_origin (const RgmPatientTimes *self,
                              guint                  group)
{
  return self->origins != NULL ? g_ptr_array_index (self->origins, group) : NULL;
}

static char *
find_unit (const char *header)
{
  g_autofree char *folded = g_utf8_strdown (header, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " _.-()[]/:", -1);

  for (char **word = words; *word != NULL; word++)
    for (guint i = 0; units[i] != NULL; i++)
      if (g_str_equal (*word, units[i]) || (strlen (*word) + 1 == strlen (units[i]) && g_str_has_prefix (units[i], *word)))
        return g_strdup (units[i]);

  return NULL;
}

/**
 * rgm_patient_times_list_statuses:
 * @csv: the rows, the first of them a header
 * @column: the name of a column
 *
 * Returns: (transfer full): what stands in it, each once; no more than are needed to see that they are no statuses
 */
char **
rgm_patient_times_list_statuses (const RgmCsv *csv,
                                 const char   *column)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < rgm_csv_get_n_cells (csv, 0); i++)
    if (g_str_equal (rgm_csv_get_cell (csv, 0, i), column))
      {
        g_autoptr (GPtrArray) statuses = find_statuses (csv, i);

        for (guint j = 0; j < statuses->len; j++)
          g_strv_builder_add (builder, g_ptr_array_index (statuses, j));
        break;
      }

  return g_strv_builder_end (builder);
}

/**
 * rgm_patient_times_find_status:
 * @csv: the rows, the first of them a header
 *
 * Returns: (transfer full) (nullable): the name of the column that says who had the event, where one is recognised
 */
char *
rgm_patient_times_find_status (const RgmCsv *csv)
{
  guint column;

  if (rgm_csv_get_n_rows (csv) == 0 || !find_column (csv, "status", NULL, status_names, &column, NULL) || column == NO_COLUMN)
    return NULL;

  return g_strdup (rgm_csv_get_cell (csv, 0, column));
}

/**
 * rgm_patient_times_read:
 * @csv: the rows, the first of them a header
 * @options: what the call says of the columns
 * @question: (out) (optional): what the person has to choose, if anything
 * @error: the return location for an error: %RGM_ERROR_CALL where the person has to
 *   choose, naming the option, and %RGM_ERROR_INPUT where the file is at fault, naming the
 *   line
 *
 * Understands patients' times: a column of times, one that says who had the event, and
 * perhaps one of groups. The columns' usual names are recognised, and the usual codes of
 * the event; where a status can be read in two ways (1 and 2) there is no guess.
 *
 * Returns: (transfer full) (nullable): the patients, or %NULL with @error set
 */
RgmPatientTimes *
rgm_patient_times_read (const RgmCsv                  *csv,
                        const RgmPatientTimesOptions  *options,
                        RgmTimesQuestion              *question,
                        GError                       **error)
{
  RgmTimesQuestion unheard;
  g_autoptr (RgmPatientTimes) self = g_new0 (RgmPatientTimes, 1);
  g_autoptr (GPtrArray) statuses = NULL;
  g_autofree gboolean *events = NULL;
  guint time_column, status_column, group_column;
  g_autofree char *headers = NULL;

  self->patients = g_array_new (FALSE, FALSE, sizeof (RgmPatientTime));
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  if (question == NULL)
    question = &unheard;
  *question = RGM_TIMES_CLEAR;
  if (rgm_csv_get_n_rows (csv) < 2)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT,
                           _("Expected a header line and one line per patient, found fewer than two lines."));
      return NULL;
    }

  *question = RGM_TIMES_WHICH_TIME;
  if (!find_column (csv, "time", options->time, time_names, &time_column, error))
    return NULL;
  *question = RGM_TIMES_WHICH_STATUS;
  if (!find_column (csv, "status", options->status, status_names, &status_column, error))
    return NULL;
  *question = RGM_TIMES_WHICH_GROUP;
  if (!find_column (csv, "group", options->group, group_names, &group_column, error))
    return NULL;
  *question = RGM_TIMES_CLEAR;

  headers = list_headers (csv);
  if (time_column == NO_COLUMN || status_column == NO_COLUMN)
    {
      *question = time_column == NO_COLUMN ? RGM_TIMES_WHICH_TIME : RGM_TIMES_WHICH_STATUS;
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                     time_column == NO_COLUMN ? _("No time column was recognised. Specify it with --time=COLUMN; the header has %s.")
                                              : _("No status column was recognised. Specify it with --status=COLUMN; the header has %s."),
                     headers);
      return NULL;
    }
  if (time_column == status_column || group_column == time_column || group_column == status_column)
    {
      *question = time_column == status_column ? RGM_TIMES_WHICH_STATUS : RGM_TIMES_WHICH_GROUP;
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--time, --status and --group must each name a different column; the columns are %s."), headers);
      return NULL;
    }

  self->time_column = g_strdup (rgm_csv_get_cell (csv, 0, time_column));
  self->status_column = g_strdup (rgm_csv_get_cell (csv, 0, status_column));
  self->group_column = group_column != NO_COLUMN ? g_strdup (rgm_csv_get_cell (csv, 0, group_column)) : NULL;
  self->unit = find_unit (self->time_column);

  statuses = find_statuses (csv, status_column);
  events = understand_statuses (statuses, self->status_column, options, self->remarks, error);
  if (events == NULL)
    *question = RGM_TIMES_WHICH_EVENT;
  if (events == NULL || !read_rows (self, csv, time_column, status_column, group_column, statuses, events, error))
    return NULL;
  read_origins (self, csv, group_column);

  return g_steal_pointer (&self);
}

/**
 * rgm_patient_times_free:
 * @self: (nullable) (transfer full): patients' times
 */
void
rgm_patient_times_free (RgmPatientTimes *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->patients);
  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  g_ptr_array_unref (self->remarks);
  g_free (self->unit);
  g_free (self->time_column);
  g_free (self->status_column);
  g_free (self->group_column);
  g_free (self);
}
