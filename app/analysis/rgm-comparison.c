/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-comparison.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-reason-text.h"
#include "rgm-two-arms.h"

static const char *
refuse_arms (RgmTrial *first_trial,
             RgmArm   *first,
             RgmTrial *second_trial,
             RgmArm   *second)
{
  if (first_trial != second_trial)
    return _("Arms of different trials are not compared: patients were not randomised between them, and populations, assays, lines of therapy and follow-up differ.");
  if (first == second)
    return _("An arm is not compared with itself.");

  return NULL;
}

static const char *
refuse (const RgmResponse *first,
        const RgmResponse *second)
{
  const char *refusal = refuse_arms (first->trial, first->arm, second->trial, second->arm);

  if (refusal == NULL && (!rgm_response_has_counts (first) || !rgm_response_has_counts (second)))
    return _("The source reports a rate but not the number of responders.");

  return refusal;
}

static void
test (const RgmResponse *first,
      const RgmResponse *second,
      RgmArmComparison     *self)
{
  switch (first->trial->allocation)
    {
    case RGM_ALLOCATION_RANDOMISED:
      self->why_no_p = rgm_reason_get_text (rgm_fisher_exact (first->responders, first->analysed,
                                                               second->responders, second->analysed, &self->p));
      break;
    case RGM_ALLOCATION_NOT_RANDOMISED:
      self->why_no_p = _("No p value: the arms were not randomised.");
      break;
    case RGM_ALLOCATION_UNKNOWN:
    default:
      self->why_no_p = _("No p value: the source does not report whether the arms were randomised.");
      break;
    }
}

/**
 * rgm_comparison_make:
 * @first: an arm's response
 * @second: the response of another
 * @level: the level of the intervals, above 0.5 and below 1
 *
 * Compares two arms, if they are of one trial: the difference of their rates with Newcombe's and Miettinen and Nurminen's
 * intervals, and Fisher's exact p value only if the source says that the arms were randomised. Arms of different trials are
 * refused.
 *
 * Returns: the comparison, or why there is none
 */
RgmArmComparison
rgm_comparison_make (const RgmResponse *first,
                     const RgmResponse *second,
                     double             level)
{
  RgmArmComparison self = { refuse (first, second), NAN, NAN, NAN, NAN, NAN, NAN, NULL };
  RgmReason reason;

  if (self.refusal == NULL)
    {
      reason = rgm_newcombe (first->responders, first->analysed, second->responders, second->analysed, level,
                             &self.newcombe_lower, &self.newcombe_upper);
      if (reason == RGM_REASON_NONE)
        reason = rgm_miettinen_nurminen (first->responders, first->analysed, second->responders, second->analysed, level,
                                         &self.miettinen_nurminen_lower, &self.miettinen_nurminen_upper);
      self.refusal = rgm_reason_get_text (reason);
    }

  if (self.refusal != NULL)
    {
      self.newcombe_lower = self.newcombe_upper = NAN;
      self.why_no_p = self.refusal;
      return self;
    }

  self.difference = first->estimate - second->estimate;
  test (first, second, &self);

  return self;
}

/**
 * rgm_comparison_make_for_arms:
 * @data_set: a data set
 * @first: the id of one of its arms
 * @second: the id of another
 * @endpoint: the id of an endpoint that is a rate: 'ORR'
 * @level: the level of the intervals, above 0.5 and below 1
 *
 * Compares two arms as rgm_comparison_make() does, whether or not their rates are
 * reported.
 *
 * Returns: the comparison, or why there is none
 */
RgmArmComparison
rgm_comparison_make_for_arms (RgmDataSet *data_set,
                              const char *first,
                              const char *second,
                              const char *endpoint,
                              double      level)
{
  RgmArmComparison self = { NULL, NAN, NAN, NAN, NAN, NAN, NAN, NULL };
  RgmTrial *trials[2] = { NULL, NULL };
  RgmArm *arms[2] = {
    rgm_data_set_find_arm (data_set, first, &trials[0]),
    rgm_data_set_find_arm (data_set, second, &trials[1]),
  };
  g_autoptr (RgmResponse) one = NULL;
  g_autoptr (RgmResponse) other = NULL;

  g_return_val_if_fail (arms[0] != NULL && arms[1] != NULL, self);

  self.refusal = refuse_arms (trials[0], arms[0], trials[1], arms[1]);
  if (self.refusal == NULL)
    {
      one = rgm_response_new (trials[0], arms[0], endpoint, RGM_RATE_CLOPPER_PEARSON, level);
      other = rgm_response_new (trials[1], arms[1], endpoint, RGM_RATE_CLOPPER_PEARSON, level);
      if (one != NULL && other != NULL)
        return rgm_comparison_make (one, other, level);
      self.refusal = _("The source does not report response rates for both arms.");
    }
  self.why_no_p = self.refusal;

  return self;
}
