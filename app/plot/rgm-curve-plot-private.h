/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-curve-plot.h"
#include "rgm-scale.h"
#include "rgm-scene-builder.h"

G_BEGIN_DECLS

/* Private to the room: a plot of curves and its layout.
 *
 *     title, subtitle, legend                        head
 *      100% |---.                                    plot, with a label at each curve's end
 *           |    '-----.______ Arm A
 *        0% +-----+-----+-----
 *           0     6     12  months
 *     Arm A                                          table, by arm
 *     At risk 30  20    4
 *     note, method, caveat, sources                  foot
 */

typedef struct
{
  guint               curve;
  const char         *title;
  const char * const *cells;  /* of each tick */
} RgmCurveCounts;

typedef struct
{
  guint               curve;
  const char * const *sentences;  /* of each tick */
} RgmCurveTicks;

typedef struct
{
  double      time;
  const char *label;
  const char *sentence;
} RgmCurveLandmark;

/* The area between two curves. */
typedef struct
{
  guint  one;
  guint  other;
  double until;  /* NAN where none is drawn */
} RgmCurveArea;

struct _RgmCurvePlot
{
  RgmFrame      frame;
  RgmCurveNote  note;
  RgmAxis       x;
  RgmAxis       y;
  GArray       *ticks;      /* double */
  GArray       *curves;     /* RgmCurve */
  GArray       *counts;     /* RgmCurveCounts, by curve */
  GArray       *tick_sentences;  /* RgmCurveTicks */
  GArray       *landmarks;  /* RgmCurveLandmark */
  RgmCurveArea  area;
  GPtrArray    *owned;      /* arrays of the above */
  GStringChunk *strings;
};

typedef struct
{
  const RgmCurvePlot *plot;
  const RgmLayout    *layout;
  RgmSceneBuilder    *builder;
  RgmTypeSizes        sizes;
  RgmScale            x;
  RgmScale            y;
  double              left;
  double              end_width;   /* of labels at the curves' ends */
  double              under_axis;  /* from the axis to the table */
} RgmCurveLayout;

static inline const RgmCurve *
rgm_curve_layout_get_curve (const RgmCurveLayout *d,
                            guint                 index)
{
  return &g_array_index (d->plot->curves, RgmCurve, index);
}

GArray *rgm_curve_layout_place_strokes (const RgmCurveLayout *d,
                                        const RgmCurve       *curve);
double  rgm_curve_layout_get_end       (const RgmCurveLayout *d,
                                        const RgmCurve       *curve);
void    rgm_curve_layout_draw_band     (const RgmCurveLayout *d,
                                        const RgmCurve       *curve);
void    rgm_curve_layout_draw_area     (const RgmCurveLayout *d);
void    rgm_curve_layout_draw_steps    (const RgmCurveLayout *d,
                                        const RgmCurve       *curve,
                                        double                from,
                                        double                to,
                                        double                width);
void    rgm_curve_layout_draw          (const RgmCurveLayout *d);

G_END_DECLS
