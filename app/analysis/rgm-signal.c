/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-signal-blame.h"
#include "rgm-signal-ids.h"
#include "rgm-signal-run.h"
#include "rgm-signal.h"

struct _RgmSignal
{
  GObject      parent_instance;

  RgmDataSet  *data_set;
  RgmPathway  *pathway;
  char       **agents;
  char       **alterations;
  char       **conditions;
  GPtrArray   *nodes;         /* of RgmSignalNode */
  GPtrArray   *effects;       /* of RgmSignalEffect */
  RgmGraph    *graph;
  RgmGiven     given;
  RgmRun      *run;
};

G_DEFINE_FINAL_TYPE (RgmSignal, rgm_signal, G_TYPE_OBJECT)

static void
rgm_signal_finalize (GObject *object)
{
  RgmSignal *self = RGM_SIGNAL (object);

  g_clear_pointer (&self->run, rgm_run_free);
  g_clear_pointer (&self->given.actions, g_ptr_array_unref);
  g_clear_pointer (&self->given.alterations, g_ptr_array_unref);
  g_clear_pointer (&self->given.conditions, g_ptr_array_unref);
  g_clear_pointer (&self->given.stopped, g_free);
  g_clear_pointer (&self->given.called, g_free);
  g_clear_pointer (&self->graph, rgm_graph_free);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->effects, g_ptr_array_unref);
  g_clear_pointer (&self->agents, g_strfreev);
  g_clear_pointer (&self->alterations, g_strfreev);
  g_clear_pointer (&self->conditions, g_strfreev);
  g_clear_object (&self->data_set);

  G_OBJECT_CLASS (rgm_signal_parent_class)->finalize (object);
}

static void
rgm_signal_class_init (RgmSignalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_signal_finalize;
}

static void
rgm_signal_init (RgmSignal *self)
{
}

static void
signal_node_free (gpointer data)
{
  RgmSignalNode *node = data;

  g_strfreev (node->blocked_by);
  g_strfreev (node->because);
  g_free (node->reason);
  g_strfreev (node->acting);
  g_free (node);
}

static void
signal_effect_free (gpointer data)
{
  RgmSignalEffect *effect = data;

  g_free (effect->because);
  g_free (effect);
}

/* ── What is asked for ───────────────────────────────────────────────────────── */

static char **
usual_conditions (RgmPathway *pathway)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *conditions = pathway->conditions;

  for (guint i = 0; i < conditions->len; i++)
    {
      const RgmCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->usual)
        g_strv_builder_add (ids, condition->id);
    }

  return g_strv_builder_end (ids);
}

static gboolean
is_given (RgmSignal  *self,
          const char *agent)
{
  return g_strv_contains ((const char *const *) self->agents, agent);
}

/* Rejects alterations that exclude each other. */
static gboolean
check_exclusions (RgmSignal  *self,
                  GError    **error)
{
  GPtrArray *alterations = self->given.alterations;

  for (guint i = 0; i < alterations->len; i++)
    for (guint j = 0; j < alterations->len; j++)
      {
        const RgmAlteration *one = g_ptr_array_index (alterations, i);
        const RgmAlteration *other = g_ptr_array_index (alterations, j);

        if (g_strv_contains ((const char *const *) one->excludes, other->id))
          {
            rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("%s and %s are mutually exclusive."), one->name, other->name);
            return FALSE;
          }
      }

  return TRUE;
}

static gboolean
take_given (RgmSignal  *self,
            GError    **error)
{
  GPtrArray *actions = self->pathway->actions;

  if (!rgm_ids_check_agents (self->agents, self->data_set, error))
    return FALSE;

  self->given.alterations = rgm_ids_find (self->alterations, self->pathway->alterations,
                                         _("There is no alteration “%s”."), error);
  if (self->given.alterations == NULL || !check_exclusions (self, error))
    return FALSE;

  self->given.conditions = rgm_ids_find (self->conditions, self->pathway->conditions,
                                        _("There is no condition “%s”."), error);
  if (self->given.conditions == NULL)
    return FALSE;

  self->given.actions = g_ptr_array_new ();
  for (guint i = 0; i < actions->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (actions, i);

      if (is_given (self, action->agent))
        g_ptr_array_add (self->given.actions, (gpointer) action);
    }

  return TRUE;
}

/* ── Effects (rules 8 and 9) ─────────────────────────────────────────────────── */

