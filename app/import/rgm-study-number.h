/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-estimate.h"

G_BEGIN_DECLS

/* A number of which a comment may speak. */
typedef enum
{
  RGM_POSTED_VALUE,
  RGM_POSTED_LOWER,
  RGM_POSTED_UPPER,
} RgmPostedNumber;

gboolean rgm_study_number_parse      (const char     *text,
                                      double         *number,
                                      guint          *decimals);
RgmState rgm_study_number_find_state (const char     *comment,
                                      RgmPostedNumber number);

G_END_DECLS
