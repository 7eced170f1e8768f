/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>

#include "rgm-load.h"
#include "rgm-presenter-console.h"
#include "rgm-presenter-screens.h"
#include "rgm-presenter-stage.h"
#include "rgm-presenter.h"
#include "rgm-story-ready.h"
#include "rgm-view.h"

/* What becomes of a presentation on two screens. */

#define PATIENCE (20 * G_USEC_PER_SEC)

/* One for all: a process has one connection to the session. */
static GtkApplication *application;

typedef struct
{
  GtkWindow      *window;
  RgmSelection   *selection;
  RgmStory       *story;
} Fixture;

static void
turn (guint milliseconds)
{
  gint64 stop = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < stop)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static GtkWindow *
find_window (Fixture *fixture,
             GType    type)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (link->data, type))
      return link->data;

  return NULL;
}

/* The number of the screen that a window is on. */
static guint
find_screen (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  return rgm_screens_find (GTK_WIDGET (window), monitor);
}

static void
wait_for_screen (GtkWindow *window,
                 guint      screen)
{
  for (gint64 stop = g_get_monotonic_time () + PATIENCE; g_get_monotonic_time () < stop;)
    {
      turn (50);
      if (find_screen (window) == screen && gtk_window_is_fullscreen (window))
        return;
    }
  g_error ("%s is on screen %u and not on %u", G_OBJECT_TYPE_NAME (window), find_screen (window), screen);
}

static void
press (GtkWindow *window,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller)) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_taken);
      if (is_taken)
        return;
    }
  g_error ("nobody took the key %s", gdk_keyval_name (keyval));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (RgmDataSet) data_set = rgm_load_embedded (NULL, NULL, NULL);

  fixture->selection = rgm_selection_new ();
  rgm_selection_set_data_set (fixture->selection, data_set);
  fixture->story = rgm_story_new_overview (data_set);
  fixture->window = GTK_WINDOW (gtk_application_window_new (application));
  gtk_window_set_default_size (fixture->window, 600, 400);
  gtk_window_present (fixture->window);
  for (gint64 stop = g_get_monotonic_time () + PATIENCE; g_get_monotonic_time () < stop && rgm_screens_count (GTK_WIDGET (fixture->window)) < 2;)
    turn (50);
  turn (500);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  turn (50);
  g_assert_false (rgm_presenter_is_running ());
  g_object_unref (fixture->selection);
  g_object_unref (fixture->story);
}

static void
test_slides_are_on_the_other_screen (Fixture       *fixture,
                                     gconstpointer  data)
{
  guint own;
  GtkWindow *stage, *console;

  g_assert_cmpuint (rgm_screens_count (GTK_WIDGET (fixture->window)), ==, 2);
  own = find_screen (fixture->window);
  g_assert_cmpuint (own, <, 2);

  rgm_presenter_start (fixture->window, fixture->story, fixture->selection, 0, FALSE);
  stage = find_window (fixture, RGM_TYPE_PRESENTER_STAGE);
  console = find_window (fixture, RGM_TYPE_PRESENTER_CONSOLE);
  g_assert_nonnull (stage);
  g_assert_nonnull (console);
  wait_for_screen (stage, 1 - own);
  wait_for_screen (console, own);

  /* S swaps them, and again. */
  press (console, GDK_KEY_s);
  wait_for_screen (stage, own);
  wait_for_screen (console, 1 - own);
  press (stage, GDK_KEY_s);
  wait_for_screen (stage, 1 - own);
  wait_for_screen (console, own);

  /* In a window, both are seen where a person puts them. */
  press (console, GDK_KEY_F11);
  for (gint64 stop = g_get_monotonic_time () + PATIENCE; g_get_monotonic_time () < stop && gtk_window_is_fullscreen (stage);)
    turn (50);
  g_assert_false (gtk_window_is_fullscreen (stage));
  press (console, GDK_KEY_F11);
  wait_for_screen (stage, 1 - own);

  press (console, GDK_KEY_Escape);
  turn (100);
  g_assert_false (rgm_presenter_is_running ());
  g_assert_null (find_window (fixture, RGM_TYPE_PRESENTER_STAGE));
  g_assert_null (find_window (fixture, RGM_TYPE_PRESENTER_CONSOLE));
}

