/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "rgm-fixed-measure.h"
#include "rgm-golden.h"
#include "rgm-scale.h"
#include "sample-plots.h"

static RgmLayout
make_layout (RgmTextMeasure *measure,
             double          width,
             double          height)
{
  return (RgmLayout) { .measure = measure, .width = width, .height = height, .base = 12, .floor = 7 };
}

static void
check_golden (RgmRowPlot   *plot,
              RgmDirection  direction,
              const char   *name)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  RgmLayout layout = make_layout (measure, 800, 0);
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  layout.direction = direction;
  scene = rgm_row_plot_lay_out (plot, &layout, NULL);
  text = rgm_scene_to_text (scene);
  rgm_golden_check (name, text);
}

static void
test_golden_forest (void)
{
  g_autoptr (RgmRowPlot) plot = sample_forest (6);

  check_golden (plot, RGM_DIRECTION_LTR, "plot-forest");
  check_golden (plot, RGM_DIRECTION_RTL, "plot-forest-rtl");
}

static void
test_golden_bars (void)
{
  g_autoptr (RgmRowPlot) plot = sample_bars ();

  check_golden (plot, RGM_DIRECTION_LTR, "plot-bars");
}

static void
test_golden_medians (void)
{
  g_autoptr (RgmRowPlot) plot = sample_medians ();

  check_golden (plot, RGM_DIRECTION_LTR, "plot-medians");
}

static const RgmSceneGroup *
find_group (RgmScene     *scene,
            RgmSceneRole  role)
{
  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    if (rgm_scene_get_group (scene, i)->role == role)
      return rgm_scene_get_group (scene, i);

  return NULL;
}

/* Rows never overlap, nothing leaves the scene, and the parts stand under one another. */
static void
check_scene (RgmScene *scene)
{
  double width = rgm_scene_get_width (scene), height = rgm_scene_get_height (scene);
  const RgmSceneGroup *drawing = find_group (scene, RGM_SCENE_ROLE_DRAWING);
  const RgmSceneGroup *note = find_group (scene, RGM_SCENE_ROLE_CAVEAT);
  double bottom = 0;

  for (guint i = 0; i < rgm_scene_get_n_marks (scene); i++)
    {
      const RgmSceneGroup *mark = rgm_scene_get_mark (scene, i);

      g_assert_cmpfloat (mark->area.y, >=, bottom - 1e-6);
      bottom = mark->area.y + mark->area.height;
      g_assert_nonnull (mark->sentence);
    }
  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    {
      const RgmRect *bounds = &rgm_scene_get_group (scene, i)->bounds;

      g_assert_cmpfloat (bounds->x, >=, 0);
      g_assert_cmpfloat (bounds->y, >=, 0);
      g_assert_cmpfloat (bounds->x + bounds->width, <=, width);
      g_assert_cmpfloat (bounds->y + bounds->height, <=, height);
    }
  g_assert_cmpfloat (drawing->bounds.y + drawing->bounds.height, <=, note->bounds.y);
}

static void
test_every_size (void)
{
  static const double sizes[][2] = { { 1280, 800 }, { 960, 540 }, { 595, 842 }, { 360, 640 }, { 300, 0 }, { 2000, 300 } };
  static const double bases[] = { 8, 12, 24 };
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (bases); j++)
      {
        g_autoptr (RgmRowPlot) plot = sample_forest (15);
        RgmLayout layout = make_layout (measure, sizes[i][0], sizes[i][1]);
        g_autoptr (RgmScene) scene = NULL;

        layout.base = bases[j];
        scene = rgm_row_plot_lay_out (plot, &layout, NULL);
        g_assert_cmpfloat (rgm_scene_get_height (scene), >=, sizes[i][1]);
        g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 16);
        check_scene (scene);
      }
}

static void
test_pages (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmRowPlot) plot = sample_forest (200);
  RgmLayout layout = make_layout (measure, 595, 842);
  guint n_pages = 0, n_marks = 0;

  layout.overflow = RGM_OVERFLOW_PAGES;
  for (layout.page = 0; layout.page == 0 || layout.page < n_pages; layout.page++)
    {
      g_autoptr (RgmScene) scene = rgm_row_plot_lay_out (plot, &layout, &n_pages);

      g_assert_cmpfloat (rgm_scene_get_height (scene), ==, 842);
      n_marks += rgm_scene_get_n_marks (scene);
      check_scene (scene);
    }
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (n_marks, ==, 201);

  layout.overflow = RGM_OVERFLOW_GROW;
  {
    g_autoptr (RgmScene) scene = rgm_row_plot_lay_out (plot, &layout, &n_pages);

    g_assert_cmpuint (n_pages, ==, 1);
    g_assert_cmpfloat (rgm_scene_get_height (scene), >, 842);
    check_scene (scene);
  }
}

