/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-about.h"
#include "rgm-application.h"
#include "rgm-let-in.h"
#include "rgm-preferences.h"
#include "rgm-view.h"
#include "rgm-window.h"

struct _RgmApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (RgmApplication, rgm_application, ADW_TYPE_APPLICATION)

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
      if (gtk_application_get_active_window (application) == window)
        break;
    }
  g_application_quit (G_APPLICATION (application));
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
    { "win.open", { "<Control>o", NULL } },
    { "win.back", { "<Alt>Left", NULL } },
    { "win.forward", { "<Alt>Right", NULL } },
    { "win.fullscreen", { "F11", NULL } },
    { "win.tick", { "<Control>d", NULL } },
    { "win.show-list", { "F9", NULL } },
    { "win.view::trial", { "<Control>1", NULL } },
    { "win.view::response", { "<Control>2", NULL } },
    { "win.view::survival", { "<Control>3", NULL } },
    { "win.view::compare", { "<Control>4", NULL } },
    { "win.view::pathway", { "<Control>5", NULL } },
    { "win.view::data", { "<Control>6", NULL } },
    { "win.show-shortcuts", { "<Control>question", "F1", NULL } },
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
  };

  rgm_view_init ();
  G_APPLICATION_CLASS (rgm_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (RGM_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  add_style_action (G_ACTION_MAP (application));
  set_accels (GTK_APPLICATION (application));
}

static void
rgm_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (rgm_window_new (GTK_APPLICATION (application)));
      rgm_window_open (RGM_WINDOW (window), NULL);
    }
  gtk_window_present (window);
}

static void
rgm_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  /* A window shows one data set: each file that is given gets one of its own, save
   * that the first takes the place of what is open. */
  for (int i = 0; i < n_files; i++)
    {
      if (window == NULL || i > 0)
        window = GTK_WINDOW (rgm_window_new (GTK_APPLICATION (application)));
      rgm_let_in (RGM_WINDOW (window), files[i]);
      gtk_window_present (window);
    }
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
