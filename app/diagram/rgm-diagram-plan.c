/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-diagram-plan.h"

#include <math.h>

/* The extra width of a node beyond its name and padding, so that the name still fits in another font. */
#define OTHER_FONT 1.06

#define MIN_NODE_WIDTH 3.6  /* in t */

double
rgm_plan_node_width (const RgmPlan *self,
                     guint          node)
{
  const RgmDiagramNode *spec = rgm_diagram_node (self->diagram, node);

  return MAX (rgm_text_measure_get_width (self->measure, spec->name, self->t, RGM_WEIGHT_BOLD) * OTHER_FONT +
              2 * RGM_NODE_PADDING * self->t,
              MIN_NODE_WIDTH * self->t);
}

double
rgm_plan_badge_width (const RgmPlan *self,
                      guint          badge)
{
  const char *name = g_array_index (self->diagram->badges, RgmDiagramBadge, badge).name;

  return rgm_text_measure_get_width (self->measure, name, self->a, RGM_WEIGHT_BOLD) + self->a * 1.4;
}

/* ── What stands in which row ────────────────────────────────────────────────── */

/* The node at the other end of the first edge that leaves @node for one of @shape. */
static gboolean
leads_to (const RgmDiagram *diagram,
          guint             node,
          RgmDiagramShape   shape,
          guint            *to)
{
  const GArray *leaving = g_ptr_array_index (diagram->leaving, node);

  for (guint i = 0; i < leaving->len; i++)
    {
      const RgmDiagramEdge *edge = &g_array_index (diagram->edges, RgmDiagramEdge, g_array_index (leaving, guint, i));

      if (rgm_diagram_find (diagram, edge->to, to) &&
          rgm_diagram_node (diagram, *to)->shape == shape && rgm_diagram_node (diagram, *to)->zone <= RGM_ZONE_CYTOPLASM)
        return TRUE;
    }

  return FALSE;
}

/* Where a node stands, and if that is at another, at which. */
static RgmPlace
find_place (const RgmDiagram *diagram,
            guint             node,
            guint            *at)
{
  const RgmDiagramNode *spec = rgm_diagram_node (diagram, node);

  if (spec->shape != RGM_DIAGRAM_PILL)
    return RGM_PLACE_OWN;
  if (spec->zone == RGM_ZONE_OUTSIDE && leads_to (diagram, node, RGM_DIAGRAM_RECEPTOR, at))
    return RGM_PLACE_LIGAND;
  if (spec->lane >= 0)
    return RGM_PLACE_OWN;
  if (spec->zone == RGM_ZONE_CYTOPLASM && leads_to (diagram, node, RGM_DIAGRAM_PILL, at) && rgm_diagram_node (diagram, *at)->lane >= 0)
    return RGM_PLACE_BESIDE;

  return RGM_PLACE_SIDE;
}

#define NO_OWNER G_MAXUINT

/* Of @n things the one with the index i belongs to the node or lane @owners[i], if to any. */
static void
grouping_init (RgmGrouping *self,
               guint        n_owners,
               const guint *owners,
               guint        n)
{
  guint *starts = g_new0 (guint, n_owners + 2);

  self->members = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    if (owners[i] != NO_OWNER)
      starts[owners[i] + 2]++;
  for (guint i = 2; i < n_owners + 2; i++)
    starts[i] += starts[i - 1];
  /* Each owner's place for its next member is where the following one's members begin once it has all. */
  for (guint i = 0; i < n; i++)
    if (owners[i] != NO_OWNER)
      self->members[starts[owners[i] + 1]++] = i;
  self->starts = starts;
}

const guint *
rgm_plan_members (const RgmGrouping *self,
                  guint              owner,
                  guint             *n)
{
  *n = self->starts[owner + 1] - self->starts[owner];

  return self->members + self->starts[owner];
}

/* What every step of planning asks of each node, found once. */
static void
find_places (RgmPlan *self)
{
  const RgmDiagram *diagram = self->diagram;
  guint n = diagram->nodes->len;
  g_autofree guint *at = g_new (guint, MAX (MAX (n, self->bunches->len), diagram->badges->len) + 1);

  self->places = g_new (RgmPlace, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->places[i] = find_place (diagram, i, &at[i]);
      if (self->places[i] != RGM_PLACE_LIGAND && self->places[i] != RGM_PLACE_BESIDE)
        at[i] = NO_OWNER;
    }
  grouping_init (&self->attached, n, at, n);

  for (guint i = 0; i < n; i++)
    at[i] = rgm_diagram_node (diagram, i)->lane >= 0 ? (guint) rgm_diagram_node (diagram, i)->lane : NO_OWNER;
  grouping_init (&self->in_lane, diagram->lanes->len, at, n);

  for (guint i = 0; i < self->bunches->len; i++)
    at[i] = g_array_index (self->bunches, RgmBunch, i).node;
  grouping_init (&self->bunches_at, n, at, self->bunches->len);

  for (guint i = 0; i < diagram->badges->len; i++)
    at[i] = g_array_index (diagram->badges, RgmDiagramBadge, i).node;
  grouping_init (&self->badges_at, n, at, diagram->badges->len);
}

