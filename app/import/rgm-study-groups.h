/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-trial-draft.h"

G_BEGIN_DECLS

void rgm_study_groups_match (RgmTrialDraft  *draft,
                             RgmPostedGroup *group,
                             guint           n_groups);

G_END_DECLS
