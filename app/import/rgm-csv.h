/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RgmCsv:
 *
 * A file of rows and cells, as programs export them: separated by commas, semicolons,
 * tabs or spaces, perhaps quoted, perhaps with decimal commas. Rows need not have the
 * same number of cells. Immutable.
 */
typedef struct _RgmCsv RgmCsv;

RgmCsv     *rgm_csv_parse             (const char   *text,
                                       gsize         length,
                                       GError      **error);
RgmCsv     *rgm_csv_load              (GFile        *file,
                                       GError      **error);
void        rgm_csv_free              (RgmCsv       *self);
gboolean    rgm_csv_has_decimal_comma (const RgmCsv *self);
guint       rgm_csv_get_n_rows        (const RgmCsv *self);
guint       rgm_csv_get_n_cells       (const RgmCsv *self,
                                       guint         row);
guint       rgm_csv_get_line          (const RgmCsv *self,
                                       guint         row);
const char *rgm_csv_get_cell          (const RgmCsv *self,
                                       guint         row,
                                       guint         column);
gboolean    rgm_csv_get_number        (const RgmCsv *self,
                                       guint         row,
                                       guint         column,
                                       double       *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmCsv, rgm_csv_free)

G_END_DECLS
