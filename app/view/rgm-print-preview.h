/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RGM_TYPE_PRINT_PREVIEW (rgm_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (RgmPrintPreview, rgm_print_preview, RGM, PRINT_PREVIEW, AdwWindow)

/**
 * RgmPreviewDraw:
 * @cr: (nullable): what to draw with, with the origin at the corner of the margins, or %NULL only to count
 * @setup: the paper
 * @page: which page, from 0
 * @n_pages: (out): how many there are
 * @data: what was given with it
 *
 * Draws a page as it is printed.
 */
typedef void (*RgmPreviewDraw) (cairo_t      *cr,
                                GtkPageSetup *setup,
                                guint         page,
                                guint        *n_pages,
                                gpointer      data);

RgmPrintPreview *rgm_print_preview_new (GtkWindow      *parent,
                                        GtkPageSetup   *setup,
                                        const char     *description,
                                        RgmPreviewDraw  draw,
                                        gpointer        data,
                                        GDestroyNotify  free_data);
void             rgm_print_preview_set_choices
                                       (RgmPrintPreview    *self,
                                        const char         *label,
                                        const char * const *choices,
                                        guint               chosen);
void             rgm_print_preview_refresh
                                       (RgmPrintPreview *self);
gpointer         rgm_print_preview_get_data
                                       (RgmPrintPreview *self);

G_END_DECLS
