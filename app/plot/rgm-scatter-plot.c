/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scatter-plot.h"

#include <stdlib.h>

#include "rgm-glyphs.h"
#include "rgm-frame.h"

/* The aspect ratio of a plot without a given height, and its minimum height, in b. */
#define USUAL_SHAPE 0.5
#define MIN_HEIGHT 14.0

/* The largest marker and the smallest, in b. */
#define LARGEST_MARKER 1.5
#define SMALLEST_MARKER 0.5

/* The size of a marker's cell relative to the marker, and the size of an arrow, in b. */
#define MARKER_MARGIN 1.3
#define ARROW 0.5

/* In the size of type: a label's height and its baseline below the top, the lines of the horizontal axis
 * with its title and without, that title's baseline, and the line of the title of the vertical axis. */
#define LABEL_HEIGHT 1.2
#define LABEL_ASCENT 0.95
#define TITLED_AXIS 2.7
#define AXIS 1.3
#define AXIS_TITLE 2.4
#define Y_TITLE 2.0

/* How much nearer a label is to its own marker than to any other, in the size of type; and how many steps of
 * its height a label may go away from its marker, a line leading to it. */
#define CLEARANCE 0.3
#define LEADER_ROUNDS 8

struct _RgmScatterPlot
{
  RgmFrame      frame;
  RgmAxis       x;
  RgmAxis       y;
  GArray       *points;   /* RgmScatterPoint */
  GStringChunk *strings;
};

typedef struct
{
  const RgmScatterPlot *plot;
  const RgmLayout  *layout;
  RgmSceneBuilder      *builder;
  RgmTypeSizes          sizes;
  RgmFramePlan          frame;
  RgmScale              x;
  RgmScale              y;
  double                heaviest;
  GArray               *taken;     /* RgmRect: where no label may go, the markers first */
  guint                 n_markers;
} ScatterDrawing;

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
  rgm_frame_clear (&self->frame);
  g_array_unref (self->points);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * rgm_scatter_plot_set_frame:
 * @self: a plot
 * @frame: the texts around the drawing; copied
 */
void
rgm_scatter_plot_set_frame (RgmScatterPlot *self,
                            const RgmFrame *frame)
{
  rgm_frame_copy (&self->frame, frame);
}

/**
 * rgm_scatter_plot_set_axes:
 * @self: a plot
 * @x: the horizontal axis
 * @y: the vertical axis
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
 * @entry: the entry
 */
