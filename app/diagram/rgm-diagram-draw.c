/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-diagram-private.h"

#include <math.h>

/* Half the gap between two lobes of a receptor, and the width of the stem, as fractions of t. */
#define LOBE_GAP 0.12
/* Nodes, in t: the outline, and a second one in widths of the first; corners; the bar across. */
#define OUTLINE 0.11
#define RING 1.7
#define CORNER_RADIUS 0.45
#define LOBE_RADIUS 0.36  /* of the shorter side */
#define BAR 0.26
#define BAR_OVERHANG 0.3
/* The ring that marks textbook knowledge, in t: its radius and outline, and how far from the node's corner. */
#define RING_RADIUS 0.2
#define RING_OUTLINE 0.09
#define RING_INSET 0.35

/* The background, in t: its margin beyond the drawing, the membrane and the envelope. */
#define GROUND_OVERHANG 0.7
#define BELOW_MEMBRANE 0.6
#define MEMBRANE 0.6
#define MEMBRANE_LINE 0.2
#define MEMBRANE_NAME 0.75
#define ENVELOPE 0.24
#define ENVELOPE_LINE 0.75  /* in points */

/* Texts, in a; a lane's text in t. */
#define ZONE_NAME 1.2
#define ZONE_NAME_LIFT 0.5
#define LANE_NAME_GAP 0.6
#define CAPTION_BASELINE 1.15

/* Badges: the corner in a, the outline in t. */
#define BADGE_RADIUS 0.3
#define BADGE_OUTLINE 0.14

/* Leaders: the bracket along a list, in a; lines and the bar of an inhibitor, in t. */
#define BRACKET_GAP 0.25
#define BRACKET_INSET 0.25
#define LEADER 0.07
#define LIT_LEADER 0.17
#define BLOCK_GAP 0.22
#define BLOCK_HALF 0.6

/* Agents, in a: cells with and without a name, markers, and the gap from a marker to its name. */
#define AGENT_NAME 1.2
#define AGENT_SHAPE 1.05
#define ASIDE_OUTLINE 0.1
#define GIVEN_MARKER 0.8
#define MARKER 0.66
#define NAME_GAP 0.7

/* The path of a payload, in t, except for its start on the receptor, in the receptor's width. */
#define UPTAKE 0.18
#define UPTAKE_PLACE 0.28
#define UPTAKE_START 0.4
#define UPTAKE_DEPTH 0.45
#define UPTAKE_CHANNEL 0.9
#define UPTAKE_END 0.6
#define TIP_LENGTH 0.5
#define TIP_HALF 0.3

#define STEM_WIDTH 0.55

static RgmRect
moved (const RgmRect *rect,
       double         left,
       double         top)
{
  return (RgmRect) { rect->x + left, rect->y + top, rect->width, rect->height };
}

static RgmInk
text_ink (RgmDiagramState state)
{
  return state == RGM_DIAGRAM_ON || state == RGM_DIAGRAM_BYPASS ? RGM_INK_ON_ACTIVE : RGM_INK_MUTED;
}

/* The outline of a node by its state: filled, hollow, dashed, or filled with a second outline. */
void
rgm_diagram_draw_pill (RgmSceneBuilder *builder,
                       const RgmRect   *rect,
                       double           radius,
                       RgmDiagramState  state,
                       double           t)
{
  double line = MAX (t * OUTLINE, 1);
  RgmStyle style = { .fill = RGM_INK_SURFACE, .stroke = RGM_INK_IDLE, .line_width = line };

  if (state == RGM_DIAGRAM_ON || state == RGM_DIAGRAM_BYPASS)
    style = (RgmStyle) { .fill = RGM_INK_ACTIVE };
  else if (state == RGM_DIAGRAM_BLOCKED)
    style = (RgmStyle) { .fill = RGM_INK_SURFACE, .stroke = RGM_INK_BLOCKED, .line_width = line, .dash = RGM_DASH_DASHED };

  rgm_scene_builder_add_rect (builder, rect, radius, &style);
  if (state == RGM_DIAGRAM_BYPASS)
    {
      const RgmRect ring = rgm_rect_grown (rect, line * RING);

      rgm_scene_builder_add_rect (builder, &ring, radius + line * RING, &(RgmStyle) { .stroke = RGM_INK_BYPASS, .line_width = line * RING });
    }
}

