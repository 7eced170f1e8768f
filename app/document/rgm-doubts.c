/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-doubts-private.h"
#include "rgm-edit.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-record-check.h"
#include "rgm-registry-number.h"
#include "rgm-subgroup.h"

static void
doubt_free (gpointer data)
{
  RgmDoubt *doubt = data;

  g_free (doubt->path);
  g_free (doubt->text);
  g_free (doubt);
}

/*< private >
 * rgm_doubts_add:
 * @doubts: (element-type RgmDoubt): takes the doubt
 * @path: the path of a record
 * @key: (nullable): of the field; %NULL for the record itself
 * @format: the sentences
 * @...: what they say
 */
void
rgm_doubts_add (GPtrArray  *doubts,
                const char *path,
                const char *key,
                const char *format,
                ...)
{
  RgmDoubt *doubt = g_new0 (RgmDoubt, 1);
  GString *text = g_string_new (NULL);
  va_list args;

  va_start (args, format);
  rgm_text_append_vprintf (text, format, args);
  va_end (args);
  doubt->text = g_string_free (text, FALSE);
  doubt->path = key != NULL ? g_strconcat (path, "/", key, NULL) : g_strdup (path);
  g_ptr_array_add (doubts, doubt);
}

/* ── A trial ─────────────────────────────────────────────────────────────────── */

static gboolean
is_nct (const char *id)
{
  gsize length = strlen (id);

  return length == 11 && strspn (id + 3, "0123456789") == 8;
}

/* In whatever spelling, where it is the number of a registry. */
static gboolean
has_registration (RgmTrial   *trial,
                  const char *id)
{
  g_autofree char *folded = NULL;

  if (g_strv_contains ((const char *const *) trial->registrations, id))
    return TRUE;

  folded = rgm_registry_number_fold (id);
  for (guint i = 0; folded != NULL && trial->registrations[i] != NULL; i++)
    {
      g_autofree char *other = rgm_registry_number_fold (trial->registrations[i]);

      if (g_strcmp0 (other, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
check_registrations (GPtrArray  *doubts,
                     RgmDataSet *data_set,
                     const char *path,
                     RgmTrial   *trial)
{
  for (guint i = 0; trial->registrations[i] != NULL; i++)
    {
      const char *id = trial->registrations[i];

      if (g_ascii_strncasecmp (id, "NCT", 3) == 0 && !is_nct (id))
        rgm_doubts_add (doubts, path, "registrations", _("“%s” is not a ClinicalTrials.gov number, which is NCT and eight digits."), id);

      for (guint j = 0; j < data_set->trials->len; j++)
        {
          RgmTrial *other = g_ptr_array_index (data_set->trials, j);

          if (!g_str_equal (other->id, trial->id) && has_registration (other, id))
            rgm_doubts_add (doubts, path, "registrations", _("“%s” has the registration %s too. If it is the same trial, add its arms there and delete one of the two."),
                            other->name, id);
        }
    }
}

static gboolean
is_after (const RgmStudyDate *one,
          const RgmStudyDate *other)
{
  GDate first, second;
  gsize precision;

  if (one == NULL || other == NULL)
    return FALSE;

  /* A year is before and after none of its months. */
  precision = MIN (strlen (one->date), strlen (other->date));
  if (strncmp (one->date, other->date, precision) == 0)
    return FALSE;

  return rgm_date_parse (one->date, FALSE, &first) && rgm_date_parse (other->date, FALSE, &second) && g_date_compare (&first, &second) > 0;
}

static void
check_future (GPtrArray          *doubts,
              const char         *path,
              const char         *key,
              const RgmStudyDate *date)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const RgmStudyDate this_day = { today, NULL };

  if (date != NULL && g_strcmp0 (date->type, "ACTUAL") == 0 && is_after (date, &this_day))
    rgm_doubts_add (doubts, path, key, _("The date %s is in the future, but is marked as actual."), date->date);
}

static void
check_dates (GPtrArray  *doubts,
             const char *path,
             RgmTrial   *trial)
{
  if (is_after (trial->start, trial->primary_completion))
    rgm_doubts_add (doubts, path, "dates/primary_completion", _("The primary completion is before the start."));
  if (is_after (trial->start, trial->completion) || is_after (trial->primary_completion, trial->completion))
    rgm_doubts_add (doubts, path, "dates/completion", _("The completion is before the start or the primary completion."));
  check_future (doubts, path, "dates/start", trial->start);
  check_future (doubts, path, "dates/primary_completion", trial->primary_completion);
  check_future (doubts, path, "dates/completion", trial->completion);
}

static void
check_enrolment (GPtrArray  *doubts,
                 const char *path,
                 RgmTrial   *trial)
{
  gint64 sum = 0;
  g_autofree char *shown_sum = NULL;
  g_autofree char *shown_count = NULL;

  if (trial->enrolment == NULL || g_strcmp0 (trial->enrolment->type, "ACTUAL") != 0)
    return;

  for (guint i = 0; i < trial->arms->len; i++)
    sum += MAX (0, ((RgmArm *) g_ptr_array_index (trial->arms, i))->n);
  if (sum <= trial->enrolment->count)
    return;

  shown_sum = g_strdup_printf ("%" G_GINT64_FORMAT, sum);
  shown_count = g_strdup_printf ("%" G_GINT64_FORMAT, trial->enrolment->count);
  rgm_doubts_add (doubts, path, "enrolment/count", _("The arms have more patients (%s) than were enrolled (%s)."), shown_sum, shown_count);
}

static void
check_arm (GPtrArray  *doubts,
           RgmDataSet *data_set,
           const char *path,
           RgmArm     *arm)
{
  g_autofree char *outcomes = rgm_edit_make_path (path, "outcomes");
  g_autofree char *subgroups = rgm_edit_make_path (path, "subgroups");

  rgm_doubts_add_results (doubts, data_set, outcomes, arm->n, arm->outcomes);
  for (guint i = 0; i < arm->subgroups->len; i++)
    {
      RgmSubgroup *subgroup = g_ptr_array_index (arm->subgroups, i);
      g_autofree char *at = g_strdup_printf ("%s/%u", subgroups, i);
      g_autofree char *results = rgm_edit_make_path (at, "outcomes");

      if (subgroup->n > arm->n && arm->n > 0)
        rgm_doubts_add (doubts, at, "n", _("The subgroup has more patients than the arm."));
      rgm_doubts_add_results (doubts, data_set, results, subgroup->n, subgroup->outcomes);
    }
}

/**
 * rgm_doubts_find_in_trial:
 * @data_set: a data set
 * @trial: one of its trials
 *
 * Returns: (transfer full) (element-type RgmDoubt): what is doubtful about the trial
 */
GPtrArray *
rgm_doubts_find_in_trial (RgmDataSet *data_set,
                          RgmTrial   *trial)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (doubt_free);
  g_autofree char *path = rgm_edit_make_path ("trials", trial->id);
  g_autofree char *arms = rgm_edit_make_path (path, "arms");

  check_registrations (doubts, data_set, path, trial);
  check_dates (doubts, path, trial);
  check_enrolment (doubts, path, trial);
  for (guint i = 0; i < trial->arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (trial->arms, i);
      g_autofree char *at = rgm_edit_make_path (arms, arm->id);

      check_arm (doubts, data_set, at, arm);
    }

  return doubts;
}

/* ── A source ────────────────────────────────────────────────────────────────── */

static GPtrArray *
find_in_source (RgmDataSet *data_set,
                RgmSource  *source)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (doubt_free);
  g_autofree char *path = rgm_edit_make_path ("sources", source->id);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  /* A paper of next January is there in December. */
  if (source->year > g_date_time_get_year (now) + 1)
    {
      g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, source->year);

      rgm_doubts_add (doubts, path, "year", _("The year %s is in the future."), year);
    }

  for (guint i = 0; source->doi != NULL && i < data_set->sources->len; i++)
    {
      RgmSource *other = g_ptr_array_index (data_set->sources, i);

      if (!g_str_equal (other->id, source->id) && other->doi != NULL && g_ascii_strcasecmp (other->doi, source->doi) == 0)
        rgm_doubts_add (doubts, path, "doi", _("Another source has this DOI too: %s"), other->citation);
    }

  return doubts;
}

