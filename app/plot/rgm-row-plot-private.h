/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot-frame.h"
#include "rgm-row-plot.h"
#include "rgm-scale.h"

G_BEGIN_DECLS

/* Private to the room: a plot of rows, and where everything in it goes.
 *
 *     title, subtitle, legend                                         head
 *     label | columns |  panel  | columns | (panel | columns)         titles
 *     rows, headings, pooled rows
 *                     0   20  40                                      axis
 *     note, method, caveat, sources                                   foot
 */

/* As wide as a digit. */
#define RGM_FIGURE_SPACE "\342\200\207"

typedef enum
{
  RGM_ROW_ENTRY_HEADING,
  RGM_ROW_ENTRY_ROW,
  RGM_ROW_ENTRY_POOLED,
} RgmRowEntryKind;

typedef struct
{
  RgmRowEntryKind kind;
  const char     *id;
  const char     *target;
  const char     *sentence;
  const char     *label;     /* a heading's text as well */
  const char     *detail;
  const char     *cells[RGM_ROW_PLOT_MAX_COLUMNS];
  RgmSeries       series;
  RgmPlotValue    values[RGM_ROW_PLOT_MAX_PANELS];
} RgmRowEntry;

struct _RgmRowPlot
{
  RgmRowMark     mark;
  RgmPlotFrame  *frame;
  const char    *title;
  RgmPlotPanel   panels[RGM_ROW_PLOT_MAX_PANELS];
  guint          n_panels;
  RgmPlotColumn  columns[RGM_ROW_PLOT_MAX_COLUMNS];
  guint          n_columns;
  GArray        *entries;   /* RgmRowEntry */
  guint          n_rows;    /* of them rows and pooled rows */
  gboolean       has_headings;
  GStringChunk  *strings;
};

typedef struct
{
  RgmTypeSizes  sizes;
  gboolean      two_lines;     /* whether a row's detail is below its label */
  gboolean      tight;         /* whether even gaps are as small as may be */
  double        row_height;
  double        head;          /* heights, in points */
  double        titles;
  guint         titles_lines;
  double        axis;
  double        foot;
  double        gap;           /* between columns */
  double        left;
  double        right;
  double        indent;        /* of rows under headings */
  double        label_width;
  gboolean      column_shown[RGM_ROW_PLOT_MAX_COLUMNS];
  double        column_x[RGM_ROW_PLOT_MAX_COLUMNS];
  double        column_width[RGM_ROW_PLOT_MAX_COLUMNS];
  RgmScale      scales[RGM_ROW_PLOT_MAX_PANELS];
  double        heaviest;      /* weight of a row */
  GPtrArray    *cells;         /* of each entry all columns' texts, numbers aligned */
  GArray       *pages;         /* guint: the first entry of each page, and the end */
} RgmRowGeometry;

RgmRowGeometry *rgm_row_geometry_new        (const RgmRowPlot     *plot,
                                             const RgmPlotLayout  *layout);
void            rgm_row_geometry_free       (RgmRowGeometry       *self);
double          rgm_row_geometry_get_height (const RgmRowGeometry *self,
                                             const RgmRowPlot     *plot,
                                             guint                 entry);
const char     *rgm_row_geometry_get_cell   (const RgmRowGeometry *self,
                                             const RgmRowPlot     *plot,
                                             guint                 entry,
                                             guint                 column);
RgmScene       *rgm_row_plot_draw           (const RgmRowPlot     *self,
                                             const RgmPlotLayout  *layout,
                                             const RgmRowGeometry *geometry,
                                             guint                 page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmRowGeometry, rgm_row_geometry_free)

G_END_DECLS
