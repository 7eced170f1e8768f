/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-kaplan-meier.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "rgm-gsl.h"

struct _RgmKaplanMeier
{
  gsize            n;
  gsize            n_steps;
  RgmSurvivalStep *steps;
};

/* The standard error of the curve's logarithm is @relative. */
static void
bound (RgmSurvivalStep     *step,
       double               relative,
       RgmSurvivalInterval  interval,
       double               z)
{
  double survival = step->survival;
  double half = z * relative;

  step->se = step->lower = step->upper = NAN;
  if (survival <= 0.0)
    return;

  step->se = survival * relative;
  switch (interval)
    {
    case RGM_SURVIVAL_PLAIN:
      step->lower = MAX (0.0, survival - survival * half);
      step->upper = MIN (1.0, survival + survival * half);
      break;
    case RGM_SURVIVAL_LOG_LOG:
      if (survival >= 1.0)
        break;
      step->lower = pow (survival, exp (-half / log (survival)));
      step->upper = pow (survival, exp (half / log (survival)));
      break;
    case RGM_SURVIVAL_LOG:
    default:
      step->lower = survival * exp (-half);
      step->upper = MIN (1.0, survival * exp (half));
      break;
    }
}

static RgmReason
curve_new (const RgmFollowUp    *patients,
           gsize                 n,
           gboolean              reverse,
           RgmSurvivalInterval   interval,
           double                level,
           RgmKaplanMeier      **curve)
{
  g_autofree gsize *order = NULL;
  double survival = 1.0, greenwood = 0.0, z;
  RgmKaplanMeier *self;

  *curve = NULL;
  if (!(level > 0.5 && level < 1.0) || !rgm_follow_up_check (patients, n))
    return RGM_REASON_RANGE;
  if (interval != RGM_SURVIVAL_PLAIN && interval != RGM_SURVIVAL_LOG && interval != RGM_SURVIVAL_LOG_LOG)
    return RGM_REASON_RANGE;
  if (n == 0)
    return RGM_REASON_NO_PATIENTS;

  rgm_gsl_init ();
  z = gsl_cdf_ugaussian_Qinv ((1.0 - level) / 2.0);
  order = rgm_follow_up_order (patients, n);
  self = g_new0 (RgmKaplanMeier, 1);
  self->n = n;
  self->steps = g_new (RgmSurvivalStep, n);

  for (gsize i = 0; i < n;)
    {
      RgmSurvivalStep *step = &self->steps[self->n_steps++];
      double at_risk = (double) (n - i);
      double events;

      *step = (RgmSurvivalStep) { .time = patients[order[i]].time, .at_risk = n - i };
      for (; i < n && patients[order[i]].time == step->time; i++)
        if ((patients[order[i]].event != FALSE) != (reverse != FALSE))
          step->events++;
        else
          step->censored++;

      events = (double) step->events;
      survival *= (at_risk - events) / at_risk;
      greenwood += events > 0.0 ? events / (at_risk * (at_risk - events)) : 0.0;
      step->survival = survival;
      bound (step, sqrt (greenwood), interval, z);
    }

  *curve = self;

  return RGM_REASON_NONE;
}

/**
 * rgm_kaplan_meier_new:
 * @patients: (array length=n): the patients, in any order
 * @n: how many
 * @interval: the scale of the interval
 * @level: its level, above 0.5 and below 1
 * @curve: (out) (transfer full): the curve; %NULL unless the result is %RGM_REASON_NONE
 *
 * The product-limit estimate of survival, with Greenwood's standard error and pointwise
 * intervals: Kaplan and Meier, J Am Stat Assoc 1958;53:457; Kalbfleisch and Prentice,
 * The Statistical Analysis of Failure Time Data, section 1.4. As R's survfit() with
 * conf.type "plain", "log" or "log-log".
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NO_PATIENTS; %RGM_REASON_RANGE if a time or
 *   another argument is outside its range
 */
RgmReason
rgm_kaplan_meier_new (const RgmFollowUp    *patients,
                      gsize                 n,
                      RgmSurvivalInterval   interval,
                      double                level,
                      RgmKaplanMeier      **curve)
{
  return curve_new (patients, n, FALSE, interval, level, curve);
}

/**
 * rgm_kaplan_meier_new_reverse:
 * @patients: (array length=n): the patients, in any order
 * @n: how many
 * @interval: the scale of the interval
 * @level: its level, above 0.5 and below 1
 * @curve: (out) (transfer full): the curve; %NULL unless the result is %RGM_REASON_NONE
 *
 * The curve of follow-up: censoring is the event, and the event censors. Its median is
 * the median follow-up: Schemper and Smith, Control Clin Trials 1996;17:343.
 *
 * Returns: as rgm_kaplan_meier_new()
 */
RgmReason
rgm_kaplan_meier_new_reverse (const RgmFollowUp    *patients,
                              gsize                 n,
                              RgmSurvivalInterval   interval,
                              double                level,
                              RgmKaplanMeier      **curve)
{
  return curve_new (patients, n, TRUE, interval, level, curve);
}

/**
 * rgm_kaplan_meier_free:
 * @self: (nullable) (transfer full): a curve
 *
 * Frees it.
 */
void
rgm_kaplan_meier_free (RgmKaplanMeier *self)
{
  if (self == NULL)
    return;

  g_free (self->steps);
  g_free (self);
}

/**
 * rgm_kaplan_meier_get_n:
 * @self: a curve
 *
 * Returns: how many patients it is of
 */
gsize
rgm_kaplan_meier_get_n (const RgmKaplanMeier *self)
{
  return self->n;
}

