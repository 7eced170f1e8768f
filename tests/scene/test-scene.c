/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-fixed-measure.h"
#include "rgm-golden.h"
#include "rgm-scene-builder.h"

static void
add_mark (RgmSceneBuilder *builder,
          RgmSceneRole     role,
          const char      *id,
          const char      *target,
          RgmRect          rect)
{
  g_autofree char *sentence = g_strdup_printf ("This is %s.", id);
  RgmStyle style = { .fill = RGM_INK_SERIES_1 };

  rgm_scene_builder_begin_group (builder, role, id, sentence, target);
  rgm_scene_builder_add_rect (builder, &rect, 2, &style);
  rgm_scene_builder_end_group (builder);
}

static RgmScene *
build_scene (RgmDirection direction)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (measure, 200, direction);
  RgmStyle line = { .stroke = RGM_INK_AXIS, .line_width = 2, .dash = RGM_DASH_DASHED, .round = TRUE };
  RgmTextStyle text = { .size = 10, .weight = RGM_WEIGHT_BOLD };

  rgm_scene_builder_set_title (builder, "A scene", "Two marks and an edge.");
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_DRAWING, "drawing", NULL, NULL);
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_EDGE, "edge", "From one to two.", NULL);
  rgm_scene_builder_set_order (builder, 1);
  rgm_scene_builder_set_step (builder, 3);
  rgm_scene_builder_move_to (builder, 20, 20);
  rgm_scene_builder_curve_to (builder, 20, 80, 180, 20, 180, 80);
  rgm_scene_builder_add_path (builder, &line);
  rgm_scene_builder_end_group (builder);
  add_mark (builder, RGM_SCENE_ROLE_NODE, "one", "arm-1", (RgmRect) { 0, 0, 40, 20 });
  add_mark (builder, RGM_SCENE_ROLE_NODE, "two", "arm-2", (RgmRect) { 160, 80, 40, 20 });
  add_mark (builder, RGM_SCENE_ROLE_MARK, "small", NULL, (RgmRect) { 165, 85, 10, 10 });
  rgm_scene_builder_add_marker (builder, RGM_SHAPE_TRIANGLE, 100, 90, 10,
                                &(RgmStyle) { .fill = RGM_INK_SERIES_4 });
  rgm_scene_builder_add_text (builder, 10, 60, "Latin", &text);
  text.anchor = RGM_ANCHOR_END;
  rgm_scene_builder_add_text (builder, 190, 60, "\327\251\327\234\327\225\327\235", &text);
  rgm_scene_builder_add_text (builder, 190, 75, "24/53", &text);
  rgm_scene_builder_add_text (builder, 190, 90, NULL, &text);
  rgm_scene_builder_end_group (builder);

  return rgm_scene_builder_finish (builder, 100);
}

static void
test_golden (void)
{
  g_autoptr (RgmScene) scene = build_scene (RGM_DIRECTION_LTR);
  g_autoptr (RgmScene) mirrored = build_scene (RGM_DIRECTION_RTL);
  g_autofree char *text = rgm_scene_to_text (scene);
  g_autofree char *mirrored_text = rgm_scene_to_text (mirrored);

  rgm_golden_check ("scene", text);
  rgm_golden_check ("scene-rtl", mirrored_text);
}

static void
test_groups_cover_their_items (void)
{
  g_autoptr (RgmScene) scene = build_scene (RGM_DIRECTION_LTR);
  const RgmSceneGroup *edge = rgm_scene_get_group (scene, 1);
  const RgmSceneGroup *drawing = rgm_scene_get_group (scene, 0);

  g_assert_cmpstr (edge->id, ==, "edge");
  g_assert_cmpfloat (edge->bounds.x, ==, 19);
  g_assert_cmpfloat (edge->bounds.width, ==, 162);
  g_assert_cmpfloat (drawing->bounds.x, ==, 0);
  g_assert_cmpfloat (drawing->bounds.x + drawing->bounds.width, ==, 200);
}

static void
test_marks_in_reading_order (void)
{
  static const char * const expected[] = { "one", "two", "small", "edge" };
  g_autoptr (RgmScene) scene = build_scene (RGM_DIRECTION_LTR);
  guint index;

  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (rgm_scene_get_mark (scene, i)->id, ==, expected[i]);

  g_assert_true (rgm_scene_find_mark (scene, "two", &index));
  g_assert_cmpuint (index, ==, 1);
  g_assert_true (rgm_scene_find_mark (scene, "arm-2", &index));
  g_assert_cmpuint (index, ==, 1);
  g_assert_false (rgm_scene_find_mark (scene, "drawing", &index));
  g_assert_false (rgm_scene_find_mark (scene, NULL, &index));
  g_assert_cmpuint (rgm_scene_get_n_steps (scene), ==, 3);
}

static const char *
pick (RgmScene *scene,
      double    x,
      double    y,
      double    halo)
{
  guint index;

  return rgm_scene_pick (scene, x, y, halo, &index) ? rgm_scene_get_mark (scene, index)->id : NULL;
}

static void
test_pick (void)
{
  g_autoptr (RgmScene) scene = build_scene (RGM_DIRECTION_LTR);
  g_autoptr (RgmScene) mirrored = build_scene (RGM_DIRECTION_RTL);

  g_assert_cmpstr (pick (scene, 10, 10, 0), ==, "one");
  g_assert_cmpstr (pick (scene, 190, 90, 0), ==, "two");
  g_assert_cmpstr (pick (scene, 170, 90, 0), ==, "small");
  g_assert_cmpstr (pick (scene, 42, 10, 4), ==, "one");
  g_assert_null (pick (scene, 50, 5, 4));
  g_assert_cmpstr (pick (mirrored, 190, 10, 0), ==, "one");
}

static void
test_an_edge_is_picked_by_its_line (void)
{
  g_autoptr (RgmScene) scene = build_scene (RGM_DIRECTION_LTR);

  g_assert_cmpstr (pick (scene, 100, 50, 3), ==, "edge");
  g_assert_null (pick (scene, 150, 35, 3));
}

static void
test_texts_are_made_safe (void)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (measure, 100, RGM_DIRECTION_LTR);
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  rgm_scene_builder_add_text (builder, 0, 10, "a\nb\001c\377d", &(RgmTextStyle) { .size = 8 });
  scene = rgm_scene_builder_finish (builder, 20);
  text = rgm_scene_to_text (scene);
  g_assert_cmpstr (text, ==, "scene 100 20\n  text 0 10 left 8 \"a b c\357\277\275d\"\n");
}

static void
test_life (void)
{
  RgmScene *scene = build_scene (RGM_DIRECTION_LTR);

  g_assert_finalize_object (scene);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/golden", test_golden);
  g_test_add_func ("/scene/bounds", test_groups_cover_their_items);
  g_test_add_func ("/scene/marks", test_marks_in_reading_order);
  g_test_add_func ("/scene/pick", test_pick);
  g_test_add_func ("/scene/pick/edge", test_an_edge_is_picked_by_its_line);
  g_test_add_func ("/scene/safe", test_texts_are_made_safe);
  g_test_add_func ("/scene/life", test_life);

  return g_test_run ();
}
