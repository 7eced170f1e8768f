/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-window.h"

G_BEGIN_DECLS

void rgm_file_access_open       (RgmWindow *window,
                       GFile     *file);
void rgm_file_access_watch_drops (RgmWindow *window);
void rgm_file_access_install (GtkWidgetClass *widget_class);

G_END_DECLS
