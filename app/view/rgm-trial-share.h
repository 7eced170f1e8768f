/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

void rgm_trial_copy  (RgmDataSet *data_set,
                      RgmTrial   *trial,
                      GtkWidget  *widget);
void rgm_trial_print (RgmDataSet *data_set,
                      RgmTrial   *trial,
                      GtkWidget  *widget);
void rgm_trial_save  (RgmDataSet *data_set,
                      RgmTrial   *trial,
                      GtkWidget  *widget);

G_END_DECLS
