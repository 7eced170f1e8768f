/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-workspace.h"

G_BEGIN_DECLS

#define RGM_TYPE_COMPARE_PAGE (rgm_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (RgmComparePage, rgm_compare_page, RGM, COMPARE_PAGE, GtkWidget)

GtkWidget *rgm_compare_page_new           (RgmWorkspace *workspace);
void       rgm_compare_page_set_workspace (RgmComparePage *self,
                                           RgmWorkspace *workspace);

G_END_DECLS
