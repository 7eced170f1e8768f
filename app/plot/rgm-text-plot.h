/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-layout.h"
#include "rgm-plot.h"

G_BEGIN_DECLS

#define RGM_TEXT_PLOT_MAX_COLUMNS 4

/**
 * RgmTextColumn:
 * @title: (nullable): what stands over it
 * @share: of the width; those of a section add up to 1
 * @weight: of its texts
 *
 * A column of a section of text.
 */
typedef struct
{
  const char *title;
  double      share;
  RgmWeight   weight;
} RgmTextColumn;

/**
 * RgmTextRow:
 * @id: (nullable): a name that no other group of the scene has
 * @target: (nullable): what the row stands for outside the plot
 * @sentence: what it says, for a person who does not see it
 * @cells: (array zero-terminated=1): a text for each column; "" for none, and a line break for another paragraph
 *
 * A row of a section.
 */
typedef struct
{
  const char         *id;
  const char         *target;
  const char         *sentence;
  const char * const *cells;
} RgmTextRow;

/**
 * RgmTextPlot:
 *
 * A page of words: sections, each with a heading and rows of texts in columns. Texts wrap and are never cut; where
 * the columns would be too narrow to read, the texts of a row stand below one another.
 */
typedef struct _RgmTextPlot RgmTextPlot;

RgmTextPlot *rgm_text_plot_new         (void);
void         rgm_text_plot_free        (RgmTextPlot         *self);
void         rgm_text_plot_set_frame   (RgmTextPlot         *self,
                                        const RgmFrame      *frame);
void         rgm_text_plot_add_section (RgmTextPlot         *self,
                                        const char          *heading,
                                        const RgmTextColumn *columns,
                                        guint                n_columns);
void         rgm_text_plot_add_row     (RgmTextPlot         *self,
                                        const RgmTextRow    *row);
RgmScene    *rgm_text_plot_lay_out     (const RgmTextPlot   *self,
                                        const RgmLayout     *layout,
                                        guint               *n_pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmTextPlot, rgm_text_plot_free)

G_END_DECLS
