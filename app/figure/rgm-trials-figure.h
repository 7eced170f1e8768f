/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-figure.h"

G_BEGIN_DECLS

#define RGM_TYPE_TRIALS_FIGURE (rgm_trials_figure_get_type ())
G_DECLARE_DERIVABLE_TYPE (RgmTrialsFigure, rgm_trials_figure, RGM, TRIALS_FIGURE, RgmFigure)

struct _RgmTrialsFigureClass
{
  RgmFigureClass parent_class;
};

/**
 * RgmFigureArm:
 * @trial: the trial
 * @arm: its arm
 * @group_id: (nullable): the id of the group that the arm is shown in
 * @group_name: (nullable): the group's name
 *
 * An arm that a figure is about. All of it lives as long as the data set.
 */
typedef struct
{
  RgmTrial   *trial;
  RgmArm     *arm;
  const char *group_id;
  const char *group_name;
} RgmFigureArm;

GListModel         *rgm_trials_figure_get_trials (RgmTrialsFigure    *self);
void                rgm_trials_figure_set_trials (RgmTrialsFigure    *self,
                                                  GListModel         *trials);
const char * const *rgm_trials_figure_get_arms   (RgmTrialsFigure    *self);
void                rgm_trials_figure_set_arms   (RgmTrialsFigure    *self,
                                                  const char * const *arms);
const char         *rgm_trials_figure_get_by     (RgmTrialsFigure    *self);
void                rgm_trials_figure_set_by     (RgmTrialsFigure    *self,
                                                  const char         *by);
const char         *rgm_trials_figure_get_sort   (RgmTrialsFigure    *self);
void                rgm_trials_figure_set_sort   (RgmTrialsFigure    *self,
                                                  const char         *sort);

GArray             *rgm_trials_figure_collect    (RgmTrialsFigure    *self);

G_END_DECLS
