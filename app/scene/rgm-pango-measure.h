/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-text-measure.h"

G_BEGIN_DECLS

#define RGM_TYPE_PANGO_MEASURE (rgm_pango_measure_get_type ())
G_DECLARE_FINAL_TYPE (RgmPangoMeasure, rgm_pango_measure, RGM, PANGO_MEASURE, GObject)

RgmTextMeasure *rgm_pango_measure_new (const char *family);

G_END_DECLS
