/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-index-private.h"
#include "rgm-notes.h"
#include "rgm-selection-private.h"

static void
on_notes_changed (RgmSelection *self)
{
  const RgmQuery *query = rgm_selection_get_query (self);

  for (guint i = 0; query != NULL && i < rgm_query_get_n_terms (query); i++)
    if (rgm_term_asks_for_notes (rgm_query_get_term (query, i)))
      {
        rgm_selection_refresh (self);
        return;
      }
}

/**
 * rgm_selection_follow_notes:
 * @self: a selection
 *
 * Keeps what the selection has found up to date with a person's own notes. They are not read for that.
 */
void
rgm_selection_follow_notes (RgmSelection *self)
{
  g_signal_connect_object (rgm_notes_get_default (), "changed", G_CALLBACK (on_notes_changed), self, G_CONNECT_SWAPPED);
}
