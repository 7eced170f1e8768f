/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-data-set.h"
#include "rgm-journal.h"

G_BEGIN_DECLS

#define RGM_TYPE_DOCUMENT (rgm_document_get_type ())

/**
 * RgmDocument:
 *
 * A data set that is edited: its current revision, what is typed into it and can't be stored, the steps that led there and
 * back, and whether it differs from what was saved last.
 */
G_DECLARE_FINAL_TYPE (RgmDocument, rgm_document, RGM, DOCUMENT, GObject)

RgmDocument *rgm_document_new           (RgmDataSet  *data_set,
                                         GFile       *file,
                                         const char  *etag);

RgmDataSet  *rgm_document_get_data_set  (RgmDocument *self);
GVariant    *rgm_document_get_texts     (RgmDocument *self);
const char  *rgm_document_find_text     (RgmDocument *self,
                                         const char  *path);
gboolean     rgm_document_has_texts     (RgmDocument *self);
GFile       *rgm_document_get_file      (RgmDocument *self);
const char  *rgm_document_get_etag      (RgmDocument *self);
gboolean     rgm_document_is_changed    (RgmDocument *self);

RgmJournal  *rgm_document_start_journal
                                        (RgmDocument *self);

void         rgm_document_apply         (RgmDocument *self,
                                         RgmDataSet  *revision,
                                         const char  *name,
                                         const char  *path);
void         rgm_document_keep_text     (RgmDocument *self,
                                         const char  *path,
                                         const char  *text,
                                         const char  *name);
gboolean     rgm_document_restore       (RgmDocument *self,
                                         RgmDataSet  *revision,
                                         GVariant    *texts,
                                         const char  *name);
gboolean     rgm_document_undo          (RgmDocument *self);
gboolean     rgm_document_redo          (RgmDocument *self);
const char  *rgm_document_get_undo_name (RgmDocument *self);
const char  *rgm_document_get_redo_name (RgmDocument *self);

void         rgm_document_mark_saved    (RgmDocument *self,
                                         GFile       *file,
                                         const char  *etag);
void         rgm_document_give_up       (RgmDocument *self);

G_END_DECLS
