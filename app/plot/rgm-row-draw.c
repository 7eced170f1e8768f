/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-glyphs.h"
#include "rgm-row-plot-private.h"

/* How far a row extends beyond the columns on either side, so that a band behind it doesn't start right at the text. */
#define BLEED 6.0

/* Relative to the type size: from an axis' labels to its title, and from a title's baseline to the content below. */
#define AXIS_TITLE 1.4
#define TITLE_LIFT 0.4
#define HEADING_LIFT 0.5
#define TIGHT_HEADING_LIFT 0.35

/* Marks, in b and, for low rows, relative to the row height. */
#define MIN_MARKER 0.4
#define MAX_MARKER 1.3
#define MAX_MARKER_IN_ROW 0.62
#define DOT 0.75
#define MAX_BAR 1.2
#define BAR_IN_ROW 0.5
#define MAX_DIAMOND 0.55
#define DIAMOND_IN_ROW 0.3
#define MAX_ARROW 0.6

/* The second interval: its distance below the first, and its ends relative to that. */
#define MAX_SECOND 0.7
#define SECOND_IN_ROW 0.32
#define SECOND_CAP 0.35
#define SECOND_ARROW 0.8

/* The ends of a prediction interval, relative to half the height of its diamond. */
#define PREDICTION_CAP 0.5

/* The patch behind a text in a panel: its height relative to the type size, its margin in points. */
#define PATCH_HEIGHT 1.2
#define PATCH_MARGIN 2.0

#define LEFT_TO_RIGHT_MARK "\342\200\216"

typedef struct
{
  const RgmRowPlot     *plot;
  const RgmLayout  *layout;
  const RgmRowGeometry *geometry;
  RgmSceneBuilder      *builder;
} RowDrawing;

static void
add_text (RowDrawing   *d,
          double        x,
          double        baseline,
          const char   *text,
          RgmTextStyle  style,
          double        width)
{
  g_autofree char *shown = NULL;

  if (text == NULL || *text == '\0' || width <= 0)
    return;

  shown = rgm_text_measure_shorten (d->layout->measure, text, style.size, style.weight, width);
  rgm_scene_builder_add_text (d->builder, x, baseline, shown, &style);
}

/* ── Panels ──────────────────────────────────────────────────────────────────── */

static void
draw_grid (RowDrawing     *d,
           const RgmScale *scale,
           double          top,
           double          bottom)
{
  const RgmStyle line = { .stroke = RGM_INK_GRID, .line_width = RGM_HAIRLINE };
  g_autoptr (GArray) ticks = rgm_scale_get_ticks (scale, d->layout->measure, d->geometry->sizes.small);

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_GRID, NULL, NULL, NULL);
  for (guint i = 0; i < ticks->len; i++)
    {
      double x = rgm_scale_place (scale, g_array_index (ticks, double, i));

      rgm_scene_builder_add_line (d->builder, x, top, x, bottom, &line);
    }
  rgm_scene_builder_end_group (d->builder);
}

/* Starts at the panel's start; a title longer than a single panel is aligned with the panel's end and extends below the columns. */
static void
draw_axis_title (RowDrawing *d,
                 guint       panel,
                 double      baseline)
{
  const RgmScale *scale = &d->geometry->scales[panel];
  const char *title = d->plot->panels[panel].axis.title;
  RgmTextStyle style = { .size = d->geometry->sizes.small, .ink = RGM_INK_MUTED };
  double room = scale->to - scale->from;

  if (title != NULL && d->plot->n_panels == 1 &&
      rgm_text_measure_get_width (d->layout->measure, title, style.size, style.weight) > room)
    {
      style.anchor = RGM_ANCHOR_END;
      add_text (d, scale->to, baseline, title, style, scale->to - d->geometry->left);
      return;
    }
  add_text (d, scale->from, baseline, title, style, room);
}

