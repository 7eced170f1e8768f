/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <gio/gio.h>

#include "found-ids.h"
#include "made-data.h"
#include "rgm-estimate.h"
#include "rgm-index.h"
#include "rgm-revision.h"
#include "rgm-text-normalise.h"
#include "rgm-trial-texts.h"

/* The index against a search that goes through every word of every text of every trial, for queries made by chance. */

#define NOWHERE 255

/* ── The plain search ────────────────────────────────────────────────────────── */

typedef struct
{
  const char *word;
  guint8      tier;
  guint8      now;
} Sought;

static gboolean
is_numeral (const char *word)
{
  return word[strspn (word, "0123456789.")] == '\0' || g_str_equal (word, "ii") || g_str_equal (word, "iii") || g_str_equal (word, "iv");
}

static void
compare_word (const RgmWord *word,
              gpointer       data)
{
  Sought *sought = data;

  if (is_numeral (sought->word) ? g_str_equal (word->folded, sought->word) : g_str_has_prefix (word->folded, sought->word))
    sought->tier = MIN (sought->tier, sought->now);
}

static gboolean
look_for_word (const char *text,
               RgmTier     tier,
               gboolean    is_shared,
               gpointer    data)
{
  Sought *sought = data;

  sought->now = (guint8) tier;
  rgm_text_normalise_words (text, compare_word, sought);

  return TRUE;
}

static gboolean
look_for_phrase (const char *text,
                 RgmTier     tier,
                 gboolean    is_shared,
                 gpointer    data)
{
  Sought *sought = data;
  g_autofree char *whole = rgm_text_normalise_whole (text);
  g_autofree char *padded = g_strdup_printf (" %s ", whole);
  g_autofree char *wanted = g_strdup_printf (" %s ", sought->word);

  if (strstr (padded, wanted) != NULL)
    sought->tier = MIN (sought->tier, (guint8) tier);

  return TRUE;
}

static guint8
plain_phrase (RgmDataSet *data_set,
              RgmTrial   *trial,
              const char *phrase)
{
  Sought sought = { phrase, NOWHERE, 0 };

  rgm_trial_texts (data_set, trial, look_for_phrase, &sought);

  return sought.tier;
}

static guint8
plain_word (RgmDataSet *data_set,
            RgmTrial   *trial,
            const char *word)
{
  Sought sought = { word, NOWHERE, 0 };
  g_autofree char *spelled = rgm_text_normalise_spell (word);
  gsize digits = strspn (word, "0123456789.");
  gsize letters = strspn (word + digits, "abcdefghijklmnopqrstuvwxyz");

  rgm_trial_texts (data_set, trial, look_for_word, &sought);
  if (spelled != NULL)
    {
      sought.word = spelled;
      rgm_trial_texts (data_set, trial, look_for_word, &sought);
    }
  if (digits > 0 && letters > 0 && letters <= 5 && word[digits + letters] == '\0')
    {
      g_autofree char *apart = g_strdup_printf ("%.*s %s", (int) digits, word, word + digits);

      sought.tier = MIN (sought.tier, plain_phrase (data_set, trial, apart));
    }

  return sought.tier;
}

/* How well a trial matches a word or a phrase. A compound name that is left out must stand there as a name. */
static guint8
plain_text (RgmDataSet    *data_set,
            RgmTrial      *trial,
            const RgmTerm *term)
{
  guint8 tier = 0;

  for (guint i = 0; term->words[i] != NULL; i++)
    tier = MAX (tier, plain_word (data_set, trial, term->words[i]));

  if (term->kind == RGM_TERM_PHRASE)
    return tier != NOWHERE ? plain_phrase (data_set, trial, term->value) : NOWHERE;

  if (term->words[1] != NULL && term->is_negated && tier != NOWHERE)
    {
      g_autofree char *name = rgm_text_normalise_whole (term->text + 1);

      tier = plain_phrase (data_set, trial, name);
    }
  if (term->words[1] != NULL)
    {
      Sought joined = { term->joined, NOWHERE, 0 };

      rgm_trial_texts (data_set, trial, look_for_word, &joined);
      tier = MIN (tier, joined.tier);
    }

  return tier;
}

