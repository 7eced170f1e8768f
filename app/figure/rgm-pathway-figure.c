/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-class-series.h"
#include "rgm-pathway-figure.h"

#include "rgm-diagram.h"
#include "rgm-figure-text.h"
#include "rgm-pathway-text.h"
#include "rgm-punctuation.h"
#include "rgm-selection.h"
#include "rgm-term-text.h"

struct _RgmPathwayFigure
{
  RgmFigure   parent_instance;

  RgmSignal  *signal;       /* NULL without a pathway */
};

G_DEFINE_FINAL_TYPE (RgmPathwayFigure, rgm_pathway_figure, RGM_TYPE_FIGURE)

static const RgmOption options[] = {
  { .key = "agents", .kind = RGM_OPTION_IDS, .offset = G_STRUCT_OFFSET (RgmPathwayOptions, agents), .topic = "pathway" },
  { .key = "alterations", .kind = RGM_OPTION_IDS, .offset = G_STRUCT_OFFSET (RgmPathwayOptions, alterations), .topic = "pathway" },
  { .key = "conditions", .kind = RGM_OPTION_IDS, .offset = G_STRUCT_OFFSET (RgmPathwayOptions, conditions), .topic = "pathway" },
};

static const RgmFigureKind kind = { "pathway", N_("Pathway"), sizeof (RgmPathwayOptions), options, G_N_ELEMENTS (options) };

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
  return rgm_pathway_find_alteration (data_set->pathway, id) != NULL;
}

static gboolean
has_condition (RgmDataSet *data_set,
               const char *id)
{
  return rgm_pathway_find_condition (data_set->pathway, id) != NULL;
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

/* The alterations that there are; of two that exclude each other the first. */
static char **
keep_compatible (RgmDataSet  *data_set,
                 char       **ids)
{
  g_auto (GStrv) known = keep_known (data_set, ids, has_alteration);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; known[i] != NULL; i++)
    {
      const RgmAlteration *alteration = rgm_pathway_find_alteration (data_set->pathway, known[i]);
      gboolean is_excluded = FALSE;

      for (guint j = 0; j < kept->len; j++)
        {
          const RgmAlteration *other = rgm_pathway_find_alteration (data_set->pathway, g_ptr_array_index (kept, j));

          is_excluded = is_excluded || g_strv_contains ((const char *const *) other->excludes, known[i]) ||
                        g_strv_contains ((const char *const *) alteration->excludes, other->id);
        }
      if (!is_excluded)
        g_ptr_array_add (kept, known[i]);
    }
  g_ptr_array_add (kept, NULL);

  return g_strdupv ((char **) kept->pdata);
}

static gboolean
is_found (RgmFindings         *findings,
          const RgmAlteration *alteration)
{
  GPtrArray *markers = rgm_findings_get_markers (findings);
  guint marker = alteration->biomarker != NULL ? rgm_findings_find_marker (findings, alteration->biomarker) : G_MAXUINT;

  for (guint i = 0; marker != G_MAXUINT && alteration->values[i] != NULL; i++)
    {
      guint value = rgm_marker_value (g_ptr_array_index (markers, marker), alteration->values[i]);

      if (value != G_MAXUINT && rgm_findings_get_answer (findings, marker, value) == RGM_ANSWER_YES)
        return TRUE;
    }

  return FALSE;
}

/* The alterations that were found in the patient whose findings are entered; NULL where there is none. */
static char **
find_patient_alterations (RgmPathwayFigure *self)
{
  RgmPatient *patient = rgm_selection_get_patient (rgm_figure_get_selection (RGM_FIGURE (self)));
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  GPtrArray *all = data_set->pathway->alterations;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; patient != NULL && i < all->len; i++)
    if (is_found (rgm_patient_get_findings (patient), g_ptr_array_index (all, i)))
      g_ptr_array_add (found, (gpointer) ((RgmAlteration *) g_ptr_array_index (all, i))->id);
  if (found->len == 0)
    return NULL;
  g_ptr_array_add (found, NULL);

  return keep_compatible (data_set, (char **) found->pdata);
}

