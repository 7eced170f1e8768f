/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-deck-private.h"
#include "rgm-pptx-drawing.h"
#include "rgm-pptx-shapes.h"
#include "rgm-slide-shapes.h"

#define NS_A "http://schemas.openxmlformats.org/drawingml/2006/main"
#define NS_P "http://schemas.openxmlformats.org/presentationml/2006/main"
#define NS_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NS_RELS "http://schemas.openxmlformats.org/package/2006/relationships"
#define NS_TYPES "http://schemas.openxmlformats.org/package/2006/content-types"

#define TYPE "application/vnd.openxmlformats-officedocument."

/* Ids of masters and layouts share one range from 2^31; those of slides start at 256. */
#define MASTER_ID 2147483648
#define LAYOUT_ID 2147483649
#define FIRST_SLIDE_ID 256

/* The notes page in points: A4 portrait, with the notes below the image of the slide. */
#define NOTES_WIDTH 595.28
#define NOTES_HEIGHT 841.89
#define NOTES_MARGIN 56.0
#define NOTES_TOP 400.0

/* The group at the top of each shape tree. */
#define ROOT "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>" \
             "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>" \
             "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>"

#define BACKGROUND "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"

#define TITLE_SHAPE "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>" \
                    "<p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"304800\" y=\"228600\"/>" \
                    "<a:ext cx=\"8534400\" cy=\"457200\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>" \
                    "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"

#define MASTER_OVERRIDE "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

/* The notes master and its own theme. */
#define NOTES_MASTER "ppt/notesMasters/notesMaster1.xml"
#define NOTES_THEME "ppt/theme/notesTheme.xml"

/* A template without a notes master gets ours. */
static gboolean
has_own_notes (const RgmSlides *slides)
{
  return slides->template == NULL || slides->template->notes_master == NULL;
}

static void
begin_part (RgmXml     *xml,
            const char *element)
{
  rgm_xml_begin (xml, element);
  rgm_xml_attribute (xml, "xmlns:a", NS_A);
  rgm_xml_attribute (xml, "xmlns:r", NS_R);
  rgm_xml_attribute (xml, "xmlns:p", NS_P);
}

/* Errors are checked once, at the end: every part is added here. */
static gboolean
add_markup (RgmZip      *zip,
            const char  *name,
            const char  *markup,
            GError     **error)
{
  g_autoptr (RgmXml) xml = rgm_xml_new ();

  rgm_xml_markup (xml, markup);

  return rgm_shapes_add_part (zip, name, xml, error);
}

/* ── The package ─────────────────────────────────────────────────────────────── */

static void
write_override (RgmXml     *xml,
                const char *part,
                const char *type)
{
  rgm_xml_begin (xml, "Override");
  rgm_xml_attribute (xml, "PartName", part);
  rgm_xml_attribute (xml, "ContentType", type);
  rgm_xml_end (xml);
}

