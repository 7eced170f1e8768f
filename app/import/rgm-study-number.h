/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-estimate.h"

G_BEGIN_DECLS

gboolean rgm_study_number_parse      (const char *text,
                                      double     *number,
                                      guint      *decimals);
RgmState rgm_study_number_find_state (const char *comment);

G_END_DECLS
