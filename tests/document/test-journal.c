/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../own-data.h"
#include "rgm-document.h"
#include "rgm-edit.h"
#include "rgm-faults.h"
#include "rgm-journal-record.h"
#include "rgm-journal.h"
#include "rgm-leftover.h"
#include "rgm-load.h"
#include "rgm-store-library.h"
#include "rgm-store-save.h"
#include "rgm-store-write.h"
#include "rgm-typed-texts.h"

#define N_STEPS 5

/* What an editor would not feel, in microseconds. */
#define MOST_OF_A_STEP 16000
#define N_TRIALS 500
#define LONG_TEXT 3000

static RgmDataSet *
load_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "load", "sample.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set = rgm_load_bytes (bytes, "sample", NULL, &faults, &error);

  g_assert_no_error (error);

  return data_set;
}

static RgmDataSet *
set_count (RgmDataSet *data_set,
           int         count)
{
  g_autofree char *text = g_strdup_printf ("%d", count);
  g_autoptr (GError) error = NULL;
  RgmDataSet *revision = rgm_edit_set_text (data_set, "trials/first/enrolment/count", text, &error);

  g_assert_no_error (error);

  return revision;
}

static void
apply_count (RgmDocument *document,
             int          count)
{
  g_autoptr (RgmDataSet) revision = set_count (rgm_document_get_data_set (document), count);

  rgm_document_apply (document, revision, "change", NULL);
}

static GFile *
get_document_file (void)
{
  return g_file_new_for_path ("/nowhere/mine.json");
}

/* A test leaves its journal as a program that ended would. */
static void
forget_leftovers (void)
{
  g_autoptr (GPtrArray) files = rgm_unsaved_list (NULL);

  for (guint i = 0; i < files->len; i++)
    g_assert_true (g_file_delete (g_ptr_array_index (files, i), NULL, NULL));
}

/* Steps 1 to N_STEPS, each of which is on the disk before the next; the first is the base. */
static RgmDocument *
make_steps (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autoptr (GFile) file = get_document_file ();
  RgmDocument *document = rgm_document_new (data_set, file, NULL);
  RgmJournal *journal = rgm_document_start_journal (document);

  forget_leftovers ();
  for (int i = 1; i <= N_STEPS; i++)
    {
      apply_count (document, i);
      g_assert_true (rgm_journal_flush (journal, NULL));
    }

  return document;
}

/* Of the only journal of a document, or NULL; also of one that is still written. */
static GBytes *
get_journal_of (GFile *file)
{
  g_autoptr (GPtrArray) files = rgm_unsaved_list (file);

  g_assert_cmpuint (files->len, <=, 1);

  return files->len > 0 ? g_file_load_bytes (g_ptr_array_index (files, 0), NULL, NULL, NULL) : NULL;
}

static GBytes *
get_journal (void)
{
  g_autoptr (GFile) file = get_document_file ();

  return get_journal_of (file);
}

static GBytes *
with_count (int count)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autoptr (RgmDataSet) revision = set_count (data_set, count);

  return rgm_store_write_data_set (revision);
}

/* Which step a journal leads to; 0 for none. Fails where it leads to anything else. */
static int
find_step (GBytes   *journal,
           gboolean *is_whole)
{
  g_autoptr (GBytes) found = rgm_journal_replay (journal, NULL, is_whole, NULL);

  if (found == NULL)
    return 0;
  for (int i = 1; i <= N_STEPS; i++)
    {
      g_autoptr (GBytes) expected = with_count (i);

      if (g_bytes_equal (found, expected))
        return i;
    }
  g_assert_not_reached ();
}

static void
test_steps (void)
{
  g_autoptr (RgmDocument) document = make_steps ();
  g_autoptr (GBytes) journal = get_journal ();
  g_autoptr (GBytes) now = NULL;
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GBytes) after_redo = NULL;
  gboolean is_whole;
  guint n_steps;

  found = rgm_journal_replay (journal, &n_steps, &is_whole, NULL);
  g_assert_true (is_whole);
  g_assert_cmpuint (n_steps, ==, N_STEPS - 1);
  g_assert_cmpint (find_step (journal, NULL), ==, N_STEPS);

  /* Undoing and redoing are appended as well. */
  g_assert_true (rgm_document_undo (document));
  g_assert_true (rgm_journal_flush (rgm_document_start_journal (document), NULL));
  now = get_journal ();
  g_assert_cmpuint (g_bytes_get_size (now), >, g_bytes_get_size (journal));
  g_assert_cmpmem (g_bytes_get_data (now, NULL), g_bytes_get_size (journal), g_bytes_get_data (journal, NULL), g_bytes_get_size (journal));
  g_assert_cmpint (find_step (now, NULL), ==, N_STEPS - 1);
  g_assert_true (rgm_document_redo (document));
  g_assert_true (rgm_journal_flush (rgm_document_start_journal (document), NULL));
  after_redo = get_journal ();
  g_assert_cmpint (find_step (after_redo, NULL), ==, N_STEPS);
}

