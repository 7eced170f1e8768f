/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-diagram-private.h"

#include <math.h>

/* Half the gap between two lobes of a receptor, and how wide the stem is, in parts of t. */
#define LOBE_GAP 0.12
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

/* The outline of a node in a state: filled, hollow, dashed, or filled with a second one. */
void
rgm_diagram_draw_pill (RgmSceneBuilder *builder,
                       const RgmRect   *rect,
                       double           radius,
                       RgmDiagramState  state,
                       double           t)
{
  double line = MAX (t * 0.11, 1);
  RgmStyle style = { .fill = RGM_INK_SURFACE, .stroke = RGM_INK_IDLE, .line_width = line };

  if (state == RGM_DIAGRAM_ON || state == RGM_DIAGRAM_BYPASS)
    style = (RgmStyle) { .fill = RGM_INK_ACTIVE };
  else if (state == RGM_DIAGRAM_BLOCKED)
    style = (RgmStyle) { .fill = RGM_INK_SURFACE, .stroke = RGM_INK_BLOCKED, .line_width = line, .dash = RGM_DASH_DASHED };

  rgm_scene_builder_add_rect (builder, rect, radius, &style);
  if (state == RGM_DIAGRAM_BYPASS)
    {
      const RgmRect ring = rgm_rect_grown (rect, line * 1.7);

      rgm_scene_builder_add_rect (builder, &ring, radius + line * 1.7, &(RgmStyle) { .stroke = RGM_INK_BYPASS, .line_width = line * 1.7 });
    }
}

/* The bar across what is blocked right here: through both ends, so that the name is legible. */
static void
draw_bar (RgmSceneBuilder *builder,
          const RgmRect   *rect,
          double           t)
{
  const RgmStyle style = { .stroke = RGM_INK_BLOCKED, .line_width = 0.26 * t };

  rgm_scene_builder_add_line (builder, rect->x - 0.3 * t, rect->y, rect->x + rect->width + 0.3 * t, rect->y, &style);
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

  rgm_scene_builder_add_text (builder, rect->x + rect->width / 2, rect->y + rect->height / 2 + size * 0.35, name, &style);
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
  double x = left - plan->t * 0.7, width = plan->width + plan->t * 1.4, t = plan->t;
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
      double name_y = zones[i].y + (i == 1 ? t * 0.6 : 0) + plan->a * 1.2;

      rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_ZONE, id, plan->diagram->zones[names[i]], NULL);
      rgm_scene_builder_add_rect (builder, &zones[i], 0, &(RgmStyle) { .fill = inks[i] });
      draw_zone_name (plan, builder, names[i], left, narrow && i == 1 ? top + plan->envelope - plan->a * 0.5 : name_y);
      rgm_scene_builder_end_group (builder);
    }

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_ZONE, "zone membrane", plan->diagram->zones[RGM_ZONE_MEMBRANE], NULL);
  draw_double_line (builder, x, x + width, middle - 0.3 * t, middle + 0.3 * t, MAX (0.2 * t, 1.5));
  if (!narrow)
    draw_zone_name (plan, builder, RGM_ZONE_MEMBRANE, left, middle - 0.75 * t);
  rgm_scene_builder_end_group (builder);

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_ZONE, "zone envelope", NULL, NULL);
  draw_double_line (builder, x, x + width, top + plan->envelope - 0.12 * t, top + plan->envelope + 0.12 * t, 0.75);
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
    for (guint i = 0; i < plan->diagram->nodes->len; i++)
      if (rgm_diagram_node (plan->diagram, i)->lane == (int) lane)
        {
          const RgmRect *first = &plan->body[i];

          rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_HEADING, NULL, NULL, NULL);
          rgm_scene_builder_add_text (builder, left + first->x + first->width / 2 + 0.6 * plan->t,
                                      top + plan->lane_title_y + plan->a * 0.35, g_ptr_array_index (plan->diagram->lanes, lane), &style);
          rgm_scene_builder_end_group (builder);
          break;
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
  const RgmRect stem = { outer->x + (outer->width - STEM_WIDTH * t) / 2, outer->y + outer->height - LOBE_GAP * t, STEM_WIDTH * t,
                         kinase->y - outer->y - outer->height + 2 * LOBE_GAP * t };
  RgmStyle stem_style = { .fill = node->state == RGM_DIAGRAM_ON || node->state == RGM_DIAGRAM_BYPASS ? RGM_INK_ACTIVE : RGM_INK_IDLE };

  rgm_scene_builder_add_rect (builder, &stem, 0, &stem_style);
  for (guint i = 0; i < n; i++)
    {
      const RgmRect lobe = { outer->x, outer->y + height * i + LOBE_GAP * t, outer->width, height - 2 * LOBE_GAP * t };

      rgm_diagram_draw_pill (builder, &lobe, MIN (lobe.height, lobe.width) * 0.36, node->state, t);
      if (node->domains[0] != NULL)
        draw_name (builder, &lobe, node->domains[i], plan->a, node->state, RGM_WEIGHT_REGULAR);
    }

  rgm_diagram_draw_pill (builder, kinase, 0.45 * t, node->state, t);
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
      rgm_diagram_draw_pill (builder, &body, node->shape == RGM_DIAGRAM_HUB ? 0.45 * plan->t : body.height / 2, node->state, plan->t);
      if (node->hit)
        draw_bar (builder, &body, plan->t);
      draw_name (builder, &body, node->name, plan->t, node->state, RGM_WEIGHT_BOLD);
    }

  if (node->caption != NULL)
    rgm_scene_builder_add_text (builder, body.x, body.y + body.height + plan->a * 1.15, node->caption,
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
  rgm_scene_builder_add_rect (builder, &rect, plan->a * 0.3, &(RgmStyle) { .fill = RGM_INK_SURFACE, .stroke = RGM_INK_BYPASS,
                                                                           .line_width = MAX (plan->t * 0.14, 1.2) });
  rgm_scene_builder_add_text (builder, rect.x + rect.width / 2, rect.y + rect.height / 2 + plan->a * 0.35, badge->name, &style);
  rgm_scene_builder_end_group (builder);
}

