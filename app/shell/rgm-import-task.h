/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-import.h"
#include "rgm-merge.h"

G_BEGIN_DECLS

/**
 * RgmImportReview:
 * @import: others' files, read
 * @base: the data set that is open
 * @proposed: what the files say
 * @choices: what a person decides
 * @merge: what comes of it
 *
 * An import between reading and taking.
 */
typedef struct
{
  RgmImport       *import;
  RgmDataSet      *base;
  RgmDataSet      *proposed;
  RgmMergeChoices *choices;
  RgmMerge        *merge;
} RgmImportReview;

GTask           *rgm_import_task_start        (GPtrArray           *files,
                                               GBytes              *pasted,
                                               RgmDataSet          *base,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
double           rgm_import_task_get_progress (GTask               *task);
RgmImportReview *rgm_import_task_finish       (GAsyncResult        *result,
                                               GError             **error);

void             rgm_import_review_update     (RgmImportReview     *self);
gboolean         rgm_import_review_is_empty   (RgmImportReview     *self);
void             rgm_import_review_free       (RgmImportReview     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmImportReview, rgm_import_review_free)

G_END_DECLS
