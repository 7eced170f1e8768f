/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-facets-chosen.h"

/**
 * rgm_facets_save:
 * @facets: (nullable): a list of #RgmFacet
 *
 * Returns: (transfer floating): the ids of the chosen values by the ids of their facets, of type a{sas}
 */
GVariant *
rgm_facets_save (GListModel *facets)
{
  GVariantBuilder chosen;

  g_variant_builder_init (&chosen, G_VARIANT_TYPE ("a{sas}"));
  for (guint i = 0; facets != NULL && i < g_list_model_get_n_items (facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);
      GListModel *values = rgm_facet_get_values (facet);
      g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
      g_auto (GStrv) list = NULL;

      for (guint j = 0; j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, j);

          if (rgm_facet_value_get_is_chosen (value))
            g_strv_builder_add (ids, rgm_facet_value_get_id (value));
        }
      list = g_strv_builder_end (ids);
      if (list[0] != NULL)
        g_variant_builder_add (&chosen, "{s^as}", rgm_facet_get_id (facet), list);
    }

  return g_variant_builder_end (&chosen);
}

/**
 * rgm_facets_choose:
 * @facets: a list of #RgmFacet
 * @chosen: a value from rgm_facets_save(), perhaps saved with another data set
 *
 * Chooses exactly those of the saved values that exist here.
 */
void
rgm_facets_choose (GListModel *facets,
                   GVariant   *chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);
      GListModel *values = rgm_facet_get_values (facet);
      g_autofree const char **ids = NULL;

      g_variant_lookup (chosen, rgm_facet_get_id (facet), "^a&s", &ids);
      for (guint j = 0; j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, j);

          rgm_facet_value_set_is_chosen (value, ids != NULL && g_strv_contains (ids, rgm_facet_value_get_id (value)));
        }
    }
}

/**
 * rgm_facets_count_left:
 * @facets: (element-type RgmFacet): facets
 * @trials: what a query found
 *
 * Counts for each value how many of @trials would remain with it, given what is chosen in the other facets.
 */
void
rgm_facets_count_left (GListModel      *facets,
                       const RgmBitSet *trials)
{
  for (guint i = 0; i < g_list_model_get_n_items (facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);
      g_autoptr (RgmBitSet) others = rgm_facets_pass (facets, trials, facet);
      GListModel *values = rgm_facet_get_values (facet);

      for (guint j = 0; j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, j);

          rgm_facet_value_set_left (value, rgm_bit_set_count_in (others, rgm_facet_value_get_trials (value)));
        }
    }
}
