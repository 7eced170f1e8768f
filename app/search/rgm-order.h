/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-enum.h"
#include "rgm-index.h"

G_BEGIN_DECLS

/* Sort keys for trials and arms. In commands and options, a minus sign before the nick reverses the order. */
typedef enum
{
  RGM_SORT_NAME,
  RGM_SORT_ORR,
  RGM_SORT_PFS,
  RGM_SORT_OS,
  RGM_SORT_PATIENTS,
  RGM_SORT_PHASE,
  RGM_SORT_STATUS,
} RgmSortKey;

#define RGM_TYPE_SORT_KEY (rgm_sort_key_get_type ())

GType       rgm_sort_key_get_type     (void) G_GNUC_CONST;
const char *rgm_sort_key_get_endpoint (RgmSortKey  key);
int         rgm_order_find_key        (const char *word);
guint      *rgm_order_new             (RgmIndex   *index,
                                       const char *word);
GArray     *rgm_order_pick            (RgmIndex        *index,
                                       const guint     *order,
                                       const RgmFound  *found,
                                       const RgmBitSet *trials);

G_END_DECLS
