/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-trial-draft.h"

G_BEGIN_DECLS

RgmDataSet *rgm_proposal_make (GPtrArray   *drafts,
                               GPtrArray   *sources,
                               GPtrArray   *results,
                               RgmRefusals *refusals);

G_END_DECLS
