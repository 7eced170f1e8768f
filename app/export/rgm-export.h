/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-figure.h"

G_BEGIN_DECLS

/**
 * RgmExportFormat:
 * @RGM_EXPORT_SVG: a drawing with live text; sizes in points
 * @RGM_EXPORT_PDF: pages with live text; sizes in points
 * @RGM_EXPORT_PNG: an image; sizes in pixels
 * @RGM_EXPORT_CSV: the figure's table, comma-separated
 * @RGM_EXPORT_HTML: the figure's table as an HTML page
 * @RGM_EXPORT_FODG: an OpenDocument drawing with editable shapes; sizes in points
 *
 * The formats of a figure.
 */
typedef enum
{
  RGM_EXPORT_SVG,
  RGM_EXPORT_PDF,
  RGM_EXPORT_PNG,
  RGM_EXPORT_CSV,
  RGM_EXPORT_HTML,
  RGM_EXPORT_FODG,
} RgmExportFormat;

#define RGM_TYPE_EXPORT_FORMAT (rgm_export_format_get_type ())

/* The nick of a format is its file name extension without the dot. */
GType rgm_export_format_get_type (void) G_GNUC_CONST;

/* Size of a slide in points; an image has twice as many pixels. */
#define RGM_EXPORT_SLIDE_WIDTH  960
#define RGM_EXPORT_SLIDE_HEIGHT 540

/**
 * RgmExportOptions:
 * @format: the format
 * @width: in points, or in pixels for %RGM_EXPORT_PNG; 0, with @height 0 as well, for the default:
 *   a slide, taller if the figure needs it, or A4 landscape for %RGM_EXPORT_PDF
 * @height: in the same unit
 * @one_page: without a size, whether a PDF has a single page, as wide as a slide and as tall as the
 *   figure needs, rather than A4 pages
 * @without_page: whether an OpenDocument drawing has shapes only and no page, as for pasting
 * @theme: (nullable): 'light', 'dark', 'contrast' or 'print'; %NULL for 'print' on pages and
 *   'light' elsewhere
 * @family: (nullable): the font family, or %NULL for the system's
 * @direction: the text direction of the figure
 * @title: (nullable): a title in place of the figure's own
 *
 * How a figure is written. Only the format matters for tables.
 */
typedef struct
{
  RgmExportFormat  format;
  double           width;
  double           height;
  gboolean         one_page;
  gboolean         without_page;
  const char      *theme;
  const char      *family;
  RgmDirection     direction;
  const char      *title;
} RgmExportOptions;

gboolean  rgm_export_format_from_name (const char              *name,
                                       RgmExportFormat         *format);
GBytes   *rgm_export_figure           (RgmFigure               *figure,
                                       const RgmExportOptions  *options,
                                       GError                 **error);

G_END_DECLS
