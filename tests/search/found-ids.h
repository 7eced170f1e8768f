/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-index.h"

/* The ids of the trials that a query finds, in their order. */
static inline char *
find_ids (RgmIndex   *index,
          const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmQuery) query = rgm_index_parse (index, text, &error);
  g_auto (RgmFound) found = { NULL };
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  rgm_index_find (index, query, -1, NULL, &found);
  for (guint i = 0; i < rgm_index_get_size (index); i++)
    if (rgm_bit_set_has (found.trials, i))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", rgm_index_get_trial (index, i)->id);

  return g_string_free (ids, FALSE);
}
