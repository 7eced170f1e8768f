/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gstdio.h>
#include <malloc.h>

#include "many-trials.h"
#include "rgm-application.h"
#include "rgm-data-set.h"
#include "rgm-window.h"
#include "rgm-window-state.h"

#define N_WINDOWS 50

/* Our objects that are alive, and how many were met: each is watched once. */
typedef struct
{
  GHashTable *alive;
  guint       n_met;
} Watch;

static void
on_finalised (gpointer  data,
              GObject  *object)
{
  Watch *watch = data;

  g_assert_true (g_hash_table_remove (watch->alive, object));
}

static gboolean
is_ours (gpointer object)
{
  return g_str_has_prefix (G_OBJECT_TYPE_NAME (object), "Rgm");
}

/* Watches the object, and those of ours that its properties hold: figures, workspaces,
 * and what these hold in turn. Trials and their like belong to a data set, which the
 * test looks at by itself. */
static void
watch_object (Watch   *watch,
              GObject *object)
{
  g_autofree GParamSpec **properties = NULL;
  guint n = 0;

  if (is_ours (object))
    {
      if (g_hash_table_contains (watch->alive, object))
        return;
      g_hash_table_insert (watch->alive, object, g_strdup (G_OBJECT_TYPE_NAME (object)));
      g_object_weak_ref (object, on_finalised, watch);
      watch->n_met++;
    }

  properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) held = NULL;

      if (!(properties[i]->flags & G_PARAM_READABLE) || !g_type_is_a (properties[i]->value_type, G_TYPE_OBJECT) ||
          !g_str_has_prefix (g_type_name (properties[i]->value_type), "Rgm"))
        continue;
      g_object_get (object, properties[i]->name, &held, NULL);
      if (held != NULL && is_ours (held))
        watch_object (watch, held);
    }
}

