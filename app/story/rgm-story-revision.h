/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-story.h"

G_BEGIN_DECLS

/* Slides follow the data set that is open, or are pinned to a revision of it, which the story's file then holds:
 *
 *     "revisions": {"<SHA-256>": {"id": "…", "as_of": "…", "data": "<the data set's file>"}}
 *     "slides": [{"figure": "response", "revision": "<SHA-256>", …}]
 */

RgmStory   *rgm_story_with_revision    (RgmStory    *self,
                                        guint        index,
                                        RgmDataSet  *data_set);
RgmStory   *rgm_story_with_revisions   (RgmStory    *self,
                                        RgmDataSet  *data_set);
RgmDataSet *rgm_story_open_revision    (RgmStory    *self,
                                        const char  *hash,
                                        char       **reason);
const char *rgm_story_get_revision_day (RgmStory    *self,
                                        const char  *hash);

G_END_DECLS
