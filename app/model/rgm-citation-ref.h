/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-record.h"

G_BEGIN_DECLS

#define RGM_TYPE_CITATION_REF (rgm_citation_ref_get_type ())

/* Where in a source something is said: what makes a number traceable. */
typedef struct
{
  const char *source;     /* the id of the source */
  const char *location;   /* 'Table 1, DESTINY-CRC01', 'Conclusion, paragraph 2' */
} RgmCitationRef;

RGM_DECLARE_VALUE (RgmCitationRef, rgm_citation_ref)

G_END_DECLS
