/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-index-private.h"
#include "rgm-text-normalise.h"
#include "rgm-trial-texts.h"

/* A value as trials give it. */
typedef struct
{
  char     *field;
  char     *id;
  gboolean  is_listed;
} Given;

/* What a trial has. */
typedef struct
{
  const guint32 *items;
  guint          n;
} TrialItems;

/* Everything is counted first and filled in afterwards, so that no token or value needs a growing array of its own. */
typedef struct
{
  RgmIndex   *self;
  guint       trial;
  GArray     *values;          /* of each trial, trial by trial */
  GArray     *values_starts;
  GHashTable *known;           /* a Given to the number of its value */
  GHashTable *measures;        /* those of the index, by their fields as trials name them */
} Builder;

static guint
given_hash (gconstpointer data)
{
  const Given *given = data;

  return g_str_hash (given->field) * 31 + g_str_hash (given->id) + (guint) given->is_listed;
}

static gboolean
given_equal (gconstpointer one,
             gconstpointer other)
{
  const Given *a = one;
  const Given *b = other;

  return a->is_listed == b->is_listed && strcmp (a->id, b->id) == 0 && strcmp (a->field, b->field) == 0;
}

static void
given_free (gpointer data)
{
  Given *given = data;

  g_free (given->field);
  g_free (given->id);
  g_free (given);
}

static guint32
find_value_number (RgmIndex    *self,
                   const Given *given)
{
  g_autofree char *name = rgm_text_normalise (given->field);
  const RgmSearchValue *value = rgm_search_vocabulary_add (self->vocabulary, name, given->id, given->is_listed);
  const RgmSearchValue *found = NULL;

  /* A source may word a status as the registry does. A status without a letter is found by no name. */
  if (!given->is_listed)
    found = rgm_search_vocabulary_find (self->vocabulary, name, given->id);

  return found != NULL ? found->number : value->number;
}

static void
add_value (const char *field,
           const char *id,
           gboolean    is_listed,
           gpointer    data)
{
  Builder *builder = data;
  const Given given = { (char *) field, (char *) id, is_listed };
  guint32 start = g_array_index (builder->values_starts, guint32, builder->values_starts->len - 1);
  gpointer known;
  guint32 number;

  if (g_hash_table_lookup_extended (builder->known, &given, NULL, &known))
    number = GPOINTER_TO_UINT (known);
  else
    {
      Given *kept = g_new (Given, 1);

      *kept = (Given) { g_strdup (field), g_strdup (id), is_listed };
      number = find_value_number (builder->self, kept);
      g_hash_table_insert (builder->known, kept, GUINT_TO_POINTER (number));
    }

  for (guint32 i = start; i < builder->values->len; i++)
    if (g_array_index (builder->values, guint32, i) == number)
      return;
  g_array_append_val (builder->values, number);
}

static GArray *
find_measures (RgmIndex   *self,
               const char *field)
{
  g_autofree char *name = rgm_text_normalise (field);
  GArray *measures = g_hash_table_lookup (self->measures, name);

  if (measures == NULL)
    {
      measures = g_array_new (FALSE, FALSE, sizeof (Measure));
      g_hash_table_insert (self->measures, g_steal_pointer (&name), measures);
    }

  return measures;
}

static void
add_number (const char *field,
            double      number,
            gpointer    data)
{
  Builder *builder = data;
  GArray *measures = g_hash_table_lookup (builder->measures, field);
  Measure measure = { builder->trial, number };

  if (measures == NULL)
    {
      measures = find_measures (builder->self, field);
      g_hash_table_insert (builder->measures, g_strdup (field), measures);
    }
  g_array_append_val (measures, measure);
}

/* Inverts "what each trial has" into "which trials have it". @rows gives the row of each entry; the tier travels with the trial. */
static RgmRows
invert (const TrialItems *spans,
        guint             n_trials,
        const guint32    *rows,
        guint             n_rows,
        gboolean          has_tiers)
{
  RgmRows result = { g_new0 (guint32, n_rows + 2), NULL };
  guint32 *next = result.starts + 1;
  guint shift = has_tiers ? 2 : 0;
  gsize n_items = 0;

  for (guint trial = 0; trial < n_trials; trial++)
    {
      n_items += spans[trial].n;
      for (guint i = 0; i < spans[trial].n; i++)
        {
          guint32 number = spans[trial].items[i] >> shift;

          next[(rows != NULL ? rows[number] : number) + 1]++;
        }
    }
  for (guint i = 1; i <= n_rows; i++)
    next[i] += next[i - 1];

  result.items = g_new (guint32, n_items + 1);
  for (guint trial = 0; trial < n_trials; trial++)
    for (guint i = 0; i < spans[trial].n; i++)
      {
        guint32 entry = spans[trial].items[i];
        guint32 number = entry >> shift;
        guint32 *place = &next[rows != NULL ? rows[number] : number];

        result.items[(*place)++] = has_tiers ? POSTING (trial, POSTING_TIER (entry)) : trial;
      }

  return result;
}

