/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/**
 * RgmTaylor:
 * @v: the value
 * @b: the derivative by the first variable
 * @t: the derivative by the second
 * @bb: the second derivatives
 * @bt: mixed
 * @tt: of the second variable
 *
 * A number that carries its first and second derivatives by two variables through the
 * arithmetic (forward automatic differentiation), so that a gradient and a Hessian are
 * as exact as the value and no step has to be chosen. See Griewank and Walther,
 * Evaluating Derivatives, 2nd edition, chapter 13.
 */
typedef struct
{
  double v;
  double b;
  double t;
  double bb;
  double bt;
  double tt;
} RgmTaylor;

static inline RgmTaylor
rgm_taylor_add (RgmTaylor x,
             RgmTaylor y)
{
  return (RgmTaylor) { x.v + y.v, x.b + y.b, x.t + y.t, x.bb + y.bb, x.bt + y.bt, x.tt + y.tt };
}

static inline RgmTaylor
rgm_taylor_scale (RgmTaylor x,
               double factor)
{
  return (RgmTaylor) { factor * x.v, factor * x.b, factor * x.t, factor * x.bb, factor * x.bt, factor * x.tt };
}

static inline RgmTaylor
rgm_taylor_multiply (RgmTaylor x,
                  RgmTaylor y)
{
  return (RgmTaylor) {
    x.v * y.v,
    x.v * y.b + x.b * y.v,
    x.v * y.t + x.t * y.v,
    x.v * y.bb + 2.0 * x.b * y.b + x.bb * y.v,
    x.v * y.bt + x.b * y.t + x.t * y.b + x.bt * y.v,
    x.v * y.tt + 2.0 * x.t * y.t + x.tt * y.v,
  };
}

/* f(x), from the value of f at x and its first and second derivatives there. */
static inline RgmTaylor
rgm_taylor_compose (RgmTaylor x,
                 double f,
                 double f1,
                 double f2)
{
  return (RgmTaylor) {
    f,
    f1 * x.b,
    f1 * x.t,
    f1 * x.bb + f2 * x.b * x.b,
    f1 * x.bt + f2 * x.b * x.t,
    f1 * x.tt + f2 * x.t * x.t,
  };
}

static inline RgmTaylor
rgm_taylor_log (RgmTaylor x)
{
  return rgm_taylor_compose (x, log (x.v), 1.0 / x.v, -1.0 / (x.v * x.v));
}

static inline RgmTaylor
rgm_taylor_exp (RgmTaylor x)
{
  double e = exp (x.v);

  return rgm_taylor_compose (x, e, e, e);
}

/* 1 / sqrt (x) */
static inline RgmTaylor
rgm_taylor_inverse_sqrt (RgmTaylor x)
{
  double r = 1.0 / sqrt (x.v);

  return rgm_taylor_compose (x, r, -0.5 * r / x.v, 0.75 * r / (x.v * x.v));
}

G_END_DECLS
