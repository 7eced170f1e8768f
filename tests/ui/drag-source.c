/* SPDX-License-Identifier: GPL-3.0-or-later */

/* drag-source URI…: a window to drag addresses from, with no portal between, and none of our own code. */

#include <string.h>

#include <gtk/gtk.h>

static void
on_activate (GtkApplication *application,
             char          **uris)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *label = gtk_label_new ("Drag me");
  GtkDragSource *source = gtk_drag_source_new ();
  g_autofree char *lines = g_strjoinv ("\r\n", uris);
  g_autofree char *list = g_strconcat (lines, "\r\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (list, strlen (list));
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_for_bytes ("text/uri-list", bytes);

  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "Drag source");
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 100);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), argv + 1);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