/* Whose alterations are shown, where a patient's findings are entered. */
static void
note_patient (RgmPathwayFigure *self,
              RgmFrame         *frame)
{
  const RgmPathwayOptions *given = rgm_figure_get_options (RGM_FIGURE (self));
  g_auto (GStrv) found = find_patient_alterations (self);
  g_autofree char *note = NULL;

  if (given->alterations != NULL || rgm_selection_get_patient (rgm_figure_get_selection (RGM_FIGURE (self))) == NULL)
    return;

  note = (char *) frame->note;
  frame->note = rgm_join_sentences (note != NULL ? note : "",
                                    found != NULL ? _("The alterations are those found in the patient whose findings are entered.")
                                                  : _("None of the findings entered is an alteration of this pathway; the usual tumour is shown."));
}

static void
run_signal (RgmPathwayFigure *self)
{
  const RgmPathwayOptions *given = rgm_figure_get_options (RGM_FIGURE (self));
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  g_auto (GStrv) agents = NULL;
  g_auto (GStrv) alterations = NULL;
  g_auto (GStrv) conditions = NULL;

  g_clear_object (&self->signal);
  if (data_set == NULL || data_set->pathway == NULL)
    return;

  agents = keep_known (data_set, given->agents, has_agent);
  alterations = given->alterations != NULL ? keep_compatible (data_set, given->alterations) : find_patient_alterations (self);
  if (alterations == NULL)
    alterations = rgm_pathway_usual_alterations (data_set->pathway);
  if (given->conditions != NULL)
    conditions = keep_known (data_set, given->conditions, has_condition);

  self->signal = rgm_signal_new (data_set, (const char * const *) agents, (const char * const *) alterations,
                                 (const char * const *) conditions, NULL);
}

static RgmTable *
rgm_pathway_figure_update (RgmFigure      *figure,
                           RgmFrame *words)
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

  rgm_pathway_text_fill (data_set, self->signal, words);
  note_patient (self, words);

  return rgm_pathway_text_make_table (data_set, self->signal);
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

/* What every node is looked up in while the diagram is filled: by the ids of nodes. */
typedef struct
{
  GHashTable *lanes;       /* the index of the lane, plus one */
  GHashTable *inhibiting;  /* of GPtrArray of RgmAction */
  GHashTable *stopped;     /* those that a payload stops */
} NodeTables;

static void
node_tables_init (NodeTables       *self,
                  RgmPathwayFigure *figure)
{
  RgmPathway *pathway = rgm_signal_get_pathway (figure->signal);
  GPtrArray *effects = rgm_signal_get_effects (figure->signal);

  self->lanes = g_hash_table_new (g_str_hash, g_str_equal);
  self->inhibiting = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->stopped = g_hash_table_new (g_str_hash, g_str_equal);

  /* Of several lanes with a node the first has it. */
  for (guint i = pathway->lanes->len; i > 0; i--)
    {
      char **nodes = ((RgmLane *) g_ptr_array_index (pathway->lanes, i - 1))->nodes;

      for (guint j = 0; nodes[j] != NULL; j++)
        g_hash_table_insert (self->lanes, nodes[j], GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < pathway->actions->len; i++)
    {
      RgmAction *action = g_ptr_array_index (pathway->actions, i);
      GPtrArray *actions = g_hash_table_lookup (self->inhibiting, action->node);

      if (action->kind != RGM_ACTION_INHIBITS)
        continue;
      if (actions == NULL)
        {
          actions = g_ptr_array_new ();
          g_hash_table_insert (self->inhibiting, (gpointer) action->node, actions);
        }
      g_ptr_array_add (actions, action);
    }

  for (guint i = 0; i < effects->len; i++)
    {
      const RgmSignalEffect *effect = g_ptr_array_index (effects, i);

      if (effect->effect->kind == RGM_EFFECT_PAYLOAD && effect->strength == RGM_STRENGTH_FULL && effect->effect->at != NULL)
        g_hash_table_add (self->stopped, (gpointer) effect->effect->at);
    }
}

static void
node_tables_clear (NodeTables *self)
{
  g_hash_table_unref (self->lanes);
  g_hash_table_unref (self->inhibiting);
  g_hash_table_unref (self->stopped);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NodeTables, node_tables_clear)

/* Whether one of the agents that block a node does so right there. What sits on a receptor's
 * domain is seen to block there; only what stops the kinase bars the kinase. */
static gboolean
is_hit (const NodeTables    *tables,
        const RgmSignalNode *node)
{
  const GPtrArray *actions = g_hash_table_lookup (tables->inhibiting, node->node->id);

  if (node->active)
    return FALSE;

  for (guint i = 0; actions != NULL && i < actions->len; i++)
    if (g_strv_contains ((const char *const *) node->blocked_by, ((RgmAction *) g_ptr_array_index (actions, i))->agent))
      return TRUE;

  return g_hash_table_contains (tables->stopped, node->node->id);
}

/* The index of the node's lane, or -1. */
static int
find_lane (const NodeTables *tables,
           const char       *node)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (tables->lanes, node)) - 1;
}

