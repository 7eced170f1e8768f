/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-import.h"

G_BEGIN_DECLS

void rgm_import_read_json (RgmImport    *self,
                           const char   *bytes,
                           gsize         length,
                           GCancellable *cancellable);

G_END_DECLS
