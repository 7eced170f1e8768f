/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scatter-plot.h"

#include <stdlib.h>

#include "rgm-glyphs.h"
#include "rgm-plot-frame.h"

/* Without a height: how tall the plot is for its width. And how tall at least, in b. */
#define USUAL_SHAPE 0.5
#define LEAST_HEIGHT 14.0

/* The largest marker and the smallest, in b. */
#define LARGEST_MARKER 1.5
#define SMALLEST_MARKER 0.5

struct _RgmScatterPlot
{
  RgmPlotFrame *frame;
  RgmAxis       x;
  RgmAxis       y;
  GArray       *points;   /* RgmScatterPoint */
  GStringChunk *strings;
};

typedef struct
{
  const RgmScatterPlot *plot;
  const RgmPlotLayout  *layout;
  RgmSceneBuilder      *builder;
  RgmTypeSizes          sizes;
  RgmScale              x;
  RgmScale              y;
  double                heaviest;
  GArray               *taken;     /* RgmRect: where no label may be */
} Drawing;

static const char *
keep (RgmScatterPlot *self,
      const char     *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
}

/**
 * rgm_scatter_plot_new:
 *
 * Returns: (transfer full): a plot without points
 */
RgmScatterPlot *
rgm_scatter_plot_new (void)
{
  RgmScatterPlot *self = g_new0 (RgmScatterPlot, 1);

  self->frame = rgm_plot_frame_new ();
  self->x = self->y = (RgmAxis) { NULL, NAN, NAN, RGM_AXIS_NUMBER };
  self->points = g_array_new (FALSE, FALSE, sizeof (RgmScatterPoint));
  self->strings = g_string_chunk_new (1024);

  return self;
}

/**
 * rgm_scatter_plot_free:
 * @self: (transfer full): a plot
 */
void
rgm_scatter_plot_free (RgmScatterPlot *self)
{
  rgm_plot_frame_free (self->frame);
  g_array_unref (self->points);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * rgm_scatter_plot_set_frame:
 * @self: a plot
 * @frame: the words round the drawing
 */
void
rgm_scatter_plot_set_frame (RgmScatterPlot *self,
                            const RgmFrame *frame)
{
  rgm_plot_frame_set (self->frame, frame);
}

/**
 * rgm_scatter_plot_set_axes:
 * @self: a plot
 * @x: the axis across
 * @y: the axis up
 */
void
rgm_scatter_plot_set_axes (RgmScatterPlot *self,
                           const RgmAxis  *x,
                           const RgmAxis  *y)
{
  self->x = *x;
  self->x.title = keep (self, x->title);
  self->y = *y;
  self->y.title = keep (self, y->title);
}

/**
 * rgm_scatter_plot_add_legend:
 * @self: a plot
 * @entry: what the legend says
 */
void
rgm_scatter_plot_add_legend (RgmScatterPlot       *self,
                             const RgmLegendEntry *entry)
{
  rgm_plot_frame_add_legend (self->frame, entry);
}

/**
 * rgm_scatter_plot_add_point:
 * @self: a plot
 * @point: a point, both of whose values are finite
 */
void
rgm_scatter_plot_add_point (RgmScatterPlot        *self,
                            const RgmScatterPoint *point)
{
  RgmScatterPoint kept = *point;

  g_return_if_fail (isfinite (point->x) && isfinite (point->y));

  kept.id = keep (self, point->id);
  kept.target = keep (self, point->target);
  kept.sentence = keep (self, point->sentence);
  kept.label = keep (self, point->label);
  g_array_append_val (self->points, kept);
}

/* ── Scales and axes ─────────────────────────────────────────────────────────── */

static void
widen (double *lowest,
       double *highest,
       double  value)
{
  if (!isfinite (value))
    return;
  *lowest = isnan (*lowest) ? value : MIN (*lowest, value);
  *highest = isnan (*highest) ? value : MAX (*highest, value);
}

static void
choose_scales (Drawing *d)
{
  double x_lowest = NAN, x_highest = NAN, y_lowest = NAN, y_highest = NAN;

  for (guint i = 0; i < d->plot->points->len; i++)
    {
      const RgmScatterPoint *point = &g_array_index (d->plot->points, RgmScatterPoint, i);

      widen (&x_lowest, &x_highest, point->x);
      widen (&x_lowest, &x_highest, point->x_span.lower);
      widen (&x_lowest, &x_highest, point->x_span.upper);
      widen (&y_lowest, &y_highest, point->y);
      widen (&y_lowest, &y_highest, point->y_span.lower);
      widen (&y_lowest, &y_highest, point->y_span.upper);
      if (point->weight > d->heaviest)
        d->heaviest = point->weight;
    }
  rgm_scale_init (&d->x, &d->plot->x, x_lowest, x_highest);
  rgm_scale_init (&d->y, &d->plot->y, y_lowest, y_highest);
}

static double
get_widest_label (Drawing        *d,
                  const RgmScale *scale,
                  GArray         *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *label = rgm_scale_label (scale, g_array_index (ticks, double, i));

      widest = MAX (widest, rgm_text_measure_get_width (d->layout->measure, label, d->sizes.small,
                                                        RGM_WEIGHT_REGULAR));
    }

  return widest;
}

