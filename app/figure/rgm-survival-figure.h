/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure-arms.h"
#include "rgm-figure.h"

G_BEGIN_DECLS

#define RGM_TYPE_SURVIVAL_FIGURE (rgm_survival_figure_get_type ())

/**
 * RgmSurvivalFigure:
 *
 * Median times to an event of the arms of a selection, with their intervals.
 */
G_DECLARE_FINAL_TYPE (RgmSurvivalFigure, rgm_survival_figure, RGM, SURVIVAL_FIGURE, RgmFigure)

/**
 * RgmSurvivalShow:
 * @RGM_SURVIVAL_BOTH: progression-free and overall survival side by side
 * @RGM_SURVIVAL_PFS: progression-free survival alone
 * @RGM_SURVIVAL_OS: overall survival alone
 *
 * What a figure of survival shows.
 */
typedef enum
{
  RGM_SURVIVAL_BOTH,
  RGM_SURVIVAL_PFS,
  RGM_SURVIVAL_OS,
} RgmSurvivalShow;

GType rgm_survival_show_get_type (void) G_GNUC_CONST;

/**
 * RgmSurvivalOptions:
 * @trials: what of the selection is shown
 * @show: which endpoints
 */
typedef struct
{
  RgmTrialsOptions trials;
  RgmSurvivalShow  show;
} RgmSurvivalOptions;

G_END_DECLS
