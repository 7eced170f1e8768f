/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-isolate.h"
#include "rgm-json-writer.h"
#include "rgm-punctuation.h"
#include "rgm-signal.h"
#include "rgm-table.h"

static const char *
effect_nick (RgmEffectKind kind)
{
  return kind == RGM_EFFECT_PAYLOAD ? "payload" : "immune";
}

/* ── JSON ────────────────────────────────────────────────────────────────────── */

static void
write_activity (RgmJsonWriter *writer,
                const char    *id,
                gboolean       active)
{
  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "id", id);
  rgm_json_writer_add_boolean (writer, "active", active);
  rgm_json_writer_end_object (writer);
}

static void
write_nodes (RgmJsonWriter *writer,
             RgmSignal     *signal)
{
  GPtrArray *nodes = rgm_signal_get_nodes (signal);

  rgm_json_writer_open_array (writer, "nodes");
  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (nodes, i);

      if (node->node->kind == RGM_NODE_OUTCOME)
        continue;

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "id", node->node->id);
      rgm_json_writer_add_string (writer, "label", node->node->name);
      rgm_json_writer_add_boolean (writer, "active", node->active);
      rgm_json_writer_add_strv (writer, "blocked_by", node->blocked_by);
      rgm_json_writer_add_strv (writer, "because", node->because);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

static void
write_lanes_and_outcomes (RgmJsonWriter *writer,
                          RgmSignal     *signal)
{
  GPtrArray *lanes = rgm_signal_get_pathway (signal)->lanes;
  GPtrArray *nodes = rgm_signal_get_nodes (signal);

  rgm_json_writer_open_array (writer, "pathways");
  for (guint i = 0; i < lanes->len; i++)
    {
      const RgmLane *lane = g_ptr_array_index (lanes, i);

      write_activity (writer, lane->id, rgm_signal_is_lane_active (signal, lane));
    }
  rgm_json_writer_end_array (writer);

  rgm_json_writer_open_array (writer, "outcomes");
  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (nodes, i);

      if (node->node->kind == RGM_NODE_OUTCOME)
        write_activity (writer, node->node->id, node->active);
    }
  rgm_json_writer_end_array (writer);
}

static void
write_effects (RgmJsonWriter *writer,
               RgmSignal     *signal)
{
  GPtrArray *effects = rgm_signal_get_effects (signal);

  rgm_json_writer_open_array (writer, "effects");
  for (guint i = 0; i < effects->len; i++)
    {
      const RgmSignalEffect *effect = g_ptr_array_index (effects, i);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "agent", effect->effect->agent);
      rgm_json_writer_add_string (writer, "effect", effect_nick (effect->effect->kind));
      rgm_json_writer_add_string (writer, "strength", rgm_strength_to_nick (effect->strength));
      rgm_json_writer_add_string (writer, "because", effect->because);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

/* Why nodes are off that no agent is to blame for. */
static void
write_inactive (RgmJsonWriter *writer,
                RgmSignal     *signal)
{
  GPtrArray *nodes = rgm_signal_get_nodes (signal);

  rgm_json_writer_open_array (writer, "inactive");
  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (nodes, i);

      if (node->reason == NULL)
        continue;
      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "id", node->node->id);
      rgm_json_writer_add_string (writer, "because", node->reason);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

/* The given agents that have no place in the pathway. */
static GPtrArray *
find_elsewhere (RgmSignal *signal)
{
  GPtrArray *all = rgm_signal_get_pathway (signal)->elsewhere;
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const RgmElsewhere *each = g_ptr_array_index (all, i);

      if (g_strv_contains ((const char *const *) rgm_signal_get_agents (signal), each->agent))
        g_ptr_array_add (found, (gpointer) each);
    }

  return found;
}