static gboolean
add_types (RgmZip           *zip,
           const RgmSlides  *slides,
           GError          **error)
{
  g_autoptr (RgmXml) xml = rgm_xml_new ();

  rgm_xml_begin (xml, "Types");
  rgm_xml_attribute (xml, "xmlns", NS_TYPES);
  rgm_xml_markup (xml, "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                       "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
  if (slides->template != NULL)
    rgm_pptx_template_write_types (slides->template, xml);
  write_override (xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  write_override (xml, "/docProps/app.xml", TYPE "extended-properties+xml");
  write_override (xml, "/ppt/presentation.xml", TYPE "presentationml.presentation.main+xml");
  if (slides->template == NULL)
    {
      write_override (xml, "/ppt/slideMasters/slideMaster1.xml", TYPE "presentationml.slideMaster+xml");
      write_override (xml, "/ppt/slideLayouts/slideLayout1.xml", TYPE "presentationml.slideLayout+xml");
      write_override (xml, "/ppt/theme/theme1.xml", TYPE "theme+xml");
    }
  if (has_own_notes (slides))
    {
      write_override (xml, "/" NOTES_MASTER, TYPE "presentationml.notesMaster+xml");
      write_override (xml, "/" NOTES_THEME, TYPE "theme+xml");
    }
  for (guint i = 1; i <= slides->slides->len; i++)
    {
      g_autofree char *slide = g_strdup_printf ("/ppt/slides/slide%u.xml", i);
      g_autofree char *notes = g_strdup_printf ("/ppt/notesSlides/notesSlide%u.xml", i);

      write_override (xml, slide, TYPE "presentationml.slide+xml");
      write_override (xml, notes, TYPE "presentationml.notesSlide+xml");
    }
  rgm_xml_end (xml);

  return rgm_shapes_add_part (zip, "[Content_Types].xml", xml, error);
}

/* Relationships of a part: pairs of type and target, the first of which has the id rId1; then the
 * link targets. */
static gboolean
add_relationships (RgmZip             *zip,
                   const char         *name,
                   const char *const  *pairs,
                   GPtrArray          *links,
                   GError            **error)
{
  g_autoptr (RgmXml) xml = rgm_xml_new ();

  rgm_xml_begin (xml, "Relationships");
  rgm_xml_attribute (xml, "xmlns", NS_RELS);
  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      g_autofree char *id = g_strdup_printf ("rId%u", i / 2 + 1);

      rgm_xml_begin (xml, "Relationship");
      rgm_xml_attribute (xml, "Id", id);
      rgm_xml_attribute (xml, "Type", pairs[i]);
      rgm_xml_attribute (xml, "Target", pairs[i + 1]);
      rgm_xml_end (xml);
    }
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("rId%u", RGM_PPTX_FIRST_LINK + i);

      rgm_xml_begin (xml, "Relationship");
      rgm_xml_attribute (xml, "Id", id);
      rgm_xml_attribute (xml, "Type", NS_R "/hyperlink");
      rgm_xml_attribute (xml, "Target", links->pdata[i]);
      rgm_xml_attribute (xml, "TargetMode", "External");
      rgm_xml_end (xml);
    }
  rgm_xml_end (xml);

  return rgm_shapes_add_part (zip, name, xml, error);
}

