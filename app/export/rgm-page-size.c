/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-enum.h"
#include "rgm-page-size.h"

#define A4_SHORT_SIDE     595.0
#define A4_LONG_SIDE      842.0
#define PIXELS_AT_300_DPI (300 / 72.0)

static const RgmEnumTerm terms[] = {
  RGM_ENUM_TERM (RGM_PAGE_SIZE_FIGURE, "whole", N_("Slide width, as tall as the figure requires")),
  RGM_ENUM_TERM (RGM_PAGE_SIZE_SLIDE, "slide", N_("Slide, 960 × 540 points; image 1920 × 1080 pixels")),
  RGM_ENUM_TERM (RGM_PAGE_SIZE_LARGE_SLIDE, "large-slide", N_("Slide, 960 × 540 points; image 3840 × 2160 pixels")),
  RGM_ENUM_TERM (RGM_PAGE_SIZE_A4, "a4", N_("A4 portrait, 595 × 842 points; image at 300 dpi")),
  RGM_ENUM_TERM (RGM_PAGE_SIZE_A4_LANDSCAPE, "a4-landscape", N_("A4 landscape, 842 × 595 points; image at 300 dpi")),
};

RGM_DEFINE_ENUM (RgmPageSize, rgm_page_size, NULL, terms)

/* In points, with the pixels per point of an image. */
static const struct
{
  double width;
  double height;
  double pixels;
} sizes[] = {
  [RGM_PAGE_SIZE_FIGURE] = { 0, 0, 1 },
  [RGM_PAGE_SIZE_SLIDE] = { RGM_EXPORT_SLIDE_WIDTH, RGM_EXPORT_SLIDE_HEIGHT, 2 },
  [RGM_PAGE_SIZE_LARGE_SLIDE] = { RGM_EXPORT_SLIDE_WIDTH, RGM_EXPORT_SLIDE_HEIGHT, 4 },
  [RGM_PAGE_SIZE_A4] = { A4_SHORT_SIDE, A4_LONG_SIDE, PIXELS_AT_300_DPI },
  [RGM_PAGE_SIZE_A4_LANDSCAPE] = { A4_LONG_SIDE, A4_SHORT_SIDE, PIXELS_AT_300_DPI },
};

/**
 * rgm_page_size_get:
 * @self: a size
 * @format: the output format
 * @width: (out): its width in points, or in pixels for an image, as in #RgmExportOptions
 * @height: (out): its height in the same unit
 */
void
rgm_page_size_get (RgmPageSize      self,
                   RgmExportFormat  format,
                   double          *width,
                   double          *height)
{
  double scale;

  g_return_if_fail ((guint) self < G_N_ELEMENTS (sizes));

  scale = format == RGM_EXPORT_PNG ? sizes[self].pixels : 1.0;
  *width = round (sizes[self].width * scale);
  *height = round (sizes[self].height * scale);
}
