/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "rgm-curve-plot.h"
#include "rgm-fixed-measure.h"
#include "rgm-golden.h"

static const RgmCurveStep steps_a[] = {
  { 0, 100, 100, 100 }, { 1.5, 90, 78, 96 }, { 4, 75, 60, 86 }, { 7, 60, 44, 74 }, { 9, 50, 34, 65 }, { 14, 40, 25, 56 },
};
static const RgmCurveStep steps_b[] = {
  { 0, 100, NAN, NAN }, { 1, 80, 66, 89 }, { 3, 55, 40, 68 }, { 5, 40, 26, 54 }, { 11, 38, 24, 53 },
};
static const double censored_a[] = { 2, 2.01, 2.02, 8, 16 };
static const double censored_b[] = { 6 };

static char *
note_hidden (guint n_hidden)
{
  return g_strdup_printf ("%u censoring marks touch others and are not drawn.", n_hidden);
}

static RgmCurvePlot *
make_sample (void)
{
  g_autoptr (GArray) ticks = rgm_curve_ticks_new (17, RGM_AXIS_MONTHS);
  RgmCurvePlot *plot = rgm_curve_plot_new (ticks, &(RgmAxis) { "Months", 0, NAN, RGM_AXIS_MONTHS },
                                           &(RgmAxis) { "Overall survival", 0, 100, RGM_AXIS_PERCENT });
  const char *at_risk_a[] = { "40", "32", "25", "18", "9", "6", "0" };
  const char *events_a[] = { "0", "6", "12", "18", "21", "23", "23" };
  const char *at_risk_b[] = { "38", "20", "14", "13", NULL, NULL, NULL };

  rgm_curve_plot_set_frame (plot, &(RgmFrame) {
    .title = "Overall survival", .subtitle = "Kaplan-Meier estimates, 78 patients", .summary = "Two curves.",
    .note = "Bands are 95% intervals.", .caveat = "Separate trials.", .sources = "Source: none.",
  });
  rgm_curve_plot_set_note (plot, note_hidden);
  rgm_curve_plot_add_curve (plot, &(RgmCurve) {
    .id = "b", .target = "trial-b", .sentence = "Arm B: median 5 months.", .label = "Arm B", .series = RGM_SERIES_VERMILION_CIRCLE,
    .steps = steps_b, .n_steps = G_N_ELEMENTS (steps_b), .censored = censored_b, .n_censored = 1, .end = 13, .few_from = NAN, .median = 5,
  });
  rgm_curve_plot_add_counts (plot, "At risk", at_risk_b);
  rgm_curve_plot_add_curve (plot, &(RgmCurve) {
    .id = "a", .target = "trial-a", .sentence = "Arm A: median 11.5 months.", .label = "Arm A with a long name of its own",
    .series = RGM_SERIES_BLUE_SQUARE, .steps = steps_a, .n_steps = G_N_ELEMENTS (steps_a), .censored = censored_a,
    .n_censored = G_N_ELEMENTS (censored_a), .end = 17, .few_from = 15, .median = 11.5,
  });
  rgm_curve_plot_add_counts (plot, "At risk", at_risk_a);
  rgm_curve_plot_add_counts (plot, "Events", events_a);
  rgm_curve_plot_add_landmark (plot, 12, "12 months", NULL);

  return plot;
}

static RgmScene *
lay_out (RgmDirection direction,
         double       width,
         double       height)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmCurvePlot) plot = make_sample ();

  return rgm_curve_plot_lay_out (plot, &(RgmLayout) {
    .measure = measure, .direction = direction, .width = width, .height = height, .base = 12, .floor = 7,
  });
}

static void
test_golden (void)
{
  g_autoptr (RgmScene) scene = lay_out (RGM_DIRECTION_LTR, 800, 0);
  g_autoptr (RgmScene) mirrored = lay_out (RGM_DIRECTION_RTL, 800, 0);
  g_autofree char *text = rgm_scene_to_text (scene);
  g_autofree char *mirrored_text = rgm_scene_to_text (mirrored);

  rgm_golden_check ("plot-curves", text);
  rgm_golden_check ("plot-curves-rtl", mirrored_text);
}

