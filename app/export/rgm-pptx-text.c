/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-pptx-drawing.h"

#include "rgm-scene-builder.h"
#include "rgm-slide-shapes.h"

/* Widths of the rules below a table's header and below its rows, in points. */
#define HEAD_RULE 1.0
#define ROW_RULE 0.5

/* ── Text ────────────────────────────────────────────────────────────────────── */

static void
write_run (RgmPptxDrawing        *drawing,
           const RgmSceneItem *item,
           gboolean            is_first)
{
  g_autofree char *text = is_first ? NULL : g_strconcat (RGM_TEXT_GAP, item->text.text, NULL);

  rgm_xml_begin (drawing->xml, "a:r");
  rgm_xml_begin (drawing->xml, "a:rPr");
  rgm_xml_attribute (drawing->xml, "lang", drawing->slides->language);
  rgm_xml_attribute_int (drawing->xml, "sz", lround (item->text.size * drawing->slide->scale * RGM_PPTX_SIZES_PER_POINT));
  rgm_xml_attribute_int (drawing->xml, "b", item->text.weight == RGM_WEIGHT_BOLD);
  rgm_xml_attribute_int (drawing->xml, "i", 0);
  rgm_pptx_write_color (drawing, item->text.ink, rgm_theme_get_text_color (drawing->slides->theme, item->text.ink), FALSE);
  rgm_xml_markup (drawing->xml, "<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/>");
  rgm_xml_end (drawing->xml);
  rgm_xml_begin (drawing->xml, "a:t");
  rgm_xml_text (drawing->xml, is_first ? item->text.text : text);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
}

static void
write_paragraph (RgmPptxDrawing *drawing,
                 guint        first,
                 guint        last,
                 double       line)
{
  static const char *const sides[] = { "l", "ctr", "r" };
  const RgmSceneItem *item = &drawing->items[first];

  rgm_xml_begin (drawing->xml, "a:p");
  rgm_xml_begin (drawing->xml, "a:pPr");
  rgm_xml_attribute (drawing->xml, "algn", sides[item->text.side]);
  rgm_xml_attribute (drawing->xml, "rtl", item->text.direction == RGM_DIRECTION_RTL ? "1" : "0");
  if (line > 0)
    {
      rgm_xml_begin (drawing->xml, "a:lnSpc");
      rgm_xml_begin (drawing->xml, "a:spcPts");
      rgm_xml_attribute_int (drawing->xml, "val", lround (line * drawing->slide->scale * RGM_PPTX_SIZES_PER_POINT));
      rgm_xml_end (drawing->xml);
      rgm_xml_end (drawing->xml);
    }
  rgm_xml_markup (drawing->xml, "<a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/>");
  rgm_xml_end (drawing->xml);
  for (guint i = first; i <= last; i++)
    write_run (drawing, &drawing->items[i], i == first);
  rgm_xml_end (drawing->xml);
}

/* The distance from a text to the slide edge it is aligned to. */
static double
get_margin (RgmPptxDrawing   *drawing,
            const RgmRect *box,
            RgmSide        side)
{
  return side == RGM_SIDE_RIGHT ? rgm_scene_get_width (drawing->slide->scene) - box->x - box->width : box->x;
}

/* A box as wide as its text, without wrapping: in a wider font the text grows away from the side it
 * is aligned to. */
