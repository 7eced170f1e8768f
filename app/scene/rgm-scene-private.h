/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "rgm-scene.h"
#include "rgm-scene-item.h"

G_BEGIN_DECLS

/* Private to the room: how a scene keeps its items, and the texts that it drew last. */

struct _RgmScene
{
  GObject       parent_instance;

  double        width;
  double        height;
  RgmDirection  direction;
  const char   *family;
  const char   *title;
  const char   *summary;
  RgmSceneHeads heads;

  GArray       *nodes;       /* RgmSceneItem */
  GArray       *groups;      /* RgmSceneGroup */
  GArray       *steps;       /* RgmPathStep */
  GArray       *marks;       /* guint: groups that are marks, in reading order */
  GHashTable   *mark_names;  /* id or target -> index among the marks */
  guint         n_texts;
  guint         n_way_steps;
  GStringChunk *strings;     /* every string above */

  /* How its texts were drawn last: no part of what the scene is. */
  PangoContext *contexts[RGM_N_DIRECTIONS];
  cairo_matrix_t context_matrix;
  PangoLayout **layouts;
  guint         n_layouts;
};

void  rgm_scene_settle         (RgmScene       *self);
void  rgm_scene_append_number  (GString        *string,
                                double          number);

G_END_DECLS
