/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-colour-trace.h"

#include <math.h>

/* The line is sought as near as this to where a person points, in pixels. */
#define REACH 6
/* So many columns without the line are bridged: dashes, letters and other curves over it. Of the width, and at least. */
#define GAP_SHARE 0.03
#define LEAST_GAP 8
/* A run this much higher than the line is thick is a step, or the stroke of a censored patient: by its share, and in pixels, because the
 * edge of a thin line is blurred, and belongs to it here and there only. */
#define TALL 1.6
#define LEAST_TALL 1.5
/* A level of so many pixels may be what is left of a stroke. */
#define SHORT_LEVEL 3

typedef struct
{
  double red;
  double green;
  double blue;
} TraceColour;

/* Pixels of the line's colour over one another in a column. */
typedef struct
{
  int top;
  int bottom;
} ColumnRun;

typedef struct
{
  const RgmPixels *pixels;
  TraceColour      colour;
  double           tolerance;
  double           thickness;
  int              gap;
} Trace;

static TraceColour
get_colour (const RgmPixels *pixels,
            int              x,
            int              y)
{
  const guint8 *pixel = pixels->data + (gsize) y * pixels->stride + (gsize) x * (gsize) pixels->n_channels;
  double opacity = pixels->n_channels == 4 ? pixel[3] / 255.0 : 1.0;

  return (TraceColour) {
    1 - opacity * (1 - pixel[0] / 255.0),
    1 - opacity * (1 - pixel[1] / 255.0),
    1 - opacity * (1 - pixel[2] / 255.0),
  };
}

static double
get_distance (const TraceColour *a,
              const TraceColour *b)
{
  return sqrt ((pow (a->red - b->red, 2) + pow (a->green - b->green, 2) + pow (a->blue - b->blue, 2)) / 3);
}

static gboolean
is_line (const Trace *self,
         int          x,
         int          y)
{
  TraceColour here;

  if (x < 0 || y < 0 || x >= self->pixels->width || y >= self->pixels->height)
    return FALSE;
  here = get_colour (self->pixels, x, y);

  return get_distance (&here, &self->colour) <= self->tolerance;
}

static gboolean
is_tall (const Trace     *self,
         const ColumnRun *run)
{
  return run->bottom - run->top + 1 > MAX (TALL * self->thickness, self->thickness + LEAST_TALL);
}

static double
get_middle (const ColumnRun *run)
{
  return (run->top + run->bottom + 1) / 2.0;
}

static int
get_height (const ColumnRun *run)
{
  return run->bottom - run->top + 1;
}

/* The run of a column that is nearest to a height, where it is near enough. */
static gboolean
find_run (const Trace *self,
          int          x,
          double       y,
          double       reach,
          ColumnRun   *run)
{
  double nearest = INFINITY;
  gboolean is_found = FALSE;

  for (int top = MAX (0, (int) floor (y - reach)); top <= MIN (self->pixels->height - 1, (int) ceil (y + reach)); top++)
    {
      ColumnRun found = { top, top };
      double distance;

      if (!is_line (self, x, top))
        continue;
      while (is_line (self, x, found.top - 1))
        found.top--;
      while (is_line (self, x, found.bottom + 1))
        found.bottom++;
      distance = y < found.top ? found.top - y : y > found.bottom + 1 ? y - found.bottom - 1 : 0;
      if (distance <= reach && distance < nearest)
        {
          nearest = distance;
          *run = found;
          is_found = TRUE;
        }
      top = found.bottom;
    }

  return is_found;
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  int one = *(const int *) a, other = *(const int *) b;

  return one < other ? -1 : one > other;
}

/* Of most columns near the seed. */
static double
measure_thickness (const Trace *self,
                   int          x,
                   double       y)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (int));
  ColumnRun run;

  for (int column = x - 20; column <= x + 20; column++)
    if (find_run (self, column, y, 1, &run))
      {
        int height = get_height (&run);

        g_array_append_val (heights, height);
      }
  g_array_sort (heights, compare_heights);

  return heights->len > 0 ? MAX (1, g_array_index (heights, int, heights->len / 2)) : 1;
}

static void
append (GArray *points,
        double  x,
        double  y)
{
  RgmPicturePoint point = { x, y };

  g_array_append_val (points, point);
}

