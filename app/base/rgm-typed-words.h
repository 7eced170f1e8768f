/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize    rgm_typed_words_scan (const char *text,
                               const char *list);
gboolean rgm_typed_words_have (const char *list,
                               const char *text);

G_END_DECLS
