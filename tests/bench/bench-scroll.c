/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gstdio.h>

#include "bench.h"
#include "made-trials.h"
#include "rgm-application.h"
#include "rgm-data-set.h"
#include "rgm-window.h"

/* Scrolling through the list of many trials, beside a list as long whose rows are one label each.
 *
 * A frame is what the toolkit does between two waits: the list is moved, rows are bound anew, laid out and drawn. All of it
 * in this thread, so that what else the machine does isn't counted.
 */

#define N_TRIALS 100000
#define N_FRAMES 400
/* Fast enough that a frame brings new rows, as with a wheel that is turned hard. */
#define PIXELS_A_FRAME 173

typedef struct
{
  GtkAdjustment *adjustment;
  GArray        *frames;  /* milliseconds */
  double         start;
  GMainLoop     *loop;
} Scroll;

static void
on_before_paint (GdkFrameClock *clock,
                 Scroll        *scroll)
{
  scroll->start = bench_now ();
}

static void
on_after_paint (GdkFrameClock *clock,
                Scroll        *scroll)
{
  double took = bench_now () - scroll->start;

  g_array_append_val (scroll->frames, took);
  if (scroll->frames->len == N_FRAMES)
    g_main_loop_quit (scroll->loop);
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  GtkAdjustment *adjustment = ((Scroll *) data)->adjustment;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + PIXELS_A_FRAME);

  return G_SOURCE_CONTINUE;
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The frames of a scroll, the first quarter of them not counted: they make the rows that the later ones use again. */
static GArray *
scroll_through (GtkWidget *window)
{
  GtkWidget *list = find_list (window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Scroll scroll = {
    .adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)),
    .frames = g_array_new (FALSE, FALSE, sizeof (double)),
    .loop = loop,
  };
  guint tick = gtk_widget_add_tick_callback (list, on_tick, &scroll, NULL);

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &scroll);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &scroll);
  g_main_loop_run (loop);
  g_signal_handlers_disconnect_by_data (clock, &scroll);
  gtk_widget_remove_tick_callback (list, tick);
  g_array_remove_range (scroll.frames, 0, N_FRAMES / 4);

  return scroll.frames;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_least_list (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *lines = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_TRIALS; i++)
    gtk_string_list_take (lines, g_strdup_printf ("Trial number %u", i));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (lines))), factory));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static GFile *
write_trials (void)
{
  g_auto (GStrv) words = made_words_new ();
  g_autoptr (GBytes) bytes = made_trials_new (words, N_TRIALS);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  GFile *file = g_file_new_tmp ("regimen-bench-XXXXXX.json", &stream, &error);

  if (file == NULL || !g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), g_bytes_get_data (bytes, NULL),
                                                  g_bytes_get_size (bytes), NULL, NULL, &error))
    g_error ("%s", error->message);

  return file;
}

static GtkWidget *
open_trials (GtkApplication *application)
{
  g_autoptr (GFile) file = write_trials ();
  GtkWidget *window = rgm_window_new (application);

  rgm_window_open (RGM_WINDOW (window), file);
  /* Without the figures, which are timed by themselves: the list alone is seen to move. */
  gtk_widget_activate_action (window, "win.view", "s", "trial");
  gtk_window_present (GTK_WINDOW (window));
  while (rgm_window_get_data_set (RGM_WINDOW (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_file_delete (file, NULL, NULL);

  return window;
}

/* What opening left to do isn't part of a scroll. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkApplication) application =
    g_object_new (RGM_TYPE_APPLICATION,
                  "application-id", RGM_APPLICATION_ID ".Bench", "flags", G_APPLICATION_NON_UNIQUE,
                  "resource-base-path", RGM_RESOURCE_PREFIX, NULL);
  g_autoptr (GArray) ours = NULL;
  g_autoptr (GArray) theirs = NULL;
  GtkWidget *window;

  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);

  window = make_least_list (application);
  settle ();
  theirs = scroll_through (window);
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_trials (application);
  settle ();
  ours = scroll_through (window);
  gtk_window_destroy (GTK_WINDOW (window));

  bench_say ("scrolling 100,000 trials, a frame, median", bench_quantile (ours, 0.5), bench_quantile (theirs, 0.5), "ms");
  bench_say ("scrolling 100,000 trials, a frame, 99th percentile", bench_quantile (ours, 0.99), bench_quantile (theirs, 0.99), "ms");

  return EXIT_SUCCESS;
}
