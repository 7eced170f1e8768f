/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-theme.h"

/* Machado, Oliveira and Fernandes (2009), severity 1, in linear RGB. */
static const double visions[4][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};
static const char * const vision_names[4] = { "usual", "protanopia", "deuteranopia", "tritanopia" };

/* Okabe and Ito's own values, in the order of the series; grey has no hue. */
static const RgmColor okabe_ito[5] = {
  { 0, 114 / 255.0, 178 / 255.0 },
  { 86 / 255.0, 180 / 255.0, 233 / 255.0 },
  { 213 / 255.0, 94 / 255.0, 0 },
  { 0, 158 / 255.0, 115 / 255.0 },
  { 204 / 255.0, 121 / 255.0, 167 / 255.0 },
};

typedef struct { double v[3]; } Triple;

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static Triple
linear (RgmColor c)
{
  return (Triple) { { to_linear (c.red), to_linear (c.green), to_linear (c.blue) } };
}

static double
contrast (RgmColor a,
          RgmColor b)
{
  Triple la = linear (a), lb = linear (b);
  double ya = 0.2126 * la.v[0] + 0.7152 * la.v[1] + 0.0722 * la.v[2];
  double yb = 0.2126 * lb.v[0] + 0.7152 * lb.v[1] + 0.0722 * lb.v[2];

  return (MAX (ya, yb) + 0.05) / (MIN (ya, yb) + 0.05);
}

