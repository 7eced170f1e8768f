/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "evidence.h"
#include "rgm-figure-kinds.h"
#include "rgm-golden.h"
#include "rgm-scatter-figure.h"

static RgmFigure *
make_figure (const char *query)
{
  return evidence_make_figure ("scatter", query);
}

static void
test_golden (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("class:ADC");
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 900, 0);
  g_autofree char *text = rgm_scene_to_text (scene);

  rgm_golden_check ("figure-scatter", text);
}

/* Twelve arms report both; three with a rate and one more with a rate alone don't. */
static void
test_arms_with_both (void)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 960, 540);

  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 12);
  g_assert_cmpfloat (rgm_scene_get_height (scene), ==, 540);
  g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->note, "4 arms report only one of the two"));
  g_assert_nonnull (rgm_figure_get_frame (figure)->caveat);
  g_assert_cmpstr (evidence_find_mark (scene, "arm destiny-crc01:t-dxd")->sentence, ==,
                   "DESTINY-CRC01, T-DXd, Antibody-drug conjugate: Objective response rate 45.3%, "
                   "computed 95% CI 31.6 to 59.6 (Clopper–Pearson); "
                   "Progression-free survival 6.9\302\240months, published 95% CI 4.1 to 8.7.");
}

static void
test_table (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("TAPUR");
  RgmTable *table = rgm_figure_get_table (figure);
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
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  g_autoptr (RgmFigure) figure = rgm_figure_new ("scatter", selection);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 400, 0);

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
