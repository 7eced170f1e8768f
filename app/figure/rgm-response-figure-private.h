/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pooling.h"
#include "rgm-response-figure.h"
#include "rgm-row-plot.h"

G_BEGIN_DECLS

/* Private to the room: a figure of response in three files: what it is, what it says and
 * how it is drawn. */

/* What the review's tables call the endpoint. */
#define RGM_RESPONSE_ENDPOINT "ORR"

/**
 * RgmResponseRow:
 * @arm: the arm and its group
 * @response: what it showed
 * @weight: its weight in the pooled rate in percent, or NAN
 */
typedef struct
{
  RgmFigureArm       arm;
  const RgmResponse *response;
  double             weight;
} RgmResponseRow;

struct _RgmResponseFigure
{
  RgmTrialsFigure   parent_instance;

  RgmResponseShow   show;
  RgmResponseParts  parts;
  RgmPoolingOptions options;
  double            reference;
  double            axis_end;

  /* What the last update found. */
  GPtrArray        *responses;   /* RgmResponse */
  RgmPooling       *pooling;
  GArray           *rows;        /* RgmResponseRow */
  guint             n_left_out;  /* trials without a rate */
};

const char          *rgm_response_figure_get_endpoint_name (RgmResponseFigure    *self);
gboolean             rgm_response_figure_has_weights       (RgmResponseFigure    *self);
const RgmPooledRate *rgm_response_figure_get_pooled        (RgmResponseFigure    *self,
                                                            const char           *group);
gboolean             rgm_response_figure_get_rate          (const RgmResponse    *response,
                                                            double               *value,
                                                            double               *lower,
                                                            double               *upper);
void                 rgm_response_figure_fill_words        (RgmResponseFigure    *self,
                                                            RgmFigureWords       *words);
RgmTable            *rgm_response_figure_make_table        (RgmResponseFigure    *self);
char                *rgm_response_figure_describe_row      (RgmResponseFigure    *self,
                                                            const RgmResponseRow *row);
char                *rgm_response_figure_describe_pooled   (RgmResponseFigure    *self,
                                                            const RgmPooledRate  *rate,
                                                            const char           *label);
char                *rgm_response_figure_pooled_label      (RgmResponseFigure    *self,
                                                            gboolean              overall);
char                *rgm_response_figure_pooled_detail     (RgmResponseFigure    *self,
                                                            const RgmPooledRate  *rate,
                                                            const char           *group);
RgmRowPlot          *rgm_response_figure_make_plot         (RgmResponseFigure    *self);

G_END_DECLS
