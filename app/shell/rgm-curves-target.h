/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-curves-draft.h"
#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_CURVES_TARGET (rgm_curves_target_get_type ())

/**
 * RgmCurvesTargetGroup:
 *
 * Rows in which a person says where curves go: into a chart of their own, or to arms of a trial, with their source.
 *
 * Emits "changed" when an answer changes.
 */
G_DECLARE_FINAL_TYPE (RgmCurvesTargetGroup, rgm_curves_target, RGM, CURVES_TARGET, AdwPreferencesGroup)

void     rgm_curves_target_set_window_state (RgmCurvesTargetGroup   *self,
                                             RgmWindowState         *window_state);
void     rgm_curves_target_set_groups       (RgmCurvesTargetGroup   *self,
                                             RgmPatientGroups       *groups);
gboolean rgm_curves_target_is_data_set      (RgmCurvesTargetGroup   *self);
const char *
         rgm_curves_target_get_endpoint     (RgmCurvesTargetGroup   *self);
char    *rgm_curves_target_tell_missing     (RgmCurvesTargetGroup   *self);
gboolean rgm_curves_target_take             (RgmCurvesTargetGroup   *self,
                                             const RgmCurvesReading *reading,
                                             GError                **error);

G_END_DECLS