/* Rule 8: the agent's payload stops the node, and with the cell every outcome ends. */
static void
stop_cell (RgmSignal  *self,
           guint       at,
           const char *agent)
{
  GPtrArray *nodes = self->pathway->nodes;

  for (guint i = 0; i < nodes->len; i++)
    if ((i == at || ((RgmPathwayNode *) g_ptr_array_index (nodes, i))->kind == RGM_NODE_OUTCOME) && self->given.stopped[i] == NULL)
      self->given.stopped[i] = agent;
}

static void
weigh_effects (RgmSignal *self)
{
  GPtrArray *effects = self->pathway->effects;

  self->effects = g_ptr_array_new_with_free_func (signal_effect_free);
  self->given.stopped = g_new0 (const char *, self->graph->n_nodes);
  self->given.called = g_new0 (const char *, self->graph->n_nodes);

  for (guint i = 0; self->agents[i] != NULL; i++)
    for (guint j = 0; j < effects->len; j++)
      {
        const RgmEffect *effect = g_ptr_array_index (effects, j);
        RgmSignalEffect *weighed;
        guint at;

        if (!g_str_equal (effect->agent, self->agents[i]))
          continue;

        weighed = rgm_signal_weigh (self->pathway, self->given.alterations, effect);
        g_ptr_array_add (self->effects, weighed);

        if (effect->at == NULL || rgm_pathway_find_node (self->pathway, effect->at, &at) == NULL)
          continue;
        if (effect->kind == RGM_EFFECT_PAYLOAD && weighed->strength == RGM_STRENGTH_FULL)
          stop_cell (self, at, effect->agent);
        if (effect->kind == RGM_EFFECT_IMMUNE && weighed->strength != RGM_STRENGTH_NONE && self->given.called[at] == NULL)
          self->given.called[at] = effect->agent;
      }
}

/* ── Nodes ───────────────────────────────────────────────────────────────────── */

/* The pair that has switched a waiting receptor on first. */
static guint
find_pair (const RgmRun *run,
           guint         receptor)
{
  GArray *outputs = run->graph->outputs[receptor];
  guint found = G_MAXUINT;

  for (guint i = 0; i < outputs->len; i++)
    {
      const RgmLink *link = &run->graph->links[g_array_index (outputs, guint, i)];

      if (link->edge->kind == RGM_EDGE_DIMERISES && run->active[link->to] &&
          (found == G_MAXUINT || run->round[link->to] < run->round[found]))
        found = link->to;
    }

  return found;
}

static char **
make_because (RgmSignal    *self,
              const RgmRun *run,
              guint         node)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *nodes = self->pathway->nodes;

  if (!run->active[node])
    return g_strv_builder_end (ids);

  /* Each step leads to a node that came on earlier, so this terminates. */
  for (;;)
    {
      const RgmSignalReason *reason = &run->reason[node];

      if (!run->driven[node])
        node = find_pair (run, node);
      else if (reason->kind == RGM_SIGNAL_REASON_EDGE || reason->kind == RGM_SIGNAL_REASON_HALF)
        node = reason->from;
      else
        break;

      g_strv_builder_add (ids, ((RgmPathwayNode *) g_ptr_array_index (nodes, node))->id);
    }

  g_strv_builder_add (ids, run->reason[node].kind == RGM_SIGNAL_REASON_BASAL ? RGM_SIGNAL_BASAL : run->reason[node].id);

  return g_strv_builder_end (ids);
}

static char **
find_acting (RgmSignal  *self,
             const char *node)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; self->agents[i] != NULL; i++)
    {
      gboolean acts = FALSE;

      for (guint j = 0; j < self->given.actions->len && !acts; j++)
        {
          const RgmAction *action = g_ptr_array_index (self->given.actions, j);

          acts = g_str_equal (action->agent, self->agents[i]) && g_str_equal (action->node, node);
        }
      for (guint j = 0; j < self->effects->len && !acts; j++)
        {
          const RgmSignalEffect *effect = g_ptr_array_index (self->effects, j);

          acts = g_str_equal (effect->effect->agent, self->agents[i]) && g_strcmp0 (effect->effect->at, node) == 0 &&
                 effect->strength != RGM_STRENGTH_NONE;
        }
      if (acts)
        g_strv_builder_add (ids, self->agents[i]);
    }

  return g_strv_builder_end (ids);
}

/* Whether any given agent blocks something: without that, there is nothing to bypass. */
static gboolean
has_block (RgmSignal *self)
{
  for (guint i = 0; i < self->given.actions->len; i++)
    if (((RgmAction *) g_ptr_array_index (self->given.actions, i))->kind != RGM_ACTION_BINDS)
      return TRUE;

  return FALSE;
}