/* ── A data set ──────────────────────────────────────────────────────────────── */

static void
check_day (GPtrArray  *doubts,
           RgmDataSet *data_set)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *shown = rgm_format_date (&data_set->as_of);
  GDate last;

  g_date_clear (&last, 1);
  g_date_set_dmy (&last, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  /* It is tomorrow already somewhere. */
  g_date_add_days (&last, 1);
  if (g_date_compare (&data_set->as_of, &last) > 0)
    rgm_doubts_add (doubts, "as_of", NULL, _("The date %s is in the future."), shown);
}

static void
check_names (GPtrArray  *doubts,
             RgmDataSet *data_set)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < data_set->trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (data_set->trials, i);
      g_autofree char *path = rgm_edit_make_path ("trials", trial->id);

      if (!g_hash_table_add (names, g_utf8_casefold (trial->name, -1)))
        rgm_doubts_add (doubts, path, "name", _("Another trial is also called “%s”."), trial->name);
    }
}

/**
 * rgm_doubts_find_in_data_set:
 * @data_set: a data set
 *
 * Returns: (transfer full) (element-type RgmDoubt): what is doubtful about the data set as a whole
 */
GPtrArray *
rgm_doubts_find_in_data_set (RgmDataSet *data_set)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (doubt_free);

  check_day (doubts, data_set);
  check_names (doubts, data_set);

  return doubts;
}

/**
 * rgm_doubts_find_at:
 * @data_set: a data set
 * @path: the path of one of its records, or of a part of one
 *
 * Returns: (transfer full) (element-type RgmDoubt): what is doubtful about the trial or source that @path is in
 */
GPtrArray *
rgm_doubts_find_at (RgmDataSet *data_set,
                    const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", 3);
  const char *list = segments[0];
  const char *id = list != NULL ? segments[1] : NULL;
  RgmTrial *trial = id != NULL && g_str_equal (list, "trials") ? rgm_data_set_find_trial (data_set, id) : NULL;
  RgmSource *source = id != NULL && g_str_equal (list, "sources") ? rgm_data_set_find_source (data_set, id) : NULL;

  if (trial != NULL)
    return rgm_doubts_find_in_trial (data_set, trial);

  return source != NULL ? find_in_source (data_set, source) : g_ptr_array_new ();
}
