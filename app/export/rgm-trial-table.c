/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-trial-table.h"

#include "rgm-arm.h"
#include "rgm-json-writer.h"
#include "rgm-number-remarks.h"
#include "rgm-outcome.h"
#include "rgm-record-columns.h"
#include "rgm-subgroup.h"
#include "rgm-trial.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

/* Tables of trials and of arms with every field of theirs: what is read most comes first, in columns of its own choice, and the rest
 * follows in the order of the document. */

static void
set_taken (RgmTable *table,
           guint     row,
           guint     column,
           char     *text)
{
  rgm_table_set_text (table, row, column, text);
  g_free (text);
}

static void
set_count (RgmTable *table,
           guint     row,
           guint     column,
           gint64    count)
{
  g_autofree char *text = count >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, count) : NULL;

  if (text != NULL)
    rgm_table_set_number (table, row, column, (double) count, text);
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
    rgm_table_set_number (table, row, column, value, text);
}

/* ── Trials ──────────────────────────────────────────────────────────────────── */

static const char *const trial_columns[] = {
  "id", "name", "registrations", "title", "phase", "classes", "allocation", "status", "state", "population", "regimens", "n",
};

enum
{
  TRIAL_ID,
  TRIAL_NAME,
  TRIAL_REGISTRATIONS,
  TRIAL_TITLE,
  TRIAL_PHASE,
  TRIAL_CLASSES,
  TRIAL_ALLOCATION,
  TRIAL_STATUS,
  TRIAL_STATE,
  TRIAL_POPULATION,
  TRIAL_REGIMENS,
  TRIAL_N,
  TRIAL_ENDPOINTS,
};

static const char *const trial_left_out[] = {
  "id", "name", "registrations", "title", "phase", "classes", "allocation", "status", "arms", NULL,
};

/* These stand first in every data set. */
static const char *const first_endpoints[] = { RGM_ENDPOINT_ORR, RGM_ENDPOINT_DCR, RGM_ENDPOINT_PFS, RGM_ENDPOINT_OS, NULL };

/* Returns: (transfer container): ids of endpoints */
static GPtrArray *
list_endpoints (RgmDataSet *data_set)
{
  GPtrArray *endpoints = g_ptr_array_new ();

  for (guint i = 0; first_endpoints[i] != NULL; i++)
    g_ptr_array_add (endpoints, (char *) first_endpoints[i]);
  for (guint i = 0; i < data_set->endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (data_set->endpoints, i);

      if (!g_strv_contains (first_endpoints, endpoint->id))
        g_ptr_array_add (endpoints, (char *) endpoint->id);
    }

  return endpoints;
}

/* FOLLOW-UP is the column follow_up. */
static char *
make_column_id (const char *endpoint)
{
  return g_strdelimit (g_ascii_strdown (endpoint, -1), "-", '_');
}

/* One text per arm with semicolons between them, or a single text if all arms have the same, so that the columns of a line
 * correspond. */
static char *
join_arms (RgmTrial *trial,
           char *(*text_of) (RgmArm *arm, gconstpointer data),
           gconstpointer data)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean differ = FALSE;

  for (guint i = 0; i < trial->arms->len; i++)
    {
      g_ptr_array_add (texts, text_of (g_ptr_array_index (trial->arms, i), data));
      if (!g_str_equal (g_ptr_array_index (texts, i), g_ptr_array_index (texts, 0)))
        differ = TRUE;
    }
  if (!differ && texts->len > 1)
    g_ptr_array_set_size (texts, 1);
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("; ", (char **) texts->pdata);
}

static char *
arm_published (RgmArm        *arm,
               gconstpointer  endpoint)
{
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint);

  return outcome != NULL ? rgm_value_text_published (&outcome->estimate) : g_strdup ("");
}

static char *
arm_n (RgmArm        *arm,
       gconstpointer  data)
{
  return arm->n >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, arm->n) : g_strdup ("");
}

static char *
arm_regimen (RgmArm        *arm,
             gconstpointer  data)
{
  return g_strdup (arm->regimen->id);
}

