/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rgm_accessible_set_name        (GtkWidget  *widget,
                                     const char *name);
void rgm_accessible_set_description (GtkWidget  *widget,
                                     const char *description);
void rgm_accessible_announce        (GtkWidget  *widget,
                                     const char *message);
void rgm_accessible_name_drop_down  (GtkWidget  *chooser,
                                     const char *name);
void rgm_accessible_name_buttons    (GtkWidget  *widget,
                                     const char *name);
void rgm_accessible_name_items      (GtkListItemFactory *factory);

gboolean rgm_accessible_is_told     (GtkWidget  *widget,
                                     GtkAccessibleProperty property,
                                     const char *text);
gboolean rgm_accessible_has_focus   (GtkWidget  *widget);

G_END_DECLS
