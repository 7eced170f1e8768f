/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-trial-paper.h"

#include <string.h>

#include "rgm-evidence-text.h"
#include "rgm-frame.h"
#include "rgm-pango-measure.h"
#include "rgm-scene-draw.h"
#include "rgm-trial.h"

/* Type sizes in points, tried until everything fits one page; otherwise the pages use READABLE. */
static const double type_sizes[] = { 10, 9.5, 9, 8.5, 8, 7.5, 7 };

#define READABLE 9.0

/* In points: the page margin and the footer. */
#define MARGIN 40.0
#define FOOT_TYPE 7.0
#define FOOT_ROOM 18.0

/* Relative to the type size. */
#define TITLE_SIZE 1.6
#define HEADING_SIZE 1.15
#define HEADING_GAP 0.7
#define INDENT 0.6
#define HANGING 1.2

/* A line of text, its level of indentation, and whether it is a heading. */
typedef struct
{
  const char *text;
  guint depth;
  gboolean is_title;
  gboolean is_heading;
} TrialLine;

/* A trial with its results and sources, on paper. */
struct _RgmTrialPaper
{
  RgmPaper parent_instance;

  char *text;
  RgmTextMeasure *measure;
  RgmDirection direction;
  GPtrArray *pages;
};

G_DEFINE_FINAL_TYPE (RgmTrialPaper, rgm_trial_paper, RGM_TYPE_PAPER)

static void
rgm_trial_paper_finalize (GObject *object)
{
  RgmTrialPaper *self = RGM_TRIAL_PAPER (object);

  g_free (self->text);
  g_clear_object (&self->measure);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (rgm_trial_paper_parent_class)->finalize (object);
}

/* ── Layout ──────────────────────────────────────────────────────────────────── */

/* Pages being laid out. */
typedef struct
{
  RgmTrialPaper *paper;
  GPtrArray *pages;
  RgmSceneBuilder *builder;
  double width;
  double height;
  double size;
  double y;
} PageWriter;

static TrialLine
read_line (const char *text,
           gboolean    is_first)
{
  guint depth = (guint) strspn (text, " ");

  return (TrialLine){ text + depth, depth, is_first, !is_first && depth == 0 };
}

static double
get_size (const PageWriter  *pen,
          const TrialLine *line)
{
  return pen->size * (line->is_title ? TITLE_SIZE : line->is_heading ? HEADING_SIZE : 1);
}

static void
begin_page (PageWriter *pen)
{
  pen->builder = rgm_scene_builder_new (pen->paper->measure, pen->width, pen->paper->direction);
  rgm_scene_builder_begin_group (pen->builder, RGM_SCENE_ROLE_FIGURE, "page", NULL, NULL);
  pen->y = MARGIN;
}

static void
end_page (PageWriter *pen)
{
  const RgmTextStyle style = { .size = FOOT_TYPE, .ink = RGM_INK_MUTED, .anchor = RGM_ANCHOR_END };
  g_autofree char *number = g_strdup_printf ("%u", pen->pages->len + 1);

  rgm_scene_builder_begin_group (pen->builder, RGM_SCENE_ROLE_NOTE, "foot", NULL, NULL);
  rgm_scene_builder_add_text (pen->builder, pen->width - MARGIN, pen->height - MARGIN, number, &style);
  rgm_scene_builder_end_group (pen->builder);
  rgm_scene_builder_end_group (pen->builder);
  g_ptr_array_add (pen->pages, rgm_scene_builder_finish (pen->builder, pen->height));
  g_clear_object (&pen->builder);
}

/* Whether @room fits on the page; if not, a new page begins. */
static void
make_room (PageWriter    *pen,
           double  room)
{
  if (pen->y + room <= pen->height - MARGIN - FOOT_ROOM || pen->y <= MARGIN)
    return;

  end_page (pen);
  begin_page (pen);
}

