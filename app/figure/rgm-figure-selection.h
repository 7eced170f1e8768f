/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure-arms.h"
#include "rgm-row-plot.h"

G_BEGIN_DECLS

/* Private to the room: how a chart says which trials it shows, and which it leaves out. */

char *rgm_figure_text_selection (RgmSelection           *selection,
                                 const RgmTrialsOptions *options);
void  rgm_figure_add_excluded   (RgmSelection           *selection,
                                 const RgmTrialsOptions *options,
                                 const char * const     *endpoints,
                                 guint                   n_cells,
                                 RgmRowPlot             *plot);

G_END_DECLS
