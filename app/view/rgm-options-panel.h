/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-figure.h"

G_BEGIN_DECLS

#define RGM_TYPE_OPTIONS_PANEL (rgm_options_panel_get_type ())

/**
 * RgmOptionsPanel:
 *
 * The options of a figure, a row for each that has a label, made from the descriptions of
 * the figure's kind. Those that one place in the help explains are a group under its title,
 * with a button that opens it.
 */
G_DECLARE_FINAL_TYPE (RgmOptionsPanel, rgm_options_panel, RGM, OPTIONS_PANEL, GtkWidget)

void       rgm_options_panel_set_figure (RgmOptionsPanel *self,
                                         RgmFigure       *figure);
gboolean   rgm_options_panel_has_rows   (RgmFigure       *figure);

G_END_DECLS
