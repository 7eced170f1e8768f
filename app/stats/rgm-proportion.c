/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-proportion.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <math.h>

#include "rgm-beta.h"
#include "rgm-gsl.h"

/* The logarithm of a proportion is sought down to here: exp (-745) is the smallest
 * double. */
#define SMALLEST (-745.0)
#define PRECISION (4.0 * GSL_DBL_EPSILON)

typedef struct
{
  double a;
  double b;
  double tail;
  gboolean upper;
} BetaQuantile;

static double
quantile_excess (double  log_p,
                 void   *data)
{
  const BetaQuantile *self = data;
  double p = exp (log_p);

  if (self->upper)
    return self->tail - rgm_beta_tail (p, self->a, self->b, TRUE);

  return rgm_beta_tail (p, self->a, self->b, FALSE) - self->tail;
}

/* The p that cuts @tail off a beta distribution, below it or above it; NAN if there is
 * none. The unknown is the logarithm of p if p is below 1/2, otherwise that of 1 - p:
 * both ends of [0, 1] then keep their relative precision. The bracket is always valid
 * and Brent's method always ends, where gsl_cdf_beta_Pinv() steps out of [0, 1] or turns
 * in circles for large a and b. */
static double
beta_quantile (double   tail,
               gboolean upper,
               double   a,
               double   b)
{
  BetaQuantile quantile = { a, b, tail, upper };
  double at_half = quantile_excess (-M_LN2, &quantile);

  if (at_half < 0.0)
    {
      BetaQuantile mirrored = { b, a, tail, !upper };

      return 1.0 - exp (rgm_gsl_brent (quantile_excess, &mirrored, SMALLEST, -M_LN2, PRECISION, PRECISION));
    }

  return exp (rgm_gsl_brent (quantile_excess, &quantile, SMALLEST, -M_LN2, PRECISION, PRECISION));
}

/* Only the lower bound is written for each method: an upper bound is 1 less the lower
 * bound of the patients who didn't respond, which would lose digits if it were small;
 * beta_quantile() and the roots below give both without a difference. */

static void
clopper_pearson (double  x,
                 double  n,
                 double  tail,
                 double *lower,
                 double *upper)
{
  *lower = x <= 0.0 ? 0.0 : beta_quantile (tail, FALSE, x, n - x + 1.0);
  *upper = x >= n ? 1.0 : beta_quantile (tail, TRUE, x + 1.0, n - x);
}

static void
jeffreys (double  x,
          double  n,
          double  tail,
          double *lower,
          double *upper)
{
  *lower = x <= 0.0 ? 0.0 : beta_quantile (tail, FALSE, x + 0.5, n - x + 0.5);
  *upper = x >= n ? 1.0 : beta_quantile (tail, TRUE, x + 0.5, n - x + 0.5);
}

/* The bounds are the roots of (n + z²) p² - (2x + z²) p + x²/n. The larger one is a sum
 * of positive terms; the smaller one comes from the product of both, because its own
 * formula is a difference that is not quite 0 at x = 0. */
static void
wilson (double  x,
        double  n,
        double  tail,
        double *lower,
        double *upper)
{
  double z = gsl_cdf_ugaussian_Qinv (tail);
  double half = z * sqrt (z * z / 4.0 + x * (n - x) / n);

  *upper = (x + z * z / 2.0 + half) / (n + z * z);
  *lower = x * x / n / (x + z * z / 2.0 + half);
  if (x >= n)
    *upper = 1.0;
}

static void
agresti_coull (double  x,
               double  n,
               double  tail,
               double *lower,
               double *upper)
{
  double z = gsl_cdf_ugaussian_Qinv (tail);
  double all = n + z * z;
  double centre = (x + z * z / 2.0) / all;
  double rest = (n - x + z * z / 2.0) / all;
  double half = z * sqrt (centre * rest / all);

  *lower = MAX (0.0, centre - half);
  *upper = MIN (1.0, centre + half);
}

/**
 * rgm_proportion_interval:
 * @method: how
 * @x: responders, from 0 to @n
 * @n: patients, from 1 to %RGM_PROPORTION_MAX
 * @level: the level of confidence, above 0.5 and below 1
 * @lower: (out): the lower bound, a proportion from 0 to 1
 * @upper: (out): the upper bound, a proportion from 0 to 1
 *
 * The two-sided interval of a binomial proportion, both tails alike.
 *
 * - Clopper-Pearson: quantiles of Beta(x, n-x+1) and Beta(x+1, n-x). Clopper and
 *   Pearson, Biometrika 1934;26:404.
 * - Wilson: Wilson, J Am Stat Assoc 1927;22:209; as R's prop.test(correct = FALSE).
 * - Agresti-Coull: with z²/2 added to both outcomes, z not rounded to 2, clipped to
 *   [0, 1]. Agresti and Coull, Am Stat 1998;52:119.
 * - Jeffreys: quantiles of Beta(x+1/2, n-x+1/2), the lower bound 0 at x = 0 and the
 *   upper bound 1 at x = n. Brown, Cai and DasGupta, Stat Sci 2001;16:101.
 *
 * Both bounds are NAN unless the result is %RGM_REASON_NONE.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_RANGE if an argument is outside its range;
 *   %RGM_REASON_NO_CONVERGENCE if a bound wasn't found
 */
RgmReason
rgm_proportion_interval (RgmProportionMethod  method,
                         gint64               x,
                         gint64               n,
                         double               level,
                         double              *lower,
                         double              *upper)
{
  double tail = (1.0 - level) / 2.0;

  g_return_val_if_fail (lower != NULL && upper != NULL, RGM_REASON_RANGE);

  rgm_gsl_init ();

  *lower = *upper = NAN;
  if (n < 1 || n > RGM_PROPORTION_MAX || x < 0 || x > n || !(level > 0.5 && level < 1.0))
    return RGM_REASON_RANGE;

  switch (method)
    {
    case RGM_PROPORTION_CLOPPER_PEARSON:
      clopper_pearson ((double) x, (double) n, tail, lower, upper);
      break;
    case RGM_PROPORTION_WILSON:
      wilson ((double) x, (double) n, tail, lower, upper);
      break;
    case RGM_PROPORTION_AGRESTI_COULL:
      agresti_coull ((double) x, (double) n, tail, lower, upper);
      break;
    case RGM_PROPORTION_JEFFREYS:
      jeffreys ((double) x, (double) n, tail, lower, upper);
      break;
    default:
      return RGM_REASON_RANGE;
    }

  if (isfinite (*lower) && isfinite (*upper))
    return RGM_REASON_NONE;

  *lower = *upper = NAN;
  return RGM_REASON_NO_CONVERGENCE;
}
