/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bench.h"
#include "evidence.h"
#include "rgm-deck.h"
#include "rgm-figure-kinds.h"
#include "rgm-pango-measure.h"
#include "rgm-presentation.h"
#include "rgm-scene-draw.h"
#include "rgm-story-ready.h"

/* How long a slide takes to be laid out and written, and a presenter waits for the next one. With --limits a slide that takes longer than a person notices is a failure. */

#define LIMIT 200.0
#define N_TIMES 5

/* An archive has the name of each slide at its entry and in its directory; a slide of ODP isn't an entry of its own, but there are
 * as many. */
static guint
count_slides (GBytes *pptx)
{
  static const char name[] = "ppt/slides/slide";
  gsize length;
  const char *bytes = g_bytes_get_data (pptx, &length);
  const char *end = bytes + length;
  guint n = 0;

  for (const char *at = bytes; (at = memmem (at, (gsize) (end - at), name, strlen (name))) != NULL; at++)
    n++;

  return n / 2;
}

static GBytes *
write_once (RgmSelection  *selection,
            const char    *kind,
            RgmDeckFormat  format,
            double        *took)
{
  const RgmDeckOptions options = { NULL };
  g_autoptr (RgmFigure) figure = rgm_figure_new (kind, selection);
  g_autoptr (RgmDeck) deck = rgm_deck_new (&options);
  g_autoptr (GError) error = NULL;
  double start;
  GBytes *bytes;

  /* The numbers are worked out by then. */
  rgm_figure_get_frame (figure);
  rgm_deck_add_figure (deck, figure, NULL, NULL);
  start = bench_now ();
  bytes = rgm_deck_write (deck, format, &error);
  *took = bench_now () - start;
  if (bytes == NULL)
    g_error ("%s: %s", kind, error->message);

  return bytes;
}

static gboolean
run (RgmSelection *selection,
     const char   *kind)
{
  static const struct
  {
    RgmDeckFormat format;
    const char   *name;
  } formats[] = { { RGM_DECK_PPTX, "PPTX" }, { RGM_DECK_ODP, "ODP" } };
  gboolean is_kept = TRUE;
  guint n_slides = 1;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
      g_autofree char *name = g_strdup_printf ("a slide of %s as %s", kind, formats[i].name);
      double median;

      for (guint j = 0; j < N_TIMES; j++)
        {
          double took;
          g_autoptr (GBytes) bytes = write_once (selection, kind, formats[i].format, &took);

          if (formats[i].format == RGM_DECK_PPTX)
            n_slides = MAX (count_slides (bytes), 1);
          took /= n_slides;
          g_array_append_val (times, took);
        }
      median = bench_quantile (times, 0.5);
      bench_say (name, median, 0, "ms");
      is_kept &= median <= LIMIT;
    }

  return is_kept;
}

/* As the stage of a projector paints it. */
static void
paint (RgmScene        *scene,
       cairo_surface_t *surface)
{
  const RgmSceneState state = RGM_SCENE_STATE_INIT;
  const RgmRect clip = { 0, 0, rgm_scene_get_width (scene), rgm_scene_get_height (scene) };
  double scale = 1920 / rgm_scene_get_width (scene);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  rgm_scene_draw (scene, cr, rgm_theme_get (RGM_THEME_LIGHT), &clip, &state);
  cairo_destroy (cr);
}

/* Each step of a presentation, to a slide that nobody has seen yet: its figure is worked out, laid out and painted. */
static void
present (RgmSelection *selection)
{
  g_autoptr (RgmStory) story = rgm_story_new_overview (rgm_selection_get_data_set (selection));
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1920, 1080);

  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autoptr (RgmStoryShow) show = rgm_story_show_new (measure, RGM_DIRECTION_LTR);
      g_autoptr (RgmPresentation) presentation = NULL;

      rgm_story_show_set_story (show, story, selection);
      presentation = rgm_presentation_new (show, 0);
      while (!rgm_presentation_is_at_end (presentation, TRUE))
        {
          double start = bench_now ();
          RgmScene *scene;
          double time;

          rgm_presentation_forward (presentation);
          scene = rgm_presentation_get_scene (presentation, TRUE);
          if (scene == NULL)
            continue;
          paint (scene, surface);
          time = bench_now () - start;
          g_array_append_val (times, time);
        }
    }
  cairo_surface_destroy (surface);

  bench_say ("a presenter's step to the next slide, median", bench_quantile (times, 0.5), 0, "ms");
  bench_say ("a presenter's step to the next slide, longest", bench_quantile (times, 1), 0, "ms");
}

int
main (int   argc,
      char *argv[])
{
  static const char * const kinds[] = { "response", "survival", "scatter", "pathway" };
  gboolean with_limits = argc > 1 && g_str_equal (argv[1], "--limits");
  g_autoptr (RgmSelection) selection = evidence_select (NULL);
  gboolean all_kept = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    all_kept &= run (selection, kinds[i]);
  present (selection);

  return all_kept || !with_limits ? EXIT_SUCCESS : EXIT_FAILURE;
}