/* The next of a node's lists on one side, from the one with the number @at on. */
RgmBunch *
rgm_plan_find_bunch (RgmPlan  *plan,
                     guint     node,
                     gboolean  inside,
                     gboolean  rightwards,
                     guint    *at)
{
  guint n;
  const guint *own = rgm_plan_members (&plan->bunches_at, node, &n);

  while (*at < n)
    {
      RgmBunch *bunch = &g_array_index (plan->bunches, RgmBunch, own[(*at)++]);

      if (bunch->inside == inside && bunch->rightwards == rightwards)
        return bunch;
    }

  return NULL;
}

/* The width of the widest bunch on one side of a node, and the total number of rows. */
double
rgm_plan_side_of (RgmPlan  *plan,
                  guint     node,
                  gboolean  inside,
                  gboolean  rightwards,
                  double   *rows)
{
  double width = 0;
  guint at = 0;
  RgmBunch *bunch;

  *rows = 0;
  while ((bunch = rgm_plan_find_bunch (plan, node, inside, rightwards, &at)) != NULL)
    {
      width = MAX (width, bunch->width);
      *rows += bunch->rows + (*rows > 0 ? 0.7 : 0);
    }

  return width;
}

/* ── Measuring ───────────────────────────────────────────────────────────────── */

static void
add_receptor (Plotting *self,
              guint     node)
{
  RgmPlan *plan = self->plan;
  double t = plan->t, row = plan->a * RGM_AGENT_ROW;
  double half = rgm_plan_node_width (plan, node) / 2, badges = 0, rows = 0;
  guint n_ligands, n_badges;
  const guint *ligands = rgm_plan_members (&plan->attached, node, &n_ligands);
  const guint *own_badges = rgm_plan_members (&plan->badges_at, node, &n_badges);
  Column column = { node, half, half, 0 };

  for (guint right = 0; right < 2; right++)
    {
      double *extent = right ? &column.right : &column.left;
      double width = rgm_plan_side_of (plan, node, FALSE, right != 0, &rows);

      if (width > 0)
        *extent = MAX (*extent, t * (LOBE_WIDTH / 2 + LEADER) + width);
      self->outer_height = MAX (self->outer_height, rows * row);

      width = rgm_plan_side_of (plan, node, TRUE, right != 0, &rows);
      if (width > 0)
        *extent = MAX (*extent, half + t * LEADER_INSIDE + width);
      self->inner_height = MAX (self->inner_height, rows * row);
    }

  /* A ligand of several receptors stands between them, if there is room. */
  for (guint i = 0; i < n_ligands; i++)
    {
      guint ligand = ligands[i];
      const GArray *leaving = g_ptr_array_index (plan->diagram->leaving, ligand);

      if (leaving->len > 1)
        continue;
      column.left = MAX (column.left, rgm_plan_node_width (plan, ligand) / 2);
      column.right = MAX (column.right, rgm_plan_node_width (plan, ligand) / 2);
    }
  for (guint i = 0; i < n_badges; i++)
    {
      badges += BADGE_HEIGHT * plan->a + 0.3 * t;
      /* It may overhang a neighbour slightly, since there is nothing between receptors. */
      column.left = MAX (column.left, rgm_plan_badge_width (plan, own_badges[i]) * 0.3);
      column.right = MAX (column.right, rgm_plan_badge_width (plan, own_badges[i]) * 0.3);
    }
  self->top_height = MAX (self->top_height, badges + (n_ligands > 0 ? RGM_NODE_HEIGHT * t : 0));

  g_array_append_val (self->receptors, column);
}

/* Receptors that pair come first, so that the pairs stand below only those. */
static void
measure_receptors (Plotting *self)
{
  const RgmDiagram *diagram = self->plan->diagram;

  self->outer_height = MIN_LOBES * self->plan->t;
  self->inner_height = RGM_NODE_HEIGHT * self->plan->t;
  self->top_height = RGM_NODE_HEIGHT * self->plan->t;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < diagram->nodes->len; i++)
      if (rgm_diagram_node (diagram, i)->shape == RGM_DIAGRAM_RECEPTOR && rgm_diagram_in_pair (diagram, i) == (pass == 0))
        add_receptor (self, i);

  self->pairs_width = 0;
  for (guint i = 0; i < diagram->nodes->len; i++)
    if (rgm_diagram_node (diagram, i)->shape == RGM_DIAGRAM_PAIR)
      self->pairs_width += rgm_plan_node_width (self->plan, i) + 0.6 * self->plan->t;
}

