/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GVariant *rgm_window_sizes_save    (GtkWindow *window,
                                    GVariant  *state,
                                    int        list_width);
int       rgm_window_sizes_restore (GtkWindow *window,
                                    GVariant  *saved,
                                    int        list_width);

G_END_DECLS
