/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-reason.h"

G_BEGIN_DECLS

/**
 * RgmPoolModel:
 * @RGM_POOL_GLMM: random-effects logistic regression by maximum likelihood, adaptive
 *   Gauss-Hermite quadrature with 7 points
 * @RGM_POOL_REML: inverse variance on the logit, tau² by restricted maximum likelihood
 * @RGM_POOL_DL: the same, tau² by DerSimonian and Laird
 * @RGM_POOL_PM: the same, tau² by Paule and Mandel
 * @RGM_POOL_COMMON: inverse variance on the logit, one rate common to all arms
 *
 * How arms are pooled.
 */
typedef enum
{
  RGM_POOL_GLMM,
  RGM_POOL_REML,
  RGM_POOL_DL,
  RGM_POOL_PM,
  RGM_POOL_COMMON,
} RgmPoolModel;

/**
 * RgmPoolArm:
 * @x: responders, from 0 to @n
 * @n: patients, from 1 to %RGM_POOL_MAX
 */
typedef struct
{
  gint64 x;
  gint64 n;
} RgmPoolArm;

/**
 * RGM_POOL_MAX:
 *
 * The largest number of patients of an arm: with more, the variance of a logit is lost
 * beside 1 in the arithmetic.
 */
#define RGM_POOL_MAX G_GINT64_CONSTANT (1000000000)

/**
 * RgmPoolOptions:
 * @model: the model
 * @level: the level of every interval, above 0.5 and below 1
 * @knapp_hartung: whether the interval is Knapp and Hartung's, never narrower than the
 *   normal one; for %RGM_POOL_REML, %RGM_POOL_DL and %RGM_POOL_PM only
 */
typedef struct
{
  RgmPoolModel model;
  double level;
  gboolean knapp_hartung;
} RgmPoolOptions;

/**
 * RgmPoolResult:
 * @k: the number of arms
 * @responders: of all arms
 * @patients: of all arms
 * @logit: the pooled logit
 * @se: its standard error, Knapp and Hartung's if they were asked for
 * @estimate: the pooled rate, a proportion: @logit transformed back. It is the rate of a typical arm, the median of the arms'
 *   distribution and not their mean
 * @lower: its lower bound, a proportion
 * @upper: its upper bound, a proportion
 * @estimate_reason: why @logit, @se, @estimate, @lower and @upper are absent
 * @interval_reason: why @lower and @upper are absent
 * @tau2: the variance of the arms' logits; 0 for %RGM_POOL_COMMON
 * @tau2_reason: why @tau2 is absent
 * @tau2_lower: its lower bound
 * @tau2_upper: its upper bound
 * @tau2_interval_reason: why @tau2_lower and @tau2_upper are absent
 * @i2: I², in percent
 * @i2_reason: why @i2 is absent
 * @q: Cochran's Q of the inverse variance weights, whatever the model
 * @df: its degrees of freedom, @k - 1
 * @p: its p value
 * @q_reason: why @q and @p are absent
 * @prediction_lower: the lower bound of the rate of a new arm, a proportion
 * @prediction_upper: the upper bound of the rate of a new arm, a proportion
 * @prediction_reason: why they are absent
 *
 * What pooling gives. A number is NAN if and only if its reason isn't %RGM_REASON_NONE.
 */
typedef struct
{
  gsize k;
  gint64 responders;
  gint64 patients;

  double logit;
  double se;
  double estimate;
  double lower;
  double upper;
  RgmReason estimate_reason;
  RgmReason interval_reason;

  double tau2;
  double tau2_lower;
  double tau2_upper;
  RgmReason tau2_reason;
  RgmReason tau2_interval_reason;

  double i2;
  RgmReason i2_reason;

  double q;
  gsize df;
  double p;
  RgmReason q_reason;

  double prediction_lower;
  double prediction_upper;
  RgmReason prediction_reason;
} RgmPoolResult;

G_END_DECLS
