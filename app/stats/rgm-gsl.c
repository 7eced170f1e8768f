/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-gsl.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_roots.h>
#include <math.h>

#define MOST_STEPS 400

typedef gsl_root_fsolver Solver;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Solver, gsl_root_fsolver_free)

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
  g_autoptr(Solver) solver = gsl_root_fsolver_alloc (gsl_root_fsolver_brent);
  gsl_function wrapped = { function, data };

  if (solver == NULL || gsl_root_fsolver_set (solver, &wrapped, low, high) != GSL_SUCCESS)
    return NAN;

  for (int step = 0; step < MOST_STEPS; step++)
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
