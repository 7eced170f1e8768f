/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-beta.h"

#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>
#include <math.h>

#include "rgm-gsl.h"

/* The continued fraction takes a few steps far from the mean, and near it some multiple of the square root of a + b. */
#define STEPS_BASE 500.0
#define STEPS_FACTOR 20.0
#define PRECISION (2.0 * GSL_DBL_EPSILON)
/* Up to this distance from the mean, relatively, the logarithm less its linear term is taken as one function. */
#define NEAR 0.5

/* A proportion p and its complement, each to its own last digit, and how far p lies below the mean, times a + b. */
typedef struct
{
  double p;
  double q;
  double a;
  double b;
  double below;
} Beta;

/* log (p / mean) less its linear term: the linear terms of both factors of the density cancel, and with them the digits. */
static double
log_excess (double p,
            double mean,
            double distance)
{
  double relative = distance / mean;

  return fabs (relative) < NEAR ? gsl_sf_log_1plusx_mx (relative) : log (p / mean) - relative;
}

/* p^a q^b / B(a, b), by Stirling's formula with its exact remainder: differences of logarithms of the gamma function would lose the
 * digits that large a and b need. */
static double
factor (const Beta *self)
{
  double n = self->a + self->b;
  double distance = -self->below / n;
  double remainder = gsl_sf_gammastar (n) / (gsl_sf_gammastar (self->a) * gsl_sf_gammastar (self->b));

  return remainder * sqrt (self->a / n * self->b / (2.0 * M_PI)) *
         exp (self->a * log_excess (self->p, self->a / n, distance) + self->b * log_excess (self->q, self->b / n, -distance));
}

/* The continued fraction that the factor is multiplied by, for p below the mean; NAN if it doesn't converge. */
static double
fraction (const Beta *self)
{
  double steps = STEPS_BASE + STEPS_FACTOR * sqrt (self->a + self->b);
  double a = self->a, b = self->b;
  double first = 1.0 + self->below;
  double numerators[] = { 0.0, 1.0 }, denominators[] = { 1.0, first * a / (a + 1.0) };
  double result = numerators[1] / denominators[1];

  for (double m = 1.0; m < steps; m += 1.0)
    {
      double before = a + 2.0 * m - 1.0;
      double product = m * (b - m) * self->p;
      double over = (a + m - 1.0) * (a + b + m - 1.0) / (before * before) * product * self->p;
      double under = m + product / before + (a + m) / (before + 2.0) * (first + m * (1.0 + self->q));
      double numerator = over * numerators[0] + under * numerators[1];
      double denominator = over * denominators[0] + under * denominators[1];
      double previous = result;

      result = numerator / denominator;
      if (fabs (result - previous) <= PRECISION * fabs (result))
        return result;
      numerators[0] = numerators[1] / denominator;
      denominators[0] = denominators[1] / denominator;
      numerators[1] = result;
      denominators[1] = 1.0;
    }

  return NAN;
}

/**
 * rgm_beta_tail:
 * @p: a proportion, from 0 to 1
 * @a: the first parameter, at least 1/2
 * @b: the second parameter, at least 1/2
 * @upper: whether the tail above @p is asked for
 *
 * The probability of a beta distribution below or above @p, by the continued fraction of DiDonato and Morris, ACM Trans Math Softw
 * 1992;18:360. GSL's gives up beyond about two million patients; this one holds up to 10⁹, since it takes as many steps as the
 * parameters need. It is most exact for @p up to 1/2, whose complement loses no digits.
 *
 * Returns: the probability; NAN if it wasn't found
 */
double
rgm_beta_tail (double   p,
               double   a,
               double   b,
               gboolean upper)
{
  Beta below = { p, 1.0 - p, a, b, a - (a + b) * p };
  Beta above = { 1.0 - p, p, b, a, -below.below };
  gboolean is_below = below.below > 0.0;
  double tail;

  rgm_gsl_init ();

  if (p <= 0.0 || p >= 1.0)
    return (p <= 0.0) == upper ? 1.0 : 0.0;

  tail = is_below ? factor (&below) * fraction (&below) : factor (&above) * fraction (&above);

  return is_below == upper ? 1.0 - tail : tail;
}
