/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-diagram-private.h"

/* How much larger than b type may get where there is room. */
#define LARGEST_TYPE 2.0

#define WIDE_MARGIN 24.0
#define NARROW_MARGIN 12.0
#define NARROW_WIDTH 640.0

RgmDiagram *
rgm_diagram_new (void)
{
  RgmDiagram *self = g_new0 (RgmDiagram, 1);

  self->strings = g_string_chunk_new (1024);
  self->domains = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->lanes = g_ptr_array_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (RgmDiagramKey));
  self->nodes = g_array_new (FALSE, FALSE, sizeof (RgmDiagramNode));
  self->edges = g_array_new (FALSE, FALSE, sizeof (RgmDiagramEdge));
  self->agents = g_array_new (FALSE, FALSE, sizeof (RgmDiagramAgent));
  self->badges = g_array_new (FALSE, FALSE, sizeof (RgmDiagramBadge));
  self->node_by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
rgm_diagram_free (RgmDiagram *self)
{
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->domains);
  g_ptr_array_unref (self->lanes);
  g_array_unref (self->keys);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_array_unref (self->agents);
  g_array_unref (self->badges);
  g_hash_table_unref (self->node_by_id);
  g_free (self);
}

static const char *
keep (RgmDiagram *self,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

void
rgm_diagram_set_words (RgmDiagram            *self,
                       const RgmDiagramWords *words)
{
  self->words = (RgmDiagramWords) {
    .title = keep (self, words->title),
    .subtitle = keep (self, words->subtitle),
    .summary = keep (self, words->summary),
    .note = keep (self, words->note),
    .caveat = keep (self, words->caveat),
    .sources = keep (self, words->sources),
  };
}

void
rgm_diagram_set_zone_name (RgmDiagram     *self,
                           RgmDiagramZone  zone,
                           const char     *name)
{
  self->zones[zone] = keep (self, name);
}

void
rgm_diagram_add_legend (RgmDiagram *self,
                        RgmSeries   series,
                        const char *label)
{
  const RgmDiagramKey key = { series, FALSE, 0, keep (self, label) };

  g_array_append_val (self->keys, key);
}

void
rgm_diagram_add_state (RgmDiagram      *self,
                       RgmDiagramState  state,
                       const char      *label)
{
  const RgmDiagramKey key = { 0, TRUE, state, keep (self, label) };

  g_array_append_val (self->keys, key);
}

/**
 * rgm_diagram_add_lane:
 * @self: a diagram
 * @name: what it is called
 *
 * Returns: the index of the lane
 */
guint
rgm_diagram_add_lane (RgmDiagram *self,
                      const char *name)
{
  g_ptr_array_add (self->lanes, (gpointer) keep (self, name));

  return self->lanes->len - 1;
}

void
rgm_diagram_add_node (RgmDiagram           *self,
                      const RgmDiagramNode *node)
{
  RgmDiagramNode kept = *node;

  g_return_if_fail (!g_hash_table_contains (self->node_by_id, node->id));

  kept.id = keep (self, node->id);
  kept.name = keep (self, node->name);
  kept.sentence = keep (self, node->sentence);
  kept.caption = keep (self, node->caption);
  kept.domains = node->domains != NULL ? g_strdupv (node->domains) : g_new0 (char *, 1);
  g_ptr_array_add (self->domains, kept.domains);

  g_array_append_val (self->nodes, kept);
  g_hash_table_insert (self->node_by_id, (gpointer) kept.id, GUINT_TO_POINTER (self->nodes->len));
}

void
rgm_diagram_add_edge (RgmDiagram           *self,
                      const RgmDiagramEdge *edge)
{
  RgmDiagramEdge kept = *edge;

  g_return_if_fail (g_hash_table_contains (self->node_by_id, edge->from));
  g_return_if_fail (g_hash_table_contains (self->node_by_id, edge->to));

  kept.id = keep (self, edge->id);
  kept.from = keep (self, edge->from);
  kept.to = keep (self, edge->to);
  kept.sentence = keep (self, edge->sentence);
  g_array_append_val (self->edges, kept);
}

void
rgm_diagram_add_agent (RgmDiagram            *self,
                       const RgmDiagramAgent *agent)
{
  RgmDiagramAgent kept = *agent;

  g_return_if_fail (g_hash_table_contains (self->node_by_id, agent->node));

  kept.id = keep (self, agent->id);
  kept.target = keep (self, agent->target);
  kept.name = keep (self, agent->name);
  kept.sentence = keep (self, agent->sentence);
  kept.node = keep (self, agent->node);
  kept.domain = keep (self, agent->domain);
  kept.carried_to = keep (self, agent->carried_to);
  g_array_append_val (self->agents, kept);
}

/**
 * rgm_diagram_add_badge:
 * @self: a diagram
 * @node: the id of a node
 * @name: what has happened to it
 *
 * Puts a badge on a node.
 */
void
rgm_diagram_add_badge (RgmDiagram *self,
                       const char *node,
                       const char *name)
{
  RgmDiagramBadge badge = { 0, keep (self, name) };

  g_return_if_fail (g_hash_table_contains (self->node_by_id, node));

  rgm_diagram_find (self, node, &badge.node);
  g_array_append_val (self->badges, badge);
}

gboolean
rgm_diagram_find (const RgmDiagram *self,
                  const char       *id,
                  guint            *index)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->node_by_id, id));

  if (found > 0)
    *index = found - 1;

  return found > 0;
}

