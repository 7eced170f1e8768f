/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-curve-repair.h"

#include <math.h>
#include <stdlib.h>

/* Above this a curve can only be in percent. */
#define LARGEST_PROPORTION 1.5
/* The tolerance for digitising errors: beyond 0 or 1, and before time 0 as a fraction of the total time. */
#define SLIP 0.01
/* A curve of events begins below this and rises by at least that. */
#define FAILURE_BEGINS 0.3
#define FAILURE_RISES 0.05
#define SAME 1e-9

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const RgmCurvePoint *one = a, *other = b;

  if (one->time != other->time)
    return one->time < other->time ? -1 : 1;

  return one->survival > other->survival ? -1 : one->survival < other->survival;
}

/* The nearest curve that never rises, in squares: pools adjacent violators. Ayer et al.,
 * Ann Math Stat 1955;26:641. */
static void
make_monotone (RgmCurvePoint *points,
               gsize          n)
{
  g_autofree double *means = g_new (double, n);
  g_autofree gsize *sizes = g_new (gsize, n);
  gsize blocks = 0;

  for (gsize i = 0; i < n; i++)
    {
      means[blocks] = points[i].survival;
      sizes[blocks++] = 1;
      for (; blocks > 1 && means[blocks - 1] > means[blocks - 2]; blocks--)
        {
          double size = (double) (sizes[blocks - 2] + sizes[blocks - 1]);

          means[blocks - 2] = (means[blocks - 2] * (double) sizes[blocks - 2] + means[blocks - 1] * (double) sizes[blocks - 1]) / size;
          sizes[blocks - 2] += sizes[blocks - 1];
        }
    }

  for (gsize block = 0, i = 0; block < blocks; block++)
    for (gsize j = 0; j < sizes[block]; j++)
      points[i++].survival = means[block];
}

/**
 * rgm_curve_repair:
 * @points: (array length=n): points of one curve, in any order, as proportions or in
 *   percent
 * @n: how many
 * @repair: (out caller-allocates): what was found and done
 * @repaired: (out) (transfer full) (element-type RgmCurvePoint): the curve: by time, from 1
 *   at time 0, never rising; %NULL unless the result is %RGM_REASON_NONE
 * @given: (out) (transfer full) (element-type RgmCurvePoint): the points as they were given,
 *   by time and as proportions of survival
 * @at_fault: (out): the index in @points of one that is too far out to be repaired
 *
 * Makes a survival curve of digitised points. No point is dropped: those that contradict
 * one another are moved, as little as will do, and what was moved is told.
 *
 * Returns: %RGM_REASON_NONE; %RGM_REASON_NO_POINTS; %RGM_REASON_RANGE with @at_fault set
 *   where a point is not finite, is beyond 0 or 1 by more than 0.01, or before time 0 by
 *   more than a hundredth of the time
 */
RgmReason
rgm_curve_repair (const RgmCurvePoint  *points,
                  gsize                 n,
                  RgmCurveRepair       *repair,
                  GArray              **repaired,
                  GArray              **given,
                  gsize                *at_fault)
{
  g_autoptr (GArray) curve = g_array_sized_new (FALSE, FALSE, sizeof (RgmCurvePoint), (guint) n + 1);
  g_autoptr (GArray) original = NULL;
  double largest = -INFINITY, last = 0.0, scale;
  RgmCurvePoint start = { 0.0, 1.0 };
  RgmCurvePoint *sorted;

  *repair = (RgmCurveRepair) { 0 };
  *repaired = *given = NULL;
  *at_fault = 0;
  if (n == 0)
    return RGM_REASON_NO_POINTS;

  for (gsize i = 0; i < n; i++)
    {
      if (!isfinite (points[i].time) || !isfinite (points[i].survival))
        {
          *at_fault = i;
          return RGM_REASON_RANGE;
        }
      largest = MAX (largest, points[i].survival);
      last = MAX (last, points[i].time);
    }
  repair->percent = largest > LARGEST_PROPORTION;
  scale = repair->percent ? 100.0 : 1.0;

  for (gsize i = 0; i < n; i++)
    {
      RgmCurvePoint point = { points[i].time, points[i].survival / scale };

      if (point.survival > 1.0 + SLIP || point.survival < -SLIP || point.time < -SLIP * last || last <= 0.0)
        {
          *at_fault = i;
          return RGM_REASON_RANGE;
        }
      if (point.time < 0.0)
        {
          point.time = 0.0;
          repair->n_negative++;
        }
      g_array_append_val (curve, point);
    }

  sorted = (RgmCurvePoint *) (gpointer) curve->data;
  qsort (sorted, n, sizeof *sorted, compare_points);
  if (sorted[0].survival < FAILURE_BEGINS && sorted[n - 1].survival > sorted[0].survival + FAILURE_RISES)
    {
      repair->failure = TRUE;
      for (gsize i = 0; i < n; i++)
        sorted[i].survival = 1.0 - sorted[i].survival;
      qsort (sorted, n, sizeof *sorted, compare_points);
    }

  original = g_array_copy (curve);
  for (gsize i = 0; i < n; i++)
    sorted[i].survival = CLAMP (sorted[i].survival, 0.0, 1.0);
  make_monotone (sorted, n);
  for (gsize i = 0; i < n; i++)
    {
      double move = fabs (sorted[i].survival - g_array_index (original, RgmCurvePoint, i).survival);

      repair->n_moved += move > SAME;
      repair->largest_move = MAX (repair->largest_move, move);
    }
  if (sorted[0].time > 0.0 || sorted[0].survival < 1.0)
    g_array_insert_val (curve, 0, start);

  *repaired = g_steal_pointer (&curve);
  *given = g_steal_pointer (&original);

  return RGM_REASON_NONE;
}
