/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-arm.h"
#include "rgm-patient-groups.h"
#include "rgm-published-curve.h"
#include "rgm-rebuilt-curve.h"

G_BEGIN_DECLS

const RgmPublishedCurve *rgm_arm_find_curve         (RgmArm                   *arm,
                                                     const char               *endpoint);
gboolean                 rgm_patient_groups_add_arm (RgmPatientGroups         *self,
                                                     RgmArm                   *arm,
                                                     const RgmPublishedCurve  *curve,
                                                     const char               *name,
                                                     GError                  **error);

G_END_DECLS
