/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-index-texts.h"
#include "rgm-text-normalise.h"
#include "rgm-trial-texts.h"

/* Tokens that no trial has any more stay in the pool; this many are not worth a pool of their own. */
#define WORN_MIN 512

/* Few trials have more texts. */
#define N_TEXTS 128

/* The words of a text that trials share: a row of tokens, and those that are joined from others, with how they are written. */
typedef struct
{
  GArray    *tokens;
  GPtrArray *joined;    /* a folded word and its spelling in turn */
} SharedText;

struct _RgmIndexTexts
{
  gatomicrefcount  n_refs;
  RgmDataSet      *data_set;      /* what was read last */
  RgmTokenPool    *tokens;
  RgmTokenPool    *shared;        /* texts */
  GPtrArray       *shared_texts;  /* of SharedText, by their number */
  GHashTable      *trials;        /* an RgmTrial to its RgmTrialTokens */
  guint32         *order;         /* the tokens that the trials have, in alphabetical order */
  guint            n_order;

  /* While a trial is read: */
  guint32         *postings;
  guint            n_postings;
  guint            room;          /* for so many */
  GArray          *numbers;       /* of shared texts */
  GArray          *seen;          /* by token, where it is in the postings, counted from 1 */
  GByteArray      *plain;         /* by token, whether it is known to have no other form: a bit for a word, and one for joined ones */
  SharedText      *reading;
  const char      *reading_text;
  RgmTier          tier;
};

static void
shared_text_free (gpointer data)
{
  SharedText *text = data;

  g_array_unref (text->tokens);
  g_ptr_array_unref (text->joined);
  g_free (text);
}

