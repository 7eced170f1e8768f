/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "rgm-pango-measure.h"
#include "rgm-scene-builder.h"
#include "rgm-scene-draw.h"
#include "rgm-scene-svg.h"

/*     0         50        100
 *   0 +----------+----------+
 *     | square   | square   |   "a" and "b", blue, 30 wide, in the drawing
 *  50 +----------+----------+
 *     | title (outside the drawing)
 * 100 +
 */
static RgmScene *
build_scene (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (measure, 100, RGM_DIRECTION_LTR);
  RgmStyle style = { .fill = RGM_INK_SERIES_1 };

  rgm_scene_builder_set_title (builder, "Rates & <counts>", "Two marks.");
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_DRAWING, NULL, NULL, NULL);
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_MARK, "a:1", "The first, \"a\".", "arm:a");
  rgm_scene_builder_add_marker (builder, RGM_SHAPE_SQUARE, 25, 25, 30, &style);
  rgm_scene_builder_end_group (builder);
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_MARK, "a 1", "The second.", "arm:b");
  rgm_scene_builder_set_step (builder, 1);
  rgm_scene_builder_add_marker (builder, RGM_SHAPE_SQUARE, 75, 25, 30, &style);
  rgm_scene_builder_end_group (builder);
  rgm_scene_builder_end_group (builder);
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_TITLE, NULL, NULL, NULL);
  rgm_scene_builder_add_rect (builder, &(RgmRect) { 10, 60, 80, 10 }, 0,
                              &(RgmStyle) { .fill = RGM_INK_TEXT });
  rgm_scene_builder_add_text (builder, 50, 90, "Text & <more>",
                              &(RgmTextStyle) { .size = 9, .anchor = RGM_ANCHOR_MIDDLE });
  rgm_scene_builder_end_group (builder);

  return rgm_scene_builder_finish (builder, 100);
}

static cairo_surface_t *
draw (RgmScene            *scene,
      const RgmRect       *clip,
      const RgmSceneState *state)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  cairo_t *cr = cairo_create (surface);

  rgm_scene_draw (scene, cr, rgm_theme_get (RGM_THEME_LIGHT), clip, state);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static guint32
ink_value (RgmInk ink)
{
  RgmColor color = rgm_theme_get_color (rgm_theme_get (RGM_THEME_LIGHT), ink);

  return (guint32) (color.red * 255 + 0.5) << 16 | (guint32) (color.green * 255 + 0.5) << 8 |
         (guint32) (color.blue * 255 + 0.5);
}

static void
test_draw (void)
{
  g_autoptr (RgmScene) scene = build_scene ();
  cairo_surface_t *surface = draw (scene, NULL, NULL);

  g_assert_cmphex (get_pixel (surface, 25, 25), ==, ink_value (RGM_INK_SERIES_1));
  g_assert_cmphex (get_pixel (surface, 75, 25), ==, ink_value (RGM_INK_SERIES_1));
  g_assert_cmphex (get_pixel (surface, 50, 25), ==, ink_value (RGM_INK_SURFACE));
  g_assert_cmphex (get_pixel (surface, 50, 65), ==, ink_value (RGM_INK_TEXT));
  cairo_surface_destroy (surface);
}

