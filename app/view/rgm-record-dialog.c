/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-edit.h"
#include "rgm-field-label.h"
#include "rgm-help-window.h"
#include "rgm-page-widgets.h"
#include "rgm-record-dialog.h"
#include "rgm-isolate.h"
#include "rgm-record-editor.h"

/* One record of the data set in a form, with what can be done to it as a whole. It closes when the record goes. */
#define RGM_TYPE_RECORD_DIALOG (rgm_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgmRecordDialog, rgm_record_dialog, RGM, RECORD_DIALOG, AdwWindow)

struct _RgmRecordDialog
{
  AdwWindow         parent_instance;

  AdwBin           *place;
  GtkLabel         *fault;
  GtkWidget        *delete_button;
  GtkWidget        *duplicate_button;
  GtkWidget        *up_button;
  GtkWidget        *down_button;

  RgmWindowState   *window_state;
  RgmRecordEditor  *editor;
  char             *path;
  gboolean          is_warned;   /* that something typed can't be taken */
};

G_DEFINE_FINAL_TYPE (RgmRecordDialog, rgm_record_dialog, ADW_TYPE_WINDOW)

static RgmDataSet *
get_data_set (RgmRecordDialog *self)
{
  return rgm_window_state_get_data_set (self->window_state);
}

static gconstpointer
find_record (RgmRecordDialog       *self,
             const RgmDescription **description)
{
  return get_data_set (self) != NULL ? rgm_edit_find (get_data_set (self), self->path, description, NULL) : NULL;
}

static void
show_fault (RgmRecordDialog *self,
            const char      *text)
{
  gtk_label_set_text (self->fault, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), text != NULL);
}

/* The list that the record is in, and where; NULL for what is in no list. */
static GPtrArray *
find_list (RgmRecordDialog *self,
           guint           *position)
{
  const char *slash = self->path != NULL ? strrchr (self->path, '/') : NULL;
  g_autofree char *list_path = slash != NULL ? g_strndup (self->path, (gsize) (slash - self->path)) : NULL;
  const RgmDescription *description = NULL;
  const RgmField *field = NULL;
  gconstpointer record = find_record (self, &description);
  gconstpointer owner = list_path != NULL && record != NULL ? rgm_edit_find (get_data_set (self), list_path, NULL, &field) : NULL;
  GPtrArray *list = owner != NULL && field != NULL ? RGM_FIELD_MEMBER (owner, field, GPtrArray *const) : NULL;

  return list != NULL && g_ptr_array_find (list, record, position) ? list : NULL;
}

/* The order of a list is that of charts and tables. */
static void
update_moves (RgmRecordDialog *self)
{
  guint position = 0;
  GPtrArray *list = find_list (self, &position);
  const char *name = gtk_window_get_title (GTK_WINDOW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.up", list != NULL && position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.down", list != NULL && position + 1 < list->len);
  rgm_button_name_for (self->up_button, _("Move “%s” up"), name);
  rgm_button_name_for (self->down_button, _("Move “%s” down"), name);
}

static void
show_path (RgmRecordDialog *self,
           const char      *path)
{
  const RgmDescription *description = NULL;
  gconstpointer record;
  const gboolean is_in_list = *path != '\0';

  g_free (self->path);
  self->path = g_strdup (path);
  record = find_record (self, &description);
  /* There is only one data set. */
  gtk_widget_set_visible (self->delete_button, is_in_list);
  gtk_widget_set_visible (self->duplicate_button, is_in_list);
  gtk_widget_set_visible (self->up_button, is_in_list);
  gtk_widget_set_visible (self->down_button, is_in_list);
  if (record != NULL)
    gtk_window_set_title (GTK_WINDOW (self), rgm_edit_get_name (description, record));
  rgm_record_editor_set_path (self->editor, path);
  update_moves (self);
}

static void
on_data_set_changed (RgmRecordDialog *self)
{
  const RgmDescription *description = NULL;
  gconstpointer record = rgm_window_state_get_document (self->window_state) != NULL ? find_record (self, &description) : NULL;

  show_fault (self, NULL);
  if (record != NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), rgm_edit_get_name (description, record));
      update_moves (self);
    }
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* ── Actions ─────────────────────────────────────────────────────────────────── */

static void
duplicate_record (RgmRecordDialog      *self,
                  const RgmRecordWords *words)
{
  g_autofree char *copy_path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = rgm_edit_duplicate (get_data_set (self), self->path, &copy_path, &error);

  if (revision == NULL)
    {
      show_fault (self, error->message);
      return;
    }

  rgm_document_apply (rgm_window_state_get_document (self->window_state), revision, _(words->duplicated), NULL);
  show_path (self, copy_path);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
delete_record (RgmRecordDialog      *self,
               const RgmRecordWords *words)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = rgm_edit_remove (get_data_set (self), self->path, &error);
  g_autoptr (RgmRecordDialog) kept = g_object_ref (self);
  g_autofree char *said = NULL;

  if (revision == NULL)
    {
      show_fault (self, error->message);
      return;
    }

  /* Translators: the name of an agent, a regimen, a biomarker or a source. */
  said = rgm_text_printf (_("“%s” was deleted. Undo brings it back."), gtk_window_get_title (GTK_WINDOW (self)));
  /* Where a record has no id, the next one comes to its place, and is not to have what was typed into this one. */
  rgm_record_editor_forget (self->editor);
  rgm_document_apply (rgm_window_state_get_document (self->window_state), revision, _(words->deleted), NULL);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", said);
  gtk_window_close (GTK_WINDOW (self));
}

