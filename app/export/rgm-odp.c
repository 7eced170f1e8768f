/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-deck-private.h"
#include "rgm-odp-shapes.h"
#include "rgm-slide-shapes.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.presentation"
#define VERSION "1.2"

#define NOTES_WIDTH 595.28
#define NOTES_HEIGHT 841.89
#define NOTES_MARGIN 56.0
#define NOTES_TOP 400.0

/**
 * rgm_odp_begin_document:
 * @xml: an empty XML document
 * @element: the name of its root element
 */
void
rgm_odp_begin_document (RgmXml     *xml,
                        const char *element)
{
  static const char *const namespaces[] = { "office", "style", "text", "table", "draw", "presentation", "meta" };
  static const char *const compatible[] = { "fo", "svg" };

  rgm_xml_begin (xml, element);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    {
      const char *local = g_str_equal (namespaces[i], "draw") ? "drawing" : namespaces[i];
      g_autofree char *name = g_strconcat ("xmlns:", namespaces[i], NULL);
      g_autofree char *uri = g_strdup_printf ("urn:oasis:names:tc:opendocument:xmlns:%s:1.0", local);

      rgm_xml_attribute (xml, name, uri);
    }
  for (guint i = 0; i < G_N_ELEMENTS (compatible); i++)
    {
      const char *local = g_str_equal (compatible[i], "fo") ? "xsl-fo" : compatible[i];
      g_autofree char *name = g_strconcat ("xmlns:", compatible[i], NULL);
      g_autofree char *uri = g_strdup_printf ("urn:oasis:names:tc:opendocument:xmlns:%s-compatible:1.0", local);

      rgm_xml_attribute (xml, name, uri);
    }
  rgm_xml_attribute (xml, "xmlns:xlink", "http://www.w3.org/1999/xlink");
  rgm_xml_attribute (xml, "office:version", VERSION);
}

/**
 * rgm_odp_write_page_layout:
 * @xml: an XML document, within its automatic styles
 * @name: the name of the page layout
 * @width: the page width in points
 * @height: the page height in points
 */
void
rgm_odp_write_page_layout (RgmXml     *xml,
                           const char *name,
                           double      width,
                           double      height)
{
  rgm_xml_begin (xml, "style:page-layout");
  rgm_xml_attribute (xml, "style:name", name);
  rgm_xml_begin (xml, "style:page-layout-properties");
  rgm_odp_attribute_pt (xml, "fo:page-width", width);
  rgm_odp_attribute_pt (xml, "fo:page-height", height);
  rgm_odp_attribute_pt (xml, "fo:margin", 0);
  rgm_xml_attribute (xml, "style:print-orientation", width > height ? "landscape" : "portrait");
  rgm_xml_end (xml);
  rgm_xml_end (xml);
}

static gboolean
add_styles (RgmZip           *zip,
            const RgmSlides  *slides,
            GError          **error)
{
  g_autoptr (RgmXml) xml = rgm_xml_new ();
  g_autofree char *color = rgm_shapes_format_color (rgm_theme_get_color (slides->theme, RGM_INK_SURFACE));
  g_autofree char *ground = g_strconcat ("#", color, NULL);

  rgm_odp_begin_document (xml, "office:document-styles");
  rgm_xml_begin (xml, "office:styles");
  rgm_odp_write_dashes (xml);
  rgm_xml_end (xml);

  rgm_xml_begin (xml, "office:automatic-styles");
  rgm_odp_write_page_layout (xml, "slide", slides->width, slides->height);
  rgm_odp_write_page_layout (xml, "notes", NOTES_WIDTH, NOTES_HEIGHT);
  rgm_xml_begin (xml, "style:style");
  rgm_xml_attribute (xml, "style:name", "ground");
  rgm_xml_attribute (xml, "style:family", "drawing-page");
  rgm_xml_begin (xml, "style:drawing-page-properties");
  rgm_xml_attribute (xml, "draw:fill", "solid");
  rgm_xml_attribute (xml, "draw:fill-color", ground);
  rgm_xml_end (xml);
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  rgm_xml_begin (xml, "office:master-styles");
  rgm_xml_begin (xml, "style:master-page");
  rgm_xml_attribute (xml, "style:name", "Default");
  rgm_xml_attribute (xml, "style:page-layout-name", "slide");
  rgm_xml_attribute (xml, "draw:style-name", "ground");
  rgm_xml_markup (xml, "<presentation:notes style:page-layout-name=\"notes\"/>");
  rgm_xml_end (xml);
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  return rgm_shapes_add_part (zip, "styles.xml", xml, error);
}

/* A note that ends in an address becomes a link. */
static void
write_note (RgmXml     *xml,
            const char *note)
{
  const char *link = rgm_slide_find_link (note);
  g_autofree char *before = link != NULL ? g_strndup (note, (gsize) (link - note)) : g_strdup (note);

  rgm_xml_begin (xml, "text:p");
  rgm_xml_text (xml, before);
  if (link != NULL)
    {
      rgm_xml_begin (xml, "text:a");
      rgm_xml_attribute (xml, "xlink:type", "simple");
      rgm_xml_attribute (xml, "xlink:href", link);
      rgm_xml_text (xml, link);
      rgm_xml_end (xml);
    }
  rgm_xml_end (xml);
}

