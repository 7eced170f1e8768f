/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/**
 * RgmEdit:
 * @description: what the record is; one of the kinds that a data set lists, with an id
 * @id: (nullable): the id of the record that is replaced or removed; %NULL to add one
 * @record: (nullable): the record that takes its place, or is added; %NULL to remove it
 *
 * One change of a data set.
 */
typedef struct
{
  const RgmDescription *description;
  const char           *id;
  gpointer              record;
} RgmEdit;

RgmDataSet *rgm_data_set_revise (RgmDataSet     *self,
                                 const RgmEdit  *edits,
                                 guint           n_edits,
                                 GError        **error);

gboolean    rgm_record_refers   (const RgmDescription *description,
                                 gconstpointer         record,
                                 const RgmDescription *to,
                                 const char           *id);

G_END_DECLS
