/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-diagram-plan.h"

#include <math.h>

static void
spread_columns (GArray *columns,
                double  left,
                double  width)
{
  double spare = columns->len > 0 ? (width - rgm_plan_sum_columns (columns, 0)) / columns->len : 0;
  double x = left;

  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      column->middle = x + spare / 2 + column->left;
      x += spare + column->left + column->right;
    }
}

/* Spreads the lanes as far apart as the nodes beside them allow. */
static void
spread_lanes (GArray *lanes,
              double  left,
              double  width,
              double  space)
{
  for (guint i = 0; i < lanes->len; i++)
    {
      const Column *column = &g_array_index (lanes, Column, i);
      const Column *before = i > 0 ? &g_array_index (lanes, Column, i - 1) : NULL;
      double share = width / lanes->len, middle = share * (i + 0.5);

      if (middle - column->left < 0 || middle + column->right > width ||
          (before != NULL && before->right + space + column->left > share))
        {
          spread_columns (lanes, left, width);
          return;
        }
    }

  for (guint i = 0; i < lanes->len; i++)
    g_array_index (lanes, Column, i).middle = left + width / lanes->len * (i + 0.5);
}

static void
place_node (Plotting *self,
            guint     node,
            double    middle,
            double    top)
{
  double width = rgm_plan_node_width (self->plan, node);

  self->plan->body[node] = (RgmRect) { middle - width / 2, top, width, RGM_NODE_HEIGHT * self->plan->t };
}

/* Stacks the lists on one side of a receptor, each as near to its domain as the others allow. */
static void
place_outer_bunches (Plotting     *self,
                     const Column *column,
                     gboolean      rightwards)
{
  RgmPlan *plan = self->plan;
  const RgmRect *outer = &plan->outer[column->node];
  double x = column->middle + (rightwards ? 1 : -1) * (LOBE_WIDTH / 2 + LEADER) * plan->t;
  double row = plan->a * RGM_AGENT_ROW, rows, y;
  guint at = 0;
  RgmBunch *bunch;

  rgm_plan_side_of (plan, column->node, FALSE, rightwards, &rows);
  y = outer->y + (outer->height - rows * row) / 2;
  while ((bunch = rgm_plan_find_bunch (plan, column->node, FALSE, rightwards, &at)) != NULL)
    {
      rgm_plan_place_bunch (plan, bunch, x, y);
      y += (bunch->rows + 0.7) * row;
    }
}

static void
place_receptors (Plotting *self,
                 double    outer_bottom)
{
  RgmPlan *plan = self->plan;
  double t = plan->t;

  for (guint i = 0; i < self->receptors->len; i++)
    {
      const Column *column = &g_array_index (self->receptors, Column, i);
      double inside = plan->membrane[1] + rgm_plan_gap (self, GAP_KINASE), rows;

      plan->outer[column->node] = (RgmRect) { column->middle - LOBE_WIDTH / 2 * t, outer_bottom - self->outer_height,
                                              LOBE_WIDTH * t, self->outer_height };
      place_node (self, column->node, column->middle, inside + self->inner_height - RGM_NODE_HEIGHT * t);

      for (guint right = 0; right < 2; right++)
        {
          double half = plan->body[column->node].width / 2 + LEADER_INSIDE * t;
          guint at = 0;
          RgmBunch *bunch;

          place_outer_bunches (self, column, right != 0);
          rgm_plan_side_of (plan, column->node, TRUE, right != 0, &rows);
          while ((bunch = rgm_plan_find_bunch (plan, column->node, TRUE, right != 0, &at)) != NULL)
            rgm_plan_place_bunch (plan, bunch, column->middle + (right ? half : -half),
                                  inside + (self->inner_height - rows * plan->a * RGM_AGENT_ROW) / 2);
        }
    }
}

