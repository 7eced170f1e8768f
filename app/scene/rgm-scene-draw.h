/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "rgm-scene.h"
#include "rgm-theme.h"

G_BEGIN_DECLS

/**
 * RgmSceneState:
 * @hovered: (nullable): id or target of what the pointer or the focus is on
 * @selected: (nullable) (array zero-terminated=1): ids and targets of what is selected
 * @recession: how far everything else steps back while a group is emphasised on purpose, from 0 for not at all to 1
 * @steps: how many steps of the way have been made, with parts of a step; negative for all. What
 *   belongs to a later step is drawn faintly
 * @veiled: (nullable): by the number of a group, whether it isn't drawn at all
 * @tagged: whether a PDF gets the structure of its texts
 * @bare: whether what is behind the scene shows through, and the surface isn't painted
 *
 * The state of a picture beside its scene. What is hovered has a halo and what is selected a band behind it; nothing
 * else changes because something is selected. With @recession the rest of the drawing steps back, except the scale by which a
 * mark is read and the text around the drawing. @steps lets a change be shown as a motion.
 */
typedef struct
{
  const char         *hovered;
  const char * const *selected;
  double              recession;
  double              steps;
  gboolean            bare;
  gboolean            tagged;
  const gboolean     *veiled;
} RgmSceneState;

#define RGM_SCENE_STATE_INIT { NULL, NULL, 0, -1, FALSE, FALSE, NULL }

void rgm_scene_draw (RgmScene            *self,
                     cairo_t             *cr,
                     const RgmTheme      *theme,
                     const RgmRect       *clip,
                     const RgmSceneState *state);

void rgm_scene_take_shaped
                    (RgmScene            *self,
                     RgmScene            *before);

G_END_DECLS