/**
 * rgm_kaplan_meier_get_steps:
 * @self: a curve
 * @n_steps: (out): how many steps it has, at least 1
 *
 * Returns: (transfer none) (array length=n_steps): a step for each time at which
 *   follow-ups ended, in their order; before the first the curve is at 1
 */
const RgmSurvivalStep *
rgm_kaplan_meier_get_steps (const RgmKaplanMeier *self,
                            gsize                *n_steps)
{
  *n_steps = self->n_steps;

  return self->steps;
}

/* The number of steps at times below @time, or below and at it. */
static gsize
steps_until (const RgmKaplanMeier *self,
             double                time,
             gboolean              inclusive)
{
  gsize low = 0, high = self->n_steps;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->steps[middle].time < time || (inclusive && self->steps[middle].time <= time))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * rgm_kaplan_meier_count:
 * @self: a curve
 * @time: a time
 *
 * Returns: the numbers at @time, as below a survival curve
 */
RgmSurvivalCount
rgm_kaplan_meier_count (const RgmKaplanMeier *self,
                        double                time)
{
  gsize before = steps_until (self, time, FALSE);
  RgmSurvivalCount count = { before < self->n_steps ? self->steps[before].at_risk : 0, 0, 0 };

  for (gsize i = 0; i < before; i++)
    count.events += self->steps[i].events;
  count.censored = self->n - count.at_risk - count.events;

  return count;
}

/**
 * rgm_kaplan_meier_step_at:
 * @self: a curve
 * @time: a time
 *
 * Returns: (nullable) (transfer none): the last step at or before @time, whose survival
 *   and interval hold at @time; beyond the last follow-up the curve stays where it was.
 *   %NULL before the first step, where survival is 1
 */
const RgmSurvivalStep *
rgm_kaplan_meier_step_at (const RgmKaplanMeier *self,
                          double                time)
{
  gsize until = steps_until (self, time, TRUE);

  return until > 0 ? &self->steps[until - 1] : NULL;
}

/**
 * rgm_kaplan_meier_survival:
 * @self: a curve
 * @time: a time
 *
 * Returns: the curve at @time, from 0 to 1; beyond the last follow-up it stays where it
 *   was
 */
double
rgm_kaplan_meier_survival (const RgmKaplanMeier *self,
                           double                time)
{
  const RgmSurvivalStep *step = rgm_kaplan_meier_step_at (self, time);

  return step != NULL ? step->survival : 1.0;
}

/* How the curve or one of its bounds is read off. */
typedef double (*Reading) (const RgmSurvivalStep *step);

static double
read_survival (const RgmSurvivalStep *step)
{
  return step->survival;
}

static double
read_lower (const RgmSurvivalStep *step)
{
  return step->lower;
}

static double
read_upper (const RgmSurvivalStep *step)
{
  return step->upper;
}

/* Where a curve has fallen by @fraction, as R's quantile.survfit() has it: where it runs
 * flat at just that height, the middle of that stretch, which for a last stretch ends
 * with the last follow-up. (The textbooks' quantile is the stretch's beginning.) Of
 * steps at the same height the first counts. A bound of the plain kind may rise again;
 * then the step with the least fall that will do is taken. */
static double
fall (const RgmKaplanMeier *self,
      Reading               reading,
      double                fraction)
{
  const double tolerance = sqrt (DBL_EPSILON);
  double reached = INFINITY, passed = INFINITY;
  double start = NAN, end = NAN;
  double deepest = 0.0, last = 0.0;

  for (gsize i = 0; i < self->n_steps; i++)
    {
      double depth = 1.0 - reading (&self->steps[i]);

      last = depth;
      if (isnan (depth))
        continue;
      deepest = MAX (deepest, depth);
      if (depth + tolerance >= fraction && depth < reached)
        {
          reached = depth;
          start = self->steps[i].time;
        }
      if (depth - tolerance >= fraction && depth < passed)
        {
          passed = depth;
          end = self->steps[i].time;
        }
    }

  if (deepest < fraction)
    return NAN;
  if (!isnan (last) && fabs (fraction - last) < tolerance)
    end = self->steps[self->n_steps - 1].time;

  return (start + end) / 2.0;
}

/**
 * rgm_kaplan_meier_quantile:
 * @self: a curve
 * @fraction: how many have had the event, above 0 and below 1; 0.5 for the median
 * @quantile: (out): the time; NAN unless the result is %RGM_REASON_NONE
 * @lower: (out): its lower bound; NAN if not reached
 * @upper: (out): its upper bound; NAN if not reached
 *
 * The time at which the curve has fallen by @fraction, and the times at which the bounds of its interval have: Brookmeyer and
 * Crowley, Biometrics 1982;38:29. As R's quantile() of a survfit().
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NOT_REACHED if the curve doesn't fall so far, though @lower may be there;
 *   %RGM_REASON_RANGE if @fraction is outside its range
 */
RgmReason
rgm_kaplan_meier_quantile (const RgmKaplanMeier *self,
                           double                fraction,
                           double               *quantile,
                           double               *lower,
                           double               *upper)
{
  *quantile = *lower = *upper = NAN;
  if (!(fraction > 0.0 && fraction < 1.0))
    return RGM_REASON_RANGE;

  *quantile = fall (self, read_survival, fraction);
  *lower = fall (self, read_lower, fraction);
  *upper = fall (self, read_upper, fraction);

  return isnan (*quantile) ? RGM_REASON_NOT_REACHED : RGM_REASON_NONE;
}