/* Ligands stand above the receptors that they bind; badges stand above the ligands, or in their place. */
static void
place_above (Plotting *self,
             double    bottom)
{
  RgmPlan *plan = self->plan;
  const RgmDiagram *diagram = plan->diagram;
  double t = plan->t;
  g_autofree double *top = g_new0 (double, diagram->nodes->len);

  for (guint i = 0; i < diagram->nodes->len; i++)
    top[i] = bottom;

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      const GArray *leaving = g_ptr_array_index (diagram->leaving, i);
      double sum = 0;
      guint n = 0, to;

      if (plan->places[i] != RGM_PLACE_LIGAND)
        continue;
      for (guint j = 0; j < leaving->len; j++)
        {
          const RgmDiagramEdge *edge = &g_array_index (diagram->edges, RgmDiagramEdge, g_array_index (leaving, guint, j));

          if (!rgm_diagram_find (diagram, edge->to, &to) ||
              rgm_diagram_node (diagram, to)->shape != RGM_DIAGRAM_RECEPTOR)
            continue;
          sum += plan->outer[to].x + plan->outer[to].width / 2;
          top[to] = bottom - RGM_NODE_HEIGHT * t - 0.3 * t;
          n++;
        }
      place_node (self, i, sum / n, bottom - RGM_NODE_HEIGHT * t);
    }

  for (guint i = 0; i < diagram->badges->len; i++)
    {
      guint node = g_array_index (diagram->badges, RgmDiagramBadge, i).node;
      double width = rgm_plan_badge_width (plan, i), height = BADGE_HEIGHT * plan->a, x;

      if (rgm_diagram_node (diagram, node)->shape != RGM_DIAGRAM_RECEPTOR)
        continue;
      x = plan->outer[node].x + (plan->outer[node].width - width) / 2;
      plan->badges[i] = (RgmRect) { CLAMP (x, plan->main_left, MAX (plan->main_right - width, plan->main_left)), top[node] - height,
                                    width, height };
      top[node] -= height + 0.3 * t;
    }
}

typedef struct
{
  guint  node;
  double wish;
  double width;
} Wish;

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const Wish *one = a, *other = b;

  if (one->wish != other->wish)
    return one->wish < other->wish ? -1 : 1;

  return one->node < other->node ? -1 : 1;
}

/* Places the pairs in a row below the kinases, each as near as possible to the centre of its halves: first from left to right, then
   pushed back from the right end. */
static void
place_pairs (Plotting *self,
             double    top,
             double    right)
{
  RgmPlan *plan = self->plan;
  const RgmDiagram *diagram = plan->diagram;
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  double space = 0.6 * plan->t, x = plan->main_left;

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      Wish wish = { i, 0, rgm_plan_node_width (plan, i) };
      const GArray *entering = g_ptr_array_index (diagram->entering, i);
      double sum = 0;
      guint n = 0, from;

      if (rgm_diagram_node (diagram, i)->shape != RGM_DIAGRAM_PAIR)
        continue;
      for (guint j = 0; j < entering->len; j++)
        {
          const RgmDiagramEdge *edge = &g_array_index (diagram->edges, RgmDiagramEdge, g_array_index (entering, guint, j));

          if (rgm_diagram_find (diagram, edge->from, &from) &&
              rgm_diagram_node (diagram, from)->shape == RGM_DIAGRAM_RECEPTOR)
            {
              sum += plan->body[from].x + plan->body[from].width / 2;
              n++;
            }
        }
      wish.wish = n > 0 ? sum / n : plan->main_left;
      g_array_append_val (wishes, wish);
    }
  g_array_sort (wishes, compare_wishes);

  for (guint i = 0; i < wishes->len; i++)
    {
      Wish *wish = &g_array_index (wishes, Wish, i);

      wish->wish = MAX (wish->wish, x + wish->width / 2);
      x = wish->wish + wish->width / 2 + space;
    }
  for (guint i = wishes->len; i > 0; i--)
    {
      Wish *wish = &g_array_index (wishes, Wish, i - 1);

      wish->wish = MIN (wish->wish, right - wish->width / 2);
      right = wish->wish - wish->width / 2 - space;
      place_node (self, wish->node, wish->wish, top);
    }
}

