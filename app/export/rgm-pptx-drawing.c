/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-pptx-drawing.h"

#include "rgm-slide-shapes.h"

#define EMU_PER_POINT 12700
#define WHOLE 100000
#define TRANSLUCENT 20000

/**
 * rgm_pptx_emu:
 * @points: a length in points
 *
 * Returns: the length in English Metric Units
 */
gint64
rgm_pptx_emu (double points)
{
  return llround (points * EMU_PER_POINT);
}

gint64
rgm_pptx_to_emu (RgmPptxDrawing *drawing,
        double       points)
{
  return rgm_pptx_emu (points * drawing->slide->scale);
}

/**
 * rgm_pptx_add_link:
 * @links: (element-type utf8): the link targets of a part so far
 * @address: a link target to add
 *
 * Returns: (transfer full): the id of its relationship; see %RGM_PPTX_FIRST_LINK
 */
char *
rgm_pptx_add_link (GPtrArray  *links,
                   const char *address)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (links, address, g_str_equal, &index))
    {
      index = links->len;
      g_ptr_array_add (links, g_strdup (address));
    }

  return g_strdup_printf ("rId%u", RGM_PPTX_FIRST_LINK + index);
}

/* ── Colours ─────────────────────────────────────────────────────────────────── */

/* The theme colour for an ink, so that another theme recolours the chart. */
static const char *
get_scheme_name (RgmInk ink)
{
  static const char *const names[RGM_N_INKS] = {
    [RGM_INK_SURFACE] = "bg1",
    [RGM_INK_TEXT] = "tx1",
    [RGM_INK_MUTED] = "tx2",
    [RGM_INK_BAND] = "bg2",
    [RGM_INK_POOLED] = "tx1",
    [RGM_INK_SERIES_1] = "accent1",
    [RGM_INK_SERIES_2] = "accent2",
    [RGM_INK_SERIES_3] = "accent3",
    [RGM_INK_SERIES_4] = "accent4",
    [RGM_INK_SERIES_5] = "accent5",
    [RGM_INK_SERIES_6] = "accent6",
  };

  return names[ink];
}

