/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RGM_PANE:
 *
 * The style class of the parts of a window that F6 goes to. Of panes in a pane the inner ones are meant.
 */
#define RGM_PANE "pane"

void rgm_window_focus_init  (GtkWindow *window);
void rgm_window_focus_enter (GtkWindow *window,
                             GtkWidget *views,
                             GtkWidget *view);
void rgm_window_focus_class_init
                            (GtkWidgetClass *widget_class);

G_END_DECLS