/* No dates, so that the same slides give the same bytes. */
static gboolean
add_core_properties (RgmZip           *zip,
                     const RgmSlides  *slides,
                     GError          **error)
{
  g_autoptr (RgmXml) xml = rgm_xml_new ();

  rgm_xml_begin (xml, "cp:coreProperties");
  rgm_xml_attribute (xml, "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
  rgm_xml_attribute (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  if (slides->title != NULL)
    {
      rgm_xml_begin (xml, "dc:title");
      rgm_xml_text (xml, slides->title);
      rgm_xml_end (xml);
    }
  rgm_xml_begin (xml, "dc:creator");
  rgm_xml_text (xml, "Regimen " RGM_VERSION);
  rgm_xml_end (xml);
  rgm_xml_begin (xml, "dc:language");
  rgm_xml_text (xml, slides->language);
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  return rgm_shapes_add_part (zip, "docProps/core.xml", xml, error);
}

static gboolean
add_package (RgmZip           *zip,
             const RgmSlides  *slides,
             GError          **error)
{
  static const char *const pairs[] = {
    NS_R "/officeDocument",
    "ppt/presentation.xml",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/core.xml",
    NS_R "/extended-properties",
    "docProps/app.xml",
    NULL,
  };

  return add_types (zip, slides, error) &&
         add_relationships (zip, "_rels/.rels", pairs, NULL, error) &&
         add_core_properties (zip, slides, error) &&
         add_markup (zip, "docProps/app.xml",
                     "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                     "<Application>Regimen</Application></Properties>",
                     error);
}

/* Adds a relationship to pairs of type and target and returns its id. Targets are relative to the package root. */
static char *
add_pair (GPtrArray  *pairs,
          const char *type,
          const char *part)
{
  g_ptr_array_add (pairs, g_strdup (type));
  g_ptr_array_add (pairs, g_strconcat ("/", part, NULL));

  return g_strdup_printf ("rId%u", pairs->len / 2);
}

static void
add_master (RgmXml     *xml,
            GPtrArray  *pairs,
            gint64      id,
            const char *part)
{
  g_autofree char *relation = add_pair (pairs, NS_R "/slideMaster", part);

  rgm_xml_begin (xml, "p:sldMasterId");
  rgm_xml_attribute_int (xml, "id", id);
  rgm_xml_attribute (xml, "r:id", relation);
  rgm_xml_end (xml);
}

static gboolean
add_presentation (RgmZip           *zip,
                  const RgmSlides  *slides,
                  GError          **error)
{
  g_autoptr (RgmXml) xml = rgm_xml_new ();
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *notes_id = NULL;
  g_autofree char *theme_id = NULL;

  begin_part (xml, "p:presentation");
  rgm_xml_begin (xml, "p:sldMasterIdLst");
  if (slides->template == NULL)
    add_master (xml, pairs, MASTER_ID, "ppt/slideMasters/slideMaster1.xml");
  else
    for (guint i = 0; i < slides->template->masters->len; i++)
      {
        const RgmPptxMaster *master = slides->template->masters->pdata[i];

        add_master (xml, pairs, master->id, master->part);
      }
  rgm_xml_end (xml);
  notes_id = add_pair (pairs, NS_R "/notesMaster", has_own_notes (slides) ? NOTES_MASTER : slides->template->notes_master);
  rgm_xml_begin (xml, "p:notesMasterIdLst");
  rgm_xml_begin (xml, "p:notesMasterId");
  rgm_xml_attribute (xml, "r:id", notes_id);
  rgm_xml_end (xml);
  rgm_xml_end (xml);
  theme_id = add_pair (pairs, NS_R "/theme", slides->template != NULL ? slides->template->theme : "ppt/theme/theme1.xml");

  if (slides->slides->len > 0)
    rgm_xml_begin (xml, "p:sldIdLst");
  for (guint i = 0; i < slides->slides->len; i++)
    {
      g_autofree char *part = g_strdup_printf ("ppt/slides/slide%u.xml", i + 1);
      g_autofree char *id = add_pair (pairs, NS_R "/slide", part);

      rgm_xml_begin (xml, "p:sldId");
      rgm_xml_attribute_int (xml, "id", FIRST_SLIDE_ID + i);
      rgm_xml_attribute (xml, "r:id", id);
      rgm_xml_end (xml);
    }
  if (slides->slides->len > 0)
    rgm_xml_end (xml);
  g_ptr_array_add (pairs, NULL);

  rgm_xml_begin (xml, "p:sldSz");
  rgm_xml_attribute_int (xml, "cx", rgm_pptx_emu (slides->width));
  rgm_xml_attribute_int (xml, "cy", rgm_pptx_emu (slides->height));
  rgm_xml_end (xml);
  rgm_xml_begin (xml, "p:notesSz");
  rgm_xml_attribute_int (xml, "cx", rgm_pptx_emu (NOTES_WIDTH));
  rgm_xml_attribute_int (xml, "cy", rgm_pptx_emu (NOTES_HEIGHT));
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  return rgm_shapes_add_part (zip, "ppt/presentation.xml", xml, error) &&
         add_relationships (zip, "ppt/_rels/presentation.xml.rels", (const char *const *) pairs->pdata, NULL, error);
}

/* ── Masters and themes ──────────────────────────────────────────────────────── */

/* In a dark theme the first dark colour is the background and the first light one the text. */
#define LIGHT_MAP "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" " \
                  "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" " \
                  "folHlink=\"folHlink\"/>"
#define DARK_MAP "<p:clrMap bg1=\"dk1\" tx1=\"lt1\" bg2=\"dk2\" tx2=\"lt2\" accent1=\"accent1\" accent2=\"accent2\" " \
                 "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" " \
                 "folHlink=\"folHlink\"/>"

/* Three of each, the minimum in the format. */
#define FORMATS "<a:fmtScheme name=\"Regimen\">" \
                "<a:fillStyleLst>" FILL FILL FILL "</a:fillStyleLst>" \
                "<a:lnStyleLst>" LINE LINE LINE "</a:lnStyleLst>" \
                "<a:effectStyleLst>" EFFECT EFFECT EFFECT "</a:effectStyleLst>" \
                "<a:bgFillStyleLst>" FILL FILL FILL "</a:bgFillStyleLst></a:fmtScheme>"
#define FILL "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
#define LINE "<a:ln w=\"9525\">" FILL "</a:ln>"
#define EFFECT "<a:effectStyle><a:effectLst/></a:effectStyle>"

static void
write_fonts (RgmXml     *xml,
             const char *element,
             const char *family)
{
  static const char *const scripts[] = { "a:latin", "a:ea", "a:cs" };

  rgm_xml_begin (xml, element);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      rgm_xml_begin (xml, scripts[i]);
      rgm_xml_attribute (xml, "typeface", family);
      rgm_xml_end (xml);
    }
  rgm_xml_end (xml);
}

static gboolean
add_theme (RgmZip           *zip,
           const char       *name,
           const RgmSlides  *slides,
           GError          **error)
{
  const struct
  {
    const char *element;
    RgmInk ink;
  } colors[] = {
    { "a:dk1", slides->is_dark ? RGM_INK_SURFACE : RGM_INK_TEXT },
    { "a:lt1", slides->is_dark ? RGM_INK_TEXT : RGM_INK_SURFACE },
    { "a:dk2", slides->is_dark ? RGM_INK_BAND : RGM_INK_MUTED },
    { "a:lt2", slides->is_dark ? RGM_INK_MUTED : RGM_INK_BAND },
    { "a:accent1", RGM_INK_SERIES_1 },
    { "a:accent2", RGM_INK_SERIES_2 },
    { "a:accent3", RGM_INK_SERIES_3 },
    { "a:accent4", RGM_INK_SERIES_4 },
    { "a:accent5", RGM_INK_SERIES_5 },
    { "a:accent6", RGM_INK_SERIES_6 },
    { "a:hlink", RGM_INK_SERIES_1 },
    { "a:folHlink", RGM_INK_SERIES_5 },
  };
  g_autoptr (RgmXml) xml = rgm_xml_new ();

  rgm_xml_begin (xml, "a:theme");
  rgm_xml_attribute (xml, "xmlns:a", NS_A);
  rgm_xml_attribute (xml, "name", "Regimen");
  rgm_xml_begin (xml, "a:themeElements");
  rgm_xml_begin (xml, "a:clrScheme");
  rgm_xml_attribute (xml, "name", "Regimen");
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      g_autofree char *value = rgm_shapes_format_color (rgm_theme_get_color (slides->theme, colors[i].ink));

      rgm_xml_begin (xml, colors[i].element);
      rgm_xml_begin (xml, "a:srgbClr");
      rgm_xml_attribute (xml, "val", value);
      rgm_xml_end (xml);
      rgm_xml_end (xml);
    }
  rgm_xml_end (xml);
  rgm_xml_begin (xml, "a:fontScheme");
  rgm_xml_attribute (xml, "name", "Regimen");
  write_fonts (xml, "a:majorFont", slides->family);
  write_fonts (xml, "a:minorFont", slides->family);
  rgm_xml_end (xml);
  rgm_xml_markup (xml, FORMATS);
  rgm_xml_end (xml);
  rgm_xml_end (xml);

  return rgm_shapes_add_part (zip, name, xml, error);
}

