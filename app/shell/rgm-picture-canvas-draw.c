/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-picture-canvas-private.h"

#include <math.h>

#include "rgm-theme.h"

/* In pixels of the screen: half the size of a point, and half the length of a mark's cross. */
#define POINT_HALF 3.5
#define MARK_HALF 9.0

/* On a picture, which is mostly white whatever the window's theme is. */
static void
set_ink (cairo_t *cr,
         RgmInk   ink)
{
  const RgmTheme *theme = rgm_theme_get (RGM_THEME_LIGHT);
  RgmColor color = rgm_theme_get_color (theme, ink);

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

/* A dark line on a light one is seen on any picture. */
static void
stroke_twice (cairo_t *cr,
              RgmInk   ink,
              double   width)
{
  cairo_set_source_rgba (cr, 1, 1, 1, 0.85);
  cairo_set_line_width (cr, width + 2);
  cairo_stroke_preserve (cr);
  set_ink (cr, ink);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_marks (RgmPictureCanvas *self,
            cairo_t          *cr)
{
  const RgmPictureAxes *axes = rgm_digitisation_get_axes (self->digitisation);

  for (guint i = 0; i < RGM_PICTURE_N_MARKS; i++)
    {
      double x = axes->places[i].x * self->zoom, y = axes->places[i].y * self->zoom;
      gboolean is_time = i == RGM_PICTURE_TIME_FROM || i == RGM_PICTURE_TIME_TO;

      if (!axes->is_set[i])
        continue;
      /* The long stroke goes across the axis. */
      cairo_move_to (cr, x - MARK_HALF * (is_time ? 0.5 : 1), y);
      cairo_line_to (cr, x + MARK_HALF * (is_time ? 0.5 : 1), y);
      cairo_move_to (cr, x, y - MARK_HALF * (is_time ? 1 : 0.5));
      cairo_line_to (cr, x, y + MARK_HALF * (is_time ? 1 : 0.5));
      stroke_twice (cr, RGM_INK_SERIES_3, 1.5);
    }
}

static void
draw_points (RgmPictureCanvas *self,
             cairo_t          *cr,
             guint             curve)
{
  const GArray *points = rgm_digitisation_get_points (self->digitisation, curve);
  gboolean is_current = curve == self->curve;

  for (guint i = 0; i < points->len; i++)
    {
      const RgmPicturePoint *point = &g_array_index (points, RgmPicturePoint, i);
      gboolean is_selected = is_current && (int) i == self->selected;
      double half = is_selected ? 1.6 * POINT_HALF : POINT_HALF;

      /* The curve that is worked on has circles, the others crosses. */
      if (is_current)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, point->x * self->zoom, point->y * self->zoom, half, 0, 2 * G_PI);
        }
      else
        {
          cairo_move_to (cr, point->x * self->zoom - half, point->y * self->zoom - half);
          cairo_rel_line_to (cr, 2 * half, 2 * half);
          cairo_rel_move_to (cr, -2 * half, 0);
          cairo_rel_line_to (cr, 2 * half, -2 * half);
        }
      stroke_twice (cr, is_selected ? RGM_INK_SERIES_3 : RGM_INK_TEXT, is_selected ? 2 : 1.25);
    }
}

static void
draw_rebuilt (RgmPictureCanvas *self,
              cairo_t          *cr)
{
  static const double dashes[] = { 5, 3 };

  if (self->rebuilt == NULL || self->rebuilt->len < 2)
    return;

  for (guint i = 0; i < self->rebuilt->len; i++)
    {
      const RgmPicturePoint *corner = &g_array_index (self->rebuilt, RgmPicturePoint, i);

      cairo_line_to (cr, corner->x * self->zoom, corner->y * self->zoom);
    }
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  stroke_twice (cr, RGM_INK_SERIES_3, 1.5);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_cursor (RgmPictureCanvas *self,
             cairo_t          *cr)
{
  double x = (floor (self->cursor.x) + 0.5) * self->zoom, y = (floor (self->cursor.y) + 0.5) * self->zoom;

  if (!gtk_widget_has_focus (GTK_WIDGET (self)) || self->selected >= 0)
    return;

  cairo_move_to (cr, x - 3 * MARK_HALF, y);
  cairo_rel_line_to (cr, 6 * MARK_HALF, 0);
  cairo_move_to (cr, x, y - 3 * MARK_HALF);
  cairo_rel_line_to (cr, 0, 6 * MARK_HALF);
  stroke_twice (cr, RGM_INK_TEXT, 1);
}

/* What is read off the picture, over it. */
void
rgm_picture_canvas_draw (RgmPictureCanvas *self,
                         cairo_t          *cr)
{
  draw_rebuilt (self, cr);
  for (guint i = 0; i < rgm_digitisation_get_n_curves (self->digitisation); i++)
    draw_points (self, cr, i);
  draw_marks (self, cr);
  draw_cursor (self, cr);
}
