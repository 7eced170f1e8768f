/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-trial.h"

G_BEGIN_DECLS

char *rgm_trial_words_state    (RgmTrial *trial);
char *rgm_trial_words_rate     (RgmTrial  *trial,
                                double    *rate,
                                char     **remarks);
char *rgm_trial_words_sentence (RgmTrial *trial);

G_END_DECLS
