/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-scene.h"
#include "rgm-selection.h"
#include "rgm-story.h"
#include "rgm-story-figure.h"

G_BEGIN_DECLS

/**
 * RgmStoryFace:
 * @figure: (nullable): what it shows, or %NULL for text and for what can't be shown
 * @reason: (nullable): why it can't be shown
 * @title: its title
 * @pages: (element-type RgmScene): what is seen: one page, or more of a chart with many rows
 *
 * How a slide looks.
 */
typedef struct
{
  RgmFigure *figure;
  char      *reason;
  char      *title;
  GPtrArray *pages;
} RgmStoryFace;

#define RGM_TYPE_STORY_SHOW (rgm_story_show_get_type ())

/**
 * RgmStoryShow:
 *
 * The slides of a story as they look with the data set that is open. Each is laid out when it is
 * looked at first, and stays until it shows something else.
 */
G_DECLARE_FINAL_TYPE (RgmStoryShow, rgm_story_show, RGM, STORY_SHOW, GObject)

RgmStoryShow       *rgm_story_show_new        (RgmTextMeasure *measure,
                                               RgmDirection    direction);
void                rgm_story_show_set_story  (RgmStoryShow   *self,
                                               RgmStory       *story,
                                               RgmSelection   *like);
void                rgm_story_show_set_height (RgmStoryShow   *self,
                                               double          height);
RgmStory           *rgm_story_show_get_story  (RgmStoryShow   *self);
RgmDataSet         *rgm_story_show_get_data_set
                                              (RgmStoryShow   *self);
guint               rgm_story_show_get_size   (RgmStoryShow   *self);
const RgmStoryFace *rgm_story_show_get_face   (RgmStoryShow   *self,
                                               guint           index);
char               *rgm_story_show_get_notes  (RgmStoryShow   *self,
                                               guint           index);

G_END_DECLS
