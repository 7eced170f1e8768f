/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rgm-cox.h"
#include "rgm-kaplan-meier.h"
#include "rgm-log-rank.h"
#include "rgm-restricted-mean.h"

G_BEGIN_DECLS

GType rgm_survival_interval_get_type (void);
#define RGM_TYPE_SURVIVAL_INTERVAL (rgm_survival_interval_get_type ())

/**
 * RgmQuantileState:
 * @RGM_QUANTILE_REPORTED: the time is there
 * @RGM_QUANTILE_NOT_REACHED: the curve, or the bound of its interval, doesn't fall so far
 * @RGM_QUANTILE_NOT_ESTIMABLE: the curve falls to 0, where its interval has no bound
 *
 * Whether a quantile of a survival curve, or a bound of it, is there.
 */
typedef enum
{
  RGM_QUANTILE_REPORTED,
  RGM_QUANTILE_NOT_REACHED,
  RGM_QUANTILE_NOT_ESTIMABLE,
} RgmQuantileState;

GType rgm_quantile_state_get_type (void);
#define RGM_TYPE_QUANTILE_STATE (rgm_quantile_state_get_type ())

/**
 * RgmSurvivalQuantile:
 * @state: whether @value is there
 * @value: a time, or NAN
 * @lower: its lower bound, or NAN
 * @upper: its upper bound, or NAN
 * @upper_state: whether @upper is there
 *
 * The time at which a survival curve has fallen by a share.
 */
typedef struct
{
  RgmQuantileState state;
  double           value;
  double           lower;
  double           upper;
  RgmQuantileState upper_state;
} RgmSurvivalQuantile;

/**
 * RgmSurvivalAnalysisOptions:
 * @level: the level of every interval, above 0.5 and below 1
 * @interval: the scale of the curves' intervals
 * @tau: what means are restricted to; NAN for the longest follow-up that all groups have
 * @reference: the group which others are compared with
 * @why_no_tests: (nullable): why the groups are not to be tested against each other, a
 *   sentence
 */
typedef struct
{
  double              level;
  RgmSurvivalInterval interval;
  double              tau;
  gsize               reference;
  const char         *why_no_tests;
} RgmSurvivalAnalysisOptions;

/**
 * RgmSurvivalGroup:
 * @n: how many patients
 * @events: how many had the event
 * @curve: the survival curve
 * @quartiles: when a quarter, half and three quarters have had the event
 * @follow_up: the median follow-up, by the reverse curve
 * @mean: the restricted mean
 * @why_no_mean: (nullable): why it is absent, a sentence
 * @ratio: the hazard ratio to the reference group; absent for that group
 * @why_no_ratio: (nullable): why it is absent, a sentence
 * @difference: the restricted mean less that of the reference group
 * @why_no_difference: (nullable): why it is absent, a sentence
 *
 * One group of a survival analysis.
 */
typedef struct
{
  gsize               n;
  gsize               events;
  RgmKaplanMeier     *curve;
  RgmSurvivalQuantile quartiles[3];
  RgmSurvivalQuantile follow_up;
  RgmRestrictedMean   mean;
  const char         *why_no_mean;
  RgmCox              ratio;
  const char         *why_no_ratio;
  RgmRestrictedMean   difference;
  const char         *why_no_difference;
} RgmSurvivalGroup;

/**
 * RgmSurvivalAnalysis:
 * @options: what was asked for, its tau as it was used
 * @groups: (element-type RgmSurvivalGroup): the groups
 * @log_rank: the test of all groups against each other
 * @why_no_log_rank: (nullable): why it is absent, a sentence
 *
 * A survival analysis of groups of patients.
 */
typedef struct
{
  RgmSurvivalAnalysisOptions options;
  GArray            *groups;
  RgmLogRank         log_rank;
  const char        *why_no_log_rank;
} RgmSurvivalAnalysis;

RgmSurvivalAnalysis *rgm_survival_analysis_new        (const RgmFollowUp         *patients,
                                                       const gsize               *groups,
                                                       gsize                      n,
                                                       gsize                      n_groups,
                                                       const RgmSurvivalAnalysisOptions  *options,
                                                       GError                   **error);
void                 rgm_survival_analysis_free       (RgmSurvivalAnalysis       *self);
char                *rgm_survival_analysis_get_method (const RgmSurvivalAnalysis *self);
GArray              *rgm_survival_analysis_get_ticks  (const RgmSurvivalAnalysis *self);
RgmSurvivalStep      rgm_survival_group_get_at        (const RgmSurvivalGroup    *self,
                                                       double                     time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmSurvivalAnalysis, rgm_survival_analysis_free)

G_END_DECLS