#define TITLE_LEVEL "<a:lvl1pPr algn=\"l\"><a:defRPr sz=\"2200\" b=\"1\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>" \
                    "<a:latin typeface=\"+mj-lt\"/><a:ea typeface=\"+mj-ea\"/><a:cs typeface=\"+mj-cs\"/></a:defRPr></a:lvl1pPr>"
#define TEXT_LEVEL "<a:lvl1pPr algn=\"l\"><a:defRPr sz=\"1400\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>" \
                   "<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr>"

static gboolean
add_masters (RgmZip           *zip,
             const RgmSlides  *slides,
             GError          **error)
{
  static const char *const master_pairs[] = {
    NS_R "/slideLayout",
    "../slideLayouts/slideLayout1.xml",
    NS_R "/theme",
    "../theme/theme1.xml",
    NULL,
  };
  static const char *const layout_pairs[] = { NS_R "/slideMaster", "../slideMasters/slideMaster1.xml", NULL };
  g_autoptr (RgmXml) master = rgm_xml_new ();
  g_autoptr (RgmXml) layout = rgm_xml_new ();

  begin_part (master, "p:sldMaster");
  rgm_xml_markup (master, "<p:cSld>" BACKGROUND "<p:spTree>" ROOT TITLE_SHAPE "</p:spTree></p:cSld>");
  rgm_xml_markup (master, slides->is_dark ? DARK_MAP : LIGHT_MAP);
  rgm_xml_begin (master, "p:sldLayoutIdLst");
  rgm_xml_begin (master, "p:sldLayoutId");
  rgm_xml_attribute_int (master, "id", LAYOUT_ID);
  rgm_xml_attribute (master, "r:id", "rId1");
  rgm_xml_end (master);
  rgm_xml_end (master);
  rgm_xml_markup (master, "<p:txStyles><p:titleStyle>" TITLE_LEVEL "</p:titleStyle><p:bodyStyle>" TEXT_LEVEL
                          "</p:bodyStyle><p:otherStyle>" TEXT_LEVEL "</p:otherStyle></p:txStyles>");
  rgm_xml_end (master);

  begin_part (layout, "p:sldLayout");
  rgm_xml_attribute (layout, "type", "titleOnly");
  rgm_xml_markup (layout, "<p:cSld name=\"Title only\"><p:spTree>" ROOT TITLE_SHAPE "</p:spTree></p:cSld>" MASTER_OVERRIDE);
  rgm_xml_end (layout);

  return rgm_shapes_add_part (zip, "ppt/slideMasters/slideMaster1.xml", master, error) &&
         add_relationships (zip, "ppt/slideMasters/_rels/slideMaster1.xml.rels", master_pairs, NULL, error) &&
         rgm_shapes_add_part (zip, "ppt/slideLayouts/slideLayout1.xml", layout, error) &&
         add_relationships (zip, "ppt/slideLayouts/_rels/slideLayout1.xml.rels", layout_pairs, NULL, error) &&
         add_theme (zip, "ppt/theme/theme1.xml", slides, error);
}

