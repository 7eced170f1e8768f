/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-field-row.h"
#include "rgm-record-editor.h"

G_BEGIN_DECLS

/* After an edit every field shows the new revision in place, so that the focus stays. Only
 * where records were added or removed is the form built anew, once the event is over. */
struct _RgmRecordEditor
{
  GtkWidget       parent_instance;

  RgmWindowState *window_state;
  char           *path;
  GtkBox         *parts;
  GPtrArray      *rows;        /* of RgmEditorRow */
  GHashTable     *open;        /* paths of the lists that are opened */
  char           *shape;       /* of what the form was built for */
  char           *focus_path;  /* what gets the focus after building */
  guint           build_id;
};

/* A field of the form and where it leads. */
typedef struct
{
  RgmFieldRow *row;
  char        *path;
  char        *label;
  gboolean     is_result;   /* the path is an outcome's, typed as printed */
} RgmEditorRow;

void rgm_record_editor_left    (RgmFieldRow          *field_row,
                                gpointer              data);
void rgm_record_editor_typed   (RgmFieldRow          *field_row,
                                gpointer              data);
void rgm_record_editor_refresh (RgmRecordEditor      *self);
RgmTrial *rgm_record_editor_get_trial
                               (RgmRecordEditor      *self);

gboolean rgm_record_form_hides (const RgmDescription *description,
                                const RgmField       *field);
void rgm_record_form_fill      (RgmRecordEditor      *self,
                                GtkBox               *box,
                                const RgmDescription *description,
                                gconstpointer         record,
                                const char           *path);

G_END_DECLS
