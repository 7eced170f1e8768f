/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-figure-text.h"
#include "rgm-format.h"
#include "rgm-pathway-text.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-value-text.h"

/* The name of whatever has the id: an agent, a node, an alteration or a condition. */
static const char *
name_of (RgmDataSet *data_set,
         RgmSignal  *signal,
         const char *id)
{
  RgmPathway *pathway = rgm_signal_get_pathway (signal);
  const RgmPathwayNode *node = rgm_pathway_find_node (pathway, id, NULL);
  const RgmAlteration *alteration = rgm_pathway_find_alteration (pathway, id);
  const RgmCondition *condition = rgm_pathway_find_condition (pathway, id);
  RgmAgent *agent = rgm_data_set_find_agent (data_set, id);

  if (node != NULL)
    return node->name;
  if (alteration != NULL)
    return alteration->name;
  if (condition != NULL)
    return condition->name;

  return agent != NULL ? agent->name : id;
}

/* Their names as the data set writes them: letter case is its own. */
static GPtrArray *
name_all (RgmDataSet  *data_set,
          RgmSignal   *signal,
          char       **ids)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) name_of (data_set, signal, ids[i]));
  g_ptr_array_add (names, NULL);

  return names;
}

static char *
join_names (RgmDataSet  *data_set,
            RgmSignal   *signal,
            char       **ids)
{
  g_autoptr (GPtrArray) names = name_all (data_set, signal, ids);

  return rgm_join_words ((char **) names->pdata);
}

/* 'Active: MAPK. Inactive: PI3K/AKT, JAK/STAT.' */
static char *
describe_lanes (RgmSignal *signal)
{
  GPtrArray *lanes = rgm_signal_get_pathway (signal)->lanes;
  g_autoptr (GString) on = g_string_new (NULL);
  g_autoptr (GString) off = g_string_new (NULL);

  for (guint i = 0; i < lanes->len; i++)
    {
      const RgmLane *lane = g_ptr_array_index (lanes, i);
      GString *list = rgm_signal_is_lane_active (signal, lane) ? on : off;

      rgm_add_word (list, lane->name);
    }

  if (off->len == 0)
    /* Translators: %s are names of signalling pathways. */
    return rgm_text_printf (_("Active: %s."), on->str);
  if (on->len == 0)
    return rgm_text_printf (_("Inactive: %s."), off->str);

  return rgm_text_printf (_("Active: %s. Inactive: %s."), on->str, off->str);
}

/* What is active although agents block it, if there are any agents. */
static char *
describe_bypass (RgmSignal *signal)
{
  GPtrArray *nodes = rgm_signal_get_nodes (signal);
  g_autoptr (GString) names = g_string_new (NULL);

  if (rgm_signal_get_agents (signal)[0] == NULL)
    return NULL;

  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (nodes, i);

      if (node->bypass)
        rgm_add_word (names, node->node->name);
    }
  if (names->len == 0)
    return g_strdup (_("Nothing is active past the block."));

  /* Translators: %s are names of parts of the diagram. */
  return rgm_text_printf (_("Active past the block: %s."), names->str);
}

static char *
describe_given (RgmDataSet *data_set,
                RgmSignal  *signal)
{
  g_autofree char *alterations = join_names (data_set, signal, rgm_signal_get_alterations (signal));
  g_autofree char *conditions = join_names (data_set, signal, rgm_signal_get_conditions (signal));

  /* Translators: lists in the language of the data set: 'Alterations: HER2 amplification. Conditions: EGFR ligand.' */
  return rgm_text_printf (_("Alterations: %s. Conditions: %s."), *alterations != '\0' ? alterations : C_("alterations", "none"),
                          *conditions != '\0' ? conditions : C_("conditions", "none"));
}

/* ── Words ───────────────────────────────────────────────────────────────────── */