/* From so many rows on, a row whose label doesn't wrap takes half its height. */
static void
test_compact (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmRowPlot) few = sample_forest (58);
  g_autoptr (RgmRowPlot) many = sample_forest (59);
  const RgmLayout layout = make_layout (measure, 1280, 0);
  g_autoptr (RgmScene) tall = rgm_row_plot_lay_out (few, &layout, NULL);
  g_autoptr (RgmScene) compact = rgm_row_plot_lay_out (many, &layout, NULL);

  g_assert_cmpfloat (fabs (rgm_scene_get_mark (tall, 0)->area.height - 28.8), <, 1e-9);
  g_assert_cmpfloat (fabs (rgm_scene_get_mark (compact, 0)->area.height - 14.4), <, 1e-9);
}

/* A file can't be asked what a name was before it was cut. */
static void
test_long_names_wrap (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();

  for (guint n_rows = 6; n_rows <= 66; n_rows += 60)
    {
      g_autoptr (RgmRowPlot) plot = sample_forest (n_rows);
      RgmLayout layout = make_layout (measure, 700, 0);
      g_autoptr (RgmScene) scene = rgm_row_plot_lay_out (plot, &layout, NULL);
      g_autofree char *text = rgm_scene_to_text (scene);
      const char *row = strstr (text, "\"arm row-1\"");
      const char *next = strstr (text, "\"arm row-2\"");
      g_autofree char *shown = g_strndup (row, (gsize) (next - row));

      /* the row that says so is followed by what it draws */
      g_assert_null (strstr (shown, "\342\200\246"));
      g_assert_nonnull (strstr (strchr (shown, '\n'), "\"A trial"));
      g_assert_nonnull (strstr (strchr (shown, '\n'), "place\""));
      g_assert_nonnull (strstr (strchr (shown, '\n'), "long\""));
      check_scene (scene);
    }
}

static void
check_type (RgmScene *scene,
            double    floor)
{
  g_autofree char *text = rgm_scene_to_text (scene);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_texts = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double size;

      if (sscanf (lines[i], " text %*f %*f %*s %lf", &size) != 1)
        continue;
      g_assert_cmpfloat (size, >=, floor);
      n_texts++;
    }
  g_assert_cmpuint (n_texts, >, 10);
}

static void
test_type_has_a_floor (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmRowPlot) plot = sample_forest (40);
  RgmLayout layout = make_layout (measure, 960, 540);
  g_autoptr (RgmScene) scene = NULL;

  layout.floor = 9;
  scene = rgm_row_plot_lay_out (plot, &layout, NULL);
  check_type (scene, 9);
}

static void
test_columns_give_way (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmRowPlot) plot = sample_forest (3);
  RgmLayout layout = make_layout (measure, 330, 0);
  g_autoptr (RgmScene) narrow = rgm_row_plot_lay_out (plot, &layout, NULL);
  g_autoptr (RgmScene) wide = NULL;
  g_autofree char *narrow_text = rgm_scene_to_text (narrow);
  g_autofree char *wide_text = NULL;

  layout.width = 900;
  wide = rgm_row_plot_lay_out (plot, &layout, NULL);
  wide_text = rgm_scene_to_text (wide);
  g_assert_nonnull (strstr (wide_text, "\"Rate, % [95% CI]\""));
  g_assert_null (strstr (narrow_text, "\"Rate, % [95% CI]\""));

  /* What has no column any more is below the label, of a pooled row too. */
  g_assert_nonnull (strstr (narrow_text, "22/69"));
  g_assert_nonnull (strstr (narrow_text, "44.2]"));
  g_assert_nonnull (strstr (narrow_text, "112/251"));
  g_assert_nonnull (strstr (narrow_text, "51.2]"));
}

/* Where rows have one line, a column has no other place, and its going is said. */
static void
test_columns_left_out (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmRowPlot) many = sample_forest (80);
  g_autoptr (RgmRowPlot) few = sample_forest (3);
  RgmLayout layout = make_layout (measure, 330, 0);
  g_autoptr (RgmScene) many_rows = NULL;
  g_autoptr (RgmScene) few_rows = NULL;
  g_autofree char *many_text = NULL;
  g_autofree char *few_text = NULL;

  rgm_row_plot_set_left_out (many, "Not all columns.");
  rgm_row_plot_set_left_out (few, "Not all columns.");
  many_rows = rgm_row_plot_lay_out (many, &layout, NULL);
  few_rows = rgm_row_plot_lay_out (few, &layout, NULL);
  many_text = rgm_scene_to_text (many_rows);
  few_text = rgm_scene_to_text (few_rows);
  g_assert_nonnull (strstr (many_text, "Not all columns."));
  g_assert_null (strstr (many_text, "22/69"));
  g_assert_null (strstr (few_text, "Not all columns."));
}