static gboolean
add_notes_master (RgmZip           *zip,
                  const RgmSlides  *slides,
                  GError          **error)
{
  static const char *const pairs[] = { NS_R "/theme", "/" NOTES_THEME, NULL };
  g_autoptr (RgmXml) xml = rgm_xml_new ();

  begin_part (xml, "p:notesMaster");
  rgm_xml_markup (xml, "<p:cSld>" BACKGROUND "<p:spTree>" ROOT "</p:spTree></p:cSld>");
  rgm_xml_markup (xml, slides->is_dark ? DARK_MAP : LIGHT_MAP);
  rgm_xml_end (xml);

  return rgm_shapes_add_part (zip, NOTES_MASTER, xml, error) &&
         add_relationships (zip, "ppt/notesMasters/_rels/notesMaster1.xml.rels", pairs, NULL, error) &&
         add_theme (zip, NOTES_THEME, slides, error);
}

static gboolean
add_looks (RgmZip           *zip,
           const RgmSlides  *slides,
           GError          **error)
{
  gboolean is_good = slides->template != NULL ? rgm_pptx_template_add_parts (slides->template, zip, error)
                                              : add_masters (zip, slides, error);

  return is_good && (!has_own_notes (slides) || add_notes_master (zip, slides, error));
}

/* ── Slides ──────────────────────────────────────────────────────────────────── */

