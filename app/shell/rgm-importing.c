/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-fault-dialog.h"
#include "rgm-import-dialog.h"
#include "rgm-importing.h"
#include "rgm-recent.h"
#include "rgm-window-state.h"

/* The ways in which others' files come in: chosen, pasted, or opened as if they were a data
 * set. */

/* A file that was to be opened and isn't a data set. */
typedef struct
{
  GFile     *file;
  RgmFaults *faults;
  GError    *error;
} Unopened;

static void
unopened_free (gpointer data)
{
  Unopened *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->faults, rgm_faults_free);
  g_error_free (self->error);
  g_free (self);
}

static void
tell (RgmWindow      *window,
      const Unopened *unopened)
{
  g_autofree char *name = g_file_get_basename (unopened->file);

  rgm_fault_dialog_show (GTK_WINDOW (window), name, unopened->faults, unopened->error);
  rgm_recent_forget_gone (unopened->file);
}

/* Nothing of it could be taken: then it is a data set at fault, unless the import knows it by
 * name. */
static gboolean
on_nothing_taken (RgmWindow       *window,
                  RgmImportReview *review,
                  gpointer         data)
{
  Unopened *unopened = data;

  if (!review->import->is_data_set && !review->import->is_unknown)
    return FALSE;

  tell (window, unopened);
  return TRUE;
}

static void
start (RgmWindow *window,
       Unopened  *unopened)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_object_ref (unopened->file));
  rgm_import_dialog_start (window, files, NULL, on_nothing_taken, unopened, unopened_free);
}

static void
on_data_set (RgmWindowState *state,
             GParamSpec     *pspec,
             RgmWindow      *window)
{
  Unopened *unopened = g_object_steal_data (G_OBJECT (window), "unopened");

  g_signal_handlers_disconnect_by_func (state, on_data_set, window);
  if (unopened != NULL)
    start (window, unopened);
}

/**
 * rgm_importing_try:
 * @window: a window
 * @file: (nullable): what it couldn't open; %NULL for the embedded data set
 * @faults: (transfer full) (nullable): the faults of the file as a data set
 * @error: why it isn't one
 *
 * Imports a file that isn't a data set, if it is something else that is known; else tells
 * what is wrong with it. A window without a whole data set opens the embedded one first.
 */
void
rgm_importing_try (RgmWindow    *window,
                   GFile        *file,
                   RgmFaults    *faults,
                   const GError *error)
{
  Unopened *unopened;

  if (file == NULL)
    {
      rgm_fault_dialog_show (GTK_WINDOW (window), _("Embedded data set"), faults, error);
      g_clear_pointer (&faults, rgm_faults_free);
      return;
    }

  unopened = g_new0 (Unopened, 1);
  unopened->file = g_object_ref (file);
  unopened->faults = faults;
  unopened->error = g_error_copy (error);
  if (rgm_window_get_data_set (window) != NULL)
    {
      start (window, unopened);
      return;
    }

  g_object_set_data_full (G_OBJECT (window), "unopened", unopened, unopened_free);
  g_signal_connect_object (rgm_window_get_state (window), "notify::data-set", G_CALLBACK (on_data_set), window, 0);
  rgm_window_open (window, NULL);
}

/**
 * rgm_importing_files:
 * @window: a window
 * @files: (element-type GFile): what is imported; nothing without a data set to import into
 *
 * Starts a review of them all.
 */
void
rgm_importing_files (RgmWindow *window,
                     GSList    *files)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *each = files; each != NULL; each = each->next)
    g_ptr_array_add (all, g_object_ref (each->data));
  if (rgm_window_get_data_set (window) != NULL)
    rgm_import_dialog_start (window, all, NULL, NULL, NULL, NULL);
}

static void
on_chosen (GtkNativeDialog *dialog,
           int              response,
           RgmWindow       *window)
{
  if (response == GTK_RESPONSE_ACCEPT && rgm_window_get_data_set (window) != NULL)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      rgm_import_dialog_start (window, files, NULL, NULL, NULL, NULL);
    }
  gtk_native_dialog_destroy (dialog);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _("_Import"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), widget, 0);
  /* The native dialog is nobody's but its window's. */
  g_object_set_data_full (G_OBJECT (widget), "import-chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_text (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (RgmWindow) window = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (rgm_window_get_data_set (window) == NULL)
    return;
  if (text == NULL || *text == '\0')
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", _("The clipboard has no text. Copy a registry’s record or references first."));
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  rgm_import_dialog_start (window, NULL, bytes, NULL, NULL, NULL);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text, g_object_ref (widget));
}

/**
 * rgm_importing_install:
 * @widget_class: the class of windows
 *
 * Adds the actions that import.
 */
void
rgm_importing_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-pasted", NULL, paste_action);
}
