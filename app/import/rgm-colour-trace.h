/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-picture-axes.h"

G_BEGIN_DECLS

/**
 * RgmPixels:
 * @data: red, green and blue of each pixel, and perhaps opacity, a byte each
 * @width: in pixels
 * @height: in pixels
 * @stride: the bytes from a row to the next
 * @n_channels: 3, or 4 with opacity
 *
 * A picture. Where it is transparent it is white.
 */
typedef struct
{
  const guint8 *data;
  int           width;
  int           height;
  gsize         stride;
  int           n_channels;
} RgmPixels;

/* How far colours may differ to be the same line's, of 1 from black to white. */
#define RGM_TRACE_TOLERANCE 0.18

GArray *rgm_colour_trace (const RgmPixels       *pixels,
                          const RgmPicturePoint *seed,
                          double                 tolerance,
                          int                    from,
                          int                    to);

G_END_DECLS
