/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-edit.h"
#include "rgm-isolate.h"
#include "rgm-record-editor-private.h"

/* What is typed in a form and can't be stored. */

/* Where a form shows another record, or others come to the places of its records, what was typed and can't be stored is kept. */
static void
keep_row (RgmRecordEditor *self,
          RgmEditorRow    *row)
{
  g_autofree char *text = rgm_field_row_dup_text (row->row);

  rgm_kept_texts_add (self->kept, self->row_data_set, row->path, text);
  rgm_field_row_take (row->row);
  if (g_strcmp0 (self->typed_path, row->path) == 0)
    rgm_record_editor_tell_typed (self, NULL);
}

void
rgm_record_editor_keep (RgmRecordEditor *self,
                        gboolean         only_moved)
{
  for (guint i = 0; self->row_data_set != NULL && i < self->rows->len; i++)
    {
      RgmEditorRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *at = NULL;

      if (!rgm_field_row_is_changed (row->row))
        continue;
      if (only_moved)
        at = rgm_edit_follow (self->row_data_set, row->path, rgm_window_state_get_data_set (self->window_state));
      if (g_strcmp0 (at, row->path) != 0)
        keep_row (self, row);
    }
}

/* The field has what was typed into it again, and says why it can't be stored. */
void
rgm_record_editor_give_back (RgmRecordEditor *self,
                             RgmEditorRow    *row)
{
  g_autofree char *text = rgm_kept_texts_take (self->kept, rgm_window_state_get_data_set (self->window_state), row->path);
  g_autoptr (RgmDataSet) revision = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return;

  rgm_field_row_set_typed (row->row, text);
  row->is_told = TRUE;
  revision = rgm_record_editor_try (self, row, &error);
  if (revision == NULL)
    rgm_field_row_set_message (row->row, RGM_FIELD_MESSAGE_ERROR, error->message);
  else if (row->is_result)
    rgm_record_editor_show_understood (self, row);
}

/* Said once where a form is left. */
void
rgm_record_editor_tell_kept (RgmRecordEditor *self)
{
  RgmTrial *trial = self->window_state != NULL && rgm_window_state_get_document (self->window_state) != NULL ? rgm_record_editor_get_trial (self) : NULL;
  RgmEditorRow *told = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; trial != NULL && i < self->rows->len; i++)
    {
      RgmEditorRow *row = g_ptr_array_index (self->rows, i);

      if (!rgm_field_row_is_changed (row->row))
        continue;
      if (told == NULL && !row->is_told)
        told = row;
      row->is_told = TRUE;
    }
  if (told == NULL || gtk_widget_in_destruction (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)))))
    return;

  /* Translators: the label of a field, and the name of a trial. */
  text = rgm_text_printf (_("“%s” of %s cannot be stored yet. What you typed is kept in the form."), told->label, trial->name);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.complain", "s", text);
}

static void
show_row (RgmEditorRow *row)
{
  for (GtkWidget *widget = gtk_widget_get_parent (GTK_WIDGET (row->row)); widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_EXPANDER (widget))
      gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row->row));
}

static RgmEditorRow *
find_refused_row (RgmRecordEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (rgm_field_row_is_changed (((RgmEditorRow *) g_ptr_array_index (self->rows, i))->row))
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

/**
 * rgm_record_editor_commit:
 * @self: an editor
 *
 * Takes what is typed and not left yet, as when the window is closed.
 *
 * Returns: whether all of it could be taken; if not, the focus is on the first field that says why
 */
gboolean
rgm_record_editor_commit (RgmRecordEditor *self)
{
  RgmEditorRow *refused;

  g_return_val_if_fail (RGM_IS_RECORD_EDITOR (self), TRUE);

  for (guint i = 0; i < self->rows->len; i++)
    rgm_field_row_leave (((RgmEditorRow *) g_ptr_array_index (self->rows, i))->row);
  refused = find_refused_row (self);
  if (refused != NULL)
    show_row (refused);

  return refused == NULL;
}

/**
 * rgm_record_editor_find_refused:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): the path of a field that was typed in and can't be stored so, in this record or another one
 *   that the editor has shown
 */
char *
rgm_record_editor_find_refused (RgmRecordEditor *self)
{
  RgmEditorRow *row;

  g_return_val_if_fail (RGM_IS_RECORD_EDITOR (self), NULL);

  row = find_refused_row (self);

  return row != NULL ? g_strdup (row->path) : rgm_kept_texts_find (self->kept, rgm_window_state_get_data_set (self->window_state), NULL);
}

/**
 * rgm_record_editor_forget:
 * @self: an editor
 *
 * Gives up what is typed and could not be taken, as when the changes are discarded.
 */
void
rgm_record_editor_forget (RgmRecordEditor *self)
{
  g_return_if_fail (RGM_IS_RECORD_EDITOR (self));

  for (guint i = 0; i < self->rows->len; i++)
    rgm_field_row_take (((RgmEditorRow *) g_ptr_array_index (self->rows, i))->row);
  rgm_kept_texts_clear (self->kept);
  rgm_record_editor_tell_typed (self, NULL);
}

/**
 * rgm_record_editor_put_back:
 * @self: an editor
 *
 * Gives up what was typed last, if it could not be taken, and shows what is stored.
 *
 * Returns: whether there was anything
 */
gboolean
rgm_record_editor_put_back (RgmRecordEditor *self)
{
  RgmEditorRow *typed = NULL;

  g_return_val_if_fail (RGM_IS_RECORD_EDITOR (self), FALSE);

  for (guint i = 0; typed == NULL && i < self->rows->len; i++)
    {
      RgmEditorRow *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (row->path, self->typed_path) == 0 && rgm_field_row_is_changed (row->row))
        typed = row;
    }
  if (typed == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;

  rgm_field_row_take (typed->row);
  rgm_record_editor_tell_typed (self, NULL);
  rgm_record_editor_refresh (self);

  return TRUE;
}

/* The lists on the way to a field that has its text given back. */
void
rgm_record_editor_open_kept (RgmRecordEditor *self)
{
  g_autofree char *at = rgm_kept_texts_find (self->kept, rgm_window_state_get_data_set (self->window_state), self->path);

  for (char *slash = at != NULL ? strrchr (at, '/') : NULL; slash != NULL; slash = strrchr (at, '/'))
    {
      *slash = '\0';
      g_hash_table_add (self->open, g_strdup (at));
    }
}
