/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-pool.h"
#include "rgm-pooled-rate.h"

G_BEGIN_DECLS

/* For this room only: who shows a number sees no header of the statistics. */

const char    *rgm_reason_get_words (RgmReason            reason);
RgmPooledRate  rgm_pooled_rate_from (const RgmPoolResult *result);

G_END_DECLS