/* How far a lane node and its attachments extend to the left and right of its centre. */
static void
measure_lane_node (Plotting *self,
                   guint     node,
                   Column   *column)
{
  RgmPlan *plan = self->plan;
  double left = rgm_plan_node_width (plan, node) / 2, right = left, rows;
  double list = rgm_plan_side_of (plan, node, FALSE, TRUE, &rows);
  guint n_beside, n_badges;
  const guint *beside = rgm_plan_members (&plan->attached, node, &n_beside);
  const guint *badges = rgm_plan_members (&plan->badges_at, node, &n_badges);

  right += list > 0 ? list + 0.6 * plan->t : 0;

  for (guint i = 0; i < n_beside; i++)
    if (plan->places[beside[i]] == RGM_PLACE_BESIDE)
      right += rgm_plan_node_width (plan, beside[i]) + 1.5 * plan->t;
  for (guint i = 0; i < n_badges; i++)
    left = MAX (left, rgm_plan_node_width (plan, node) / 2 + rgm_plan_badge_width (plan, badges[i]) + 0.5 * plan->t);

  column->left = MAX (column->left, left);
  column->right = MAX (column->right, right);
}

static void
measure_lanes (Plotting *self)
{
  for (guint lane = 0; lane < self->plan->diagram->lanes->len; lane++)
    {
      Column column = { lane, 0, 0, 0 };
      guint n;
      const guint *nodes = rgm_plan_members (&self->plan->in_lane, lane, &n);

      for (guint i = 0; i < n; i++)
        measure_lane_node (self, nodes[i], &column);
      self->lane_rows = MAX (self->lane_rows, n);
      g_array_append_val (self->lanes, column);
    }
}

double
rgm_plan_side_item_height (Plotting *self,
                           guint     node)
{
  RgmPlan *plan = self->plan;
  double rows, caption = rgm_diagram_node (plan->diagram, node)->caption != NULL ? 1.3 * plan->a : 0;

  rgm_plan_side_of (plan, node, FALSE, TRUE, &rows);

  if (plan->detail == RGM_DETAIL_NARROW)
    return RGM_NODE_HEIGHT * plan->t + caption + (rows > 0 ? rows * plan->a * RGM_AGENT_ROW + 0.4 * plan->t : 0);

  return MAX (RGM_NODE_HEIGHT * plan->t + caption, rows * plan->a * RGM_AGENT_ROW);
}

static double
side_height (Plotting       *self,
             RgmDiagramZone  zone)
{
  const RgmDiagram *diagram = self->plan->diagram;
  double height = 1.6 * self->plan->a;

  for (guint i = 0; i < diagram->nodes->len; i++)
    if (self->plan->places[i] == RGM_PLACE_SIDE && rgm_diagram_node (diagram, i)->zone == zone)
      height += rgm_plan_side_item_height (self, i) + 1.3 * self->plan->t;

  return height;
}

/* The height of a zone's name and of the row of nodes below it, if nodes form rows. */
double
rgm_plan_side_row (Plotting       *self,
                   RgmDiagramZone  zone)
{
  const RgmDiagram *diagram = self->plan->diagram;
  double height = 0;

  for (guint i = 0; i < diagram->nodes->len; i++)
    if (self->plan->places[i] == RGM_PLACE_SIDE && rgm_diagram_node (diagram, i)->zone == zone)
      height = MAX (height, rgm_plan_side_item_height (self, i) + self->plan->t);

  return 1.9 * self->plan->a + height;
}

static void
measure_side (Plotting *self)
{
  RgmPlan *plan = self->plan;
  const RgmDiagram *diagram = plan->diagram;

  for (guint zone = 0; zone < RGM_N_ZONES; zone++)
    if (diagram->zones[zone] != NULL)
      self->side_width = MAX (self->side_width,
                              rgm_text_measure_get_width (plan->measure, diagram->zones[zone], plan->a, RGM_WEIGHT_REGULAR));

  for (guint i = 0; i < diagram->nodes->len; i++)
    {
      const RgmDiagramNode *node = rgm_diagram_node (diagram, i);
      double rows, list;

      if (plan->places[i] != RGM_PLACE_SIDE)
        continue;
      list = rgm_plan_side_of (plan, i, FALSE, TRUE, &rows);
      self->side_width = MAX (self->side_width, rgm_plan_node_width (plan, i) + (list > 0 ? list + 0.6 * plan->t : 0));
      if (node->caption != NULL)
        self->side_width = MAX (self->side_width,
                                rgm_text_measure_get_width (plan->measure, node->caption, plan->a, RGM_WEIGHT_REGULAR));
    }
}

