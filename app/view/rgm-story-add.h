/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-story.h"
#include "rgm-window-state.h"

G_BEGIN_DECLS

RgmStory *rgm_story_new_from_figure (RgmWindowState *window_state,
                                     RgmFigure      *figure);
RgmStory *rgm_story_new_from_view   (RgmWindowState *window_state,
                                     const char     *view);
char     *rgm_story_add_from_view   (RgmWindowState *window_state,
                                     const char     *view);

G_END_DECLS
