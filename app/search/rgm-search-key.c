/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-query-signs.h"
#include "rgm-search-key.h"
#include "rgm-text-normalise.h"

/* What people type for a word of the data set. */
static const char *
replace_word (const char *word)
{
  static const struct
  {
    const char *word;
    const char *others[6];
  } synonyms[] = {
    { "mutated", { "mut", "mutant", "mutants", "mutation", "mutations", "mt" } },
    { "wt", { "wild", "wildtype" } },
    { "amplified", { "amp", "amplification" } },
    { "overexpressed", { "overexpression", "overexpressing" } },
    { "positive", { "pos" } },
    { "negative", { "neg" } },
    { "not", { "non" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    for (guint j = 0; j < G_N_ELEMENTS (synonyms[i].others) && synonyms[i].others[j] != NULL; j++)
      if (word[0] == synonyms[i].others[j][0] && g_str_equal (word, synonyms[i].others[j]))
        return synonyms[i].word;

  return word;
}

/* What the sign at @at says of the word before it, 'FISH+' and 'ISH−'; NULL where it says nothing: a plus sign after a digit belongs to
   the grade, '2+', and a dash joins what follows it. */
static const char *
get_meaning (const char *text,
             const char *at)
{
  char sign = rgm_query_get_sign (at);
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
  const char *next = g_utf8_next_char (at);

  if ((sign != '+' && sign != '-') || g_unichar_isalnum (g_utf8_get_char (next)) || rgm_query_get_sign (next) == sign)
    return NULL;
  if (sign == '+')
    return g_unichar_isalpha (before) ? " positive" : NULL;

  return g_unichar_isalnum (before) ? " negative" : NULL;
}

/* The text with its signs as words. */
static char *
spell_signs (const char *text)
{
  GString *spelt = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *meaning = get_meaning (text, at);

      if (meaning != NULL)
        g_string_append (spelt, meaning);
      else
        g_string_append_unichar (spelt, g_utf8_get_char (at));
    }

  return g_string_free (spelt, FALSE);
}

/**
 * rgm_search_key_new:
 * @text: valid UTF-8
 * @between: what joins the words
 *
 * Folds the name of a value, so that its spellings have one key: synonyms become the word of data sets, and signs after a name become
 * words. A vocabulary has thousands of keys.
 *
 * Returns: (transfer full): the key, empty where the text has no word
 */
char *
rgm_search_key_new (const char *text,
                    const char *between)
{
  gboolean may_have_signs = strpbrk (text, "+-") != NULL || !g_str_is_ascii (text);
  g_autofree char *spelt = may_have_signs ? spell_signs (text) : NULL;
  g_autofree char *whole = rgm_text_normalise_whole (spelt != NULL ? spelt : text);
  GString *key = g_string_sized_new (strlen (whole));
  const char *last = "";

  for (char *word = whole, *next; word != NULL; last = word, word = next)
    {
      next = strchr (word, ' ');
      if (next != NULL)
        *next++ = '\0';
      /* 'wild type' */
      if (g_str_equal (word, "type") && g_str_equal (last, "wild"))
        continue;
      if (key->len > 0)
        g_string_append (key, between);
      g_string_append (key, replace_word (word));
    }

  return g_string_free (key, FALSE);
}
