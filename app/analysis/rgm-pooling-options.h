/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-enum.h"

G_BEGIN_DECLS

/**
 * RGM_DEFAULT_LEVEL:
 *
 * The confidence level of an interval where nobody asks for another.
 */
#define RGM_DEFAULT_LEVEL 0.95

/**
 * RgmPoolingModel:
 * @RGM_POOLING_GLMM: random-effects logistic regression by maximum likelihood
 * @RGM_POOLING_REML: inverse variance on the logit, tau² by restricted maximum likelihood
 * @RGM_POOLING_DL: the same, tau² by DerSimonian and Laird
 * @RGM_POOLING_PM: the same, tau² by Paule and Mandel
 * @RGM_POOLING_COMMON: inverse variance on the logit, one rate common to all arms
 *
 * How arms are pooled.
 */
typedef enum
{
  RGM_POOLING_GLMM,
  RGM_POOLING_REML,
  RGM_POOLING_DL,
  RGM_POOLING_PM,
  RGM_POOLING_COMMON,
} RgmPoolingModel;

/**
 * RgmRateInterval:
 * @RGM_RATE_CLOPPER_PEARSON: exact
 * @RGM_RATE_WILSON: by the score test
 * @RGM_RATE_AGRESTI_COULL: Wald's about Wilson's centre
 * @RGM_RATE_JEFFREYS: by the posterior under Jeffreys' prior
 *
 * How the interval of one arm's rate is computed.
 */
typedef enum
{
  RGM_RATE_CLOPPER_PEARSON,
  RGM_RATE_WILSON,
  RGM_RATE_AGRESTI_COULL,
  RGM_RATE_JEFFREYS,
} RgmRateInterval;

/**
 * RgmPoolingBy:
 * @RGM_POOLING_BY_NONE: no groups
 * @RGM_POOLING_BY_CLASS: by the class that the source lists the arm in
 * @RGM_POOLING_BY_REGIMEN: by the agents that are given together
 *
 * How arms are grouped.
 */
typedef enum
{
  RGM_POOLING_BY_NONE,
  RGM_POOLING_BY_CLASS,
  RGM_POOLING_BY_REGIMEN,
} RgmPoolingBy;

/**
 * RgmPoolingOptions:
 * @model: the model
 * @interval: how the arms' own intervals are computed
 * @level: the level of every interval, above 0.5 and below 1
 * @knapp_hartung: whether the pooled interval is Knapp and Hartung's; see
 *   rgm_pooling_options_check()
 * @by: the groups
 * @leave_one_out: whether to pool again without each of the arms
 *
 * How responses are pooled.
 */
typedef struct
{
  RgmPoolingModel model;
  RgmRateInterval interval;
  double          level;
  gboolean        knapp_hartung;
  RgmPoolingBy    by;
  gboolean        leave_one_out;
} RgmPoolingOptions;

/**
 * RGM_POOLING_DEFAULT_OPTIONS:
 *
 * The defaults.
 */
#define RGM_POOLING_DEFAULT_OPTIONS \
  ((RgmPoolingOptions) { RGM_POOLING_GLMM, RGM_RATE_CLOPPER_PEARSON, RGM_DEFAULT_LEVEL, FALSE, RGM_POOLING_BY_NONE, FALSE })

#define RGM_TYPE_POOLING_MODEL (rgm_pooling_model_get_type ())
#define RGM_TYPE_RATE_INTERVAL (rgm_rate_interval_get_type ())
#define RGM_TYPE_POOLING_BY    (rgm_pooling_by_get_type ())

GType    rgm_pooling_model_get_type (void) G_GNUC_CONST;
GType    rgm_rate_interval_get_type (void) G_GNUC_CONST;
GType    rgm_pooling_by_get_type    (void) G_GNUC_CONST;
gboolean rgm_pooling_options_check  (const RgmPoolingOptions  *self,
                                     GError                  **error);

G_END_DECLS
