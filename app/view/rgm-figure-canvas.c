/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-accessible.h"
#include "rgm-class-mark.h"
#include "rgm-figure-canvas-private.h"
#include "rgm-figure-copy.h"
#include "rgm-figure-mark.h"
#include "rgm-pango-measure.h"

#define MIN_ZOOM 0.5
#define MAX_ZOOM 8.0
/* No smaller than this part of the reader's own size may a figure make its type to fit. */
#define MIN_TYPE 0.8
#define STEP_DURATION 160

G_DEFINE_FINAL_TYPE_WITH_CODE (RgmFigureCanvas, rgm_figure_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_FIGURE,
  PROP_ZOOM,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  HOVERED,
  CHOSEN,
  OPENED,
  DRAGGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
emit (RgmFigureCanvas     *self,
      guint                signal,
      const RgmSceneGroup *group)
{
  g_signal_emit (self, signals[signal], 0,
                 group != NULL ? group->id : NULL, group != NULL ? group->target : NULL);
}

void
rgm_figure_canvas_emit_hovered (RgmFigureCanvas     *self,
                                const RgmSceneGroup *group)
{
  emit (self, HOVERED, group);
}

void
rgm_figure_canvas_emit_chosen (RgmFigureCanvas     *self,
                               const RgmSceneGroup *group)
{
  emit (self, CHOSEN, group);
}

void
rgm_figure_canvas_emit_opened (RgmFigureCanvas     *self,
                               const RgmSceneGroup *group)
{
  emit (self, OPENED, group);
}

void
rgm_figure_canvas_emit_dragged (RgmFigureCanvas *self,
                                double           across)
{
  g_signal_emit (self, signals[DRAGGED], 0, self->scene, across);
}

static double
get_offset (RgmFigureCanvas *self,
            GtkOrientation   orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* Where the scene begins in the widget: a scene smaller than its place is in its middle. */
static void
get_origin (RgmFigureCanvas *self,
            double          *x,
            double          *y)
{
  double width = rgm_scene_get_width (self->scene) * self->zoom;

  *x = MAX (0, (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2) - get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  *y = -get_offset (self, GTK_ORIENTATION_VERTICAL);
}

RgmRect
rgm_figure_canvas_get_sight (RgmFigureCanvas *self)
{
  double x;
  double y;

  get_origin (self, &x, &y);
  return (RgmRect) {
    -x / self->zoom, -y / self->zoom,
    gtk_widget_get_width (GTK_WIDGET (self)) / self->zoom,
    gtk_widget_get_height (GTK_WIDGET (self)) / self->zoom,
  };
}

/* Forgets the scene, but not yet how its texts look: the next one has most of them. */
static void
keep_shaped (RgmFigureCanvas *self)
{
  if (self->scene == NULL)
    return;

  g_clear_object (&self->scene_before);
  self->scene_before = g_steal_pointer (&self->scene);
}

static void
update_font (RgmFigureCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  const char *family = pango_font_description_get_family (font);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  /* A style that GTK hasn't worked out yet has no size. */
  if (!(size > 0))
    size = 14;

  if (g_strcmp0 (family, self->family) == 0 && size == self->base)
    return;

  g_free (self->family);
  self->family = g_strdup (family);
  self->base = size;
  g_clear_object (&self->measure);
  keep_shaped (self);
}

static void
lay_out (RgmFigureCanvas *self,
         int              width,
         int              height)
{
  g_autofree char *description = NULL;
  RgmLayout layout;
  guint n_pages;

  update_font (self);
  if (self->figure == NULL ||
      (self->scene != NULL && self->laid_out_width == width && self->laid_out_height == height))
    return;

  if (self->measure == NULL)
    self->measure = rgm_pango_measure_new (self->family);

  layout = (RgmLayout) {
    .measure = self->measure,
    .direction = rgm_figure_direction (GTK_WIDGET (self)),
    .width = width,
    .height = height,
    .base = self->base,
    .floor = self->base * MIN_TYPE,
  };
  keep_shaped (self);
  self->scene = rgm_figure_lay_out (self->figure, &layout, &n_pages);
  if (self->scene_before != NULL)
    rgm_scene_take_shaped (self->scene, self->scene_before);
  g_clear_object (&self->scene_before);
  self->laid_out_width = width;
  self->laid_out_height = height;
  self->steps = -1;

  description = rgm_frame_describe (rgm_figure_get_frame (self->figure), self->scene);
  rgm_accessible_set_name (GTK_WIDGET (self), rgm_figure_get_frame (self->figure)->title);
  rgm_accessible_set_description (GTK_WIDGET (self), description);
}

static void
configure (GtkAdjustment *adjustment,
           double         content,
           double         place)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, MAX (content, place),
                              place * 0.1, place * 0.9, place);
}

static void
rgm_figure_canvas_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (widget);
  double x;
  double y;

  lay_out (self, width, height);
  if (self->scene == NULL)
    return;

  configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], rgm_scene_get_width (self->scene) * self->zoom, width);
  configure (self->adjustments[GTK_ORIENTATION_VERTICAL], rgm_scene_get_height (self->scene) * self->zoom, height);

  get_origin (self, &x, &y);
  for (guint i = 0; i < self->marks->len; i++)
    {
      RgmFigureMark *mark = g_ptr_array_index (self->marks, i);
      const RgmSceneGroup *group;
      GtkAllocation allocation;

      if (rgm_figure_mark_get_index (mark) >= rgm_scene_get_n_marks (self->scene))
        continue;
      group = rgm_scene_get_mark (self->scene, rgm_figure_mark_get_index (mark));
      allocation = (GtkAllocation) {
        (int) floor (x + group->area.x * self->zoom), (int) floor (y + group->area.y * self->zoom),
        MAX (1, (int) ceil (group->area.width * self->zoom)), MAX (1, (int) ceil (group->area.height * self->zoom)),
      };
      gtk_widget_size_allocate (GTK_WIDGET (mark), &allocation, -1);
    }

  rgm_figure_canvas_schedule_marks (self);
}