static void
draw_axes (Drawing *d,
           GArray  *x_ticks,
           GArray  *y_ticks)
{
  const RgmStyle grid = { .stroke = RGM_INK_GRID, .line_width = RGM_HAIRLINE };
  const RgmStyle axis = { .stroke = RGM_INK_AXIS, .line_width = RGM_HAIRLINE };
  RgmTextStyle style = { .size = d->sizes.small, .ink = RGM_INK_MUTED };
  double size = style.size;

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_GRID, NULL, NULL, NULL);
  for (guint i = 0; i < x_ticks->len; i++)
    {
      double x = rgm_scale_place (&d->x, g_array_index (x_ticks, double, i));

      rgm_scene_builder_add_line (d->builder, x, d->y.to, x, d->y.from, &grid);
    }
  for (guint i = 0; i < y_ticks->len; i++)
    {
      double y = rgm_scale_place (&d->y, g_array_index (y_ticks, double, i));

      rgm_scene_builder_add_line (d->builder, d->x.from, y, d->x.to, y, &grid);
    }
  rgm_scene_builder_end_group (d->builder);

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_AXIS, NULL, NULL, NULL);
  rgm_scene_builder_add_line (d->builder, d->x.from, d->y.from, d->x.to, d->y.from, &axis);
  rgm_scene_builder_add_line (d->builder, d->x.from, d->y.to, d->x.from, d->y.from, &axis);
  if (d->plot->y.title != NULL)
    rgm_scene_builder_add_text (d->builder, RGM_PLOT_MARGIN, d->y.to - size, d->plot->y.title, &style);
  if (d->plot->x.title != NULL)
    rgm_scene_builder_add_text (d->builder, d->x.from, d->y.from + RGM_PLOT_SMALL_GAP + size * 2.4,
                                d->plot->x.title, &style);
  style.anchor = RGM_ANCHOR_MIDDLE;
  for (guint i = 0; i < x_ticks->len; i++)
    {
      double value = g_array_index (x_ticks, double, i);
      g_autofree char *label = rgm_scale_label (&d->x, value);

      rgm_scene_builder_add_text (d->builder, rgm_scale_place (&d->x, value),
                                  d->y.from + RGM_PLOT_SMALL_GAP + size, label, &style);
    }
  style.anchor = RGM_ANCHOR_END;
  for (guint i = 0; i < y_ticks->len; i++)
    {
      double value = g_array_index (y_ticks, double, i);
      g_autofree char *label = rgm_scale_label (&d->y, value);

      rgm_scene_builder_add_text (d->builder, d->x.from - RGM_PLOT_SMALL_GAP,
                                  rgm_scale_place (&d->y, value) + size * 0.35, label, &style);
    }
  rgm_scene_builder_end_group (d->builder);
}

