/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "evidence.h"
#include "rgm-figure-kinds.h"
#include "rgm-config.h"

#include <string.h>

#include "rgm-citation.h"
#include "rgm-comparison-table.h"
#include "rgm-load.h"

static RgmDataSet *
load (void)
{
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set = rgm_load_embedded (NULL, NULL, &error);

  g_assert_no_error (error);
  return data_set;
}

static RgmOutcome *
find_outcome (RgmDataSet  *data_set,
              const char  *arm_id,
              const char  *endpoint,
              RgmTrial   **trial,
              RgmArm     **arm)
{
  RgmOutcome *outcome;

  *arm = rgm_data_set_find_arm (data_set, arm_id, trial);
  g_assert_nonnull (*arm);
  outcome = rgm_arm_get_outcome (*arm, endpoint);
  g_assert_nonnull (outcome);

  return outcome;
}

static guint
find_row (const RgmTable *table,
          const char     *id)
{
  for (guint row = 0; row < rgm_table_get_n_rows (table); row++)
    if (g_str_equal (rgm_table_get_row_id (table, row), id))
      return row;

  g_error ("There is no row %s", id);
}

static RgmTable *
compare (RgmDataSet         *data_set,
         const char * const *ids)
{
  g_autoptr (GListStore) trials = g_list_store_new (RGM_TYPE_TRIAL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_list_store_append (trials, rgm_data_set_find_trial (data_set, ids[i]));

  return rgm_comparison_table_new (data_set, G_LIST_MODEL (trials), NULL);
}

/* Places of one source share a line, and the source is named once. */
static void
test_places (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  RgmTrial *trial;
  RgmArm *arm;
  RgmOutcome *outcome = find_outcome (data_set, "destiny-crc01:t-dxd", "ORR", &trial, &arm);
  g_autofree char *places = rgm_citation_places (data_set, outcome->citations);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *nothing = rgm_citation_places (data_set, none);

  g_assert_cmpstr (places, ==,
                   "Table 1, DESTINY-CRC01; Antibody drug conjugates "
                   "(HER2-targeted therapy in colorectal cancer: a comprehensive review, 2025)");
  g_assert_cmpstr (nothing, ==, "");
}

/* A number goes with its arm, its place, its source in full and the licence's credit. */
static void
test_outcome (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  RgmTrial *trial;
  RgmArm *arm;
  RgmOutcome *outcome = find_outcome (data_set, "destiny-crc01:t-dxd", "ORR", &trial, &arm);
  g_autofree char *text = rgm_citation_outcome (data_set, trial, arm, NULL, outcome);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  g_assert_cmpstr (lines[0], ==,
                   "DESTINY-CRC01, T-DXd: Objective response rate: 45.3%, 24 of 53 (back-calculated), "
                   "published 95% CI 31.6 to 59.6.");
  g_assert_true (g_str_has_prefix (lines[1], "Table 1, DESTINY-CRC01; Antibody drug conjugates, in: Benli Y, "));
  g_assert_true (g_str_has_prefix (lines[2], "Primary paper: "));
  g_assert_true (g_str_has_prefix (lines[3], "Primary paper: "));
  g_assert_cmpstr (lines[4], ==, "Trial registration: NCT03384940");
  g_assert_true (g_str_has_prefix (lines[5], "The facts are from "));
  g_assert_cmpstr (lines[6], ==, "");
}

static void
test_subgroup (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  RgmTrial *trial;
  RgmArm *arm = rgm_data_set_find_arm (data_set, "her2-fuscc-g:pyrotinib-trastuzumab", &trial);
  RgmSubgroup *subgroup = g_ptr_array_index (arm->subgroups, 0);
  RgmOutcome *outcome = g_ptr_array_index (subgroup->outcomes, 0);
  g_autofree char *text = rgm_citation_outcome (data_set, trial, arm, subgroup, outcome);

  g_assert_true (g_str_has_prefix (text, "HER2-FUSCC-G, Pyrotinib plus trastuzumab, RAS wild-type: Objective response rate: 57.1%"));
}

/* The bounds are those of R's binom.test (24, 53) and (8, 16); a median and a rate
 * without its count have none. */
static void
test_computed (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  RgmTrial *trial;
  RgmArm *arm;
  RgmOutcome *outcome = find_outcome (data_set, "destiny-crc01:t-dxd", "ORR", &trial, &arm);
  g_autofree char *crc01 = rgm_computed_words (data_set, trial, arm, outcome);
  g_autofree char *fuscc = NULL;

  g_assert_cmpstr (crc01, ==, "95% CI 31.6 to 59.6 (Clopper–Pearson)");

  outcome = find_outcome (data_set, "destiny-crc01:t-dxd", "PFS", &trial, &arm);
  g_assert_null (rgm_computed_words (data_set, trial, arm, outcome));

  outcome = find_outcome (data_set, "her2-fuscc-g:pyrotinib-trastuzumab", "ORR", &trial, &arm);
  fuscc = rgm_computed_words (data_set, trial, arm, outcome);
  g_assert_cmpstr (fuscc, ==, "95% CI 24.7 to 75.3 (Clopper–Pearson)");

  arm = rgm_data_set_find_arm (data_set, "nct04380012:pyrotinib-trastuzumab", &trial);
  outcome = g_ptr_array_index (((RgmSubgroup *) g_ptr_array_index (arm->subgroups, 0))->outcomes, 0);
  g_assert_null (rgm_computed_words (data_set, trial, arm, outcome));
}

static void
test_comparison (void)
{
  static const char * const ids[] = { "destiny-crc01", "mountaineer", NULL };
  g_autoptr (RgmDataSet) data_set = load ();
  g_autoptr (RgmTable) table = compare (data_set, ids);
  guint row;

  g_assert_cmpuint (rgm_table_get_n_columns (table), ==, RGM_COMPARISON_FIRST_TRIAL + 2);
  g_assert_cmpstr (rgm_table_get_column_id (table, RGM_COMPARISON_FIRST_TRIAL), ==, "destiny-crc01");
  g_assert_cmpstr (rgm_table_get_column_title (table, RGM_COMPARISON_FIRST_TRIAL + 1), ==, "MOUNTAINEER");

  row = find_row (table, "n");
  g_assert_cmpstr (rgm_table_get_text (table, row, RGM_COMPARISON_FIRST_TRIAL), ==, "53");
  g_assert_cmpstr (rgm_table_get_text (table, row, RGM_COMPARISON_FIRST_TRIAL + 1), ==,
                   "Tucatinib plus trastuzumab: 84;\nTucatinib alone: 30");

  row = find_row (table, "endpoint:OS");
  g_assert_cmpstr (rgm_table_get_text (table, row, RGM_COMPARISON_FIRST_TRIAL), ==,
                   "15.5\302\240months, published 95% CI 8.8 to 20.8");
  g_assert_cmpstr (rgm_table_get_text (table, row, RGM_COMPARISON_FIRST_TRIAL + 1), ==,
                   "Tucatinib plus trastuzumab: 24.1\302\240months, published 95% CI 20.3 to 36.7;\n"
                   "Tucatinib alone: not reported");

  /* What the sign stands for, and where it doesn't stand. */
  row = find_row (table, "remarks");
  g_assert_cmpstr (rgm_table_get_text (table, row, RGM_COMPARISON_FIRST_TRIAL), ==, "none");
  g_assert_nonnull (strstr (rgm_table_get_text (table, row, RGM_COMPARISON_FIRST_TRIAL + 1), "Conflict: "));
  g_assert_nonnull (strstr (rgm_table_get_text (table, row, RGM_COMPARISON_FIRST_TRIAL + 1), "86 patients"));

  /* The outcomes come before everything that explains them. */
  g_assert_cmpuint (find_row (table, "endpoint:ORR"), <, find_row (table, "population"));

  /* What neither trial reports has no row. */
  for (row = 0; row < rgm_table_get_n_rows (table); row++)
    g_assert_cmpstr (rgm_table_get_row_id (table, row), !=, "endpoint:DLT");

  g_assert_cmpuint (find_row (table, "caveat"), ==, rgm_table_get_n_rows (table) - 1);
}

/* What the source contradicts itself about stands at every form of the number: the copy of
 * the arm's rate and of those of its subgroups, the row of the chart, its sentence, the note
 * below it and the table. Another arm's numbers and other endpoints are free of it. */
static void
test_remarks (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  g_autoptr (RgmFigure) figure = rgm_figure_new ("response", selection);
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;
  RgmTrial *trial;
  RgmArm *arm;
  RgmOutcome *outcome = find_outcome (data_set, "destiny-crc02:t-dxd-5.4", "ORR", &trial, &arm);
  RgmSubgroup *subgroup = g_ptr_array_index (arm->subgroups, 0);
  g_autofree char *of_arm = rgm_citation_outcome (data_set, trial, arm, NULL, outcome);
  g_autofree char *of_subgroup = rgm_citation_outcome (data_set, trial, arm, subgroup,
                                                       g_ptr_array_index (subgroup->outcomes, 0));
  g_autofree char *of_other_endpoint = NULL;

  g_assert_nonnull (strstr (of_arm, "Conflict: "));
  g_assert_nonnull (strstr (of_arm, "labels swapped"));
  g_assert_nonnull (strstr (of_subgroup, "labels swapped"));
  outcome = find_outcome (data_set, "destiny-crc01:t-dxd", "PFS", &trial, &arm);
  of_other_endpoint = rgm_citation_outcome (data_set, trial, arm, NULL, outcome);
  g_assert_null (strstr (of_other_endpoint, "Conflict"));

  rgm_selection_set_data_set (selection, data_set);
  rgm_selection_set_text (selection, "DESTINY");
  scene = evidence_lay_out (figure, 1000, 0);
  text = rgm_scene_to_text (scene);
  g_assert_nonnull (strstr (text, "T-DXd 5.4 mg/kg\u00a0†"));
  g_assert_null (strstr (text, "\"T-DXd\u00a0†\""));
  g_assert_nonnull (strstr (evidence_find_mark (scene, "arm destiny-crc02:t-dxd-5.4")->sentence, "labels swapped"));
  g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->note, "†"));
  g_assert_nonnull (strstr (rgm_table_get_text (rgm_figure_get_table (figure), 1,
                                                rgm_table_get_n_columns (rgm_figure_get_table (figure)) - 1),
                            "labels swapped"));

  rgm_selection_set_text (selection, "DESTINY-CRC01");
  g_assert_true (rgm_figure_get_frame (figure)->note == NULL || strstr (rgm_figure_get_frame (figure)->note, "†") == NULL);
}

