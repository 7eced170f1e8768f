/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-reason.h"

G_BEGIN_DECLS

/* For this room only: no other sees the headers of the statistics. */

const char *rgm_reason_get_text (RgmReason reason);

G_END_DECLS
