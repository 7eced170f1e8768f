/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <gio/gio.h>

#include "made-data.h"
#include "rgm-estimate.h"
#include "rgm-index.h"
#include "rgm-trial-texts.h"

/* The index against a search that goes through every word of every trial, with other means: regular expressions for words, a
 * comparison of strings for the rest. */

#define NOWHERE 255

static GRegex *names;
static GRegex *parts;

/* ── The plain search ────────────────────────────────────────────────────────── */

/* Case and accents, a character at a time. */
static char *
plain_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (at));

      if (!g_unichar_ismark (c))
        g_string_append_unichar (folded, c == 0x131 ? 'i' : c == 0x3c2 ? 0x3c3 : c);
    }

  return g_string_free (folded, FALSE);
}

static GPtrArray *
find_all (GRegex     *regex,
          const char *text)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  GMatchInfo *match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (all, g_match_info_fetch (match, 0));
  g_match_info_free (match);

  return all;
}

static char *
join (GPtrArray  *words,
      const char *between)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? between : "", (char *) g_ptr_array_index (words, i));

  return g_string_free (text, FALSE);
}

/* The words of a text: the parts of its names, and names as one. */
static GPtrArray *
plain_words (const char *text)
{
  g_autoptr (GPtrArray) chunks = find_all (names, text);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < chunks->len; i++)
    {
      g_autoptr (GPtrArray) raw = find_all (parts, g_ptr_array_index (chunks, i));
      g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);

      for (guint j = 0; j < raw->len; j++)
        {
          g_autofree char *folded = plain_fold (g_ptr_array_index (raw, j));
          g_autoptr (GPtrArray) inner = find_all (parts, folded);

          g_ptr_array_add (whole, join (inner, ""));
          g_ptr_array_add (words, join (inner, ""));
        }
      if (whole->len > 1)
        g_ptr_array_add (words, join (whole, ""));
    }

  return words;
}

typedef struct
{
  char    *needle;
  gboolean is_phrase;
  guint8   tier;
} Needle;

static gboolean
look (const char *text,
      RgmTier     tier,
      gpointer    data)
{
  Needle *needle = data;

  if (needle->is_phrase)
    {
      g_autofree char *folded = plain_fold (text);
      g_autoptr (GPtrArray) words = find_all (parts, folded);
      g_autofree char *whole = join (words, " ");
      g_autofree char *padded = g_strdup_printf (" %s ", whole);
      g_autofree char *wanted = g_strdup_printf (" %s ", needle->needle);

      if (strstr (padded, wanted) != NULL)
        needle->tier = MIN (needle->tier, (guint8) tier);
    }
  else
    {
      g_autoptr (GPtrArray) words = plain_words (text);

      for (guint i = 0; i < words->len; i++)
        if (g_str_has_prefix (g_ptr_array_index (words, i), needle->needle))
          needle->tier = MIN (needle->tier, (guint8) tier);
    }

  return TRUE;
}

static guint8
plain_tier (RgmDataSet *data_set,
            RgmTrial   *trial,
            const char *needle,
            gboolean    is_phrase)
{
  Needle each = { (char *) needle, is_phrase, NOWHERE };

  rgm_trial_texts (data_set, trial, look, &each);

  return each.tier;
}

/* How well a trial fulfils a word or a phrase. A name that is left out must stand there as a name. */
static guint8
plain_find (RgmDataSet *data_set,
            RgmTrial   *trial,
            const char *text,
            gboolean    is_phrase,
            gboolean    is_negated)
{
  g_autofree char *folded = plain_fold (text);
  g_autoptr (GPtrArray) words = find_all (parts, folded);
  g_autofree char *joined = join (words, "");
  g_autofree char *phrase = join (words, " ");
  guint8 tier = 0;

  if (is_phrase)
    return plain_tier (data_set, trial, phrase, TRUE);

  for (guint i = 0; i < words->len; i++)
    tier = MAX (tier, plain_tier (data_set, trial, g_ptr_array_index (words, i), FALSE));

  if (words->len > 1 && is_negated)
    tier = plain_tier (data_set, trial, phrase, TRUE);

  return words->len > 1 ? MIN (tier, plain_tier (data_set, trial, joined, FALSE)) : tier;
}

