/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-pathway-figure.h"

#include "rgm-diagram.h"
#include "rgm-figure-words.h"
#include "rgm-pathway-words.h"
#include "rgm-terms.h"

struct _RgmPathwayFigure
{
  RgmFigure   parent_instance;

  char      **agents;
  char      **alterations;
  char      **conditions;   /* NULL: the usual ones */
  RgmSignal  *signal;       /* NULL without a pathway */
};

G_DEFINE_FINAL_TYPE (RgmPathwayFigure, rgm_pathway_figure, RGM_TYPE_FIGURE)

enum
{
  PROP_0,
  PROP_AGENTS,
  PROP_ALTERATIONS,
  PROP_CONDITIONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ── Update ──────────────────────────────────────────────────────────────────── */

static gboolean
has_agent (RgmDataSet *data_set,
           const char *id)
{
  return rgm_data_set_find_agent (data_set, id) != NULL;
}

static gboolean
has_alteration (RgmDataSet *data_set,
                const char *id)
{
  return rgm_pathway_find_alteration (rgm_data_set_get_pathway (data_set), id) != NULL;
}

static gboolean
has_condition (RgmDataSet *data_set,
               const char *id)
{
  return rgm_pathway_find_condition (rgm_data_set_get_pathway (data_set), id) != NULL;
}

/* The ids that there are: what was chosen in one data set may not be in another. */
static char **
keep_known (RgmDataSet  *data_set,
            char       **ids,
            gboolean   (*is_known) (RgmDataSet *data_set, const char *id))
{
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (is_known (data_set, ids[i]))
      g_strv_builder_add (known, ids[i]);

  return g_strv_builder_end (known);
}

static void
run_signal (RgmPathwayFigure *self)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  g_auto (GStrv) agents = NULL;
  g_auto (GStrv) alterations = NULL;
  g_auto (GStrv) conditions = NULL;

  g_clear_object (&self->signal);
  if (data_set == NULL || rgm_data_set_get_pathway (data_set) == NULL)
    return;

  agents = keep_known (data_set, self->agents, has_agent);
  alterations = keep_known (data_set, self->alterations, has_alteration);
  if (self->conditions != NULL)
    conditions = keep_known (data_set, self->conditions, has_condition);

  self->signal = rgm_signal_new (data_set, (const char * const *) agents, (const char * const *) alterations,
                                 (const char * const *) conditions, NULL);
}

static RgmTable *
rgm_pathway_figure_update (RgmFigure      *figure,
                           RgmFigureWords *words)
{
  RgmPathwayFigure *self = RGM_PATHWAY_FIGURE (figure);
  RgmDataSet *data_set = rgm_figure_get_data_set (figure);

  run_signal (self);
  if (self->signal == NULL)
    {
      words->title = g_strdup (_("Where agents act"));
      words->note = g_strdup (_("This data set has no pathway."));
      words->summary = g_strdup (words->note);
      return rgm_table_new ();
    }

  rgm_pathway_words_fill (data_set, self->signal, words);

  return rgm_pathway_words_make_table (data_set, self->signal);
}

/* ── Drawing ─────────────────────────────────────────────────────────────────── */

static RgmDiagramShape
choose_shape (const RgmPathwayNode *node)
{
  switch (node->kind)
    {
    case RGM_NODE_RECEPTOR:
      return node->compartment == RGM_COMPARTMENT_MEMBRANE ? RGM_DIAGRAM_RECEPTOR : RGM_DIAGRAM_PILL;
    case RGM_NODE_DIMER:
      return RGM_DIAGRAM_PAIR;
    case RGM_NODE_PROCESS:
      return RGM_DIAGRAM_HUB;
    case RGM_NODE_OUTCOME:
      return RGM_DIAGRAM_END;
    case RGM_NODE_LIGAND:
    case RGM_NODE_PROTEIN:
    case RGM_NODE_TARGET:
    case RGM_NODE_CELL:
    default:
      return RGM_DIAGRAM_PILL;
    }
}

static RgmDiagramState
choose_state (const RgmSignalNode *node)
{
  if (node->active)
    return node->bypass ? RGM_DIAGRAM_BYPASS : RGM_DIAGRAM_ON;

  return node->blocked_by[0] != NULL ? RGM_DIAGRAM_BLOCKED : RGM_DIAGRAM_OFF;
}

