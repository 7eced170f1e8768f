/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-pool.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "rgm-glmm.h"
#include "rgm-gsl.h"
#include "rgm-logits.h"
#include "rgm-pool-private.h"
#include "rgm-quantile.h"

static double
rate_of (double logit)
{
  return 1.0 / (1.0 + exp (-logit));
}

static gboolean
knows_spread (RgmPoolModel model)
{
  return model == RGM_POOL_REML || model == RGM_POOL_DL || model == RGM_POOL_PM;
}

/**
 * rgm_pool_check:
 * @arms: (array length=k): the arms
 * @k: how many
 * @options: the options
 *
 * Returns: whether all of it is in range
 */
gboolean
rgm_pool_check (const RgmPoolArm     *arms,
                gsize                 k,
                const RgmPoolOptions *options)
{
  if (!(options->level > 0.5 && options->level < 1.0))
    return FALSE;
  if (options->model != RGM_POOL_GLMM && options->model != RGM_POOL_COMMON && !knows_spread (options->model))
    return FALSE;
  if (options->knapp_hartung && !knows_spread (options->model))
    return FALSE;

  for (gsize i = 0; i < k; i++)
    if (arms[i].n < 1 || arms[i].n > RGM_POOL_MAX || arms[i].x < 0 || arms[i].x > arms[i].n)
      return FALSE;

  return TRUE;
}

/**
 * rgm_pool_no_result:
 * @k: the number of arms
 * @reason: why there is nothing else
 *
 * Returns: a result without a number
 */
RgmPoolResult
rgm_pool_no_result (gsize     k,
                    RgmReason reason)
{
  return (RgmPoolResult) {
    .k = k,
    .df = k > 0 ? k - 1 : 0,
    .logit = NAN, .se = NAN, .estimate = NAN, .lower = NAN, .upper = NAN,
    .estimate_reason = reason, .interval_reason = reason,
    .tau2 = NAN, .tau2_lower = NAN, .tau2_upper = NAN,
    .tau2_reason = reason, .tau2_interval_reason = reason,
    .i2 = NAN, .i2_reason = reason,
    .q = NAN, .p = NAN, .q_reason = reason,
    .prediction_lower = NAN, .prediction_upper = NAN, .prediction_reason = reason,
  };
}

static int
compare_arms (gconstpointer a,
              gconstpointer b)
{
  const RgmPoolArm *one = a;
  const RgmPoolArm *other = b;

  if (one->n != other->n)
    return one->n < other->n ? -1 : 1;

  return one->x < other->x ? -1 : one->x > other->x;
}

/* The fit of the logistic model. Its I² and its Q are those of the inverse variances. */
static void
fit_glmm (const RgmPoolArm *arms,
          gsize             k,
          double            level,
          RgmPoolResult    *result)
{
  RgmGlmmFit fit;
  RgmReason reason = rgm_glmm_fit (arms, k, level, &fit);

  result->logit = fit.logit;
  result->se = fit.se;
  result->estimate_reason = reason;
  result->tau2 = fit.tau2;
  result->tau2_reason = reason;
  result->tau2_lower = fit.tau2_lower;
  result->tau2_upper = fit.tau2_upper;
  result->tau2_interval_reason = fit.interval_reason;
}

static void
fit_tau2_interval (const RgmLogits *logits,
                   double           level,
                   RgmPoolResult   *result)
{
  double df = (double) logits->k - 1.0;

  result->tau2_lower = rgm_logits_tau2_with_q (logits, rgm_chi2_upper ((1.0 - level) / 2.0, df));
  result->tau2_upper = rgm_logits_tau2_with_q (logits, rgm_chi2_lower ((1.0 - level) / 2.0, df));
  result->tau2_interval_reason = RGM_REASON_NONE;
  if (isnan (result->tau2_lower) || isnan (result->tau2_upper))
    {
      result->tau2_lower = result->tau2_upper = NAN;
      result->tau2_interval_reason = RGM_REASON_NO_CONVERGENCE;
    }
}

