/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-help-button.h"
#include "rgm-help-topic.h"

/* The data of a widget: what the help has to say of it. */
#define PLACE "rgm-help-place"

/* By way of the application: dialogs are none of its windows, and their widgets don't know its actions. */
static void
on_clicked (GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "help",
                                  g_variant_new_string (rgm_help_find_place (button)));
}

/**
 * rgm_help_button_new:
 * @link: a place in the help, as for rgm_help_window_open()
 *
 * Returns: (transfer floating): a small “?” that opens the help there, and is named after it
 */
GtkWidget *
rgm_help_button_new (const char *link)
{
  g_autofree char *title = rgm_help_link_get_title (link);
  /* Translators: %s is the title of a page or section of the help. */
  g_autofree char *name = g_strdup_printf (_("Help about “%s”"), title);
  GtkWidget *button = gtk_button_new_with_label ("?");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  rgm_help_set_place (button, link);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), NULL);

  return button;
}

/**
 * rgm_help_set_place:
 * @widget: a widget
 * @link: what the help has to say of it, as for rgm_help_window_open()
 *
 * Lets F1 open the help there while the focus is in the widget.
 */
void
rgm_help_set_place (GtkWidget  *widget,
                    const char *link)
{
  g_object_set_data_full (G_OBJECT (widget), PLACE, g_strdup (link), g_free);
}

/**
 * rgm_help_find_place:
 * @widget: (nullable): a widget, such as the one that has the focus
 *
 * Returns: (nullable): what the help has to say of it, or else of the nearest widget around it that has a place there
 */
const char *
rgm_help_find_place (GtkWidget *widget)
{
  const char *place = NULL;

  for (; widget != NULL && place == NULL; widget = gtk_widget_get_parent (widget))
    place = g_object_get_data (G_OBJECT (widget), PLACE);

  return place;
}