static gboolean
is_given (RgmPathwayFigure *self,
          const char       *agent)
{
  return g_strv_contains ((const char *const *) rgm_signal_get_agents (self->signal), agent);
}

/* Whether a payload stops the node. */
static gboolean
has_payload (RgmPathwayFigure *self,
             const char       *node)
{
  GPtrArray *effects = rgm_signal_get_effects (self->signal);

  for (guint i = 0; i < effects->len; i++)
    {
      const RgmSignalEffect *effect = g_ptr_array_index (effects, i);

      if (effect->effect->kind == RGM_EFFECT_PAYLOAD && effect->strength == RGM_STRENGTH_FULL &&
          g_strcmp0 (effect->effect->at, node) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether one of the agents that block a node does so right there. What sits on a receptor's
 * domain is seen to block there; only what stops the kinase bars the kinase. */
static gboolean
is_hit (RgmPathwayFigure    *self,
        const RgmSignalNode *node)
{
  GPtrArray *actions = rgm_pathway_get_actions (rgm_signal_get_pathway (self->signal));

  if (node->active)
    return FALSE;

  for (guint i = 0; i < actions->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (actions, i);

      if (action->kind == RGM_ACTION_INHIBITS && g_str_equal (action->node, node->node->id) &&
          g_strv_contains ((const char *const *) node->blocked_by, action->agent))
        return TRUE;
    }

  return has_payload (self, node->node->id);
}

static int
find_lane (RgmPathway *pathway,
           const char *node)
{
  GPtrArray *lanes = rgm_pathway_get_lanes (pathway);

  for (guint i = 0; i < lanes->len; i++)
    if (g_strv_contains ((const char *const *) ((RgmLane *) g_ptr_array_index (lanes, i))->nodes, node))
      return (int) i;

  return -1;
}

static void
add_node (RgmPathwayFigure    *self,
          RgmDiagram          *diagram,
          const RgmSignalNode *node)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  g_autofree char *sentence = rgm_pathway_describe_node (data_set, self->signal, node);
  g_autofree char *caption = rgm_pathway_caption (data_set, self->signal, node->node->id);

  rgm_diagram_add_node (diagram, &(RgmDiagramNode) {
    .id = node->node->id,
    .name = node->node->name,
    .sentence = sentence,
    .shape = choose_shape (node->node),
    .zone = (RgmDiagramZone) node->node->compartment,
    .state = choose_state (node),
    .hit = is_hit (self, node),
    .lane = find_lane (rgm_signal_get_pathway (self->signal), node->node->id),
    .domains = node->node->domains,
    .caption = caption,
    .step = node->step,
  });
}

/* The lanes first, each from its beginning, so that the order within a lane is the signal's. */
static void
add_nodes (RgmPathwayFigure *self,
           RgmDiagram       *diagram)
{
  RgmPathway *pathway = rgm_signal_get_pathway (self->signal);
  GPtrArray *lanes = rgm_pathway_get_lanes (pathway);
  GPtrArray *nodes = rgm_signal_get_nodes (self->signal);

  for (guint i = 0; i < lanes->len; i++)
    rgm_diagram_add_lane (diagram, ((RgmLane *) g_ptr_array_index (lanes, i))->name);

  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (nodes, i);

      if (find_lane (pathway, node->node->id) < 0)
        add_node (self, diagram, node);
    }

  for (guint i = 0; i < lanes->len; i++)
    {
      const RgmLane *lane = g_ptr_array_index (lanes, i);

      for (guint j = 0; lane->nodes[j] != NULL; j++)
        if (find_lane (pathway, lane->nodes[j]) == (int) i)
          add_node (self, diagram, rgm_signal_find_node (self->signal, lane->nodes[j]));
    }
}

static void
add_edges (RgmPathwayFigure *self,
           RgmDiagram       *diagram)
{
  GPtrArray *edges = rgm_pathway_get_edges (rgm_signal_get_pathway (self->signal));

  for (guint i = 0; i < edges->len; i++)
    {
      const RgmPathwayEdge *edge = g_ptr_array_index (edges, i);
      const RgmSignalNode *from = rgm_signal_find_node (self->signal, edge->from);
      const RgmSignalNode *to = rgm_signal_find_node (self->signal, edge->to);
      g_autofree char *sentence = rgm_pathway_describe_edge (self->signal, edge);
      RgmDiagramState state = RGM_DIAGRAM_OFF;

      if (rgm_signal_is_edge_cut (self->signal, edge->id))
        state = RGM_DIAGRAM_BLOCKED;
      else if (rgm_signal_is_edge_active (self->signal, edge->id))
        state = from->bypass && to->bypass ? RGM_DIAGRAM_BYPASS : RGM_DIAGRAM_ON;

      rgm_diagram_add_edge (diagram, &(RgmDiagramEdge) {
        .id = edge->id,
        .from = edge->from,
        .to = edge->to,
        .sentence = sentence,
        .inhibits = edge->kind == RGM_EDGE_INHIBITS,
        .travels = edge->kind == RGM_EDGE_TRANSLOCATES,
        .state = state,
        .step = state == RGM_DIAGRAM_ON || state == RGM_DIAGRAM_BYPASS ? MAX (from->step, to->step) : 0,
      });
    }
}

/* Where the payload of a given agent goes, if any of it does. */
static const char *
find_payload_goal (RgmPathwayFigure *self,
                   const char       *agent)
{
  GPtrArray *effects = rgm_signal_get_effects (self->signal);

  for (guint i = 0; i < effects->len; i++)
    {
      const RgmSignalEffect *effect = g_ptr_array_index (effects, i);

      if (effect->effect->kind == RGM_EFFECT_PAYLOAD && g_str_equal (effect->effect->agent, agent) &&
          effect->strength != RGM_STRENGTH_NONE)
        return effect->effect->at;
    }

  return NULL;
}

/* An agent at one of its places. The first has the agent's id, the others that with the place. */
static void
add_agent (RgmPathwayFigure *self,
           RgmDiagram       *diagram,
           GHashTable       *seen,
           const RgmAction  *action,
           const char       *sentence)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  RgmAgent *agent = rgm_data_set_find_agent (data_set, action->agent);
  const RgmPathwayNode *node = rgm_pathway_find_node (rgm_signal_get_pathway (self->signal), action->node, NULL);
  gboolean is_first = g_hash_table_add (seen, g_strdup (action->agent));
  gboolean has_kinase = action->domain != NULL && !g_strv_contains ((const char *const *) node->domains, action->domain);
  g_autofree char *place = g_strdup_printf ("%s at %s %s", action->agent, action->node, action->domain != NULL ? action->domain : "");
  gboolean nobody = rgm_signal_get_agents (self->signal)[0] == NULL;

  if (!g_hash_table_contains (seen, place))
    rgm_diagram_add_agent (diagram, &(RgmDiagramAgent) {
      .id = is_first ? action->agent : place,
      .target = action->agent,
      .name = rgm_agent_get_name (agent),
      .sentence = sentence,
      .node = action->node,
      .domain = action->domain,
      .inside = choose_shape (node) == RGM_DIAGRAM_RECEPTOR && (has_kinase || action->kind == RGM_ACTION_INHIBITS),
      .blocks = action->kind != RGM_ACTION_BINDS,
      .carried_to = is_first ? find_payload_goal (self, action->agent) : NULL,
      .series = rgm_figure_get_series (data_set, rgm_agent_get_class (agent)),
      .state = nobody ? RGM_DIAGRAM_AGENT_SHOWN : is_given (self, action->agent) ? RGM_DIAGRAM_AGENT_GIVEN : RGM_DIAGRAM_AGENT_ASIDE,
    });
  g_hash_table_add (seen, g_steal_pointer (&place));
}

