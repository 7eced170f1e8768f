/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-patient-record.h"
#include "rgm-selection.h"

G_BEGIN_DECLS

#define RGM_TYPE_PATIENT_REVIEW (rgm_patient_review_get_type ())

/**
 * RgmPatientReview:
 *
 * What was recognised in a patient's record, for confirmation before any of it is used.
 */
G_DECLARE_FINAL_TYPE (RgmPatientReview, rgm_patient_review, RGM, PATIENT_REVIEW, AdwWindow)

void rgm_patient_review_show (GtkWindow        *parent,
                              RgmSelection     *selection,
                              RgmPatientRecord *record);

G_END_DECLS
