/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-export.h"

#include "rgm-enum.h"
#include "rgm-error.h"
#include "rgm-export-table.h"
#include "rgm-figure-paper.h"
#include "rgm-format.h"
#include "rgm-odg.h"
#include "rgm-pango-measure.h"
#include "rgm-png.h"
#include "rgm-punctuation.h"
#include "rgm-scene-svg.h"

/* Limits of the type size of rows, which follows the width, in points. */
#define WIDTHS_PER_BASE 76.0
#define MIN_BASE 8.0
#define MAX_BASE 13.0

/* The smallest type on paper, and on a slide, where 9 points are 18 of 1,080 pixels. */
#define PAPER_FLOOR 7.0
#define SLIDE_FLOOR 9.0

#define A4_ACROSS_WIDTH 841.89
#define A4_ACROSS_HEIGHT 595.28

/* Limits of the width: below the first no row fits, and above the second nothing is gained. */
#define MIN_SIZE 200.0
#define MAX_SIZE 14400.0
#define MAX_PIXELS 16000.0

/* The size of the output, in points. */
typedef struct
{
  RgmLayout        layout;
  const RgmTheme  *theme;
  double           scale;      /* pixels per point, for images */
  gboolean         may_grow;   /* no size was requested */
} Sheet;

static const RgmEnumTerm format_terms[] = {
  RGM_ENUM_TERM (RGM_EXPORT_SVG, "svg", N_("Drawing (SVG)")),
  RGM_ENUM_TERM (RGM_EXPORT_PDF, "pdf", N_("Document (PDF)")),
  RGM_ENUM_TERM (RGM_EXPORT_PNG, "png", N_("Image (PNG)")),
  RGM_ENUM_TERM (RGM_EXPORT_CSV, "csv", N_("Table (CSV)")),
  RGM_ENUM_TERM (RGM_EXPORT_HTML, "html", N_("Page (HTML)")),
  RGM_ENUM_TERM (RGM_EXPORT_FODG, "fodg", N_("OpenDocument drawing (FODG)")),
};

RGM_DEFINE_ENUM (RgmExportFormat, rgm_export_format, NULL, format_terms)

/**
 * rgm_export_format_from_name:
 * @name: a file's name
 * @format: (out): the format that its extension stands for
 *
 * Returns: %TRUE if a figure can be written in that format
 */
gboolean
rgm_export_format_from_name (const char      *name,
                             RgmExportFormat *format)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *ending = NULL;
  int found;

  if (dot == NULL)
    return FALSE;

  ending = g_ascii_strdown (dot + 1, -1);
  found = rgm_enum_find (RGM_TYPE_EXPORT_FORMAT, ending);
  if (found < 0)
    return FALSE;
  *format = (RgmExportFormat) found;

  return TRUE;
}

static gboolean
check_size (const RgmExportOptions  *options,
            GError                 **error)
{
  double most = options->format == RGM_EXPORT_PNG ? MAX_PIXELS : MAX_SIZE;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (options->width == 0 && options->height == 0)
    return TRUE;
  if (options->width >= MIN_SIZE && options->width <= most &&
      options->height >= MIN_SIZE && options->height <= most)
    return TRUE;

  from = rgm_format_number (MIN_SIZE, 0);
  to = rgm_format_number (most, 0);
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                 _("The width and height of a figure must be between %s and %s."), from, to);

  return FALSE;
}

static gboolean
find_theme (const RgmExportOptions  *options,
            const RgmTheme         **theme,
            GError                 **error)
{
  int kind = options->format == RGM_EXPORT_PDF ? RGM_THEME_PRINT : RGM_THEME_LIGHT;

  if (options->theme != NULL)
    kind = rgm_enum_find (RGM_TYPE_THEME_KIND, options->theme);
  if (kind < 0)
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no theme “%s”."), options->theme);
      return FALSE;
    }
  *theme = rgm_theme_get ((RgmThemeKind) kind);

  return TRUE;
}

/* The size in points, and the scale. An image is an enlarged slide: 960 by 540 points on a slide
 * become 1920 by 1080 pixels at a scale of 2. */
