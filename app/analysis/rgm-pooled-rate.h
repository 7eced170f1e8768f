/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RGM_POOLING_MIN_ARMS:
 *
 * A figure draws no pooled estimate of fewer arms; a prediction interval, and each group of
 * a test between groups, need as many.
 */
#define RGM_POOLING_MIN_ARMS 3

/**
 * RgmPooledRate:
 * @k: the number of arms
 * @responders: of all arms
 * @patients: of all arms
 * @logit: the pooled logit; NAN for one arm, which is not pooled
 * @se: its standard error, Knapp and Hartung's if they were asked for
 * @estimate: the pooled rate, a proportion; the arm's own rate for one arm
 * @why_no_estimate: why it is NAN, and the bounds
 * @lower: its lower bound; of the arm's own interval for one arm
 * @upper: its upper bound
 * @why_no_interval: why @lower and @upper are NAN
 * @tau2: the variance of the arms' logits; 0 for the common effect
 * @why_no_tau2: why it is NAN
 * @tau2_lower: its lower bound
 * @tau2_upper: its upper bound
 * @tau2_is_empty: whether the interval of @tau2 is an empty set; its bounds are NAN then
 * @tau2_is_outside: whether @tau2, by another estimator, lies outside its own interval
 * @why_no_tau2_interval: why @tau2_lower and @tau2_upper are NAN
 * @i2: I² in percent: from @tau2, or from @q for the common effect
 * @why_no_i2: why it is NAN
 * @q: Cochran's Q
 * @df: its degrees of freedom
 * @i2_q: Higgins' I² in percent, from @q
 * @why_no_q: why @q and @i2_q are NAN
 * @p: the p value of @q
 * @why_no_p: why it is NAN
 * @prediction_lower: the lower bound of the rate of a new arm, a proportion
 * @prediction_upper: the upper bound
 * @why_no_prediction: why they are NAN
 *
 * The result of pooling some arms. A number is NAN if and only if its reason is not %NULL.
 */
typedef struct
{
  gsize       k;
  gint64      responders;
  gint64      patients;

  double      logit;
  double      se;
  double      estimate;
  const char *why_no_estimate;
  double      lower;
  double      upper;
  const char *why_no_interval;

  double      tau2;
  const char *why_no_tau2;
  double      tau2_lower;
  double      tau2_upper;
  gboolean    tau2_is_empty;
  gboolean    tau2_is_outside;
  const char *why_no_tau2_interval;

  double      i2;
  const char *why_no_i2;

  double      q;
  gsize       df;
  double      i2_q;
  const char *why_no_q;
  double      p;
  const char *why_no_p;

  double      prediction_lower;
  double      prediction_upper;
  const char *why_no_prediction;
} RgmPooledRate;

gboolean   rgm_pooled_rate_is_pooled   (const RgmPooledRate *self);
char     **rgm_pooled_rate_get_reasons (const RgmPooledRate *self);

G_END_DECLS
