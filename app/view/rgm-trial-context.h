/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-patient.h"

G_BEGIN_DECLS

/**
 * RgmTrialContext:
 * @data_set: the data set
 * @trial: the trial that a page is built for
 * @patient: (nullable): whose findings the criteria are marked with
 * @remarks: (element-type RgmRemark): the trial's remarks that no part of the page has shown yet
 *
 * What the parts of a trial's page share while it is built. Each part takes the remarks
 * that concern it out of @remarks, and the last part shows what is left: none is lost,
 * none is shown twice.
 */
typedef struct
{
  RgmDataSet *data_set;
  RgmTrial   *trial;
  RgmPatient *patient;
  GPtrArray  *remarks;
} RgmTrialContext;

G_END_DECLS