/* The nodes that rest on textbook knowledge. */
static char *
name_textbook (RgmPathway *pathway)
{
  GPtrArray *nodes = pathway->nodes;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (((RgmPathwayNode *) g_ptr_array_index (nodes, i))->textbook)
      g_ptr_array_add (names, (gpointer) ((RgmPathwayNode *) g_ptr_array_index (nodes, i))->name);
  g_ptr_array_add (names, NULL);

  return rgm_join_words ((char **) names->pdata);
}

/* The source that most of it rests on, and how many more there are, which are named with the table. */
static void
cite (RgmFrame   *frame,
      RgmDataSet *data_set,
      RgmPathway *pathway)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autofree char *sources = NULL;
  g_autofree char *textbook = NULL;
  g_autoptr (GString) text = NULL;
  char *more = NULL;

  for (guint i = 0; i < pathway->nodes->len; i++)
    g_ptr_array_add (lists, ((RgmPathwayNode *) g_ptr_array_index (pathway->nodes, i))->citations);
  for (guint i = 0; i < pathway->edges->len; i++)
    g_ptr_array_add (lists, ((RgmPathwayEdge *) g_ptr_array_index (pathway->edges, i))->citations);
  for (guint i = 0; i < pathway->actions->len; i++)
    g_ptr_array_add (lists, ((RgmAction *) g_ptr_array_index (pathway->actions, i))->citations);
  for (guint i = 0; i < pathway->effects->len; i++)
    g_ptr_array_add (lists, ((RgmEffect *) g_ptr_array_index (pathway->effects, i))->citations);

  sources = rgm_figure_text_citations (data_set, lists, 1, &more);
  frame->more_sources = more;
  if (sources == NULL)
    {
      frame->sources = g_strdup (_("Textbook knowledge."));
      return;
    }

  text = g_string_new (sources);
  textbook = name_textbook (pathway);
  if (*textbook != '\0')
    /* Translators: %s are names of parts of the diagram. */
    rgm_add_sentence_printf (text, _("Textbook knowledge: %s."), textbook);
  frame->sources = g_string_free (g_steal_pointer (&text), FALSE);
}

