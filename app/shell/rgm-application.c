/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-about.h"
#include "rgm-application.h"
#include "rgm-file-access.h"
#include "rgm-help-button.h"
#include "rgm-help-window.h"
#include "rgm-leftover.h"
#include "rgm-pages.h"
#include "rgm-preferences.h"
#include "rgm-shortcuts.h"
#include "rgm-view.h"
#include "rgm-window-state.h"
#include "rgm-window.h"

struct _RgmApplication
{
  AdwApplication parent_instance;

  gboolean       has_offered;   /* what the program left when it ended last */
};

G_DEFINE_FINAL_TYPE (RgmApplication, rgm_application, ADW_TYPE_APPLICATION)

static gboolean
has_window (GtkApplication *application,
            GtkWindow      *window)
{
  return g_list_find (gtk_application_get_windows (application), window) != NULL;
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  GtkApplication *application = data;
  GtkWindow *window;

  /* Each window is closed, so that it can remember what it shows. */
  while ((window = gtk_application_get_active_window (application)) != NULL)
    {
      gtk_window_close (window);
      /* It asks what is to become of its changes. */
      if (gtk_application_get_active_window (application) == window || has_window (application, window))
        return;
    }
  g_application_quit (G_APPLICATION (application));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  g_application_activate (data);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (RGM_IS_WINDOW (window))
    rgm_about_show (window, rgm_window_get_data_set (RGM_WINDOW (window)));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  rgm_shortcuts_show (gtk_application_get_active_window (data));
}

/* One help window serves all windows of the program. */
static void
show_help (GtkApplication *application,
           const char     *link,
           RgmWindowState *window_state)
{
  GtkWindow *help = NULL;

  for (GList *each = gtk_application_get_windows (application); each != NULL && help == NULL; each = each->next)
    if (RGM_IS_HELP_WINDOW (each->data))
      help = each->data;

  if (help == NULL)
    {
      help = GTK_WINDOW (rgm_help_window_new ());
      gtk_window_set_application (help, application);
    }
  rgm_help_window_open (RGM_HELP_WINDOW (help), link, window_state);
  gtk_window_present (help);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  GtkWindow *active = gtk_application_get_active_window (data);

  show_help (data, g_variant_get_string (parameter, NULL),
             RGM_IS_WINDOW (active) ? rgm_window_get_state (RGM_WINDOW (active)) : NULL);
}

/* The place about what has the focus, or else the topic about what is shown. */
static void
help_here_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  GtkWindow *active = gtk_application_get_active_window (data);
  RgmWindowState *window_state = RGM_IS_WINDOW (active) ? rgm_window_get_state (RGM_WINDOW (active)) : NULL;
  const RgmPage *page = window_state != NULL ? rgm_pages_find (rgm_window_state_get_view (window_state)) : NULL;

  const char *place = window_state != NULL ? rgm_help_find_place (gtk_window_get_focus (active)) : NULL;

  if (place == NULL)
    place = page != NULL ? page->help : "index";
  show_help (data, place, window_state);
}

static void
on_style_changed (GSimpleAction *action)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));
  const char *style = g_variant_get_string (state, NULL);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  rgm_preferences_set_string (rgm_preferences_get_default (), "style", style);
}

static void
add_style_action (GActionMap *map)
{
  g_autofree char *style = rgm_preferences_get_string (rgm_preferences_get_default (), "style");
  g_autoptr (GSimpleAction) action =
    g_simple_action_new_stateful ("style", G_VARIANT_TYPE_STRING,
                                  g_variant_new_string (*style != '\0' ? style : "system"));

  g_signal_connect (action, "notify::state", G_CALLBACK (on_style_changed), NULL);
  g_action_map_add_action (map, G_ACTION (action));
  on_style_changed (action);
}

static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } all[] = {
    { "win.search", { "<Control>f", NULL } },
    { "app.new-window", { "<Control>n", NULL } },
    { "win.open", { "<Control>o", NULL } },
    { "win.import", { "<Control>i", NULL } },
    { "win.import-pasted", { "<Control><Shift>v", NULL } },
    { "win.reload", { "<Control>r", NULL } },
    { "win.edit", { "<Control>e", NULL } },
    { "win.undo", { "<Control>z", NULL } },
    { "win.redo", { "<Shift><Control>z", NULL } },
    { "win.save", { "<Control>s", NULL } },
    { "win.save-as", { "<Shift><Control>s", NULL } },
    { "win.new-trial", { "<Shift><Control>n", NULL } },
    { "win.back", { "<Alt>Left", NULL } },
    { "win.forward", { "<Alt>Right", NULL } },
    { "win.fullscreen", { "F11", NULL } },
    { "win.tick", { "<Control>d", NULL } },
    { "win.show-list", { "F9", NULL } },
    { "win.pane(1)", { "F6", NULL } },
    { "win.pane(-1)", { "<Shift>F6", NULL } },
    { "win.view::trial", { "<Control>1", NULL } },
    { "win.view::response", { "<Control>2", NULL } },
    { "win.view::survival", { "<Control>3", NULL } },
    { "win.view::compare", { "<Control>4", NULL } },
    { "win.view::pathway", { "<Control>5", NULL } },
    { "win.view::data", { "<Control>6", NULL } },
    { "win.view::story", { "<Control>7", NULL } },
    { "win.add-to-story", { "<Control><Shift>a", NULL } },
    { "win.present", { "F5", NULL } },
    { "win.present-here", { "<Shift>F5", NULL } },
    { "app.help-here", { "F1", NULL } },
    { "app.shortcuts", { "<Control>question", NULL } },
    { "window.close", { "<Control>w", NULL } },
    { "app.quit", { "<Control>q", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_application_set_accels_for_action (application, all[i].action, all[i].accels);
}

static void
rgm_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "about", .activate = about_action },
    { .name = "help", .activate = help_action, .parameter_type = "s" },
    { .name = "help-here", .activate = help_here_action },
    { .name = "shortcuts", .activate = shortcuts_action },
    { .name = "new-window", .activate = new_window_action },
  };

  rgm_view_init ();
  G_APPLICATION_CLASS (rgm_application_parent_class)->startup (application);

  rgm_view_init_display ();
  gtk_window_set_default_icon_name (RGM_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  add_style_action (G_ACTION_MAP (application));
  set_accels (GTK_APPLICATION (application));
}

