/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>

#include "rgm-class-mark.h"
#include "rgm-fixed-measure.h"
#include "rgm-scene-builder.h"
#include "rgm-scene-draw.h"

#define SIDE 16
#define MARK 11

/* The colour and shape of a class, as in the figures. */
struct _RgmClassMark
{
  GtkWidget parent_instance;

  RgmSeries series;
  RgmScene *scene;
};

G_DEFINE_FINAL_TYPE (RgmClassMark, rgm_class_mark, GTK_TYPE_WIDGET)

/**
 * rgm_widget_theme:
 *
 * Returns: (transfer none): the theme that goes with the system's style now
 */
const RgmTheme *
rgm_widget_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  /* High contrast has one theme, black on white; with a dark style it stays dark. */
  if (adw_style_manager_get_high_contrast (manager) && !adw_style_manager_get_dark (manager))
    return rgm_theme_get (RGM_THEME_CONTRAST);

  return rgm_theme_get (adw_style_manager_get_dark (manager) ? RGM_THEME_DARK : RGM_THEME_LIGHT);
}

static void
lay_out (RgmClassMark *self)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (measure, SIDE, RGM_DIRECTION_LTR);
  const RgmStyle style = { .fill = rgm_series_get_ink (self->series) };

  rgm_scene_builder_add_marker (builder, rgm_series_get_shape (self->series), SIDE / 2.0, SIDE / 2.0, MARK, &style);
  g_clear_object (&self->scene);
  self->scene = rgm_scene_builder_finish (builder, SIDE);
}

static void
rgm_class_mark_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = SIDE;
  *minimum_baseline = *natural_baseline = -1;
}

static void
rgm_class_mark_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  RgmClassMark *self = RGM_CLASS_MARK (widget);
  float x = (float) (gtk_widget_get_width (widget) - SIDE) / 2;
  float y = (float) (gtk_widget_get_height (widget) - SIDE) / 2;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, SIDE, SIDE);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  RgmSceneState state = RGM_SCENE_STATE_INIT;

  cairo_translate (cr, x, y);
  state.bare = TRUE;
  rgm_scene_draw (self->scene, cr, rgm_widget_theme (), NULL, &state);
  cairo_destroy (cr);
}

static void
rgm_class_mark_dispose (GObject *object)
{
  g_clear_object (&RGM_CLASS_MARK (object)->scene);

  G_OBJECT_CLASS (rgm_class_mark_parent_class)->dispose (object);
}

static void
rgm_class_mark_class_init (RgmClassMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_class_mark_dispose;
  widget_class->measure = rgm_class_mark_measure;
  widget_class->snapshot = rgm_class_mark_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rgm_class_mark_init (RgmClassMark *self)
{
  self->series = RGM_SERIES_GREY_CROSS;
  lay_out (self);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * rgm_class_mark_new:
 * @series: the class's colour and shape
 *
 * Returns: (transfer full): a mark, floating
 */
GtkWidget *
rgm_class_mark_new (RgmSeries series)
{
  GtkWidget *self = g_object_new (RGM_TYPE_CLASS_MARK, NULL);

  rgm_class_mark_set_series (RGM_CLASS_MARK (self), series);
  return self;
}

/**
 * rgm_class_mark_set_series:
 * @self: a mark
 * @series: a class's colour and shape
 *
 * Shows another class.
 */
void
rgm_class_mark_set_series (RgmClassMark *self,
                           RgmSeries     series)
{
  g_return_if_fail (RGM_IS_CLASS_MARK (self));

  if (self->series == series)
    return;

  self->series = series;
  lay_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
