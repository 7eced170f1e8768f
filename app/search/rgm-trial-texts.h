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
 * How relevant a trial is if a word is found in one of these texts: lower is better.
 */
typedef enum
{
  RGM_TIER_NAME,
  RGM_TIER_REGIMEN,
  RGM_TIER_REST,
} RgmTier;

/**
 * RgmTextFunc:
 * @text: a text of a trial
 * @tier: its relevance
 * @is_shared: whether other trials share it
 * @data: the caller's own
 *
 * Returns: whether to continue
 */
typedef gboolean (*RgmTextFunc) (const char *text,
                                 RgmTier     tier,
                                 gboolean    is_shared,
                                 gpointer    data);

/**
 * RgmValueFunc:
 * @field: the name of a field
 * @value: a value that the trial has in it, as the data set writes it
 * @is_listed: whether it appears in lists of the field's values
 * @data: the caller's own
 */
typedef void (*RgmValueFunc) (const char *field,
                              const char *value,
                              gboolean    is_listed,
                              gpointer    data);

/**
 * RgmNameFunc:
 * @field: the name of a field
 * @name: a name or identifier that the trial has in it
 * @data: the caller's own
 */
typedef void (*RgmNameFunc) (const char *field,
                             const char *name,
                             gpointer    data);

/**
 * RgmNumberFunc:
 * @field: the name of a field
 * @number: the value for one of the trial's arms; times in months
 * @data: the caller's own
 */
typedef void (*RgmNumberFunc) (const char *field,
                               double      number,
                               gpointer    data);

/* The one list of what is searched in a trial. */

void               rgm_trial_texts         (RgmDataSet    *data_set,
                                            RgmTrial      *trial,
                                            RgmTextFunc    func,
                                            gpointer       data);
void               rgm_trial_values        (RgmDataSet    *data_set,
                                            RgmTrial      *trial,
                                            RgmValueFunc   func,
                                            gpointer       data);
void               rgm_trial_names         (RgmTrial      *trial,
                                            RgmNameFunc    func,
                                            gpointer       data);
void               rgm_trial_numbers       (RgmTrial      *trial,
                                            RgmNumberFunc  func,
                                            gpointer       data);

G_END_DECLS
