/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rgm-geometry.h"

G_BEGIN_DECLS

/**
 * RgmSceneRole:
 * @RGM_SCENE_ROLE_FIGURE: the whole figure
 * @RGM_SCENE_ROLE_TITLE: what is shown
 * @RGM_SCENE_ROLE_SUBTITLE: endpoint, unit and count
 * @RGM_SCENE_ROLE_DRAWING: the drawing itself
 * @RGM_SCENE_ROLE_PANEL: one of several panels of a drawing
 * @RGM_SCENE_ROLE_HEADING: a heading over rows or columns
 * @RGM_SCENE_ROLE_GRID: grid lines
 * @RGM_SCENE_ROLE_AXIS: an axis with its labels
 * @RGM_SCENE_ROLE_REFERENCE: a line to compare with
 * @RGM_SCENE_ROLE_ROW: a row of a table with its mark: a mark
 * @RGM_SCENE_ROLE_POOLED: a pooled result: a mark
 * @RGM_SCENE_ROLE_MARK: a mark
 * @RGM_SCENE_ROLE_TABLE: numbers below a plot
 * @RGM_SCENE_ROLE_ZONE: a compartment
 * @RGM_SCENE_ROLE_NODE: a node of a diagram: a mark
 * @RGM_SCENE_ROLE_EDGE: an edge of a diagram: a mark
 * @RGM_SCENE_ROLE_AGENT: something that acts on a node or an edge: a mark
 * @RGM_SCENE_ROLE_LEGEND: what shapes and lines mean
 * @RGM_SCENE_ROLE_NOTE: words about what isn't drawn
 * @RGM_SCENE_ROLE_METHOD: how the numbers were made
 * @RGM_SCENE_ROLE_CAVEAT: what not to conclude
 * @RGM_SCENE_ROLE_SOURCES: where the numbers are from
 *
 * What a group of items is, for drawing states and for assistive technology.
 */
typedef enum
{
  RGM_SCENE_ROLE_FIGURE,
  RGM_SCENE_ROLE_TITLE,
  RGM_SCENE_ROLE_SUBTITLE,
  RGM_SCENE_ROLE_DRAWING,
  RGM_SCENE_ROLE_PANEL,
  RGM_SCENE_ROLE_HEADING,
  RGM_SCENE_ROLE_GRID,
  RGM_SCENE_ROLE_AXIS,
  RGM_SCENE_ROLE_REFERENCE,
  RGM_SCENE_ROLE_ROW,
  RGM_SCENE_ROLE_POOLED,
  RGM_SCENE_ROLE_MARK,
  RGM_SCENE_ROLE_TABLE,
  RGM_SCENE_ROLE_ZONE,
  RGM_SCENE_ROLE_NODE,
  RGM_SCENE_ROLE_EDGE,
  RGM_SCENE_ROLE_AGENT,
  RGM_SCENE_ROLE_LEGEND,
  RGM_SCENE_ROLE_NOTE,
  RGM_SCENE_ROLE_METHOD,
  RGM_SCENE_ROLE_CAVEAT,
  RGM_SCENE_ROLE_SOURCES,
} RgmSceneRole;

#define RGM_N_SCENE_ROLES (RGM_SCENE_ROLE_SOURCES + 1)

/**
 * RgmSceneGroup:
 * @id: (nullable): a name, unique among the scene's groups
 * @role: what it is
 * @sentence: (nullable): what it says, as one sentence for a person
 * @target: (nullable): what it stands for outside the scene; opaque here
 * @area: its place: what is picked, focused, and banded when selected
 * @bounds: what its items cover, text and line widths included
 * @order: the rank in reading order before the order of drawing
 * @step: on a way that is shown step by step, the step's number from 1; else 0
 *
 * Items that belong together. All of it belongs to the scene and lives as long.
 */
typedef struct
{
  const char   *id;
  RgmSceneRole  role;
  const char   *sentence;
  const char   *target;
  RgmRect       area;
  RgmRect       bounds;
  int           order;
  guint         step;
} RgmSceneGroup;

/**
 * RgmSceneHeads:
 * @names: where the names of a table's rows stand, with the head of their column
 * @titles: the height of the heads of the columns, at the top of @names
 *
 * What of a table stays in sight while its other parts are scrolled.
 */
typedef struct
{
  RgmRect names;
  double  titles;
} RgmSceneHeads;

#define RGM_TYPE_SCENE (rgm_scene_get_type ())
G_DECLARE_FINAL_TYPE (RgmScene, rgm_scene, RGM, SCENE, GObject)

double               rgm_scene_get_width     (RgmScene     *self);
double               rgm_scene_get_height    (RgmScene     *self);
RgmDirection         rgm_scene_get_direction (RgmScene     *self);
const RgmSceneHeads *rgm_scene_get_heads     (RgmScene     *self);
RgmRect              rgm_scene_pin_heads     (RgmScene     *self,
                                              const RgmRect *sight,
                                              RgmPoint     *moved);
guint                rgm_scene_get_n_steps   (RgmScene     *self);
guint                rgm_scene_get_n_groups  (RgmScene     *self);
const RgmSceneGroup *rgm_scene_get_group     (RgmScene     *self,
                                              guint         index);
guint                rgm_scene_get_n_marks   (RgmScene     *self);
const RgmSceneGroup *rgm_scene_get_mark      (RgmScene     *self,
                                              guint         index);
gboolean             rgm_scene_find_mark     (RgmScene     *self,
                                              const char   *name,
                                              guint        *index);
gboolean             rgm_scene_pick          (RgmScene     *self,
                                              double        x,
                                              double        y,
                                              double        halo,
                                              guint        *index);
char                *rgm_scene_to_text       (RgmScene     *self);

const char          *rgm_scene_role_get_name (RgmSceneRole  role);
gboolean             rgm_scene_role_is_mark  (RgmSceneRole  role);

G_END_DECLS