static void
fit_logits (const RgmLogits      *logits,
            const RgmPoolOptions *options,
            RgmPoolResult        *result)
{
  double tau2 = rgm_logits_tau2 (logits, options->model);
  double weight;

  if (isnan (tau2))
    {
      result->estimate_reason = result->tau2_reason = result->tau2_interval_reason = RGM_REASON_NO_CONVERGENCE;
      return;
    }

  result->logit = rgm_logits_mean (logits, tau2, &weight);
  result->se = 1.0 / sqrt (weight);
  if (options->knapp_hartung && logits->k > 1)
    result->se *= sqrt (MAX (1.0, rgm_logits_q (logits, tau2) / ((double) logits->k - 1.0)));
  result->tau2 = tau2;

  result->estimate_reason = result->tau2_reason = RGM_REASON_NONE;
  if (options->model == RGM_POOL_COMMON)
    result->tau2_interval_reason = RGM_REASON_MODEL;
  else if (logits->k > 1)
    fit_tau2_interval (logits, options->level, result);
}

/* Cochran's Q, and I²: the share of tau² in the variance of a typical arm's logit; for
 * the common effect, which has no tau², the share of Q above its mean. */
static void
describe_spread (const RgmLogits *logits,
                 RgmPoolModel     model,
                 RgmPoolResult   *result)
{
  result->q = rgm_logits_q (logits, 0.0);
  result->p = gsl_cdf_chisq_Q (result->q, (double) result->df);
  result->q_reason = RGM_REASON_NONE;

  result->i2_reason = RGM_REASON_NONE;
  if (model == RGM_POOL_COMMON)
    result->i2 = result->q > (double) result->df ? 100.0 * (result->q - (double) result->df) / result->q : 0.0;
  else if (result->tau2_reason == RGM_REASON_NONE)
    result->i2 = 100.0 * result->tau2 / (result->tau2 + rgm_logits_typical (logits));
  else
    result->i2_reason = result->tau2_reason;
}

/* One arm says nothing about others. */
static void
hide_spread (RgmPoolModel   model,
             RgmPoolResult *result)
{
  result->q_reason = result->i2_reason = RGM_REASON_ONE_ARM;
  if (model != RGM_POOL_COMMON)
    {
      result->tau2 = result->tau2_lower = result->tau2_upper = NAN;
      result->tau2_reason = result->tau2_interval_reason = RGM_REASON_ONE_ARM;
    }
}

static void
describe_intervals (const RgmPoolOptions *options,
                    RgmPoolResult        *result)
{
  double tail = (1.0 - options->level) / 2.0;
  double t = result->k > 1 ? rgm_student_upper (tail, (double) result->df) : NAN;
  double half = result->se * (options->knapp_hartung ? t : gsl_cdf_ugaussian_Qinv (tail));

  result->interval_reason = result->prediction_reason = result->estimate_reason;
  if (result->estimate_reason != RGM_REASON_NONE)
    return;

  result->estimate = rate_of (result->logit);
  if (options->knapp_hartung && result->k == 1)
    result->interval_reason = RGM_REASON_ONE_ARM;
  else
    {
      result->lower = rate_of (result->logit - half);
      result->upper = rate_of (result->logit + half);
    }

  if (options->model == RGM_POOL_COMMON)
    result->prediction_reason = RGM_REASON_MODEL;
  else if (result->k == 1)
    result->prediction_reason = RGM_REASON_ONE_ARM;
  else
    {
      half = t * sqrt (result->tau2 + result->se * result->se);
      result->prediction_lower = rate_of (result->logit - half);
      result->prediction_upper = rate_of (result->logit + half);
    }
}