/* How far the line may be from where it was. In the next column it touches what was there, over a gap it may have fallen unseen. */
static double
get_reach (const Trace *self,
           int          missed)
{
  return self->thickness + (missed > 0 ? 2.0 * missed : 0);
}

/* Where the line leaves a step: the next column that has no step says it. */
static gboolean
find_level_after (const Trace     *self,
                  int              x,
                  int              step,
                  int              end,
                  const ColumnRun *tall,
                  double           level,
                  GArray          *steps,
                  double          *after,
                  int             *next)
{
  ColumnRun run = *tall;
  int top = tall->top, bottom = tall->bottom;

  for (int column = x + step, missed = 0; column != end + step && missed <= self->gap; column += step)
    {
      /* Within the step's own height the line goes on, at the far end where both ends could be. */
      gboolean found = FALSE;
      double best = -1;

      for (int y = top - 1; y <= bottom + 1; y++)
        {
          ColumnRun here;
          double distance;

          if (!is_line (self, column, y))
            continue;
          here = (ColumnRun) { y, y };
          while (is_line (self, column, here.top - 1))
            here.top--;
          while (is_line (self, column, here.bottom + 1))
            here.bottom++;
          y = here.bottom;
          distance = fabs (get_middle (&here) - level);
          if (distance > best)
            {
              best = distance;
              run = here;
              found = TRUE;
            }
        }
      if (!found)
        {
          missed++;
          run = (ColumnRun) { top, bottom };
          g_array_append_val (steps, run);
          continue;
        }
      if (is_tall (self, &run))
        {
          top = MIN (top, run.top);
          bottom = MAX (bottom, run.bottom);
          g_array_append_val (steps, run);
          continue;
        }
      *after = get_middle (&run);
      *next = column;
      return TRUE;
    }

  return FALSE;
}

/* Steps that are close make one tall piece: column by column the line has come as far as its far end. */
static void
append_steps (const Trace  *self,
              GArray       *points,
              const GArray *steps,
              int           x,
              int           step,
              double        level,
              double        after)
{
  double reached = level;

  for (guint i = 0; i < steps->len; i++)
    {
      const ColumnRun *run = &g_array_index (steps, ColumnRun, i);
      double here = after > level ? MIN (after, run->bottom + 1 - self->thickness / 2) : MAX (after, run->top + self->thickness / 2);

      if (i + 1 == steps->len)
        here = after;
      if (fabs (here - level) <= fabs (reached - level))
        continue;
      append (points, x + (int) i * step + 0.5, reached);
      append (points, x + (int) i * step + 0.5, here);
      reached = here;
    }
}

/* A level, from its first point to its second. */
#define LEVEL_START(points, level) (&g_array_index (points, RgmPicturePoint, 2 * (level)))
#define LEVEL_END(points, level) (&g_array_index (points, RgmPicturePoint, 2 * (level) + 1))

/* A survival curve goes one way. A short level to both sides of which it is on the same side is no part of it: what another curve
 * has left of a stroke. */
static void
drop_excursions (GArray *points)
{
  for (guint level = 1; 2 * level + 2 < points->len;)
    {
      double here = LEVEL_START (points, level)->y, before = LEVEL_START (points, level - 1)->y, after = LEVEL_START (points, level + 1)->y;
      gboolean is_short = fabs (LEVEL_END (points, level)->x - LEVEL_START (points, level)->x) <= SHORT_LEVEL;

      if (!is_short || (here - before) * (here - after) <= 0)
        {
          level++;
          continue;
        }
      g_array_remove_range (points, 2 * level, 2);
      /* The line goes on as before. */
      if (fabs (before - after) <= 0.5)
        g_array_remove_range (points, 2 * level - 1, 2);
      level = MAX (1, level - 1);
    }
}

