/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-story-deck.h"

G_BEGIN_DECLS

GPtrArray *rgm_story_list_references (RgmStory        *story,
                                      RgmSelection    *like,
                                      RgmStoryRefusal  on_refused);

G_END_DECLS
