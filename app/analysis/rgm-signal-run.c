/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-signal-run.h"

#include <string.h>

/*< private >
 * rgm_graph_new:
 * @pathway: a pathway; must live as long as the graph
 *
 * Returns: (transfer full): the pathway, prepared for running
 */
RgmGraph *
rgm_graph_new (RgmPathway *pathway)
{
  RgmGraph *self = g_new0 (RgmGraph, 1);
  GPtrArray *edges = pathway->edges;

  self->pathway = pathway;
  self->n_nodes = pathway->nodes->len;
  self->n_links = edges->len;
  self->links = g_new0 (RgmLink, self->n_links);
  self->link_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->inputs = g_new0 (GArray *, self->n_nodes);
  self->outputs = g_new0 (GArray *, self->n_nodes);
  self->has_pairs = g_new0 (gboolean, self->n_nodes);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      self->inputs[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->outputs[i] = g_array_new (FALSE, FALSE, sizeof (guint));
    }

  for (guint i = 0; i < self->n_links; i++)
    {
      RgmLink *link = &self->links[i];

      link->edge = g_ptr_array_index (edges, i);
      g_hash_table_insert (self->link_by_id, (gpointer) link->edge->id, GUINT_TO_POINTER (i));
      rgm_pathway_find_node (pathway, link->edge->from, &link->from);
      rgm_pathway_find_node (pathway, link->edge->to, &link->to);
      g_array_append_val (self->outputs[link->from], i);
      g_array_append_val (self->inputs[link->to], i);
      if (link->edge->kind == RGM_EDGE_DIMERISES)
        self->has_pairs[link->from] = TRUE;
    }

  return self;
}

void
rgm_graph_free (RgmGraph *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      g_array_unref (self->inputs[i]);
      g_array_unref (self->outputs[i]);
    }
  g_free (self->inputs);
  g_free (self->outputs);
  g_hash_table_unref (self->link_by_id);
  g_free (self->links);
  g_free (self->has_pairs);
  g_free (self);
}

static const RgmPathwayNode *
get_node (const RgmRun *self,
          guint         node)
{
  return g_ptr_array_index (self->graph->pathway->nodes, node);
}

/* Whether @change is one of @kind to the node, and is not left out. */
static gboolean
applies (const RgmRun    *self,
         const RgmChange *change,
         guint            node,
         RgmChangeKind    kind)
{
  return change->kind == kind && g_str_equal (change->node, get_node (self, node)->id) &&
         !(self->given->no_bypass && change->bypass);
}

/* Whether an agent switches a node off, or takes away what an alteration does where one is given. */
static gboolean
is_inhibited (const RgmRun *self,
              guint         node,
              const char   *alteration)
{
  const char *id = get_node (self, node)->id;

  if (self->given->stopped[node] != NULL)
    return TRUE;

  for (guint i = 0; i < self->given->actions->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (self->given->actions, i);

      if (action->kind == RGM_ACTION_INHIBITS && g_str_equal (action->node, id) &&
          (action->only == NULL || g_strcmp0 (action->only, alteration) == 0))
        return TRUE;
    }

  return FALSE;
}

/* Whether a pair may form, and whether its kinases can work once it has (rule 3). */
static void
look_at_halves (const RgmRun *self,
                guint         node,
                gboolean     *forms,
                gboolean     *works)
{
  GArray *inputs = self->graph->inputs[node];
  gboolean has_kinase = FALSE;

  *forms = TRUE;
  *works = TRUE;

  for (guint i = 0; i < inputs->len; i++)
    {
      guint index = g_array_index (inputs, guint, i);
      const RgmLink *link = &self->graph->links[index];

      if (link->edge->kind != RGM_EDGE_DIMERISES)
        continue;

      *forms = *forms && !self->cut[index];
      *works = *works && !is_inhibited (self, link->from, NULL);
      has_kinase = has_kinase || get_node (self, link->from)->kinase;
    }

  *works = *works && has_kinase;
}

/* Whether an inhibiting edge, other than those that @along overcomes, holds the node back
 * (rule 5). @holding says which nodes are taken for on in this. */
static gboolean
is_held (const RgmRun         *self,
         guint                 node,
         const RgmPathwayEdge *along,
         const gboolean       *holding)
{
  GArray *inputs = self->graph->inputs[node];

  for (guint i = 0; i < inputs->len; i++)
    {
      guint index = g_array_index (inputs, guint, i);
      const RgmLink *link = &self->graph->links[index];

      if (link->edge->kind == RGM_EDGE_INHIBITS && !self->cut[index] && holding[link->from] &&
          (along == NULL || !g_strv_contains ((const char *const *) along->overcomes, link->edge->id)))
        return TRUE;
    }

  return FALSE;
}

/* The first alteration that switches the node on by what no agent takes away. */
static const RgmAlteration *
find_activating (const RgmRun *self,
                 guint         node,
                 gboolean      forms)
{
  GPtrArray *alterations = self->given->alterations;

  for (guint i = 0; i < alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (alterations, i);

      for (guint j = 0; j < alteration->changes->len; j++)
        {
          const RgmChange *change = g_ptr_array_index (alteration->changes, j);

          if (applies (self, change, node, RGM_CHANGE_ACTIVATES) && (forms || change->resists) &&
              !is_inhibited (self, node, alteration->id))
            return alteration;
        }
    }

  return NULL;
}

