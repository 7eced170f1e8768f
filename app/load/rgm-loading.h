/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-faults.h"
#include "rgm-load-progress.h"

G_BEGIN_DECLS

/* One loading: what goes in beside the bytes, and the faults that come out. */
typedef struct
{
  RgmLoadProgress progress;
  RgmLoaded beginning;       /* called with the trials that are read so far, see rgm_load_async() */
  gpointer callback_data;    /* for both */
  GCancellable *cancellable;
  RgmFaults *faults;
} RgmLoad;

G_END_DECLS
