/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-trial-draft.h"

G_BEGIN_DECLS

typedef void (*RgmImportProgress) (double   fraction,
                                   gpointer data);

/**
 * RgmImport:
 * @drafts: (element-type RgmTrialDraft): the trials of all files
 * @sources: (element-type RgmSource): the publications of all files
 * @results: (element-type RgmPostedResults): the results that the trials' records post, once
 *   the trials are proposed
 * @refusals: what isn't taken
 * @merges: whether a data set is taken too, to be merged; else it is refused
 * @data_set: (nullable): the data set that is merged
 * @is_data_set: whether a file is a data set
 * @is_unknown: whether a file is nothing that is known by name
 * @progress: (nullable): called now and then with how much of a file is read, from 0 to 1
 * @progress_data: what it is called with
 *
 * Others' files on their way into a data set.
 */
typedef struct
{
  GPtrArray   *drafts;
  GPtrArray   *sources;
  GPtrArray   *results;
  RgmRefusals *refusals;
  gboolean     merges;
  RgmDataSet  *data_set;
  gboolean     is_data_set;
  gboolean     is_unknown;
  RgmImportProgress progress;
  gpointer     progress_data;
} RgmImport;

RgmImport  *rgm_import_new        (void);
void        rgm_import_free       (RgmImport     *self);
void        rgm_import_take_draft (RgmImport     *self,
                                   RgmTrialDraft *draft);
RgmDataSet *rgm_import_propose    (RgmImport     *self);
void        rgm_import_refuse_open
                                  (RgmImport     *self);
RgmDataSet *rgm_import_answer     (RgmImport     *self,
                                   RgmDataSet    *proposed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmImport, rgm_import_free)

G_END_DECLS
