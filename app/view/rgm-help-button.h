/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget  *rgm_help_button_new (const char *link);
void        rgm_help_set_place  (GtkWidget  *widget,
                                 const char *link);
const char *rgm_help_find_place (GtkWidget  *widget);

G_END_DECLS
