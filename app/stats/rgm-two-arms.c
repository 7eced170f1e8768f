/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-two-arms.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_poly.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "rgm-gsl.h"
#include "rgm-proportion.h"

#define PRECISION 1e-14
/* As R's fisher.test(): probabilities that differ by less, relatively, are the same. */
#define TIE 1e-7
/* Stands for an infinite score, which GSL's search doesn't take. */
#define FAR 1e10

static gboolean
in_range (gint64 x,
          gint64 n)
{
  return n >= 1 && n <= RGM_PROPORTION_MAX && x >= 0 && x <= n;
}

/**
 * rgm_newcombe:
 * @x1: responders of the first arm, from 0 to @n1
 * @n1: its patients, from 1 to %RGM_PROPORTION_MAX
 * @x2: responders of the second arm
 * @n2: its patients
 * @level: the level of confidence, above 0.5 and below 1
 * @lower: (out): the lower bound, from -1 to 1
 * @upper: (out): the upper bound, from -1 to 1
 *
 * The interval of the difference x1/n1 - x2/n2 from the two arms' Wilson intervals:
 * Newcombe, Stat Med 1998;17:873, method 10, without continuity correction.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_RANGE if an argument is outside its range
 */
RgmReason
rgm_newcombe (gint64  x1,
              gint64  n1,
              gint64  x2,
              gint64  n2,
              double  level,
              double *lower,
              double *upper)
{
  double l1, u1, l2, u2, p1, p2;
  RgmReason reason;

  *lower = *upper = NAN;
  reason = rgm_proportion_interval (RGM_PROPORTION_WILSON, x1, n1, level, &l1, &u1);
  if (reason == RGM_REASON_NONE)
    reason = rgm_proportion_interval (RGM_PROPORTION_WILSON, x2, n2, level, &l2, &u2);
  if (reason != RGM_REASON_NONE)
    return reason;

  p1 = (double) x1 / (double) n1;
  p2 = (double) x2 / (double) n2;
  *lower = p1 - p2 - hypot (p1 - l1, u2 - p2);
  *upper = p1 - p2 + hypot (u1 - p1, p2 - l2);

  return RGM_REASON_NONE;
}

typedef struct
{
  double x1;
  double n1;
  double x2;
  double n2;
  double z;
} Score;

/* The second arm's rate of greatest likelihood, given the difference: the middle root of
 * the likelihood equation, a cubic with three real roots; Miettinen and Nurminen,
 * appendix I. */
static double
restricted_rate (const Score *self,
                 double       difference)
{
  double n = self->n1 + self->n2;
  double a = (self->n1 + 2.0 * self->n2) * difference - n - self->x1 - self->x2;
  double b = (self->n2 * difference - n - 2.0 * self->x2) * difference + self->x1 + self->x2;
  double c = self->x2 * difference * (1.0 - difference);
  double low = MAX (0.0, -difference);
  double high = MIN (1.0, 1.0 - difference);
  double roots[3];
  int n_roots = gsl_poly_solve_cubic (a / n, b / n, c / n, &roots[0], &roots[1], &roots[2]);
  double middle = n_roots == 3 ? roots[1] : roots[0];

  return CLAMP (middle, low, high);
}

/* The score statistic at a difference, less z. It falls as the difference grows. */
static double
score_excess (double difference,
              void  *data)
{
  const Score *self = data;
  double p2 = restricted_rate (self, difference);
  double p1 = CLAMP (p2 + difference, 0.0, 1.0);
  double n = self->n1 + self->n2;
  double variance = (p1 * (1.0 - p1) / self->n1 + p2 * (1.0 - p2) / self->n2) * n / (n - 1.0);
  double distance = self->x1 / self->n1 - self->x2 / self->n2 - difference;

  if (variance <= 0.0)
    return distance == 0.0 ? -self->z : copysign (FAR, distance);

  return distance / sqrt (variance) - self->z;
}

/**
 * rgm_miettinen_nurminen:
 * @x1: responders of the first arm, from 0 to @n1
 * @n1: its patients, from 1 to %RGM_PROPORTION_MAX
 * @x2: responders of the second arm
 * @n2: its patients
 * @level: the level of confidence, above 0.5 and below 1
 * @lower: (out): the lower bound, from -1 to 1
 * @upper: (out): the upper bound, from -1 to 1
 *
 * The interval of the difference x1/n1 - x2/n2 by inverting the score test, with the
 * variance's factor N/(N-1): Miettinen and Nurminen, Stat Med 1985;4:213.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_RANGE if an argument is outside its range;
 *   %RGM_REASON_NO_CONVERGENCE if a bound wasn't found
 */
RgmReason
rgm_miettinen_nurminen (gint64  x1,
                        gint64  n1,
                        gint64  x2,
                        gint64  n2,
                        double  level,
                        double *lower,
                        double *upper)
{
  Score score = { (double) x1, (double) n1, (double) x2, (double) n2 };
  double difference = (double) x1 / (double) n1 - (double) x2 / (double) n2;
  double z;

  rgm_gsl_init ();

  *lower = *upper = NAN;
  if (!in_range (x1, n1) || !in_range (x2, n2) || !(level > 0.5 && level < 1.0))
    return RGM_REASON_RANGE;

  z = gsl_cdf_ugaussian_Qinv ((1.0 - level) / 2.0);
  score.z = z;
  *lower = difference <= -1.0 ? -1.0 : rgm_gsl_brent (score_excess, &score, -1.0, difference, PRECISION, 0.0);
  score.z = -z;
  *upper = difference >= 1.0 ? 1.0 : rgm_gsl_brent (score_excess, &score, difference, 1.0, PRECISION, 0.0);

  if (isnan (*lower) || isnan (*upper))
    {
      *lower = *upper = NAN;
      return RGM_REASON_NO_CONVERGENCE;
    }

  return RGM_REASON_NONE;
}

/**
 * rgm_fisher_exact:
 * @x1: responders of the first arm, from 0 to @n1
 * @n1: its patients, from 1 to %RGM_FISHER_MAX
 * @x2: responders of the second arm
 * @n2: its patients
 * @p: (out): the two-sided p value
 *
 * Fisher's exact test: the probability, given both margins, of all tables that are no
 * likelier than the one found. Fisher, J R Stat Soc 1935;98:39; two-sided as R's
 * fisher.test().
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_RANGE if an argument is outside its range
 */
RgmReason
rgm_fisher_exact (gint64  x1,
                  gint64  n1,
                  gint64  x2,
                  gint64  n2,
                  double *p)
{
  gint64 responders = x1 + x2;
  double found, sum = 0.0;

  rgm_gsl_init ();

  *p = NAN;
  if (!in_range (x1, n1) || !in_range (x2, n2) || n1 > RGM_FISHER_MAX || n2 > RGM_FISHER_MAX)
    return RGM_REASON_RANGE;

  found = gsl_ran_hypergeometric_pdf ((guint) x1, (guint) n1, (guint) n2, (guint) responders);
  for (gint64 x = MAX (0, responders - n2); x <= MIN (n1, responders); x++)
    {
      double this = gsl_ran_hypergeometric_pdf ((guint) x, (guint) n1, (guint) n2, (guint) responders);

      if (this <= found * (1.0 + TIE))
        sum += this;
    }
  *p = MIN (1.0, sum);

  return RGM_REASON_NONE;
}
