/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm-comparison-text.h"
#include "rgm-comparison-cells.h"
#include "rgm-comparison-table.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-term-text.h"

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
      g_autofree char *id = g_strconcat ("biomarker:", biomarker->id, NULL);

      if (biomarker->is_facet)
        add_row (self, id, biomarker->name, rgm_comparison_biomarker, biomarker, TRUE);
    }
  add_row (self, "lines", _("Lines of therapy"), rgm_comparison_lines, NULL, TRUE);
  add_row (self, "settings", _("Disease stage"), rgm_comparison_settings, NULL, TRUE);
  add_row (self, "tumours", _("Tumours"), rgm_comparison_tumours, NULL, TRUE);
}

static gboolean
has_outcome (GListModel *trials,
             const char *endpoint)
{
  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);
      GPtrArray *arms = trial->arms;

      for (guint j = 0; j < arms->len; j++)
        if (rgm_arm_get_outcome (g_ptr_array_index (arms, j), endpoint) != NULL)
          return TRUE;
    }

  return FALSE;
}

static gboolean
has_pair (GListModel *trials,
          const char *endpoint)
{
  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);
      g_autoptr (GArray) pairs = rgm_trial_list_pairs (trial);

      for (guint j = 0; j < pairs->len; j++)
        if (rgm_arm_pair_has_rates (&g_array_index (pairs, RgmArmPair, j), endpoint))
          return TRUE;
    }

  return FALSE;
}

/* Only within trials: nothing is subtracted between them. */
static void
add_differences (Comparison *self)
{
  GPtrArray *endpoints = self->data_set->endpoints;

  for (guint i = 0; i < endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (endpoints, i);
      g_autofree char *id = g_strconcat ("between:", endpoint->id, NULL);
      /* Translators: %s is an endpoint that is a rate. */
      g_autofree char *title = rgm_text_printf (_("%s, between a trial’s arms"), rgm_term (endpoint->name));

      if (endpoint->kind == RGM_ENDPOINT_KIND_RATE && has_pair (self->trials, endpoint->id))
        add_row (self, id, title, rgm_comparison_between, endpoint, FALSE);
    }
}

static void
add_outcomes (Comparison *self)
{
  GPtrArray *endpoints = self->data_set->endpoints;

  for (guint i = 0; i < endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (endpoints, i);
      g_autofree char *id = g_strconcat ("endpoint:", endpoint->id, NULL);

      if (has_outcome (self->trials, endpoint->id))
        add_row (self, id, rgm_term (endpoint->name), rgm_comparison_outcome, endpoint, FALSE);
    }
}

/* The row that the sign in the cells of outcomes refers to. */
static void
add_remarks (Comparison *self)
{
  GPtrArray *endpoints = self->data_set->endpoints;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < endpoints->len; i++)
    g_ptr_array_add (ids, (gpointer) ((const RgmEndpoint *) g_ptr_array_index (endpoints, i))->id);
  g_ptr_array_add (ids, NULL);
  add_row (self, "remarks", _("† Conflicts and cautions"), rgm_comparison_remarks, ids, FALSE);
}

/* Below the numbers, so that a copy of the table carries it along. */
static void
add_caveat (Comparison *self,
            gboolean    has_patient)
{
  guint row = rgm_table_add_row (self->table, "caveat");
  g_autofree char *caveat = has_patient ? rgm_join_sentences (rgm_matcher_caveat (), rgm_comparison_caveat ())
                                        : g_strdup (rgm_comparison_caveat ());

  rgm_table_set_text (self->table, row, NAME_COLUMN, _("Caveat"));
  rgm_table_set_text (self->table, row, RGM_COMPARISON_FIRST_TRIAL, caveat);
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
 * @patient: (nullable): a patient of the same data set, who then has the first row
 *
 * Puts trials side by side: a column each from %RGM_COMPARISON_FIRST_TRIAL on, a row for
 * what is given, for each side of the population, for every biomarker that is a facet of
 * the data set, for every endpoint that one of them has. Nothing is ranked, and rates are
 * subtracted only between the arms of one trial. The row `caveat` is the last.
 *
 * Returns: (transfer full): the table; the ids of its columns are those of the trials, those of its rows say what
 *     they are about: `arms`, `biomarker:ID`, `endpoint:ID`, …
 */
RgmTable *
rgm_comparison_table_new (RgmDataSet *data_set,
                          GListModel *trials,
                          RgmPatient *patient)
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

      rgm_table_add_column (self.table, trial->id, trial->name, RGM_COLUMN_TEXT);
    }

  if (patient != NULL)
    add_row (&self, "fits", _("Fits the patient"), rgm_comparison_fits, patient, FALSE);
  add_row (&self, "arms", _("Arms"), rgm_comparison_arms, NULL, FALSE);
  add_row (&self, "n", _("Patients"), rgm_comparison_n, NULL, FALSE);
  add_outcomes (&self);
  add_differences (&self);
  add_remarks (&self);
  add_population (&self);
  add_row (&self, "class", _("Class"), rgm_comparison_classes, NULL, FALSE);
  add_row (&self, "phase", _("Phase"), rgm_comparison_phase, NULL, FALSE);
  add_row (&self, "allocation", _("Allocation"), rgm_comparison_allocation, NULL, FALSE);
  add_row (&self, "dose", _("Dose"), rgm_comparison_dose, NULL, FALSE);
  add_row (&self, "status", _("Status"), rgm_comparison_status, NULL, FALSE);
  add_caveat (&self, patient != NULL);

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