/* How strong an effect is, as a sentence. */
static char *
describe_strength (RgmDataSet            *data_set,
                   RgmSignal             *signal,
                   const RgmSignalEffect *effect)
{
  const char *strengths[2][3] = {
    /* Translators: %s is an agent, such as a conjugate. */
    { _("%s, payload: no effect."), _("%s, payload: weak effect."), _("%s, payload: full effect.") },
    /* Translators: %s is an agent. */
    { _("%s, immune system: no effect."), _("%s, immune system: weak effect."), _("%s, immune system: full effect.") },
  };
  g_autoptr (GString) sentence = g_string_new (strengths[effect->effect->kind][effect->strength]);

  g_string_replace (sentence, "%s", name_of (data_set, signal, effect->effect->agent), 1);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/* What the given agents do besides blocking, and how strongly, as sentences. */
char *
rgm_pathway_describe_effects (RgmDataSet *data_set,
                              RgmSignal  *signal)
{
  GPtrArray *effects = rgm_signal_get_effects (signal);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < effects->len; i++)
    {
      g_autofree char *strength = describe_strength (data_set, signal, g_ptr_array_index (effects, i));

      rgm_add_sentence (text, strength);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the given agents do besides blocking and why, and which act elsewhere. */
static char *
describe_rest (RgmDataSet *data_set,
               RgmSignal  *signal)
{
  GPtrArray *elsewhere = rgm_signal_get_pathway (signal)->elsewhere;
  GPtrArray *effects = rgm_signal_get_effects (signal);
  const char *const *agents = (const char *const *) rgm_signal_get_agents (signal);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < effects->len; i++)
    {
      const RgmSignalEffect *effect = g_ptr_array_index (effects, i);
      g_autofree char *strength = describe_strength (data_set, signal, effect);

      rgm_add_sentence (text, strength);
      rgm_add_sentence (text, effect->because);
    }

  for (guint i = 0; i < elsewhere->len; i++)
    {
      const RgmElsewhere *each = g_ptr_array_index (elsewhere, i);

      if (agents[0] == NULL || g_strv_contains (agents, each->agent))
        rgm_add_word (names, name_of (data_set, signal, each->agent));
    }

  if (names->len > 0)
    /* Translators: %s are names of agents that have no place in the diagram. */
    rgm_add_sentence_printf (text, _("Acting elsewhere: %s."), names->str);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
rgm_pathway_text_fill (RgmDataSet     *data_set,
                        RgmSignal      *signal,
                        RgmFrame *words)
{
  RgmPathway *pathway = rgm_signal_get_pathway (signal);
  g_autofree char *given = describe_given (data_set, signal);
  g_autofree char *lanes = describe_lanes (signal);
  g_autoptr (GPtrArray) combination = name_all (data_set, signal, rgm_signal_get_agents (signal));
  /* Translators: joins the names of the agents of a combination: 'Trastuzumab + Tucatinib'. Keep the spaces. */
  g_autofree char *agents = g_strjoinv (_(" + "), (char **) combination->pdata);
  g_autofree char *bypass = describe_bypass (signal);
  g_autofree char *title = NULL;
  g_autoptr (GString) summary = NULL;

  /* Translators: %s are names of agents. */
  words->title = *agents != '\0' ? rgm_text_printf (_("The pathway under %s"), agents) : g_strdup (_("Where agents act"));
  words->subtitle = rgm_join_sentences (given, lanes);
  words->note = describe_rest (data_set, signal);
  title = rgm_end_sentence (words->title);
  /* What follows from a change comes first: it is what is spoken of it. */
  summary = g_string_new (lanes);
  rgm_add_sentence (summary, bypass);
  rgm_add_sentence (summary, title);
  rgm_add_sentence (summary, given);
  rgm_add_sentence (summary, words->note);
  words->summary = g_string_free (g_steal_pointer (&summary), FALSE);
  words->caveat = rgm_join_sentences (_("A teaching model of published statements, not a prediction for a patient. "
                                        "A blocked signal is not a response."),
                                      pathway->caveat->text);
  cite (words, data_set, pathway);
}

/* ── Marks ───────────────────────────────────────────────────────────────────── */

static gboolean
is_basal (const RgmSignalNode *node)
{
  return g_strcmp0 (node->because[0], RGM_SIGNAL_BASAL) == 0;
}

/* What a payload acts on carries no signal: it is blocked or isn't. */
static gboolean
is_untouched_target (const RgmSignalNode *node)
{
  return node->node->kind == RGM_NODE_TARGET && node->active;
}

static char *
describe_reason (RgmDataSet          *data_set,
                 RgmSignal           *signal,
                 const RgmSignalNode *node)
{
  if (is_untouched_target (node))
    return g_strdup ("");
  if (is_basal (node))
    return g_strdup (_("constitutively active"));
  if (node->reason != NULL)
    return g_strdup (node->reason);

  return join_names (data_set, signal, node->active ? node->because : node->blocked_by);
}

/* Where in the cell it is, which is told by its place in the diagram; and what it rests on. */
static char *
add_place (RgmSignal           *signal,
           const RgmSignalNode *node,
           const char          *sentence)
{
  const char *place = rgm_signal_get_pathway (signal)->compartments[node->node->compartment];
  GString *text = g_string_new (sentence);

  if (place != NULL)
    {
      g_autofree char *ended = rgm_end_sentence (place);

      rgm_add_sentence (text, ended);
    }
  rgm_add_sentence (text, node->node->textbook ? _("Textbook knowledge.") : NULL);

  return g_string_free (text, FALSE);
}

char *
rgm_pathway_describe_node (RgmDataSet          *data_set,
                           RgmSignal           *signal,
                           const RgmSignalNode *node)
{
  g_autofree char *why = describe_reason (data_set, signal, node);
  g_autofree char *sentence = NULL;
  const char *name = node->node->name;
  gboolean is_ligand = node->node->kind == RGM_NODE_LIGAND;

  if (is_ligand)
    /* Translators: of ligands, whose name is a plural: 'Neuregulins are absent.' */
    sentence = rgm_text_printf (node->active ? _("%s are present.") : _("%s are absent."), name);
  /* Its name may be a plural. */
  else if (is_untouched_target (node))
    /* Translators: what a drug acts on within a cell: 'Microtubules: not blocked.' */
    sentence = rgm_text_printf (_("%s: not blocked."), name);
  else if (node->node->kind == RGM_NODE_TARGET)
    /* Translators: what a drug acts on within a cell, and the drugs: 'Microtubules: blocked by T-DM1.' */
    sentence = rgm_text_printf (_("%s: blocked by %s."), name, why);
  else if (node->active && is_basal (node))
    /* Translators: of a protein that is active without being activated. */
    sentence = rgm_text_printf (_("%s is constitutively active."), name);
  else if (node->bypass)
    /* Translators: the second are names from which a signal comes. */
    sentence = rgm_text_printf (_("%s is active, bypassing the block; the signal comes from %s."), name, why);
  else if (node->active)
    sentence = rgm_text_printf (_("%s is active; the signal comes from %s."), name, why);
  else if (node->blocked_by[0] != NULL)
    /* Translators: the second are names of agents. */
    sentence = rgm_text_printf (_("%s is inactive, blocked by %s."), name, why);
  else
    /* Translators: the second is a sentence that says why. */
    sentence = rgm_text_printf (_("%s is inactive. %s"), name, why);

  return add_place (signal, node, sentence);
}

char *
rgm_pathway_describe_edge (RgmSignal            *signal,
                           const RgmPathwayEdge *edge)
{
  RgmPathway *pathway = rgm_signal_get_pathway (signal);
  const RgmPathwayNode *start = rgm_pathway_find_node (pathway, edge->from, NULL);
  const char *from = start->name;
  const char *to = rgm_pathway_find_node (pathway, edge->to, NULL)->name;
  const char *state = rgm_signal_is_edge_cut (signal, edge->id) ? C_("interaction", "blocked")
                      : rgm_signal_is_edge_active (signal, edge->id) ? C_("interaction", "active") : C_("interaction", "inactive");
  g_autofree char *what = NULL;
  g_autofree char *sentence = NULL;

  switch (edge->kind)
    {
    case RGM_EDGE_INHIBITS:
      what = rgm_text_printf (_("%s inhibits %s"), from, to);
      break;
    case RGM_EDGE_DIMERISES:
      /* Translators: a receptor and a dimer: 'EGFR is a partner in the dimer EGFR–HER2'. */
      what = rgm_text_printf (_("%s is a partner in the dimer %s"), from, to);
      break;
    case RGM_EDGE_TRANSLOCATES:
      /* Translators: a protein moves to the nucleus and activates something there. */
      what = rgm_text_printf (_("%s moves to the nucleus and activates %s"), from, to);
      break;
    case RGM_EDGE_ACTIVATES:
    default:
      what = start->kind == RGM_NODE_LIGAND
               /* Translators: ligands, whose name is a plural, and a receptor: 'EGFR ligands activate EGFR'. */
               ? rgm_text_printf (_("%s activate %s"), from, to) : rgm_text_printf (_("%s activates %s"), from, to);
      break;
    }

  /* Translators: what one part of a pathway does to another, and whether it does so now: 'RAS activates RAF: not active.' */
  sentence = rgm_text_printf (_("%s: %s."), what, state);

  return rgm_join_sentences (sentence, edge->textbook ? _("Textbook knowledge.") : NULL);
}

char *
rgm_pathway_describe_action (RgmDataSet      *data_set,
                             RgmSignal       *signal,
                             const RgmAction *action)
{
  const char *agent = name_of (data_set, signal, action->agent);
  const char *node = name_of (data_set, signal, action->node);
  g_autofree char *what = NULL;

  if (action->kind == RGM_ACTION_INHIBITS)
    what = rgm_text_printf (_("%s inhibits %s."), agent, node);
  else if (action->domain != NULL)
    /* Translators: an agent, a receptor and one of its domains: 'IV'. */
    what = rgm_text_printf (_("%s binds %s at domain %s."), agent, node, action->domain);
  else
    what = rgm_text_printf (_("%s binds %s."), agent, node);

  return rgm_join_sentences (what, action->text);
}

/* What a payload does at the node, in a few words; NULL where none is given for it. */
char *
rgm_pathway_caption (RgmDataSet *data_set,
                     RgmSignal  *signal,
                     const char *node)
{
  GPtrArray *effects = rgm_signal_get_effects (signal);

  for (guint i = 0; i < effects->len; i++)
    {
      const RgmSignalEffect *effect = g_ptr_array_index (effects, i);
      const char *name;

      if (effect->effect->kind != RGM_EFFECT_PAYLOAD || g_strcmp0 (effect->effect->at, node) != 0)
        continue;
      name = name_of (data_set, signal, effect->effect->agent);
      switch (effect->strength)
        {
        case RGM_STRENGTH_FULL:
          /* Translators: what the payload of an agent does: 'T-DXd: full'. */
          return rgm_text_printf (C_("payload", "%s: full"), name);
        case RGM_STRENGTH_WEAK:
          return rgm_text_printf (C_("payload", "%s: weak"), name);
        case RGM_STRENGTH_NONE:
        default:
          return rgm_text_printf (C_("payload", "%s: none"), name);
        }
    }

  return NULL;
}

/* Where the sources say it, and whether some of it is textbook knowledge. */
static char *
describe_ground (GPtrArray *places,
                 gboolean   textbook)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (texts, rgm_value_text_place (g_ptr_array_index (places, i)));
  if (textbook)
    g_ptr_array_add (texts, g_strdup (_("textbook knowledge")));
  g_ptr_array_add (texts, NULL);

  return rgm_join_phrases ((char **) texts->pdata);
}

/* ── Table ───────────────────────────────────────────────────────────────────── */

RgmTable *
rgm_pathway_text_make_table (RgmDataSet *data_set,
                              RgmSignal  *signal)
{
  enum { NAME, STATE, WHY, AGENTS, SOURCES };
  RgmTable *table = rgm_table_new ();
  GPtrArray *nodes = rgm_signal_get_nodes (signal);

  /* Translators: the head of a column with parts of a signalling pathway. */
  rgm_table_add_column (table, "name", _("Element"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "state", _("State"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "why", _("Reason"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "agents", _("Agents that act here"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "sources", _("Sources"), RGM_COLUMN_TEXT);

  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *why = describe_reason (data_set, signal, node);
      g_autofree char *agents = join_names (data_set, signal, node->acting);
      g_autofree char *sources = describe_ground (node->node->citations, node->node->textbook);
      guint row = rgm_table_add_row (table, node->node->id);

      rgm_table_set_text (table, row, NAME, node->node->name);
      rgm_table_set_text (table, row, STATE,
                          is_untouched_target (node) ? C_("signal", "Not blocked")
                          : node->bypass ? C_("signal", "Active (bypass)") : node->active ? C_("signal", "Active")
                          : node->blocked_by[0] != NULL ? C_("signal", "Blocked") : C_("signal", "Inactive"));
      rgm_table_set_text (table, row, WHY, why);
      rgm_table_set_text (table, row, AGENTS, agents);
      rgm_table_set_text (table, row, SOURCES, sources);
    }

  return table;
}