static gboolean
is_number_fulfilled (double         number,
                     const RgmTerm *term)
{
  return (term->comparison == RGM_QUERY_ABOVE && number > term->number) ||
         (term->comparison == RGM_QUERY_AT_LEAST && number >= term->number) ||
         (term->comparison == RGM_QUERY_BELOW && number < term->number) ||
         (term->comparison == RGM_QUERY_AT_MOST && number <= term->number) ||
         (term->comparison == RGM_QUERY_BETWEEN && number >= term->number && number <= term->upper) ||
         (term->comparison == RGM_QUERY_EQUAL && number == term->number);
}

/* Whether an arm fulfils a number. */
static gboolean
plain_number (RgmTrial      *trial,
              const RgmTerm *term)
{
  GPtrArray *arms = trial->arms;

  for (guint i = 0; i < arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (arms, i);
      double number;

      if (g_str_equal (term->field, "n"))
        number = (double) arm->n;
      else
        {
          RgmOutcome *outcome = rgm_arm_get_outcome (arm, g_str_equal (term->field, "orr") ? "ORR" : "PFS");
          const RgmEstimate *estimate = outcome != NULL ? &outcome->estimate : NULL;

          if (estimate == NULL || estimate->state != RGM_STATE_REPORTED)
            continue;
          number = estimate->value;
          if (g_str_equal (outcome->endpoint, "PFS") && g_strcmp0 (estimate->unit, "weeks") == 0)
            number = estimate->value * 7 / 30.4375;
        }
      if (number >= 0 && is_number_fulfilled (number, term))
        return TRUE;
    }

  return FALSE;
}

static gboolean
plain_field (RgmTrial      *trial,
             const RgmTerm *term)
{
  const char *value = g_str_equal (term->field, "phase") ? trial->phase : trial->status_state;

  return g_str_equal (value, term->choice);
}

/* The rank of a trial under a part of a query, or -1; -2 where it matches and has no rank. */
static int
plain_find (RgmDataSet         *data_set,
            RgmTrial           *trial,
            const RgmQuery     *query,
            const RgmQueryNode *node)
{
  int best = -1;
  int sum = -2;

  if (node->term >= 0)
    {
      const RgmTerm *term = rgm_query_get_term (query, (guint) node->term);
      int tier;

      if (term->kind == RGM_TERM_NUMBER || term->kind == RGM_TERM_FIELD)
        tier = (term->kind == RGM_TERM_NUMBER ? plain_number (trial, term) : plain_field (trial, term)) ? -2 : -1;
      else
        tier = plain_text (data_set, trial, term);
      if (tier == NOWHERE)
        tier = -1;

      return term->is_negated ? (tier == -1 ? -2 : -1) : tier;
    }

  for (guint i = 0; i < node->children->len; i++)
    {
      int rank = plain_find (data_set, trial, query, g_ptr_array_index (node->children, i));

      if (rank == -1 && !node->is_any)
        return -1;
      if (rank == -1)
        continue;
      best = best == -1 ? MAX (rank, 0) : MIN (best, MAX (rank, 0));
      if (rank >= 0)
        sum = MAX (sum, 0) + rank;
    }

  return node->is_any ? best : sum;
}

/* ── Queries by chance ───────────────────────────────────────────────────────── */

static const char *const signs[] = { ">", ">=", "<", "<=", "=" };
static const char *const number_fields[] = { "n", "orr", "pfs" };

static char *
make_word (GRand *rand)
{
  g_autofree char *text = g_strdup (made_word (rand));
  glong length = g_utf8_strlen (text, -1);
  char *cut = g_utf8_substring (text, 0, g_rand_int_range (rand, 1, (int) length + 1));

  /* What is typed so far: the beginning of a word, without what begins another term or ends this one. */
  g_strdelimit (cut, " \"()–", 'x');

  return cut;
}

