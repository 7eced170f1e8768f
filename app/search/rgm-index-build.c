/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-index-private.h"
#include "rgm-text-normalise.h"
#include "rgm-trial-texts.h"

/* Everything is counted first and filled in afterwards, so that no token or value needs a growing array of its own.
 *
 * @stream: the tokens of each trial with their tiers, trial by trial;
 * @seen: by token, the position in the stream after its latest entry;
 * @shared: texts that many trials share, each split only once; its tokens begin at @shared_starts in @shared_tokens;
 * @sharing: the one being split.
 */
typedef struct
{
  RgmIndex     *self;
  guint         trial;
  RgmTier       tier;

  GArray       *stream;
  GArray       *seen;
  guint         trial_start;
  GArray       *stream_starts;

  RgmTokenPool *shared;
  GArray       *shared_starts;
  GArray       *shared_tokens;
  const char   *sharing;

  GArray       *values;
  GArray       *values_starts;
} Builder;

static void
put_token (Builder *builder,
           guint32  token)
{
  guint32 posting = POSTING (token, builder->tier);
  guint32 *seen;

  if (token >= builder->seen->len)
    g_array_set_size (builder->seen, MAX (token + 1, builder->seen->len * 2));
  seen = &g_array_index (builder->seen, guint32, token);

  if (*seen > builder->trial_start)
    {
      guint32 *before = &g_array_index (builder->stream, guint32, *seen - 1);

      *before = MIN (*before, posting);
      return;
    }

  g_array_append_val (builder->stream, posting);
  *seen = builder->stream->len;
}

static void
add_token (const RgmWord *word,
           gpointer       data)
{
  Builder *builder = data;
  guint32 token = rgm_token_pool_add (builder->self->tokens, word->folded);

  if (builder->sharing == NULL)
    {
      put_token (builder, token);
      return;
    }

  g_array_append_val (builder->shared_tokens, token);
  if (word->form == RGM_WORD_JOINED && !g_hash_table_contains (builder->self->compounds, word->folded))
    g_hash_table_insert (builder->self->compounds, g_strdup (word->folded),
                         g_strndup (builder->sharing + word->start, word->end - word->start));
}

static void
add_shared (Builder    *builder,
            const char *text)
{
  guint n = rgm_token_pool_count (builder->shared);
  guint32 number = rgm_token_pool_add (builder->shared, text);
  guint32 end;

  if (number == n)
    {
      builder->sharing = text;
      rgm_text_normalise_words (text, add_token, builder);
      builder->sharing = NULL;
      g_array_append_val (builder->shared_starts, builder->shared_tokens->len);
    }

  end = g_array_index (builder->shared_starts, guint32, number + 1);
  for (guint32 i = g_array_index (builder->shared_starts, guint32, number); i < end; i++)
    put_token (builder, g_array_index (builder->shared_tokens, guint32, i));
}

static gboolean
add_text (const char *text,
          RgmTier     tier,
          gboolean    is_shared,
          gpointer    data)
{
  Builder *builder = data;

  builder->tier = tier;
  if (is_shared)
    add_shared (builder, text);
  else
    rgm_text_normalise_words (text, add_token, builder);

  return TRUE;
}

static void
add_value (const char *field,
           const char *id,
           gboolean    is_listed,
           gpointer    data)
{
  Builder *builder = data;
  g_autofree char *name = rgm_text_normalise (field);
  const RgmSearchValue *value = rgm_search_vocabulary_add (builder->self->vocabulary, name, id, is_listed);
  guint32 start = g_array_index (builder->values_starts, guint32, builder->values_starts->len - 1);
  guint32 number;

  /* A source may word a status as the registry does. */
  if (!is_listed)
    value = rgm_search_vocabulary_find (builder->self->vocabulary, name, id);
  number = value->number;

  for (guint32 i = start; i < builder->values->len; i++)
    if (g_array_index (builder->values, guint32, i) == number)
      return;
  g_array_append_val (builder->values, number);
}

