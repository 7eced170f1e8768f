/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How texts are compared in a search: without regard to letter case, accents, dashes, the
 * spelling of a country and the user's locale. */

/**
 * RgmWordForm:
 * @RGM_WORD_PLAIN: as it is written
 * @RGM_WORD_SPELLED: in the one spelling that stands for all
 * @RGM_WORD_LOOK_ALIKE: with Latin letters that look like its Greek ones
 * @RGM_WORD_JOINED: the parts of a compound name in one
 * @RGM_WORD_NEGATED: with the 'not' that precedes it
 *
 * In which form a word is passed on. Each word has the first form or the last; others where they differ from it.
 */
typedef enum
{
  RGM_WORD_PLAIN,
  RGM_WORD_SPELLED,
  RGM_WORD_LOOK_ALIKE,
  RGM_WORD_JOINED,
  RGM_WORD_NEGATED,
} RgmWordForm;

/**
 * RgmWord:
 * @folded: the word, folded
 * @form: in which form
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 *
 * A word of a text.
 */
typedef struct
{
  const char  *folded;
  RgmWordForm  form;
  gsize        start;
  gsize        end;
} RgmWord;

/**
 * RgmWordFunc:
 * @word: a word, valid during the call
 * @data: the caller's own
 */
typedef void (*RgmWordFunc) (const RgmWord *word,
                             gpointer       data);

char     *rgm_text_normalise        (const char    *text);
char     *rgm_text_normalise_whole  (const char    *text);
char     *rgm_text_normalise_joined (const char    *text);
char     *rgm_text_normalise_spell  (const char    *folded);
void      rgm_text_normalise_words  (const char    *text,
                                     RgmWordFunc    func,
                                     gpointer       data);
void      rgm_text_normalise_split  (const char    *text,
                                     RgmWordFunc    func,
                                     gpointer       data);
gboolean  rgm_text_normalise_forms  (const RgmWord *word,
                                     RgmWordFunc    func,
                                     gpointer       data);

G_END_DECLS
