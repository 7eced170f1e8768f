/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-curve-plot-private.h"

#include <math.h>

#include "rgm-glyphs.h"

/* Widths of lines, in points. */
#define CURVE_WIDTH 2.0
#define FEW_WIDTH 1.0
#define STROKE_WIDTH 1.25

/* Censoring marks: half their height, in b, and the least distance between them, in points. */
#define STROKE_HEIGHT 0.3
#define TOUCH 2.5

/* Half the size of the cross at a published point, in points. */
#define POINT_HALF 2.0

/* A curve with more censoring marks than this shows none. */
#define MAX_STROKES 60

/* Relative to the type size: a tick's label, a row of the table. */
#define TICK_LABEL 1.0
#define AXIS_TITLE 2.4
#define LINE_HEIGHT 1.35
#define TICK_LENGTH 3.0

static double
get_tick (const RgmCurveLayout *d,
          guint                 index)
{
  return rgm_scale_place (&d->x, g_array_index (d->plot->ticks, double, index));
}

/* ── Axes ────────────────────────────────────────────────────────────────────── */

static void
draw_axes (const RgmCurveLayout *d)
{
  const RgmStyle grid = { .stroke = RGM_INK_GRID, .line_width = RGM_HAIRLINE };
  const RgmStyle axis = { .stroke = RGM_INK_AXIS, .line_width = RGM_HAIRLINE };
  RgmTextStyle style = { .size = d->sizes.small, .ink = RGM_INK_MUTED };
  g_autoptr (GArray) percents = rgm_scale_get_ticks (&d->y, d->layout->measure, style.size);
  double bottom = d->y.from;

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_GRID, NULL, NULL, NULL);
  for (guint i = 0; i < percents->len; i++)
    {
      double y = rgm_scale_place (&d->y, g_array_index (percents, double, i));

      rgm_scene_builder_add_line (d->builder, d->x.from, y, d->x.to, y, &grid);
    }
  rgm_scene_builder_end_group (d->builder);

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_AXIS, "axis", NULL, NULL);
  rgm_scene_builder_set_area (d->builder, &(RgmRect) { d->x.from, d->y.to, d->x.to - d->x.from, bottom - d->y.to });
  rgm_scene_builder_add_line (d->builder, d->x.from, bottom, d->x.to, bottom, &axis);
  if (d->plot->y.title != NULL)
    rgm_scene_builder_add_text (d->builder, d->left,
                                d->y.to - style.size * (d->plot->landmarks->len > 0 ? 1 + LINE_HEIGHT : 1),
                                d->plot->y.title, &style);
  if (d->plot->x.title != NULL)
    rgm_scene_builder_add_text (d->builder, d->x.from, bottom + RGM_FRAME_SMALL_GAP + style.size * AXIS_TITLE,
                                d->plot->x.title, &style);

  style.anchor = RGM_ANCHOR_MIDDLE;
  for (guint i = 0; i < d->plot->ticks->len; i++)
    {
      g_autofree char *label = rgm_scale_label (&d->x, g_array_index (d->plot->ticks, double, i));

      rgm_scene_builder_add_line (d->builder, get_tick (d, i), bottom, get_tick (d, i), bottom + TICK_LENGTH, &axis);
      rgm_scene_builder_add_text (d->builder, get_tick (d, i), bottom + RGM_FRAME_SMALL_GAP + style.size * TICK_LABEL,
                                  label, &style);
    }
  style.anchor = RGM_ANCHOR_END;
  for (guint i = 0; i < percents->len; i++)
    {
      double percent = g_array_index (percents, double, i);
      g_autofree char *label = rgm_scale_label (&d->y, percent);

      rgm_scene_builder_add_text (d->builder, d->x.from - RGM_FRAME_SMALL_GAP,
                                  rgm_scale_place (&d->y, percent) + style.size * RGM_TEXT_BASELINE, label, &style);
    }
  rgm_scene_builder_end_group (d->builder);
}

