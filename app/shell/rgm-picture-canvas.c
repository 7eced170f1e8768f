/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-picture-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-accessible.h"
#include "rgm-format.h"

/* In pixels of the screen: how near a click chooses a point, and how much is seen around what is chosen. */
#define REACH 8.0
#define MARGIN 27.0
#define LEAST_ZOOM 0.1
#define MOST_ZOOM 16.0
#define ZOOM_STEP 1.25
/* Where Shift is held, arrows go so many pixels of the picture. */
#define LONG_STEP 10

G_DEFINE_FINAL_TYPE (RgmPictureCanvas, rgm_picture_canvas, GTK_TYPE_WIDGET)

static guint marked_signal, traced_signal;

static const GArray *
get_points (RgmPictureCanvas *self)
{
  return rgm_digitisation_get_points (self->digitisation, self->curve);
}

static const RgmPicturePoint *
get_point (RgmPictureCanvas *self,
           guint             index)
{
  return &g_array_index (get_points (self), RgmPicturePoint, index);
}

static void
rgm_picture_canvas_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  RgmPictureCanvas *self = RGM_PICTURE_CANVAS (widget);
  graphene_rect_t area;
  cairo_t *cr;

  if (self->texture == NULL)
    return;

  graphene_rect_init (&area, 0, 0, (float) (gdk_pixbuf_get_width (self->picture) * self->zoom),
                      (float) (gdk_pixbuf_get_height (self->picture) * self->zoom));
  gtk_snapshot_append_texture (snapshot, self->texture, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  rgm_picture_canvas_draw (self, cr);
  cairo_destroy (cr);
}

static void
rgm_picture_canvas_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  RgmPictureCanvas *self = RGM_PICTURE_CANVAS (widget);
  int pixels = self->picture == NULL ? 0 : orientation == GTK_ORIENTATION_HORIZONTAL ? gdk_pixbuf_get_width (self->picture)
                                                                                     : gdk_pixbuf_get_height (self->picture);

  *minimum = *natural = (int) ceil (pixels * self->zoom);
}

/* ── What is said ────────────────────────────────────────────────────────────── */

/* Where a place is on the axes, once they are known. */
static char *
describe_place (RgmPictureCanvas      *self,
                const RgmPicturePoint *place)
{
  double time, survival;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (rgm_picture_axes_read (rgm_digitisation_get_axes (self->digitisation), place, &time, &survival))
    {
      x = rgm_format_number (time, 2);
      y = rgm_format_number (survival, 3);
      /* Translators: a place on the axes of a chart: two numbers. */
      return g_strdup_printf (_("Time %s, survival %s."), x, y);
    }

  x = rgm_format_number (place->x, 0);
  y = rgm_format_number (place->y, 0);
  /* Translators: a place in a picture: how many pixels it is from two of its edges. */
  return g_strdup_printf (_("%s pixels from the left, %s from the top."), x, y);
}

static void
tell_selected (RgmPictureCanvas *self)
{
  g_autofree char *place = describe_place (self, get_point (self, (guint) self->selected));
  g_autofree char *number = rgm_format_number (self->selected + 1, 0);
  g_autofree char *all = rgm_format_number (get_points (self)->len, 0);
  /* Translators: a point of a curve: its number, how many there are, and a sentence that says where it is. */
  g_autofree char *text = g_strdup_printf (_("Point %s of %s. %s"), number, all, place);

  rgm_accessible_announce (GTK_WIDGET (self), text);
}

/* ── What is done ────────────────────────────────────────────────────────────── */

static void
bring_into_sight (GtkAdjustment *adjustment,
                  double         at)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, at - MARGIN, at + MARGIN);
}

static void
show_place (RgmPictureCanvas      *self,
            const RgmPicturePoint *place)
{
  bring_into_sight (self->horizontal, place->x * self->zoom);
  bring_into_sight (self->vertical, place->y * self->zoom);
}

static RgmPicturePoint
clamp_place (RgmPictureCanvas *self,
             double            x,
             double            y)
{
  return (RgmPicturePoint) { CLAMP (x, 0, gdk_pixbuf_get_width (self->picture) - 1), CLAMP (y, 0, gdk_pixbuf_get_height (self->picture) - 1) };
}

