/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_DATA_PAGE (rgm_data_page_get_type ())
G_DECLARE_FINAL_TYPE (RgmDataPage, rgm_data_page, RGM, DATA_PAGE, GtkWidget)

GtkWidget *rgm_data_page_new (RgmWindowState *window_state);

G_END_DECLS
