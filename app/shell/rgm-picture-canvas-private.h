/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-picture-canvas.h"

G_BEGIN_DECLS

/* Private to the room: a canvas in two files, what is done in it and what is drawn. */

struct _RgmPictureCanvas
{
  GtkWidget        parent_instance;

  GdkPixbuf       *picture;
  GdkTexture      *texture;
  RgmDigitisation *digitisation;
  gulong           changed_id;
  GArray          *rebuilt;          /* RgmPicturePoint, the corners of the curve that is rebuilt; NULL without one */
  GtkAdjustment   *horizontal;
  GtkAdjustment   *vertical;
  double           zoom;
  RgmPictureTool   tool;
  RgmPictureMark   mark;
  guint            curve;
  int              selected;         /* a point of the curve, or -1 */
  gboolean         is_dragging;
  RgmPicturePoint  drag_from;
  RgmPicturePoint  cursor;
};

void rgm_picture_canvas_draw (RgmPictureCanvas *self,
                              cairo_t          *cr);

G_END_DECLS
