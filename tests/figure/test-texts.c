/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "evidence.h"
#include "rgm-fixed-measure.h"
#include "rgm-response-figure.h"
#include "rgm-scatter-figure.h"
#include "rgm-survival-figure.h"

/* In every figure, at every size of window, slide and page and every scale of type, no
 * text lies on another or leaves the scene. */

typedef struct
{
  RgmRect rect;    /* of its letters without descenders */
  char   *string;
} Text;

static void
clear_text (gpointer data)
{
  g_free (((Text *) data)->string);
}

/* Takes a line of a scene's text apart: 'text X Y SIDE SIZE [bold] [ink] "STRING"'. */
static gboolean
read_text (const char     *line,
           RgmTextMeasure *measure,
           Text           *text)
{
  const char *quote = strchr (line, '"');
  char side[16];
  double x, baseline, size, width;
  gboolean bold;

  if (quote == NULL || sscanf (line, " text %lf %lf %15s %lf", &x, &baseline, side, &size) != 4)
    return FALSE;

  bold = g_strstr_len (line, quote - line, " bold") != NULL;
  text->string = g_strndup (quote + 1, strlen (quote) - 2);
  width = rgm_text_measure_get_width (measure, text->string, size, bold ? RGM_WEIGHT_BOLD : RGM_WEIGHT_REGULAR);
  if (g_str_equal (side, "right"))
    x -= width;
  else if (g_str_equal (side, "centre"))
    x -= width / 2;
  text->rect = (RgmRect) { x, baseline - size * 0.72, width, size * 0.72 };

  return TRUE;
}

static void
check_scene (RgmScene       *scene,
             RgmTextMeasure *measure,
             const char     *what)
{
  g_autofree char *dump = rgm_scene_to_text (scene);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  g_autoptr (GArray) texts = g_array_new (FALSE, TRUE, sizeof (Text));

  g_array_set_clear_func (texts, clear_text);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Text text = { 0 };

      if (read_text (lines[i], measure, &text))
        g_array_append_val (texts, text);
    }
  g_assert_cmpuint (texts->len, >, 20);

  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);

      if (text->rect.x < 0 || text->rect.x + text->rect.width > rgm_scene_get_width (scene) ||
          text->rect.y + text->rect.height > rgm_scene_get_height (scene))
        g_error ("%s: “%s” leaves the scene", what, text->string);
      for (guint j = 0; j < i; j++)
        {
          const Text *other = &g_array_index (texts, Text, j);

          if (rgm_rect_intersects (&text->rect, &other->rect))
            g_error ("%s: “%s” lies on “%s”", what, text->string, other->string);
        }
    }
}

static void
check_figure (RgmFigure *figure)
{
  static const double sizes[][2] = {
    { 1280, 800 }, { 960, 540 }, { 595, 842 }, { 842, 595 }, { 700, 0 }, { 420, 0 }, { 1900, 1000 }, { 3000, 0 },
  };
  static const double scales[] = { 0.8, 1, 1.5, 2 };
  static const char * const groups[] = { "none", "class", "regimen" };
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  const char *name = rgm_figure_get_kind (figure)->id;

  for (guint group = 0; group < G_N_ELEMENTS (groups); group++)
    {
      if (!rgm_figure_set_option (figure, "by", g_variant_new_string (groups[group])) && group > 0)
        break;
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (guint j = 0; j < 2 * G_N_ELEMENTS (scales); j++)
          {
            RgmLayout layout = {
              .measure = measure, .width = sizes[i][0], .height = sizes[i][1],
              .base = 12 * scales[j / 2], .floor = 7, .direction = j % 2 == 1 ? RGM_DIRECTION_RTL : RGM_DIRECTION_LTR,
            };
            g_autofree char *what = g_strdup_printf ("%s by %s, %g by %g, type %g%s", name, groups[group],
                                                     layout.width, layout.height, layout.base,
                                                     layout.direction == RGM_DIRECTION_RTL ? ", mirrored" : "");
            g_autoptr (RgmScene) scene = rgm_figure_lay_out (figure, &layout, NULL);

            check_scene (scene, measure, what);
          }
    }
}

static void
test_response (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("response", NULL);

  evidence_set_text (figure, "model", "reml");
  evidence_set_number (figure, "reference", 30);
  check_figure (figure);
}

static void
test_survival (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("survival", NULL);

  check_figure (figure);
}

static void
test_scatter (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("scatter", NULL);

  check_figure (figure);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/texts/response", test_response);
  g_test_add_func ("/figure/texts/survival", test_survival);
  g_test_add_func ("/figure/texts/scatter", test_scatter);

  return g_test_run ();
}
