/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmPoint:
 *
 * A place in a scene, in points; x to the right, y down.
 */
typedef struct
{
  double x;
  double y;
} RgmPoint;

/**
 * RgmRect:
 *
 * An upright rectangle in a scene, in points. Width and height are never negative.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} RgmRect;

/**
 * RgmDirection:
 * @RGM_DIRECTION_LTR: from left to right
 * @RGM_DIRECTION_RTL: from right to left: the whole scene is mirrored
 *
 * Which way a scene, or a line of text, reads.
 */
typedef enum
{
  RGM_DIRECTION_LTR,
  RGM_DIRECTION_RTL,
} RgmDirection;

#define RGM_N_DIRECTIONS (RGM_DIRECTION_RTL + 1)

gboolean rgm_rect_is_empty   (const RgmRect *rect);
gboolean rgm_rect_intersects (const RgmRect *a,
                              const RgmRect *b);
RgmRect  rgm_rect_union      (const RgmRect *a,
                              const RgmRect *b);
RgmRect  rgm_rect_grown      (const RgmRect *rect,
                              double         by);
double   rgm_rect_distance   (const RgmRect *rect,
                              double         x,
                              double         y);

G_END_DECLS