static int
find_point (RgmPictureCanvas      *self,
            const RgmPicturePoint *place)
{
  const GArray *points = get_points (self);
  double nearest = REACH / self->zoom;
  int found = -1;

  for (guint i = 0; i < points->len; i++)
    {
      double distance = hypot (get_point (self, i)->x - place->x, get_point (self, i)->y - place->y);

      if (distance <= nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }

  return found;
}

static void
select_point (RgmPictureCanvas *self,
              int               index)
{
  self->selected = index;
  if (index >= 0)
    {
      self->cursor = *get_point (self, (guint) index);
      show_place (self, &self->cursor);
      tell_selected (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
act (RgmPictureCanvas      *self,
     const RgmPicturePoint *place)
{
  RgmPixels pixels;
  guint n;

  self->cursor = *place;
  switch (self->tool)
    {
    case RGM_PICTURE_TOOL_MARK:
      rgm_digitisation_place_mark (self->digitisation, self->mark, place);
      rgm_digitisation_end_step (self->digitisation);
      g_signal_emit (self, marked_signal, 0);
      break;
    case RGM_PICTURE_TOOL_TRACE:
      pixels = (RgmPixels) {
        gdk_pixbuf_read_pixels (self->picture), gdk_pixbuf_get_width (self->picture), gdk_pixbuf_get_height (self->picture),
        (gsize) gdk_pixbuf_get_rowstride (self->picture), gdk_pixbuf_get_n_channels (self->picture),
      };
      self->selected = -1;
      n = rgm_digitisation_trace (self->digitisation, self->curve, &pixels, place);
      g_signal_emit (self, traced_signal, 0, n);
      break;
    case RGM_PICTURE_TOOL_POINT:
    default:
      if (find_point (self, place) >= 0)
        select_point (self, find_point (self, place));
      else
        {
          self->selected = -1;
          n = rgm_digitisation_add_point (self->digitisation, self->curve, place);
          select_point (self, (int) n);
        }
      break;
    }
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmPictureCanvas *self = RGM_PICTURE_CANVAS (widget);
  int dx, dy;

  if (self->picture == NULL)
    return;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  if (self->selected >= 0)
    {
      const RgmPicturePoint *point = get_point (self, (guint) self->selected);
      RgmPicturePoint place = clamp_place (self, point->x + dx, point->y + dy);

      select_point (self, (int) rgm_digitisation_move_point (self->digitisation, self->curve, (guint) self->selected, &place));
      return;
    }

  self->cursor = clamp_place (self, self->cursor.x + dx, self->cursor.y + dy);
  show_place (self, &self->cursor);
  gtk_widget_queue_draw (widget);
  {
    g_autofree char *text = describe_place (self, &self->cursor);

    rgm_accessible_announce (widget, text);
  }
}

static void
act_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  RgmPictureCanvas *self = RGM_PICTURE_CANVAS (widget);

  if (self->picture == NULL)
    return;

  rgm_digitisation_end_step (self->digitisation);
  act (self, &(RgmPicturePoint) { self->cursor.x, self->cursor.y });
  /* The next point is added from here on, not this one moved. */
  if (self->tool == RGM_PICTURE_TOOL_POINT)
    {
      self->selected = -1;
      gtk_widget_queue_draw (widget);
    }
}

static void
walk_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmPictureCanvas *self = RGM_PICTURE_CANVAS (widget);
  int n = self->picture != NULL ? (int) get_points (self)->len : 0;
  int by = g_variant_get_int32 (parameter);

  if (n == 0)
    return;

  rgm_digitisation_end_step (self->digitisation);
  select_point (self, self->selected < 0 ? (by > 0 ? 0 : n - 1) : CLAMP (self->selected + by, 0, n - 1));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RgmPictureCanvas *self = RGM_PICTURE_CANVAS (widget);
  int selected = self->selected;

  if (self->picture == NULL || selected < 0)
    return;

  self->selected = -1;
  rgm_digitisation_remove_point (self->digitisation, self->curve, (guint) selected);
  if (get_points (self)->len > 0)
    select_point (self, MIN (selected, (int) get_points (self)->len - 1));
}

static void
deselect_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  RgmPictureCanvas *self = RGM_PICTURE_CANVAS (widget);

  if (self->picture != NULL)
    rgm_digitisation_end_step (self->digitisation);
  select_point (self, -1);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmPictureCanvas *self = RGM_PICTURE_CANVAS (widget);
  int steps = g_variant_get_int32 (parameter);

  rgm_picture_canvas_set_zoom (self, steps == 0 ? 1 : self->zoom * pow (ZOOM_STEP, steps));
}

/* ── Pointer ─────────────────────────────────────────────────────────────────── */

static void
on_drag_begin (GtkGestureDrag   *gesture,
               double            x,
               double            y,
               RgmPictureCanvas *self)
{
  RgmPicturePoint place;
  int found;

  if (self->picture == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  place = clamp_place (self, x / self->zoom, y / self->zoom);
  rgm_digitisation_end_step (self->digitisation);
  found = self->tool == RGM_PICTURE_TOOL_POINT ? find_point (self, &place) : -1;
  self->is_dragging = found >= 0;
  if (found >= 0)
    {
      select_point (self, found);
      self->drag_from = *get_point (self, (guint) found);
    }
  else
    {
      act (self, &place);
    }
}

static void
on_drag_update (GtkGestureDrag   *gesture,
                double            dx,
                double            dy,
                RgmPictureCanvas *self)
{
  RgmPicturePoint place;

  if (!self->is_dragging || self->selected < 0 || (dx == 0 && dy == 0))
    return;

  place = clamp_place (self, self->drag_from.x + dx / self->zoom, self->drag_from.y + dy / self->zoom);
  self->selected = (int) rgm_digitisation_move_point (self->digitisation, self->curve, (guint) self->selected, &place);
  self->cursor = place;
}

static void
on_drag_end (GtkGestureDrag   *gesture,
             double            dx,
             double            dy,
             RgmPictureCanvas *self)
{
  if (self->is_dragging)
    rgm_digitisation_end_step (self->digitisation);
  self->is_dragging = FALSE;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           RgmPictureCanvas         *self)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  rgm_picture_canvas_set_zoom (self, self->zoom * pow (ZOOM_STEP, -dy));

  return GDK_EVENT_STOP;
}

/* ── The object ──────────────────────────────────────────────────────────────── */

/* After undo there may be fewer curves or points. */
static void
on_digitisation_changed (RgmPictureCanvas *self)
{
  self->curve = MIN (self->curve, rgm_digitisation_get_n_curves (self->digitisation) - 1);
  if (self->selected >= (int) get_points (self)->len)
    self->selected = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rgm_picture_canvas_dispose (GObject *object)
{
  RgmPictureCanvas *self = RGM_PICTURE_CANVAS (object);

  if (self->digitisation != NULL)
    g_clear_signal_handler (&self->changed_id, self->digitisation);
  g_clear_object (&self->digitisation);
  g_clear_object (&self->picture);
  g_clear_object (&self->texture);
  g_clear_object (&self->horizontal);
  g_clear_object (&self->vertical);
  g_clear_pointer (&self->rebuilt, g_array_unref);

  G_OBJECT_CLASS (rgm_picture_canvas_parent_class)->dispose (object);
}

static void
bind_arrow (GtkWidgetClass *widget_class,
            guint           key,
            int             dx,
            int             dy)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, "picture.move", "(ii)", dx, dy);
  gtk_widget_class_add_binding_action (widget_class, key, GDK_SHIFT_MASK, "picture.move", "(ii)", LONG_STEP * dx, LONG_STEP * dy);
}

