/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rgm_save_dialog_show           (GtkWidget      *widget,
                                     const char     *title,
                                     const char     *name,
                                     const char     *suffix,
                                     const char     *kind,
                                     GBytes         *bytes);
void rgm_save_dialog_restore_folder (GtkFileChooser *chooser);
void rgm_save_dialog_keep_folder    (GtkFileChooser *chooser);

G_END_DECLS
