/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-error.h"
#include "rgm-load.h"
#include "rgm-matcher.h"

#include "../processor-time.h"

static RgmDataSet *embedded;

/* Findings that do not contradict each other, whichever of them are known. */
static const char *const patients[][9] = {
  { "her2:ihc-3+", "her2:ish+", "ras:wt", "braf:wt", "pik3ca:wt", "lines:2", "setting:metastatic", "tumour:colorectal-cancer", "prior:chemorefractory" },
  { "her2:ihc-2+", "her2:ish-", "kras:mutated", "braf:v600", "msi:msi-h", "lines:0", "setting:resectable", "tumour:biliary-tract-cancer", "setting:non-metastatic" },
  { "her2:mutated", "her2:ihc-1+", "kras:wt", "nras:wt", "pik3ca:mutated", "lines:1", "setting:unresectable", "tumour:breast-cancer", "prior:refractory" },
  { "her2:heracles", "her2:ihc-2+", "-ras:mutated", "braf:wt", "msi:mss", "lines:4", "setting:recurrent", "tumour:solid-tumour", "-prior:chemorefractory" },
};

static RgmAnswer *
answer_all (RgmMatcher *matcher,
            const char *facts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmFindings) findings = rgm_findings_new (embedded, facts, &error);
  RgmAnswer *answers = g_new (RgmAnswer, embedded->trials->len);

  g_assert_no_error (error);
  rgm_matcher_match (matcher, findings, answers);

  return answers;
}

/* A new finding never turns yes or no back, to unknown or into one another; the order of
 * findings means nothing. Every subset of each patient's findings, and one more. */
static void
test_monotone (void)
{
  g_autoptr (RgmMatcher) matcher = rgm_matcher_new (embedded);
  guint n = G_N_ELEMENTS (patients[0]);

  for (guint patient = 0; patient < G_N_ELEMENTS (patients); patient++)
    {
      g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

      for (guint known = 0; known < 1u << n; known++)
        {
          g_autoptr (GString) forth = g_string_new (NULL);
          g_autoptr (GString) back = g_string_new (NULL);
          g_autofree RgmAnswer *reversed = NULL;
          RgmAnswer *answers;

          for (guint i = 0; i < n; i++)
            if (known & 1u << i)
              {
                g_string_append_printf (forth, "%s ", patients[patient][i]);
                g_string_prepend (back, " ");
                g_string_prepend (back, patients[patient][i]);
              }
          answers = answer_all (matcher, forth->str);
          reversed = answer_all (matcher, back->str);
          g_assert_cmpmem (answers, embedded->trials->len * sizeof *answers, reversed, embedded->trials->len * sizeof *reversed);
          g_ptr_array_add (all, answers);

          for (guint i = 0; i < n; i++)
            if (known & 1u << i)
              {
                const RgmAnswer *before = g_ptr_array_index (all, known & ~(1u << i));

                for (guint j = 0; j < embedded->trials->len; j++)
                  g_assert_true (before[j] == RGM_ANSWER_UNKNOWN || before[j] == answers[j]);
              }
        }
    }
}

/* ── Truth tables, of the rules as they were typed from the review a second time ── */

enum { TRIAL, FINDING, VALUES, KIND, N_COLUMNS };

static GPtrArray *
read_typed (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", "evidence", "eligibility.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strstrip (text), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      char **row = g_strsplit (g_strchomp (lines[i]), ",", -1);

      g_assert_cmpuint (g_strv_length (row), ==, N_COLUMNS);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

/* The findings, each alone, that meet a rule; with @is_met FALSE those that speak against it. */
static char **
findings_on (char   **row,
             gboolean is_met)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) absent = g_string_new (NULL);
  g_auto (GStrv) values = g_strsplit (row[VALUES], g_str_equal (row[FINDING], "lines") ? "-" : "|", -1);

  if (g_str_equal (row[FINDING], "lines"))
    {
      gint64 least = g_ascii_strtoll (values[0], NULL, 10);
      gint64 most = *values[1] != '\0' ? g_ascii_strtoll (values[1], NULL, 10) : G_MAXINT8;

      for (gint64 n = MAX (least - 2, 0); n <= MIN (most, least + 3) + 1; n++)
        if ((n >= least && n <= most) == is_met)
          {
            g_autofree char *fact = g_strdup_printf ("lines:%" G_GINT64_FORMAT " ", n);

            g_strv_builder_add (builder, fact);
          }

      return g_strv_builder_end (builder);
    }

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *fact = g_strdup_printf ("%s:%s ", row[FINDING], values[i]);

      if (is_met)
        g_strv_builder_add (builder, fact);
      g_string_append_printf (absent, "-%s", fact);
    }
  if (!is_met)
    g_strv_builder_add (builder, absent->str);

  return g_strv_builder_end (builder);
}

