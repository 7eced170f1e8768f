/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-curves-draft.h"
#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmCurvesTarget:
 * @trial: the id of a trial
 * @endpoint: the id of an endpoint that is a time
 * @arms: (element-type utf8): of each group the id of an arm of the trial, or %NULL to leave the group out
 * @source: (nullable): the id of the source that prints the curves, or %NULL for a new one
 * @citation: (nullable): how to cite a new source
 * @location: where in the source they are
 *
 * What curves are added to.
 */
typedef struct
{
  const char *trial;
  const char *endpoint;
  GPtrArray  *arms;
  const char *source;
  const char *citation;
  const char *location;
} RgmCurvesTarget;

RgmDataSet *rgm_curves_attach (RgmDataSet              *data_set,
                               const RgmCurvesReading  *reading,
                               const RgmCurvesTarget   *target,
                               GError                 **error);

G_END_DECLS
