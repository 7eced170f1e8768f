/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-restricted-mean.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "rgm-gsl.h"

static const RgmRestrictedMean nothing = { NAN, NAN, NAN, NAN, NAN };

static void
add_interval (RgmRestrictedMean *self,
              double             level)
{
  double half = gsl_cdf_ugaussian_Qinv ((1.0 - level) / 2.0) * self->se;

  self->lower = self->value - half;
  self->upper = self->value + half;
}

/**
 * rgm_restricted_mean_longest:
 * @curve: a survival curve
 *
 * Returns: the largest tau for which the curve is known up to tau: the last follow-up,
 *   or INFINITY if the curve has fallen to 0 there
 */
double
rgm_restricted_mean_longest (const RgmKaplanMeier *curve)
{
  gsize n_steps;
  const RgmSurvivalStep *steps = rgm_kaplan_meier_get_steps (curve, &n_steps);

  return steps[n_steps - 1].survival > 0.0 ? steps[n_steps - 1].time : INFINITY;
}

/**
 * rgm_restricted_mean:
 * @curve: a survival curve
 * @tau: the time to which it is restricted, above 0
 * @level: the level of the interval, above 0.5 and below 1
 * @result: (out caller-allocates): the mean; all NAN unless the result is
 *   %RGM_REASON_NONE
 *
 * The area below the curve up to @tau: Irwin, J Hyg 1949;47:188; with a normal interval.
 * As R's print(survfit(), rmean =).
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_FOLLOW_UP if follow-up ends before @tau and the
 *   curve is not at 0 there; %RGM_REASON_RANGE if an argument is outside its range
 */
RgmReason
rgm_restricted_mean (const RgmKaplanMeier *curve,
                     double                tau,
                     double                level,
                     RgmRestrictedMean    *result)
{
  gsize n_steps;
  const RgmSurvivalStep *steps = rgm_kaplan_meier_get_steps (curve, &n_steps);
  double area = 0.0, variance = 0.0;
  double right = tau;

  *result = nothing;
  if (!(tau > 0.0 && tau < INFINITY) || !(level > 0.5 && level < 1.0))
    return RGM_REASON_RANGE;
  if (tau > rgm_restricted_mean_longest (curve))
    return RGM_REASON_FOLLOW_UP;

  /* From the right, so that each step finds the area beyond it. */
  for (gsize i = n_steps; i-- > 0;)
    {
      const RgmSurvivalStep *step = &steps[i];
      double at_risk = (double) step->at_risk;
      double events = (double) step->events;

      if (step->time > tau)
        continue;
      area += (right - step->time) * step->survival;
      right = step->time;
      if (events < at_risk)
        variance += area * area * events / (at_risk * (at_risk - events));
    }

  rgm_gsl_init ();
  result->value = area + right;
  result->se = sqrt (variance);
  add_interval (result, level);

  return RGM_REASON_NONE;
}

/**
 * rgm_restricted_mean_difference:
 * @one: a group's mean
 * @reference: that of the group which it is compared with, up to the same tau
 * @level: the level of the interval, above 0.5 and below 1
 * @result: (out caller-allocates): @one less @reference; all NAN unless the result is
 *   %RGM_REASON_NONE
 *
 * The groups are independent, so that the variances add up; the interval and the test
 * are normal: Uno et al., J Clin Oncol 2014;32:2380.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_RANGE if an argument is outside its range or
 *   NAN; %RGM_REASON_NO_EVENTS if neither mean varies, so that there is nothing to test
 */
RgmReason
rgm_restricted_mean_difference (const RgmRestrictedMean *one,
                                const RgmRestrictedMean *reference,
                                double                   level,
                                RgmRestrictedMean       *result)
{
  RgmRestrictedMean difference = { one->value - reference->value, hypot (one->se, reference->se), NAN, NAN, NAN };

  *result = nothing;
  if (!isfinite (difference.value) || !isfinite (difference.se) || !(level > 0.5 && level < 1.0))
    return RGM_REASON_RANGE;
  if (difference.se <= 0.0)
    return RGM_REASON_NO_EVENTS;

  rgm_gsl_init ();
  *result = difference;
  add_interval (result, level);
  result->p = 2.0 * gsl_cdf_ugaussian_Q (fabs (difference.value) / difference.se);

  return RGM_REASON_NONE;
}
