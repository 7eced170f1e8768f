/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RgmLongListFunc:
 * @item: an item of the list
 * @user_data: what rgm_long_list_new() was given
 *
 * Returns: (transfer full): a row for the item, floating
 */
typedef GtkWidget *(*RgmLongListFunc) (gpointer item,
                                       gpointer user_data);

#define RGM_TYPE_LONG_LIST (rgm_long_list_get_type ())
G_DECLARE_FINAL_TYPE (RgmLongList, rgm_long_list, RGM, LONG_LIST, GtkWidget)

GtkWidget *rgm_long_list_new (const char      *name,
                              GListModel      *items,
                              RgmLongListFunc  make_row,
                              gpointer         user_data);
guint      rgm_long_list_get_n_shown
                             (RgmLongList     *self);
void       rgm_long_list_show
                             (RgmLongList     *self,
                              guint            n);

G_END_DECLS
