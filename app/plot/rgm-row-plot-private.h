/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-frame.h"
#include "rgm-row-plot.h"
#include "rgm-scale.h"

G_BEGIN_DECLS

/* Private to the room: a plot of rows and its layout.
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

typedef struct _RgmRowGeometry RgmRowGeometry;

struct _RgmRowPlot
{
  RgmRowMark     mark;
  RgmFrame       frame;
  const char    *title;
  RgmPlotPanel   panels[RGM_ROW_PLOT_MAX_PANELS];
  guint          n_panels;
  RgmPlotColumn  columns[RGM_ROW_PLOT_MAX_COLUMNS];
  guint          n_columns;
  GArray        *entries;   /* RgmRowEntry */
  guint          n_rows;    /* how many of them are rows and pooled rows */
  gboolean       has_headings;
  const char    *left_out;  /* said in the note where columns have no room */
  GStringChunk  *strings;

  /* The geometry of the previous layout, since pages are requested one after another. */
  RgmLayout       layout;
  RgmRowGeometry *geometry;
};

struct _RgmRowGeometry
{
  RgmTypeSizes  sizes;
  RgmFramePlan  frame;
  RgmFrame      noted;         /* the plot's frame, with the note that columns are left out */
  gboolean      wraps;         /* whether any label wraps */
  gboolean      two_lines;     /* whether a row's detail is below its label */
  gboolean      tight;         /* whether gaps are at their minimum, too */
  gboolean      mirrored;      /* whether the scene reads from the right */
  double        row_height;    /* of a row whose label doesn't wrap */
  double       *extra;         /* of each entry, how much taller it is */
  double        titles;        /* heights, in points */
  guint         titles_lines;
  double        axis;
  double        gap;           /* between columns */
  double        left;
  double        right;
  double        indent;        /* of rows under headings */
  double        label_width;
  double        text_width;    /* the share of it that a label may take */
  gboolean      column_shown[RGM_ROW_PLOT_MAX_COLUMNS];
  GPtrArray    *stacked;       /* of each entry, the cells of the columns that aren't shown, to stand below its label; or NULL */
  double        column_x[RGM_ROW_PLOT_MAX_COLUMNS];
  double        column_width[RGM_ROW_PLOT_MAX_COLUMNS];
  RgmScale      scales[RGM_ROW_PLOT_MAX_PANELS];
  gboolean      has_data[RGM_ROW_PLOT_MAX_PANELS];  /* without any, a panel has no axis */
  double        heaviest;      /* weight of a row */
  GPtrArray    *cells;         /* of each entry all columns' texts, numbers aligned */
  GArray       *pages;         /* guint: the first entry of each page, and the end */
};

RgmRowGeometry *rgm_row_geometry_new        (const RgmRowPlot     *plot,
                                             const RgmLayout  *layout);
void            rgm_row_geometry_free       (RgmRowGeometry       *self);
double          rgm_row_geometry_get_height (const RgmRowGeometry *self,
                                             const RgmRowPlot     *plot,
                                             guint                 entry);
const char     *rgm_row_geometry_get_cell   (const RgmRowGeometry *self,
                                             const RgmRowPlot     *plot,
                                             guint                 entry,
                                             guint                 column);
double          rgm_row_label_get_width     (const RgmRowEntry    *entry,
                                             const char           *stacked,
                                             const RgmRowGeometry *geometry,
                                             RgmTextMeasure       *text_measure);
double          rgm_row_label_get_extra     (const RgmRowEntry    *entry,
                                             const char           *stacked,
                                             const RgmRowGeometry *geometry,
                                             RgmTextMeasure       *text_measure);
void            rgm_row_label_draw          (const RgmRowEntry    *entry,
                                             const char           *stacked,
                                             const RgmRowGeometry *geometry,
                                             RgmSceneBuilder      *builder,
                                             double                y);
RgmScene       *rgm_row_plot_draw           (const RgmRowPlot     *self,
                                             const RgmLayout  *layout,
                                             const RgmRowGeometry *geometry,
                                             guint                 page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmRowGeometry, rgm_row_geometry_free)

G_END_DECLS