static void
place_lane_node (Plotting *self,
                 guint     node,
                 double    middle,
                 double    top)
{
  RgmPlan *plan = self->plan;
  guint n_attached, n_badges;
  const guint *attached = rgm_plan_members (&plan->attached, node, &n_attached);
  const guint *badges = rgm_plan_members (&plan->badges_at, node, &n_badges);
  double t = plan->t, height = RGM_NODE_HEIGHT * t, right, left, rows;
  guint at = 0;
  RgmBunch *bunch;

  place_node (self, node, middle, top);
  right = plan->body[node].x + plan->body[node].width;
  left = plan->body[node].x;

  rgm_plan_side_of (plan, node, FALSE, TRUE, &rows);
  while ((bunch = rgm_plan_find_bunch (plan, node, FALSE, TRUE, &at)) != NULL)
    {
      rgm_plan_place_bunch (plan, bunch, right + 0.6 * t, top + (height - rows * plan->a * RGM_AGENT_ROW) / 2);
      right += bunch->width + 0.6 * t;
    }

  for (guint i = 0; i < n_attached; i++)
    {
      guint beside = attached[i];

      if (plan->places[beside] != RGM_PLACE_BESIDE)
        continue;
      place_node (self, beside, right + 1.5 * t + rgm_plan_node_width (plan, beside) / 2, top);
      right = plan->body[beside].x + plan->body[beside].width;
    }

  for (guint i = 0; i < n_badges; i++)
    {
      double width = rgm_plan_badge_width (plan, badges[i]), badge = BADGE_HEIGHT * plan->a;

      plan->badges[badges[i]] = (RgmRect) { left - 0.5 * t - width, top + (height - badge) / 2 + i * (badge + 0.15 * t), width, badge };
    }
}

static void
place_lanes (Plotting *self,
             double    top)
{
  for (guint lane = 0; lane < self->lanes->len; lane++)
    {
      const Column *column = &g_array_index (self->lanes, Column, lane);
      double y = top;
      guint n;
      const guint *nodes = rgm_plan_members (&self->plan->in_lane, lane, &n);

      for (guint i = 0; i < n; i++)
        {
          place_lane_node (self, nodes[i], column->middle, y);
          y += RGM_NODE_HEIGHT * self->plan->t + rgm_plan_gap (self, GAP_LANE);
        }
    }
}

/* Places the nodes of one shape and zone in a row: hubs fill the width of the columns; end nodes stand together in the centre, so
   that none seems to belong to a single lane. */
static void
place_row (Plotting        *self,
           RgmDiagramShape  shape,
           RgmDiagramZone   zone,
           double           top)
{
  RgmPlan *plan = self->plan;
  const RgmDiagram *diagram = plan->diagram;
  double width = plan->main_right - plan->main_left, widest = 0;
  guint n = 0, index = 0;
  double share, left;

  for (guint i = 0; i < diagram->nodes->len; i++)
    if (rgm_diagram_node (diagram, i)->shape == shape && rgm_diagram_node (diagram, i)->zone == zone)
      {
        widest = MAX (widest, rgm_plan_node_width (plan, i));
        n++;
      }
  share = width / MAX (n, 1);
  if (shape != RGM_DIAGRAM_HUB)
    share = MIN (share, widest + plan->t);
  left = plan->main_left + (width - share * n) / 2;

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      if (rgm_diagram_node (diagram, i)->shape != shape || rgm_diagram_node (diagram, i)->zone != zone)
        continue;

      place_node (self, i, left + share * (index++ + 0.5), top);
      plan->body[i].width = shape == RGM_DIAGRAM_HUB ? share - (n > 1 ? plan->t : 0) : widest;
      plan->body[i].x = left + share * (index - 0.5) - plan->body[i].width / 2;
    }
}

/* Places a node at the side with its agents: to its right or, if such nodes form a row with edges between them, below it. Returns
   where they end. */