/* In percent, in the order of @arms. */
static void
fill_weights (const RgmPoolArm    *arms,
              gsize                k,
              const RgmPoolResult *result,
              double              *weights)
{
  g_auto (RgmLogits) logits = { 0 };
  double tau2 = isnan (result->tau2) ? 0.0 : result->tau2;
  double sum;

  rgm_logits_init (&logits, arms, k);
  rgm_logits_mean (&logits, tau2, &sum);
  for (gsize i = 0; i < k; i++)
    weights[i] = 100.0 / (logits.v[i] + tau2) / sum;
}

/**
 * rgm_pool:
 * @arms: (array length=k): the arms
 * @k: how many
 * @options: how they are pooled
 * @result: (out caller-allocates): the answer, with a reason for each number that it
 *   doesn't have
 * @weights: (out caller-allocates) (array length=k) (optional): the arms' weights in
 *   percent, in their order; all NAN for %RGM_POOL_GLMM, which has none
 *
 * Pools response rates on the logit. The order of the arms doesn't matter, to the bit.
 *
 * - Model: for %RGM_POOL_GLMM see rgm_glmm_fit(), otherwise the mean of logits by inverse
 *   variance, tau² by rgm_logits_tau2(). The interval is normal, or Student's t with
 *   k - 1 degrees of freedom and the standard error times sqrt (max (1, q)): Knapp and
 *   Hartung, Stat Med 2003;22:2693, with the guard of Röver, Knapp and Friede, BMC Med
 *   Res Methodol 2015;15:99.
 * - The interval of tau²: by the profile of Q (Viechtbauer, Stat Med 2007;26:37), or of
 *   the likelihood for %RGM_POOL_GLMM.
 * - Q: Cochran, Biometrics 1954;10:101. I²: Higgins and Thompson, Stat Med 2002;21:1539.
 * - Prediction: Higgins, Thompson and Spiegelhalter, J R Stat Soc A 2009;172:137, with
 *   k - 1 degrees of freedom.
 *
 * R's metafor gives the same numbers (rma(measure = "PLO", to = "only0") and
 * rma.glmm(nAGQ = 7)), but for two: it has a largest tau² for the profile of Q, and its
 * prediction intervals are normal.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NO_ARMS if @k is 0; %RGM_REASON_RANGE if an
 *   argument is outside its range: then no number is there
 */
RgmReason
rgm_pool (const RgmPoolArm     *arms,
          gsize                 k,
          const RgmPoolOptions *options,
          RgmPoolResult        *result,
          double               *weights)
{
  g_autofree RgmPoolArm *sorted = NULL;
  g_auto (RgmLogits) logits = { 0 };
  RgmReason reason = k == 0 ? RGM_REASON_NO_ARMS : RGM_REASON_NONE;

  g_return_val_if_fail (arms != NULL || k == 0, RGM_REASON_RANGE);
  g_return_val_if_fail (options != NULL && result != NULL, RGM_REASON_RANGE);

  rgm_gsl_init ();

  for (gsize i = 0; weights != NULL && i < k; i++)
    weights[i] = NAN;
  if (!rgm_pool_check (arms, k, options))
    reason = RGM_REASON_RANGE;
  *result = rgm_pool_no_result (k, reason);
  if (reason != RGM_REASON_NONE)
    return reason;

  sorted = g_memdup2 (arms, k * sizeof *arms);
  qsort (sorted, k, sizeof *sorted, compare_arms);
  rgm_logits_init (&logits, sorted, k);
  for (gsize i = 0; i < k; i++)
    {
      result->responders += arms[i].x;
      result->patients += arms[i].n;
    }

  if (options->model == RGM_POOL_GLMM)
    fit_glmm (sorted, k, options->level, result);
  else
    fit_logits (&logits, options, result);

  describe_intervals (options, result);
  if (k > 1)
    describe_spread (&logits, options->model, result);
  else
    hide_spread (options->model, result);

  if (weights != NULL && options->model != RGM_POOL_GLMM && result->estimate_reason == RGM_REASON_NONE)
    fill_weights (arms, k, result, weights);

  return RGM_REASON_NONE;
}
