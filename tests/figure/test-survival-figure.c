/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "evidence.h"
#include "rgm-figure-kinds.h"
#include "rgm-golden.h"
#include "rgm-survival-figure.h"

static RgmFigure *
make_figure (const char *query)
{
  return evidence_make_figure ("survival", query);
}

static void
test_golden (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("class:TKI");
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  evidence_set_text (figure, "by", "regimen");
  scene = evidence_lay_out (figure, 1000, 0);
  text = rgm_scene_to_text (scene);
  rgm_golden_check ("figure-survival", text);
}

static void
test_one_endpoint (void)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  evidence_set_text (figure, "show", "os");
  scene = evidence_lay_out (figure, 1000, 0);
  text = rgm_scene_to_text (scene);
  g_assert_cmpstr (rgm_figure_get_frame (figure)->title, ==, "Overall survival by arm");
  g_assert_null (strstr (text, "\"4.1"));
  g_assert_cmpstr (evidence_find_mark (scene, "arm nct04380012:pyrotinib-trastuzumab")->sentence, ==,
                   "NCT04380012, Pyrotinib plus trastuzumab, Tyrosine kinase inhibitor: Overall survival not reached.");
}

/* A week is 7 days, a month 30.4375: 17.2 weeks are 3.9556 months. */
static void
test_weeks_in_the_table (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("TAPUR");
  RgmTable *table = rgm_figure_get_table (figure);
  double median = 0;

  g_assert_cmpstr (rgm_table_get_text (table, 0, 3), ==, "17.2 (11.1 to 27.4) weeks");
  g_assert_true (rgm_table_get_number (table, 0, 4, &median));
  g_assert_cmpfloat_with_epsilon (median, 17.2 * 7 / 30.4375, 1e-9);
}

static void
test_the_kinds_of_missing_are_told_apart (void)
{
  g_autoptr (RgmFigure) reached = make_figure ("NCT04380012");
  g_autoptr (RgmFigure) reported = make_figure ("TRIUMPH");
  RgmTable *table = rgm_figure_get_table (reached);

  g_assert_cmpstr (rgm_table_get_text (table, 0, 7), ==, "Not reached");
  table = rgm_figure_get_table (reported);
  g_assert_cmpstr (rgm_table_get_text (table, 0, 7), ==, "NR");
}

static void
test_time_to_recurrence_is_not_survival (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("NCT04513223");
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 1000, 0);

  g_assert_cmpstr (evidence_find_mark (scene, "arm nct04513223:trastuzumab-rezetecan")->sentence, ==,
                   "NCT04513223, Trastuzumab rezetecan, Antibody-drug conjugate: Progression-free survival not reported; "
                   "Overall survival not reported.");
  g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->note, "Time to recurrence 2.9"));
}

static void
test_without_trials (void)
{
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  g_autoptr (RgmFigure) figure = rgm_figure_new ("survival", selection);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 400, 0);

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
