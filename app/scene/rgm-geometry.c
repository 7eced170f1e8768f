/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-geometry.h"

#include <math.h>

/**
 * rgm_rect_is_empty:
 * @rect: a rectangle
 *
 * Returns: whether @rect has neither width nor height; a line isn't empty
 */
gboolean
rgm_rect_is_empty (const RgmRect *rect)
{
  return rect->width <= 0 && rect->height <= 0;
}

/**
 * rgm_rect_intersects:
 * @a: a rectangle
 * @b: another
 *
 * Returns: whether the two share a point, edges included
 */
gboolean
rgm_rect_intersects (const RgmRect *a,
                     const RgmRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width &&
         a->y <= b->y + b->height && b->y <= a->y + a->height;
}

/**
 * rgm_rect_union:
 * @a: a rectangle
 * @b: another
 *
 * Returns: the smallest rectangle around both; an empty one counts for nothing
 */
RgmRect
rgm_rect_union (const RgmRect *a,
                const RgmRect *b)
{
  RgmRect all;

  if (rgm_rect_is_empty (a))
    return *b;
  if (rgm_rect_is_empty (b))
    return *a;

  all.x = MIN (a->x, b->x);
  all.y = MIN (a->y, b->y);
  all.width = MAX (a->x + a->width, b->x + b->width) - all.x;
  all.height = MAX (a->y + a->height, b->y + b->height) - all.y;

  return all;
}

/**
 * rgm_rect_grown:
 * @rect: a rectangle
 * @by: points on every side
 *
 * Returns: @rect, larger by @by all round
 */
RgmRect
rgm_rect_grown (const RgmRect *rect,
                double         by)
{
  return (RgmRect) { rect->x - by, rect->y - by, rect->width + 2 * by, rect->height + 2 * by };
}

/**
 * rgm_rect_distance:
 * @rect: a rectangle
 * @x: a place
 * @y: a place
 *
 * Returns: how far the place is from @rect; 0 inside it
 */
double
rgm_rect_distance (const RgmRect *rect,
                   double         x,
                   double         y)
{
  double dx = MAX (MAX (rect->x - x, x - (rect->x + rect->width)), 0);
  double dy = MAX (MAX (rect->y - y, y - (rect->y + rect->height)), 0);

  return hypot (dx, dy);
}
