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

/* Between the sign and what it stands at: a no-break space, so that it never has a line to itself. */
#define RGM_SIGN_SPACE "\302\240"

GPtrArray *rgm_number_remarks_find (RgmTrial           *trial,
                                    RgmArm             *arm,
                                    const char * const *endpoints);
char      *rgm_number_remarks_join (GPtrArray          *remarks);
char      *rgm_number_remarks_text (RgmTrial           *trial,
                                    RgmArm             *arm,
                                    const char * const *endpoints);

G_END_DECLS
