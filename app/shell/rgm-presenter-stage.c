/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-presenter-stage.h"
#include "rgm-isolate.h"
#include "rgm-response-figure.h"
#include "rgm-slide-layout.h"
#include "rgm-slide-view.h"
#include "rgm-story-legend.h"
#include "rgm-story-steps.h"

/* How long the pointer is seen after it moved, in milliseconds. */
#define POINTER_DELAY 2000
/* How far from a mark the pointer still means it, in points of the slide. */
#define HALO 4
#define SPOTLIGHT_RADIUS 0.12   /* of the stage's width */
#define SPOTLIGHT_SHADE 0.7f

/* From 16:9 to 4:3 a slide fills its screen; beyond, there is a margin in the slide's own colour. */
#define MIN_HEIGHT (RGM_SLIDE_WIDTH * 9 / 16)
#define MAX_HEIGHT (RGM_SLIDE_WIDTH * 3 / 4)

struct _RgmPresenterStage
{
  AdwWindow        parent_instance;

  RgmPresentation *presentation;
  guint            pointer_id;
  guint            height_id;
  gboolean         has_spotlight;
  double           pointer_x;
  double           pointer_y;
  double           drag_x;

  GtkWidget       *header;
  GtkOverlay      *overlay;
  RgmSlideView    *slide;
  GtkWidget       *cover;
  GtkWidget       *light;
  GtkWidget       *end;
  GtkLabel        *sentence;
  GtkLabel        *hint;
};

G_DEFINE_FINAL_TYPE (RgmPresenterStage, rgm_presenter_stage, ADW_TYPE_WINDOW)

/* ── What is seen ────────────────────────────────────────────────────────────── */

static void
show_steps (RgmPresenterStage *self,
            RgmScene          *scene)
{
  RgmStagePlace place = rgm_presentation_get_place (self->presentation, TRUE);

  if (scene == NULL || place.n_steps == 0)
    rgm_slide_view_set_steps (self->slide, NULL, -1);
  else
    rgm_slide_view_set_steps (self->slide, rgm_story_veil_steps (scene, place.step), place.step);
}

static const RgmStoryFace *
get_face (RgmPresenterStage *self)
{
  RgmStagePlace place = rgm_presentation_get_place (self->presentation, TRUE);

  return rgm_presentation_is_at_end (self->presentation, TRUE) ? NULL
                                                               : rgm_story_show_get_face (rgm_presentation_get_show (self->presentation), place.slide);
}

/**
 * rgm_presenter_stage_describe:
 * @self: a stage
 *
 * Returns: what assistive technology tells of the slide: the sentence of what is emphasised, or else what the slide says
 */
const char *
rgm_presenter_stage_describe (RgmPresenterStage *self)
{
  RgmStoryShow *show = rgm_presentation_get_show (self->presentation);
  const char *text = rgm_presentation_get_sentence (self->presentation, TRUE);
  const RgmStoryFace *face = get_face (self);

  if (text == NULL && face != NULL)
    text = face->figure != NULL ? rgm_figure_get_frame (face->figure)->summary
                                : rgm_story_get_slide (rgm_story_show_get_story (show), rgm_presentation_get_place (self->presentation, TRUE).slide).text;

  return text != NULL ? text : "";
}

/* A screen reader hears of a slide when the name of what has the focus changes. */
static void
tell (RgmPresenterStage *self)
{
  RgmStoryShow *show = rgm_presentation_get_show (self->presentation);
  const RgmStoryFace *face = get_face (self);
  g_autofree char *name = NULL;

  if (face == NULL)
    name = g_strdup (_("End of the presentation"));
  else
    /* Translators: the number of a slide, how many there are, and its title. */
    name = rgm_text_printf (_("Slide %u of %u: %s"), rgm_presentation_get_place (self->presentation, TRUE).slide + 1, rgm_story_show_get_size (show),
                            face->title);
  rgm_accessible_set_name (GTK_WIDGET (self->slide), name);
  rgm_accessible_set_description (GTK_WIDGET (self->slide), rgm_presenter_stage_describe (self));
  gtk_window_set_title (GTK_WINDOW (self), name);
}