static void
check_ticks (double       end,
             RgmAxisUnit  unit,
             double       step)
{
  g_autoptr (GArray) ticks = rgm_curve_ticks_new (end, unit);

  g_assert_cmpuint (ticks->len, >=, 2);
  g_assert_cmpuint (ticks->len, <=, 9);
  g_assert_cmpfloat (g_array_index (ticks, double, 0), ==, 0);
  g_assert_cmpfloat_with_epsilon (g_array_index (ticks, double, 1), step, 1e-9);
  g_assert_cmpfloat (g_array_index (ticks, double, ticks->len - 1), >=, end * (1 - 1e-12));
  g_assert_cmpfloat (g_array_index (ticks, double, ticks->len - 1) - step, <, MAX (end, step));
}

static void
test_ticks (void)
{
  check_ticks (0, RGM_AXIS_MONTHS, 1);
  check_ticks (8, RGM_AXIS_MONTHS, 1);
  check_ticks (17, RGM_AXIS_MONTHS, 3);
  check_ticks (25, RGM_AXIS_MONTHS, 6);
  check_ticks (48.5, RGM_AXIS_MONTHS, 12);
  check_ticks (1000, RGM_AXIS_MONTHS, 240);
  check_ticks (1e5, RGM_AXIS_MONTHS, 15360);
  check_ticks (1000, RGM_AXIS_NUMBER, 200);
  check_ticks (0.7, RGM_AXIS_NUMBER, 0.1);
}

static char *
get_group (const char *text,
           const char *id)
{
  g_autofree char *name = g_strdup_printf (" \"%s\"", id);
  const char *begin = strstr (text, name);
  const char *line, *end;
  gsize depth = 0;

  g_assert_nonnull (begin);
  for (line = begin; line > text && line[-1] != '\n'; line--)
    ;
  depth = strspn (line, " ");
  for (end = strchr (line, '\n') + 1; strspn (end, " ") > depth; end = strchr (end, '\n') + 1)
    ;

  return g_strndup (line, (gsize) (end - line));
}

/* Every line of a path goes along an axis. */
static void
check_is_step (const char *path)
{
  double x, y, next_x, next_y;
  const char *p = path;

  g_assert_cmpint (sscanf (p, "path M %lf %lf", &x, &y), ==, 2);
  for (p = strstr (p, " L "); p != NULL; p = strstr (p + 1, " L "))
    {
      g_assert_cmpint (sscanf (p, " L %lf %lf", &next_x, &next_y), ==, 2);
      g_assert_true (next_x == x || next_y == y);
      x = next_x;
      y = next_y;
    }
}

/* How many paths of a group have lines of a width (0: are filled); each is made of steps. */
static guint
count_steps (const char *group,
             double      width)
{
  g_auto (GStrv) lines = g_strsplit (group, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *path = strstr (lines[i], "path M ");
      const char *stroke = strstr (lines[i], " stroke ");
      double found = 0;

      if (path == NULL)
        continue;
      if (stroke != NULL)
        g_assert_cmpint (sscanf (stroke, " stroke %*s %lf", &found), ==, 1);
      if (found != width)
        continue;
      check_is_step (path);
      n++;
    }

  return n;
}

static void
test_steps (void)
{
  g_autoptr (RgmScene) scene = lay_out (RGM_DIRECTION_LTR, 800, 0);
  g_autofree char *text = rgm_scene_to_text (scene);
  g_autofree char *bands = get_group (text, "bands");
  g_autofree char *a = get_group (text, "a");
  g_autofree char *b = get_group (text, "b");

  g_assert_cmpuint (count_steps (bands, 0), ==, 2);
  g_assert_cmpuint (count_steps (a, 2), ==, 1);
  g_assert_cmpuint (count_steps (b, 2), ==, 1);

  /* where few are at risk the line is thinner */
  g_assert_cmpuint (count_steps (a, 1), ==, 1);
  g_assert_cmpuint (count_steps (b, 1), ==, 0);
}

static void
find_text (const char *text,
           const char *shown,
           double     *x,
           double     *y)
{
  g_autofree char *end = g_strdup_printf (" \"%s\"\n", shown);
  const char *found = strstr (text, end);

  g_assert_nonnull (found);
  while (!g_str_has_prefix (found, "text "))
    found--;
  g_assert_cmpint (sscanf (found, "text %lf %lf", x, y), ==, 2);
}

