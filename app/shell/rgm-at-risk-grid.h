/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-digitisation.h"

G_BEGIN_DECLS

#define RGM_TYPE_AT_RISK_GRID (rgm_at_risk_grid_get_type ())

/**
 * RgmAtRiskGrid:
 *
 * The numbers at risk below a chart, as it prints them: times in a row, and a row of numbers for each curve, all to be typed.
 */
G_DECLARE_FINAL_TYPE (RgmAtRiskGrid, rgm_at_risk_grid, RGM, AT_RISK_GRID, GtkWidget)

void rgm_at_risk_grid_set_digitisation (RgmAtRiskGrid   *self,
                                        RgmDigitisation *digitisation);

G_END_DECLS
