/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>

#include "rgm-colour-trace.h"
#include "rgm-cox.h"
#include "rgm-curve-repair.h"
#include "rgm-kaplan-meier.h"
#include "rgm-reconstruct.h"

#define WIDTH 900
#define HEIGHT 600
#define N 150
#define END 24.0

static const guint8 blue[3] = { 20, 60, 200 }, red[3] = { 210, 50, 20 }, black[3] = { 0, 0, 0 };

/* A picture of a chart: axes from (80, 40) to (840, 540). */
typedef struct
{
  guint8 data[WIDTH * HEIGHT * 3];
} Picture;

static RgmPictureAxes
make_axes (void)
{
  return (RgmPictureAxes) {
    .places = { { 80, 540 }, { 840, 540 }, { 80, 540 }, { 80, 40 } },
    .values = { 0, END, 0, 1 },
    .is_set = { TRUE, TRUE, TRUE, TRUE },
  };
}

static void
fill (Picture      *picture,
      double        x0,
      double        y0,
      double        x1,
      double        y1,
      const guint8 *colour)
{
  for (int y = MAX (0, (int) lround (y0)); y < MIN (HEIGHT, (int) lround (y1)); y++)
    for (int x = MAX (0, (int) lround (x0)); x < MIN (WIDTH, (int) lround (x1)); x++)
      for (int i = 0; i < 3; i++)
        picture->data[(y * WIDTH + x) * 3 + i] = colour[i];
}

static RgmKaplanMeier *
make_curve (const RgmFollowUp *patients)
{
  RgmKaplanMeier *curve;

  g_assert_cmpint (rgm_kaplan_meier_new (patients, N, RGM_SURVIVAL_LOG, 0.95, &curve), ==, RGM_REASON_NONE);

  return curve;
}

/* As a program draws it: a line of three pixels, and strokes where patients are censored. */
static void
draw (Picture              *picture,
      const RgmKaplanMeier *curve,
      const guint8         *colour,
      int                   dash)
{
  RgmPictureAxes axes = make_axes ();
  RgmPicturePoint from, to;
  gsize n;
  const RgmSurvivalStep *steps = rgm_kaplan_meier_get_steps (curve, &n);
  double survival = 1;

  rgm_picture_axes_place (&axes, 0, 1, &from);
  for (gsize i = 0; i < n; i++)
    {
      rgm_picture_axes_place (&axes, steps[i].time, survival, &to);
      for (double x = from.x; x < to.x; x++)
        if (dash == 0 || ((int) x / dash) % 2 == 0)
          fill (picture, x, from.y - 1.5, x + 1, from.y + 1.5, colour);
      if (steps[i].censored > 0 && dash == 0)
        fill (picture, to.x - 0.5, to.y - 6, to.x + 1.5, to.y + 6, colour);
      if (steps[i].events > 0)
        {
          survival = steps[i].survival;
          rgm_picture_axes_place (&axes, steps[i].time, survival, &from);
          fill (picture, to.x - 1.5, to.y - 1.5, to.x + 1.5, from.y + 1.5, colour);
        }
      else
        {
          from = to;
        }
    }
}

static Picture *
new_picture (void)
{
  Picture *picture = g_new (Picture, 1);

  for (gsize i = 0; i < sizeof picture->data; i++)
    picture->data[i] = 255;
  fill (picture, 79, 40, 81, 541, black);
  fill (picture, 79, 540, 841, 542, black);

  return picture;
}

static void
make_patients (GRand       *random,
               double       rate,
               RgmFollowUp *patients)
{
  for (gsize i = 0; i < N; i++)
    {
      double event = -log (1 - g_rand_double (random)) / rate, censored = g_rand_double_range (random, END / 2, END);

      patients[i] = (RgmFollowUp) { round (100 * MIN (event, censored)) / 100, event <= censored };
    }
}

