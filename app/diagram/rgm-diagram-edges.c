/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-diagram-private.h"

#include <math.h>

/* Edges, in t: lines, heads, and the distance between edges that leave the same node. */
#define ACTIVE_LINE 0.16
#define IDLE_LINE 0.09
#define HEAD 0.5
#define RANK_GAP 0.7
#define BLOCK_HALF 0.55
/* The ring of textbook knowledge, in t: how far before the bar of a block, the length of an edge that holds it, and how far beside a
   shorter one. */
#define RING_BACK 0.45
#define RING_ROOM 0.7
#define RING_ASIDE 0.6
#define BLOCK_LINE 0.24

/* Half the width of a head, relative to its length, and the bar of an inhibition, in line widths. */
#define ARROW_HALF 0.55
#define INHIBITION_HALF 0.9
#define INHIBITION_BAR 1.8

#define MAX_POINTS 4

/* The path of an edge: straight lines along @points, or one curve from the first to the last that leaves and arrives vertically. */
typedef struct
{
  RgmPoint points[MAX_POINTS];
  guint    n;
  gboolean curved;
} Way;

static double
middle_x (const RgmRect *rect)
{
  return rect->x + rect->width / 2;
}

static double
middle_y (const RgmRect *rect)
{
  return rect->y + rect->height / 2;
}

/* The part of a node at which its edge to another node ends: for a receptor, the outer part if the other node is outside, otherwise
   the kinase. */
static RgmRect
get_end (const RgmPlan *plan,
         guint          node,
         guint          other)
{
  gboolean outside = rgm_diagram_node (plan->diagram, other)->zone == RGM_ZONE_OUTSIDE;

  if (rgm_diagram_node (plan->diagram, node)->shape == RGM_DIAGRAM_RECEPTOR && outside)
    return plan->outer[node];

  return plan->body[node];
}

/* Where on a pair the edge from a half arrives: that of the left half on the left. */
static double
arrive_at_pair (const RgmRect *from,
                const RgmRect *pair,
                gboolean       alone)
{
  if (alone)
    return middle_x (pair);

  return middle_x (pair) + (middle_x (from) < middle_x (pair) ? -0.24 : 0.24) * pair->width;
}

/* The number of halves of a pair, and the rank of this pair among those of its half. */
static void
count_pairing (const RgmPlan        *plan,
               const RgmDiagramEdge *edge,
               guint                *n_halves,
               double               *rank)
{
  const RgmDiagram *diagram = plan->diagram;
  guint n_pairs = 0, before = 0, from, this_pair, other;
  const GArray *leaving;

  rgm_diagram_find (diagram, edge->from, &from);
  rgm_diagram_find (diagram, edge->to, &this_pair);
  *n_halves = ((const GArray *) g_ptr_array_index (diagram->entering, this_pair))->len;
  leaving = g_ptr_array_index (diagram->leaving, from);

  for (guint i = 0; i < leaving->len; i++)
    {
      const RgmDiagramEdge *each = &g_array_index (diagram->edges, RgmDiagramEdge, g_array_index (leaving, guint, i));

      if (!rgm_diagram_find (diagram, each->to, &other) || rgm_diagram_node (diagram, other)->shape != RGM_DIAGRAM_PAIR)
        continue;
      n_pairs++;
      if (plan->body[other].x < plan->body[this_pair].x)
        before++;
    }

  *rank = before - (n_pairs - 1) / 2.0;
}

