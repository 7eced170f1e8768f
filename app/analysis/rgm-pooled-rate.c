/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-pooled-rate-private.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-reason-text.h"

/* A single arm is not pooled: only its own rate and interval are given. */
static void
take_only_arm (RgmPooledRate     *self,
               const RgmResponse *arm)
{
  const char *why_not = _("Only one arm: nothing to pool.");

  self->logit = self->se = NAN;
  self->estimate = arm->estimate;
  self->lower = arm->lower;
  self->upper = arm->upper;
  self->why_no_estimate = self->why_no_interval = arm->why_not;
  self->tau2 = self->tau2_lower = self->tau2_upper = self->i2 = self->q = self->i2_q = self->p = NAN;
  self->prediction_lower = self->prediction_upper = NAN;
  self->why_no_tau2 = self->why_no_tau2_interval = self->why_no_i2 = self->why_no_q = self->why_no_p = why_not;
  self->why_no_prediction = why_not;
}

/* The Q-profile interval has no member where Q is too small for any tau²; its bounds are
 * both 0 then. */
static void
judge_tau2_interval (RgmPooledRate           *self,
                     const RgmPoolingOptions *options)
{
  if (self->why_no_tau2_interval != NULL)
    return;

  if (options->model != RGM_POOLING_GLMM && self->tau2_upper <= 0.0)
    {
      self->tau2_is_empty = TRUE;
      self->tau2_lower = self->tau2_upper = NAN;
      self->why_no_tau2_interval = _("The arms vary less than expected by chance alone; no value of τ² is compatible with the data.");
      return;
    }

  self->tau2_is_outside = self->tau2 < self->tau2_lower || self->tau2 > self->tau2_upper;
}

/* Two arms of two trials: their test would compare the trials with each other. */
static void
judge_test (RgmPooledRate *self,
            GPtrArray     *responses)
{
  const RgmResponse *first = g_ptr_array_index (responses, 0);
  const RgmResponse *second = g_ptr_array_index (responses, 1);

  if (responses->len != 2 || first->trial == second->trial || self->why_no_p != NULL)
    return;

  self->p = NAN;
  self->why_no_p = _("Two arms of different trials are not tested against each other.");
}

/**
 * rgm_pooled_rate_new:
 * @result: the statistical result
 * @options: how the arms were pooled
 * @responses: (element-type RgmResponse): the arms
 *
 * Returns: the result, with reasons for absent numbers and without those that should not be shown
 */
RgmPooledRate
rgm_pooled_rate_new (const RgmPoolResult     *result,
                     const RgmPoolingOptions *options,
                     GPtrArray               *responses)
{
  double df = (double) result->df;
  RgmPooledRate self = {
    .k = result->k,
    .responders = result->responders,
    .patients = result->patients,
    .logit = result->logit,
    .se = result->se,
    .estimate = result->estimate,
    .why_no_estimate = rgm_reason_get_text (result->estimate_reason),
    .lower = result->lower,
    .upper = result->upper,
    .why_no_interval = rgm_reason_get_text (result->interval_reason),
    .tau2 = result->tau2,
    .why_no_tau2 = rgm_reason_get_text (result->tau2_reason),
    .tau2_lower = result->tau2_lower,
    .tau2_upper = result->tau2_upper,
    .why_no_tau2_interval = rgm_reason_get_text (result->tau2_interval_reason),
    .i2 = result->i2,
    .why_no_i2 = rgm_reason_get_text (result->i2_reason),
    .q = result->q,
    .df = result->df,
    .i2_q = result->q > df ? 100.0 * (result->q - df) / result->q : isnan (result->q) ? NAN : 0.0,
    .why_no_q = rgm_reason_get_text (result->q_reason),
    .p = result->p,
    .why_no_p = rgm_reason_get_text (result->q_reason),
    .prediction_lower = result->prediction_lower,
    .prediction_upper = result->prediction_upper,
    .why_no_prediction = rgm_reason_get_text (result->prediction_reason),
  };

  if (responses->len == 1)
    {
      take_only_arm (&self, g_ptr_array_index (responses, 0));
      return self;
    }

  judge_tau2_interval (&self, options);
  if (responses->len > 1)
    judge_test (&self, responses);
  if (self.why_no_prediction == NULL && self.k < RGM_POOLING_MIN_ARMS)
    {
      self.prediction_lower = self.prediction_upper = NAN;
      self.why_no_prediction = _("A prediction interval needs at least three arms.");
    }

  return self;
}

/**
 * rgm_pooled_rate_is_pooled:
 * @self: a rate
 *
 * Returns: whether a model was fitted to more than one arm, and has an estimate
 */
gboolean
rgm_pooled_rate_is_pooled (const RgmPooledRate *self)
{
  return self->k > 1 && self->why_no_estimate == NULL;
}

/**
 * rgm_pooled_rate_get_reasons:
 * @self: a rate
 *
 * Returns: (transfer full) (array zero-terminated=1): why numbers are absent: a sentence for each reason, which names
 *   what is absent for it
 */
char **
rgm_pooled_rate_get_reasons (const RgmPooledRate *self)
{
  const struct
  {
    const char *what;
    const char *why;
  } absent[] = {
    { _("pooled rate"), self->why_no_estimate },
    { _("confidence interval"), self->why_no_interval },
    { "τ²", self->why_no_tau2 },
    { _("interval for τ²"), self->why_no_tau2_interval },
    { _("I² from τ²"), self->why_no_i2 },
    { "Q", self->why_no_q },
    { _("p value for Q"), self->why_no_p },
    { _("prediction interval"), self->why_no_prediction },
  };
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  /* What a single arm lacks needs no list. */
  if (self->k == 1 && self->why_no_estimate == NULL)
    {
      g_strv_builder_add (sentences, self->why_no_tau2);
      return g_strv_builder_end (sentences);
    }

  for (guint i = 0; i < G_N_ELEMENTS (absent); i++)
    {
      g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
      g_auto (GStrv) all = NULL;
      g_autofree char *list = NULL;
      g_autofree char *sentence = NULL;
      gboolean is_said = absent[i].why == NULL;

      for (guint j = 0; j < i && !is_said; j++)
        is_said = absent[i].why == absent[j].why;
      if (is_said)
        continue;

      for (guint j = i; j < G_N_ELEMENTS (absent); j++)
        if (absent[j].why == absent[i].why)
          g_strv_builder_add (names, absent[j].what);
      all = g_strv_builder_end (names);
      list = rgm_join_words (all);
      /* Translators: what is absent ('τ², I², Q'), then a sentence that says why. */
      sentence = rgm_text_printf (_("No %s: %s"), list, absent[i].why);
      g_strv_builder_add (sentences, sentence);
    }

  return g_strv_builder_end (sentences);
}
