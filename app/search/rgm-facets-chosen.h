/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-facet.h"

G_BEGIN_DECLS

GVariant *rgm_facets_save   (GListModel *facets);
void      rgm_facets_choose (GListModel *facets,
                             GVariant   *chosen);
void      rgm_facets_count_left
                            (GListModel      *facets,
                             const RgmBitSet *trials);

G_END_DECLS