static double
place_side_node (Plotting *self,
                 guint     node,
                 double    x,
                 double    y)
{
  RgmPlan *plan = self->plan;
  double width = rgm_plan_node_width (plan, node), height = RGM_NODE_HEIGHT * plan->t, right = x + width, rows;
  guint at = 0;
  RgmBunch *bunch;

  place_node (self, node, x + width / 2, y);
  rgm_plan_side_of (plan, node, FALSE, TRUE, &rows);
  while ((bunch = rgm_plan_find_bunch (plan, node, FALSE, TRUE, &at)) != NULL)
    {
      double list = rows * plan->a * RGM_AGENT_ROW, left = x + width + 0.6 * plan->t;

      if (plan->detail == RGM_DETAIL_NARROW)
        {
          rgm_plan_place_bunch (plan, bunch, x, y + height + 0.4 * plan->t);
          right = MAX (right, x + bunch->width);
          continue;
        }
      rgm_plan_place_bunch (plan, bunch, left, list < height ? y + (height - list) / 2 : y);
      right = MAX (right, left + bunch->width);
    }

  return right;
}

/* Places the side nodes of a zone: in a column, or in a row that starts at @x. */
static void
place_side (Plotting       *self,
            RgmDiagramZone  zone,
            double          x,
            double          top)
{
  RgmPlan *plan = self->plan;
  const RgmDiagram *diagram = plan->diagram;
  double y = top + 1.9 * plan->a;

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      double right;

      if (plan->places[i] != RGM_PLACE_SIDE || rgm_diagram_node (diagram, i)->zone != zone)
        continue;

      right = place_side_node (self, i, x, y);
      if (plan->detail == RGM_DETAIL_NARROW)
        x = right + 1.6 * plan->t;
      else
        y += rgm_plan_side_item_height (self, i) + 1.3 * plan->t;
    }
}

/* Where the side nodes begin in the cytoplasm of a narrow drawing: midway between the lines of the last two lanes. */
static double
between_lanes (Plotting *self)
{
  const RgmDiagram *diagram = self->plan->diagram;
  guint n = self->lanes->len;

  for (guint i = 0; i < diagram->nodes->len && n >= 2; i++)
    if (self->plan->places[i] == RGM_PLACE_SIDE && rgm_diagram_node (diagram, i)->zone == RGM_ZONE_CYTOPLASM)
      return (g_array_index (self->lanes, Column, n - 2).middle + g_array_index (self->lanes, Column, n - 1).middle -
              rgm_plan_node_width (self->plan, i)) / 2;

  return 0;
}

static double
right_of_pairs (Plotting *self)
{
  double right = self->plan->main_right;

  for (guint i = 0; i < self->receptors->len; i++)
    {
      const Column *column = &g_array_index (self->receptors, Column, i);

      if (!rgm_diagram_in_pair (self->plan->diagram, column->node))
        return MIN (right, column->middle - 1.2 * self->plan->t);
    }

  return right;
}