static char *
make_term (GRand    *rand,
           gboolean  has_words)
{
  const char *dash = g_rand_int_range (rand, 0, 5) == 0 ? "-" : "";
  int kind = has_words ? g_rand_int_range (rand, 0, 8) : g_rand_int_range (rand, 7, 10);

  if (kind < 6)
    {
      g_autofree char *word = make_word (rand);

      return g_strconcat (dash, word, NULL);
    }
  if (kind == 6)
    {
      g_autofree char *text = made_text (rand, g_rand_int_range (rand, 1, 3));

      return g_strdup_printf ("%s\"%s\"", dash, text);
    }
  if (kind == 7)
    return g_strdup_printf ("%s%s%s%d", dash, number_fields[g_rand_int_range (rand, 0, 3)], signs[g_rand_int_range (rand, 0, 5)],
                            g_rand_int_range (rand, 0, 100));
  if (kind == 8)
    return g_strdup_printf ("%sphase:%s", dash, made_phases[g_rand_int_range (rand, 0, G_N_ELEMENTS (made_phases))]);

  return g_strdup_printf ("%sstatus:%s", dash, made_states[g_rand_int_range (rand, 0, G_N_ELEMENTS (made_states))]);
}

static void
check_query (RgmIndex              *index,
             RgmDataSet            *data_set,
             const RgmSearchFields *fields,
             GRand                 *rand)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RgmQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (RgmFound) found = { NULL };
  gboolean has_words = g_rand_int_range (rand, 0, 3) > 0;
  int terms = g_rand_int_range (rand, 1, 5);

  for (int i = 0; i < terms; i++)
    {
      static const char *const between[] = { " ", " ", " AND ", " OR ", " | " };
      g_autofree char *term = make_term (rand, has_words);

      g_string_append_printf (text, "%s%s", i > 0 ? between[g_rand_int_range (rand, 0, G_N_ELEMENTS (between))] : "", term);
    }

  /* Words that are a name or a value of the data set are another matter; see below. */
  query = has_words ? rgm_query_parse (text->str, fields, &error) : rgm_index_parse (index, text->str, &error);
  g_assert_no_error (error);
  rgm_index_find (index, query, -1, NULL, &found);
  for (guint i = 0; i < rgm_index_get_size (index); i++)
    {
      int rank = plain_find (data_set, rgm_index_get_trial (index, i), query, rgm_query_get_root (query));

      if (rgm_query_get_n_terms (query) == 0)
        continue;
      if (rgm_bit_set_has (found.trials, i) != (rank != -1))
        g_error ("“%s”: trial %u (“%s”) should %sbe found", text->str, i, rgm_index_get_trial (index, i)->name,
                 rank != -1 ? "" : "not ");
      if (rank >= 0 && found.ranks != NULL && found.ranks[i] != rank)
        g_error ("“%s”: trial %u has rank %u, expected %d", text->str, i, found.ranks[i], rank);
    }
}

static void
test_against_plain_search (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (RgmDataSet) data_set = make_data_set (seed, 40);
      g_autoptr (RgmIndex) index = rgm_index_new (data_set);
      g_autoptr (RgmSearchFields) fields = rgm_search_fields_new_data_set (data_set);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed * 1000);

      for (guint i = 0; i < 100; i++)
        check_query (index, data_set, fields, rand);
    }
}

/* Each word of each text finds the trial that says it. */
typedef struct
{
  RgmIndex   *index;
  guint       trial;
  GHashTable *words;
} Check;

static void
collect_word (const RgmWord *word,
              gpointer       data)
{
  g_hash_table_add (data, g_strdup (word->folded));
}

static gboolean
collect_text (const char *text,
              RgmTier     tier,
              gboolean    is_shared,
              gpointer    data)
{
  rgm_text_normalise_words (text, collect_word, ((Check *) data)->words);

  return TRUE;
}

