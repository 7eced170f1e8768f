/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-fault-dialog.h"
#include "rgm-isolate.h"
#include "rgm-row-name.h"

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

static GtkWidget *
fault_row_new (const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  rgm_row_set_name (row, text);

  return row;
}

/* A row for each fault, so that arrows go from one to the next and each is heard. */
static GtkWidget *
fault_list_new (const char *text,
                const char *name)
{
  GtkWidget *list = gtk_list_box_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  rgm_accessible_set_name (list, name);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      gtk_list_box_append (GTK_LIST_BOX (list), fault_row_new (lines[i]));

  return list;
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
  /* The faults are what the dialog is there for: they have the focus first, and not the response. */
  gtk_widget_grab_focus (g_object_get_data (G_OBJECT (data), "first"));
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
  g_autofree char *heading = rgm_text_printf (_("“%s” could not be opened"), name);
  g_autofree char *body = has_faults
    ? g_strdup_printf (ngettext ("%u problem found. The current data set stays open. Correct the entry below and reopen the file.",
                                 "%u problems found. The current data set stays open. Correct the entries below and reopen the file.", n), n)
    : g_strdup (_("The current data set stays open."));
  GtkWidget *dialog = adw_message_dialog_new (NULL, heading, body);
  /* Translators: the name of the list of what is wrong with a file. */
  g_autofree char *list_name = g_strdup_printf (ngettext ("%u problem", "%u problems", n), n);
  GtkWidget *list = fault_list_new (text, list_name);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
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
  g_object_set_data (G_OBJECT (dialog), "first", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), text, free_text, 0);
  gtk_widget_add_tick_callback (GTK_WIDGET (parent), present_over, g_object_ref (dialog), end_present);
}
