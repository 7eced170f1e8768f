/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-reason.h"

G_BEGIN_DECLS

/**
 * RgmCurvePoint:
 * @time: a time
 * @survival: survival there; a proportion once it is repaired
 *
 * A point of a digitised survival curve.
 */
typedef struct
{
  double time;
  double survival;
} RgmCurvePoint;

/**
 * RgmCurveRepair:
 * @percent: whether survival was in percent
 * @failure: whether the curve was one of events, 1 - survival
 * @n_moved: how many points were moved in survival
 * @largest_move: how far at most, as a proportion
 * @n_negative: how many points had a time below 0 and were put at 0
 *
 * What was found of the scale of a digitised curve, and what was repaired.
 */
typedef struct
{
  gboolean percent;
  gboolean failure;
  gsize    n_moved;
  double   largest_move;
  gsize    n_negative;
} RgmCurveRepair;

RgmReason rgm_curve_repair (const RgmCurvePoint  *points,
                            gsize                 n,
                            RgmCurveRepair       *repair,
                            GArray              **repaired,
                            GArray              **given,
                            gsize                *at_fault);

G_END_DECLS
