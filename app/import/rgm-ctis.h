/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "rgm-trial-draft.h"

G_BEGIN_DECLS

RgmTrialDraft *rgm_ctis_read (JsonObject  *record,
                              const char  *place,
                              RgmRefusals *refusals);

G_END_DECLS
