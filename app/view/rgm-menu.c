/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-menu.h"

static void
on_opened (GtkMenuButton *button,
           gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * rgm_menu_attach:
 * @button: a button
 * @menu: its menu
 *
 * Gives a button a menu whose items are made when it is opened first: as the button's
 * property they would hold up the window that it is in.
 */
void
rgm_menu_attach (GtkMenuButton *button,
                 GMenuModel    *menu)
{
  gtk_menu_button_set_create_popup_func (button, on_opened, g_object_ref (menu), g_object_unref);
}
