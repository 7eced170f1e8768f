/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-follow-up.h"

G_BEGIN_DECLS

/**
 * RgmCox:
 * @log_ratio: the logarithm of the hazard ratio
 * @se: its standard error
 * @ratio: the hazard ratio of the second group to the first: below 1 if the second
 *   group's events come later
 * @lower: its lower bound
 * @upper: its upper bound
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
} RgmCox;

RgmReason rgm_cox_two_groups (const RgmFollowUp *patients,
                              const gsize       *groups,
                              gsize              n,
                              double             level,
                              RgmCox            *result);

G_END_DECLS
