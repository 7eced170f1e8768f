/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-cli-arms.h"

#include "rgm-arm.h"
#include "rgm-format.h"
#include "rgm-json-writer.h"
#include "rgm-outcome.h"
#include "rgm-regimen.h"
#include "rgm-table.h"
#include "rgm-value-text.h"
#include "rgm-values.h"
#include "rgm-vocabulary.h"

/* What an outcome has in columns of its own, after the words of its source. */
static const char *const parts[] = { "", "_value", "_lower", "_upper", "_unit", "_state", "_responders", "_analysed" };

enum { WORDS, VALUE, LOWER, UPPER, UNIT, STATE, RESPONDERS, ANALYSED };

static const char *const names[] = { "id", "name", "phase", "status", "arm", "label", "class", "regimen", "n" };

enum { ID, NAME, PHASE, STATUS, ARM, LABEL, CLASS, REGIMEN, N, FIRST_OUTCOME };

static void
set_count (RgmTable *table,
           guint     row,
           guint     column,
           gint64    count)
{
  g_autofree char *text = count >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, count) : NULL;

  if (text != NULL)
    rgm_table_set_text (table, row, column, text);
}

static void
set_number (RgmTable *table,
            guint     row,
            guint     column,
            RgmState  state,
            double    value)
{
  g_autofree char *text = state == RGM_STATE_REPORTED ? rgm_shortest_double (value) : NULL;

  if (text != NULL)
    rgm_table_set_text (table, row, column, text);
}

static void
set_outcome (RgmTable         *table,
             guint             row,
             guint             first,
             const RgmOutcome *outcome)
{
  const RgmEstimate *estimate = &outcome->estimate;
  g_autofree char *words = rgm_value_text_published (estimate);

  rgm_table_set_text (table, row, first + WORDS, words);
  set_number (table, row, first + VALUE, estimate->state, estimate->value);
  set_number (table, row, first + LOWER, estimate->lower.state, estimate->lower.value);
  set_number (table, row, first + UPPER, estimate->upper.state, estimate->upper.value);
  rgm_table_set_text (table, row, first + UNIT, estimate->unit);
  rgm_table_set_text (table, row, first + STATE, rgm_enum_get_nick (RGM_TYPE_STATE, estimate->state));
  set_count (table, row, first + RESPONDERS, outcome->responders);
  set_count (table, row, first + ANALYSED, outcome->analysed);
}

static void
set_arm (RgmTable   *table,
         guint       row,
         RgmDataSet *data_set,
         RgmArm     *arm)
{
  rgm_table_set_text (table, row, ARM, arm->id);
  rgm_table_set_text (table, row, LABEL, arm->label);
  rgm_table_set_text (table, row, CLASS, arm->class_id);
  rgm_table_set_text (table, row, REGIMEN, arm->regimen->id);
  set_count (table, row, N, arm->n);
  for (guint i = 0; i < data_set->endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (data_set->endpoints, i);
      const RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint->id);

      if (outcome != NULL)
        set_outcome (table, row, FIRST_OUTCOME + i * (guint) G_N_ELEMENTS (parts), outcome);
    }
}

static void
add_columns (RgmTable   *table,
             RgmDataSet *data_set)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    rgm_table_add_column (table, names[i], names[i], RGM_COLUMN_TEXT);
  for (guint i = 0; i < data_set->endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (data_set->endpoints, i);
      g_autofree char *lower = g_ascii_strdown (endpoint->id, -1);

      g_strdelimit (lower, "-", '_');
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          g_autofree char *name = g_strconcat (lower, parts[j], NULL);

          rgm_table_add_column (table, name, name, RGM_COLUMN_TEXT);
        }
    }
}

static guint
add_trial (RgmTable *table,
           RgmTrial *trial,
           guint     arm)
{
  g_autofree char *key = g_strdup_printf ("%s %u", trial->id, arm);
  guint row = rgm_table_add_row (table, key);

  rgm_table_set_text (table, row, ID, trial->id);
  rgm_table_set_text (table, row, NAME, trial->name);
  rgm_table_set_text (table, row, PHASE, trial->phase);
  rgm_table_set_text (table, row, STATUS, trial->status_state);

  return row;
}

/**
 * rgm_cli_arms_to_csv:
 * @data_set: a data set
 * @trials: (element-type RgmTrial): trials of it
 *
 * Returns: (transfer full): comma-separated values with a row for each arm, and one for a trial that has none; each outcome has its
 *   value, its bounds, its unit and its state in columns of their own, in the unit of its source
 */
char *
rgm_cli_arms_to_csv (RgmDataSet *data_set,
                     GListModel *trials)
{
  g_autoptr (RgmTable) table = rgm_table_new ();
  guint n = g_list_model_get_n_items (trials);

  add_columns (table, data_set);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      if (trial->arms->len == 0)
        add_trial (table, trial, 0);
      for (guint j = 0; j < trial->arms->len; j++)
        set_arm (table, add_trial (table, trial, j), data_set, g_ptr_array_index (trial->arms, j));
    }

  return rgm_table_to_csv (table);
}
