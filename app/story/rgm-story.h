/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-data-set.h"

G_BEGIN_DECLS

#define RGM_TYPE_STORY (rgm_story_get_type ())

/**
 * RgmStory:
 *
 * Slides in order, each a figure by value: its kind, options and query, with a title and a note.
 * What this version doesn't know in a story that was read stays in it when it is written.
 */
G_DECLARE_FINAL_TYPE (RgmStory, rgm_story, RGM, STORY, GObject)

/**
 * RgmStorySlide:
 * @figure: (nullable): the kind of figure, or %NULL for a slide of text
 * @search: (nullable): the query that selects the trials
 * @title: (nullable): a title in place of the figure's own
 * @text: (nullable): the text of a slide without a figure
 * @note: (nullable): what the speaker wants to say
 * @sort: (nullable): the order of the trials, or %NULL for the usual one
 * @revision: (nullable): the data that it is pinned to, by rgm_story_hash_data_set(), or %NULL where it follows the data set
 *   that is open; rgm_story_add_slide() takes no notice of it
 * @is_section: whether a slide without a figure opens a section, with nothing but its title
 * @is_stepwise: whether what it shows appears group by group
 *
 * A slide, whose strings belong to the story.
 */
typedef struct
{
  const char *figure;
  const char *search;
  const char *title;
  const char *text;
  const char *note;
  const char *sort;
  const char *revision;
  gboolean    is_section;
  gboolean    is_stepwise;
} RgmStorySlide;

RgmStory      *rgm_story_new           (RgmDataSet           *data_set,
                                        const char           *title);
RgmStory      *rgm_story_read          (GBytes               *bytes,
                                        GError              **error);
char          *rgm_story_format_day    (RgmDataSet           *data_set);
GBytes        *rgm_story_write         (RgmStory             *self);
const char    *rgm_story_get_title     (RgmStory             *self);
const char    *rgm_story_get_data_set  (RgmStory             *self);
const char    *rgm_story_get_as_of     (RgmStory             *self);
const char    *rgm_story_get_hash      (RgmStory             *self);
guint          rgm_story_get_n_slides  (RgmStory             *self);
RgmStorySlide  rgm_story_get_slide     (RgmStory             *self,
                                        guint                 index);
GVariant      *rgm_story_get_options   (RgmStory             *self,
                                        guint                 index);
GVariant      *rgm_story_get_facets    (RgmStory             *self,
                                        guint                 index);
char          *rgm_story_get_key       (RgmStory             *self,
                                        guint                 index);
void           rgm_story_add_slide     (RgmStory             *self,
                                        const RgmStorySlide  *slide,
                                        GVariant             *options,
                                        GVariant             *facets);

G_END_DECLS
