/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-diagram.h"
#include "rgm-scene-builder.h"

G_BEGIN_DECLS

/* Private to the room. */

typedef struct
{
  guint       node;
  const char *name;
} RgmDiagramBadge;

/**
 * RgmPlace:
 * @RGM_PLACE_OWN: a row, a column or a lane of its own
 * @RGM_PLACE_LIGAND: above a receptor that it binds
 * @RGM_PLACE_BESIDE: beside a node of a lane, such as a phosphatase that opposes it
 * @RGM_PLACE_SIDE: at the side
 *
 * Where a node stands.
 */
typedef enum
{
  RGM_PLACE_OWN,
  RGM_PLACE_LIGAND,
  RGM_PLACE_BESIDE,
  RGM_PLACE_SIDE,
} RgmPlace;

/**
 * RgmGrouping:
 * @starts: (array): where each owner's members begin, and at the end where the last one's end
 * @members: (array): indices, those of an owner in their order
 *
 * What belongs to each node or lane.
 */
typedef struct
{
  guint *starts;
  guint *members;
} RgmGrouping;

struct _RgmDiagram
{
  GStringChunk    *strings;
  GPtrArray       *domains;   /* of char **, owned */
  RgmFrame         frame;
  const char      *zones[RGM_N_ZONES];
  GPtrArray       *lanes;     /* of const char * */
  GArray          *nodes;     /* of RgmDiagramNode */
  GArray          *edges;     /* of RgmDiagramEdge */
  GPtrArray       *leaving;   /* of GArray of guint: for each node, the edges that leave it */
  GPtrArray       *entering;  /* of GArray of guint: for each node, the edges that end there */
  GArray          *agents;    /* of RgmDiagramAgent */
  GArray          *badges;    /* of RgmDiagramBadge */
  GHashTable      *node_by_id;
};

/**
 * RgmDetail:
 * @RGM_DETAIL_NAMES: everything has a name
 * @RGM_DETAIL_SHAPES: agents that aren't given have no names
 * @RGM_DETAIL_NARROW: additionally, the column at the side is replaced by rows
 *
 * The levels of detail.
 */
typedef enum
{
  RGM_DETAIL_NAMES,
  RGM_DETAIL_SHAPES,
  RGM_DETAIL_NARROW,
} RgmDetail;

#define RGM_N_DETAILS (RGM_DETAIL_NARROW + 1)

/**
 * RgmSpot:
 * @x: the x coordinate of the shape's centre
 * @y: the y coordinate of the shape's centre
 * @rightwards: whether the name stands to its right
 * @named: whether there is a name
 *
 * The position of an agent.
 */
typedef struct
{
  double   x;
  double   y;
  gboolean rightwards;
  gboolean named;
} RgmSpot;

/**
 * RgmBunch:
 * @node: the node
 * @domain: (nullable): the domain
 * @inside: whether inside the cell
 * @rightwards: whether it stands on the right of the node
 * @first: the first of its agents in @order
 * @n: their number
 * @rows: the number of rows
 * @width: its width
 * @area: its area
 *
 * Agents with the same target, listed beside it.
 */
typedef struct
{
  guint       node;
  const char *domain;
  gboolean    inside;
  gboolean    rightwards;
  guint       first;
  guint       n;
  guint       rows;
  double      width;
  RgmRect     area;
} RgmBunch;

/**
 * RgmPlan:
 * @diagram: the diagram
 * @t: the type size in nodes
 * @a: the type size of agents
 * @detail: how much is drawn
 * @width: of the drawing
 * @height: of the drawing
 * @body: the outline of each node; for a receptor, of its kinase
 * @outer: the outer part of each receptor
 * @spots: of each agent
 * @badges: of each badge
 * @bunches: (element-type RgmBunch): the lists of agents
 * @places: of each node
 * @attached: by node, the ligands above it or the nodes beside it
 * @in_lane: by lane, its nodes
 * @bunches_at: by node, its lists
 * @badges_at: by node, its badges
 * @order: the agents, bunch by bunch
 * @membrane: the top and bottom of the membrane
 * @envelope: the top of the nucleus
 * @main_left: the left edge of the cell's own columns
 * @main_right: their right edge
 * @side_right: the right edge of the side column
 *
 * The layout of a diagram. Positions are relative to its top left corner.
 */
typedef struct
{
  const RgmDiagram *diagram;
  RgmTextMeasure   *measure;
  double            t;
  double            a;
  RgmDetail         detail;
  double            width;
  double            height;
  RgmRect          *body;
  RgmRect          *outer;
  RgmSpot          *spots;
  RgmRect          *badges;
  GArray           *bunches;
  RgmPlace         *places;
  RgmGrouping       attached;
  RgmGrouping       in_lane;
  RgmGrouping       bunches_at;
  RgmGrouping       badges_at;
  guint            *order;
  double            membrane[2];
  double            envelope;
  double            main_left;
  double            main_right;
  double            side_right;
  double            lane_title_y;
} RgmPlan;

/* Sizes relative to the type size. */
#define RGM_NODE_HEIGHT 1.65
#define RGM_NODE_PADDING 0.75
#define RGM_AGENT_ROW 1.3

static inline const RgmDiagramNode *
rgm_diagram_node (const RgmDiagram *self,
                  guint             index)
{
  return &g_array_index (self->nodes, RgmDiagramNode, index);
}

gboolean rgm_diagram_find       (const RgmDiagram        *self,
                                 const char              *id,
                                 guint                   *index);
gboolean rgm_diagram_in_pair    (const RgmDiagram        *self,
                                 guint                    receptor);

RgmPlan *rgm_plan_new           (const RgmDiagram        *diagram,
                                 RgmTextMeasure          *measure,
                                 double                   t,
                                 double                   floor,
                                 RgmDetail                detail,
                                 double                   width,
                                 double                   height);
void     rgm_plan_free          (RgmPlan                 *self);
const guint *rgm_plan_members   (const RgmGrouping       *self,
                                 guint                    owner,
                                 guint                   *n);
double   rgm_plan_node_width    (const RgmPlan           *self,
                                 guint                    node);
void     rgm_plan_bunch         (RgmPlan                 *self);
void     rgm_plan_place_bunch   (RgmPlan                 *self,
                                 RgmBunch                *bunch,
                                 double                   x,
                                 double                   top);

void     rgm_diagram_draw       (const RgmPlan           *plan,
                                 RgmSceneBuilder         *builder,
                                 double                   left,
                                 double                   top);
void     rgm_diagram_draw_edges (const RgmPlan           *plan,
                                 RgmSceneBuilder         *builder,
                                 double                   left,
                                 double                   top);
void     rgm_diagram_draw_edge_rings (const RgmPlan           *plan,
                                 RgmSceneBuilder         *builder,
                                 double                   left,
                                 double                   top);
void     rgm_diagram_draw_ring  (RgmSceneBuilder         *builder,
                                 double                   x,
                                 double                   y,
                                 double                   t);
void     rgm_diagram_draw_pill  (RgmSceneBuilder         *builder,
                                 const RgmRect           *rect,
                                 double                   radius,
                                 RgmDiagramState          state,
                                 double                   t);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPlan, rgm_plan_free)

G_END_DECLS
