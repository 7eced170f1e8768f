/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "evidence.h"
#include "rgm-figure-kinds.h"
#include "rgm-golden.h"
#include "rgm-response-figure.h"

static RgmFigure *
make_figure (const char *query)
{
  return evidence_make_figure ("response", query);
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
  g_autoptr (RgmFigure) figure = make_figure ("class:ADC");
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 900, 0);
  g_autofree char *text = rgm_scene_to_text (scene);

  rgm_golden_check ("figure-response", text);
}

static void
test_every_arm_with_a_rate_is_drawn (void)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL);
  const RgmFrame *frame = rgm_figure_get_frame (figure);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 1200, 0);

  /* Fifteen arms with counts, one with a rate alone, and what is pooled. */
  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 17);
  g_assert_cmpuint (count_pooled (scene), ==, 1);
  g_assert_nonnull (strstr (frame->subtitle, "responders: 190 of 579 in the 15 arms with counts"));
  g_assert_nonnull (strstr (frame->note, "25 selected trials report no response rate"));
  g_assert_nonnull (strstr (frame->note, "1 arm has no counts"));
  g_assert_nonnull (frame->caveat);
  g_assert_nonnull (strstr (frame->sources, "18 November 2024"));
  g_assert_nonnull (strstr (frame->method, "typical arm"));
}

static void
test_a_mark_says_it_in_a_sentence (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("DESTINY-CRC01");
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 900, 0);
  const RgmSceneGroup *mark = evidence_find_mark (scene, "arm destiny-crc01:t-dxd");

  g_assert_cmpstr (mark->sentence, ==,
                   "DESTINY-CRC01, T-DXd, Antibody-drug conjugate: responders 24 of 53, 45.3%, "
                   "computed 95% CI 31.6 to 59.6 (Clopper–Pearson).");
  g_assert_cmpstr (mark->target, ==, "destiny-crc01");
}

static void
test_nothing_is_pooled_of_two_arms (void)
{
  g_autoptr (RgmFigure) two = make_figure ("DESTINY-CRC02");
  g_autoptr (RgmScene) scene_of_two = evidence_lay_out (two, 900, 0);
  g_autoptr (RgmFigure) three = make_figure ("DESTINY");
  g_autoptr (RgmScene) scene_of_three = evidence_lay_out (three, 900, 0);

  g_assert_cmpuint (rgm_scene_get_n_marks (scene_of_two), ==, 2);
  g_assert_cmpuint (count_pooled (scene_of_two), ==, 0);
  g_assert_null (rgm_figure_get_frame (two)->caveat);
  g_assert_cmpuint (count_pooled (scene_of_three), ==, 1);
}

static void
test_groups_have_their_own_pooled_rate (void)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = NULL;

  evidence_set_text (figure, "by", "class");
  scene = evidence_lay_out (figure, 1200, 0);
  evidence_find_mark (scene, "pooled mAb");
  evidence_find_mark (scene, "pooled ADC");
  evidence_find_mark (scene, "pooled TKI");
  evidence_find_mark (scene, "pooled all");
  g_assert_cmpuint (count_pooled (scene), ==, 4);
  g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->note, "exploratory"));
}

static void
test_bars_pool_nothing (void)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = NULL;

  evidence_set_text (figure, "show", "bars");
  scene = evidence_lay_out (figure, 1200, 0);
  g_assert_cmpuint (count_pooled (scene), ==, 0);
  g_assert_null (strstr (rgm_figure_get_frame (figure)->method, "pooled"));
}

static void
test_arms_are_sorted_by_their_own_rate (void)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = NULL;

  evidence_set_text (figure, "sort", "-orr");
  scene = evidence_lay_out (figure, 1200, 0);
  g_assert_cmpstr (rgm_scene_get_mark (scene, 0)->id, ==, "arm her2-fuscc-g:pyrotinib-trastuzumab");
  g_assert_cmpstr (rgm_scene_get_mark (scene, 15)->id, ==, "arm mountaineer:tucatinib");
}