/* Whether an arm fulfils a number. */
static gboolean
plain_number (RgmTrial   *trial,
              const char *field,
              const char *sign,
              double      limit)
{
  GPtrArray *arms = rgm_trial_get_arms (trial);

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      double number;

      if (g_str_equal (field, "n"))
        number = (double) rgm_arm_get_n (arm);
      else
        {
          RgmOutcome *outcome = rgm_arm_get_outcome (arm, g_str_equal (field, "orr") ? "ORR" : "PFS");
          const RgmEstimate *estimate = outcome != NULL ? rgm_outcome_get_estimate (outcome) : NULL;

          if (estimate == NULL || estimate->state != RGM_STATE_REPORTED)
            continue;
          number = estimate->value;
          if (g_str_equal (rgm_outcome_get_endpoint (outcome), "PFS") && g_strcmp0 (estimate->unit, "weeks") == 0)
            number = estimate->value * 7 / 30.4375;
        }
      if (number < 0)
        continue;
      if ((g_str_equal (sign, ">") && number > limit) || (g_str_equal (sign, ">=") && number >= limit) ||
          (g_str_equal (sign, "<") && number < limit) || (g_str_equal (sign, "<=") && number <= limit) ||
          (g_str_equal (sign, "=") && number == limit))
        return TRUE;
    }

  return FALSE;
}

/* ── Queries by chance ───────────────────────────────────────────────────────── */

static const char *const signs[] = { ">", ">=", "<", "<=", "=" };
static const char *const number_fields[] = { "n", "orr", "pfs" };

/* A term with the tier of each trial under it; 0 where it has no tier to give. */
static char *
make_term (GRand      *rand,
           RgmDataSet *data_set,
           guint8     *tiers,
           gboolean   *is_negated,
           gboolean   *has_tier)
{
  GListModel *trials = rgm_data_set_get_trials (data_set);
  guint n = g_list_model_get_n_items (trials);
  int kind = g_rand_int_range (rand, 0, 10);
  g_autofree char *term = NULL;

  *is_negated = g_rand_int_range (rand, 0, 5) == 0;
  *has_tier = kind < 7;
  if (kind < 7)
    {
      gboolean is_phrase = kind == 6;
      g_autofree char *text = is_phrase ? made_text (rand, g_rand_int_range (rand, 1, 3)) : g_strdup (made_word (rand));

      if (!is_phrase)
        {
          /* What is typed so far: the beginning of a word, without what begins another term or ends this one. */
          glong length = g_utf8_strlen (text, -1);
          char *cut = g_utf8_substring (text, 0, g_rand_int_range (rand, 1, (int) length + 1));

          g_free (text);
          text = g_strdelimit (cut, " \"", 'x');
        }
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

          tiers[i] = plain_find (data_set, trial, text, is_phrase, *is_negated);
        }
      /* Nothing to look for in it: no term at all. */
      {
        g_autofree char *folded = plain_fold (text);
        g_autoptr (GPtrArray) words = find_all (parts, folded);

        if (words->len == 0)
          return NULL;
      }
      term = is_phrase ? g_strdup_printf ("\"%s\"", text) : g_strdup (text);
    }
  else
    {
      const char *field = number_fields[g_rand_int_range (rand, 0, 3)];
      const char *sign = signs[g_rand_int_range (rand, 0, 5)];
      int limit = g_rand_int_range (rand, 0, 100);
      const char *phase = made_phases[g_rand_int_range (rand, 0, G_N_ELEMENTS (made_phases))];
      const char *state = made_states[g_rand_int_range (rand, 0, G_N_ELEMENTS (made_states))];

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);
          gboolean holds = kind == 7   ? plain_number (trial, field, sign, limit)
                           : kind == 8 ? g_str_equal (rgm_trial_get_phase (trial), phase)
                                       : g_str_equal (rgm_trial_get_status_state (trial), state);

          tiers[i] = holds ? 0 : NOWHERE;
        }
      term = kind == 7   ? g_strdup_printf ("%s%s%d", field, sign, limit)
             : kind == 8 ? g_strdup_printf ("phase:%s", phase)
                         : g_strdup_printf ("status:%s", state);
    }

  return g_strdup_printf ("%s%s", *is_negated ? "-" : "", term);
}

