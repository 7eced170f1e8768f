/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-diagram.h"
#include "rgm-scene-builder.h"

G_BEGIN_DECLS

/* Private to the room. */

typedef struct
{
  RgmSeries        series;
  gboolean         is_state;
  RgmDiagramState  state;
  const char      *label;
} RgmDiagramKey;

typedef struct
{
  guint       node;
  const char *name;
} RgmDiagramBadge;

struct _RgmDiagram
{
  GStringChunk    *strings;
  GPtrArray       *domains;   /* of char **, owned */
  RgmDiagramWords  words;
  const char      *zones[RGM_N_ZONES];
  GPtrArray       *lanes;     /* of const char * */
  GArray          *keys;      /* of RgmDiagramKey */
  GArray          *nodes;     /* of RgmDiagramNode */
  GArray          *edges;     /* of RgmDiagramEdge */
  GArray          *agents;    /* of RgmDiagramAgent */
  GArray          *badges;    /* of RgmDiagramBadge */
  GHashTable      *node_by_id;
};

/**
 * RgmDetail:
 * @RGM_DETAIL_NAMES: everything has its name
 * @RGM_DETAIL_SHAPES: agents that aren't given have no names
 * @RGM_DETAIL_NARROW: nor is there a column at the side: what stands there goes into rows
 *
 * How much of it is drawn.
 */
typedef enum
{
  RGM_DETAIL_NAMES,
  RGM_DETAIL_SHAPES,
  RGM_DETAIL_NARROW,
} RgmDetail;

/**
 * RgmSpot:
 * @x: where the shape's middle is
 * @y: where it is
 * @rightwards: whether the name is to the right of it
 * @named: whether there is a name
 *
 * Where an agent is drawn.
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
 * @node: at which node
 * @domain: (nullable): at which domain
 * @inside: whether inside the cell
 * @rightwards: to which side of the node
 * @first: the first of its agents in @order
 * @n: how many they are
 * @rows: how many rows it takes
 * @width: how wide it is
 * @area: where it is
 *
 * Agents that act at the same place, in a list beside it.
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
 * @diagram: what is laid out
 * @t: the size of type in nodes
 * @a: the size of type of agents
 * @detail: how much is drawn
 * @width: that of the drawing
 * @height: that of the drawing
 * @body: of each node its outline; of a receptor, its kinase
 * @outer: of a receptor, its part outside
 * @spots: of each agent
 * @badges: of each badge
 * @bunches: (element-type RgmBunch): the lists of agents
 * @order: the agents, bunch by bunch
 * @membrane: the top and bottom of the membrane
 * @envelope: where the nucleus begins
 * @main_left: where the cell's own columns begin
 * @main_right: where they end
 * @side_right: where the column at the side ends
 *
 * Where everything is. Positions are in the drawing, whose corner is at 0, 0.
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
  guint            *order;
  double            membrane[2];
  double            envelope;
  double            main_left;
  double            main_right;
  double            side_right;
  double            lane_title_y;
} RgmPlan;

/* Sizes in parts of the size of type. */
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
void     rgm_diagram_draw_pill  (RgmSceneBuilder         *builder,
                                 const RgmRect           *rect,
                                 double                   radius,
                                 RgmDiagramState          state,
                                 double                   t);

double   rgm_diagram_head       (const RgmDiagram        *self,
                                 const RgmDiagramLayout  *layout,
                                 double                   b,
                                 double                   margin,
                                 RgmSceneBuilder         *builder);
double   rgm_diagram_foot       (const RgmDiagram        *self,
                                 const RgmDiagramLayout  *layout,
                                 double                   b,
                                 double                   margin,
                                 double                   top,
                                 RgmSceneBuilder         *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPlan, rgm_plan_free)

G_END_DECLS
