/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-arm.h"
#include "rgm-outcome.h"
#include "rgm-place.h"
#include "rgm-trial.h"

G_BEGIN_DECLS

/* What the model says in words: one wording for the list, the panels, the figures and
 * the answers at the shell. */

const char *rgm_wording_state       (RgmState           state);
int         rgm_wording_decimals    (const RgmEstimate *estimate);
char       *rgm_wording_value       (const RgmEstimate *estimate);
char       *rgm_wording_bounds      (const RgmEstimate *estimate);
char       *rgm_wording_interval    (const RgmEstimate *estimate);
char       *rgm_wording_months      (const RgmEstimate *estimate);
char       *rgm_wording_responders  (RgmOutcome        *outcome);
char       *rgm_wording_outcome     (RgmOutcome        *outcome);
char       *rgm_wording_place       (const RgmPlace    *place);
const char *rgm_wording_status      (const char        *state);
const char *rgm_wording_allocation  (RgmAllocation      allocation);
char       *rgm_wording_arm         (RgmTrial          *trial,
                                     RgmArm            *arm);
char       *rgm_wording_arms        (RgmTrial          *trial);

G_END_DECLS
