/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure.h"
#include "rgm-selection.h"
#include "rgm-story.h"

G_BEGIN_DECLS

RgmFigure *rgm_story_make_figure (RgmStory      *self,
                                  guint          index,
                                  RgmSelection  *like,
                                  char         **reason);
char      *rgm_story_get_change  (RgmStory    *self,
                                  RgmDataSet  *data_set);
char      *rgm_story_describe_data
                                 (RgmStory    *self,
                                  guint        index,
                                  RgmDataSet  *data_set);

G_END_DECLS
