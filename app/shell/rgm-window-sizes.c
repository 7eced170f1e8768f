/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-window-sizes.h"

#define MIN_LIST_WIDTH 240
#define MAX_LIST_WIDTH 2000

/**
 * rgm_window_sizes_save:
 * @window: a window
 * @state: (transfer floating): what it shows, of type a{sv}
 * @list_width: of its list, in pixels
 *
 * Returns: (transfer floating): the state with the window's own part of what is remembered: its sizes
 */
GVariant *
rgm_window_sizes_save (GtkWindow *window,
                       GVariant  *state,
                       int        list_width)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (state);
  GVariantDict saved;
  int width, height;

  g_variant_dict_init (&saved, sunk);
  /* A maximised window keeps the size that it goes back to. */
  gtk_window_get_default_size (window, &width, &height);
  if (width > 0 && height > 0)
    g_variant_dict_insert (&saved, "size", "(ii)", width, height);
  g_variant_dict_insert (&saved, "maximized", "b", gtk_window_is_maximized (window));
  g_variant_dict_insert (&saved, "list-width", "i", list_width);

  return g_variant_dict_end (&saved);
}

/**
 * rgm_window_sizes_restore:
 * @window: a window
 * @saved: what rgm_window_sizes_save() returned
 * @list_width: of its list, in pixels
 *
 * Gives the window the sizes that it had.
 *
 * Returns: the width that the list had, or @list_width where that wasn't saved
 */
int
rgm_window_sizes_restore (GtkWindow *window,
                          GVariant  *saved,
                          int        list_width)
{
  int width, height;
  gboolean is_maximized;

  if (g_variant_lookup (saved, "size", "(ii)", &width, &height) && width > 0 && height > 0)
    gtk_window_set_default_size (window, width, height);
  if (g_variant_lookup (saved, "maximized", "b", &is_maximized) && is_maximized)
    gtk_window_maximize (window);
  if (g_variant_lookup (saved, "list-width", "i", &width))
    return CLAMP (width, MIN_LIST_WIDTH, MAX_LIST_WIDTH);

  return list_width;
}
