/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-outcome.h"

G_BEGIN_DECLS

char       *rgm_printed_compose (RgmOutcome *outcome);
RgmOutcome *rgm_printed_revise  (RgmOutcome *outcome,
                                 RgmOutcome *typed);

G_END_DECLS
