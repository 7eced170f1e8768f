/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-accessible-tooltips.h"
#include "rgm-ui.h"
#include "rgm-view.h"

/**
 * rgm_view_init:
 *
 * Makes the templates, the style and the icons known to GLib. Compiled into a static
 * library they wouldn't make themselves known: a linker drops what nobody calls.
 */
void
rgm_view_init (void)
{
  g_resources_register (rgm_ui_get_resource ());
}

/**
 * rgm_view_init_display:
 *
 * Settles, once there is a display, how its widgets behave: text that the keyboard comes to isn't selected by that, since
 * the selection would be spoken and would stay behind; and no tooltip is spoken after a name that says the same.
 */
void
rgm_view_init_display (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  rgm_accessible_watch_tooltips ();
}
