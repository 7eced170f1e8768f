/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "rgm-fixed-measure.h"
#include "rgm-golden.h"
#include "rgm-scatter-plot.h"

static const RgmFrame frame = {
  .title = "Response and time",
  .subtitle = "Two measures of an arm",
  .summary = "A scatter plot.",
  .caveat = "Separate trials.",
};

static void
add_point (RgmScatterPlot *plot,
           const char     *label,
           double          x,
           double          y,
           RgmSpan         y_span,
           double          weight)
{
  g_autofree char *id = g_strconcat ("point ", label, NULL);

  rgm_scatter_plot_add_point (plot, &(RgmScatterPoint) {
    .id = id, .target = label, .sentence = label, .label = label, .series = RGM_SERIES_GREEN_TRIANGLE,
    .x = x, .y = y, .x_span = { x - 8, x + 12 }, .y_span = y_span, .weight = weight });
}

static RgmScatterPlot *
make_plot (void)
{
  RgmScatterPlot *plot = rgm_scatter_plot_new ();

  rgm_scatter_plot_set_frame (plot, &frame);
  rgm_scatter_plot_set_axes (plot,
                             &(RgmAxis) { "Rate", 0, 100, RGM_AXIS_PERCENT },
                             &(RgmAxis) { "Months", 0, 9, RGM_AXIS_MONTHS });
  rgm_scatter_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_SERIES, RGM_SERIES_GREEN_TRIANGLE, "Class" });
  add_point (plot, "small", 30, 4, (RgmSpan) { 3, 6 }, 5);
  add_point (plot, "large", 31, 4.1, (RgmSpan) { 2, INFINITY }, 80);
  add_point (plot, "at the edge", 99, 8.9, (RgmSpan) { 7, 12 }, 20);
  add_point (plot, "beyond", 50, 20, (RgmSpan) { 15, 30 }, 20);
  add_point (plot, "one-sided", 60, 2, (RgmSpan) { NAN, 3 }, 20);

  return plot;
}

static RgmScene *
lay_out (double       width,
         double       height,
         RgmDirection direction)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmScatterPlot) plot = make_plot ();

  return rgm_scatter_plot_lay_out (plot, &(RgmLayout) {
    .measure = measure, .direction = direction, .width = width, .height = height, .base = 12, .floor = 7 });
}

static void
test_golden (void)
{
  g_autoptr (RgmScene) scene = lay_out (700, 0, RGM_DIRECTION_LTR);
  g_autoptr (RgmScene) mirrored = lay_out (700, 0, RGM_DIRECTION_RTL);
  g_autofree char *text = rgm_scene_to_text (scene);
  g_autofree char *mirrored_text = rgm_scene_to_text (mirrored);

  rgm_golden_check ("plot-scatter", text);
  rgm_golden_check ("plot-scatter-rtl", mirrored_text);
}

static void
test_marks (void)
{
  g_autoptr (RgmScene) scene = lay_out (960, 540, RGM_DIRECTION_LTR);

  g_assert_cmpfloat (rgm_scene_get_height (scene), ==, 540);

  /* One point lies beyond the axis and isn't drawn; the heaviest is drawn first. */
  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 4);
  g_assert_cmpstr (rgm_scene_get_mark (scene, 0)->target, ==, "large");
}

static void
test_every_size (void)
{
  static const double sizes[][2] = { { 1280, 800 }, { 300, 200 }, { 200, 0 }, { 4000, 300 }, { 595, 842 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (RgmScene) scene = lay_out (sizes[i][0], sizes[i][1], RGM_DIRECTION_LTR);
      double width = rgm_scene_get_width (scene), height = rgm_scene_get_height (scene);

      g_assert_cmpfloat (height, >=, sizes[i][1]);
      for (guint j = 0; j < rgm_scene_get_n_groups (scene); j++)
        {
          const RgmRect *bounds = &rgm_scene_get_group (scene, j)->bounds;

          g_assert_cmpfloat (bounds->x, >=, 0);
          g_assert_cmpfloat (bounds->x + bounds->width, <=, width);
          g_assert_cmpfloat (bounds->y + bounds->height, <=, height);
        }
    }
}

static RgmRect
find_label (const char *text,
            const char *label)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"\n", label);
  const char *at = g_strrstr (text, quoted);
  double x, baseline, size;

  g_assert_nonnull (at);
  while (*at != '\n')
    at--;
  g_assert_cmpint (sscanf (at, " text %lf %lf left %lf", &x, &baseline, &size), ==, 3);

  return (RgmRect) { x, baseline - size * 0.9, (double) strlen (label) * 0.58 * size, size };
}

