/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-story.h"

G_BEGIN_DECLS

RgmStory *rgm_story_new_overview   (RgmDataSet         *data_set);
RgmStory *rgm_story_new_trial      (RgmDataSet         *data_set,
                                    RgmTrial           *trial);
RgmStory *rgm_story_new_comparison (RgmDataSet         *data_set,
                                    const char * const *arms);

G_END_DECLS