/* ── Agents ──────────────────────────────────────────────────────────────────── */

static const RgmDiagramAgent *
get_agent (const RgmPlan *plan,
           guint          index)
{
  return &g_array_index (plan->diagram->agents, RgmDiagramAgent, index);
}

/* Where on its node a bunch points to: at its domain's lobe, the kinase, or the node. */
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

/* A bracket along the list, and from it a line to the place: with a bar at its end where one
 * of those that are given blocks there. */
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
  double near = left + (bunch->rightwards ? bunch->area.x : bunch->area.x + bunch->area.width) + side * 0.25 * plan->a;
  double edge = left + (bunch->rightwards ? goal.x + goal.width : goal.x);
  double y1 = top + bunch->area.y + plan->a * 0.25, y2 = top + bunch->area.y + bunch->area.height - plan->a * 0.25;
  double y = top + goal.y + goal.height / 2, x = (near + edge) / 2;
  gboolean blocks = FALSE;
  RgmStyle style = { .stroke = RGM_INK_AXIS, .line_width = MAX (0.07 * t, 0.75) };

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
    style = (RgmStyle) { .stroke = rgm_series_get_ink (lit->series), .line_width = MAX (0.17 * t, 1.4) };

  if (y >= y1 && y <= y2)
    rgm_scene_builder_add_line (builder, near, y, edge, y, &style);
  else
    {
      double from = CLAMP (y, y1, y2);
      const RgmPoint points[] = { { near, from }, { x, from }, { x, y }, { edge, y } };

      rgm_scene_builder_add_polyline (builder, points, G_N_ELEMENTS (points), FALSE, &style);
    }
  if (blocks)
    rgm_scene_builder_add_line (builder, edge - side * 0.22 * t, y - 0.6 * t, edge - side * 0.22 * t, y + 0.6 * t,
                                &(RgmStyle) { .stroke = style.stroke, .line_width = 0.26 * t });
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
  double width = spot->named ? a * 1.2 + rgm_text_measure_get_width (plan->measure, agent->name, a, style.weight) : a * 1.05;
  RgmRect area = { spot->rightwards ? x - a * 0.5 : x + a * 0.5 - width, y - a * RGM_AGENT_ROW / 2, width, a * RGM_AGENT_ROW };

  if (aside)
    marker = (RgmStyle) { .fill = RGM_INK_SURFACE, .stroke = ink, .line_width = MAX (a * 0.1, 1) };

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_AGENT, agent->id, agent->sentence, agent->target);
  rgm_scene_builder_set_area (builder, &area);
  rgm_scene_builder_set_order (builder, 1);
  rgm_scene_builder_add_marker (builder, rgm_series_get_shape (agent->series), x, y, a * (given ? 0.8 : 0.66), &marker);
  if (spot->named)
    rgm_scene_builder_add_text (builder, x + (spot->rightwards ? 1 : -1) * a * 0.7, y + a * 0.35, agent->name, &style);
  rgm_scene_builder_end_group (builder);
}

/* The way of a payload: in below the membrane, along the side, and to what it acts on. */
static void
draw_uptake (const RgmPlan         *plan,
             RgmSceneBuilder       *builder,
             const RgmDiagramAgent *agent,
             double                 left,
             double                 top)
{
  guint node, goal;
  double x, y, channel, t = plan->t;
  const RgmStyle style = { .stroke = rgm_series_get_ink (agent->series), .line_width = MAX (0.18 * t, 1.5), .dash = RGM_DASH_DOTTED,
                           .round = TRUE };

  if (agent->carried_to == NULL || plan->detail == RGM_DETAIL_NARROW || !rgm_diagram_find (plan->diagram, agent->node, &node) ||
      !rgm_diagram_find (plan->diagram, agent->carried_to, &goal))
    return;

  x = plan->outer[node].x + plan->outer[node].width * 0.28;
  y = plan->membrane[1] + 0.45 * t;
  channel = plan->side_right + 0.9 * t;

  {
    const RgmRect *to = &plan->body[goal];
    double end = to->x + to->width + 0.6 * t, middle = to->y + to->height / 2;
    const RgmPoint points[] = { { left + x, top + plan->membrane[0] - 0.4 * t }, { left + x, top + y }, { left + channel, top + y },
                                { left + channel, top + middle }, { left + end, top + middle } };
    const RgmPoint tip[] = { { left + end - 0.5 * t, top + middle }, { left + end, top + middle - 0.3 * t },
                             { left + end, top + middle + 0.3 * t } };

    rgm_scene_builder_add_polyline (builder, points, G_N_ELEMENTS (points), FALSE, &style);
    rgm_scene_builder_add_polyline (builder, tip, G_N_ELEMENTS (tip), TRUE, &(RgmStyle) { .fill = style.stroke });
  }
}

/* Draws everything, the corner of the drawing at @left, @top. */
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

      /* What stands right below its node needs no leader. */
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
  for (guint i = 0; i < diagram->badges->len; i++)
    draw_badge (plan, builder, i, left, top);
  for (guint i = 0; i < diagram->agents->len; i++)
    draw_agent (plan, builder, plan->order[i], left, top);
  rgm_scene_builder_end_group (builder);
}
