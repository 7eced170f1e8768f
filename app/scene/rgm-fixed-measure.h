/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-text-measure.h"

G_BEGIN_DECLS

#define RGM_TYPE_FIXED_MEASURE (rgm_fixed_measure_get_type ())
G_DECLARE_FINAL_TYPE (RgmFixedMeasure, rgm_fixed_measure, RGM, FIXED_MEASURE, GObject)

RgmTextMeasure *rgm_fixed_measure_new (void);

G_END_DECLS
