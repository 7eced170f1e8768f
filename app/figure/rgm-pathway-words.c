/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-format.h"
#include "rgm-pathway-words.h"
#include "rgm-punctuation.h"

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

  return agent != NULL ? rgm_agent_get_name (agent) : id;
}

/* A name as it stands within a sentence: 'tucatinib', 'a ligand', but 'T-DXd'. */
static char *
within_sentence (const char *name)
{
  const char *second = *name != '\0' ? g_utf8_next_char (name) : name;

  if (*name == '\0' || !(g_unichar_islower (g_utf8_get_char (second)) || *second == ' '))
    return g_strdup (name);

  {
    g_autofree char *first = g_utf8_strdown (name, second - name);

    return g_strconcat (first, second, NULL);
  }
}

/* Their names, as they stand within a sentence. */
static GStrv
name_all (RgmDataSet  *data_set,
          RgmSignal   *signal,
          char       **ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (names, within_sentence (name_of (data_set, signal, ids[i])));
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static char *
join_names (RgmDataSet  *data_set,
            RgmSignal   *signal,
            char       **ids)
{
  g_auto (GStrv) names = name_all (data_set, signal, ids);

  return rgm_join_words (names);
}

/* 'On: MAPK. Off: PI3K/AKT, JAK/STAT.' */
static char *
describe_lanes (RgmSignal *signal)
{
  GPtrArray *lanes = rgm_pathway_get_lanes (rgm_signal_get_pathway (signal));
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
    return g_strdup_printf (_("On: %s."), on->str);
  if (on->len == 0)
    return g_strdup_printf (_("Off: %s."), off->str);

  return g_strdup_printf (_("On: %s. Off: %s."), on->str, off->str);
}

static char *
describe_given (RgmDataSet *data_set,
                RgmSignal  *signal)
{
  g_autofree char *alterations = join_names (data_set, signal, rgm_signal_get_alterations (signal));
  g_autofree char *conditions = join_names (data_set, signal, rgm_signal_get_conditions (signal));

  /* Translators: what is altered in a tumour, and what else holds: 'HER2 amplification; a ligand of EGFR is there.' */
  return g_strdup_printf (_("%s; %s."), *alterations != '\0' ? alterations : _("No alteration"),
                          *conditions != '\0' ? conditions : _("no ligand is there"));
}

/* ── Words ───────────────────────────────────────────────────────────────────── */

static void
add_sources (GHashTable *seen,
             GPtrArray  *order,
             GPtrArray  *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const RgmPlace *place = g_ptr_array_index (places, i);

      if (g_hash_table_add (seen, (gpointer) place->source))
        g_ptr_array_add (order, (gpointer) place->source);
    }
}