/* It goes when nothing is left to save, and comes back with the next step. */
static void
test_forgotten (void)
{
  g_autoptr (RgmDocument) document = make_steps ();
  g_autoptr (GFile) file = get_document_file ();
  g_autoptr (GFile) other = g_file_new_for_path ("/nowhere/other.json");
  g_autoptr (GBytes) kept = get_journal ();
  g_autoptr (GBytes) found = NULL;

  g_assert_nonnull (kept);
  rgm_document_mark_saved (document, other, NULL);
  g_assert_null (get_journal ());

  apply_count (document, 1);
  g_assert_true (rgm_journal_flush (rgm_document_start_journal (document), NULL));
  g_assert_null (get_journal ());
  found = get_journal_of (other);
  g_assert_cmpint (find_step (found, NULL), ==, 1);
  g_assert_true (rgm_document_undo (document));
  g_assert_null (get_journal_of (other));
}

/* Two windows may edit one file: each has a journal of its own, which goes with what it saves. */
static void
test_two_of_one_file (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autoptr (GFile) file = get_document_file ();
  g_autoptr (RgmDocument) one = rgm_document_new (data_set, file, NULL);
  g_autoptr (RgmDocument) other = rgm_document_new (data_set, file, NULL);
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GBytes) journal = NULL;

  forget_leftovers ();
  rgm_document_start_journal (one);
  rgm_document_start_journal (other);
  apply_count (one, 1);
  g_assert_true (rgm_journal_flush (rgm_document_start_journal (one), NULL));
  apply_count (other, 2);
  g_assert_true (rgm_journal_flush (rgm_document_start_journal (other), NULL));
  both = rgm_unsaved_list (file);
  g_assert_cmpuint (both->len, ==, 2);
  /* They are at work on them: nothing is left over. */
  g_assert_null (rgm_leftover_find (file));
  rgm_document_mark_saved (one, file, "tag");
  journal = get_journal ();
  g_assert_nonnull (journal);
  g_assert_cmpint (find_step (journal, NULL), ==, 2);
  rgm_document_mark_saved (other, file, "tag");
  g_assert_null (get_journal ());
}

static guint
count_of (const RgmLeftover *leftover)
{
  g_autoptr (RgmDataSet) data_set = rgm_load_bytes (leftover->document, "unsaved", NULL, NULL, NULL);

  return (guint) rgm_data_set_find_trial (data_set, "first")->enrolment->count;
}

/* A program that ended leaves what each of its windows had; each is found once, and by one. */
static void
test_both_left_over (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autoptr (GFile) file = get_document_file ();
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) fewer = NULL;
  g_autoptr (RgmLeftover) first = NULL;
  g_autoptr (RgmLeftover) second = NULL;
  g_autoptr (RgmLeftover) again = NULL;

  forget_leftovers ();
  for (int i = 1; i <= 2; i++)
    {
      g_autoptr (RgmDocument) document = rgm_document_new (data_set, file, NULL);

      rgm_document_start_journal (document);
      apply_count (document, i);
      g_assert_true (rgm_journal_flush (rgm_document_start_journal (document), NULL));
    }
  documents = rgm_leftover_list_documents ();
  g_assert_cmpuint (documents->len, ==, 2);
  g_assert_true (g_file_equal (g_ptr_array_index (documents, 0), file) && g_file_equal (g_ptr_array_index (documents, 1), file));

  first = rgm_leftover_find (file);
  second = rgm_leftover_find (file);
  g_assert_null (rgm_leftover_find (file));
  g_assert_cmpuint (count_of (first), ==, 1);
  g_assert_cmpuint (count_of (second), ==, 2);

  /* What nobody wanted is gone, and what nobody answered for is there. */
  rgm_leftover_discard (first);
  g_clear_pointer (&second, rgm_leftover_free);
  fewer = rgm_leftover_list_documents ();
  g_assert_cmpuint (fewer->len, ==, 1);
  again = rgm_leftover_find (file);
  g_assert_cmpuint (count_of (again), ==, 2);
  rgm_leftover_discard (again);
}

