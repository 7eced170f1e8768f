/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot.h"

G_BEGIN_DECLS

/**
 * RgmScale:
 * @lower: the value at its start
 * @upper: the value at its end, above @lower
 * @from: where @lower is, in points
 * @to: where @upper is, in points; below @from for a scale that goes up the page
 * @unit: the unit
 *
 * Maps values to positions along one axis.
 */
typedef struct
{
  double      lower;
  double      upper;
  double      from;
  double      to;
  RgmAxisUnit unit;
} RgmScale;

void      rgm_scale_init       (RgmScale       *self,
                                const RgmAxis  *axis,
                                double          lowest,
                                double          highest);
double    rgm_scale_place      (const RgmScale *self,
                                double          value);
gboolean  rgm_scale_has        (const RgmScale *self,
                                double          value);
GArray   *rgm_scale_get_ticks  (const RgmScale *self,
                                RgmTextMeasure *measure,
                                double          size);
char     *rgm_scale_label      (const RgmScale *self,
                                double          value);

G_END_DECLS
