/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-follow-up.h"

G_BEGIN_DECLS

/**
 * RgmSurvivalInterval:
 * @RGM_SURVIVAL_PLAIN: on the scale of survival, clipped to [0, 1]
 * @RGM_SURVIVAL_LOG: on that of its logarithm, at most 1
 * @RGM_SURVIVAL_LOG_LOG: on that of log (-log)
 *
 * The scale on which the interval of a survival curve is symmetric.
 */
typedef enum
{
  RGM_SURVIVAL_PLAIN,
  RGM_SURVIVAL_LOG,
  RGM_SURVIVAL_LOG_LOG,
} RgmSurvivalInterval;

/**
 * RgmSurvivalStep:
 * @time: a time at which somebody's follow-up ended
 * @at_risk: how many patients' follow-up hadn't ended before
 * @events: how many had the event then
 * @censored: how many were censored then
 * @survival: the curve from then on, from 0 to 1
 * @se: its standard error; NAN where the curve is at 0
 * @lower: the lower bound; NAN where the curve is at 0, and for log-log where it is at 1
 * @upper: the upper bound; NAN where @lower is
 */
typedef struct
{
  double time;
  gsize  at_risk;
  gsize  events;
  gsize  censored;
  double survival;
  double se;
  double lower;
  double upper;
} RgmSurvivalStep;

/**
 * RgmSurvivalCount:
 * @at_risk: patients with a follow-up of at least a time
 * @events: patients with the event before it
 * @censored: patients censored before it
 *
 * The numbers below a survival curve. They add up to the number of patients.
 */
typedef struct
{
  gsize at_risk;
  gsize events;
  gsize censored;
} RgmSurvivalCount;

/**
 * RgmKaplanMeier:
 *
 * A survival curve. Immutable.
 */
typedef struct _RgmKaplanMeier RgmKaplanMeier;

RgmReason              rgm_kaplan_meier_new             (const RgmFollowUp     *patients,
                                                         gsize                  n,
                                                         RgmSurvivalInterval    interval,
                                                         double                 level,
                                                         RgmKaplanMeier       **curve);
void                   rgm_kaplan_meier_free            (RgmKaplanMeier        *self);
const RgmSurvivalStep *rgm_kaplan_meier_get_steps       (const RgmKaplanMeier  *self,
                                                         gsize                 *n_steps);
RgmSurvivalCount       rgm_kaplan_meier_count           (const RgmKaplanMeier  *self,
                                                         double                 time);
const RgmSurvivalStep *rgm_kaplan_meier_step_at         (const RgmKaplanMeier  *self,
                                                         double                 time);
double                 rgm_kaplan_meier_survival        (const RgmKaplanMeier  *self,
                                                         double                 time);
RgmReason              rgm_kaplan_meier_quantile        (const RgmKaplanMeier  *self,
                                                         double                 fraction,
                                                         double                *quantile,
                                                         double                *lower,
                                                         double                *upper);
RgmReason              rgm_kaplan_meier_follow_up       (const RgmKaplanMeier  *self,
                                                         double                *median,
                                                         double                *lower,
                                                         double                *upper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmKaplanMeier, rgm_kaplan_meier_free)

G_END_DECLS
