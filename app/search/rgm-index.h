/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-bit-set.h"
#include "rgm-data-set.h"
#include "rgm-patient.h"
#include "rgm-query.h"

G_BEGIN_DECLS

#define RGM_TYPE_INDEX (rgm_index_get_type ())

/**
 * RgmIndex:
 *
 * The search index of a data set: built once and immutable, so that every keystroke is answered within a frame. Trials are
 * identified by their position in the data set.
 */
G_DECLARE_FINAL_TYPE (RgmIndex, rgm_index, RGM, INDEX, GObject)

/**
 * RgmFound:
 * @trials: the trials that match a query
 * @ranks: (nullable): by trial, how well it matches: lower is better; %NULL if nothing could be ranked
 *
 * The result of a query.
 */
typedef struct
{
  RgmBitSet *trials;
  guint8  *ranks;
} RgmFound;

RgmIndex           *rgm_index_new          (RgmDataSet     *data_set);
RgmIndex           *rgm_index_new_late     (RgmDataSet     *data_set);
RgmIndex           *rgm_index_new_revised  (RgmIndex       *before,
                                            RgmDataSet     *data_set);
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
                                            RgmPatient     *patient,
                                            RgmFound       *found);
guint               rgm_index_count_term   (RgmIndex       *self,
                                            const RgmTerm  *term,
                                            RgmPatient     *patient);
RgmMatcher         *rgm_index_get_matcher  (RgmIndex       *self);
const char         *rgm_index_find_near    (RgmIndex       *self,
                                            const char     *word);
gboolean            rgm_index_is_known     (RgmIndex       *self,
                                            const char     *name);
RgmBitSet            *rgm_index_find_value   (RgmIndex       *self,
                                            const char     *field,
                                            const char     *value);
void                rgm_found_clear        (RgmFound       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RgmFound, rgm_found_clear)

G_END_DECLS
