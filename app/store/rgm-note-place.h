/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *rgm_note_place       (const char *arm,
                             const char *endpoint,
                             const char *subgroup);
char **rgm_note_place_split (const char *place);

G_END_DECLS
