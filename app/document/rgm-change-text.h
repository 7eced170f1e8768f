/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-difference.h"

G_BEGIN_DECLS

GPtrArray *rgm_change_text_sort     (GPtrArray  *changes);
guint      rgm_change_text_rank_all (GPtrArray  *changes);
char      *rgm_change_text_field    (RgmDataSet *data_set,
                                     const char *field);
char      *rgm_change_text_values   (GPtrArray  *changes,
                                     const char *unit);
char      *rgm_change_text_summary  (RgmDataSet *data_set,
                                     GPtrArray  *changes);

G_END_DECLS
