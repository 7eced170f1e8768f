/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-curve-repair.h"
#include "rgm-follow-up.h"

G_BEGIN_DECLS

/**
 * RGM_UNKNOWN_COUNT:
 *
 * A number of patients or events that isn't known.
 */
#define RGM_UNKNOWN_COUNT (-1)

/**
 * RgmAtRisk:
 * @time: a time
 * @published: the number at risk there
 * @rebuilt: the number at risk among the rebuilt patients
 *
 * A number below a published curve. @rebuilt differs from @published where the curve
 * leaves no way to keep it.
 */
typedef struct
{
  double time;
  gint64 published;
  gint64 rebuilt;
} RgmAtRisk;

/**
 * RgmReconstruction:
 * @patients: (element-type RgmFollowUp): the patients, by time
 * @events: how many of them have the event
 * @at_risk: (element-type RgmAtRisk): the numbers at risk that were known
 * @root_mean_square_error: of the rebuilt curve at the points given, as a proportion
 * @largest_error: the largest of these errors
 * @largest_gap: how far the curve falls at most from one point to the next at a later time, as a
 *   proportion: where in between is unknown, and all of it is rebuilt at the later point
 * @gap_from: the time of the earlier of these points
 * @gap_to: the time of the later
 *
 * Patients whose survival curve is a digitised one.
 */
typedef struct
{
  GArray *patients;
  gsize   events;
  GArray *at_risk;
  double  root_mean_square_error;
  double  largest_error;
  double  largest_gap;
  double  gap_from;
  double  gap_to;
} RgmReconstruction;

RgmReason rgm_reconstruct           (const GArray       *curve,
                                     const GArray       *given,
                                     const RgmAtRisk    *at_risk,
                                     gsize               n_at_risk,
                                     gint64              patients,
                                     gint64              events,
                                     RgmReconstruction **result);
void      rgm_reconstruction_free   (RgmReconstruction  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmReconstruction, rgm_reconstruction_free)

G_END_DECLS
