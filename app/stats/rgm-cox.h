/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-follow-up.h"

G_BEGIN_DECLS

/**
 * RgmCox:
 * @log_ratio: the logarithm of the hazard ratio
 * @se: its standard error
 * @ratio: the hazard ratio of a group to the reference group: below 1 if the group's
 *   events come later
 * @lower: its lower bound
 * @upper: its upper bound
 * @p: the two-sided p value of its being 1, by Wald's test
 * @reason: why all of it is NAN
 *
 * A hazard ratio.
 */
typedef struct
{
  double log_ratio;
  double se;
  double ratio;
  double lower;
  double upper;
  double p;
  RgmReason reason;
} RgmCox;

RgmReason rgm_cox (const RgmFollowUp *patients,
                   const gsize       *groups,
                   gsize              n,
                   gsize              n_groups,
                   gsize              reference,
                   double             level,
                   RgmCox            *ratios);

G_END_DECLS
