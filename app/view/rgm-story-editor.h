/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-story-document.h"
#include "rgm-story-show.h"

G_BEGIN_DECLS

#define RGM_TYPE_STORY_EDITOR (rgm_story_editor_get_type ())

/**
 * RgmStoryEditor:
 *
 * One slide, large, with what is said about it: title, text and note.
 */
G_DECLARE_FINAL_TYPE (RgmStoryEditor, rgm_story_editor, RGM, STORY_EDITOR, GtkWidget)

void rgm_story_editor_set_document (RgmStoryEditor   *self,
                                    RgmStoryDocument *document,
                                    RgmStoryShow     *show);
void rgm_story_editor_show         (RgmStoryEditor   *self,
                                    guint             index);
void rgm_story_editor_edit_title   (RgmStoryEditor   *self);

G_END_DECLS