void
rgm_scatter_plot_add_legend (RgmScatterPlot       *self,
                             const RgmLegendEntry *entry)
{
  rgm_frame_add_legend (&self->frame, entry);
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
choose_scales (ScatterDrawing *d)
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
get_widest_label (ScatterDrawing *d,
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
draw_axes (ScatterDrawing *d,
           GArray         *x_ticks,
           GArray         *y_ticks)
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
    rgm_scene_builder_add_text (d->builder, d->frame.margin, d->y.to - size, d->plot->y.title, &style);
  if (d->plot->x.title != NULL)
    rgm_scene_builder_add_text (d->builder, d->x.from, d->y.from + RGM_FRAME_SMALL_GAP + size * AXIS_TITLE,
                                d->plot->x.title, &style);
  style.anchor = RGM_ANCHOR_MIDDLE;
  for (guint i = 0; i < x_ticks->len; i++)
    {
      double value = g_array_index (x_ticks, double, i);
      g_autofree char *label = rgm_scale_label (&d->x, value);

      rgm_scene_builder_add_text (d->builder, rgm_scale_place (&d->x, value),
                                  d->y.from + RGM_FRAME_SMALL_GAP + size, label, &style);
    }
  style.anchor = RGM_ANCHOR_END;
  for (guint i = 0; i < y_ticks->len; i++)
    {
      double value = g_array_index (y_ticks, double, i);
      g_autofree char *label = rgm_scale_label (&d->y, value);

      rgm_scene_builder_add_text (d->builder, d->x.from - RGM_FRAME_SMALL_GAP,
                                  rgm_scale_place (&d->y, value) + size * RGM_TEXT_BASELINE, label, &style);
    }
  rgm_scene_builder_end_group (d->builder);
}

/* ── Points ──────────────────────────────────────────────────────────────────── */

static double
get_marker_size (ScatterDrawing        *d,
                 const RgmScatterPoint *point)
{
  double most = d->sizes.body * LARGEST_MARKER, least = d->sizes.body * SMALLEST_MARKER;

  if (!(point->weight > 0) || !(d->heaviest > 0))
    return least;

  return MAX (most * sqrt (point->weight / d->heaviest), least);
}

static RgmRect
get_marker_rect (ScatterDrawing        *d,
                 const RgmScatterPoint *point)
{
  double size = get_marker_size (d, point) * MARKER_MARGIN;

  return (RgmRect) {
    rgm_scale_place (&d->x, point->x) - size / 2, rgm_scale_place (&d->y, point->y) - size / 2, size, size,
  };
}

static gboolean
is_shown (ScatterDrawing        *d,
          const RgmScatterPoint *point)
{
  return rgm_scale_has (&d->x, point->x) && rgm_scale_has (&d->y, point->y);
}

static gboolean
is_free (ScatterDrawing *d,
         const RgmRect  *rect)
{
  if (rect->x < d->x.from || rect->x + rect->width > d->x.to || rect->y < d->y.to || rect->y + rect->height > d->y.from)
    return FALSE;
  for (guint i = 0; i < d->taken->len; i++)
    if (rgm_rect_intersects (rect, &g_array_index (d->taken, RgmRect, i)))
      return FALSE;

  return TRUE;
}

/* The positions of a label relative to its marker, best first: at the corners, away from the whiskers, then directly beside it. */
static const struct
{
  int across;
  int down;
} label_places[] = { { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 }, { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 } };

/* What is asked of a label's place, less with each. */
typedef enum
{
  LABEL_CLEAR,    /* a line to it crosses nothing, and it is nearest to its own marker and beside the whiskers */
  LABEL_OVER,     /* it is over the marker, or under it, on the whisker or beyond its end */
  LABEL_OVERLAID, /* a line to it crosses only markers that lie on its own */
  LABEL_ANYWHERE, /* there is room */
} LabelDemand;

/* A label that is placed, and the line that leads to it where it is away from its marker. */
typedef struct
{
  RgmRect  rect;
  gboolean has_leader;
  RgmPoint from;
  RgmPoint to;
} LabelPlace;

static double
get_gap (const RgmRect *a,
         const RgmRect *b)
{
  double across = MAX (0, MAX (a->x - b->x - b->width, b->x - a->x - a->width));
  double down = MAX (0, MAX (a->y - b->y - b->height, b->y - a->y - a->height));

  return hypot (across, down);
}

/* Whether a reader takes a label for that of its marker, since every other one is farther from it. */
static gboolean
is_told_apart (ScatterDrawing *d,
               const RgmRect  *label,
               const RgmRect  *marker)
{
  double clear = get_gap (label, marker) + d->sizes.small * CLEARANCE;

  for (guint i = 0; i < d->n_markers; i++)
    {
      const RgmRect *other = &g_array_index (d->taken, RgmRect, i);

      if ((other->x != marker->x || other->y != marker->y) && get_gap (label, other) < clear)
        return FALSE;
    }

  return TRUE;
}

/* Leads from the edge of a marker to the nearest point of its label; FALSE where that would cross another marker or label. */
static gboolean
lead_to (ScatterDrawing *d,
         const RgmRect  *marker,
         LabelDemand     demand,
         LabelPlace     *place)
{
  const RgmRect *label = &place->rect;
  double x = marker->x + marker->width / 2, y = marker->y + marker->height / 2;
  double across, down, length, radius = marker->width / 2;

  place->to = (RgmPoint) { CLAMP (x, label->x, label->x + label->width), CLAMP (y, label->y, label->y + label->height) };
  across = place->to.x - x;
  down = place->to.y - y;
  length = hypot (across, down);
  if (length <= radius)
    return FALSE;

  place->from = (RgmPoint) { x + across / length * radius, y + down / length * radius };
  for (double at = radius; at < length; at++)
    for (guint i = 0; i < d->taken->len; i++)
      {
        const RgmRect *other = &g_array_index (d->taken, RgmRect, i);

        if ((other->x != marker->x || other->y != marker->y) &&
            (demand < LABEL_OVERLAID || !rgm_rect_intersects (other, marker)) &&
            get_gap (other, &(RgmRect) { x + across / length * at, y + down / length * at, 0, 0 }) <= 0)
          return FALSE;
      }

  return TRUE;
}

/* Whether a label may be in a place that is free: at its marker it is nearest to it, and away from it a line leads there. */
static gboolean
is_good (ScatterDrawing *d,
         const RgmRect  *marker,
         LabelDemand     demand,
         guint           side,
         LabelPlace     *place)
{
  if (!place->has_leader)
    return is_told_apart (d, &place->rect, marker);

  return label_places[side].down != 0 && (demand > LABEL_CLEAR || label_places[side].across != 0) &&
         lead_to (d, marker, demand, place);
}

/* Looks for a free place @off away from the marker. */
static gboolean
find_place (ScatterDrawing *d,
            const RgmRect  *marker,
            double          width,
            double          off,
            LabelDemand     demand,
            LabelPlace     *place)
{
  double height = d->sizes.small * LABEL_HEIGHT;

  for (guint i = 0; i < G_N_ELEMENTS (label_places); i++)
    {
      int across = label_places[i].across, down = label_places[i].down;
      double middle_x = marker->x + marker->width / 2 + across * (marker->width / 2 + width / 2 + MAX (off, 1));
      double middle_y = marker->y + marker->height / 2 + down * (marker->height / 2 + height * (across == 0 ? 0.5 : 0.2) + off);

      *place = (LabelPlace) { .rect = { middle_x - width / 2, middle_y - height / 2, width, height }, .has_leader = off > 0 };
      if (!is_free (d, &place->rect))
        continue;
      if (is_good (d, marker, demand, i, place) || demand == LABEL_ANYWHERE)
        return TRUE;
    }

  return FALSE;
}

static void
draw_label (ScatterDrawing        *d,
            const RgmScatterPoint *point)
{
  const RgmTextStyle style = { .size = d->sizes.small };
  const RgmStyle leader = { .stroke = RGM_INK_MUTED, .line_width = RGM_HAIRLINE };
  RgmRect marker = get_marker_rect (d, point);
  LabelPlace place;
  gboolean found = FALSE;
  double width, step = style.size * LABEL_HEIGHT;

  if (point->label == NULL)
    return;

  width = rgm_text_measure_get_width (d->layout->measure, point->label, style.size, style.weight);
  for (guint demand = LABEL_CLEAR; !found && demand <= LABEL_ANYWHERE; demand++)
    for (guint round = 0; !found && round <= LEADER_ROUNDS; round++)
      found = find_place (d, &marker, width, round * step, (LabelDemand) demand, &place);
  if (!found)
    return;

  if (place.has_leader)
    rgm_scene_builder_add_line (d->builder, place.from.x, place.from.y, place.to.x, place.to.y, &leader);
  rgm_scene_builder_add_text (d->builder, place.rect.x, place.rect.y + style.size * LABEL_ASCENT, point->label, &style);
  g_array_append_val (d->taken, place.rect);
}

static void
draw_point (ScatterDrawing        *d,
            const RgmScatterPoint *point)
{
  const RgmStyle fill = { .fill = rgm_series_get_ink (point->series) };
  RgmWhisker whisker = { .ink = fill.fill, .line_width = RGM_HAIRLINE, .arrow = d->sizes.body * ARROW };
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

/* Heaviest first: their labels are placed before the others, and lighter points lie on top of heavier ones. */
static void
draw_points (ScatterDrawing *d)
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

  d->n_markers = d->taken->len;
  g_ptr_array_sort (points, compare_weights);
  for (guint i = 0; i < points->len; i++)
    draw_point (d, g_ptr_array_index (points, i));
}

/* ── The whole ───────────────────────────────────────────────────────────────── */

/**
 * rgm_scatter_plot_lay_out:
 * @self: a plot
 * @layout: the layout
 *
 * Returns: (transfer full): the scene
 */
RgmScene *
rgm_scatter_plot_lay_out (const RgmScatterPlot *self,
                          const RgmLayout  *layout)
{
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (layout->measure, layout->width, layout->direction);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RgmRect));
  g_autoptr (GArray) x_ticks = NULL;
  g_autoptr (GArray) y_ticks = NULL;
  ScatterDrawing d = { .plot = self, .layout = layout, .builder = builder, .taken = taken };
  double base = MAX (layout->base, layout->floor);
  double over, under, height, plot_height;

  /* Type shrinks only if the plot would otherwise be too flat to read. */
  for (;; base = MAX (base * RGM_TYPE_STEP, layout->floor))
    {
      rgm_type_sizes_init (&d.sizes, base, layout->floor);
      rgm_frame_plan_init (&d.frame, &self->frame, layout, &d.sizes);
      over = self->y.title != NULL ? d.sizes.small * Y_TITLE : d.sizes.small;
      under = RGM_FRAME_SMALL_GAP + d.sizes.small * (self->x.title != NULL ? TITLED_AXIS : AXIS);
      plot_height = layout->height > 0 ? layout->height - d.frame.head - over - under - d.frame.foot : layout->width * USUAL_SHAPE;
      if (plot_height >= MIN_HEIGHT * base || base <= layout->floor)
        break;
    }
  plot_height = CLAMP (plot_height, MIN_HEIGHT * base, layout->width);
  height = MAX (d.frame.head + over + plot_height + under + d.frame.foot, layout->height);

  choose_scales (&d);
  d.y.from = d.frame.head + over + plot_height;
  d.y.to = d.frame.head + over;
  d.x.to = layout->width - d.frame.margin - d.sizes.small;
  y_ticks = rgm_scale_get_ticks (&d.y, layout->measure, d.sizes.small);
  d.x.from = d.frame.margin + RGM_FRAME_SMALL_GAP + get_widest_label (&d, &d.y, y_ticks);
  d.x.to = MAX (d.x.to, d.x.from + 1);
  x_ticks = rgm_scale_get_ticks (&d.x, layout->measure, d.sizes.small);

  rgm_frame_plan_draw_head (&d.frame, builder, 0, 1);
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_DRAWING, "drawing", NULL, NULL);
  draw_axes (&d, x_ticks, y_ticks);
  draw_points (&d);
  rgm_scene_builder_end_group (builder);
  rgm_frame_plan_draw_foot (&d.frame, builder, d.y.from + under);

  return rgm_scene_builder_finish (builder, height);
}
