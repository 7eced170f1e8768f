/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

#define RGM_TYPE_WINDOW (rgm_window_get_type ())
G_DECLARE_FINAL_TYPE (RgmWindow, rgm_window, RGM, WINDOW, AdwApplicationWindow)

GtkWidget  *rgm_window_new          (GtkApplication *application);
void        rgm_window_open         (RgmWindow      *self,
                                     GFile          *file);
RgmDataSet *rgm_window_get_data_set (RgmWindow      *self);

G_END_DECLS
