/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-comparison.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-reason-words.h"
#include "rgm-two-arms.h"

static const char *
refuse (const RgmResponse *first,
        const RgmResponse *second)
{
  if (first->trial != second->trial)
    return _("Arms of different trials are not compared: nobody was randomised between them, and populations, assays, lines of therapy and follow-up differ.");
  if (first->arm == second->arm)
    return _("An arm is not compared with itself.");
  if (!rgm_response_has_counts (first) || !rgm_response_has_counts (second))
    return _("The source gives a rate and not the count behind it.");

  return NULL;
}

static void
test (const RgmResponse *first,
      const RgmResponse *second,
      RgmComparison     *self)
{
  switch (rgm_trial_get_allocation (first->trial))
    {
    case RGM_ALLOCATION_RANDOMISED:
      self->why_no_p = rgm_reason_get_words (rgm_fisher_exact (first->responders, first->analysed,
                                                               second->responders, second->analysed, &self->p));
      break;
    case RGM_ALLOCATION_NOT_RANDOMISED:
      self->why_no_p = _("The arms weren’t randomised, so that there is no p value.");
      break;
    case RGM_ALLOCATION_UNKNOWN:
    default:
      self->why_no_p = _("The source doesn’t say that the arms were randomised, so that there is no p value.");
      break;
    }
}

/**
 * rgm_comparison_make:
 * @first: an arm's response
 * @second: another arm's
 * @level: the level of the intervals, above 0.5 and below 1
 *
 * Compares two arms, if they are of one trial: the difference of their rates with
 * Newcombe's and Miettinen and Nurminen's intervals, and Fisher's exact p value only if
 * the source says that the arms were randomised. Arms of different trials are refused.
 *
 * Returns: the comparison, or why there is none
 */
RgmComparison
rgm_comparison_make (const RgmResponse *first,
                     const RgmResponse *second,
                     double             level)
{
  RgmComparison self = { refuse (first, second), NAN, NAN, NAN, NAN, NAN, NAN, NULL };
  RgmReason reason;

  if (self.refusal == NULL)
    {
      reason = rgm_newcombe (first->responders, first->analysed, second->responders, second->analysed, level,
                             &self.newcombe_lower, &self.newcombe_upper);
      if (reason == RGM_REASON_NONE)
        reason = rgm_miettinen_nurminen (first->responders, first->analysed, second->responders, second->analysed, level,
                                         &self.miettinen_nurminen_lower, &self.miettinen_nurminen_upper);
      self.refusal = rgm_reason_get_words (reason);
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