/* The ring that marks what rests on textbook knowledge. */
void
rgm_diagram_draw_ring (RgmSceneBuilder *builder,
                       double           x,
                       double           y,
                       double           t)
{
  const RgmRect ring = { x - RING_RADIUS * t, y - RING_RADIUS * t, 2 * RING_RADIUS * t, 2 * RING_RADIUS * t };
  const RgmStyle style = { .fill = RGM_INK_SURFACE, .stroke = RGM_INK_TEXT, .line_width = MAX (RING_OUTLINE * t, 0.75) };

  rgm_scene_builder_add_rect (builder, &ring, RING_RADIUS * t, &style);
}

/* The bar across a node that is blocked directly: only through its ends, so that the name stays legible. */
static void
draw_bar (RgmSceneBuilder *builder,
          const RgmRect   *rect,
          double           t)
{
  const RgmStyle style = { .stroke = RGM_INK_BLOCKED, .line_width = BAR * t };

  rgm_scene_builder_add_line (builder, rect->x - BAR_OVERHANG * t, rect->y, rect->x + rect->width + BAR_OVERHANG * t, rect->y, &style);
}

static void
draw_name (RgmSceneBuilder *builder,
           const RgmRect   *rect,
           const char      *name,
           double           size,
           RgmDiagramState  state,
           RgmWeight        weight)
{
  const RgmTextStyle style = { size, weight, text_ink (state), RGM_ANCHOR_MIDDLE };

  rgm_scene_builder_add_text (builder, rect->x + rect->width / 2, rect->y + rect->height / 2 + size * RGM_TEXT_BASELINE, name, &style);
}

/* ── Ground ──────────────────────────────────────────────────────────────────── */

static void
draw_zone_name (const RgmPlan   *plan,
                RgmSceneBuilder *builder,
                RgmDiagramZone   zone,
                double           x,
                double           y)
{
  const RgmTextStyle style = { .size = plan->a, .ink = RGM_INK_MUTED };

  if (plan->diagram->zones[zone] != NULL)
    rgm_scene_builder_add_text (builder, x, y, plan->diagram->zones[zone], &style);
}

static void
draw_double_line (RgmSceneBuilder *builder,
                  double           left,
                  double           right,
                  double           y1,
                  double           y2,
                  double           width)
{
  const RgmStyle style = { .stroke = RGM_INK_MEMBRANE, .line_width = width };

  rgm_scene_builder_add_line (builder, left, y1, right, y1, &style);
  rgm_scene_builder_add_line (builder, left, y2, right, y2, &style);
}