/* No line of therapy contradicts any earlier treatment. */
static gboolean
is_one_subject (char **row,
                char **other)
{
  const char *const earlier[] = { "lines", "prior", NULL };

  return g_str_equal (row[FINDING], other[FINDING]) || (g_strv_contains (earlier, row[FINDING]) && g_strv_contains (earlier, other[FINDING]));
}

/* Every other rule of a trial met; of alternatives the first is enough. Two rules may ask about one
 * subject, whose findings imply each other: with @is_same FALSE the other of these is left open. */
static char *
meet_others (GPtrArray *rows,
             char     **row,
             gboolean   is_same)
{
  GString *facts = g_string_new (NULL);
  gboolean has_alternative = strstr (row[KIND], "alternative") != NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      char **other = g_ptr_array_index (rows, i);
      gboolean is_alternative = strstr (other[KIND], "alternative") != NULL;
      g_auto (GStrv) met = NULL;

      if (other == row || !g_str_equal (other[TRIAL], row[TRIAL]) || (is_alternative && has_alternative)
          || (!is_same && is_one_subject (row, other)))
        continue;
      has_alternative |= is_alternative;
      met = findings_on (other, TRUE);
      g_string_append (facts, met[0]);
    }

  return g_string_free (facts, FALSE);
}

static guint
find_trial (const char *id)
{
  for (guint i = 0; i < embedded->trials->len; i++)
    if (g_str_equal (((RgmTrial *) g_ptr_array_index (embedded->trials, i))->id, id))
      return i;
  g_assert_not_reached ();
}

/* Whether the trial fits; every criterion against it quotes the source and names the place there. */
static RgmAnswer
answer_one (RgmMatcher *matcher,
            const char *id,
            const char *rest,
            const char *fact)
{
  g_autofree char *facts = g_strconcat (rest, fact, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmFindings) findings = rgm_findings_new (embedded, facts, &error);
  guint position = find_trial (id);
  g_autoptr (GPtrArray) criteria = NULL;
  RgmAnswer answer;
  guint n_against = 0;

  g_assert_no_error (error);
  g_test_message ("%s: %s", id, facts);
  answer = rgm_matcher_fit (matcher, findings, position);
  criteria = rgm_matcher_explain (matcher, findings, position);
  for (guint i = 0; i < criteria->len; i++)
    {
      const RgmCriterion *criterion = g_ptr_array_index (criteria, i);

      if (criterion->answer != RGM_ANSWER_NO)
        continue;
      n_against++;
      g_assert_nonnull (criterion->published);
      g_assert_cmpstr (criterion->published, !=, "");
      g_assert_cmpuint (criterion->citations->len, >, 0);
    }
  g_assert_true (answer != RGM_ANSWER_NO || n_against > 0);

  return answer;
}

/* Of every rule of every trial, with all others met: met the trial fits, without the finding it is
 * undecided, with the finding absent it does not fit. */