static void
check_ticks (RgmAxis     axis,
             double      lowest,
             double      highest,
             const char *expected)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GArray) ticks = NULL;
  RgmScale scale;

  rgm_scale_init (&scale, &axis, lowest, highest);
  scale.from = 0;
  scale.to = 500;
  ticks = rgm_scale_get_ticks (&scale, measure, 10);
  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *label = rgm_scale_label (&scale, g_array_index (ticks, double, i));

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", label);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_ticks (void)
{
  check_ticks ((RgmAxis) { NULL, 0, 100, RGM_AXIS_PERCENT }, NAN, NAN, "0% 20% 40% 60% 80% 100%");
  check_ticks ((RgmAxis) { NULL, 20, 45, RGM_AXIS_PERCENT }, NAN, NAN, "20% 25% 30% 35% 40% 45%");
  check_ticks ((RgmAxis) { NULL, NAN, NAN, RGM_AXIS_MONTHS }, 2, 36.7, "0 6 12 18 24 30 36 42");
  check_ticks ((RgmAxis) { NULL, NAN, NAN, RGM_AXIS_MONTHS }, 2, 10.3, "0 2 4 6 8 10 12");
  check_ticks ((RgmAxis) { NULL, NAN, NAN, RGM_AXIS_NUMBER }, -3, 0.5,
               "\342\210\2223 \342\210\2222.5 \342\210\2222 \342\210\2221.5 \342\210\2221 \342\210\2220.5 0 0.5");
  check_ticks ((RgmAxis) { NULL, NAN, NAN, RGM_AXIS_NUMBER }, NAN, NAN, "0 0.2 0.4 0.6 0.8 1");
}

/* Names of rows and heads of columns move with what is in sight, from the side at which one begins to read. */
static void
test_heads_stay_in_sight (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmRowPlot) plot = sample_forest (6);
  RgmLayout layout = make_layout (measure, 800, 0);

  for (layout.direction = RGM_DIRECTION_LTR; layout.direction < RGM_N_DIRECTIONS; layout.direction++)
    {
      gboolean is_ltr = layout.direction == RGM_DIRECTION_LTR;
      g_autoptr (RgmScene) scene = rgm_row_plot_lay_out (plot, &layout, NULL);
      const RgmSceneHeads *heads = rgm_scene_get_heads (scene);
      const RgmSceneGroup *columns = find_group (scene, RGM_SCENE_ROLE_HEADING);
      const RgmSceneGroup *row = rgm_scene_get_mark (scene, rgm_scene_get_n_marks (scene) - 1);
      double bottom, far;
      RgmPoint moved;
      RgmRect names;

      g_assert_nonnull (heads);
      /* They cover the heads of the columns and every row. */
      bottom = heads->names.y + heads->names.height;
      g_assert_cmpfloat (heads->names.y, <=, columns->bounds.y);
      g_assert_cmpfloat (heads->names.y + heads->titles, >=, columns->bounds.y + columns->bounds.height);
      g_assert_cmpfloat (bottom, >=, row->area.y + row->area.height - 1e-6);
      g_assert_cmpfloat_with_epsilon (is_ltr ? heads->names.x : heads->names.x + heads->names.width, is_ltr ? 0 : 800, 1e-6);

      names = rgm_scene_pin_heads (scene, &(RgmRect) { 0, 0, 800, 200 }, &moved);
      g_assert_cmpfloat (moved.x, ==, 0);
      g_assert_cmpfloat (moved.y, ==, 0);
      g_assert_cmpfloat_with_epsilon (names.width, heads->names.width, 1e-6);
      far = is_ltr ? 100 : 0;
      names = rgm_scene_pin_heads (scene, &(RgmRect) { far, heads->names.y + 10, 700, 200 }, &moved);
      g_assert_cmpfloat_with_epsilon (moved.x, is_ltr ? 100 : -100, 1e-6);
      g_assert_cmpfloat_with_epsilon (moved.y, 10, 1e-6);
      g_assert_cmpfloat_with_epsilon (names.x, heads->names.x, 1e-6);
      /* Below the last row they have nothing to say, and in a narrow sight the names would cover the rest: their beginnings stay. */
      far = is_ltr ? 300 : 100;
      names = rgm_scene_pin_heads (scene, &(RgmRect) { far, bottom + 100, heads->names.width, 200 }, &moved);
      g_assert_cmpfloat_with_epsilon (names.width, heads->names.width / 2, 1e-6);
      g_assert_cmpfloat_with_epsilon (is_ltr ? names.x : names.x + names.width, is_ltr ? 0 : 800, 1e-6);
      g_assert_cmpfloat_with_epsilon (is_ltr ? names.x + moved.x : names.x + names.width + moved.x, is_ltr ? far : far + heads->names.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (moved.y, heads->names.height - heads->titles, 1e-6);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/rows/golden/forest", test_golden_forest);
  g_test_add_func ("/plot/rows/golden/bars", test_golden_bars);
  g_test_add_func ("/plot/rows/golden/medians", test_golden_medians);
  g_test_add_func ("/plot/rows/every-size", test_every_size);
  g_test_add_func ("/plot/rows/pages", test_pages);
  g_test_add_func ("/plot/rows/compact", test_compact);
  g_test_add_func ("/plot/rows/long-names", test_long_names_wrap);
  g_test_add_func ("/plot/rows/type", test_type_has_a_floor);
  g_test_add_func ("/plot/rows/columns", test_columns_give_way);
  g_test_add_func ("/plot/rows/columns-left-out", test_columns_left_out);
  g_test_add_func ("/plot/rows/heads", test_heads_stay_in_sight);
  g_test_add_func ("/plot/scale/ticks", test_ticks);

  return g_test_run ();
}
