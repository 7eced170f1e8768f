/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-shortcuts.h"

/**
 * rgm_shortcuts_show:
 * @parent: the window
 *
 * Shows which keys do what. GTK would make this page for every window that opens; it is
 * made for who asks.
 */
void
rgm_shortcuts_show (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RGM_RESOURCE_PREFIX "/ui/rgm-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  rgm_accessible_name_buttons (GTK_WIDGET (shortcuts), _("Search"));
  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_present (shortcuts);
}
