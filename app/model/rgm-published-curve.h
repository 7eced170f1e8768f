/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-values.h"

G_BEGIN_DECLS

/* The survival of an arm's patients for one endpoint: each patient's time, or the points of
 * a curve that was read off a chart. */

#define RGM_TYPE_PUBLISHED_CURVE (rgm_published_curve_get_type ())
#define RGM_TYPE_PUBLISHED_TIME  (rgm_published_time_get_type ())
#define RGM_TYPE_PUBLISHED_POINT (rgm_published_point_get_type ())
#define RGM_TYPE_PUBLISHED_COUNT (rgm_published_count_get_type ())

typedef struct
{
  double   time;
  gboolean event;           /* whether the event was observed; otherwise the patient was censored */
} RgmPublishedTime;

typedef struct
{
  double time;
  double survival;          /* from 0 to 1 */
} RgmPublishedPoint;

typedef struct
{
  double time;
  gint64 n;                 /* at risk */
} RgmPublishedCount;

typedef struct
{
  const char *endpoint;     /* the id of an endpoint */
  const char *unit;         /* of RgmUnit, of every time in it */
  GPtrArray  *times;        /* of RgmPublishedTime */
  GPtrArray  *points;       /* of RgmPublishedPoint */
  GPtrArray  *at_risk;      /* of RgmPublishedCount */
  gint64      events;       /* in total; -1 where unknown */
  GPtrArray  *citations;
} RgmPublishedCurve;

RGM_DECLARE_VALUE (RgmPublishedTime, rgm_published_time)
RGM_DECLARE_VALUE (RgmPublishedPoint, rgm_published_point)
RGM_DECLARE_VALUE (RgmPublishedCount, rgm_published_count)
RGM_DECLARE_VALUE (RgmPublishedCurve, rgm_published_curve)

G_END_DECLS
