/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-story.h"

G_BEGIN_DECLS

#define RGM_TYPE_STORY_DOCUMENT (rgm_story_document_get_type ())

/**
 * RgmStoryDocument:
 *
 * The story that is open: its revisions, to undo and redo, and its file. What was changed is
 * in a journal at once, and in the file soon after, if it has one; a program that is killed
 * loses nothing.
 */
G_DECLARE_FINAL_TYPE (RgmStoryDocument, rgm_story_document, RGM, STORY_DOCUMENT, GObject)

RgmStoryDocument *rgm_story_document_new          (void);
RgmStoryDocument *rgm_story_document_resume       (RgmDataSet        *data_set);
RgmStory         *rgm_story_document_get_story    (RgmStoryDocument  *self);
void              rgm_story_document_edit         (RgmStoryDocument  *self,
                                                   RgmStory          *revised,
                                                   const char        *merge_with);
gboolean          rgm_story_document_can_undo     (RgmStoryDocument  *self);
gboolean          rgm_story_document_can_redo     (RgmStoryDocument  *self);
void              rgm_story_document_undo         (RgmStoryDocument  *self);
void              rgm_story_document_redo         (RgmStoryDocument  *self);
GFile            *rgm_story_document_get_file     (RgmStoryDocument  *self);
gboolean          rgm_story_document_is_saved     (RgmStoryDocument  *self);
void              rgm_story_document_begin        (RgmStoryDocument  *self,
                                                   RgmStory          *story);
gboolean          rgm_story_document_open         (RgmStoryDocument  *self,
                                                   GFile             *file,
                                                   GError           **error);
gboolean          rgm_story_document_save         (RgmStoryDocument  *self,
                                                   GFile             *file,
                                                   GError           **error);
gboolean          rgm_story_document_recover      (RgmStoryDocument  *self);
void              rgm_story_document_flush        (RgmStoryDocument  *self);

G_END_DECLS
