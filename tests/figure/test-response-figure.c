/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "evidence.h"
#include "rgm-golden.h"
#include "rgm-response-figure.h"

static RgmResponseFigure *
make_figure (const char *query)
{
  g_autoptr (RgmSelection) selection = evidence_select (query);
  RgmResponseFigure *figure = rgm_response_figure_new ();

  rgm_figure_set_data_set (RGM_FIGURE (figure), rgm_selection_get_data_set (selection));
  rgm_trials_figure_set_trials (RGM_TRIALS_FIGURE (figure), G_LIST_MODEL (selection));

  return figure;
}

static guint
count_pooled (RgmScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < rgm_scene_get_n_marks (scene); i++)
    n += rgm_scene_get_mark (scene, i)->role == RGM_SCENE_ROLE_POOLED;

  return n;
}

static void
test_golden (void)
{
  g_autoptr (RgmResponseFigure) figure = make_figure ("class:ADC");
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 900, 0);
  g_autofree char *text = rgm_scene_to_text (scene);

  rgm_golden_check ("figure-response", text);
}

static void
test_every_arm_with_a_rate_is_drawn (void)
{
  g_autoptr (RgmResponseFigure) figure = make_figure (NULL);
  const RgmFigureWords *words = rgm_figure_get_words (RGM_FIGURE (figure));
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 1200, 0);

  /* Fifteen arms with counts, one with a rate alone, and what is pooled. */
  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 17);
  g_assert_cmpuint (count_pooled (scene), ==, 1);
  g_assert_nonnull (strstr (words->subtitle, "190 of 579 responded in the 15 arms with counts"));
  g_assert_nonnull (strstr (words->note, "25 trials of the selection report no rate"));
  g_assert_nonnull (strstr (words->note, "1 arm has no counts"));
  g_assert_nonnull (words->caveat);
  g_assert_nonnull (strstr (words->sources, "18 November 2024"));
  g_assert_nonnull (strstr (words->method, "typical arm"));
}

static void
test_a_mark_says_it_in_a_sentence (void)
{
  g_autoptr (RgmResponseFigure) figure = make_figure ("DESTINY-CRC01");
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 900, 0);
  const RgmSceneGroup *mark = evidence_find_mark (scene, "arm destiny-crc01:t-dxd");

  g_assert_cmpstr (mark->sentence, ==,
                   "DESTINY-CRC01, T-DXd: 24 of 53 responded, 45.3%, 95% interval 31.6 to 59.6.");
  g_assert_cmpstr (mark->target, ==, "destiny-crc01");
}

static void
test_nothing_is_pooled_of_two_arms (void)
{
  g_autoptr (RgmResponseFigure) two = make_figure ("DESTINY-CRC02");
  g_autoptr (RgmScene) scene_of_two = evidence_lay_out (RGM_FIGURE (two), 900, 0);
  g_autoptr (RgmResponseFigure) three = make_figure ("DESTINY");
  g_autoptr (RgmScene) scene_of_three = evidence_lay_out (RGM_FIGURE (three), 900, 0);

  g_assert_cmpuint (rgm_scene_get_n_marks (scene_of_two), ==, 2);
  g_assert_cmpuint (count_pooled (scene_of_two), ==, 0);
  g_assert_null (rgm_figure_get_words (RGM_FIGURE (two))->caveat);
  g_assert_cmpuint (count_pooled (scene_of_three), ==, 1);
}

