/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-export.h"

G_BEGIN_DECLS

/**
 * RgmPageSize:
 * @RGM_PAGE_SIZE_FIGURE: a slide's width, and as tall as the figure needs
 * @RGM_PAGE_SIZE_SLIDE: a slide
 * @RGM_PAGE_SIZE_LARGE_SLIDE: a slide; an image has twice the pixels
 * @RGM_PAGE_SIZE_A4: a page, portrait
 * @RGM_PAGE_SIZE_A4_LANDSCAPE: a page, landscape
 *
 * The page sizes offered to the user.
 */
typedef enum
{
  RGM_PAGE_SIZE_FIGURE,
  RGM_PAGE_SIZE_SLIDE,
  RGM_PAGE_SIZE_LARGE_SLIDE,
  RGM_PAGE_SIZE_A4,
  RGM_PAGE_SIZE_A4_LANDSCAPE,
} RgmPageSize;

#define RGM_TYPE_PAGE_SIZE (rgm_page_size_get_type ())

GType rgm_page_size_get_type (void) G_GNUC_CONST;
void  rgm_page_size_get      (RgmPageSize      self,
                              RgmExportFormat  format,
                              double          *width,
                              double          *height);

G_END_DECLS
