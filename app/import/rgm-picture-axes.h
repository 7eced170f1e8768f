/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmPicturePoint:
 * @x: from the left edge of a picture, in its pixels
 * @y: from the upper edge
 *
 * A place in a picture.
 */
typedef struct
{
  double x;
  double y;
} RgmPicturePoint;

/**
 * RgmPictureMark:
 * @RGM_PICTURE_TIME_FROM: a place on the axis of time
 * @RGM_PICTURE_TIME_TO: another, as far from it as can be
 * @RGM_PICTURE_SURVIVAL_FROM: a place on the axis of survival
 * @RGM_PICTURE_SURVIVAL_TO: another
 *
 * The places whose values are known, two on each axis.
 */
typedef enum
{
  RGM_PICTURE_TIME_FROM,
  RGM_PICTURE_TIME_TO,
  RGM_PICTURE_SURVIVAL_FROM,
  RGM_PICTURE_SURVIVAL_TO,
} RgmPictureMark;

#define RGM_PICTURE_N_MARKS 4

/**
 * RgmPictureAxes:
 * @places: where the marks are
 * @values: the time or survival at each
 * @is_set: which of the places are known
 *
 * The axes of a picture of a chart. The picture may be turned or slanted.
 */
typedef struct
{
  RgmPicturePoint places[RGM_PICTURE_N_MARKS];
  double          values[RGM_PICTURE_N_MARKS];
  gboolean        is_set[RGM_PICTURE_N_MARKS];
} RgmPictureAxes;

gboolean rgm_picture_axes_are_complete (const RgmPictureAxes  *self);
gboolean rgm_picture_axes_read         (const RgmPictureAxes  *self,
                                        const RgmPicturePoint *place,
                                        double                *time,
                                        double                *survival);
gboolean rgm_picture_axes_place        (const RgmPictureAxes  *self,
                                        double                 time,
                                        double                 survival,
                                        RgmPicturePoint       *place);

G_END_DECLS
