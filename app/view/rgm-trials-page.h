/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

GtkWidget *rgm_response_page_new (RgmWindowState *window_state);
GtkWidget *rgm_survival_page_new (RgmWindowState *window_state);
GtkWidget *rgm_patient_page_new  (RgmWindowState *window_state);

G_END_DECLS
