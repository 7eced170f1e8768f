/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot.h"

G_BEGIN_DECLS

/**
 * RgmForestRow:
 * @row: its name, sentence and texts
 * @series: its colour and shape
 * @value: the estimate, or NAN for none
 * @span: its interval
 * @second_span: another interval of the same estimate, drawn thin below the first
 * @weight: the area of its mark, in any unit; the largest fills the row
 * @words: (nullable): what stands in the plot where there is no estimate
 *
 * A row of a forest plot.
 */
typedef struct
{
  RgmPlotRow  row;
  RgmSeries   series;
  double      value;
  RgmSpan     span;
  RgmSpan     second_span;
  double      weight;
  const char *words;
} RgmForestRow;

/**
 * RgmForestPooled:
 * @row: its name, sentence and texts
 * @value: the pooled estimate
 * @span: its confidence interval: the diamond's ends
 * @prediction: its prediction interval
 *
 * A pooled result in a forest plot.
 */
typedef struct
{
  RgmPlotRow row;
  double     value;
  RgmSpan    span;
  RgmSpan    prediction;
} RgmForestPooled;

/**
 * RgmForestPlot:
 *
 * Rows with an estimate and its interval on one axis, under headings, and pooled
 * results as diamonds. What is added is drawn in that order from the top.
 */
typedef struct _RgmForestPlot RgmForestPlot;

RgmForestPlot *rgm_forest_plot_new           (void);
void           rgm_forest_plot_free          (RgmForestPlot         *self);
void           rgm_forest_plot_set_frame     (RgmForestPlot         *self,
                                              const RgmFrame        *frame);
void           rgm_forest_plot_set_axis      (RgmForestPlot         *self,
                                              const RgmAxis         *axis);
void           rgm_forest_plot_set_reference (RgmForestPlot         *self,
                                              double                 value,
                                              const char            *label);
void           rgm_forest_plot_set_label_title
                                             (RgmForestPlot         *self,
                                              const char            *title);
void           rgm_forest_plot_add_column    (RgmForestPlot         *self,
                                              const RgmPlotColumn   *column);
void           rgm_forest_plot_add_legend    (RgmForestPlot         *self,
                                              const RgmLegendEntry  *entry);
void           rgm_forest_plot_add_heading   (RgmForestPlot         *self,
                                              const char            *text);
void           rgm_forest_plot_add_row       (RgmForestPlot         *self,
                                              const RgmForestRow    *row);
void           rgm_forest_plot_add_pooled    (RgmForestPlot         *self,
                                              const RgmForestPooled *pooled);
void           rgm_forest_plot_add_words     (RgmForestPlot         *self,
                                              const char            *text);
RgmScene      *rgm_forest_plot_lay_out       (const RgmForestPlot   *self,
                                              const RgmPlotLayout   *layout,
                                              guint                 *n_pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmForestPlot, rgm_forest_plot_free)

G_END_DECLS
