/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-fault-dialog.h"

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             char             *text)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), text);
}

static void
free_text (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/* The dialog's margins follow its parent's size, and a dialog that is shown before newer
 * libadwaita knows that is too narrow for them: a file that the program was started with may
 * have been read before the window has a size. */
static gboolean
present_over (GtkWidget     *parent,
              GdkFrameClock *clock,
              gpointer       data)
{
  if (gtk_widget_get_width (parent) == 0)
    return G_SOURCE_CONTINUE;

  gtk_window_set_transient_for (GTK_WINDOW (data), GTK_WINDOW (parent));
  gtk_window_present (GTK_WINDOW (data));
  return G_SOURCE_REMOVE;
}

/* Where the parent went before it had a size, nobody has seen the dialog. */
static void
end_present (gpointer data)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (data)))
    gtk_window_destroy (GTK_WINDOW (data));
  g_object_unref (data);
}

/**
 * rgm_fault_dialog_show:
 * @parent: the window
 * @name: the name of the data set that isn't good, as a person knows it
 * @faults: (nullable): its faults
 * @error: what is wrong where there are no faults to list
 *
 * Tells why a data set isn't opened: every fault with its place, in text that can be copied.
 */
void
rgm_fault_dialog_show (GtkWindow       *parent,
                       const char      *name,
                       const RgmFaults *faults,
                       const GError    *error)
{
  gboolean has_faults = faults != NULL && rgm_faults_get_size (faults) > 0;
  char *text = has_faults ? rgm_faults_to_text (faults, NULL) : g_strdup (error->message);
  guint n = has_faults ? rgm_faults_get_size (faults) + rgm_faults_get_left_out (faults) : 1;
  g_autofree char *heading = g_strdup_printf (_("“%s” wasn’t opened"), name);
  g_autofree char *body = has_faults
    ? g_strdup_printf (ngettext ("It has %u fault. The data set that was open stays open. Mend the place below and open the file again.",
                                 "It has %u faults. The data set that was open stays open. Mend the places below and open the file again.", n), n)
    : g_strdup (_("The data set that was open stays open."));
  GtkWidget *dialog = adw_message_dialog_new (NULL, heading, body);
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Faults"), -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 300);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, 480, -1);
  gtk_widget_add_css_class (scroller, "card");

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "copy", _("_Copy"),
                                    "close", _("_Close"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), text, free_text, 0);
  gtk_widget_add_tick_callback (GTK_WIDGET (parent), present_over, g_object_ref (dialog), end_present);
}
