/* SPDX-License-Identifier: GPL-3.0-or-later */

/* show-page PAGE PICTURE WIDTH HEIGHT light|dark shut|open [TRIAL...]: one page of the window alone, as a picture
 * to look at. The trials are ticked for comparison, the first is looked at. 'open' opens whatever folds out
 * and puts the focus on a number. Needs a display. */

#include "rgm-config.h"

#include <stdlib.h>

#include <adwaita.h>

#include "rgm-outcome-tile.h"
#include "view-fixture.h"

typedef struct
{
  const char *path;
  GtkWidget  *window;
  GMainLoop  *loop;
} Shot;

static gboolean
take (gpointer data)
{
  Shot *shot = data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (shot->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (shot->window), height = gtk_widget_get_height (shot->window);
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (shot->window));
      g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, NULL);

      if (!gdk_texture_save_to_png (texture, shot->path))
        g_printerr ("%s can't be written\n", shot->path);
      gsk_render_node_unref (node);
    }
  g_main_loop_quit (shot->loop);

  return G_SOURCE_REMOVE;
}

static void
open_all (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    open_all (child);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RgmWindowState) window_state = NULL;
  Shot shot = { 0 };
  GtkWidget *page;

  if (argc < 7)
    {
      g_printerr ("show-page PAGE PICTURE WIDTH HEIGHT light|dark shut|open [TRIAL...]\n");
      return EXIT_FAILURE;
    }

  view_fixture_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (argv[5], "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  window_state = view_fixture_window_state ();
  for (int i = 7; i < argc; i++)
    {
      RgmTrial *trial = rgm_data_set_find_trial (rgm_window_state_get_data_set (window_state), argv[i]);

      if (i == 7)
        rgm_window_state_set_trial (window_state, trial);
      rgm_window_state_compare (window_state, trial, TRUE);
    }

  page = view_fixture_page (argv[1], window_state);
  shot.path = argv[2];
  shot.loop = g_main_loop_new (NULL, FALSE);
  shot.window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (shot.window), page);
  gtk_window_set_default_size (GTK_WINDOW (shot.window), atoi (argv[3]), atoi (argv[4]));
  gtk_window_present (GTK_WINDOW (shot.window));
  view_fixture_settle ();
  if (g_str_equal (argv[6], "open"))
    {
      GtkWidget *tile = view_fixture_find (page, RGM_TYPE_OUTCOME_TILE, NULL);

      open_all (page);
      if (tile != NULL)
        gtk_widget_grab_focus (tile);
    }
  g_timeout_add (1200, take, &shot);
  g_main_loop_run (shot.loop);
  gtk_window_destroy (GTK_WINDOW (shot.window));
  g_main_loop_unref (shot.loop);

  return EXIT_SUCCESS;
}
