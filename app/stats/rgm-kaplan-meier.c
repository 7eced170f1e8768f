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
  RgmSurvivalInterval interval;
  double level;
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

/* Where a curve has come to. */
typedef struct
{
  double survival;
  double greenwood;
  double z;
} Estimate;

static Estimate
begin (const RgmKaplanMeier *self)
{
  return (Estimate) { 1.0, 0.0, gsl_cdf_ugaussian_Qinv ((1.0 - self->level) / 2.0) };
}

/* The height of the curve and its bounds at the next step, from the numbers of that step. */
static void
estimate (const RgmKaplanMeier *self,
          Estimate             *so_far,
          RgmSurvivalStep      *step)
{
  double at_risk = (double) step->at_risk;
  double events = (double) step->events;

  so_far->survival *= (at_risk - events) / at_risk;
  so_far->greenwood += events > 0.0 ? events / (at_risk * (at_risk - events)) : 0.0;
  step->survival = so_far->survival;
  bound (step, sqrt (so_far->greenwood), self->interval, so_far->z);
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
  g_autofree gsize *order = NULL;
  RgmKaplanMeier *self;
  gsize n_times = 1;
  Estimate so_far;

  *curve = NULL;
  if (!(level > 0.5 && level < 1.0) || !rgm_follow_up_check (patients, n))
    return RGM_REASON_RANGE;
  if (interval != RGM_SURVIVAL_PLAIN && interval != RGM_SURVIVAL_LOG && interval != RGM_SURVIVAL_LOG_LOG)
    return RGM_REASON_RANGE;
  if (n == 0)
    return RGM_REASON_NO_PATIENTS;

  rgm_gsl_init ();
  order = rgm_follow_up_order (patients, n);
  for (gsize i = 1; i < n; i++)
    n_times += patients[rgm_follow_up_nth (order, i - 1)].time != patients[rgm_follow_up_nth (order, i)].time;
  self = g_new (RgmKaplanMeier, 1);
  *self = (RgmKaplanMeier) { n, 0, g_new (RgmSurvivalStep, n_times), interval, level };
  so_far = begin (self);

  for (gsize i = 0; i < n;)
    {
      RgmSurvivalStep *step = &self->steps[self->n_steps++];

      *step = (RgmSurvivalStep) { .time = patients[rgm_follow_up_nth (order, i)].time, .at_risk = n - i };
      for (; i < n && patients[rgm_follow_up_nth (order, i)].time == step->time; i++)
        step->events += patients[rgm_follow_up_nth (order, i)].event != FALSE;
      step->censored = step->at_risk - (n - i) - step->events;
      estimate (self, &so_far, step);
    }
  *curve = self;

  return RGM_REASON_NONE;
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

/* Where a curve has fallen by a fraction, as R's quantile.survfit() has it: where it runs
 * flat at just that height, the middle of that stretch, which for a last stretch ends
 * with the last follow-up. (The textbooks' quantile is the stretch's beginning.) Of
 * steps at the same height the first counts. A bound of the plain kind may rise again;
 * then the step with the least fall that will do is taken. */
typedef struct
{
  double reached;
  double passed;
  double start;
  double end;
  double deepest;
  double last;
} Fall;

/* Of the curve, of its lower bound, and of its upper one. */
typedef struct
{
  double fraction;
  double time;
  Fall falls[3];
} Falls;

static Falls
begin_falls (double fraction)
{
  const Fall none = { INFINITY, INFINITY, NAN, NAN, 0.0, 0.0 };

  return (Falls) { fraction, NAN, { none, none, none } };
}

static void
add_to_falls (Falls                 *self,
              const RgmSurvivalStep *step)
{
  const double tolerance = sqrt (DBL_EPSILON);
  const double heights[] = { step->survival, step->lower, step->upper };

  self->time = step->time;
  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      Fall *fall = &self->falls[i];
      double depth = 1.0 - heights[i];

      fall->last = depth;
      if (isnan (depth))
        continue;
      fall->deepest = MAX (fall->deepest, depth);
      if (depth + tolerance >= self->fraction && depth < fall->reached)
        {
          fall->reached = depth;
          fall->start = step->time;
        }
      if (depth - tolerance >= self->fraction && depth < fall->passed)
        {
          fall->passed = depth;
          fall->end = step->time;
        }
    }
}

/* When all steps have been added. */
static double
end_fall (const Falls *self,
          const Fall  *fall)
{
  double end = fall->end;

  if (fall->deepest < self->fraction)
    return NAN;
  if (!isnan (fall->last) && fabs (self->fraction - fall->last) < sqrt (DBL_EPSILON))
    end = self->time;

  return (fall->start + end) / 2.0;
}

static RgmReason
end_falls (const Falls *self,
           double      *quantile,
           double      *lower,
           double      *upper)
{
  *quantile = end_fall (self, &self->falls[0]);
  *lower = end_fall (self, &self->falls[1]);
  *upper = end_fall (self, &self->falls[2]);

  return isnan (*quantile) ? RGM_REASON_NOT_REACHED : RGM_REASON_NONE;
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
  Falls falls = begin_falls (fraction);

  *quantile = *lower = *upper = NAN;
  if (!(fraction > 0.0 && fraction < 1.0))
    return RGM_REASON_RANGE;

  for (gsize i = 0; i < self->n_steps; i++)
    add_to_falls (&falls, &self->steps[i]);

  return end_falls (&falls, quantile, lower, upper);
}

/**
 * rgm_kaplan_meier_follow_up:
 * @self: a curve
 * @median: (out): the time; NAN unless the result is %RGM_REASON_NONE
 * @lower: (out): its lower bound; NAN if not reached
 * @upper: (out): its upper bound; NAN if not reached
 *
 * The median follow-up, that of the reverse curve, in which censoring is the event and the event censors: Schemper and Smith,
 * Control Clin Trials 1996;17:343. With an interval as @self has them. No reverse curve is kept, as nothing else is asked of it.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NOT_REACHED if the reverse curve doesn't fall so far, though @lower may be there
 */
RgmReason
rgm_kaplan_meier_follow_up (const RgmKaplanMeier *self,
                            double               *median,
                            double               *lower,
                            double               *upper)
{
  Falls falls = begin_falls (0.5);
  Estimate so_far = begin (self);

  for (gsize i = 0; i < self->n_steps; i++)
    {
      RgmSurvivalStep step = self->steps[i];

      step.events = self->steps[i].censored;
      step.censored = self->steps[i].events;
      estimate (self, &so_far, &step);
      add_to_falls (&falls, &step);
    }

  return end_falls (&falls, median, lower, upper);
}
