/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-signal-blame.h"

/* Which agents a node is off because of: it goes through every reason that the node has in
 * the run without agents, and asks what has become of that reason in the run with them. */
typedef struct
{
  const RgmRun *without;
  const RgmRun *with;
  GHashTable   *agents;       /* what is found: ids */
  gboolean     *seen_drive;
  gboolean     *seen;
} Blame;

static void blame_node (Blame *self,
                        guint  node);

static const RgmPathwayNode *
get_node (const Blame *self,
          guint        node)
{
  return g_ptr_array_index (rgm_pathway_get_nodes (self->with->graph->pathway), node);
}

/* Agents that inhibit the node, and with @alteration those that take away what it does. */
static void
blame_inhibitors (Blame      *self,
                  guint       node,
                  const char *alteration)
{
  GPtrArray *actions = self->with->given->actions;
  const char *stopped = self->with->given->stopped[node];

  if (stopped != NULL)
    g_hash_table_add (self->agents, (gpointer) stopped);

  for (guint i = 0; i < actions->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (actions, i);

      if (action->kind == RGM_ACTION_INHIBITS && g_str_equal (action->node, get_node (self, node)->id) &&
          (action->only == NULL || g_strcmp0 (action->only, alteration) == 0))
        g_hash_table_add (self->agents, (gpointer) action->agent);
    }
}

static void
blame_cutters (Blame *self,
               guint  link)
{
  GPtrArray *actions = self->with->given->actions;

  for (guint i = 0; i < actions->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (actions, i);

      if (action->kind == RGM_ACTION_PREVENTS &&
          g_strv_contains ((const char *const *) action->edges, self->with->graph->links[link].edge->id))
        g_hash_table_add (self->agents, (gpointer) action->agent);
    }
}

/* What alterations alone would have switched on. */
static void
blame_for_alterations (Blame    *self,
                       guint     node,
                       gboolean *needs_forming)
{
  GPtrArray *alterations = self->with->given->alterations;

  for (guint i = 0; i < alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (alterations, i);

      for (guint j = 0; j < alteration->changes->len; j++)
        {
          const RgmChange *change = g_ptr_array_index (alteration->changes, j);

          if (change->kind != RGM_CHANGE_ACTIVATES || !g_str_equal (change->node, get_node (self, node)->id))
            continue;
          blame_inhibitors (self, node, alteration->id);
          *needs_forming = *needs_forming || !change->resists;
        }
    }
}

/* Why rules 1 to 3 don't switch the node on any more. */
static void
blame_drive (Blame *self,
             guint  node)
{
  const RgmGraph *graph = self->with->graph;
  GArray *inputs = graph->inputs[node];
  gboolean needs_forming = FALSE;

  if (self->seen_drive[node] || self->with->driven[node] || !self->without->driven[node])
    return;
  self->seen_drive[node] = TRUE;

  blame_inhibitors (self, node, NULL);
  blame_for_alterations (self, node, &needs_forming);

  for (guint i = 0; i < inputs->len; i++)
    {
      const RgmLink *link = &graph->links[g_array_index (inputs, guint, i)];

      if (link->edge->kind == RGM_EDGE_DIMERISES && self->without->driven[link->from])
        {
          blame_drive (self, link->from);
          needs_forming = TRUE;
        }
    }

  for (guint i = 0; i < inputs->len; i++)
    {
      guint index = g_array_index (inputs, guint, i);
      const RgmLink *link = &graph->links[index];

      if (link->edge->kind == RGM_EDGE_DIMERISES)
        {
          blame_inhibitors (self, link->from, NULL);
          if (needs_forming)
            blame_cutters (self, index);
        }
      else if (link->edge->kind != RGM_EDGE_INHIBITS && self->without->active[link->from])
        {
          blame_cutters (self, index);
          blame_node (self, link->from);
        }
    }
}

static void
blame_node (Blame *self,
            guint  node)
{
  const RgmGraph *graph = self->with->graph;
  GArray *outputs = graph->outputs[node];

  if (self->seen[node] || self->with->active[node] || !self->without->active[node])
    return;
  self->seen[node] = TRUE;

  blame_inhibitors (self, node, NULL);

  if (!graph->has_pairs[node])
    {
      blame_drive (self, node);
      return;
    }

  for (guint i = 0; i < outputs->len; i++)
    {
      const RgmLink *link = &graph->links[g_array_index (outputs, guint, i)];

      if (link->edge->kind == RGM_EDGE_DIMERISES)
        blame_drive (self, link->to);
    }
}

/*< private >
 * rgm_signal_blame:
 * @without: the run without agents
 * @with: the run with them
 * @node: the index of a node
 * @agents: (array zero-terminated=1): the ids of the agents, in their order
 *
 * Returns: (transfer full) (array zero-terminated=1): those of @agents because of which the
 *   node is off; none where it is on, or would be off without them
 */
char **
rgm_signal_blame (const RgmRun  *without,
                  const RgmRun  *with,
                  guint          node,
                  char         **agents)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GHashTable) to_blame = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *seen = g_new0 (gboolean, with->graph->n_nodes);
  g_autofree gboolean *seen_drive = g_new0 (gboolean, with->graph->n_nodes);
  Blame self = { without, with, to_blame, seen_drive, seen };

  blame_node (&self, node);

  for (guint i = 0; agents[i] != NULL; i++)
    if (g_hash_table_contains (to_blame, agents[i]))
      g_strv_builder_add (found, agents[i]);

  return g_strv_builder_end (found);
}
