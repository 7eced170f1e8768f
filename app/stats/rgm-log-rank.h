/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-follow-up.h"

G_BEGIN_DECLS

/**
 * RgmLogRank:
 * @chi2: the statistic
 * @df: its degrees of freedom
 * @p: its p value
 *
 * What the log-rank test gives.
 */
typedef struct
{
  double chi2;
  gsize  df;
  double p;
} RgmLogRank;

RgmReason rgm_log_rank (const RgmFollowUp *patients,
                        const gsize       *groups,
                        gsize              n,
                        gsize              n_groups,
                        RgmLogRank        *result,
                        double            *observed,
                        double            *expected);

G_END_DECLS
