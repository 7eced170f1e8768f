/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-ink.h"

G_BEGIN_DECLS

RgmSeries rgm_class_series (RgmDataSet *data_set,
                            const char *class_id);
RgmSeries rgm_trial_series (RgmDataSet *data_set,
                            RgmTrial   *trial);

G_END_DECLS