static void
add_agents (RgmPathwayFigure *self,
            RgmDiagram       *diagram)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  RgmPathway *pathway = rgm_signal_get_pathway (self->signal);
  GPtrArray *actions = rgm_pathway_get_actions (pathway);
  GPtrArray *effects = rgm_pathway_get_effects (pathway);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (actions, i);
      g_autofree char *sentence = rgm_pathway_describe_action (data_set, self->signal, action);

      add_agent (self, diagram, seen, action, sentence);
    }

  /* Who has no other place stands where it has its effect. */
  for (guint i = 0; i < effects->len; i++)
    {
      const RgmEffect *effect = g_ptr_array_index (effects, i);
      const RgmAction place = { .agent = effect->agent, .node = effect->at, .kind = RGM_ACTION_BINDS };

      if (effect->at != NULL && !g_hash_table_contains (seen, effect->agent))
        add_agent (self, diagram, seen, &place, effect->text);
    }
}

static void
add_legend (RgmPathwayFigure *self,
            RgmDiagram       *diagram)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  GPtrArray *classes = rgm_data_set_get_classes (data_set);

  for (guint i = 0; i < classes->len; i++)
    {
      const RgmClass *class = g_ptr_array_index (classes, i);

      rgm_diagram_add_legend (diagram, rgm_figure_get_series (data_set, class->id), rgm_term (class->name));
    }
  rgm_diagram_add_legend (diagram, RGM_SERIES_GREY_CROSS, C_("class", "Other"));
  rgm_diagram_add_state (diagram, RGM_DIAGRAM_ON, C_("signal", "On"));
  rgm_diagram_add_state (diagram, RGM_DIAGRAM_OFF, C_("signal", "Off"));
  rgm_diagram_add_state (diagram, RGM_DIAGRAM_BLOCKED, C_("signal", "Blocked"));
  rgm_diagram_add_state (diagram, RGM_DIAGRAM_BYPASS, C_("signal", "On, past the block"));
}

