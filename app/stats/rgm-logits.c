/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-logits.h"

#include <math.h>

#include "rgm-gsl.h"

#define PRECISION 1e-14
/* The grid of tau on which maxima of the restricted likelihood are looked for. */
#define FIRST 0.01
#define STEP 1.3

/**
 * rgm_logits_init:
 * @self: (out caller-allocates): the logits
 * @arms: (array length=k): the arms, each in its range
 * @k: how many, at least 1
 *
 * Takes the logit log (x / (n - x)) of each arm and its variance 1/x + 1/(n - x).
 */
void
rgm_logits_init (RgmLogits        *self,
                 const RgmPoolArm *arms,
                 gsize             k)
{
  self->k = k;
  self->y = g_new (double, k);
  self->v = g_new (double, k);

  for (gsize i = 0; i < k; i++)
    {
      double correction = arms[i].x == 0 || arms[i].x == arms[i].n ? 0.5 : 0.0;
      double x = (double) arms[i].x + correction;
      double rest = (double) (arms[i].n - arms[i].x) + correction;

      self->y[i] = log (x / rest);
      self->v[i] = 1.0 / x + 1.0 / rest;
    }
}

/**
 * rgm_logits_clear:
 * @self: the logits
 */
void
rgm_logits_clear (RgmLogits *self)
{
  g_clear_pointer (&self->y, g_free);
  g_clear_pointer (&self->v, g_free);
}

/**
 * rgm_logits_mean:
 * @self: the logits
 * @tau2: the variance between arms
 * @weight: (out): the sum of the weights 1 / (v + @tau2), which is 1 / se² of the mean
 *
 * Returns: the weighted mean
 */
double
rgm_logits_mean (const RgmLogits *self,
                 double           tau2,
                 double          *weight)
{
  double sum = 0.0;

  *weight = 0.0;
  for (gsize i = 0; i < self->k; i++)
    {
      double w = 1.0 / (self->v[i] + tau2);

      *weight += w;
      sum += w * self->y[i];
    }

  return sum / *weight;
}

/**
 * rgm_logits_q:
 * @self: the logits
 * @tau2: the variance between arms
 *
 * Returns: the weighted sum of squared distances from the weighted mean; Cochran's Q at
 *   a @tau2 of 0
 */
double
rgm_logits_q (const RgmLogits *self,
              double           tau2)
{
  double weight;
  double mean = rgm_logits_mean (self, tau2, &weight);
  double q = 0.0;

  for (gsize i = 0; i < self->k; i++)
    q += (self->y[i] - mean) * (self->y[i] - mean) / (self->v[i] + tau2);

  return q;
}

/**
 * rgm_logits_typical:
 * @self: the logits, of at least 2 arms
 *
 * The sampling variance of a typical arm, for I². Higgins and Thompson, Stat Med
 * 2002;21:1539, equation 9.
 *
 * Returns: the variance
 */
double
rgm_logits_typical (const RgmLogits *self)
{
  double sum = 0.0, squares = 0.0;

  for (gsize i = 0; i < self->k; i++)
    {
      sum += 1.0 / self->v[i];
      squares += 1.0 / (self->v[i] * self->v[i]);
    }

  return ((double) self->k - 1.0) / (sum - squares / sum);
}

/* The restricted log-likelihood, up to a constant, and its derivative by tau2. */
static double
restricted_likelihood (const RgmLogits *self,
                       double           tau2,
                       double          *slope)
{
  double weight, squares = 0.0, cubes = 0.0, value;
  double mean = rgm_logits_mean (self, tau2, &weight);

  value = -log (weight) / 2.0;
  for (gsize i = 0; i < self->k; i++)
    {
      double w = 1.0 / (self->v[i] + tau2);
      double distance = self->y[i] - mean;

      value += log (w) / 2.0 - w * distance * distance / 2.0;
      squares += w * w;
      cubes += w * w * distance * distance;
    }
  *slope = (cubes - weight + squares / weight) / 2.0;

  return value;
}

