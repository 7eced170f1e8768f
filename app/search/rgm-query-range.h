/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-search-fields.h"

G_BEGIN_DECLS

/**
 * RgmQuerySpan:
 * @lower: the smaller number; times in months
 * @upper: the larger number
 * @text: the span as one types it after a field's name and a colon, '5-10 months'
 * @is_introduced: whether a word such as 'between' stands before it
 * @unit: (nullable): where the unit of the second number begins
 *
 * Two numbers and all that is between them.
 */
typedef struct
{
  double      lower;
  double      upper;
  char       *text;
  gboolean    is_introduced;
  const char *unit;
} RgmQuerySpan;

const char *rgm_query_pass_span (const char         *at,
                                 RgmSearchFieldKind  kind,
                                 RgmQuerySpan       *span);

G_END_DECLS
