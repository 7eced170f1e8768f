/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-selection.h"

G_BEGIN_DECLS

/**
 * RgmRemedy:
 * @what: a part of the query as it was typed, or a facet's value in words
 * @is_facet: whether it is a facet's
 * @left: how many trials there would be without it
 * @query: (nullable): the query without it
 * @value: (nullable): the facet's value
 *
 * What to drop where nothing is found.
 */
typedef struct
{
  char          *what;
  gboolean       is_facet;
  guint          left;
  char          *query;
  RgmFacetValue *value;
} RgmRemedy;

GPtrArray *rgm_remedies_find  (RgmSelection    *selection);
void       rgm_remedies_apply (RgmSelection    *selection,
                               const RgmRemedy *remedy);

G_END_DECLS