static GHashTable *
make_table (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

RgmIndexTexts *
rgm_index_texts_new (void)
{
  RgmIndexTexts *self = g_new0 (RgmIndexTexts, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->tokens = rgm_token_pool_new ();
  self->shared = rgm_token_pool_new ();
  self->shared_texts = g_ptr_array_new_with_free_func (shared_text_free);
  self->trials = make_table ();
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->seen = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->plain = g_byte_array_new ();

  return self;
}

RgmIndexTexts *
rgm_index_texts_ref (RgmIndexTexts *self)
{
  g_atomic_ref_count_inc (&self->n_refs);

  return self;
}

void
rgm_index_texts_unref (RgmIndexTexts *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_clear_object (&self->data_set);
  rgm_token_pool_free (self->tokens);
  rgm_token_pool_free (self->shared);
  g_ptr_array_unref (self->shared_texts);
  g_hash_table_unref (self->trials);
  g_free (self->order);
  g_free (self->postings);
  g_array_unref (self->numbers);
  g_array_unref (self->seen);
  g_byte_array_unref (self->plain);
  g_free (self);
}

/* ── A trial ─────────────────────────────────────────────────────────────────── */

static void
put_token (RgmIndexTexts *self,
           guint32        token)
{
  guint32 posting = POSTING (token, self->tier);
  guint32 *seen;

  if (token >= self->seen->len)
    g_array_set_size (self->seen, MAX (token + 1, self->seen->len * 2));
  seen = &g_array_index (self->seen, guint32, token);

  if (*seen > 0)
    {
      guint32 *before = &self->postings[*seen - 1];

      *before = MIN (*before, posting);
      return;
    }

  if (self->n_postings == self->room)
    {
      self->room = MAX (2 * self->room, 256);
      self->postings = g_renew (guint32, self->postings, self->room);
    }
  self->postings[self->n_postings++] = posting;
  *seen = self->n_postings;
}

static guint32
add_token (RgmIndexTexts *self,
           const RgmWord *word)
{
  guint32 token = rgm_token_pool_add (self->tokens, word->folded);

  if (self->reading == NULL)
    {
      put_token (self, token);
      return token;
    }

  g_array_append_val (self->reading->tokens, token);
  if (word->form == RGM_WORD_JOINED)
    {
      g_ptr_array_add (self->reading->joined, g_strdup (word->folded));
      g_ptr_array_add (self->reading->joined, g_strndup (self->reading_text + word->start, word->end - word->start));
    }

  return token;
}

static void
add_form (const RgmWord *word,
          gpointer       data)
{
  add_token (data, word);
}

/* Most words have only one form, which is found out once. */
static void
add_word (const RgmWord *word,
          gpointer       data)
{
  RgmIndexTexts *self = data;
  guint32 token = add_token (self, word);
  guint8 bit = word->form == RGM_WORD_JOINED ? 2 : 1;
  guint known = self->plain->len;

  if (token >= known)
    {
      g_byte_array_set_size (self->plain, MAX (token + 1, known * 2));
      memset (self->plain->data + known, 0, self->plain->len - known);
    }
  if (!(self->plain->data[token] & bit) && !rgm_text_normalise_forms (word, add_form, self))
    self->plain->data[token] |= bit;
}

/* A text that trials share is split only once. */
static void
add_shared (RgmIndexTexts *self,
            const char    *text)
{
  guint32 number = rgm_token_pool_add (self->shared, text);
  SharedText *shared;

  if (number == self->shared_texts->len)
    {
      self->reading = g_new (SharedText, 1);
      self->reading->tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
      self->reading->joined = g_ptr_array_new_with_free_func (g_free);
      self->reading_text = text;
      g_ptr_array_add (self->shared_texts, self->reading);
      rgm_text_normalise_split (text, add_word, self);
      self->reading = NULL;
    }

  g_array_append_val (self->numbers, number);
  shared = g_ptr_array_index (self->shared_texts, number);
  for (guint i = 0; i < shared->tokens->len; i++)
    put_token (self, g_array_index (shared->tokens, guint32, i));
}

static gboolean
add_text (const char *text,
          RgmTier     tier,
          gboolean    is_shared,
          gpointer    data)
{
  RgmIndexTexts *self = data;

  self->tier = tier;
  if (is_shared)
    add_shared (self, text);
  else
    rgm_text_normalise_split (text, add_word, self);

  return TRUE;
}

static RgmTrialTokens *
read_trial (RgmIndexTexts *self,
            RgmDataSet    *data_set,
            RgmTrial      *trial)
{
  RgmTrialTokens *tokens;

  rgm_trial_texts (data_set, trial, add_text, self);
  tokens = g_malloc (sizeof *tokens + (self->n_postings + self->numbers->len) * sizeof (guint32));
  tokens->n_postings = self->n_postings;
  tokens->postings = (guint32 *) (tokens + 1);
  if (self->n_postings > 0)
    memcpy (tokens->postings, self->postings, self->n_postings * sizeof (guint32));
  tokens->n_shared = self->numbers->len;
  tokens->shared = tokens->postings + tokens->n_postings;
  if (self->numbers->len > 0)
    memcpy (tokens->shared, self->numbers->data, self->numbers->len * sizeof (guint32));

  for (guint i = 0; i < tokens->n_postings; i++)
    g_array_index (self->seen, guint32, POSTING_NUMBER (tokens->postings[i])) = 0;
  self->n_postings = 0;
  g_array_set_size (self->numbers, 0);

  return tokens;
}

/* ── A data set ──────────────────────────────────────────────────────────────── */

static gboolean
is_same_list (const RgmField *field,
              GPtrArray      *one,
              GPtrArray      *other)
{
  if (one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    if (one->pdata[i] != other->pdata[i] &&
        (field->element->is_object || !rgm_record_equal (field->element, one->pdata[i], other->pdata[i])))
      return FALSE;

  return TRUE;
}

/* The texts of a trial have words of the classes and biomarkers that it names by their ids. Of agents, regimens and sources too; but a
 * revision makes anew whatever holds a record that it replaces, so that the trials with another agent are others themselves. */
static gboolean
is_same_by_id (RgmDataSet *one,
               RgmDataSet *other)
{
  for (guint i = 0; i < rgm_data_set_description.n_fields; i++)
    {
      const RgmField *field = &rgm_data_set_description.fields[i];

      if (field->kind == RGM_FIELD_RECORDS && (field->element == &rgm_class_description || field->element == &rgm_biomarker_description) &&
          !is_same_list (field, RGM_FIELD_MEMBER (one, field, GPtrArray *), RGM_FIELD_MEMBER (other, field, GPtrArray *)))
        return FALSE;
    }

  return TRUE;
}

/* A text of a trial, as it is visited. */
typedef struct
{
  const char *text;
  RgmTier     tier;
  gboolean    is_shared;
} TrialText;

static gboolean
collect_text (const char *text,
              RgmTier     tier,
              gboolean    is_shared,
              gpointer    data)
{
  TrialText each = { text, tier, is_shared };

  g_array_append_val ((GArray *) data, each);

  return TRUE;
}

/* Whether two trials say the same. Mostly they share the very texts. */
static gboolean
is_same_text (const GArray *one,
              const GArray *other)
{
  if (one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    {
      const TrialText *a = &g_array_index (one, TrialText, i);
      const TrialText *b = &g_array_index (other, TrialText, i);

      if (a->tier != b->tier || a->is_shared != b->is_shared || (a->text != b->text && !g_str_equal (a->text, b->text)))
        return FALSE;
    }

  return TRUE;
}

/* The tokens that a trial had in the other revision, taken out of @before; NULL if it wasn't there or said something else. A trial that
 * is made anew says the same where what it holds differs in something that isn't sought, such as an agent's mechanism. */
static RgmTrialTokens *
take_tokens (RgmIndexTexts *self,
             GHashTable    *before,
             RgmDataSet    *data_set,
             RgmTrial      *trial,
             gboolean       is_same)
{
  RgmTrial *other = rgm_data_set_find_trial (self->data_set, trial->id);
  gpointer key, tokens;

  if (other == NULL)
    return NULL;
  if (other != trial || !is_same)
    {
      g_autoptr (GArray) texts = g_array_sized_new (FALSE, FALSE, sizeof (TrialText), N_TEXTS);
      g_autoptr (GArray) others = g_array_sized_new (FALSE, FALSE, sizeof (TrialText), N_TEXTS);

      rgm_trial_texts (data_set, trial, collect_text, texts);
      rgm_trial_texts (self->data_set, other, collect_text, others);
      if (!is_same_text (texts, others))
        return NULL;
    }

  if (!g_hash_table_steal_extended (before, other, &key, &tokens))
    return NULL;
  g_object_unref (key);

  return tokens;
}

/**
 * rgm_index_texts_read:
 * @self: the texts of another revision, or none
 * @data_set: a data set
 *
 * From now on @self is of @data_set. Of the tokens that it has already, none gets another number.
 */
void
rgm_index_texts_read (RgmIndexTexts *self,
                      RgmDataSet    *data_set)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->trials);
  gboolean is_same = self->data_set != NULL && is_same_by_id (self->data_set, data_set);

  self->trials = make_table ();
  for (guint i = 0; i < data_set->trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (data_set->trials, i);
      RgmTrialTokens *tokens = self->data_set != NULL ? take_tokens (self, before, data_set, trial, is_same) : NULL;

      if (tokens == NULL)
        tokens = read_trial (self, data_set, trial);
      g_hash_table_insert (self->trials, g_object_ref (trial), tokens);
    }
  g_set_object (&self->data_set, data_set);
}

/* The tokens of a trial of the data set that was read last. */
const RgmTrialTokens *
rgm_index_texts_get (RgmIndexTexts *self,
                     RgmTrial      *trial)
{
  return g_hash_table_lookup (self->trials, trial);
}

RgmTokenPool *
rgm_index_texts_get_tokens (RgmIndexTexts *self)
{
  return self->tokens;
}

/* The bytes with which a token begins, as a number that is in their order. */
typedef struct
{
  guint64 start;
  guint32 token;
} Sorted;

static guint64
get_start (const char *text)
{
  guint64 start = 0;

  for (guint i = 0; i < sizeof start; i++)
    start = start << 8 | (guint8) (*text != '\0' ? *text++ : 0);

  return start;
}

static int
compare_tokens (RgmIndexTexts *self,
                guint32        one,
                guint32        other)
{
  return strcmp (rgm_token_pool_get (self->tokens, one), rgm_token_pool_get (self->tokens, other));
}

static int
compare_sorted (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Sorted *one = a;
  const Sorted *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;

  return compare_tokens (data, one->token, other->token);
}

static void
sort_alphabetically (RgmIndexTexts *self,
                     guint32       *tokens,
                     guint          n)
{
  g_autofree Sorted *sorted = g_new (Sorted, n + 1);

  for (guint i = 0; i < n; i++)
    sorted[i] = (Sorted) { get_start (rgm_token_pool_get (self->tokens, tokens[i])), tokens[i] };
  g_qsort_with_data (sorted, (int) n, sizeof (Sorted), compare_sorted, self);
  for (guint i = 0; i < n; i++)
    tokens[i] = sorted[i].token;
}

/* Those of the order of another revision that are used, and then the others that are; both in alphabetical order. */
static guint32 *
split_used (RgmIndexTexts *self,
            guint8        *used,
            guint         *n_old,
            guint         *n_all)
{
  guint n = rgm_token_pool_count (self->tokens);
  guint32 *both = g_new (guint32, n + 1);

  *n_old = 0;
  for (guint i = 0; i < self->n_order; i++)
    if (used[self->order[i]])
      {
        both[(*n_old)++] = self->order[i];
        used[self->order[i]] = FALSE;
      }
  *n_all = *n_old;
  for (guint32 i = 0; i < n; i++)
    if (used[i])
      both[(*n_all)++] = i;
  sort_alphabetically (self, both + *n_old, *n_all - *n_old);

  return both;
}

/**
 * rgm_index_texts_sort:
 * @self: the texts of a data set
 * @n_tokens: (out): how many different tokens its trials have
 *
 * Returns: (transfer full) (array length=n_tokens): these, in alphabetical order
 */
guint32 *
rgm_index_texts_sort (RgmIndexTexts *self,
                      guint         *n_tokens)
{
  g_autofree guint8 *used = g_new0 (guint8, rgm_token_pool_count (self->tokens) + 1);
  g_autofree guint32 *both = NULL;
  guint n_old, n_all, old = 0, added;
  guint32 *order;

  for (guint i = 0; i < self->data_set->trials->len; i++)
    {
      const RgmTrialTokens *tokens = rgm_index_texts_get (self, g_ptr_array_index (self->data_set->trials, i));

      for (guint j = 0; j < tokens->n_postings; j++)
        used[POSTING_NUMBER (tokens->postings[j])] = TRUE;
    }

  both = split_used (self, used, &n_old, &n_all);
  order = g_new (guint32, n_all + 1);
  added = n_old;
  for (guint i = 0; i < n_all; i++)
    {
      const gboolean is_old = added == n_all || (old < n_old && compare_tokens (self, both[old], both[added]) < 0);

      order[i] = is_old ? both[old++] : both[added++];
    }

  g_free (self->order);
  self->order = g_memdup2 (order, n_all * sizeof (guint32));
  self->n_order = n_all;
  *n_tokens = n_all;

  return order;
}

/* Adds the names that trials share, by their joined form: 'tdxd' is 't dxd'. The first that is written so keeps it. */
void
rgm_index_texts_add_compounds (RgmIndexTexts *self,
                               GHashTable    *compounds)
{
  g_autofree guint8 *is_added = g_new0 (guint8, self->shared_texts->len + 1);

  for (guint i = 0; i < self->data_set->trials->len; i++)
    {
      const RgmTrialTokens *tokens = rgm_index_texts_get (self, g_ptr_array_index (self->data_set->trials, i));

      for (guint j = 0; j < tokens->n_shared; j++)
        {
          GPtrArray *joined = ((const SharedText *) g_ptr_array_index (self->shared_texts, tokens->shared[j]))->joined;

          for (guint k = 0; !is_added[tokens->shared[j]] && k < joined->len; k += 2)
            if (!g_hash_table_contains (compounds, joined->pdata[k]))
              g_hash_table_insert (compounds, g_strdup (joined->pdata[k]), g_strdup (joined->pdata[k + 1]));
          is_added[tokens->shared[j]] = TRUE;
        }
    }
}

/* Whether most of its tokens are of trials that have gone, so that the next revision had better begin anew. */
gboolean
rgm_index_texts_is_worn (RgmIndexTexts *self)
{
  guint n = rgm_token_pool_count (self->tokens);

  return n > WORN_MIN && n / 2 > self->n_order;
}
