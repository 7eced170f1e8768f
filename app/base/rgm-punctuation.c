/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

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

static const char *
between_clauses (void)
{
  /* Translators: what stands between clauses that make one sentence, with its space: 'Random-effects
     logistic model; the pooled rate is that of a typical arm'. Use a full stop where your language
     does not join sentences this way. */
  return C_("clauses", "; ");
}

static const char *
between_sentences (void)
{
  /* Translators: what stands between two sentences: a space. Write a zero-width space (U+200B), since
     a translation cannot be empty, where your language has nothing there. */
  const char *separator = C_("sentences", " ");

  return g_str_equal (separator, "\u200b") ? "" : separator;
}

/* An item that is written the other way, as 'HER2: IHC 3+' in Arabic, keeps its signs. */
static void
append (GString    *list,
        const char *separator,
        const char *item)
{
  g_autofree char *isolated = item != NULL && *item != '\0' ? rgm_text_isolate_foreign (item) : NULL;

  if (isolated == NULL)
    return;
  if (list->len == 0)
    {
      g_string_append (list, isolated);
      return;
    }
  /* One item reads as it is written, a list of them as the user's language. */
  rgm_text_begin_paragraph (list, 0);
  g_string_append (list, separator);
  g_string_append (list, isolated);
}

static char *
join (char       **items,
      const char  *separator)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; items[i] != NULL; i++)
    append (list, separator, items[i]);

  return g_string_free (list, FALSE);
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
  return join (words, between_words ());
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
  return join (phrases, between_phrases ());
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
  append (list, between_words (), word);
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
  append (list, between_phrases (), phrase);
}

/**
 * rgm_add_line:
 * @list: a list, empty at first
 * @phrase: a phrase, which may have commas
 *
 * Makes a list longer whose phrases have a line each: 'a, of b;', 'c'.
 */
void
rgm_add_line (GString    *list,
              const char *phrase)
{
  g_autofree char *separator = g_strdup (between_phrases ());
  g_autofree char *end = g_strconcat (g_strchomp (separator), "\n", NULL);
  gsize start;

  if (list->len > 0)
    rgm_text_begin_paragraph (list, 0);
  start = list->len > 0 ? list->len + strlen (end) : 0;
  append (list, end, phrase);
  if (list->len > start)
    rgm_text_begin_paragraph (list, start);
}

/**
 * rgm_add_clause:
 * @sentence: the clauses so far, empty at first
 * @clause: (nullable): a clause without a full stop; %NULL or empty adds nothing
 *
 * Adds a clause to a sentence, as in a method sentence.
 */
void
rgm_add_clause (GString    *sentence,
                const char *clause)
{
  append (sentence, between_clauses (), clause);
}

/**
 * rgm_add_sentence:
 * @text: the sentences so far, empty at first
 * @sentence: (nullable): a whole sentence; %NULL or empty adds nothing
 *
 * Adds a sentence to a paragraph.
 */
void
rgm_add_sentence (GString    *text,
                  const char *sentence)
{
  append (text, between_sentences (), sentence);
}

/**
 * rgm_add_sentence_printf:
 * @text: the sentences so far, empty at first
 * @format: a printf() format for a whole sentence
 *
 * Adds a sentence to a paragraph.
 */
void
rgm_add_sentence_printf (GString    *text,
                         const char *format,
                         ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append (text, between_sentences ());
  va_start (arguments, format);
  rgm_text_append_vprintf (text, format, arguments);
  va_end (arguments);
}

/**
 * rgm_join_sentences:
 * @first: (nullable): a whole sentence
 * @second: (nullable): another
 *
 * Returns: (transfer full): both as a paragraph
 */
char *
rgm_join_sentences (const char *first,
                    const char *second)
{
  GString *text = g_string_new (NULL);

  rgm_add_sentence (text, first);
  rgm_add_sentence (text, second);

  return g_string_free (text, FALSE);
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
  return rgm_text_printf (C_("sentence", "%s."), sentence);
}
