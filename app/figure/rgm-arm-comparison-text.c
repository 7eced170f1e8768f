/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-arm-comparison-text.h"

#include <glib/gi18n-lib.h>

#include "rgm-format.h"
#include "rgm-isolate.h"

/**
 * rgm_trial_list_pairs:
 * @trial: a trial
 *
 * Returns: (transfer full) (element-type RgmArmPair): the pairs of its arms that are compared: each arm with the
 *   comparator, or without one each with those before it
 */
GArray *
rgm_trial_list_pairs (RgmTrial *trial)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (RgmArmPair));
  RgmArm *comparator = NULL;

  for (guint i = 0; i < trial->arms->len && comparator == NULL; i++)
    if (((RgmArm *) g_ptr_array_index (trial->arms, i))->comparator)
      comparator = g_ptr_array_index (trial->arms, i);

  for (guint i = 0; i < trial->arms->len; i++)
    {
      RgmArmPair pair = { g_ptr_array_index (trial->arms, i), comparator };

      if (comparator != NULL && pair.first != comparator)
        g_array_append_val (pairs, pair);
      for (guint j = i + 1; comparator == NULL && j < trial->arms->len; j++)
        {
          pair.second = g_ptr_array_index (trial->arms, j);
          g_array_append_val (pairs, pair);
        }
    }

  return pairs;
}

/**
 * rgm_arm_pair_has_rates:
 * @pair: two arms
 * @endpoint: the id of an endpoint
 *
 * Returns: whether a rate is reported for both
 */
gboolean
rgm_arm_pair_has_rates (const RgmArmPair *pair,
                        const char       *endpoint)
{
  RgmArm *arms[] = { pair->first, pair->second };

  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (arms[i], endpoint);

      if (outcome == NULL || outcome->estimate.state != RGM_STATE_REPORTED)
        return FALSE;
    }

  return TRUE;
}

/**
 * rgm_arm_pair_get_name:
 * @pair: two arms
 *
 * Returns: (transfer full): what is subtracted from what
 */
char *
rgm_arm_pair_get_name (const RgmArmPair *pair)
{
  /* Translators: two arms, the second of which is subtracted from the first. */
  return rgm_text_printf (_("%s minus %s"), pair->first->label, pair->second->label);
}

/**
 * rgm_comparison_text_difference:
 * @comparison: a comparison
 * @level: the level of its intervals
 *
 * Returns: (transfer full): the difference of two rates with its intervals, or why there is none, a sentence
 */
char *
rgm_comparison_text_difference (const RgmArmComparison *comparison,
                                double                  level)
{
  g_autofree char *difference = NULL;
  g_autofree char *newcombe = NULL;
  g_autofree char *miettinen = NULL;
  g_autofree char *level_text = NULL;

  if (comparison->refusal != NULL)
    return g_strdup (comparison->refusal);

  difference = rgm_format_number (100 * comparison->difference, 1);
  newcombe = rgm_format_interval (100 * comparison->newcombe_lower, 100 * comparison->newcombe_upper, 1);
  miettinen = rgm_format_interval (100 * comparison->miettinen_nurminen_lower, 100 * comparison->miettinen_nurminen_upper, 1);
  level_text = rgm_format_level (level);

  /* Translators: a difference of two rates; a confidence level such as 95%; and two intervals. */
  return g_strdup_printf (_("%s percentage points (%s confidence interval %s by Newcombe’s method, %s by Miettinen and Nurminen’s)."),
                          difference, level_text, newcombe, miettinen);
}

/**
 * rgm_comparison_text_test:
 * @comparison: a comparison
 *
 * Returns: (transfer full) (nullable): the p value, or why there is none, a sentence; %NULL where nothing is compared
 */
char *
rgm_comparison_text_test (const RgmArmComparison *comparison)
{
  g_autofree char *p = NULL;

  if (comparison->refusal != NULL)
    return NULL;
  if (comparison->why_no_p != NULL)
    return g_strdup (comparison->why_no_p);

  p = rgm_format_p_value (comparison->p);

  /* Translators: %s is '= 0.032' or '< 0.001'. */
  return g_strdup_printf (_("Fisher’s exact test, two-sided: p %s."), p);
}
