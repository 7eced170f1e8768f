/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>

#include "rgm-class-mark.h"
#include "rgm-scene-draw.h"
#include "rgm-slide-view.h"

/* Of a slide that is none yet. */
#define USUAL_SHAPE (9.0 / 16)

struct _RgmSlideView
{
  GtkWidget      parent_instance;

  RgmScene      *scene;
  RgmSlideFunc   source;      /* or NULL once it was asked */
  gpointer       source_data;

  gboolean      *veiled;
  double         steps;
  char         **emphasised;
  int            width;       /* that is wished for, or 0 */
};

G_DEFINE_FINAL_TYPE (RgmSlideView, rgm_slide_view, GTK_TYPE_WIDGET)

static void
find_out (RgmSlideView *self)
{
  RgmSlideFunc source = self->source;

  if (source == NULL)
    return;

  self->source = NULL;
  g_set_object (&self->scene, source (self->source_data));
}

/* From points to pixels, and where the slide begins. */
static double
get_scale (RgmSlideView *self,
           double       *x,
           double       *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = MIN (width / rgm_scene_get_width (self->scene), height / rgm_scene_get_height (self->scene));

  *x = (width - rgm_scene_get_width (self->scene) * scale) / 2;
  *y = (height - rgm_scene_get_height (self->scene) * scale) / 2;

  return scale;
}

static void
rgm_slide_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  RgmSlideView *self = RGM_SLIDE_VIEW (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  RgmSceneState state = RGM_SCENE_STATE_INIT;
  RgmColor ground = rgm_theme_get_color (rgm_widget_theme (), RGM_INK_SURFACE);
  GdkRGBA shown = { (float) ground.red, (float) ground.green, (float) ground.blue, 1 };
  double x, y, scale;
  cairo_t *cr;

  find_out (self);
  /* What a slide of another shape leaves of its place is of the slide's own colour. */
  gtk_snapshot_append_color (snapshot, &shown, &bounds);
  if (self->scene == NULL || bounds.size.width < 1 || bounds.size.height < 1)
    return;

  state.selected = (const char * const *) self->emphasised;
  state.recession = self->emphasised != NULL ? 1 : 0;
  state.steps = self->steps;
  state.veiled = self->veiled;

  scale = get_scale (self, &x, &y);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  rgm_scene_draw (self->scene, cr, rgm_widget_theme (), NULL, &state);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
rgm_slide_view_get_request_mode (GtkWidget *widget)
{
  return RGM_SLIDE_VIEW (widget)->width > 0 ? GTK_SIZE_REQUEST_CONSTANT_SIZE : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rgm_slide_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  RgmSlideView *self = RGM_SLIDE_VIEW (widget);
  double shape = self->scene != NULL ? rgm_scene_get_height (self->scene) / rgm_scene_get_width (self->scene) : USUAL_SHAPE;

  *minimum_baseline = *natural_baseline = -1;
  if (self->width > 0)
    *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : (int) (self->width * USUAL_SHAPE);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 64, *natural = 640;
  else
    *minimum = 36, *natural = for_size > 0 ? (int) (for_size * shape) : (int) (640 * shape);
}

static void
rgm_slide_view_dispose (GObject *object)
{
  RgmSlideView *self = RGM_SLIDE_VIEW (object);

  g_clear_object (&self->scene);
  self->source = NULL;

  G_OBJECT_CLASS (rgm_slide_view_parent_class)->dispose (object);
}

static void
rgm_slide_view_finalize (GObject *object)
{
  RgmSlideView *self = RGM_SLIDE_VIEW (object);

  g_free (self->veiled);
  g_strfreev (self->emphasised);

  G_OBJECT_CLASS (rgm_slide_view_parent_class)->finalize (object);
}

static void
rgm_slide_view_class_init (RgmSlideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_slide_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_slide_view_finalize;
  widget_class->snapshot = rgm_slide_view_snapshot;
  widget_class->measure = rgm_slide_view_measure;
  widget_class->get_request_mode = rgm_slide_view_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "slide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rgm_slide_view_init (RgmSlideView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->steps = -1;
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
rgm_slide_view_new (void)
{
  return g_object_new (RGM_TYPE_SLIDE_VIEW, NULL);
}

/**
 * rgm_slide_view_set_source:
 * @self: a view
 * @source: gives the scene, once, when it is needed
 * @user_data: what @source is given
 */
void
rgm_slide_view_set_source (RgmSlideView *self,
                           RgmSlideFunc  source,
                           gpointer      user_data)
{
  self->source = source;
  self->source_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rgm_slide_view_set_scene (RgmSlideView *self,
                          RgmScene     *scene)
{
  gboolean is_as_tall = self->scene != NULL && scene != NULL && rgm_scene_get_height (self->scene) == rgm_scene_get_height (scene);

  self->source = NULL;
  if (!g_set_object (&self->scene, scene))
    return;
  if (!is_as_tall)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * rgm_slide_view_set_steps:
 * @self: a view
 * @veiled: (nullable) (transfer full): by the number of a group, whether it isn't drawn
 * @steps: how many steps of the scene's own way are shown; negative for all
 */
void
rgm_slide_view_set_steps (RgmSlideView *self,
                          gboolean     *veiled,
                          double        steps)
{
  g_free (self->veiled);
  self->veiled = veiled;
  self->steps = steps;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * rgm_slide_view_set_emphasised:
 * @self: a view
 * @names: (nullable): ids and targets of marks; the others step back
 */
void
rgm_slide_view_set_emphasised (RgmSlideView       *self,
                               const char * const *names)
{
  char **copy = g_strdupv ((char **) names);

  g_strfreev (self->emphasised);
  self->emphasised = copy;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* For a thumbnail: as wide as this, and never anything else. */
void
rgm_slide_view_set_width (RgmSlideView *self,
                          int           width)
{
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * rgm_slide_view_to_scene:
 * @self: a view
 * @x: a place in the widget
 * @y: a place in the widget
 * @point: (out): the same in the slide
 *
 * Returns: whether there is a slide
 */
gboolean
rgm_slide_view_to_scene (RgmSlideView *self,
                         double        x,
                         double        y,
                         RgmPoint     *point)
{
  double left, top, scale;

  find_out (self);
  if (self->scene == NULL || gtk_widget_get_width (GTK_WIDGET (self)) < 1)
    return FALSE;

  scale = get_scale (self, &left, &top);
  *point = (RgmPoint) { (x - left) / scale, (y - top) / scale };

  return TRUE;
}
