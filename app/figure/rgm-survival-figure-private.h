/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-row-plot.h"
#include "rgm-survival-figure.h"

G_BEGIN_DECLS

/* Private to the room: a figure of survival in two files, what it draws and what it says. */

#define RGM_SURVIVAL_MAX_ENDPOINTS 2

struct _RgmSurvivalFigure
{
  RgmFigure        parent_instance;

  /* What the last update found. */
  const char      *endpoints[RGM_SURVIVAL_MAX_ENDPOINTS];  /* ids */
  guint            n_endpoints;
  GArray          *arms;                       /* RgmFigureArm that have a row */
  RgmRowPlot      *plot;                       /* NULL until it is drawn */
};

const RgmFigureArm *rgm_survival_figure_get_arm           (RgmSurvivalFigure  *self,
                                                           guint               index);
const char         *rgm_survival_figure_get_endpoint_name (RgmSurvivalFigure  *self,
                                                           const char         *id);
gboolean            rgm_survival_figure_get_months        (RgmArm             *arm,
                                                           const char         *endpoint,
                                                           double             *value,
                                                           RgmBound           *lower,
                                                           RgmBound           *upper);
gboolean            rgm_survival_figure_has_not_reached   (RgmSurvivalFigure  *self);
char               *rgm_survival_figure_describe_arm      (RgmSurvivalFigure  *self,
                                                           const RgmFigureArm *arm);
void                rgm_survival_figure_fill_words        (RgmSurvivalFigure  *self,
                                                           RgmFrame     *words,
                                                           guint               n_left_out);
RgmTable           *rgm_survival_figure_make_table        (RgmSurvivalFigure  *self);

G_END_DECLS
