/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-sticky-grid.h"

/* The viewport moves the grid by what is scrolled; the headings are moved back by as much:
 *
 *     corner │ heading  heading      <- y = scrolled down
 *     ───────┼──────────────────
 *     row    │ cell     cell
 *     ^
 *     x = scrolled to the side
 */
struct _RgmStickyGrid
{
  GtkWidget       parent_instance;

  GtkAdjustment  *across;
  GtkAdjustment  *down;
  guint           n_columns;
  guint           n_rows;
  GtkWidget     **children;  /* row by row; NULL where a cell is empty */
  int            *widths;    /* of the columns */
  int            *heights;   /* of the rows */
  guint           column;    /* the cell that has the focus, or had it last */
  guint           row;
};

G_DEFINE_FINAL_TYPE (RgmStickyGrid, rgm_sticky_grid, GTK_TYPE_WIDGET)

static GtkWidget *
get_child (RgmStickyGrid *self,
           guint          column,
           guint          row)
{
  return self->children[row * self->n_columns + column];
}

/* A column is as wide as its widest cell wants to be, and a row as tall as its tallest
 * cell is then. */
static void
measure_cells (RgmStickyGrid *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      self->widths[column] = 0;
      for (guint row = 0; row < self->n_rows; row++)
        {
          int natural = 0;

          if (get_child (self, column, row) != NULL)
            gtk_widget_measure (get_child (self, column, row), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
          self->widths[column] = MAX (self->widths[column], natural);
        }
    }

  for (guint row = 0; row < self->n_rows; row++)
    {
      self->heights[row] = 0;
      for (guint column = 0; column < self->n_columns; column++)
        {
          int natural = 0;

          if (get_child (self, column, row) != NULL)
            gtk_widget_measure (get_child (self, column, row), GTK_ORIENTATION_VERTICAL, self->widths[column],
                                NULL, &natural, NULL, NULL);
          self->heights[row] = MAX (self->heights[row], natural);
        }
    }
}

static void
rgm_sticky_grid_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  RgmStickyGrid *self = RGM_STICKY_GRID (widget);
  const int *sizes = orientation == GTK_ORIENTATION_HORIZONTAL ? self->widths : self->heights;
  guint n = orientation == GTK_ORIENTATION_HORIZONTAL ? self->n_columns : self->n_rows;

  measure_cells (self);
  *natural = 0;
  for (guint i = 0; i < n; i++)
    *natural += sizes[i];
  *minimum = *natural;
  *minimum_baseline = *natural_baseline = -1;
}

/* The headings of the rows stay at the side where one begins to read. */
static int
place_column (RgmStickyGrid *self,
              guint          column,
              int            x,
              int            width)
{
  double value = gtk_adjustment_get_value (self->across);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return column == 0 ? (int) value : x;

  return (column == 0 ? MIN ((int) (value + gtk_adjustment_get_page_size (self->across)), width) : width - x) - self->widths[column];
}

static void
rgm_sticky_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  RgmStickyGrid *self = RGM_STICKY_GRID (widget);
  int y = 0;

  measure_cells (self);
  for (guint row = 0; row < self->n_rows; row++)
    {
      int x = 0;

      for (guint column = 0; column < self->n_columns; column++)
        {
          GtkWidget *child = get_child (self, column, row);
          const GtkAllocation place = {
            place_column (self, column, x, width),
            row == 0 ? (int) gtk_adjustment_get_value (self->down) : y,
            self->widths[column], self->heights[row],
          };

          if (child != NULL)
            gtk_widget_size_allocate (child, &place, -1);
          x += self->widths[column];
        }
      y += self->heights[row];
    }
}

/* ── Keyboard ────────────────────────────────────────────────────────────────── */

/* The cell that the focus is in; FALSE where it is elsewhere. */
static gboolean
find_focus (RgmStickyGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; focus != NULL && i < self->n_columns * self->n_rows; i++)
    if (self->children[i] == focus)
      {
        self->column = i % self->n_columns;
        self->row = i / self->n_columns;
        return TRUE;
      }

  return FALSE;
}

static double
add_up (const int *sizes,
        guint      n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += sizes[i];

  return sum;
}

