/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rgm-follow-up.h"

G_BEGIN_DECLS

/**
 * RgmTimesOrigin:
 * @RGM_TIMES_OBSERVED: they are the patients' own
 * @RGM_TIMES_FROM_AT_RISK_AND_EVENTS: reconstructed from a published curve with its numbers at risk
 *   and its number of events
 * @RGM_TIMES_FROM_AT_RISK: the same with its numbers at risk alone
 * @RGM_TIMES_FROM_EVENTS: with its numbers of patients and events
 * @RGM_TIMES_FROM_PATIENTS: with its number of patients alone, which says nothing of events
 *
 * Where patients' times come from.
 */
typedef enum
{
  RGM_TIMES_OBSERVED,
  RGM_TIMES_FROM_AT_RISK_AND_EVENTS,
  RGM_TIMES_FROM_AT_RISK,
  RGM_TIMES_FROM_EVENTS,
  RGM_TIMES_FROM_PATIENTS,
} RgmTimesOrigin;

GType rgm_times_origin_get_type (void) G_GNUC_CONST;
#define RGM_TYPE_TIMES_ORIGIN (rgm_times_origin_get_type ())

#define RGM_TYPE_PATIENT_GROUPS (rgm_patient_groups_get_type ())

/**
 * RgmGroupPoint:
 * @group: the index of a group
 * @time: a time
 * @survival: survival then, as a proportion
 *
 * A point of the published curve that a group's patients were rebuilt from.
 */
typedef struct
{
  gsize  group;
  double time;
  double survival;
} RgmGroupPoint;

/**
 * RgmPatientGroups:
 * @patients: (element-type RgmFollowUp): the patients
 * @groups: (element-type gsize): each patient's group
 * @names: (element-type utf8): the groups' names
 * @points: (element-type RgmGroupPoint): what the patients of groups were rebuilt from
 * @remarks: (element-type utf8): how well times were reconstructed, sentences
 * @unit: (nullable): the unit of the times
 * @origins: (element-type RgmTimesOrigin): where each group's times come from
 * @source: (nullable): what the times were read from, for people
 * @why_no_tests: (nullable): why the groups are not to be tested against each other, a sentence
 *
 * Groups of patients with their times to an event. Filled once and then read only.
 */
typedef struct
{
  GArray         *patients;
  GArray         *groups;
  GPtrArray      *names;
  GArray         *points;
  GPtrArray      *remarks;
  char           *unit;
  GArray         *origins;
  char           *source;
  char           *why_no_tests;
} RgmPatientGroups;

GType             rgm_patient_groups_get_type   (void) G_GNUC_CONST;
RgmPatientGroups *rgm_patient_groups_new        (void);
RgmPatientGroups *rgm_patient_groups_ref        (RgmPatientGroups       *self);
void              rgm_patient_groups_unref      (RgmPatientGroups       *self);
RgmPatientGroups *rgm_patient_groups_convert    (RgmPatientGroups       *self,
                                                 const char             *unit);
void              rgm_patient_groups_add_name   (RgmPatientGroups       *self,
                                                 const char             *name,
                                                 RgmTimesOrigin          origin);
GPtrArray        *rgm_patient_groups_drop_empty (RgmPatientGroups       *self);
char             *rgm_patient_groups_to_csv     (const RgmPatientGroups *self,
                                                 gboolean                with_origin);
RgmTimesOrigin    rgm_patient_groups_get_origin (const RgmPatientGroups *self,
                                                 gsize                   group);
gboolean          rgm_patient_groups_have       (const RgmPatientGroups *self,
                                                 RgmTimesOrigin          origin);
gboolean          rgm_patient_groups_find       (const RgmPatientGroups *self,
                                                 const char             *name,
                                                 gsize                  *group);
RgmTimesOrigin    rgm_times_origin_from_known   (gsize                   n_at_risk,
                                                 gboolean                knows_events);
RgmTimesOrigin    rgm_times_origin_from_nick    (const char             *nick);
const char       *rgm_times_origin_get_sentence (RgmTimesOrigin          origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPatientGroups, rgm_patient_groups_unref)

G_END_DECLS