/* A row is marked where the populations differ, and only there: a difference in words
 * for the same rule is none, an order of the values neither. */
static void
test_differences (void)
{
  static const char * const ids[] = { "destiny-crc01", "nct04380012", NULL };
  g_autoptr (RgmDataSet) data_set = load ();
  g_autoptr (RgmTable) table = compare (data_set, ids);
  guint her2 = find_row (table, "biomarker:her2");

  /* '2+ with ISH positive' and '2+ with SISH or FISH' are the same two values. */
  g_assert_cmpstr (rgm_table_get_text (table, her2, RGM_COMPARISON_FIRST_TRIAL), !=,
                   rgm_table_get_text (table, her2, RGM_COMPARISON_FIRST_TRIAL + 1));
  g_assert_false (rgm_comparison_table_row_differs (table, her2));

  g_assert_true (rgm_comparison_table_row_differs (table, find_row (table, "biomarker:ras")));
  g_assert_cmpstr (rgm_table_get_text (table, find_row (table, "biomarker:ras"), RGM_COMPARISON_FIRST_TRIAL + 1), ==,
                   "not reported");
  g_assert_false (rgm_comparison_table_row_differs (table, find_row (table, "biomarker:braf")));
  g_assert_true (rgm_comparison_table_row_differs (table, find_row (table, "lines")));
  g_assert_false (rgm_comparison_table_row_differs (table, find_row (table, "tumours")));

  /* Numbers differ always; that is what they are for. */
  g_assert_false (rgm_comparison_table_row_differs (table, find_row (table, "n")));
}