/* The curve of a colour, read off as time and survival. */
static GArray *
trace (const Picture *picture,
       double         time,
       double         survival)
{
  const RgmPixels pixels = { picture->data, WIDTH, HEIGHT, WIDTH * 3, 3 };
  RgmPictureAxes axes = make_axes ();
  g_autoptr (GArray) places = NULL;
  GArray *points = g_array_new (FALSE, FALSE, sizeof (RgmCurvePoint));
  RgmPicturePoint seed;

  rgm_picture_axes_place (&axes, time, survival, &seed);
  places = rgm_colour_trace (&pixels, &seed, RGM_TRACE_TOLERANCE, 82, 840);
  for (guint i = 0; i < places->len; i++)
    {
      RgmCurvePoint point;

      g_assert_true (rgm_picture_axes_read (&axes, &g_array_index (places, RgmPicturePoint, i), &point.time, &point.survival));
      g_array_append_val (points, point);
    }

  return points;
}

/* How many of a hundred points are off the curve, where it is level: a step is a pixel or two wide. Where one curve lies over another
 * nobody sees the other. */
static double
get_share_off (const RgmKaplanMeier *curve,
               const GArray         *points,
               double                most)
{
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const RgmCurvePoint *point = &g_array_index (points, RgmCurvePoint, i);
      double around = 2.5 * END / 760;
      double high = rgm_kaplan_meier_survival (curve, MAX (0, point->time - around));
      double low = rgm_kaplan_meier_survival (curve, point->time + around);

      g_assert_cmpfloat (MAX (point->survival - high, low - point->survival), <, most);
      n += MAX (point->survival - high, low - point->survival) > 0.01 ? 1 : 0;
    }

  return 100.0 * n / points->len;
}

static RgmReconstruction *
rebuild (const GArray      *points,
         const RgmFollowUp *patients)
{
  g_autoptr (RgmKaplanMeier) curve = make_curve (patients);
  g_autoptr (GArray) repaired = NULL;
  g_autoptr (GArray) given = NULL;
  RgmReconstruction *result;
  RgmAtRisk at_risk[5];
  RgmCurveRepair repair;
  gsize at_fault;

  for (gsize i = 0; i < G_N_ELEMENTS (at_risk); i++)
    at_risk[i] = (RgmAtRisk) { 5.0 * (double) i, (gint64) rgm_kaplan_meier_count (curve, 5.0 * (double) i).at_risk, 0 };
  g_assert_cmpint (rgm_curve_repair ((const RgmCurvePoint *) (gpointer) points->data, points->len, &repair, &repaired, &given, &at_fault), ==, RGM_REASON_NONE);
  g_assert_cmpint (rgm_reconstruct (repaired, given, at_risk, G_N_ELEMENTS (at_risk), RGM_UNKNOWN_COUNT, RGM_UNKNOWN_COUNT, &result), ==, RGM_REASON_NONE);

  return result;
}

static double
get_ratio (const RgmFollowUp *one,
           const RgmFollowUp *other)
{
  g_autofree RgmFollowUp *all = g_new (RgmFollowUp, 2 * N);
  g_autofree gsize *groups = g_new (gsize, 2 * N);
  RgmCox ratios[2];

  for (gsize i = 0; i < 2 * N; i++)
    {
      all[i] = i < N ? one[i] : other[i - N];
      groups[i] = i < N ? 0 : 1;
    }
  g_assert_cmpint (rgm_cox (all, groups, 2 * N, 2, 0, 0.95, ratios), ==, RGM_REASON_NONE);

  return ratios[1].ratio;
}