static void
refresh (RgmPresenterStage *self)
{
  RgmScene *scene = rgm_presentation_get_scene (self->presentation, TRUE);
  RgmStageCover cover = rgm_presentation_get_cover (self->presentation);
  const char *sentence = rgm_presentation_get_sentence (self->presentation, TRUE);

  rgm_slide_view_set_scene (self->slide, scene);
  show_steps (self, scene);
  rgm_slide_view_set_emphasised (self->slide, rgm_presentation_get_emphasised (self->presentation, TRUE));

  gtk_label_set_text (self->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
  gtk_widget_set_visible (self->end, scene == NULL);

  gtk_widget_set_visible (self->cover, cover != RGM_STAGE_OPEN);
  gtk_widget_remove_css_class (self->cover, "white");
  if (cover == RGM_STAGE_WHITE)
    gtk_widget_add_css_class (self->cover, "white");
  tell (self);
}

/* The slide takes the shape of the screen, which is known only when there is one. */
static gboolean
set_height (gpointer data)
{
  RgmPresenterStage *self = data;
  double width = gtk_widget_get_width (GTK_WIDGET (self->slide)), height = gtk_widget_get_height (GTK_WIDGET (self->slide));

  self->height_id = 0;
  if (width > 0)
    rgm_story_show_set_height (rgm_presentation_get_show (self->presentation),
                               CLAMP (round (RGM_SLIDE_WIDTH * height / width), MIN_HEIGHT, MAX_HEIGHT));

  return G_SOURCE_REMOVE;
}

static void
rgm_presenter_stage_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  RgmPresenterStage *self = RGM_PRESENTER_STAGE (widget);

  GTK_WIDGET_CLASS (rgm_presenter_stage_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->height_id == 0)
    self->height_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, set_height, self, NULL);
}

/* The sentence stands at its mark, below it or above it, where it covers rows that step back and
 * never the caveat or the sources. */
static gboolean
place_sentence (GtkOverlay        *overlay,
                GtkWidget         *child,
                GdkRectangle      *place,
                RgmPresenterStage *self)
{
  const char * const *names = rgm_presentation_get_emphasised (self->presentation, TRUE);
  RgmScene *scene = rgm_presentation_get_scene (self->presentation, TRUE);
  int width = gtk_widget_get_width (GTK_WIDGET (overlay)), height = gtk_widget_get_height (GTK_WIDGET (overlay));
  const RgmRect *area;
  RgmPoint origin;
  double scale;
  guint mark;

  if (child != GTK_WIDGET (self->sentence) || scene == NULL || names == NULL || names[0] == NULL ||
      !rgm_scene_find_mark (scene, names[0], &mark) || !rgm_slide_view_to_scene (self->slide, 0, 0, &origin))
    return FALSE;

  area = &rgm_scene_get_mark (scene, mark)->area;
  scale = MIN (width / rgm_scene_get_width (scene), height / rgm_scene_get_height (scene));
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place->width, NULL, NULL);
  place->width = MIN (place->width, width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL, NULL);
  place->x = (int) ((area->x + area->width / 2 - origin.x) * scale) - place->width / 2;
  place->y = (int) ((area->y + area->height - origin.y) * scale);
  if (place->y > height / 2)
    place->y = (int) ((area->y - origin.y) * scale) - place->height;
  place->x = CLAMP (place->x, 0, width - place->width);
  place->y = CLAMP (place->y, 0, MAX (height - place->height, 0));

  return TRUE;
}

/* In a window the slides have a header, to be moved and closed by. */
static void
on_fullscreened (RgmPresenterStage *self)
{
  gtk_widget_set_visible (self->header, !gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

/* ── The pointer ─────────────────────────────────────────────────────────────── */

static gboolean
hide_pointer (gpointer data)
{
  RgmPresenterStage *self = data;

  self->pointer_id = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");

  return G_SOURCE_REMOVE;
}

static void
show_pointer (RgmPresenterStage *self)
{
  g_clear_handle_id (&self->pointer_id, g_source_remove);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->has_spotlight ? "none" : NULL);
  if (!self->has_spotlight && gtk_window_is_fullscreen (GTK_WINDOW (self)))
    self->pointer_id = g_timeout_add (POINTER_DELAY, hide_pointer, self);
}

static void
on_motion (RgmPresenterStage *self,
           double             x,
           double             y)
{
  if (x == self->pointer_x && y == self->pointer_y)
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  show_pointer (self);
  if (self->has_spotlight)
    gtk_widget_queue_draw (self->light);
}

static void
draw_light (GtkDrawingArea *area,
            cairo_t        *cr,
            int             width,
            int             height,
            gpointer        data)
{
  RgmPresenterStage *self = data;

  cairo_rectangle (cr, 0, 0, width, height);
  cairo_new_sub_path (cr);
  cairo_arc (cr, self->pointer_x, self->pointer_y, width * SPOTLIGHT_RADIUS, 0, 2 * G_PI);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cr, 0, 0, 0, (double) SPOTLIGHT_SHADE);
  cairo_fill (cr);
}

static const RgmSceneGroup *
find_reference (RgmScene *scene,
                double    x)
{
  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    {
      const RgmSceneGroup *group = rgm_scene_get_group (scene, i);

      if (group->role == RGM_SCENE_ROLE_REFERENCE && x >= group->bounds.x - HALO && x <= group->bounds.x + group->bounds.width + HALO)
        return group;
    }

  return NULL;
}

