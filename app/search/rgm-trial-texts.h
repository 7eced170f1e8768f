/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmTier:
 * @RGM_TIER_NAME: a trial's id, name and registrations
 * @RGM_TIER_REGIMEN: what is given
 * @RGM_TIER_REST: everything else
 *
 * How much it says of a trial that a word was found in a text: lower is better.
 */
typedef enum
{
  RGM_TIER_NAME,
  RGM_TIER_REGIMEN,
  RGM_TIER_REST,
} RgmTier;

/**
 * RgmTextFunc:
 * @text: something that a trial says
 * @tier: how much that says of it
 * @data: the caller's own
 *
 * Returns: whether to go on
 */
typedef gboolean (*RgmTextFunc) (const char *text,
                                 RgmTier     tier,
                                 gpointer    data);

/**
 * RgmValueFunc:
 * @field: the name of a field
 * @value: a value that the trial has in it
 * @is_name: whether it is a name, which people write with and without dashes
 * @data: the caller's own
 */
typedef void (*RgmValueFunc) (const char *field,
                              const char *value,
                              gboolean    is_name,
                              gpointer    data);

/**
 * RgmNumberFunc:
 * @field: the name of a field
 * @number: the number that one of the trial's arms has in it; times in months
 * @data: the caller's own
 */
typedef void (*RgmNumberFunc) (const char *field,
                               double      number,
                               gpointer    data);

/* What of a trial is searched: the one list of it. */

void               rgm_trial_texts         (RgmDataSet    *data_set,
                                            RgmTrial      *trial,
                                            RgmTextFunc    func,
                                            gpointer       data);
void               rgm_trial_values        (RgmDataSet    *data_set,
                                            RgmTrial      *trial,
                                            RgmValueFunc   func,
                                            gpointer       data);
void               rgm_trial_numbers       (RgmTrial      *trial,
                                            RgmNumberFunc  func,
                                            gpointer       data);
char             **rgm_search_fields       (RgmDataSet    *data_set);
char             **rgm_search_numbers      (RgmDataSet    *data_set);

G_END_DECLS