static void
draw_axis (RowDrawing *d,
           guint       panel,
           double      rows,
           double      top)
{
  static const char * const ids[RGM_ROW_PLOT_MAX_PANELS] = { "axis", "axis 2" };
  const RgmScale *scale = &d->geometry->scales[panel];
  const RgmRect area = { scale->from, rows, scale->to - scale->from, top - rows };
  const RgmStyle line = { .stroke = RGM_INK_AXIS, .line_width = RGM_HAIRLINE };
  RgmTextStyle style = { .size = d->geometry->sizes.small, .ink = RGM_INK_MUTED, .anchor = RGM_ANCHOR_MIDDLE };
  g_autoptr (GArray) ticks = rgm_scale_get_ticks (scale, d->layout->measure, style.size);
  double baseline = top + RGM_FRAME_SMALL_GAP + style.size;

  /* The group's area is the panel, from which dragging the reference line takes its scale. */
  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_AXIS, ids[panel], NULL, NULL);
  rgm_scene_builder_set_area (d->builder, &area);
  rgm_scene_builder_add_line (d->builder, scale->from, top, scale->to, top, &line);
  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);
      double x = rgm_scale_place (scale, value);
      g_autofree char *label = rgm_scale_label (scale, value);

      rgm_scene_builder_add_line (d->builder, x, top, x, top + 3, &line);
      rgm_scene_builder_add_text (d->builder, x, baseline, label, &style);
    }
  draw_axis_title (d, panel, baseline + style.size * AXIS_TITLE);
  rgm_scene_builder_end_group (d->builder);
}

static void
draw_reference (RowDrawing         *d,
                const RgmScale     *scale,
                const RgmPlotPanel *panel,
                double              top,
                double              bottom)
{
  const RgmStyle line = { .stroke = RGM_INK_REFERENCE, .line_width = 1, .dash = RGM_DASH_DASHED };
  RgmTextStyle style = { .size = d->geometry->sizes.small, .ink = RGM_INK_REFERENCE, .anchor = RGM_ANCHOR_MIDDLE };
  double x, half;

  if (isnan (panel->reference) || !rgm_scale_has (scale, panel->reference))
    return;

  x = rgm_scale_place (scale, panel->reference);
  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_REFERENCE, "reference", panel->reference_label, NULL);
  rgm_scene_builder_add_line (d->builder, x, top - RGM_FRAME_SMALL_GAP / 2, x, bottom, &line);
  if (panel->reference_label != NULL)
    {
      g_autofree char *label = rgm_text_measure_shorten (d->layout->measure, panel->reference_label,
                                                         style.size, style.weight, scale->to - scale->from);

      /* The label keeps within its panel. */
      half = rgm_text_measure_get_width (d->layout->measure, label, style.size, style.weight) / 2;
      x = MAX (MIN (x, scale->to - half), scale->from + half);
      rgm_scene_builder_add_text (d->builder, x, top - style.size * TITLE_LIFT - RGM_FRAME_SMALL_GAP, label, &style);
    }
  rgm_scene_builder_end_group (d->builder);
}

/* Column headings stand directly above the rows; a panel's heading moves up one line if its reference line has a label. */
static void
draw_titles (RowDrawing *d,
             double      bottom)
{
  const RgmRowGeometry *g = d->geometry;
  const RgmTextStyle style = { .size = g->sizes.small, .ink = RGM_INK_MUTED };
  const RgmTextStyle bold = { .size = g->sizes.small, .weight = RGM_WEIGHT_BOLD };
  double baseline = bottom - style.size * TITLE_LIFT - RGM_FRAME_SMALL_GAP;
  double panel_baseline = g->titles_lines > 1 ? baseline - style.size * RGM_LINE_HEIGHT : baseline;

  if (g->titles_lines == 0)
    return;

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_HEADING, "columns", NULL, NULL);
  add_text (d, g->left, baseline, d->plot->title, style, g->label_width);
  for (guint i = 0; i < d->plot->n_columns; i++)
    if (g->column_shown[i])
      add_text (d, g->column_x[i], baseline, d->plot->columns[i].title, style, G_MAXDOUBLE);
  for (guint i = 0; i < d->plot->n_panels; i++)
    {
      const RgmPlotPanel *panel = &d->plot->panels[i];
      double room = g->scales[i].to - g->scales[i].from;
      gboolean whole = panel->title != NULL &&
                       rgm_text_measure_get_width (d->layout->measure, panel->title, bold.size, bold.weight) <= room;

      add_text (d, g->scales[i].from, panel_baseline,
                whole || panel->short_title == NULL ? panel->title : panel->short_title, bold, room);
    }
  rgm_scene_builder_end_group (d->builder);
}

