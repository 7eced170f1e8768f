/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot.h"

G_BEGIN_DECLS

#define RGM_ROW_PLOT_MAX_PANELS 2
#define RGM_ROW_PLOT_MAX_COLUMNS 8

/**
 * RgmRowMark:
 * @RGM_ROW_MARK_WEIGHT: a marker whose area is the row's weight: a forest plot
 * @RGM_ROW_MARK_BAR: a bar from the axis' zero
 * @RGM_ROW_MARK_DOT: a marker, each of the same size
 *
 * How the estimates of a plot are drawn, always with their intervals as whiskers.
 */
typedef enum
{
  RGM_ROW_MARK_WEIGHT,
  RGM_ROW_MARK_BAR,
  RGM_ROW_MARK_DOT,
} RgmRowMark;

/**
 * RgmPlotPanel:
 * @title: (nullable): what the panel shows, over it
 * @short_title: (nullable): a shorter title for narrow panels
 * @axis: its axis
 * @reference: a value to compare with, or NAN
 * @reference_label: (nullable): what it is
 *
 * One of the panels of a plot of rows, arranged side by side.
 */
typedef struct
{
  const char *title;
  const char *short_title;
  RgmAxis     axis;
  double      reference;
  const char *reference_label;
} RgmPlotPanel;

/**
 * RgmPlotColumn:
 * @title: its heading
 * @numbers: whether its texts are numbers, which are then aligned at the decimal mark
 * @panel: the number of panels before it; 0 puts it before the first
 *
 * A column of text beside a panel. Where the width doesn't hold all of them beside a label of some length and panels of 45%, the
 * ones that were added last go below the labels, and are left out where there are so many rows that each has one line.
 */
typedef struct
{
  const char *title;
  gboolean    numbers;
  guint       panel;
} RgmPlotColumn;

/**
 * RgmPlotValue:
 * @value: the estimate, or NAN for none
 * @span: its interval
 * @second_span: another interval of the same estimate, drawn thin below the first; of a pooled row, its prediction interval
 * @weight: the area of its mark, in any unit; the largest fills the row
 * @words: (nullable): the text in the panel if there is no estimate
 *
 * The values of a row in one panel.
 */
typedef struct
{
  double      value;
  RgmSpan     span;
  RgmSpan     second_span;
  double      weight;
  const char *words;
} RgmPlotValue;

/**
 * RgmPlotRow:
 * @id: (nullable): a name unique among the groups of the scene
 * @target: (nullable): what the row stands for outside the plot
 * @sentence: what it says in words, with names in full
 * @label: its name, in bold
 * @detail: (nullable): a second line
 * @cells: (nullable) (array zero-terminated=1): a text for each column; "" for none
 * @series: its colour and shape; of a pooled row ignored
 * @values: one for each panel
 *
 * A row. Names that are too long for their place are shortened.
 */
typedef struct
{
  const char         *id;
  const char         *target;
  const char         *sentence;
  const char         *label;
  const char         *detail;
  const char * const *cells;
  RgmSeries           series;
  RgmPlotValue        values[RGM_ROW_PLOT_MAX_PANELS];
} RgmPlotRow;

/**
 * RgmRowPlot:
 *
 * Rows with an estimate and its interval in one panel or two, under headings, with
 * columns of text: forest plot, bars, medians. What is added is drawn in that order
 * from the top.
 */
typedef struct _RgmRowPlot RgmRowPlot;

RgmRowPlot *rgm_row_plot_new         (RgmRowMark            mark);
void        rgm_row_plot_free        (RgmRowPlot           *self);
void        rgm_row_plot_set_frame   (RgmRowPlot           *self,
                                      const RgmFrame       *frame);
void        rgm_row_plot_set_title   (RgmRowPlot           *self,
                                      const char           *title);
void        rgm_row_plot_add_panel   (RgmRowPlot           *self,
                                      const RgmPlotPanel   *panel);
void        rgm_row_plot_add_column  (RgmRowPlot           *self,
                                      const RgmPlotColumn  *column);
void        rgm_row_plot_set_left_out
                                     (RgmRowPlot           *self,
                                      const char           *sentence);
void        rgm_row_plot_add_legend  (RgmRowPlot           *self,
                                      const RgmLegendEntry *entry);
void        rgm_row_plot_add_heading (RgmRowPlot           *self,
                                      const char           *text);
void        rgm_row_plot_add_row     (RgmRowPlot           *self,
                                      const RgmPlotRow     *row);
void        rgm_row_plot_add_pooled  (RgmRowPlot           *self,
                                      const RgmPlotRow     *row);
RgmScene   *rgm_row_plot_lay_out     (RgmRowPlot           *self,
                                      const RgmLayout  *layout,
                                      guint                *n_pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmRowPlot, rgm_row_plot_free)

G_END_DECLS
