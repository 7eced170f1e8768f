/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-diagram-private.h"

#include <math.h>

/* How far type may grow beyond b if there is space, and how far the frame's texts may shrink if there is little. */
#define MAX_TYPE 2.0
#define SMALL_BASE 0.75

/* Type in the drawing is a multiple of this, in points: a power of two, so that multiples are exact. */
#define TYPE_STEP 0.0625

/* How the frame makes room for the drawing: first with its gaps, then with its type. */
static const struct
{
  double base;  /* in b */
  double gap;
} frames[] = { { 1, RGM_FRAME_GAP }, { 1, RGM_FRAME_SMALL_GAP }, { SMALL_BASE, RGM_FRAME_SMALL_GAP } };

/* A state's key in the legend, relative to the type size, with room for its second outline. */
#define KEY_WIDTH 1.1
#define KEY_HEIGHT 0.75
#define KEY_RING 1.4

RgmDiagram *
rgm_diagram_new (void)
{
  RgmDiagram *self = g_new0 (RgmDiagram, 1);

  self->strings = g_string_chunk_new (1024);
  self->domains = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->lanes = g_ptr_array_new ();
  self->nodes = g_array_new (FALSE, FALSE, sizeof (RgmDiagramNode));
  self->edges = g_array_new (FALSE, FALSE, sizeof (RgmDiagramEdge));
  self->leaving = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->entering = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
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
  rgm_frame_clear (&self->frame);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_ptr_array_unref (self->leaving);
  g_ptr_array_unref (self->entering);
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
rgm_diagram_set_frame (RgmDiagram     *self,
                       const RgmFrame *frame)
{
  rgm_frame_copy (&self->frame, frame);
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
  rgm_frame_add_key (&self->frame, &(RgmLegendKey) { .label = label, .key = series });
}

static void
draw_state (RgmSceneBuilder *builder,
            guint            state,
            double           x,
            double           y,
            double           size)
{
  const RgmRect pill = {
    x - size * KEY_WIDTH / 2, y - size * KEY_HEIGHT / 2, size * KEY_WIDTH, size * KEY_HEIGHT,
  };

  rgm_diagram_draw_pill (builder, &pill, pill.height / 2, (RgmDiagramState) state, size);
}

void
rgm_diagram_add_state (RgmDiagram      *self,
                       RgmDiagramState  state,
                       const char      *label)
{
  rgm_frame_add_key (&self->frame, &(RgmLegendKey) { .label = label, .draw = draw_state, .key = state });
}

static void
draw_textbook (RgmSceneBuilder *builder,
               guint            key,
               double           x,
               double           y,
               double           size)
{
  rgm_diagram_draw_ring (builder, x, y, size * KEY_RING);
}

/**
 * rgm_diagram_add_textbook:
 * @self: a diagram
 * @label: what its rings mean
 *
 * Adds the ring to the legend.
 */
void
rgm_diagram_add_textbook (RgmDiagram *self,
                          const char *label)
{
  rgm_frame_add_key (&self->frame, &(RgmLegendKey) { .label = label, .draw = draw_textbook });
}

/**
 * rgm_diagram_add_lane:
 * @self: a diagram
 * @name: its name
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
  g_ptr_array_add (self->leaving, g_array_new (FALSE, FALSE, sizeof (guint)));
  g_ptr_array_add (self->entering, g_array_new (FALSE, FALSE, sizeof (guint)));
  g_hash_table_insert (self->node_by_id, (gpointer) kept.id, GUINT_TO_POINTER (self->nodes->len));
}

void
rgm_diagram_add_edge (RgmDiagram           *self,
                      const RgmDiagramEdge *edge)
{
  RgmDiagramEdge kept = *edge;
  guint index = self->edges->len;
  guint from, to;

  g_return_if_fail (g_hash_table_contains (self->node_by_id, edge->from));
  g_return_if_fail (g_hash_table_contains (self->node_by_id, edge->to));

  kept.id = keep (self, edge->id);
  kept.from = keep (self, edge->from);
  kept.to = keep (self, edge->to);
  kept.sentence = keep (self, edge->sentence);
  g_array_append_val (self->edges, kept);
  if (rgm_diagram_find (self, kept.from, &from))
    g_array_append_val ((GArray *) g_ptr_array_index (self->leaving, from), index);
  if (rgm_diagram_find (self, kept.to, &to))
    g_array_append_val ((GArray *) g_ptr_array_index (self->entering, to), index);
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
 * @name: the alteration
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

/* Whether a receptor is half of a pair. */
gboolean
rgm_diagram_in_pair (const RgmDiagram *self,
                     guint             receptor)
{
  const GArray *leaving = g_ptr_array_index (self->leaving, receptor);

  for (guint i = 0; i < leaving->len; i++)
    {
      const RgmDiagramEdge *edge = &g_array_index (self->edges, RgmDiagramEdge, g_array_index (leaving, guint, i));
      guint to;

      if (rgm_diagram_find (self, edge->to, &to) && rgm_diagram_node (self, to)->shape == RGM_DIAGRAM_PAIR)
        return TRUE;
    }

  return FALSE;
}

/* ── Layout ──────────────────────────────────────────────────────────────────── */

/* Whether the drawing fits with type of this size. */
static gboolean
fits_at (const RgmDiagram *self,
         const RgmLayout  *layout,
         RgmDetail         detail,
         double            type,
         double            width,
         double            height)
{
  g_autoptr (RgmPlan) plan = rgm_plan_new (self, layout->measure, type, layout->floor, detail, 0, 0);

  return plan->width <= width && (height <= 0 || plan->height <= height);
}

/* The largest type size with which the drawing fits into @width and @height (0: any): a multiple of TYPE_STEP or, where only the
   floor itself fits, the floor; 0 if even that doesn't fit. Sizes are steps of one scale, so that a screen and a file, whose
   floors differ, set the same drawing in the same type. */
static double
find_type (const RgmDiagram *self,
           const RgmLayout  *layout,
           RgmDetail         detail,
           double            width,
           double            height)
{
  int fits = (int) floor (layout->floor / TYPE_STEP);
  int exceeds = (int) floor (MAX (layout->floor, height > 0 ? layout->base * MAX_TYPE : layout->base) / TYPE_STEP) + 1;

  if (!fits_at (self, layout, detail, layout->floor, width, height))
    return 0;

  while (exceeds - fits > 1)
    {
      int step = fits + (exceeds - fits) / 2;

      if (fits_at (self, layout, detail, step * TYPE_STEP, width, height))
        fits = step;
      else
        exceeds = step;
    }

  return MAX (layout->floor, fits * TYPE_STEP);
}

/* If height is short, type stays at its minimum and the scene grows. If width is short, the drawing is scaled down like a map: it
   must be visible as a whole before it can be studied closely. */
static double
find_narrow_type (const RgmDiagram       *self,
                  const RgmLayout *layout,
                  double                  width,
                  RgmDetail              *detail)
{
  for (*detail = RGM_DETAIL_NAMES;; (*detail)++)
    {
      g_autoptr (RgmPlan) plan = rgm_plan_new (self, layout->measure, layout->floor, layout->floor, *detail, 0, 0);

      if (plan->width <= width || *detail == RGM_DETAIL_NARROW)
        return layout->floor * MIN (1, width / plan->width);
    }
}

static void
plan_frame (const RgmDiagram *self,
            const RgmLayout  *layout,
            guint             attempt,
            RgmFramePlan     *frame)
{
  RgmTypeSizes sizes;

  rgm_type_sizes_init (&sizes, layout->base * frames[attempt].base, layout->floor);
  sizes.gap = frames[attempt].gap;
  rgm_frame_plan_init (frame, &self->frame, layout, &sizes);
}

/**
 * rgm_diagram_lay_out:
 * @self: a diagram
 * @layout: the layout; a diagram has one page
 *
 * Lays the diagram out. The drawing becomes as large as it can; the frame's texts keep their size unless the drawing would not fit
 * otherwise. Only in a scene too narrow for all of this does type in the drawing fall below the floor.
 *
 * Returns: (transfer full): a scene
 */
RgmScene *
rgm_diagram_lay_out (const RgmDiagram *self,
                     const RgmLayout  *layout)
{
  double margin = rgm_frame_get_margin (layout);
  double width = layout->width - 2 * margin;
  double height = 0, t = 0;
  RgmDetail detail = RGM_DETAIL_NAMES;
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (layout->measure, layout->width, layout->direction);
  g_autoptr (RgmPlan) plan = NULL;
  RgmFramePlan frame = { 0 };

  /* First the frame shrinks and names are kept, then names are dropped, then the height is exceeded. */
  for (guint try = 0; try < RGM_N_DETAILS * G_N_ELEMENTS (frames) && t == 0; try++)
    {
      detail = (RgmDetail) (try / G_N_ELEMENTS (frames));
      plan_frame (self, layout, try % G_N_ELEMENTS (frames), &frame);
      height = layout->height > 0 ? MAX (layout->height - frame.head - frame.foot, 1) : 0;
      t = find_type (self, layout, detail, width, height);
    }
  if (t == 0)
    t = find_narrow_type (self, layout, width, &detail);

  plan = rgm_plan_new (self, layout->measure, t, MIN (layout->floor, t), detail, width, height);
  rgm_frame_plan_draw_head (&frame, builder, 0, 1);
  rgm_diagram_draw (plan, builder, margin + MAX ((width - plan->width) / 2, 0), frame.head);
  rgm_frame_plan_draw_foot (&frame, builder, frame.head + plan->height);

  return rgm_scene_builder_finish (builder, MAX (frame.head + plan->height + frame.foot, layout->height));
}