static double
restricted_slope (double tau2,
                  void  *data)
{
  double slope;

  restricted_likelihood (data, tau2, &slope);

  return slope;
}

/* The highest local maximum: each lies where the slope goes from above 0 to below, or at
 * 0. Beyond the arms' range squared the slope is always below. */
static double
restricted_maximum (const RgmLogits *self)
{
  double low = self->y[0], high = self->y[0], end, best = NAN, best_value = -INFINITY;
  double tau2 = 0.0, slope;

  for (gsize i = 1; i < self->k; i++)
    {
      low = MIN (low, self->y[i]);
      high = MAX (high, self->y[i]);
    }
  end = 4.0 * (high - low) * (high - low) + FIRST;

  restricted_likelihood (self, 0.0, &slope);
  if (slope <= 0.0)
    {
      best = 0.0;
      best_value = restricted_likelihood (self, 0.0, &slope);
    }

  while (tau2 < end)
    {
      double next = tau2 > 0.0 ? tau2 * STEP * STEP : FIRST * FIRST;
      double before = slope;

      restricted_likelihood (self, next, &slope);
      if (before > 0.0 && slope <= 0.0)
        {
          double top = rgm_gsl_brent (restricted_slope, (gpointer) self, tau2, next, 0.0, PRECISION);
          double ignored;
          double value = restricted_likelihood (self, top, &ignored);

          if (isnan (top) || value > best_value)
            {
              best = top;
              best_value = value;
            }
        }
      tau2 = next;
    }

  return best;
}

typedef struct
{
  const RgmLogits *logits;
  double q;
} Excess;

static double
q_excess (double tau2,
          void  *data)
{
  const Excess *self = data;

  return rgm_logits_q (self->logits, tau2) - self->q;
}

/**
 * rgm_logits_tau2_with_q:
 * @self: the logits
 * @q: a value of Q, above 0
 *
 * Q falls as tau² grows. There is no largest tau².
 *
 * Returns: the tau² with which Q is @q; 0 if Q is less even without any; NAN if it
 *   wasn't found
 */
double
rgm_logits_tau2_with_q (const RgmLogits *self,
                        double           q)
{
  Excess excess = { self, q };
  double high = 1.0;

  if (q_excess (0.0, &excess) <= 0.0)
    return 0.0;

  while (q_excess (high, &excess) > 0.0 && isfinite (high))
    high *= 4.0;

  return rgm_gsl_brent (q_excess, &excess, 0.0, high, 0.0, PRECISION);
}

/* DerSimonian and Laird's moment estimate. */
static double
moment (const RgmLogits *self)
{
  double sum = 0.0, squares = 0.0;

  for (gsize i = 0; i < self->k; i++)
    {
      sum += 1.0 / self->v[i];
      squares += 1.0 / (self->v[i] * self->v[i]);
    }

  return MAX (0.0, (rgm_logits_q (self, 0.0) - ((double) self->k - 1.0)) / (sum - squares / sum));
}

/**
 * rgm_logits_tau2:
 * @self: the logits
 * @model: an inverse variance model
 *
 * The variance between arms: by restricted maximum likelihood (the highest of its local
 * maxima; Viechtbauer, J Educ Behav Stat 2005;30:261), by DerSimonian and Laird (Control
 * Clin Trials 1986;7:177) or by Paule and Mandel (J Res Natl Bur Stand 1982;87:377); 0
 * for the common effect and for a single arm.
 *
 * Returns: tau²; NAN if it wasn't found
 */
double
rgm_logits_tau2 (const RgmLogits *self,
                 RgmPoolModel     model)
{
  if (self->k == 1)
    return 0.0;

  switch (model)
    {
    case RGM_POOL_REML:
      return restricted_maximum (self);
    case RGM_POOL_DL:
      return moment (self);
    case RGM_POOL_PM:
      return rgm_logits_tau2_with_q (self, (double) self->k - 1.0);
    case RGM_POOL_COMMON:
      return 0.0;
    case RGM_POOL_GLMM:
    default:
      return NAN;
    }
}
