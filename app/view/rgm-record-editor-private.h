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
  struct _RgmEditorRow *checked;  /* what is looked at once its person pauses */
  guint           check_id;
  RgmDataSet     *row_data_set;  /* the revision that the paths of the rows are of */
};

/* A field of the form and where it leads. */
typedef struct _RgmEditorRow
{
  RgmFieldRow *row;
  char        *path;
  char        *label;
  gboolean     is_result;   /* the path is an outcome's, typed as printed */
  gboolean     is_kept;     /* what is typed can't be stored, and the document keeps it */
  gboolean     is_told;     /* it was said that what is typed can't be stored */
} RgmEditorRow;

void rgm_record_editor_left    (RgmFieldRow          *field_row,
                                gpointer              data);
void rgm_record_editor_typed   (RgmFieldRow          *field_row,
                                gpointer              data);
void rgm_record_editor_refresh (RgmRecordEditor      *self);
RgmDataSet *rgm_record_editor_try
                               (RgmRecordEditor      *self,
                                RgmEditorRow         *row,
                                GError              **error);
void rgm_record_editor_show_doubts
                               (RgmRecordEditor      *self);
void rgm_record_editor_check_soon
                               (RgmRecordEditor      *self,
                                RgmEditorRow         *row);
void rgm_record_editor_stop_checking
                               (RgmRecordEditor      *self);
char *rgm_record_editor_describe_understood
                               (RgmRecordEditor      *self,
                                RgmEditorRow         *row,
                                GError              **error);
void rgm_record_editor_tell_typed
                               (RgmRecordEditor      *self,
                                RgmEditorRow         *row);
void rgm_record_editor_show_understood
                               (RgmRecordEditor      *self,
                                RgmEditorRow         *row);
RgmDocument *rgm_record_editor_get_document
                               (RgmRecordEditor      *self);
char *rgm_record_editor_name_change
                               (RgmEditorRow         *row);
RgmTrial *rgm_record_editor_get_trial
                               (RgmRecordEditor      *self);

void rgm_record_editor_keep    (RgmRecordEditor      *self,
                                gboolean              only_moved);
void rgm_record_editor_refuse  (RgmRecordEditor      *self,
                                RgmEditorRow         *row,
                                const GError         *error);
gboolean rgm_record_editor_give_back
                               (RgmRecordEditor      *self,
                                RgmEditorRow         *row);
void rgm_record_editor_tell_kept
                               (RgmRecordEditor      *self);
void rgm_record_editor_open_kept
                               (RgmRecordEditor      *self);

gboolean rgm_record_form_hides (const RgmDescription *description,
                                const RgmField       *field);
void rgm_record_form_fill      (RgmRecordEditor      *self,
                                GtkBox               *box,
                                const RgmDescription *description,
                                gconstpointer         record,
                                const char           *path);

G_END_DECLS
