/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"

G_BEGIN_DECLS

/* Edits of a data set, each a function that makes a revision of it or says in a sentence why
 * it can't be stored. They work on every record, by the descriptions.
 *
 * A path leads to a record, a list or a field: keys of the document with slashes between
 * them, and after a list the id of the record, or its position where it has none:
 *
 *     trials
 *     trials/destiny-crc01
 *     trials/destiny-crc01/status/state
 *     trials/destiny-crc01/arms/destiny-crc01:t-dxd/outcomes/0/sources/1/place
 *
 * The empty path is the data set's own: its fields are “title” and “licence/name”.
 *
 * Ids are made when a record is added and can't be set: everything else may refer to them. */

RgmDataSet    *rgm_edit_set_text    (RgmDataSet            *data_set,
                                     const char            *path,
                                     const char            *text,
                                     GError               **error);
RgmDataSet    *rgm_edit_set_texts   (RgmDataSet            *data_set,
                                     const char            *path,
                                     const char * const    *texts,
                                     GError               **error);
RgmDataSet    *rgm_edit_set_record  (RgmDataSet            *data_set,
                                     const char            *path,
                                     gconstpointer          record,
                                     GError               **error);
RgmDataSet    *rgm_edit_add         (RgmDataSet            *data_set,
                                     const char            *path,
                                     gconstpointer          record,
                                     int                    position,
                                     GError               **error);
RgmDataSet    *rgm_edit_remove      (RgmDataSet            *data_set,
                                     const char            *path,
                                     GError               **error);
RgmDataSet    *rgm_edit_move        (RgmDataSet            *data_set,
                                     const char            *path,
                                     int                    by,
                                     GError               **error);
RgmDataSet    *rgm_edit_duplicate   (RgmDataSet            *data_set,
                                     const char            *path,
                                     char                 **copy_path,
                                     GError               **error);

gconstpointer  rgm_edit_find        (RgmDataSet            *data_set,
                                     const char            *path,
                                     const RgmDescription **description,
                                     const RgmField       **field);
char          *rgm_edit_follow      (RgmDataSet            *data_set,
                                     const char            *path,
                                     RgmDataSet            *revision);
char          *rgm_edit_make_path   (const char            *path,
                                     const char            *segment);
char          *rgm_edit_make_id     (RgmDataSet            *data_set,
                                     const RgmDescription  *description,
                                     const char            *owner,
                                     const char            *name);
const char    *rgm_edit_get_name    (const RgmDescription  *description,
                                     gconstpointer          record);
char         **rgm_edit_list_users  (RgmDataSet            *data_set,
                                     const RgmDescription  *description,
                                     const char            *id,
                                     gconstpointer          except);
char         **rgm_edit_list_users_within
                                    (RgmDataSet            *data_set,
                                     const RgmDescription  *description,
                                     const char            *scope,
                                     const char            *id);

G_END_DECLS
