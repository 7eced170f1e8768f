/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-facet-chips.h"

#include "rgm-isolate.h"

/* The facets that are on, above the list: 'RAS: mutated ×'. */

static void
on_clicked (GtkButton     *button,
            RgmFacetValue *value)
{
  GtkWidget *next_focus = g_object_get_data (G_OBJECT (button), "next-focus");

  /* The chip goes with its value, and the focus would go anywhere. */
  gtk_widget_grab_focus (next_focus);
  rgm_facet_value_set_is_chosen (value, FALSE);
}

static GtkWidget *
make_chip (RgmFacet      *facet,
           RgmFacetValue *value,
           GtkWidget     *next_focus)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", rgm_facet_get_title (facet), rgm_facet_value_get_label (value));
  g_autofree char *name = rgm_text_printf (_("Remove “%s”"), text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "caption");
  g_object_set_data (G_OBJECT (button), "next-focus", next_focus);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), value, 0);

  return button;
}

/**
 * rgm_facet_chips_fill:
 * @box: where the chips are
 * @selection: a selection
 * @next_focus: what has the focus once a chip is removed; it outlives the chips
 *
 * Shows a chip for each value that is chosen in a facet; pressing it lets the value go.
 */
void
rgm_facet_chips_fill (GtkFlowBox   *box,
                      RgmSelection *selection,
                      GtkWidget    *next_focus)
{
  GListModel *facets = rgm_selection_get_n_chosen (selection) > 0 ? rgm_selection_get_facets (selection) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_flow_box_remove (box, child);

  for (guint i = 0; facets != NULL && i < g_list_model_get_n_items (facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);
      GListModel *values = rgm_facet_get_values (facet);

      for (guint j = 0; rgm_facet_get_n_chosen (facet) > 0 && j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, j);

          if (!rgm_facet_value_get_is_chosen (value))
            continue;
          gtk_flow_box_append (box, make_chip (facet, value, next_focus));
          /* The chip is the stop, not the cell that it is in. */
          gtk_widget_set_focusable (gtk_widget_get_last_child (GTK_WIDGET (box)), FALSE);
        }
    }

  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