static void
place (Plotting *self)
{
  RgmPlan *plan = self->plan;
  double node = RGM_NODE_HEIGHT * plan->t, outside = rgm_plan_outside_height (self), inside = rgm_plan_inside_height (self), y;

  plan->membrane[0] = outside;
  plan->membrane[1] = outside + MEMBRANE * plan->t;
  plan->envelope = plan->membrane[1] + inside;

  spread_columns (self->receptors, plan->main_left, plan->main_right - plan->main_left);
  spread_lanes (self->lanes, plan->main_left, plan->main_right - plan->main_left, plan->t);

  place_receptors (self, outside);
  place_above (self, outside - self->outer_height - rgm_plan_gap (self, GAP_LIGAND));

  y = plan->membrane[1] + rgm_plan_gap (self, GAP_KINASE) + self->inner_height + rgm_plan_gap (self, GAP_PAIRS);
  place_pairs (self, y, right_of_pairs (self));
  y += node + rgm_plan_gap (self, GAP_HUB);
  place_row (self, RGM_DIAGRAM_HUB, RGM_ZONE_CYTOPLASM, y);
  y += node;
  plan->lane_title_y = y + (rgm_plan_gap (self, GAP_LANES) + LANE_NAME * plan->t) / 2 - 0.1 * plan->t;
  place_lanes (self, y + rgm_plan_gap (self, GAP_LANES) + LANE_NAME * plan->t);

  y = plan->envelope + rgm_plan_gap (self, GAP_NUCLEUS);
  place_row (self, RGM_DIAGRAM_HUB, RGM_ZONE_NUCLEUS, y);
  place_row (self, RGM_DIAGRAM_END, RGM_ZONE_NUCLEUS, y + node + rgm_plan_gap (self, GAP_ENDS));

  place_side (self, RGM_ZONE_OUTSIDE, 0, 0);
  if (plan->detail == RGM_DETAIL_NARROW)
    {
      place_side (self, RGM_ZONE_CYTOPLASM, between_lanes (self), plan->envelope - rgm_plan_side_row (self, RGM_ZONE_CYTOPLASM));
      place_side (self, RGM_ZONE_NUCLEUS, 0, y + 2 * node + rgm_plan_gap (self, GAP_ENDS) + 0.4 * plan->t - 0.9 * plan->a);
    }
  else
    {
      place_side (self, RGM_ZONE_CYTOPLASM, 0, plan->membrane[1]);
      place_side (self, RGM_ZONE_NUCLEUS, 0, plan->envelope);
    }
}

/*< private >
 * rgm_plan_new:
 * @diagram: what to lay out; must live as long as the plan
 * @measure: what measures the texts
 * @t: the type size in nodes
 * @floor: the size below which no type may fall
 * @detail: how much is drawn
 * @width: of the drawing, or 0 for the minimum
 * @height: of the drawing, or 0 for a comfortable height; without @width, for the minimum
 *
 * Returns: (transfer full): the positions of everything
 */
RgmPlan *
rgm_plan_new (const RgmDiagram *diagram,
              RgmTextMeasure   *measure,
              double            t,
              double            floor,
              RgmDetail         detail,
              double            width,
              double            height)
{
  RgmPlan *self = g_new0 (RgmPlan, 1);
  guint n = diagram->nodes->len;
  Plotting plotting = { .plan = self, .flex = 1 };

  self->diagram = diagram;
  self->measure = g_object_ref (measure);
  self->t = t;
  self->a = MAX (t * AGENT_TYPE, floor);
  self->detail = detail;
  self->body = g_new0 (RgmRect, n + 1);
  self->outer = g_new0 (RgmRect, n + 1);
  self->spots = g_new0 (RgmSpot, diagram->agents->len + 1);
  self->badges = g_new0 (RgmRect, diagram->badges->len + 1);
  self->bunches = g_array_new (FALSE, FALSE, sizeof (RgmBunch));
  self->order = g_new0 (guint, diagram->agents->len + 1);
  plotting.receptors = g_array_new (FALSE, FALSE, sizeof (Column));
  plotting.lanes = g_array_new (FALSE, FALSE, sizeof (Column));

  rgm_plan_measure (&plotting, width, height);
  place (&plotting);

  g_array_unref (plotting.receptors);
  g_array_unref (plotting.lanes);

  return self;
}

static void
grouping_clear (RgmGrouping *self)
{
  g_free (self->starts);
  g_free (self->members);
}

void
rgm_plan_free (RgmPlan *self)
{
  g_object_unref (self->measure);
  g_free (self->body);
  g_free (self->outer);
  g_free (self->spots);
  g_free (self->badges);
  g_array_unref (self->bunches);
  grouping_clear (&self->attached);
  grouping_clear (&self->in_lane);
  grouping_clear (&self->bunches_at);
  grouping_clear (&self->badges_at);
  g_free (self->places);
  g_free (self->order);
  g_free (self);
}
