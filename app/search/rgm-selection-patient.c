/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-index.h"
#include "rgm-search-fields.h"
#include "rgm-selection.h"

/* Where a query asks which trials fit; -1 where it does not. */
static int
find_fits (const RgmQuery *query)
{
  for (guint i = 0; query != NULL && i < rgm_query_get_n_terms (query); i++)
    if (g_strcmp0 (rgm_query_get_term (query, i)->field, RGM_SEARCH_FITS) == 0)
      return (int) i;

  return -1;
}

/**
 * rgm_selection_dup_text_without_patient:
 * @self: a selection
 *
 * Returns: (transfer full): the query without what it asks of a patient, which means nothing without one
 */
char *
rgm_selection_dup_text_without_patient (RgmSelection *self)
{
  g_autofree char *text = NULL;
  g_autoptr (RgmQuery) query = NULL;
  RgmIndex *index;
  int position;

  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  index = rgm_selection_get_index (self);
  text = g_strdup (rgm_selection_get_text (self));
  if (index != NULL)
    query = rgm_index_parse (index, text, NULL);
  while ((position = find_fits (query)) >= 0)
    {
      char *rest = rgm_query_replace (query, (guint) position, NULL);

      g_free (text);
      text = rest;
      rgm_query_unref (query);
      query = rgm_index_parse (index, text, NULL);
    }

  return g_steal_pointer (&text);
}

/* Forgets the findings, and what the query asks of them. */
void
rgm_selection_clear_patient (RgmSelection *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (RGM_IS_SELECTION (self));

  text = rgm_selection_dup_text_without_patient (self);
  rgm_selection_set_text (self, text);
  rgm_selection_set_patient (self, "", NULL);
}
