/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot.h"

G_BEGIN_DECLS

/**
 * RgmCurveStep:
 * @time: when the curve falls
 * @percent: its value from then on, on the survival axis
 * @lower: the lower bound of its interval from then on, or NAN
 * @upper: the upper bound, or NAN
 *
 * A step of a survival curve.
 */
typedef struct
{
  double time;
  double percent;
  double lower;
  double upper;
} RgmCurveStep;

/**
 * RgmCurvePlace:
 * @time: a time
 * @percent: a value on the survival axis
 *
 * A place in the plot.
 */
typedef struct
{
  double time;
  double percent;
} RgmCurvePlace;

/**
 * RgmCurve:
 * @id: a name unique among the groups of the scene
 * @target: (nullable): what it represents outside the plot
 * @sentence: a description in words
 * @label: its name, shown at its end and above its rows of the table
 * @series: its colour and dash
 * @steps: (array length=n_steps): its steps in order, the first at time 0
 * @n_steps: how many, at least one
 * @censored: (array length=n_censored): when patients were censored, in order
 * @n_censored: how many
 * @points: (array length=n_points): the points that the curve was rebuilt from, drawn as crosses over it
 * @n_points: how many
 * @end: the last follow-up, where the curve ends
 * @few_from: the time from which so few are at risk that the curve is drawn thinner, or NAN
 * @median: its median, marked with lines, or NAN
 * @step_sentences: (nullable) (array length=n_steps): of each step what it says, for keyboard navigation, or %NULL for one that is passed over
 *
 * A survival curve.
 */
typedef struct
{
  const char         *id;
  const char         *target;
  const char         *sentence;
  const char         *label;
  RgmSeries           series;
  const RgmCurveStep *steps;
  guint               n_steps;
  const char * const *step_sentences;
  const double       *censored;
  guint               n_censored;
  const RgmCurvePlace *points;
  guint               n_points;
  double              end;
  double              few_from;
  double              median;
} RgmCurve;

/**
 * RgmCurveNote:
 * @n_hidden: how many censoring marks are not drawn, at least 1
 *
 * Returns: (transfer full): a sentence that says so
 */
typedef char *(*RgmCurveNote) (guint n_hidden);

/**
 * RgmCurvePlot:
 *
 * Survival curves above a table of the same arms: steps, confidence bands, censoring marks, a label at each end and, below the
 * axis, rows of numbers under the ticks for each curve. A curve plot has one page.
 */
typedef struct _RgmCurvePlot RgmCurvePlot;

GArray       *rgm_curve_ticks_new           (double              end,
                                             RgmAxisUnit         unit);

RgmCurvePlot *rgm_curve_plot_new            (const GArray       *ticks,
                                             const RgmAxis      *x,
                                             const RgmAxis      *y);
void          rgm_curve_plot_free           (RgmCurvePlot       *self);
void          rgm_curve_plot_set_frame      (RgmCurvePlot       *self,
                                             const RgmFrame     *frame);
void          rgm_curve_plot_set_note       (RgmCurvePlot       *self,
                                             RgmCurveNote        note);
void          rgm_curve_plot_add_curve      (RgmCurvePlot       *self,
                                             const RgmCurve     *curve);
void          rgm_curve_plot_add_counts     (RgmCurvePlot       *self,
                                             const char         *title,
                                             const char * const *cells);
void          rgm_curve_plot_set_tick_sentences
                                            (RgmCurvePlot       *self,
                                             const char * const *sentences);
void          rgm_curve_plot_add_landmark   (RgmCurvePlot       *self,
                                             double              time,
                                             const char         *label,
                                             const char         *sentence);
void          rgm_curve_plot_set_area       (RgmCurvePlot       *self,
                                             guint               one,
                                             guint               other,
                                             double              until);
RgmScene     *rgm_curve_plot_lay_out        (const RgmCurvePlot *self,
                                             const RgmLayout    *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmCurvePlot, rgm_curve_plot_free)

G_END_DECLS
