/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-window-state.h"

G_BEGIN_DECLS

#define RGM_TYPE_RECORD_EDITOR (rgm_record_editor_get_type ())

/**
 * RgmRecordEditor:
 *
 * A form for one record of the document and all that it contains, made from the descriptions.
 * What is typed becomes a step of the document when the field is left.
 */
G_DECLARE_FINAL_TYPE (RgmRecordEditor, rgm_record_editor, RGM, RECORD_EDITOR, GtkWidget)

GtkWidget *rgm_record_editor_new      (RgmWindowState  *window_state);
void       rgm_record_editor_set_path (RgmRecordEditor *self,
                                       const char      *path);
gboolean   rgm_record_editor_commit   (RgmRecordEditor *self);
void       rgm_record_editor_forget   (RgmRecordEditor *self);

G_END_DECLS
