/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the model keeps what it is given. A registry's ten thousand trials say the same
 * few words again and again, so words are shared; texts that are said once are not. */

char      *rgm_word_new  (const char  *word);
void       rgm_word_free (char        *word);
char     **rgm_words_dup (char       **words);
GPtrArray *rgm_array_ref (GPtrArray   *array);

G_END_DECLS
