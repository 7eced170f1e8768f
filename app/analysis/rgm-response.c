/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-response.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-error.h"
#include "rgm-did-you-mean.h"
#include "rgm-proportion.h"
#include "rgm-reason-text.h"

G_STATIC_ASSERT ((int) RGM_RATE_CLOPPER_PEARSON == (int) RGM_PROPORTION_CLOPPER_PEARSON);
G_STATIC_ASSERT ((int) RGM_RATE_WILSON == (int) RGM_PROPORTION_WILSON);
G_STATIC_ASSERT ((int) RGM_RATE_AGRESTI_COULL == (int) RGM_PROPORTION_AGRESTI_COULL);
G_STATIC_ASSERT ((int) RGM_RATE_JEFFREYS == (int) RGM_PROPORTION_JEFFREYS);

/**
 * rgm_response_new:
 * @trial: a trial
 * @arm: one of its arms
 * @endpoint: the id of an endpoint that is a rate: 'ORR'
 * @interval: how the interval is computed
 * @level: its level, above 0.5 and below 1
 *
 * Returns: (transfer full) (nullable): the arm's response; %NULL if the source reports
 *   neither a rate nor counts for it
 */
RgmResponse *
rgm_response_new (RgmTrial            *trial,
                  RgmArm              *arm,
                  const char          *endpoint,
                  RgmRateInterval      interval,
                  double               level)
{
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint);

  return outcome != NULL ? rgm_response_new_for_outcome (trial, arm, outcome, interval, level) : NULL;
}

/**
 * rgm_response_new_for_outcome:
 * @trial: a trial
 * @arm: one of its arms
 * @outcome: a rate of the arm or of one of its subgroups
 * @interval: how the interval is computed
 * @level: its level, above 0.5 and below 1
 *
 * Returns: (transfer full) (nullable): the response; %NULL if the source reports neither
 *   a rate nor counts for it
 */
RgmResponse *
rgm_response_new_for_outcome (RgmTrial        *trial,
                              RgmArm          *arm,
                              RgmOutcome      *outcome,
                              RgmRateInterval  interval,
                              double           level)
{
  RgmResponse *self;

  if (outcome->estimate.state != RGM_STATE_REPORTED && outcome->responders < 0)
    return NULL;

  self = g_new0 (RgmResponse, 1);
  self->trial = g_object_ref (trial);
  self->arm = g_object_ref (arm);
  self->outcome = g_object_ref (outcome);
  self->responders = outcome->responders;
  self->analysed = outcome->analysed;
  self->derived = rgm_outcome_is_derived (outcome, "responders");
  self->estimate = self->lower = self->upper = NAN;

  if (rgm_response_has_counts (self))
    {
      RgmReason reason = rgm_proportion_interval ((RgmProportionMethod) interval, self->responders, self->analysed,
                                                  level, &self->lower, &self->upper);

      self->why_not = rgm_reason_get_text (reason);
      if (reason == RGM_REASON_NONE)
        self->estimate = (double) self->responders / (double) self->analysed;
    }
  else
    {
      self->why_not = _("The source reports a rate but not the number of responders.");
    }

  return self;
}

/**
 * rgm_response_copy:
 * @self: a response
 *
 * Returns: (transfer full): a copy
 */
RgmResponse *
rgm_response_copy (const RgmResponse *self)
{
  RgmResponse *copy = g_memdup2 (self, sizeof *self);

  g_object_ref (copy->trial);
  g_object_ref (copy->arm);
  g_object_ref (copy->outcome);

  return copy;
}

/**
 * rgm_response_free:
 * @self: (nullable) (transfer full): a response
 *
 * Frees it.
 */
void
rgm_response_free (RgmResponse *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->trial);
  g_object_unref (self->arm);
  g_object_unref (self->outcome);
  g_free (self);
}

/**
 * rgm_response_has_counts:
 * @self: a response
 *
 * Returns: whether responders and patients are both known, so that an interval can be
 *   computed and the arm can be pooled
 */
gboolean
rgm_response_has_counts (const RgmResponse *self)
{
  return self->responders >= 0 && self->analysed >= 1 && self->responders <= self->analysed;
}

/* In percent; NAN for a bound that isn't a number. */
static double
get_bound (const RgmBound *bound)
{
  return bound->state == RGM_STATE_REPORTED ? bound->value : NAN;
}

/**
 * rgm_response_get_percent:
 * @self: a response
 * @rate: (out): its rate in percent
 * @lower: (out): the lower bound of its interval, or NAN
 * @upper: (out): the upper bound, or NAN
 *
 * Gives the values computed from the counts or, without counts, the published ones.
 *
 * Returns: whether there is a rate
 */