static void
check_words (const Check           *check,
             const RgmSearchFields *fields)
{
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, check->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      g_autoptr (RgmQuery) query = rgm_query_parse (word, fields, NULL);
      g_auto (RgmFound) found = { NULL };

      g_assert_nonnull (query);
      rgm_index_find (check->index, query, -1, NULL, &found);
      if (!rgm_bit_set_has (found.trials, check->trial))
        g_error ("“%s” doesn't find its trial", (char *) word);
    }
}

static void
test_every_word_finds_its_trial (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set (99, 30);
  g_autoptr (RgmIndex) index = rgm_index_new (data_set);
  g_autoptr (RgmSearchFields) fields = rgm_search_fields_new_data_set (data_set);

  for (guint i = 0; i < rgm_index_get_size (index); i++)
    {
      g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      Check check = { index, i, words };

      rgm_trial_texts (data_set, rgm_index_get_trial (index, i), collect_text, &check);
      check_words (&check, fields);
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

/* A status that a source gives as a mark only names no value. */
static void
test_status_without_letters (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set (7, 3);
  RgmTrial fields = *(RgmTrial *) g_ptr_array_index (data_set->trials, 1);
  RgmEdit edit = { &rgm_trial_description, fields.id, NULL };
  g_autoptr (RgmTrial) trial = NULL;
  g_autoptr (RgmDataSet) revised = NULL;
  g_autoptr (RgmIndex) index = NULL;
  g_autofree char *ids = NULL;

  fields.status_published = "–";
  trial = rgm_record_new (&rgm_trial_description, &fields);
  edit.record = trial;
  revised = rgm_data_set_revise (data_set, &edit, 1, NULL);
  index = rgm_index_new (revised);
  ids = find_ids (index, "id:t1");

  g_assert_cmpstr (ids, ==, "t1");
}

/* ── Revisions ───────────────────────────────────────────────────────────────── */

static RgmDataSet *
revise_trial (RgmDataSet *data_set,
              GRand      *rand)
{
  RgmTrial *trial = g_ptr_array_index (data_set->trials, (guint) g_rand_int_range (rand, 0, (gint32) data_set->trials->len));
  RgmTrial fields = *trial;
  RgmEdit edit = { &rgm_trial_description, trial->id, NULL };
  g_autofree char *title = made_text (rand, 4);
  g_autofree char *name = g_strdup_printf ("%s %d", made_word (rand), g_rand_int_range (rand, 100, 100000));
  char *registrations[] = { (char *) "NCT01234567", NULL };
  g_autoptr (RgmTrial) revised = NULL;

  fields.title = title;
  fields.name = name;
  fields.phase = made_phases[g_rand_int_range (rand, 0, G_N_ELEMENTS (made_phases))];
  if (g_rand_boolean (rand))
    fields.registrations = registrations;
  revised = rgm_record_new (&rgm_trial_description, &fields);
  /* Sometimes it goes, but never the last one. */
  if (data_set->trials->len < 5 || g_rand_int_range (rand, 0, 4) > 0)
    edit.record = revised;

  return rgm_data_set_revise (data_set, &edit, 1, NULL);
}

/* What trials say in words of their own stays, but they are found by these as well. */
static RgmDataSet *
revise_names (RgmDataSet *data_set,
              GRand      *rand)
{
  g_autofree char *name = made_text (rand, 2);
  RgmBiomarker biomarker = *(RgmBiomarker *) g_ptr_array_index (data_set->biomarkers, 0);
  RgmClass class = *(RgmClass *) g_ptr_array_index (data_set->classes, 2);
  RgmAgent agent = *(RgmAgent *) g_ptr_array_index (data_set->agents, 1);
  RgmEdit edit = { 0 };
  gpointer record;
  RgmDataSet *revised;

  biomarker.name = class.name = agent.name = name;
  if (g_rand_boolean (rand))
    edit = (RgmEdit) { &rgm_biomarker_description, biomarker.id, rgm_record_new (&rgm_biomarker_description, &biomarker) };
  else if (g_rand_boolean (rand))
    edit = (RgmEdit) { &rgm_class_description, class.id, rgm_record_new (&rgm_class_description, &class) };
  else
    edit = (RgmEdit) { &rgm_agent_description, agent.id, rgm_record_new (&rgm_agent_description, &agent) };
  record = edit.record;
  revised = rgm_data_set_revise (data_set, &edit, 1, NULL);
  edit.description->free (record);

  return revised;
}

static void
assert_same_answer (RgmIndex   *one,
                    RgmIndex   *other,
                    const char *text)
{
  g_autoptr (RgmQuery) query = rgm_index_parse (one, text, NULL);
  g_autoptr (RgmQuery) again = rgm_index_parse (other, text, NULL);
  g_auto (RgmFound) found = { NULL };
  g_auto (RgmFound) others = { NULL };

  g_assert_true ((query == NULL) == (again == NULL));
  if (query == NULL)
    return;

  rgm_index_find (one, query, -1, NULL, &found);
  rgm_index_find (other, again, -1, NULL, &others);
  g_assert_cmpuint (rgm_bit_set_count (found.trials), ==, rgm_bit_set_count (others.trials));
  for (guint i = 0; i < rgm_index_get_size (one); i++)
    {
      g_assert_true (rgm_bit_set_has (found.trials, i) == rgm_bit_set_has (others.trials, i));
      if (found.ranks != NULL && others.ranks != NULL && rgm_bit_set_has (found.trials, i))
        g_assert_cmpuint (found.ranks[i], ==, others.ranks[i]);
    }
  g_assert_cmpstr (rgm_index_find_near (one, text), ==, rgm_index_find_near (other, text));
}

/* The index of a revision that takes over what another one read answers as one that read it all. */
static void
test_revised (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  g_autoptr (RgmDataSet) data_set = make_data_set (5, 30);
  g_autoptr (RgmIndex) index = rgm_index_new (data_set);
  g_autofree char *first = find_ids (index, "tumour or trial");
  g_autoptr (RgmIndex) oldest = g_object_ref (index);

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (RgmDataSet) revised = g_rand_int_range (rand, 0, 4) > 0 ? revise_trial (data_set, rand) : revise_names (data_set, rand);
      g_autoptr (RgmIndex) next = NULL;
      g_autoptr (RgmIndex) fresh = NULL;
      g_autofree char *again = NULL;

      g_assert_nonnull (revised);
      next = rgm_index_new_revised (index, revised);
      /* Between some of them nothing is sought. */
      if (g_rand_int_range (rand, 0, 5) == 0)
        {
          fresh = rgm_index_new (revised);
          for (guint j = 0; j < G_N_ELEMENTS (made_words); j++)
            assert_same_answer (next, fresh, made_words[j]);
          for (guint j = 0; j < 5; j++)
            {
              g_autofree char *text = g_strdup_printf ("%d", g_rand_int_range (rand, 100, 100000));

              assert_same_answer (next, fresh, text);
            }
          assert_same_answer (next, fresh, "phase:II has:results gene:wt");
          assert_same_answer (next, fresh, "tdxd");
          assert_same_answer (next, fresh, "colorektal");
          assert_same_answer (next, fresh, "NCT01234567");
        }
      g_set_object (&data_set, revised);
      g_set_object (&index, next);

      again = find_ids (oldest, "tumour or trial");
      g_assert_cmpstr (again, ==, first);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/index/against-plain-search", test_against_plain_search);
  g_test_add_func ("/search/index/every-word-finds-its-trial", test_every_word_finds_its_trial);
  g_test_add_func ("/search/index/empty-data-set", test_empty_data_set);
  g_test_add_func ("/search/index/status-without-letters", test_status_without_letters);
  g_test_add_func ("/search/index/revised", test_revised);

  return g_test_run ();
}
