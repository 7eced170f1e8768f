/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-kaplan-meier.h"

G_BEGIN_DECLS

/**
 * RgmRestrictedMean:
 * @value: the mean time until the event or tau, whichever is first; or a difference of
 *   two such means
 * @se: its standard error
 * @lower: its lower bound
 * @upper: its upper bound
 * @p: of a difference, the two-sided p value of its being 0; NAN of a mean
 *
 * A restricted mean survival time, or the difference of two.
 */
typedef struct
{
  double value;
  double se;
  double lower;
  double upper;
  double p;
} RgmRestrictedMean;

double    rgm_restricted_mean_longest    (const RgmKaplanMeier    *curve);

RgmReason rgm_restricted_mean            (const RgmKaplanMeier    *curve,
                                          double                   tau,
                                          double                   level,
                                          RgmRestrictedMean       *result);

RgmReason rgm_restricted_mean_difference (const RgmRestrictedMean *one,
                                          const RgmRestrictedMean *reference,
                                          double                   level,
                                          RgmRestrictedMean       *result);

G_END_DECLS
