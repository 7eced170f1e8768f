/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How words are compared in a search: without regard to case, accents, dashes and
 * the user's locale. */

/**
 * RgmWord:
 * @folded: the word, folded
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 *
 * A word of a text.
 */
typedef struct
{
  char  *folded;
  gsize  start;
  gsize  end;
} RgmWord;

/**
 * RgmWordFunc:
 * @word: a word, valid during the call
 * @data: the caller's own
 */
typedef void (*RgmWordFunc) (const RgmWord *word,
                             gpointer       data);

char *rgm_fold        (const char  *text);
char *rgm_fold_whole  (const char  *text);
char *rgm_fold_joined (const char  *text);
void  rgm_fold_words  (const char  *text,
                       RgmWordFunc  func,
                       gpointer     data);

G_END_DECLS
