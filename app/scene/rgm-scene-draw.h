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
 * @recession: how far everything else has stepped back, from 0 for not at all to 1
 * @steps: how many steps of the way are shown, with parts of a step; negative for all
 * @bare: whether what is behind the scene shows through, and the surface isn't painted
 *
 * What a picture shows beside the scene: what is hovered has a halo, what is selected a
 * band and its full colour, and everything else in the drawing steps back. The scale by
 * which a mark is read, and the words round the drawing, do not: without them what is
 * selected couldn't be read. @recession and @steps let a change be shown as a motion.
 */
typedef struct
{
  const char         *hovered;
  const char * const *selected;
  double              recession;
  double              steps;
  gboolean            bare;
} RgmSceneState;

#define RGM_SCENE_STATE_INIT { NULL, NULL, 1, -1, FALSE }

void rgm_scene_draw (RgmScene            *self,
                     cairo_t             *cr,
                     const RgmTheme      *theme,
                     const RgmRect       *clip,
                     const RgmSceneState *state);

G_END_DECLS
