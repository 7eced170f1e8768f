/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-table.h"
#include "rgm-window-state.h"

G_BEGIN_DECLS

GtkWidget *rgm_comparison_grid_new (RgmWindowState   *window_state,
                                    const RgmTable *table,
                                    GtkScrolledWindow *scroller);

G_END_DECLS
