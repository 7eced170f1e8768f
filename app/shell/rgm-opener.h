/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-faults.h"
#include "rgm-index.h"
#include "rgm-load.h"

G_BEGIN_DECLS

void      rgm_open_async  (GFile               *file,
                           RgmLoadProgress      progress,
                           gpointer             progress_data,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
RgmIndex *rgm_open_finish (GAsyncResult        *result,
                           GFile              **file,
                           gboolean            *is_changed_copy,
                           RgmFaults          **faults,
                           GError             **error);

G_END_DECLS
