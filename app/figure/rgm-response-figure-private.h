/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pooling.h"
#include "rgm-response-figure.h"
#include "rgm-row-plot.h"
#include "rgm-vocabulary.h"

G_BEGIN_DECLS

/* Private to the room: a figure of response in three files: what it is, what it says and
 * how it is drawn. */

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
  RgmFigure                 parent_instance;

  /* What the last update found. */
  const RgmResponseOptions *options;
  GPtrArray                *responses;   /* RgmResponse */
  const RgmPooling         *pooling;     /* one of those below */
  GArray                   *rows;        /* RgmResponseRow */
  guint                     n_left_out;  /* trials without a rate */
  RgmRowPlot               *plot;        /* NULL until it is drawn */

  /* The last pooling by each model, of all arms and in groups: most options change only what is drawn of it. */
  RgmPooling               *poolings[2][RGM_POOLING_COMMON + 1];
};

/* The endpoint that the figure shows, as a list. */
extern const char * const rgm_response_endpoints[];

const char          *rgm_response_figure_get_endpoint_name (RgmResponseFigure    *self);
gboolean             rgm_response_figure_has_weights       (RgmResponseFigure    *self);
gboolean             rgm_response_figure_has_groups        (RgmResponseFigure    *self);
const RgmPooledRate *rgm_response_figure_get_pooled        (RgmResponseFigure    *self,
                                                            const char           *group);
void                 rgm_response_figure_fill_words        (RgmResponseFigure    *self,
                                                            RgmFrame       *words);
RgmTable            *rgm_response_figure_make_table        (RgmResponseFigure    *self);
char                *rgm_response_figure_describe_row      (RgmResponseFigure    *self,
                                                            const RgmResponseRow *row);
char                *rgm_response_figure_describe_pooled   (RgmResponseFigure    *self,
                                                            const RgmPooledRate  *rate,
                                                            const char           *label,
                                                            const char           *detail);
char                *rgm_response_figure_describe_model    (RgmResponseFigure    *self,
                                                            const RgmPooling     *pooling);
const RgmPooling    *rgm_response_figure_pool_all          (RgmResponseFigure    *self,
                                                            RgmPoolingModel       model);
char                *rgm_response_figure_pooled_label      (RgmResponseFigure    *self,
                                                            gboolean              overall);
char                *rgm_response_figure_pooled_name       (RgmResponseFigure    *self,
                                                            const char           *group);
gboolean             rgm_response_figure_shows_weights     (RgmResponseFigure    *self);
char                *rgm_response_figure_pooled_detail     (RgmResponseFigure    *self,
                                                            const RgmPooledRate  *rate,
                                                            const char           *group);
RgmRowPlot          *rgm_response_figure_make_plot         (RgmResponseFigure    *self);

G_END_DECLS
