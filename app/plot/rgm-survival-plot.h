/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-plot.h"

G_BEGIN_DECLS

/**
 * RgmSurvivalStep:
 * @time: when the curve comes to @survival
 * @survival: the share that has had no event, from 0 to 1
 * @span: its interval from then on; %RGM_SPAN_NONE for no band
 *
 * A step of a curve.
 */
typedef struct
{
  double  time;
  double  survival;
  RgmSpan span;
} RgmSurvivalStep;

/**
 * RgmSurvivalCurve:
 * @id: (nullable): a name that no other group of the scene has
 * @target: (nullable): what the curve stands for outside the plot
 * @sentence: what it says in words
 * @label: its name, at its end and before its numbers at risk
 * @series: its colour and dash
 * @steps: (array length=n_steps): by time; before the first the curve is at 1
 * @n_steps: how many
 * @censored: (array length=n_censored): times at which somebody left without an event
 * @n_censored: how many
 * @end: when the last one left or had an event: the curve is drawn till there
 * @at_risk: (nullable) (array zero-terminated=1): the numbers at risk, as texts, at the
 *   times of rgm_survival_plot_set_risk_times()
 *
 * A curve of a survival plot.
 */
typedef struct
{
  const char            *id;
  const char            *target;
  const char            *sentence;
  const char            *label;
  RgmSeries              series;
  const RgmSurvivalStep *steps;
  guint                  n_steps;
  const double          *censored;
  guint                  n_censored;
  double                 end;
  const char * const    *at_risk;
} RgmSurvivalCurve;

/**
 * RgmSurvivalPlot:
 *
 * Kaplan-Meier curves with their bands, ticks for who was censored, and the numbers at
 * risk below. Curves differ in dash as well as in colour. A survival plot has one page.
 */
typedef struct _RgmSurvivalPlot RgmSurvivalPlot;

RgmSurvivalPlot *rgm_survival_plot_new            (void);
void             rgm_survival_plot_free           (RgmSurvivalPlot        *self);
void             rgm_survival_plot_set_frame      (RgmSurvivalPlot        *self,
                                                   const RgmFrame         *frame);
void             rgm_survival_plot_set_axes       (RgmSurvivalPlot        *self,
                                                   const RgmAxis          *time,
                                                   const char             *survival_title);
void             rgm_survival_plot_set_risk_times (RgmSurvivalPlot        *self,
                                                   const char             *title,
                                                   const double           *times,
                                                   guint                   n_times);
void             rgm_survival_plot_add_legend     (RgmSurvivalPlot        *self,
                                                   const RgmLegendEntry   *entry);
void             rgm_survival_plot_add_curve      (RgmSurvivalPlot        *self,
                                                   const RgmSurvivalCurve *curve);
RgmScene        *rgm_survival_plot_lay_out        (const RgmSurvivalPlot  *self,
                                                   const RgmPlotLayout    *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmSurvivalPlot, rgm_survival_plot_free)

G_END_DECLS
