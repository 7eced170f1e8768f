/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-quantile.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <math.h>

#include "rgm-gsl.h"

/* GSL's own inverse of the chi² distribution is wrong by percents or has no answer from
 * some 5000 degrees of freedom on, and that of Student's loses digits in far tails. Its
 * distribution functions are good: they are inverted here, in the logarithm of the
 * quantile, so that small ones keep their digits. */

/* The logarithm is sought down to here, exp (-745) being the smallest double, and up to
 * here. */
#define LOWEST (-745.0)
#define HIGHEST 700.0
#define PRECISION (4.0 * GSL_DBL_EPSILON)

typedef double (*Tail) (double x,
                        double df);

typedef struct
{
  Tail tail_of;
  double df;
  double tail;
} Quantile;

static double
excess (double log_x,
        void  *data)
{
  const Quantile *self = data;

  return self->tail_of (exp (log_x), self->df) - self->tail;
}

static double
invert (Tail   tail_of,
        double df,
        double tail)
{
  Quantile quantile = { tail_of, df, tail };
  double middle = log (df);
  double width = 1.0;

  rgm_gsl_init ();

  /* Near the middle of the distribution first: far out of it the function is flat, and
   * the search slow. */
  while (width < -LOWEST && excess (middle - width, &quantile) * excess (middle + width, &quantile) > 0.0)
    width *= 2.0;

  return exp (rgm_gsl_brent (excess, &quantile, MAX (LOWEST, middle - width), MIN (HIGHEST, middle + width),
                             PRECISION, PRECISION));
}

/**
 * rgm_chi2_lower:
 * @tail: a probability, above 0 and below 1
 * @df: degrees of freedom, above 0
 *
 * Returns: what a chi² variable is below with probability @tail; NAN if it wasn't found
 */
double
rgm_chi2_lower (double tail,
                double df)
{
  return invert (gsl_cdf_chisq_P, df, tail);
}

/**
 * rgm_chi2_upper:
 * @tail: a probability, above 0 and below 1
 * @df: degrees of freedom, above 0
 *
 * Returns: what a chi² variable is above with probability @tail; NAN if it wasn't found
 */
double
rgm_chi2_upper (double tail,
                double df)
{
  return invert (gsl_cdf_chisq_Q, df, tail);
}

/**
 * rgm_student_upper:
 * @tail: a probability, above 0 and below 1/2
 * @df: degrees of freedom, above 0
 *
 * Returns: what Student's t is above with probability @tail; NAN if it wasn't found
 */
double
rgm_student_upper (double tail,
                   double df)
{
  return invert (gsl_cdf_tdist_Q, df, tail);
}
