/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-open-dialog.h"

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             RgmWindow       *window)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      rgm_window_open (window, file);
    }
  gtk_native_dialog_destroy (dialog);
}

static void
add_filter (GtkFileChooser     *chooser,
            const char         *name,
            const char * const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* Lets a person choose a data set's file, and opens it in the window. */
void
rgm_open_dialog_show (RgmWindow *window)
{
  static const char * const data_sets[] = { "*.json", "*.regimen", NULL };
  static const char * const all[] = { "*", NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Open a data set"), GTK_WINDOW (window),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);

  add_filter (GTK_FILE_CHOOSER (chooser), _("Data sets"), data_sets);
  add_filter (GTK_FILE_CHOOSER (chooser), _("All files"), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response), window, 0);
  /* The native dialog is nobody's but its window's. */
  g_object_set_data_full (G_OBJECT (window), "chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
