/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <unistd.h>

#include "bench.h"
#include "least-window.h"
#include "rgm-application.h"
#include "rgm-figure-canvas-private.h"
#include "rgm-installation.h"
#include "rgm-trial-row.h"

/* bench-content: what a user waits for. Two copies of this program take turns, one with the program's own first window
 * and one with the least that libadwaita can show. Each ends with the frame in which its content is painted: of ours, a trial's row
 * and the chart. It is started as
 *
 *     bench-content --show MICROSECONDS      ours, or
 *     bench-content --show-least MICROSECONDS
 *
 * with the time at which it was started, and prints the milliseconds since then, those that the main thread was at work, and how
 * many frames came before that showed less. With --limits it is a failure when the main thread works more than MOST times as long as
 * that of the least window: other work on the machine doesn't count. */

#define N_TURNS 15
#define MOST 4.0

enum
{
  WALL,
  WORK,
  FRAMES,
  N_NUMBERS
};

static gint64 begin;
static guint n_frames;

/* Whether a widget of the type is in sight, and a canvas has something on it. */
static gboolean
is_painted (GtkWidget *widget,
            GType      type)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return gtk_widget_get_height (widget) > 1 && (!RGM_IS_FIGURE_CANVAS (widget) || RGM_FIGURE_CANVAS (widget)->scene != NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_painted (child, type))
      return TRUE;

  return FALSE;
}

static void
on_after_paint (GdkFrameClock *clock,
                GtkWidget     *window)
{
  n_frames++;
  if (RGM_IS_APPLICATION (g_application_get_default ()) &&
      !(is_painted (window, RGM_TYPE_TRIAL_ROW) && is_painted (window, RGM_TYPE_FIGURE_CANVAS)))
    return;

  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u\n", g_get_monotonic_time () - begin, (gint64) (1000 * bench_now ()), n_frames - 1);
  /* What a window remembers when it is closed isn't for the next turn. */
  _exit (EXIT_SUCCESS);
}

static void
on_realize (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), window);
}

static void
on_window_added (GtkApplication *application,
                 GtkWindow      *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
}

static int
show (gboolean is_least)
{
  g_autoptr (GtkApplication) application = NULL;

  if (is_least)
    {
      application = GTK_APPLICATION (adw_application_new ("org.example.LeastWindow", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (least_window_show), NULL);
    }
  else
    {
      rgm_installation_init_locale ();
      application = g_object_new (RGM_TYPE_APPLICATION,
                                  "application-id", RGM_APPLICATION_ID ".Bench", "flags", G_APPLICATION_NON_UNIQUE,
                                  "resource-base-path", RGM_RESOURCE_PREFIX, NULL);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static void
run (const char *program,
     const char *what,
     GArray    **numbers)
{
  static const double units[] = { 1e3, 1e3, 1 };
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *arguments[] = { program, what, now, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  char *rest;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);

  rest = output;
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      char *at = rest;
      double number = g_ascii_strtod (at, &rest) / units[i];

      if (rest == at)
        g_error ("%s %s ended without a word", program, what);
      g_array_append_val (numbers[i], number);
    }
}

int
main (int    argc,
      char **argv)
{
  static const char *const shows[] = { "--show", "--show-least" };
  gboolean with_limits = argc > 1 && g_str_equal (argv[1], "--limits");
  GArray *numbers[G_N_ELEMENTS (shows)][N_NUMBERS];
  double ours[N_NUMBERS];
  double theirs[N_NUMBERS];

  if (argc == 3)
    {
      begin = g_ascii_strtoll (argv[2], NULL, 10);
      return show (g_str_equal (argv[1], shows[1]));
    }

  for (guint i = 0; i < N_NUMBERS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (shows); j++)
      numbers[j][i] = g_array_new (FALSE, FALSE, sizeof (double));
  /* As a person starts them: only the tests' display goes without GL. */
  g_unsetenv ("GDK_DEBUG");
  g_unsetenv ("GDK_DISABLE");
  for (guint turn = 0; turn < 2 * N_TURNS; turn++)
    run (argv[0], shows[turn % 2], numbers[turn % 2]);
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (shows); j++)
        /* The first of each meets cold caches. */
        g_array_remove_index (numbers[j][i], 0);
      ours[i] = bench_quantile (numbers[0][i], 0.5);
      theirs[i] = bench_quantile (numbers[1][i], 0.5);
      g_array_unref (numbers[0][i]);
      g_array_unref (numbers[1][i]);
    }

  bench_say ("start to content", ours[WALL], theirs[WALL], "ms");
  bench_say ("start to content, work of the main thread", ours[WORK], theirs[WORK], "ms");
  bench_say ("frames before the content", ours[FRAMES], 0, "");

  return !with_limits || ours[WORK] <= MOST * theirs[WORK] ? EXIT_SUCCESS : EXIT_FAILURE;
}