/* Landmark times, and the lines that lead to the medians. */
static void
draw_references (const RgmCurveLayout *d)
{
  const RgmStyle line = { .stroke = RGM_INK_REFERENCE, .line_width = RGM_HAIRLINE, .dash = RGM_DASH_DASHED };
  const RgmTextStyle style = { .size = d->sizes.small, .ink = RGM_INK_REFERENCE, .anchor = RGM_ANCHOR_MIDDLE };
  double half = rgm_scale_place (&d->y, (d->y.lower + d->y.upper) / 2), farthest = -1;

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_REFERENCE, "medians", NULL, NULL);
  for (guint i = 0; i < d->plot->curves->len; i++)
    {
      double median = rgm_curve_layout_get_curve (d, i)->median;

      if (!isfinite (median) || median > d->x.upper)
        continue;
      farthest = MAX (farthest, median);
      rgm_scene_builder_add_line (d->builder, rgm_scale_place (&d->x, median), half,
                                  rgm_scale_place (&d->x, median), d->y.from, &line);
    }
  if (farthest >= 0)
    rgm_scene_builder_add_line (d->builder, d->x.from, half, rgm_scale_place (&d->x, farthest), half, &line);
  rgm_scene_builder_end_group (d->builder);

  for (guint i = 0; i < d->plot->landmarks->len; i++)
    {
      const RgmCurveLandmark *landmark = &g_array_index (d->plot->landmarks, RgmCurveLandmark, i);
      g_autofree char *id = g_strdup_printf ("landmark %u", i + 1);
      double x = rgm_scale_place (&d->x, landmark->time);

      if (!rgm_scale_has (&d->x, landmark->time))
        continue;
      rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_REFERENCE, id,
                                     landmark->sentence != NULL ? landmark->sentence : landmark->label, NULL);
      rgm_scene_builder_add_line (d->builder, x, d->y.to, x, d->y.from, &line);
      rgm_scene_builder_add_text (d->builder, x, d->y.to - style.size * RGM_TEXT_BASELINE, landmark->label, &style);
      rgm_scene_builder_end_group (d->builder);
    }
}

/* ── Curves ──────────────────────────────────────────────────────────────────── */

static double
get_percent_at (const RgmCurve *curve,
                double          time)
{
  double percent = curve->steps[0].percent;

  for (guint i = 0; i < curve->n_steps && curve->steps[i].time <= time; i++)
    percent = curve->steps[i].percent;

  return percent;
}

/**
 * rgm_curve_layout_place_strokes:
 * @d: a layout
 * @curve: one of its curves
 *
 * Returns: (transfer full) (element-type double): the times at which censoring marks are drawn: none that would touch the one
 *   before, and none at all if they would hide the curve
 */
GArray *
rgm_curve_layout_place_strokes (const RgmCurveLayout *d,
                                const RgmCurve       *curve)
{
  GArray *strokes = g_array_new (FALSE, FALSE, sizeof (double));
  double last = -G_MAXDOUBLE;

  for (guint i = 0; i < curve->n_censored && curve->censored[i] <= d->x.upper; i++)
    {
      double x = rgm_scale_place (&d->x, curve->censored[i]);

      if (x - last < TOUCH)
        continue;
      g_array_append_val (strokes, curve->censored[i]);
      last = x;
    }
  if (strokes->len > MAX_STROKES)
    g_array_set_size (strokes, 0);

  return strokes;
}

static void
draw_censored (const RgmCurveLayout *d,
               const RgmCurve       *curve)
{
  const RgmStyle line = { .stroke = rgm_series_get_ink (curve->series), .line_width = STROKE_WIDTH };
  double half = d->sizes.body * STROKE_HEIGHT;
  g_autoptr (GArray) strokes = rgm_curve_layout_place_strokes (d, curve);

  for (guint i = 0; i < strokes->len; i++)
    {
      double time = g_array_index (strokes, double, i);
      double x = rgm_scale_place (&d->x, time);
      double y = rgm_scale_place (&d->y, get_percent_at (curve, time));

      rgm_scene_builder_add_line (d->builder, x, y - half, x, y + half, &line);
    }
}

/* In ink, for they are not the curve's own. */
static void
draw_points (const RgmCurveLayout *d,
             const RgmCurve       *curve)
{
  const RgmStyle line = { .stroke = RGM_INK_REFERENCE, .line_width = RGM_HAIRLINE };
  double last_x = -G_MAXDOUBLE, last_y = -G_MAXDOUBLE;

  for (guint i = 0; i < curve->n_points; i++)
    {
      double x = rgm_scale_place (&d->x, curve->points[i].time);
      double y = rgm_scale_place (&d->y, curve->points[i].percent);

      if (curve->points[i].time > d->x.upper || hypot (x - last_x, y - last_y) < POINT_HALF)
        continue;
      rgm_scene_builder_add_line (d->builder, x - POINT_HALF, y - POINT_HALF, x + POINT_HALF, y + POINT_HALF, &line);
      rgm_scene_builder_add_line (d->builder, x - POINT_HALF, y + POINT_HALF, x + POINT_HALF, y - POINT_HALF, &line);
      last_x = x;
      last_y = y;
    }
}

