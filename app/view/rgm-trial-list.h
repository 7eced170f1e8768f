/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_TRIAL_LIST (rgm_trial_list_get_type ())
G_DECLARE_FINAL_TYPE (RgmTrialList, rgm_trial_list, RGM, TRIAL_LIST, GtkWidget)

void rgm_trial_list_set_window_state (RgmTrialList *self,
                                   RgmWindowState *window_state);
void rgm_trial_list_search        (RgmTrialList *self,
                                   const char   *text);

G_END_DECLS
