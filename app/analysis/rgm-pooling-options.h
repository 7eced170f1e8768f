/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
 * What a person gets who asks for nothing.
 */
#define RGM_POOLING_DEFAULT_OPTIONS \
  ((RgmPoolingOptions) { RGM_POOLING_GLMM, RGM_RATE_CLOPPER_PEARSON, 0.95, FALSE, RGM_POOLING_BY_NONE, FALSE })

gboolean    rgm_pooling_options_check    (const RgmPoolingOptions  *self,
                                          GError                  **error);

const char *rgm_pooling_model_to_nick    (RgmPoolingModel           model);
gboolean    rgm_pooling_model_from_nick  (const char               *nick,
                                          RgmPoolingModel          *model);
const char *rgm_rate_interval_to_nick    (RgmRateInterval           interval);
gboolean    rgm_rate_interval_from_nick  (const char               *nick,
                                          RgmRateInterval          *interval);
gboolean    rgm_pooling_by_from_nick     (const char               *nick,
                                          RgmPoolingBy             *by);

G_END_DECLS
