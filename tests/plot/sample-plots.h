/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-row-plot.h"

G_BEGIN_DECLS

/* Plots of made-up rows that have every kind of estimate and bound. */

RgmRowPlot *sample_forest  (guint n_rows);
RgmRowPlot *sample_bars    (void);
RgmRowPlot *sample_medians (void);

G_END_DECLS
