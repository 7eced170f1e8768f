/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands between words for people: lists and the ends of sentences, as the language
 * has them, and which way it reads. */

char *rgm_join_words   (char       **words);
char *rgm_join_phrases (char       **phrases);
void  rgm_add_word     (GString     *list,
                        const char  *word);
void  rgm_add_phrase   (GString     *list,
                        const char  *phrase);
char *rgm_end_sentence (const char  *sentence);

gboolean rgm_reads_from_the_right (void);

G_END_DECLS
