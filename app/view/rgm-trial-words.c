/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-outcome.h"
#include "rgm-punctuation.h"
#include "rgm-trial-words.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

/* The arm with the first reported response rate: the one that the row shows. */
static RgmOutcome *
find_response (RgmTrial *trial,
               guint    *n_reported)
{
  GPtrArray *arms = trial->arms;
  RgmOutcome *first = NULL;

  *n_reported = 0;
  for (guint i = 0; i < arms->len; i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (g_ptr_array_index (arms, i), RGM_ENDPOINT_ORR);

      if (outcome == NULL || outcome->estimate.state != RGM_STATE_REPORTED)
        continue;
      if (first == NULL)
        first = outcome;
      *n_reported += 1;
    }

  return first;
}

/* The rates of all arms that have one. */
static char *
list_rates (RgmTrial *trial,
            guint    *n_rates)
{
  GPtrArray *arms = trial->arms;
  GString *rates = g_string_new (NULL);

  *n_rates = 0;
  for (guint i = 0; i < arms->len; i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (g_ptr_array_index (arms, i), RGM_ENDPOINT_ORR);
      g_autofree char *rate = NULL;

      if (outcome == NULL || outcome->estimate.state != RGM_STATE_REPORTED)
        continue;
      rate = rgm_value_text_value (&outcome->estimate);
      rgm_add_word (rates, rate);
      *n_rates += 1;
    }

  return g_string_free (rates, FALSE);
}

/**
 * rgm_trial_words_state:
 * @trial: a trial
 *
 * Returns: (transfer full): its phase, if it has one, and its status
 */
char *
rgm_trial_words_state (RgmTrial *trial)
{
  if (trial->phase == NULL)
    return g_strdup (rgm_value_text_status (trial->status_state));

  /* Translators: a trial's phase and status: 'Phase II · Completed'. */
  return rgm_text_printf (_("Phase %s · %s"), trial->phase, rgm_value_text_status (trial->status_state));
}

/**
 * rgm_trial_words_sentence:
 * @trial: a trial
 *
 * Returns: (transfer full): what its row says to who can't see it
 */
char *
rgm_trial_words_sentence (RgmTrial *trial)
{
  g_autofree char *arms = rgm_value_text_arms (trial);
  g_autofree char *state = rgm_trial_words_state (trial);
  g_autofree char *classes = rgm_join_words (trial->classes);
  guint n_rates;
  g_autofree char *rates = list_rates (trial, &n_rates);

  if (n_rates > 0)
    /* Translators: a trial's name, regimens, classes, phase and status, and the response rates of its arms. */
    return rgm_text_printf (ngettext ("%s, %s, %s, %s, response rate %s", "%s, %s, %s, %s, response rates %s", n_rates),
                            trial->name, arms, classes, state, rates);

  /* Translators: a trial's name, regimens, classes, phase and status. */
  return rgm_text_printf (_("%s, %s, %s, %s, no response rate"), trial->name, arms, classes, state);
}

/**
 * rgm_trial_words_rate:
 * @trial: a trial
 * @rate: (out): the response rate of the first arm that reports one, in percent
 *
 * Returns: (transfer full) (nullable): the rate, and how many other arms report one, or %NULL if none does
 */
char *
rgm_trial_words_rate (RgmTrial *trial,
                      double   *rate)
{
  guint n_reported;
  RgmOutcome *response = find_response (trial, &n_reported);
  g_autofree char *text = NULL;

  if (response == NULL)
    return NULL;

  *rate = response->estimate.value;
  text = rgm_value_text_value (&response->estimate);
  if (n_reported > 1)
    /* Translators: the response rate of a trial's first arm, where other arms have one too. */
    return g_strdup_printf (_("%s +%u"), text, n_reported - 1);

  return g_steal_pointer (&text);
}
