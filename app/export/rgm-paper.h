/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-theme.h"

G_BEGIN_DECLS

/* Forward declaration, so that users of this header need no cairo. */
typedef struct _cairo cairo_t;

/* A4, portrait, in points. */
#define RGM_PAPER_A4_WIDTH  595.28
#define RGM_PAPER_A4_HEIGHT 841.89

#define RGM_TYPE_PAPER (rgm_paper_get_type ())
G_DECLARE_DERIVABLE_TYPE (RgmPaper, rgm_paper, RGM, PAPER, GObject)

/**
 * RgmPaperClass:
 * @paginate: lays out pages of a given size in points; returns their number
 * @get_height: the height of a page whose content is taller than requested; if %NULL, every page
 *   has the requested height
 * @draw: draws a page on its painted background; @tagged to add structure to a PDF
 *
 * Content that can be paginated. A PDF, a printer and the preview draw the same pages.
 */
struct _RgmPaperClass
{
  GObjectClass parent_class;

  guint  (*paginate)   (RgmPaper *self,
                        double    width,
                        double    height);
  double (*get_height) (RgmPaper *self,
                        guint     page);
  void   (*draw)       (RgmPaper       *self,
                        guint           page,
                        cairo_t        *cr,
                        const RgmTheme *theme,
                        gboolean        tagged);
};

void        rgm_paper_describe    (RgmPaper        *self,
                                   const char      *title,
                                   const char      *subject,
                                   const RgmTheme  *theme);
const char *rgm_paper_get_title   (RgmPaper        *self);
double      rgm_paper_get_height  (RgmPaper        *self,
                                   guint            page);
guint       rgm_paper_paginate    (RgmPaper        *self,
                                   double           width,
                                   double           height);
void        rgm_paper_draw        (RgmPaper        *self,
                                   guint            page,
                                   cairo_t         *cr);
GBytes     *rgm_paper_to_pdf      (RgmPaper        *self,
                                   GError         **error);

G_END_DECLS
