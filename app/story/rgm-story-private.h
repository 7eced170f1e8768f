/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "rgm-story.h"

G_BEGIN_DECLS

/* Private to the room: a story is its document, so that what this version doesn't know stays in it. */
struct _RgmStory
{
  GObject     parent_instance;

  JsonObject *document;
};

JsonObject *rgm_story_get_object (RgmStory   *self,
                                  guint       index);
void        rgm_story_set_text   (JsonObject *object,
                                  const char *key,
                                  const char *text);
RgmStory   *rgm_story_change_slide
                                 (RgmStory   *self,
                                  guint       index,
                                  JsonObject **changed);
void        rgm_story_keep_revisions
                                 (RgmStory   *self,
                                  RgmStory   *before);

G_END_DECLS
