/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray  *rgm_pasted_grid_parse     (const char *text);
GPtrArray  *rgm_pasted_grid_transpose (GPtrArray  *rows);
const char *rgm_pasted_grid_get       (GPtrArray  *rows,
                                       guint       row,
                                       guint       column);
guint       rgm_pasted_grid_get_width (GPtrArray  *rows);

const char *rgm_pasted_grid_find_in_row
                                      (GPtrArray  *rows,
                                       guint       row);
const char *rgm_pasted_grid_find_in_column
                                      (GPtrArray  *rows,
                                       guint       column);

G_END_DECLS
