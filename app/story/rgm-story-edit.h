/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-story.h"

G_BEGIN_DECLS

/* Each change makes a new story, which shares the slides that it leaves as they are: to undo is
 * to go back to the story before. */

RgmStory *rgm_story_with_title    (RgmStory    *self,
                                   const char  *title);
RgmStory *rgm_story_with_data_set (RgmStory    *self,
                                   RgmDataSet  *data_set);
RgmStory *rgm_story_with_file     (RgmStory    *self,
                                   const char  *uri,
                                   const char  *etag);
RgmStory *rgm_story_with_slides   (RgmStory    *self,
                                   guint        position,
                                   RgmStory    *from);
RgmStory *rgm_story_with_copy     (RgmStory    *self,
                                   guint        index);
RgmStory *rgm_story_without_slide (RgmStory    *self,
                                   guint        index);
RgmStory *rgm_story_with_move     (RgmStory    *self,
                                   guint        from,
                                   guint        to);
RgmStory *rgm_story_with_text     (RgmStory    *self,
                                   guint        index,
                                   const char  *key,
                                   const char  *text);
RgmStory *rgm_story_with_stepwise (RgmStory    *self,
                                   guint        index,
                                   gboolean     is_stepwise);
RgmStory *rgm_story_with_figure   (RgmStory    *self,
                                   guint        index,
                                   RgmStory    *from);
const char *rgm_story_get_file    (RgmStory    *self,
                                   const char **etag);

G_END_DECLS