static void
check_query (RgmIndex   *index,
             RgmDataSet *data_set,
             GRand      *rand)
{
  guint n = rgm_index_get_size (index);
  g_autofree guint *ranks = g_new0 (guint, n + 1);
  g_autofree gboolean *in = g_new (gboolean, n + 1);
  g_autofree guint8 *tiers = g_new (guint8, n + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RgmQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (RgmFound) found = { NULL };
  int terms = g_rand_int_range (rand, 1, 4);
  gboolean is_ranked = FALSE;

  for (guint i = 0; i < n; i++)
    in[i] = TRUE;
  for (int i = 0; i < terms; i++)
    {
      gboolean is_negated, has_tier;
      g_autofree char *term = make_term (rand, data_set, tiers, &is_negated, &has_tier);

      if (term == NULL)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", term);
      is_ranked |= has_tier && !is_negated;
      for (guint j = 0; j < n; j++)
        {
          in[j] = in[j] && (tiers[j] == NOWHERE) == is_negated;
          ranks[j] += is_negated || tiers[j] == NOWHERE ? 0 : tiers[j];
        }
    }

  query = rgm_index_parse (index, text->str, &error);
  g_assert_no_error (error);
  rgm_index_find (index, query, -1, &found);
  g_assert_true (is_ranked == (found.ranks != NULL));
  for (guint i = 0; i < n; i++)
    {
      if (rgm_bits_has (found.trials, i) != in[i])
        g_error ("“%s”: trial %u (“%s”) should %sbe found", text->str, i, rgm_trial_get_name (rgm_index_get_trial (index, i)),
                 in[i] ? "" : "not ");
      if (in[i] && found.ranks != NULL && found.ranks[i] != ranks[i])
        g_error ("“%s”: trial %u has rank %u, expected %u", text->str, i, found.ranks[i], ranks[i]);
    }
}

static void
test_against_plain_search (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (RgmDataSet) data_set = make_data_set (seed, 40);
      g_autoptr (RgmIndex) index = rgm_index_new (data_set);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed * 1000);

      for (guint i = 0; i < 100; i++)
        check_query (index, data_set, rand);
    }
}

/* Each word of each text finds the trial that says it, and so does each beginning of it. */
typedef struct
{
  RgmIndex *index;
  guint     trial;
} Check;

static gboolean
check_text (const char *text,
            RgmTier     tier,
            gpointer    data)
{
  Check *check = data;
  g_autoptr (GPtrArray) words = find_all (parts, text);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      g_autoptr (RgmQuery) query = rgm_index_parse (check->index, word, NULL);
      g_auto (RgmFound) found = { NULL };

      g_assert_nonnull (query);
      rgm_index_find (check->index, query, -1, &found);
      if (!rgm_bits_has (found.trials, check->trial))
        g_error ("“%s” of “%s” doesn't find its trial", word, text);
    }

  return TRUE;
}

static void
test_every_word_finds_its_trial (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set (99, 30);
  g_autoptr (RgmIndex) index = rgm_index_new (data_set);

  for (guint i = 0; i < rgm_index_get_size (index); i++)
    {
      Check check = { index, i };

      rgm_trial_texts (data_set, rgm_index_get_trial (index, i), check_text, &check);
    }
}

/* ── The review's own ────────────────────────────────────────────────────────── */

static char *
find_ids (RgmIndex   *index,
          const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmQuery) query = rgm_index_parse (index, text, &error);
  g_auto (RgmFound) found = { NULL };
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  rgm_index_find (index, query, -1, &found);
  for (guint i = 0; i < rgm_index_get_size (index); i++)
    if (rgm_bits_has (found.trials, i))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", rgm_trial_get_id (rgm_index_get_trial (index, i)));

  return g_string_free (ids, FALSE);
}

static RgmIndex *
embedded_index (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_embedded (NULL, NULL, &error);

  g_assert_no_error (error);

  return rgm_index_new (data_set);
}

static const struct
{
  const char *query;
  const char *ids;
} known[] = {
  { "T-DXd", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "enhertu", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "DS8201", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "ds-8201", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "trastuzumab deruxtecan", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "agent:enhertu", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "agent:t-dxd", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "agent:tdxd", "destiny-crc01 destiny-crc02 unicorn dash dpt01" },
  { "agent:t", "" },
  { "phase:II/III", "nct05673512 determine" },
  { "phase:2/3", "nct05673512 determine" },
  { "phase:IV", "nct05661357" },
  { "phase:III", "mountaineer-03" },
  { "phase:I/II", "nct04278144 nct04934514" },
  { "status:withdrawn", "nct05356897" },
  { "status:not-yet-recruiting", "nct05193292 nct05985707 nct05333809 nct05350917" },
  { "status:\"Not yet recruiting\"", "nct05193292 nct05985707 nct05333809 nct05350917" },
  { "ras:mutated", "destiny-crc02 nct05356897" },
  { "pfs>7", "mountaineer her2-fuscc-g" },
  { "orr>=45.3", "destiny-crc01 nct04513223 her2-fuscc-g" },
  { "orr=45.3", "destiny-crc01" },
  { "orr>57", "" },
  { "n>=80", "destiny-crc02 mountaineer" },
  { "has:os -phase:I", "mypathway tapur nct03185988 destiny-crc01 heracles-a mountaineer her2-fuscc-g" },
  { "NCT03225937", "heracles-b heracles-a" },
  { "heracles -heracles-a", "heracles-b nct05193292 her2-fuscc-g" },
  { "setting:resectable", "unicorn" },
};

