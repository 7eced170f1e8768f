/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-flow-box.h"
#include "rgm-text-group.h"

#define SPACING 12
#define CHIP_SPACING 6

/* A column may grow to this multiple of its least width; a lone tile isn't drawn out to
 * the width of the page. */
#define MAX_STRETCH 1.75

/* Children one after another, in as many lines as they need. With a column width they
 * stand in equal columns, each line as high as its highest child and no higher:
 *
 *     column width 0                 column width 240
 *     [one] [a longer one] [two]     [one      ] [two      ] [three    ]
 *     [three]                        [four     ] [five     ]
 */
struct _RgmFlowBox
{
  GtkWidget parent_instance;

  int       column_width;
};

G_DEFINE_FINAL_TYPE (RgmFlowBox, rgm_flow_box, GTK_TYPE_WIDGET)

/* What lays out: where each child goes, or (without @place) only how high the whole is. */
typedef struct
{
  RgmFlowBox *self;
  int         width;
  int         spacing;
  int         child_width; /* of a column, or 0 for the child's own */
  gboolean    place;
} Flow;

static int
count_children (RgmFlowBox *self,
                int        *minimum,
                int        *natural)
{
  int n = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += MAX (child_natural, self->column_width);
      n++;
    }

  return n;
}

static int
child_height (GtkWidget *child,
              int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return MAX (minimum, natural);
}

static int
width_in_flow (const Flow *flow,
               GtkWidget  *child)
{
  int minimum, natural;

  if (flow->child_width > 0)
    return flow->child_width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return CLAMP (natural, minimum, MAX (minimum, flow->width));
}

static int
count_expanding (GtkWidget *first,
                 GtkWidget *end)
{
  int n = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child) && gtk_widget_get_hexpand (child))
      n++;

  return n;
}

/* How wide the children from @first up to @end are. */
static int
line_width (const Flow *flow,
            GtkWidget  *first,
            GtkWidget  *end)
{
  int width = -flow->spacing;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_should_layout (child))
        width += width_in_flow (flow, child) + flow->spacing;
    }

  return width;
}

/* Puts the children from @first up to @end beside each other. What is left of a line goes to the children
 * that expand; in a box with such children, a line without any stands at the end, as if one went before. */
static void
place_line (const Flow *flow,
            GtkWidget  *first,
            GtkWidget  *end,
            int         y,
            int         height)
{
  GtkWidget *box = GTK_WIDGET (flow->self);
  gboolean is_rtl = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;
  int n_expanding = flow->child_width > 0 ? 0 : count_expanding (first, end);
  int left = MAX (0, flow->width - line_width (flow, first, end));
  int x = 0;

  if (flow->child_width == 0 && n_expanding == 0 && count_expanding (gtk_widget_get_first_child (box), NULL) > 0)
    x = left;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = width_in_flow (flow, child);
      if (n_expanding > 0 && gtk_widget_get_hexpand (child))
        {
          int share = left / n_expanding--;

          place.width += share;
          left -= share;
        }
      place.height = height;
      place.x = is_rtl ? flow->width - x - place.width : x;
      place.y = y;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + flow->spacing;
    }
}

/* Returns the height of all lines. */
static int
run (const Flow *flow)
{
  GtkWidget *first = NULL;
  int x = 0, y = 0, height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (flow->self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int width;

      if (!gtk_widget_should_layout (child))
        continue;

      width = width_in_flow (flow, child);
      if (first != NULL && x + width > flow->width)
        {
          if (flow->place)
            place_line (flow, first, child, y, height);
          y += height + flow->spacing;
          x = height = 0;
          first = child;
        }
      if (first == NULL)
        first = child;
      height = MAX (height, child_height (child, width));
      x += width + flow->spacing;
    }

  if (first != NULL && flow->place)
    place_line (flow, first, NULL, y, height);

  return y + height;
}

static void
flow_init (Flow       *flow,
           RgmFlowBox *self,
           int         width,
           gboolean    place)
{
  int minimum, natural;
  int n = count_children (self, &minimum, &natural);

  flow->self = self;
  flow->width = width;
  flow->spacing = self->column_width > 0 ? SPACING : CHIP_SPACING;
  flow->child_width = 0;
  flow->place = place;

  if (self->column_width > 0 && n > 0)
    {
      int least = MAX (self->column_width, minimum);
      int columns = CLAMP ((width + SPACING) / (least + SPACING), 1, n);
      int lines = (n + columns - 1) / columns;
      int share;

      /* Four go in two lines of two rather than in three and one. */
      columns = (n + lines - 1) / lines;
      share = (width - (columns - 1) * SPACING) / columns;
      flow->child_width = MAX (minimum, MIN (share, (int) (least * MAX_STRETCH)));
    }
}

static void
rgm_flow_box_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  RgmFlowBox *self = RGM_FLOW_BOX (widget);
  int n = count_children (self, minimum, natural);
  int spacing = self->column_width > 0 ? SPACING : CHIP_SPACING;

  *natural += MAX (n - 1, 0) * spacing;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      Flow flow;

      flow_init (&flow, self, for_size >= 0 ? for_size : *natural, FALSE);
      *minimum = *natural = run (&flow);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
rgm_flow_box_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  Flow flow;

  flow_init (&flow, RGM_FLOW_BOX (widget), width, TRUE);
  run (&flow);
}

static GtkSizeRequestMode
rgm_flow_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* In their own order. The toolkit's goes by where they are, and a pixel of rounding takes one before the other. */
static gboolean
rgm_flow_box_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;

  if (!is_forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (rgm_flow_box_parent_class)->focus (widget, direction);

  if (child == NULL)
    child = is_forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);
  for (; child != NULL; child = is_forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}

static void
rgm_flow_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (rgm_flow_box_parent_class)->dispose (object);
}

static void
rgm_flow_box_class_init (RgmFlowBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_flow_box_dispose;
  widget_class->measure = rgm_flow_box_measure;
  widget_class->size_allocate = rgm_flow_box_size_allocate;
  widget_class->get_request_mode = rgm_flow_box_get_request_mode;
  widget_class->focus = rgm_flow_box_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rgm_flow_box_init (RgmFlowBox *self)
{
}

/**
 * rgm_flow_box_new:
 * @column_width: the least width of a column in pixels, or 0 to let each child have its own width
 *
 * Its texts are one stop of the keyboard, see rgm_text_group_init(). A template makes a box for controls instead, each with
 * its own width.
 *
 * Returns: (transfer full): an empty box, floating
 */
GtkWidget *
rgm_flow_box_new (int column_width)
{
  RgmFlowBox *self = g_object_new (RGM_TYPE_FLOW_BOX, NULL);

  self->column_width = column_width;
  rgm_text_group_init (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * rgm_flow_box_append:
 * @self: a box
 * @child: a widget without a parent
 *
 * Puts a child at the end.
 */
void
rgm_flow_box_append (RgmFlowBox *self,
                     GtkWidget  *child)
{
  g_return_if_fail (RGM_IS_FLOW_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