static void
test_groups_have_their_own_pooled_rate (void)
{
  g_autoptr (RgmResponseFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = NULL;

  rgm_trials_figure_set_by (RGM_TRIALS_FIGURE (figure), "class");
  scene = evidence_lay_out (RGM_FIGURE (figure), 1200, 0);
  evidence_find_mark (scene, "pooled mAb");
  evidence_find_mark (scene, "pooled ADC");
  evidence_find_mark (scene, "pooled TKI");
  evidence_find_mark (scene, "pooled all");
  g_assert_cmpuint (count_pooled (scene), ==, 4);
  g_assert_nonnull (strstr (rgm_figure_get_words (RGM_FIGURE (figure))->note, "exploratory"));
}

static void
test_bars_pool_nothing (void)
{
  g_autoptr (RgmResponseFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = NULL;

  rgm_response_figure_set_show (figure, RGM_RESPONSE_BARS);
  scene = evidence_lay_out (RGM_FIGURE (figure), 1200, 0);
  g_assert_cmpuint (count_pooled (scene), ==, 0);
  g_assert_null (strstr (rgm_figure_get_words (RGM_FIGURE (figure))->method, "pooled"));
}

static void
test_arms_are_sorted_by_their_own_rate (void)
{
  g_autoptr (RgmResponseFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = NULL;

  rgm_trials_figure_set_sort (RGM_TRIALS_FIGURE (figure), "-orr");
  scene = evidence_lay_out (RGM_FIGURE (figure), 1200, 0);
  g_assert_cmpstr (rgm_scene_get_mark (scene, 0)->id, ==, "arm her2-fuscc-g:pyrotinib-trastuzumab");
  g_assert_cmpstr (rgm_scene_get_mark (scene, 15)->id, ==, "arm mountaineer:tucatinib");
}

static void
check_first (const char *sort,
             const char *by,
             const char *first)
{
  g_autoptr (RgmResponseFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = NULL;

  rgm_trials_figure_set_sort (RGM_TRIALS_FIGURE (figure), sort);
  rgm_trials_figure_set_by (RGM_TRIALS_FIGURE (figure), by);
  scene = evidence_lay_out (RGM_FIGURE (figure), 1200, 0);
  g_assert_cmpstr (rgm_scene_get_mark (scene, 0)->id, ==, first);
}

static void
test_other_orders (void)
{
  check_first ("name", "none", "arm destiny-crc01:t-dxd");
  check_first ("-name", "none", "arm triumph:trastuzumab-pertuzumab");
  check_first ("-weight", "none", "arm mountaineer:tucatinib-trastuzumab");
  check_first ("-weight", "class", "arm mypathway:trastuzumab-pertuzumab");
  check_first ("n", "class", "arm triumph:trastuzumab-pertuzumab");
  check_first ("phase", "none", "arm nct02892123:zanidatamab");
}

static void
test_table (void)
{
  g_autoptr (RgmResponseFigure) figure = make_figure ("DESTINY-CRC01");
  RgmTable *table = rgm_figure_get_table (RGM_FIGURE (figure));
  double responders = 0, rate = 0, lower = 0;

  g_assert_cmpuint (rgm_table_get_n_rows (table), ==, 1);
  g_assert_true (rgm_table_get_number (table, 0, 3, &responders));
  g_assert_true (rgm_table_get_number (table, 0, 5, &rate));
  g_assert_true (rgm_table_get_number (table, 0, 6, &lower));
  g_assert_cmpfloat (responders, ==, 24);
  g_assert_cmpfloat_with_epsilon (rate, 2400.0 / 53, 1e-9);

  /* binom.test (24, 53)$conf.int[1] * 100 */
  g_assert_cmpfloat_with_epsilon (lower, 31.5615283864, 1e-9);
  g_assert_cmpstr (rgm_table_get_text (table, 0, 9), ==, "95% CI 31.6 to 59.6");
}

static void
test_weights_and_published_intervals (void)
{
  g_autoptr (RgmResponseFigure) figure = make_figure ("class:ADC");
  g_autoptr (RgmScene) plain = evidence_lay_out (RGM_FIGURE (figure), 1200, 0);
  g_autoptr (RgmScene) full = NULL;
  g_autofree char *plain_text = rgm_scene_to_text (plain);
  g_autofree char *full_text = NULL;

  rgm_response_figure_set_model (figure, RGM_POOLING_REML);
  rgm_response_figure_set_parts (figure, RGM_RESPONSE_DEFAULT_PARTS | RGM_RESPONSE_PUBLISHED);
  full = evidence_lay_out (RGM_FIGURE (figure), 1200, 0);
  full_text = rgm_scene_to_text (full);
  g_assert_null (strstr (plain_text, "\"Weight, %\""));
  g_assert_null (strstr (plain_text, "\"Interval as published\""));
  g_assert_nonnull (strstr (full_text, "\"Weight, %\""));
  g_assert_nonnull (strstr (full_text, "\"Interval as published\""));
}

static void
test_axis_and_reference (void)
{
  g_autoptr (RgmResponseFigure) figure = make_figure ("class:ADC");
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  rgm_response_figure_set_axis_end (figure, 50);
  rgm_response_figure_set_reference (figure, 20);
  scene = evidence_lay_out (RGM_FIGURE (figure), 1200, 0);
  text = rgm_scene_to_text (scene);
  g_assert_nonnull (strstr (text, "reference \"reference\" says \"20%\""));
  g_assert_null (strstr (text, "\"60%\""));
}

/* The reference line is found again where it was put. */
static void
test_rate_at (void)
{
  g_autoptr (RgmResponseFigure) figure = make_figure ("class:ADC");
  g_autoptr (RgmScene) scene = NULL;
  double rate = 0;

  rgm_response_figure_set_axis_end (figure, 80);
  rgm_response_figure_set_reference (figure, 20);
  scene = evidence_lay_out (RGM_FIGURE (figure), 1200, 0);
  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    {
      const RgmSceneGroup *group = rgm_scene_get_group (scene, i);

      if (g_strcmp0 (group->id, "reference") == 0)
        g_assert_true (rgm_response_figure_get_rate_at (figure, scene, group->bounds.x + group->bounds.width / 2,
                                                        &rate));
    }
  g_assert_cmpfloat_with_epsilon (rate, 20, 0.01);
  g_assert_false (rgm_response_figure_get_rate_at (figure, scene, 5, &rate));
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_changes_are_told (void)
{
  g_autoptr (RgmSelection) selection = evidence_select (NULL);
  g_autoptr (RgmResponseFigure) figure = rgm_response_figure_new ();
  guint n_changes = 0, n_notes = 0;

  rgm_figure_set_data_set (RGM_FIGURE (figure), rgm_selection_get_data_set (selection));
  rgm_trials_figure_set_trials (RGM_TRIALS_FIGURE (figure), G_LIST_MODEL (selection));
  g_signal_connect_swapped (figure, "changed", G_CALLBACK (count), &n_changes);
  g_signal_connect_swapped (figure, "notify::model", G_CALLBACK (count), &n_notes);

  g_assert_nonnull (strstr (rgm_figure_get_words (RGM_FIGURE (figure))->subtitle, "16 arms"));
  rgm_selection_set_text (selection, "class:ADC");
  g_assert_cmpuint (n_changes, >, 0);
  g_assert_nonnull (strstr (rgm_figure_get_words (RGM_FIGURE (figure))->subtitle, "5 arms"));

  n_changes = 0;
  rgm_response_figure_set_model (figure, RGM_POOLING_DL);
  rgm_response_figure_set_model (figure, RGM_POOLING_DL);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (n_notes, ==, 1);
}

static void
test_without_trials (void)
{
  g_autoptr (RgmResponseFigure) figure = rgm_response_figure_new ();
  g_autoptr (RgmScene) scene = evidence_lay_out (RGM_FIGURE (figure), 400, 300);

  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 0);
  g_assert_cmpuint (rgm_table_get_n_rows (rgm_figure_get_table (RGM_FIGURE (figure))), ==, 0);
}

static void
test_life (void)
{
  g_autoptr (RgmSelection) selection = evidence_select (NULL);
  RgmResponseFigure *figure = rgm_response_figure_new ();

  rgm_figure_set_data_set (RGM_FIGURE (figure), rgm_selection_get_data_set (selection));
  rgm_trials_figure_set_trials (RGM_TRIALS_FIGURE (figure), G_LIST_MODEL (selection));
  rgm_figure_get_words (RGM_FIGURE (figure));
  g_assert_finalize_object (figure);
  rgm_selection_set_text (selection, "x");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/response/golden", test_golden);
  g_test_add_func ("/figure/response/arms", test_every_arm_with_a_rate_is_drawn);
  g_test_add_func ("/figure/response/sentence", test_a_mark_says_it_in_a_sentence);
  g_test_add_func ("/figure/response/two-arms", test_nothing_is_pooled_of_two_arms);
  g_test_add_func ("/figure/response/groups", test_groups_have_their_own_pooled_rate);
  g_test_add_func ("/figure/response/bars", test_bars_pool_nothing);
  g_test_add_func ("/figure/response/sort", test_arms_are_sorted_by_their_own_rate);
  g_test_add_func ("/figure/response/orders", test_other_orders);
  g_test_add_func ("/figure/response/table", test_table);
  g_test_add_func ("/figure/response/columns", test_weights_and_published_intervals);
  g_test_add_func ("/figure/response/axis", test_axis_and_reference);
  g_test_add_func ("/figure/response/rate-at", test_rate_at);
  g_test_add_func ("/figure/response/changes", test_changes_are_told);
  g_test_add_func ("/figure/response/empty", test_without_trials);
  g_test_add_func ("/figure/response/life", test_life);

  return g_test_run ();
}
