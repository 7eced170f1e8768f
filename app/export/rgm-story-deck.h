/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-deck.h"
#include "rgm-selection.h"
#include "rgm-story.h"

G_BEGIN_DECLS

/**
 * RgmStoryRefusal:
 * @title: the slide that can't be shown
 * @reason: the reason
 */
typedef void (*RgmStoryRefusal) (const char *title,
                                 const char *reason);

void rgm_deck_add_story (RgmDeck         *self,
                         RgmStory        *story,
                         RgmSelection    *like,
                         RgmStoryRefusal  on_refused);

G_END_DECLS