/**
 * rgm_index_put_tiers:
 * @self: an index
 * @tiers: a tier for each trial
 * @first: the rank of a token in alphabetical order
 * @end: the rank after the last
 *
 * Improves the tiers where those of the tokens are better.
 */
void
rgm_index_put_tiers (RgmIndex *self,
                     guint8   *tiers,
                     guint     first,
                     guint     end)
{
  const guint32 *postings = self->postings.items;

  for (guint32 i = self->postings.starts[first]; i < self->postings.starts[end]; i++)
    {
      guint8 *tier = &tiers[POSTING_NUMBER (postings[i])];

      *tier = MIN (*tier, POSTING_TIER (postings[i]));
    }
}

/**
 * rgm_index_new_tiers:
 * @self: an index
 *
 * Returns: (transfer full): a tier for each trial, initially "nowhere"
 */
guint8 *
rgm_index_new_tiers (RgmIndex *self)
{
  guint8 *tiers = g_malloc (self->trials->len + 1);

  memset (tiers, NOWHERE, self->trials->len + 1);

  return tiers;
}

/* The tokens of each trial with their tiers become the trials of each token. */
static void
sort_tokens (RgmIndex *self)
{
  g_autofree guint32 *places = g_new0 (guint32, rgm_token_pool_count (self->tokens) + 1);
  g_autofree TrialItems *spans = g_new (TrialItems, self->trials->len + 1);

  self->order = rgm_index_texts_sort (self->texts, &self->n_tokens);
  for (guint32 i = 0; i < self->n_tokens; i++)
    places[self->order[i]] = i;

  for (guint i = 0; i < self->trials->len; i++)
    {
      const RgmTrialTokens *tokens = rgm_index_texts_get (self->texts, g_ptr_array_index (self->trials, i));

      spans[i] = (TrialItems) { tokens->postings, tokens->n_postings };
    }

  self->postings = invert (spans, self->trials->len, places, self->n_tokens, TRUE);
}

static void
fill_letters (RgmIndex *self)
{
  guint n = self->n_tokens;
  guint first = 0;

  while (first < n)
    {
      gunichar letter = g_utf8_get_char (rgm_token_pool_get (self->tokens, self->order[first]));
      guint8 *tiers = rgm_index_new_tiers (self);
      guint end = first + 1;

      while (end < n && g_utf8_get_char (rgm_token_pool_get (self->tokens, self->order[end])) == letter)
        end++;
      rgm_index_put_tiers (self, tiers, first, end);
      g_hash_table_insert (self->tiers_by_letter, GUINT_TO_POINTER (letter), tiers);
      first = end;
    }
}

/* What each trial has of the vocabulary, and its numbers. */
static void
read_values (RgmIndex *self)
{
  guint n = self->trials->len;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) known = g_hash_table_new_full (given_hash, given_equal, given_free, NULL);
  g_autoptr (GHashTable) measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree TrialItems *spans = g_new (TrialItems, n + 1);
  Builder builder = { .self = self, .values = values, .values_starts = starts, .known = known, .measures = measures };

  for (guint i = 0; i < n; i++)
    {
      RgmTrial *trial = g_ptr_array_index (self->trials, i);

      builder.trial = i;
      g_array_append_val (starts, values->len);
      rgm_trial_values (self->data_set, trial, add_value, &builder);
      rgm_trial_numbers (trial, add_number, &builder);
    }
  g_array_append_val (starts, values->len);

  for (guint i = 0; i < n; i++)
    {
      guint32 start = g_array_index (starts, guint32, i);

      spans[i] = (TrialItems) { &g_array_index (values, guint32, start), g_array_index (starts, guint32, i + 1) - start };
    }
  self->n_values = rgm_search_vocabulary_count (self->vocabulary);
  self->values = invert (spans, n, NULL, self->n_values, FALSE);
}

/**
 * rgm_index_build:
 * @self: an index with trials, their fields and their vocabulary
 *
 * Indexes all text, values and numbers of the trials.
 */
void
rgm_index_build (RgmIndex *self)
{
  self->is_built = TRUE;
  read_values (self);

  rgm_index_texts_read (self->texts, self->data_set);
  rgm_index_texts_add_compounds (self->texts, self->compounds);
  self->tokens = rgm_index_texts_get_tokens (self->texts);
  sort_tokens (self);
  fill_letters (self);
}
