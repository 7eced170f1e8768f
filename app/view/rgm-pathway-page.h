/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-workspace.h"

G_BEGIN_DECLS

#define RGM_TYPE_PATHWAY_PAGE (rgm_pathway_page_get_type ())
G_DECLARE_FINAL_TYPE (RgmPathwayPage, rgm_pathway_page, RGM, PATHWAY_PAGE, GtkWidget)

void rgm_pathway_page_set_workspace (RgmPathwayPage *self,
                                     RgmWorkspace   *workspace);

G_END_DECLS
