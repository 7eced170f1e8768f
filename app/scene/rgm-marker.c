/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-scene-private.h"

#include <math.h>

/* How far a circle's control points are from its ends, in radii. */
#define CIRCLE_HANDLE 0.5522847498

static guint
add_polygon (RgmPathStep    *steps,
             const RgmPoint *centre,
             guint           n_corners,
             double          radius,
             double          first_angle)
{
  for (guint i = 0; i < n_corners; i++)
    {
      double angle = first_angle + 2 * G_PI * i / n_corners;

      steps[i].verb = i == 0 ? RGM_PATH_MOVE : RGM_PATH_LINE;
      steps[i].points[0].x = centre->x + radius * cos (angle);
      steps[i].points[0].y = centre->y + radius * sin (angle);
    }
  steps[n_corners].verb = RGM_PATH_CLOSE;

  return n_corners + 1;
}

static guint
add_circle (RgmPathStep    *steps,
            const RgmPoint *centre,
            double          radius)
{
  static const double quarters[4][6] = {
    { 1, CIRCLE_HANDLE, CIRCLE_HANDLE, 1, 0, 1 },
    { -CIRCLE_HANDLE, 1, -1, CIRCLE_HANDLE, -1, 0 },
    { -1, -CIRCLE_HANDLE, -CIRCLE_HANDLE, -1, 0, -1 },
    { CIRCLE_HANDLE, -1, 1, -CIRCLE_HANDLE, 1, 0 },
  };

  steps[0].verb = RGM_PATH_MOVE;
  steps[0].points[0] = (RgmPoint) { centre->x + radius, centre->y };
  for (guint i = 0; i < 4; i++)
    {
      steps[i + 1].verb = RGM_PATH_CURVE;
      for (guint j = 0; j < 3; j++)
        {
          steps[i + 1].points[j].x = centre->x + radius * quarters[i][2 * j];
          steps[i + 1].points[j].y = centre->y + radius * quarters[i][2 * j + 1];
        }
    }
  steps[5].verb = RGM_PATH_CLOSE;

  return 6;
}

/* A cross lying on its side, its arms a third as thick as they are long. */
static guint
add_cross (RgmPathStep    *steps,
           const RgmPoint *centre,
           double          size)
{
  static const int corners[12][2] = {
    { -1, -3 }, { 1, -3 }, { 1, -1 }, { 3, -1 }, { 3, 1 }, { 1, 1 },
    { 1, 3 }, { -1, 3 }, { -1, 1 }, { -3, 1 }, { -3, -1 }, { -1, -1 },
  };
  double unit = size / sqrt (20);  /* five squares of 2 by 2 units */

  for (guint i = 0; i < 12; i++)
    {
      double x = corners[i][0] * unit, y = corners[i][1] * unit;

      steps[i].verb = i == 0 ? RGM_PATH_MOVE : RGM_PATH_LINE;
      steps[i].points[0].x = centre->x + (x - y) * G_SQRT2 / 2;
      steps[i].points[0].y = centre->y + (x + y) * G_SQRT2 / 2;
    }
  steps[12].verb = RGM_PATH_CLOSE;

  return 13;
}

/* The outline of a marker: every shape has the area of a square of side @size. */
guint
rgm_marker_to_path (RgmShape        shape,
                    const RgmPoint *centre,
                    double          size,
                    RgmPathStep     steps[RGM_MARKER_MAX_STEPS])
{
  switch (shape)
    {
    case RGM_SHAPE_SQUARE:
      return add_polygon (steps, centre, 4, size / G_SQRT2, G_PI / 4);
    case RGM_SHAPE_DIAMOND:
      return add_polygon (steps, centre, 4, size / G_SQRT2, 0);
    case RGM_SHAPE_CIRCLE:
      return add_circle (steps, centre, size / sqrt (G_PI));
    case RGM_SHAPE_TRIANGLE:
      return add_polygon (steps, centre, 3, size * sqrt (4 / (3 * sqrt (3))), -G_PI / 2);
    case RGM_SHAPE_PENTAGON:
      return add_polygon (steps, centre, 5, size / sqrt (2.5 * sin (2 * G_PI / 5)), -G_PI / 2);
    case RGM_SHAPE_CROSS:
      return add_cross (steps, centre, size);
    default:
      g_return_val_if_reached (0);
    }
}
