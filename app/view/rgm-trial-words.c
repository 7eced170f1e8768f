/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-number-remarks.h"
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

/* The conflicts and cautions that the reported rates carry, each once: of RgmRemark. */
static GPtrArray *
find_rate_remarks (RgmTrial *trial)
{
  static const char * const endpoints[] = { RGM_ENDPOINT_ORR, NULL };
  GPtrArray *remarks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < trial->arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (trial->arms, i);
      RgmOutcome *outcome = rgm_arm_get_outcome (arm, RGM_ENDPOINT_ORR);
      g_autoptr (GPtrArray) found = rgm_number_remarks_find (trial, arm, endpoints);

      if (outcome == NULL || outcome->estimate.state != RGM_STATE_REPORTED)
        continue;
      for (guint j = 0; j < found->len; j++)
        if (!g_ptr_array_find (remarks, g_ptr_array_index (found, j), NULL))
          g_ptr_array_add (remarks, g_object_ref (g_ptr_array_index (found, j)));
    }

  return remarks;
}

/* The rates of all arms that have one, and whether they carry a conflict or a caution. */
static char *
list_rates (RgmTrial *trial,
            guint    *n_rates)
{
  GPtrArray *arms = trial->arms;
  GString *rates = g_string_new (NULL);
  g_autoptr (GPtrArray) remarks = find_rate_remarks (trial);
  guint kinds = 0;

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

  for (guint i = 0; i < remarks->len; i++)
    {
      int kind = rgm_enum_find (RGM_TYPE_REMARK_KIND, ((RgmRemark *) g_ptr_array_index (remarks, i))->kind);

      if (kinds & (1U << kind))
        continue;
      kinds |= 1U << kind;
      rgm_add_word (rates, rgm_enum_get_label (RGM_TYPE_REMARK_KIND, kind));
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
 * @remarks: (out) (transfer full) (nullable): the conflicts and cautions that the rates carry
 *
 * Returns: (transfer full) (nullable): the rate, how many other arms report one, and the sign if a rate carries a conflict or
 *   a caution; or %NULL if none does
 */
char *
rgm_trial_words_rate (RgmTrial  *trial,
                      double    *rate,
                      char     **remarks)
{
  guint n_reported;
  RgmOutcome *response = find_response (trial, &n_reported);
  g_autofree char *text = NULL;
  g_autofree char *counted = NULL;
  g_autoptr (GPtrArray) found = find_rate_remarks (trial);

  *remarks = NULL;
  if (response == NULL)
    return NULL;

  *rate = response->estimate.value;
  text = rgm_value_text_value (&response->estimate);
  if (n_reported > 1)
    /* Translators: the response rate of a trial's first arm, where other arms have one too. */
    counted = g_strdup_printf (_("%s +%u"), text, n_reported - 1);
  else
    counted = g_steal_pointer (&text);
  *remarks = rgm_number_remarks_join (found);
  if (*remarks != NULL)
    return g_strconcat (counted, RGM_SIGN_SPACE RGM_REMARK_SIGN, NULL);

  return g_steal_pointer (&counted);
}
