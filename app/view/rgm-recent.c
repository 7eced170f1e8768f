/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-recent.h"

#define MAX_RECENT 8

/* The name tells a data set or a story from the figures that were saved and printed: GTK remembers
 * these in the same list, with the program's own name. A group would be what it is for, but GTK
 * drops groups by the address that they happen to lie at. */
const RgmRecentKind rgm_recent_data_sets = {
  .application = "regimen-data-sets",
  .mime_type = "application/json",
  .action = "win.open-recent",
  .none = N_ ("No recent data sets"),
};

const RgmRecentKind rgm_recent_stories = {
  .application = "regimen-stories",
  .mime_type = "application/json",
  .action = "story.open-recent",
  .none = N_ ("No recent stories"),
};

/* When it was opened last. The time of the visit that the list keeps is that of the first. */
static GDateTime *
get_time (GtkRecentInfo       *info,
          const RgmRecentKind *kind)
{
  GDateTime *time = NULL;

  gtk_recent_info_get_application_info (info, kind->application, NULL, NULL, &time);

  return time;
}

static int
compare_age (gconstpointer a,
             gconstpointer b,
             gpointer      kind)
{
  return g_date_time_compare (get_time (*(GtkRecentInfo **) b, kind), get_time (*(GtkRecentInfo **) a, kind));
}

static gboolean
is_of_kind (GtkRecentInfo       *info,
            const RgmRecentKind *kind)
{
  return gtk_recent_info_has_application (info, kind->application) && get_time (info, kind) != NULL;
}

/**
 * rgm_recent_add:
 * @kind: a kind of files
 * @file: a file of that kind that was opened
 *
 * Remembers it, with all the desktop's recent files.
 */
void
rgm_recent_add (const RgmRecentKind *kind,
                GFile               *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) kind->mime_type,
    .app_name = (char *) kind->application,
    .app_exec = (char *) "regimen %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* Fills a menu with the files that were opened last, the latest first. */
static void
fill (const RgmRecentKind *kind,
      GMenu               *menu)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GList *l = items; l != NULL; l = l->next)
    if (is_of_kind (l->data, kind))
      g_ptr_array_add (files, l->data);
  g_ptr_array_sort_with_data (files, compare_age, (gpointer) kind);

  g_menu_remove_all (menu);
  for (guint i = 0; i < MIN (files->len, MAX_RECENT); i++)
    {
      GtkRecentInfo *info = files->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (gtk_recent_info_get_display_name (info), NULL);

      g_menu_item_set_action_and_target (item, kind->action, "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (menu, item);
    }
  if (files->len == 0)
    g_menu_append (menu, _(kind->none), "win.no-recent");
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

typedef struct
{
  const RgmRecentKind *kind;
  GMenu               *menu;
} RecentMenu;

static void
on_recent_changed (GtkRecentManager *manager,
                   RecentMenu       *self)
{
  fill (self->kind, self->menu);
}

static void
recent_menu_free (gpointer  data,
                  GClosure *closure)
{
  g_free (data);
}

static void
on_menu_gone (gpointer  handler,
              GObject  *menu)
{
  g_signal_handler_disconnect (gtk_recent_manager_get_default (), (gulong) GPOINTER_TO_SIZE (handler));
}

/**
 * rgm_recent_follow:
 * @kind: a kind of files
 * @menu: a menu
 *
 * Fills the menu now, and whenever a file was opened, for as long as the menu lives.
 */
void
rgm_recent_follow (const RgmRecentKind *kind,
                   GMenu               *menu)
{
  RecentMenu *self = g_new (RecentMenu, 1);
  gulong handler;

  self->kind = kind;
  self->menu = menu;
  handler = g_signal_connect_data (gtk_recent_manager_get_default (), "changed", G_CALLBACK (on_recent_changed), self, recent_menu_free, 0);
  g_object_weak_ref (G_OBJECT (menu), on_menu_gone, GSIZE_TO_POINTER (handler));
  fill (kind, menu);
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
 * @file: a file that couldn't be opened
 *
 * Forgets it if it isn't there any more: moved, or let into a sandbox for one session only.
 */
void
rgm_recent_forget_gone (GFile *file)
{
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                           on_info, NULL);
}
