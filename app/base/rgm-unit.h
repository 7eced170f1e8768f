/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-enum.h"

G_BEGIN_DECLS

/* The units of an estimate: a rate's, and those of a time from the shortest. */
typedef enum
{
  RGM_UNIT_PERCENT,
  RGM_UNIT_DAYS,
  RGM_UNIT_WEEKS,
  RGM_UNIT_MONTHS,
  RGM_UNIT_YEARS,
} RgmUnit;

#define RGM_TYPE_UNIT (rgm_unit_get_type ())

GType  rgm_unit_get_type   (void) G_GNUC_CONST;
double rgm_unit_get_months (RgmUnit unit);
gsize  rgm_unit_scan       (const char *text,
                            RgmUnit    *unit);
gsize  rgm_unit_scan_local (const char *text);

G_END_DECLS
