/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-isolate.h"
#include "rgm-preferences.h"
#include "rgm-presenter-screens.h"

/* Which screen the slides are on. On Wayland no screen is the first one, and no number stays the same: a
 * screen is known by its connector and model. */

#define PREFERENCE "stage-screen"

GListModel *
rgm_screens_get (GtkWidget *widget)
{
  return gdk_display_get_monitors (gtk_widget_get_display (widget));
}

guint
rgm_screens_count (GtkWidget *widget)
{
  return g_list_model_get_n_items (rgm_screens_get (widget));
}

/* Returns: (transfer full) (nullable): the screen of that number */
GdkMonitor *
rgm_screens_dup (GtkWidget *widget,
                 guint      index)
{
  return g_list_model_get_item (rgm_screens_get (widget), index);
}

/* The number of a screen; how many there are for one that is gone. */
guint
rgm_screens_find (GtkWidget  *widget,
                  GdkMonitor *monitor)
{
  guint n = rgm_screens_count (widget);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) other = rgm_screens_dup (widget, i);

      if (other == monitor)
        return i;
    }

  return n;
}

static char *
get_key (GdkMonitor *monitor)
{
  const char *connector = gdk_monitor_get_connector (monitor), *model = gdk_monitor_get_model (monitor);

  return g_strdup_printf ("%s %s", connector != NULL ? connector : "", model != NULL ? model : "");
}

/* Returns: (transfer full): the screen as people know it: 'HDMI-1, Epson, 1920 × 1080' */
char *
rgm_screens_get_name (GdkMonitor *monitor)
{
  const char *connector = gdk_monitor_get_connector (monitor), *model = gdk_monitor_get_model (monitor);
  GdkRectangle place;

  gdk_monitor_get_geometry (monitor, &place);
  if (model != NULL)
    /* Translators: a screen: its socket, its model, its width and height in pixels. */
    return rgm_text_printf (_("%s, %s, %d × %d"), connector != NULL ? connector : _("Screen"), model, place.width, place.height);

  /* Translators: a screen: its socket, its width and height in pixels. */
  return g_strdup_printf (_("%s, %d × %d"), connector != NULL ? connector : _("Screen"), place.width, place.height);
}

/**
 * rgm_screens_choose:
 * @parent: the window that is presented from
 *
 * Returns: (transfer full) (nullable): the screen for the slides: the one that was chosen last, if it is there, or
 *   one that the window isn't on
 */
GdkMonitor *
rgm_screens_choose (GtkWindow *parent)
{
  GtkWidget *widget = GTK_WIDGET (parent);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (widget), surface) : NULL;
  g_autofree char *remembered = rgm_preferences_get_string (rgm_preferences_get_default (), PREFERENCE);
  g_autoptr (GdkMonitor) other = NULL;
  guint n = rgm_screens_count (widget);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) monitor = rgm_screens_dup (widget, i);
      g_autofree char *key = get_key (monitor);

      if (n > 1 && g_str_equal (key, remembered))
        return g_steal_pointer (&monitor);
      if (other == NULL && (monitor != own || n == 1))
        other = g_steal_pointer (&monitor);
    }

  return g_steal_pointer (&other);
}

/* The next presentation begins on this screen, if it is there. */
void
rgm_screens_remember (GdkMonitor *monitor)
{
  g_autofree char *key = get_key (monitor);

  rgm_preferences_set_string (rgm_preferences_get_default (), PREFERENCE, key);
}