static void
rgm_picture_canvas_class_init (RgmPictureCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_picture_canvas_dispose;
  widget_class->snapshot = rgm_picture_canvas_snapshot;
  widget_class->measure = rgm_picture_canvas_measure;

  marked_signal = g_signal_new ("marked", RGM_TYPE_PICTURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  traced_signal = g_signal_new ("traced", RGM_TYPE_PICTURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "picture");
  gtk_widget_class_install_action (widget_class, "picture.move", "(ii)", move_action);
  gtk_widget_class_install_action (widget_class, "picture.act", NULL, act_action);
  gtk_widget_class_install_action (widget_class, "picture.walk", "i", walk_action);
  gtk_widget_class_install_action (widget_class, "picture.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "picture.deselect", NULL, deselect_action);
  gtk_widget_class_install_action (widget_class, "picture.zoom", "i", zoom_action);
  bind_arrow (widget_class, GDK_KEY_Left, -1, 0);
  bind_arrow (widget_class, GDK_KEY_Right, 1, 0);
  bind_arrow (widget_class, GDK_KEY_Up, 0, -1);
  bind_arrow (widget_class, GDK_KEY_Down, 0, 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "picture.walk", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "picture.walk", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "picture.act", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "picture.act", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "picture.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "picture.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "picture.deselect", NULL);
}

static void
rgm_picture_canvas_init (RgmPictureCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->zoom = 1;
  self->selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  /* A picture is not mirrored, and neither are the arrows in it. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * rgm_picture_canvas_set_picture:
 * @self: a canvas
 * @picture: a picture of curves, of 8 bits a channel
 * @digitisation: what is read off it
 */
void
rgm_picture_canvas_set_picture (RgmPictureCanvas *self,
                                GdkPixbuf        *picture,
                                RgmDigitisation  *digitisation)
{
  if (self->digitisation != NULL)
    g_clear_signal_handler (&self->changed_id, self->digitisation);
  g_set_object (&self->picture, picture);
  g_set_object (&self->digitisation, digitisation);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->rebuilt, g_array_unref);
  self->texture = gdk_texture_new_for_pixbuf (picture);
  self->changed_id = g_signal_connect_swapped (digitisation, "changed", G_CALLBACK (on_digitisation_changed), self);
  self->curve = 0;
  self->selected = -1;
  self->cursor = (RgmPicturePoint) { gdk_pixbuf_get_width (picture) / 2.0, gdk_pixbuf_get_height (picture) / 2.0 };
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * rgm_picture_canvas_set_curve:
 * @self: a canvas with a picture
 * @curve: the curve whose points are changed
 */
void
rgm_picture_canvas_set_curve (RgmPictureCanvas *self,
                              guint             curve)
{
  if (curve == self->curve)
    return;

  self->curve = curve;
  self->selected = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * rgm_picture_canvas_set_tool:
 * @self: a canvas
 * @tool: what a click does
 * @mark: the mark that %RGM_PICTURE_TOOL_MARK places
 */
void
rgm_picture_canvas_set_tool (RgmPictureCanvas *self,
                             RgmPictureTool    tool,
                             RgmPictureMark    mark)
{
  self->tool = tool;
  self->mark = mark;
  if (tool != RGM_PICTURE_TOOL_POINT)
    select_point (self, -1);
}

/**
 * rgm_picture_canvas_set_rebuilt:
 * @self: a canvas
 * @steps: (nullable) (transfer full) (element-type RgmPicturePoint): the corners of a curve to be drawn over the picture
 */
void
rgm_picture_canvas_set_rebuilt (RgmPictureCanvas *self,
                                GArray           *steps)
{
  g_clear_pointer (&self->rebuilt, g_array_unref);
  self->rebuilt = steps;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * rgm_picture_canvas_set_adjustments:
 * @self: a canvas
 * @horizontal: that of the window through which it is seen
 * @vertical: the same
 */
void
rgm_picture_canvas_set_adjustments (RgmPictureCanvas *self,
                                    GtkAdjustment    *horizontal,
                                    GtkAdjustment    *vertical)
{
  g_set_object (&self->horizontal, horizontal);
  g_set_object (&self->vertical, vertical);
}

/**
 * rgm_picture_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: how many pixels of the screen a pixel of the picture has
 */
double
rgm_picture_canvas_get_zoom (RgmPictureCanvas *self)
{
  return self->zoom;
}

/**
 * rgm_picture_canvas_set_zoom:
 * @self: a canvas
 * @zoom: how many pixels of the screen a pixel of the picture has, within limits
 *
 * What is in the middle stays there.
 */
void
rgm_picture_canvas_set_zoom (RgmPictureCanvas *self,
                             double            zoom)
{
  GtkAdjustment *adjustments[] = { self->horizontal, self->vertical };
  double old = self->zoom;

  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    if (adjustments[i] != NULL)
      {
        double half = gtk_adjustment_get_page_size (adjustments[i]) / 2;
        double middle = (gtk_adjustment_get_value (adjustments[i]) + half) * self->zoom / old;

        gtk_adjustment_set_upper (adjustments[i], MAX (gtk_adjustment_get_upper (adjustments[i]) * self->zoom / old, 2 * half));
        gtk_adjustment_set_value (adjustments[i], middle - half);
      }
}