void
rgm_pptx_write_text_box (RgmPptxDrawing *drawing,
                const char  *name,
                gboolean     is_title,
                guint        first,
                guint        end)
{
  gint64 inset;
  double line;
  RgmRect box = rgm_shapes_get_text_box (drawing->items, first, end, &line);

  /* LibreOffice wraps a title at its box regardless of the wrap setting. */
  inset = is_title ? rgm_pptx_to_emu (drawing, get_margin (drawing, &box, drawing->items[first].text.side)) : 0;
  if (is_title)
    box = (RgmRect){ 0, box.y, rgm_scene_get_width (drawing->slide->scene), box.height };

  rgm_xml_begin (drawing->xml, "p:sp");
  rgm_xml_begin (drawing->xml, "p:nvSpPr");
  rgm_pptx_write_properties (drawing, name, NULL, g_steal_pointer (&drawing->address), FALSE);
  rgm_xml_markup (drawing->xml, is_title ? "<p:cNvSpPr/><p:nvPr><p:ph type=\"title\"/></p:nvPr>"
                                         : "<p:cNvSpPr txBox=\"1\"/><p:nvPr/>");
  rgm_xml_end (drawing->xml);
  rgm_xml_begin (drawing->xml, "p:spPr");
  rgm_pptx_write_transform (drawing, "a:xfrm", &box, FALSE, FALSE, FALSE);
  rgm_xml_markup (drawing->xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>");
  rgm_xml_end (drawing->xml);
  rgm_xml_begin (drawing->xml, "p:txBody");
  rgm_xml_begin (drawing->xml, "a:bodyPr");
  rgm_xml_attribute (drawing->xml, "wrap", "none");
  rgm_xml_attribute_int (drawing->xml, "lIns", inset);
  rgm_xml_attribute_int (drawing->xml, "tIns", 0);
  rgm_xml_attribute_int (drawing->xml, "rIns", inset);
  rgm_xml_attribute_int (drawing->xml, "bIns", 0);
  rgm_xml_attribute (drawing->xml, "rtlCol", "0");
  rgm_xml_attribute (drawing->xml, "anchor", "ctr");
  rgm_xml_markup (drawing->xml, "<a:noAutofit/>");
  rgm_xml_end (drawing->xml);
  rgm_xml_markup (drawing->xml, "<a:lstStyle/>");
  for (guint i = first; i < end; i++)
    {
      guint begin = i;

      while (rgm_shapes_is_continued (drawing->items, i, end))
        i++;
      write_paragraph (drawing, begin, i, line);
    }
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
}

/**
 * rgm_pptx_write_title:
 * @drawing: a slide with a template, being written
 *
 * Writes the title with the template's position and style.
 */
void
rgm_pptx_write_title (RgmPptxDrawing *drawing)
{
  const RgmSlide *slide = drawing->slide;

  if (slide->title == NULL)
    return;

  rgm_xml_begin (drawing->xml, "p:sp");
  rgm_xml_begin (drawing->xml, "p:nvSpPr");
  rgm_pptx_write_properties (drawing, "title", NULL, NULL, FALSE);
  rgm_xml_markup (drawing->xml, "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr>");
  rgm_xml_end (drawing->xml);
  rgm_xml_markup (drawing->xml, "<p:spPr/>");
  rgm_xml_begin (drawing->xml, "p:txBody");
  rgm_xml_markup (drawing->xml, "<a:bodyPr/><a:lstStyle/>");
  rgm_xml_begin (drawing->xml, "a:p");
  if (drawing->slides->direction == RGM_DIRECTION_RTL)
    rgm_xml_markup (drawing->xml, "<a:pPr rtl=\"1\"/>");
  rgm_xml_begin (drawing->xml, "a:r");
  rgm_xml_begin (drawing->xml, "a:rPr");
  rgm_xml_attribute (drawing->xml, "lang", drawing->slides->language);
  if (slide->title_size > 0)
    rgm_xml_attribute_int (drawing->xml, "sz", lround (slide->title_size * RGM_PPTX_SIZES_PER_POINT));
  rgm_xml_end (drawing->xml);
  rgm_xml_begin (drawing->xml, "a:t");
  rgm_xml_text (drawing->xml, slide->title);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
}

/* ── Tables ──────────────────────────────────────────────────────────────────── */

/* The borders of a cell: only a rule below it, which is invisible if more of the same row follows. */
static void
write_edges (RgmPptxDrawing *drawing,
             RgmInk       ink,
             double       width)
{
  rgm_xml_markup (drawing->xml, "<a:lnL w=\"0\"><a:noFill/></a:lnL><a:lnR w=\"0\"><a:noFill/></a:lnR><a:lnT w=\"0\"><a:noFill/></a:lnT>");
  rgm_xml_begin (drawing->xml, "a:lnB");
  rgm_xml_attribute_int (drawing->xml, "w", ink != RGM_INK_NONE ? rgm_pptx_to_emu (drawing, width) : 0);
  if (ink != RGM_INK_NONE)
    rgm_pptx_write_color (drawing, ink, rgm_theme_get_color (drawing->slides->theme, ink), FALSE);
  else
    rgm_xml_markup (drawing->xml, "<a:noFill/>");
  rgm_xml_end (drawing->xml);
  rgm_xml_markup (drawing->xml, "<a:noFill/>");
}

static void
write_cell (RgmPptxDrawing *drawing,
            guint           row,
            guint           column)
{
  const RgmSlideTable *table = drawing->slide->table;
  const char *text = table->cells->pdata[row * table->columns->len + column];
  gboolean is_span = g_array_index (table->spans, gboolean, row), is_head = row == 0;
  gboolean is_number = !is_span && g_array_index (table->numbers, gboolean, column);
  gboolean is_last = row + 1 == table->heights->len || !g_array_index (table->spans, gboolean, row + 1);
  gboolean rtl = drawing->slides->direction == RGM_DIRECTION_RTL;
  const RgmSceneItem item = {
    .text = { .text = text, .size = table->size, .weight = is_head ? RGM_WEIGHT_BOLD : RGM_WEIGHT_REGULAR, .ink = RGM_INK_TEXT },
  };

  rgm_xml_begin (drawing->xml, "a:tc");
  if (is_span && column == 0)
    rgm_xml_attribute_int (drawing->xml, "gridSpan", table->columns->len);
  else if (is_span)
    rgm_xml_attribute (drawing->xml, "hMerge", "1");
  rgm_xml_begin (drawing->xml, "a:txBody");
  rgm_xml_markup (drawing->xml, "<a:bodyPr/><a:lstStyle/>");
  rgm_xml_begin (drawing->xml, "a:p");
  rgm_xml_begin (drawing->xml, "a:pPr");
  rgm_xml_attribute (drawing->xml, "algn", is_number == rtl ? "l" : "r");
  rgm_xml_attribute (drawing->xml, "rtl", rtl ? "1" : "0");
  rgm_xml_end (drawing->xml);
  if (*text != '\0')
    write_run (drawing, &item, TRUE);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  rgm_xml_begin (drawing->xml, "a:tcPr");
  rgm_xml_attribute_int (drawing->xml, "marL", rgm_pptx_to_emu (drawing, table->padding));
  rgm_xml_attribute_int (drawing->xml, "marR", rgm_pptx_to_emu (drawing, table->padding));
  rgm_xml_attribute_int (drawing->xml, "marT", rgm_pptx_to_emu (drawing, table->padding / 2));
  rgm_xml_attribute_int (drawing->xml, "marB", rgm_pptx_to_emu (drawing, table->padding / 2));
  write_edges (drawing, !is_last ? RGM_INK_NONE : is_head ? RGM_INK_TEXT : RGM_INK_GRID, is_head ? HEAD_RULE : ROW_RULE);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
}

static void
write_rows (RgmPptxDrawing *drawing)
{
  const RgmSlideTable *table = drawing->slide->table;
  guint n_columns = table->columns->len;

  rgm_xml_begin (drawing->xml, "a:tbl");
  rgm_xml_begin (drawing->xml, "a:tblPr");
  rgm_xml_attribute (drawing->xml, "rtl", drawing->slides->direction == RGM_DIRECTION_RTL ? "1" : NULL);
  rgm_xml_attribute (drawing->xml, "firstRow", "1");
  rgm_xml_end (drawing->xml);
  rgm_xml_begin (drawing->xml, "a:tblGrid");
  for (guint i = 0; i < n_columns; i++)
    {
      rgm_xml_begin (drawing->xml, "a:gridCol");
      rgm_xml_attribute_int (drawing->xml, "w", rgm_pptx_to_emu (drawing, g_array_index (table->columns, double, i)));
      rgm_xml_end (drawing->xml);
    }
  rgm_xml_end (drawing->xml);
  for (guint row = 0; row < table->heights->len; row++)
    {
      rgm_xml_begin (drawing->xml, "a:tr");
      rgm_xml_attribute_int (drawing->xml, "h", rgm_pptx_to_emu (drawing, g_array_index (table->heights, double, row)));
      for (guint i = 0; i < n_columns; i++)
        write_cell (drawing, row, i);
      rgm_xml_end (drawing->xml);
    }
  rgm_xml_end (drawing->xml);
}

void
rgm_pptx_write_table (RgmPptxDrawing *drawing,
             const char  *name,
             const char  *description)
{
  rgm_xml_begin (drawing->xml, "p:graphicFrame");
  rgm_xml_begin (drawing->xml, "p:nvGraphicFramePr");
  rgm_pptx_write_properties (drawing, name, description, NULL, FALSE);
  rgm_xml_markup (drawing->xml, "<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/>");
  rgm_xml_end (drawing->xml);
  rgm_pptx_write_transform (drawing, "p:xfrm", &drawing->slide->table->box, FALSE, FALSE, FALSE);
  rgm_xml_begin (drawing->xml, "a:graphic");
  rgm_xml_begin (drawing->xml, "a:graphicData");
  rgm_xml_attribute (drawing->xml, "uri", "http://schemas.openxmlformats.org/drawingml/2006/table");
  write_rows (drawing);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
}
