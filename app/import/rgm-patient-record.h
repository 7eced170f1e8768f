/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmRecordedFinding:
 * @finding: (nullable): the finding in the query language, as for rgm_findings_new();
 *   %NULL if the entry wasn't recognised
 * @name: the finding for people, 'BRAF: V600 mutated'; for an unrecognised entry, what it is about
 * @result: the result in the words of the record; empty if it has none
 * @reason: (nullable): why the entry wasn't recognised, as a sentence
 * @place: the place of the entry in the record: '$.entry[3].resource'
 *
 * An entry of a patient's record.
 */
typedef struct
{
  char *finding;
  char *name;
  char *result;
  char *reason;
  char *place;
} RgmRecordedFinding;

/**
 * RgmPatientRecord:
 * @findings: (element-type RgmRecordedFinding): the recognised entries, each finding once
 * @others: (element-type RgmRecordedFinding): the entries that weren't recognised
 *
 * A patient's record in another program's format, in terms of a data set. It holds nothing that
 * identifies the patient.
 */
typedef struct
{
  GPtrArray *findings;
  GPtrArray *others;
} RgmPatientRecord;

RgmPatientRecord *rgm_patient_record_read (GBytes           *bytes,
                                           RgmDataSet       *data_set,
                                           GError          **error);
RgmPatientRecord *rgm_patient_record_load (GFile            *file,
                                           RgmDataSet       *data_set,
                                           GError          **error);
void              rgm_patient_record_free (RgmPatientRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPatientRecord, rgm_patient_record_free)

G_END_DECLS
