/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "rgm-trial-draft.h"

G_BEGIN_DECLS

RgmTrialDraft *rgm_study_json_read         (JsonObject    *record,
                                            const char    *place,
                                            RgmRefusals   *refusals);
void           rgm_study_json_count_unread (JsonObject    *record,
                                            RgmRefusals   *refusals);
void           rgm_study_json_read_results (RgmTrialDraft *draft,
                                            JsonObject    *results,
                                            RgmRefusals   *refusals);

G_END_DECLS
