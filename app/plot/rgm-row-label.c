/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-row-plot-private.h"

/* From one line to the next, and from the top of a line to its baseline, in the size of type. */
#define LINE_HEIGHT 1.2
#define ASCENT 0.95

/* Below a label that wraps, which parts it from the next, in the height of its lines. */
#define WRAPPED_GAP 0.3

/* The rounding error of a computed width, in points. */
#define ROUNDING 1e-3

static double
get_indent (const RgmRowGeometry *geometry,
            const RgmRowEntry    *entry)
{
  return entry->kind == RGM_ROW_ENTRY_ROW ? geometry->indent : 0;
}

/* The width of a label on one line, of its detail, or of both together. */
static void
measure (const RgmRowEntry    *entry,
         const RgmRowGeometry *geometry,
         RgmTextMeasure       *text_measure,
         double               *label,
         double               *detail,
         double               *together)
{
  double body = geometry->sizes.body;

  *label = entry->label != NULL ? rgm_text_measure_get_width (text_measure, entry->label, body, RGM_WEIGHT_BOLD) : 0;
  *detail = 0;
  *together = *label;
  if (entry->detail == NULL)
    return;

  *detail = rgm_text_measure_get_width (text_measure, entry->detail, geometry->sizes.small, RGM_WEIGHT_REGULAR);
  *together += *detail + rgm_text_measure_get_width (text_measure, RGM_TEXT_GAP, geometry->sizes.small, RGM_WEIGHT_REGULAR);
}

/* The lines of stacked cells: none for %NULL. */
static char **
wrap_cells (const char           *stacked,
            const RgmRowGeometry *geometry,
            RgmTextMeasure       *text_measure,
            double                width)
{
  if (stacked == NULL)
    return g_new0 (char *, 1);

  return rgm_text_measure_wrap (text_measure, stacked, geometry->sizes.small, RGM_WEIGHT_REGULAR, width);
}

/* The width that a label needs to fit the number of lines that the geometry allows, with a line of @stacked cells. */
double
rgm_row_label_get_width (const RgmRowEntry    *entry,
                         const char           *stacked,
                         const RgmRowGeometry *geometry,
                         RgmTextMeasure       *text_measure)
{
  double label, detail, together;

  measure (entry, geometry, text_measure, &label, &detail, &together);

  if (stacked != NULL)
    detail = MAX (detail, rgm_text_measure_get_width (text_measure, stacked, geometry->sizes.small, RGM_WEIGHT_REGULAR));

  return (geometry->two_lines ? MAX (label, detail) : together) + get_indent (geometry, entry);
}

/* The extra height of a row whose label wraps, or has @stacked cells below it. */
double
rgm_row_label_get_extra (const RgmRowEntry    *entry,
                         const char           *stacked,
                         const RgmRowGeometry *geometry,
                         RgmTextMeasure       *text_measure)
{
  double width = geometry->text_width - get_indent (geometry, entry) + ROUNDING;
  double body = geometry->sizes.body * LINE_HEIGHT, small = geometry->sizes.small * LINE_HEIGHT;
  double usual = geometry->two_lines ? body + small : body;
  double label, detail, together;
  g_auto (GStrv) labels = NULL;
  g_auto (GStrv) details = NULL;
  g_auto (GStrv) cells = NULL;

  measure (entry, geometry, text_measure, &label, &detail, &together);
  if (stacked == NULL && (geometry->two_lines ? MAX (label, detail) <= width : together <= width))
    return 0;

  labels = rgm_text_measure_wrap (text_measure, entry->label != NULL ? entry->label : "", geometry->sizes.body,
                                  RGM_WEIGHT_BOLD, width);
  details = rgm_text_measure_wrap (text_measure, entry->detail != NULL ? entry->detail : "", geometry->sizes.small,
                                   RGM_WEIGHT_REGULAR, width);
  cells = wrap_cells (stacked, geometry, text_measure, width);

  return MAX (g_strv_length (labels) * body + (g_strv_length (details) + g_strv_length (cells)) * small - usual, 0) + body * WRAPPED_GAP;
}

static double
draw_lines (RgmSceneBuilder    *builder,
            double              x,
            double              y,
            char              **lines,
            const RgmTextStyle *style)
{
  for (guint i = 0; lines[i] != NULL; i++, y += style->size * LINE_HEIGHT)
    rgm_scene_builder_add_text (builder, x, y + style->size * ASCENT, lines[i], style);

  return y;
}

/* The label with its detail and @stacked cells, the middle of all at @y: the detail after it where there is
 * space for it on the line and rows have one, else below it. Longer text wraps, because the reader of a file can't ask for what was cut off. */
void
rgm_row_label_draw (const RgmRowEntry    *entry,
                    const char           *stacked,
                    const RgmRowGeometry *geometry,
                    RgmSceneBuilder      *builder,
                    double                y)
{
  RgmTextMeasure *text_measure = rgm_scene_builder_get_measure (builder);
  const RgmTextStyle bold = { .size = geometry->sizes.body, .weight = RGM_WEIGHT_BOLD };
  const RgmTextStyle muted = { .size = geometry->sizes.small, .ink = RGM_INK_MUTED };
  const RgmTextStyle cell = { .size = geometry->sizes.small };
  double indent = get_indent (geometry, entry);
  double x = geometry->left + indent, width = geometry->text_width - indent + ROUNDING;
  double label, detail, together;
  g_auto (GStrv) labels = NULL;
  g_auto (GStrv) details = NULL;
  g_auto (GStrv) cells = NULL;

  measure (entry, geometry, text_measure, &label, &detail, &together);
  if (stacked == NULL && !geometry->two_lines && label > 0 && together <= width)
    {
      rgm_scene_builder_add_text (builder, x, y + bold.size * (ASCENT - LINE_HEIGHT / 2), entry->label, &bold);
      if (detail > 0)
        rgm_scene_builder_continue_text (builder, entry->detail, &muted);
      return;
    }

  labels = rgm_text_measure_wrap (text_measure, entry->label != NULL ? entry->label : "", bold.size, bold.weight, width);
  details = rgm_text_measure_wrap (text_measure, entry->detail != NULL ? entry->detail : "", muted.size, muted.weight, width);
  cells = wrap_cells (stacked, geometry, text_measure, width);
  y -= (g_strv_length (labels) * bold.size + (g_strv_length (details) + g_strv_length (cells)) * muted.size) * LINE_HEIGHT / 2;
  y = draw_lines (builder, x, y, labels, &bold);
  y = draw_lines (builder, x, y, details, &muted);
  draw_lines (builder, x, y, cells, &cell);
}