static gboolean
is_same (cairo_surface_t *a,
         cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

/* Texts that read both ways look the second time as they did the first. */
static void
test_drawn_again (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (measure, 100, RGM_DIRECTION_RTL);
  const RgmTextStyle style = { .size = 12, .anchor = RGM_ANCHOR_START };
  g_autoptr (RgmScene) scene = NULL;
  cairo_surface_t *first, *second;

  rgm_scene_builder_add_text (builder, 5, 20, "שלום abc 12%.", &style);
  rgm_scene_builder_add_text (builder, 5, 40, "abc (d).", &style);
  rgm_scene_builder_add_text (builder, 5, 60, "abc שלום.", &style);
  scene = rgm_scene_builder_finish (builder, 100);
  first = draw (scene, NULL, NULL);
  second = draw (scene, NULL, NULL);

  g_assert_true (is_same (first, second));
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

/* Texts of both directions, sizes and weights, some of them twice; with @more, one that comes first and is in no other scene. */
static RgmScene *
build_texts (gboolean more)
{
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (measure, 100, RGM_DIRECTION_LTR);
  const RgmTextStyle style = { .size = 12, .anchor = RGM_ANCHOR_START };
  const RgmTextStyle small = { .size = 9, .anchor = RGM_ANCHOR_START, .ink = RGM_INK_MUTED };
  const RgmTextStyle bold = { .size = 9, .weight = RGM_WEIGHT_BOLD, .anchor = RGM_ANCHOR_MIDDLE };

  if (more)
    rgm_scene_builder_add_text (builder, 5, 95, "more", &style);
  rgm_scene_builder_add_text (builder, 5, 15, "12% (a)", &style);
  rgm_scene_builder_add_text (builder, 50, 30, "12% (a)", &small);
  rgm_scene_builder_add_text (builder, 50, 45, "12% (a)", &bold);
  rgm_scene_builder_add_text (builder, 5, 60, "abc שלום.", &style);
  rgm_scene_builder_add_text (builder, 5, 75, "12% (a)", &style);

  return rgm_scene_builder_finish (builder, 100);
}

/* Texts that a scene takes over look as they would without, at another zoom too, and the scene that gave them can still be drawn. */
static void
test_taken_over (void)
{
  g_autoptr (RgmScene) before = build_texts (FALSE);
  g_autoptr (RgmScene) after = build_texts (TRUE);
  g_autoptr (RgmScene) fresh = build_texts (TRUE);
  cairo_surface_t *surfaces[4];
  cairo_surface_t *zoomed[2];

  surfaces[0] = draw (before, NULL, NULL);
  rgm_scene_take_shaped (after, before);
  surfaces[1] = draw (after, NULL, NULL);
  surfaces[2] = draw (fresh, NULL, NULL);
  g_assert_true (is_same (surfaces[1], surfaces[2]));
  g_assert_false (is_same (surfaces[0], surfaces[1]));

  surfaces[3] = draw (before, NULL, NULL);
  g_assert_true (is_same (surfaces[0], surfaces[3]));

  for (guint i = 0; i < 2; i++)
    {
      cairo_t *cr;

      zoomed[i] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
      cr = cairo_create (zoomed[i]);
      cairo_scale (cr, 1.5, 1.5);
      rgm_scene_draw (i == 0 ? after : fresh, cr, rgm_theme_get (RGM_THEME_LIGHT), NULL, NULL);
      cairo_destroy (cr);
      cairo_surface_flush (zoomed[i]);
    }
  g_assert_true (is_same (zoomed[0], zoomed[1]));
  g_assert_false (is_same (zoomed[0], surfaces[1]));

  for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
    cairo_surface_destroy (surfaces[i]);
  cairo_surface_destroy (zoomed[0]);
  cairo_surface_destroy (zoomed[1]);
}

/* As the marks of classes in the window are. */
static void
test_drawn_without_text (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (measure, 100, RGM_DIRECTION_LTR);
  g_autoptr (RgmScene) scene = NULL;

  rgm_scene_builder_add_marker (builder, RGM_SHAPE_SQUARE, 25, 25, 30, &(RgmStyle) { .fill = RGM_INK_SERIES_1 });
  scene = rgm_scene_builder_finish (builder, 100);
  /* What one drawing leaves, the next one must find: leaks show under a sanitizer. */
  for (int i = 0; i < 2; i++)
    {
      cairo_surface_t *surface = draw (scene, NULL, NULL);

      g_assert_cmphex (get_pixel (surface, 25, 25), ==, ink_value (RGM_INK_SERIES_1));
      cairo_surface_destroy (surface);
    }
}

static void
test_clip_leaves_out (void)
{
  g_autoptr (RgmScene) scene = build_scene ();
  cairo_surface_t *surface = draw (scene, &(RgmRect) { 60, 0, 40, 50 }, NULL);

  g_assert_cmphex (get_pixel (surface, 25, 25), ==, ink_value (RGM_INK_SURFACE));
  g_assert_cmphex (get_pixel (surface, 75, 25), ==, ink_value (RGM_INK_SERIES_1));
  cairo_surface_destroy (surface);
}

static void
test_selected (void)
{
  static const char * const selected[] = { "arm:a", "elsewhere", NULL };
  g_autoptr (RgmScene) scene = build_scene ();
  RgmSceneState state = RGM_SCENE_STATE_INIT;
  RgmColor surface_color = rgm_theme_get_color (rgm_theme_get (RGM_THEME_LIGHT), RGM_INK_SURFACE);
  RgmColor mark = rgm_theme_get_color (rgm_theme_get (RGM_THEME_LIGHT), RGM_INK_SERIES_1);
  RgmColor receded = rgm_color_mix (&surface_color, &mark, 0.45);
  cairo_surface_t *surface;

  state.selected = selected;
  surface = draw (scene, NULL, &state);
  g_assert_cmphex (get_pixel (surface, 25, 25), ==, ink_value (RGM_INK_SERIES_1));
  g_assert_cmphex (get_pixel (surface, 25, 8), ==, ink_value (RGM_INK_BAND));
  g_assert_cmphex (get_pixel (surface, 75, 25), ==, ink_value (RGM_INK_SERIES_1));
  cairo_surface_destroy (surface);

  /* The others step back only where something is emphasised on purpose. */
  state.recession = 1;
  surface = draw (scene, NULL, &state);
  g_assert_cmphex (get_pixel (surface, 25, 25), ==, ink_value (RGM_INK_SERIES_1));
  g_assert_cmpint (abs ((int) (get_pixel (surface, 75, 25) >> 16) - (int) (receded.red * 255)), <=, 1);
  g_assert_cmphex (get_pixel (surface, 50, 65), ==, ink_value (RGM_INK_TEXT));
  cairo_surface_destroy (surface);
}

static void
test_selecting_what_is_not_there_changes_nothing (void)
{
  static const char * const selected[] = { "elsewhere", NULL };
  g_autoptr (RgmScene) scene = build_scene ();
  RgmSceneState state = RGM_SCENE_STATE_INIT;
  cairo_surface_t *surface;

  state.selected = selected;
  surface = draw (scene, NULL, &state);
  g_assert_cmphex (get_pixel (surface, 75, 25), ==, ink_value (RGM_INK_SERIES_1));
  cairo_surface_destroy (surface);
}

static void
test_hovered_has_a_halo (void)
{
  g_autoptr (RgmScene) scene = build_scene ();
  RgmSceneState state = RGM_SCENE_STATE_INIT;
  cairo_surface_t *surface;

  state.hovered = "arm:b";
  surface = draw (scene, NULL, &state);
  g_assert_cmphex (get_pixel (surface, 75, 25), ==, ink_value (RGM_INK_SERIES_1));
  g_assert_cmphex (get_pixel (surface, 75, 8), ==, ink_value (RGM_INK_HALO));
  g_assert_cmphex (get_pixel (surface, 25, 8), ==, ink_value (RGM_INK_SURFACE));
  cairo_surface_destroy (surface);
}

static void
test_later_steps_are_faint (void)
{
  g_autoptr (RgmScene) scene = build_scene ();
  RgmSceneState state = RGM_SCENE_STATE_INIT;
  cairo_surface_t *surface;

  state.steps = 0.5;
  surface = draw (scene, NULL, &state);
  g_assert_cmphex (get_pixel (surface, 25, 25), ==, ink_value (RGM_INK_SERIES_1));
  g_assert_cmphex (get_pixel (surface, 75, 25), !=, ink_value (RGM_INK_SURFACE));
  g_assert_cmphex (get_pixel (surface, 75, 25), !=, ink_value (RGM_INK_SERIES_1));
  cairo_surface_destroy (surface);
}

static void
on_element (GMarkupParseContext  *context,
            const char           *element,
            const char          **names,
            const char          **values,
            gpointer              data,
            GError              **error)
{
  GHashTable *ids = data;

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "id") == 0)
      {
        g_assert_null (strpbrk (values[i], ": &"));
        g_assert_true (g_hash_table_add (ids, g_strdup (values[i])));
      }
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { .start_element = on_element };
  g_autoptr (RgmScene) scene = build_scene ();
  g_autofree char *svg = rgm_scene_to_svg (scene, rgm_theme_get (RGM_THEME_LIGHT));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, ids, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 2);

  g_assert_nonnull (strstr (svg, "<title>Rates &amp; &lt;counts&gt;</title>"));
  g_assert_nonnull (strstr (svg, "<desc>Two marks.</desc>"));
  g_assert_nonnull (strstr (svg, "<title>The first, &quot;a&quot;.</title>"));
  g_assert_nonnull (strstr (svg, "data-target=\"arm:a\""));
  g_assert_nonnull (strstr (svg, ">Text &amp; &lt;more&gt;</text>"));
  g_assert_nonnull (strstr (svg, "tabular-nums"));
  g_assert_nonnull (strstr (svg, "viewBox=\"0 0 100 100\""));
}