static void
draw_ground (const RgmPlan   *plan,
             RgmSceneBuilder *builder,
             double           left,
             double           top)
{
  double x = left - plan->t * GROUND_OVERHANG, width = plan->width + 2 * plan->t * GROUND_OVERHANG, t = plan->t;
  double middle = top + (plan->membrane[0] + plan->membrane[1]) / 2;
  gboolean narrow = plan->detail == RGM_DETAIL_NARROW;
  const RgmRect zones[] = {
    { x, top, width, middle - top },
    { x, middle, width, top + plan->envelope - middle },
    { x, top + plan->envelope, width, plan->height - plan->envelope },
  };
  static const RgmInk inks[] = { RGM_INK_ZONE_1, RGM_INK_ZONE_2, RGM_INK_ZONE_3 };
  static const char *const ids[] = { "outside", "cytoplasm", "nucleus" };
  static const RgmDiagramZone names[] = { RGM_ZONE_OUTSIDE, RGM_ZONE_CYTOPLASM, RGM_ZONE_NUCLEUS };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *id = g_strconcat ("zone ", ids[i], NULL);
      /* Inside the cell a narrow drawing has its nodes at the top of a zone, and room at its end. */
      double name_y = narrow && i > 0 ? zones[i].y + zones[i].height - plan->a * ZONE_NAME_LIFT
                                      : zones[i].y + (i == 1 ? t * BELOW_MEMBRANE : 0) + plan->a * ZONE_NAME;

      rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_ZONE, id, plan->diagram->zones[names[i]], NULL);
      rgm_scene_builder_add_rect (builder, &zones[i], 0, &(RgmStyle) { .fill = inks[i] });
      draw_zone_name (plan, builder, names[i], left, name_y);
      rgm_scene_builder_end_group (builder);
    }

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_ZONE, "zone membrane", plan->diagram->zones[RGM_ZONE_MEMBRANE], NULL);
  draw_double_line (builder, x, x + width, middle - MEMBRANE / 2 * t, middle + MEMBRANE / 2 * t, MAX (MEMBRANE_LINE * t, 1.5));
  if (!narrow)
    draw_zone_name (plan, builder, RGM_ZONE_MEMBRANE, left, middle - MEMBRANE_NAME * t);
  rgm_scene_builder_end_group (builder);

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_ZONE, "zone envelope", NULL, NULL);
  draw_double_line (builder, x, x + width, top + plan->envelope - ENVELOPE / 2 * t, top + plan->envelope + ENVELOPE / 2 * t, ENVELOPE_LINE);
  rgm_scene_builder_end_group (builder);
}

static void
draw_lane_names (const RgmPlan   *plan,
                 RgmSceneBuilder *builder,
                 double           left,
                 double           top)
{
  const RgmTextStyle style = { plan->a, RGM_WEIGHT_BOLD, RGM_INK_TEXT, RGM_ANCHOR_START };

  for (guint lane = 0; lane < plan->diagram->lanes->len; lane++)
    {
      guint n;
      const guint *nodes = rgm_plan_members (&plan->in_lane, lane, &n);
      const RgmRect *first;

      if (n == 0)
        continue;
      first = &plan->body[nodes[0]];
      rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_HEADING, NULL, NULL, NULL);
      rgm_scene_builder_add_text (builder, left + first->x + first->width / 2 + LANE_NAME_GAP * plan->t,
                                  top + plan->lane_title_y + plan->a * RGM_TEXT_BASELINE, g_ptr_array_index (plan->diagram->lanes, lane), &style);
      rgm_scene_builder_end_group (builder);
    }
}

/* ── Nodes ───────────────────────────────────────────────────────────────────── */

static void
draw_receptor (const RgmPlan        *plan,
               RgmSceneBuilder      *builder,
               const RgmDiagramNode *node,
               const RgmRect        *outer,
               const RgmRect        *kinase)
{
  double t = plan->t;
  guint n = MAX (g_strv_length (node->domains), 1);
  double height = outer->height / n;
  /* Of a hundred domains each has a place, if no name that can be read. */
  double gap = MIN (LOBE_GAP * t, height / 4);
  const RgmRect stem = { outer->x + (outer->width - STEM_WIDTH * t) / 2, outer->y + outer->height - LOBE_GAP * t, STEM_WIDTH * t,
                         kinase->y - outer->y - outer->height + 2 * LOBE_GAP * t };
  RgmStyle stem_style = { .fill = node->state == RGM_DIAGRAM_ON || node->state == RGM_DIAGRAM_BYPASS ? RGM_INK_ACTIVE : RGM_INK_IDLE };

  rgm_scene_builder_add_rect (builder, &stem, 0, &stem_style);
  for (guint i = 0; i < n; i++)
    {
      const RgmRect lobe = { outer->x, outer->y + height * i + gap, outer->width, height - 2 * gap };

      rgm_diagram_draw_pill (builder, &lobe, MIN (lobe.height, lobe.width) * LOBE_RADIUS, node->state, t);
      if (node->domains[0] != NULL)
        draw_name (builder, &lobe, node->domains[i], plan->a, node->state, RGM_WEIGHT_REGULAR);
    }

  rgm_diagram_draw_pill (builder, kinase, CORNER_RADIUS * t, node->state, t);
  if (node->hit)
    draw_bar (builder, kinase, t);
  draw_name (builder, kinase, node->name, t, node->state, RGM_WEIGHT_BOLD);
}

