/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-edit.h"
#include "rgm-isolate.h"
#include "rgm-record-editor-private.h"

/* What is typed in a form and can't be stored. */

/* The document keeps what is typed, to be mended. */
void
rgm_record_editor_refuse (RgmRecordEditor *self,
                          RgmEditorRow    *row,
                          const GError    *error)
{
  g_autofree char *text = rgm_field_row_dup_text (row->row);
  g_autofree char *name = rgm_record_editor_name_change (row);

  rgm_field_row_set_message (row->row, RGM_FIELD_MESSAGE_ERROR, error->message);
  row->is_kept = TRUE;
  rgm_record_editor_tell_typed (self, NULL);
  rgm_document_keep_text (rgm_record_editor_get_document (self), row->path, text, name);
}

/* Where a form shows another record, or others come to the places of its records, the document keeps what was typed there. */
void
rgm_record_editor_keep (RgmRecordEditor *self,
                        gboolean         only_moved)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);
  RgmDocument *document = rgm_record_editor_get_document (self);

  for (guint i = 0; self->row_data_set != NULL && i < self->rows->len; i++)
    {
      RgmEditorRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *at = NULL;
      g_autofree char *text = NULL;
      g_autofree char *name = NULL;

      if (!rgm_field_row_is_changed (row->row))
        continue;
      at = rgm_edit_follow (self->row_data_set, row->path, data_set);
      if (only_moved && g_strcmp0 (at, row->path) == 0)
        continue;

      text = rgm_field_row_dup_text (row->row);
      name = rgm_record_editor_name_change (row);
      rgm_field_row_take (row->row);
      if (!row->is_kept && at != NULL && document != NULL)
        rgm_document_keep_text (document, at, text, name);
      row->is_kept = FALSE;
    }
}

/* The field has what was typed into it again, and says why it can't be stored; or what is stored, where that was undone.
   Returns whether it has anything of that kind. */
gboolean
rgm_record_editor_give_back (RgmRecordEditor *self,
                             RgmEditorRow    *row)
{
  RgmDocument *document = rgm_record_editor_get_document (self);
  const char *text = document != NULL ? rgm_document_find_text (document, row->path) : NULL;
  g_autofree char *now = NULL;
  g_autoptr (RgmDataSet) revision = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL && row->is_kept)
    {
      rgm_field_row_take (row->row);
      row->is_kept = FALSE;
    }
  /* What is being typed there since is not left yet. */
  if (text == NULL || (rgm_field_row_is_changed (row->row) && !row->is_kept))
    return FALSE;

  now = rgm_field_row_dup_text (row->row);
  if (row->is_kept && g_str_equal (now, text))
    return TRUE;

  rgm_field_row_set_typed (row->row, text);
  row->is_kept = TRUE;
  row->is_told = TRUE;
  revision = rgm_record_editor_try (self, row, &error);
  if (revision == NULL)
    rgm_field_row_set_message (row->row, RGM_FIELD_MESSAGE_ERROR, error->message);
  else if (row->is_result)
    rgm_record_editor_show_understood (self, row);

  return TRUE;
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
 * rgm_record_editor_forget:
 * @self: an editor
 *
 * Gives up what is typed and not left yet, as when the changes are discarded.
 */
void
rgm_record_editor_forget (RgmRecordEditor *self)
{
  g_return_if_fail (RGM_IS_RECORD_EDITOR (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      RgmEditorRow *row = g_ptr_array_index (self->rows, i);

      rgm_field_row_take (row->row);
      row->is_kept = FALSE;
    }
  rgm_record_editor_tell_typed (self, NULL);
}

/* The first field, in the record that is edited, that a text is kept for. */
static const char *
find_kept (RgmRecordEditor *self)
{
  GVariantIter iter;
  const char *path;

  g_variant_iter_init (&iter, rgm_document_get_texts (rgm_record_editor_get_document (self)));
  while (g_variant_iter_next (&iter, "{&s&s}", &path, NULL))
    if (g_str_has_prefix (path, self->path) && (*self->path == '\0' || path[strlen (self->path)] == '/'))
      return path;

  return NULL;
}

/* The lists on the way to a field that has its text given back. */
void
rgm_record_editor_open_kept (RgmRecordEditor *self)
{
  g_autofree char *at = g_strdup (find_kept (self));

  for (char *slash = at != NULL ? strrchr (at, '/') : NULL; slash != NULL; slash = strrchr (at, '/'))
    {
      *slash = '\0';
      g_hash_table_add (self->open, g_strdup (at));
    }
}
