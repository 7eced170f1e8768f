/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/* Undo has no limit, and a whole revision has look-up tables for each record. A step keeps
 * only what changed in each list, the records from the first to the last that differ, and the texts
 * that can't be stored. */


typedef struct
{
  char       *name;
  char       *key;       /* steps in a row with the same key are one */
  GPtrArray  *patches;
  RgmDataSet *before;    /* whole, where more than lists changed; else NULL */
  RgmDataSet *after;
  GVariant   *texts_before;
  GVariant   *texts_after;
} RgmDocumentStep;

RgmDocumentStep *rgm_document_step_new        (const char            *name,
                                               const char            *key,
                                               RgmDataSet            *before,
                                               RgmDataSet            *after,
                                               GVariant              *texts_before,
                                               GVariant              *texts_after);
void             rgm_document_step_free       (RgmDocumentStep       *self);
void             rgm_document_step_extend     (RgmDocumentStep       *self,
                                               const char            *key,
                                               RgmDataSet            *now,
                                               RgmDataSet            *after,
                                               GVariant              *texts_after);
gboolean         rgm_document_step_is_change  (const RgmDocumentStep *self);
gboolean         rgm_document_step_is_nothing (const RgmDocumentStep *self);
RgmDataSet      *rgm_document_step_take       (const RgmDocumentStep *self,
                                               RgmDataSet            *data_set,
                                               gboolean               is_back);

G_END_DECLS