static void
set_trial (RgmTable  *table,
           guint      row,
           RgmTrial  *trial,
           GPtrArray *endpoints)
{
  guint column = TRIAL_ENDPOINTS + endpoints->len;

  rgm_table_set_text (table, row, TRIAL_ID, trial->id);
  rgm_table_set_text (table, row, TRIAL_NAME, trial->name);
  set_taken (table, row, TRIAL_REGISTRATIONS, g_strjoinv ("; ", trial->registrations));
  rgm_table_set_text (table, row, TRIAL_TITLE, trial->title);
  rgm_table_set_text (table, row, TRIAL_PHASE, trial->phase);
  set_taken (table, row, TRIAL_CLASSES, g_strjoinv ("; ", trial->classes));
  rgm_table_set_text (table, row, TRIAL_ALLOCATION, rgm_enum_get_nick (RGM_TYPE_ALLOCATION, trial->allocation));
  rgm_table_set_text (table, row, TRIAL_STATUS, trial->status_published);
  rgm_table_set_text (table, row, TRIAL_STATE, trial->status_state);
  rgm_table_set_text (table, row, TRIAL_POPULATION, rgm_trial_get_population (trial));
  set_taken (table, row, TRIAL_REGIMENS, join_arms (trial, arm_regimen, NULL));
  set_taken (table, row, TRIAL_N, join_arms (trial, arm_n, NULL));
  for (guint i = 0; i < endpoints->len; i++)
    set_taken (table, row, TRIAL_ENDPOINTS + i, join_arms (trial, arm_published, g_ptr_array_index (endpoints, i)));
  rgm_record_columns_set (table, row, &column, &rgm_trial_description, trial, NULL, trial_left_out);
}

/**
 * rgm_trial_table_new:
 * @data_set: a data set
 * @trials: (element-type RgmTrial): trials of it
 *
 * Returns: (transfer full): a table with a row for each trial and every field of it; what its arms have is joined in a cell, one text
 *   for each arm
 */
RgmTable *
rgm_trial_table_new (RgmDataSet *data_set,
                     GListModel *trials)
{
  RgmTable *table = rgm_table_new ();
  g_autoptr (GPtrArray) endpoints = list_endpoints (data_set);

  for (guint i = 0; i < G_N_ELEMENTS (trial_columns); i++)
    rgm_table_add_column (table, trial_columns[i], trial_columns[i], RGM_COLUMN_TEXT);
  for (guint i = 0; i < endpoints->len; i++)
    {
      g_autofree char *id = make_column_id (g_ptr_array_index (endpoints, i));

      rgm_table_add_column (table, id, id, RGM_COLUMN_TEXT);
    }
  rgm_record_columns_add (table, &rgm_trial_description, NULL, trial_left_out);

  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      set_trial (table, rgm_table_add_row (table, trial->id), trial, endpoints);
    }

  return table;
}

/* ── Arms ────────────────────────────────────────────────────────────────────── */

static const char *const arm_columns[] = { "id", "name", "phase", "status", "arm", "label", "class", "regimen", "n" };

enum
{
  ARM_TRIAL,
  ARM_NAME,
  ARM_PHASE,
  ARM_STATUS,
  ARM_ID,
  ARM_LABEL,
  ARM_CLASS,
  ARM_REGIMEN,
  ARM_N,
  ARM_OUTCOMES,
};

static const char *const arm_left_out[] = { "id", "label", "class", "regimen", "n", "outcomes", "subgroups", NULL };

/* What an outcome has in columns of its own, after the words of its source. */
static const struct
{
  const char    *suffix;
  RgmColumnKind  kind;
} outcome_columns[] = {
  { "", RGM_COLUMN_TEXT },
  { "_value", RGM_COLUMN_NUMBER },
  { "_lower", RGM_COLUMN_NUMBER },
  { "_upper", RGM_COLUMN_NUMBER },
  { "_unit", RGM_COLUMN_TEXT },
  { "_state", RGM_COLUMN_TEXT },
  { "_responders", RGM_COLUMN_NUMBER },
  { "_analysed", RGM_COLUMN_NUMBER },
  { "_relation", RGM_COLUMN_TEXT },
  { "_lower_state", RGM_COLUMN_TEXT },
  { "_upper_state", RGM_COLUMN_TEXT },
  { "_level", RGM_COLUMN_NUMBER },
  { "_derived", RGM_COLUMN_TEXT },
  { "_notes", RGM_COLUMN_TEXT },
  { "_sources", RGM_COLUMN_TEXT },
};

