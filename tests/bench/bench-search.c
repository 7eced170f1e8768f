/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <sqlite3.h>

#include "bench.h"
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
#define N_WORDS 20000

/* Words of syllables; the first of them are common, as in any text: by Zipf's law. */
static char *
make_word (guint number)
{
  static const char *const starts[] = { "b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "tr", "st", "v" };
  static const char *const ends[] = { "a", "e", "i", "o", "u", "an", "el", "ib", "or", "um" };
  GString *word = g_string_new (NULL);

  do
    {
      g_string_append (word, starts[number % G_N_ELEMENTS (starts)]);
      number /= G_N_ELEMENTS (starts);
      g_string_append (word, ends[number % G_N_ELEMENTS (ends)]);
      number /= G_N_ELEMENTS (ends);
    }
  while (number > 0);

  return g_string_free (word, FALSE);
}

static const char *
pick (GRand  *rand,
      char  **words)
{
  /* A power law without a table: most draws are small. */
  double draw = g_rand_double (rand);

  return words[(guint) (pow (N_WORDS, draw)) - 1];
}

static void
add_words (GString *json,
           GRand   *rand,
           char   **words,
           guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s%s", i > 0 ? " " : "", pick (rand, words));
}

static RgmDataSet *
make_trials (char **words)
{
  static const char *const phases[] = { "I", "I/II", "II", "II/III", "III", "IV" };
  static const char *const states[] = { "RECRUITING", "COMPLETED", "ACTIVE_NOT_RECRUITING", "UNKNOWN", "TERMINATED" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  GString *json = g_string_new (
    "{\"format\":1,\"id\":\"made\",\"title\":\"Made up\",\"description\":\"Nothing in it is true.\",\"as_of\":\"2024-01-01\","
    "\"licence\":{\"name\":\"CC0\",\"url\":\"https://example.org/\",\"credit\":\"Nobody.\"},"
    "\"sources\":[{\"id\":\"s\",\"kind\":\"review\",\"citation\":\"Nobody.\"}],"
    "\"classes\":[{\"id\":\"mAb\",\"name\":\"Antibody\",\"mark\":\"square\"},{\"id\":\"TKI\",\"name\":\"Inhibitor\",\"mark\":\"circle\"}],"
    "\"endpoints\":[{\"id\":\"ORR\",\"name\":\"Response\",\"kind\":\"rate\",\"domain\":\"efficacy\"}],\"agents\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (json, "%s{\"id\":\"a%u\",\"name\":\"%smab\",\"synonyms\":[\"X-%u\"],\"class\":\"mAb\",\"sources\":[]}",
                            i > 0 ? "," : "", i, words[1000 + i], i * 37);
  g_string_append (json, "],\"regimens\":[");
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (json, "%s{\"id\":\"r%u\",\"name\":\"Regimen %u\",\"agents\":[\"a%u\",\"a%u\"]}", i > 0 ? "," : "", i, i,
                            i % 100, (i * 7 + 1) % 100);
  g_string_append (json, "],\"biomarkers\":[{\"id\":\"gene\",\"name\":\"GENE\",\"facet\":true,\"values\":[{\"id\":\"wt\","
                         "\"name\":\"wild-type\"},{\"id\":\"mutated\",\"name\":\"mutated\"}]}],\"trials\":[");
  for (guint i = 0; i < N_TRIALS; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"t%u\",\"name\":\"", i > 0 ? "," : "", i);
      add_words (json, rand, words, 2);
      g_string_append_printf (json, "\",\"registrations\":[\"NCT%08u\"],\"title\":\"", (i * 7919u) % 100000000);
      add_words (json, rand, words, 14);
      g_string_append_printf (json, "\",\"phase\":\"%s\",\"classes\":[\"%s\"],\"status\":{\"published\":\"Said\",\"state\":\"%s\"},"
                                    "\"populations\":[{\"text\":\"",
                              phases[g_rand_int_range (rand, 0, 6)], i % 3 == 0 ? "TKI" : "mAb",
                              states[g_rand_int_range (rand, 0, 5)]);
      add_words (json, rand, words, 20);
      g_string_append_printf (json, "\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}],\"eligibility\":{\"rules\":[{\"biomarker\":\"gene\","
                                    "\"values\":[\"%s\"],\"text\":\"GENE\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}]},"
                                    "\"arms\":[{\"id\":\"t%u:a\",\"label\":\"Arm\",\"regimen\":\"r%d\",\"n\":%d,\"outcomes\":[{\"endpoint\":\"ORR\","
                                    "\"state\":\"reported\",\"value\":%d,\"unit\":\"%%\",\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}],"
                                    "\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}],\"sources\":[{\"id\":\"s\",\"place\":\"p\"}]}",
                              i % 2 == 0 ? "wt" : "mutated", i, g_rand_int_range (rand, 0, 200), g_rand_int_range (rand, 5, 500),
                              g_rand_int_range (rand, 0, 100));
    }
  g_string_append (json, "],\"pathway\":null,\"remarks\":[]}");

  bytes = g_string_free_to_bytes (json);
  data_set = rgm_load_bytes (bytes, "made", NULL, NULL, &error);
  g_assert_no_error (error);

  return data_set;
}

/* ── Theirs ──────────────────────────────────────────────────────────────────── */

static gboolean
add_text (const char *text,
          RgmTier     tier,
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
      g_autoptr (GString) text = g_string_new (pick (rand, words));

      if (i % 2 == 0)
        g_string_append_printf (text, " %s", pick (rand, words));
      for (gsize length = 1; length <= text->len; length++)
        if (text->str[length - 1] != ' ')
          g_ptr_array_add (typed, g_strndup (text->str, length));
    }

  return typed;
}

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) words = g_new0 (char *, N_WORDS + 1);
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autoptr (RgmIndex) index = NULL;
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  g_autoptr (GPtrArray) typed = NULL;
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3_stmt *select = NULL;
  sqlite3 *db;
  double start, time, build, fill;

  for (guint i = 0; i < N_WORDS; i++)
    words[i] = make_word (i);
  data_set = make_trials (words);
  typed = make_keystrokes (words);

  start = bench_now ();
  index = rgm_index_new (data_set);
  build = bench_now () - start;
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
  sqlite3_finalize (select);
  sqlite3_close (db);

  return EXIT_SUCCESS;
}