static void
add_node (RgmPathwayFigure    *self,
          RgmDiagram          *diagram,
          const NodeTables    *tables,
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
    .hit = is_hit (tables, node),
    .lane = find_lane (tables, node->node->id),
    .domains = node->node->domains,
    .caption = caption,
    .textbook = node->node->textbook,
    .step = node->step,
  });
}

/* The lanes first, each from its beginning, so that the order within a lane is the signal's. */
static void
add_nodes (RgmPathwayFigure *self,
           RgmDiagram       *diagram)
{
  GPtrArray *lanes = rgm_signal_get_pathway (self->signal)->lanes;
  GPtrArray *nodes = rgm_signal_get_nodes (self->signal);
  g_auto (NodeTables) tables = { 0 };

  node_tables_init (&tables, self);
  for (guint i = 0; i < lanes->len; i++)
    rgm_diagram_add_lane (diagram, ((RgmLane *) g_ptr_array_index (lanes, i))->name);

  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (nodes, i);

      if (find_lane (&tables, node->node->id) < 0)
        add_node (self, diagram, &tables, node);
    }

  for (guint i = 0; i < lanes->len; i++)
    {
      const RgmLane *lane = g_ptr_array_index (lanes, i);

      for (guint j = 0; lane->nodes[j] != NULL; j++)
        if (find_lane (&tables, lane->nodes[j]) == (int) i)
          add_node (self, diagram, &tables, rgm_signal_find_node (self->signal, lane->nodes[j]));
    }
}

static void
add_edges (RgmPathwayFigure *self,
           RgmDiagram       *diagram)
{
  GPtrArray *edges = rgm_signal_get_pathway (self->signal)->edges;

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
        .textbook = edge->textbook,
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
  /* What its colour and shape tell, if they tell one. */
  const char *class = rgm_term_class (data_set, agent->class_id);
  g_autofree char *class_sentence = class != NULL ? rgm_end_sentence (class) : NULL;
  g_autofree char *whole = rgm_join_sentences (sentence, class_sentence);

  if (!g_hash_table_contains (seen, place))
    rgm_diagram_add_agent (diagram, &(RgmDiagramAgent) {
      .id = is_first ? action->agent : place,
      .target = action->agent,
      .name = agent->name,
      .sentence = whole,
      .node = action->node,
      .domain = action->domain,
      .inside = choose_shape (node) == RGM_DIAGRAM_RECEPTOR && (has_kinase || action->kind == RGM_ACTION_INHIBITS),
      .blocks = action->kind != RGM_ACTION_BINDS,
      .carried_to = is_first ? find_payload_goal (self, action->agent) : NULL,
      .series = rgm_class_series (data_set, agent->class_id),
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
  GPtrArray *actions = pathway->actions;
  GPtrArray *effects = pathway->effects;
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
      RgmAgent *agent = rgm_data_set_find_agent (data_set, effect->agent);
      g_autofree char *name = rgm_end_sentence (agent->name);
      g_autofree char *sentence = rgm_join_sentences (name, effect->text);

      if (effect->at != NULL && !g_hash_table_contains (seen, effect->agent))
        add_agent (self, diagram, seen, &place, sentence);
    }
}

static gboolean
has_textbook (RgmPathway *pathway)
{
  for (guint i = 0; i < pathway->nodes->len; i++)
    if (((const RgmPathwayNode *) g_ptr_array_index (pathway->nodes, i))->textbook)
      return TRUE;
  for (guint i = 0; i < pathway->edges->len; i++)
    if (((const RgmPathwayEdge *) g_ptr_array_index (pathway->edges, i))->textbook)
      return TRUE;

  return FALSE;
}

static void
add_legend (RgmPathwayFigure *self,
            RgmDiagram       *diagram)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  GPtrArray *classes = data_set->classes;

  for (guint i = 0; i < classes->len; i++)
    {
      const RgmClass *class = g_ptr_array_index (classes, i);

      rgm_diagram_add_legend (diagram, rgm_class_series (data_set, class->id), rgm_term (class->name));
    }
  rgm_diagram_add_legend (diagram, RGM_SERIES_GREY_CROSS, C_("class", "Other"));
  rgm_diagram_add_state (diagram, RGM_DIAGRAM_ON, C_("signal", "Active"));
  rgm_diagram_add_state (diagram, RGM_DIAGRAM_OFF, C_("signal", "Inactive"));
  rgm_diagram_add_state (diagram, RGM_DIAGRAM_BLOCKED, C_("signal", "Blocked"));
  rgm_diagram_add_state (diagram, RGM_DIAGRAM_BYPASS, C_("signal", "Active (bypass)"));
  if (has_textbook (rgm_signal_get_pathway (self->signal)))
    rgm_diagram_add_textbook (diagram, _("Textbook knowledge"));
}

