/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-figure-canvas-private.h"
#include "rgm-figure-mark.h"
#include "rgm-help-button.h"
#include "rgm-punctuation.h"

/* What people do with a figure: point, click, walk, zoom, listen. */

/* How far from a mark the pointer still means it, in points. */
#define HALO 6
#define ZOOM_STEP 1.25

/* Marks as children. */

static RgmFigureMark *
find_mark (RgmFigureCanvas *self,
           guint            index)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (rgm_figure_mark_get_index (g_ptr_array_index (self->marks, i)) == index)
      return g_ptr_array_index (self->marks, i);

  return NULL;
}

static void
choose (RgmFigureCanvas *self,
        guint            index)
{
  rgm_figure_canvas_emit_chosen (self, rgm_scene_get_mark (self->scene, index));
}

static void
on_mark_activated (RgmFigureMark   *mark,
                   RgmFigureCanvas *self)
{
  choose (self, rgm_figure_mark_get_index (mark));
}

/* Its place among the marks; on the way in, what the figure as a whole has to say goes before, where the mark doesn't say the
 * same: a curve alone is its figure. */
static void
describe_mark (RgmFigureCanvas *self,
               RgmFigureMark   *mark,
               gboolean         enters)
{
  guint n = rgm_scene_get_n_marks (self->scene);
  /* Translators: the place of a mark among the marks of a figure. */
  g_autofree char *place = g_strdup_printf (_("%u of %u"), rgm_figure_mark_get_index (mark) + 1, n);
  const RgmFrame *frame = enters ? rgm_figure_get_frame (self->figure) : NULL;
  gboolean is_all = enters && g_strcmp0 (frame->summary, rgm_scene_get_mark (self->scene, rgm_figure_mark_get_index (mark))->sentence) == 0;
  g_autofree char *figure = enters ? rgm_join_sentences (frame->caveat, is_all ? NULL : frame->summary) : NULL;
  g_autofree char *sentence = rgm_end_sentence (place);
  g_autofree char *description = rgm_join_sentences (figure, sentence);

  rgm_accessible_set_description (GTK_WIDGET (mark), description);
}

static void
on_mark_focused (RgmFigureMark   *mark,
                 GParamSpec      *pspec,
                 RgmFigureCanvas *self)
{
  if (self->scene == NULL)
    return;

  if (!gtk_widget_has_focus (GTK_WIDGET (mark)) && rgm_figure_mark_get_index (mark) < rgm_scene_get_n_marks (self->scene))
    describe_mark (self, mark, FALSE);
  rgm_figure_canvas_emit_hovered (self, gtk_widget_has_focus (GTK_WIDGET (mark))
                 ? rgm_scene_get_mark (self->scene, rgm_figure_mark_get_index (mark)) : NULL);
}

static void
add_mark (RgmFigureCanvas *self,
          guint            index)
{
  GtkWidget *mark = rgm_figure_mark_new (index, rgm_scene_get_mark (self->scene, index)->sentence);
  GtkWidget *before = NULL;

  /* The order of the children is that of reading. */
  for (guint i = 0; i < self->marks->len; i++)
    if (rgm_figure_mark_get_index (g_ptr_array_index (self->marks, i)) < index)
      before = g_ptr_array_index (self->marks, i);

  g_signal_connect (mark, "activated", G_CALLBACK (on_mark_activated), self);
  g_signal_connect (mark, "notify::has-focus", G_CALLBACK (on_mark_focused), self);
  if (rgm_scene_get_mark (self->scene, index)->role == RGM_SCENE_ROLE_POOLED)
    rgm_help_set_place (mark, "heterogeneity#statistics");
  describe_mark (self, RGM_FIGURE_MARK (mark), FALSE);
  gtk_widget_insert_after (mark, GTK_WIDGET (self), before);
  g_ptr_array_add (self->marks, mark);
}

void
rgm_figure_canvas_remove_mark (gpointer data)
{
  GtkWidget *mark = data;
  GtkWidget *parent = gtk_widget_get_parent (mark);

  g_signal_handlers_disconnect_by_data (mark, parent);
  gtk_widget_unparent (mark);
}

static int
get_focused (RgmFigureCanvas *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return RGM_IS_FIGURE_MARK (focus) ? (int) rgm_figure_mark_get_index (RGM_FIGURE_MARK (focus)) : -1;
}

static void
grab_mark (RgmFigureCanvas *self,
           RgmFigureMark   *mark)
{
  if (get_focused (self) < 0 && !self->is_back)
    describe_mark (self, mark, TRUE);
  self->is_back = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (mark));
}

/* Before the marks go with the scene: the one that has the focus is to have it again. */
void
rgm_figure_canvas_keep_focus (RgmFigureCanvas *self)
{
  int focused = get_focused (self);

  if (focused < 0 || self->scene == NULL)
    return;

  g_free (self->lost_focus);
  self->lost_focus = g_strdup (rgm_scene_get_mark (self->scene, (guint) focused)->id);
  self->lost_index = (guint) focused;
}