/* Out from below the headings, which lie over the cells. */
static void
bring_into_sight (RgmStickyGrid *self)
{
  double x = add_up (self->widths, self->column);
  double y = add_up (self->heights, self->row);

  if (self->column > 0 && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    {
      double end = gtk_widget_get_width (GTK_WIDGET (self)) - x;

      gtk_adjustment_clamp_page (self->across, end - self->widths[self->column], end + self->widths[0]);
    }
  else if (self->column > 0)
    {
      gtk_adjustment_clamp_page (self->across, x - self->widths[0], x + self->widths[self->column]);
    }
  if (self->row > 0)
    gtk_adjustment_clamp_page (self->down, y - self->heights[0], y + self->heights[self->row]);
}

static gboolean
focus_cell (RgmStickyGrid *self,
            guint          column,
            guint          row)
{
  GtkWidget *cell = get_child (self, column, row);

  if (cell == NULL || (!gtk_widget_grab_focus (cell) && !gtk_widget_child_focus (cell, GTK_DIR_TAB_FORWARD)))
    return FALSE;

  self->column = column;
  self->row = row;
  bring_into_sight (self);
  return TRUE;
}

/* One stop: Tab goes to the cell that had the focus last, and out again. */
static gboolean
rgm_sticky_grid_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  RgmStickyGrid *self = RGM_STICKY_GRID (widget);

  if (find_focus (self))
    return FALSE;
  if (focus_cell (self, self->column, self->row))
    return TRUE;

  for (guint i = self->n_columns; i < self->n_columns * self->n_rows; i++)
    if (focus_cell (self, i % self->n_columns, i / self->n_columns))
      return TRUE;

  return FALSE;
}

/* To the next cell that way that takes the focus; a cell of several controls is gone through first. */
static void
move (RgmStickyGrid *self,
      int            across,
      int            down)
{
  int column = (int) self->column, row = (int) self->row;
  GtkWidget *cell = get_child (self, self->column, self->row);

  if (across != 0 && gtk_widget_get_first_child (cell) != NULL && !GTK_IS_LABEL (cell) &&
      gtk_widget_child_focus (cell, across > 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD))
    return;

  do
    {
      column += across;
      row += down;
      if (column < 0 || row < 0 || column >= (int) self->n_columns || row >= (int) self->n_rows)
        return;
    }
  while (!focus_cell (self, (guint) column, (guint) row));
}

static gboolean
on_key (RgmStickyGrid   *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || !find_focus (self))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, -forward, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, forward, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 0, 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
rgm_sticky_grid_dispose (GObject *object)
{
  RgmStickyGrid *self = RGM_STICKY_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (self->children != NULL)
    memset (self->children, 0, self->n_columns * self->n_rows * sizeof *self->children);
  g_clear_object (&self->across);
  g_clear_object (&self->down);

  G_OBJECT_CLASS (rgm_sticky_grid_parent_class)->dispose (object);
}

static void
rgm_sticky_grid_finalize (GObject *object)
{
  RgmStickyGrid *self = RGM_STICKY_GRID (object);

  g_free (self->children);
  g_free (self->widths);
  g_free (self->heights);

  G_OBJECT_CLASS (rgm_sticky_grid_parent_class)->finalize (object);
}

static void
rgm_sticky_grid_class_init (RgmStickyGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_sticky_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_sticky_grid_finalize;
  widget_class->measure = rgm_sticky_grid_measure;
  widget_class->size_allocate = rgm_sticky_grid_size_allocate;
  widget_class->focus = rgm_sticky_grid_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
rgm_sticky_grid_init (RgmStickyGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->column = self->row = 1;
  /* Before a text that can be selected takes the arrows. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * rgm_sticky_grid_new:
 * @scroller: what it will be in
 * @n_columns: how many columns
 * @n_rows: how many rows
 *
 * Returns: (transfer full): a grid without cells, floating
 */
GtkWidget *
rgm_sticky_grid_new (GtkScrolledWindow *scroller,
                     guint              n_columns,
                     guint              n_rows)
{
  RgmStickyGrid *self = g_object_new (RGM_TYPE_STICKY_GRID, NULL);

  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->children = g_new0 (GtkWidget *, n_columns * n_rows);
  self->widths = g_new0 (int, n_columns);
  self->heights = g_new0 (int, n_rows);
  self->across = g_object_ref (gtk_scrolled_window_get_hadjustment (scroller));
  self->down = g_object_ref (gtk_scrolled_window_get_vadjustment (scroller));
  g_signal_connect_object (self->across, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * rgm_sticky_grid_attach:
 * @self: a grid
 * @child: (transfer floating): a cell
 * @column: its column
 * @row: its row
 *
 * Adds a cell. What is added later lies over what was added before: the headings come last.
 */
void
rgm_sticky_grid_attach (RgmStickyGrid *self,
                        GtkWidget     *child,
                        guint          column,
                        guint          row)
{
  g_return_if_fail (RGM_IS_STICKY_GRID (self));
  g_return_if_fail (column < self->n_columns && row < self->n_rows);

  self->children[row * self->n_columns + column] = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  if (column == 0 || row == 0)
    gtk_widget_add_css_class (child, "sticky");
}