/* What can't be stored is kept with the document, by itself or beside its steps. */
static void
test_texts (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autoptr (GFile) file = get_document_file ();
  g_autoptr (RgmDocument) document = rgm_document_new (data_set, file, NULL);
  g_autoptr (RgmDocument) restored = rgm_document_new (data_set, file, NULL);
  g_autoptr (RgmLeftover) leftover = NULL;
  g_autoptr (RgmDataSet) kept = NULL;
  static const char path[] = "trials/first/enrolment/count";

  forget_leftovers ();
  rgm_document_start_journal (document);
  rgm_document_keep_text (document, path, "many\n“of” them", "change");
  g_assert_false (rgm_document_is_changed (document));
  /* Saving stores the rest. */
  rgm_document_mark_saved (document, file, NULL);
  apply_count (document, 3);
  g_assert_cmpstr (rgm_document_find_text (document, path), ==, "many\n“of” them");
  rgm_document_keep_text (document, "trials/first/name", "", "change");
  rgm_document_undo (document);
  g_assert_true (rgm_journal_flush (rgm_document_start_journal (document), NULL));
  g_clear_object (&document);

  leftover = rgm_leftover_find (file);
  g_assert_cmpuint (count_of (leftover), ==, 3);
  kept = rgm_load_bytes (leftover->document, "unsaved", NULL, NULL, NULL);
  g_assert_false (rgm_document_restore (restored, kept, leftover->texts, "restore"));
  rgm_document_undo (restored);
  rgm_document_start_journal (restored);
  g_assert_true (rgm_document_restore (restored, kept, leftover->texts, "restore"));
  g_assert_cmpstr (rgm_document_find_text (restored, path), ==, "many\n“of” them");
  g_assert_null (rgm_document_find_text (restored, "trials/first/name"));
  rgm_leftover_discard (leftover);
  rgm_document_give_up (restored);
  g_assert_false (rgm_document_has_texts (restored));
  g_assert_null (get_journal ());
}

/* A text is undone and redone like all else that is typed, and with what is stored in its place it is one step. */
static void
test_texts_are_steps (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autoptr (RgmDocument) document = rgm_document_new (data_set, NULL, NULL);
  g_autoptr (RgmDataSet) revision = NULL;
  g_autoptr (RgmDataSet) gone = NULL;
  g_autoptr (GError) error = NULL;
  static const char path[] = "trials/first/enrolment/count";

  rgm_document_keep_text (document, path, "many", "change");
  rgm_document_keep_text (document, path, "more", "change");
  g_assert_true (rgm_document_undo (document));
  g_assert_false (rgm_document_has_texts (document));
  g_assert_false (rgm_document_undo (document));
  g_assert_true (rgm_document_redo (document));
  g_assert_cmpstr (rgm_document_find_text (document, path), ==, "more");

  /* What is stored there already, typed again, leaves nothing to undo. */
  rgm_document_apply (document, data_set, "change", path);
  g_assert_false (rgm_document_has_texts (document));
  g_assert_null (rgm_document_get_undo_name (document));

  rgm_document_keep_text (document, path, "many", "change");
  revision = set_count (data_set, 7);
  rgm_document_apply (document, revision, "change", path);
  g_assert_false (rgm_document_has_texts (document));
  rgm_document_keep_text (document, path, "too many", "change");
  rgm_document_undo (document);
  g_assert_true (rgm_document_get_data_set (document) == revision);

  /* It goes with its record, and comes back with it. */
  rgm_document_keep_text (document, "trials/second/name", "", "change");
  gone = rgm_edit_remove (revision, "trials/second", &error);
  g_assert_no_error (error);
  rgm_document_apply (document, gone, "delete trial", NULL);
  g_assert_false (rgm_document_has_texts (document));
  rgm_document_undo (document);
  g_assert_cmpstr (rgm_document_find_text (document, "trials/second/name"), ==, "");
  rgm_document_undo (document);
  rgm_document_undo (document);
  g_assert_false (rgm_document_is_changed (document));
  g_assert_true (rgm_record_equal (&rgm_data_set_description, rgm_document_get_data_set (document), data_set));
}

