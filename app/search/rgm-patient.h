/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-matcher.h"

G_BEGIN_DECLS

#define RGM_TYPE_PATIENT (rgm_patient_get_type ())

/**
 * RgmPatient:
 *
 * A patient's findings, with the answer for every trial of a data set. Immutable, and never stored.
 */
G_DECLARE_FINAL_TYPE (RgmPatient, rgm_patient, RGM, PATIENT, GObject)

RgmPatient  *rgm_patient_new          (RgmMatcher  *matcher,
                                       RgmDataSet  *data_set,
                                       const char  *text,
                                       GError     **error);
const char  *rgm_patient_get_text     (RgmPatient  *self);
RgmFindings *rgm_patient_get_findings (RgmPatient  *self);
RgmAnswer    rgm_patient_get_answer   (RgmPatient  *self,
                                       guint        trial);
guint        rgm_patient_find         (RgmPatient  *self,
                                       RgmTrial    *trial);
guint        rgm_patient_count        (RgmPatient  *self,
                                       RgmAnswer    answer);
void         rgm_patient_group        (RgmPatient  *self,
                                       GArray      *trials);
GPtrArray   *rgm_patient_explain      (RgmPatient  *self,
                                       guint        trial);
char       **rgm_patient_not_stated   (RgmPatient  *self,
                                       guint        trial);
GPtrArray   *rgm_patient_rank         (RgmPatient  *self,
                                       GArray      *trials);
char        *rgm_patient_name_fact    (RgmPatient  *self,
                                       const char  *fact);
char        *rgm_patient_reason       (RgmPatient  *self,
                                       guint        trial);
char        *rgm_patient_summary      (RgmPatient  *self);

G_END_DECLS
