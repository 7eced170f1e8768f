/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-accessible.h"
#include "rgm-add-dialog.h"
#include "rgm-edit.h"
#include "rgm-field-label.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-paste-dialog.h"
#include "rgm-printed.h"
#include "rgm-printed-text.h"
#include "rgm-record-editor-private.h"

#define MEMBER RGM_FIELD_MEMBER

G_DEFINE_FINAL_TYPE (RgmRecordEditor, rgm_record_editor, GTK_TYPE_WIDGET)

static void
row_free (gpointer data)
{
  RgmEditorRow *row = data;

  g_free (row->path);
  g_free (row->label);
  g_free (row);
}

static RgmDataSet *
get_data_set (RgmRecordEditor *self)
{
  return rgm_window_state_get_data_set (self->window_state);
}

RgmDocument *
rgm_record_editor_get_document (RgmRecordEditor *self)
{
  /* A field that has the focus is left as the window goes, and all in it with it. */
  return self->window_state != NULL ? rgm_window_state_get_document (self->window_state) : NULL;
}

/* The trial that the path is in, or NULL. */
RgmTrial *
rgm_record_editor_get_trial (RgmRecordEditor *self)
{
  g_auto (GStrv) segments = self->path != NULL ? g_strsplit (self->path, "/", 3) : NULL;

  return segments != NULL && g_strcmp0 (segments[0], "trials") == 0 && segments[1] != NULL
           ? rgm_data_set_find_trial (get_data_set (self), segments[1]) : NULL;
}

static void
say (RgmRecordEditor *self,
     const GError    *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ── Steps ───────────────────────────────────────────────────────────────────── */

static RgmPrinted *
parse_result (RgmRecordEditor *self,
              RgmEditorRow             *row,
              GError         **error)
{
  g_autofree char *text = rgm_field_row_dup_text (row->row);
  const RgmOutcome *outcome = rgm_edit_find (get_data_set (self), row->path, NULL, NULL);
  const char *arms_end = strstr (row->path, "/outcomes/");
  g_autofree char *owner_path = arms_end != NULL ? g_strndup (row->path, (gsize) (arms_end - row->path)) : NULL;
  const RgmDescription *what = NULL;
  gconstpointer owner = owner_path != NULL ? rgm_edit_find (get_data_set (self), owner_path, &what, NULL) : NULL;
  const RgmField *n = owner != NULL ? rgm_description_find_field (what, "n") : NULL;

  if (outcome == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("This result is no longer there."));
      return NULL;
    }

  return rgm_printed_parse (text, rgm_data_set_find_endpoint (get_data_set (self), outcome->endpoint),
                            n != NULL ? MEMBER (owner, n, const gint64) : -1, error);
}

static RgmDataSet *
edit_result (RgmRecordEditor *self,
             RgmEditorRow             *row,
             GError         **error)
{
  g_autoptr (RgmPrinted) printed = parse_result (self, row, error);
  gconstpointer outcome = rgm_edit_find (get_data_set (self), row->path, NULL, NULL);
  g_autoptr (RgmOutcome) revised = NULL;

  if (printed == NULL)
    return NULL;

  revised = rgm_printed_revise ((RgmOutcome *) outcome, printed->outcome);

  return rgm_edit_set_record (get_data_set (self), row->path, revised, error);
}

/* Returns: (transfer full) (nullable): the revision with what is typed in a field; NULL where it can't be stored */
RgmDataSet *
rgm_record_editor_try (RgmRecordEditor  *self,
                       RgmEditorRow     *row,
                       GError          **error)
{
  const RgmField *field = rgm_field_row_get_field (row->row);
  g_autofree char *text = rgm_field_row_dup_text (row->row);

  if (row->is_result)
    return edit_result (self, row, error);

  if (field->kind == RGM_FIELD_TEXTS || field->kind == RGM_FIELD_REFERENCES || field->kind == RGM_FIELD_OBJECTS)
    {
      g_auto (GStrv) ids = rgm_field_row_find_ids (get_data_set (self), field, text);

      return rgm_edit_set_texts (get_data_set (self), row->path, (const char *const *) ids, error);
    }

  return rgm_edit_set_text (get_data_set (self), row->path, text, error);
}

static RgmEditorRow *
find_row (RgmRecordEditor *self,
          RgmFieldRow     *row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((RgmEditorRow *) g_ptr_array_index (self->rows, i))->row == row)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

/* Translators: what is undone, after “Undo”; the label of a field. */
char *
rgm_record_editor_name_change (RgmEditorRow *row)
{
  return rgm_text_printf (_("change of “%s”"), row->label);
}

