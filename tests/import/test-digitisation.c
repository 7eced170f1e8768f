/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "rgm-digitisation.h"

#define WIDTH 400
#define HEIGHT 300

/* Axes from (50, 250) to (350, 250), 30 units of time, and up to (50, 50), 100%. */
static RgmDigitisation *
make (void)
{
  static const RgmPicturePoint places[] = { { 50, 250 }, { 350, 250 }, { 50, 250 }, { 50, 50 } };
  static const double values[] = { 0, 30, 0, 100 };
  RgmDigitisation *self = rgm_digitisation_new ("One");

  for (int i = 0; i < RGM_PICTURE_N_MARKS; i++)
    {
      rgm_digitisation_place_mark (self, (RgmPictureMark) i, &places[i]);
      rgm_digitisation_set_value (self, (RgmPictureMark) i, values[i]);
    }

  return self;
}

static const RgmPicturePoint *
get_point (RgmDigitisation *self,
           guint            curve,
           guint            index)
{
  return &g_array_index (rgm_digitisation_get_points (self, curve), RgmPicturePoint, index);
}

static void
test_read (void)
{
  g_autoptr (RgmDigitisation) self = rgm_digitisation_new ("One");
  g_autoptr (RgmDigitisation) complete = make ();
  g_autoptr (RgmDigitisedCurve) curve = NULL;
  const RgmDigitisedPoint *points;

  g_assert_null (rgm_digitisation_read (self, 0));

  rgm_digitisation_add_point (complete, 0, &(RgmPicturePoint) { 200, 150 });
  g_assert_cmpuint (rgm_digitisation_add_point (complete, 0, &(RgmPicturePoint) { 50, 50 }), ==, 0);
  rgm_digitisation_set_events (complete, 0, 12);
  g_assert_true (rgm_digitisation_set_interval (complete, 10));
  g_assert_cmpuint (rgm_digitisation_get_n_times (complete), ==, 4);
  rgm_digitisation_set_at_risk (complete, 0, 0, 40);
  rgm_digitisation_set_at_risk (complete, 0, 2, 15);
  curve = rgm_digitisation_read (complete, 0);
  points = (const RgmDigitisedPoint *) (gpointer) curve->points->data;
  g_assert_cmpstr (curve->name, ==, "One");
  g_assert_cmpint (curve->events, ==, 12);
  g_assert_cmpuint (curve->points->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (points[0].x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (points[0].y, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (points[1].x, 15, 1e-9);
  g_assert_cmpfloat_with_epsilon (points[1].y, 50, 1e-9);
  g_assert_cmpuint (curve->at_risk->len, ==, 2);
  g_assert_cmpfloat (g_array_index (curve->at_risk, RgmDigitisedPoint, 1).x, ==, 20);
  g_assert_cmpfloat (g_array_index (curve->at_risk, RgmDigitisedPoint, 1).y, ==, 15);
}

static void
test_points (void)
{
  g_autoptr (RgmDigitisation) self = make ();
  guint index;

  rgm_digitisation_add_point (self, 0, &(RgmPicturePoint) { 100, 60 });
  rgm_digitisation_add_point (self, 0, &(RgmPicturePoint) { 300, 200 });
  index = rgm_digitisation_add_point (self, 0, &(RgmPicturePoint) { 200, 100 });
  g_assert_cmpuint (index, ==, 1);
  index = rgm_digitisation_move_point (self, 0, index, &(RgmPicturePoint) { 250, 120 });
  index = rgm_digitisation_move_point (self, 0, index, &(RgmPicturePoint) { 320, 210 });
  g_assert_cmpuint (index, ==, 2);
  rgm_digitisation_end_step (self);
  rgm_digitisation_move_point (self, 0, 0, &(RgmPicturePoint) { 110, 60 });

  /* The drag is one step, and the point that was moved then another. */
  rgm_digitisation_undo (self);
  g_assert_cmpfloat (get_point (self, 0, 0)->x, ==, 100);
  g_assert_cmpfloat (get_point (self, 0, 2)->x, ==, 320);
  rgm_digitisation_undo (self);
  g_assert_cmpfloat (get_point (self, 0, 1)->x, ==, 200);
  g_assert_true (rgm_digitisation_can_redo (self));
  rgm_digitisation_redo (self);
  g_assert_cmpfloat (get_point (self, 0, 2)->x, ==, 320);
  rgm_digitisation_remove_point (self, 0, 0);
  g_assert_cmpuint (rgm_digitisation_get_points (self, 0)->len, ==, 2);
  g_assert_false (rgm_digitisation_can_redo (self));
}

static void
test_curves (void)
{
  g_autoptr (RgmDigitisation) self = make ();
  guint second;

  rgm_digitisation_set_time (self, 1, 12);
  rgm_digitisation_set_at_risk (self, 0, 1, 9);
  second = rgm_digitisation_add_curve (self, "Two");
  g_assert_cmpuint (rgm_digitisation_get_n_curves (self), ==, 2);
  g_assert_cmpint (rgm_digitisation_get_at_risk (self, second, 1), ==, -1);
  rgm_digitisation_set_name (self, second, "Second");
  rgm_digitisation_add_point (self, second, &(RgmPicturePoint) { 100, 100 });
  g_assert_cmpuint (rgm_digitisation_get_points (self, 0)->len, ==, 0);
  rgm_digitisation_remove_curve (self, 0);
  g_assert_cmpstr (rgm_digitisation_get_name (self, 0), ==, "Second");
  rgm_digitisation_undo (self);
  g_assert_cmpint (rgm_digitisation_get_at_risk (self, 0, 1), ==, 9);

  /* Times that would be too many, and those of an axis without an end. */
  g_assert_false (rgm_digitisation_set_interval (self, 0.01));
  g_assert_false (rgm_digitisation_set_interval (self, -1));
  rgm_digitisation_set_value (self, RGM_PICTURE_TIME_TO, NAN);
  g_assert_null (rgm_digitisation_read (self, 0));
}

/* Level until column 150, then lower, in red; a blue one crosses it. */
static void
test_trace (void)
{
  g_autoptr (RgmDigitisation) self = make ();
  g_autofree guint8 *data = g_malloc (WIDTH * HEIGHT * 3);
  const RgmPixels pixels = { data, WIDTH, HEIGHT, WIDTH * 3, 3 };
  guint n;

  memset (data, 255, WIDTH * HEIGHT * 3);
  for (int x = 50; x < 350; x++)
    for (int y = 0; y < 2; y++)
      {
        guint8 *red = data + ((x < 150 ? 60 : 140) + y) * WIDTH * 3 + x * 3;
        guint8 *blue = data + (100 + y) * WIDTH * 3 + x * 3;

        red[1] = red[2] = 0;
        blue[0] = blue[1] = 0;
      }
  for (int y = 60; y < 142; y++)
    for (int x = 150; x < 152; x++)
      {
        guint8 *red = data + y * WIDTH * 3 + x * 3;

        red[0] = 255;
        red[1] = red[2] = 0;
      }
  rgm_digitisation_add_point (self, 0, &(RgmPicturePoint) { 200, 90 });

  g_assert_cmpuint (rgm_digitisation_trace (self, 0, &pixels, &(RgmPicturePoint) { 80, 200 }), ==, 0);
  g_assert_cmpuint (rgm_digitisation_get_points (self, 0)->len, ==, 1);
  n = rgm_digitisation_trace (self, 0, &pixels, &(RgmPicturePoint) { 80, 62 });
  g_assert_cmpuint (n, >=, 3);
  /* What was clicked in the same columns gives way. */
  g_assert_cmpuint (rgm_digitisation_get_points (self, 0)->len, ==, n);
  g_assert_cmpfloat_with_epsilon (get_point (self, 0, 0)->y, 61, 1.0);
  g_assert_cmpfloat_with_epsilon (get_point (self, 0, n - 1)->y, 141, 1.0);
  g_assert_cmpfloat_with_epsilon (get_point (self, 0, n - 1)->x, 350, 2.0);
  rgm_digitisation_undo (self);
  g_assert_cmpuint (rgm_digitisation_get_points (self, 0)->len, ==, 1);
}

/* A thin line whose blurred edge belongs to it in some columns only: two rows until column 200, one from there on, with a step at 150. */
static void
test_thin (void)
{
  g_autoptr (RgmDigitisation) self = make ();
  g_autofree guint8 *data = g_malloc (WIDTH * HEIGHT * 3);
  const RgmPixels pixels = { data, WIDTH, HEIGHT, WIDTH * 3, 3 };
  guint n;

  memset (data, 255, WIDTH * HEIGHT * 3);
  for (int x = 50; x < 350; x++)
    for (int y = 60; y < 142; y++)
      {
        gboolean is_level = x < 150 ? y < 62 : x < 200 ? y >= 140 : y == 141;

        if (is_level || x == 150)
          data[(y * WIDTH + x) * 3] = 0;
      }
  n = rgm_digitisation_trace (self, 0, &pixels, &(RgmPicturePoint) { 300, 141 });
  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpfloat_with_epsilon (get_point (self, 0, 0)->x, 50, 1.0);
  g_assert_cmpfloat_with_epsilon (get_point (self, 0, 0)->y, 61, 1.0);
  g_assert_cmpfloat_with_epsilon (get_point (self, 0, n - 1)->x, 350, 1.0);
}

/* Whatever is done, in whatever order: undone it is what it was, and it can always be read. */
static void
test_any_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (RgmDigitisation) self = make ();
  guint n_steps = 0;

  for (guint run = 0; run < 4000; run++)
    {
      guint curve = (guint) g_rand_int_range (random, 0, (int) rgm_digitisation_get_n_curves (self));
      guint n = rgm_digitisation_get_points (self, curve)->len;
      guint time = (guint) g_rand_int_range (random, 0, (int) rgm_digitisation_get_n_times (self));
      RgmPicturePoint point = { g_rand_double_range (random, -50, 450), g_rand_double_range (random, -50, 350) };
      g_autoptr (RgmDigitisedCurve) read = NULL;

      switch (g_rand_int_range (random, 0, 10))
        {
        case 0:
          rgm_digitisation_add_curve (self, "Another");
          break;
        case 1:
          if (rgm_digitisation_get_n_curves (self) > 1)
            rgm_digitisation_remove_curve (self, curve);
          break;
        case 2:
          if (n > 0)
            rgm_digitisation_move_point (self, curve, (guint) g_rand_int_range (random, 0, (int) n), &point);
          break;
        case 3:
          if (n > 0)
            rgm_digitisation_remove_point (self, curve, (guint) g_rand_int_range (random, 0, (int) n));
          break;
        case 4:
          rgm_digitisation_set_time (self, time + 1, g_rand_double_range (random, 0, 30));
          break;
        case 5:
          rgm_digitisation_set_at_risk (self, curve, time, g_rand_int_range (random, -1, 50));
          break;
        case 6:
          rgm_digitisation_set_interval (self, g_rand_double_range (random, -1, 12));
          break;
        case 7:
          rgm_digitisation_undo (self);
          break;
        case 8:
          rgm_digitisation_redo (self);
          break;
        default:
          rgm_digitisation_add_point (self, curve, &point);
          break;
        }
      read = rgm_digitisation_read (self, 0);
      g_assert_true ((read != NULL) == rgm_picture_axes_are_complete (rgm_digitisation_get_axes (self)));
      for (guint i = 1; i < rgm_digitisation_get_points (self, 0)->len; i++)
        g_assert_cmpfloat (get_point (self, 0, i)->x, >=, get_point (self, 0, i - 1)->x);
    }

  while (rgm_digitisation_can_redo (self))
    rgm_digitisation_redo (self);
  while (rgm_digitisation_can_undo (self))
    {
      rgm_digitisation_undo (self);
      n_steps++;
    }
  while (rgm_digitisation_can_redo (self))
    {
      rgm_digitisation_redo (self);
      n_steps--;
    }
  g_assert_cmpuint (n_steps, ==, 0);
}

/* All of it comes back from its text, down to the last bit of a place; its steps don't. */
static void
test_text (void)
{
  g_autoptr (RgmDigitisation) self = make ();
  g_autoptr (RgmDigitisation) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  rgm_digitisation_add_point (self, 0, &(RgmPicturePoint) { 50.1, 51.0 / 7 });
  rgm_digitisation_add_point (self, 0, &(RgmPicturePoint) { 200, 150 });
  rgm_digitisation_set_events (self, 0, 12);
  rgm_digitisation_add_curve (self, "Zweiter “Arm” (β)");
  g_assert_true (rgm_digitisation_set_interval (self, 10));
  rgm_digitisation_set_at_risk (self, 1, 2, 15);
  text = rgm_digitisation_to_text (self);

  back = rgm_digitisation_new_from_text (text, &error);
  g_assert_no_error (error);
  again = rgm_digitisation_to_text (back);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (rgm_digitisation_get_n_curves (back), ==, 2);
  g_assert_cmpstr (rgm_digitisation_get_name (back, 1), ==, "Zweiter “Arm” (β)");
  g_assert_cmpfloat (get_point (back, 0, 0)->y, ==, 51.0 / 7);
  g_assert_cmpint (rgm_digitisation_get_events (back, 0), ==, 12);
  g_assert_cmpint (rgm_digitisation_get_events (back, 1), ==, -1);
  g_assert_cmpint (rgm_digitisation_get_at_risk (back, 1, 2), ==, 15);
  g_assert_cmpint (rgm_digitisation_get_at_risk (back, 0, 2), ==, -1);
  g_assert_false (rgm_digitisation_can_undo (back));
}

#define AXES "[(0, 0, 0, true), (1, 0, 1, true), (0, 0, 0, true), (0, 1, 1, true)]"

/* A picture may come from anywhere, and say anything. */
static void
test_text_at_fault (void)
{
  static const char * const texts[] = {
    "",
    "x",
    "(1, [], [], [])",
    "(1, [(0, 0, 0, true)], [0], [('A', [], [-1], -1)])",
    "(2, " AXES ", [0], [('A', [], [-1], -1)])",
    "(1, " AXES ", [1], [('A', [], [-1], -1)])",
    "(1, " AXES ", [0], [('', [], [-1], -1)])",
    "(1, " AXES ", [0], [('A', [], [-1, 3], -1)])",
    "(1, " AXES ", [0], [('A', [], [-2], -1)])",
    "(1, " AXES ", [0], [('A', [(2, 1), (1, 1)], [-1], -1)])",
    "(1, " AXES ", [0], [('A', [(2, 1e9)], [-1], -1)])",
    "(1, " AXES ", [0, inf], [('A', [], [-1, -1], -1)])",
  };
  g_autoptr (RgmDigitisation) good = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (rgm_digitisation_new_from_text (texts[i], &error));
      g_assert_nonnull (error);
    }

  good = rgm_digitisation_new_from_text ("(1, " AXES ", [0], [('A', [(2, 1)], [-1], -1)])", NULL);
  g_assert_nonnull (good);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/digitisation/read", test_read);
  g_test_add_func ("/import/digitisation/points", test_points);
  g_test_add_func ("/import/digitisation/curves", test_curves);
  g_test_add_func ("/import/digitisation/trace", test_trace);
  g_test_add_func ("/import/digitisation/thin", test_thin);
  g_test_add_func ("/import/digitisation/any-order", test_any_order);
  g_test_add_func ("/import/digitisation/text", test_text);
  g_test_add_func ("/import/digitisation/text-at-fault", test_text_at_fault);

  return g_test_run ();
}
