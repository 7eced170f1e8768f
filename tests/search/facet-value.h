/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-facet.h"

/* The value of a facet with an id; NULL where it has none. */
static inline RgmFacetValue *
facet_find_value (RgmFacet   *facet,
                  const char *id)
{
  GListModel *values = rgm_facet_get_values (facet);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, i);

      if (g_str_equal (rgm_facet_value_get_id (value), id))
        return value;
    }

  return NULL;
}