/* Whether at most one of the given agents acts at the halves of the pair. */
static gboolean
has_single_agent (const RgmRun *self,
                  guint         node)
{
  GArray *inputs = self->graph->inputs[node];
  const char *agent = NULL;

  for (guint i = 0; i < inputs->len; i++)
    {
      const RgmLink *link = &self->graph->links[g_array_index (inputs, guint, i)];

      for (guint j = 0; link->edge->kind == RGM_EDGE_DIMERISES && j < self->given->actions->len; j++)
        {
          const RgmAction *action = g_ptr_array_index (self->given->actions, j);

          if (!g_str_equal (action->node, get_node (self, link->from)->id))
            continue;
          if (agent != NULL && !g_str_equal (agent, action->agent))
            return FALSE;
          agent = action->agent;
        }
    }

  return TRUE;
}

/* An alteration that only several agents together can stop, where there is but one. */
static const RgmAlteration *
find_unstopped (const RgmRun *self,
                guint         node)
{
  GPtrArray *alterations = self->given->alterations;

  if (!has_single_agent (self, node))
    return NULL;

  for (guint i = 0; i < alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (alterations, i);

      for (guint j = 0; j < alteration->changes->len; j++)
        {
          const RgmChange *change = g_ptr_array_index (alteration->changes, j);

          if (change->needs_combination && applies (self, change, node, RGM_CHANGE_ACTIVATES))
            return alteration;
        }
    }

  return NULL;
}

static gboolean
is_silenced (const RgmRun *self,
             guint         node)
{
  GPtrArray *alterations = self->given->alterations;

  for (guint i = 0; i < alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (alterations, i);

      for (guint j = 0; j < alteration->changes->len; j++)
        if (applies (self, g_ptr_array_index (alteration->changes, j), node, RGM_CHANGE_SILENCES))
          return TRUE;
    }

  return FALSE;
}

/* A reason that needs no other node. */
static gboolean
find_own_reason (const RgmRun   *self,
                 guint           node,
                 const gboolean *holding,
                 gboolean        forms,
                 RgmSignalReason      *reason)
{
  const RgmPathwayNode *this = get_node (self, node);
  GPtrArray *conditions = self->given->conditions;
  const RgmAlteration *alteration = find_activating (self, node, forms);

  if (alteration != NULL)
    {
      *reason = (RgmSignalReason) { RGM_SIGNAL_REASON_ALTERATION, alteration->id, 0 };
      return TRUE;
    }

  if (self->given->called[node] != NULL)
    {
      *reason = (RgmSignalReason) { RGM_SIGNAL_REASON_AGENT, self->given->called[node], 0 };
      return TRUE;
    }

  if (is_held (self, node, NULL, holding))
    return FALSE;

  for (guint i = 0; i < conditions->len; i++)
    {
      const RgmCondition *condition = g_ptr_array_index (conditions, i);

      if (g_str_equal (condition->node, this->id))
        {
          *reason = (RgmSignalReason) { RGM_SIGNAL_REASON_CONDITION, condition->id, 0 };
          return TRUE;
        }
    }

  *reason = (RgmSignalReason) { RGM_SIGNAL_REASON_BASAL, NULL, 0 };

  return this->basal;
}

/* Whether the node is driven, as things stand before this round. */
static gboolean
find_reason (const RgmRun   *self,
             guint           node,
             const gboolean *holding,
             RgmSignalReason      *reason)
{
  GArray *inputs = self->graph->inputs[node];
  gboolean forms = TRUE, works = TRUE;
  gboolean is_pair = get_node (self, node)->kind == RGM_NODE_DIMER;

  if (is_pair)
    {
      const RgmAlteration *unstopped = find_unstopped (self, node);

      if (unstopped != NULL)
        {
          *reason = (RgmSignalReason) { RGM_SIGNAL_REASON_ALTERATION, unstopped->id, 0 };
          return TRUE;
        }
      look_at_halves (self, node, &forms, &works);
    }
  if (!works || is_inhibited (self, node, NULL))
    return FALSE;

  if (find_own_reason (self, node, holding, forms, reason))
    return TRUE;
  if (!forms || is_silenced (self, node))
    return FALSE;

  for (guint i = 0; i < inputs->len; i++)
    {
      guint index = g_array_index (inputs, guint, i);
      const RgmLink *link = &self->graph->links[index];
      RgmEdgeKind kind = link->edge->kind;
      gboolean comes = kind == RGM_EDGE_DIMERISES ? self->driven[link->from] : kind != RGM_EDGE_INHIBITS && self->active[link->from];

      if (!comes || self->cut[index] || is_held (self, node, link->edge, holding))
        continue;

      *reason = (RgmSignalReason) { kind == RGM_EDGE_DIMERISES ? RGM_SIGNAL_REASON_HALF : RGM_SIGNAL_REASON_EDGE, NULL, link->from };
      return TRUE;
    }

  return FALSE;
}

