/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure-arms.h"
#include "rgm-figure.h"

G_BEGIN_DECLS

#define RGM_TYPE_SCATTER_FIGURE (rgm_scatter_figure_get_type ())

/**
 * RgmScatterFigure:
 *
 * Response against progression-free survival: a point for each arm of a selection that
 * reports both, with both intervals, its area the number of patients.
 */
G_DECLARE_FINAL_TYPE (RgmScatterFigure, rgm_scatter_figure, RGM, SCATTER_FIGURE, RgmFigure)

/**
 * RgmScatterOptions:
 * @trials: what of the selection is shown
 */
typedef struct
{
  RgmTrialsOptions trials;
} RgmScatterOptions;

G_END_DECLS
