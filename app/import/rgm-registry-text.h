/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How registries write phases, states, dates and texts, each registry in its own way. */

/* The most characters of a name, a title or a comment. */
#define RGM_REGISTRY_NAME_MAX 3000

char       *rgm_registry_clean          (const char  *text);
char       *rgm_registry_cut            (const char **rest,
                                         guint        max_chars);
char       *rgm_registry_shorten        (char        *text);
char       *rgm_registry_unescape       (const char  *text);
char       *rgm_registry_make_id        (const char  *text);
char       *rgm_registry_parse_date     (const char  *text);
const char *rgm_registry_find_phase     (const char  *published);
const char *rgm_registry_find_state     (const char  *published);
const char *rgm_registry_find_certainty (const char  *published);
const char *rgm_registry_find_heading   (const char  *line);

G_END_DECLS
