/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-drop-down.h"

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

/**
 * rgm_drop_down_choose:
 * @self: a drop-down of a #GtkStringList
 * @position: a position, or %GTK_INVALID_LIST_POSITION to choose nothing
 *
 * Chooses a text. Newer GTK never chooses nothing, and would leave what is chosen, at first the first text. There, an empty
 * text behind the others stands for nothing: who asks what is chosen takes a position beyond its own choices for none.
 */
void
rgm_drop_down_choose (GtkDropDown *self,
                      guint        position)
{
  GtkStringList *texts = GTK_STRING_LIST (gtk_drop_down_get_model (self));
  guint n = texts != NULL ? g_list_model_get_n_items (G_LIST_MODEL (texts)) : 0;

  gtk_drop_down_set_selected (self, position);
  if (n == 0 || gtk_drop_down_get_selected (self) == position)
    return;

  if (*gtk_string_list_get_string (texts, n - 1) != '\0')
    gtk_string_list_append (texts, "");
  gtk_drop_down_set_selected (self, g_list_model_get_n_items (G_LIST_MODEL (texts)) - 1);
}

/**
 * rgm_drop_down_ellipsize:
 * @self: a drop-down of #GtkStringObject
 *
 * Lets the button of a drop-down become narrower than the chosen text, which is then ellipsized and
 * stands whole in its tooltip: otherwise the longest text would set the minimum width of the window.
 * The list keeps whole texts.
 */
void
rgm_drop_down_ellipsize (GtkDropDown *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_drop_down_set_list_factory (self, gtk_drop_down_get_factory (self));
  gtk_drop_down_set_factory (self, factory);
}
