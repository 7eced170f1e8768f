/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
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
 *                                 ↑                                    │
 *                              sorter <── column and direction ── its sorter
 *
 * The view's own sorter turns a comparison round for the other direction, and with it what has to stay last either
 * way: rows of pooled results, which belong to no trial, and cells without a value.
 */
struct _RgmTableView
{
  GtkWidget      parent_instance;

  RgmTable      *table;

  GtkWidget     *scroller;
  GtkColumnView *view;

  RgmTableRow   *lower;           /* what the view's sorter is asked about */
  RgmTableRow   *upper;
  guint          sort_column;
  int            direction;       /* 0 where no heading was clicked */
  GtkSorter     *sorter;
};

G_DEFINE_FINAL_TYPE (RgmTableView, rgm_table_view, GTK_TYPE_WIDGET)

static guint
get_column (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "column"));
}

/* A row in words: what it is of, and then each value after its heading. */
static char *
describe_row (const RgmTable *table,
              guint           row)
{
  GString *text = g_string_new (rgm_table_get_text (table, row, 0));

  for (guint column = 1; column < rgm_table_get_n_columns (table); column++)
    {
      const char *value = rgm_table_get_text (table, row, column);
      g_autofree char *labelled = rgm_text_printf (C_("label", "%s: %s"), rgm_table_get_column_title (table, column), value);

      if (*value != '\0')
        rgm_add_clause (text, labelled);
    }

  return g_string_free (text, FALSE);
}

/* Names the row of a label for assistive technology, which at the floor would be told the name of a type. */
static void
name_row (GtkWidget    *label,
          RgmTableView *self)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "row"));
  g_autofree char *text = NULL;

  if (row == NULL || index >= rgm_table_get_n_rows (self->table))
    return;

  text = describe_row (self->table, index);
  rgm_accessible_set_name (row, text);
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
  gtk_widget_set_can_focus (label, FALSE);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (get_column (factory) == 0)
    g_signal_connect_object (label, "map", G_CALLBACK (name_row), self, 0);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         RgmTableView             *self)
{
  RgmTableRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), rgm_table_get_text (self->table, row->index, get_column (factory)));
  if (get_column (factory) > 0)
    return;

  g_object_set_data (G_OBJECT (label), "row", GUINT_TO_POINTER (row->index));
  name_row (label, self);
}

typedef struct
{
  RgmTableView *view;
  guint         column;
} Heading;

/* The sorter of a column says only that it is the one. */
static int
answer_for_heading (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const Heading *heading = data;

  if (a == b)
    return 0;
  heading->view->sort_column = heading->column;

  return a == heading->view->lower ? -1 : 1;
}

static gboolean
is_missing (const RgmTable *table,
            guint           row,
            guint           column)
{
  double number;

  if (rgm_table_get_column_kind (table, column) == RGM_COLUMN_NUMBER)
    return !rgm_table_get_number (table, row, column, &number);

  return *rgm_table_get_text (table, row, column) == '\0';
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  RgmTableView *self = data;
  guint first = ((const RgmTableRow *) a)->index;
  guint second = ((const RgmTableRow *) b)->index;
  gboolean is_pooled = rgm_table_get_row_id (self->table, first) == NULL;
  int order = is_pooled - (rgm_table_get_row_id (self->table, second) == NULL);

  if (order == 0 && !is_pooled && self->direction != 0)
    {
      order = is_missing (self->table, first, self->sort_column) - is_missing (self->table, second, self->sort_column);
      if (order == 0)
        order = self->direction * rgm_table_compare_rows (self->table, first, second, self->sort_column);
    }
  if (order == 0)
    order = first < second ? -1 : first > second;

  return order;
}

/* ── Headings ────────────────────────────────────────────────────────────────── */

static GtkWidget *
get_header (RgmTableView *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->view));
}

static guint
get_heading_column (GtkWidget *heading)
{
  guint column = 0;

  while ((heading = gtk_widget_get_prev_sibling (heading)) != NULL)
    column++;

  return column;
}

static void
sort_by (RgmTableView *self,
         guint         column)
{
  g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
  gboolean is_ascending = self->direction > 0 && self->sort_column == column;

  gtk_column_view_sort_by_column (self->view, shown, is_ascending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static gboolean
on_heading_key (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                RgmTableView          *self)
{
  GtkWidget *heading = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean is_mirrored = gtk_widget_get_direction (heading) == GTK_TEXT_DIR_RTL;
  GtkWidget *other;

  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      sort_by (self, get_heading_column (heading));
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      other = (key == GDK_KEY_Left) != is_mirrored ? gtk_widget_get_prev_sibling (heading) : gtk_widget_get_next_sibling (heading);
      if (other != NULL)
        gtk_widget_grab_focus (other);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The toolkit's own headings are only clicked, up to a later version than the floor. */
static void
make_reachable (RgmTableView *self,
                GtkWidget    *heading,
                const char   *title)
{
  GtkEventController *controller;

  if (gtk_widget_get_focusable (heading))
    return;

  gtk_widget_set_can_focus (get_header (self), TRUE);
  gtk_widget_set_focusable (get_header (self), FALSE);
  gtk_widget_set_focusable (heading, TRUE);
  rgm_accessible_set_name (heading, title);
  controller = gtk_event_controller_key_new ();
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_heading_key), self, 0);
  gtk_widget_add_controller (heading, controller);
}

static void
tell_order (RgmTableView *self)
{
  guint column = 0;

  for (GtkWidget *heading = gtk_widget_get_first_child (get_header (self)); heading != NULL;
       heading = gtk_widget_get_next_sibling (heading), column++)
    {
      gboolean is_sorted = self->direction != 0 && column == self->sort_column;
      GtkAccessibleSort sort = !is_sorted ? GTK_ACCESSIBLE_SORT_NONE
                               : self->direction > 0 ? GTK_ACCESSIBLE_SORT_ASCENDING
                                                     : GTK_ACCESSIBLE_SORT_DESCENDING;

      gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_SORT, sort, -1);
    }
}

