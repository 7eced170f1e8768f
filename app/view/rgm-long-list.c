/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-long-list.h"
#include "rgm-page-widgets.h"

/* How many rows there are at first, and how many more a click brings. */
#define AT_FIRST 8
#define MORE 40

/* A boxed list that shows its first rows and the others at a click: a data set may have
 * ten conflicts or ten thousand, and the page is there at once. */
struct _RgmLongList
{
  GtkWidget        parent_instance;

  GListModel      *items;
  RgmLongListFunc  make_row;
  gpointer         user_data;
  guint            n_shown;

  GtkListBox      *list;
  GtkButton       *more;
};

G_DEFINE_FINAL_TYPE (RgmLongList, rgm_long_list, GTK_TYPE_WIDGET)

/* At least so many rows, as far as there are. */
static void
show_up_to (RgmLongList *self,
            guint        n)
{
  guint n_items = g_list_model_get_n_items (self->items);
  guint left;
  g_autofree char *label = NULL;

  for (; self->n_shown < MIN (n, n_items); self->n_shown++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->items, self->n_shown);

      gtk_list_box_append (self->list, self->make_row (item, self->user_data));
    }

  left = n_items - self->n_shown;
  if (left <= MORE)
    label = g_strdup_printf (ngettext ("Show %u more", "Show %u more", left), left);
  else
    /* Translators: how many a click shows, and how many aren't shown yet. */
    label = g_strdup_printf (_("Show %u of the %u left"), MORE, left);
  gtk_button_set_label (self->more, label);
  rgm_text_break_in (GTK_WIDGET (self->more));
  gtk_widget_set_visible (GTK_WIDGET (self->more), left > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_items > 0);
}

static void
on_more (RgmLongList *self)
{
  guint first = self->n_shown;
  GtkListBoxRow *row;

  show_up_to (self, self->n_shown + MORE);

  /* The button moves away or hides: the focus goes to the first of what came. */
  row = gtk_list_box_get_row_at_index (self->list, (int) first);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
rgm_long_list_dispose (GObject *object)
{
  RgmLongList *self = RGM_LONG_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (rgm_long_list_parent_class)->dispose (object);
}

static void
rgm_long_list_class_init (RgmLongListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_long_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
rgm_long_list_init (RgmLongList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));

  self->more = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->more), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "pill");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (on_more), self);
  gtk_widget_set_parent (GTK_WIDGET (self->more), GTK_WIDGET (self));
}

/**
 * rgm_long_list_new:
 * @name: what it is a list of
 * @items: the items; they don't change
 * @make_row: makes a row
 * @user_data: for @make_row; must outlive the list
 *
 * Returns: (transfer full): a list, floating
 */
GtkWidget *
rgm_long_list_new (const char      *name,
                   GListModel      *items,
                   RgmLongListFunc  make_row,
                   gpointer         user_data)
{
  RgmLongList *self = g_object_new (RGM_TYPE_LONG_LIST, NULL);

  self->items = g_object_ref (items);
  self->make_row = make_row;
  self->user_data = user_data;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_up_to (self, AT_FIRST);

  return GTK_WIDGET (self);
}

/* How many rows there are so far. */
guint
rgm_long_list_get_n_shown (RgmLongList *self)
{
  g_return_val_if_fail (RGM_IS_LONG_LIST (self), 0);

  return self->n_shown;
}

/* As many rows as somebody had called for before, as far as there are. */
void
rgm_long_list_show (RgmLongList *self,
                    guint        n)
{
  g_return_if_fail (RGM_IS_LONG_LIST (self));

  show_up_to (self, MAX (n, self->n_shown));
}
