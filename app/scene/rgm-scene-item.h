/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-geometry.h"
#include "rgm-ink.h"
#include "rgm-text-measure.h"

G_BEGIN_DECLS

typedef struct _RgmScene RgmScene;

/* What a scene is made of, for writers of file formats.
 *
 * A scene is one array of items in the order of drawing. A group's item comes before
 * its members and knows where they end, so that a group out of sight is one step:
 *
 *     0 group figure   end 6
 *     1   text
 *     2   group row    end 5
 *     3     rect
 *     4     text
 *     5   path
 */

typedef enum
{
  RGM_SCENE_ITEM_GROUP,
  RGM_SCENE_ITEM_RECT,
  RGM_SCENE_ITEM_PATH,
  RGM_SCENE_ITEM_MARKER,
  RGM_SCENE_ITEM_TEXT,
} RgmSceneItemKind;

typedef enum
{
  RGM_PATH_MOVE,
  RGM_PATH_LINE,
  RGM_PATH_CURVE,
  RGM_PATH_CLOSE,
} RgmPathVerb;

typedef struct
{
  RgmPathVerb verb;
  RgmPoint    points[3];
} RgmPathStep;

typedef enum
{
  RGM_SIDE_LEFT,
  RGM_SIDE_CENTRE,
  RGM_SIDE_RIGHT,
} RgmSide;

typedef struct
{
  RgmSceneItemKind kind;
  RgmRect     bounds;
  RgmStyle    style;   /* not of groups and texts */
  union
  {
    struct
    {
      guint index;     /* among the groups */
      guint end;       /* the node after the last member */
    } group;
    struct
    {
      RgmRect rect;
      double  radius;
    } rect;
    struct
    {
      guint first;     /* among the path steps */
      guint n;
    } path;
    struct
    {
      RgmShape shape;
      RgmPoint centre;
      double   size;
    } marker;
    struct
    {
      const char  *text;
      RgmPoint     position;  /* on the baseline */
      RgmSide      side;      /* which end of the text the position is */
      double       size;
      RgmWeight    weight;
      RgmInk       ink;
      RgmDirection direction;
      gboolean     continues; /* the text before it, on the same line */
      guint        index;     /* among the texts */
    } text;
  };
} RgmSceneItem;

#define RGM_MARKER_MAX_STEPS 14

const RgmSceneItem *rgm_scene_get_items  (RgmScene           *self,
                                          guint              *n_items);
const char         *rgm_scene_get_family (RgmScene           *self);
const RgmPathStep  *rgm_scene_get_path   (RgmScene           *self,
                                          const RgmSceneItem *item,
                                          guint              *n_steps);
guint               rgm_marker_to_path   (RgmShape            shape,
                                          const RgmPoint     *centre,
                                          double              size,
                                          RgmPathStep         steps[RGM_MARKER_MAX_STEPS]);

G_END_DECLS
