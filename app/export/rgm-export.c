/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>
#include <string.h>

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "rgm-export.h"

#include "rgm-error.h"
#include "rgm-export-table.h"
#include "rgm-format.h"
#include "rgm-pango-measure.h"
#include "rgm-scene-draw.h"
#include "rgm-scene-svg.h"

/* The size of type in rows follows the width, between these, in points. */
#define WIDTHS_PER_BASE 76.0
#define LEAST_BASE 8.0
#define MOST_BASE 13.0

/* No type below these: on paper, and on a slide, where 9 points are 18 of 1,080 pixels. */
#define PAPER_FLOOR 7.0
#define SLIDE_FLOOR 9.0

#define A4_ACROSS_WIDTH 841.89
#define A4_ACROSS_HEIGHT 595.28

/* Narrower than this there is no room for a row, and beyond that no use. */
#define LEAST_SIZE 200.0
#define MOST_SIZE 14400.0
#define MOST_PIXELS 16000.0

#define MOST_PAGES 1000

/* What is written, in points. */
typedef struct
{
  RgmFigureLayout  layout;
  const RgmTheme  *theme;
  double           scale;      /* pixels a point, for pictures */
  gboolean         may_grow;   /* no size was asked for */
} Sheet;

/**
 * rgm_export_format_from_name:
 * @name: a file's name
 * @format: (out): the format that its ending names
 *
 * Returns: whether the ending is one that a figure can be written as
 */
gboolean
rgm_export_format_from_name (const char      *name,
                             RgmExportFormat *format)
{
  static const char * const endings[] = {
    [RGM_EXPORT_SVG] = ".svg",
    [RGM_EXPORT_PDF] = ".pdf",
    [RGM_EXPORT_PNG] = ".png",
    [RGM_EXPORT_CSV] = ".csv",
    [RGM_EXPORT_HTML] = ".html",
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
check_size (const RgmExportOptions  *options,
            GError                 **error)
{
  double most = options->format == RGM_EXPORT_PNG ? MOST_PIXELS : MOST_SIZE;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (options->width == 0 && options->height == 0)
    return TRUE;
  if (options->width >= LEAST_SIZE && options->width <= most &&
      options->height >= LEAST_SIZE && options->height <= most)
    return TRUE;

  from = rgm_format_number (LEAST_SIZE, 0);
  to = rgm_format_number (most, 0);
  g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
               _("A figure’s width and height can be from %s to %s."), from, to);

  return FALSE;
}

static gboolean
find_theme (const RgmExportOptions  *options,
            const RgmTheme         **theme,
            GError                 **error)
{
  RgmThemeKind kind = options->format == RGM_EXPORT_PDF ? RGM_THEME_PRINT : RGM_THEME_LIGHT;

  if (options->theme != NULL && !rgm_theme_kind_from_name (options->theme, &kind))
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no theme “%s”."), options->theme);
      return FALSE;
    }
  *theme = rgm_theme_get (kind);

  return TRUE;
}

/* The size in points and the scale to it. A picture is a slide seen larger: what is
 * 960 by 540 points on a slide is 1920 by 1080 pixels at a scale of 2. */
static void
choose_sheet (Sheet                  *sheet,
              const RgmExportOptions *options,
              RgmTextMeasure         *measure)
{
  gboolean paper = options->format == RGM_EXPORT_PDF;
  double width = options->width, height = options->height;
  double floor = paper ? PAPER_FLOOR : SLIDE_FLOOR;

  sheet->scale = 1;
  sheet->may_grow = width == 0;
  if (sheet->may_grow && paper)
    {
      width = A4_ACROSS_WIDTH;
      height = A4_ACROSS_HEIGHT;
    }
  else if (sheet->may_grow)
    {
      width = RGM_EXPORT_SLIDE_WIDTH;
      height = RGM_EXPORT_SLIDE_HEIGHT;
      sheet->scale = options->format == RGM_EXPORT_PNG ? 2 : 1;
    }
  else if (options->format == RGM_EXPORT_PNG)
    {
      sheet->scale = MAX (1, MIN (width / RGM_EXPORT_SLIDE_WIDTH, height / RGM_EXPORT_SLIDE_HEIGHT));
      width /= sheet->scale;
      height /= sheet->scale;
    }

  sheet->layout = (RgmFigureLayout) {
    .measure = measure,
    .right_to_left = options->right_to_left,
    .width = width,
    .height = height,
    .base = MAX (CLAMP (width / WIDTHS_PER_BASE, LEAST_BASE, MOST_BASE), floor),
    .floor = floor,
    .paged = paper,
  };
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_cairo (cairo_status_t   status,
             GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, RGM_ERROR, RGM_ERROR_NO_ANSWER, _("The figure couldn’t be drawn: %s"),
               cairo_status_to_string (status));

  return FALSE;
}