static void
draw_node (const RgmPlan   *plan,
           RgmSceneBuilder *builder,
           guint            index,
           double           left,
           double           top)
{
  const RgmDiagramNode *node = rgm_diagram_node (plan->diagram, index);
  const RgmRect body = moved (&plan->body[index], left, top);
  const RgmRect outer = moved (&plan->outer[index], left, top);
  gboolean is_receptor = node->shape == RGM_DIAGRAM_RECEPTOR;
  RgmRect area = is_receptor ? rgm_rect_union (&body, &outer) : body;

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_NODE, node->id, node->sentence, node->id);
  rgm_scene_builder_set_area (builder, &area);
  rgm_scene_builder_set_order (builder, 0);
  rgm_scene_builder_set_step (builder, node->step);

  if (is_receptor)
    draw_receptor (plan, builder, node, &outer, &body);
  else
    {
      rgm_diagram_draw_pill (builder, &body, node->shape == RGM_DIAGRAM_HUB ? CORNER_RADIUS * plan->t : body.height / 2, node->state, plan->t);
      if (node->hit)
        draw_bar (builder, &body, plan->t);
      draw_name (builder, &body, node->name, plan->t, node->state, RGM_WEIGHT_BOLD);
    }

  if (node->textbook)
    rgm_diagram_draw_ring (builder, body.x + body.width - RING_INSET * plan->t, body.y, plan->t);
  if (node->caption != NULL)
    rgm_scene_builder_add_text (builder, body.x, body.y + body.height + plan->a * CAPTION_BASELINE, node->caption,
                                &(RgmTextStyle) { .size = plan->a });
  rgm_scene_builder_end_group (builder);
}

static void
draw_badge (const RgmPlan   *plan,
            RgmSceneBuilder *builder,
            guint            index,
            double           left,
            double           top)
{
  const RgmDiagramBadge *badge = &g_array_index (plan->diagram->badges, RgmDiagramBadge, index);
  const RgmRect rect = moved (&plan->badges[index], left, top);
  const RgmTextStyle style = { plan->a, RGM_WEIGHT_BOLD, RGM_INK_TEXT, RGM_ANCHOR_MIDDLE };
  g_autofree char *id = g_strdup_printf ("badge %u", index);

  if (rect.width == 0)
    return;

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_NOTE, id, badge->name, NULL);
  rgm_scene_builder_add_rect (builder, &rect, plan->a * BADGE_RADIUS, &(RgmStyle) { .fill = RGM_INK_SURFACE, .stroke = RGM_INK_BYPASS,
                                                                           .line_width = MAX (plan->t * BADGE_OUTLINE, 1.2) });
  rgm_scene_builder_add_text (builder, rect.x + rect.width / 2, rect.y + rect.height / 2 + plan->a * RGM_TEXT_BASELINE, badge->name, &style);
  rgm_scene_builder_end_group (builder);
}

/* ── Agents ──────────────────────────────────────────────────────────────────── */

static const RgmDiagramAgent *
get_agent (const RgmPlan *plan,
           guint          index)
{
  return &g_array_index (plan->diagram->agents, RgmDiagramAgent, index);
}

/* The part of its node to which a bunch points: its domain's lobe, the kinase, or the whole node. */
static RgmRect
get_goal (const RgmPlan  *plan,
          const RgmBunch *bunch)
{
  const RgmDiagramNode *node = rgm_diagram_node (plan->diagram, bunch->node);
  RgmRect goal = plan->outer[bunch->node];
  guint n = g_strv_length (node->domains);

  if (node->shape != RGM_DIAGRAM_RECEPTOR || bunch->inside)
    return plan->body[bunch->node];

  for (guint i = 0; i < n && bunch->domain != NULL; i++)
    if (g_str_equal (node->domains[i], bunch->domain))
      return (RgmRect) { goal.x, goal.y + goal.height * i / n, goal.width, goal.height / n };

  return goal;
}