static void
write_note_run (RgmXml          *xml,
                const RgmSlides *slides,
                const char      *text,
                const char      *link_id)
{
  rgm_xml_begin (xml, "a:r");
  rgm_xml_begin (xml, "a:rPr");
  rgm_xml_attribute (xml, "lang", slides->language);
  rgm_xml_attribute (xml, "sz", "1200");
  if (link_id != NULL)
    {
      rgm_xml_begin (xml, "a:hlinkClick");
      rgm_xml_attribute (xml, "r:id", link_id);
      rgm_xml_end (xml);
    }
  rgm_xml_end (xml);
  rgm_xml_begin (xml, "a:t");
  rgm_xml_text (xml, text);
  rgm_xml_end (xml);
  rgm_xml_end (xml);
}

/* A note that ends in an address becomes a link. */
static void
write_note (RgmXml          *xml,
            const RgmSlides *slides,
            const char      *note,
            GPtrArray       *links)
{
  const char *link = rgm_slide_find_link (note);
  g_autofree char *before = link != NULL ? g_strndup (note, (gsize) (link - note)) : g_strdup (note);

  rgm_xml_begin (xml, "a:p");
  if (*before != '\0')
    write_note_run (xml, slides, before, NULL);
  if (link != NULL)
    {
      g_autofree char *id = rgm_pptx_add_link (links, link);

      write_note_run (xml, slides, link, id);
    }
  rgm_xml_end (xml);
}