/* Numbers stand under their ticks, by arm in the order of the curves' ends. */
static void
test_table (void)
{
  g_autoptr (RgmScene) scene = lay_out (RGM_DIRECTION_LTR, 800, 0);
  g_autofree char *text = rgm_scene_to_text (scene);
  g_autofree char *axis = get_group (text, "axis");
  g_autofree char *table = get_group (text, "table");
  double tick, y, x, a, b;

  find_text (axis, "9", &tick, &y);
  find_text (table, "18", &x, &a);
  g_assert_cmpfloat (x, ==, tick);
  find_text (table, "13", &x, &b);
  g_assert_cmpfloat (x, ==, tick);
  g_assert_cmpfloat (a, <, b);
}

/* Strokes that touch are left out, and said. */
static void
test_censored (void)
{
  g_autoptr (RgmScene) scene = lay_out (RGM_DIRECTION_LTR, 800, 0);
  g_autofree char *text = rgm_scene_to_text (scene);
  g_autofree char *a = get_group (text, "a");

  g_assert_nonnull (strstr (text, "Bands are 95% intervals. 2 censoring marks touch others"));
  g_assert_cmpuint (count_steps (a, 1.25), ==, 3);
}

/* Two curves of one series, the first with many patients censored, each with a sentence at each tick. */
static char *
lay_out_pair (guint n_censored)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (GArray) ticks = rgm_curve_ticks_new (12, RGM_AXIS_MONTHS);
  g_autoptr (RgmCurvePlot) plot = rgm_curve_plot_new (ticks, &(RgmAxis) { "Months", 0, NAN, RGM_AXIS_MONTHS },
                                                      &(RgmAxis) { "Survival", 0, 1, RGM_AXIS_NUMBER });
  g_autoptr (RgmScene) scene = NULL;
  g_autoptr (GArray) censored = g_array_new (FALSE, FALSE, sizeof (double));
  const RgmCurveStep one[] = { { 0, 1, NAN, NAN }, { 4, 0.5, NAN, NAN }, { 8, 0, NAN, NAN } };
  const RgmCurveStep other[] = { { 0, 1, NAN, NAN }, { 2, 0.75, NAN, NAN }, { 6, 0.25, NAN, NAN } };
  const char *cells[] = { "9", "8", "7", "6", "5" };
  const char *sentences[] = { "At 0.", "At 3.", "At 6.", "At 9.", "At 12." };

  for (guint i = 0; i < n_censored; i++)
    {
      double time = 8.0 * (i + 1) / n_censored;

      g_array_append_val (censored, time);
    }
  g_assert_cmpuint (ticks->len, ==, 5);
  rgm_curve_plot_set_note (plot, note_hidden);
  rgm_curve_plot_add_curve (plot, &(RgmCurve) {
    .id = "one", .sentence = "One.", .label = "One", .steps = one, .n_steps = 3, .end = 8, .few_from = NAN, .median = NAN,
    .censored = (const double *) (gpointer) censored->data, .n_censored = n_censored,
  });
  rgm_curve_plot_add_counts (plot, "At risk", cells);
  rgm_curve_plot_set_tick_sentences (plot, sentences);
  rgm_curve_plot_add_curve (plot, &(RgmCurve) {
    .id = "other", .sentence = "Other.", .label = "Other", .steps = other, .n_steps = 3, .end = 12, .few_from = NAN, .median = NAN,
  });
  rgm_curve_plot_set_area (plot, 0, 1, 10);
  rgm_curve_plot_add_landmark (plot, 6, "6 months", "At 6 months: One 0.5.");
  scene = rgm_curve_plot_lay_out (plot, &(RgmLayout) { .measure = measure, .width = 1600, .base = 12, .floor = 7 });

  return rgm_scene_to_text (scene);
}

/* Strokes that would hide the curve are left out even where none touches another. */
static void
test_many_censored (void)
{
  g_autofree char *few = lay_out_pair (60);
  g_autofree char *many = lay_out_pair (61);
  g_autofree char *one = get_group (few, "one");
  g_autofree char *one_of_many = get_group (many, "one");

  g_assert_cmpuint (count_steps (one, 1.25), ==, 60);
  g_assert_null (strstr (few, "are not drawn"));
  g_assert_cmpuint (count_steps (one_of_many, 1.25), ==, 0);
  g_assert_nonnull (strstr (many, "61 censoring marks"));
}

