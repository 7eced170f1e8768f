/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-odg.h"

#include "rgm-slide.h"
#include "rgm-export-language.h"
#include "rgm-odp-shapes.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.graphics"

/* The whole document: styles, then one page. */
static void
write_document (RgmXml          *xml,
                const RgmSlides *slides,
                const RgmSlide  *slide,
                gboolean         with_page)
{
  g_autoptr (RgmXml) shapes = rgm_xml_new ();
  g_autoptr (RgmXml) automatic = rgm_xml_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  RgmOdpStyles styles = { automatic, names };

  rgm_odp_write_shapes (shapes, &styles, slides, slide);

  rgm_odp_begin_document (xml, "office:document");
  rgm_xml_attribute (xml, "office:mimetype", MIME_TYPE);
  rgm_xml_begin (xml, "office:styles");
  rgm_odp_write_dashes (xml);
  rgm_xml_end (xml);
  rgm_xml_begin (xml, "office:automatic-styles");
  if (with_page)
    rgm_odp_write_page_layout (xml, "page", slides->width, slides->height);
  rgm_xml_take (xml, automatic);
  rgm_xml_end (xml);
  if (with_page)
    rgm_xml_markup (xml, "<office:master-styles><style:master-page style:name=\"Default\" style:page-layout-name=\"page\"/>"
                         "</office:master-styles>");
  rgm_xml_begin (xml, "office:body");
  rgm_xml_begin (xml, "office:drawing");
  rgm_xml_begin (xml, "draw:page");
  rgm_xml_attribute (xml, "draw:name", "chart");
  rgm_xml_attribute (xml, "draw:master-page-name", with_page ? "Default" : NULL);
  rgm_xml_take (xml, shapes);
  rgm_xml_end (xml);
  rgm_xml_end (xml);
  rgm_xml_end (xml);
  rgm_xml_end (xml);
}

/**
 * rgm_odg_write:
 * @scene: a scene
 * @theme: its colours
 * @with_page: whether to set the page to the size of the scene; not for the clipboard, since
 *   LibreOffice crashes on a page size there
 * @error: return location for an error
 *
 * Writes an OpenDocument 1.2 drawing as flat XML, the form LibreOffice puts on the clipboard.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
rgm_odg_write (RgmScene        *scene,
               const RgmTheme  *theme,
               gboolean         with_page,
               GError         **error)
{
  g_autofree char *language = rgm_export_get_language ();
  g_autofree char *family = rgm_xml_clean (rgm_scene_get_family (scene));
  g_autoptr (GHashTable) addresses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (RgmXml) xml = rgm_xml_new ();
  const RgmSlides slides = {
    .width = rgm_scene_get_width (scene),
    .height = rgm_scene_get_height (scene),
    .family = family,
    .language = language,
    .theme = theme,
    .direction = rgm_scene_get_direction (scene),
  };
  const RgmSlide slide = { .scene = scene, .scale = 1, .addresses = addresses };

  write_document (xml, &slides, &slide, with_page);

  return rgm_xml_finish (xml, error);
}