static void
on_sorter_changed (RgmTableView *self)
{
  self->direction = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), self->upper, self->lower);
  tell_order (self);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
add_column (RgmTableView *self,
            guint         column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  Heading *heading = g_new (Heading, 1);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);

  heading->view = self;
  heading->column = column;
  sorter = GTK_SORTER (gtk_custom_sorter_new (answer_for_heading, heading, g_free));

  shown = gtk_column_view_column_new (rgm_table_get_column_title (self->table, column), factory);
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_append_column (self->view, shown);
  make_reachable (self, gtk_widget_get_last_child (get_header (self)), rgm_table_get_column_title (self->table, column));
}

/* The headings are one stop of Tab and the rows another, and arrows walk them: at the floor each would be one. */
static gboolean
rgm_table_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  RgmTableView *self = RGM_TABLE_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->view));
  gboolean in_headings = child != NULL && child == get_header (self);
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (in_headings && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->view)), direction);
  if (child != NULL && !in_headings && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_grab_focus (gtk_widget_get_first_child (get_header (self)));
  if (child != NULL && is_tab)
    return FALSE;

  return GTK_WIDGET_CLASS (rgm_table_view_parent_class)->focus (widget, direction);
}

static void
rgm_table_view_dispose (GObject *object)
{
  RgmTableView *self = RGM_TABLE_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->sorter);
  g_clear_object (&self->lower);
  g_clear_object (&self->upper);
  g_clear_pointer (&self->table, rgm_table_unref);

  G_OBJECT_CLASS (rgm_table_view_parent_class)->dispose (object);
}

static void
rgm_table_view_class_init (RgmTableViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_table_view_dispose;
  GTK_WIDGET_CLASS (klass)->focus = rgm_table_view_focus;
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

  self->lower = g_object_new (RGM_TYPE_TABLE_ROW, NULL);
  self->upper = g_object_new (RGM_TYPE_TABLE_ROW, NULL);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, self, NULL));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self,
                           G_CONNECT_SWAPPED);
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

  self->direction = 0;
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (
    G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (g_steal_pointer (&rows)), g_object_ref (self->sorter)))));
  gtk_column_view_set_model (self->view, model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
copy_row (RgmTable       *to,
          const RgmTable *from,
          guint           row)
{
  guint added = rgm_table_add_row (to, rgm_table_get_row_id (from, row));

  for (guint column = 0; column < rgm_table_get_n_columns (from); column++)
    {
      const char *text = rgm_table_get_text (from, row, column);
      double number;

      if (rgm_table_get_number (from, row, column, &number))
        rgm_table_set_number (to, added, column, number, text);
      else
        rgm_table_set_text (to, added, column, text);
    }
}

/**
 * rgm_table_view_dup_shown:
 * @self: a view with a table
 *
 * Returns: (transfer full): the table with its rows in the order in which they are shown
 */
RgmTable *
rgm_table_view_dup_shown (RgmTableView *self)
{
  RgmTable *shown = rgm_table_new ();
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));

  for (guint i = 0; i < rgm_table_get_n_columns (self->table); i++)
    rgm_table_add_column (shown, rgm_table_get_column_id (self->table, i), rgm_table_get_column_title (self->table, i),
                          rgm_table_get_column_kind (self->table, i));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (RgmTableRow) row = g_list_model_get_item (model, i);

      copy_row (shown, self->table, row->index);
    }

  return shown;
}

/**
 * rgm_table_copy:
 * @table: a table
 * @captions: (array zero-terminated=1): what goes below it: caveat, sources
 * @clipboard: a clipboard
 *
 * Copies a table as text with tabs, and as HTML for programs that take that.
 */
void
rgm_table_copy (RgmTable           *table,
                const char * const *captions,
                GdkClipboard       *clipboard)
{
  g_autofree char *tsv = rgm_table_to_tsv (table);
  g_autofree char *html = rgm_table_to_html (table);
  g_autoptr (GString) text = g_string_new (tsv);
  GString *markup = g_string_new (html);
  g_autoptr (GBytes) html_bytes = NULL;
  GdkContentProvider *forms[2];
  g_autoptr (GdkContentProvider) all = NULL;

  for (guint i = 0; captions[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (captions[i], -1);

      g_string_append_printf (text, "%s\n", captions[i]);
      g_string_append_printf (markup, "<p>%s</p>\n", escaped);
    }

  html_bytes = g_string_free_to_bytes (markup);
  forms[0] = gdk_content_provider_new_for_bytes ("text/html", html_bytes);
  forms[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text->str);
  all = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  gdk_clipboard_set_content (clipboard, all);
}
