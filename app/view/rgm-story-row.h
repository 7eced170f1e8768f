/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-story-show.h"

G_BEGIN_DECLS

#define RGM_TYPE_STORY_ENTRY (rgm_story_entry_get_type ())

/**
 * RgmStoryEntry:
 *
 * The place of a slide in a list of slides; tells when the slide there is another one.
 */
G_DECLARE_FINAL_TYPE (RgmStoryEntry, rgm_story_entry, RGM, STORY_ENTRY, GObject)

RgmStoryEntry *rgm_story_entry_new       (RgmStoryShow  *show,
                                          guint          index);
void           rgm_story_entry_changed   (RgmStoryEntry *self);

#define RGM_TYPE_STORY_ROW (rgm_story_row_get_type ())

/**
 * RgmStoryRow:
 *
 * A slide in a list: its number, a thumbnail, its title and the beginning of its note. Another row
 * can be dropped on it.
 */
G_DECLARE_FINAL_TYPE (RgmStoryRow, rgm_story_row, RGM, STORY_ROW, GtkWidget)

GtkWidget *rgm_story_row_new       (void);
void       rgm_story_row_set_entry (RgmStoryRow   *self,
                                    RgmStoryEntry *entry);
guint      rgm_story_row_get_index (RgmStoryRow   *self);

G_END_DECLS
