/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-odp-shapes.h"
#include "rgm-slide-shapes.h"

/* Widths of the rules below a table's header and below its rows, in points. */
#define HEAD_RULE 1.0
#define ROW_RULE 0.5

static const char *
get_size_style (RgmOdpDrawing *drawing,
                const char    *family,
                double         points)
{
  g_autofree char *element = g_strconcat ("style:", family, "-properties", NULL);
  gboolean is_row = g_str_equal (family, "table-row");
  char *key = g_strdup_printf ("%s %ld", family, lround (points * 100));
  const char *name;

  if (!rgm_odp_add_style (drawing->styles, family, key, &name))
    return name;

  rgm_xml_begin (drawing->styles->xml, element);
  rgm_odp_attribute_pt (drawing->styles->xml, is_row ? "style:row-height" : "style:column-width", points);
  rgm_xml_end (drawing->styles->xml);
  rgm_xml_end (drawing->styles->xml);

  return name;
}

/* Only a rule below the cell. The standard places borders in cell properties, LibreOffice in
 * paragraph properties. */
static const char *
get_cell_style (RgmOdpDrawing *drawing,
                gboolean       is_head,
                gboolean       has_rule)
{
  static const char *const paddings[] = { "fo:padding-left", "fo:padding-right", "fo:padding-top", "fo:padding-bottom" };
  static const char *const elements[] = { "style:table-cell-properties", "style:paragraph-properties" };
  RgmXml *xml = drawing->styles->xml;
  const RgmSlideTable *table = drawing->slide->table;
  double scale = drawing->slide->scale;
  RgmInk ink = is_head ? RGM_INK_TEXT : RGM_INK_GRID;
  g_autofree char *color = NULL;
  g_autofree char *edge = NULL;
  char width[G_ASCII_DTOSTR_BUF_SIZE];
  char *key = g_strdup_printf ("cell %d %d %ld", is_head, has_rule, lround (table->padding * scale * 100));
  const char *name;

  if (!rgm_odp_add_style (drawing->styles, "table-cell", key, &name))
    return name;

  color = rgm_shapes_format_color (rgm_theme_get_color (drawing->slides->theme, ink));
  g_ascii_formatd (width, sizeof width, "%.2f", (is_head ? HEAD_RULE : ROW_RULE) * scale);
  edge = g_strdup_printf ("%spt solid #%s", width, color);
  rgm_xml_begin (xml, "style:graphic-properties");
  rgm_xml_attribute (xml, "draw:fill", "none");
  rgm_xml_attribute (xml, "draw:textarea-vertical-align", "top");
  for (guint i = 0; i < G_N_ELEMENTS (paddings); i++)
    rgm_odp_attribute_pt (xml, paddings[i], table->padding * scale * (i < 2 ? 1 : 0.5));
  rgm_xml_end (xml);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      rgm_xml_begin (xml, elements[i]);
      rgm_xml_attribute (xml, "fo:border-left", "none");
      rgm_xml_attribute (xml, "fo:border-right", "none");
      rgm_xml_attribute (xml, "fo:border-top", "none");
      rgm_xml_attribute (xml, "fo:border-bottom", has_rule ? edge : "none");
      rgm_xml_end (xml);
    }
  rgm_xml_end (xml);

  return name;
}

static void
write_cell (RgmOdpDrawing *drawing,
            guint          row,
            guint          column)
{
  const RgmSlideTable *table = drawing->slide->table;
  const char *text = table->cells->pdata[row * table->columns->len + column];
  gboolean is_span = g_array_index (table->spans, gboolean, row), is_head = row == 0;
  gboolean is_number = !is_span && g_array_index (table->numbers, gboolean, column);
  gboolean has_rule = row + 1 == table->heights->len || !g_array_index (table->spans, gboolean, row + 1);
  gboolean rtl = drawing->slides->direction == RGM_DIRECTION_RTL;
  const RgmSceneItem item = {
    .text = {
      .text = text,
      .size = table->size,
      .weight = is_head ? RGM_WEIGHT_BOLD : RGM_WEIGHT_REGULAR,
      .ink = RGM_INK_TEXT,
      .side = is_number == rtl ? RGM_SIDE_LEFT : RGM_SIDE_RIGHT,
      .direction = drawing->slides->direction,
    },
  };

  rgm_xml_begin (drawing->xml, "table:table-cell");
  rgm_xml_attribute (drawing->xml, "table:style-name", get_cell_style (drawing, is_head, has_rule));
  if (is_span)
    rgm_xml_attribute_int (drawing->xml, "table:number-columns-spanned", table->columns->len);
  rgm_xml_begin (drawing->xml, "text:p");
  rgm_xml_attribute (drawing->xml, "text:style-name", rgm_odp_get_paragraph_style (drawing, &item, 0));
  rgm_xml_begin (drawing->xml, "text:span");
  rgm_xml_attribute (drawing->xml, "text:style-name", rgm_odp_get_text_style (drawing, &item));
  rgm_xml_text (drawing->xml, text);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  rgm_xml_end (drawing->xml);
  for (guint i = 1; is_span && i < table->columns->len; i++)
    rgm_xml_markup (drawing->xml, "<table:covered-table-cell/>");
}

/* Columns are written in visual order, since programs disagree on the direction of a table. */
static guint
get_column (RgmOdpDrawing *drawing,
            guint          position)
{
  guint n = drawing->slide->table->columns->len;

  return drawing->slides->direction == RGM_DIRECTION_RTL ? n - 1 - position : position;
}

/**
 * rgm_odp_write_table:
 * @drawing: the page of a slide with a table, being written
 * @name: the name of the table
 * @sentence: (nullable): its description
 */
void
rgm_odp_write_table (RgmOdpDrawing *drawing,
                     const char    *name,
                     const char    *sentence)
{
  const RgmSlideTable *table = drawing->slide->table;
  double scale = drawing->slide->scale;
  guint n = table->columns->len;

  rgm_xml_begin (drawing->xml, "draw:frame");
  rgm_xml_attribute (drawing->xml, "draw:name", name);
  rgm_odp_attribute_pt (drawing->xml, "svg:x", table->box.x * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:y", table->box.y * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:width", table->box.width * scale);
  rgm_odp_attribute_pt (drawing->xml, "svg:height", table->box.height * scale);
  rgm_xml_begin (drawing->xml, "table:table");
  rgm_xml_attribute (drawing->xml, "table:use-first-row-styles", "true");
  for (guint i = 0; i < n; i++)
    {
      double width = g_array_index (table->columns, double, get_column (drawing, i)) * scale;

      rgm_xml_begin (drawing->xml, "table:table-column");
      rgm_xml_attribute (drawing->xml, "table:style-name", get_size_style (drawing, "table-column", width));
      rgm_xml_end (drawing->xml);
    }
  for (guint row = 0; row < table->heights->len; row++)
    {
      double height = g_array_index (table->heights, double, row) * scale;

      rgm_xml_begin (drawing->xml, "table:table-row");
      rgm_xml_attribute (drawing->xml, "table:style-name", get_size_style (drawing, "table-row", height));
      if (g_array_index (table->spans, gboolean, row))
        write_cell (drawing, row, 0);
      else
        for (guint i = 0; i < n; i++)
          write_cell (drawing, row, get_column (drawing, i));
      rgm_xml_end (drawing->xml);
    }
  rgm_xml_end (drawing->xml);
  rgm_odp_write_description (drawing->xml, sentence);
  rgm_xml_end (drawing->xml);
}
