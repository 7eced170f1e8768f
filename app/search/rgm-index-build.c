/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-fold.h"
#include "rgm-index-private.h"
#include "rgm-trial-texts.h"

typedef struct
{
  RgmIndex   *self;
  GHashTable *tokens;
  guint       trial;
  RgmTier     tier;
} Builder;

static GArray *
get_array (GHashTable *table,
           const char *key,
           gsize       size)
{
  GArray *array = g_hash_table_lookup (table, key);

  if (array == NULL)
    {
      array = g_array_new (FALSE, FALSE, (guint) size);
      g_hash_table_insert (table, g_strdup (key), array);
    }

  return array;
}

static void
add_token (const RgmWord *word,
           gpointer       data)
{
  Builder *builder = data;
  GArray *postings = get_array (builder->tokens, word->folded, sizeof (guint32));
  guint32 posting = POSTING (builder->trial, builder->tier);

  if (postings->len > 0)
    {
      guint32 *last = &g_array_index (postings, guint32, postings->len - 1);

      if (POSTING_TRIAL (*last) == builder->trial)
        {
          *last = MIN (*last, posting);
          return;
        }
    }

  g_array_append_val (postings, posting);
}

static gboolean
add_text (const char *text,
          RgmTier     tier,
          gpointer    data)
{
  Builder *builder = data;

  builder->tier = tier;
  rgm_fold_words (text, add_token, builder);

  return TRUE;
}

static void
add_value_key (Builder    *builder,
               const char *field,
               const char *mark,
               char       *value)
{
  g_autofree char *key = g_strconcat (field, mark, value, NULL);
  GArray *trials = get_array (builder->self->values, key, sizeof (guint32));

  if (trials->len == 0 || g_array_index (trials, guint32, trials->len - 1) != builder->trial)
    g_array_append_val (trials, builder->trial);
}

static void
add_value (const char *field,
           const char *value,
           gboolean    is_name,
           gpointer    data)
{
  g_autofree char *folded = rgm_fold_whole (value);

  add_value_key (data, field, AS_IT_STANDS, folded);
  if (is_name)
    {
      g_autofree char *joined = rgm_fold_joined (value);

      add_value_key (data, field, JOINED, joined);
    }
}

static void
add_number (const char *field,
            double      number,
            gpointer    data)
{
  Builder *builder = data;
  g_autofree char *name = rgm_fold (field);
  GArray *measures = get_array (builder->self->measures, name, sizeof (Measure));
  Measure measure = { builder->trial, number };

  g_array_append_val (measures, measure);
}

/**
 * rgm_index_put_tiers:
 * @tiers: a tier for each trial
 * @postings: the trials that a token stands in
 *
 * Betters the tiers by those of a token.
 */
void
rgm_index_put_tiers (guint8       *tiers,
                     const GArray *postings)
{
  for (guint i = 0; i < postings->len; i++)
    {
      guint32 posting = g_array_index (postings, guint32, i);
      guint8 *tier = &tiers[POSTING_TRIAL (posting)];

      *tier = MIN (*tier, POSTING_TIER (posting));
    }
}

/**
 * rgm_index_new_tiers:
 * @self: an index
 *
 * Returns: (transfer full): a tier for each trial: nowhere yet
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
                gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* From a table to arrays in order, in which the words with a prefix stand together. */
static void
sort_tokens (RgmIndex   *self,
             GHashTable *tokens)
{
  GHashTableIter iter;
  gpointer token;

  g_hash_table_iter_init (&iter, tokens);
  while (g_hash_table_iter_next (&iter, &token, NULL))
    g_ptr_array_add (self->tokens, g_strdup (token));
  g_ptr_array_sort (self->tokens, compare_tokens);

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const char *each = g_ptr_array_index (self->tokens, i);
      GArray *postings = g_hash_table_lookup (tokens, each);
      gpointer letter = GUINT_TO_POINTER (g_utf8_get_char (each));
      guint8 *tiers = g_hash_table_lookup (self->tiers_by_letter, letter);

      g_ptr_array_add (self->postings, g_array_ref (postings));
      if (tiers == NULL)
        {
          tiers = rgm_index_new_tiers (self);
          g_hash_table_insert (self->tiers_by_letter, letter, tiers);
        }
      rgm_index_put_tiers (tiers, postings);
    }
}

/**
 * rgm_index_build:
 * @self: an index with a data set and nothing else
 *
 * Goes through all that its trials say.
 */
void
rgm_index_build (RgmIndex *self)
{
  GListModel *trials = rgm_data_set_get_trials (self->data_set);
  guint n = g_list_model_get_n_items (trials);
  g_autoptr (GHashTable) tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  Builder builder = { .self = self, .tokens = tokens };

  self->trials = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      RgmTrial *trial = g_list_model_get_item (trials, i);

      g_ptr_array_add (self->trials, trial);
      builder.trial = i;
      rgm_trial_texts (self->data_set, trial, add_text, &builder);
      rgm_trial_values (self->data_set, trial, add_value, &builder);
      rgm_trial_numbers (trial, add_number, &builder);
    }

  sort_tokens (self, tokens);
}