/* A bracket along the list and a line from it to the target, which ends in a bar if one of the given agents blocks there. */
static void
draw_leader (const RgmPlan   *plan,
             RgmSceneBuilder *builder,
             const RgmBunch  *bunch,
             double           left,
             double           top)
{
  const RgmDiagramAgent *lit = NULL;
  RgmRect goal = get_goal (plan, bunch);
  double side = bunch->rightwards ? -1 : 1, t = plan->t;
  double near = left + (bunch->rightwards ? bunch->area.x : bunch->area.x + bunch->area.width) + side * BRACKET_GAP * plan->a;
  double edge = left + (bunch->rightwards ? goal.x + goal.width : goal.x);
  double y1 = top + bunch->area.y + plan->a * BRACKET_INSET, y2 = top + bunch->area.y + bunch->area.height - plan->a * BRACKET_INSET;
  double y = top + goal.y + goal.height / 2, x = (near + edge) / 2;
  gboolean blocks = FALSE;
  RgmStyle style = { .stroke = RGM_INK_AXIS, .line_width = MAX (LEADER * t, 0.75) };

  for (guint i = 0; i < bunch->n; i++)
    {
      const RgmDiagramAgent *agent = get_agent (plan, plan->order[bunch->first + i]);

      if (agent->state != RGM_DIAGRAM_AGENT_GIVEN)
        continue;
      lit = lit != NULL ? lit : agent;
      blocks = blocks || agent->blocks;
    }

  if (bunch->domain == NULL && goal.height > bunch->area.height)
    y = (y1 + y2) / 2;
  rgm_scene_builder_add_line (builder, near, y1, near, y2, &style);
  if (lit != NULL)
    style = (RgmStyle) { .stroke = rgm_series_get_ink (lit->series), .line_width = MAX (LIT_LEADER * t, 1.4) };

  if (y >= y1 && y <= y2)
    rgm_scene_builder_add_line (builder, near, y, edge, y, &style);
  else
    {
      double from = CLAMP (y, y1, y2);
      const RgmPoint points[] = { { near, from }, { x, from }, { x, y }, { edge, y } };

      rgm_scene_builder_add_polyline (builder, points, G_N_ELEMENTS (points), FALSE, &style);
    }
  if (blocks)
    rgm_scene_builder_add_line (builder, edge - side * BLOCK_GAP * t, y - BLOCK_HALF * t, edge - side * BLOCK_GAP * t, y + BLOCK_HALF * t,
                                &(RgmStyle) { .stroke = style.stroke, .line_width = BAR * t });
}

static void
draw_agent (const RgmPlan   *plan,
            RgmSceneBuilder *builder,
            guint            index,
            double           left,
            double           top)
{
  const RgmDiagramAgent *agent = get_agent (plan, index);
  const RgmSpot *spot = &plan->spots[index];
  gboolean given = agent->state == RGM_DIAGRAM_AGENT_GIVEN, aside = agent->state == RGM_DIAGRAM_AGENT_ASIDE;
  RgmInk ink = rgm_series_get_ink (agent->series);
  RgmStyle marker = { .fill = ink };
  RgmTextStyle style = { plan->a, given ? RGM_WEIGHT_BOLD : RGM_WEIGHT_REGULAR, aside ? RGM_INK_MUTED : RGM_INK_TEXT,
                         spot->rightwards ? RGM_ANCHOR_START : RGM_ANCHOR_END };
  double x = left + spot->x, y = top + spot->y, a = plan->a;
  double width = spot->named ? a * AGENT_NAME + rgm_text_measure_get_width (plan->measure, agent->name, a, style.weight) : a * AGENT_SHAPE;
  RgmRect area = { spot->rightwards ? x - a / 2 : x + a / 2 - width, y - a * RGM_AGENT_ROW / 2, width, a * RGM_AGENT_ROW };

  if (aside)
    marker = (RgmStyle) { .fill = RGM_INK_SURFACE, .stroke = ink, .line_width = MAX (a * ASIDE_OUTLINE, 1) };

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_AGENT, agent->id, agent->sentence, agent->target);
  rgm_scene_builder_set_area (builder, &area);
  rgm_scene_builder_set_order (builder, 1);
  rgm_scene_builder_add_marker (builder, rgm_series_get_shape (agent->series), x, y, a * (given ? GIVEN_MARKER : MARKER), &marker);
  if (spot->named)
    rgm_scene_builder_add_text (builder, x + (spot->rightwards ? 1 : -1) * a * NAME_GAP, y + a * RGM_TEXT_BASELINE, agent->name, &style);
  rgm_scene_builder_end_group (builder);
}

