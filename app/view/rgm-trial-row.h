/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_TRIAL_ROW (rgm_trial_row_get_type ())
G_DECLARE_FINAL_TYPE (RgmTrialRow, rgm_trial_row, RGM, TRIAL_ROW, GtkWidget)

GtkWidget *rgm_trial_row_new        (RgmWindowState *window_state);
void       rgm_trial_row_bind       (RgmTrialRow  *self,
                                     RgmTrial     *trial);
RgmTrial  *rgm_trial_row_get_trial  (RgmTrialRow  *self);

G_END_DECLS
