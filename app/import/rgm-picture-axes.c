/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-picture-axes.h"

#include <math.h>

/* Marks closer than this, in pixels, set no axis, and axes at a smaller angle, by its sine, are one. */
#define LEAST_DISTANCE 2.0
#define LEAST_ANGLE 0.2

/* How far one unit of time, and of survival, goes in the picture, and the survival of the first
 * place on the axis of time: 0 where it crosses the other. */
typedef struct
{
  RgmPicturePoint time;
  RgmPicturePoint survival;
  double          survival_at_time;
} PictureUnits;

static RgmPicturePoint
subtract (const RgmPicturePoint *a,
          const RgmPicturePoint *b)
{
  return (RgmPicturePoint) { a->x - b->x, a->y - b->y };
}

static double
cross (const RgmPicturePoint *a,
       const RgmPicturePoint *b)
{
  return a->x * b->y - a->y * b->x;
}

/* By how many of each unit a way through the picture goes on. */
static void
measure (const PictureUnits    *units,
         const RgmPicturePoint *way,
         double                *time,
         double                *survival)
{
  double area = cross (&units->time, &units->survival);

  *time = cross (way, &units->survival) / area;
  *survival = cross (&units->time, way) / area;
}

static gboolean
find_units (const RgmPictureAxes *self,
            PictureUnits         *units)
{
  double time_span = self->values[RGM_PICTURE_TIME_TO] - self->values[RGM_PICTURE_TIME_FROM];
  double survival_span = self->values[RGM_PICTURE_SURVIVAL_TO] - self->values[RGM_PICTURE_SURVIVAL_FROM];
  RgmPicturePoint time, survival, way;
  double time_length, survival_length, along, across;

  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    if (!self->is_set[i] || !isfinite (self->values[i]))
      return FALSE;

  time = subtract (&self->places[RGM_PICTURE_TIME_TO], &self->places[RGM_PICTURE_TIME_FROM]);
  survival = subtract (&self->places[RGM_PICTURE_SURVIVAL_TO], &self->places[RGM_PICTURE_SURVIVAL_FROM]);
  time_length = hypot (time.x, time.y);
  survival_length = hypot (survival.x, survival.y);
  if (time_span == 0 || survival_span == 0 || time_length < LEAST_DISTANCE || survival_length < LEAST_DISTANCE ||
      fabs (cross (&time, &survival)) < LEAST_ANGLE * time_length * survival_length)
    return FALSE;

  units->time = (RgmPicturePoint) { time.x / time_span, time.y / time_span };
  units->survival = (RgmPicturePoint) { survival.x / survival_span, survival.y / survival_span };
  way = subtract (&self->places[RGM_PICTURE_TIME_FROM], &self->places[RGM_PICTURE_SURVIVAL_FROM]);
  measure (units, &way, &along, &across);
  units->survival_at_time = self->values[RGM_PICTURE_SURVIVAL_FROM] + across;

  return TRUE;
}

/**
 * rgm_picture_axes_are_complete:
 * @self: axes
 *
 * Returns: whether all marks are set, apart from each other, with different values
 */
gboolean
rgm_picture_axes_are_complete (const RgmPictureAxes *self)
{
  PictureUnits units;

  return find_units (self, &units);
}

/**
 * rgm_picture_axes_read:
 * @self: axes
 * @place: a place in the picture
 * @time: (out): the time there
 * @survival: (out): survival there, in the axis' own scale
 *
 * Returns: whether the axes are complete
 */
gboolean
rgm_picture_axes_read (const RgmPictureAxes  *self,
                       const RgmPicturePoint *place,
                       double                *time,
                       double                *survival)
{
  PictureUnits units;
  RgmPicturePoint way;

  if (!find_units (self, &units))
    return FALSE;

  way = subtract (place, &self->places[RGM_PICTURE_TIME_FROM]);
  measure (&units, &way, time, survival);
  *time += self->values[RGM_PICTURE_TIME_FROM];
  *survival += units.survival_at_time;

  return TRUE;
}

/**
 * rgm_picture_axes_place:
 * @self: axes
 * @time: a time
 * @survival: a survival, in the axis' own scale
 * @place: (out): where they are in the picture
 *
 * Returns: whether the axes are complete
 */
gboolean
rgm_picture_axes_place (const RgmPictureAxes *self,
                        double                time,
                        double                survival,
                        RgmPicturePoint      *place)
{
  const RgmPicturePoint *from = &self->places[RGM_PICTURE_TIME_FROM];
  PictureUnits units;
  double along, across;

  if (!find_units (self, &units))
    return FALSE;

  along = time - self->values[RGM_PICTURE_TIME_FROM];
  across = survival - units.survival_at_time;
  place->x = from->x + along * units.time.x + across * units.survival.x;
  place->y = from->y + along * units.time.y + across * units.survival.y;

  return TRUE;
}
