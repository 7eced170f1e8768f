/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-table.h"
#include "rgm-workspace.h"

G_BEGIN_DECLS

GtkWidget *rgm_comparison_grid_new (RgmWorkspace   *workspace,
                                    const RgmTable *table);

G_END_DECLS