/* Follows the line from a column to another. Its points are where it is level: the ends of each level. */
static void
follow (const Trace *self,
        int          x,
        double       y,
        int          end,
        GArray      *all)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RgmPicturePoint));
  int step = end >= x ? 1 : -1, missed = 0, last = x;
  double level = y;

  append (points, x + 0.5, level);
  for (int column = x + step; column != end + step && missed <= self->gap; column += step)
    {
      ColumnRun run;
      double middle;

      if (!find_run (self, column, level, get_reach (self, missed), &run))
        {
          missed++;
          continue;
        }

      if (is_tall (self, &run))
        {
          double after = level;
          int next = column;
          g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (ColumnRun));

          g_array_append_val (steps, run);

          if (!find_level_after (self, column, step, end, &run, level, steps, &after, &next))
            {
              /* The line ends in a step: it is drawn to its far end. */
              double far = fabs (run.top - level) > fabs (run.bottom + 1 - level) ? run.top + self->thickness / 2 : run.bottom + 1 - self->thickness / 2;

              if (fabs (far - level) > self->thickness && fabs (get_middle (&run) - level) > self->thickness / 2)
                {
                  append (points, column + 0.5, level);
                  append (points, column + 0.5, far);
                  level = far;
                }
              last = column;
              break;
            }
          if (fabs (after - level) > 0.5)
            {
              append_steps (self, points, steps, column, step, level, after);
              level = after;
            }
          last = column = next;
          missed = 0;
          continue;
        }

      middle = get_middle (&run);
      if (fabs (middle - level) > 0.5)
        {
          append (points, column + 0.5, level);
          append (points, column + 0.5, middle);
          level = middle;
        }
      last = column;
      missed = 0;
    }
  append (points, last + 0.5, level);
  drop_excursions (points);
  g_array_append_vals (all, points->data, points->len);
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const RgmPicturePoint *one = a, *other = b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;

  return one->y < other->y ? -1 : one->y > other->y;
}

/**
 * rgm_colour_trace:
 * @pixels: a picture
 * @seed: a place on a curve, or next to it
 * @tolerance: how far colours may differ to be the curve's, such as %RGM_TRACE_TOLERANCE
 * @from: the first column to follow it to
 * @to: the last
 *
 * Follows a stepped curve by its colour to both sides of a place on it. Strokes across it are not
 * part of it, and where another curve or a letter covers it, or it is dashed, it is bridged.
 *
 * Returns: (transfer full) (element-type RgmPicturePoint): the ends of its levels from the left to
 *   the right; none where there is no line at the place
 */
GArray *
rgm_colour_trace (const RgmPixels       *pixels,
                  const RgmPicturePoint *seed,
                  double                 tolerance,
                  int                    from,
                  int                    to)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (RgmPicturePoint));
  Trace self = { .pixels = pixels, .tolerance = tolerance, .gap = MAX (LEAST_GAP, (int) (GAP_SHARE * pixels->width)) };
  int x, y, found_x = -1, found_y = -1;
  double most = -1, nearest = INFINITY;
  ColumnRun run;

  /* No number that isn't one passes this. */
  if (!(seed->x >= 0 && seed->x < pixels->width && seed->y >= 0 && seed->y < pixels->height))
    return points;
  x = (int) floor (seed->x);
  y = (int) floor (seed->y);

  /* What differs most from white, close by, is the line. */
  for (int j = MAX (0, y - REACH); j <= MIN (pixels->height - 1, y + REACH); j++)
    for (int i = MAX (0, x - REACH); i <= MIN (pixels->width - 1, x + REACH); i++)
      {
        TraceColour here = get_colour (pixels, i, j);
        double ink = get_distance (&here, &(TraceColour) { 1, 1, 1 });
        double distance = hypot (i - x, j - y);

        if (ink > 0.15 && (distance < nearest - 1.5 || (distance <= nearest + 1.5 && ink > most)))
          {
            nearest = MIN (nearest, distance);
            most = ink;
            found_x = i;
            found_y = j;
          }
      }
  if (found_x < 0)
    return points;

  self.colour = get_colour (pixels, found_x, found_y);
  self.thickness = measure_thickness (&self, found_x, found_y);
  from = CLAMP (from, 0, pixels->width - 1);
  to = CLAMP (to, from, pixels->width - 1);
  found_x = CLAMP (found_x, from, to);
  if (!find_run (&self, found_x, found_y + 0.5, REACH, &run))
    return points;

  /* A step or a stroke is no place to begin at: the next column to the right that has neither. */
  for (int moved = 0; is_tall (&self, &run) && moved < self.gap && found_x < to; moved++)
    if (!find_run (&self, ++found_x, found_y + 0.5, get_height (&run), &run))
      return points;

  follow (&self, found_x, get_middle (&run), from, points);
  follow (&self, found_x, get_middle (&run), to, points);
  g_array_sort (points, compare_points);

  return points;
}
