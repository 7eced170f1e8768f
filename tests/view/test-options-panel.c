/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>

#include "rgm-figure-kinds.h"
#include "rgm-options-panel.h"
#include "view-fixture.h"

/* Every spin button below a widget has a text. */
static guint
check_spin_buttons (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_SPIN_BUTTON (widget))
    {
      g_test_message ("%s", gtk_editable_get_text (GTK_EDITABLE (widget)));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (widget)), !=, "");
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_spin_buttons (child);

  return n;
}

/* A number that isn't set has a word in its place: before the panel is on the screen, on it, and after the figure has changed. */
static void
test_numbers (gconstpointer kind)
{
  g_autoptr (RgmWindowState) state = view_fixture_window_state ();
  RgmFigure *figure = rgm_window_state_get_figure (state, kind);
  GtkWidget *panel = g_object_ref_sink (g_object_new (RGM_TYPE_OPTIONS_PANEL, NULL));
  GtkWidget *window = adw_window_new ();

  rgm_options_panel_set_figure (RGM_OPTIONS_PANEL (panel), figure);
  g_assert_cmpuint (check_spin_buttons (panel), >, 0);
  adw_window_set_content (ADW_WINDOW (window), panel);
  gtk_window_present (GTK_WINDOW (window));
  view_fixture_settle ();
  check_spin_buttons (panel);
  rgm_figure_changed (figure);
  view_fixture_settle ();
  check_spin_buttons (panel);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (panel);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  view_fixture_init ();
  g_test_add_data_func ("/view/options-panel/curves", "curves", test_numbers);
  g_test_add_data_func ("/view/options-panel/response", "response", test_numbers);

  return g_test_run ();
}
