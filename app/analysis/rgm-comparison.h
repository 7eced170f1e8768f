/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-response.h"

G_BEGIN_DECLS

/**
 * RgmArmComparison:
 * @refusal: (nullable): why these two are not compared, a sentence; then all numbers are NAN. %NULL if they are
 * @difference: the first arm's rate less the second's, a proportion from -1 to 1
 * @newcombe_lower: the lower bound of the difference by Newcombe's method
 * @newcombe_upper: the upper bound
 * @miettinen_nurminen_lower: the lower bound by Miettinen and Nurminen's method
 * @miettinen_nurminen_upper: the upper bound
 * @p: Fisher's exact p value; NAN if @why_no_p is not %NULL
 * @why_no_p: (nullable): why there is no p value, a sentence
 *
 * The comparison of two arms of one trial.
 */
typedef struct
{
  const char *refusal;
  double      difference;
  double      newcombe_lower;
  double      newcombe_upper;
  double      miettinen_nurminen_lower;
  double      miettinen_nurminen_upper;
  double      p;
  const char *why_no_p;
} RgmArmComparison;

RgmArmComparison rgm_comparison_make          (const RgmResponse *first,
                                               const RgmResponse *second,
                                               double             level);
RgmArmComparison rgm_comparison_make_for_arms (RgmDataSet        *data_set,
                                               const char        *first,
                                               const char        *second,
                                               const char        *endpoint,
                                               double             level);

G_END_DECLS
