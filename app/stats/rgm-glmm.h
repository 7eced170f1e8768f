/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pool-result.h"

G_BEGIN_DECLS

/**
 * RgmGlmmFit:
 * @logit: the logit of a typical arm
 * @se: its standard error
 * @tau2: the variance of the arms' logits
 * @tau2_lower: its lower bound, 0 or more
 * @tau2_upper: its upper bound
 * @interval_reason: why @tau2_lower and @tau2_upper are NAN
 */
typedef struct
{
  double logit;
  double se;
  double tau2;
  double tau2_lower;
  double tau2_upper;
  RgmReason interval_reason;
} RgmGlmmFit;

RgmReason rgm_glmm_fit (const RgmPoolArm *arms,
                        gsize             k,
                        double            level,
                        RgmGlmmFit       *fit);

G_END_DECLS
