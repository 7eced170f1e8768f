/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-comparison-cells.h"
#include "rgm-comparison-table.h"
#include "rgm-terms.h"

#define NAME_COLUMN 0
#define DIFFERS_COLUMN 1

typedef struct
{
  RgmDataSet *data_set;
  GListModel *trials;
  RgmTable   *table;
} Comparison;

/* @is_population: whether a difference in the row is to be marked */
static void
add_row (Comparison        *self,
         const char        *id,
         const char        *title,
         RgmComparisonFunc  make,
         gconstpointer      topic,
         gboolean           is_population)
{
  guint row = rgm_table_add_row (self->table, id);
  g_autofree char *first = NULL;
  gboolean differs = FALSE;

  rgm_table_set_text (self->table, row, NAME_COLUMN, title);
  for (guint i = 0; i < g_list_model_get_n_items (self->trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (self->trials, i);
      g_auto (RgmComparisonCell) cell = { 0 };
      const char *key;

      make (self->data_set, trial, topic, &cell);
      key = cell.key != NULL ? cell.key : cell.text;
      if (i == 0)
        first = g_strdup (key);
      else if (g_strcmp0 (first, key) != 0)
        differs = TRUE;
      rgm_table_set_text (self->table, row, RGM_COMPARISON_FIRST_TRIAL + i, cell.text != NULL ? cell.text : "");
    }

  if (is_population && differs)
    rgm_table_set_text (self->table, row, DIFFERS_COLUMN, _("differs"));
}

static void
add_population (Comparison *self)
{
  GListModel *biomarkers = rgm_data_set_get_biomarkers (self->data_set);

  add_row (self, "population", _("Population"), rgm_comparison_population, NULL, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (biomarkers); i++)
    {
      g_autoptr (RgmBiomarker) biomarker = g_list_model_get_item (biomarkers, i);
      g_autofree char *id = g_strconcat ("biomarker:", rgm_biomarker_get_id (biomarker), NULL);

      if (rgm_biomarker_get_is_facet (biomarker))
        add_row (self, id, rgm_biomarker_get_name (biomarker), rgm_comparison_biomarker, biomarker, TRUE);
    }
  add_row (self, "lines", _("Lines of therapy"), rgm_comparison_lines, NULL, TRUE);
  add_row (self, "settings", _("Setting"), rgm_comparison_settings, NULL, TRUE);
  add_row (self, "tumours", _("Tumours"), rgm_comparison_tumours, NULL, TRUE);
}

static gboolean
has_outcome (GListModel *trials,
             const char *endpoint)
{
  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);
      GPtrArray *arms = rgm_trial_get_arms (trial);

      for (guint j = 0; j < arms->len; j++)
        if (rgm_arm_get_outcome (g_ptr_array_index (arms, j), endpoint) != NULL)
          return TRUE;
    }

  return FALSE;
}

static void
add_outcomes (Comparison *self)
{
  GPtrArray *endpoints = rgm_data_set_get_endpoints (self->data_set);

  for (guint i = 0; i < endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (endpoints, i);
      g_autofree char *id = g_strconcat ("endpoint:", endpoint->id, NULL);

      if (has_outcome (self->trials, endpoint->id))
        add_row (self, id, rgm_term (endpoint->name), rgm_comparison_outcome, endpoint, FALSE);
    }
}

/* Below the numbers, so that a copy of the table carries it along. */
static void
add_caveat (Comparison *self)
{
  guint row = rgm_table_add_row (self->table, "caveat");

  rgm_table_set_text (self->table, row, NAME_COLUMN, _("Caveat"));
  rgm_table_set_text (self->table, row, RGM_COMPARISON_FIRST_TRIAL, rgm_comparison_caveat ());
}

/**
 * rgm_comparison_caveat:
 *
 * Returns: (transfer none): what a comparison of trials doesn't allow to conclude
 */
const char *
rgm_comparison_caveat (void)
{
  return _("Separate trials, not randomised against each other; populations, assays, lines of therapy and follow-up differ.");
}

/**
 * rgm_comparison_table_new:
 * @data_set: a data set
 * @trials: two or more of its trials (#RgmTrial)
 *
 * Puts trials side by side: a column each from %RGM_COMPARISON_FIRST_TRIAL on, a row for
 * what is given, for each side of the population, for every biomarker that is a facet of
 * the data set, for every endpoint that one of them has. Nothing is ranked and nothing
 * subtracted. The row `caveat` is the last.
 *
 * Returns: (transfer full): the table; the ids of its columns are those of the trials, those of its rows say what
 *     they are about: `arms`, `biomarker:ID`, `endpoint:ID`, …
 */
RgmTable *
rgm_comparison_table_new (RgmDataSet *data_set,
                          GListModel *trials)
{
  Comparison self = { .data_set = data_set, .trials = trials };

  g_return_val_if_fail (RGM_IS_DATA_SET (data_set), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (trials), NULL);
  g_return_val_if_fail (g_list_model_get_n_items (trials) >= 2, NULL);

  self.table = rgm_table_new ();
  rgm_table_add_column (self.table, "row", _("Trial"), RGM_COLUMN_TEXT);
  rgm_table_add_column (self.table, "differs", _("Differs"), RGM_COLUMN_TEXT);
  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      rgm_table_add_column (self.table, rgm_trial_get_id (trial), rgm_trial_get_name (trial), RGM_COLUMN_TEXT);
    }

  add_row (&self, "arms", _("Arms"), rgm_comparison_arms, NULL, FALSE);
  add_row (&self, "class", _("Class"), rgm_comparison_classes, NULL, FALSE);
  add_row (&self, "phase", _("Phase"), rgm_comparison_phase, NULL, FALSE);
  add_row (&self, "allocation", _("Allocation"), rgm_comparison_allocation, NULL, FALSE);
  add_population (&self);
  add_row (&self, "n", _("Patients"), rgm_comparison_n, NULL, FALSE);
  add_row (&self, "dose", _("Dose"), rgm_comparison_dose, NULL, FALSE);
  add_outcomes (&self);
  add_row (&self, "status", _("Status"), rgm_comparison_status, NULL, FALSE);
  add_caveat (&self);

  return self.table;
}

/**
 * rgm_comparison_table_row_differs:
 * @table: a table from rgm_comparison_table_new()
 * @row: one of its rows
 *
 * Returns: whether the row is about the population and the trials differ in it
 */
gboolean
rgm_comparison_table_row_differs (const RgmTable *table,
                                  guint           row)
{
  const char *text;

  g_return_val_if_fail (table != NULL, FALSE);

  text = rgm_table_get_text (table, row, DIFFERS_COLUMN);

  return text != NULL && *text != '\0';
}