static Way
find_way (const RgmPlan        *plan,
          const RgmDiagramEdge *edge,
          double                head)
{
  RgmRect a, b;
  Way way = { .n = 2 };
  double left, right;
  guint from, to;

  rgm_diagram_find (plan->diagram, edge->from, &from);
  rgm_diagram_find (plan->diagram, edge->to, &to);
  a = get_end (plan, from, to);
  b = get_end (plan, to, from);
  left = MAX (a.x, b.x);
  right = MIN (a.x + a.width, b.x + b.width);

  if (rgm_diagram_node (plan->diagram, to)->shape == RGM_DIAGRAM_PAIR)
    {
      guint n_halves;
      double rank;

      count_pairing (plan, edge, &n_halves, &rank);
      way.curved = TRUE;
      way.points[0] = (RgmPoint) { middle_x (&a) + rank * MIN (RANK_GAP * plan->t, a.width / 6), a.y + a.height };
      way.points[1] = (RgmPoint) { arrive_at_pair (&a, &b, n_halves == 1), b.y - head };
    }
  else if (left < right && (a.y + a.height <= b.y || b.y + b.height <= a.y))
    {
      /* One above the other: a straight line at the centre of the narrower one. */
      double x = CLAMP (a.width < b.width ? middle_x (&a) : middle_x (&b), left, right);
      gboolean down = a.y < b.y;

      way.points[0] = (RgmPoint) { x, down ? a.y + a.height : a.y };
      way.points[1] = (RgmPoint) { x, down ? b.y - head : b.y + b.height + head };
    }
  else if (MAX (a.y, b.y) < MIN (a.y + a.height, b.y + b.height))
    {
      gboolean rightwards = a.x < b.x;

      way.points[0] = (RgmPoint) { rightwards ? a.x + a.width : a.x, middle_y (&a) };
      way.points[1] = (RgmPoint) { rightwards ? b.x - head : b.x + b.width + head, middle_y (&a) };
    }
  else if (a.y + a.height <= b.y)
    {
      /* To the side and then down. */
      way.n = 3;
      way.points[0] = (RgmPoint) { middle_x (&b) > middle_x (&a) ? a.x + a.width : a.x, middle_y (&a) };
      way.points[1] = (RgmPoint) { middle_x (&b), middle_y (&a) };
      way.points[2] = (RgmPoint) { middle_x (&b), b.y - head };
    }
  else
    {
      way.curved = TRUE;
      way.points[0] = (RgmPoint) { middle_x (&a), a.y };
      way.points[1] = (RgmPoint) { middle_x (&b), b.y + b.height + head };
    }

  return way;
}

static RgmInk
edge_ink (RgmDiagramState state)
{
  switch (state)
    {
    case RGM_DIAGRAM_ON:
      return RGM_INK_ACTIVE;
    case RGM_DIAGRAM_BYPASS:
      return RGM_INK_BYPASS;
    case RGM_DIAGRAM_BLOCKED:
    case RGM_DIAGRAM_OFF:
    default:
      return RGM_INK_AXIS;
    }
}

static void
draw_way (RgmSceneBuilder *builder,
          const Way       *way,
          const RgmStyle  *style)
{
  const RgmPoint *first = &way->points[0], *last = &way->points[way->n - 1];

  if (!way->curved)
    {
      rgm_scene_builder_add_polyline (builder, way->points, way->n, FALSE, style);
      return;
    }

  rgm_scene_builder_move_to (builder, first->x, first->y);
  rgm_scene_builder_curve_to (builder, first->x, (first->y + last->y) / 2, last->x, (first->y + last->y) / 2, last->x, last->y);
  rgm_scene_builder_add_path (builder, style);
}

/* The direction in which a path arrives. */
static RgmPoint
arrival (const Way *way)
{
  const RgmPoint *last = &way->points[way->n - 1], *before = &way->points[way->n - 2];
  double length = hypot (last->x - before->x, last->y - before->y);

  if (way->curved || length == 0)
    return (RgmPoint) { 0, last->y >= before->y ? 1 : -1 };

  return (RgmPoint) { (last->x - before->x) / length, (last->y - before->y) / length };
}

static void
draw_head (RgmSceneBuilder      *builder,
           const RgmDiagramEdge *edge,
           const Way            *way,
           double                head,
           double                line)
{
  RgmInk ink = edge_ink (edge->state);
  RgmPoint end = way->points[way->n - 1], along = arrival (way);
  double half = head * (edge->inhibits ? INHIBITION_HALF : ARROW_HALF);
  const RgmPoint tip[] = {
    { end.x + along.x * head, end.y + along.y * head },
    { end.x - along.y * half, end.y + along.x * half },
    { end.x + along.y * half, end.y - along.x * half },
  };

  if (edge->inhibits)
    rgm_scene_builder_add_line (builder, tip[1].x, tip[1].y, tip[2].x, tip[2].y,
                                &(RgmStyle) { .stroke = ink, .line_width = line * INHIBITION_BAR });
  else
    rgm_scene_builder_add_polyline (builder, tip, G_N_ELEMENTS (tip), TRUE, &(RgmStyle) { .fill = ink });
}

/* The midpoint, which is also the midpoint of the curve. */
static RgmPoint
half_way (const Way *way)
{
  const RgmPoint *first = &way->points[way->n - 2], *last = &way->points[way->n - 1];

  return (RgmPoint) { (first->x + last->x) / 2, (first->y + last->y) / 2 };
}

