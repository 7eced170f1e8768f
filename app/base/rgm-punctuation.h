/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-isolate.h"

G_BEGIN_DECLS

/* Separators as the user's language has them: in lists, between clauses and sentences, and
 * at the end of a sentence. */

char *rgm_join_words   (char       **words);
char *rgm_join_phrases (char       **phrases);
void  rgm_add_word     (GString     *list,
                        const char  *word);
void  rgm_add_phrase   (GString     *list,
                        const char  *phrase);
void  rgm_add_line     (GString     *list,
                        const char  *phrase);
void  rgm_add_clause   (GString     *sentence,
                        const char  *clause);
void  rgm_add_sentence (GString     *text,
                        const char  *sentence);
void  rgm_add_sentence_printf
                       (GString     *text,
                        const char  *format,
                        ...) G_GNUC_PRINTF (2, 3);
char *rgm_join_sentences
                       (const char  *first,
                        const char  *second);
char *rgm_end_sentence (const char  *sentence);

G_END_DECLS
