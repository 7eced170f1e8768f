/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-pooling-options.h"
#include "rgm-trial.h"

G_BEGIN_DECLS

/**
 * RgmResponse:
 * @trial: the trial
 * @arm: its arm
 * @outcome: the arm's outcome for the endpoint, with the published rate and interval
 * @responders: how many responded, or -1 if the source doesn't say
 * @analysed: of how many, or -1
 * @derived: whether @responders was counted back from a rounded rate
 * @estimate: the rate, computed from the counts, a proportion
 * @lower: the lower bound of its computed interval, a proportion
 * @upper: the upper bound, a proportion
 * @why_not: (nullable): why @estimate, @lower and @upper are NAN, or %NULL
 *
 * An arm's response rate. The interval that the source published and the one that is computed here are two different things.
 */
typedef struct
{
  RgmTrial   *trial;
  RgmArm     *arm;
  RgmOutcome *outcome;
  gint64      responders;
  gint64      analysed;
  gboolean    derived;
  double      estimate;
  double      lower;
  double      upper;
  const char *why_not;
} RgmResponse;

RgmResponse *rgm_response_new          (RgmTrial            *trial,
                                        RgmArm              *arm,
                                        const char          *endpoint,
                                        RgmRateInterval      interval,
                                        double               level);
RgmResponse *rgm_response_new_for_outcome
                                       (RgmTrial            *trial,
                                        RgmArm              *arm,
                                        RgmOutcome          *outcome,
                                        RgmRateInterval      interval,
                                        double               level);
RgmResponse *rgm_response_copy         (const RgmResponse   *self);
void         rgm_response_free         (RgmResponse         *self);
gboolean     rgm_response_has_counts   (const RgmResponse   *self);
gboolean     rgm_response_get_percent  (const RgmResponse   *self,
                                        double              *rate,
                                        double              *lower,
                                        double              *upper);

GPtrArray   *rgm_responses_collect     (GListModel          *trials,
                                        const char * const  *arms,
                                        const char          *endpoint,
                                        RgmRateInterval      interval,
                                        double               level);
guint        rgm_responses_count_trials
                                       (GPtrArray           *responses);
const char  *rgm_responses_get_caveat  (GPtrArray           *responses);
gboolean     rgm_responses_check_arms  (GListModel          *trials,
                                        const char * const  *arms,
                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmResponse, rgm_response_free)

G_END_DECLS