static void
test_truth_tables (void)
{
  g_autoptr (RgmMatcher) matcher = rgm_matcher_new (embedded);
  g_autoptr (GPtrArray) rows = read_typed ();
  g_autoptr (GHashTable) trials = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) incomplete = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      g_hash_table_add (trials, row[TRIAL]);
      if (g_str_equal (row[KIND], "incomplete"))
        g_hash_table_add (incomplete, row[TRIAL]);
    }
  g_assert_cmpuint (g_hash_table_size (trials), ==, embedded->trials->len);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      gboolean is_alternative = strstr (row[KIND], "alternative") != NULL;
      gboolean is_incomplete = strstr (row[KIND], "incomplete") != NULL || g_hash_table_contains (incomplete, row[TRIAL]);
      g_autofree char *rest = meet_others (rows, row, TRUE);
      g_autofree char *open = meet_others (rows, row, FALSE);
      g_auto (GStrv) met = findings_on (row, TRUE);
      g_auto (GStrv) against = findings_on (row, FALSE);

      for (guint j = 0; met[j] != NULL; j++)
        g_assert_cmpint (answer_one (matcher, row[TRIAL], rest, met[j]), ==, is_incomplete ? RGM_ANSWER_UNKNOWN : RGM_ANSWER_YES);
      g_assert_cmpint (answer_one (matcher, row[TRIAL], open, ""), ==, RGM_ANSWER_UNKNOWN);
      for (guint j = 0; against[j] != NULL; j++)
        g_assert_cmpint (answer_one (matcher, row[TRIAL], open, against[j]), ==, is_alternative ? RGM_ANSWER_UNKNOWN : RGM_ANSWER_NO);
    }
}

/* What is asked for decides: where it speaks for the trial, nothing more is asked. */
static void
test_ask (void)
{
  g_autoptr (RgmMatcher) matcher = rgm_matcher_new (embedded);
  g_autoptr (RgmFindings) nothing = rgm_findings_new (embedded, "", NULL);
  g_autoptr (RgmFindings) decided = rgm_findings_new (embedded, "ras:wt braf:wt her2:ihc-3+ tumour:colorectal-cancer setting:metastatic", NULL);

  for (guint i = 0; i < embedded->trials->len; i++)
    {
      g_autoptr (GPtrArray) criteria = rgm_matcher_explain (matcher, nothing, i);
      g_autoptr (GPtrArray) known = rgm_matcher_explain (matcher, decided, i);
      g_auto (GStrv) asked = rgm_matcher_ask (criteria);
      g_auto (GStrv) still_asked = rgm_matcher_ask (known);
      g_auto (GStrv) not_stated = rgm_matcher_not_stated (matcher, i);

      g_assert_cmpint (rgm_matcher_fit (matcher, nothing, i), ==, RGM_ANSWER_UNKNOWN);
      g_assert_cmpuint (g_strv_length (asked), >, 0);
      for (guint j = 0; asked[j] != NULL; j++)
        g_assert_false (g_strv_contains ((const char *const *) not_stated, asked[j]));
      if (rgm_matcher_fit (matcher, decided, i) == RGM_ANSWER_YES)
        g_assert_cmpuint (g_strv_length (still_asked), ==, 0);
    }
}

/* A hundred thousand trials within 50 ms. */
static void
test_many (void)
{
  RgmDataSet fields = *embedded;
  g_autoptr (GPtrArray) trials = rgm_description_new_array (&rgm_trial_description, 100000);
  g_autoptr (RgmDataSet) many = NULL;
  g_autoptr (RgmMatcher) matcher = NULL;
  g_autoptr (RgmFindings) findings = NULL;
  g_autofree RgmAnswer *answers = g_new (RgmAnswer, 100000);
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < 100000; i++)
    g_ptr_array_add (trials, g_object_ref (g_ptr_array_index (embedded->trials, i % embedded->trials->len)));
  fields.trials = trials;
  many = rgm_record_new (&rgm_data_set_description, &fields);
  matcher = rgm_matcher_new (many);
  findings = rgm_findings_new (many, "her2:ihc-3+ ras:wt lines:2 setting:metastatic tumour:colorectal-cancer", NULL);

  for (guint i = 0; i < 5; i++)
    {
      gint64 start = test_get_processor_time ();

      rgm_matcher_match (matcher, findings, answers);
      least = MIN (least, test_get_processor_time () - start);
    }
  g_test_message ("%" G_GINT64_FORMAT " microseconds", least);
  g_assert_cmpint (least, <, 50000 * test_get_patience ());
  for (guint i = embedded->trials->len; i < 100000; i++)
    g_assert_cmpint (answers[i], ==, answers[i % embedded->trials->len]);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  embedded = rgm_load_embedded (NULL, NULL, NULL);

  g_test_add_func ("/matcher/monotone", test_monotone);
  g_test_add_func ("/matcher/truth-tables", test_truth_tables);
  g_test_add_func ("/matcher/ask", test_ask);
  g_test_add_func ("/matcher/many", test_many);

  status = g_test_run ();
  g_clear_object (&embedded);

  return status;
}
