/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RGM_REMARK_SIGN:
 *
 * Stands at a number that carries a conflict or a caution.
 */
#define RGM_REMARK_SIGN "†"

GPtrArray *rgm_number_remarks_find (RgmTrial           *trial,
                                    RgmArm             *arm,
                                    const char * const *endpoints);
char      *rgm_number_remarks_text (RgmTrial           *trial,
                                    RgmArm             *arm,
                                    const char * const *endpoints);

G_END_DECLS