static int
compare_ends (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const RgmCurveLayout *d = data;
  const RgmCurve *left = rgm_curve_layout_get_curve (d, *(const guint *) a), *right = rgm_curve_layout_get_curve (d, *(const guint *) b);
  double left_end = get_percent_at (left, rgm_curve_layout_get_end (d, left)), right_end = get_percent_at (right, rgm_curve_layout_get_end (d, right));

  if (left_end != right_end)
    return left_end > right_end ? -1 : 1;

  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* The position of each curve's label: level with its end but below the label above it, and within the plot as far as possible. */
static double *
place_labels (const RgmCurveLayout *d,
              const guint          *order,
              char               ***lines)
{
  guint n = d->plot->curves->len;
  double *tops = g_new0 (double, n);
  double line = d->sizes.small * LINE_HEIGHT;
  double bottom = d->y.to, limit = d->y.from;

  for (guint i = 0; i < n; i++)
    {
      const RgmCurve *curve = rgm_curve_layout_get_curve (d, order[i]);
      double height = g_strv_length (lines[order[i]]) * line;
      double top = rgm_scale_place (&d->y, get_percent_at (curve, rgm_curve_layout_get_end (d, curve))) - height / 2;

      tops[order[i]] = MAX (top, bottom);
      bottom = tops[order[i]] + height;
    }
  for (guint i = n; i > 0; i--)
    {
      double height = g_strv_length (lines[order[i - 1]]) * line;

      tops[order[i - 1]] = MIN (tops[order[i - 1]], limit - height);
      limit = tops[order[i - 1]];
    }

  return tops;
}

static void
draw_label (const RgmCurveLayout *d,
            const RgmCurve       *curve,
            char                **lines,
            double                top)
{
  const RgmTextStyle style = { .size = d->sizes.small, .ink = rgm_series_get_ink (curve->series) };
  const RgmStyle leader = { .stroke = RGM_INK_AXIS, .line_width = RGM_HAIRLINE };
  double line = style.size * LINE_HEIGHT;
  double end = rgm_scale_place (&d->x, rgm_curve_layout_get_end (d, curve));
  double y = rgm_scale_place (&d->y, get_percent_at (curve, rgm_curve_layout_get_end (d, curve)));
  double middle = top + g_strv_length (lines) * line / 2;

  if (lines[0] == NULL)
    return;

  rgm_scene_builder_add_line (d->builder, end, y, d->x.to + RGM_FRAME_SMALL_GAP, middle, &leader);
  for (guint i = 0; lines[i] != NULL; i++)
    rgm_scene_builder_add_text (d->builder, d->x.to + 2 * RGM_FRAME_SMALL_GAP,
                                top + line * (i + 0.5) + style.size * RGM_TEXT_BASELINE, lines[i], &style);
}

/* What each step says, for keyboard navigation: from its drop to the next. */
static void
draw_step_sentences (const RgmCurveLayout *d,
                     const RgmCurve       *curve)
{
  double end = rgm_curve_layout_get_end (d, curve);

  for (guint i = 0; curve->step_sentences != NULL && i < curve->n_steps && curve->steps[i].time <= end; i++)
    {
      g_autofree char *id = NULL;
      double from = rgm_scale_place (&d->x, curve->steps[i].time), to;
      double before = rgm_scale_place (&d->y, curve->steps[i > 0 ? i - 1 : 0].percent), after = rgm_scale_place (&d->y, curve->steps[i].percent);

      if (curve->step_sentences[i] == NULL)
        continue;
      id = g_strdup_printf ("%s step %u", curve->id, i);
      to = rgm_scale_place (&d->x, i + 1 < curve->n_steps ? MIN (curve->steps[i + 1].time, end) : end);
      rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_MARK, id, curve->step_sentences[i], curve->target);
      rgm_scene_builder_set_area (d->builder, &(RgmRect) { from - CURVE_WIDTH, MIN (before, after) - CURVE_WIDTH, to - from + 2 * CURVE_WIDTH,
                                                           fabs (after - before) + 2 * CURVE_WIDTH });
      rgm_scene_builder_end_group (d->builder);
    }
}

