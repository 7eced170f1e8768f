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