/* What is typed can be undone before the field is left. */
void
rgm_record_editor_tell_typed (RgmRecordEditor *self,
                              RgmEditorRow    *row)
{
  g_autofree char *name = row != NULL && rgm_field_row_is_changed (row->row) ? rgm_record_editor_name_change (row) : NULL;

  if (self->window_state != NULL)
    rgm_window_state_set_typed (self->window_state, name);
}

void
rgm_record_editor_left (RgmFieldRow *field_row,
         gpointer     data)
{
  RgmRecordEditor *self = data;
  RgmEditorRow *row = find_row (self, field_row);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  gboolean is_same;

  if (row == NULL || rgm_record_editor_get_document (self) == NULL)
    return;

  rgm_record_editor_stop_checking (self);
  revision = rgm_record_editor_try (self, row, &error);
  if (revision == NULL)
    {
      rgm_record_editor_refuse (self, row, error);
      return;
    }

  rgm_field_row_set_message (field_row, RGM_FIELD_MESSAGE_NONE, NULL);
  rgm_field_row_take (field_row);
  row->is_kept = FALSE;
  rgm_record_editor_tell_typed (self, NULL);
  name = rgm_record_editor_name_change (row);
  path = g_strdup (row->path);
  is_same = revision == get_data_set (self);
  rgm_document_apply (rgm_record_editor_get_document (self), revision, name, path);
  if (is_same)
    rgm_record_editor_refresh (self);
}

/* Returns: (transfer full) (nullable): what is understood of a result; NULL where it can't be stored */
char *
rgm_record_editor_describe_understood (RgmRecordEditor  *self,
                                       RgmEditorRow     *row,
                                       GError          **error)
{
  g_autoptr (RgmPrinted) printed = parse_result (self, row, error);

  return printed != NULL ? g_strjoin (" ", printed->understood, printed->doubt, NULL) : NULL;
}

/* Says below a result what is understood. */
void
rgm_record_editor_show_understood (RgmRecordEditor *self,
                                   RgmEditorRow    *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = rgm_record_editor_describe_understood (self, row, &error);

  rgm_field_row_set_message (row->row, text != NULL ? RGM_FIELD_MESSAGE_UNDERSTOOD : RGM_FIELD_MESSAGE_ERROR, text != NULL ? text : error->message);
}

void
rgm_record_editor_typed (RgmFieldRow *field_row,
          gpointer     data)
{
  RgmRecordEditor *self = data;
  RgmEditorRow *row = find_row (self, field_row);

  if (row == NULL)
    return;

  row->is_told = FALSE;
  row->is_kept = FALSE;
  rgm_record_editor_tell_typed (self, row);
  /* What is stored is typed again, in place of what can't be: there is nothing to leave. */
  if (!rgm_field_row_is_changed (field_row) && rgm_record_editor_get_document (self) != NULL &&
      rgm_document_find_text (rgm_record_editor_get_document (self), row->path) != NULL)
    {
      rgm_record_editor_left (field_row, self);
      return;
    }

  if (row->is_result)
    rgm_record_editor_show_understood (self, row);
  rgm_record_editor_check_soon (self, row);
}

static void
apply (RgmRecordEditor *self,
       RgmDataSet      *revision,
       const char      *name,
       const GError    *error)
{
  if (revision == NULL)
    {
      say (self, error);
      return;
    }

  rgm_document_apply (rgm_record_editor_get_document (self), revision, name, NULL);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RgmRecordEditor *self = RGM_RECORD_EDITOR (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  const RgmDescription *description = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = NULL;
  const RgmRecordWords *words;

  rgm_record_editor_commit (self);
  if (rgm_edit_find (get_data_set (self), path, &description, NULL) == NULL)
    return;

  /* The form lists only what has words. */
  words = rgm_record_words_find (description, path);
  g_return_if_fail (words != NULL);

  if (g_str_equal (action, "editor.delete"))
    {
      revision = rgm_edit_remove (get_data_set (self), path, &error);
      apply (self, revision, _(words->deleted), error);
    }
  else if (g_str_equal (action, "editor.duplicate"))
    {
      g_clear_pointer (&self->focus_path, g_free);
      revision = rgm_edit_duplicate (get_data_set (self), path, &self->focus_path, &error);
      apply (self, revision, _(words->duplicated), error);
    }
  else
    {
      revision = rgm_edit_move (get_data_set (self), path, g_str_equal (action, "editor.up") ? -1 : 1, &error);
      apply (self, revision, _(words->moved), error);
    }
}

static void
on_added (const char *path,
          gpointer    data)
{
  RgmRecordEditor *self = data;

  g_free (self->focus_path);
  self->focus_path = g_strdup (path);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  RgmRecordEditor *self = RGM_RECORD_EDITOR (widget);

  rgm_record_editor_commit (self);
  rgm_add_dialog_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->window_state, g_variant_get_string (parameter, NULL),
                       on_added, G_OBJECT (self));
}

