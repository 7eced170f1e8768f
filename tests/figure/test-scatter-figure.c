/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "evidence.h"
#include "rgm-golden.h"
#include "rgm-scatter-figure.h"

static RgmScatterFigure *
make_figure (const char *query)
{
  g_autoptr (RgmSelection) selection = evidence_select (query);
  RgmScatterFigure *figure = rgm_scatter_figure_new ();

  rgm_figure_set_data_set (RGM_FIGURE (figure), rgm_selection_get_data_set (selection));
  rgm_trials_figure_set_trials (RGM_TRIALS_FIGURE (figure), G_LIST_MODEL (selection));

  return figure;
}

static void
test_golden (void)
{
  g_autoptr (RgmScatterFigure) figure = make_figure ("class:ADC");
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 900, 0);
  g_autofree char *text = rgm_scene_to_text (scene);

  rgm_golden_check ("figure-scatter", text);
}

/* Twelve arms report both; three with a rate and one more with a rate alone don't. */
static void
test_arms_with_both (void)
{
  g_autoptr (RgmScatterFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 960, 540);

  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 12);
  g_assert_cmpfloat (rgm_scene_get_height (scene), ==, 540);
  g_assert_nonnull (strstr (rgm_figure_get_words (RGM_FIGURE (figure))->note, "4 arms report one of the two"));
  g_assert_nonnull (rgm_figure_get_words (RGM_FIGURE (figure))->caveat);
  g_assert_cmpstr (evidence_find_mark (scene, "arm destiny-crc01:t-dxd")->sentence, ==,
                   "DESTINY-CRC01, T-DXd: Objective response rate 45.3%; "
                   "Progression-free survival 6.9\302\240months, 95% CI 4.1 to 8.7.");
}

static void
test_table (void)
{
  g_autoptr (RgmScatterFigure) figure = make_figure ("TAPUR");
  RgmTable *table = rgm_figure_get_table (RGM_FIGURE (figure));
  double rate = 0, median = 0;

  g_assert_cmpuint (rgm_table_get_n_rows (table), ==, 1);
  g_assert_true (rgm_table_get_number (table, 0, 3, &rate));
  g_assert_true (rgm_table_get_number (table, 0, 6, &median));
  g_assert_cmpfloat_with_epsilon (rate, 25, 1e-9);
  g_assert_cmpfloat_with_epsilon (median, 17.2 * 7 / 30.4375, 1e-9);
}

static void
test_without_trials (void)
{
  g_autoptr (RgmScatterFigure) figure = rgm_scatter_figure_new ();
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 400, 0);

  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/scatter/golden", test_golden);
  g_test_add_func ("/figure/scatter/arms", test_arms_with_both);
  g_test_add_func ("/figure/scatter/table", test_table);
  g_test_add_func ("/figure/scatter/empty", test_without_trials);

  return g_test_run ();
}