static void
move_record (RgmRecordDialog      *self,
             const RgmDescription *description,
             int                   by)
{
  const RgmRecordWords *words = rgm_record_words_find (description, self->path);
  guint position = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = NULL;
  g_autofree char *path = NULL;

  if (find_list (self, &position) == NULL)
    return;

  revision = rgm_edit_move (get_data_set (self), self->path, by, &error);
  if (revision == NULL)
    {
      show_fault (self, error->message);
      return;
    }

  /* What has no id goes by its place. */
  path = rgm_description_find_id (description) != NULL
           ? g_strdup (self->path)
           : g_strdup_printf ("%.*s/%d", (int) (strrchr (self->path, '/') - self->path), self->path, (int) position + by);
  rgm_document_apply (rgm_window_state_get_document (self->window_state), revision, _(words->moved), NULL);
  show_path (self, path);
}

static void
record_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  RgmRecordDialog *self = RGM_RECORD_DIALOG (widget);
  const RgmDescription *description = NULL;

  /* A copy is shown instead, and has nothing of what can't be stored. */
  if (!rgm_record_editor_commit (self->editor) && g_str_equal (action, "dialog.duplicate"))
    return;
  if (rgm_window_state_get_document (self->window_state) == NULL || find_record (self, &description) == NULL)
    return;

  if (g_str_equal (action, "dialog.up"))
    move_record (self, description, -1);
  else if (g_str_equal (action, "dialog.down"))
    move_record (self, description, 1);
  else if (g_str_equal (action, "dialog.duplicate"))
    duplicate_record (self, rgm_record_words_find (description, self->path));
  else
    delete_record (self, rgm_record_words_find (description, self->path));
}

static void
toast_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  show_fault (RGM_RECORD_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

/* The window below does it, once it has what is typed here. */
static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RgmRecordDialog *self = RGM_RECORD_DIALOG (widget);

  rgm_record_editor_commit (self->editor);
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), action, NULL);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

/* What is typed last is taken; where it can't be, the field says why before the window goes with it. */
static gboolean
rgm_record_dialog_close_request (GtkWindow *window)
{
  RgmRecordDialog *self = RGM_RECORD_DIALOG (window);
  const RgmDescription *description = NULL;

  if (self->window_state != NULL && rgm_window_state_get_document (self->window_state) != NULL &&
      find_record (self, &description) != NULL && !rgm_record_editor_commit (self->editor) && !self->is_warned)
    {
      self->is_warned = TRUE;
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (rgm_record_dialog_parent_class)->close_request (window);
}

static void
rgm_record_dialog_dispose (GObject *object)
{
  g_clear_object (&RGM_RECORD_DIALOG (object)->window_state);

  G_OBJECT_CLASS (rgm_record_dialog_parent_class)->dispose (object);
}

static void
rgm_record_dialog_finalize (GObject *object)
{
  g_free (RGM_RECORD_DIALOG (object)->path);

  G_OBJECT_CLASS (rgm_record_dialog_parent_class)->finalize (object);
}

static void
rgm_record_dialog_class_init (RgmRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_record_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_record_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rgm_record_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmRecordDialog, place);
  gtk_widget_class_bind_template_child (widget_class, RgmRecordDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, RgmRecordDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, RgmRecordDialog, duplicate_button);
  gtk_widget_class_bind_template_child (widget_class, RgmRecordDialog, up_button);
  gtk_widget_class_bind_template_child (widget_class, RgmRecordDialog, down_button);
  gtk_widget_class_install_action (widget_class, "dialog.duplicate", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "dialog.up", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "dialog.down", NULL, record_action);
  /* The form asks for these, as it does in a window. */
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, step_action);
}

static void
rgm_record_dialog_init (RgmRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_help_offer (GTK_WINDOW (self), "own-evidence#records");
}

/**
 * rgm_record_dialog_show:
 * @parent: the window that it belongs to
 * @window_state: its state, with a document
 * @path: the path of a record that has words, see rgm_record_words_find(); "" for the data set itself
 *
 * Shows a record to be changed.
 */
void
rgm_record_dialog_show (GtkWindow      *parent,
                        RgmWindowState *window_state,
                        const char     *path)
{
  RgmRecordDialog *self;

  g_return_if_fail (rgm_window_state_get_document (window_state) != NULL);

  self = g_object_new (RGM_TYPE_RECORD_DIALOG, "transient-for", parent, "application", gtk_window_get_application (parent), NULL);
  self->window_state = g_object_ref (window_state);
  self->editor = RGM_RECORD_EDITOR (rgm_record_editor_new (window_state));
  adw_bin_set_child (self->place, GTK_WIDGET (self->editor));
  show_path (self, path);
  g_signal_connect_object (window_state, "notify::data-set", G_CALLBACK (on_data_set_changed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}
