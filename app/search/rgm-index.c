/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-fold.h"
#include "rgm-index-private.h"
#include "rgm-trial-texts.h"

G_DEFINE_FINAL_TYPE (RgmIndex, rgm_index, G_TYPE_OBJECT)

static void
rgm_index_finalize (GObject *object)
{
  RgmIndex *self = RGM_INDEX (object);

  g_clear_object (&self->data_set);
  g_clear_pointer (&self->trials, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_strfreev);
  g_clear_pointer (&self->numbers, g_strfreev);
  g_clear_pointer (&self->tokens, g_ptr_array_unref);
  g_clear_pointer (&self->postings, g_ptr_array_unref);
  g_clear_pointer (&self->tiers_by_letter, g_hash_table_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->measures, g_hash_table_unref);

  G_OBJECT_CLASS (rgm_index_parent_class)->finalize (object);
}

static void
rgm_index_class_init (RgmIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_index_finalize;
}

static void
rgm_index_init (RgmIndex *self)
{
  self->tokens = g_ptr_array_new_with_free_func (g_free);
  self->postings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->tiers_by_letter = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

/**
 * rgm_index_new:
 * @data_set: a data set
 *
 * Builds the index: some ten microseconds a trial. May be called in any thread.
 *
 * Returns: (transfer full): the index
 */
RgmIndex *
rgm_index_new (RgmDataSet *data_set)
{
  RgmIndex *self;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);

  self = g_object_new (RGM_TYPE_INDEX, NULL);
  self->data_set = g_object_ref (data_set);
  self->fields = rgm_search_fields (data_set);
  self->numbers = rgm_search_numbers (data_set);

  rgm_index_build (self);

  return self;
}

/* ── Finding ─────────────────────────────────────────────────────────────────── */