static void
check_first (const char *sort,
             const char *by,
             const char *first)
{
  g_autoptr (RgmFigure) figure = make_figure (NULL);
  g_autoptr (RgmScene) scene = NULL;

  evidence_set_text (figure, "sort", sort);
  evidence_set_text (figure, "by", by);
  scene = evidence_lay_out (figure, 1200, 0);
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
  g_autoptr (RgmFigure) figure = make_figure ("DESTINY-CRC01");
  RgmTable *table = rgm_figure_get_table (figure);
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

/* It is sorted by what is published. */
static void
test_a_rate_without_counts_is_in_the_table (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("nct03457896");
  RgmTable *table = rgm_figure_get_table (figure);
  double rate;

  g_assert_cmpuint (rgm_table_get_n_rows (table), ==, 1);
  g_assert_cmpstr (rgm_table_get_text (table, 0, 3), ==, "");
  g_assert_cmpstr (rgm_table_get_text (table, 0, 5), ==, "33");
  g_assert_true (rgm_table_get_number (table, 0, 5, &rate));
  g_assert_cmpfloat (rate, ==, 33);
}

/* What the option of the model shows of each model, the table has as well: the model that is drawn first. */
static void
test_table_has_every_model (void)
{
  static const char * const lines[] = {
    "Typical arm\tREML",
    "Typical arm\tGLMM",
    "Typical arm\tDerSimonian-Laird",
    "Typical arm\tPaule-Mandel",
    "Common rate\tCommon effect",
  };
  g_autoptr (RgmFigure) figure = make_figure (NULL);
  RgmTable *table;
  guint first;

  evidence_set_text (figure, "model", "reml");
  table = rgm_figure_get_table (figure);
  first = rgm_table_get_n_rows (table) - G_N_ELEMENTS (lines);
  g_assert_cmpuint (first, ==, 16);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = g_strjoin ("\t", rgm_table_get_text (table, first + i, 0), rgm_table_get_text (table, first + i, 1), NULL);
      double rate = 0;

      g_assert_cmpstr (line, ==, lines[i]);
      g_assert_null (rgm_table_get_row_id (table, first + i));
      g_assert_true (rgm_table_get_number (table, first + i, 5, &rate));
      g_assert_cmpfloat (rate, >, 25);
      g_assert_cmpfloat (rate, <, 40);
    }

  evidence_set_text (figure, "show", "bars");
  g_assert_cmpuint (rgm_table_get_n_rows (rgm_figure_get_table (figure)), ==, 16);
}

static void
test_weights_and_published_intervals (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("class:ADC");
  g_autoptr (RgmScene) plain = evidence_lay_out (figure, 1200, 0);
  g_autoptr (RgmScene) full = NULL;
  g_autofree char *plain_text = rgm_scene_to_text (plain);
  g_autofree char *full_text = NULL;

  evidence_set_text (figure, "model", "reml");
  g_assert_true (rgm_figure_set_option (figure, "published", g_variant_new_boolean (TRUE)));
  full = evidence_lay_out (figure, 1200, 0);
  full_text = rgm_scene_to_text (full);
  g_assert_null (strstr (plain_text, "\"Weight, %\""));
  g_assert_null (strstr (plain_text, "\"Published interval\""));
  g_assert_nonnull (strstr (full_text, "\"Weight, %\""));
  g_assert_nonnull (strstr (full_text, "\"Published interval\""));
}

static void
test_axis_and_reference (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("class:ADC");
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  evidence_set_number (figure, "axis-end", 50);
  evidence_set_number (figure, "reference", 20);
  scene = evidence_lay_out (figure, 1200, 0);
  text = rgm_scene_to_text (scene);
  g_assert_nonnull (strstr (text, "reference \"reference\" says \"20%\""));
  g_assert_null (strstr (text, "\"60%\""));
}

/* The reference line is found again where it was put. */
static void
test_rate_at (void)
{
  g_autoptr (RgmFigure) figure = make_figure ("class:ADC");
  g_autoptr (RgmScene) scene = NULL;
  double rate = 0;

  evidence_set_number (figure, "axis-end", 80);
  evidence_set_number (figure, "reference", 20);
  scene = evidence_lay_out (figure, 1200, 0);
  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    {
      const RgmSceneGroup *group = rgm_scene_get_group (scene, i);

      if (g_strcmp0 (group->id, "reference") == 0)
        g_assert_true (rgm_response_figure_get_rate_at (RGM_RESPONSE_FIGURE (figure), scene, group->bounds.x + group->bounds.width / 2,
                                                        &rate));
    }
  g_assert_cmpfloat_with_epsilon (rate, 20, 0.01);
  g_assert_false (rgm_response_figure_get_rate_at (RGM_RESPONSE_FIGURE (figure), scene, 5, &rate));
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
  g_autoptr (RgmFigure) figure = rgm_figure_new ("response", selection);
  guint n_changes = 0;

  g_signal_connect_swapped (figure, "changed", G_CALLBACK (count), &n_changes);

  g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->subtitle, "16 arms"));
  rgm_selection_set_text (selection, "class:ADC");
  g_assert_cmpuint (n_changes, >, 0);
  g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->subtitle, "5 arms"));

  n_changes = 0;
  evidence_set_text (figure, "model", "dl");
  evidence_set_text (figure, "model", "dl");
  g_assert_cmpuint (n_changes, ==, 1);
}

static void
test_without_trials (void)
{
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  g_autoptr (RgmFigure) figure = rgm_figure_new ("response", selection);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 400, 300);

  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 0);
  g_assert_cmpuint (rgm_table_get_n_rows (rgm_figure_get_table (figure)), ==, 0);
}

static void
test_life (void)
{
  g_autoptr (RgmSelection) selection = evidence_select (NULL);
  RgmFigure *figure = rgm_figure_new ("response", selection);

  rgm_figure_get_frame (figure);
  g_assert_finalize_object (figure);
  rgm_selection_set_text (selection, "x");
}

