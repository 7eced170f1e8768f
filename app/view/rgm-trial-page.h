/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_TRIAL_PAGE (rgm_trial_page_get_type ())
G_DECLARE_FINAL_TYPE (RgmTrialPage, rgm_trial_page, RGM, TRIAL_PAGE, GtkWidget)

GtkWidget *rgm_trial_page_new (RgmWindowState *window_state);

G_END_DECLS
