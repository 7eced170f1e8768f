/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-selection.h"

/* Takes every chosen value back, in one change. */
void
rgm_selection_clear_facets (RgmSelection *self)
{
  g_autoptr (GVariant) nothing = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{sas}"), NULL, 0));

  if (rgm_selection_get_n_chosen (self) > 0)
    rgm_selection_restore_facets (self, nothing);
}
