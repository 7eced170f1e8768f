/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include "bench.h"
#include "rgm-document.h"
#include "rgm-doubts.h"
#include "rgm-edit.h"
#include "rgm-index.h"
#include "rgm-load.h"

/* A step of editing, in a data set that is doubled: what the window waits for from the field that is left to the list that is
 * searched again, with a query and without one, and how long the journal takes in its thread. And a step back, to the list that
 * is searched again.
 *
 *     bench-editing EMBEDDED
 */

#define TRIAL "trials/destiny-crc01"
#define ARM TRIAL "/arms/destiny-crc01:t-dxd"
#define NUMBER TRIAL "/enrolment/count"
#define N_TRIALS 500
#define N_OUTCOMES 10
#define N_STEPS 60

static RgmDataSet *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  RgmDataSet *data_set;

  g_assert_no_error (error);
  data_set = rgm_load_bytes (bytes, path, NULL, NULL, &error);
  g_assert_no_error (error);

  return data_set;
}

static void
duplicate (RgmDataSet **data_set,
           const char  *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) next = rgm_edit_duplicate (*data_set, path, NULL, &error);

  g_assert_no_error (error);
  g_set_object (data_set, next);
}

static guint
count_outcomes (RgmTrial *trial)
{
  guint n = 0;

  for (guint i = 0; i < trial->arms->len; i++)
    n += ((RgmArm *) g_ptr_array_index (trial->arms, i))->outcomes->len;

  return n;
}

/* Trials with at least so many results, @n more than the embedded ones. */
static RgmDataSet *
make_trials (const char *path,
             guint       n)
{
  RgmDataSet *data_set = load (path);

  while (count_outcomes (rgm_data_set_find_trial (data_set, "destiny-crc01")) < N_OUTCOMES)
    duplicate (&data_set, ARM);
  for (guint i = 0; i < n; i++)
    duplicate (&data_set, TRIAL);

  return data_set;
}

static void
take_steps (const char *path,
            guint       n,
            const char *field,
            const char *query,
            double     *step,
            double     *kept)
{
  g_autoptr (RgmDataSet) data_set = make_trials (path, n);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/bench.json");
  g_autoptr (RgmDocument) document = rgm_document_new (data_set, file, NULL);
  RgmJournal *journal = rgm_document_start_journal (document);
  g_autoptr (RgmIndex) shown = rgm_index_new (data_set);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) keeps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i + 1);
      double start = bench_now (), time;
      g_autoptr (RgmDataSet) revision = rgm_edit_set_text (rgm_document_get_data_set (document), field, text, NULL);
      g_autoptr (GPtrArray) doubts = NULL;
      g_autoptr (RgmIndex) index = NULL;
      g_autoptr (RgmQuery) parsed = NULL;
      g_auto (RgmFound) found = { NULL };

      g_assert_nonnull (revision);
      rgm_document_apply (document, revision, "change", NULL);
      doubts = rgm_doubts_find_in_trial (revision, rgm_data_set_find_trial (revision, "destiny-crc01"));
      index = rgm_index_new_revised (shown, revision);
      parsed = rgm_index_parse (index, query, NULL);
      rgm_index_find (index, parsed, -1, NULL, &found);
      g_assert_cmpuint (rgm_bit_set_count (found.trials), >=, n);
      time = bench_now () - start;
      g_array_append_val (steps, time);

      g_set_object (&shown, index);

      start = bench_wall ();
      g_assert_true (rgm_journal_flush (journal, NULL));
      time = bench_wall () - start;
      g_array_append_val (keeps, time);
    }
  *step = bench_quantile (steps, 0.5);
  *kept = bench_quantile (keeps, 0.5);
  rgm_journal_forget (journal);
}

/* All steps back, each to the list. */
static double
take_back (const char *path,
           guint       n)
{
  g_autoptr (RgmDataSet) data_set = make_trials (path, n);
  g_autoptr (RgmDocument) document = rgm_document_new (data_set, NULL, NULL);
  g_autoptr (RgmIndex) shown = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i + 1);
      g_autoptr (RgmDataSet) revision = rgm_edit_set_text (rgm_document_get_data_set (document), NUMBER, text, NULL);

      g_assert_nonnull (revision);
      rgm_document_apply (document, revision, "change", NULL);
    }
  shown = rgm_index_new (rgm_document_get_data_set (document));

  for (guint i = 0; i < N_STEPS; i++)
    {
      double start = bench_now (), time;
      g_autoptr (RgmIndex) index = NULL;
      g_autoptr (RgmQuery) parsed = NULL;
      g_auto (RgmFound) found = { NULL };

      rgm_document_undo (document);
      index = rgm_index_new_revised (shown, rgm_document_get_data_set (document));
      parsed = rgm_index_parse (index, "crc01", NULL);
      rgm_index_find (index, parsed, -1, NULL, &found);
      g_assert_cmpuint (rgm_bit_set_count (found.trials), >=, n);
      time = bench_now () - start;
      g_array_append_val (times, time);

      g_set_object (&shown, index);
    }
  g_assert_true (rgm_record_equal (&rgm_data_set_description, rgm_document_get_data_set (document), data_set));

  return bench_quantile (times, 0.5);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-editing-XXXXXX", NULL);
  double once[2], twice[2], still[2], few[2], all[2], back, back_twice;

  g_assert_cmpint (argc, ==, 2);
  /* The journal is not to be among the person's. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  take_steps (argv[1], N_TRIALS, NUMBER, "crc01", &once[0], &once[1]);
  take_steps (argv[1], 2 * N_TRIALS, NUMBER, "crc01", &twice[0], &twice[1]);
  take_steps (argv[1], N_TRIALS, NUMBER, "", &still[0], &still[1]);
  take_steps (argv[1], N_TRIALS, "agents/tucatinib/mechanism", "crc01", &few[0], &few[1]);
  take_steps (argv[1], N_TRIALS, "agents/t-dxd/mechanism", "crc01", &all[0], &all[1]);
  back = take_back (argv[1], N_TRIALS);
  back_twice = take_back (argv[1], 2 * N_TRIALS);
  bench_say ("step of editing 500 trials, 5,000 results", once[0], 0, "ms");
  bench_say ("step of editing 500 trials, with nothing sought", still[0], 0, "ms");
  bench_say ("step of editing 500 trials, an agent of few", few[0], 0, "ms");
  bench_say ("step of editing 500 trials, the agent of all", all[0], 0, "ms");
  bench_say ("step of editing 1,000 trials, 10,000 results", twice[0], 0, "ms");
  bench_say ("step of editing, exponent when doubled", log2 (twice[0] / once[0]), 0, "");
  bench_say ("undo in 500 trials, 5,000 results", back, 0, "ms");
  bench_say ("undo in 1,000 trials, 10,000 results", back_twice, 0, "ms");
  bench_say ("undo, exponent when doubled", log2 (back_twice / back), 0, "");
  bench_say ("step of editing 500 trials, in the journal", once[1], 0, "ms");

  return EXIT_SUCCESS;
}
