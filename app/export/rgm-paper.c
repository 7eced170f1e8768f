/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <cairo-pdf.h>

#include "rgm-paper.h"

#include "rgm-cairo-output.h"
#include "rgm-export-language.h"
#include "rgm-pdf-description.h"

typedef struct
{
  char *title;
  char *subject;
  const RgmTheme *theme;
  double width;
  double height;
  guint n_pages;
} RgmPaperPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RgmPaper, rgm_paper, G_TYPE_OBJECT)

static void
rgm_paper_finalize (GObject *object)
{
  RgmPaperPrivate *priv = rgm_paper_get_instance_private (RGM_PAPER (object));

  g_free (priv->title);
  g_free (priv->subject);

  G_OBJECT_CLASS (rgm_paper_parent_class)->finalize (object);
}

static void
rgm_paper_class_init (RgmPaperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rgm_paper_finalize;
}

static void
rgm_paper_init (RgmPaper *self)
{
  RgmPaperPrivate *priv = rgm_paper_get_instance_private (self);

  priv->theme = rgm_theme_get (RGM_THEME_PRINT);
}

/**
 * rgm_paper_describe:
 * @self: pages
 * @title: (nullable): the title
 * @subject: (nullable): a description of the contents
 * @theme: the colours
 *
 * For subclasses: sets the metadata of the document.
 */
void
rgm_paper_describe (RgmPaper       *self,
                    const char     *title,
                    const char     *subject,
                    const RgmTheme *theme)
{
  RgmPaperPrivate *priv = rgm_paper_get_instance_private (self);

  g_free (priv->title);
  priv->title = g_strdup (title);
  g_free (priv->subject);
  priv->subject = g_strdup (subject);
  priv->theme = theme;
}

/**
 * rgm_paper_get_title:
 * @self: pages
 *
 * Returns: (transfer none) (nullable): the title
 */
const char *
rgm_paper_get_title (RgmPaper *self)
{
  RgmPaperPrivate *priv = rgm_paper_get_instance_private (self);

  return priv->title;
}

/**
 * rgm_paper_paginate:
 * @self: pages
 * @width: of a page, in points
 * @height: of a page, in points
 *
 * Lays out all pages again.
 *
 * Returns: the number of pages, at least one
 */
guint
rgm_paper_paginate (RgmPaper *self,
                    double    width,
                    double    height)
{
  RgmPaperPrivate *priv = rgm_paper_get_instance_private (self);

  priv->width = width;
  priv->height = height;
  priv->n_pages = MAX (RGM_PAPER_GET_CLASS (self)->paginate (self, width, height), 1);

  return priv->n_pages;
}

/**
 * rgm_paper_get_height:
 * @self: pages, after pagination
 * @page: the index of a page, from 0
 *
 * Returns: its height in points; more than was asked for where its text does not fit at a readable size
 */
double
rgm_paper_get_height (RgmPaper *self,
                      guint     page)
{
  RgmPaperPrivate *priv = rgm_paper_get_instance_private (self);

  if (RGM_PAPER_GET_CLASS (self)->get_height == NULL)
    return priv->height;

  return MAX (RGM_PAPER_GET_CLASS (self)->get_height (self, page), priv->height);
}

static void
draw_page (RgmPaper *self,
           guint     page,
           cairo_t  *cr,
           gboolean  tagged)
{
  RgmPaperPrivate *priv = rgm_paper_get_instance_private (self);
  RgmColor ground = rgm_theme_get_color (priv->theme, RGM_INK_SURFACE);

  /* Painting a whole page makes cairo drop what is beneath, tags included. */
  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);

  /* Cairo allows no tag beside that of the document, which spans all pages. */
  if (tagged && page == 0)
    cairo_tag_begin (cr, "Document", NULL);
  RGM_PAPER_GET_CLASS (self)->draw (self, page, cr, priv->theme, tagged);
  if (tagged && page + 1 == priv->n_pages)
    cairo_tag_end (cr, "Document");
}

/**
 * rgm_paper_draw:
 * @self: pages, after pagination
 * @page: the index of a page, from 0
 * @cr: a context in points, with its origin at the page's top left corner
 *
 * Draws a page with its background.
 */
void
rgm_paper_draw (RgmPaper *self,
                guint     page,
                cairo_t  *cr)
{
  draw_page (self, page, cr, FALSE);
}

static void
describe_pdf (RgmPaper        *self,
              cairo_surface_t *surface)
{
  RgmPaperPrivate *priv = rgm_paper_get_instance_private (self);

  if (priv->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, priv->title);
  if (priv->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, priv->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Regimen");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Regimen " RGM_VERSION);
}

/**
 * rgm_paper_to_pdf:
 * @self: pages, after pagination
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a PDF, tagged as far as cairo supports it
 */
GBytes *
rgm_paper_to_pdf (RgmPaper  *self,
                  GError   **error)
{
  RgmPaperPrivate *priv = rgm_paper_get_instance_private (self);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (rgm_cairo_append_bytes, bytes, priv->width, priv->height);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *language = rgm_export_get_language ();
  cairo_status_t status;

  describe_pdf (self, surface);
  for (guint page = 0; page < priv->n_pages; page++)
    {
      cairo_pdf_surface_set_size (surface, priv->width, rgm_paper_get_height (self, page));
      draw_page (self, page, cr, TRUE);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!rgm_cairo_check (status, error))
    return NULL;

  rgm_pdf_add_description (bytes, language, priv->subject);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
