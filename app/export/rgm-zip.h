/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RgmZip:
 *
 * A ZIP archive being written. Entries keep their order and all have the same date, so that the
 * same content gives the same bytes.
 */
typedef struct _RgmZip RgmZip;

RgmZip   *rgm_zip_new    (void);
void      rgm_zip_free   (RgmZip      *self);
gboolean  rgm_zip_add    (RgmZip      *self,
                          const char  *name,
                          GBytes      *content,
                          gboolean     compress,
                          GError     **error);
GBytes   *rgm_zip_finish (RgmZip      *self);
guint32   rgm_zip_get_crc
                         (const guint8 *data,
                          gsize        size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmZip, rgm_zip_free)

G_END_DECLS
