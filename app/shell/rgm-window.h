/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

typedef struct _RgmWindowState RgmWindowState;

#define RGM_TYPE_WINDOW (rgm_window_get_type ())
G_DECLARE_FINAL_TYPE (RgmWindow, rgm_window, RGM, WINDOW, AdwApplicationWindow)

GtkWidget  *rgm_window_new          (GtkApplication *application);
void        rgm_window_open         (RgmWindow      *self,
                                     GFile          *file);
GFile      *rgm_window_resume       (RgmWindow      *self);
void        rgm_window_remember     (RgmWindow      *self);
RgmWindowState *
            rgm_window_get_state    (RgmWindow      *self);
RgmDataSet *rgm_window_get_data_set (RgmWindow      *self);
void        rgm_window_update_title (RgmWindow      *self);
GtkWidget  *rgm_window_get_page     (RgmWindow      *self);

G_END_DECLS
