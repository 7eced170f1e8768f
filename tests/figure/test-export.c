/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "evidence.h"
#include "rgm-error.h"
#include "rgm-export.h"
#include "rgm-png.h"
#include "rgm-evidence-text.h"
#include "rgm-scene-draw.h"
#include "rgm-survival-figure.h"
#include "rgm-trial-paper.h"
#include "rgm-trial.h"

static RgmFigure *
make_figure (void)
{
  return evidence_make_figure ("survival", NULL);
}

static char *
write_text (RgmExportFormat format)
{
  g_autoptr (RgmFigure) figure = make_figure ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rgm_export_figure (figure, &(RgmExportOptions) { .format = format }, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_endings (void)
{
  RgmExportFormat format;

  g_assert_true (rgm_export_format_from_name ("a.b/figure.PNG", &format));
  g_assert_cmpint (format, ==, RGM_EXPORT_PNG);
  g_assert_true (rgm_export_format_from_name ("figure.html", &format));
  g_assert_cmpint (format, ==, RGM_EXPORT_HTML);
  g_assert_false (rgm_export_format_from_name ("figure.svg.gz", &format));
  g_assert_false (rgm_export_format_from_name ("svg", &format));
}

/* A table that goes on alone keeps what its numbers mean. */
static void
test_tables_keep_their_caveat (void)
{
  g_autofree char *csv = write_text (RGM_EXPORT_CSV);
  g_autofree char *html = write_text (RGM_EXPORT_HTML);

  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_true (g_str_has_prefix (csv, "\357\273\277Trial,"));
  /* one line ending throughout */
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_null (strchr (lines[i], '\n'));
  g_assert_nonnull (strstr (csv, "not randomised against each other"));
  g_assert_nonnull (strstr (csv, "17.2 (11.1 to 27.4) weeks"));
  g_assert_nonnull (strstr (html, "<p>Separate trials, not randomised against each other"));
  g_assert_nonnull (strstr (html, "<table"));
}

/* What another program reads in a PDF, whose objects may be compressed: its pages and their size, or with an option its structure. */
static char *
read_pdf (GBytes     *bytes,
          const char *option)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) pdfinfo = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdfinfo", "-",
                                                      option, NULL);
  g_autoptr (GBytes) answer = NULL;
  gsize size;
  const char *data;

  g_assert_no_error (error);
  g_subprocess_communicate (pdfinfo, bytes, NULL, &answer, NULL, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (answer, &size);

  return g_strndup (data, size);
}

static int
count_pages (const char *info)
{
  int n = 0;

  g_assert_nonnull (strstr (info, "\nPages:"));
  g_assert_cmpint (sscanf (strstr (info, "\nPages:"), "\nPages: %d", &n), ==, 1);

  return n;
}

/* What the size says: as wide as a slide, and as tall as the figure needs. */
static void
test_pdf_of_one_page (void)
{
  g_autoptr (RgmFigure) figure = make_figure ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rgm_export_figure (figure, &(RgmExportOptions) { .format = RGM_EXPORT_PDF, .one_page = TRUE }, &error);
  g_autofree char *info = NULL;
  g_autofree char *structure = NULL;
  double width = 0, height = 0;

  g_assert_no_error (error);
  info = read_pdf (bytes, NULL);
  structure = read_pdf (bytes, "-struct");
  g_assert_nonnull (strstr (info, "\nPage size:"));
  g_assert_cmpint (sscanf (strstr (info, "\nPage size:"), "\nPage size: %lf x %lf", &width, &height), ==, 2);
  g_assert_cmpfloat (width, ==, RGM_EXPORT_SLIDE_WIDTH);
  g_assert_cmpfloat (height, >=, RGM_EXPORT_SLIDE_HEIGHT);
  g_assert_cmpint (count_pages (info), ==, 1);
  g_assert_nonnull (strstr (structure, "Figure"));
}