static gboolean
is_same_color (RgmColor a,
               RgmColor b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

void
rgm_pptx_write_color (RgmPptxDrawing *drawing,
             RgmInk       ink,
             RgmColor     color,
             gboolean     translucent)
{
  RgmInk whose = ink == RGM_INK_POOLED ? RGM_INK_TEXT : ink;
  gboolean is_scheme = get_scheme_name (ink) != NULL &&
                       is_same_color (color, rgm_theme_get_color (drawing->slides->theme, whose));

  rgm_xml_begin (drawing->xml, "a:solidFill");
  rgm_xml_begin (drawing->xml, is_scheme ? "a:schemeClr" : "a:srgbClr");
  if (is_scheme)
    {
      rgm_xml_attribute (drawing->xml, "val", get_scheme_name (ink));
    }
  else
    {
      g_autofree char *value = rgm_shapes_format_color (color);

      rgm_xml_attribute (drawing->xml, "val", value);
    }
  if (translucent)
    {
      rgm_xml_begin (drawing->xml, "a:alpha");
      rgm_xml_attribute_int (drawing->xml, "val", TRANSLUCENT);
      rgm_xml_end (drawing->xml);
    }
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
}

static void
write_dash (RgmPptxDrawing    *drawing,
            const RgmStyle *style)
{
  double pattern[6];
  guint n = rgm_dash_get_pattern (style->dash, style->line_width, pattern);
  double width = style->line_width * rgm_theme_get_line_weight (drawing->slides->theme);

  if (n == 0)
    return;

  rgm_xml_begin (drawing->xml, "a:custDash");
  for (guint i = 0; i < n; i += 2)
    {
      rgm_xml_begin (drawing->xml, "a:ds");
      rgm_xml_attribute_int (drawing->xml, "d", llround (pattern[i] / width * WHOLE));
      rgm_xml_attribute_int (drawing->xml, "sp", llround (pattern[i + 1] / width * WHOLE));
      rgm_xml_end (drawing->xml);
    }
  rgm_xml_end (drawing->xml);
}

/* Fill and line are always written, since a shape without inherits the template's. */
void
rgm_pptx_write_style (RgmPptxDrawing    *drawing,
             const RgmStyle *style)
{
  const RgmTheme *theme = drawing->slides->theme;
  double width = style->line_width * rgm_theme_get_line_weight (theme);

  if (style->fill != RGM_INK_NONE)
    rgm_pptx_write_color (drawing, style->fill, rgm_theme_get_color (theme, style->fill), style->translucent);
  else
    rgm_xml_markup (drawing->xml, "<a:noFill/>");

  rgm_xml_begin (drawing->xml, "a:ln");
  if (style->stroke != RGM_INK_NONE)
    {
      rgm_xml_attribute_int (drawing->xml, "w", rgm_pptx_to_emu (drawing, width));
      rgm_xml_attribute (drawing->xml, "cap", style->round ? "rnd" : "flat");
      rgm_pptx_write_color (drawing, style->stroke, rgm_theme_get_color (theme, style->stroke), FALSE);
      write_dash (drawing, style);
      rgm_xml_markup (drawing->xml, style->round ? "<a:round/>" : "<a:miter lim=\"800000\"/>");
    }
  else
    {
      rgm_xml_markup (drawing->xml, "<a:noFill/>");
    }
  rgm_xml_end (drawing->xml);
}

/* ── Shapes ──────────────────────────────────────────────────────────────────── */

/* The link is on the whole shape: on its text it would take on the colour of links. */
static void
write_link (RgmPptxDrawing *drawing,
            const char  *address)
{
  g_autofree char *id = rgm_pptx_add_link (drawing->links, address);

  rgm_xml_begin (drawing->xml, "a:hlinkClick");
  rgm_xml_attribute (drawing->xml, "r:id", id);
  rgm_xml_end (drawing->xml);
}

void
rgm_pptx_write_properties (RgmPptxDrawing *drawing,
                  const char  *name,
                  const char  *description,
                  const char  *address,
                  gboolean     is_decorative)
{
  rgm_xml_begin (drawing->xml, "p:cNvPr");
  rgm_xml_attribute_int (drawing->xml, "id", ++drawing->last_id);
  rgm_xml_attribute (drawing->xml, "name", name);
  rgm_xml_attribute (drawing->xml, "descr", description);
  if (address != NULL)
    write_link (drawing, address);
  if (is_decorative)
    rgm_xml_markup (drawing->xml,
                    "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\">"
                    "<adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" "
                    "val=\"1\"/></a:ext></a:extLst>");
  rgm_xml_end (drawing->xml);
}

void
rgm_pptx_write_transform (RgmPptxDrawing   *drawing,
                 const char    *element,
                 const RgmRect *rect,
                 gboolean       is_group,
                 gboolean       flip_x,
                 gboolean       flip_y)
{
  gint64 x = rgm_pptx_to_emu (drawing, rect->x) + rgm_pptx_emu (drawing->slide->left);
  gint64 y = rgm_pptx_to_emu (drawing, rect->y) + rgm_pptx_emu (drawing->slide->top);
  gint64 width = rgm_pptx_to_emu (drawing, rect->width), height = rgm_pptx_to_emu (drawing, rect->height);

  rgm_xml_begin (drawing->xml, element);
  rgm_xml_attribute (drawing->xml, "flipH", flip_x ? "1" : NULL);
  rgm_xml_attribute (drawing->xml, "flipV", flip_y ? "1" : NULL);
  for (guint i = 0; i < (is_group ? 2 : 1); i++)
    {
      rgm_xml_begin (drawing->xml, i == 0 ? "a:off" : "a:chOff");
      rgm_xml_attribute_int (drawing->xml, "x", x);
      rgm_xml_attribute_int (drawing->xml, "y", y);
      rgm_xml_end (drawing->xml);
      rgm_xml_begin (drawing->xml, i == 0 ? "a:ext" : "a:chExt");
      rgm_xml_attribute_int (drawing->xml, "cx", width);
      rgm_xml_attribute_int (drawing->xml, "cy", height);
      rgm_xml_end (drawing->xml);
    }
  rgm_xml_end (drawing->xml);
}
