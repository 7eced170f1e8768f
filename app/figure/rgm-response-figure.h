/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pooling-options.h"
#include "rgm-trials-figure.h"

G_BEGIN_DECLS

#define RGM_TYPE_RESPONSE_FIGURE (rgm_response_figure_get_type ())

/**
 * RgmResponseFigure:
 *
 * The response rates of the arms of a selection with their intervals and, pooled, the
 * rate of a typical arm: a forest plot or bars.
 */
G_DECLARE_FINAL_TYPE (RgmResponseFigure, rgm_response_figure, RGM, RESPONSE_FIGURE, RgmTrialsFigure)

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

/**
 * RgmResponseParts:
 * @RGM_RESPONSE_COUNTS: the column of responders
 * @RGM_RESPONSE_RATES: the column of rates
 * @RGM_RESPONSE_WEIGHTS: the column of weights, where the model has them
 * @RGM_RESPONSE_PUBLISHED: the published interval as a second whisker
 * @RGM_RESPONSE_POOLED: the pooled rates
 * @RGM_RESPONSE_PREDICTION: their prediction intervals
 *
 * What of a figure of response can be left away.
 */
typedef enum
{
  RGM_RESPONSE_COUNTS     = 1 << 0,
  RGM_RESPONSE_RATES      = 1 << 1,
  RGM_RESPONSE_WEIGHTS    = 1 << 2,
  RGM_RESPONSE_PUBLISHED  = 1 << 3,
  RGM_RESPONSE_POOLED     = 1 << 4,
  RGM_RESPONSE_PREDICTION = 1 << 5,
} RgmResponseParts;

#define RGM_RESPONSE_DEFAULT_PARTS \
  (RGM_RESPONSE_COUNTS | RGM_RESPONSE_RATES | RGM_RESPONSE_WEIGHTS | RGM_RESPONSE_POOLED | RGM_RESPONSE_PREDICTION)

RgmResponseFigure *rgm_response_figure_new           (void);
RgmResponseShow    rgm_response_figure_get_show      (RgmResponseFigure *self);
void               rgm_response_figure_set_show      (RgmResponseFigure *self,
                                                      RgmResponseShow    show);
RgmResponseParts   rgm_response_figure_get_parts     (RgmResponseFigure *self);
void               rgm_response_figure_set_parts     (RgmResponseFigure *self,
                                                      RgmResponseParts   parts);
RgmPoolingModel    rgm_response_figure_get_model     (RgmResponseFigure *self);
void               rgm_response_figure_set_model     (RgmResponseFigure *self,
                                                      RgmPoolingModel    model);
RgmRateInterval    rgm_response_figure_get_interval  (RgmResponseFigure *self);
void               rgm_response_figure_set_interval  (RgmResponseFigure *self,
                                                      RgmRateInterval    interval);
double             rgm_response_figure_get_level     (RgmResponseFigure *self);
void               rgm_response_figure_set_level     (RgmResponseFigure *self,
                                                      double             level);
gboolean           rgm_response_figure_get_knapp_hartung
                                                     (RgmResponseFigure *self);
void               rgm_response_figure_set_knapp_hartung
                                                     (RgmResponseFigure *self,
                                                      gboolean           knapp_hartung);
double             rgm_response_figure_get_reference (RgmResponseFigure *self);
void               rgm_response_figure_set_reference (RgmResponseFigure *self,
                                                      double             reference);
double             rgm_response_figure_get_axis_end  (RgmResponseFigure *self);
void               rgm_response_figure_set_axis_end  (RgmResponseFigure *self,
                                                      double             axis_end);

gboolean           rgm_response_figure_get_rate_at  (RgmResponseFigure *self,
                                                      RgmScene          *scene,
                                                      double             x,
                                                      double            *rate);

G_END_DECLS
