/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-remedies.h"

static void
remedy_free (gpointer data)
{
  RgmRemedy *remedy = data;

  g_free (remedy->what);
  g_free (remedy->query);
  g_clear_object (&remedy->value);
  g_free (remedy);
}

static void
add_term_remedies (RgmSelection *selection,
                   GPtrArray    *remedies)
{
  RgmIndex *index = rgm_selection_get_index (selection);
  RgmQuery *query = rgm_selection_get_query (selection);
  GListModel *facets = rgm_selection_get_facets (selection);

  for (guint i = 0; i < rgm_query_get_n_terms (query); i++)
    {
      g_auto (RgmFound) found = { NULL };
      g_autoptr (RgmBits) left = NULL;
      RgmRemedy *remedy;

      rgm_index_find (index, query, (int) i, &found);
      left = rgm_facets_pass (facets, found.trials, NULL);
      if (rgm_bits_count (left) == 0)
        continue;

      remedy = g_new0 (RgmRemedy, 1);
      remedy->what = g_strdup (rgm_query_get_term (query, i)->text);
      remedy->left = rgm_bits_count (left);
      remedy->query = rgm_query_without (query, i);
      g_ptr_array_add (remedies, remedy);
    }
}

static void
add_facet_remedies (RgmSelection *selection,
                    RgmFacet     *facet,
                    GPtrArray    *remedies)
{
  g_auto (RgmFound) found = { NULL };
  g_autoptr (RgmBits) left = NULL;
  GListModel *values = rgm_facet_get_values (facet);

  /* With several values chosen, letting one go doesn't widen anything. */
  if (rgm_facet_get_n_chosen (facet) != 1)
    return;

  rgm_index_find (rgm_selection_get_index (selection), rgm_selection_get_query (selection), -1, &found);
  left = rgm_facets_pass (rgm_selection_get_facets (selection), found.trials, facet);
  if (rgm_bits_count (left) == 0)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, i);
      RgmRemedy *remedy;

      if (!rgm_facet_value_get_is_chosen (value))
        continue;

      remedy = g_new0 (RgmRemedy, 1);
      remedy->what = g_strdup_printf ("%s: %s", rgm_facet_get_title (facet), rgm_facet_value_get_label (value));
      remedy->is_facet = TRUE;
      remedy->left = rgm_bits_count (left);
      remedy->value = g_object_ref (value);
      g_ptr_array_add (remedies, remedy);
    }
}

/**
 * rgm_remedies_find:
 * @selection: a selection
 *
 * Looks what to drop where nothing is found: each part of the query and each facet's
 * value without which something would be.
 *
 * Returns: (transfer full) (element-type RgmRemedy): the ways on; empty if no single step leads to a trial
 */
GPtrArray *
rgm_remedies_find (RgmSelection *selection)
{
  GPtrArray *remedies = g_ptr_array_new_with_free_func (remedy_free);
  GListModel *facets;

  g_return_val_if_fail (RGM_IS_SELECTION (selection), remedies);

  facets = rgm_selection_get_facets (selection);
  if (facets == NULL)
    return remedies;

  add_term_remedies (selection, remedies);
  for (guint i = 0; i < g_list_model_get_n_items (facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);

      add_facet_remedies (selection, facet, remedies);
    }

  return remedies;
}

/**
 * rgm_remedies_apply:
 * @selection: a selection
 * @remedy: what to drop
 */
void
rgm_remedies_apply (RgmSelection    *selection,
                    const RgmRemedy *remedy)
{
  g_return_if_fail (RGM_IS_SELECTION (selection));
  g_return_if_fail (remedy != NULL);

  if (remedy->is_facet)
    rgm_facet_value_set_is_chosen (remedy->value, FALSE);
  else
    rgm_selection_set_text (selection, remedy->query);
}
