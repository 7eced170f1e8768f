/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure-canvas.h"
#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_FIGURE_PAGE (rgm_figure_page_get_type ())

/**
 * RgmFigurePage:
 *
 * A figure with all that can be done with it: options, zoom, table, copy, print, save. In a template, children of the type "kind"
 * stand above the figure with what chooses between its kinds, and one of the type "side" is a panel beside it.
 */
G_DECLARE_FINAL_TYPE (RgmFigurePage, rgm_figure_page, RGM, FIGURE_PAGE, GtkWidget)

GtkWidget       *rgm_figure_page_new           (void);
void             rgm_figure_page_set_figure    (RgmFigurePage *self,
                                                RgmFigure     *figure);
RgmFigure       *rgm_figure_page_get_figure    (RgmFigurePage *self);
void             rgm_figure_page_set_kinds     (RgmFigurePage *self,
                                                GtkWidget     *kinds);
void             rgm_figure_page_set_empty_child
                                               (RgmFigurePage *self,
                                                GtkWidget     *child);
void             rgm_figure_page_follow_trials (RgmFigurePage *self,
                                                RgmWindowState  *window_state);
RgmFigureCanvas *rgm_figure_page_get_canvas    (RgmFigurePage *self);

G_END_DECLS
