/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-subgroup.h"

G_BEGIN_DECLS

/* What stands beside a number, in words: its computed interval, and where it is from. */

char *rgm_computed_words   (RgmDataSet  *data_set,
                            RgmTrial    *trial,
                            RgmArm      *arm,
                            RgmOutcome  *outcome);
char *rgm_citation_places  (RgmDataSet  *data_set,
                            GPtrArray   *places);
char *rgm_citation_outcome (RgmDataSet  *data_set,
                            RgmTrial    *trial,
                            RgmArm      *arm,
                            RgmSubgroup *subgroup,
                            RgmOutcome  *outcome);
GPtrArray *
      rgm_citation_list_trial
                           (RgmTrial    *trial);

G_END_DECLS
