/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot.h"

G_BEGIN_DECLS

/**
 * RgmScatterPoint:
 * @id: (nullable): a name unique among the groups of the scene
 * @target: (nullable): what the point stands for outside the plot
 * @sentence: what it says in words, with names in full
 * @label: its name, beside it where there is room
 * @series: its colour and shape
 * @x: its horizontal value
 * @y: its vertical value
 * @x_span: the horizontal interval
 * @y_span: the vertical interval
 * @weight: the area of its mark, in any unit
 *
 * A point of a scatter plot.
 */
typedef struct
{
  const char *id;
  const char *target;
  const char *sentence;
  const char *label;
  RgmSeries   series;
  double      x;
  double      y;
  RgmSpan     x_span;
  RgmSpan     y_span;
  double      weight;
} RgmScatterPoint;

/**
 * RgmScatterPlot:
 *
 * One quantity against another, each point with both intervals. Labels never cover one another or a point; heavier points have
 * priority, and a label without a free position is left out. A scatter plot has one page.
 */
typedef struct _RgmScatterPlot RgmScatterPlot;

RgmScatterPlot *rgm_scatter_plot_new        (void);
void            rgm_scatter_plot_free       (RgmScatterPlot        *self);
void            rgm_scatter_plot_set_frame  (RgmScatterPlot        *self,
                                             const RgmFrame        *frame);
void            rgm_scatter_plot_set_axes   (RgmScatterPlot        *self,
                                             const RgmAxis         *x,
                                             const RgmAxis         *y);
void            rgm_scatter_plot_add_legend (RgmScatterPlot        *self,
                                             const RgmLegendEntry  *entry);
void            rgm_scatter_plot_add_point  (RgmScatterPlot        *self,
                                             const RgmScatterPoint *point);
RgmScene       *rgm_scatter_plot_lay_out    (const RgmScatterPlot  *self,
                                             const RgmLayout   *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmScatterPlot, rgm_scatter_plot_free)

G_END_DECLS
