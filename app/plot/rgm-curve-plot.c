/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-curve-plot-private.h"

#include <string.h>

#include "rgm-glyphs.h"

/* No axis has more ticks than this. */
#define MAX_TICKS 9

/* The aspect ratio of a plot without a given height, and its minimum height, in b. */
#define USUAL_SHAPE 0.42
#define MIN_PLOT_HEIGHT 12.0

/* Heights relative to the small type size: lines of an axis and rows of the table. */
#define Y_TITLE_HEIGHT 2.0
#define TICK_LABEL_HEIGHT 1.3
#define X_TITLE_HEIGHT 1.4
#define ROW_HEIGHT 1.35

/* The largest share of the width for labels at the curves' ends. */
#define MAX_END_LABEL 0.25

/**
 * rgm_curve_ticks_new:
 * @end: the last time that is shown
 * @unit: what the axis counts
 *
 * The times at which an axis is labelled, from 0 to the first that is not before @end: in whole
 * quarters and years for months, and at most nine of them.
 *
 * Returns: (transfer full) (element-type double): the ticks, at least two
 */
GArray *
rgm_curve_ticks_new (double      end,
                     RgmAxisUnit unit)
{
  static const double months[] = { 1, 3, 6, 12, 24, 36, 60, 120, 240 };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double step = months[0];

  if (unit == RGM_AXIS_MONTHS)
    {
      for (guint i = 1; i < G_N_ELEMENTS (months) && ceil (end / step) > MAX_TICKS - 1; i++)
        step = months[i];
    }
  else
    {
      static const double factors[] = { 2, 2.5, 2 };

      step = pow (10, floor (log10 (MAX (end, 1e-9) / MAX_TICKS)));
      for (guint i = 0; ceil (end / step) > MAX_TICKS - 1; i++)
        step *= factors[i % G_N_ELEMENTS (factors)];
    }
  while (ceil (end / step) > MAX_TICKS - 1)
    step *= 2;

  for (guint i = 0; i <= (guint) MAX (ceil (end / step), 1); i++)
    {
      double tick = i * step;

      g_array_append_val (ticks, tick);
    }

  return ticks;
}

static const char *
keep (RgmCurvePlot *self,
      const char   *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
}

/**
 * rgm_curve_plot_new:
 * @ticks: (element-type double): of rgm_curve_ticks_new()
 * @x: the axis of time; its range is that of @ticks
 * @y: the axis of survival
 *
 * Returns: (transfer full): a plot without curves
 */
