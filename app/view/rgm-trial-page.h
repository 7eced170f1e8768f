/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-workspace.h"

G_BEGIN_DECLS

#define RGM_TYPE_TRIAL_PAGE (rgm_trial_page_get_type ())
G_DECLARE_FINAL_TYPE (RgmTrialPage, rgm_trial_page, RGM, TRIAL_PAGE, GtkWidget)

GtkWidget *rgm_trial_page_new           (RgmWorkspace *workspace);
void       rgm_trial_page_set_workspace (RgmTrialPage *self,
                                         RgmWorkspace *workspace);

G_END_DECLS