static void
make_nodes (RgmSignal *self)
{
  g_autoptr (GPtrArray) no_actions = g_ptr_array_new ();
  g_autofree const char **nobody = g_new0 (const char *, self->graph->n_nodes);
  RgmGiven untreated = { no_actions, self->given.alterations, self->given.conditions, nobody, nobody, FALSE };
  RgmGiven untreated_no_bypass = untreated;
  RgmGiven no_bypass = self->given;
  g_autoptr (RgmRun) run_untreated = NULL;
  g_autoptr (RgmRun) run_untreated_no_bypass = NULL;
  g_autoptr (RgmRun) run_no_bypass = NULL;
  GPtrArray *nodes = self->pathway->nodes;
  gboolean has_bypass = FALSE;

  untreated_no_bypass.no_bypass = TRUE;
  no_bypass.no_bypass = TRUE;
  run_untreated = rgm_run_new (self->graph, &untreated);
  run_untreated_no_bypass = rgm_run_new (self->graph, &untreated_no_bypass);
  run_no_bypass = rgm_run_new (self->graph, &no_bypass);
  self->run = rgm_run_new (self->graph, &self->given);

  for (guint i = 0; i < nodes->len; i++)
    has_bypass = has_bypass || (self->run->active[i] && !run_no_bypass->active[i] && run_untreated_no_bypass->active[i]);
  has_bypass = has_bypass && has_block (self);

  self->nodes = g_ptr_array_new_with_free_func (signal_node_free);
  for (guint i = 0; i < nodes->len; i++)
    {
      RgmSignalNode *node = g_new0 (RgmSignalNode, 1);

      node->node = g_ptr_array_index (nodes, i);
      node->active = self->run->active[i];
      node->bypass = has_bypass && node->active && !run_no_bypass->active[i];
      node->blocked_by = rgm_signal_blame (run_untreated, self->run, i, self->agents);
      node->because = make_because (self, self->run, i);
      node->reason = !node->active && node->blocked_by[0] == NULL ? rgm_signal_explain_off (run_untreated, self->run, i) : NULL;
      node->acting = find_acting (self, node->node->id);
      node->step = self->run->round[i];
      g_ptr_array_add (self->nodes, node);
    }
}

/* A signal that hasn't gone yet. */
static RgmSignal *
prepare (RgmDataSet         *data_set,
         const char *const  *agents,
         const char *const  *alterations,
         const char *const  *conditions,
         GError            **error)
{
  g_autoptr (RgmSignal) self = NULL;
  RgmPathway *pathway;

  pathway = data_set->pathway;
  if (pathway == NULL)
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT, _("This data set has no pathway."));
      return NULL;
    }

  self = g_object_new (RGM_TYPE_SIGNAL, NULL);
  self->data_set = g_object_ref (data_set);
  self->pathway = pathway;
  self->agents = rgm_ids_once (agents);
  self->alterations = rgm_ids_once (alterations);
  self->conditions = conditions != NULL ? rgm_ids_once (conditions) : usual_conditions (pathway);

  return take_given (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * rgm_signal_new:
 * @data_set: a data set
 * @agents: (nullable) (array zero-terminated=1): ids of agents that are given
 * @alterations: (nullable) (array zero-terminated=1): ids of alterations that are there
 * @conditions: (nullable) (array zero-terminated=1): ids of conditions that hold; %NULL for
 *   the usual ones
 * @error: return location for a #GError
 *
 * Runs the pathway. Agents that have no place in it change nothing.
 *
 * Returns: (transfer full) (nullable): what is on and off; %NULL with %RGM_ERROR_INPUT where
 *   the data set has no pathway, and with %RGM_ERROR_CALL where an id is unknown, or alterations exclude each other
 */
RgmSignal *
rgm_signal_new (RgmDataSet         *data_set,
                const char *const  *agents,
                const char *const  *alterations,
                const char *const  *conditions,
                GError            **error)
{
  RgmSignal *self;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);

  self = prepare (data_set, agents, alterations, conditions, error);
  if (self == NULL)
    return NULL;

  self->graph = rgm_graph_new (self->pathway);
  weigh_effects (self);
  make_nodes (self);

  return self;
}

/**
 * rgm_signal_check:
 * @data_set: a data set
 * @agents: (nullable) (array zero-terminated=1): ids of agents
 * @alterations: (nullable) (array zero-terminated=1): ids of alterations
 * @conditions: (nullable) (array zero-terminated=1): ids of conditions
 * @error: return location for a #GError
 *
 * Returns: whether rgm_signal_new() can run the pathway under them; if not, @error says why
 */
