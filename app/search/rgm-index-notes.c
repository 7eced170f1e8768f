/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-index-private.h"
#include "rgm-notes.h"
#include "rgm-text-normalise.h"

/* A person's own notes are no part of the data set and change while it is open, so that they
 * are not in the index: a query that asks for them reads each. */

/**
 * rgm_term_asks_for_notes:
 * @term: a term of a query
 *
 * Returns: whether it asks for what a person noted, and not for a field of that name that the data set has
 */
gboolean
rgm_term_asks_for_notes (const RgmTerm *term)
{
  if (term->kind != RGM_TERM_FIELD)
    return FALSE;
  if (g_str_equal (term->field, RGM_SEARCH_NOTE))
    return term->choice == NULL;

  return g_str_equal (term->field, RGM_SEARCH_IS) &&
         (g_strcmp0 (term->choice, RGM_SEARCH_BOOKMARKED) == 0 || g_strcmp0 (term->choice, RGM_SEARCH_NOTED) == 0);
}

static void
add_word (const RgmWord *word,
          gpointer       data)
{
  g_ptr_array_add (data, g_strdup (word->folded));
}

/* Whether a word of a note, in any of its forms, begins so. */
static gboolean
has_beginning (const GPtrArray *words,
               const char      *beginning)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (words, i), beginning))
      return TRUE;

  return FALSE;
}

/* As in a trial's own texts: a word by its beginning, several in their order. */
static gboolean
is_in_note (const RgmTerm *term,
            const char    *text)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *spelled = NULL;

  if (term->words[0] == NULL || term->words[1] != NULL)
    {
      g_autofree char *whole = rgm_text_normalise_whole (text);
      g_autofree char *apart = g_strconcat (" ", whole, NULL);
      g_autofree char *wanted = g_strconcat (" ", term->value, NULL);

      return strstr (apart, wanted) != NULL;
    }

  words = g_ptr_array_new_with_free_func (g_free);
  rgm_text_normalise_words (text, add_word, words);
  spelled = rgm_text_normalise_spell (term->words[0]);

  return has_beginning (words, term->words[0]) || (spelled != NULL && has_beginning (words, spelled)) ||
         has_beginning (words, term->joined);
}

/* Whether the trial, an arm of it or one of its numbers has what a term asks for. */
static gboolean
has_noted (RgmIndex      *self,
           const RgmTerm *term,
           RgmTrial      *trial)
{
  RgmNotes *notes = rgm_notes_get_default ();
  g_auto (GStrv) places = rgm_notes_list_places (notes, self->data_set, trial);

  for (guint i = 0; places[i] != NULL; i++)
    {
      const char *text = rgm_notes_get_text (notes, self->data_set, trial, places[i]);
      gboolean is_wanted;

      if (term->choice == NULL)
        is_wanted = text != NULL && is_in_note (term, text);
      else if (g_str_equal (term->choice, RGM_SEARCH_NOTED))
        is_wanted = text != NULL;
      else
        is_wanted = rgm_notes_is_bookmarked (notes, self->data_set, trial, places[i]);
      if (is_wanted)
        return TRUE;
    }

  return FALSE;
}

/**
 * rgm_index_find_noted:
 * @self: an index
 * @term: a term for which rgm_term_asks_for_notes() is true
 * @bits: where the trials go of which it is true
 */
void
rgm_index_find_noted (RgmIndex      *self,
                      const RgmTerm *term,
                      RgmBitSet     *bits)
{
  for (guint i = 0; i < self->trials->len; i++)
    if (has_noted (self, term, g_ptr_array_index (self->trials, i)))
      rgm_bit_set_add (bits, i);
}