/* A whole trial on A4; on one page where it fits, and on small paper on more. */
static void
test_trial_on_paper (void)
{
  g_autoptr (RgmFigure) figure = make_figure ();
  RgmDataSet *data_set = rgm_figure_get_data_set (figure);
  RgmTrial *trial = rgm_data_set_find_trial (data_set, "heracles-b");
  g_autofree char *text = rgm_evidence_text_trial_with_sources (data_set, trial);
  g_autoptr (RgmPaper) paper = rgm_trial_paper_new (data_set, trial, "sans-serif", RGM_DIRECTION_LTR);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *info = NULL;
  g_autofree char *structure = NULL;

  g_assert_true (g_str_has_prefix (text, "HERACLES-B\n"));
  g_assert_nonnull (strstr (text, "Benli Y"));
  g_assert_nonnull (strstr (text, data_set->licence->name));
  g_assert_cmpuint (rgm_paper_paginate (paper, RGM_PAPER_A4_WIDTH, RGM_PAPER_A4_HEIGHT), ==, 1);
  bytes = rgm_paper_to_pdf (paper, &error);
  g_assert_no_error (error);
  info = read_pdf (bytes, NULL);
  structure = read_pdf (bytes, "-struct");
  g_assert_cmpint (count_pages (info), ==, 1);
  g_assert_nonnull (strstr (structure, "H1"));
  g_assert_cmpuint (rgm_paper_paginate (paper, 300, 200), >, 3);
}

typedef struct
{
  const guint8 *data;
  gsize         left;
} Reading;

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  Reading *reading = closure;

  if (length > reading->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reading->data, length);
  reading->data += length;
  reading->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

/* What another reader finds in our PNG is what is drawn on the surface, pixel by pixel. */
static void
test_png (void)
{
  const int width = 371, height = 237;
  const RgmSceneState state = RGM_SCENE_STATE_INIT;
  const RgmTheme *theme = rgm_theme_get (RGM_THEME_LIGHT);
  const RgmColor surface = rgm_theme_get_color (theme, RGM_INK_SURFACE);
  g_autoptr (RgmFigure) figure = make_figure ();
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 720, 0);
  cairo_surface_t *drawn = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (drawn);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rgm_png_from_scene (scene, theme, 0.75, width, height, &error);
  cairo_surface_t *read;
  Reading reading;
  guint n_marked = 0;

  g_assert_no_error (error);
  cairo_set_source_rgb (cr, surface.red, surface.green, surface.blue);
  cairo_paint (cr);
  cairo_scale (cr, 0.75, 0.75);
  rgm_scene_draw (scene, cr, theme, NULL, &state);
  cairo_destroy (cr);
  cairo_surface_flush (drawn);

  reading.data = g_bytes_get_data (bytes, &reading.left);
  read = cairo_image_surface_create_from_png_stream (read_bytes, &reading);
  g_assert_cmpint (cairo_surface_status (read), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (read), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (read), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 a, b;

        memcpy (&a, cairo_image_surface_get_data (drawn) + y * cairo_image_surface_get_stride (drawn) + x * 4, sizeof a);
        memcpy (&b, cairo_image_surface_get_data (read) + y * cairo_image_surface_get_stride (read) + x * 4, sizeof b);
        g_assert_cmphex (a & 0xffffff, ==, b & 0xffffff);
        n_marked += (a & 0xffffff) != 0xffffff;
      }
  g_assert_cmpuint (n_marked, >, 1000);
  cairo_surface_destroy (read);
  cairo_surface_destroy (drawn);
}

static void
check_refused (double      width,
               double      height,
               const char *theme)
{
  g_autoptr (RgmFigure) figure = make_figure ();
  g_autoptr (GError) error = NULL;
  const RgmExportOptions options = { .format = RGM_EXPORT_PNG, .width = width, .height = height, .theme = theme };
  g_autoptr (GBytes) bytes = rgm_export_figure (figure, &options, &error);

  g_assert_null (bytes);
  g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
}

static void
test_faults (void)
{
  check_refused (1920, 0, NULL);
  check_refused (-5, 1080, NULL);
  check_refused (1e9, 1e9, NULL);
  check_refused (400, 300, NULL);
  check_refused (1920, 1080, "pink");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/endings", test_endings);
  g_test_add_func ("/export/tables", test_tables_keep_their_caveat);
  g_test_add_func ("/export/pdf/one-page", test_pdf_of_one_page);
  g_test_add_func ("/export/trial", test_trial_on_paper);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/faults", test_faults);

  return g_test_run ();
}