static void
switch_on (RgmRun *self,
           guint   node,
           guint   round)
{
  if (self->active[node])
    return;

  self->active[node] = TRUE;
  self->round[node] = round;
}

/* Rule 4: the halves of a pair that has come on are on. */
static void
switch_halves_on (RgmRun *self,
                  guint   pair,
                  guint   round,
                  GArray *changed)
{
  GArray *inputs = self->graph->inputs[pair];

  for (guint i = 0; i < inputs->len; i++)
    {
      const RgmLink *link = &self->graph->links[g_array_index (inputs, guint, i)];

      if (link->edge->kind == RGM_EDGE_DIMERISES && !self->active[link->from])
        {
          switch_on (self, link->from, round);
          g_array_append_val (changed, link->from);
        }
    }
}

/* The nodes that what has changed can switch on, each once. */
static void
find_next (RgmRun   *self,
           GArray   *changed,
           GArray   *next,
           gboolean *is_next)
{
  g_array_set_size (next, 0);

  for (guint i = 0; i < changed->len; i++)
    {
      GArray *outputs = self->graph->outputs[g_array_index (changed, guint, i)];

      for (guint j = 0; j < outputs->len; j++)
        {
          guint to = self->graph->links[g_array_index (outputs, guint, j)].to;

          if (self->driven[to] || is_next[to])
            continue;
          is_next[to] = TRUE;
          g_array_append_val (next, to);
        }
    }

  for (guint i = 0; i < next->len; i++)
    is_next[g_array_index (next, guint, i)] = FALSE;
}

/* The least fixpoint of the rules, with @holding for the nodes that may hold others back.
 * It goes round by round, and a round sees only what came on before it, so that the
 * reasons that are found are the shortest and the same in every run. */
static void
settle (RgmRun         *self,
        const gboolean *holding)
{
  guint n = self->graph->n_nodes;
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *is_next = g_new0 (gboolean, n);
  g_autofree RgmSignalReason *found = g_new0 (RgmSignalReason, n);

  memset (self->driven, 0, n * sizeof *self->driven);
  memset (self->active, 0, n * sizeof *self->active);
  memset (self->reason, 0, n * sizeof *self->reason);
  memset (self->round, 0, n * sizeof *self->round);

  for (guint i = 0; i < n; i++)
    g_array_append_val (next, i);

  for (guint round = 1; next->len > 0; round++)
    {
      g_array_set_size (changed, 0);

      for (guint i = 0; i < next->len; i++)
        {
          guint node = g_array_index (next, guint, i);

          if (find_reason (self, node, holding, &found[node]))
            g_array_append_val (changed, node);
        }

      for (guint i = 0, length = changed->len; i < length; i++)
        {
          guint node = g_array_index (changed, guint, i);

          self->driven[node] = TRUE;
          self->reason[node] = found[node];
          switch_on (self, node, round);
          if (get_node (self, node)->kind == RGM_NODE_DIMER)
            switch_halves_on (self, node, round, changed);
        }

      find_next (self, changed, next, is_next);
    }
}

static void
cut_links (RgmRun *self)
{
  for (guint i = 0; i < self->given->actions->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (self->given->actions, i);

      if (action->kind != RGM_ACTION_PREVENTS)
        continue;

      for (guint j = 0; j < self->graph->n_links; j++)
        if (g_strv_contains ((const char *const *) action->edges, self->graph->links[j].edge->id))
          self->cut[j] = TRUE;
    }
}

/*< private >
 * rgm_run_new:
 * @graph: a graph; must live as long as the run
 * @given: under what to run it; must live as long as the run
 *
 * Returns: (transfer full): what is on, and why
 */
RgmRun *
rgm_run_new (const RgmGraph *graph,
             const RgmGiven *given)
{
  /* One more than there are, so that none of them is NULL where there are none. */
  RgmRun *self = g_new0 (RgmRun, 1);
  guint n = graph->n_nodes;
  gsize size = n * sizeof (gboolean);
  g_autofree gboolean *least = g_new0 (gboolean, n + 1);
  g_autofree gboolean *most = g_new0 (gboolean, n + 1);

  self->graph = graph;
  self->given = given;
  self->driven = g_new0 (gboolean, n + 1);
  self->active = g_new0 (gboolean, n + 1);
  self->reason = g_new0 (RgmSignalReason, n + 1);
  self->round = g_new0 (guint, n + 1);
  self->cut = g_new0 (gboolean, graph->n_links);
  cut_links (self);

  /* With too little on, too little is held back: the most that can be on. With the most
   * on, the most is held back: the least. The least only grows from turn to turn. */
  for (;;)
    {
      settle (self, least);
      memcpy (most, self->active, size);
      settle (self, most);
      if (memcmp (least, self->active, size) == 0)
        return self;
      memcpy (least, self->active, size);
    }
}

void
rgm_run_free (RgmRun *self)
{
  g_free (self->driven);
  g_free (self->active);
  g_free (self->reason);
  g_free (self->round);
  g_free (self->cut);
  g_free (self);
}
