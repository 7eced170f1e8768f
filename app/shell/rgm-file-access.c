/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-examples.h"
#include "rgm-file-access.h"
#include "rgm-importing.h"
#include "rgm-patient-dialogs.h"
#include "rgm-recent.h"

/* Files that are opened without the dialog of Open: dropped, given in a call, opened once
 * before, or among the examples.
 *
 *     GdkDrop ── read ──> GFile ── may it be read? ──> rgm_patient_dialogs_open(), rgm_window_open(); several: rgm_importing_files()
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

/* A patient's findings are opened beside the data set, all else in its place. */
static void
open_readable (RgmWindow *window,
               GFile     *file)
{
  if (!rgm_patient_dialogs_open (window, file))
    rgm_window_open (window, file);
}

static void
tell_to_open (RgmWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s",
                              _("Regimen has no access to this file. Choose it with Main menu → Open."));
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
      open_readable (window, file);
    }
  else
    {
      tell_to_open (window);
      rgm_recent_forget_gone (file);
    }
}

/**
 * rgm_file_access_open:
 * @window: a window
 * @file: a file that wasn't chosen in the dialog of Open
 *
 * Opens the file. Where a sandbox keeps it out, the person is told to use the dialog.
 */
void
rgm_file_access_open (RgmWindow *window,
            GFile     *file)
{
  /* Out of a sandbox, opening says more: what the file is, and why it isn't read. */
  if (is_sandboxed ())
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_ACCESS_CAN_READ, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                             on_info, g_object_ref (window));
  else
    open_readable (window, file);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GdkDrop *drop = GDK_DROP (source);
  g_autoptr (RgmWindow) window = data;
  const GValue *value = gdk_drop_read_value_finish (drop, result, NULL);
  g_autoptr (GSList) files = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;

  if (!is_open (window))
    {
      gdk_drop_finish (drop, 0);
      return;
    }

  if (files == NULL)
    tell_to_open (window);
  else if (files->next == NULL)
    rgm_file_access_open (window, files->data);
  else
    rgm_importing_files (window, files);
  gdk_drop_finish (drop, files != NULL ? GDK_ACTION_COPY : 0);
}

static gboolean
on_drop (GtkDropTargetAsync *target,
         GdkDrop            *drop,
         double              x,
         double              y,
         RgmWindow          *window)
{
  gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_read, g_object_ref (window));

  return TRUE;
}

/**
 * rgm_file_access_watch_drops:
 * @window: a window
 *
 * Lets the window open a file that is dropped on it, or import several, in one review.
 */
void
rgm_file_access_watch_drops (RgmWindow *window)
{
  GdkContentFormats *formats =
    gdk_content_formats_union_deserialize_mime_types (gdk_content_formats_new_for_gtype (GDK_TYPE_FILE_LIST));
  GtkDropTargetAsync *target = gtk_drop_target_async_new (formats, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  rgm_file_access_open (RGM_WINDOW (widget), file);
}

/* The program's own file: no sandbox keeps it out. */
static void
open_example_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  g_autoptr (GFile) file = rgm_examples_find (g_variant_get_string (parameter, NULL));

  if (file != NULL)
    rgm_window_open (RGM_WINDOW (widget), file);
}

/**
 * rgm_file_access_install:
 * @widget_class: the class of windows
 *
 * Installs the actions that open what was opened before, and the examples.
 */
void
rgm_file_access_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.open-example", "s", open_example_action);
}
