/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-doubts.h"
#include "rgm-record-editor-private.h"

/* What is wrong or doubtful about what a form has, said at its field. */

/* So long after the last key what is typed is looked at, in milliseconds: a word that is half typed is no fault. */
#define PAUSE 400

/* The field that a doubt is said at, or NULL. */
static RgmEditorRow *
find_row_of (RgmRecordEditor *self,
             const RgmDoubt  *doubt)
{
  RgmEditorRow *found = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      RgmEditorRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_has_prefix (row->path, doubt->path) && (found == NULL || (row->is_result && !found->is_result)))
        found = row;
    }

  return found;
}

/* Says what is doubtful about what is stored. */
void
rgm_record_editor_show_doubts (RgmRecordEditor *self)
{
  g_autoptr (GPtrArray) doubts = self->path != NULL ? rgm_doubts_find_at (rgm_window_state_get_data_set (self->window_state), self->path) : NULL;

  for (guint i = 0; doubts != NULL && i < doubts->len; i++)
    {
      const RgmDoubt *doubt = g_ptr_array_index (doubts, i);
      RgmEditorRow *row = find_row_of (self, doubt);

      if (row != NULL && !rgm_field_row_is_changed (row->row))
        rgm_field_row_set_message (row->row, RGM_FIELD_MESSAGE_DOUBT, doubt->text);
    }
}

/* Says what will be doubtful about what is typed, or why it can't be stored. */
static void
check (RgmRecordEditor *self,
       RgmEditorRow    *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = rgm_record_editor_try (self, row, &error);
  g_autoptr (GPtrArray) doubts = revision != NULL ? rgm_doubts_find_at (revision, self->path) : NULL;
  const char *text = NULL;
  g_autofree char *said = NULL;

  if (revision == NULL)
    {
      rgm_field_row_set_message (row->row, RGM_FIELD_MESSAGE_ERROR, error->message);
      return;
    }

  for (guint i = 0; text == NULL && i < doubts->len; i++)
    if (find_row_of (self, g_ptr_array_index (doubts, i)) == row)
      text = ((const RgmDoubt *) g_ptr_array_index (doubts, i))->text;
  if (row->is_result)
    said = rgm_record_editor_describe_understood (self, row, NULL);
  if (text != NULL)
    {
      g_autofree char *both = said != NULL ? g_strjoin (" ", said, text, NULL) : g_strdup (text);

      rgm_field_row_set_message (row->row, RGM_FIELD_MESSAGE_DOUBT, both);
    }
  else
    rgm_field_row_set_message (row->row, said != NULL ? RGM_FIELD_MESSAGE_UNDERSTOOD : RGM_FIELD_MESSAGE_NONE, said);
}

static gboolean
on_pause (gpointer data)
{
  RgmRecordEditor *self = data;

  self->check_id = 0;
  if (rgm_record_editor_get_document (self) == NULL)
    return G_SOURCE_REMOVE;

  if (rgm_field_row_is_changed (self->checked->row))
    check (self, self->checked);
  else
    rgm_record_editor_refresh (self);

  return G_SOURCE_REMOVE;
}

/* Nothing is to be looked at: the field was left, or is gone. */
void
rgm_record_editor_stop_checking (RgmRecordEditor *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
}

/**
 * rgm_record_editor_check_soon:
 * @self: an editor
 * @row: what is typed in
 *
 * Looks at what is typed once its person pauses.
 */
void
rgm_record_editor_check_soon (RgmRecordEditor *self,
                              RgmEditorRow    *row)
{
  rgm_record_editor_stop_checking (self);
  self->checked = row;
  self->check_id = g_timeout_add (PAUSE, on_pause, self);
}
