/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_STORY_PAGE (rgm_story_page_get_type ())

/**
 * RgmStoryPage:
 *
 * The slides of the window's story: their order, what is said about them, and their file.
 */
G_DECLARE_FINAL_TYPE (RgmStoryPage, rgm_story_page, RGM, STORY_PAGE, GtkWidget)

GtkWidget *rgm_story_page_new          (RgmWindowState *window_state);
guint      rgm_story_page_get_selected (RgmStoryPage   *self);

G_END_DECLS
