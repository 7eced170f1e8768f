/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#include "bench.h"
#include "made-trials.h"
#include "rgm-data-set.h"
#include "rgm-load.h"
#include "rgm-selection.h"
#include "rgm-trial-texts.h"

/* A keystroke's search over many made-up trials, beside SQLite's FTS5 over the same texts.
 *
 * Ours is all that a keystroke does before the list is drawn: the query is taken apart, trials are found, ranked, narrowed and put in
 * order, and every facet's value is counted. Theirs is the rows that match, in no order: what FTS5 does fastest, with an index of prefixes.
 */

#define N_TRIALS 100000

/* ── Theirs ──────────────────────────────────────────────────────────────────── */

static gboolean
add_text (const char *text,
          RgmTier     tier,
          gboolean    is_shared,
          gpointer    data)
{
  GString **texts = data;

  g_string_append_printf (texts[tier], "%s\n", text);

  return TRUE;
}

static void
execute (sqlite3    *db,
         const char *statement)
{
  g_assert_cmpint (sqlite3_exec (db, statement, NULL, NULL, NULL), ==, SQLITE_OK);
}

static sqlite3 *
fill_database (RgmIndex *index)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *insert = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  execute (db, "CREATE VIRTUAL TABLE trials USING fts5 (name, regimen, rest, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2')");
  execute (db, "BEGIN");
  sqlite3_prepare_v2 (db, "INSERT INTO trials (rowid, name, regimen, rest) VALUES (?, ?, ?, ?)", -1, &insert, NULL);
  for (guint i = 0; i < rgm_index_get_size (index); i++)
    {
      GString *texts[] = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };

      rgm_trial_texts (rgm_index_get_data_set (index), rgm_index_get_trial (index, i), add_text, texts);
      sqlite3_bind_int (insert, 1, (int) i);
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          sqlite3_bind_text (insert, (int) j + 2, texts[j]->str, -1, SQLITE_TRANSIENT);
          g_string_free (texts[j], TRUE);
        }
      g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  execute (db, "COMMIT");
  execute (db, "INSERT INTO trials (trials) VALUES ('optimize')");

  return db;
}

static guint
search_database (sqlite3_stmt *select,
                 const char   *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);
  g_autoptr (GString) match = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (match, "%s\"%s\"*", match->len > 0 ? " " : "", words[i]);

  sqlite3_bind_text (select, 1, match->str, -1, SQLITE_STATIC);
  while (sqlite3_step (select) == SQLITE_ROW)
    n++;
  sqlite3_reset (select);

  return n;
}

/* ── Both ────────────────────────────────────────────────────────────────────── */

/* What is typed: one or two words, a letter at a time. */
static GPtrArray *
make_keystrokes (char **words)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  GPtrArray *typed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 120; i++)
    {
      g_autoptr (GString) text = g_string_new (made_words_pick (rand, words));

      if (i % 2 == 0)
        g_string_append_printf (text, " %s", made_words_pick (rand, words));
      for (gsize length = 1; length <= text->len; length++)
        if (text->str[length - 1] != ' ')
          g_ptr_array_add (typed, g_strndup (text->str, length));
    }

  return typed;
}

/* The most memory that the process has had is counted from now on. */
static gboolean
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");
  gboolean written = file != NULL && fputs ("5", file) >= 0;

  return file != NULL && fclose (file) == 0 && written;
}

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) words = made_words_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autoptr (RgmIndex) index = NULL;
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  g_autoptr (GPtrArray) typed = NULL;
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3_stmt *select = NULL;
  sqlite3 *db;
  double start, time, build, fill, memory;

  bytes = made_trials_new (words, N_TRIALS);
  data_set = rgm_load_bytes (bytes, "made", NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&bytes, g_bytes_unref);
  typed = make_keystrokes (words);

  /* What the index takes at its most, over what there is before it. */
  malloc_trim (0);
  g_assert_true (forget_peak ());
  memory = bench_memory ("VmRSS:");
  start = bench_now ();
  index = rgm_index_new (data_set);
  build = bench_now () - start;
  memory = bench_memory ("VmHWM:") - memory;
  rgm_selection_set_index (selection, index);
  start = bench_now ();
  db = fill_database (index);
  fill = bench_now () - start;
  sqlite3_prepare_v2 (db, "SELECT rowid FROM trials WHERE trials MATCH ?", -1, &select, NULL);

  for (guint i = 0; i < typed->len; i++)
    {
      guint found;

      start = bench_now ();
      rgm_selection_set_text (selection, g_ptr_array_index (typed, i));
      time = bench_now () - start;
      g_array_append_val (ours, time);

      start = bench_now ();
      found = search_database (select, g_ptr_array_index (typed, i));
      time = bench_now () - start;
      g_array_append_val (theirs, time);

      if (g_getenv ("RGM_BENCH_VERBOSE") != NULL)
        g_printerr ("%8.3f %8.3f %6u “%s”\n", g_array_index (ours, double, i), time, found, (char *) g_ptr_array_index (typed, i));

      /* They are compared doing the same work. */
      if (found != rgm_selection_get_count (selection))
        g_printerr ("“%s”: %u trials, FTS5 %u\n", (char *) g_ptr_array_index (typed, i), rgm_selection_get_count (selection), found);
    }

  bench_say ("keystroke over 100,000 trials, median", bench_quantile (ours, 0.5), bench_quantile (theirs, 0.5), "ms");
  bench_say ("keystroke over 100,000 trials, 99th percentile", bench_quantile (ours, 0.99), bench_quantile (theirs, 0.99), "ms");
  bench_say ("index of 100,000 trials", build, fill, "ms");
  bench_say ("index of 100,000 trials, memory", memory, 0, "MiB");
  sqlite3_finalize (select);
  sqlite3_close (db);

  return EXIT_SUCCESS;
}
