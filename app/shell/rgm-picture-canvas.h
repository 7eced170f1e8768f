/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rgm-digitisation.h"

G_BEGIN_DECLS

#define RGM_TYPE_PICTURE_CANVAS (rgm_picture_canvas_get_type ())

/**
 * RgmPictureTool:
 * @RGM_PICTURE_TOOL_POINT: adds a point, or chooses or drags the one that is there
 * @RGM_PICTURE_TOOL_TRACE: follows the curve along its colour
 * @RGM_PICTURE_TOOL_MARK: places a mark of an axis
 *
 * What a click in a picture does, and Enter at the cursor.
 */
typedef enum
{
  RGM_PICTURE_TOOL_POINT,
  RGM_PICTURE_TOOL_TRACE,
  RGM_PICTURE_TOOL_MARK,
} RgmPictureTool;

/**
 * RgmPictureCanvas:
 *
 * A picture of survival curves with what is read off it, where it is changed: with the pointer, or with a cursor that the arrow keys move.
 *
 * Emits "marked" when a mark of an axis is placed, and "traced", with the number of points found, after a curve was followed.
 */
G_DECLARE_FINAL_TYPE (RgmPictureCanvas, rgm_picture_canvas, RGM, PICTURE_CANVAS, GtkWidget)

void   rgm_picture_canvas_set_picture      (RgmPictureCanvas *self,
                                            GdkPixbuf        *picture,
                                            RgmDigitisation  *digitisation);
void   rgm_picture_canvas_set_curve        (RgmPictureCanvas *self,
                                            guint             curve);
void   rgm_picture_canvas_set_tool         (RgmPictureCanvas *self,
                                            RgmPictureTool    tool,
                                            RgmPictureMark    mark);
void   rgm_picture_canvas_set_rebuilt      (RgmPictureCanvas *self,
                                            GArray           *steps);
void   rgm_picture_canvas_set_adjustments  (RgmPictureCanvas *self,
                                            GtkAdjustment    *horizontal,
                                            GtkAdjustment    *vertical);
double rgm_picture_canvas_get_zoom         (RgmPictureCanvas *self);
void   rgm_picture_canvas_set_zoom         (RgmPictureCanvas *self,
                                            double            zoom);

G_END_DECLS