gboolean
rgm_signal_check (RgmDataSet         *data_set,
                  const char *const  *agents,
                  const char *const  *alterations,
                  const char *const  *conditions,
                  GError            **error)
{
  g_autoptr (RgmSignal) self = NULL;

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), FALSE);

  self = prepare (data_set, agents, alterations, conditions, error);

  return self != NULL;
}

/**
 * rgm_signal_get_pathway:
 * @self: a signal
 *
 * Returns: (transfer none): the pathway that it goes through
 */
RgmPathway *
rgm_signal_get_pathway (RgmSignal *self)
{
  g_return_val_if_fail (RGM_IS_SIGNAL (self), NULL);

  return self->pathway;
}

/**
 * rgm_signal_get_agents:
 * @self: a signal
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the given agents, each once
 */
char **
rgm_signal_get_agents (RgmSignal *self)
{
  g_return_val_if_fail (RGM_IS_SIGNAL (self), NULL);

  return self->agents;
}

/**
 * rgm_signal_get_alterations:
 * @self: a signal
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the alterations, each once
 */
char **
rgm_signal_get_alterations (RgmSignal *self)
{
  g_return_val_if_fail (RGM_IS_SIGNAL (self), NULL);

  return self->alterations;
}

/**
 * rgm_signal_get_conditions:
 * @self: a signal
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the conditions that hold
 */
char **
rgm_signal_get_conditions (RgmSignal *self)
{
  g_return_val_if_fail (RGM_IS_SIGNAL (self), NULL);

  return self->conditions;
}

/**
 * rgm_signal_get_nodes:
 * @self: a signal
 *
 * Returns: (transfer none) (element-type RgmSignalNode): the nodes, in the pathway's order
 */
GPtrArray *
rgm_signal_get_nodes (RgmSignal *self)
{
  g_return_val_if_fail (RGM_IS_SIGNAL (self), NULL);

  return self->nodes;
}

/**
 * rgm_signal_find_node:
 * @self: a signal
 * @id: the id of a node
 *
 * Returns: (transfer none) (nullable): the node
 */
const RgmSignalNode *
rgm_signal_find_node (RgmSignal  *self,
                      const char *id)
{
  guint index;

  g_return_val_if_fail (RGM_IS_SIGNAL (self), NULL);

  if (rgm_pathway_find_node (self->pathway, id, &index) == NULL)
    return NULL;

  return g_ptr_array_index (self->nodes, index);
}

/**
 * rgm_signal_get_effects:
 * @self: a signal
 *
 * Returns: (transfer none) (element-type RgmSignalEffect): what the given agents do beside
 *   blocking, in the agents' order
 */
GPtrArray *
rgm_signal_get_effects (RgmSignal *self)
{
  g_return_val_if_fail (RGM_IS_SIGNAL (self), NULL);

  return self->effects;
}

/**
 * rgm_signal_is_lane_active:
 * @self: a signal
 * @lane: one of the pathway's lanes
 *
 * Returns: whether the signal comes to its end
 */
gboolean
rgm_signal_is_lane_active (RgmSignal     *self,
                           const RgmLane *lane)
{
  g_return_val_if_fail (RGM_IS_SIGNAL (self), FALSE);

  return rgm_signal_find_node (self, lane->nodes[g_strv_length (lane->nodes) - 1])->active;
}

static gboolean
find_link (RgmSignal  *self,
           const char *id,
           guint      *index)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->graph->link_by_id, id, NULL, &found))
    return FALSE;
  *index = GPOINTER_TO_UINT (found);

  return TRUE;
}

/**
 * rgm_signal_is_edge_cut:
 * @self: a signal
 * @id: the id of an edge
 *
 * Returns: whether a given agent keeps it from happening
 */
gboolean
rgm_signal_is_edge_cut (RgmSignal  *self,
                        const char *id)
{
  guint index;

  g_return_val_if_fail (RGM_IS_SIGNAL (self), FALSE);

  return find_link (self, id, &index) && self->run->cut[index];
}

/**
 * rgm_signal_is_edge_active:
 * @self: a signal
 * @id: the id of an edge
 *
 * Returns: whether a signal goes along it, or, where it inhibits, whether it holds back
 */
gboolean
rgm_signal_is_edge_active (RgmSignal  *self,
                           const char *id)
{
  const RgmLink *link;
  guint index;

  g_return_val_if_fail (RGM_IS_SIGNAL (self), FALSE);

  if (!find_link (self, id, &index) || self->run->cut[index])
    return FALSE;

  link = &self->graph->links[index];

  return self->run->active[link->from] && (link->edge->kind == RGM_EDGE_INHIBITS || self->run->active[link->to]);
}