/* The first token that doesn't stand before @prefix. */
static guint
find_first (RgmIndex   *self,
            const char *prefix)
{
  guint low = 0;
  guint high = self->tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (g_ptr_array_index (self->tokens, middle), prefix) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
find_prefix (RgmIndex   *self,
             const char *prefix,
             guint8     *tiers)
{
  if (*g_utf8_next_char (prefix) == '\0')
    {
      const guint8 *known = g_hash_table_lookup (self->tiers_by_letter, GUINT_TO_POINTER (g_utf8_get_char (prefix)));

      for (guint i = 0; known != NULL && i < self->trials->len; i++)
        tiers[i] = MIN (tiers[i], known[i]);
      return;
    }

  for (guint i = find_first (self, prefix); i < self->tokens->len; i++)
    {
      if (!g_str_has_prefix (g_ptr_array_index (self->tokens, i), prefix))
        break;
      rgm_index_put_tiers (tiers, g_ptr_array_index (self->postings, i));
    }
}

/* All of the words, each at the beginning of some word; a trial is as good as its worst. */
static guint8 *
find_all (RgmIndex  *self,
          char     **words)
{
  guint8 *tiers = rgm_index_new_tiers (self);

  find_prefix (self, words[0], tiers);
  for (guint i = 1; words[i] != NULL; i++)
    {
      g_autofree guint8 *more = rgm_index_new_tiers (self);

      find_prefix (self, words[i], more);
      for (guint j = 0; j < self->trials->len; j++)
        tiers[j] = MAX (tiers[j], more[j]);
    }

  return tiers;
}

static guint8 *
find_word (RgmIndex      *self,
           const RgmTerm *term)
{
  guint8 *tiers = find_all (self, term->words);

  if (term->words[1] != NULL)
    find_prefix (self, term->joined, tiers);

  return tiers;
}

typedef struct
{
  const char *phrase;
  guint8      tier;
} Phrase;

static gboolean
look_for_phrase (const char *text,
                 RgmTier     tier,
                 gpointer    data)
{
  Phrase *phrase = data;
  g_autofree char *whole = rgm_fold_whole (text);
  gsize length = strlen (phrase->phrase);

  for (const char *at = strstr (whole, phrase->phrase); at != NULL; at = strstr (at + 1, phrase->phrase))
    if ((at == whole || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      {
        phrase->tier = MIN (phrase->tier, (guint8) tier);
        break;
      }

  return phrase->tier != RGM_TIER_NAME;
}

/* Only trials with all of the words can have the phrase. */
static guint8 *
find_phrase (RgmIndex      *self,
             const RgmTerm *term)
{
  guint8 *tiers = find_all (self, term->words);

  for (guint i = 0; i < self->trials->len; i++)
    {
      Phrase phrase = { term->value, NOWHERE };

      if (tiers[i] == NOWHERE)
        continue;
      rgm_trial_texts (self->data_set, g_ptr_array_index (self->trials, i), look_for_phrase, &phrase);
      tiers[i] = phrase.tier;
    }

  return tiers;
}

/* A name that is left out is left out as a name: '-heracles-a' isn't every trial that says
 * 'heracles' somewhere and a word with an a elsewhere. */
static guint8 *
find_name (RgmIndex      *self,
           const RgmTerm *term)
{
  g_autofree char *value = g_strjoinv (" ", term->words);
  const RgmTerm phrase = { .kind = RGM_TERM_PHRASE, .words = term->words, .value = value };
  guint8 *tiers = find_phrase (self, &phrase);

  find_prefix (self, term->joined, tiers);

  return tiers;
}

static void
put_trials (RgmIndex   *self,
            const char *field,
            const char *mark,
            const char *value,
            RgmBits    *bits)
{
  g_autofree char *key = g_strconcat (field, mark, value, NULL);
  const GArray *trials = g_hash_table_lookup (self->values, key);

  for (guint i = 0; trials != NULL && i < trials->len; i++)
    rgm_bits_add (bits, g_array_index (trials, guint32, i));
}

/* '2' and 'II' are one phase, and so are '1/2' and 'I/II'. */
static char *
fold_phase (const char *value)
{
  static const char *const romans[] = { "i", "ii", "iii", "iv" };
  g_auto (GStrv) parts = g_strsplit (value, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] >= '1' && parts[i][0] <= '4' && parts[i][1] == '\0')
      {
        const char *roman = romans[parts[i][0] - '1'];

        g_free (parts[i]);
        parts[i] = g_strdup (roman);
      }

  return g_strjoinv (" ", parts);
}

static void
find_field (RgmIndex      *self,
            const RgmTerm *term,
            RgmBits       *bits)
{
  if (g_str_equal (term->field, "phase"))
    {
      g_autofree char *phase = fold_phase (term->value);

      put_trials (self, term->field, AS_IT_STANDS, phase, bits);
      return;
    }

  put_trials (self, term->field, AS_IT_STANDS, term->value, bits);
  put_trials (self, term->field, JOINED, term->joined, bits);
}

static gboolean
is_fulfilled (double        number,
              RgmComparison comparison,
              double        limit)
{
  switch (comparison)
    {
    case RGM_COMPARISON_ABOVE:
      return number > limit;
    case RGM_COMPARISON_AT_LEAST:
      return number >= limit;
    case RGM_COMPARISON_BELOW:
      return number < limit;
    case RGM_COMPARISON_AT_MOST:
      return number <= limit;
    case RGM_COMPARISON_EQUAL:
    default:
      return number == limit;
    }
}

static void
find_number (RgmIndex      *self,
             const RgmTerm *term,
             RgmBits       *bits)
{
  const GArray *measures = g_hash_table_lookup (self->measures, term->field);

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      const Measure *measure = &g_array_index (measures, Measure, i);

      if (is_fulfilled (measure->number, term->comparison, term->number))
        rgm_bits_add (bits, measure->trial);
    }
}

/* The trials that fulfil a term; @tiers is set where it can be fulfilled better or worse. */
static RgmBits *
find_term (RgmIndex       *self,
           const RgmTerm  *term,
           guint8        **tiers)
{
  RgmBits *bits;

  *tiers = NULL;
  switch (term->kind)
    {
    case RGM_TERM_FIELD:
      bits = rgm_bits_new (self->trials->len);
      find_field (self, term, bits);
      return bits;
    case RGM_TERM_NUMBER:
      bits = rgm_bits_new (self->trials->len);
      find_number (self, term, bits);
      return bits;
    case RGM_TERM_PHRASE:
      *tiers = find_phrase (self, term);
      break;
    case RGM_TERM_WORD:
    default:
      *tiers = term->is_negated && term->words[1] != NULL ? find_name (self, term) : find_word (self, term);
      break;
    }

  /* NOWHERE is above 127, every tier below. */
  return rgm_bits_new_low (*tiers, self->trials->len);
}

/* A sum that stays where it would go over, as bytes do not by themselves. */
static void
add_ranks (guint8       *ranks,
           const guint8 *tiers,
           guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      guint8 sum = (guint8) (ranks[i] + tiers[i]);

      ranks[i] = sum < tiers[i] ? NOWHERE : sum;
    }
}

