/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-import.h"

G_BEGIN_DECLS

void rgm_import_read_file (RgmImport    *self,
                           GFile        *file,
                           GCancellable *cancellable);
void rgm_import_read      (RgmImport    *self,
                           GBytes       *bytes,
                           const char   *name,
                           GCancellable *cancellable);

G_END_DECLS