static void
rgm_figure_canvas_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (widget);

  /* Every child is measured before it may be given a place. */
  for (guint i = 0; i < self->marks->len; i++)
    {
      int ignored;

      gtk_widget_measure (g_ptr_array_index (self->marks, i), orientation, -1, &ignored, &ignored, NULL, NULL);
    }

  *minimum = 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
  *minimum_baseline = *natural_baseline = -1;
}

static void
rgm_figure_canvas_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  const char *selected[] = { self->selected, NULL };
  RgmSceneState state = RGM_SCENE_STATE_INIT;
  RgmRect sight;
  cairo_t *cr;

  if (self->scene == NULL)
    return;

  state.hovered = self->hovered;
  state.selected = self->selected != NULL ? selected : NULL;
  state.steps = self->steps;
  state.bare = TRUE;

  sight = rgm_figure_canvas_get_sight (self);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, -sight.x * self->zoom, -sight.y * self->zoom);
  cairo_scale (cr, self->zoom, self->zoom);
  rgm_scene_draw (self->scene, cr, rgm_widget_theme (), &sight, &state);
  cairo_destroy (cr);
  rgm_figure_canvas_draw_heads (self, snapshot, &state);

  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->marks, i), snapshot);
}

static void
forget_scene (RgmFigureCanvas *self)
{
  rgm_figure_canvas_keep_focus (self);
  keep_shaped (self);
  g_ptr_array_set_size (self->marks, 0);
  /* Not only a new allocation: that is asked for no further up than a widget which waits for its own, and rows that a list fills while
     it is given its place can leave one waiting that nobody comes back to. The figure would stay blank. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Motion. */

static void
set_steps (double           value,
           RgmFigureCanvas *self)
{
  self->steps = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_walk_done (RgmFigureCanvas *self)
{
  set_steps (-1, self);
}

/* Properties. */

static void
set_adjustment (RgmFigureCanvas *self,
                GtkOrientation   orientation,
                GtkAdjustment   *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
      g_clear_object (&self->adjustments[orientation]);
    }
  if (adjustment != NULL)
    {
      self->adjustments[orientation] = g_object_ref_sink (adjustment);
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
rgm_figure_canvas_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_FIGURE:
      g_value_set_object (value, self->figure);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_figure_canvas_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_FIGURE:
      rgm_figure_canvas_set_figure (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      rgm_figure_canvas_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_figure_canvas_dispose (GObject *object)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (object);

  g_clear_handle_id (&self->marks_id, g_source_remove);
  g_clear_object (&self->walk);
  g_ptr_array_set_size (self->marks, 0);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  if (self->figure != NULL)
    g_signal_handlers_disconnect_by_data (self->figure, self);
  g_clear_object (&self->figure);
  g_clear_object (&self->scene);
  g_clear_object (&self->scene_before);
  g_clear_object (&self->measure);

  G_OBJECT_CLASS (rgm_figure_canvas_parent_class)->dispose (object);
}

static void
rgm_figure_canvas_finalize (GObject *object)
{
  RgmFigureCanvas *self = RGM_FIGURE_CANVAS (object);

  g_ptr_array_unref (self->marks);
  g_free (self->family);
  g_free (self->hovered);
  g_free (self->selected);
  g_free (self->lost_focus);

  G_OBJECT_CLASS (rgm_figure_canvas_parent_class)->finalize (object);
}

static void
rgm_figure_canvas_class_init (RgmFigureCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rgm_figure_canvas_dispose;
  object_class->finalize = rgm_figure_canvas_finalize;
  object_class->get_property = rgm_figure_canvas_get_property;
  object_class->set_property = rgm_figure_canvas_set_property;
  widget_class->measure = rgm_figure_canvas_measure;
  widget_class->size_allocate = rgm_figure_canvas_size_allocate;
  widget_class->snapshot = rgm_figure_canvas_snapshot;
  widget_class->focus = rgm_figure_canvas_move_focus;

  properties[PROP_FIGURE] = g_param_spec_object ("figure", NULL, NULL, RGM_TYPE_FIGURE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, MIN_ZOOM, MAX_ZOOM, 1,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /* Each with the mark's id and what it stands for, or NULL for none. */
  signals[HOVERED] = g_signal_new ("hovered", RGM_TYPE_FIGURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", RGM_TYPE_FIGURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPENED] = g_signal_new ("opened", RGM_TYPE_FIGURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  /* The reference line is dragged: the scene, and the place across it in points. */
  signals[DRAGGED] = g_signal_new ("dragged", RGM_TYPE_FIGURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, RGM_TYPE_SCENE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  rgm_figure_canvas_bind_input (widget_class);
}

static AdwAnimation *
animation_new (RgmFigureCanvas        *self,
               AdwAnimationTargetFunc  func,
               guint                   duration)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (func, self, NULL);
  AdwAnimation *animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, duration, target);

  /* AdwAnimation honours the system's wish for less motion by itself. */
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (animation), ADW_EASE_OUT_CUBIC);
  return animation;
}

static void
rgm_figure_canvas_init (RgmFigureCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->marks = g_ptr_array_new_with_free_func (rgm_figure_canvas_remove_mark);
  self->zoom = 1;
  self->steps = -1;
  self->wanted_focus = -1;

  self->walk = animation_new (self, (AdwAnimationTargetFunc) set_steps, STEP_DURATION);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->walk), ADW_LINEAR);
  g_signal_connect_swapped (self->walk, "done", G_CALLBACK (on_walk_done), self);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  rgm_figure_canvas_init_input (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * rgm_figure_canvas_set_figure:
 * @self: a canvas
 * @figure: (nullable): a figure
 *
 * Shows a figure, and each change of it at once.
 */
void
rgm_figure_canvas_set_figure (RgmFigureCanvas *self,
                              RgmFigure       *figure)
{
  g_return_if_fail (RGM_IS_FIGURE_CANVAS (self));
  g_return_if_fail (figure == NULL || RGM_IS_FIGURE (figure));

  if (self->figure == figure)
    return;

  if (self->figure != NULL)
    g_signal_handlers_disconnect_by_data (self->figure, self);
  g_set_object (&self->figure, figure);
  if (figure != NULL)
    g_signal_connect_swapped (figure, "changed", G_CALLBACK (forget_scene), self);
  forget_scene (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

/**
 * rgm_figure_canvas_set_hovered:
 * @self: a canvas
 * @name: (nullable): the id of a mark, or what it stands for
 *
 * Lights a mark up.
 */
void
rgm_figure_canvas_set_hovered (RgmFigureCanvas *self,
                               const char      *name)
{
  g_return_if_fail (RGM_IS_FIGURE_CANVAS (self));

  if (g_strcmp0 (self->hovered, name) == 0)
    return;

  g_free (self->hovered);
  self->hovered = g_strdup (name);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * rgm_figure_canvas_set_selected:
 * @self: a canvas
 * @name: (nullable): the id of a mark, or what it stands for
 *
 * Puts a band behind a mark; nothing else changes.
 */
void
rgm_figure_canvas_set_selected (RgmFigureCanvas *self,
                                const char      *name)
{
  g_return_if_fail (RGM_IS_FIGURE_CANVAS (self));

  if (g_strcmp0 (self->selected, name) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (name);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * rgm_figure_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: how much larger the figure is than its place is wide
 */
double
rgm_figure_canvas_get_zoom (RgmFigureCanvas *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE_CANVAS (self), 1);

  return self->zoom;
}

/**
 * rgm_figure_canvas_set_zoom:
 * @self: a canvas
 * @zoom: how much larger the figure is to be than its place is wide, from 0.5 to 8; what is beyond is taken as the end
 *
 * Zooms, and keeps the middle of what is in sight where it is.
 */
void
rgm_figure_canvas_set_zoom (RgmFigureCanvas *self,
                            double           zoom)
{
  double change;

  g_return_if_fail (RGM_IS_FIGURE_CANVAS (self));

  zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  if (self->zoom == zoom)
    return;

  change = zoom / self->zoom;
  self->zoom = zoom;
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      GtkAdjustment *adjustment = self->adjustments[i];
      double half;

      if (adjustment == NULL)
        continue;
      half = gtk_adjustment_get_page_size (adjustment) / 2;
      gtk_adjustment_set_upper (adjustment, gtk_adjustment_get_upper (adjustment) * MAX (change, 1));
      gtk_adjustment_set_value (adjustment, (gtk_adjustment_get_value (adjustment) + half) * change - half);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/**
 * rgm_figure_canvas_animate:
 * @self: a canvas
 *
 * Shows the steps of the figure one after the other, once, if it has any.
 */
void
rgm_figure_canvas_animate (RgmFigureCanvas *self)
{
  guint n;

  g_return_if_fail (RGM_IS_FIGURE_CANVAS (self));

  lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  n = self->scene != NULL ? rgm_scene_get_n_steps (self->scene) : 0;
  if (n == 0)
    return;

  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->walk), n);
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->walk), n * STEP_DURATION);
  adw_animation_play (self->walk);
}
