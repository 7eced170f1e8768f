/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_COMPARE_PAGE (rgm_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (RgmComparePage, rgm_compare_page, RGM, COMPARE_PAGE, GtkWidget)

GtkWidget *rgm_compare_page_new (RgmWindowState *window_state);

G_END_DECLS
