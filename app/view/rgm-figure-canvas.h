/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-figure.h"

G_BEGIN_DECLS

#define RGM_TYPE_FIGURE_CANVAS (rgm_figure_canvas_get_type ())

/**
 * RgmFigureCanvas:
 *
 * Shows a figure, whichever it is: laid out once for its place, panned by a scrolled
 * window, zoomed, hovered, walked by keyboard and read aloud mark by mark.
 */
G_DECLARE_FINAL_TYPE (RgmFigureCanvas, rgm_figure_canvas, RGM, FIGURE_CANVAS, GtkWidget)

void       rgm_figure_canvas_set_figure   (RgmFigureCanvas *self,
                                           RgmFigure       *figure);
void       rgm_figure_canvas_set_hovered  (RgmFigureCanvas *self,
                                           const char      *name);
void       rgm_figure_canvas_set_selected (RgmFigureCanvas *self,
                                           const char      *name);
double     rgm_figure_canvas_get_zoom     (RgmFigureCanvas *self);
void       rgm_figure_canvas_set_zoom     (RgmFigureCanvas *self,
                                           double           zoom);
void       rgm_figure_canvas_animate      (RgmFigureCanvas *self);

G_END_DECLS