/* Two curves of one chart, which cross where chance has it, back to their patients. */
static void
test_two_curves (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (67);

  for (guint run = 0; run < 8; run++)
    {
      RgmFollowUp one[N], other[N];
      g_autoptr (RgmKaplanMeier) one_curve = NULL;
      g_autoptr (RgmKaplanMeier) other_curve = NULL;
      g_autoptr (GArray) one_points = NULL;
      g_autoptr (GArray) other_points = NULL;
      g_autoptr (RgmReconstruction) one_rebuilt = NULL;
      g_autoptr (RgmReconstruction) other_rebuilt = NULL;
      g_autofree Picture *picture = new_picture ();
      double truth, found;

      make_patients (random, 0.06, one);
      make_patients (random, 0.11, other);
      one_curve = make_curve (one);
      other_curve = make_curve (other);
      draw (picture, one_curve, blue, 0);
      draw (picture, other_curve, red, 0);
      one_points = trace (picture, 10, rgm_kaplan_meier_survival (one_curve, 10));
      other_points = trace (picture, 10, rgm_kaplan_meier_survival (other_curve, 10));
      g_test_message ("run %u: %u and %u points", run, one_points->len, other_points->len);
      g_assert_cmpfloat (get_share_off (one_curve, one_points, 0.04), <, 3);
      g_assert_cmpfloat (get_share_off (other_curve, other_points, 0.04), <, 3);

      one_rebuilt = rebuild (one_points, one);
      other_rebuilt = rebuild (other_points, other);
      truth = get_ratio (one, other);
      found = get_ratio ((const RgmFollowUp *) (gpointer) one_rebuilt->patients->data, (const RgmFollowUp *) (gpointer) other_rebuilt->patients->data);
      g_test_message ("hazard ratio %g, rebuilt %g", truth, found);
      g_assert_cmpfloat (fabs (found / truth - 1), <, 0.05);
    }
}

/* A dashed line is one line. */
static void
test_dashed (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree Picture *picture = new_picture ();
  RgmFollowUp patients[N];
  g_autoptr (RgmKaplanMeier) curve = NULL;
  g_autoptr (GArray) points = NULL;

  make_patients (random, 0.08, patients);
  curve = make_curve (patients);
  draw (picture, curve, blue, 7);
  points = trace (picture, 3, rgm_kaplan_meier_survival (curve, 3));
  g_assert_cmpuint (points->len, >, 20);
  g_assert_cmpfloat (g_array_index (points, RgmCurvePoint, points->len - 1).time, >, 20);
  g_assert_cmpfloat (get_share_off (curve, points, 0.03), <, 3);
}

/* Nothing is found where nothing is, and nowhere outside. */
static void
test_nothing (void)
{
  g_autofree Picture *picture = new_picture ();
  const RgmPixels pixels = { picture->data, WIDTH, HEIGHT, WIDTH * 3, 3 };
  const RgmPicturePoint places[] = { { 400, 300 }, { -5, 20 }, { WIDTH, HEIGHT }, { NAN, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GArray) found = rgm_colour_trace (&pixels, &places[i], RGM_TRACE_TOLERANCE, 0, WIDTH);

      g_assert_cmpuint (found->len, ==, 0);
    }
}

/* There and back, in a picture that was laid askew on the scanner. */
static void
test_axes (void)
{
  RgmPictureAxes axes = {
    .places = { { 102, 498 }, { 806, 523 }, { 96, 402 }, { 84, 60 } },
    .values = { 6, 60, 0.2, 1 },
    .is_set = { TRUE, TRUE, TRUE, TRUE },
  };

  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    {
      double time, survival;

      g_assert_true (rgm_picture_axes_read (&axes, &axes.places[i], &time, &survival));
      g_assert_cmpfloat_with_epsilon (i < 2 ? time : survival, axes.values[i], 1e-9);
    }
  for (double time = 0; time <= 60; time += 7)
    for (double survival = 0; survival <= 1; survival += 0.13)
      {
        RgmPicturePoint place;
        double there, back;

        g_assert_true (rgm_picture_axes_place (&axes, time, survival, &place));
        g_assert_true (rgm_picture_axes_read (&axes, &place, &there, &back));
        g_assert_cmpfloat_with_epsilon (there, time, 1e-9);
        g_assert_cmpfloat_with_epsilon (back, survival, 1e-9);
      }

  axes.values[1] = 6;
  g_assert_false (rgm_picture_axes_are_complete (&axes));
  axes.values[1] = 60;
  axes.is_set[3] = FALSE;
  g_assert_false (rgm_picture_axes_are_complete (&axes));
  axes.is_set[3] = TRUE;
  axes.places[3] = (RgmPicturePoint) { 700, 420 };
  g_assert_false (rgm_picture_axes_are_complete (&axes));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/colour-trace/axes", test_axes);
  g_test_add_func ("/import/colour-trace/two-curves", test_two_curves);
  g_test_add_func ("/import/colour-trace/dashed", test_dashed);
  g_test_add_func ("/import/colour-trace/nothing", test_nothing);

  return g_test_run ();
}