static void
write_notes (RgmXml          *xml,
             const RgmSlides *slides,
             const RgmSlide  *slide,
             guint            number)
{
  double width = NOTES_WIDTH - 2 * NOTES_MARGIN;

  rgm_xml_begin (xml, "presentation:notes");
  rgm_xml_begin (xml, "draw:page-thumbnail");
  rgm_xml_attribute_int (xml, "draw:page-number", number);
  rgm_xml_attribute (xml, "presentation:class", "page");
  rgm_odp_attribute_pt (xml, "svg:x", NOTES_MARGIN);
  rgm_odp_attribute_pt (xml, "svg:y", NOTES_MARGIN);
  rgm_odp_attribute_pt (xml, "svg:width", width);
  rgm_odp_attribute_pt (xml, "svg:height", width * slides->height / slides->width);
  rgm_xml_end (xml);
  rgm_xml_begin (xml, "draw:frame");
  rgm_xml_attribute (xml, "presentation:class", "notes");
  rgm_odp_attribute_pt (xml, "svg:x", NOTES_MARGIN);
  rgm_odp_attribute_pt (xml, "svg:y", NOTES_TOP);
  rgm_odp_attribute_pt (xml, "svg:width", width);
  rgm_odp_attribute_pt (xml, "svg:height", NOTES_HEIGHT - NOTES_TOP - NOTES_MARGIN);
  rgm_xml_begin (xml, "draw:text-box");
  for (guint i = 0; i < slide->notes->len; i++)
    {
      write_note (xml, slide->notes->pdata[i]);
    }
  rgm_xml_end (xml);
  rgm_xml_end (xml);
  rgm_xml_end (xml);
}

static void
write_pages (RgmXml          *xml,
             RgmOdpStyles    *styles,
             const RgmSlides *slides)
{
  for (guint i = 0; i < slides->slides->len; i++)
    {
      const RgmSlide *slide = slides->slides->pdata[i];
      g_autofree char *name = g_strdup_printf ("slide-%u", i + 1);

      rgm_xml_begin (xml, "draw:page");
      rgm_xml_attribute (xml, "draw:name", name);
      rgm_xml_attribute (xml, "draw:master-page-name", "Default");
      rgm_odp_write_shapes (xml, styles, slides, slide);
      write_notes (xml, slides, slide, i + 1);
      rgm_xml_end (xml);
    }
}

static gboolean
add_content (RgmZip           *zip,
             const RgmSlides  *slides,
             GError          **error)
{
  g_autoptr (RgmXml) xml = rgm_xml_new ();
  g_autoptr (RgmXml) pages = rgm_xml_new ();
  g_autoptr (RgmXml) automatic = rgm_xml_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  RgmOdpStyles styles = { automatic, names };

  write_pages (pages, &styles, slides);
  rgm_odp_begin_document (xml, "office:document-content");
  rgm_xml_begin (xml, "office:automatic-styles");
  rgm_xml_take (xml, automatic);
  rgm_xml_end (xml);
  rgm_xml_begin (xml, "office:body");
  rgm_xml_begin (xml, "office:presentation");
  rgm_xml_take (xml, pages);
  rgm_xml_end (xml);
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  return rgm_shapes_add_part (zip, "content.xml", xml, error);
}

static gboolean
add_meta (RgmZip           *zip,
          const RgmSlides  *slides,
          GError          **error)
{
  g_autoptr (RgmXml) xml = rgm_xml_new ();

  rgm_odp_begin_document (xml, "office:document-meta");
  rgm_xml_begin (xml, "office:meta");
  rgm_xml_begin (xml, "meta:generator");
  rgm_xml_text (xml, "Regimen/" RGM_VERSION);
  rgm_xml_end (xml);
  if (slides->title != NULL)
    {
      rgm_xml_begin (xml, "dc:title");
      rgm_xml_attribute (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
      rgm_xml_text (xml, slides->title);
      rgm_xml_end (xml);
    }
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  return rgm_shapes_add_part (zip, "meta.xml", xml, error);
}

static gboolean
add_manifest (RgmZip  *zip,
              GError **error)
{
  static const char *const files[][2] = {
    { "/", MIME_TYPE },
    { "content.xml", "text/xml" },
    { "styles.xml", "text/xml" },
    { "meta.xml", "text/xml" },
  };
  g_autoptr (RgmXml) xml = rgm_xml_new ();

  rgm_xml_begin (xml, "manifest:manifest");
  rgm_xml_attribute (xml, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  rgm_xml_attribute (xml, "manifest:version", VERSION);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      rgm_xml_begin (xml, "manifest:file-entry");
      rgm_xml_attribute (xml, "manifest:full-path", files[i][0]);
      rgm_xml_attribute (xml, "manifest:version", i == 0 ? VERSION : NULL);
      rgm_xml_attribute (xml, "manifest:media-type", files[i][1]);
      rgm_xml_end (xml);
    }
  rgm_xml_end (xml);

  return rgm_shapes_add_part (zip, "META-INF/manifest.xml", xml, error);
}

/**
 * rgm_odp_write:
 * @slides: slides
 * @error: return location for an error
 *
 * Writes an OpenDocument 1.2 presentation. The entry with its media type comes first and
 * uncompressed, as the standard requires.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
rgm_odp_write (const RgmSlides  *slides,
               GError          **error)
{
  g_autoptr (RgmZip) zip = rgm_zip_new ();
  g_autoptr (GBytes) type = g_bytes_new_static (MIME_TYPE, strlen (MIME_TYPE));

  if (!rgm_zip_add (zip, "mimetype", type, FALSE, error) || !add_content (zip, slides, error) ||
      !add_styles (zip, slides, error) || !add_meta (zip, slides, error) || !add_manifest (zip, error))
    return NULL;

  return rgm_zip_finish (zip);
}
