/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

G_END_DECLS
