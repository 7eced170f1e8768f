/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot.h"

G_BEGIN_DECLS

/**
 * RgmBar:
 * @row: its name, sentence and texts
 * @series: its colour, and the shape at its end
 * @value: how long it is, or NAN for none
 * @span: its interval
 * @words: (nullable): what stands in the plot where there is no value
 *
 * A bar.
 */
typedef struct
{
  RgmPlotRow  row;
  RgmSeries   series;
  double      value;
  RgmSpan     span;
  const char *words;
} RgmBar;

/**
 * RgmBarPlot:
 *
 * Bars that lie, for names are long, each with its interval, under headings.
 */
typedef struct _RgmBarPlot RgmBarPlot;

RgmBarPlot *rgm_bar_plot_new             (void);
void        rgm_bar_plot_free            (RgmBarPlot           *self);
void        rgm_bar_plot_set_frame       (RgmBarPlot           *self,
                                          const RgmFrame       *frame);
void        rgm_bar_plot_set_axis        (RgmBarPlot           *self,
                                          const RgmAxis        *axis);
void        rgm_bar_plot_set_label_title (RgmBarPlot           *self,
                                          const char           *title);
void        rgm_bar_plot_add_column      (RgmBarPlot           *self,
                                          const RgmPlotColumn  *column);
void        rgm_bar_plot_add_legend      (RgmBarPlot           *self,
                                          const RgmLegendEntry *entry);
void        rgm_bar_plot_add_heading     (RgmBarPlot           *self,
                                          const char           *text);
void        rgm_bar_plot_add_bar         (RgmBarPlot           *self,
                                          const RgmBar         *bar);
RgmScene   *rgm_bar_plot_lay_out         (const RgmBarPlot     *self,
                                          const RgmPlotLayout  *layout,
                                          guint                *n_pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmBarPlot, rgm_bar_plot_free)

G_END_DECLS
