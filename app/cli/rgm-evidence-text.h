/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

char *rgm_evidence_text_trial (RgmDataSet *data_set,
                               RgmTrial   *trial);

G_END_DECLS