static void
add_number (const char *field,
            double      number,
            gpointer    data)
{
  Builder *builder = data;
  g_autofree char *name = rgm_text_normalise (field);
  GArray *measures = g_hash_table_lookup (builder->self->measures, name);
  Measure measure = { builder->trial, number };

  if (measures == NULL)
    {
      measures = g_array_new (FALSE, FALSE, sizeof (Measure));
      g_hash_table_insert (builder->self->measures, g_steal_pointer (&name), measures);
    }
  g_array_append_val (measures, measure);
}

/* Inverts "what each trial has" into "which trials have it". @rows gives the row of each entry; the tier travels with the trial. */
static RgmRows
invert (const GArray  *stream,
        const GArray  *stream_starts,
        const guint32 *rows,
        guint          n_rows,
        gboolean       has_tiers)
{
  RgmRows result = { g_new0 (guint32, n_rows + 2), g_new (guint32, stream->len + 1) };
  guint32 *next = result.starts + 1;
  guint shift = has_tiers ? 2 : 0;

  for (guint i = 0; i < stream->len; i++)
    {
      guint32 number = g_array_index (stream, guint32, i) >> shift;

      next[(rows != NULL ? rows[number] : number) + 1]++;
    }
  for (guint i = 1; i <= n_rows; i++)
    next[i] += next[i - 1];

  for (guint trial = 0; trial + 1 < stream_starts->len; trial++)
    for (guint32 i = g_array_index (stream_starts, guint32, trial); i < g_array_index (stream_starts, guint32, trial + 1); i++)
      {
        guint32 entry = g_array_index (stream, guint32, i);
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
      guint8 *tier = &tiers[POSTING_TRIAL (postings[i])];

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

static int
compare_tokens (gconstpointer a,
                gconstpointer b,
                gpointer      pool)
{
  return strcmp (rgm_token_pool_get (pool, *(const guint32 *) a), rgm_token_pool_get (pool, *(const guint32 *) b));
}

static void
sort_tokens (Builder *builder)
{
  RgmIndex *self = builder->self;
  guint n = rgm_token_pool_count (self->tokens);
  g_autofree guint32 *places = g_new (guint32, n + 1);

  self->order = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) n, sizeof (guint32), compare_tokens, self->tokens);
  for (guint32 i = 0; i < n; i++)
    places[self->order[i]] = i;

  self->postings = invert (builder->stream, builder->stream_starts, places, n, TRUE);
}

static void
fill_letters (RgmIndex *self)
{
  guint n = rgm_token_pool_count (self->tokens);
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

/**
 * rgm_index_build:
 * @self: an index with trials, their fields and their vocabulary
 *
 * Indexes all text, values and numbers of the trials.
 */
void
rgm_index_build (RgmIndex *self)
{
  guint n = self->trials->len;
  guint32 zero = 0;
  g_autoptr (GArray) stream = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) stream_starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) seen = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_autoptr (RgmTokenPool) shared = rgm_token_pool_new ();
  g_autoptr (GArray) shared_starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) shared_tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) values_starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  Builder builder = {
    .self = self, .stream = stream, .stream_starts = stream_starts, .seen = seen, .shared = shared, .shared_starts = shared_starts,
    .shared_tokens = shared_tokens, .values = values, .values_starts = values_starts,
  };

  g_array_append_val (shared_starts, zero);
  self->is_built = TRUE;
  for (guint i = 0; i < n; i++)
    {
      RgmTrial *trial = g_ptr_array_index (self->trials, i);

      builder.trial = i;
      builder.trial_start = stream->len;
      g_array_append_val (stream_starts, stream->len);
      g_array_append_val (values_starts, values->len);
      rgm_trial_texts (self->data_set, trial, add_text, &builder);
      rgm_trial_values (self->data_set, trial, add_value, &builder);
      rgm_trial_numbers (trial, add_number, &builder);
    }
  g_array_append_val (stream_starts, stream->len);
  g_array_append_val (values_starts, values->len);

  rgm_token_pool_freeze (self->tokens);
  sort_tokens (&builder);
  fill_letters (self);
  self->n_values = rgm_search_vocabulary_count (self->vocabulary);
  self->values = invert (values, values_starts, NULL, self->n_values, FALSE);
}
