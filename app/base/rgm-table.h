/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RGM_TYPE_TABLE (rgm_table_get_type ())

/**
 * RgmTable:
 *
 * A plain table of words and numbers: what a figure shows, what a verb answers. It is
 * filled once and then only read. Each cell has the text that a person reads; a cell
 * with a number keeps it in full beside that text, for sorting and for CSV.
 */
typedef struct _RgmTable RgmTable;

/**
 * RgmColumnKind:
 * @RGM_COLUMN_TEXT: words, set from the leading edge
 * @RGM_COLUMN_NUMBER: numbers, set to the trailing edge
 */
typedef enum
{
  RGM_COLUMN_TEXT,
  RGM_COLUMN_NUMBER,
} RgmColumnKind;

GType          rgm_table_get_type         (void) G_GNUC_CONST;
RgmTable      *rgm_table_new              (void);
RgmTable      *rgm_table_ref              (RgmTable       *self);
void           rgm_table_unref            (RgmTable       *self);
void           rgm_table_add_column       (RgmTable       *self,
                                           const char     *id,
                                           const char     *title,
                                           RgmColumnKind   kind);
guint          rgm_table_add_row          (RgmTable       *self,
                                           const char     *id);
void           rgm_table_set_text         (RgmTable       *self,
                                           guint           row,
                                           guint           column,
                                           const char     *text);
void           rgm_table_set_number       (RgmTable       *self,
                                           guint           row,
                                           guint           column,
                                           double          number,
                                           const char     *text);
guint          rgm_table_get_n_columns    (const RgmTable *self);
guint          rgm_table_get_n_rows       (const RgmTable *self);
const char    *rgm_table_get_column_id    (const RgmTable *self,
                                           guint           column);
const char    *rgm_table_get_column_title (const RgmTable *self,
                                           guint           column);
RgmColumnKind  rgm_table_get_column_kind  (const RgmTable *self,
                                           guint           column);
const char    *rgm_table_get_row_id       (const RgmTable *self,
                                           guint           row);
const char    *rgm_table_get_text         (const RgmTable *self,
                                           guint           row,
                                           guint           column);
gboolean       rgm_table_get_number       (const RgmTable *self,
                                           guint           row,
                                           guint           column,
                                           double         *number);
int            rgm_table_compare_rows     (const RgmTable *self,
                                           guint           a,
                                           guint           b,
                                           guint           column);
char          *rgm_table_to_text          (const RgmTable *self,
                                           gboolean        with_titles);
char          *rgm_table_to_csv           (const RgmTable *self);
char          *rgm_table_to_spreadsheet   (const RgmTable *self,
                                           const char * const *
                                                           captions);
char          *rgm_table_to_tsv           (const RgmTable *self);
char          *rgm_table_to_html          (const RgmTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmTable, rgm_table_unref)

G_END_DECLS
