/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-recent.h"

/* Tells a data set from the figures that were saved and printed: GTK remembers these in the
 * same list, with the program's own name. A group would be what it is for, but GTK drops
 * groups by the address that they happen to lie at. */
#define APPLICATION "regimen-data-sets"
#define MOST_RECENT 8

/* When it was opened last. The time of the visit that the list keeps is that of the first. */
static GDateTime *
get_time (GtkRecentInfo *info)
{
  GDateTime *time = NULL;

  gtk_recent_info_get_application_info (info, APPLICATION, NULL, NULL, &time);

  return time;
}

static gint
compare_age (gconstpointer a,
             gconstpointer b)
{
  return g_date_time_compare (get_time ((GtkRecentInfo *) b), get_time ((GtkRecentInfo *) a));
}

static gboolean
is_data_set (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, APPLICATION) && get_time (info) != NULL;
}

/**
 * rgm_recent_add:
 * @file: a data set's file that was opened
 *
 * Remembers it, with all the desktop's recent files.
 */
void
rgm_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) "application/json",
    .app_name = (char *) APPLICATION,
    .app_exec = (char *) "regimen %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * rgm_recent_fill:
 * @menu: a menu
 *
 * Fills the menu with the data sets that were opened last, the latest first.
 */
void
rgm_recent_fill (GMenu *menu)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GList *sets = NULL;
  guint n = 0;

  for (GList *l = items; l != NULL; l = l->next)
    if (is_data_set (l->data))
      sets = g_list_insert_sorted (sets, l->data, compare_age);

  g_menu_remove_all (menu);
  for (GList *l = sets; l != NULL && n < MOST_RECENT; l = l->next, n++)
    {
      GtkRecentInfo *info = l->data;
      g_autoptr (GMenuItem) item = g_menu_item_new (gtk_recent_info_get_display_name (info), NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (menu, item);
    }
  g_list_free (sets);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  if (n == 0)
    g_menu_append (menu, _("No recent data sets"), "win.no-recent");
}

static void
on_info (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autofree char *uri = g_file_get_uri (G_FILE (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

/**
 * rgm_recent_forget_gone:
 * @file: a data set's file that couldn't be opened
 *
 * Forgets it if it isn't there any more: moved, or let into a sandbox for one session only.
 */
void
rgm_recent_forget_gone (GFile *file)
{
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                           on_info, NULL);
}