/* Two points lie nearly on each other; their labels don't. */
static void
test_labels_keep_apart (void)
{
  g_autoptr (RgmScene) scene = lay_out (960, 540, RGM_DIRECTION_LTR);
  g_autofree char *text = rgm_scene_to_text (scene);
  RgmRect large = find_label (text, "large"), small = find_label (text, "small");

  g_assert_false (rgm_rect_intersects (&large, &small));
}

/* The line that leads to a label, which comes right before it; FALSE where there is none. */
static gboolean
find_leader (const char *text,
             const char *label,
             RgmPoint   *from,
             RgmPoint   *to)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"\n", label);
  const char *at = g_strrstr (text, quoted);
  g_autofree char *before = NULL;
  const char *line;

  g_assert_nonnull (at);
  before = g_strndup (text, (gsize) (at - text));
  *strrchr (before, '\n') = '\0';
  line = strrchr (before, '\n');

  return strstr (line, "stroke muted") != NULL && sscanf (line, " path M %lf %lf L %lf %lf", &from->x, &from->y, &to->x, &to->y) == 4;
}

static double
get_distance (const RgmPoint *a,
              const RgmPoint *b)
{
  return hypot (a->x - b->x, a->y - b->y);
}

/* In a crowd each point keeps its label, and a line leads to one that isn't at its mark. */
static void
test_labels_in_a_crowd_have_leaders (void)
{
  static const char * const labels[] = { "first trial", "second trial", "third trial", "fourth trial", "fifth trial", "sixth trial" };
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmScatterPlot) plot = rgm_scatter_plot_new ();
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;
  guint n_leaders = 0;

  rgm_scatter_plot_set_axes (plot, &(RgmAxis) { "Rate", 0, 100, RGM_AXIS_PERCENT }, &(RgmAxis) { "Months", 0, 9, RGM_AXIS_MONTHS });
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    add_point (plot, labels[i], 50 + 2.0 * (i % 2), 4 + 0.15 * (i - i % 2), (RgmSpan) { 3, 6 }, 30 - i);
  scene = rgm_scatter_plot_lay_out (plot, &(RgmLayout) { .measure = measure, .width = 960, .height = 540, .base = 12, .floor = 7 });
  text = rgm_scene_to_text (scene);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      RgmRect label = find_label (text, labels[i]);
      RgmPoint from, to;

      g_assert_cmpfloat (label.width, >, 0);
      if (!find_leader (text, labels[i], &from, &to))
        continue;
      n_leaders++;
      g_assert_cmpfloat (get_distance (&from, &to), >, 0);
      g_assert_cmpfloat (to.x, >=, label.x - 1);
      g_assert_cmpfloat (to.x, <=, label.x + label.width + 1);
      for (guint j = 0; j < i; j++)
        {
          RgmRect other = find_label (text, labels[j]);

          g_assert_false (rgm_rect_intersects (&label, &other));
        }
    }
  g_assert_cmpuint (n_leaders, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/scatter/golden", test_golden);
  g_test_add_func ("/plot/scatter/marks", test_marks);
  g_test_add_func ("/plot/scatter/every-size", test_every_size);
  g_test_add_func ("/plot/scatter/labels", test_labels_keep_apart);
  g_test_add_func ("/plot/scatter/leaders", test_labels_in_a_crowd_have_leaders);

  return g_test_run ();
}