/* Wherever it is torn, the steps before stand. */
static void
test_torn (void)
{
  g_autoptr (RgmDocument) document = make_steps ();
  g_autoptr (GBytes) journal = get_journal ();
  int last = 0;

  for (gsize size = 0; size <= g_bytes_get_size (journal); size++)
    {
      g_autoptr (GBytes) torn = g_bytes_new_from_bytes (journal, 0, size);
      gboolean is_whole;
      int step = find_step (torn, &is_whole);

      g_assert_true (step == last || (step == last + 1 && is_whole));
      last = step;
    }
  g_assert_cmpint (last, ==, N_STEPS);
}

/* Whichever byte is another, nothing is read that was not written. */
static void
test_flipped (void)
{
  g_autoptr (RgmDocument) document = make_steps ();
  g_autoptr (GBytes) journal = get_journal ();
  gsize size, base_end;
  const char *data = g_bytes_get_data (journal, &size);
  g_autoptr (GBytes) first = with_count (1);

  base_end = (gsize) (strchr (data, '\n') - data) + 1 + g_bytes_get_size (first) + 1;
  for (gsize i = 0; i < size; i += i < base_end && i > 200 ? 37 : 1)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) flipped = NULL;
      gboolean is_whole;
      int step;

      copy[i] ^= 1;
      flipped = g_bytes_new_take (g_steal_pointer (&copy), size);
      step = find_step (flipped, &is_whole);
      g_assert_false (is_whole);
      g_assert_cmpint (step, <, N_STEPS);
      g_assert_cmpint (step > 0, ==, i >= base_end);
    }
}

/* Steps without what they are steps from are nothing. */
static void
test_no_base (void)
{
  g_autoptr (RgmDocument) document = make_steps ();
  g_autoptr (GBytes) journal = get_journal ();
  g_autoptr (GBytes) first = with_count (1);
  const char *data = g_bytes_get_data (journal, NULL);
  gsize base_end = (gsize) (strchr (data, '\n') - data) + 1 + g_bytes_get_size (first) + 1;
  g_autoptr (GBytes) steps = g_bytes_new_from_bytes (journal, base_end, g_bytes_get_size (journal) - base_end);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GFile) file = get_document_file ();
  g_autoptr (GPtrArray) unsaved = rgm_unsaved_list (file);
  g_autoptr (GBytes) again = NULL;
  gboolean is_whole;

  g_assert_null (rgm_journal_replay (steps, NULL, &is_whole, NULL));
  g_assert_false (is_whole);
  g_assert_null (rgm_journal_replay (nothing, NULL, NULL, NULL));

  /* Where somebody deletes the file, the next step is kept whole. */
  g_assert_true (g_file_delete (g_ptr_array_index (unsaved, 0), NULL, NULL));
  apply_count (document, 2);
  g_assert_true (rgm_journal_flush (rgm_document_start_journal (document), NULL));
  again = get_journal ();
  g_assert_cmpint (find_step (again, &is_whole), ==, 2);
  g_assert_true (is_whole);
}

/* What a version kept that wrote the document whole at each step. */
static void
test_older (void)
{
  g_autoptr (GBytes) whole = with_count (3);
  g_autoptr (GFile) file = get_document_file ();
  g_autoptr (GFile) unsaved = NULL;
  g_autoptr (RgmLeftover) found = NULL;

  forget_leftovers ();
  unsaved = rgm_unsaved_make_file (file);
  g_assert_true (rgm_store_save (whole, unsaved, NULL, NULL));
  found = rgm_leftover_find (file);
  g_assert_true (g_bytes_equal (found->document, whole));
  rgm_leftover_discard (found);
}

/* It doesn't grow without limit. */
static void
test_compacted (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autoptr (GFile) file = get_document_file ();
  g_autoptr (RgmJournal) journal = rgm_journal_new (file);
  g_autoptr (GVariant) texts = rgm_typed_texts_new ();
  g_autofree char *long_text = g_strnfill (LONG_TEXT, 'a');
  gsize most = 0;

  forget_leftovers ();
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (RgmDataSet) revision = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) kept = NULL;
      g_autoptr (GBytes) found = NULL;
      g_autoptr (GBytes) expected = NULL;

      memset (long_text, 'a' + (char) (i % 26), LONG_TEXT);
      revision = rgm_edit_set_text (data_set, "trials/first/title", long_text, &error);
      g_assert_no_error (error);
      rgm_journal_keep (journal, revision, texts);
      g_assert_true (rgm_journal_flush (journal, NULL));
      kept = get_journal ();
      most = MAX (most, g_bytes_get_size (kept));
      found = rgm_journal_replay (kept, NULL, NULL, NULL);
      expected = rgm_store_write_data_set (revision);
      g_assert_true (g_bytes_equal (found, expected));
    }
  g_assert_cmpuint (most, >, 256 * 1024);
  g_assert_cmpuint (most, <, 400 * 1024);
  rgm_journal_forget (journal);
}

