/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-gsl.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_roots.h>
#include <math.h>

#define MAX_STEPS 400

#define MAX_NEWTON_STEPS 40
#define MAX_STRIDES 400
/* Where the last bits of a function are rounding, Newton's steps stop shrinking before
 * they are small enough; steps below this that have stopped shrinking are the end. */
#define NOISE 1e-5

typedef gsl_root_fsolver Solver;
typedef gsl_root_fdfsolver DerivativeSolver;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Solver, gsl_root_fsolver_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DerivativeSolver, gsl_root_fdfsolver_free)

typedef struct
{
  void (*function) (double  x,
                    void   *data,
                    double *value,
                    double *slope);
  void *data;
} Differentiable;

/**
 * rgm_gsl_init:
 *
 * Turns GSL's error handler, which aborts, off. Every public function of the room that
 * reaches GSL calls this first and then looks at every status. The handler is the
 * process's: no other room uses GSL. It may be called from any thread, any number of
 * times.
 */
void
rgm_gsl_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      gsl_set_error_handler_off ();
      g_once_init_leave (&done, 1);
    }
}

/**
 * rgm_gsl_brent:
 * @function: a continuous function
 * @data: what @function is called with
 * @low: one end of a bracket
 * @high: the other, above @low
 * @absolute: how near the root has to be, absolutely
 * @relative: or relatively
 *
 * The root of @function between @low and @high by Brent's method. An end where
 * @function is 0 is the root.
 *
 * Returns: the root; NAN if @function has the same sign at both ends, is not finite on
 *   the way, or the search doesn't end
 */
double
rgm_gsl_brent (double  (*function) (double x,
                                    void  *data),
               void     *data,
               double    low,
               double    high,
               double    absolute,
               double    relative)
{
  g_autoptr (Solver) solver = gsl_root_fsolver_alloc (gsl_root_fsolver_brent);
  gsl_function wrapped = { function, data };

  if (solver == NULL || gsl_root_fsolver_set (solver, &wrapped, low, high) != GSL_SUCCESS)
    return NAN;

  for (int step = 0; step < MAX_STEPS; step++)
    {
      double lower = gsl_root_fsolver_x_lower (solver);
      double upper = gsl_root_fsolver_x_upper (solver);
      int status = gsl_root_test_interval (lower, upper, absolute, relative);

      if (status == GSL_SUCCESS || lower == upper)
        return gsl_root_fsolver_root (solver);
      if (status != GSL_CONTINUE || gsl_root_fsolver_iterate (solver) != GSL_SUCCESS)
        return NAN;
    }

  return NAN;
}

static double
value_of (double x,
          void  *data)
{
  Differentiable *self = data;
  double value, slope;

  self->function (x, self->data, &value, &slope);

  return value;
}

static double
slope_of (double x,
          void  *data)
{
  Differentiable *self = data;
  double value, slope;

  self->function (x, self->data, &value, &slope);

  return slope;
}

static void
value_and_slope_of (double  x,
                    void   *data,
                    double *value,
                    double *slope)
{
  Differentiable *self = data;

  self->function (x, self->data, value, slope);
}

static double
newton (Differentiable *self,
        double          guess,
        double          reach,
        double          precision)
{
  g_autoptr (DerivativeSolver) solver = gsl_root_fdfsolver_alloc (gsl_root_fdfsolver_newton);
  gsl_function_fdf wrapped = { value_of, slope_of, value_and_slope_of, self };
  double last = INFINITY;
  double x = guess;

  if (solver == NULL || gsl_root_fdfsolver_set (solver, &wrapped, x) != GSL_SUCCESS)
    return NAN;

  for (int step = 0; step < MAX_NEWTON_STEPS; step++)
    {
      double before = x;
      double size;

      if (gsl_root_fdfsolver_iterate (solver) != GSL_SUCCESS)
        return NAN;

      x = gsl_root_fdfsolver_root (solver);
      if (!isfinite (x) || fabs (x - guess) > reach)
        return NAN;

      /* The next step would be about the square of this one. */
      size = fabs (x - before) / (1.0 + fabs (x));
      if (size <= sqrt (precision) || (size < NOISE && size > last / 2.0))
        return x;
      last = size;
    }

  return NAN;
}

/**
 * rgm_gsl_newton:
 * @function: a continuous function with its derivative, which is above 0 far below and
 *   below 0 far above
 * @data: what @function is called with
 * @guess: where to begin
 * @reach: how far Newton's method may go from there; may be INFINITY
 * @precision: how near the root has to be, relatively, or absolutely below 1
 *
 * A root by Newton's method; where that goes too far or goes astray, the first one that
 * is met on the way from @guess to where the function's sign says that one is, by
 * Brent's method. If @function is a derivative, that is the nearest maximum uphill.
 *
 * Returns: the root; NAN if there is none
 */
double
rgm_gsl_newton (void   (*function) (double  x,
                                    void   *data,
                                    double *value,
                                    double *slope),
                void    *data,
                double   guess,
                double   reach,
                double   precision)
{
  Differentiable self = { function, data };
  double x = newton (&self, guess, reach, precision);
  double stride = isfinite (reach) ? reach / 8.0 : 0.5;
  double from = guess, here;

  if (!isnan (x))
    return x;

  here = value_of (from, &self);
  if (here < 0.0)
    stride = -stride;
  for (int i = 0; i < MAX_STRIDES && isfinite (here); i++, stride *= 1.25)
    {
      double there = value_of (from + stride, &self);

      if (here * there <= 0.0)
        return rgm_gsl_brent (value_of, &self, MIN (from, from + stride), MAX (from, from + stride), precision, precision);
      from += stride;
      here = there;
    }

  return NAN;
}
