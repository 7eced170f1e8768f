/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot.h"

G_BEGIN_DECLS

#define RGM_INTERVAL_PLOT_MAX_PANELS 2

/**
 * RgmIntervalPanel:
 * @title: (nullable): what the panel shows, over it
 * @axis: its axis
 * @cell_title: (nullable): the heading of the texts beside the dots, or %NULL for no
 *   such column
 *
 * One of the panels of an interval plot, which stand side by side.
 */
typedef struct
{
  const char *title;
  RgmAxis     axis;
  const char *cell_title;
} RgmIntervalPanel;

/**
 * RgmIntervalValue:
 * @value: the estimate on the axis; NAN for none, infinite where it isn't reached
 * @span: its interval
 * @cell: (nullable): the estimate in words and numbers, beside the panel
 * @words: (nullable): what stands in the panel where there is no dot
 *
 * What a row has in one panel.
 */
typedef struct
{
  double      value;
  RgmSpan     span;
  const char *cell;
  const char *words;
} RgmIntervalValue;

/**
 * RgmIntervalRow:
 * @row: its name, sentence and texts; the sentence says all panels
 * @series: its colour and shape
 * @values: (array): one for each panel
 *
 * A row of an interval plot.
 */
typedef struct
{
  RgmPlotRow       row;
  RgmSeries        series;
  RgmIntervalValue values[RGM_INTERVAL_PLOT_MAX_PANELS];
} RgmIntervalRow;

/**
 * RgmIntervalPlot:
 *
 * Rows with a dot and its whiskers, in one panel or two side by side, under headings.
 */
typedef struct _RgmIntervalPlot RgmIntervalPlot;

RgmIntervalPlot *rgm_interval_plot_new         (void);
void             rgm_interval_plot_free        (RgmIntervalPlot        *self);
void             rgm_interval_plot_set_frame   (RgmIntervalPlot        *self,
                                                const RgmFrame         *frame);
void             rgm_interval_plot_set_label_title
                                               (RgmIntervalPlot        *self,
                                                const char             *title);
void             rgm_interval_plot_add_panel   (RgmIntervalPlot        *self,
                                                const RgmIntervalPanel *panel);
void             rgm_interval_plot_add_column  (RgmIntervalPlot        *self,
                                                const RgmPlotColumn    *column);
void             rgm_interval_plot_add_legend  (RgmIntervalPlot        *self,
                                                const RgmLegendEntry   *entry);
void             rgm_interval_plot_add_heading (RgmIntervalPlot        *self,
                                                const char             *text);
void             rgm_interval_plot_add_row     (RgmIntervalPlot        *self,
                                                const RgmIntervalRow   *row);
RgmScene        *rgm_interval_plot_lay_out     (const RgmIntervalPlot  *self,
                                                const RgmPlotLayout    *layout,
                                                guint                  *n_pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmIntervalPlot, rgm_interval_plot_free)

G_END_DECLS