/**
 * rgm_index_find:
 * @self: an index
 * @query: a query
 * @without: the number of a term that is left out, or -1
 * @found: (out caller-allocates): what was found
 *
 * Finds the trials that fulfil every term of a query.
 */
void
rgm_index_find (RgmIndex       *self,
                const RgmQuery *query,
                int             without,
                RgmFound       *found)
{
  g_return_if_fail (RGM_IS_INDEX (self));
  g_return_if_fail (query != NULL);

  found->trials = rgm_bits_new (self->trials->len);
  found->ranks = NULL;
  rgm_bits_fill (found->trials);

  for (guint i = 0; i < rgm_query_get_n_terms (query); i++)
    {
      const RgmTerm *term = rgm_query_get_term (query, i);
      g_autofree guint8 *tiers = NULL;
      g_autoptr (RgmBits) bits = NULL;

      if ((int) i == without)
        continue;

      bits = find_term (self, term, &tiers);
      if (term->is_negated)
        {
          rgm_bits_remove (found->trials, bits);
          continue;
        }

      rgm_bits_keep (found->trials, bits);
      if (tiers == NULL)
        continue;
      if (found->ranks == NULL)
        found->ranks = g_steal_pointer (&tiers);
      else
        add_ranks (found->ranks, tiers, self->trials->len);
    }
}

/**
 * rgm_index_find_value:
 * @self: an index
 * @field: the name of a field
 * @value: one of its values, as the data set writes it
 *
 * Returns: (transfer full): the trials that have the value in the field
 */
RgmBits *
rgm_index_find_value (RgmIndex   *self,
                      const char *field,
                      const char *value)
{
  RgmBits *bits;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (RGM_IS_INDEX (self), NULL);

  bits = rgm_bits_new (self->trials->len);
  folded = rgm_fold_whole (value);
  put_trials (self, field, AS_IT_STANDS, folded, bits);

  return bits;
}

/**
 * rgm_index_parse:
 * @self: an index
 * @text: what was typed
 * @error: the return location for an error
 *
 * Takes a query apart, with the fields of the data set; see rgm_query_parse().
 *
 * Returns: (transfer full) (nullable): the query, or %NULL with @error set
 */
RgmQuery *
rgm_index_parse (RgmIndex    *self,
                 const char  *text,
                 GError     **error)
{
  g_return_val_if_fail (RGM_IS_INDEX (self), NULL);

  return rgm_query_parse (text, (const char *const *) self->fields, (const char *const *) self->numbers, error);
}

/**
 * rgm_index_get_data_set:
 * @self: an index
 *
 * Returns: (transfer none): the data set
 */
RgmDataSet *
rgm_index_get_data_set (RgmIndex *self)
{
  g_return_val_if_fail (RGM_IS_INDEX (self), NULL);

  return self->data_set;
}

/**
 * rgm_index_get_size:
 * @self: an index
 *
 * Returns: how many trials there are
 */
guint
rgm_index_get_size (RgmIndex *self)
{
  g_return_val_if_fail (RGM_IS_INDEX (self), 0);

  return self->trials->len;
}

/**
 * rgm_index_get_trial:
 * @self: an index
 * @position: a trial's place in the data set
 *
 * Returns: (transfer none): the trial
 */
RgmTrial *
rgm_index_get_trial (RgmIndex *self,
                     guint     position)
{
  g_return_val_if_fail (RGM_IS_INDEX (self), NULL);
  g_return_val_if_fail (position < self->trials->len, NULL);

  return g_ptr_array_index (self->trials, position);
}

/**
 * rgm_found_clear:
 * @self: what was found
 */
void
rgm_found_clear (RgmFound *self)
{
  g_clear_pointer (&self->trials, rgm_bits_free);
  g_clear_pointer (&self->ranks, g_free);
}
