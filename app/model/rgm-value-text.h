/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-arm.h"
#include "rgm-outcome.h"
#include "rgm-citation-ref.h"
#include "rgm-published-curve.h"
#include "rgm-trial.h"

G_BEGIN_DECLS

/* What the model says in words: one wording for the list, the panels, the figures and
 * the answers at the shell. */

const char *rgm_value_text_state       (RgmState           state);
int         rgm_value_text_decimals    (const RgmEstimate *estimate);
char       *rgm_value_text_published   (const RgmEstimate *estimate);
char       *rgm_value_text_value       (const RgmEstimate *estimate);
char       *rgm_value_text_bounds      (const RgmEstimate *estimate);
char       *rgm_value_text_interval    (const RgmEstimate *estimate);
char       *rgm_value_text_months      (const RgmEstimate *estimate);
char       *rgm_value_text_responders  (RgmOutcome        *outcome);
char       *rgm_value_text_outcome     (RgmOutcome        *outcome);
char       *rgm_value_text_place       (const RgmCitationRef    *place);
const char *rgm_value_text_status      (const char        *state);
const char *rgm_value_text_allocation  (RgmAllocation      allocation);
char       *rgm_value_text_arm         (RgmTrial          *trial,
                                     RgmArm            *arm);
char       *rgm_value_text_arms        (RgmTrial          *trial);
char       *rgm_value_text_enrolment  (const RgmEnrolment      *enrolment);
char       *rgm_value_text_study_date (const RgmStudyDate      *date);
char       *rgm_value_text_dosing     (const RgmDosing         *dosing);
char       *rgm_value_text_curve      (const RgmPublishedCurve *curve);

G_END_DECLS