static void
test_known (void)
{
  g_autoptr (RgmIndex) index = embedded_index ();

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *ids = find_ids (index, known[i].query);
      g_auto (GStrv) found = g_strsplit (ids, " ", -1);
      g_auto (GStrv) wanted = g_strsplit (known[i].ids, " ", -1);

      if (g_strv_length (found) != g_strv_length (wanted))
        g_error ("“%s” found “%s”, expected “%s”", known[i].query, ids, known[i].ids);
      for (guint j = 0; wanted[j] != NULL; j++)
        if (!g_strv_contains ((const char *const *) found, wanted[j]))
          g_error ("“%s” found “%s” without “%s”", known[i].query, ids, wanted[j]);
    }
}

static void
test_whole_values (void)
{
  g_autoptr (RgmIndex) index = embedded_index ();
  g_autofree char *phase = find_ids (index, "phase:II");
  g_autofree char *recruiting = find_ids (index, "status:recruiting");

  g_assert_null (strstr (phase, "determine"));
  g_assert_null (strstr (phase, "mountaineer-03"));
  g_assert_nonnull (strstr (phase, "destiny-crc01"));
  g_assert_null (strstr (recruiting, "nct05193292"));
  g_assert_null (strstr (recruiting, "nct02892123"));
  g_assert_nonnull (strstr (recruiting, "unicorn"));
}

/* A value that isn't said is neither one thing nor the other. */
static void
test_unknown_is_not_false (void)
{
  g_autoptr (RgmIndex) index = embedded_index ();
  g_autofree char *wild = find_ids (index, "ras:wt tapur");
  g_autofree char *mutated = find_ids (index, "ras:mutated tapur");

  g_assert_cmpstr (wild, ==, "");
  g_assert_cmpstr (mutated, ==, "");
}

static void
test_find_value (void)
{
  g_autoptr (RgmIndex) index = embedded_index ();
  g_autoptr (RgmBits) none = rgm_index_find_value (index, "phase", "nothing");
  g_autoptr (RgmBits) three = rgm_index_find_value (index, "phase", "III");

  g_assert_cmpuint (rgm_bits_count (none), ==, 0);
  g_assert_cmpuint (rgm_bits_count (three), ==, 1);
}

static void
test_without_a_term (void)
{
  g_autoptr (RgmIndex) index = embedded_index ();
  g_autoptr (RgmQuery) query = rgm_index_parse (index, "nosuchword phase:III", NULL);

  for (int without = -1; without < 2; without++)
    {
      g_auto (RgmFound) found = { NULL };

      rgm_index_find (index, query, without, &found);
      g_assert_cmpuint (rgm_bits_count (found.trials), ==, without == 0 ? 1 : 0);
    }
}

static void
test_empty_data_set (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set (1, 0);
  g_autoptr (RgmIndex) index = rgm_index_new (data_set);
  g_autofree char *ids = find_ids (index, "a \"b\" phase:I n>0 -c");

  g_assert_cmpstr (ids, ==, "");
  g_assert_true (rgm_index_get_data_set (index) == data_set);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  names = g_regex_new ("[\\p{L}\\p{N}\\p{M}+]+(?:[-/_.\\p{Pd}][\\p{L}\\p{N}\\p{M}+]+)*", 0, 0, NULL);
  parts = g_regex_new ("[\\p{L}\\p{N}\\p{M}+]+", 0, 0, NULL);

  g_test_add_func ("/search/index/against-plain-search", test_against_plain_search);
  g_test_add_func ("/search/index/every-word-finds-its-trial", test_every_word_finds_its_trial);
  g_test_add_func ("/search/index/known", test_known);
  g_test_add_func ("/search/index/whole-values", test_whole_values);
  g_test_add_func ("/search/index/unknown-is-not-false", test_unknown_is_not_false);
  g_test_add_func ("/search/index/find-value", test_find_value);
  g_test_add_func ("/search/index/without-a-term", test_without_a_term);
  g_test_add_func ("/search/index/empty-data-set", test_empty_data_set);

  return g_test_run ();
}