/* The mark that had the focus before the figure changed, where it is still in sight, or else the one in its place: a trial
 * that is left out goes to the end, and who leaves out one may want to go on with the next. */
static void
bring_focus_back (RgmFigureCanvas *self)
{
  g_autofree char *id = g_steal_pointer (&self->lost_focus);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint index;

  /* Somebody has gone on meanwhile. */
  if (id == NULL || (focus != NULL && !gtk_widget_is_ancestor (GTK_WIDGET (self), focus) && focus != GTK_WIDGET (self)))
    return;

  if (rgm_scene_get_n_marks (self->scene) == 0)
    return;

  if (!rgm_scene_find_mark (self->scene, id, &index) || find_mark (self, index) == NULL)
    index = MIN (self->lost_index, rgm_scene_get_n_marks (self->scene) - 1);
  self->is_back = TRUE;
  self->wanted_focus = (int) index;
}

/* Only what is in sight is a child: a figure may have thousands of marks. */
static gboolean
update_marks (gpointer data)
{
  RgmFigureCanvas *self = data;
  RgmRect sight;
  guint n;

  self->marks_id = 0;
  if (self->scene == NULL)
    return G_SOURCE_REMOVE;

  sight = rgm_figure_canvas_get_sight (self);
  n = rgm_scene_get_n_marks (self->scene);
  for (guint i = self->marks->len; i > 0; i--)
    {
      guint index = rgm_figure_mark_get_index (g_ptr_array_index (self->marks, i - 1));

      if (index >= n || !rgm_rect_intersects (&rgm_scene_get_mark (self->scene, index)->area, &sight))
        g_ptr_array_remove_index (self->marks, i - 1);
    }
  for (guint i = 0; i < n; i++)
    if (rgm_rect_intersects (&rgm_scene_get_mark (self->scene, i)->area, &sight) && find_mark (self, i) == NULL)
      add_mark (self, i);

  bring_focus_back (self);
  if (self->wanted_focus >= 0)
    {
      RgmFigureMark *mark = find_mark (self, (guint) self->wanted_focus);

      self->wanted_focus = -1;
      if (mark != NULL)
        grab_mark (self, mark);
    }

  return G_SOURCE_REMOVE;
}

void
rgm_figure_canvas_schedule_marks (RgmFigureCanvas *self)
{
  if (self->marks_id == 0)
    self->marks_id = g_idle_add (update_marks, self);
}

/* Keyboard. */

static void
bring_into_sight (GtkAdjustment *adjustment,
                  double         from,
                  double         to)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from, to);
}

static void
focus_mark (RgmFigureCanvas *self,
            guint            index)
{
  const RgmRect *area = &rgm_scene_get_mark (self->scene, index)->area;
  RgmFigureMark *mark;

  bring_into_sight (self->adjustments[GTK_ORIENTATION_HORIZONTAL], area->x * self->zoom, (area->x + area->width) * self->zoom);
  bring_into_sight (self->adjustments[GTK_ORIENTATION_VERTICAL], area->y * self->zoom, (area->y + area->height) * self->zoom);

  mark = find_mark (self, index);
  if (mark != NULL)
    {
      grab_mark (self, mark);
      return;
    }
  self->wanted_focus = (int) index;
  rgm_figure_canvas_schedule_marks (self);
}

static void
walk_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (widget);
  int steps = g_variant_get_int32 (parameter);
  int n = self->scene != NULL ? (int) rgm_scene_get_n_marks (self->scene) : 0;
  int focused = get_focused (self);

  if (n == 0)
    return;

  /* The ends: G_MININT and G_MAXINT. */
  if (steps == G_MININT)
    focus_mark (self, 0);
  else if (steps == G_MAXINT)
    focus_mark (self, (guint) n - 1);
  else
    focus_mark (self, (guint) CLAMP (focused + steps, 0, n - 1));
}

/* A mark that stands for a trial can be left out of the figure, and taken back in. */

static void
exclude (RgmFigureCanvas     *self,
         const RgmSceneGroup *group)
{
  if (group->target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "page.exclude", "s", group->target);
}

static void
exclude_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (widget);
  int focused = get_focused (self);

  if (focused >= 0)
    exclude (self, rgm_scene_get_mark (self->scene, (guint) focused));
}

/* Tab goes into the figure once, to the mark that is selected or the first; arrows go on. */
gboolean
rgm_figure_canvas_move_focus (GtkWidget        *widget,
                              GtkDirectionType  direction)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (widget);
  guint index = 0;

  if (get_focused (self) >= 0 || self->scene == NULL || rgm_scene_get_n_marks (self->scene) == 0)
    return FALSE;

  if (self->selected != NULL && !rgm_scene_find_mark (self->scene, self->selected, &index))
    index = 0;
  focus_mark (self, index);
  return TRUE;
}

/* Pointer. */

