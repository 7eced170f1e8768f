/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-figure-paper.h"

#include "rgm-pango-measure.h"
#include "rgm-scene-draw.h"

/* Type size of rows on paper, and the smallest type size, in points. */
#define BASE 10
#define FLOOR 7

#define MAX_PAGES 1000

/* A figure, on as many pages as needed. */
struct _RgmFigurePaper
{
  RgmPaper parent_instance;

  RgmFigure *figure;
  RgmTextMeasure *measure;
  RgmLayout layout;
  RgmScene *scene;  /* the index of the page laid out last */
};

G_DEFINE_FINAL_TYPE (RgmFigurePaper, rgm_figure_paper, RGM_TYPE_PAPER)

static void
rgm_figure_paper_finalize (GObject *object)
{
  RgmFigurePaper *self = RGM_FIGURE_PAPER (object);

  g_clear_object (&self->figure);
  g_clear_object (&self->measure);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (rgm_figure_paper_parent_class)->finalize (object);
}

/* Pages are laid out one at a time; the last one is kept. */
static RgmScene *
get_scene (RgmFigurePaper *self,
           guint           page)
{
  if (self->scene != NULL && self->layout.page == page)
    return self->scene;

  g_clear_object (&self->scene);
  self->layout.page = page;
  self->scene = rgm_figure_lay_out (self->figure, &self->layout, NULL);

  return self->scene;
}

static guint
rgm_figure_paper_paginate (RgmPaper *paper,
                           double    width,
                           double    height)
{
  RgmFigurePaper *self = RGM_FIGURE_PAPER (paper);
  guint n_pages = 1;

  g_clear_object (&self->scene);
  self->layout.width = width;
  self->layout.height = height;
  self->layout.page = 0;
  self->scene = rgm_figure_lay_out (self->figure, &self->layout, &n_pages);

  return MIN (n_pages, MAX_PAGES);
}

/* A page too short for a single row becomes taller than requested. */
static double
rgm_figure_paper_get_height (RgmPaper *paper,
                             guint     page)
{
  return rgm_scene_get_height (get_scene (RGM_FIGURE_PAPER (paper), page));
}

static void
rgm_figure_paper_draw (RgmPaper       *paper,
                       guint           page,
                       cairo_t        *cr,
                       const RgmTheme *theme,
                       gboolean        tagged)
{
  RgmSceneState state = RGM_SCENE_STATE_INIT;

  state.tagged = tagged;
  state.bare = TRUE;
  rgm_scene_draw (get_scene (RGM_FIGURE_PAPER (paper), page), cr, theme, NULL, &state);
}

static void
rgm_figure_paper_class_init (RgmFigurePaperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rgm_figure_paper_finalize;
  RGM_PAPER_CLASS (class)->paginate = rgm_figure_paper_paginate;
  RGM_PAPER_CLASS (class)->get_height = rgm_figure_paper_get_height;
  RGM_PAPER_CLASS (class)->draw = rgm_figure_paper_draw;
}

static void
rgm_figure_paper_init (RgmFigurePaper *self)
{
}

/**
 * rgm_figure_paper_new:
 * @figure: a figure
 * @layout: the layout; width, height and page are set for the paper
 * @theme: the colours
 *
 * Returns: (transfer full): the figure as pages
 */
RgmPaper *
rgm_figure_paper_new (RgmFigure       *figure,
                      const RgmLayout *layout,
                      const RgmTheme  *theme)
{
  RgmFigurePaper *self = g_object_new (RGM_TYPE_FIGURE_PAPER, NULL);
  const RgmFrame *frame = rgm_figure_get_frame (figure);

  self->figure = g_object_ref (figure);
  self->measure = g_object_ref (layout->measure);
  self->layout = *layout;
  rgm_paper_describe (RGM_PAPER (self), frame->title, frame->summary, theme);

  return RGM_PAPER (self);
}

/**
 * rgm_figure_paper_new_print:
 * @figure: a figure
 * @family: the font family
 * @direction: the text direction
 *
 * Returns: (transfer full): the figure as pages, for a printer
 */
RgmPaper *
rgm_figure_paper_new_print (RgmFigure    *figure,
                            const char   *family,
                            RgmDirection  direction)
{
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new (family);
  const RgmLayout layout = {
    .measure = measure,
    .direction = direction,
    .base = BASE,
    .floor = FLOOR,
    .overflow = RGM_OVERFLOW_PAGES,
  };

  return rgm_figure_paper_new (figure, &layout, rgm_theme_get (RGM_THEME_PRINT));
}
