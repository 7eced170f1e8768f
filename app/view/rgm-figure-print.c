/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-figure-copy.h"
#include "rgm-figure-paper.h"
#include "rgm-figure-print.h"
#include "rgm-paper-print.h"

/**
 * rgm_figure_print:
 * @figure: a figure
 * @widget: a widget of the window that asks
 *
 * Shows the figure as it comes on paper, on as many pages as it takes, and from there prints it with the system's dialog.
 */
void
rgm_figure_print (RgmFigure *figure,
                  GtkWidget *widget)
{
  g_autoptr (RgmPaper) paper = rgm_figure_paper_new_print (figure, rgm_figure_family (widget), rgm_figure_direction (widget));
  g_autofree char *description = rgm_frame_describe (rgm_figure_get_frame (figure), NULL);

  rgm_paper_print (paper, description, widget);
}
