/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RgmDataSet RgmDataSet;
typedef struct _RgmFaults RgmFaults;

/**
 * RGM_LOAD_MAX_BYTES:
 *
 * A larger file is refused before it is read.
 */
#define RGM_LOAD_MAX_BYTES (G_GUINT64_CONSTANT (256) * 1024 * 1024)

/**
 * RgmLoadProgress:
 * @fraction: how much is done, from 0 to 1; never falls
 * @data: the caller's own
 *
 * Called now and then while a data set loads: in the main context that the
 * asynchronous call was made from, never after its callback.
 */
typedef void (*RgmLoadProgress) (double   fraction,
                                 gpointer data);

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

void        rgm_load_file_async      (GFile                *file,
                                      RgmLoadProgress       progress,
                                      gpointer              progress_data,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
void        rgm_load_embedded_async  (RgmLoadProgress       progress,
                                      gpointer              progress_data,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
RgmDataSet *rgm_load_finish          (GAsyncResult         *result,
                                      RgmFaults           **faults,
                                      GError              **error);

G_END_DECLS