enum
{
  OUTCOME_WORDS,
  OUTCOME_VALUE,
  OUTCOME_LOWER,
  OUTCOME_UPPER,
  OUTCOME_UNIT,
  OUTCOME_STATE,
  OUTCOME_RESPONDERS,
  OUTCOME_ANALYSED,
  OUTCOME_RELATION,
  OUTCOME_LOWER_STATE,
  OUTCOME_UPPER_STATE,
  OUTCOME_LEVEL,
  OUTCOME_DERIVED,
  OUTCOME_NOTES,
  OUTCOME_SOURCES,
};

static char *
join_sources (GPtrArray *citations)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++)
    {
      const RgmCitationRef *citation = g_ptr_array_index (citations, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", citation->source, citation->location);
    }

  return g_strdup (text->str);
}

static void
set_outcome (RgmTable         *table,
             guint             row,
             guint             first,
             const RgmOutcome *outcome)
{
  const RgmEstimate *estimate = &outcome->estimate;

  set_taken (table, row, first + OUTCOME_WORDS, rgm_value_text_published (estimate));
  set_number (table, row, first + OUTCOME_VALUE, estimate->state, estimate->value);
  set_number (table, row, first + OUTCOME_LOWER, estimate->lower.state, estimate->lower.value);
  set_number (table, row, first + OUTCOME_UPPER, estimate->upper.state, estimate->upper.value);
  rgm_table_set_text (table, row, first + OUTCOME_UNIT, estimate->unit);
  rgm_table_set_text (table, row, first + OUTCOME_STATE, rgm_enum_get_nick (RGM_TYPE_STATE, (int) estimate->state));
  set_count (table, row, first + OUTCOME_RESPONDERS, outcome->responders);
  set_count (table, row, first + OUTCOME_ANALYSED, outcome->analysed);
  rgm_table_set_text (table, row, first + OUTCOME_RELATION, rgm_enum_get_nick (RGM_TYPE_RELATION, (int) estimate->relation));
  rgm_table_set_text (table, row, first + OUTCOME_LOWER_STATE, rgm_enum_get_nick (RGM_TYPE_STATE, (int) estimate->lower.state));
  rgm_table_set_text (table, row, first + OUTCOME_UPPER_STATE, rgm_enum_get_nick (RGM_TYPE_STATE, (int) estimate->upper.state));
  set_number (table, row, first + OUTCOME_LEVEL, estimate->level > 0 ? RGM_STATE_REPORTED : RGM_STATE_NOT_REPORTED, estimate->level);
  set_taken (table, row, first + OUTCOME_DERIVED, g_strjoinv ("; ", outcome->derived));
  set_taken (table, row, first + OUTCOME_NOTES, g_strjoinv ("; ", outcome->notes));
  set_taken (table, row, first + OUTCOME_SOURCES, join_sources (outcome->citations));
}

/* A subgroup has outcomes of its own; in one cell it is read and not computed with. */
static char *
join_subgroups (RgmArm *arm)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < arm->subgroups->len; i++)
    {
      const RgmSubgroup *subgroup = g_ptr_array_index (arm->subgroups, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", subgroup->label);
      if (subgroup->n >= 0)
        g_string_append_printf (text, " (n = %" G_GINT64_FORMAT ")", subgroup->n);
      for (guint j = 0; j < subgroup->outcomes->len; j++)
        {
          const RgmOutcome *outcome = g_ptr_array_index (subgroup->outcomes, j);
          g_autofree char *words = rgm_value_text_published (&outcome->estimate);

          g_string_append_printf (text, "%s %s %s", j == 0 ? ":" : ",", outcome->endpoint, words);
        }
    }

  return g_strdup (text->str);
}

