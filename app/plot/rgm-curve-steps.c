/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-curve-plot-private.h"

/* Steps closer than this, in points, are drawn as one. */
#define STEP_APART 0.1

double
rgm_curve_layout_get_end (const RgmCurveLayout *d,
         const RgmCurve       *curve)
{
  return MIN (curve->end, d->x.upper);
}

/* When a step is left. */
static double
get_until (const RgmCurveLayout *d,
           const RgmCurve       *curve,
           guint                 step)
{
  return step + 1 < curve->n_steps ? MIN (curve->steps[step + 1].time, rgm_curve_layout_get_end (d, curve)) : rgm_curve_layout_get_end (d, curve);
}

/* A step as drawn, or several that are too close to be drawn separately. */
typedef struct
{
  double from;
  double to;
  double start;    /* the curve at the first of them */
  double percent;
  double lower;
  double upper;
} CurveRun;

/* The steps from one index to before another, up to a time. */
static GArray *
list_runs (const RgmCurveLayout *d,
           const RgmCurve       *curve,
           guint                 first,
           guint                 after,
           double                until)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (CurveRun));

  for (guint i = first, last; i < after && curve->steps[i].time <= until; i = last + 1)
    {
      double x = rgm_scale_place (&d->x, curve->steps[i].time);
      CurveRun run = { .from = curve->steps[i].time, .start = curve->steps[i].percent };

      for (last = i; last + 1 < after && rgm_scale_place (&d->x, curve->steps[last + 1].time) - x < STEP_APART;)
        last++;
      run.to = MIN (get_until (d, curve, last), until);
      run.percent = curve->steps[last].percent;
      run.lower = curve->steps[last].lower;
      run.upper = curve->steps[last].upper;
      g_array_append_val (runs, run);
    }

  return runs;
}

static void
line_to (const RgmCurveLayout *d,
         double                time,
         double                value)
{
  rgm_scene_builder_line_to (d->builder, rgm_scale_place (&d->x, time), rgm_scale_place (&d->y, value));
}

static void
move_to (const RgmCurveLayout *d,
         double                time,
         double                value)
{
  rgm_scene_builder_move_to (d->builder, rgm_scale_place (&d->x, time), rgm_scale_place (&d->y, value));
}

/* The band is stepped like its curve; it is absent where a bound is missing. */
void
rgm_curve_layout_draw_band (const RgmCurveLayout *d,
           const RgmCurve       *curve)
{
  const RgmStyle band = { .fill = rgm_series_get_ink (curve->series), .translucent = TRUE };

  for (guint first = 0, after; first < curve->n_steps; first = after)
    {
      g_autoptr (GArray) runs = NULL;

      after = first + 1;
      if (isnan (curve->steps[first].lower) || isnan (curve->steps[first].upper))
        continue;
      while (after < curve->n_steps && !isnan (curve->steps[after].lower) && !isnan (curve->steps[after].upper))
        after++;

      runs = list_runs (d, curve, first, after, rgm_curve_layout_get_end (d, curve));
      for (guint i = 0; i < runs->len; i++)
        {
          const CurveRun *run = &g_array_index (runs, CurveRun, i);

          if (i == 0)
            move_to (d, run->from, run->upper);
          else
            line_to (d, run->from, run->upper);
          line_to (d, run->to, run->upper);
        }
      for (guint i = runs->len; i > 0; i--)
        {
          const CurveRun *run = &g_array_index (runs, CurveRun, i - 1);

          line_to (d, run->to, run->lower);
          line_to (d, run->from, run->lower);
        }
      if (runs->len == 0)
        continue;
      rgm_scene_builder_close_path (d->builder);
      rgm_scene_builder_add_path (d->builder, &band);
    }
}

/* The area between two curves up to a time; a curve that ends earlier is extended. */
void
rgm_curve_layout_draw_area (const RgmCurveLayout *d)
{
  const RgmStyle style = { .fill = RGM_INK_REFERENCE, .translucent = TRUE };
  const RgmCurveArea *area = &d->plot->area;
  double until = MIN (area->until, d->x.upper);
  g_autoptr (GArray) there = NULL;
  g_autoptr (GArray) back = NULL;

  if (isnan (area->until))
    return;

  there = list_runs (d, rgm_curve_layout_get_curve (d, area->one), 0, rgm_curve_layout_get_curve (d, area->one)->n_steps, until);
  back = list_runs (d, rgm_curve_layout_get_curve (d, area->other), 0, rgm_curve_layout_get_curve (d, area->other)->n_steps, until);

  rgm_scene_builder_begin_group (d->builder, RGM_SCENE_ROLE_REFERENCE, "area", NULL, NULL);
  for (guint i = 0; i < there->len; i++)
    {
      const CurveRun *run = &g_array_index (there, CurveRun, i);

      if (i == 0)
        move_to (d, run->from, run->percent);
      else
        line_to (d, run->from, run->percent);
      line_to (d, i + 1 < there->len ? run->to : until, run->percent);
    }
  for (guint i = back->len; i > 0; i--)
    {
      const CurveRun *run = &g_array_index (back, CurveRun, i - 1);

      line_to (d, i < back->len ? run->to : until, run->percent);
      line_to (d, run->from, run->percent);
    }
  rgm_scene_builder_close_path (d->builder);
  rgm_scene_builder_add_path (d->builder, &style);
  rgm_scene_builder_end_group (d->builder);
}

/* A series that is already in use gets another dash. */
static RgmDash
get_dash (const RgmCurveLayout *d,
          const RgmCurve       *curve)
{
  guint n_before = 0;

  for (guint i = 0; rgm_curve_layout_get_curve (d, i) != curve; i++)
    n_before += rgm_curve_layout_get_curve (d, i)->series == curve->series ? 1 : 0;

  return RGM_DASH_SOLID + ((guint) rgm_series_get_dash (curve->series) - RGM_DASH_SOLID + 3 * n_before) % RGM_N_SERIES;
}

/* The steps of a curve between two times, with mitred corners. */
void
rgm_curve_layout_draw_steps (const RgmCurveLayout *d,
            const RgmCurve       *curve,
            double                from,
            double                to,
            double                width)
{
  const RgmStyle line = {
    .stroke = rgm_series_get_ink (curve->series), .line_width = width, .dash = get_dash (d, curve),
  };
  g_autoptr (GArray) runs = list_runs (d, curve, 0, curve->n_steps, rgm_curve_layout_get_end (d, curve));
  gboolean begun = FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      const CurveRun *run = &g_array_index (runs, CurveRun, i);
      double begin = MAX (run->from, from), end = MIN (run->to, to);

      if (begin > end || (begin == end && !begun))
        continue;
      if (begun)
        line_to (d, begin, run->percent);
      else
        move_to (d, begin, run->from >= from ? run->start : run->percent);
      if (!begun && run->from >= from && run->start != run->percent)
        line_to (d, begin, run->percent);
      line_to (d, end, run->percent);
      begun = TRUE;
    }
  if (begun)
    rgm_scene_builder_add_path (d->builder, &line);
}
