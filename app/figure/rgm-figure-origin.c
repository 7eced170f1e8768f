/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-figure-origin.h"

#include "rgm-isolate.h"

/**
 * rgm_figure_text_origin:
 * @selection: a selection
 *
 * Returns: (transfer full) (nullable): which file the numbers are from; %NULL for the embedded data set
 */
char *
rgm_figure_text_origin (RgmSelection *selection)
{
  gboolean is_changed_copy;
  const char *file_name = rgm_selection_get_origin (selection, &is_changed_copy);

  if (file_name == NULL)
    return NULL;
  if (is_changed_copy)
    /* Translators: %s is the name of a file. */
    return rgm_text_printf (_("Data set: %s, a modified copy of the embedded data set."), file_name);

  /* Translators: %s is the name of a file. */
  return rgm_text_printf (_("Data set: %s."), file_name);
}
