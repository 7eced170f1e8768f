/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rgm-facet.h"
#include "rgm-index.h"

G_BEGIN_DECLS

#define RGM_TYPE_SELECTION (rgm_selection_get_type ())

/**
 * RgmSelection:
 *
 * The trials that pass the query and the facets, in the chosen order: a #GListModel of
 * #RgmTrial. The list shows it and every figure is drawn from it.
 *
 *     data set ─> index ─┬─> query ──┐
 *                        └─> facets ─┴─> what passes both ─> order ─> items
 */
G_DECLARE_FINAL_TYPE (RgmSelection, rgm_selection, RGM, SELECTION, GObject)

RgmSelection *rgm_selection_new           (void);
RgmDataSet   *rgm_selection_get_data_set  (RgmSelection *self);
void          rgm_selection_set_data_set  (RgmSelection *self,
                                           RgmDataSet   *data_set);
void          rgm_selection_set_index     (RgmSelection *self,
                                           RgmIndex     *index);
const char   *rgm_selection_get_origin    (RgmSelection *self,
                                           gboolean     *is_changed_copy);
void          rgm_selection_set_origin    (RgmSelection *self,
                                           const char   *file_name,
                                           gboolean      is_changed_copy);
gboolean      rgm_selection_is_revision   (RgmSelection *self,
                                           RgmIndex     *index);
RgmIndex     *rgm_selection_get_index     (RgmSelection *self);
const char   *rgm_selection_get_text      (RgmSelection *self);
void          rgm_selection_set_text      (RgmSelection *self,
                                           const char   *text);
RgmQuery     *rgm_selection_get_query     (RgmSelection *self);
const char   *rgm_selection_get_fault     (RgmSelection *self);
const char   *rgm_selection_get_sort      (RgmSelection *self);
void          rgm_selection_set_sort      (RgmSelection *self,
                                           const char   *sort);
RgmPatient   *rgm_selection_get_patient   (RgmSelection *self);
gboolean      rgm_selection_set_patient   (RgmSelection  *self,
                                           const char    *text,
                                           GError       **error);
void          rgm_selection_clear_patient
                                          (RgmSelection *self);
char         *rgm_selection_dup_text_without_patient
                                          (RgmSelection *self);
GListModel   *rgm_selection_get_facets    (RgmSelection *self);
guint         rgm_selection_get_n_chosen  (RgmSelection *self);
GVariant     *rgm_selection_save_facets   (RgmSelection *self);
void          rgm_selection_restore_facets
                                          (RgmSelection *self,
                                           GVariant     *chosen);
void          rgm_selection_clear_facets  (RgmSelection *self);
guint         rgm_selection_get_count     (RgmSelection *self);
guint         rgm_selection_get_total     (RgmSelection *self);
gboolean      rgm_selection_find          (RgmSelection *self,
                                           RgmTrial     *trial,
                                           guint        *position);

G_END_DECLS
