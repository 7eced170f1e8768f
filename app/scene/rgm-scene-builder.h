/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-ink.h"
#include "rgm-scene.h"
#include "rgm-text-measure.h"

G_BEGIN_DECLS

/**
 * RgmAnchor:
 * @RGM_ANCHOR_START: the text begins at its position
 * @RGM_ANCHOR_MIDDLE: its middle is there
 * @RGM_ANCHOR_END: it ends there
 *
 * Where a text stands to its position, in the scene's direction: in a mirrored scene
 * the start is at the right, whatever way the text itself reads.
 */
typedef enum
{
  RGM_ANCHOR_START,
  RGM_ANCHOR_MIDDLE,
  RGM_ANCHOR_END,
} RgmAnchor;

/**
 * RgmTextStyle:
 * @size: in points
 * @weight: the weight
 * @ink: the ink, or %RGM_INK_NONE for that of text
 * @anchor: where the text stands to its position
 *
 * How a text is set.
 */
typedef struct
{
  double    size;
  RgmWeight weight;
  RgmInk    ink;
  RgmAnchor anchor;
} RgmTextStyle;

/* Between a text and what continues it: a space of half the size of type. */
#define RGM_TEXT_GAP "\342\200\202"

#define RGM_TYPE_SCENE_BUILDER (rgm_scene_builder_get_type ())
G_DECLARE_FINAL_TYPE (RgmSceneBuilder, rgm_scene_builder, RGM, SCENE_BUILDER, GObject)

RgmSceneBuilder *rgm_scene_builder_new          (RgmTextMeasure     *measure,
                                                 double              width,
                                                 RgmDirection        direction);
RgmTextMeasure  *rgm_scene_builder_get_measure  (RgmSceneBuilder    *self);
void             rgm_scene_builder_set_title    (RgmSceneBuilder    *self,
                                                 const char         *title,
                                                 const char         *summary);
void             rgm_scene_builder_set_heads    (RgmSceneBuilder    *self,
                                                 const RgmSceneHeads *heads);
void             rgm_scene_builder_begin_group  (RgmSceneBuilder    *self,
                                                 RgmSceneRole        role,
                                                 const char         *id,
                                                 const char         *sentence,
                                                 const char         *target);
void             rgm_scene_builder_set_area     (RgmSceneBuilder    *self,
                                                 const RgmRect      *area);
void             rgm_scene_builder_set_order    (RgmSceneBuilder    *self,
                                                 int                 order);
void             rgm_scene_builder_set_step     (RgmSceneBuilder    *self,
                                                 guint               step);
void             rgm_scene_builder_end_group    (RgmSceneBuilder    *self);
void             rgm_scene_builder_add_rect     (RgmSceneBuilder    *self,
                                                 const RgmRect      *rect,
                                                 double              radius,
                                                 const RgmStyle     *style);
void             rgm_scene_builder_add_line     (RgmSceneBuilder    *self,
                                                 double              x1,
                                                 double              y1,
                                                 double              x2,
                                                 double              y2,
                                                 const RgmStyle     *style);
void             rgm_scene_builder_add_polyline (RgmSceneBuilder    *self,
                                                 const RgmPoint     *points,
                                                 guint               n_points,
                                                 gboolean            closed,
                                                 const RgmStyle     *style);
void             rgm_scene_builder_move_to      (RgmSceneBuilder    *self,
                                                 double              x,
                                                 double              y);
void             rgm_scene_builder_line_to      (RgmSceneBuilder    *self,
                                                 double              x,
                                                 double              y);
void             rgm_scene_builder_curve_to     (RgmSceneBuilder    *self,
                                                 double              x1,
                                                 double              y1,
                                                 double              x2,
                                                 double              y2,
                                                 double              x3,
                                                 double              y3);
void             rgm_scene_builder_close_path   (RgmSceneBuilder    *self);
void             rgm_scene_builder_add_path     (RgmSceneBuilder    *self,
                                                 const RgmStyle     *style);
void             rgm_scene_builder_add_marker   (RgmSceneBuilder    *self,
                                                 RgmShape            shape,
                                                 double              x,
                                                 double              y,
                                                 double              size,
                                                 const RgmStyle     *style);
void             rgm_scene_builder_add_text     (RgmSceneBuilder    *self,
                                                 double              x,
                                                 double              baseline,
                                                 const char         *text,
                                                 const RgmTextStyle *style);
void             rgm_scene_builder_continue_text
                                                (RgmSceneBuilder    *self,
                                                 const char         *text,
                                                 const RgmTextStyle *style);
RgmScene        *rgm_scene_builder_finish       (RgmSceneBuilder    *self,
                                                 double              height);

G_END_DECLS