/* ── Formats ─────────────────────────────────────────────────────────────────── */

/* The one scene of a picture. Where it doesn't fit in the size that was asked for, the
 * type would have to be smaller than can be read: that is refused. */
static RgmScene *
lay_out_one (RgmFigure    *figure,
             const Sheet  *sheet,
             GError      **error)
{
  g_autoptr (RgmScene) scene = rgm_figure_lay_out (figure, &sheet->layout, NULL);
  double height = rgm_scene_get_height (scene);
  g_autofree char *needed = NULL;

  if (sheet->may_grow || height <= sheet->layout.height + 0.5)
    return g_steal_pointer (&scene);

  needed = rgm_format_number (ceil (height * sheet->scale), 0);
  g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
               _("The figure needs a height of %s at this width to be readable. Ask for a larger size, for fewer "
                 "arms, or for a PDF, which has pages."), needed);

  return NULL;
}

static GBytes *
write_svg (RgmFigure    *figure,
           const Sheet  *sheet,
           GError      **error)
{
  g_autoptr (RgmScene) scene = lay_out_one (figure, sheet, error);
  char *text;

  if (scene == NULL)
    return NULL;

  text = rgm_scene_to_svg (scene, sheet->theme);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_png (RgmFigure               *figure,
           const Sheet             *sheet,
           const RgmExportOptions  *options,
           GError                 **error)
{
  const RgmSceneState state = RGM_SCENE_STATE_INIT;
  g_autoptr (RgmScene) scene = lay_out_one (figure, sheet, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  RgmColor surface = rgm_theme_get_color (sheet->theme, RGM_INK_SURFACE);
  cairo_surface_t *image;
  cairo_status_t status;
  double width, height;
  cairo_t *cr;

  if (scene == NULL)
    return NULL;

  width = sheet->may_grow ? sheet->layout.width * sheet->scale : options->width;
  height = sheet->may_grow ? ceil (rgm_scene_get_height (scene) * sheet->scale - 0.01) : options->height;
  image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (image);
  cairo_set_source_rgb (cr, surface.red, surface.green, surface.blue);
  cairo_paint (cr);
  cairo_scale (cr, sheet->scale, sheet->scale);
  rgm_scene_draw (scene, cr, sheet->theme, NULL, &state);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (image, append_bytes, bytes);
  cairo_surface_destroy (image);

  if (!check_cairo (status, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
describe_pdf (cairo_surface_t *surface,
              RgmFigure       *figure)
{
  const RgmFigureWords *words = rgm_figure_get_words (figure);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, words->title);
  if (words->summary != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, words->summary);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Regimen " RGM_VERSION);
}

static GBytes *
write_pdf (RgmFigure    *figure,
           const Sheet  *sheet,
           GError      **error)
{
  const RgmSceneState state = RGM_SCENE_STATE_INIT;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  RgmFigureLayout layout = sheet->layout;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, layout.width, layout.height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  guint n_pages = 1;

  describe_pdf (surface, figure);
  for (layout.page = 0; layout.page < MIN (n_pages, MOST_PAGES); layout.page++)
    {
      g_autoptr (RgmScene) scene = rgm_figure_lay_out (figure, &layout, &n_pages);

      /* A page on which not even one row fits is taller than was asked for. */
      cairo_pdf_surface_set_size (surface, layout.width, rgm_scene_get_height (scene));
      rgm_scene_draw (scene, cr, sheet->theme, NULL, &state);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!check_cairo (status, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * rgm_export_figure:
 * @figure: a figure
 * @options: how it is written
 * @error: where a fault goes: %RGM_ERROR_CALL for a size or a theme that can't be
 *
 * Writes the whole figure, with caption, caveat and sources, laid out anew at the size
 * that is asked for. What doesn't fit goes on in a PDF on another page; a picture that
 * can't hold the figure at a readable size is refused.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
rgm_export_figure (RgmFigure               *figure,
                   const RgmExportOptions  *options,
                   GError                 **error)
{
  g_autoptr (RgmTextMeasure) measure = NULL;
  Sheet sheet = { 0 };

  g_return_val_if_fail (RGM_IS_FIGURE (figure), NULL);

  if (options->format == RGM_EXPORT_CSV || options->format == RGM_EXPORT_HTML)
    return rgm_export_table (figure, options->format == RGM_EXPORT_HTML);

  if (!check_size (options, error) || !find_theme (options, &sheet.theme, error))
    return NULL;

  measure = rgm_pango_measure_new (options->family != NULL ? options->family : "sans-serif");
  choose_sheet (&sheet, options, measure);
  if (options->format == RGM_EXPORT_SVG)
    return write_svg (figure, &sheet, error);
  if (options->format == RGM_EXPORT_PNG)
    return write_png (figure, &sheet, options, error);

  return write_pdf (figure, &sheet, error);
}
