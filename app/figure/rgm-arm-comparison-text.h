/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-comparison.h"

G_BEGIN_DECLS

/**
 * RgmArmPair:
 * @first: an arm
 * @second: the arm that it is compared with
 *
 * Two arms of one trial.
 */
typedef struct
{
  RgmArm *first;
  RgmArm *second;
} RgmArmPair;

GArray *rgm_trial_list_pairs          (RgmTrial               *trial);
gboolean
        rgm_arm_pair_has_rates        (const RgmArmPair       *pair,
                                       const char             *endpoint);
char   *rgm_arm_pair_get_name         (const RgmArmPair       *pair);
char   *rgm_comparison_text_difference (const RgmArmComparison *comparison,
                                       double                  level);
char   *rgm_comparison_text_test      (const RgmArmComparison *comparison);

G_END_DECLS
