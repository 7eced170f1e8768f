/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-load.h"
#include "rgm-selection.h"

static inline RgmSelection *
select_from (RgmDataSet *data_set)
{
  RgmSelection *selection = rgm_selection_new ();

  rgm_selection_set_data_set (selection, data_set);

  return selection;
}

static inline RgmSelection *
select_embedded (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_embedded (NULL, NULL, &error);

  g_assert_no_error (error);

  return select_from (data_set);
}