/* The models stand side by side at the option that chooses one, each as the chart shows it once chosen. */
static void
test_models (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("response", NULL);
  const RgmFigureKind *kind = rgm_figure_get_kind (figure);
  const RgmOption *option = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < kind->n_options; i++)
    if (g_str_equal (kind->options[i].key, "model"))
      option = &kind->options[i];
  text = rgm_figure_describe_option (figure, option);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      static const char *const models[] = { "glmm", "reml", "dl", "pm", "common" };
      const char *rate = strstr (lines[i], ": ") + 2;
      g_autofree char *shown = g_strndup (rate, strcspn (rate, " "));

      g_assert_true (rgm_figure_set_option (figure, "model", g_variant_new_string (models[i])));
      g_assert_nonnull (strstr (rgm_figure_get_frame (figure)->summary, shown));
    }
}

/* However a figure came to its options, and whatever it kept on the way, it shows what a new one with the same options shows. */
static void
test_nothing_stale_is_shown (void)
{
  static const struct
  {
    const char *key;
    const char *value;
  } clicks[] = {
    { "by", "'class'" }, { "model", "'reml'" }, { "level", "0.9" }, { "counts", "false" }, { "knapp-hartung", "true" },
    { "by", "'none'" }, { "interval", "'wilson'" }, { "model", "'glmm'" }, { "level", "0.95" }, { "by", "'regimen'" },
    { "arms", "['destiny-crc01:t-dxd', 'heracles-a:trastuzumab-lapatinib', 'destiny-crc02:t-dxd-5.4']" }, { "by", "'class'" },
    { "arms", NULL }, { "excluded", "['destiny-crc02']" }, { "excluded", NULL }, { "interval", "'clopper-pearson'" },
    { "prediction", "false" }, { "model", "'common'" }, { "by", "'none'" }, { "pooled", "false" }, { "pooled", "true" },
  };
  g_autoptr (RgmFigure) figure = evidence_make_figure ("response", NULL);
  const RgmFigureKind *kind = rgm_figure_get_kind (figure);

  for (guint i = 0; i < G_N_ELEMENTS (clicks); i++)
    {
      g_autoptr (RgmFigure) fresh = evidence_make_figure ("response", NULL);
      g_autoptr (RgmScene) scene = NULL;
      g_autoptr (RgmScene) expected = NULL;
      g_autofree char *text = NULL;
      g_autofree char *expected_text = NULL;
      g_autofree char *table = NULL;
      g_autofree char *expected_table = NULL;

      g_assert_true (rgm_figure_set_option (figure, clicks[i].key, clicks[i].value != NULL ? g_variant_new_parsed (clicks[i].value) : NULL));
      rgm_figure_set_options (fresh, rgm_figure_get_options (figure));

      for (guint j = 0; j < kind->n_options; j++)
        {
          g_autofree char *said = rgm_figure_describe_option (figure, &kind->options[j]);
          g_autofree char *expected_said = rgm_figure_describe_option (fresh, &kind->options[j]);

          g_assert_cmpstr (said, ==, expected_said);
        }
      scene = evidence_lay_out (figure, 900, 0);
      expected = evidence_lay_out (fresh, 900, 0);
      text = rgm_scene_to_text (scene);
      expected_text = rgm_scene_to_text (expected);
      g_assert_cmpstr (text, ==, expected_text);
      table = rgm_table_to_tsv (rgm_figure_get_table (figure));
      expected_table = rgm_table_to_tsv (rgm_figure_get_table (fresh));
      g_assert_cmpstr (table, ==, expected_table);
    }
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
  g_test_add_func ("/figure/response/stale", test_nothing_stale_is_shown);
  g_test_add_func ("/figure/response/groups", test_groups_have_their_own_pooled_rate);
  g_test_add_func ("/figure/response/bars", test_bars_pool_nothing);
  g_test_add_func ("/figure/response/sort", test_arms_are_sorted_by_their_own_rate);
  g_test_add_func ("/figure/response/orders", test_other_orders);
  g_test_add_func ("/figure/response/table", test_table);
  g_test_add_func ("/figure/response/table-uncounted", test_a_rate_without_counts_is_in_the_table);
  g_test_add_func ("/figure/response/table-models", test_table_has_every_model);
  g_test_add_func ("/figure/response/columns", test_weights_and_published_intervals);
  g_test_add_func ("/figure/response/axis", test_axis_and_reference);
  g_test_add_func ("/figure/response/rate-at", test_rate_at);
  g_test_add_func ("/figure/response/changes", test_changes_are_told);
  g_test_add_func ("/figure/response/empty", test_without_trials);
  g_test_add_func ("/figure/response/life", test_life);

  g_test_add_func ("/response-figure/models", test_models);

  return g_test_run ();
}
