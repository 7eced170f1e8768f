/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-typed-words.h"

/* Lists of words that people type, such as "month;months;mo", which translators give in their language. */

/* By the rules of the language, where Turkish has two letters i, and by those of all others. */
static gboolean
is_same_text (const char *one,
              gsize       length,
              const char *other)
{
  g_autofree char *one_folded = g_utf8_casefold (one, (gssize) length);
  g_autofree char *other_folded = g_utf8_casefold (other, -1);
  g_autofree char *one_lower = NULL;
  g_autofree char *other_lower = NULL;

  if (g_str_equal (one_folded, other_folded))
    return TRUE;

  one_lower = g_utf8_strdown (one, (gssize) length);
  other_lower = g_utf8_strdown (other, -1);

  return g_str_equal (one_lower, other_lower);
}

/* How many bytes of a text a word takes that it begins with, in any letter case; 0 if it doesn't begin with it. */
static gsize
match_word (const char *text,
            const char *word)
{
  glong n_letters = g_utf8_strlen (word, -1);
  const char *end = text;

  if (n_letters == 0)
    return 0;
  for (glong i = 0; i < n_letters; i++, end = g_utf8_next_char (end))
    if (*end == '\0')
      return 0;
  if (g_unichar_isalpha (g_utf8_get_char (end)) || !is_same_text (text, (gsize) (end - text), word))
    return 0;

  return (gsize) (end - text);
}

/**
 * rgm_typed_words_scan:
 * @text: what was typed
 * @list: words with semicolons between them
 *
 * Returns: how many bytes of @text the longest of the words takes that it begins with; 0 if it begins with none
 */
gsize
rgm_typed_words_scan (const char *text,
                      const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, ";", -1);
  gsize longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, match_word (text, g_strstrip (words[i])));

  return longest;
}

/**
 * rgm_typed_words_have:
 * @list: words with semicolons between them
 * @text: what was typed
 *
 * Returns: whether @text is one of the words, in any letter case
 */
gboolean
rgm_typed_words_have (const char *list,
                      const char *text)
{
  g_auto (GStrv) words = g_strsplit (list, ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (is_same_text (text, strlen (text), g_strstrip (words[i])))
      return TRUE;

  return FALSE;
}
