/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-load-progress.h"

G_BEGIN_DECLS

typedef struct _RgmDataSet RgmDataSet;
typedef struct _RgmFaults RgmFaults;

/**
 * RGM_LOAD_MAX_BYTES:
 *
 * A larger file is refused before it is read.
 */
#define RGM_LOAD_MAX_BYTES (G_GUINT64_CONSTANT (256) * 1024 * 1024)

RgmDataSet *rgm_load_bytes           (GBytes               *bytes,
                                      const char           *name,
                                      GCancellable         *cancellable,
                                      RgmFaults           **faults,
                                      GError              **error);
RgmDataSet *rgm_load_stream          (GInputStream         *stream,
                                      const char           *name,
                                      GCancellable         *cancellable,
                                      RgmFaults           **faults,
                                      GError              **error);
RgmDataSet *rgm_load_file            (GFile                *file,
                                      GCancellable         *cancellable,
                                      RgmFaults           **faults,
                                      GError              **error);
RgmDataSet *rgm_load_embedded        (GCancellable         *cancellable,
                                      RgmFaults           **faults,
                                      GError              **error);

gboolean    rgm_load_is_changed_copy (RgmDataSet           *data_set,
                                      GFile                *file);

void        rgm_load_async           (GFile                *file,
                                      RgmLoadProgress       progress,
                                      RgmLoaded             beginning,
                                      RgmLoaded             loaded,
                                      gpointer              data,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
RgmDataSet *rgm_load_finish          (GAsyncResult         *result,
                                      RgmFaults           **faults,
                                      GError              **error);

G_END_DECLS
