/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rgm_drop_down_choose    (GtkDropDown *self,
                              guint        position);
void rgm_drop_down_ellipsize (GtkDropDown *self);

G_END_DECLS
