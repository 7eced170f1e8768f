/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-let-in.h"
#include "rgm-recent.h"

/* Files that are opened without the dialog of Open: dropped, given in a call, or opened
 * once before.
 *
 *     GdkDrop ── read ──> GFile ── may it be read? ──> rgm_window_open()
 *        └── can't be handed in ──┴── no, in a sandbox ──> told to use Open
 *
 * A sandbox sees the files that a portal hands in, some of them for one session only. The
 * program that a file is dragged from, or that makes the call, has to ask the portal for
 * that. Where it doesn't, or the portal refuses, only the dialog can let the file in. */

/* Not closed meanwhile. */
static gboolean
is_open (RgmWindow *window)
{
  return gtk_window_get_application (GTK_WINDOW (window)) != NULL;
}

static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static void
tell_to_open (RgmWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s",
                              _("This file can’t be read from here. Open it with Main menu, Open."));
  if (rgm_window_get_data_set (window) == NULL)
    rgm_window_open (window, NULL);
}

static void
on_info (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GFile *file = G_FILE (source);
  g_autoptr (RgmWindow) window = data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (file, result, NULL);

  if (!is_open (window))
    return;

  if (info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_READ))
    {
      rgm_window_open (window, file);
    }
  else
    {
      tell_to_open (window);
      rgm_recent_forget_gone (file);
    }
}

/**
 * rgm_let_in:
 * @window: a window
 * @file: a file that wasn't chosen in the dialog of Open
 *
 * Opens the file. Where a sandbox keeps it out, the person is told to use the dialog.
 */
void
rgm_let_in (RgmWindow *window,
            GFile     *file)
{
  /* Out of a sandbox, opening says more: what the file is, and why it isn't read. */
  if (is_sandboxed ())
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_ACCESS_CAN_READ, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                             on_info, g_object_ref (window));
  else
    rgm_window_open (window, file);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GdkDrop *drop = GDK_DROP (source);
  g_autoptr (RgmWindow) window = data;
  const GValue *value = gdk_drop_read_value_finish (drop, result, NULL);
  GFile *file = value != NULL ? g_value_get_object (value) : NULL;

  if (!is_open (window))
    file = NULL;
  else if (file != NULL)
    rgm_let_in (window, file);
  else
    tell_to_open (window);

  gdk_drop_finish (drop, file != NULL ? GDK_ACTION_COPY : 0);
}

static gboolean
on_drop (GtkDropTargetAsync *target,
         GdkDrop            *drop,
         double              x,
         double              y,
         RgmWindow          *window)
{
  gdk_drop_read_value_async (drop, G_TYPE_FILE, G_PRIORITY_DEFAULT, NULL, on_read, g_object_ref (window));

  return TRUE;
}

/**
 * rgm_let_in_drops:
 * @window: a window
 *
 * Lets the window open a file that is dropped on it.
 */
void
rgm_let_in_drops (RgmWindow *window)
{
  GdkContentFormats *formats =
    gdk_content_formats_union_deserialize_mime_types (gdk_content_formats_new_for_gtype (G_TYPE_FILE));
  GtkDropTargetAsync *target = gtk_drop_target_async_new (formats, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