static void
draw_curves (const RgmCurveLayout *d,
             const guint          *order)
{
  guint n = d->plot->curves->len;
  g_autofree char ***lines = g_new0 (char **, n + 1);
  g_autofree double *tops = NULL;

  for (guint i = 0; i < n; i++)
    lines[i] = rgm_text_measure_wrap (d->layout->measure, rgm_curve_layout_get_curve (d, i)->label != NULL ? rgm_curve_layout_get_curve (d, i)->label : "",
                                      d->sizes.small, RGM_WEIGHT_REGULAR, d->end_width * (1 - RGM_TEXT_SLACK));
  tops = place_labels (d, order, lines);

  /* the bands behind all curves */
  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_GRID, "bands", NULL, NULL);
  for (guint i = 0; i < n; i++)
    rgm_curve_layout_draw_band (d, rgm_curve_layout_get_curve (d, i));
  rgm_scene_builder_end_group (d->builder);
  rgm_curve_layout_draw_area (d);

  for (guint i = 0; i < n; i++)
    {
      const RgmCurve *curve = rgm_curve_layout_get_curve (d, order[i]);
      double few_from = isnan (curve->few_from) ? G_MAXDOUBLE : curve->few_from;

      rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_MARK, curve->id, curve->sentence, curve->target);
      rgm_curve_layout_draw_steps (d, curve, 0, few_from, CURVE_WIDTH);
      if (few_from < rgm_curve_layout_get_end (d, curve))
        rgm_curve_layout_draw_steps (d, curve, few_from, G_MAXDOUBLE, FEW_WIDTH);
      draw_censored (d, curve);
      draw_points (d, curve);
      draw_label (d, curve, lines[order[i]], tops[order[i]]);
      rgm_scene_builder_end_group (d->builder);
      draw_step_sentences (d, curve);
      g_strfreev (lines[order[i]]);
    }
}

/* ── Table ───────────────────────────────────────────────────────────────────── */

/* What the table says at each tick of a curve, for keyboard navigation. */
static void
draw_tick_sentences (const RgmCurveLayout *d,
                     guint                 curve,
                     double                top,
                     double                bottom)
{
  for (guint i = 0; i < d->plot->tick_sentences->len; i++)
    {
      const RgmCurveTicks *ticks = &g_array_index (d->plot->tick_sentences, RgmCurveTicks, i);

      if (ticks->curve != curve)
        continue;
      for (guint tick = 0; tick < d->plot->ticks->len; tick++)
        {
          g_autofree char *id = g_strdup_printf ("%s tick %u", rgm_curve_layout_get_curve (d, curve)->id, tick);
          double from = tick > 0 ? (get_tick (d, tick - 1) + get_tick (d, tick)) / 2 : d->x.from;
          double to = tick + 1 < d->plot->ticks->len ? (get_tick (d, tick) + get_tick (d, tick + 1)) / 2 : d->x.to;

          rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_MARK, id, ticks->sentences[tick], rgm_curve_layout_get_curve (d, curve)->target);
          rgm_scene_builder_set_area (d->builder, &(RgmRect) { from, top, to - from, bottom - top });
          rgm_scene_builder_end_group (d->builder);
        }
    }
}

/* A block for each curve, in the order of the curves' ends: its name, and rows of numbers under the ticks. */
static void
draw_table (const RgmCurveLayout *d,
            const guint          *order)
{
  const RgmTextStyle title = { .size = d->sizes.small, .ink = RGM_INK_MUTED };
  const RgmTextStyle number = { .size = d->sizes.small, .anchor = RGM_ANCHOR_MIDDLE };
  double line = d->sizes.small * LINE_HEIGHT;
  double y = d->y.from + d->under_axis + 2 * RGM_FRAME_SMALL_GAP;

  if (d->plot->counts->len == 0)
    return;

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_TABLE, "table", NULL, NULL);
  for (guint i = 0; i < d->plot->curves->len; i++)
    {
      const RgmCurve *curve = rgm_curve_layout_get_curve (d, order[i]);
      const RgmTextStyle name = {
        .size = d->sizes.small, .weight = RGM_WEIGHT_BOLD, .ink = rgm_series_get_ink (curve->series),
      };
      gboolean named = FALSE;
      double top = y;

      for (guint j = 0; j < d->plot->counts->len; j++)
        {
          const RgmCurveCounts *counts = &g_array_index (d->plot->counts, RgmCurveCounts, j);

          if (counts->curve != order[i])
            continue;
          if (!named)
            {
              rgm_scene_builder_add_text (d->builder, d->left, y + d->sizes.small, curve->label, &name);
              y += line;
              named = TRUE;
            }
          rgm_scene_builder_add_text (d->builder, d->left, y + d->sizes.small, counts->title, &title);
          for (guint tick = 0; tick < d->plot->ticks->len; tick++)
            rgm_scene_builder_add_text (d->builder, get_tick (d, tick), y + d->sizes.small, counts->cells[tick], &number);
          y += line;
        }
      draw_tick_sentences (d, order[i], top, y);
    }
  rgm_scene_builder_end_group (d->builder);
}

void
rgm_curve_layout_draw (const RgmCurveLayout *d)
{
  guint n = d->plot->curves->len;
  g_autofree guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_ends, (gpointer) d);

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_DRAWING, "drawing", NULL, NULL);
  draw_axes (d);
  draw_references (d);
  draw_curves (d, order);
  draw_table (d, order);
  rgm_scene_builder_end_group (d->builder);
}
