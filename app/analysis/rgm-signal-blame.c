/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-signal-blame.h"

/* Finds the agents because of which a node is off: follows every reason that the node has in the run without agents and checks what
   became of it in the run with them. */
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
  return g_ptr_array_index (self->with->graph->pathway->nodes, node);
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

/* Whether alterations alone would have switched it on. */
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

  blame_drive (self, node);

  /* A receptor without a ligand of its own waits for a pair. What keeps it from pairing is
   * to blame, the alterations partner is not. */
  for (guint i = 0; i < outputs->len; i++)
    {
      guint index = g_array_index (outputs, guint, i);
      const RgmLink *link = &graph->links[index];

      if (link->edge->kind == RGM_EDGE_DIMERISES && self->without->active[link->to])
        {
          blame_inhibitors (self, link->to, NULL);
          blame_cutters (self, index);
        }
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
  g_autoptr (GHashTable) to_blame = NULL;
  g_autofree gboolean *seen = NULL;
  g_autofree gboolean *seen_drive = NULL;
  Blame self;

  /* Of most nodes there is nothing to find out. */
  if (with->active[node] || !without->active[node])
    return g_strv_builder_end (found);

  to_blame = g_hash_table_new (g_str_hash, g_str_equal);
  seen = g_new0 (gboolean, with->graph->n_nodes);
  seen_drive = g_new0 (gboolean, with->graph->n_nodes);
  self = (Blame) { without, with, to_blame, seen_drive, seen };

  blame_node (&self, node);

  for (guint i = 0; agents[i] != NULL; i++)
    if (g_hash_table_contains (to_blame, agents[i]))
      g_strv_builder_add (found, agents[i]);

  return g_strv_builder_end (found);
}

static const char *
name_of_node (const RgmRun *run,
              guint         node)
{
  return ((RgmPathwayNode *) g_ptr_array_index (run->graph->pathway->nodes, node))->name;
}

/* The alteration that takes away the node's inputs. */
static const RgmAlteration *
find_silencing (const RgmRun  *run,
                const char    *node,
                const char   **text)
{
  for (guint i = 0; i < run->given->alterations->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (run->given->alterations, i);

      for (guint j = 0; j < alteration->changes->len; j++)
        {
          const RgmChange *change = g_ptr_array_index (alteration->changes, j);

          if (change->kind == RGM_CHANGE_SILENCES && g_str_equal (change->node, node))
            {
              *text = change->text;
              return alteration;
            }
        }
    }

  return NULL;
}

/* The names of the other halves of the receptor's pairs that would be on without agents. */
static char *
name_partners (const RgmRun *untreated,
               const RgmRun *run,
               guint         receptor)
{
  GArray *outputs = run->graph->outputs[receptor];
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < outputs->len; i++)
    {
      guint pair = run->graph->links[g_array_index (outputs, guint, i)].to;
      GArray *halves = run->graph->inputs[pair];

      if (!run->graph->has_pairs[receptor] || !untreated->active[pair])
        continue;
      for (guint j = 0; j < halves->len; j++)
        {
          guint half = run->graph->links[g_array_index (halves, guint, j)].from;

          if (half != receptor && !run->active[half])
            g_ptr_array_add (names, (gpointer) name_of_node (run, half));
        }
    }
  g_ptr_array_add (names, NULL);

  return rgm_join_words ((char **) names->pdata);
}

/*< private >
 * rgm_signal_explain_off:
 * @untreated: the run without agents
 * @run: the run with them
 * @node: the index of a node that is off and that no agent is to blame for
 *
 * Returns: (transfer full): why it is off, as a sentence
 */
char *
rgm_signal_explain_off (const RgmRun *untreated,
                        const RgmRun *run,
                        guint         node)
{
  const RgmPathwayNode *this = g_ptr_array_index (run->graph->pathway->nodes, node);
  const char *text = NULL;
  const RgmAlteration *silencing = find_silencing (run, this->id, &text);
  g_autofree char *partners = NULL;

  if (silencing != NULL)
    /* Translators: an alteration, and a sentence on what it does. */
    return rgm_text_printf (_("%s: %s"), silencing->name, text != NULL ? text : _("It suppresses this node."));
  if (this->kind == RGM_NODE_LIGAND)
    return g_strdup (_("It is absent."));

  partners = name_partners (untreated, run, node);
  if (*partners != '\0')
    /* Translators: %s are names of receptors that a receptor forms dimers with. */
    return rgm_text_printf (_("Its dimer partner is inactive: %s."), partners);
  if (run->graph->has_pairs[node])
    return g_strdup (_("It has neither a ligand nor an active partner."));
  if (this->kind == RGM_NODE_DIMER)
    return g_strdup (_("None of its partners is activated by a ligand or an alteration."));
  if (run->graph->inputs[node]->len == 0)
    return g_strdup (_("Nothing activates it."));

  return g_strdup (_("None of its activators is active."));
}
