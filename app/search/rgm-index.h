/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-bits.h"
#include "rgm-data-set.h"
#include "rgm-query.h"

G_BEGIN_DECLS

#define RGM_TYPE_INDEX (rgm_index_get_type ())

/**
 * RgmIndex:
 *
 * What a data set's trials are found by: built once, immutable after that, so that a
 * keystroke is answered within a frame. Trials are named by their place in the data set.
 */
G_DECLARE_FINAL_TYPE (RgmIndex, rgm_index, RGM, INDEX, GObject)

/**
 * RgmFound:
 * @trials: the trials that fulfil a query
 * @ranks: (nullable): by trial, how well: lower is better; %NULL where nothing was to rank
 *
 * What a query found.
 */
typedef struct
{
  RgmBits *trials;
  guint8  *ranks;
} RgmFound;

RgmIndex           *rgm_index_new          (RgmDataSet     *data_set);
RgmDataSet         *rgm_index_get_data_set (RgmIndex       *self);
guint               rgm_index_get_size     (RgmIndex       *self);
RgmTrial           *rgm_index_get_trial    (RgmIndex       *self,
                                            guint           position);
RgmQuery           *rgm_index_parse        (RgmIndex       *self,
                                            const char     *text,
                                            GError        **error);
void                rgm_index_find         (RgmIndex       *self,
                                            const RgmQuery *query,
                                            int             without,
                                            RgmFound       *found);
RgmBits            *rgm_index_find_value   (RgmIndex       *self,
                                            const char     *field,
                                            const char     *value);
void                rgm_found_clear        (RgmFound       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RgmFound, rgm_found_clear)

G_END_DECLS