static Triple
times (const double matrix[3][3],
       Triple       in)
{
  Triple out;

  for (int i = 0; i < 3; i++)
    out.v[i] = matrix[i][0] * in.v[0] + matrix[i][1] * in.v[1] + matrix[i][2] * in.v[2];

  return out;
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static Triple
to_lab (Triple rgb)
{
  static const double xyz_matrix[3][3] = {
    { 0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047 },
    { 0.2126729, 0.7151522, 0.0721750 },
    { 0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883 },
  };
  Triple xyz;

  for (int i = 0; i < 3; i++)
    rgb.v[i] = CLAMP (rgb.v[i], 0, 1);
  xyz = times (xyz_matrix, rgb);

  return (Triple) { { 116 * lab_curve (xyz.v[1]) - 16,
                      500 * (lab_curve (xyz.v[0]) - lab_curve (xyz.v[1])),
                      200 * (lab_curve (xyz.v[1]) - lab_curve (xyz.v[2])) } };
}

static double
degrees (double x)
{
  return x * 180 / G_PI;
}

static double
cosd (double x)
{
  return cos (x * G_PI / 180);
}

/* CIEDE2000 (Sharma, Wu and Dalal 2005). */
static double
difference (Triple a,
            Triple b)
{
  double c1 = hypot (a.v[1], a.v[2]), c2 = hypot (b.v[1], b.v[2]);
  double c7 = pow ((c1 + c2) / 2, 7), g = 0.5 * (1 - sqrt (c7 / (c7 + pow (25, 7))));
  double a1 = a.v[1] * (1 + g), a2 = b.v[1] * (1 + g);
  double h1 = fmod (degrees (atan2 (a.v[2], a1)) + 360, 360);
  double h2 = fmod (degrees (atan2 (b.v[2], a2)) + 360, 360);
  double dh, mean_h, mean_l, mean_c, t, rt, sl, sc, sh, dl, dc;

  c1 = hypot (a1, a.v[2]);
  c2 = hypot (a2, b.v[2]);
  dh = h2 - h1;
  mean_h = (h1 + h2) / 2;
  if (fabs (dh) > 180)
    {
      mean_h += mean_h < 180 ? 180 : -180;
      dh += dh > 0 ? -360 : 360;
    }
  dl = b.v[0] - a.v[0];
  dc = c2 - c1;
  dh = 2 * sqrt (c1 * c2) * sin (dh / 2 * G_PI / 180);
  mean_l = (a.v[0] + b.v[0]) / 2;
  mean_c = (c1 + c2) / 2;
  t = 1 - 0.17 * cosd (mean_h - 30) + 0.24 * cosd (2 * mean_h) + 0.32 * cosd (3 * mean_h + 6) -
      0.20 * cosd (4 * mean_h - 63);
  c7 = pow (mean_c, 7);
  rt = -2 * sqrt (c7 / (c7 + pow (25, 7))) *
       sin (2 * 30 * exp (-pow ((mean_h - 275) / 25, 2)) * G_PI / 180);
  sl = 1 + 0.015 * pow (mean_l - 50, 2) / sqrt (20 + pow (mean_l - 50, 2));
  sc = 1 + 0.045 * mean_c;
  sh = 1 + 0.015 * mean_c * t;

  return sqrt (pow (dl / sl, 2) + pow (dc / sc, 2) + pow (dh / sh, 2) + rt * dc / sc * dh / sh);
}

static void
test_difference_is_ciede2000 (void)
{
  /* Pairs 1, 7 and 25 of the table in Sharma et al. */
  g_assert_cmpfloat_with_epsilon (difference ((Triple) { { 50, 2.6772, -79.7751 } },
                                              (Triple) { { 50, 0, -82.7485 } }), 2.0425, 1e-4);
  g_assert_cmpfloat_with_epsilon (difference ((Triple) { { 50, 0, 0 } },
                                              (Triple) { { 50, -1, 2 } }), 2.3669, 1e-4);
  g_assert_cmpfloat_with_epsilon (difference ((Triple) { { 60.2574, -34.0099, 36.2677 } },
                                              (Triple) { { 60.4626, -34.1751, 39.4387 } }), 1.2644, 1e-4);
}

static const char *
get_name (const RgmTheme *theme)
{
  for (guint i = 0; i < RGM_N_THEMES; i++)
    if (rgm_theme_get (i) == theme)
      return rgm_enum_get_nick (RGM_TYPE_THEME_KIND, (int) i);

  g_assert_not_reached ();
}

static void
assert_contrast (const RgmTheme *theme,
                 RgmColor        ink,
                 RgmColor        ground,
                 double          least,
                 const char     *what)
{
  double found = contrast (ink, ground);

  g_test_message ("%s: %s %.2f", get_name (theme), what, found);
  g_assert_cmpfloat (found, >=, least);
}

static void
test_text_has_contrast (gconstpointer data)
{
  const RgmTheme *theme = data;
  static const RgmInk texts[] = { RGM_INK_TEXT, RGM_INK_MUTED, RGM_INK_CAVEAT, RGM_INK_REFERENCE };
  static const RgmInk grounds[] = { RGM_INK_SURFACE, RGM_INK_BAND, RGM_INK_ZONE_1, RGM_INK_ZONE_2,
                                    RGM_INK_ZONE_3 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
      assert_contrast (theme, rgm_theme_get_text_color (theme, texts[i]),
                       rgm_theme_get_color (theme, grounds[j]), 4.5, rgm_ink_get_name (texts[i]));

  for (guint i = 0; i < RGM_N_SERIES; i++)
    assert_contrast (theme, rgm_theme_get_text_color (theme, rgm_series_get_ink (i)),
                     rgm_theme_get_color (theme, RGM_INK_SURFACE), 4.5,
                     rgm_ink_get_name (rgm_series_get_ink (i)));
  assert_contrast (theme, rgm_theme_get_text_color (theme, RGM_INK_ON_ACTIVE),
                   rgm_theme_get_color (theme, RGM_INK_ACTIVE), 4.5, "on-active");
}

static void
test_marks_have_contrast (gconstpointer data)
{
  const RgmTheme *theme = data;
  static const RgmInk marks[] = { RGM_INK_POOLED, RGM_INK_REFERENCE, RGM_INK_CAVEAT, RGM_INK_HALO,
                                  RGM_INK_ACTIVE, RGM_INK_IDLE, RGM_INK_BLOCKED, RGM_INK_BYPASS,
                                  RGM_INK_MEMBRANE };
  static const RgmInk node_marks[] = { RGM_INK_ACTIVE, RGM_INK_IDLE, RGM_INK_BLOCKED, RGM_INK_BYPASS };
  RgmColor surface = rgm_theme_get_color (theme, RGM_INK_SURFACE);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    assert_contrast (theme, rgm_theme_get_color (theme, marks[i]), surface, 3,
                     rgm_ink_get_name (marks[i]));
  for (guint i = 0; i < RGM_N_SERIES; i++)
    assert_contrast (theme, rgm_theme_get_color (theme, rgm_series_get_ink (i)), surface, 3,
                     rgm_ink_get_name (rgm_series_get_ink (i)));

  /* Nodes stand in compartments. */
  for (guint i = 0; i < G_N_ELEMENTS (node_marks); i++)
    for (RgmInk zone = RGM_INK_ZONE_1; zone <= RGM_INK_ZONE_3; zone++)
      assert_contrast (theme, rgm_theme_get_color (theme, node_marks[i]),
                       rgm_theme_get_color (theme, zone), 3, rgm_ink_get_name (node_marks[i]));
}

static void
test_axis_is_a_third (gconstpointer data)
{
  const RgmTheme *theme = data;
  RgmColor surface = rgm_theme_get_color (theme, RGM_INK_SURFACE);
  RgmColor text = rgm_theme_get_color (theme, RGM_INK_TEXT);
  RgmColor third = rgm_color_mix (&surface, &text, 1 / 3.0);

  /* Where contrast was asked for, the axis may be stronger, never weaker. */
  if (theme == rgm_theme_get (RGM_THEME_CONTRAST))
    {
      assert_contrast (theme, rgm_theme_get_color (theme, RGM_INK_AXIS), surface, 3, "axis");
      assert_contrast (theme, rgm_theme_get_color (theme, RGM_INK_GRID), surface, 3, "grid");
      return;
    }

  g_assert_cmpfloat_with_epsilon (rgm_theme_get_color (theme, RGM_INK_AXIS).green, third.green, 0.01);
  g_assert_cmpfloat_with_epsilon (rgm_theme_get_color (theme, RGM_INK_GRID).green, third.green, 0.01);
}

static void
test_series_differ_for_every_eye (gconstpointer data)
{
  const RgmTheme *theme = data;

  for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
    for (guint i = 0; i < RGM_N_SERIES; i++)
      for (guint j = 0; j < i; j++)
        {
          RgmColor a = rgm_theme_get_color (theme, rgm_series_get_ink (i));
          RgmColor b = rgm_theme_get_color (theme, rgm_series_get_ink (j));
          double found = difference (to_lab (times (visions[vision], linear (a))),
                                     to_lab (times (visions[vision], linear (b))));

          /* The palette's own values come down to 6.2, grey and purple under deuteranopia. */
          if (found < 12)
            g_test_message ("%s, %s: %u and %u", get_name (theme), vision_names[vision], i, j);
          g_assert_cmpfloat (found, >=, 12);
        }
}

static void
test_series_keep_their_hue (gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (okabe_ito); i++)
    {
      Triple own = to_lab (linear (rgm_theme_get_color (data, rgm_series_get_ink (i))));
      Triple palette = to_lab (linear (okabe_ito[i]));
      double turn = degrees (atan2 (own.v[2], own.v[1]) - atan2 (palette.v[2], palette.v[1]));

      turn = fabs (remainder (turn, 360));
      g_test_message ("%u turned by %.1f degrees", i, turn);
      g_assert_cmpfloat (turn, <=, 20);
    }
}

static void
test_series_differ_in_shape_and_dash (void)
{
  for (guint i = 0; i < RGM_N_SERIES; i++)
    for (guint j = 0; j < i; j++)
      {
        g_assert_cmpuint (rgm_series_get_shape (i), !=, rgm_series_get_shape (j));
        g_assert_cmpuint (rgm_series_get_dash (i), !=, rgm_series_get_dash (j));
      }
}

static void
test_names (void)
{
  RgmSeries series;

  for (guint i = 0; i < RGM_N_THEMES; i++)
    g_assert_cmpint (rgm_enum_find (RGM_TYPE_THEME_KIND, get_name (rgm_theme_get (i))), ==, i);
  g_assert_cmpint (rgm_enum_find (RGM_TYPE_THEME_KIND, "sepia"), ==, -1);
  g_assert_true (rgm_series_from_shape_name ("triangle", &series));
  g_assert_cmpuint (series, ==, RGM_SERIES_GREEN_TRIANGLE);
  g_assert_false (rgm_series_from_shape_name ("star", &series));
}

static void
add_for_each_theme (const char    *name,
                    GTestDataFunc  function)
{
  for (guint i = 0; i < RGM_N_THEMES; i++)
    {
      const RgmTheme *theme = rgm_theme_get (i);
      g_autofree char *path = g_strdup_printf ("/scene/theme/%s/%s", get_name (theme), name);

      g_test_add_data_func (path, theme, function);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/theme/difference", test_difference_is_ciede2000);
  g_test_add_func ("/scene/theme/shapes", test_series_differ_in_shape_and_dash);
  g_test_add_func ("/scene/theme/names", test_names);
  add_for_each_theme ("text", test_text_has_contrast);
  add_for_each_theme ("marks", test_marks_have_contrast);
  add_for_each_theme ("axis", test_axis_is_a_third);
  add_for_each_theme ("series", test_series_differ_for_every_eye);
  add_for_each_theme ("hue", test_series_keep_their_hue);

  return g_test_run ();
}
