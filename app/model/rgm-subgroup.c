/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-subgroup.h"

static const RgmField fields[] = {
  RGM_FIELD (RgmSubgroup, label, "label", TEXT, RGM_REQUIRED | RGM_SHARED, "Which patients they are."),
  RGM_FIELD (RgmSubgroup, n, "n", INTEGER, RGM_OPTIONAL, "The number of patients.",
             .min = 1, .max = RGM_COUNT_MAX, .unit = "patients"),
  RGM_FIELD (RgmSubgroup, outcomes, "outcomes", RECORDS, RGM_REQUIRED, "Their results.", .element = &rgm_outcome_description),
};

RGM_DEFINE_RECORD (RgmSubgroup, rgm_subgroup, fields, .name = "subgroup",
                   .help = "Some of an arm's patients; never an arm of its own.")
