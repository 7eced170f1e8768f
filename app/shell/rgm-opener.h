/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-faults.h"
#include "rgm-index.h"
#include "rgm-load.h"

G_BEGIN_DECLS

/**
 * RgmOpenBeginning:
 * @index: the index of the first trials of a data set that is still being read
 * @file: (nullable): its file
 * @is_changed_copy: as for rgm_open_finish()
 * @data: the caller's own
 *
 * Called in the main thread, never after the callback of the opening.
 */
typedef void (*RgmOpenBeginning) (RgmIndex *index,
                                  GFile    *file,
                                  gboolean  is_changed_copy,
                                  gpointer  data);

void      rgm_open_async  (GFile               *file,
                           RgmLoadProgress      progress,
                           RgmOpenBeginning     beginning,
                           gpointer             callback_data,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
RgmIndex *rgm_open_finish (GAsyncResult        *result,
                           GFile              **file,
                           gboolean            *is_changed_copy,
                           RgmFaults          **faults,
                           GError             **error);

G_END_DECLS
