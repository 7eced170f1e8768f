/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rgm-figure-canvas.h"
#include "rgm-scene-draw.h"

G_BEGIN_DECLS

/* The figure is laid out for the width of the place, and for its height as far as that
 * goes without small type; then it is only drawn, at an offset:
 *
 *     figure ── lay_out (width, height) ──> scene ──> snapshot (zoom, adjustments)
 *                                             └────> marks in sight, as child widgets
 */
struct _RgmFigureCanvas
{
  GtkWidget           parent_instance;

  RgmFigure          *figure;
  RgmScene           *scene;
  RgmScene           *scene_before;  /* the last one, for its texts, until there is another; NULL otherwise */
  RgmTextMeasure     *measure;
  char               *family;
  double              base;
  int                 laid_out_width;
  int                 laid_out_height;
  double              zoom;

  char               *hovered;
  char               *selected;
  double              steps;
  AdwAnimation       *walk;

  GtkAdjustment      *adjustments[2];
  GtkScrollablePolicy policies[2];

  /* Of #RgmFigureMark: the marks in sight, and the one with the focus. */
  GPtrArray          *marks;
  guint               marks_id;
  int                 wanted_focus;
  char               *lost_focus;   /* the id of the mark that had it */
  guint               lost_index;
  gboolean            is_back;      /* the focus, and has heard of the figure before */
};

/* The figure's own bounds are kept by the canvas, what people do with it by the input. */
RgmRect  rgm_figure_canvas_get_sight      (RgmFigureCanvas *self);
void     rgm_figure_canvas_emit_hovered   (RgmFigureCanvas *self,
                                           const RgmSceneGroup *group);
void     rgm_figure_canvas_emit_chosen    (RgmFigureCanvas *self,
                                           const RgmSceneGroup *group);
void     rgm_figure_canvas_emit_opened    (RgmFigureCanvas *self,
                                           const RgmSceneGroup *group);
void     rgm_figure_canvas_emit_dragged   (RgmFigureCanvas *self,
                                           double           across);

void     rgm_figure_canvas_draw_heads     (RgmFigureCanvas     *self,
                                           GtkSnapshot         *snapshot,
                                           const RgmSceneState *state);
gboolean rgm_figure_canvas_is_on_titles   (RgmFigureCanvas     *self,
                                           double               y);

void     rgm_figure_canvas_schedule_marks (RgmFigureCanvas *self);
gboolean rgm_figure_canvas_move_focus     (GtkWidget       *widget,
                                           GtkDirectionType direction);
void     rgm_figure_canvas_bind_input     (GtkWidgetClass  *widget_class);
void     rgm_figure_canvas_init_input     (RgmFigureCanvas *self);
void     rgm_figure_canvas_keep_focus     (RgmFigureCanvas *self);
void     rgm_figure_canvas_remove_mark    (gpointer         mark);

G_END_DECLS