double
rgm_plan_sum_columns (GArray *columns,
                      double  gap)
{
  double sum = columns->len > 0 ? gap * (columns->len - 1) : 0;

  for (guint i = 0; i < columns->len; i++)
    sum += g_array_index (columns, Column, i).left + g_array_index (columns, Column, i).right;

  return sum;
}

/* The minimum width of the cell's columns. */
static double
main_width (Plotting *self)
{
  double t = self->plan->t;
  double width = MAX (rgm_plan_sum_columns (self->receptors, COLUMN_GAP * t), rgm_plan_sum_columns (self->lanes, COLUMN_GAP * t));
  double others = 0;

  for (guint i = 0; i < self->receptors->len; i++)
    {
      const Column *column = &g_array_index (self->receptors, Column, i);

      if (!rgm_diagram_in_pair (self->plan->diagram, column->node))
        others += column->left + column->right + COLUMN_GAP * t;
    }

  return MAX (width, self->pairs_width + others);
}

/* ── Heights ─────────────────────────────────────────────────────────────────── */

double
rgm_plan_gap (const Plotting *self,
              double          size)
{
  return size * self->plan->t * self->flex;
}

double
rgm_plan_outside_height (Plotting *self)
{
  double columns = rgm_plan_gap (self, GAP_TOP) + self->top_height + rgm_plan_gap (self, GAP_LIGAND) + self->outer_height;

  if (self->plan->detail == RGM_DETAIL_NARROW)
    return rgm_plan_side_row (self, RGM_ZONE_OUTSIDE) + columns;

  return MAX (columns, side_height (self, RGM_ZONE_OUTSIDE) + 1.8 * self->plan->a);
}

static double
lanes_height (const Plotting *self)
{
  double node = RGM_NODE_HEIGHT * self->plan->t;

  return self->lane_rows > 0 ? self->lane_rows * node + (self->lane_rows - 1) * rgm_plan_gap (self, GAP_LANE) : 0;
}

double
rgm_plan_inside_height (Plotting *self)
{
  double node = RGM_NODE_HEIGHT * self->plan->t;
  double columns = rgm_plan_gap (self, GAP_KINASE + GAP_PAIRS + GAP_HUB + GAP_LANES + GAP_ENVELOPE) + self->inner_height + 2 * node +
                   LANE_NAME * self->plan->t +
                   lanes_height (self);

  /* In a narrow drawing the side nodes stand among the lanes. */
  if (self->plan->detail == RGM_DETAIL_NARROW)
    return columns + rgm_plan_side_row (self, RGM_ZONE_CYTOPLASM) - 1.9 * self->plan->a;

  return MAX (columns, side_height (self, RGM_ZONE_CYTOPLASM));
}

static double
nucleus_height (Plotting *self)
{
  double node = RGM_NODE_HEIGHT * self->plan->t;

  double columns = rgm_plan_gap (self, GAP_NUCLEUS + GAP_ENDS + GAP_BOTTOM) + 2 * node;

  if (self->plan->detail == RGM_DETAIL_NARROW)
    return columns + rgm_plan_side_row (self, RGM_ZONE_NUCLEUS);

  return MAX (columns, side_height (self, RGM_ZONE_NUCLEUS));
}

static double
total_height (Plotting *self)
{
  return rgm_plan_outside_height (self) + MEMBRANE * self->plan->t + rgm_plan_inside_height (self) + nucleus_height (self);
}

/* Gaps, and to some extent lobes, take up any height beyond the minimum. */
static void
stretch (Plotting *self,
         double    height)
{
  double least = MIN_FLEX, most = MAX_FLEX;
  double spare = height - total_height (self);

  if (spare > 0)
    self->outer_height += MIN (spare * 0.25, self->outer_height * 0.5);

  /* Not every gap belongs to the tallest column, so the height isn't linear in the gap. */
  for (guint i = 0; i < 20; i++)
    {
      self->flex = (least + most) / 2;
      *(total_height (self) <= height ? &least : &most) = self->flex;
    }
  self->flex = least;
}

/* Measures everything for a drawing of @width and @height, which are as for rgm_plan_new(). */
void
rgm_plan_measure (Plotting *self,
                  double    width,
                  double    height)
{
  RgmPlan *plan = self->plan;

  rgm_plan_bunch (plan);
  find_places (plan);
  measure_receptors (self);
  measure_lanes (self);
  measure_side (self);

  plan->side_right = plan->detail == RGM_DETAIL_NARROW ? 0 : self->side_width;
  plan->main_left = plan->detail == RGM_DETAIL_NARROW ? 0 : plan->side_right + SIDE_GAP * plan->t;
  plan->width = MAX (plan->main_left + main_width (self), width);
  plan->main_right = plan->width;

  /* Without a height, a width of 0 asks for the minimum height and any other width for a comfortable one. */
  if (height > 0)
    stretch (self, height);
  else if (width == 0)
    self->flex = MIN_FLEX;
  plan->height = total_height (self);
}