/* The path of a payload: into the cell below the membrane, along the side, and to its target. */
static void
draw_uptake (const RgmPlan         *plan,
             RgmSceneBuilder       *builder,
             const RgmDiagramAgent *agent,
             double                 left,
             double                 top)
{
  guint node, goal;
  double x, y, channel, t = plan->t;
  const RgmStyle style = { .stroke = rgm_series_get_ink (agent->series), .line_width = MAX (UPTAKE * t, 1.5), .dash = RGM_DASH_DOTTED,
                           .round = TRUE };

  if (agent->carried_to == NULL || plan->detail == RGM_DETAIL_NARROW || !rgm_diagram_find (plan->diagram, agent->node, &node) ||
      !rgm_diagram_find (plan->diagram, agent->carried_to, &goal))
    return;

  x = plan->outer[node].x + plan->outer[node].width * UPTAKE_PLACE;
  y = plan->membrane[1] + UPTAKE_DEPTH * t;
  channel = plan->side_right + UPTAKE_CHANNEL * t;

  {
    const RgmRect *to = &plan->body[goal];
    double end = to->x + to->width + UPTAKE_END * t, middle = to->y + to->height / 2;
    const RgmPoint points[] = { { left + x, top + plan->membrane[0] - UPTAKE_START * t }, { left + x, top + y }, { left + channel, top + y },
                                { left + channel, top + middle }, { left + end, top + middle } };
    const RgmPoint tip[] = { { left + end - TIP_LENGTH * t, top + middle }, { left + end, top + middle - TIP_HALF * t },
                             { left + end, top + middle + TIP_HALF * t } };

    rgm_scene_builder_add_polyline (builder, points, G_N_ELEMENTS (points), FALSE, &style);
    rgm_scene_builder_add_polyline (builder, tip, G_N_ELEMENTS (tip), TRUE, &(RgmStyle) { .fill = style.stroke });
  }
}

/* Draws everything, with the top left corner at @left, @top. */
void
rgm_diagram_draw (const RgmPlan   *plan,
                  RgmSceneBuilder *builder,
                  double           left,
                  double           top)
{
  const RgmDiagram *diagram = plan->diagram;

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_DRAWING, "drawing", NULL, NULL);
  draw_ground (plan, builder, left, top);
  rgm_diagram_draw_edges (plan, builder, left, top);

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_GRID, "leaders", NULL, NULL);
  for (guint i = 0; i < plan->bunches->len; i++)
    {
      const RgmBunch *bunch = &g_array_index (plan->bunches, RgmBunch, i);

      /* A list directly below its node needs no leader. */
      if (bunch->area.y < plan->body[bunch->node].y + plan->body[bunch->node].height)
        draw_leader (plan, builder, bunch, left, top);
    }
  for (guint i = 0; i < diagram->agents->len; i++)
    if (get_agent (plan, i)->state == RGM_DIAGRAM_AGENT_GIVEN)
      draw_uptake (plan, builder, get_agent (plan, i), left, top);
  rgm_scene_builder_end_group (builder);

  draw_lane_names (plan, builder, left, top);
  for (guint i = 0; i < diagram->nodes->len; i++)
    draw_node (plan, builder, i, left, top);
  rgm_diagram_draw_edge_rings (plan, builder, left, top);
  for (guint i = 0; i < diagram->badges->len; i++)
    draw_badge (plan, builder, i, left, top);
  for (guint i = 0; i < diagram->agents->len; i++)
    draw_agent (plan, builder, plan->order[i], left, top);
  rgm_scene_builder_end_group (builder);
}