static void
paste_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  RgmRecordEditor *self = RGM_RECORD_EDITOR (widget);
  RgmTrial *trial;

  rgm_record_editor_commit (self);
  trial = rgm_record_editor_get_trial (self);
  if (trial != NULL && rgm_record_editor_get_document (self) != NULL)
    rgm_paste_dialog_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->window_state, trial->id);
}

/* ── What it shows ───────────────────────────────────────────────────────────── */

/* The lists of a record with what is in them: where this changes, the form does. */
static void
describe_shape (GString              *shape,
                const RgmDescription *description,
                gconstpointer         record)
{
  for (guint i = 0; i < description->n_fields; i++)
    {
      const RgmField *field = &description->fields[i];

      if (rgm_record_form_hides (description, field))
        continue;
      if (field->kind == RGM_FIELD_INLINE)
        describe_shape (shape, field->element, &MEMBER (record, field, const char));
      if (field->kind != RGM_FIELD_RECORDS)
        continue;

      g_string_append_printf (shape, "[%s", field->key);
      for (guint j = 0; j < MEMBER (record, field, GPtrArray *const)->len; j++)
        {
          gpointer element = g_ptr_array_index (MEMBER (record, field, GPtrArray *const), j);
          const char *id = rgm_record_get_id (field->element, element);

          g_string_append_printf (shape, " %s", id != NULL ? id : "");
          describe_shape (shape, field->element, element);
        }
      g_string_append_c (shape, ']');
    }
}

static char *
make_shape (RgmRecordEditor *self)
{
  GString *shape = g_string_new (self->path);
  const RgmDescription *description = NULL;
  gconstpointer record = self->path != NULL ? rgm_edit_find (get_data_set (self), self->path, &description, NULL) : NULL;

  if (record != NULL)
    describe_shape (shape, description, record);

  return g_string_free (shape, FALSE);
}

static void
refresh_row (RgmRecordEditor *self,
             RgmEditorRow             *row)
{
  const RgmField *field = NULL;
  gconstpointer record = rgm_edit_find (get_data_set (self), row->path, NULL, &field);
  g_autofree char *text = NULL;

  if (rgm_record_editor_give_back (self, row))
    return;

  if (record == NULL)
    text = g_strdup ("");
  else
    text = row->is_result ? rgm_printed_compose ((RgmOutcome *) record) : rgm_field_row_describe (rgm_field_row_get_field (row->row), record);
  /* What is typed and was refused stays, to be mended. */
  if (gtk_widget_get_visible (GTK_WIDGET (row->row)) && !rgm_field_row_is_changed (row->row))
    {
      rgm_field_row_set_text (row->row, text);
      rgm_field_row_set_message (row->row, RGM_FIELD_MESSAGE_NONE, NULL);
    }
}

void
rgm_record_editor_refresh (RgmRecordEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    refresh_row (self, g_ptr_array_index (self->rows, i));
  rgm_record_editor_show_doubts (self);
}

static void
restore_focus (RgmRecordEditor *self)
{
  g_autofree char *path = g_steal_pointer (&self->focus_path);

  for (guint i = 0; path != NULL && i < self->rows->len; i++)
    {
      RgmEditorRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_has_prefix (row->path, path))
        {
          gtk_widget_grab_focus (GTK_WIDGET (row->row));
          return;
        }
    }
}

static void
build (RgmRecordEditor *self)
{
  const RgmDescription *description = NULL;
  gconstpointer record = NULL;

  g_clear_handle_id (&self->build_id, g_source_remove);
  rgm_record_editor_stop_checking (self);
  rgm_record_editor_keep (self, FALSE);
  g_set_object (&self->row_data_set, get_data_set (self));
  g_ptr_array_set_size (self->rows, 0);
  rgm_box_clear (self->parts);
  g_free (self->shape);
  self->shape = make_shape (self);
  if (self->path != NULL && get_data_set (self) != NULL && rgm_record_editor_get_document (self) != NULL)
    record = rgm_edit_find (get_data_set (self), self->path, &description, NULL);
  if (record == NULL)
    return;

  rgm_record_editor_open_kept (self);
  rgm_record_form_fill (self, self->parts, description, record, self->path);
  rgm_record_editor_refresh (self);
  restore_focus (self);
}

static gboolean
on_build (gpointer data)
{
  RgmRecordEditor *self = data;

  self->build_id = 0;
  build (self);

  return G_SOURCE_REMOVE;
}

static void
on_data_set_changed (RgmRecordEditor *self)
{
  g_autofree char *shape = NULL;

  if (get_data_set (self) == NULL || self->path == NULL)
    return;

  rgm_record_editor_keep (self, TRUE);
  g_set_object (&self->row_data_set, get_data_set (self));
  shape = make_shape (self);
  if (g_strcmp0 (shape, self->shape) == 0)
    rgm_record_editor_refresh (self);
  else if (self->build_id == 0)
    self->build_id = g_idle_add (on_build, self);
}

