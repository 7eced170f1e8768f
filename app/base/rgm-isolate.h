/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The direction of writing: names and sentences of a data set inside those of the user's language, which may go the other way.
 *
 * Isolates (Unicode, UAX 9) keep such a name together and its brackets, dashes and full stops at their place. They are put
 * only around what has letters of the other direction, so that a text in English in an English window holds none, and are
 * left out of comma-separated values. A text that stands by itself needs none. */

G_GNUC_PRINTF (1, 2)
char     *rgm_text_printf        (const char *format,
                                  ...);
void      rgm_text_append_printf (GString    *text,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (2, 3);
void      rgm_text_append_vprintf
                                 (GString    *text,
                                  const char *format,
                                  va_list     arguments) G_GNUC_PRINTF (2, 0);
void      rgm_text_begin_paragraph
                                 (GString    *text,
                                  gsize       start);
char     *rgm_text_isolate       (const char *text);
char     *rgm_text_isolate_foreign
                                 (const char *text);
char     *rgm_text_strip_isolates
                                 (const char *text);
gboolean  rgm_reads_from_the_right
                                 (void);
gboolean  rgm_text_is_right_to_left
                                 (gunichar    c);

G_END_DECLS