/* Notes carry their own position, since the minimal master defines none. */
static void
write_notes (RgmXml          *xml,
             const RgmSlides *slides,
             const RgmSlide  *slide,
             GPtrArray       *links)
{
  double image_height = NOTES_TOP - 2 * NOTES_MARGIN;
  double image_width = image_height * slides->width / slides->height;
  const struct
  {
    const char *markup;
    RgmRect rect;
  } shapes[] = {
    { "<p:cNvPr id=\"2\" name=\"slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>"
      "<p:nvPr><p:ph type=\"sldImg\"/></p:nvPr>",
      { (NOTES_WIDTH - MIN (image_width, NOTES_WIDTH - 2 * NOTES_MARGIN)) / 2, NOTES_MARGIN,
        MIN (image_width, NOTES_WIDTH - 2 * NOTES_MARGIN),
        MIN (image_height, (NOTES_WIDTH - 2 * NOTES_MARGIN) * slides->height / slides->width) } },
    { "<p:cNvPr id=\"3\" name=\"notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
      "<p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr>",
      { NOTES_MARGIN, NOTES_TOP, NOTES_WIDTH - 2 * NOTES_MARGIN, NOTES_HEIGHT - NOTES_TOP - NOTES_MARGIN } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      rgm_xml_begin (xml, "p:sp");
      rgm_xml_begin (xml, "p:nvSpPr");
      rgm_xml_markup (xml, shapes[i].markup);
      rgm_xml_end (xml);
      rgm_xml_begin (xml, "p:spPr");
      rgm_xml_begin (xml, "a:xfrm");
      rgm_xml_begin (xml, "a:off");
      rgm_xml_attribute_int (xml, "x", rgm_pptx_emu (shapes[i].rect.x));
      rgm_xml_attribute_int (xml, "y", rgm_pptx_emu (shapes[i].rect.y));
      rgm_xml_end (xml);
      rgm_xml_begin (xml, "a:ext");
      rgm_xml_attribute_int (xml, "cx", rgm_pptx_emu (shapes[i].rect.width));
      rgm_xml_attribute_int (xml, "cy", rgm_pptx_emu (shapes[i].rect.height));
      rgm_xml_end (xml);
      rgm_xml_end (xml);
      rgm_xml_markup (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
      rgm_xml_end (xml);
      if (i == 1)
        {
          rgm_xml_begin (xml, "p:txBody");
          rgm_xml_markup (xml, "<a:bodyPr/><a:lstStyle/>");
          for (guint j = 0; j < slide->notes->len; j++)
            write_note (xml, slides, slide->notes->pdata[j], links);
          if (slide->notes->len == 0)
            rgm_xml_markup (xml, "<a:p><a:endParaRPr/></a:p>");
          rgm_xml_end (xml);
        }
      else
        {
          rgm_xml_markup (xml, "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>");
        }
      rgm_xml_end (xml);
    }
}

static gboolean
add_slide (RgmZip           *zip,
           const RgmSlides  *slides,
           guint             position,
           GError          **error)
{
  const RgmSlide *slide = slides->slides->pdata[position];
  guint number = position + 1;
  g_autofree char *slide_part = g_strdup_printf ("ppt/slides/slide%u.xml", number);
  g_autofree char *slide_relations = g_strdup_printf ("ppt/slides/_rels/slide%u.xml.rels", number);
  g_autofree char *notes_part = g_strdup_printf ("ppt/notesSlides/notesSlide%u.xml", number);
  g_autofree char *notes_relations = g_strdup_printf ("ppt/notesSlides/_rels/notesSlide%u.xml.rels", number);
  g_autofree char *to_slide = g_strdup_printf ("../slides/slide%u.xml", number);
  g_autofree char *to_notes = g_strdup_printf ("../notesSlides/notesSlide%u.xml", number);
  g_autofree char *layout = g_strconcat ("/", slides->template != NULL ? slides->template->layout : "ppt/slideLayouts/slideLayout1.xml", NULL);
  g_autofree char *notes_master = g_strconcat ("/", has_own_notes (slides) ? NOTES_MASTER : slides->template->notes_master, NULL);
  const char *const slide_pairs[] = {
    NS_R "/slideLayout",
    layout,
    NS_R "/notesSlide",
    to_notes,
    NULL,
  };
  const char *const notes_pairs[] = {
    NS_R "/notesMaster",
    notes_master,
    NS_R "/slide",
    to_slide,
    NULL,
  };
  g_autoptr (RgmXml) xml = rgm_xml_new ();
  g_autoptr (RgmXml) notes = rgm_xml_new ();
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes_links = g_ptr_array_new_with_free_func (g_free);

  begin_part (xml, "p:sld");
  rgm_xml_begin (xml, "p:cSld");
  rgm_xml_begin (xml, "p:spTree");
  rgm_xml_markup (xml, ROOT);
  rgm_pptx_write_shapes (xml, slides, slide, links);
  rgm_xml_end (xml);
  rgm_xml_end (xml);
  rgm_xml_markup (xml, MASTER_OVERRIDE);
  rgm_xml_end (xml);

  begin_part (notes, "p:notes");
  rgm_xml_begin (notes, "p:cSld");
  rgm_xml_begin (notes, "p:spTree");
  rgm_xml_markup (notes, ROOT);
  write_notes (notes, slides, slide, notes_links);
  rgm_xml_end (notes);
  rgm_xml_end (notes);
  rgm_xml_markup (notes, MASTER_OVERRIDE);
  rgm_xml_end (notes);

  return rgm_shapes_add_part (zip, slide_part, xml, error) &&
         add_relationships (zip, slide_relations, slide_pairs, links, error) &&
         rgm_shapes_add_part (zip, notes_part, notes, error) &&
         add_relationships (zip, notes_relations, notes_pairs, notes_links, error);
}

/**
 * rgm_pptx_write:
 * @slides: slides
 * @error: return location for an error
 *
 * Writes an ISO/IEC 29500 presentation with the fewest parts that PowerPoint accepts.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
rgm_pptx_write (const RgmSlides  *slides,
                GError          **error)
{
  g_autoptr (RgmZip) zip = rgm_zip_new ();

  if (!add_package (zip, slides, error) || !add_presentation (zip, slides, error) || !add_looks (zip, slides, error))
    return NULL;

  for (guint i = 0; i < slides->slides->len; i++)
    if (!add_slide (zip, slides, i, error))
      return NULL;

  return rgm_zip_finish (zip);
}