static gboolean
pick (RgmFigureCanvas *self,
      double           x,
      double           y,
      guint           *index)
{
  RgmRect sight;

  if (self->scene == NULL || rgm_figure_canvas_is_on_titles (self, y))
    return FALSE;

  sight = rgm_figure_canvas_get_sight (self);
  return rgm_scene_pick (self->scene, sight.x + x / self->zoom, sight.y + y / self->zoom, HALO / self->zoom, index);
}

/* Whether the pointer is on the reference line, which is dragged. */
static gboolean
is_on_reference (RgmFigureCanvas *self,
                 double           x,
                 double           y)
{
  RgmRect sight;

  if (self->scene == NULL)
    return FALSE;

  sight = rgm_figure_canvas_get_sight (self);
  for (guint i = 0; i < rgm_scene_get_n_groups (self->scene); i++)
    {
      const RgmSceneGroup *group = rgm_scene_get_group (self->scene, i);
      RgmRect reach = { sight.x + x / self->zoom - HALO / self->zoom / 2, sight.y + y / self->zoom, HALO / self->zoom, 0.1 };

      if (group->role == RGM_SCENE_ROLE_REFERENCE && rgm_rect_intersects (&group->bounds, &reach))
        return TRUE;
    }

  return FALSE;
}

static void
on_drag_begin (GtkGestureDrag  *gesture,
               double           x,
               double           y,
               RgmFigureCanvas *self)
{
  guint index;

  gtk_gesture_set_state (GTK_GESTURE (gesture), !pick (self, x, y, &index) && is_on_reference (self, x, y)
                         ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag  *gesture,
                double           dx,
                double           dy,
                RgmFigureCanvas *self)
{
  double x, y;

  if (self->scene != NULL && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    rgm_figure_canvas_emit_dragged (self, rgm_figure_canvas_get_sight (self).x + (x + dx) / self->zoom);
}

static void
on_motion (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           RgmFigureCanvas          *self)
{
  guint index;
  gboolean found = pick (self, x, y, &index);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), found ? "pointer" : is_on_reference (self, x, y) ? "col-resize" : NULL);
  rgm_figure_canvas_emit_hovered (self, found ? rgm_scene_get_mark (self->scene, index) : NULL);
}

static void
on_leave (GtkEventControllerMotion *controller,
          RgmFigureCanvas          *self)
{
  rgm_figure_canvas_emit_hovered (self, NULL);
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            RgmFigureCanvas *self)
{
  guint index;

  if (!pick (self, x, y, &index))
    {
      rgm_figure_canvas_emit_chosen (self, NULL);
      return;
    }

  if (n_press == 1 && (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_CONTROL_MASK) != 0)
    exclude (self, rgm_scene_get_mark (self->scene, index));
  else if (n_press == 1)
    choose (self, index);
  else if (n_press == 2)
    rgm_figure_canvas_emit_opened (self, rgm_scene_get_mark (self->scene, index));
}

static gboolean
on_query_tooltip (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (widget);
  const RgmSceneGroup *group;
  GdkRectangle area;
  RgmRect sight;
  guint index;

  if (keyboard)
    {
      int focused = get_focused (self);

      if (focused < 0 || self->scene == NULL)
        return FALSE;
      index = (guint) focused;
    }
  else if (!pick (self, x, y, &index))
    {
      return FALSE;
    }

  group = rgm_scene_get_mark (self->scene, index);
  if (group->sentence == NULL)
    return FALSE;

  sight = rgm_figure_canvas_get_sight (self);
  area = (GdkRectangle) {
    (int) ((group->area.x - sight.x) * self->zoom), (int) ((group->area.y - sight.y) * self->zoom),
    (int) (group->area.width * self->zoom), (int) (group->area.height * self->zoom),
  };
  gtk_tooltip_set_text (tooltip, group->sentence);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           RgmFigureCanvas          *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  rgm_figure_canvas_set_zoom (self, self->zoom * pow (ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (widget);
  int steps = g_variant_get_int32 (parameter);

  rgm_figure_canvas_set_zoom (self, steps == 0 ? 1 : self->zoom * pow (ZOOM_STEP, steps));
}

static void
add_walk_binding (GtkWidgetClass *widget_class,
                  guint           key,
                  int             steps)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, "figure.walk", "i", steps);
}

void
rgm_figure_canvas_bind_input (GtkWidgetClass *widget_class)
{
  widget_class->query_tooltip = on_query_tooltip;

  gtk_widget_class_install_action (widget_class, "figure.walk", "i", walk_action);
  gtk_widget_class_install_action (widget_class, "figure.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "figure.exclude", NULL, exclude_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "figure.exclude", NULL);
  add_walk_binding (widget_class, GDK_KEY_Down, 1);
  add_walk_binding (widget_class, GDK_KEY_Right, 1);
  add_walk_binding (widget_class, GDK_KEY_Up, -1);
  add_walk_binding (widget_class, GDK_KEY_Left, -1);
  add_walk_binding (widget_class, GDK_KEY_Home, G_MININT);
  add_walk_binding (widget_class, GDK_KEY_End, G_MAXINT);
}

void
rgm_figure_canvas_init_input (RgmFigureCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  /* Added last, and so asked before the click. */
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
