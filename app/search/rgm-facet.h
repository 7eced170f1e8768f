/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-facet-value.h"
#include "rgm-index.h"

G_BEGIN_DECLS

#define RGM_TYPE_FACET (rgm_facet_get_type ())

/**
 * RgmFacet:
 *
 * A property by which trials can be narrowed: class, phase, status … A trial passes a facet with any of its chosen values, and must
 * pass every facet.
 */
G_DECLARE_FINAL_TYPE (RgmFacet, rgm_facet, RGM, FACET, GObject)

GListModel    *rgm_facets_new         (RgmIndex   *index);
const char    *rgm_facet_get_id       (RgmFacet   *self);
const char    *rgm_facet_get_title    (RgmFacet   *self);
GListModel    *rgm_facet_get_values   (RgmFacet   *self);
guint          rgm_facet_get_n_chosen (RgmFacet   *self);
RgmBitSet       *rgm_facets_pass        (GListModel    *facets,
                                       const RgmBitSet *from,
                                       RgmFacet      *but);

G_END_DECLS
