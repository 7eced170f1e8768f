/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pool-result.h"

G_BEGIN_DECLS

/**
 * RgmPoolBetween:
 * @q: Q of the groups' estimates
 * @df: its degrees of freedom, the number of groups less 1
 * @p: its p value
 * @reason: why @q and @p are NAN
 *
 * The test between groups. It is exploratory.
 */
typedef struct
{
  double q;
  gsize df;
  double p;
  RgmReason reason;
} RgmPoolBetween;

RgmReason rgm_pool               (const RgmPoolArm     *arms,
                                  gsize                 k,
                                  const RgmPoolOptions *options,
                                  RgmPoolResult        *result,
                                  double               *weights);

RgmReason rgm_pool_leave_one_out (const RgmPoolArm     *arms,
                                  gsize                 k,
                                  const RgmPoolOptions *options,
                                  RgmPoolResult        *results);

RgmReason rgm_pool_groups        (const RgmPoolArm     *arms,
                                  const gsize          *groups,
                                  gsize                 k,
                                  gsize                 n_groups,
                                  const RgmPoolOptions *options,
                                  RgmPoolResult        *results,
                                  RgmPoolBetween       *between);

G_END_DECLS