static void
watch_widgets (Watch     *watch,
               GtkWidget *widget)
{
  watch_object (watch, G_OBJECT (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    watch_widgets (watch, child);
}

static gboolean
on_time (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, on_time, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* One for all tests: its path on the bus is taken once. */
static GtkApplication *application;

static void
start_application (void)
{
  application =
    g_object_new (RGM_TYPE_APPLICATION,
                  "application-id", RGM_APPLICATION_ID ".Test", "flags", G_APPLICATION_NON_UNIQUE,
                  "resource-base-path", RGM_RESOURCE_PREFIX, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
}

static void
test_closed (void)
{
  static const char *const views[] = { "response", "survival", "pathway", "compare", "data", "trial" };
  g_autoptr (GHashTable) alive = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Watch watch = { alive, 0 };

  for (guint i = 0; i < N_WINDOWS; i++)
    {
      GtkWidget *window = rgm_window_new (application);
      guint met = watch.n_met;

      rgm_window_open (RGM_WINDOW (window), NULL);
      gtk_window_present (GTK_WINDOW (window));
      while (rgm_window_get_data_set (RGM_WINDOW (window)) == NULL)
        g_main_context_iteration (NULL, TRUE);
      gtk_widget_activate_action (window, "win.view", "s", views[i % G_N_ELEMENTS (views)]);
      if (i % 2 == 0)
        gtk_widget_activate_action (window, "win.show-trial", "s", "destiny-crc01");
      run_for (60);
      watch_widgets (&watch, window);
      /* pages, list, figures, canvases, marks */
      g_assert_cmpuint (watch.n_met - met, >, 20);
      gtk_window_close (GTK_WINDOW (window));
      run_for (20);
    }
  /* what an idle or an animation still holds goes with it */
  run_for (1000);

  {
    GHashTableIter iter;
    gpointer name;

    g_hash_table_iter_init (&iter, alive);
    while (g_hash_table_iter_next (&iter, NULL, &name))
      g_test_message ("alive: %s", (const char *) name);
  }
  g_assert_cmpuint (g_hash_table_size (alive), ==, 0);
  g_test_message ("%u objects met, each finalised", watch.n_met);
}

static GtkWidget *
open_window (GFile *file)
{
  GtkWidget *window = rgm_window_new (application);

  rgm_window_open (RGM_WINDOW (window), file);
  gtk_window_present (GTK_WINDOW (window));
  while (rgm_window_get_data_set (RGM_WINDOW (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  run_for (1000);

  return window;
}

/* A data set that is open is loaded once; the second window of it costs what it shows. */
static void
test_shared (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("REGIMEN_SOURCE_ROOT"), "resources", "evidence", "her2-colorectal.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *first = open_window (NULL);
  size_t before = mallinfo2 ().uordblks;
  GtkWidget *second = open_window (NULL);
  size_t cost = mallinfo2 ().uordblks - before;
  GtkWidget *third, *fourth;

  g_test_message ("the second window takes %.1f MB of the heap", (double) cost / 1e6);
  g_assert_true (rgm_window_get_data_set (RGM_WINDOW (first)) == rgm_window_get_data_set (RGM_WINDOW (second)));
  g_assert_cmpuint (cost, <, 5000000);

  third = open_window (file);
  fourth = open_window (file);
  g_assert_true (rgm_window_get_data_set (RGM_WINDOW (third)) == rgm_window_get_data_set (RGM_WINDOW (fourth)));
  g_assert_true (rgm_window_get_data_set (RGM_WINDOW (third)) != rgm_window_get_data_set (RGM_WINDOW (first)));

  gtk_window_close (GTK_WINDOW (first));
  gtk_window_close (GTK_WINDOW (second));
  gtk_window_close (GTK_WINDOW (third));
  gtk_window_close (GTK_WINDOW (fourth));
  run_for (1000);
}

/* What a window shows while a long file is opened in it. */
typedef struct
{
  guint      n_beginning;  /* trials of the beginning, or 0 */
  guint      n_trials;     /* of the last data set */
  GtkWidget *cancel;       /* pressed at the beginning */
} Long;

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static void
on_data_set (RgmWindowState *state,
             GParamSpec     *pspec,
             Long           *seen)
{
  seen->n_trials = rgm_window_state_get_data_set (state)->trials->len;
  if (!rgm_window_state_is_beginning (state))
    return;

  seen->n_beginning = seen->n_trials;
  rgm_selection_set_text (rgm_window_state_get_selection (state), "orr>10");
  if (seen->cancel != NULL)
    g_signal_emit_by_name (seen->cancel, "clicked");
}

/* The first trials of a long file are there to be searched while the others are read. What was typed stays, nothing is made of
 * a part, and a part doesn't stay where reading is cancelled. */
static void
test_long (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("REGIMEN_SOURCE_ROOT"), "tests", "load", "sample.json", NULL);
  g_autofree char *sample = NULL;
  g_autofree char *text = NULL;
  g_autofree char *long_path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &sample, NULL, &error);
  g_assert_no_error (error);
  text = make_many_trials (sample, 5000);
  long_path = g_build_filename (g_get_tmp_dir (), "regimen-long.json", NULL);
  g_file_set_contents (long_path, text, -1, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (long_path);

  for (int cancels = FALSE; cancels <= TRUE; cancels++)
    {
      GtkWidget *window = rgm_window_new (application);
      RgmWindowState *state = rgm_window_get_state (RGM_WINDOW (window));
      Long seen = { .cancel = cancels ? find_button (window, "Cancel") : NULL };

      g_assert_true ((seen.cancel != NULL) == cancels);
      g_signal_connect (state, "notify::data-set", G_CALLBACK (on_data_set), &seen);
      rgm_window_open (RGM_WINDOW (window), file);
      gtk_window_present (GTK_WINDOW (window));
      while (rgm_window_get_data_set (RGM_WINDOW (window)) == NULL)
        g_main_context_iteration (NULL, TRUE);

      g_assert_cmpuint (seen.n_beginning, ==, 2000);
      g_assert_cmpuint (seen.n_trials, ==, cancels ? 39 : 5001);
      g_assert_true ((rgm_window_state_get_file (state) != NULL) == !cancels);
      g_assert_cmpstr (rgm_selection_get_text (rgm_window_state_get_selection (state)), ==, cancels ? "" : "orr>10");

      g_signal_handlers_disconnect_by_func (state, on_data_set, &seen);
      gtk_window_close (GTK_WINDOW (window));
      run_for (1000);
    }
  g_assert_cmpint (g_unlink (long_path), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  start_application ();
  g_test_add_func ("/shell/windows/closed", test_closed);
  g_test_add_func ("/shell/windows/shared", test_shared);
  g_test_add_func ("/shell/windows/long", test_long);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
