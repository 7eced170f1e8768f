/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-save-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-store-save.h"

/* Where the last file went. */
static GFile *last_folder;

/* What is to be saved, and what the dialog shows. */
typedef struct
{
  GtkWidget *widget;
  char      *title;
  char      *suffix;
  char      *kind;
  GBytes    *bytes;
} SaveRequest;

static void show (SaveRequest *request,
                  const char  *name);

static void
request_free (SaveRequest *self)
{
  g_object_unref (self->widget);
  g_free (self->title);
  g_free (self->suffix);
  g_free (self->kind);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * rgm_save_dialog_restore_folder:
 * @chooser: a dialog that saves a file
 *
 * Begins in the folder of the last file that was saved from a view.
 */
void
rgm_save_dialog_restore_folder (GtkFileChooser *chooser)
{
  if (last_folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, last_folder, NULL);
}

/**
 * rgm_save_dialog_keep_folder:
 * @chooser: a dialog that saves a file, answered
 *
 * Remembers the folder for rgm_save_dialog_restore_folder().
 */
void
rgm_save_dialog_keep_folder (GtkFileChooser *chooser)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (chooser);

  g_set_object (&last_folder, folder);
}

static gboolean
save (SaveRequest *self,
      GFile       *file,
      GError     **error)
{
  g_autoptr (GFile) target = rgm_store_complete_name (file, self->suffix, error);
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (target == NULL || !rgm_store_save (self->bytes, target, NULL, error))
    return FALSE;

  name = g_file_get_basename (target);
  shown = g_filename_display_name (name);
  message = g_strdup_printf (_("“%s” was saved."), shown);
  gtk_widget_activate_action (self->widget, "win.toast", "s", message);

  return TRUE;
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             SaveRequest     *self)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;

  if (file != NULL)
    {
      rgm_save_dialog_keep_folder (chooser);
      if (!save (self, file, &error))
        {
          gtk_widget_activate_action (self->widget, "win.complain", "s", error->message);
          refused = g_file_get_basename (file);
        }
    }

  gtk_native_dialog_destroy (dialog);
  /* A name that is refused brings the dialog back. */
  if (refused != NULL)
    show (self, refused);
  else
    request_free (self);
}

static void
show (SaveRequest *self,
      const char  *name)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (self->title, GTK_WINDOW (gtk_widget_get_root (self->widget)),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, self->kind);
  gtk_file_filter_add_suffix (filter, self->suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  rgm_save_dialog_restore_folder (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), self);
  /* A native dialog is nobody's but its asker's. */
  g_object_set_data_full (G_OBJECT (self->widget), "rgm-save-dialog", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * rgm_save_dialog_show:
 * @widget: a widget of the window that asks
 * @title: the title of the dialog
 * @name: the name that is proposed, without its ending
 * @suffix: the ending of the name, without its dot
 * @kind: what such files are called
 * @bytes: what is saved
 *
 * Asks for a file and saves the bytes there. What was there before is there still if that fails, which is said, and the
 * dialog comes back.
 */
void
rgm_save_dialog_show (GtkWidget  *widget,
                      const char *title,
                      const char *name,
                      const char *suffix,
                      const char *kind,
                      GBytes     *bytes)
{
  SaveRequest *self = g_new (SaveRequest, 1);
  g_autofree char *proposed = g_strconcat (name, ".", suffix, NULL);

  self->widget = g_object_ref (widget);
  self->title = g_strdup (title);
  self->suffix = g_strdup (suffix);
  self->kind = g_strdup (kind);
  self->bytes = g_bytes_ref (bytes);
  /* What no file system takes in a name. */
  show (self, g_strdelimit (proposed, "/\\:*?\"<>|", '-'));
}
