/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-class-mark.h"
#include "rgm-figure-canvas-private.h"

/* The edge between the heads and what goes by below them, in pixels. */
#define EDGE 1
#define EDGE_ALPHA 0.15f

/* Draws the part of the scene at @from once more, at @place in the widget, where it covers what was there. */
static void
draw_part (RgmFigureCanvas       *self,
           GtkSnapshot           *snapshot,
           const graphene_rect_t *place,
           RgmPoint               from,
           const RgmSceneState   *state)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  const RgmRect part = { from.x, from.y, place->size.width / self->zoom, place->size.height / self->zoom };
  GdkRGBA ground;
  cairo_t *cr;

  if (place->size.width <= 0 || place->size.height <= 0)
    return;

  if (gtk_style_context_lookup_color (style, "window_bg_color", &ground))
    gtk_snapshot_append_color (snapshot, &ground, place);

  cr = gtk_snapshot_append_cairo (snapshot, place);
  cairo_translate (cr, place->origin.x, place->origin.y);
  cairo_scale (cr, self->zoom, self->zoom);
  cairo_rectangle (cr, 0, 0, part.width, part.height);
  cairo_clip (cr);
  cairo_translate (cr, -part.x, -part.y);
  rgm_scene_draw (self->scene, cr, rgm_widget_theme (), &part, state);
  cairo_destroy (cr);
}

static void
draw_edge (RgmFigureCanvas *self,
           GtkSnapshot     *snapshot,
           double           x,
           double           y,
           double           width,
           double           height)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= EDGE_ALPHA;
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* Over a figure that is scrolled: the names of the rows at the side, the heads of the columns at the top. */
void
rgm_figure_canvas_draw_heads (RgmFigureCanvas     *self,
                              GtkSnapshot         *snapshot,
                              const RgmSceneState *state)
{
  const RgmSceneHeads *heads = rgm_scene_get_heads (self->scene);
  double zoom = self->zoom;
  float all = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float top, bottom, left, width, titles;
  RgmPoint moved;
  RgmRect sight, names;

  if (heads == NULL)
    return;

  sight = rgm_figure_canvas_get_sight (self);
  names = rgm_scene_pin_heads (self->scene, &sight, &moved);
  /* Where the heads are, in the widget. */
  left = (float) ((names.x + moved.x - sight.x) * zoom);
  width = (float) (names.width * zoom);
  top = (float) ((names.y + moved.y - sight.y) * zoom);
  titles = (float) (heads->titles * zoom);
  bottom = MIN (height, (float) ((names.y + names.height - sight.y) * zoom));

  if (moved.x != 0)
    {
      float first = MAX (0, top + titles);

      draw_part (self, snapshot, &GRAPHENE_RECT_INIT (left, first, width, bottom - first),
                 (RgmPoint) { names.x, sight.y + first / zoom }, state);
    }
  if (moved.y > 0)
    draw_part (self, snapshot, &GRAPHENE_RECT_INIT (0, top, all, titles), (RgmPoint) { sight.x, names.y }, state);
  if (moved.x != 0)
    {
      draw_part (self, snapshot, &GRAPHENE_RECT_INIT (left, top, width, titles), (RgmPoint) { names.x, names.y }, state);
      if (bottom > top)
        draw_edge (self, snapshot, moved.x > 0 ? left + width : left - EDGE, top, EDGE, bottom - top);
    }
  if (moved.y > 0)
    draw_edge (self, snapshot, 0, top + titles, all, EDGE);
}

/* Whether a place is on the heads of the columns, where these cover what lies below. */
gboolean
rgm_figure_canvas_is_on_titles (RgmFigureCanvas *self,
                                double           y)
{
  const RgmSceneHeads *heads = rgm_scene_get_heads (self->scene);
  RgmRect sight;
  RgmPoint moved;
  double top;

  if (heads == NULL)
    return FALSE;

  sight = rgm_figure_canvas_get_sight (self);
  rgm_scene_pin_heads (self->scene, &sight, &moved);
  top = (heads->names.y + moved.y - sight.y) * self->zoom;

  return moved.y > 0 && y >= top && y < top + heads->titles * self->zoom;
}
