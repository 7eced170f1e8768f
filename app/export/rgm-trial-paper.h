/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-geometry.h"
#include "rgm-paper.h"

G_BEGIN_DECLS

#define RGM_TYPE_TRIAL_PAPER (rgm_trial_paper_get_type ())
G_DECLARE_FINAL_TYPE (RgmTrialPaper, rgm_trial_paper, RGM, TRIAL_PAPER, RgmPaper)

RgmPaper *rgm_trial_paper_new (RgmDataSet   *data_set,
                               RgmTrial     *trial,
                               const char   *family,
                               RgmDirection  direction);

G_END_DECLS