RgmCurvePlot *
rgm_curve_plot_new (const GArray  *ticks,
                    const RgmAxis *x,
                    const RgmAxis *y)
{
  RgmCurvePlot *self = g_new0 (RgmCurvePlot, 1);

  self->strings = g_string_chunk_new (1024);
  self->ticks = g_array_copy ((GArray *) ticks);
  self->x = *x;
  self->x.title = keep (self, x->title);
  self->y = *y;
  self->y.title = keep (self, y->title);
  self->curves = g_array_new (FALSE, FALSE, sizeof (RgmCurve));
  self->counts = g_array_new (FALSE, FALSE, sizeof (RgmCurveCounts));
  self->tick_sentences = g_array_new (FALSE, FALSE, sizeof (RgmCurveTicks));
  self->landmarks = g_array_new (FALSE, FALSE, sizeof (RgmCurveLandmark));
  self->area.until = NAN;
  self->owned = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * rgm_curve_plot_free:
 * @self: (transfer full): a plot
 */
void
rgm_curve_plot_free (RgmCurvePlot *self)
{
  rgm_frame_clear (&self->frame);
  g_array_unref (self->ticks);
  g_array_unref (self->curves);
  g_array_unref (self->counts);
  g_array_unref (self->tick_sentences);
  g_array_unref (self->landmarks);
  g_ptr_array_unref (self->owned);
  g_string_chunk_free (self->strings);
  g_free (self);
}

void
rgm_curve_plot_set_frame (RgmCurvePlot   *self,
                          const RgmFrame *frame)
{
  rgm_frame_copy (&self->frame, frame);
}

/**
 * rgm_curve_plot_set_note:
 * @self: a plot
 * @note: says how many censoring marks are not drawn; its sentence is added to the frame's note
 */
void
rgm_curve_plot_set_note (RgmCurvePlot *self,
                         RgmCurveNote  note)
{
  self->note = note;
}

static gpointer
own (RgmCurvePlot  *self,
     gconstpointer  data,
     gsize          size)
{
  gpointer kept = g_memdup2 (data, size);

  if (kept != NULL)
    g_ptr_array_add (self->owned, kept);

  return kept;
}

/**
 * rgm_curve_plot_add_curve:
 * @self: a plot
 * @curve: a curve
 */
void
rgm_curve_plot_add_curve (RgmCurvePlot   *self,
                          const RgmCurve *curve)
{
  RgmCurve kept = *curve;

  g_return_if_fail (curve->n_steps > 0);

  kept.id = keep (self, curve->id);
  kept.target = keep (self, curve->target);
  kept.sentence = keep (self, curve->sentence);
  kept.label = keep (self, curve->label);
  kept.steps = own (self, curve->steps, curve->n_steps * sizeof *curve->steps);
  if (curve->step_sentences != NULL)
    {
      g_autofree const char **sentences = g_new0 (const char *, curve->n_steps);

      for (guint i = 0; i < curve->n_steps; i++)
        sentences[i] = keep (self, curve->step_sentences[i]);
      kept.step_sentences = own (self, sentences, curve->n_steps * sizeof *sentences);
    }
  kept.censored = own (self, curve->censored, curve->n_censored * sizeof *curve->censored);
  kept.points = own (self, curve->points, curve->n_points * sizeof *curve->points);
  g_array_append_val (self->curves, kept);
}

/**
 * rgm_curve_plot_add_counts:
 * @self: a plot with a curve
 * @title: what is counted
 * @cells: (array): of each tick the count, or %NULL where there is none
 *
 * Adds a row to the table of the curve that was added last.
 */
void
rgm_curve_plot_add_counts (RgmCurvePlot       *self,
                           const char         *title,
                           const char * const *cells)
{
  RgmCurveCounts counts = { .curve = self->curves->len - 1, .title = keep (self, title) };
  g_autofree const char **kept = g_new0 (const char *, self->ticks->len);

  g_return_if_fail (self->curves->len > 0);

  for (guint i = 0; i < self->ticks->len; i++)
    kept[i] = keep (self, cells[i]);
  counts.cells = own (self, kept, self->ticks->len * sizeof *kept);
  g_array_append_val (self->counts, counts);
}

/**
 * rgm_curve_plot_set_tick_sentences:
 * @self: a plot with a curve
 * @sentences: (array): of each tick what the table says there of the curve that was added last
 *
 * Used for keyboard navigation with assistive technology.
 */
void
rgm_curve_plot_set_tick_sentences (RgmCurvePlot       *self,
                                   const char * const *sentences)
{
  RgmCurveTicks ticks = { .curve = self->curves->len - 1 };
  g_autofree const char **kept = g_new0 (const char *, self->ticks->len);

  g_return_if_fail (self->curves->len > 0);

  for (guint i = 0; i < self->ticks->len; i++)
    kept[i] = keep (self, sentences[i]);
  ticks.sentences = own (self, kept, self->ticks->len * sizeof *kept);
  g_array_append_val (self->tick_sentences, ticks);
}

/**
 * rgm_curve_plot_add_landmark:
 * @self: a plot
 * @time: a time
 * @label: (nullable): its name, over its line
 * @sentence: (nullable): the values of the curves then
 */
void
rgm_curve_plot_add_landmark (RgmCurvePlot *self,
                             double        time,
                             const char   *label,
                             const char   *sentence)
{
  const RgmCurveLandmark landmark = { time, keep (self, label), keep (self, sentence) };

  g_array_append_val (self->landmarks, landmark);
}

/**
 * rgm_curve_plot_set_area:
 * @self: a plot
 * @one: the index of a curve
 * @other: the index of another
 * @until: a time
 *
 * Shades the area between two curves from 0 to a time: the difference of their restricted means.
 */
void
rgm_curve_plot_set_area (RgmCurvePlot *self,
                         guint         one,
                         guint         other,
                         double        until)
{
  g_return_if_fail (one < self->curves->len && other < self->curves->len);

  self->area = (RgmCurveArea) { one, other, until };
}

/* ── Layout ──────────────────────────────────────────────────────────────────── */

static double
get_width (const RgmCurveLayout *d,
           const char           *text)
{
  return text != NULL ? rgm_text_measure_get_width (d->layout->measure, text, d->sizes.small, RGM_WEIGHT_REGULAR) : 0;
}

static double
get_widest_left (const RgmCurveLayout *d)
{
  double widest = 0;
  RgmScale y = { d->y.lower, d->y.upper, d->layout->width, 0, d->y.unit };
  g_autoptr (GArray) ticks = rgm_scale_get_ticks (&y, d->layout->measure, d->sizes.small);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *label = rgm_scale_label (&d->y, g_array_index (ticks, double, i));

      widest = MAX (widest, get_width (d, label));
    }
  for (guint i = 0; i < d->plot->counts->len; i++)
    {
      const RgmCurveCounts *counts = &g_array_index (d->plot->counts, RgmCurveCounts, i);

      /* the first number reaches to the left of its tick */
      widest = MAX (widest, get_width (d, counts->title) + get_width (d, counts->cells[0]) / 2);
    }

  return widest / (1 - RGM_TEXT_SLACK);
}

