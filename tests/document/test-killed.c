/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rgm-edit.h"
#include "rgm-faults.h"
#include "rgm-journal.h"
#include "rgm-leftover.h"
#include "rgm-load.h"
#include "rgm-typed-texts.h"

/* A program that is killed while somebody edits: what is found at the next start has every step that was kept before. */

#define N_KILLS 60
#define N_KILLS_SLOW 1000
/* The longest time until it is killed, after its first step, in microseconds: some steps. */
#define LONGEST 20000

static RgmDataSet *
load_bytes (GBytes *bytes)
{
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set = rgm_load_bytes (bytes, "unsaved", NULL, &faults, &error);

  g_assert_no_error (error);

  return data_set;
}

/* Step after step, each is kept and then told. */
static void G_GNUC_NORETURN
edit_until_killed (RgmDataSet *data_set,
                   GFile      *file,
                   int         told)
{
  g_autoptr (RgmDataSet) now = g_object_ref (data_set);
  g_autoptr (RgmJournal) journal = rgm_journal_new (file);
  g_autoptr (GVariant) texts = rgm_typed_texts_new ();

  for (guint32 step = 1;; step++)
    {
      g_autofree char *text = g_strdup_printf ("%u", step);
      RgmDataSet *next = rgm_edit_set_text (now, "trials/first/enrolment/count", text, NULL);

      if (next == NULL)
        _exit (1);
      rgm_journal_keep (journal, next, texts);
      if (!rgm_journal_flush (journal, NULL) || write (told, &step, sizeof step) != sizeof step)
        _exit (1);
      g_object_unref (now);
      now = next;
    }
}

static guint32
read_last (int     told,
           guint32 last)
{
  guint32 step;

  while (read (told, &step, sizeof step) == sizeof step)
    last = step;

  return last;
}

/* The number of the last step that was kept, of those that were told. */
static guint32
run_and_kill (RgmDataSet *data_set,
              GFile      *file,
              gulong      after)
{
  int ends[2], status;
  guint32 last;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      edit_until_killed (data_set, file, ends[1]);
    }
  close (ends[1]);
  /* Starting takes as long as it does. */
  g_assert_cmpint (read (ends[0], &last, sizeof last), ==, sizeof last);
  g_usleep (after);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  last = read_last (ends[0], last);
  close (ends[0]);

  return last;
}

static void
test_killed (void)
{
  const char *path = g_test_get_filename (G_TEST_DIST, "load", "sample.json", NULL);
  g_autoptr (GFile) sample = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/mine.json");
  g_autoptr (GBytes) bytes = g_file_load_bytes (sample, NULL, NULL, NULL);
  g_autoptr (RgmDataSet) data_set = load_bytes (bytes);
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  guint n_kills = g_test_slow () ? N_KILLS_SLOW : N_KILLS, most = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      guint32 last = run_and_kill (data_set, file, (gulong) g_rand_int_range (random, 0, LONGEST));
      g_autoptr (RgmLeftover) kept = rgm_leftover_find (file);
      g_autoptr (RgmDataSet) found = NULL;
      RgmTrial *trial;

      g_assert_nonnull (kept);
      found = load_bytes (kept->document);
      trial = rgm_data_set_find_trial (found, "first");
      g_test_message ("step %u was told, step %d was found", last, (int) trial->enrolment->count);
      /* The step in which it was killed may be kept already. */
      g_assert_cmpint (trial->enrolment->count, >=, last);
      g_assert_cmpint (trial->enrolment->count, <=, last + 1);
      most = MAX (most, last);
      rgm_leftover_discard (kept);
    }
  /* They were not all killed after the first. */
  g_assert_cmpuint (most, >, 1);
}

int
main (int    argc,
      char **argv)
{
  /* The person's folders are the test's own. */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/killed", test_killed);

  return g_test_run ();
}
