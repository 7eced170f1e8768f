/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-ask.h"

#include <glib/gi18n-lib.h>

/**
 * rgm_ask_new:
 * @window: the window that it is over
 * @heading: a question
 * @body: (nullable): what follows from the answers
 *
 * Returns: (transfer none): a question that can be answered with "cancel", which is the answer of whoever closes it; others are added
 */
AdwMessageDialog *
rgm_ask_new (GtkWindow  *window,
             const char *heading,
             const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));

  /* An answer may close the window while the click on it is still being handled. GTK then looks at the
   * window once more when the dialog goes. */
  g_object_set_data_full (G_OBJECT (dialog), "rgm-window", g_object_ref (window), g_object_unref);
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");

  return dialog;
}

/**
 * rgm_ask_save_new:
 * @window: a window that is about to be closed
 * @heading: whether something is to be saved
 * @body: what follows from the answers
 *
 * Returns: (transfer none): a question that can be answered with "cancel", "discard" and "save"
 */
AdwMessageDialog *
rgm_ask_save_new (GtkWindow  *window,
                  const char *heading,
                  const char *body)
{
  AdwMessageDialog *dialog = rgm_ask_new (window, heading, body);

  adw_message_dialog_add_response (dialog, "discard", _("_Discard"));
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_add_response (dialog, "save", _("_Save"));
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");

  return dialog;
}

/* A dialog that is over a window, or NULL. */
static GtkWindow *
find_dialog (GtkWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *each = toplevels; each != NULL; each = each->next)
    if (gtk_window_get_transient_for (each->data) == window && gtk_widget_get_mapped (each->data))
      return each->data;

  return NULL;
}

/**
 * rgm_ask_dialogs:
 * @window: a window that is about to be closed
 *
 * Closes the dialogs that are over it, and those over them, the topmost first.
 *
 * Returns: whether none is left; one that holds what would be lost stays and asks what is to become of it
 */
gboolean
rgm_ask_dialogs (GtkWindow *window)
{
  GtkWindow *dialog;

  while ((dialog = find_dialog (window)) != NULL)
    {
      if (!rgm_ask_dialogs (dialog))
        return FALSE;
      gtk_window_close (dialog);
      if (find_dialog (window) == dialog)
        return FALSE;
    }

  return TRUE;
}
