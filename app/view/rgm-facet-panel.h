/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-selection.h"

G_BEGIN_DECLS

#define RGM_TYPE_FACET_PANEL (rgm_facet_panel_get_type ())
G_DECLARE_FINAL_TYPE (RgmFacetPanel, rgm_facet_panel, RGM, FACET_PANEL, GtkPopover)

void rgm_facet_panel_set_selection (RgmFacetPanel *self,
                                    RgmSelection  *selection);

G_END_DECLS