static double
get_widest_end (const RgmCurveLayout *d)
{
  double widest = 0;

  for (guint i = 0; i < d->plot->curves->len; i++)
    widest = MAX (widest, get_width (d, g_array_index (d->plot->curves, RgmCurve, i).label));

  return MIN (widest / (1 - RGM_TEXT_SLACK), d->layout->width * MAX_END_LABEL);
}

static double
get_table_height (const RgmCurveLayout *d)
{
  guint n_lines = d->plot->counts->len, last = G_MAXUINT;

  for (guint i = 0; i < d->plot->counts->len; i++)
    {
      guint curve = g_array_index (d->plot->counts, RgmCurveCounts, i).curve;

      n_lines += curve != last ? 1 : 0;
      last = curve;
    }

  return n_lines > 0 ? RGM_FRAME_SMALL_GAP * 2 + n_lines * d->sizes.small * ROW_HEIGHT : 0;
}

/* The widths don't depend on the frame's text. */
static void
place_axes (RgmCurveLayout *d)
{
  double margin = rgm_frame_get_margin (d->layout);

  rgm_scale_init (&d->y, &d->plot->y, 0, 100);
  d->x = (RgmScale) {
    .lower = g_array_index (d->plot->ticks, double, 0),
    .upper = g_array_index (d->plot->ticks, double, d->plot->ticks->len - 1),
    .unit = d->plot->x.unit,
  };
  d->end_width = get_widest_end (d);
  d->left = margin;
  d->x.from = margin + get_widest_left (d) + RGM_FRAME_SMALL_GAP;
  d->x.to = MAX (d->layout->width - margin - d->end_width - 2 * RGM_FRAME_SMALL_GAP, d->x.from + 1);
}

static guint
count_hidden (const RgmCurveLayout *d)
{
  guint n_hidden = 0;

  for (guint i = 0; i < d->plot->curves->len; i++)
    {
      const RgmCurve *curve = &g_array_index (d->plot->curves, RgmCurve, i);
      g_autoptr (GArray) strokes = rgm_curve_layout_place_strokes (d, curve);

      n_hidden += curve->n_censored - strokes->len;
    }

  return n_hidden;
}

/* The frame with the sentence on censoring marks that are not drawn. */
static void
fill_frame (const RgmCurveLayout *d,
            RgmFrame             *frame)
{
  guint n_hidden = count_hidden (d);
  g_autofree char *sentence = NULL;
  char *note;

  rgm_frame_copy (frame, &d->plot->frame);
  if (n_hidden == 0 || d->plot->note == NULL)
    return;

  sentence = d->plot->note (n_hidden);
  note = frame->note != NULL ? g_strjoin (" ", frame->note, sentence, NULL) : g_strdup (sentence);
  g_free ((gpointer) frame->note);
  frame->note = note;
}

/**
 * rgm_curve_plot_lay_out:
 * @self: a plot
 * @layout: the layout
 *
 * Returns: (transfer full): the scene
 */
RgmScene *
rgm_curve_plot_lay_out (const RgmCurvePlot *self,
                        const RgmLayout    *layout)
{
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (layout->measure, layout->width, layout->direction);
  RgmCurveLayout d = { .plot = self, .layout = layout, .builder = builder };
  double base = MAX (layout->base, layout->floor);
  RgmFramePlan plan;
  RgmFrame frame = { 0 };
  double over, under, height, plot_height;

  /* Type shrinks only if the plot would otherwise be too flat to read. */
  for (;; base = MAX (base * RGM_TYPE_STEP, layout->floor))
    {
      rgm_type_sizes_init (&d.sizes, base, layout->floor);
      place_axes (&d);
      fill_frame (&d, &frame);
      rgm_frame_plan_init (&plan, &frame, layout, &d.sizes);
      over = d.sizes.small * (Y_TITLE_HEIGHT + (self->landmarks->len > 0 ? TICK_LABEL_HEIGHT : 0));
      d.under_axis = RGM_FRAME_SMALL_GAP + d.sizes.small * (TICK_LABEL_HEIGHT + (self->x.title != NULL ? X_TITLE_HEIGHT : 0));
      under = d.under_axis + get_table_height (&d);
      plot_height = layout->height > 0 ? layout->height - plan.head - over - under - plan.foot : layout->width * USUAL_SHAPE;
      if (plot_height >= MIN_PLOT_HEIGHT * base || base <= layout->floor)
        break;
    }
  plot_height = CLAMP (plot_height, MIN_PLOT_HEIGHT * base, layout->width);
  height = MAX (plan.head + over + plot_height + under + plan.foot, layout->height);
  d.y.to = plan.head + over;
  d.y.from = d.y.to + plot_height;

  rgm_frame_plan_draw_head (&plan, builder, 0, 1);
  rgm_curve_layout_draw (&d);
  rgm_frame_plan_draw_foot (&plan, builder, d.y.from + under);
  rgm_frame_clear (&frame);

  return rgm_scene_builder_finish (builder, height);
}
