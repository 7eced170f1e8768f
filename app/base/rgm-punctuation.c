/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-punctuation.h"

static const char *
between_words (void)
{
  /* Translators: what stands between the items of a list, with its space: 'T-DXd, tucatinib'. */
  return C_("list", ", ");
}

static const char *
between_phrases (void)
{
  /* Translators: what stands between the items of a list where an item may have commas in
     itself, with its space: 'T-DXd, 5.4 mg/kg; T-DXd, 6.4 mg/kg'. */
  return C_("list", "; ");
}

/**
 * rgm_join_words:
 * @words: (array zero-terminated=1): words
 *
 * Returns: (transfer full): a list of them: 'a, b, c'
 */
char *
rgm_join_words (char **words)
{
  return g_strjoinv (between_words (), words);
}

/**
 * rgm_join_phrases:
 * @phrases: (array zero-terminated=1): phrases, which may have commas
 *
 * Returns: (transfer full): a list of them: 'a, of b; c'
 */
char *
rgm_join_phrases (char **phrases)
{
  return g_strjoinv (between_phrases (), phrases);
}

/**
 * rgm_add_word:
 * @list: a list, empty at first
 * @word: a word
 *
 * Makes a list longer, as rgm_join_words() would have it.
 */
void
rgm_add_word (GString    *list,
              const char *word)
{
  if (list->len > 0)
    g_string_append (list, between_words ());
  g_string_append (list, word);
}

/**
 * rgm_add_phrase:
 * @list: a list, empty at first
 * @phrase: a phrase, which may have commas
 *
 * Makes a list longer, as rgm_join_phrases() would have it.
 */
void
rgm_add_phrase (GString    *list,
                const char *phrase)
{
  if (list->len > 0)
    g_string_append (list, between_phrases ());
  g_string_append (list, phrase);
}

/**
 * rgm_end_sentence:
 * @sentence: a sentence without its full stop
 *
 * Returns: (transfer full): it with its full stop
 */
char *
rgm_end_sentence (const char *sentence)
{
  /* Translators: a sentence and its full stop. */
  return g_strdup_printf (C_("sentence", "%s."), sentence);
}

/**
 * rgm_reads_from_the_right:
 *
 * The way that a window reads is GTK's to say; this is for where there is none.
 *
 * Returns: whether the user's language is written from the right to the left
 */
gboolean
rgm_reads_from_the_right (void)
{
  /* Translators: not shown. Which way your language is written: 'ltr', from left to right,
     or 'rtl', from right to left. Nothing else. */
  return g_str_equal (C_("direction of text", "ltr"), "rtl");
}
