/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "rgm-scene-builder.h"
#include "rgm-scene.h"

G_BEGIN_DECLS

/* Private to the room: what a scene is made of.
 *
 * A scene is one array of nodes in the order of drawing. A group's node comes before
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
  RGM_NODE_GROUP,
  RGM_NODE_RECT,
  RGM_NODE_PATH,
  RGM_NODE_MARKER,
  RGM_NODE_TEXT,
} RgmNodeKind;

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
  RgmNodeKind kind;
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
      guint        index;     /* among the texts */
    } text;
  };
} RgmNode;

struct _RgmScene
{
  GObject       parent_instance;

  double        width;
  double        height;
  RgmDirection  direction;
  const char   *family;
  const char   *title;
  const char   *summary;

  GArray       *nodes;       /* RgmNode */
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

#define RGM_MARKER_MAX_STEPS 14

guint rgm_marker_to_path       (RgmShape        shape,
                                const RgmPoint *centre,
                                double          size,
                                RgmPathStep     steps[RGM_MARKER_MAX_STEPS]);
void  rgm_scene_settle         (RgmScene       *self);
void  rgm_scene_append_number  (GString        *string,
                                double          number);

G_END_DECLS
