/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-figure.h"

G_BEGIN_DECLS

/**
 * RgmExportFormat:
 * @RGM_EXPORT_SVG: a drawing with live text; sizes in points
 * @RGM_EXPORT_PDF: pages with live text; sizes in points
 * @RGM_EXPORT_PNG: a picture; sizes in pixels
 * @RGM_EXPORT_CSV: the figure's table, comma-separated
 * @RGM_EXPORT_HTML: the figure's table as a page
 *
 * What a figure can be written as.
 */
typedef enum
{
  RGM_EXPORT_SVG,
  RGM_EXPORT_PDF,
  RGM_EXPORT_PNG,
  RGM_EXPORT_CSV,
  RGM_EXPORT_HTML,
} RgmExportFormat;

/* A slide, in points; as a picture twice that in pixels. */
#define RGM_EXPORT_SLIDE_WIDTH  960
#define RGM_EXPORT_SLIDE_HEIGHT 540

/**
 * RgmExportOptions:
 * @format: the format
 * @width: in points, or in pixels for %RGM_EXPORT_PNG; 0 with @height 0 for what is usual:
 *   a slide, taller if the figure needs it, and A4 across for %RGM_EXPORT_PDF
 * @height: in the same
 * @theme: (nullable): 'light', 'dark', 'contrast' or 'print'; %NULL for 'print' on
 *   pages and 'light' elsewhere
 * @family: (nullable): the family of the type, or %NULL for the system's
 * @right_to_left: whether the figure is mirrored
 *
 * How a figure is written. Tables take none but the format.
 */
typedef struct
{
  RgmExportFormat  format;
  double           width;
  double           height;
  const char      *theme;
  const char      *family;
  gboolean         right_to_left;
} RgmExportOptions;

gboolean  rgm_export_format_from_name (const char              *name,
                                       RgmExportFormat         *format);
GBytes   *rgm_export_figure           (RgmFigure               *figure,
                                       const RgmExportOptions  *options,
                                       GError                 **error);
gboolean  rgm_export_save             (GBytes                  *bytes,
                                       GFile                   *file,
                                       GCancellable            *cancellable,
                                       GError                 **error);

G_END_DECLS
