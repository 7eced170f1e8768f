/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-csv.h"

G_BEGIN_DECLS

/**
 * RgmPatientTime:
 * @time: the length of follow-up, 0 or more
 * @event: whether it ended with the event
 * @group: the index of the patient's group
 *
 * One patient's follow-up.
 */
typedef struct
{
  double   time;
  gboolean event;
  guint    group;
} RgmPatientTime;

/**
 * RgmPatientTimesOptions:
 * @time: (nullable): the name of the column of times, or %NULL to recognise it
 * @status: (nullable): the name of the column that says who had the event
 * @event: (nullable): the status of a patient with the event
 * @group: (nullable): the name of the column of groups
 *
 * How a file of patients' times is to be understood.
 */
typedef struct
{
  const char *time;
  const char *status;
  const char *event;
  const char *group;
} RgmPatientTimesOptions;

/**
 * RgmTimesQuestion:
 * @RGM_TIMES_CLEAR: nothing
 * @RGM_TIMES_WHICH_TIME: which column has the times
 * @RGM_TIMES_WHICH_STATUS: which column says who had the event
 * @RGM_TIMES_WHICH_EVENT: which status is that of the event
 * @RGM_TIMES_WHICH_GROUP: which column has the groups
 *
 * What a person has to say before a file of patients' times can be understood.
 */
typedef enum
{
  RGM_TIMES_CLEAR,
  RGM_TIMES_WHICH_TIME,
  RGM_TIMES_WHICH_STATUS,
  RGM_TIMES_WHICH_EVENT,
  RGM_TIMES_WHICH_GROUP,
} RgmTimesQuestion;

/**
 * RgmPatientTimes:
 * @patients: (element-type RgmPatientTime): the patients, in the file's order
 * @groups: (element-type utf8): the names of the groups, sorted; none without such a column
 * @origins: (element-type utf8) (nullable): where each group's times come from, in the words of a column "origin"; %NULL without one
 * @unit: (nullable): the unit of the times, where the file's header names it
 * @time_column: the header of the times
 * @status_column: the header of the status
 * @group_column: (nullable): the header of the groups
 * @n_unknown: how many rows were left out because something in them is missing
 * @remarks: (element-type utf8): what a person should know of how the file was understood,
 *   each a sentence
 *
 * Patients' times, as they were understood.
 */
typedef struct
{
  GArray    *patients;
  GPtrArray *groups;
  GPtrArray *origins;
  char      *unit;
  char      *time_column;
  char      *status_column;
  char      *group_column;
  guint      n_unknown;
  GPtrArray *remarks;
} RgmPatientTimes;

RgmPatientTimes *rgm_patient_times_read (const RgmCsv                  *csv,
                                         const RgmPatientTimesOptions  *options,
                                         RgmTimesQuestion              *question,
                                         GError                       **error);
const char      *rgm_patient_times_get_origin
                                        (const RgmPatientTimes         *self,
                                         guint                          group);
char           **rgm_patient_times_list_statuses
                                        (const RgmCsv                  *csv,
                                         const char                    *column);
char            *rgm_patient_times_find_status
                                        (const RgmCsv                  *csv);
void             rgm_patient_times_free (RgmPatientTimes               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPatientTimes, rgm_patient_times_free)

G_END_DECLS
