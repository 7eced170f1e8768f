/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-figure-arms.h"
#include "rgm-figure.h"
#include "rgm-patient-groups.h"
#include "rgm-survival-analysis.h"

G_BEGIN_DECLS

#define RGM_TYPE_CURVES_FIGURE (rgm_curves_figure_get_type ())

/* More curves than this can't be told from each other. */
#define RGM_CURVES_MAX_GROUPS 8

/**
 * RgmCurvesFigure:
 *
 * Survival curves of groups of patients over the table of their numbers at risk: of the selection's
 * arms, or of patients that it is given instead.
 */
G_DECLARE_FINAL_TYPE (RgmCurvesFigure, rgm_curves_figure, RGM, CURVES_FIGURE, RgmFigure)

/**
 * RgmCurvesOptions:
 * @trials: what of the selection is shown
 * @endpoint: (nullable): the id of the endpoint whose curves are shown, or %NULL for that with the most
 * @transform: the scale of the curves' intervals
 * @level: the level of every interval
 * @at: (nullable): times, as numbers, at which the curves are read off
 * @unit: (nullable): the unit that times are shown in, or %NULL for that of the data
 * @tau: what means are restricted to; 0 for the longest follow-up that all groups have
 * @end: where the axis of time ends, or 0 for the last follow-up
 * @reference: (nullable): the name of the group which the others are compared with, or %NULL for the first
 * @failure: whether the curves rise from 0: 1 - survival
 * @probability: whether the axis goes from 0 to 1, not from 0% to 100%
 * @bands: whether confidence bands are drawn
 * @marks: whether censoring marks are drawn
 * @points: whether the points that curves were rebuilt from are drawn
 * @medians: whether lines mark the medians
 */
typedef struct
{
  RgmTrialsOptions     trials;
  char                *endpoint;
  RgmSurvivalInterval  transform;
  double               level;
  char                *unit;
  char               **at;
  double               tau;
  double               end;
  char                *reference;
  gboolean             failure;
  gboolean             probability;
  gboolean             bands;
  gboolean             marks;
  gboolean             points;
  gboolean             medians;
} RgmCurvesOptions;

void rgm_curves_figure_set_patients (RgmCurvesFigure  *self,
                                     RgmPatientGroups *patients);
RgmPatientGroups *
     rgm_curves_figure_get_given    (RgmCurvesFigure  *self);
RgmPatientGroups *
     rgm_curves_figure_get_patients (RgmCurvesFigure  *self);
gsize
     rgm_curves_figure_get_reference(RgmCurvesFigure  *self);
const char *
     rgm_curves_figure_get_fault    (RgmCurvesFigure  *self);

G_END_DECLS
