/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-digitisation.h"

G_BEGIN_DECLS

/* Private to the room: a digitisation in three files, the picture, the numbers below it, and all of it as text. */

typedef struct
{
  char   *name;
  GArray *points;     /* RgmPicturePoint, from the left to the right */
  GArray *at_risk;    /* gint64 of each time, -1 where unknown */
  gint64  events;     /* -1 where unknown */
} RgmPictureCurve;

/* All of it at one moment: a step is undone by going back to the moment before. */
typedef struct
{
  RgmPictureAxes  axes;
  GPtrArray      *curves;
  GArray         *times;      /* double, NaN where none is typed yet */
} RgmDigitisationMoment;

struct _RgmDigitisation
{
  GObject    parent_instance;

  RgmDigitisationMoment    *now;
  GPtrArray *before;    /* RgmDigitisationMoment */
  GPtrArray *after;     /* RgmDigitisationMoment that were undone, the next last */
  char      *step;      /* what the last change was to; a further change to the same belongs to the step */
};

RgmPictureCurve *rgm_digitisation_get_curve (RgmDigitisation *self,
                                             guint            curve);
void             rgm_digitisation_begin     (RgmDigitisation *self,
                                             const char      *step);
void             rgm_digitisation_tell      (RgmDigitisation *self);
void             rgm_digitisation_forget_steps
                                            (RgmDigitisation *self);

G_END_DECLS