/* Every trial can stand beside every other, and a copy never goes without the caveat. */
static void
test_all_pairs (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  GListModel *trials = rgm_data_set_get_trials (data_set);
  guint n = g_list_model_get_n_items (trials);

  for (guint i = 0; i + 1 < n; i++)
    {
      g_autoptr (RgmTrial) one = g_list_model_get_item (trials, i);
      g_autoptr (RgmTrial) other = g_list_model_get_item (trials, i + 1);
      const char *ids[] = { one->id, other->id, NULL };
      g_autoptr (RgmTable) table = compare (data_set, ids);
      g_autofree char *tsv = rgm_table_to_tsv (table);

      g_assert_nonnull (strstr (tsv, rgm_comparison_caveat ()));
      for (guint row = 0; row + 1 < rgm_table_get_n_rows (table); row++)
        {
          g_assert_cmpstr (rgm_table_get_text (table, row, RGM_COMPARISON_FIRST_TRIAL), !=, "");
          g_assert_cmpstr (rgm_table_get_text (table, row, RGM_COMPARISON_FIRST_TRIAL + 1), !=, "");
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/citation/places", test_places);
  g_test_add_func ("/figure/citation/outcome", test_outcome);
  g_test_add_func ("/figure/citation/subgroup", test_subgroup);
  g_test_add_func ("/figure/citation/computed", test_computed);
  g_test_add_func ("/figure/remarks", test_remarks);
  g_test_add_func ("/figure/comparison/table", test_comparison);
  g_test_add_func ("/figure/comparison/differences", test_differences);
  g_test_add_func ("/figure/comparison/all-pairs", test_all_pairs);

  return g_test_run ();
}
