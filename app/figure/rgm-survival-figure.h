/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-trials-figure.h"

G_BEGIN_DECLS

#define RGM_TYPE_SURVIVAL_FIGURE (rgm_survival_figure_get_type ())

/**
 * RgmSurvivalFigure:
 *
 * Median times to an event of the arms of a selection, with their intervals.
 */
G_DECLARE_FINAL_TYPE (RgmSurvivalFigure, rgm_survival_figure, RGM, SURVIVAL_FIGURE, RgmTrialsFigure)

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

RgmSurvivalFigure *rgm_survival_figure_new      (void);
RgmSurvivalShow    rgm_survival_figure_get_show (RgmSurvivalFigure *self);
void               rgm_survival_figure_set_show (RgmSurvivalFigure *self,
                                                 RgmSurvivalShow    show);

G_END_DECLS