/* The source that most of it rests on, and how many more there are. */
static char *
describe_sources (RgmDataSet *data_set,
                  RgmPathway *pathway)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autofree char *date = rgm_format_date (rgm_data_set_get_as_of (data_set));
  g_autoptr (GString) text = g_string_new (NULL);
  RgmSource *first;

  for (guint i = 0; i < rgm_pathway_get_nodes (pathway)->len; i++)
    add_sources (seen, order, ((RgmPathwayNode *) g_ptr_array_index (rgm_pathway_get_nodes (pathway), i))->places);
  for (guint i = 0; i < rgm_pathway_get_edges (pathway)->len; i++)
    add_sources (seen, order, ((RgmPathwayEdge *) g_ptr_array_index (rgm_pathway_get_edges (pathway), i))->places);
  for (guint i = 0; i < rgm_pathway_get_actions (pathway)->len; i++)
    add_sources (seen, order, ((RgmAction *) g_ptr_array_index (rgm_pathway_get_actions (pathway), i))->places);
  for (guint i = 0; i < rgm_pathway_get_effects (pathway)->len; i++)
    add_sources (seen, order, ((RgmEffect *) g_ptr_array_index (rgm_pathway_get_effects (pathway), i))->places);

  first = order->len > 0 ? rgm_data_set_find_source (data_set, g_ptr_array_index (order, 0)) : NULL;
  if (first == NULL)
    return g_strdup (_("Textbook knowledge."));

  /* Translators: the first %s is a date, the second a citation with its full stop. */
  g_string_append_printf (text, _("Evidence as of %s. Source: %s"), date, rgm_source_get_citation (first));
  if (order->len > 1)
    {
      guint more = order->len - 1;

      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("And %u more.", "And %u more.", more), more);
    }
  g_string_append_c (text, ' ');
  g_string_append (text, _("Some of it is textbook knowledge."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the given agents do beside blocking, and who acts elsewhere. */
static char *
describe_rest (RgmDataSet *data_set,
               RgmSignal  *signal)
{
  RgmPathway *pathway = rgm_signal_get_pathway (signal);
  GPtrArray *elsewhere = rgm_pathway_get_elsewhere (pathway);
  GPtrArray *effects = rgm_signal_get_effects (signal);
  const char *const *agents = (const char *const *) rgm_signal_get_agents (signal);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < effects->len; i++)
    {
      const RgmSignalEffect *effect = g_ptr_array_index (effects, i);
      const char *name = name_of (data_set, signal, effect->effect->agent);
      const char *strengths[2][3] = {
        /* Translators: %s is an agent, such as a conjugate. */
        { _("%s, payload: no effect."), _("%s, payload: weak effect."), _("%s, payload: full effect.") },
        /* Translators: %s is an agent. */
        { _("%s, immune system: no effect."), _("%s, immune system: weak effect."), _("%s, immune system: full effect.") },
      };

      g_string_append_printf (text, "%s", text->len > 0 ? " " : "");
      g_string_append (text, strengths[effect->effect->kind][effect->strength]);
      g_string_replace (text, "%s", name, 1);
      g_string_append_printf (text, " %s", effect->because);
    }

  for (guint i = 0; i < elsewhere->len; i++)
    {
      const RgmElsewhere *each = g_ptr_array_index (elsewhere, i);

      if (agents[0] == NULL || g_strv_contains (agents, each->agent))
        rgm_add_word (names, name_of (data_set, signal, each->agent));
    }

  if (names->len > 0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      /* Translators: %s are names of agents that have no place in the diagram. */
      g_string_append_printf (text, _("Acting elsewhere: %s."), names->str);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
rgm_pathway_words_fill (RgmDataSet     *data_set,
                        RgmSignal      *signal,
                        RgmFigureWords *words)
{
  RgmPathway *pathway = rgm_signal_get_pathway (signal);
  g_autofree char *given = describe_given (data_set, signal);
  g_autofree char *lanes = describe_lanes (signal);
  g_auto (GStrv) given_together = name_all (data_set, signal, rgm_signal_get_agents (signal));
  /* Translators: stands between the names of agents that are given together, with its spaces. */
  g_autofree char *agents = g_strjoinv (_(" plus "), given_together);
  g_autofree char *title = NULL;

  /* Translators: %s are names of agents. */
  words->title = *agents != '\0' ? g_strdup_printf (_("The pathway under %s"), agents) : g_strdup (_("Where agents act"));
  words->subtitle = g_strdup_printf ("%s %s", given, lanes);
  words->note = describe_rest (data_set, signal);
  title = rgm_end_sentence (words->title);
  words->summary = g_strdup_printf ("%s %s %s", title, words->subtitle, words->note);
  words->caveat = g_strdup_printf ("%s %s",
                                   _("A teaching model of published statements, not a prediction for a patient. "
                                     "A blocked signal is not a response."),
                                   rgm_pathway_get_caveat (pathway)->text);
  words->sources = describe_sources (data_set, pathway);
}

/* ── Marks ───────────────────────────────────────────────────────────────────── */

static char *
describe_reason (RgmDataSet          *data_set,
                 RgmSignal           *signal,
                 const RgmSignalNode *node)
{
  return join_names (data_set, signal, node->active ? node->because : node->blocked_by);
}

char *
rgm_pathway_describe_node (RgmDataSet          *data_set,
                           RgmSignal           *signal,
                           const RgmSignalNode *node)
{
  g_autofree char *why = describe_reason (data_set, signal, node);
  const char *name = node->node->name;

  if (node->active && *why == '\0')
    /* Translators: of a protein: it is switched on. */
    return g_strdup_printf (_("%s is on of itself."), name);
  if (node->bypass)
    /* Translators: the second are names from which a signal comes. */
    return g_strdup_printf (_("%s is on, past what is blocked; the signal comes from %s."), name, why);
  if (node->active)
    return g_strdup_printf (_("%s is on; the signal comes from %s."), name, why);
  if (*why != '\0')
    /* Translators: the second are names of agents. */
    return g_strdup_printf (_("%s is off, blocked by %s."), name, why);

  return g_strdup_printf (_("%s is off."), name);
}

char *
rgm_pathway_describe_edge (RgmSignal            *signal,
                           const RgmPathwayEdge *edge)
{
  RgmPathway *pathway = rgm_signal_get_pathway (signal);
  const char *from = rgm_pathway_find_node (pathway, edge->from, NULL)->name;
  const char *to = rgm_pathway_find_node (pathway, edge->to, NULL)->name;
  g_autofree char *what = NULL;

  switch (edge->kind)
    {
    case RGM_EDGE_INHIBITS:
      what = g_strdup_printf (_("%s holds %s back."), from, to);
      break;
    case RGM_EDGE_DIMERISES:
      /* Translators: a receptor and a pair of receptors. */
      what = g_strdup_printf (_("%s is a half of %s."), from, to);
      break;
    case RGM_EDGE_TRANSLOCATES:
      /* Translators: a protein goes to the nucleus and switches something on there. */
      what = g_strdup_printf (_("%s goes to the nucleus and switches %s on."), from, to);
      break;
    case RGM_EDGE_ACTIVATES:
    default:
      what = g_strdup_printf (_("%s switches %s on."), from, to);
      break;
    }

  return g_strdup_printf ("%s %s", what, rgm_signal_is_edge_cut (signal, edge->id) ? _("It is blocked.")
                          : rgm_signal_is_edge_active (signal, edge->id) ? _("It is happening.") : _("It isn’t happening."));
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
    what = g_strdup_printf (_("%s inhibits %s."), agent, node);
  else if (action->domain != NULL)
    /* Translators: an agent, a receptor and one of its domains: 'IV'. */
    what = g_strdup_printf (_("%s binds %s at domain %s."), agent, node, action->domain);
  else
    what = g_strdup_printf (_("%s binds %s."), agent, node);

  return action->text != NULL ? g_strdup_printf ("%s %s", what, action->text) : g_steal_pointer (&what);
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
      const char *name = name_of (data_set, signal, effect->effect->agent);

      if (effect->effect->kind != RGM_EFFECT_PAYLOAD || g_strcmp0 (effect->effect->at, node) != 0)
        continue;
      switch (effect->strength)
        {
        case RGM_STRENGTH_FULL:
          /* Translators: what the payload of an agent does: 'T-DXd: full'. */
          return g_strdup_printf (C_("payload", "%s: full"), name);
        case RGM_STRENGTH_WEAK:
          return g_strdup_printf (C_("payload", "%s: weak"), name);
        case RGM_STRENGTH_NONE:
        default:
          return g_strdup_printf (C_("payload", "%s: none"), name);
        }
    }

  return NULL;
}

/* ── Table ───────────────────────────────────────────────────────────────────── */

RgmTable *
rgm_pathway_words_make_table (RgmDataSet *data_set,
                              RgmSignal  *signal)
{
  enum { NAME, STATE, WHY, AGENTS };
  RgmTable *table = rgm_table_new ();
  GPtrArray *nodes = rgm_signal_get_nodes (signal);

  /* Translators: the head of a column with parts of a signalling pathway. */
  rgm_table_add_column (table, "name", _("Part"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "state", _("State"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "why", _("Why"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "agents", _("Agents that act here"), RGM_COLUMN_TEXT);

  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *why = describe_reason (data_set, signal, node);
      g_autofree char *agents = join_names (data_set, signal, node->acting);
      guint row = rgm_table_add_row (table, node->node->id);

      rgm_table_set_text (table, row, NAME, node->node->name);
      rgm_table_set_text (table, row, STATE,
                          node->bypass ? C_("signal", "On, past the block") : node->active ? C_("signal", "On")
                          : *why != '\0' ? C_("signal", "Blocked") : C_("signal", "Off"));
      rgm_table_set_text (table, row, WHY, why);
      rgm_table_set_text (table, row, AGENTS, agents);
    }

  return table;
}