/* ── Points ──────────────────────────────────────────────────────────────────── */

static double
get_marker_size (Drawing               *d,
                 const RgmScatterPoint *point)
{
  double most = d->sizes.body * LARGEST_MARKER, least = d->sizes.body * SMALLEST_MARKER;

  if (!(point->weight > 0) || !(d->heaviest > 0))
    return least;

  return MAX (most * sqrt (point->weight / d->heaviest), least);
}

static RgmRect
get_marker_rect (Drawing               *d,
                 const RgmScatterPoint *point)
{
  double size = get_marker_size (d, point) * 1.3;

  return (RgmRect) {
    rgm_scale_place (&d->x, point->x) - size / 2, rgm_scale_place (&d->y, point->y) - size / 2, size, size,
  };
}

static gboolean
is_shown (Drawing               *d,
          const RgmScatterPoint *point)
{
  return rgm_scale_has (&d->x, point->x) && rgm_scale_has (&d->y, point->y);
}

static gboolean
is_free (Drawing       *d,
         const RgmRect *rect)
{
  if (rect->x < d->x.from || rect->x + rect->width > d->x.to || rect->y < d->y.to || rect->y + rect->height > d->y.from)
    return FALSE;
  for (guint i = 0; i < d->taken->len; i++)
    if (rgm_rect_intersects (rect, &g_array_index (d->taken, RgmRect, i)))
      return FALSE;

  return TRUE;
}

/* Where a label may stand to its marker, best first: at the corners, where its whiskers
 * aren't, then straight beside it; each farther off in a second round. */
static const struct
{
  int across;
  int down;
} label_places[] = { { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 }, { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 } };

static void
draw_label (Drawing               *d,
            const RgmScatterPoint *point)
{
  const RgmTextStyle style = { .size = d->sizes.small };
  RgmRect marker = get_marker_rect (d, point);
  double x = marker.x + marker.width / 2, y = marker.y + marker.height / 2;
  double width, height = style.size * 1.2;

  if (point->label == NULL)
    return;

  width = rgm_text_measure_get_width (d->layout->measure, point->label, style.size, style.weight);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (label_places); i++)
    {
      int across = label_places[i % G_N_ELEMENTS (label_places)].across;
      int down = label_places[i % G_N_ELEMENTS (label_places)].down;
      double off = i < G_N_ELEMENTS (label_places) ? 1 : height;
      double middle_x = x + across * (marker.width / 2 + width / 2 + off * abs (across));
      double middle_y = y + down * (marker.height / 2 + height * (across == 0 ? 0.5 : 0.2) + (off - 1));
      RgmRect rect = { middle_x - width / 2, middle_y - height / 2, width, height };

      if (!is_free (d, &rect))
        continue;
      rgm_scene_builder_add_text (d->builder, rect.x, rect.y + style.size * 0.95, point->label, &style);
      g_array_append_val (d->taken, rect);
      return;
    }
}

static void
draw_point (Drawing               *d,
            const RgmScatterPoint *point)
{
  const RgmStyle fill = { .fill = rgm_series_get_ink (point->series) };
  RgmWhisker whisker = { .ink = fill.fill, .line_width = RGM_HAIRLINE, .arrow = d->sizes.body * 0.5 };
  RgmRect area = get_marker_rect (d, point);
  double x = rgm_scale_place (&d->x, point->x), y = rgm_scale_place (&d->y, point->y);

  area = rgm_rect_grown (&area, 2);
  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_MARK, point->id, point->sentence, point->target);
  rgm_scene_builder_set_area (d->builder, &area);
  rgm_glyph_whisker (d->builder, &d->x, &point->x_span, point->x, y, &whisker);
  whisker.vertical = TRUE;
  rgm_glyph_whisker (d->builder, &d->y, &point->y_span, point->y, x, &whisker);
  rgm_scene_builder_add_marker (d->builder, rgm_series_get_shape (point->series), x, y,
                                get_marker_size (d, point), &fill);
  draw_label (d, point);
  rgm_scene_builder_end_group (d->builder);
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const RgmScatterPoint *left = *(const RgmScatterPoint * const *) a;
  const RgmScatterPoint *right = *(const RgmScatterPoint * const *) b;

  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;

  return left < right ? -1 : left > right;
}