/* Curves of the same series differ by their dash. */
static void
test_same_series (void)
{
  g_autofree char *text = lay_out_pair (0);
  g_autofree char *one = get_group (text, "one");
  g_autofree char *other = get_group (text, "other");

  g_assert_nonnull (strstr (one, " stroke series-1 2"));
  g_assert_nonnull (strstr (other, " stroke series-1 2"));
  g_assert_null (strstr (one, "long"));
  g_assert_nonnull (strstr (other, "long"));
}

/* The area between two curves goes along both, and on at 0 where one has ended there. */
static void
test_area (void)
{
  g_autofree char *text = lay_out_pair (0);
  g_autofree char *area = get_group (text, "area");
  g_autofree char *axis = get_group (text, "axis");
  const char *path = strstr (area, "path M ");
  double x, y, ticks[2], top, largest = 0, lowest = 0, end_of_one = 0, end_of_other = 0;

  g_assert_nonnull (path);
  g_assert_cmpuint (count_steps (area, 0), ==, 1);
  find_text (axis, "0", &ticks[0], &y);
  find_text (axis, "12", &ticks[1], &y);
  g_assert_cmpint (sscanf (path, "path M %lf %lf", &x, &top), ==, 2);
  for (path = strstr (path, " L "); path != NULL; path = strstr (path + 1, " L "))
    {
      g_assert_cmpint (sscanf (path, " L %lf %lf", &x, &y), ==, 2);
      if (x > largest)
        end_of_one = y;
      end_of_other = x > largest || (x == largest && y < end_of_other) ? y : end_of_other;
      largest = MAX (largest, x);
      lowest = MAX (lowest, y);
    }
  g_assert_cmpfloat_with_epsilon (largest, ticks[0] + (ticks[1] - ticks[0]) * 10 / 12, 0.02);
  g_assert_cmpfloat (end_of_one, ==, lowest);
  g_assert_cmpfloat_with_epsilon (end_of_other, top + 0.75 * (lowest - top), 0.02);
}

/* Landmarks and ticks have a sentence each, for who can't see them. */
static void
test_sentences (void)
{
  g_autofree char *text = lay_out_pair (0);
  g_autofree char *landmark = get_group (text, "landmark 1");
  g_autofree char *tick = get_group (text, "one tick 2");

  g_assert_nonnull (strstr (landmark, "says \"At 6 months: One 0.5.\""));
  g_assert_nonnull (strstr (tick, "says \"At 6.\""));
}

static void
test_every_size (void)
{
  static const double sizes[][2] = { { 960, 540 }, { 595, 842 }, { 360, 640 }, { 1920, 1080 }, { 500, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (RgmDirection direction = RGM_DIRECTION_LTR; direction <= RGM_DIRECTION_RTL; direction++)
      {
        g_autoptr (RgmScene) scene = lay_out (direction, sizes[i][0], sizes[i][1]);
        double bottom = 0;

        g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 2);
        g_assert_cmpfloat (rgm_scene_get_height (scene), >=, sizes[i][1]);
        for (guint j = 0; j < rgm_scene_get_n_groups (scene); j++)
          {
            const RgmSceneGroup *group = rgm_scene_get_group (scene, j);

            g_assert_cmpfloat (group->bounds.x, >=, 0);
            g_assert_cmpfloat (group->bounds.x + group->bounds.width, <=, rgm_scene_get_width (scene));
            g_assert_cmpfloat (group->bounds.y + group->bounds.height, <=, rgm_scene_get_height (scene));
            if (group->role == RGM_SCENE_ROLE_DRAWING)
              bottom = group->bounds.y + group->bounds.height;
            if (group->role == RGM_SCENE_ROLE_CAVEAT)
              g_assert_cmpfloat (bottom, <=, group->bounds.y);
          }
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/curves/golden", test_golden);
  g_test_add_func ("/plot/curves/ticks", test_ticks);
  g_test_add_func ("/plot/curves/steps", test_steps);
  g_test_add_func ("/plot/curves/table", test_table);
  g_test_add_func ("/plot/curves/censored", test_censored);
  g_test_add_func ("/plot/curves/many-censored", test_many_censored);
  g_test_add_func ("/plot/curves/same-series", test_same_series);
  g_test_add_func ("/plot/curves/area", test_area);
  g_test_add_func ("/plot/curves/sentences", test_sentences);
  g_test_add_func ("/plot/curves/sizes", test_every_size);

  return g_test_run ();
}