/* ── Rows ────────────────────────────────────────────────────────────────────── */

static double
get_marker_size (RowDrawing         *d,
                 const RgmPlotValue *value)
{
  double most = MIN (d->geometry->row_height * MAX_MARKER_IN_ROW, d->geometry->sizes.body * MAX_MARKER);
  double least = MIN (d->geometry->sizes.body * MIN_MARKER, most);

  if (d->plot->mark != RGM_ROW_MARK_WEIGHT)
    return MIN (most, d->geometry->sizes.body * DOT);

  if (!(value->weight > 0) || !(d->geometry->heaviest > 0))
    return least;

  return MAX (most * sqrt (value->weight / d->geometry->heaviest), least);
}

static void
draw_bar (RowDrawing     *d,
          const RgmScale *scale,
          double          value,
          double          y,
          RgmInk          ink)
{
  double height = MIN (d->geometry->row_height * BAR_IN_ROW, d->geometry->sizes.body * MAX_BAR);
  double from = rgm_scale_place (scale, CLAMP (0, scale->lower, scale->upper));
  double to = rgm_scale_place (scale, CLAMP (value, scale->lower, scale->upper));
  const RgmStyle style = { .fill = ink, .translucent = TRUE };

  rgm_scene_builder_add_rect (d->builder, &(RgmRect) { MIN (from, to), y - height / 2, fabs (to - from), height },
                              0, &style);
}

/* Words in place of an estimate, on a patch that hides the grid lines. */
static void
draw_panel_words (RowDrawing     *d,
                  const RgmScale *scale,
                  const char     *words,
                  double          y)
{
  const RgmTextStyle style = { .size = d->geometry->sizes.small, .ink = RGM_INK_MUTED };
  const RgmStyle patch = { .fill = RGM_INK_SURFACE };
  double x = scale->from + RGM_FRAME_SMALL_GAP;
  double room = scale->to - x - RGM_FRAME_SMALL_GAP;
  double width;

  if (words == NULL || room <= 0)
    return;

  width = MIN (rgm_text_measure_get_width (d->layout->measure, words, style.size, style.weight), room);
  rgm_scene_builder_add_rect (d->builder, &(RgmRect) { x - PATCH_MARGIN, y - style.size * PATCH_HEIGHT / 2, width + 2 * PATCH_MARGIN, style.size * PATCH_HEIGHT },
                              0, &patch);
  add_text (d, x, y + style.size * RGM_TEXT_BASELINE, words, style, room);
}

static void
draw_value (RowDrawing         *d,
            const RgmScale     *scale,
            const RgmPlotValue *value,
            RgmSeries           series,
            double              y)
{
  const RgmRowGeometry *g = d->geometry;
  const RgmStyle fill = { .fill = rgm_series_get_ink (series) };
  double second = MIN (g->row_height * SECOND_IN_ROW, g->sizes.body * MAX_SECOND);
  RgmWhisker whisker = {
    .ink = fill.fill,
    .line_width = RGM_WHISKER_WIDTH,
    .arrow = MIN (g->row_height * SECOND_IN_ROW, g->sizes.body * MAX_ARROW),
  };
  RgmSpan span = value->span;

  if (!isfinite (value->value) && isnan (span.lower) && isnan (span.upper))
    {
      draw_panel_words (d, scale, value->words, y);
      return;
    }

  /* An estimate beyond the axis becomes an arrow, with or without an interval. */
  if (isfinite (value->value) && isnan (span.lower) && isnan (span.upper) && !rgm_scale_has (scale, value->value))
    span = (RgmSpan) { value->value, value->value };

  if (d->plot->mark == RGM_ROW_MARK_BAR && isfinite (value->value))
    draw_bar (d, scale, value->value, y, fill.fill);
  rgm_glyph_whisker (d->builder, scale, &span, value->value, y, &whisker);
  whisker = (RgmWhisker) { RGM_INK_MUTED, RGM_HAIRLINE, second * SECOND_CAP, second * SECOND_ARROW, FALSE };
  rgm_glyph_whisker (d->builder, scale, &value->second_span, value->value, y + second, &whisker);
  if (rgm_scale_has (scale, value->value))
    rgm_scene_builder_add_marker (d->builder, rgm_series_get_shape (series),
                                  rgm_scale_place (scale, value->value), y, get_marker_size (d, value), &fill);
}

