/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-curve-plot.h"
#include "rgm-curves-figure.h"
#include "rgm-figure-arms.h"

G_BEGIN_DECLS

/* Private to the room: a figure of survival curves in two files, what it draws and what it says. */

struct _RgmCurvesFigure
{
  RgmFigure            parent_instance;

  RgmPatientGroups    *given;      /* NULL to show the curves of the selection's arms */

  /* What the last update found. */
  RgmPatientGroups    *patients;   /* NULL without any */
  GArray              *arms;       /* RgmFigureArm of each group, none of those given */
  const char          *endpoint;   /* id, NULL of those given */
  GPtrArray           *left_out;   /* sentences on curves that can't be shown */
  RgmSurvivalAnalysis *analysis;   /* NULL without patients */
  char                *fault;      /* why not, with patients */
  GArray              *ticks;      /* double, of the axis */
  GArray              *landmarks;  /* double */
  RgmCurvePlot        *plot;       /* NULL until it is drawn */
};

void                    rgm_curves_figure_collect_patients  (RgmCurvesFigure *self,
                                                             GPtrArray       *citations);
void                    rgm_curves_figure_suggest           (RgmFigure       *figure,
                                                             const RgmOption *option,
                                                             GPtrArray       *suggestions);
guint                   rgm_curves_figure_get_n_groups      (RgmCurvesFigure *self);
const RgmSurvivalGroup *rgm_curves_figure_get_group         (RgmCurvesFigure *self,
                                                             guint            group);
const char             *rgm_curves_figure_get_name          (RgmCurvesFigure *self,
                                                             guint            group);
gboolean                rgm_curves_figure_knows_events      (RgmCurvesFigure *self,
                                                             guint            group);
gboolean                rgm_curves_figure_may_compare       (RgmCurvesFigure *self);
RgmSurvivalStep         rgm_curves_figure_turn              (RgmCurvesFigure *self,
                                                             guint            group,
                                                             RgmSurvivalStep  step);
char                   *rgm_curves_figure_describe_time     (RgmCurvesFigure *self,
                                                             double           time);
char                   *rgm_curves_figure_describe_group    (RgmCurvesFigure *self,
                                                             guint            group);
char                   *rgm_curves_figure_describe_tick     (RgmCurvesFigure *self,
                                                             guint            group,
                                                             double           time);
char                   *rgm_curves_figure_describe_step     (RgmCurvesFigure *self,
                                                             guint            group,
                                                             double           time);
char                   *rgm_curves_figure_describe_landmark (RgmCurvesFigure *self,
                                                             double           time);
char                   *rgm_curves_figure_note_hidden       (guint            n_hidden);
void                    rgm_curves_figure_fill_frame        (RgmCurvesFigure *self,
                                                             RgmFrame        *frame);
RgmTable               *rgm_curves_figure_make_table        (RgmCurvesFigure *self);

G_END_DECLS
