/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-reason-words.h"

#include <glib/gi18n-lib.h>

/**
 * rgm_reason_get_words:
 * @reason: why a number is absent
 *
 * Returns: (nullable): the same in a sentence; %NULL for %RGM_REASON_NONE
 */
const char *
rgm_reason_get_words (RgmReason reason)
{
  switch (reason)
    {
    case RGM_REASON_RANGE:
      return _("The counts are not known, or outside what the method is defined for.");
    case RGM_REASON_NO_ARMS:
      return _("There are no arms.");
    case RGM_REASON_ONE_ARM:
      return _("One arm says nothing about how arms differ.");
    case RGM_REASON_NO_RESPONDERS:
      return _("Nobody responded in any arm, and the model has no estimate of such a rate.");
    case RGM_REASON_ALL_RESPONDED:
      return _("Everybody responded in every arm, and the model has no estimate of such a rate.");
    case RGM_REASON_ALL_OR_NONE:
      return _("In each arm either everybody responded or nobody, and the model has no estimate of how such arms differ.");
    case RGM_REASON_MODEL:
      return _("The model has no such number.");
    case RGM_REASON_ONE_GROUP:
      return _("One group has nothing to be compared with.");
    case RGM_REASON_GROUP:
      return _("A group has no estimate of its own.");
    case RGM_REASON_NO_PATIENTS:
      return _("There are no patients.");
    case RGM_REASON_NO_EVENTS:
      return _("No patient had the event.");
    case RGM_REASON_NOT_REACHED:
      return _("Not reached.");
    case RGM_REASON_SEPARATION:
      return _("While both groups were at risk, all events were in one of them.");
    case RGM_REASON_NO_CONVERGENCE:
      return _("The search for the number ended without an answer.");
    case RGM_REASON_NONE:
    default:
      return NULL;
    }
}

/**
 * rgm_pooled_rate_from:
 * @result: what the statistics give
 *
 * Returns: the same with its reasons in words
 */
RgmPooledRate
rgm_pooled_rate_from (const RgmPoolResult *result)
{
  return (RgmPooledRate) {
    .k = result->k,
    .responders = result->responders,
    .patients = result->patients,
    .logit = result->logit,
    .se = result->se,
    .estimate = result->estimate,
    .why_no_estimate = rgm_reason_get_words (result->estimate_reason),
    .lower = result->lower,
    .upper = result->upper,
    .why_no_interval = rgm_reason_get_words (result->interval_reason),
    .tau2 = result->tau2,
    .why_no_tau2 = rgm_reason_get_words (result->tau2_reason),
    .tau2_lower = result->tau2_lower,
    .tau2_upper = result->tau2_upper,
    .why_no_tau2_interval = rgm_reason_get_words (result->tau2_interval_reason),
    .i2 = result->i2,
    .why_no_i2 = rgm_reason_get_words (result->i2_reason),
    .q = result->q,
    .df = result->df,
    .p = result->p,
    .why_no_q = rgm_reason_get_words (result->q_reason),
    .prediction_lower = result->prediction_lower,
    .prediction_upper = result->prediction_upper,
    .why_no_prediction = rgm_reason_get_words (result->prediction_reason),
  };
}
