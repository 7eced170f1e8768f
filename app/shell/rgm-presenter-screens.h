/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *rgm_screens_get      (GtkWidget  *widget);
GdkMonitor *rgm_screens_dup      (GtkWidget  *widget,
                                  guint       index);
guint       rgm_screens_count    (GtkWidget  *widget);
guint       rgm_screens_find     (GtkWidget  *widget,
                                  GdkMonitor *monitor);
char       *rgm_screens_get_name (GdkMonitor *monitor);
GdkMonitor *rgm_screens_choose   (GtkWindow  *parent);
void        rgm_screens_remember (GdkMonitor *monitor);

G_END_DECLS
