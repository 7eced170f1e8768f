/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure-arms.h"
#include "rgm-figure.h"
#include "rgm-pooling-options.h"

G_BEGIN_DECLS

#define RGM_TYPE_RESPONSE_FIGURE (rgm_response_figure_get_type ())

/**
 * RgmResponseFigure:
 *
 * The response rates of the arms of a selection with their intervals and, pooled, the
 * rate of a typical arm: a forest plot or bars.
 */
G_DECLARE_FINAL_TYPE (RgmResponseFigure, rgm_response_figure, RGM, RESPONSE_FIGURE, RgmFigure)

/**
 * RgmResponseShow:
 * @RGM_RESPONSE_FOREST: a forest plot
 * @RGM_RESPONSE_BARS: bars, for an audience that doesn't read forests; nothing is pooled
 *
 * How a figure of response is drawn.
 */
typedef enum
{
  RGM_RESPONSE_FOREST,
  RGM_RESPONSE_BARS,
} RgmResponseShow;

GType rgm_response_show_get_type (void) G_GNUC_CONST;

/**
 * RgmResponseOptions:
 * @trials: what of the selection is shown
 * @show: how it is drawn
 * @model: how the arms are pooled
 * @interval: how the interval of an arm is computed
 * @level: the level of every interval, above 0.5 and below 1
 * @knapp_hartung: whether the pooled interval is Knapp and Hartung's, where the model has one
 * @pooled: whether the pooled rates are shown
 * @prediction: whether their prediction intervals are shown
 * @published: whether the published interval is drawn as a second whisker
 * @counts: whether there is a column of responders
 * @rates: whether there is a column of rates
 * @weights: whether there is a column of weights, where the model has them
 * @reference: where a reference line is drawn, in percent; negative for none
 * @axis_end: where the axis ends, in percent; what goes beyond ends in an arrow
 */
typedef struct
{
  RgmTrialsOptions trials;
  RgmResponseShow  show;
  RgmPoolingModel  model;
  RgmRateInterval  interval;
  double           level;
  gboolean         knapp_hartung;
  gboolean         pooled;
  gboolean         prediction;
  gboolean         published;
  gboolean         counts;
  gboolean         rates;
  gboolean         weights;
  double           reference;
  double           axis_end;
} RgmResponseOptions;

gboolean rgm_response_figure_get_rate_at (RgmResponseFigure *self,
                                          RgmScene          *scene,
                                          double             x,
                                          double            *rate);

G_END_DECLS
