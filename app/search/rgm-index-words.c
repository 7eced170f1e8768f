/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-did-you-mean.h"
#include "rgm-index-private.h"
#include "rgm-text-normalise.h"
#include "rgm-trial-texts.h"

/* A number with at least this many digits may be a registration number. */
#define REGISTRATION_DIGITS 5

static const char *
get_token (RgmIndex *self,
           guint     place)
{
  return rgm_token_pool_get (self->tokens, self->order[place]);
}

/* The first token at or after @text or, with @is_end, after every token that begins with it. */
static guint
find_place (RgmIndex   *self,
            const char *text,
            gboolean    is_end)
{
  gsize length = strlen (text);
  guint low = 0;
  guint high = self->n_tokens;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const char *token = get_token (self, middle);

      if (is_end ? strncmp (token, text, length) <= 0 : strcmp (token, text) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * rgm_index_find_range:
 * @self: an index
 * @prefix: the beginning of tokens
 * @first: (out): the place of the first of them in the order
 * @end: (out): the rank after the last
 */
void
rgm_index_find_range (RgmIndex   *self,
                      const char *prefix,
                      guint      *first,
                      guint      *end)
{
  *first = find_place (self, prefix, FALSE);
  *end = find_place (self, prefix, TRUE);
}

/**
 * rgm_index_has_token:
 * @self: an index
 * @token: a folded word
 *
 * Returns: whether some trial contains it as a whole word
 */
gboolean
rgm_index_has_token (RgmIndex   *self,
                     const char *token)
{
  guint place = find_place (self, token, FALSE);

  return place < self->n_tokens && g_str_equal (get_token (self, place), token);
}

/* A numeral matches as a whole: '30' is no prefix of '305', nor II of III. */
static gboolean
is_numeral (const char *word)
{
  return word[strspn (word, "0123456789.")] == '\0' || g_str_equal (word, "ii") || g_str_equal (word, "iii") || g_str_equal (word, "iv");
}

/**
 * rgm_index_find_prefix:
 * @self: an index
 * @prefix: the beginning of a word, folded; a numeral counts as a whole
 * @tiers: a tier for each trial, improved by those of the matching words
 */
void
rgm_index_find_prefix (RgmIndex   *self,
                       const char *prefix,
                       guint8     *tiers)
{
  guint first, end;

  if (is_numeral (prefix))
    {
      if (rgm_index_has_token (self, prefix))
        {
          first = find_place (self, prefix, FALSE);
          rgm_index_put_tiers (self, tiers, first, first + 1);
        }
      return;
    }

  if (*g_utf8_next_char (prefix) == '\0')
    {
      const guint8 *known = g_hash_table_lookup (self->tiers_by_letter, GUINT_TO_POINTER (g_utf8_get_char (prefix)));

      for (guint i = 0; known != NULL && i < self->trials->len; i++)
        tiers[i] = MIN (tiers[i], known[i]);
      return;
    }

  rgm_index_find_range (self, prefix, &first, &end);
  rgm_index_put_tiers (self, tiers, first, end);
}

static void find_apart (RgmIndex   *self,
                        const char *word,
                        guint8     *tiers);

/* A word as typed, and in its alternative forms. */
static void
find_spellings (RgmIndex   *self,
                const char *word,
                guint8     *tiers)
{
  g_autofree char *spelled = rgm_text_normalise_spell (word);

  rgm_index_find_prefix (self, word, tiers);
  if (spelled != NULL)
    rgm_index_find_prefix (self, spelled, tiers);
  if (g_ascii_isdigit (word[0]))
    find_apart (self, word, tiers);
}

/**
 * rgm_index_find_all:
 * @self: an index
 * @words: (array zero-terminated=1): words, folded
 *
 * Finds the trials that contain every word as a prefix; a trial's tier is that of its worst match.
 *
 * Returns: (transfer full): a tier for each trial
 */
guint8 *
rgm_index_find_all (RgmIndex  *self,
                    char     **words)
{
  guint8 *tiers = rgm_index_new_tiers (self);

  find_spellings (self, words[0], tiers);
  for (guint i = 1; words[i] != NULL; i++)
    {
      g_autofree guint8 *more = rgm_index_new_tiers (self);

      find_spellings (self, words[i], more);
      for (guint j = 0; j < self->trials->len; j++)
        tiers[j] = MAX (tiers[j], more[j]);
    }

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
                 gboolean    is_shared,
                 gpointer    data)
{
  Phrase *phrase = data;
  g_autofree char *whole = rgm_text_normalise_whole (text);
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
find_phrase (RgmIndex    *self,
             char       **words,
             const char  *value)
{
  guint8 *tiers = rgm_index_find_all (self, words);

  for (guint i = 0; i < self->trials->len; i++)
    {
      Phrase phrase = { value, NOWHERE };

      if (tiers[i] == NOWHERE)
        continue;
      rgm_trial_texts (self->data_set, g_ptr_array_index (self->trials, i), look_for_phrase, &phrase);
      tiers[i] = phrase.tier;
    }

  return tiers;
}

/* Where a number's unit begins ('5mg', '5.4mg'); 0 if @text is no number with a unit. */
static gsize
find_unit (const char *word)
{
  gsize digits = strspn (word, "0123456789.");
  gsize letters = strspn (word + digits, "abcdefghijklmnopqrstuvwxyz");

  return digits > 0 && letters > 0 && letters <= 5 && word[digits + letters] == '\0' ? digits : 0;
}

/* A number and its unit may also be separated by a blank. */
static void
find_apart (RgmIndex   *self,
            const char *word,
            guint8     *tiers)
{
  gsize digits = find_unit (word);
  g_autofree char *number = g_strndup (word, digits);
  g_autofree char *phrase = g_strconcat (number, " ", word + digits, NULL);
  char *words[] = { number, (char *) word + digits, NULL };
  g_autofree guint8 *apart = NULL;

  if (digits == 0)
    return;
  apart = find_phrase (self, words, phrase);
  for (guint i = 0; i < self->trials->len; i++)
    tiers[i] = MIN (tiers[i], apart[i]);
}

/* The digits of a registration number, without its prefix and leading zeros. */
static const char *
get_digits (const char *number)
{
  const char *digits = number + strcspn (number, "0123456789");

  return digits + strspn (digits, "0");
}

/**
 * rgm_index_find_registration:
 * @self: an index
 * @word: what may be a registration number, folded and joined
 * @tiers: (inout): a tier for each trial
 *
 * Matches a registration number without its prefix or leading zeros from its end.
 */
void
rgm_index_find_registration (RgmIndex   *self,
                             const char *word,
                             guint8     *tiers)
{
  gsize letters = strspn (word, "abcdefghijklmnopqrstuvwxyz");
  const char *digits = get_digits (word);

  if (strlen (word + letters) < REGISTRATION_DIGITS || word[letters + strspn (word + letters, "0123456789")] != '\0' || digits[0] == '\0')
    return;

  for (guint i = 0; i < self->trials->len; i++)
    {
      char **registrations = ((RgmTrial *) g_ptr_array_index (self->trials, i))->registrations;

      for (guint j = 0; registrations[j] != NULL; j++)
        if (g_str_has_suffix (get_digits (registrations[j]), digits) &&
            (letters == 0 || g_ascii_strncasecmp (registrations[j], word, letters) == 0))
          tiers[i] = RGM_TIER_NAME;
    }
}

static gboolean
is_anywhere (RgmIndex     *self,
             const guint8 *tiers)
{
  for (guint i = 0; i < self->trials->len; i++)
    if (tiers[i] != NOWHERE)
      return TRUE;

  return FALSE;
}

static guint8 *
find_word (RgmIndex      *self,
           const RgmTerm *term)
{
  guint8 *tiers = rgm_index_find_all (self, term->words);

  if (term->words[1] != NULL)
    rgm_index_find_prefix (self, term->joined, tiers);
  if (!is_anywhere (self, tiers))
    rgm_index_find_registration (self, term->joined, tiers);

  return tiers;
}

/* A negated name is excluded as a whole name: '-heracles-a' doesn't exclude every trial that contains 'heracles' and, elsewhere, a
   word with an a. */
static guint8 *
find_name (RgmIndex      *self,
           const RgmTerm *term)
{
  g_autofree char *value = rgm_text_normalise_whole (term->text + 1);
  guint8 *tiers = find_phrase (self, term->words, value);

  rgm_index_find_prefix (self, term->joined, tiers);

  return tiers;
}

/**
 * rgm_index_find_text:
 * @self: an index
 * @term: a word or a phrase
 *
 * Returns: (transfer full): a tier for each trial
 */
guint8 *
rgm_index_find_text (RgmIndex      *self,
                     const RgmTerm *term)
{
  if (term->kind == RGM_TERM_PHRASE)
    return find_phrase (self, term->words, term->value);

  return term->is_negated && term->words[1] != NULL ? find_name (self, term) : find_word (self, term);
}

/* One bit for each letter that a word contains. */
static guint32
get_letters (const char *word)
{
  guint32 letters = 0;

  for (; *word != '\0'; word++)
    letters |= 1u << (*word & 31);

  return letters;
}

/* Whether the token at @place names a trial or one of its treatments. */
static gboolean
is_name (RgmIndex *self,
         guint     place)
{
  for (guint32 i = self->postings.starts[place]; i < self->postings.starts[place + 1]; i++)
    if (POSTING_TIER (self->postings.items[i]) != RGM_TIER_REST)
      return TRUE;

  return FALSE;
}

/**
 * rgm_index_find_near:
 * @self: an index
 * @word: a normalised word without a match
 *
 * Returns: (transfer none) (nullable): the word of the data set that it is probably a typo for; names come first
 */
const char *
rgm_index_find_near (RgmIndex   *self,
                     const char *word)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  gsize length = strlen (word);
  guint32 letters = get_letters (word);
  const char *near;

  rgm_index_need (self);

  /* Every three-letter word resembles some other. */
  if (length < 4)
    return NULL;

  /* Two edits change at most four letters, so words that differ more needn't be compared. */
  for (guint i = 0; i < self->n_tokens; i++)
    {
      const char *token = get_token (self, i);
      gsize other = strlen (token);

      if (other + 2 < length || length + 2 < other || __builtin_popcount (letters ^ get_letters (token)) > 4)
        continue;
      g_ptr_array_add (is_name (self, i) ? names : others, (gpointer) token);
    }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (others, NULL);

  near = rgm_did_you_mean (word, (const char *const *) names->pdata);

  return near != NULL ? near : rgm_did_you_mean (word, (const char *const *) others->pdata);
}