/* Asks the compositor for the screens that are on: one of them, or both side by side. */
static gboolean
plug (guint n_screens)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GVariant) monitors = NULL;
  g_autoptr (GVariant) answer = NULL;
  GVariantBuilder logical;
  guint32 serial;
  int x = 0;

  state = g_dbus_connection_call_sync (bus, "org.gnome.Mutter.DisplayConfig", "/org/gnome/Mutter/DisplayConfig",
                                       "org.gnome.Mutter.DisplayConfig", "GetCurrentState", NULL, NULL, 0, 10000, NULL, &error);
  if (state == NULL)
    {
      g_test_message ("%s", error->message);
      return FALSE;
    }
  g_variant_get_child (state, 0, "u", &serial);
  monitors = g_variant_get_child_value (state, 1);
  g_variant_builder_init (&logical, G_VARIANT_TYPE ("a(iiduba(ssa{sv}))"));
  for (guint i = 0; i < n_screens; i++)
    {
      g_autoptr (GVariant) monitor = g_variant_get_child_value (monitors, i);
      g_autoptr (GVariant) modes = g_variant_get_child_value (monitor, 1);
      g_autoptr (GVariant) mode = g_variant_get_child_value (modes, 0);
      const char *connector, *id;
      int width;

      g_variant_get_child (monitor, 0, "(&s&s&s&s)", &connector, NULL, NULL, NULL);
      g_variant_get_child (mode, 0, "&s", &id);
      g_variant_get_child (mode, 1, "i", &width);
      g_variant_builder_open (&logical, G_VARIANT_TYPE ("(iiduba(ssa{sv}))"));
      g_variant_builder_add (&logical, "i", x);
      g_variant_builder_add (&logical, "i", 0);
      g_variant_builder_add (&logical, "d", 1.0);
      g_variant_builder_add (&logical, "u", 0);
      g_variant_builder_add (&logical, "b", i == 0);
      g_variant_builder_open (&logical, G_VARIANT_TYPE ("a(ssa{sv})"));
      g_variant_builder_open (&logical, G_VARIANT_TYPE ("(ssa{sv})"));
      g_variant_builder_add (&logical, "s", connector);
      g_variant_builder_add (&logical, "s", id);
      g_variant_builder_open (&logical, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_close (&logical);
      g_variant_builder_close (&logical);
      g_variant_builder_close (&logical);
      g_variant_builder_close (&logical);
      x += width;
    }
  answer = g_dbus_connection_call_sync (bus, "org.gnome.Mutter.DisplayConfig", "/org/gnome/Mutter/DisplayConfig",
                                        "org.gnome.Mutter.DisplayConfig", "ApplyMonitorsConfig",
                                        g_variant_new ("(uu@a(iiduba(ssa{sv}))a{sv})", serial, 1, g_variant_builder_end (&logical), NULL),
                                        NULL, 0, 10000, NULL, &error);
  if (answer == NULL)
    g_test_message ("%s", error->message);

  return answer != NULL;
}

static void
wait_for_screens (Fixture *fixture,
                  guint    n)
{
  for (gint64 stop = g_get_monotonic_time () + PATIENCE; g_get_monotonic_time () < stop;)
    {
      turn (50);
      if (rgm_screens_count (GTK_WIDGET (fixture->window)) == n)
        return;
    }
  g_error ("there are %u screens and not %u", rgm_screens_count (GTK_WIDGET (fixture->window)), n);
}

/* Waits until the presenter's window is there, on another screen than the slides: the compositor moves
 * them one after the other. */
static void
wait_for_console (Fixture   *fixture,
                  GtkWindow *stage)
{
  GtkWindow *console = NULL;

  for (gint64 stop = g_get_monotonic_time () + PATIENCE; g_get_monotonic_time () < stop;)
    {
      turn (50);
      console = find_window (fixture, RGM_TYPE_PRESENTER_CONSOLE);
      if (console != NULL && find_screen (stage) != find_screen (console))
        return;
    }
  g_error (console != NULL ? "the presenter's window is on the screen of the slides" : "there is no presenter's window");
}

/* Without the projector the slides go on here, alone; with it they are there again. */
static void
test_a_screen_is_unplugged (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWindow *stage;

  rgm_presenter_start (fixture->window, fixture->story, fixture->selection, 2, FALSE);
  stage = find_window (fixture, RGM_TYPE_PRESENTER_STAGE);
  turn (500);
  if (!plug (1))
    {
      press (stage, GDK_KEY_Escape);
      g_test_skip ("the compositor does not let a screen be switched off");
      return;
    }

  wait_for_screens (fixture, 1);
  wait_for_screen (stage, 0);
  g_assert_true (rgm_presenter_is_running ());
  g_assert_null (find_window (fixture, RGM_TYPE_PRESENTER_CONSOLE));
  press (stage, GDK_KEY_Right);

  g_assert_true (plug (2));
  wait_for_screens (fixture, 2);
  wait_for_console (fixture, stage);
  press (stage, GDK_KEY_Escape);
}

/* The session is asked not to blank the screens, and may again afterwards. */
static void
test_the_screens_stay_on (Fixture       *fixture,
                          gconstpointer  data)
{
  guint cookie = gtk_application_inhibit (application, fixture->window, GTK_APPLICATION_INHIBIT_IDLE, "test");
  gboolean can_inhibit = cookie != 0;

  if (can_inhibit)
    gtk_application_uninhibit (application, cookie);
  else
    g_test_skip ("this session cannot be asked");
  rgm_presenter_start (fixture->window, fixture->story, fixture->selection, 0, FALSE);
  turn (200);
  g_assert_true (!can_inhibit || rgm_presenter_is_inhibiting ());
  press (find_window (fixture, RGM_TYPE_PRESENTER_STAGE), GDK_KEY_Escape);
  turn (100);
  g_assert_false (rgm_presenter_is_inhibiting ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (adw_application_new ("io.github.regimen_app.Screens", G_APPLICATION_NON_UNIQUE));
  rgm_view_init ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/screens/other", Fixture, NULL, set_up, test_slides_are_on_the_other_screen, tear_down);
  g_test_add ("/screens/unplugged", Fixture, NULL, set_up, test_a_screen_is_unplugged, tear_down);
  g_test_add ("/screens/inhibit", Fixture, NULL, set_up, test_the_screens_stay_on, tear_down);

  return g_test_run ();
}