static void
write_elsewhere (RgmJsonWriter *writer,
                 RgmSignal     *signal)
{
  g_autoptr (GPtrArray) elsewhere = find_elsewhere (signal);

  rgm_json_writer_open_array (writer, "elsewhere");
  for (guint i = 0; i < elsewhere->len; i++)
    {
      const RgmElsewhere *each = g_ptr_array_index (elsewhere, i);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "agent", each->agent);
      rgm_json_writer_add_string (writer, "because", each->text);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

static char *
signal_to_json (RgmSignal *signal)
{
  g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_strv (writer, "agents", rgm_signal_get_agents (signal));
  rgm_json_writer_add_strv (writer, "alterations", rgm_signal_get_alterations (signal));
  rgm_json_writer_add_strv (writer, "conditions", rgm_signal_get_conditions (signal));
  write_nodes (writer, signal);
  write_lanes_and_outcomes (writer, signal);
  write_effects (writer, signal);
  write_inactive (writer, signal);
  write_elsewhere (writer, signal);
  rgm_json_writer_end_object (writer);

  return rgm_json_writer_finish (writer);
}

/* ── Tables ──────────────────────────────────────────────────────────────────── */

enum { KIND, ID, LABEL, STATE, BLOCKED_BY, BECAUSE };

static guint
add_row (RgmTable   *table,
         const char *kind,
         const char *id,
         const char *label,
         const char *state)
{
  guint row = rgm_table_add_row (table, id);

  rgm_table_set_text (table, row, KIND, kind);
  rgm_table_set_text (table, row, ID, id);
  rgm_table_set_text (table, row, LABEL, label);
  rgm_table_set_text (table, row, STATE, state);

  return row;
}

static void
set_words (RgmTable  *table,
           guint      row,
           guint      column,
           char     **words)
{
  g_autofree char *text = g_strjoinv ("; ", words);

  rgm_table_set_text (table, row, column, text);
}

/* One table of all that is on and off, for programs that read rows. */
static char *
signal_to_csv (RgmSignal *signal)
{
  static const char *const names[] = { "kind", "id", "label", "state", "blocked_by", "because" };
  g_autoptr (RgmTable) table = rgm_table_new ();
  GPtrArray *nodes = rgm_signal_get_nodes (signal);
  GPtrArray *lanes = rgm_signal_get_pathway (signal)->lanes;
  GPtrArray *effects = rgm_signal_get_effects (signal);
  g_autoptr (GPtrArray) elsewhere = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    rgm_table_add_column (table, names[i], names[i], RGM_COLUMN_TEXT);

  for (guint i = 0; i < nodes->len; i++)
    {
      const RgmSignalNode *node = g_ptr_array_index (nodes, i);
      guint row = add_row (table, node->node->kind == RGM_NODE_OUTCOME ? "outcome" : "node", node->node->id, node->node->name,
                           node->active ? "active" : "inactive");

      set_words (table, row, BLOCKED_BY, node->blocked_by);
      if (node->reason != NULL)
        rgm_table_set_text (table, row, BECAUSE, node->reason);
      else
        set_words (table, row, BECAUSE, node->because);
    }

  for (guint i = 0; i < lanes->len; i++)
    {
      const RgmLane *lane = g_ptr_array_index (lanes, i);

      add_row (table, "pathway", lane->id, lane->name, rgm_signal_is_lane_active (signal, lane) ? "active" : "inactive");
    }

  for (guint i = 0; i < effects->len; i++)
    {
      const RgmSignalEffect *effect = g_ptr_array_index (effects, i);
      guint row = add_row (table, effect_nick (effect->effect->kind), effect->effect->agent, "",
                           rgm_strength_to_nick (effect->strength));

      rgm_table_set_text (table, row, BECAUSE, effect->because);
    }

  elsewhere = find_elsewhere (signal);
  for (guint i = 0; i < elsewhere->len; i++)
    {
      const RgmElsewhere *each = g_ptr_array_index (elsewhere, i);
      guint row = add_row (table, "elsewhere", each->agent, "", "");

      rgm_table_set_text (table, row, BECAUSE, each->text);
    }

  return rgm_table_to_csv (table);
}

static char *
lane_reason (RgmSignal     *signal,
             const RgmLane *lane)
{
  const RgmSignalNode *end = rgm_signal_find_node (signal, lane->nodes[g_strv_length (lane->nodes) - 1]);
  g_autofree char *words = NULL;

  if (end->active)
    {
      words = rgm_join_words (end->because);
      return *words != '\0' ? rgm_text_printf (_("from %s"), words) : g_strdup ("");
    }

  words = rgm_join_words (end->blocked_by);

  return *words != '\0' ? rgm_text_printf (_("blocked by %s"), words) : g_strdup (_("nothing activates it"));
}

/* The four pathways, the effects, and what not to conclude. */
static char *
signal_to_text (RgmSignal *signal)
{
  g_autoptr (RgmTable) table = rgm_table_new ();
  g_autoptr (GString) text = NULL;
  RgmPathway *pathway = rgm_signal_get_pathway (signal);
  GPtrArray *lanes = pathway->lanes;
  GPtrArray *effects = rgm_signal_get_effects (signal);
  g_autoptr (GPtrArray) elsewhere = NULL;
  g_autofree char *lines = NULL;

  rgm_table_add_column (table, "name", "", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "state", "", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "why", "", RGM_COLUMN_TEXT);

  for (guint i = 0; i < lanes->len; i++)
    {
      const RgmLane *lane = g_ptr_array_index (lanes, i);
      g_autofree char *why = lane_reason (signal, lane);
      guint row = rgm_table_add_row (table, lane->id);

      rgm_table_set_text (table, row, 0, lane->name);
      /* Translators: of a signalling pathway: a signal goes through it, or none does. */
      rgm_table_set_text (table, row, 1, rgm_signal_is_lane_active (signal, lane) ? _("active") : _("inactive"));
      rgm_table_set_text (table, row, 2, why);
    }

  for (guint i = 0; i < effects->len; i++)
    {
      const RgmSignalEffect *effect = g_ptr_array_index (effects, i);
      const char *strengths[] = { _("no effect"), _("weak effect"), _("full effect") };
      guint row = rgm_table_add_row (table, effect->effect->agent);

      rgm_table_set_text (table, row, 0, effect->effect->agent);
      rgm_table_set_text (table, row, 1, strengths[effect->strength]);
      rgm_table_set_text (table, row, 2, effect->because);
    }

  elsewhere = find_elsewhere (signal);
  for (guint i = 0; i < elsewhere->len; i++)
    {
      const RgmElsewhere *each = g_ptr_array_index (elsewhere, i);
      guint row = rgm_table_add_row (table, each->agent);

      rgm_table_set_text (table, row, 0, each->agent);
      rgm_table_set_text (table, row, 1, _("acts elsewhere"));
      rgm_table_set_text (table, row, 2, each->text);
    }

  lines = rgm_table_to_text (table, FALSE);
  text = g_string_new (lines);
  g_string_append_printf (text, "\n%s %s\n",
                          _("A teaching model of published statements, not a prediction for a patient. "
                            "A blocked signal is not a response."),
                          pathway->caveat->text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * rgm_cli_signal:
 * @options: the call
 * @data_set: the data set
 *
 * Answers what of the pathway is on and off under the agents, alterations and conditions
 * that the call names.
 *
 * Returns: the exit status
 */
int
rgm_cli_signal (const RgmCliOptions *options,
                RgmDataSet          *data_set)
{
  g_autoptr (RgmSignal) signal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  signal = rgm_signal_new (data_set, (const char * const *) options->agents, (const char * const *) options->alterations,
                           (const char * const *) options->conditions, &error);
  if (signal == NULL)
    return rgm_cli_fail (error);

  switch (options->format)
    {
    case RGM_CLI_JSON:
      text = signal_to_json (signal);
      break;
    case RGM_CLI_CSV:
      text = signal_to_csv (signal);
      break;
    case RGM_CLI_TEXT:
    default:
      text = signal_to_text (signal);
      break;
    }

  return rgm_cli_answer (text);
}
