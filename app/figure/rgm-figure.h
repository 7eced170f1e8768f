/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-table.h"

G_BEGIN_DECLS

/* Of the rooms model and scene, which not everybody who shows a figure sees. */
typedef struct _RgmDataSet RgmDataSet;
typedef struct _RgmScene RgmScene;
typedef struct _RgmTextMeasure RgmTextMeasure;

/**
 * RgmFigureLayout:
 * @measure: what measures the texts
 * @right_to_left: whether the figure is mirrored
 * @width: of the scene, in points
 * @height: of the scene, in points, or 0 for as tall as is good
 * @base: the size of type in rows, in points, the reader's text scale already in it
 * @floor: the size below which no type may fall, in points
 * @paged: whether what doesn't fit goes on another page; else the scene grows
 * @page: which page is wanted, from 0
 *
 * How a figure is laid out.
 */
typedef struct
{
  RgmTextMeasure *measure;
  gboolean        right_to_left;
  double          width;
  double          height;
  double          base;
  double          floor;
  gboolean        paged;
  guint           page;
} RgmFigureLayout;

/**
 * RgmFigureWords:
 * @title: what is shown
 * @subtitle: (nullable): endpoint, unit and count
 * @summary: what the whole shows, for who can't see it
 * @note: (nullable): what isn't drawn, and how many of it
 * @method: (nullable): how the numbers were made
 * @caveat: (nullable): what not to conclude
 * @sources: (nullable): where the numbers are from, with the date
 *
 * The words of a figure.
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *summary;
  char *note;
  char *method;
  char *caveat;
  char *sources;
} RgmFigureWords;

#define RGM_TYPE_FIGURE (rgm_figure_get_type ())
G_DECLARE_DERIVABLE_TYPE (RgmFigure, rgm_figure, RGM, FIGURE, GObject)

/**
 * RgmFigureClass:
 * @update: works out words and table anew, and whatever @lay_out needs; called when
 *   something is asked for first after a change. Fills @words, whose strings the figure
 *   then owns, and returns the table (transfer full)
 * @lay_out: lays the figure out; @n_pages is never %NULL
 *
 * What a kind of figure says of itself.
 */
struct _RgmFigureClass
{
  GObjectClass parent_class;

  RgmTable *(*update)  (RgmFigure             *self,
                        RgmFigureWords        *words);
  RgmScene *(*lay_out) (RgmFigure             *self,
                        const RgmFigureLayout *layout,
                        guint                 *n_pages);
};

RgmDataSet           *rgm_figure_get_data_set (RgmFigure             *self);
void                  rgm_figure_set_data_set (RgmFigure             *self,
                                               RgmDataSet            *data_set);
const RgmFigureWords *rgm_figure_get_words    (RgmFigure             *self);
RgmTable             *rgm_figure_get_table    (RgmFigure             *self);
RgmScene             *rgm_figure_lay_out      (RgmFigure             *self,
                                               const RgmFigureLayout *layout,
                                               guint                 *n_pages);
void                  rgm_figure_changed      (RgmFigure             *self);

G_END_DECLS
