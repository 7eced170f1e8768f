/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-trial-draft.h"

G_BEGIN_DECLS

void rgm_eligibility_rules_read   (RgmTrialDraft *draft,
                                   const char    *text,
                                   const char    *topic,
                                   const char    *location);
void rgm_eligibility_rules_settle (RgmTrialDraft *draft,
                                   RgmDataSet    *vocabulary,
                                   RgmRefusals   *refusals);

G_END_DECLS
