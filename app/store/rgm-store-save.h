/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean  rgm_store_save          (GBytes        *bytes,
                                   GFile         *file,
                                   GCancellable  *cancellable,
                                   GError       **error);
gboolean  rgm_store_save_document (GBytes        *bytes,
                                   GFile         *file,
                                   const char    *etag,
                                   char         **new_etag,
                                   GCancellable  *cancellable,
                                   GError       **error);
GFile    *rgm_store_complete_name (GFile         *file,
                                   const char    *suffix,
                                   GError       **error);

G_END_DECLS