/* Whether a receptor is a half of a pair. */
gboolean
rgm_diagram_in_pair (const RgmDiagram *self,
                     guint             receptor)
{
  const char *id = rgm_diagram_node (self, receptor)->id;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const RgmDiagramEdge *edge = &g_array_index (self->edges, RgmDiagramEdge, i);
      guint to;

      if (g_str_equal (edge->from, id) && rgm_diagram_find (self, edge->to, &to) &&
          rgm_diagram_node (self, to)->shape == RGM_DIAGRAM_PAIR)
        return TRUE;
    }

  return FALSE;
}

/* ── Layout ──────────────────────────────────────────────────────────────────── */

/* The largest type with which the drawing is within @width and @height (0: any), to a
 * twentieth of a point, or 0 if it isn't even with the smallest. */
static double
find_type (const RgmDiagram       *self,
           const RgmDiagramLayout *layout,
           RgmDetail               detail,
           double                  width,
           double                  height)
{
  double least = layout->floor;
  double most = MAX (least, height > 0 ? layout->base * LARGEST_TYPE : layout->base);
  double found = 0;

  while (most - least > 0.05 || found == 0)
    {
      double t = found == 0 ? least : (least + most) / 2;
      g_autoptr (RgmPlan) plan = rgm_plan_new (self, layout->measure, t, layout->floor, detail, 0, 0);
      gboolean fits = plan->width <= width && (height <= 0 || plan->height <= height);

      if (!fits && found == 0)
        return 0;
      if (fits)
        found = least = t;
      else
        most = t;
    }

  return found;
}

/* Where height is what lacks, the smallest type that there may be: the scene grows. Where it
 * is width, the drawing is scaled to it, as a map is: it has to be seen whole before it can
 * be looked at closely. */
static double
find_narrow_type (const RgmDiagram       *self,
                  const RgmDiagramLayout *layout,
                  double                  width,
                  RgmDetail              *detail)
{
  for (*detail = RGM_DETAIL_NAMES; ; (*detail)++)
    {
      g_autoptr (RgmPlan) plan = rgm_plan_new (self, layout->measure, layout->floor, layout->floor, *detail, 0, 0);

      if (plan->width <= width || *detail == RGM_DETAIL_NARROW)
        return layout->floor * MIN (1, width / plan->width);
    }
}

/**
 * rgm_diagram_lay_out:
 * @self: a diagram
 * @layout: how
 *
 * Lays it out. The drawing gets as large as it can; the words keep their size, and get
 * smaller only where the drawing would not fit otherwise. Only in a scene that is too narrow
 * for any of this does type in the drawing fall below the floor.
 *
 * Returns: (transfer full): a scene
 */
RgmScene *
rgm_diagram_lay_out (const RgmDiagram       *self,
                     const RgmDiagramLayout *layout)
{
  double margin = layout->width < NARROW_WIDTH ? NARROW_MARGIN : WIDE_MARGIN;
  double width = layout->width - 2 * margin;
  double b = MAX (layout->base, layout->floor);
  double head = 0, foot = 0, room = 0, t = 0;
  RgmDetail detail = RGM_DETAIL_NAMES;
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (layout->measure, layout->width, layout->direction);
  g_autoptr (RgmPlan) plan = NULL;

  /* First names are kept and the words get smaller, then names are given up, then height. */
  for (guint try = 0; try < 6 && t == 0; try++)
    {
      detail = (RgmDetail) (try / 2);
      b = try % 2 == 0 ? MAX (layout->base, layout->floor) : MAX (layout->base * 0.75, layout->floor);
      head = rgm_diagram_head (self, layout, b, margin, NULL);
      foot = rgm_diagram_foot (self, layout, b, margin, 0, NULL);
      room = layout->height > 0 ? MAX (layout->height - head - foot, 1) : 0;
      t = find_type (self, layout, detail, width, room);
    }
  if (t == 0)
    t = find_narrow_type (self, layout, width, &detail);

  plan = rgm_plan_new (self, layout->measure, t, MIN (layout->floor, t), detail, width, room);
  rgm_scene_builder_set_title (builder, self->words.title, self->words.summary);
  rgm_diagram_head (self, layout, b, margin, builder);
  rgm_diagram_draw (plan, builder, margin + MAX ((width - plan->width) / 2, 0), head);
  rgm_diagram_foot (self, layout, b, margin, head + plan->height, builder);

  return rgm_scene_builder_finish (builder, MAX (head + plan->height + foot, layout->height));
}