/* The heaviest first: their labels find a place before the others', and a light point
 * lies on a heavy one and not under it. */
static void
draw_points (Drawing *d)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new ();

  for (guint i = 0; i < d->plot->points->len; i++)
    {
      RgmScatterPoint *point = &g_array_index (d->plot->points, RgmScatterPoint, i);
      RgmRect marker = get_marker_rect (d, point);

      if (!is_shown (d, point))
        continue;
      g_ptr_array_add (points, point);
      g_array_append_val (d->taken, marker);
    }

  g_ptr_array_sort (points, compare_weights);
  for (guint i = 0; i < points->len; i++)
    draw_point (d, g_ptr_array_index (points, i));
}

/* ── The whole ───────────────────────────────────────────────────────────────── */

/**
 * rgm_scatter_plot_lay_out:
 * @self: a plot
 * @layout: how it is laid out
 *
 * Returns: (transfer full): the scene
 */
RgmScene *
rgm_scatter_plot_lay_out (const RgmScatterPlot *self,
                          const RgmPlotLayout  *layout)
{
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (layout->measure, layout->width, layout->direction);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RgmRect));
  g_autoptr (GArray) x_ticks = NULL;
  g_autoptr (GArray) y_ticks = NULL;
  Drawing d = { .plot = self, .layout = layout, .builder = builder, .taken = taken };
  double base = MAX (layout->base, layout->floor);
  double head, foot, over, under, height, plot_height;

  /* Type gets smaller only where the plot would be too flat to read. */
  for (;; base = MAX (base * 0.96, layout->floor))
    {
      rgm_type_sizes_init (&d.sizes, base, layout->floor);
      head = rgm_plot_frame_measure_head (self->frame, layout, &d.sizes);
      foot = rgm_plot_frame_measure_foot (self->frame, layout, &d.sizes);
      over = self->y.title != NULL ? d.sizes.small * 2 : d.sizes.small;
      under = RGM_PLOT_SMALL_GAP + d.sizes.small * (self->x.title != NULL ? 2.7 : 1.3);
      plot_height = layout->height > 0 ? layout->height - head - over - under - foot : layout->width * USUAL_SHAPE;
      if (plot_height >= LEAST_HEIGHT * base || base <= layout->floor)
        break;
    }
  plot_height = CLAMP (plot_height, LEAST_HEIGHT * base, layout->width);
  height = MAX (head + over + plot_height + under + foot, layout->height);

  choose_scales (&d);
  d.y.from = head + over + plot_height;
  d.y.to = head + over;
  d.x.to = layout->width - RGM_PLOT_MARGIN - d.sizes.small;
  y_ticks = rgm_scale_get_ticks (&d.y, layout->measure, d.sizes.small);
  d.x.from = RGM_PLOT_MARGIN + RGM_PLOT_SMALL_GAP + get_widest_label (&d, &d.y, y_ticks);
  d.x.to = MAX (d.x.to, d.x.from + 1);
  x_ticks = rgm_scale_get_ticks (&d.x, layout->measure, d.sizes.small);

  rgm_scene_builder_set_title (builder, rgm_plot_frame_get_title (self->frame),
                               rgm_plot_frame_get_summary (self->frame));
  rgm_plot_frame_draw_head (self->frame, builder, layout, &d.sizes, 0, 1);
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_DRAWING, "drawing", NULL, NULL);
  draw_axes (&d, x_ticks, y_ticks);
  draw_points (&d);
  rgm_scene_builder_end_group (builder);
  rgm_plot_frame_draw_foot (self->frame, builder, layout, &d.sizes, d.y.from + under);

  return rgm_scene_builder_finish (builder, height);
}
