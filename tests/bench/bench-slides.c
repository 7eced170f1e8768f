/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bench.h"
#include "evidence.h"
#include "rgm-deck.h"
#include "rgm-figure-kinds.h"

/* How long a slide takes to be laid out and written. With --limits a slide that takes longer than a person notices is a failure. */

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

  return all_kept || !with_limits ? EXIT_SUCCESS : EXIT_FAILURE;
}
