/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-subgroup.h"
#include "rgm-trial-context.h"

G_BEGIN_DECLS

#define RGM_TYPE_OUTCOME_TILE (rgm_outcome_tile_get_type ())
G_DECLARE_FINAL_TYPE (RgmOutcomeTile, rgm_outcome_tile, RGM, OUTCOME_TILE, GtkWidget)

GtkWidget *rgm_outcome_tile_new (RgmTrialContext *context,
                                 RgmArm          *arm,
                                 RgmSubgroup     *subgroup,
                                 RgmOutcome      *outcome);

G_END_DECLS
