/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "evidence.h"
#include "rgm-golden.h"
#include "rgm-survival-figure.h"

static RgmSurvivalFigure *
make_figure (const char *query)
{
  g_autoptr (RgmSelection) selection = evidence_select (query);
  RgmSurvivalFigure *figure = rgm_survival_figure_new ();

  rgm_figure_set_data_set (RGM_FIGURE (figure), rgm_selection_get_data_set (selection));
  rgm_trials_figure_set_trials (RGM_TRIALS_FIGURE (figure), G_LIST_MODEL (selection));

  return figure;
}

static void
test_golden (void)
{
  g_autoptr (RgmSurvivalFigure) figure = make_figure ("class:TKI");
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  rgm_trials_figure_set_by (RGM_TRIALS_FIGURE (figure), "regimen");
  scene = evidence_lay_out (RGM_FIGURE (figure), 1000, 0);
  text = rgm_scene_to_text (scene);
  rgm_golden_check ("figure-survival", text);
}

static void
test_one_endpoint (void)
{
  g_autoptr (RgmSurvivalFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  rgm_survival_figure_set_show (figure, RGM_SURVIVAL_OS);
  scene = evidence_lay_out (RGM_FIGURE (figure), 1000, 0);
  text = rgm_scene_to_text (scene);
  g_assert_cmpstr (rgm_figure_get_words (RGM_FIGURE (figure))->title, ==, "Overall survival by arm");
  g_assert_null (strstr (text, "\"4.1"));
  g_assert_cmpstr (evidence_find_mark (scene, "arm nct04380012:pyrotinib-trastuzumab")->sentence, ==,
                   "NCT04380012, Pyrotinib plus trastuzumab: Overall survival not reached.");
}

/* A week is 7 days, a month 30.4375: 17.2 weeks are 3.9556 months. */
static void
test_weeks_in_the_table (void)
{
  g_autoptr (RgmSurvivalFigure) figure = make_figure ("TAPUR");
  RgmTable *table = rgm_figure_get_table (RGM_FIGURE (figure));
  double median = 0;

  g_assert_cmpstr (rgm_table_get_text (table, 0, 3), ==, "17.2 (11.1 to 27.4) weeks");
  g_assert_true (rgm_table_get_number (table, 0, 4, &median));
  g_assert_cmpfloat_with_epsilon (median, 17.2 * 7 / 30.4375, 1e-9);
}

static void
test_the_kinds_of_missing_are_told_apart (void)
{
  g_autoptr (RgmSurvivalFigure) reached = make_figure ("NCT04380012");
  g_autoptr (RgmSurvivalFigure) reported = make_figure ("TRIUMPH");
  RgmTable *table = rgm_figure_get_table (RGM_FIGURE (reached));

  g_assert_cmpstr (rgm_table_get_text (table, 0, 7), ==, "Not reached");
  table = rgm_figure_get_table (RGM_FIGURE (reported));
  g_assert_cmpstr (rgm_table_get_text (table, 0, 7), ==, "NR");
}

static void
test_time_to_recurrence_is_not_survival (void)
{
  g_autoptr (RgmSurvivalFigure) figure = make_figure ("NCT04513223");
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 1000, 0);

  g_assert_cmpstr (evidence_find_mark (scene, "arm nct04513223:trastuzumab-rezetecan")->sentence, ==,
                   "NCT04513223, Trastuzumab rezetecan: Progression-free survival not reported; "
                   "Overall survival not reported.");
  g_assert_nonnull (strstr (rgm_figure_get_words (RGM_FIGURE (figure))->note, "Time to recurrence 2.9"));
}

static void
test_without_trials (void)
{
  g_autoptr (RgmSurvivalFigure) figure = rgm_survival_figure_new ();
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 400, 0);

  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/survival/golden", test_golden);
  g_test_add_func ("/figure/survival/one-endpoint", test_one_endpoint);
  g_test_add_func ("/figure/survival/weeks", test_weeks_in_the_table);
  g_test_add_func ("/figure/survival/missing", test_the_kinds_of_missing_are_told_apart);
  g_test_add_func ("/figure/survival/recurrence", test_time_to_recurrence_is_not_survival);
  g_test_add_func ("/figure/survival/empty", test_without_trials);

  return g_test_run ();
}