static void
choose_sheet (Sheet                  *sheet,
              const RgmFigureKind    *kind,
              const RgmExportOptions *options,
              RgmTextMeasure         *measure)
{
  gboolean pdf = options->format == RGM_EXPORT_PDF;
  gboolean paper = pdf && !options->one_page;
  double width = options->width, height = options->height;
  double floor = pdf ? PAPER_FLOOR : SLIDE_FLOOR;

  sheet->scale = 1;
  sheet->may_grow = width == 0;
  if (sheet->may_grow && paper)
    {
      width = kind->is_page ? A4_ACROSS_HEIGHT : A4_ACROSS_WIDTH;
      height = kind->is_page ? A4_ACROSS_WIDTH : A4_ACROSS_HEIGHT;
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

  sheet->layout = (RgmLayout) {
    .measure = measure,
    .direction = options->direction,
    .title = options->title,
    .width = width,
    .height = height,
    .base = MAX (CLAMP (width / WIDTHS_PER_BASE, MIN_BASE, MAX_BASE), floor),
    .floor = floor,
    .overflow = paper ? RGM_OVERFLOW_PAGES : RGM_OVERFLOW_GROW,
  };
}

/* ── Formats ─────────────────────────────────────────────────────────────────── */

/* The single scene of an image. A size too small for readable type is refused. */
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
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                 _("At this width the figure must be at least %s high to be readable. Use a larger size, fewer arms, or a PDF, "
                   "which can have several pages."), needed);

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
write_odg (RgmFigure    *figure,
           const Sheet  *sheet,
           gboolean      with_page,
           GError      **error)
{
  g_autoptr (RgmScene) scene = lay_out_one (figure, sheet, error);

  return scene != NULL ? rgm_odg_write (scene, sheet->theme, with_page, error) : NULL;
}

static GBytes *
write_png (RgmFigure               *figure,
           const Sheet             *sheet,
           const RgmExportOptions  *options,
           GError                 **error)
{
  g_autoptr (RgmScene) scene = lay_out_one (figure, sheet, error);
  double width, height;

  if (scene == NULL)
    return NULL;

  width = sheet->may_grow ? sheet->layout.width * sheet->scale : options->width;
  height = sheet->may_grow ? ceil (rgm_scene_get_height (scene) * sheet->scale - 0.01) : options->height;

  return rgm_png_from_scene (scene, sheet->theme, sheet->scale, (int) width, (int) height, error);
}

static GBytes *
write_pdf (RgmFigure    *figure,
           const Sheet  *sheet,
           GError      **error)
{
  g_autoptr (RgmPaper) paper = rgm_figure_paper_new (figure, &sheet->layout, sheet->theme);
  guint n_pages = rgm_paper_paginate (paper, sheet->layout.width, sheet->layout.height);
  double height = 0;
  g_autofree char *needed = NULL;

  for (guint page = 0; page < n_pages; page++)
    height = MAX (height, rgm_paper_get_height (paper, page));
  if (!sheet->may_grow && height > sheet->layout.height + 0.5)
    {
      needed = rgm_format_number (ceil (height), 0);
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                     _("At this width a page must be at least %s points high for its text to be readable. Use a larger size."), needed);
      return NULL;
    }

  return rgm_paper_to_pdf (paper, error);
}

/**
 * rgm_export_figure:
 * @figure: a figure
 * @options: how to write it
 * @error: return location for an error: %RGM_ERROR_CALL for an unusable size or theme
 *
 * Writes the whole figure, with caption, caveat and sources, laid out for the requested size. A PDF
 * continues on further pages; an image or a page too small for the figure at a readable size is refused.
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
  choose_sheet (&sheet, rgm_figure_get_kind (figure), options, measure);
  if (options->format == RGM_EXPORT_SVG)
    return write_svg (figure, &sheet, error);
  if (options->format == RGM_EXPORT_FODG)
    return write_odg (figure, &sheet, !options->without_page, error);
  if (options->format == RGM_EXPORT_PNG)
    return write_png (figure, &sheet, options, error);

  return write_pdf (figure, &sheet, error);
}