static void
draw_pooled (RowDrawing         *d,
             const RgmScale     *scale,
             const RgmPlotValue *value,
             double              y)
{
  const RgmRowGeometry *g = d->geometry;
  double half = MIN (g->row_height * DIAMOND_IN_ROW, g->sizes.body * MAX_DIAMOND);
  const RgmWhisker prediction = { RGM_INK_POOLED, 1, half * PREDICTION_CAP, half, FALSE };

  if (isnan (value->value))
    return;

  rgm_glyph_whisker (d->builder, scale, &value->second_span, value->value, y, &prediction);
  if (rgm_scale_has (scale, value->value))
    {
      double lower = isnan (value->span.lower) ? value->value : value->span.lower;
      double upper = isnan (value->span.upper) ? value->value : value->span.upper;

      rgm_glyph_diamond (d->builder,
                         rgm_scale_place (scale, CLAMP (lower, scale->lower, scale->upper)),
                         rgm_scale_place (scale, value->value),
                         rgm_scale_place (scale, CLAMP (upper, scale->lower, scale->upper)), y, half);
    }
}

/* Numbers alone have no direction, and padded ones would be set apart and turned round
 * in a scene that reads from the right: a mark says that they go from the left. */
static char *
mark_direction (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return g_strdup (text);

  return g_strconcat (LEFT_TO_RIGHT_MARK, text, NULL);
}

/* Numbers are padded to stand under each other from the left, whatever way the scene
 * reads: in a mirrored one, that is a column's end. The spaces before a number become a
 * place, for not everybody who shows the text keeps them. */
static void
draw_cell (RowDrawing   *d,
           guint         column,
           const char   *text,
           double        y,
           RgmTextStyle  style)
{
  gboolean mirrored = d->layout->direction == RGM_DIRECTION_RTL;
  double x = d->geometry->column_x[column];
  g_autofree char *marked = NULL;
  double before = 0;

  if (text == NULL || *text == '\0')
    return;

  if (d->plot->columns[column].numbers)
    {
      const char *number = text;

      while (g_str_has_prefix (number, RGM_FIGURE_SPACE))
        number += strlen (RGM_FIGURE_SPACE);
      before = rgm_text_measure_get_width (d->layout->measure, text, style.size, style.weight) -
               rgm_text_measure_get_width (d->layout->measure, number, style.size, style.weight);
      text = number;
      if (mirrored)
        {
          style.anchor = RGM_ANCHOR_END;
          x += d->geometry->column_width[column];
          before = -before;
          text = marked = mark_direction (text);
        }
    }
  add_text (d, x + before, y + style.size * RGM_TEXT_BASELINE, text, style, G_MAXDOUBLE);
}

static void
draw_row (RowDrawing *d,
          guint       index,
          double      top)
{
  const RgmRowGeometry *g = d->geometry;
  const RgmRowEntry *entry = &g_array_index (d->plot->entries, RgmRowEntry, index);
  gboolean pooled = entry->kind == RGM_ROW_ENTRY_POOLED;
  double height = rgm_row_geometry_get_height (g, d->plot, index);
  const RgmRect area = { g->left - BLEED, top, g->right - g->left + 2 * BLEED, height };
  const RgmTextStyle cell = { .size = g->sizes.body, .weight = pooled ? RGM_WEIGHT_BOLD : RGM_WEIGHT_REGULAR };
  double y = top + height / 2;

  /* Outside the group: it separates the rows and takes no part in hovering. */
  if (pooled)
    {
      const RgmStyle hairline = { .stroke = RGM_INK_AXIS, .line_width = RGM_HAIRLINE };

      rgm_scene_builder_add_line (d->builder, g->left, top, g->right, top, &hairline);
    }

  rgm_scene_builder_begin_group (d->builder, pooled ? RGM_SCENE_ROLE_POOLED : RGM_SCENE_ROLE_ROW,
                                 entry->id, entry->sentence, entry->target);
  rgm_scene_builder_set_area (d->builder, &area);

  rgm_row_label_draw (entry, g_ptr_array_index (g->stacked, index), g, d->builder, y);
  for (guint i = 0; i < d->plot->n_columns; i++)
    if (g->column_shown[i])
      draw_cell (d, i, rgm_row_geometry_get_cell (g, d->plot, index, i), y, cell);
  if (pooled)
    draw_pooled (d, &g->scales[0], &entry->values[0], y);
  else
    for (guint i = 0; i < d->plot->n_panels; i++)
      draw_value (d, &g->scales[i], &entry->values[i], entry->series, y);
  rgm_scene_builder_end_group (d->builder);
}