/* In a process of its own, which may write no file longer than the journal is: as on a full disk. */
static void G_GNUC_NORETURN
fill_disk (RgmDocument *document)
{
  RgmJournal *journal = rgm_document_start_journal (document);
  g_autoptr (GBytes) before = get_journal ();
  g_autoptr (GBytes) during = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { 64, RLIM_INFINITY };

  signal (SIGXFSZ, SIG_IGN);
  /* Half of the step fits. */
  limit.rlim_cur = g_bytes_get_size (before) + 40;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  {
    g_autofree char *text = g_strnfill (LONG_TEXT, 'x');
    g_autoptr (RgmDataSet) revision = rgm_edit_set_text (rgm_document_get_data_set (document), "trials/first/title", text, NULL);

    rgm_document_apply (document, revision, "change", NULL);
  }
  g_assert_false (rgm_journal_flush (journal, &error));
  g_assert_nonnull (error);
  during = get_journal ();
  g_assert_true (g_bytes_equal (before, during));

  /* With room again, the next step has all. */
  limit.rlim_cur = RLIM_INFINITY;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  rgm_document_undo (document);
  apply_count (document, 1);
  g_assert_true (rgm_journal_flush (journal, NULL));
  after = get_journal ();
  g_assert_cmpint (find_step (after, NULL), ==, 1);
  _exit (0);
}

static void
test_full_disk (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (RgmDocument) document = make_steps ();

      fill_disk (document);
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* The first trial of the sample, many times over. */
static RgmDataSet *
make_large (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autoptr (RgmDataSet) now = g_object_ref (data_set);

  for (guint i = 1; i < N_TRIALS; i++)
    {
      g_autoptr (GError) error = NULL;
      RgmDataSet *next = rgm_edit_duplicate (now, "trials/first", NULL, &error);

      g_assert_no_error (error);
      g_object_unref (now);
      now = next;
    }

  return g_steal_pointer (&now);
}

/* The writer is told in no time, whatever the size of the data set. */
static void
test_step_is_quick (void)
{
  g_autoptr (RgmDataSet) data_set = make_large ();
  g_autoptr (GFile) file = get_document_file ();
  g_autoptr (RgmDocument) document = rgm_document_new (data_set, file, NULL);
  RgmJournal *journal = rgm_document_start_journal (document);
  gint64 least = G_MAXINT64;
  gint64 keep_begun;

  for (int i = 1; i <= 20; i++)
    {
      gint64 begun = g_get_monotonic_time ();

      apply_count (document, i);
      least = MIN (least, g_get_monotonic_time () - begun);
    }
  keep_begun = g_get_monotonic_time ();
  g_assert_true (rgm_journal_flush (journal, NULL));
  g_test_message ("a step took %" G_GINT64_FORMAT " µs, and was on the disk after %" G_GINT64_FORMAT " µs more", least,
                  g_get_monotonic_time () - keep_begun);
  g_assert_cmpint (least, <, MOST_OF_A_STEP);
  rgm_journal_forget (journal);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal/steps", test_steps);
  g_test_add_func ("/journal/forgotten", test_forgotten);
  g_test_add_func ("/journal/two-of-one-file", test_two_of_one_file);
  g_test_add_func ("/journal/both-left-over", test_both_left_over);
  g_test_add_func ("/journal/texts", test_texts);
  g_test_add_func ("/journal/texts-are-steps", test_texts_are_steps);
  g_test_add_func ("/journal/torn", test_torn);
  g_test_add_func ("/journal/flipped", test_flipped);
  g_test_add_func ("/journal/no-base", test_no_base);
  g_test_add_func ("/journal/older", test_older);
  g_test_add_func ("/journal/compacted", test_compacted);
  g_test_add_func ("/journal/full-disk", test_full_disk);
  g_test_add_func ("/journal/step-is-quick", test_step_is_quick);

  return test_run_with_own_data ();
}
