/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-table-view.h"

/* A row of a table, as a list model wants it. */
#define RGM_TYPE_TABLE_ROW (rgm_table_row_get_type ())
G_DECLARE_FINAL_TYPE (RgmTableRow, rgm_table_row, RGM, TABLE_ROW, GObject)

struct _RgmTableRow
{
  GObject parent_instance;

  guint   index;
};

G_DEFINE_FINAL_TYPE (RgmTableRow, rgm_table_row, G_TYPE_OBJECT)

static void
rgm_table_row_class_init (RgmTableRowClass *klass)
{
}

static void
rgm_table_row_init (RgmTableRow *self)
{
}

/* A table in rows and columns, sorted by a click on a heading:
 *
 *     GListStore of rows ─> GtkSortListModel ─> GtkNoSelection ─> GtkColumnView
 */
struct _RgmTableView
{
  GtkWidget      parent_instance;

  RgmTable      *table;

  GtkWidget     *scroller;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (RgmTableView, rgm_table_view, GTK_TYPE_WIDGET)

static guint
get_column (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "column"));
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          RgmTableView             *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = rgm_table_get_column_kind (self->table, get_column (factory)) == RGM_COLUMN_NUMBER;

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         RgmTableView             *self)
{
  RgmTableRow *row = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      rgm_table_get_text (self->table, row->index, get_column (factory)));
}

typedef struct
{
  RgmTable *table;
  guint column;
} Order;

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Order *order = data;

  return rgm_table_compare_rows (order->table, ((const RgmTableRow *) a)->index, ((const RgmTableRow *) b)->index,
                                 order->column);
}

static void
order_free (gpointer data)
{
  Order *order = data;

  rgm_table_unref (order->table);
  g_free (order);
}

static void
add_column (RgmTableView *self,
            guint         column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  Order *order = g_new (Order, 1);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);

  order->table = rgm_table_ref (self->table);
  order->column = column;
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, order, order_free));

  shown = gtk_column_view_column_new (rgm_table_get_column_title (self->table, column), factory);
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_append_column (self->view, shown);
}

static void
rgm_table_view_dispose (GObject *object)
{
  RgmTableView *self = RGM_TABLE_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->table, rgm_table_unref);

  G_OBJECT_CLASS (rgm_table_view_parent_class)->dispose (object);
}

static void
rgm_table_view_class_init (RgmTableViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_table_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rgm_table_view_init (RgmTableView *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * rgm_table_view_set_table:
 * @self: a view
 * @table: a table
 * @name: what it is a table of
 *
 * Shows a table.
 */
void
rgm_table_view_set_table (RgmTableView *self,
                          RgmTable     *table,
                          const char   *name)
{
  GListModel *columns;
  g_autoptr (GListStore) rows = g_list_store_new (RGM_TYPE_TABLE_ROW);
  g_autoptr (GtkSelectionModel) model = NULL;
  GtkSorter *sorter;

  g_return_if_fail (RGM_IS_TABLE_VIEW (self));

  gtk_column_view_set_model (self->view, NULL);
  columns = gtk_column_view_get_columns (self->view);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }

  rgm_table_ref (table);
  g_clear_pointer (&self->table, rgm_table_unref);
  self->table = table;

  for (guint i = 0; i < rgm_table_get_n_columns (table); i++)
    add_column (self, i);
  for (guint i = 0; i < rgm_table_get_n_rows (table); i++)
    {
      g_autoptr (RgmTableRow) row = g_object_new (RGM_TYPE_TABLE_ROW, NULL);

      row->index = i;
      g_list_store_append (rows, row);
    }

  sorter = gtk_column_view_get_sorter (self->view);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (
    G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (g_steal_pointer (&rows)), g_object_ref (sorter)))));
  gtk_column_view_set_model (self->view, model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * rgm_table_copy:
 * @table: a table
 * @clipboard: where to put it
 *
 * Copies a table as text with tabs, for a spreadsheet, and as HTML, for a document.
 */
void
rgm_table_copy (RgmTable     *table,
                GdkClipboard *clipboard)
{
  char *tsv = rgm_table_to_tsv (table);
  char *html = rgm_table_to_html (table);
  g_autoptr (GBytes) html_bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *forms[] = {
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
  };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  gdk_clipboard_set_content (clipboard, all);
  g_free (tsv);
}
