/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RgmDataSet RgmDataSet;

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

/**
 * RgmLoaded:
 * @data_set: what was read
 * @data: the caller's own
 *
 * Called in the thread that reads.
 */
typedef void (*RgmLoaded) (RgmDataSet *data_set,
                           gpointer    data);

G_END_DECLS
