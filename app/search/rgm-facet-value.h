/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rgm-bit-set.h"

G_BEGIN_DECLS

#define RGM_TYPE_FACET_VALUE (rgm_facet_value_get_type ())

/**
 * RgmFacetValue:
 *
 * One value of a facet: whether it is chosen, and how many trials would remain if it were chosen.
 */
G_DECLARE_FINAL_TYPE (RgmFacetValue, rgm_facet_value, RGM, FACET_VALUE, GObject)

RgmFacetValue *rgm_facet_value_new           (const char    *id,
                                              const char    *label,
                                              RgmBitSet       *trials);
const char    *rgm_facet_value_get_id        (RgmFacetValue *self);
const char    *rgm_facet_value_get_label     (RgmFacetValue *self);
const RgmBitSet *rgm_facet_value_get_trials    (RgmFacetValue *self);
gboolean       rgm_facet_value_get_is_chosen (RgmFacetValue *self);
void           rgm_facet_value_set_is_chosen (RgmFacetValue *self,
                                              gboolean       is_chosen);
guint          rgm_facet_value_get_left      (RgmFacetValue *self);
void           rgm_facet_value_set_left      (RgmFacetValue *self,
                                              guint          left);

G_END_DECLS
