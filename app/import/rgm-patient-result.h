/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/* Internal to import: the results in a patient's record, and the findings they stand for. */

/* What every record format expresses in its own way: a gene was examined, and a variant found or not. */
#define RGM_CODE_VARIANT_ASSESSMENT "LOINC:69548-6"
#define RGM_CODE_PRESENT "LOINC:LA9633-4"
#define RGM_CODE_ABSENT "LOINC:LA9634-2"

/**
 * RgmPatientResult:
 * @tests: (element-type utf8): codes of what was tested, as SYSTEM:CODE
 * @results: (element-type utf8): codes of the result
 * @test_names: (element-type utf8): names of what was tested
 * @result_names: (element-type utf8): the result in words
 * @is_absent: whether the record says that the result was looked for and is absent
 *
 * A result in a patient's record, independent of its format.
 */
typedef struct
{
  GPtrArray *tests;
  GPtrArray *results;
  GPtrArray *test_names;
  GPtrArray *result_names;
  gboolean   is_absent;
} RgmPatientResult;

RgmPatientResult *rgm_patient_result_new      (void);
void              rgm_patient_result_free     (RgmPatientResult        *self);
void              rgm_patient_result_add_code (GPtrArray               *codes,
                                               const char              *system,
                                               const char              *code);
RgmBiomarker     *rgm_patient_result_find     (const RgmPatientResult  *self,
                                               RgmDataSet              *data_set,
                                               GPtrArray               *values,
                                               gboolean                *is_absent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmPatientResult, rgm_patient_result_free)

G_END_DECLS
