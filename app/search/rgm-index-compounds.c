/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-index-resolve-private.h"
#include "rgm-text-normalise.h"

/* Words of a query that are one in the data set, and the other way round. */

static gboolean
is_short (const char *word)
{
  return g_utf8_strlen (word, -1) <= 3 || word[strcspn (word, "0123456789")] != '\0';
}

/* The text with the zero that its number lacks: 'MOUNTAINEER-3', 'CRC1'; NULL unless only that is a name. */
static char *
add_zero (const RgmResolver *self,
          const char        *text)
{
  gsize length = strlen (text);
  g_autofree char *joined = rgm_text_normalise_joined (text);
  g_autofree char *padded = NULL;
  g_autofree char *padded_joined = NULL;
  guint first, end;

  if (length < 2 || !g_ascii_isdigit (text[length - 1]) || g_ascii_isdigit (text[length - 2]) || g_ascii_isdigit (text[0]))
    return NULL;
  rgm_index_find_range (self->index, joined, &first, &end);
  if (first < end)
    return NULL;

  padded = g_strdup_printf ("%.*s0%c", (int) length - 1, text, text[length - 1]);
  padded_joined = rgm_text_normalise_joined (padded);

  return rgm_index_has_token (self->index, padded_joined) ? g_steal_pointer (&padded) : NULL;
}

static RgmTerm *
resolve_padded (const RgmResolver *self,
                const RgmTerm     *term,
                const char        *text,
                const char        *typed)
{
  g_autofree char *padded = add_zero (self, text);

  return padded != NULL ? rgm_resolver_take_text (rgm_term_new_word (padded), term, typed) : NULL;
}

/**
 * rgm_resolver_merge_next:
 * @self: a resolver
 * @children: a group's nodes as parsed
 * @start: the place of a word among them
 *
 * Reads what is typed apart and joined in the data set, 'HER 2', 'DESTINY-CRC 1', 'CAR T', 'DS 8201', and a negated word,
 * 'not recruiting'.
 *
 * Returns: (transfer full) (nullable): the word with the one after it; %NULL if they aren't one
 */
RgmTerm *
rgm_resolver_merge_next (RgmResolver *self,
                         GPtrArray   *children,
                         guint        start)
{
  const RgmTerm *term = rgm_resolver_get_term (self, children, start);
  const RgmTerm *next = rgm_resolver_get_term (self, children, start + 1);
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;
  g_autofree char *compound = NULL;
  RgmTerm *merged;

  if (next == NULL || next->kind != RGM_TERM_WORD || next->is_negated)
    return NULL;

  text = rgm_resolver_join_terms (self, children, start, 1);
  if (g_str_equal (term->joined, "not") || g_str_equal (term->joined, "non"))
    return rgm_resolver_take_text (rgm_term_new_word (text), term, text);

  joined = g_strconcat (term->joined, next->joined, NULL);
  compound = g_strconcat (rgm_resolver_get_bare (term), "-", next->text, NULL);
  if (!(is_short (term->joined) || is_short (next->joined)))
    return NULL;
  if (!rgm_index_has_token (self->index, joined))
    return resolve_padded (self, term, compound, text);

  merged = rgm_term_new_word (compound);
  g_free (merged->joined);
  merged->joined = g_steal_pointer (&joined);

  return rgm_resolver_take_text (merged, term, text);
}

/**
 * rgm_resolver_add_zero:
 * @self: a resolver
 * @term: a word
 *
 * Reads the number of a trial without its zero, 'MOUNTAINEER-3'.
 *
 * Returns: (transfer full) (nullable): the word with the zero; %NULL unless only that is a name
 */
RgmTerm *
rgm_resolver_add_zero (RgmResolver   *self,
                       const RgmTerm *term)
{
  return resolve_padded (self, term, rgm_resolver_get_bare (term), rgm_resolver_get_bare (term));
}

/**
 * rgm_resolver_split_compound:
 * @self: a resolver
 * @term: a word
 *
 * Reads what is typed as one word and separate in the data set: the same words are meant.
 *
 * Returns: (transfer full) (nullable): the words; %NULL if nothing in the data set is the same apart
 */
RgmTerm *
rgm_resolver_split_compound (RgmResolver   *self,
                             const RgmTerm *term)
{
  const char *compound = term->words[1] == NULL ? g_hash_table_lookup (self->index->compounds, term->joined) : NULL;
  RgmTerm *split;

  if (compound == NULL)
    return NULL;

  split = rgm_term_new_word (compound);
  g_free (split->joined);
  split->joined = g_strdup (term->joined);

  return rgm_resolver_take_text (split, term, rgm_resolver_get_bare (term));
}
