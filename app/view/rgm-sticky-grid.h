/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RGM_TYPE_STICKY_GRID (rgm_sticky_grid_get_type ())

/**
 * RgmStickyGrid:
 *
 * A grid in a scrolled window, whose first row and first column stay in sight.
 */
G_DECLARE_FINAL_TYPE (RgmStickyGrid, rgm_sticky_grid, RGM, STICKY_GRID, GtkWidget)

GtkWidget *rgm_sticky_grid_new    (GtkScrolledWindow *scroller,
                                   guint              n_columns,
                                   guint              n_rows);
void       rgm_sticky_grid_attach (RgmStickyGrid     *self,
                                   GtkWidget         *child,
                                   guint              column,
                                   guint              row);

G_END_DECLS
