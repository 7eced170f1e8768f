/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-cli-common.h"
#include "rgm-evidence-json.h"
#include "rgm-number-remarks.h"
#include "rgm-outcome.h"
#include "rgm-punctuation.h"
#include "rgm-query-suggestions.h"
#include "rgm-table.h"
#include "rgm-trial-table.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

static char *
list_to_json (GListModel *trials)
{
  g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();
  guint n = g_list_model_get_n_items (trials);

  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      rgm_evidence_json_trial (writer, trial);
    }
  rgm_json_writer_end_array (writer);

  return rgm_json_writer_finish (writer);
}

/* One text per arm, in the order of the arms, or a single text if all arms have the same, so
 * that the columns of a line correspond. */
static GStrv
collect_arms (RgmTrial *trial,
              char *(*text_of) (RgmTrial *trial, RgmArm *arm, gconstpointer data),
              gconstpointer data)
{
  GPtrArray *arms = trial->arms;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean differ = FALSE;

  for (guint i = 0; i < arms->len; i++)
    {
      g_ptr_array_add (texts, text_of (trial, g_ptr_array_index (arms, i), data));
      if (!g_str_equal (g_ptr_array_index (texts, i), g_ptr_array_index (texts, 0)))
        differ = TRUE;
    }
  if (!differ && texts->len > 1)
    g_ptr_array_set_size (texts, 1);
  g_ptr_array_add (texts, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

static char *
arm_outcome (RgmTrial      *trial,
             RgmArm        *arm,
             gconstpointer  endpoint)
{
  const char *endpoints[] = { endpoint, NULL };
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint);
  g_autoptr (GPtrArray) remarks = rgm_number_remarks_find (trial, arm, endpoints);
  g_autofree char *value = outcome != NULL ? rgm_value_text_value (&outcome->estimate) : NULL;

  return g_strconcat (value != NULL ? value : "–", value != NULL && remarks->len > 0 ? RGM_SIGN_SPACE RGM_REMARK_SIGN : NULL, NULL);
}

static void
set_taken (RgmTable *table,
           guint     row,
           guint     column,
           char     *text)
{
  rgm_table_set_text (table, row, column, text);
  g_free (text);
}

static const char *
phase_label (RgmTrial *trial)
{
  int phase = trial->phase != NULL ? rgm_enum_find (RGM_TYPE_PHASE, trial->phase) : -1;

  return phase >= 0 ? rgm_enum_get_label (RGM_TYPE_PHASE, phase) : trial->phase;
}

static char *
list_to_text (GListModel *trials)
{
  enum { ID, NAME, ARMS, CLASSES, PHASE, STATUS, ORR };
  g_autoptr (RgmTable) table = rgm_table_new ();
  guint n = g_list_model_get_n_items (trials);

  rgm_table_add_column (table, "id", "", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "name", "", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "arms", "", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "classes", "", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "phase", "", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "status", "", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "orr", "", RGM_COLUMN_TEXT);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);
      g_auto (GStrv) rates = collect_arms (trial, arm_outcome, RGM_ENDPOINT_ORR);
      g_autofree char *orr = rgm_join_phrases (rates);
      guint row = rgm_table_add_row (table, trial->id);

      rgm_table_set_text (table, row, ID, trial->id);
      rgm_table_set_text (table, row, NAME, trial->name);
      set_taken (table, row, ARMS, rgm_value_text_arms (trial));
      set_taken (table, row, CLASSES, g_strjoinv ("/", trial->classes));
      rgm_table_set_text (table, row, PHASE, phase_label (trial));
      rgm_table_set_text (table, row, STATUS, rgm_value_text_status (trial->status_state));
      if (g_str_equal (orr, "–"))
        rgm_table_set_text (table, row, ORR, "–");
      else
        set_taken (table, row, ORR, g_strdup_printf (_("ORR %s"), orr));
    }

  return rgm_table_to_text (table, FALSE);
}

static char *
list_to_csv (RgmDataSet *data_set,
             GListModel *trials,
             gboolean    each_arm)
{
  g_autoptr (RgmTable) table = each_arm ? rgm_arm_table_new (data_set, trials) : rgm_trial_table_new (data_set, trials);

  return rgm_table_to_csv (table);
}

static void
say_nothing_is_found (RgmSelection *selection)
{
  g_autoptr (GPtrArray) suggestions = rgm_query_suggestions_find (selection);
  g_autofree char *cause = rgm_query_suggestions_explain (selection);

  rgm_cli_complain (_("No trial matches."));
  if (cause[0] != '\0')
    rgm_cli_complain ("%s", cause);
  for (guint i = 0; i < suggestions->len; i++)
    {
      g_autofree char *label = rgm_query_suggestion_label (g_ptr_array_index (suggestions, i));

      rgm_cli_complain ("%s", label);
    }
}

/**
 * rgm_cli_list:
 * @options: the call
 * @data_set: the data set
 *
 * Lists the trials that the call asks for, one a line, or says that there are none.
 *
 * Returns: the exit status
 */
int
rgm_cli_list (const RgmCliOptions *options,
              RgmDataSet          *data_set)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmSelection) selection = rgm_cli_select (options, data_set, &error);
  g_autofree char *text = NULL;

  if (selection == NULL)
    return rgm_cli_fail (error);
  if (options->each_arm && options->format != RGM_CLI_CSV)
    {
      rgm_cli_complain (_("--each-arm needs --format=csv."));
      return RGM_CLI_BAD_CALL;
    }

  switch (options->format)
    {
    case RGM_CLI_JSON:
      text = list_to_json (G_LIST_MODEL (selection));
      break;
    case RGM_CLI_CSV:
      text = list_to_csv (data_set, G_LIST_MODEL (selection), options->each_arm);
      break;
    case RGM_CLI_TEXT:
    default:
      text = list_to_text (G_LIST_MODEL (selection));
      break;
    }

  /* No trial is an answer and no fault, but a person should not look at an empty screen. */
  if (rgm_selection_get_count (selection) == 0)
    say_nothing_is_found (selection);

  return rgm_cli_answer (text);
}