static void
set_line (PageWriter        *pen,
          const TrialLine *line)
{
  double size = get_size (pen, line), step = size * RGM_LINE_HEIGHT;
  double indent = line->depth * INDENT * pen->size, hanging = line->depth > 0 ? HANGING * pen->size : 0;
  RgmWeight weight = line->is_title || line->is_heading ? RGM_WEIGHT_BOLD : RGM_WEIGHT_REGULAR;
  const RgmTextStyle style = { .size = size, .weight = weight };
  double width = (pen->width - 2 * MARGIN - indent - hanging) * (1 - RGM_TEXT_SLACK);
  g_auto (GStrv) lines = rgm_text_measure_wrap (pen->paper->measure, line->text, size, weight, width);

  /* A heading is kept together with the line that follows it. */
  make_room (pen, step * (line->is_heading ? 3 : 1));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      make_room (pen, step);
      rgm_scene_builder_begin_group (pen->builder, line->is_title ? RGM_SCENE_ROLE_TITLE : RGM_SCENE_ROLE_NOTE, NULL, NULL, NULL);
      rgm_scene_builder_add_text (pen->builder, MARGIN + indent + (i > 0 ? hanging : 0), pen->y + size, lines[i], &style);
      rgm_scene_builder_end_group (pen->builder);
      pen->y += step;
    }
}

static GPtrArray *
lay_out (RgmTrialPaper *self,
         double         width,
         double         height,
         double         size)
{
  PageWriter pen = { .paper = self, .width = width, .height = height, .size = size };
  g_auto (GStrv) lines = g_strsplit (self->text, "\n", -1);

  pen.pages = g_ptr_array_new_with_free_func (g_object_unref);
  begin_page (&pen);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const TrialLine line = read_line (lines[i], i == 0);

      if (*line.text == '\0')
        pen.y += size * HEADING_GAP;
      else
        set_line (&pen, &line);
    }
  end_page (&pen);

  return pen.pages;
}

static guint
rgm_trial_paper_paginate (RgmPaper *paper,
                          double    width,
                          double    height)
{
  RgmTrialPaper *self = RGM_TRIAL_PAPER (paper);

  for (guint i = 0; i < G_N_ELEMENTS (type_sizes); i++)
    {
      g_clear_pointer (&self->pages, g_ptr_array_unref);
      self->pages = lay_out (self, width, height, type_sizes[i]);
      if (self->pages->len == 1)
        return 1;
    }

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = lay_out (self, width, height, READABLE);

  return self->pages->len;
}

static void
rgm_trial_paper_draw (RgmPaper       *paper,
                      guint           page,
                      cairo_t        *cr,
                      const RgmTheme *theme,
                      gboolean        tagged)
{
  RgmTrialPaper *self = RGM_TRIAL_PAPER (paper);
  RgmSceneState state = RGM_SCENE_STATE_INIT;

  state.tagged = tagged;
  state.bare = TRUE;
  rgm_scene_draw (self->pages->pdata[page], cr, theme, NULL, &state);
}

static void
rgm_trial_paper_class_init (RgmTrialPaperClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rgm_trial_paper_finalize;
  RGM_PAPER_CLASS (class)->paginate = rgm_trial_paper_paginate;
  RGM_PAPER_CLASS (class)->draw = rgm_trial_paper_draw;
}

static void
rgm_trial_paper_init (RgmTrialPaper *self)
{
}

/**
 * rgm_trial_paper_new:
 * @data_set: the trial's data set
 * @trial: a trial
 * @family: the font family
 * @direction: the text direction
 *
 * Returns: (transfer full): everything about the trial, on one page if it fits
 */
RgmPaper *
rgm_trial_paper_new (RgmDataSet   *data_set,
                     RgmTrial     *trial,
                     const char   *family,
                     RgmDirection  direction)
{
  RgmTrialPaper *self = g_object_new (RGM_TYPE_TRIAL_PAPER, NULL);

  self->text = rgm_evidence_text_trial_with_sources (data_set, trial);
  self->measure = rgm_pango_measure_new (family);
  self->direction = direction;
  rgm_paper_describe (RGM_PAPER (self), trial->name, trial->title, rgm_theme_get (RGM_THEME_PRINT));

  return RGM_PAPER (self);
}