static void
set_arm (RgmTable   *table,
         guint       row,
         RgmDataSet *data_set,
         RgmArm     *arm)
{
  guint column = ARM_OUTCOMES + data_set->endpoints->len * (guint) G_N_ELEMENTS (outcome_columns);

  rgm_table_set_text (table, row, ARM_ID, arm->id);
  rgm_table_set_text (table, row, ARM_LABEL, arm->label);
  rgm_table_set_text (table, row, ARM_CLASS, arm->class_id);
  rgm_table_set_text (table, row, ARM_REGIMEN, arm->regimen->id);
  set_count (table, row, ARM_N, arm->n);
  for (guint i = 0; i < data_set->endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (data_set->endpoints, i);
      const RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint->id);

      if (outcome != NULL)
        set_outcome (table, row, ARM_OUTCOMES + i * (guint) G_N_ELEMENTS (outcome_columns), outcome);
    }
  set_taken (table, row, column++, join_subgroups (arm));
  rgm_record_columns_set (table, row, &column, &rgm_arm_description, arm, NULL, arm_left_out);
}

/* The conflicts and cautions that the arm's numbers carry, whichever endpoint they are of. */
static char *
join_remarks (RgmDataSet *data_set,
              RgmTrial   *trial,
              RgmArm     *arm)
{
  g_autoptr (GPtrArray) endpoints = g_ptr_array_new ();

  for (guint i = 0; i < data_set->endpoints->len; i++)
    g_ptr_array_add (endpoints, (gpointer) ((const RgmEndpoint *) g_ptr_array_index (data_set->endpoints, i))->id);
  g_ptr_array_add (endpoints, NULL);

  return rgm_number_remarks_text (trial, arm, (const char * const *) endpoints->pdata);
}

static void
add_arm_columns (RgmTable   *table,
                 RgmDataSet *data_set)
{
  for (guint i = 0; i < G_N_ELEMENTS (arm_columns); i++)
    rgm_table_add_column (table, arm_columns[i], arm_columns[i], i == ARM_N ? RGM_COLUMN_NUMBER : RGM_COLUMN_TEXT);
  for (guint i = 0; i < data_set->endpoints->len; i++)
    {
      g_autofree char *endpoint = make_column_id (((const RgmEndpoint *) g_ptr_array_index (data_set->endpoints, i))->id);

      for (guint j = 0; j < G_N_ELEMENTS (outcome_columns); j++)
        {
          g_autofree char *id = g_strconcat (endpoint, outcome_columns[j].suffix, NULL);

          rgm_table_add_column (table, id, id, outcome_columns[j].kind);
        }
    }
  rgm_table_add_column (table, "subgroups", "subgroups", RGM_COLUMN_TEXT);
  rgm_record_columns_add (table, &rgm_arm_description, NULL, arm_left_out);
  rgm_table_add_column (table, "remarks", "remarks", RGM_COLUMN_TEXT);
}

static guint
add_arm_row (RgmTable *table,
             RgmTrial *trial,
             guint     arm)
{
  g_autofree char *key = g_strdup_printf ("%s %u", trial->id, arm);
  guint row = rgm_table_add_row (table, key);

  rgm_table_set_text (table, row, ARM_TRIAL, trial->id);
  rgm_table_set_text (table, row, ARM_NAME, trial->name);
  rgm_table_set_text (table, row, ARM_PHASE, trial->phase);
  rgm_table_set_text (table, row, ARM_STATUS, trial->status_state);

  return row;
}

/**
 * rgm_arm_table_new:
 * @data_set: a data set
 * @trials: (element-type RgmTrial): trials of it
 *
 * Returns: (transfer full): a table with a row for each arm, and one for a trial that has none; each outcome has its value, its bounds,
 *   its unit and its state in columns of their own, in the unit of its source; the last has what contradicts the numbers
 */
RgmTable *
rgm_arm_table_new (RgmDataSet *data_set,
                   GListModel *trials)
{
  RgmTable *table = rgm_table_new ();

  add_arm_columns (table, data_set);
  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      if (trial->arms->len == 0)
        add_arm_row (table, trial, 0);
      for (guint j = 0; j < trial->arms->len; j++)
        {
          RgmArm *arm = g_ptr_array_index (trial->arms, j);
          guint row = add_arm_row (table, trial, j);

          set_arm (table, row, data_set, arm);
          set_taken (table, row, rgm_table_get_n_columns (table) - 1, join_remarks (data_set, trial, arm));
        }
    }

  return table;
}
