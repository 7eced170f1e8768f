/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

#define RGM_TYPE_TRIAL_NOTE (rgm_trial_note_get_type ())

/**
 * RgmTrialNote:
 *
 * The field with a person's own note on a trial, an arm or a number, which is saved when it is left.
 */
G_DECLARE_FINAL_TYPE (RgmTrialNote, rgm_trial_note, RGM, TRIAL_NOTE, GtkWidget)

void     rgm_trial_note_show   (RgmTrialNote *self,
                                RgmDataSet   *data_set,
                                RgmTrial     *trial,
                                const char   *place);
gboolean rgm_trial_bookmark    (GtkWidget    *widget,
                                RgmDataSet   *data_set,
                                RgmTrial     *trial,
                                const char   *place,
                                gboolean      is_bookmarked);

G_END_DECLS
