/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rgm_search_key_new (const char *text,
                          const char *between);

G_END_DECLS
