/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-figure.h"
#include "rgm-ink.h"
#include "rgm-plot.h"
#include "rgm-trials-figure.h"

G_BEGIN_DECLS

/* Private to the room: what all figures of arms say alike. */

char      *rgm_figure_words_caveat  (const GArray          *arms);
char      *rgm_figure_words_sources (RgmDataSet            *data_set,
                                     GPtrArray             *outcomes);
guint      rgm_figure_count_trials  (const GArray          *arms);
RgmSeries  rgm_figure_get_series    (RgmDataSet            *data_set,
                                     const char            *class_id);
const char *
           rgm_figure_get_detail    (const RgmFigureArm    *arm);
GArray    *rgm_figure_get_legend    (RgmDataSet            *data_set,
                                     const GArray          *arms);
void       rgm_figure_fill_frame    (RgmFigure             *self,
                                     RgmFrame              *frame);
void       rgm_figure_fill_layout   (const RgmFigureLayout *layout,
                                     RgmPlotLayout         *plot_layout);

G_END_DECLS