static void
draw_heading (RowDrawing        *d,
              const RgmRowEntry *entry,
              double             bottom)
{
  const RgmRowGeometry *g = d->geometry;
  const RgmTextStyle bold = { .size = g->sizes.body, .weight = RGM_WEIGHT_BOLD };

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_HEADING, NULL, entry->label, NULL);
  add_text (d, g->left, bottom - bold.size * (g->tight ? TIGHT_HEADING_LIFT : HEADING_LIFT), entry->label, bold, g->right - g->left);
  rgm_scene_builder_end_group (d->builder);
}

static void
draw_entries (RowDrawing *d,
              guint       from,
              guint       to,
              double      top)
{
  for (guint i = from; i < to; i++)
    {
      const RgmRowEntry *entry = &g_array_index (d->plot->entries, RgmRowEntry, i);
      double height = rgm_row_geometry_get_height (d->geometry, d->plot, i);

      if (entry->kind == RGM_ROW_ENTRY_HEADING)
        draw_heading (d, entry, top + height);
      else
        draw_row (d, i, top);
      top += height;
    }
}

/* ── The whole ───────────────────────────────────────────────────────────────── */

/* Draws a page with the geometry computed for the same layout. */
RgmScene *
rgm_row_plot_draw (const RgmRowPlot     *self,
                   const RgmLayout  *layout,
                   const RgmRowGeometry *geometry,
                   guint                 page)
{
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (layout->measure, layout->width, layout->direction);
  RowDrawing d = { self, layout, geometry, builder };
  guint from = g_array_index (geometry->pages, guint, page);
  guint to = g_array_index (geometry->pages, guint, page + 1);
  double top = geometry->frame.head + geometry->titles;
  double bottom = top;
  double height;
  guint n_panels;  /* without rows, an axis would mean nothing */

  for (guint i = from; i < to; i++)
    bottom += rgm_row_geometry_get_height (geometry, self, i);
  height = MAX (bottom + geometry->axis + geometry->frame.foot, layout->height);
  n_panels = self->n_rows > 0 ? self->n_panels : 0;

  rgm_frame_plan_draw_head (&geometry->frame, builder, page, geometry->pages->len - 1);
  if (to > from)
    {
      double titles = n_panels > 0 && geometry->titles > 0 ? geometry->titles + RGM_FRAME_SMALL_GAP : 0;
      double width = geometry->left + geometry->label_width + geometry->gap / 2;

      rgm_scene_builder_set_heads (builder, &(RgmSceneHeads) { { 0, top - titles, width, bottom - top + titles }, titles });
    }

  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_DRAWING, "drawing", NULL, NULL);
  for (guint i = 0; i < n_panels; i++)
    if (geometry->has_data[i])
      draw_grid (&d, &geometry->scales[i], top, bottom);
  if (n_panels > 0)
    draw_titles (&d, top);
  for (guint i = 0; i < n_panels; i++)
    draw_reference (&d, &geometry->scales[i], &self->panels[i], top, bottom);
  draw_entries (&d, from, to, top);
  for (guint i = 0; i < n_panels; i++)
    if (geometry->has_data[i])
      draw_axis (&d, i, top, bottom);
  rgm_scene_builder_end_group (builder);

  /* On a slide the foot is at the bottom; on a page it follows the drawing. */
  if (layout->height <= layout->width)
    bottom = height - geometry->axis - geometry->frame.foot;
  rgm_frame_plan_draw_foot (&geometry->frame, builder, bottom + geometry->axis);

  return rgm_scene_builder_finish (builder, height);
}
