/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-library.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-row-name.h"
#include "rgm-store-library.h"

/* A person's own data sets, in the menu and on the Data view. */

/* A menu has this many of them; the view has them all. */
#define MAX_IN_MENU 12

static GFileMonitor *
watch_folder (void)
{
  g_autoptr (GFile) folder = rgm_library_get_folder ();

  return g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
}

/* ── The menu ────────────────────────────────────────────────────────────────── */

static void
fill_menu (GMenu *menu)
{
  g_autoptr (GPtrArray) entries = rgm_library_list ();

  g_menu_remove_all (menu);
  for (guint i = 0; i < MIN (entries->len, MAX_IN_MENU); i++)
    {
      const RgmLibraryEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *uri = g_file_get_uri (entry->file);
      g_auto (GStrv) pieces = g_strsplit (entry->name, "_", -1);
      /* An underscore would mark a letter. */
      g_autofree char *label = g_strjoinv ("__", pieces);

      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", uri);
      g_menu_append_item (menu, item);
    }
  if (entries->len == 0)
    {
      /* Without an action it can't be chosen. */
      g_menu_append (menu, _("No data sets of your own yet"), "win.no-recent");
    }
  else
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_("Show the _library"), NULL);
      g_autoptr (GMenu) section = g_menu_new ();

      g_menu_item_set_action_and_target (item, "win.view", "s", "data");
      g_menu_append_item (section, item);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
}

/**
 * rgm_library_follow:
 * @menu: a menu
 *
 * Fills the menu with a person's own data sets now, and whenever there is another one, for as long as the menu lives.
 */
void
rgm_library_follow (GMenu *menu)
{
  GFileMonitor *monitor = watch_folder ();

  fill_menu (menu);
  if (monitor == NULL)
    return;

  g_signal_connect_object (monitor, "changed", G_CALLBACK (fill_menu), menu, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (menu), "rgm-library-monitor", monitor, g_object_unref);
}

/* ── The section of a page ───────────────────────────────────────────────────── */

typedef struct
{
  RgmWindowState *window_state;
  GtkWidget      *group;
  GFileMonitor   *monitor;
} LibrarySection;

static void
library_section_free (gpointer data)
{
  LibrarySection *self = data;

  g_clear_object (&self->monitor);
  g_object_unref (self->window_state);
  g_free (self);
}

static void
add_row (LibrarySection *self,
         const char     *title,
         const char     *subtitle,
         gboolean        is_open)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *description = is_open ? g_strdup_printf ("%s\n%s", subtitle, _("Open in this window")) : g_strdup (subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  rgm_row_set_name (row, title);
  rgm_accessible_set_description (row, description);
  if (is_open)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_set_tooltip_text (mark, _("Open in this window"));
      rgm_accessible_set_name (mark, _("Open in this window"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !is_open);
  gtk_list_box_append (GTK_LIST_BOX (self->group), row);
}

static char *
describe_entry (const RgmLibraryEntry *entry)
{
  g_autoptr (GDateTime) here = g_date_time_to_local (entry->modified);
  g_autofree char *size = g_format_size ((guint64) entry->size);
  g_autofree char *day = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (here), (GDateMonth) g_date_time_get_month (here),
                  (GDateYear) g_date_time_get_year (here));
  day = rgm_format_date (&date);

  /* Translators: a date, and the size of a file: 'Saved on 18 November 2024, 120 kB'. */
  return g_strdup_printf (_("Saved on %s, %s"), day, size);
}

static void
set_target (GtkWidget  *row,
            const char *action,
            const char *uri)
{
  if (uri != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

static void
fill_section (LibrarySection *self)
{
  g_autoptr (GPtrArray) entries = rgm_library_list ();
  GFile *shown = rgm_window_state_get_file (self->window_state);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->group)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->group), row);

  add_row (self, _("Embedded data set"), _("Comes with the program and stays as it is; a copy of it can be edited"), shown == NULL);
  if (shown != NULL)
    set_target (gtk_widget_get_last_child (self->group), "win.open-embedded", NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      const RgmLibraryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *uri = g_file_get_uri (entry->file);
      g_autofree char *about = describe_entry (entry);
      gboolean is_open = shown != NULL && g_file_equal (shown, entry->file);

      add_row (self, entry->name, about, is_open);
      if (!is_open)
        set_target (gtk_widget_get_last_child (self->group), "win.open-recent", uri);
    }
}

/**
 * rgm_library_section_new:
 * @window_state: the state of the window that it is in
 *
 * Returns: (transfer floating): the embedded data set and a person's own, each with when it was saved and how large it is; a row opens it
 */
GtkWidget *
rgm_library_section_new (RgmWindowState *window_state)
{
  g_autoptr (GFile) folder = rgm_library_get_folder ();
  g_autofree char *path = g_file_get_parse_name (folder);
  /* Translators: a folder. */
  g_autofree char *description = rgm_text_printf (_("Data sets of your own are plain files in %s. Back up that folder to keep them."), path);
  GtkWidget *section = rgm_section_new (_("Library"), description);
  LibrarySection *self = g_new0 (LibrarySection, 1);

  rgm_section_add_help (section, "own-evidence#library");
  self->window_state = g_object_ref (window_state);
  self->group = rgm_boxed_list_new (_("Library"));
  self->monitor = watch_folder ();
  gtk_box_append (GTK_BOX (section), self->group);
  g_object_set_data_full (G_OBJECT (section), "rgm-library", self, library_section_free);
  fill_section (self);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (fill_section), self);
  g_signal_connect_swapped (section, "map", G_CALLBACK (fill_section), self);

  return section;
}
