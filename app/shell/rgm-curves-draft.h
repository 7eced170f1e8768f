/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-digitised-curve.h"
#include "rgm-patient-groups.h"
#include "rgm-patient-times.h"
#include "rgm-rebuilt-curve.h"

G_BEGIN_DECLS

/**
 * RgmCurvesDraft:
 * @is_points: whether @text has the points of a published curve, and not patients' times
 * @curves: (nullable) (element-type RgmDigitisedCurve): curves that were digitised here, in place of @text
 * @text: what a file has, or a person pasted
 * @at_risk: (nullable): the numbers at risk below a curve
 * @name: (nullable): the name of the group, or of one of several curves
 * @source: (nullable): where it is from
 * @columns: how the columns of patients' times are to be understood
 * @unit: (nullable): the unit of the times, or %NULL for that which the text names
 * @patients: the number of patients, or %RGM_UNKNOWN_COUNT
 * @events: the number of events, or %RGM_UNKNOWN_COUNT
 *
 * What a person says of survival curves to be added.
 */
typedef struct
{
  gboolean               is_points;
  GPtrArray             *curves;
  const char            *text;
  const char            *at_risk;
  const char            *name;
  const char            *source;
  RgmPatientTimesOptions columns;
  const char            *unit;
  gint64                 patients;
  gint64                 events;
} RgmCurvesDraft;

/**
 * RgmKnownCounts:
 * @patients: the number of patients, or %RGM_UNKNOWN_COUNT
 * @events: the number of events, or %RGM_UNKNOWN_COUNT
 *
 * What is known of a published curve besides its points and numbers at risk.
 */
typedef struct
{
  gint64 patients;
  gint64 events;
} RgmKnownCounts;

/**
 * RgmCurvesReading:
 * @columns: (array zero-terminated=1): the names of the columns of patients' times
 * @statuses: (array zero-terminated=1): what stands in the column of the event
 * @question: what has to be chosen first
 * @groups: (nullable): the patients; %NULL with @fault
 * @rebuilt: (nullable) (element-type RgmRebuiltCurve): how the patients of each group are rebuilt, of points
 * @known: (nullable) (element-type RgmKnownCounts): what else is known of each of them
 * @understood: how the text was understood, sentences
 * @fault: (nullable): why it can't be, a sentence
 *
 * How a draft is understood.
 */
typedef struct
{
  char            **columns;
  char            **statuses;
  RgmTimesQuestion  question;
  RgmPatientGroups *groups;
  GPtrArray        *rebuilt;
  GArray           *known;
  char             *understood;
  char             *fault;
} RgmCurvesReading;

RgmCurvesReading *rgm_curves_draft_read   (const RgmCurvesDraft *self);
RgmRebuiltCurve  *rgm_curves_draft_rebuild (const RgmCurvesDraft    *self,
                                            const RgmDigitisedCurve *curve,
                                            GError                 **error);
void              rgm_curves_reading_free (RgmCurvesReading     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmCurvesReading, rgm_curves_reading_free)

G_END_DECLS