/* Another window takes the keyboard: what is typed is taken as well. */
static void
on_active_changed (RgmRecordEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && !gtk_window_is_active (GTK_WINDOW (root)))
    rgm_record_editor_commit (self);
}

static void
rgm_record_editor_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rgm_record_editor_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (on_active_changed), widget, G_CONNECT_SWAPPED);
}

/* The texts that can't be stored are others, as after Undo. */
static void
on_texts_changed (RgmRecordEditor *self,
                  GParamSpec      *property,
                  RgmDocument     *document)
{
  /* Where the data set is another too, the rows are in the middle of following it. */
  if (document == rgm_record_editor_get_document (self) && self->build_id == 0 && self->row_data_set == get_data_set (self) &&
      rgm_document_get_data_set (document) == get_data_set (self))
    rgm_record_editor_refresh (self);
}

static void
on_document_changed (RgmRecordEditor *self)
{
  RgmDocument *document = rgm_record_editor_get_document (self);

  rgm_record_editor_forget (self);
  if (document != NULL)
    g_signal_connect_object (document, "notify::texts", G_CALLBACK (on_texts_changed), self, G_CONNECT_SWAPPED);
}

static void
rgm_record_editor_unmap (GtkWidget *widget)
{
  rgm_record_editor_commit (RGM_RECORD_EDITOR (widget));
  rgm_record_editor_tell_kept (RGM_RECORD_EDITOR (widget));
  rgm_record_editor_tell_typed (RGM_RECORD_EDITOR (widget), NULL);
  GTK_WIDGET_CLASS (rgm_record_editor_parent_class)->unmap (widget);
}

static gboolean
rgm_record_editor_grab_focus (GtkWidget *widget)
{
  RgmRecordEditor *self = RGM_RECORD_EDITOR (widget);

  return !rgm_accessible_has_focus (widget) && self->rows->len > 0 && gtk_widget_grab_focus (GTK_WIDGET (((RgmEditorRow *) g_ptr_array_index (self->rows, 0))->row));
}

static void
rgm_record_editor_dispose (GObject *object)
{
  RgmRecordEditor *self = RGM_RECORD_EDITOR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_handle_id (&self->build_id, g_source_remove);
  rgm_record_editor_stop_checking (self);
  g_ptr_array_set_size (self->rows, 0);
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->window_state);
  g_clear_object (&self->row_data_set);

  G_OBJECT_CLASS (rgm_record_editor_parent_class)->dispose (object);
}

static void
rgm_record_editor_finalize (GObject *object)
{
  RgmRecordEditor *self = RGM_RECORD_EDITOR (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->open);
  g_free (self->path);
  g_free (self->shape);
  g_free (self->focus_path);

  G_OBJECT_CLASS (rgm_record_editor_parent_class)->finalize (object);
}

static void
rgm_record_editor_class_init (RgmRecordEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_record_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_record_editor_finalize;
  widget_class->root = rgm_record_editor_root;
  widget_class->grab_focus = rgm_record_editor_grab_focus;
  widget_class->unmap = rgm_record_editor_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-record-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmRecordEditor, parts);
  gtk_widget_class_install_action (widget_class, "editor.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "editor.paste-table", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "editor.delete", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "editor.duplicate", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "editor.up", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "editor.down", "s", edit_action);
}

static void
rgm_record_editor_init (RgmRecordEditor *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* An editor of the document that the window has open; it shows nothing until it has a path. */
GtkWidget *
rgm_record_editor_new (RgmWindowState *window_state)
{
  RgmRecordEditor *self = g_object_new (RGM_TYPE_RECORD_EDITOR, NULL);

  self->window_state = g_object_ref (window_state);
  g_signal_connect_object (window_state, "notify::data-set", G_CALLBACK (on_data_set_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window_state, "notify::document", G_CALLBACK (on_document_changed), self, G_CONNECT_SWAPPED);
  on_document_changed (self);

  return GTK_WIDGET (self);
}

/**
 * rgm_record_editor_set_path:
 * @self: an editor
 * @path: (nullable): the path of a record, see rgm-edit.h
 *
 * Edits that record.
 */
void
rgm_record_editor_set_path (RgmRecordEditor *self,
                            const char      *path)
{
  g_return_if_fail (RGM_IS_RECORD_EDITOR (self));

  if (g_strcmp0 (self->path, path) == 0 && self->shape != NULL)
    return;

  rgm_record_editor_commit (self);
  rgm_record_editor_tell_kept (self);
  rgm_record_editor_keep (self, FALSE);
  g_free (self->path);
  self->path = g_strdup (path);
  build (self);
}
