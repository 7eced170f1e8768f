/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-cox.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "rgm-gsl.h"

#define PRECISION 1e-13

/* The events of one time, and who was at risk, in the first group and in the second. */
typedef struct
{
  double events[2];
  double at_risk[2];
} Tie;

static GArray *
find_ties (const RgmFollowUp *patients,
           const gsize       *groups,
           gsize              n)
{
  g_autofree gsize *order = rgm_follow_up_order (patients, n);
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (Tie));
  double at_risk[2] = { 0.0, 0.0 };

  for (gsize i = 0; i < n; i++)
    at_risk[groups[i]] += 1.0;

  for (gsize i = 0; i < n;)
    {
      double time = patients[order[i]].time;
      Tie tie = { { 0.0, 0.0 }, { at_risk[0], at_risk[1] } };

      for (; i < n && patients[order[i]].time == time; i++)
        {
          if (patients[order[i]].event)
            tie.events[groups[order[i]]] += 1.0;
          at_risk[groups[order[i]]] -= 1.0;
        }
      if (tie.events[0] + tie.events[1] > 0.0)
        g_array_append_val (ties, tie);
    }

  return ties;
}

/* The derivative of the partial likelihood by the log ratio, and its derivative. By
 * Efron's method each of d tied events leaves its share of the ties in the risk set. */
static void
score (double  log_ratio,
       void   *data,
       double *value,
       double *slope)
{
  const GArray *ties = data;
  double ratio = exp (log_ratio);

  *value = *slope = 0.0;
  for (guint i = 0; i < ties->len; i++)
    {
      const Tie *tie = &g_array_index (ties, Tie, i);
      double events = tie->events[0] + tie->events[1];

      *value += tie->events[1];
      for (double gone = 0.0; gone < events; gone += 1.0)
        {
          double first = tie->at_risk[0] - gone / events * tie->events[0];
          double second = ratio * (tie->at_risk[1] - gone / events * tie->events[1]);
          double share = second / (first + second);

          *value -= share;
          *slope -= share * (1.0 - share);
        }
    }
}

/* The likelihood has a maximum if each group has an event while the other is at risk. */
static RgmReason
existence (const GArray *ties)
{
  gboolean with_event[2] = { FALSE, FALSE };

  if (ties->len == 0)
    return RGM_REASON_NO_EVENTS;

  for (guint i = 0; i < ties->len; i++)
    {
      const Tie *tie = &g_array_index (ties, Tie, i);

      for (gsize g = 0; g < 2; g++)
        with_event[g] |= tie->events[g] > 0.0 && tie->at_risk[1 - g] > 0.0;
    }

  return with_event[0] && with_event[1] ? RGM_REASON_NONE : RGM_REASON_SEPARATION;
}

/**
 * rgm_cox_two_groups:
 * @patients: (array length=n): the patients, in any order
 * @groups: (array length=n): each patient's group, 0 or 1
 * @n: how many
 * @level: the level of the interval, above 0.5 and below 1
 * @result: (out caller-allocates): the hazard ratio; all NAN unless the result is
 *   %RGM_REASON_NONE
 *
 * The hazard ratio of two groups by Cox's partial likelihood with Efron's handling of
 * ties, and its normal interval on the logarithm: Cox, J R Stat Soc B 1972;34:187;
 * Efron, J Am Stat Assoc 1977;72:557. As R's coxph(ties = "efron").
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NO_PATIENTS; %RGM_REASON_NO_EVENTS;
 *   %RGM_REASON_ONE_GROUP if a group has no patient; %RGM_REASON_SEPARATION if the
 *   ratio runs to 0 or to infinity; %RGM_REASON_RANGE if an argument is outside its
 *   range; %RGM_REASON_NO_CONVERGENCE
 */
RgmReason
rgm_cox_two_groups (const RgmFollowUp *patients,
                    const gsize       *groups,
                    gsize              n,
                    double             level,
                    RgmCox            *result)
{
  g_autoptr(GArray) ties = NULL;
  gsize second = 0;
  double value, slope, half;
  RgmReason reason;

  *result = (RgmCox) { NAN, NAN, NAN, NAN, NAN };
  if (!(level > 0.5 && level < 1.0) || !rgm_follow_up_check (patients, n))
    return RGM_REASON_RANGE;
  for (gsize i = 0; i < n; i++)
    {
      if (groups[i] > 1)
        return RGM_REASON_RANGE;
      second += groups[i];
    }
  if (n == 0)
    return RGM_REASON_NO_PATIENTS;
  if (second == 0 || second == n)
    return RGM_REASON_ONE_GROUP;

  ties = find_ties (patients, groups, n);
  reason = existence (ties);
  if (reason != RGM_REASON_NONE)
    return reason;

  rgm_gsl_init ();
  result->log_ratio = rgm_gsl_newton (score, ties, 0.0, INFINITY, PRECISION);
  score (result->log_ratio, ties, &value, &slope);
  if (!isfinite (result->log_ratio) || !(slope < 0.0))
    {
      result->log_ratio = NAN;
      return RGM_REASON_NO_CONVERGENCE;
    }

  result->se = 1.0 / sqrt (-slope);
  half = gsl_cdf_ugaussian_Qinv ((1.0 - level) / 2.0) * result->se;
  result->ratio = exp (result->log_ratio);
  result->lower = exp (result->log_ratio - half);
  result->upper = exp (result->log_ratio + half);

  return RGM_REASON_NONE;
}