static void
fill_diagram (RgmPathwayFigure *self,
              RgmDiagram       *diagram)
{
  RgmPathway *pathway = rgm_signal_get_pathway (self->signal);
  char **alterations = rgm_signal_get_alterations (self->signal);

  for (guint zone = 0; zone < RGM_N_ZONES; zone++)
    rgm_diagram_set_zone_name (diagram, zone, pathway->compartments[zone]);

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
rgm_pathway_figure_lay_out (RgmFigure       *figure,
                            const RgmLayout *layout,
                            guint           *n_pages)
{
  RgmPathwayFigure *self = RGM_PATHWAY_FIGURE (figure);
  g_autoptr (RgmDiagram) diagram = rgm_diagram_new ();

  rgm_diagram_set_frame (diagram, rgm_figure_get_frame (figure));
  if (self->signal != NULL)
    fill_diagram (self, diagram);
  *n_pages = 1;

  return rgm_diagram_lay_out (diagram, layout);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_pathway_figure_constructed (GObject *object)
{
  G_OBJECT_CLASS (rgm_pathway_figure_parent_class)->constructed (object);

  g_signal_connect_object (rgm_figure_get_selection (RGM_FIGURE (object)), "notify::patient", G_CALLBACK (rgm_figure_changed), object,
                           G_CONNECT_SWAPPED);
}

static void
rgm_pathway_figure_finalize (GObject *object)
{
  g_clear_object (&RGM_PATHWAY_FIGURE (object)->signal);

  G_OBJECT_CLASS (rgm_pathway_figure_parent_class)->finalize (object);
}

static void
rgm_pathway_figure_class_init (RgmPathwayFigureClass *klass)
{
  RgmFigureClass *figure_class = RGM_FIGURE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rgm_pathway_figure_constructed;
  G_OBJECT_CLASS (klass)->finalize = rgm_pathway_figure_finalize;
  figure_class->kind = &kind;
  figure_class->update = rgm_pathway_figure_update;
  figure_class->lay_out = rgm_pathway_figure_lay_out;
}

static void
rgm_pathway_figure_init (RgmPathwayFigure *self)
{
}

/**
 * rgm_pathway_figure_get_signal:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): what is on and off, until the next change; %NULL
 *   if the data set has no pathway
 */
RgmSignal *
rgm_pathway_figure_get_signal (RgmPathwayFigure *self)
{
  g_return_val_if_fail (RGM_IS_PATHWAY_FIGURE (self), NULL);

  /* Brings the signal up to date. */
  rgm_figure_get_frame (RGM_FIGURE (self));

  return self->signal;
}