static void
draw_edge (const RgmPlan        *plan,
           RgmSceneBuilder      *builder,
           const RgmDiagramEdge *edge,
           double                left,
           double                top)
{
  guint from, to;
  gboolean pairs = rgm_diagram_find (plan->diagram, edge->from, &from) && rgm_diagram_find (plan->diagram, edge->to, &to) &&
                   rgm_diagram_node (plan->diagram, to)->shape == RGM_DIAGRAM_PAIR;
  gboolean on = edge->state == RGM_DIAGRAM_ON || edge->state == RGM_DIAGRAM_BYPASS;
  double head = pairs ? 0 : HEAD * plan->t, line = MAX (plan->t * (on ? ACTIVE_LINE : IDLE_LINE), 1);
  Way way = find_way (plan, edge, head);
  RgmPoint middle;
  RgmDash dash = edge->state == RGM_DIAGRAM_BLOCKED ? RGM_DASH_DASHED : edge->travels ? RGM_DASH_LONG : RGM_DASH_SOLID;
  RgmStyle style = { .stroke = edge_ink (edge->state), .line_width = line, .dash = dash };

  for (guint i = 0; i < way.n; i++)
    {
      way.points[i].x += left;
      way.points[i].y += top;
    }
  middle = half_way (&way);

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_EDGE, edge->id, edge->sentence, edge->id);
  rgm_scene_builder_set_area (builder, &(RgmRect) { middle.x - 0.5 * plan->t, middle.y - 0.5 * plan->t, plan->t, plan->t });
  rgm_scene_builder_set_order (builder, 2);
  rgm_scene_builder_set_step (builder, edge->step);
  draw_way (builder, &way, &style);
  if (!pairs)
    draw_head (builder, edge, &way, head, line);
  if (edge->state == RGM_DIAGRAM_BLOCKED)
    {
      RgmPoint along = way.curved ? (RgmPoint) { 0, 1 } : arrival (&way);
      double half = BLOCK_HALF * plan->t;

      rgm_scene_builder_add_line (builder, middle.x - along.y * half, middle.y + along.x * half,
                                  middle.x + along.y * half, middle.y - along.x * half,
                                  &(RgmStyle) { .stroke = RGM_INK_BLOCKED, .line_width = BLOCK_LINE * plan->t });
    }
  rgm_scene_builder_end_group (builder);
}

/* Half way, but before the bar of a block; beside an edge that is too short to hold it. */
static void
draw_edge_ring (const RgmPlan        *plan,
                RgmSceneBuilder      *builder,
                const RgmDiagramEdge *edge,
                double                left,
                double                top)
{
  Way way = find_way (plan, edge, HEAD * plan->t);
  const RgmPoint *first = &way.points[way.n - 2], *last = &way.points[way.n - 1];
  RgmPoint middle = half_way (&way), along = way.curved ? (RgmPoint) { 0, 1 } : arrival (&way);
  gboolean is_short = hypot (last->x - first->x, last->y - first->y) < RING_ROOM * plan->t;
  double back = edge->state == RGM_DIAGRAM_BLOCKED ? RING_BACK * plan->t : 0;
  double aside = is_short ? RING_ASIDE * plan->t : 0;

  rgm_diagram_draw_ring (builder, left + middle.x - along.x * back + fabs (along.y) * aside,
                         top + middle.y - along.y * back + fabs (along.x) * aside, plan->t);
}

/* Draws the rings of edges that rest on textbook knowledge, which would disappear beneath the nodes. */
void
rgm_diagram_draw_edge_rings (const RgmPlan   *plan,
                             RgmSceneBuilder *builder,
                             double           left,
                             double           top)
{
  GArray *edges = plan->diagram->edges;

  for (guint i = 0; i < edges->len; i++)
    {
      const RgmDiagramEdge *edge = &g_array_index (edges, RgmDiagramEdge, i);

      if (!edge->textbook)
        continue;
      rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_GRID, NULL, NULL, NULL);
      draw_edge_ring (plan, builder, edge, left, top);
      rgm_scene_builder_end_group (builder);
    }
}

/* Draws all edges, inactive ones first, so that active ones lie on top. */
void
rgm_diagram_draw_edges (const RgmPlan   *plan,
                        RgmSceneBuilder *builder,
                        double           left,
                        double           top)
{
  GArray *edges = plan->diagram->edges;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < edges->len; i++)
      {
        const RgmDiagramEdge *edge = &g_array_index (edges, RgmDiagramEdge, i);
        gboolean on = edge->state == RGM_DIAGRAM_ON || edge->state == RGM_DIAGRAM_BYPASS;

        if (on == (pass == 1))
          draw_edge (plan, builder, edge, left, top);
      }
}
