/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rgm_as_of_is_old (const GDate *as_of,
                           const GDate *today);
char    *rgm_as_of_words  (const GDate *as_of,
                           const GDate *today);
void     rgm_as_of_today  (GDate       *today);

G_END_DECLS
