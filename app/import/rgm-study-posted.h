/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "rgm-trial-draft.h"

G_BEGIN_DECLS

void rgm_study_posted_read_analyses (RgmTrialDraft *draft,
                                     JsonArray     *measures,
                                     const char    *module,
                                     RgmRefusals   *refusals);
void rgm_study_posted_read_events   (RgmTrialDraft *draft,
                                     JsonObject    *module,
                                     RgmRefusals   *refusals);

G_END_DECLS
