/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-table.h"

G_BEGIN_DECLS

#define RGM_TYPE_TABLE_VIEW (rgm_table_view_get_type ())
G_DECLARE_FINAL_TYPE (RgmTableView, rgm_table_view, RGM, TABLE_VIEW, GtkWidget)

void rgm_table_view_set_table (RgmTableView *self,
                               RgmTable     *table,
                               const char   *name);
RgmTable *rgm_table_view_dup_shown (RgmTableView *self);
void rgm_table_copy           (RgmTable           *table,
                               const char * const *captions,
                               GdkClipboard       *clipboard);

G_END_DECLS
