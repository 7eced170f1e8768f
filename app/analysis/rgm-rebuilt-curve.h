/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-patient-groups.h"
#include "rgm-reconstruct.h"

G_BEGIN_DECLS

/**
 * RgmCurveEvidence:
 * @points: (element-type RgmCurvePoint): the points read off a published curve, in any order, as
 *   proportions or in percent
 * @at_risk: (element-type RgmAtRisk): the numbers at risk published with it, by time
 * @patients: the number of patients, or %RGM_UNKNOWN_COUNT
 * @events: the number of events, or %RGM_UNKNOWN_COUNT
 * @unit: (nullable): the unit of the times
 *
 * What is known of a published survival curve.
 */
typedef struct
{
  const GArray *points;
  const GArray *at_risk;
  gint64        patients;
  gint64        events;
  const char   *unit;
} RgmCurveEvidence;

/**
 * RgmRebuiltCurve:
 * @repair: what was found of the points' scale, and repaired
 * @given: (element-type RgmCurvePoint): the points by time, as proportions
 * @result: the patients
 * @known: what they are rebuilt from
 * @remarks: (element-type utf8): what a person has to know of the result, each a sentence
 *
 * Patients that are rebuilt from a published curve, and how well.
 */
typedef struct
{
  RgmCurveRepair     repair;
  GArray            *given;
  RgmReconstruction *result;
  RgmTimesOrigin     known;
  GPtrArray         *remarks;
} RgmRebuiltCurve;

RgmRebuiltCurve *rgm_rebuilt_curve_new  (const RgmCurveEvidence  *evidence,
                                         gsize                   *at_fault,
                                         GError                 **error);
void             rgm_patient_groups_add_rebuilt
                                        (RgmPatientGroups        *self,
                                         const RgmRebuiltCurve   *rebuilt,
                                         const char              *name,
                                         double                   factor);
void             rgm_rebuilt_curve_free (RgmRebuiltCurve         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmRebuiltCurve, rgm_rebuilt_curve_free)

G_END_DECLS
