/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-enum.h"

G_BEGIN_DECLS

/* Sources in the formats of reference managers. */
typedef enum
{
  RGM_REFERENCE_RIS,
  RGM_REFERENCE_BIBTEX,
  RGM_REFERENCE_CSL_JSON,
} RgmReferenceFormat;

#define RGM_TYPE_REFERENCE_FORMAT (rgm_reference_format_get_type ())

GType rgm_reference_format_get_type (void) G_GNUC_CONST;

char *rgm_reference_list_write      (GPtrArray          *sources,
                                     RgmReferenceFormat  format);
void  rgm_reference_list_add_trial  (GPtrArray          *sources,
                                     RgmDataSet         *data_set,
                                     RgmTrial           *trial);

G_END_DECLS
