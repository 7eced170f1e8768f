/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-fold.h"
#include "rgm-index.h"
#include "rgm-trial-texts.h"

/* A trial that a token stands in, with the best tier of the texts that it stands in. */
#define POSTING(trial, tier) ((guint32) (trial) << 2 | (guint32) (tier))
#define POSTING_TRIAL(posting) ((posting) >> 2)
#define POSTING_TIER(posting) ((guint8) ((posting) & 3))

/* Where a word wasn't found. */
#define NOWHERE 255

/* The values of fields: how a value is looked up, as it stands or with its joints out. */
#define AS_IT_STANDS "\001"
#define JOINED "\002"

/* A number that an arm of a trial has. */
typedef struct
{
  guint32 trial;
  double  number;
} Measure;

struct _RgmIndex
{
  GObject      parent_instance;

  RgmDataSet  *data_set;
  GPtrArray   *trials;
  char       **fields;
  char       **numbers;

  /* The tokens in order, each with its postings in order. */
  GPtrArray   *tokens;
  GPtrArray   *postings;

  /* The tiers of all words that begin with a character: what is typed first finds most. */
  GHashTable  *tiers_by_letter;

  GHashTable  *values;
  GHashTable  *measures;
};

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

/* ── Building ────────────────────────────────────────────────────────────────── */

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

static void
put_tiers (guint8       *tiers,
           const GArray *postings)
{
  for (guint i = 0; i < postings->len; i++)
    {
      guint32 posting = g_array_index (postings, guint32, i);
      guint8 *tier = &tiers[POSTING_TRIAL (posting)];

      *tier = MIN (*tier, POSTING_TIER (posting));
    }
}

static guint8 *
new_tiers (RgmIndex *self)
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
          tiers = new_tiers (self);
          g_hash_table_insert (self->tiers_by_letter, letter, tiers);
        }
      put_tiers (tiers, postings);
    }
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
  g_autoptr (GHashTable) tokens = NULL;
  RgmIndex *self;
  GListModel *trials;
  Builder builder;
  guint n;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);

  self = g_object_new (RGM_TYPE_INDEX, NULL);
  self->data_set = g_object_ref (data_set);
  self->fields = rgm_search_fields (data_set);
  self->numbers = rgm_search_numbers (data_set);

  trials = rgm_data_set_get_trials (data_set);
  n = g_list_model_get_n_items (trials);
  self->trials = g_ptr_array_new_full (n, g_object_unref);

  tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  builder = (Builder) { .self = self, .tokens = tokens };
  for (guint i = 0; i < n; i++)
    {
      RgmTrial *trial = g_list_model_get_item (trials, i);

      g_ptr_array_add (self->trials, trial);
      builder.trial = i;
      rgm_trial_texts (data_set, trial, add_text, &builder);
      rgm_trial_values (data_set, trial, add_value, &builder);
      rgm_trial_numbers (trial, add_number, &builder);
    }

  sort_tokens (self, tokens);

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
      put_tiers (tiers, g_ptr_array_index (self->postings, i));
    }
}

/* All of the words, each at the beginning of some word; a trial is as good as its worst. */
static guint8 *
find_all (RgmIndex  *self,
          char     **words)
{
  guint8 *tiers = new_tiers (self);

  find_prefix (self, words[0], tiers);
  for (guint i = 1; words[i] != NULL; i++)
    {
      g_autofree guint8 *more = new_tiers (self);

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
  RgmBits *bits = rgm_bits_new (self->trials->len);

  *tiers = NULL;
  switch (term->kind)
    {
    case RGM_TERM_FIELD:
      find_field (self, term, bits);
      return bits;
    case RGM_TERM_NUMBER:
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

  for (guint i = 0; i < self->trials->len; i++)
    if ((*tiers)[i] != NOWHERE)
      rgm_bits_add (bits, i);

  return bits;
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
        found->ranks = g_malloc0 (self->trials->len + 1);
      for (guint j = 0; j < self->trials->len; j++)
        found->ranks[j] = (guint8) MIN (found->ranks[j] + tiers[j], NOWHERE);
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