static void
fill_diagram (RgmPathwayFigure *self,
              RgmDiagram       *diagram)
{
  RgmPathway *pathway = rgm_signal_get_pathway (self->signal);
  char **alterations = rgm_signal_get_alterations (self->signal);

  for (guint zone = 0; zone < RGM_N_ZONES; zone++)
    rgm_diagram_set_zone_name (diagram, zone, rgm_pathway_get_compartment_name (pathway, (RgmCompartment) zone));

  add_legend (self, diagram);
  add_nodes (self, diagram);
  add_edges (self, diagram);
  add_agents (self, diagram);

  for (guint i = 0; alterations[i] != NULL; i++)
    {
      const RgmAlteration *alteration = rgm_pathway_find_alteration (pathway, alterations[i]);

      rgm_diagram_add_badge (diagram, alteration->node, alteration->name);
    }
}

static RgmScene *
rgm_pathway_figure_lay_out (RgmFigure             *figure,
                            const RgmFigureLayout *layout,
                            guint                 *n_pages)
{
  RgmPathwayFigure *self = RGM_PATHWAY_FIGURE (figure);
  g_autoptr (RgmDiagram) diagram = rgm_diagram_new ();
  const RgmFigureWords *words = rgm_figure_get_words (figure);

  rgm_diagram_set_words (diagram, &(RgmDiagramWords) { words->title, words->subtitle, words->summary, words->note, words->caveat,
                                                       words->sources });
  if (self->signal != NULL)
    fill_diagram (self, diagram);
  *n_pages = 1;

  return rgm_diagram_lay_out (diagram, &(RgmDiagramLayout) {
    .measure = layout->measure,
    .direction = layout->right_to_left ? RGM_DIRECTION_RTL : RGM_DIRECTION_LTR,
    .width = layout->width,
    .height = layout->height,
    .base = layout->base,
    .floor = layout->floor,
  });
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_pathway_figure_finalize (GObject *object)
{
  RgmPathwayFigure *self = RGM_PATHWAY_FIGURE (object);

  g_clear_pointer (&self->agents, g_strfreev);
  g_clear_pointer (&self->alterations, g_strfreev);
  g_clear_pointer (&self->conditions, g_strfreev);
  g_clear_object (&self->signal);

  G_OBJECT_CLASS (rgm_pathway_figure_parent_class)->finalize (object);
}

static void
rgm_pathway_figure_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  RgmPathwayFigure *self = RGM_PATHWAY_FIGURE (object);

  switch (property_id)
    {
    case PROP_AGENTS:
      g_value_set_boxed (value, self->agents);
      break;
    case PROP_ALTERATIONS:
      g_value_set_boxed (value, self->alterations);
      break;
    case PROP_CONDITIONS:
      g_value_set_boxed (value, self->conditions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_pathway_figure_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  RgmPathwayFigure *self = RGM_PATHWAY_FIGURE (object);

  switch (property_id)
    {
    case PROP_AGENTS:
      rgm_pathway_figure_set_agents (self, g_value_get_boxed (value));
      break;
    case PROP_ALTERATIONS:
      rgm_pathway_figure_set_alterations (self, g_value_get_boxed (value));
      break;
    case PROP_CONDITIONS:
      rgm_pathway_figure_set_conditions (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_pathway_figure_class_init (RgmPathwayFigureClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RgmFigureClass *figure_class = RGM_FIGURE_CLASS (klass);

  object_class->finalize = rgm_pathway_figure_finalize;
  object_class->get_property = rgm_pathway_figure_get_property;
  object_class->set_property = rgm_pathway_figure_set_property;
  figure_class->update = rgm_pathway_figure_update;
  figure_class->lay_out = rgm_pathway_figure_lay_out;

  properties[PROP_AGENTS] = g_param_spec_boxed ("agents", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_ALTERATIONS] = g_param_spec_boxed ("alterations", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_CONDITIONS] = g_param_spec_boxed ("conditions", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_pathway_figure_init (RgmPathwayFigure *self)
{
  self->agents = g_new0 (char *, 1);
  self->alterations = g_new0 (char *, 1);
}

/**
 * rgm_pathway_figure_new:
 *
 * Returns: (transfer full): a figure of a pathway with no agent, no alteration and the
 *   usual conditions
 */
RgmPathwayFigure *
rgm_pathway_figure_new (void)
{
  return g_object_new (RGM_TYPE_PATHWAY_FIGURE, NULL);
}

/**
 * rgm_pathway_figure_get_signal:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): what is on and off, until the next change; %NULL
 *   where the data set has no pathway
 */
RgmSignal *
rgm_pathway_figure_get_signal (RgmPathwayFigure *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY_FIGURE (self), NULL);

  rgm_figure_get_words (RGM_FIGURE (self));

  return self->signal;
}

static void
set_ids (RgmPathwayFigure    *self,
         char              ***ids,
         const char * const  *to,
         guint                property)
{
  if ((*ids == NULL && to == NULL) || (*ids != NULL && to != NULL && g_strv_equal ((const char * const *) *ids, to)))
    return;

  g_strfreev (*ids);
  *ids = g_strdupv ((char **) to);
  rgm_figure_changed (RGM_FIGURE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static const char * const no_ids[] = { NULL };

/**
 * rgm_pathway_figure_get_agents:
 * @self: a figure
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the agents that are given
 */
const char * const *
rgm_pathway_figure_get_agents (RgmPathwayFigure *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY_FIGURE (self), NULL);

  return (const char * const *) self->agents;
}

/**
 * rgm_pathway_figure_set_agents:
 * @self: a figure
 * @agents: (nullable) (array zero-terminated=1): ids of the agents that are given
 */
void
rgm_pathway_figure_set_agents (RgmPathwayFigure   *self,
                               const char * const *agents)
{
  g_return_if_fail (RGM_IS_PATHWAY_FIGURE (self));

  set_ids (self, &self->agents, agents != NULL ? agents : no_ids, PROP_AGENTS);
}

/**
 * rgm_pathway_figure_get_alterations:
 * @self: a figure
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the alterations that are there
 */
const char * const *
rgm_pathway_figure_get_alterations (RgmPathwayFigure *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY_FIGURE (self), NULL);

  return (const char * const *) self->alterations;
}

/**
 * rgm_pathway_figure_set_alterations:
 * @self: a figure
 * @alterations: (nullable) (array zero-terminated=1): ids of the alterations that are there
 */
void
rgm_pathway_figure_set_alterations (RgmPathwayFigure   *self,
                                    const char * const *alterations)
{
  g_return_if_fail (RGM_IS_PATHWAY_FIGURE (self));

  set_ids (self, &self->alterations, alterations != NULL ? alterations : no_ids, PROP_ALTERATIONS);
}

/**
 * rgm_pathway_figure_get_conditions:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): ids of the conditions that
 *   hold, or %NULL for the usual ones
 */
const char * const *
rgm_pathway_figure_get_conditions (RgmPathwayFigure *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY_FIGURE (self), NULL);

  return (const char * const *) self->conditions;
}

/**
 * rgm_pathway_figure_set_conditions:
 * @self: a figure
 * @conditions: (nullable) (array zero-terminated=1): ids of the conditions that hold, or
 *   %NULL for the usual ones
 */
void
rgm_pathway_figure_set_conditions (RgmPathwayFigure   *self,
                                   const char * const *conditions)
{
  g_return_if_fail (RGM_IS_PATHWAY_FIGURE (self));

  set_ids (self, &self->conditions, conditions, PROP_CONDITIONS);
}