/* A click on a mark or an entry of the legend emphasises it; anywhere else it is a step forward. */
static void
on_released (GtkGestureClick   *gesture,
             int                n_press,
             double             x,
             double             y,
             RgmPresenterStage *self)
{
  RgmScene *scene = rgm_presentation_get_scene (self->presentation, TRUE);
  RgmPoint point;
  guint index;

  if (rgm_presentation_get_cover (self->presentation) == RGM_STAGE_OPEN && scene != NULL &&
      rgm_slide_view_to_scene (self->slide, x, y, &point))
    {
      if (rgm_story_legend_pick (scene, point.x, point.y, &index))
        {
          rgm_presentation_emphasise_key (self->presentation, index);
          return;
        }
      if (rgm_scene_pick (scene, point.x, point.y, HALO, &index))
        {
          const RgmSceneGroup *mark = rgm_scene_get_mark (scene, index);

          rgm_presentation_emphasise (self->presentation, mark->id != NULL ? mark->id : mark->target);
          return;
        }
    }

  rgm_presentation_forward (self->presentation);
}

static void
on_back_pressed (RgmPresenterStage *self)
{
  rgm_presentation_back (self->presentation);
}

static void
on_drag_begin (GtkGestureDrag    *gesture,
               double             x,
               double             y,
               RgmPresenterStage *self)
{
  RgmScene *scene = rgm_presentation_get_scene (self->presentation, TRUE);
  RgmPoint point;
  guint index;
  gboolean is_on_line = scene != NULL && rgm_slide_view_to_scene (self->slide, x, y, &point) &&
                        !rgm_scene_pick (scene, point.x, point.y, HALO, &index) && find_reference (scene, point.x) != NULL;

  self->drag_x = x;
  gtk_gesture_set_state (GTK_GESTURE (gesture), is_on_line ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag    *gesture,
                double             dx,
                double             dy,
                RgmPresenterStage *self)
{
  const RgmStoryFace *face = rgm_presentation_get_face (self->presentation);
  RgmScene *scene = rgm_presentation_get_scene (self->presentation, TRUE);
  RgmPoint point;
  double rate;

  if (face != NULL && RGM_IS_RESPONSE_FIGURE (face->figure) && scene != NULL &&
      rgm_slide_view_to_scene (self->slide, self->drag_x + dx, 0, &point) &&
      rgm_response_figure_get_rate_at (RGM_RESPONSE_FIGURE (face->figure), scene, point.x, &rate))
    rgm_figure_set_option (face->figure, "reference", g_variant_new_double (round (rate)));
}

/* ── The window ──────────────────────────────────────────────────────────────── */

static void
rgm_presenter_stage_dispose (GObject *object)
{
  RgmPresenterStage *self = RGM_PRESENTER_STAGE (object);

  g_clear_handle_id (&self->pointer_id, g_source_remove);
  g_clear_handle_id (&self->height_id, g_source_remove);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (rgm_presenter_stage_parent_class)->dispose (object);
}

static void
rgm_presenter_stage_class_init (RgmPresenterStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_presenter_stage_dispose;
  widget_class->size_allocate = rgm_presenter_stage_size_allocate;

  g_type_ensure (RGM_TYPE_SLIDE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-presenter-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterStage, header);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterStage, overlay);
  gtk_widget_class_bind_template_callback (widget_class, place_sentence);
  gtk_widget_class_bind_template_callback (widget_class, on_fullscreened);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterStage, slide);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterStage, cover);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterStage, light);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterStage, end);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterStage, sentence);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterStage, hint);
}

static void
rgm_presenter_stage_init (RgmPresenterStage *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *back = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->light), draw_light, self, NULL);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self->slide), motion);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self->slide), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (back), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (back, "pressed", G_CALLBACK (on_back_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->slide), GTK_EVENT_CONTROLLER (back));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  /* Added last, and so asked before the click. */
  gtk_widget_add_controller (GTK_WIDGET (self->slide), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (self, "notify::fullscreened", G_CALLBACK (show_pointer), self, 0);
}

GtkWidget *
rgm_presenter_stage_new (RgmPresentation *presentation)
{
  RgmPresenterStage *self = g_object_new (RGM_TYPE_PRESENTER_STAGE, NULL);

  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->slide));

  return GTK_WIDGET (self);
}

/**
 * rgm_presenter_stage_set_panel:
 * @self: a stage
 * @panel: a panel over the slide, where there is no other window for it
 */
void
rgm_presenter_stage_set_panel (RgmPresenterStage *self,
                               GtkWidget         *panel)
{
  gtk_overlay_add_overlay (self->overlay, panel);
}

/* Whether all but a circle round the pointer is dark. */
gboolean
rgm_presenter_stage_has_spotlight (RgmPresenterStage *self)
{
  return self->has_spotlight;
}

void
rgm_presenter_stage_toggle_spotlight (RgmPresenterStage *self)
{
  self->has_spotlight = !self->has_spotlight;
  gtk_widget_set_visible (self->light, self->has_spotlight);
  show_pointer (self);
}

/* What is typed, such as the number of a slide; "" for nothing. */
void
rgm_presenter_stage_set_hint (RgmPresenterStage *self,
                              const char        *hint)
{
  gtk_label_set_text (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *hint != '\0');
}
