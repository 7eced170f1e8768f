/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-reason.h"

G_BEGIN_DECLS

/**
 * RGM_PROPORTION_MAX:
 *
 * The largest number of patients that a proportion may be of, which is the largest that
 * a data set may state.
 */
#define RGM_PROPORTION_MAX G_GINT64_CONSTANT (1000000000)

/**
 * RgmProportionMethod:
 * @RGM_PROPORTION_CLOPPER_PEARSON: exact: two one-sided binomial tests, inverted
 * @RGM_PROPORTION_WILSON: the score test, inverted, without continuity correction
 * @RGM_PROPORTION_AGRESTI_COULL: Wald's about Wilson's centre, clipped to [0, 1]
 * @RGM_PROPORTION_JEFFREYS: equal tails of the posterior under Jeffreys' prior
 *
 * How the interval of a proportion is computed.
 */
typedef enum
{
  RGM_PROPORTION_CLOPPER_PEARSON,
  RGM_PROPORTION_WILSON,
  RGM_PROPORTION_AGRESTI_COULL,
  RGM_PROPORTION_JEFFREYS,
} RgmProportionMethod;

RgmReason rgm_proportion_interval (RgmProportionMethod  method,
                                   gint64               x,
                                   gint64               n,
                                   double               level,
                                   double              *lower,
                                   double              *upper);

G_END_DECLS