gboolean
rgm_response_get_percent (const RgmResponse *self,
                          double            *rate,
                          double            *lower,
                          double            *upper)
{
  const RgmEstimate *estimate = &self->outcome->estimate;

  if (!isnan (self->estimate))
    {
      *rate = self->estimate * 100.0;
      *lower = self->lower * 100.0;
      *upper = self->upper * 100.0;
      return TRUE;
    }

  *rate = estimate->state == RGM_STATE_REPORTED ? estimate->value : NAN;
  *lower = get_bound (&estimate->lower);
  *upper = get_bound (&estimate->upper);

  return estimate->state == RGM_STATE_REPORTED;
}

/**
 * rgm_responses_collect:
 * @trials: a list of #RgmTrial, a selection
 * @arms: (nullable) (array zero-terminated=1): ids of arms, or %NULL for all
 * @endpoint: the id of an endpoint that is a rate: 'ORR'
 * @interval: how the intervals are computed
 * @level: their level, above 0.5 and below 1
 *
 * Returns: (transfer full) (element-type RgmResponse): the responses of the arms that
 *   report one, in the order of the trials and of their arms
 */
GPtrArray *
rgm_responses_collect (GListModel          *trials,
                       const char * const  *arms,
                       const char          *endpoint,
                       RgmRateInterval      interval,
                       double               level)
{
  GPtrArray *responses = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_response_free);
  guint n = g_list_model_get_n_items (trials);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);
      GPtrArray *all = trial->arms;

      for (guint j = 0; j < all->len; j++)
        {
          RgmArm *arm = g_ptr_array_index (all, j);
          RgmResponse *response;

          if (arms != NULL && !g_strv_contains (arms, arm->id))
            continue;

          response = rgm_response_new (trial, arm, endpoint, interval, level);
          if (response != NULL)
            g_ptr_array_add (responses, response);
        }
    }

  return responses;
}

/**
 * rgm_responses_count_trials:
 * @responses: (element-type RgmResponse): responses, those of a trial one after another
 *
 * Returns: of how many trials they are
 */
guint
rgm_responses_count_trials (GPtrArray *responses)
{
  guint n = 0;

  for (guint i = 0; i < responses->len; i++)
    {
      const RgmResponse *this = g_ptr_array_index (responses, i);
      const RgmResponse *before = i > 0 ? g_ptr_array_index (responses, i - 1) : NULL;

      n += before == NULL || before->trial != this->trial;
    }

  return n;
}

/**
 * rgm_responses_get_caveat:
 * @responses: (element-type RgmResponse): responses
 *
 * The caveat of every picture, file and printout with arms of more than one trial.
 *
 * Returns: (nullable): the sentence; %NULL for arms of one trial
 */
const char *
rgm_responses_get_caveat (GPtrArray *responses)
{
  if (rgm_responses_count_trials (responses) < 2)
    return NULL;

  return _("Separate trials, not randomised against each other; populations, assays, lines of therapy and follow-up differ.");
}

/**
 * rgm_responses_check_arms:
 * @trials: a list of #RgmTrial
 * @arms: (nullable) (array zero-terminated=1): ids of arms
 * @error: the return location for an error of %RGM_ERROR_CALL
 *
 * Checks whether each of @arms is an arm of one of @trials.
 *
 * Returns: whether they all are; if not, @error names one that isn't and, where there is one, an id that may be meant
 */
gboolean
rgm_responses_check_arms (GListModel          *trials,
                          const char * const  *arms,
                          GError             **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (trials);

  for (guint i = 0; i < n; i++)
    {
      /* The trial is the list's and outlives this. */
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);
      GPtrArray *all = trial->arms;

      for (guint j = 0; j < all->len; j++)
        g_ptr_array_add (known, (gpointer) ((RgmArm *) g_ptr_array_index (all, j))->id);
    }
  g_ptr_array_add (known, NULL);

  for (guint i = 0; arms != NULL && arms[i] != NULL; i++)
    {
      const char * const *ids = (const char * const *) known->pdata;
      const char *near;

      if (g_strv_contains (ids, arms[i]))
        continue;

      near = rgm_did_you_mean (arms[i], ids);
      if (near != NULL)
        rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no arm “%s”. Did you mean “%s”?"), arms[i], near);
      else
        rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no arm “%s”."), arms[i]);
      return FALSE;
    }

  return TRUE;
}
