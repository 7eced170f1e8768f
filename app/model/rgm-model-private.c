/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-model-private.h"

/* A word that is shared with everyone who says it; NULL stays NULL. */
char *
rgm_word_new (const char *word)
{
  return word != NULL ? g_ref_string_new_intern (word) : NULL;
}

void
rgm_word_free (char *word)
{
  if (word != NULL)
    g_ref_string_release (word);
}

/* A copy of a list of words; NULL becomes the empty list. */
char **
rgm_words_dup (char **words)
{
  return words != NULL ? g_strdupv (words) : g_new0 (char *, 1);
}

/* The array itself, or the one empty array that is there for all. */
GPtrArray *
rgm_array_ref (GPtrArray *array)
{
  static gsize empty = 0;

  if (array != NULL)
    return g_ptr_array_ref (array);

  if (g_once_init_enter (&empty))
    g_once_init_leave (&empty, (gsize) g_ptr_array_new ());

  return g_ptr_array_ref ((GPtrArray *) empty);
}
