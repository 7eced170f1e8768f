/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-accessible.h"

/**
 * rgm_accessible_set_name:
 * @widget: a widget
 * @name: what assistive technology calls it
 *
 * Names a widget, also where a GTK newer than the floor names it by a label in it, which
 * would go before.
 */
void
rgm_accessible_set_name (GtkWidget  *widget,
                         const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * rgm_accessible_set_description:
 * @widget: a widget
 * @description: what assistive technology tells of it after its name
 *
 * Describes a widget, also where a libadwaita newer than the floor describes it by the
 * subtitle of its row, which would go before.
 */
void
rgm_accessible_set_description (GtkWidget  *widget,
                                const char *description)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
describe_chosen (GtkDropDown *chooser)
{
  gpointer item = gtk_drop_down_get_selected_item (chooser);
  const char *chosen = GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (item) : "";

  rgm_accessible_set_description (GTK_WIDGET (chooser), chosen);
  rgm_accessible_set_description (gtk_widget_get_first_child (GTK_WIDGET (chooser)), chosen);
}

/**
 * rgm_accessible_name_drop_down:
 * @chooser: a #GtkDropDown of strings
 * @name: what is chosen with it
 *
 * Names a drop-down by what is chosen, and describes it by the choice. The focus goes to the
 * button inside, which is to tell both.
 */
void
rgm_accessible_name_drop_down (GtkWidget  *chooser,
                               const char *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (chooser));

  rgm_accessible_set_name (chooser, name);
  rgm_accessible_set_name (gtk_widget_get_first_child (chooser), name);
  g_signal_connect (chooser, "notify::selected-item", G_CALLBACK (describe_chosen), NULL);
  describe_chosen (GTK_DROP_DOWN (chooser));
}
