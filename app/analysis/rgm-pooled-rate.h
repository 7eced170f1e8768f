/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmPooledRate:
 * @k: the number of arms
 * @responders: of all arms
 * @patients: of all arms
 * @logit: the pooled logit
 * @se: its standard error, Knapp and Hartung's if they were asked for
 * @estimate: the pooled rate, a proportion
 * @why_no_estimate: why @logit, @se and @estimate are NAN, and the bounds
 * @lower: its lower bound
 * @upper: its upper bound
 * @why_no_interval: why @lower and @upper are NAN
 * @tau2: the variance of the arms' logits; 0 for the common effect
 * @why_no_tau2: why it is NAN
 * @tau2_lower: its lower bound
 * @tau2_upper: its upper bound
 * @why_no_tau2_interval: why they are NAN
 * @i2: I², in percent
 * @why_no_i2: why it is NAN
 * @q: Cochran's Q
 * @df: its degrees of freedom
 * @p: its p value
 * @why_no_q: why @q and @p are NAN
 * @prediction_lower: the lower bound of the rate of a new arm, a proportion
 * @prediction_upper: the upper bound
 * @why_no_prediction: why they are NAN
 *
 * What pooling some arms gives. A number is NAN exactly if the sentence that says why is
 * not %NULL.
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
  const char *why_no_tau2_interval;

  double      i2;
  const char *why_no_i2;

  double      q;
  gsize       df;
  double      p;
  const char *why_no_q;

  double      prediction_lower;
  double      prediction_upper;
  const char *why_no_prediction;
} RgmPooledRate;

G_END_DECLS