static void
open_in_new_window (GtkApplication *application,
                    GFile          *file)
{
  GtkWidget *window = rgm_window_new (application);

  rgm_file_access_open (RGM_WINDOW (window), file);
  gtk_window_present (GTK_WINDOW (window));
}

/* The documents that the program left unsaved when it ended, once a start; a document that two windows edited comes twice. */
static GPtrArray *
list_left (RgmApplication *self)
{
  if (self->has_offered)
    return g_ptr_array_new ();

  self->has_offered = TRUE;

  return rgm_leftover_list_documents ();
}

/* A window that opens a file offers what was left of it. */
static void
remove_left (GPtrArray *left,
             GFile     *file)
{
  guint position;

  if (g_ptr_array_find_with_equal_func (left, file, (GEqualFunc) g_file_equal, &position))
    g_ptr_array_remove_index (left, position);
}

/* What no other window offers. A file that isn't there, as on a disk that is away, has to wait until it is opened. */
static void
offer_left (GApplication *application,
            GPtrArray    *left)
{
  for (guint i = 0; i < left->len; i++)
    if (g_file_query_exists (g_ptr_array_index (left, i), NULL))
      open_in_new_window (GTK_APPLICATION (application), g_ptr_array_index (left, i));
}

/* Another start of the program is another window: what is open stays as it is. */
static void
rgm_application_activate (GApplication *application)
{
  GtkWidget *window = rgm_window_new (GTK_APPLICATION (application));
  g_autoptr (GPtrArray) left = list_left (RGM_APPLICATION (application));
  g_autoptr (GFile) file = rgm_window_resume (RGM_WINDOW (window));

  if (file != NULL)
    remove_left (left, file);
  gtk_window_present (GTK_WINDOW (window));
  offer_left (application, left);
}

/* The window that shows the file, or %NULL. */
static GtkWindow *
find_window (GtkApplication *application,
             GFile          *file)
{
  for (GList *each = gtk_application_get_windows (application); each != NULL; each = each->next)
    {
      GFile *shown = RGM_IS_WINDOW (each->data) ? rgm_window_state_get_file (rgm_window_get_state (each->data)) : NULL;

      if (shown != NULL && g_file_equal (shown, file))
        return each->data;
    }

  return NULL;
}

static gboolean
has_changes (GtkWindow *window)
{
  RgmDocument *document = rgm_window_state_get_document (rgm_window_get_state (RGM_WINDOW (window)));

  return document != NULL && (rgm_document_is_changed (document) || rgm_document_has_texts (document));
}

/* A window shows one data set: each file gets one of its own, or is read again in the
 * window that shows it. What is not saved there is what its person looks for. */
static void
rgm_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  g_autoptr (GPtrArray) left = list_left (RGM_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    {
      GtkWindow *window = find_window (GTK_APPLICATION (application), files[i]);

      if (window == NULL)
        window = GTK_WINDOW (rgm_window_new (GTK_APPLICATION (application)));
      if (!has_changes (window))
        rgm_file_access_open (RGM_WINDOW (window), files[i]);
      gtk_window_present (window);
      remove_left (left, files[i]);
    }
  offer_left (application, left);
}

static void
rgm_application_class_init (RgmApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = rgm_application_startup;
  application_class->activate = rgm_application_activate;
  application_class->open = rgm_application_open;
}

static void
rgm_application_init (RgmApplication *self)
{
}

/**
 * rgm_application_run:
 * @argc: how many arguments there are
 * @argv: the arguments, the program's name first
 *
 * Runs the program with its window, until the last one is closed.
 *
 * Returns: the exit status
 */
int
rgm_application_run (int    argc,
                     char **argv)
{
  g_autoptr (GApplication) application =
    g_object_new (RGM_TYPE_APPLICATION,
                  "application-id", RGM_APPLICATION_ID,
                  "flags", G_APPLICATION_HANDLES_OPEN,
                  "resource-base-path", RGM_RESOURCE_PREFIX,
                  NULL);

  return g_application_run (application, argc, argv);
}