/* Lines that read from the right are placed by their middles, with room for a wider font, and end at one edge: the
 * longest says where, also for a line that reads from the left. */
static void
test_svg_paragraph (void)
{
  static const char * const lines[] = {
    "سطر طويل يملأ عرض الصفحة كله تقريبا ولا يترك إلا القليل من الفراغ في طرفيه كليهما عند القراءة", "سطر قصير", "Latin",
  };
  const RgmTextStyle style = { .size = 10, .anchor = RGM_ANCHOR_START };
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("Sans");
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (measure, 600, RGM_DIRECTION_RTL);
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *svg = NULL;
  const char *at;
  double edge = NAN;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    rgm_scene_builder_add_text (builder, 20, 20 + 13 * i, lines[i], &style);
  scene = rgm_scene_builder_finish (builder, 60);
  svg = rgm_scene_to_svg (scene, rgm_theme_get (RGM_THEME_LIGHT));

  at = svg;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      double width = rgm_text_measure_get_width (measure, lines[i], style.size, RGM_WEIGHT_REGULAR);
      gboolean is_latin = i + 1 == G_N_ELEMENTS (lines);
      double right;

      at = strstr (at, "<text x=\"");
      g_assert_nonnull (at);
      at += strlen ("<text x=\"");
      right = g_ascii_strtod (at, NULL) + (is_latin ? 0 : width / 2);
      if (i == 0)
        {
          g_assert_cmpfloat (width, >, 300);
          g_assert_cmpfloat (right, <, 580);
          edge = right;
        }
      g_assert_cmpfloat_with_epsilon (right, edge, 0.02);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/draw", test_draw);
  g_test_add_func ("/scene/draw/again", test_drawn_again);
  g_test_add_func ("/scene/draw/taken-over", test_taken_over);
  g_test_add_func ("/scene/draw/without-text", test_drawn_without_text);
  g_test_add_func ("/scene/draw/clip", test_clip_leaves_out);
  g_test_add_func ("/scene/draw/selected", test_selected);
  g_test_add_func ("/scene/draw/selected-elsewhere", test_selecting_what_is_not_there_changes_nothing);
  g_test_add_func ("/scene/draw/hovered", test_hovered_has_a_halo);
  g_test_add_func ("/scene/draw/steps", test_later_steps_are_faint);
  g_test_add_func ("/scene/svg", test_svg);
  g_test_add_func ("/scene/svg/paragraph", test_svg_paragraph);

  return g_test_run ();
}
