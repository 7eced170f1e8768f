/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_PATHWAY_PAGE (rgm_pathway_page_get_type ())
G_DECLARE_FINAL_TYPE (RgmPathwayPage, rgm_pathway_page, RGM, PATHWAY_PAGE, GtkWidget)

GtkWidget *rgm_pathway_page_new (RgmWindowState *window_state);

G_END_DECLS
