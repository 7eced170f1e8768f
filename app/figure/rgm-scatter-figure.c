/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-class-series.h"
#include "rgm-enum.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-scatter-figure.h"

#include "rgm-figure-selection.h"
#include "rgm-figure-text.h"
#include "rgm-format.h"
#include "rgm-number-remarks.h"
#include "rgm-response.h"
#include "rgm-scatter-plot.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"


/* An arm that has both: its rate in percent and its median in months. */
typedef struct
{
  RgmFigureArm  arm;
  RgmOutcome   *rate_outcome;
  RgmOutcome   *time_outcome;
  double        rate;
  RgmSpan       rate_span;
  double        months;
  RgmBound      lower;
  RgmBound      upper;
  gint64        n;        /* -1 where it isn't known */
  gboolean      computed; /* the interval of the rate, from the counts */
  char         *sentence;
} Point;

struct _RgmScatterFigure
{
  RgmFigure        parent_instance;

  /* What the last update found. */
  GArray          *points;      /* Point */
  GArray          *arms;        /* RgmFigureArm of the points */
  guint            n_left_out;  /* arms that report one of the two */
};

G_DEFINE_FINAL_TYPE (RgmScatterFigure, rgm_scatter_figure, RGM_TYPE_FIGURE)

/* Points have neither order nor groups: their class is their colour. */
static const RgmOption options[] = {
  RGM_CHOSEN_ARMS_OPTIONS (RgmScatterOptions),
};

static const char * const statistics[] = {
  "survival#scatter", "forest-plot#intervals", "survival#medians", "survival#not-reached", NULL,
};

static const RgmFigureKind kind = {
  "scatter", N_("Response rate against PFS"), sizeof (RgmScatterOptions), options, G_N_ELEMENTS (options), statistics,
};

static const char * const endpoints[] = { RGM_ENDPOINT_ORR, RGM_ENDPOINT_PFS, NULL };

static const Point *
get_point (RgmScatterFigure *self,
           guint             index)
{
  return &g_array_index (self->points, Point, index);
}

static void
clear_point (gpointer data)
{
  g_free (((Point *) data)->sentence);
}

static const char *
get_name (RgmScatterFigure *self,
          const char       *id)
{
  return rgm_term_endpoint (rgm_figure_get_data_set (RGM_FIGURE (self)), id);
}

/* ── Points ──────────────────────────────────────────────────────────────────── */

static double
place_bound (const RgmBound *bound)
{
  if (bound->state == RGM_STATE_REPORTED)
    return bound->value;

  return bound->state == RGM_STATE_NOT_REACHED ? INFINITY : NAN;
}

static char *
describe_rate (const Point *point)
{
  g_autofree char *rate = rgm_format_percent (point->rate, 1);
  g_autofree char *level = rgm_format_level (RGM_DEFAULT_LEVEL);
  g_autofree char *interval = NULL;

  if (isnan (point->rate_span.lower) || isnan (point->rate_span.upper))
    return g_steal_pointer (&rate);

  interval = rgm_format_interval (point->rate_span.lower, point->rate_span.upper, 1);
  if (!point->computed)
    /* Translators: a rate and the interval that the source printed: '45.3%, published interval 31.6 to 59.6'. */
    return rgm_text_printf (_("%s, published interval %s"), rate, interval);

  /* Translators: a rate, a level, an interval and the method that it was computed by: '45.3%, computed 95% CI 31.6 to 59.6 (Clopper–Pearson)'. */
  return g_strdup_printf (_("%s, computed %s CI %s (%s)"), rate, level, interval,
                          rgm_enum_get_label (RGM_TYPE_RATE_INTERVAL, RGM_RATE_CLOPPER_PEARSON));
}

static char *
make_sentence (RgmScatterFigure *self,
               const Point      *point)
{
  const RgmEstimate *time = &point->time_outcome->estimate;
  g_autofree char *name = rgm_figure_name_arm (rgm_figure_get_data_set (RGM_FIGURE (self)), &point->arm);
  g_autofree char *rate = describe_rate (point);
  g_autofree char *median = rgm_value_text_value (time);
  g_autofree char *interval = rgm_value_text_interval (time);
  /* Translators: %s is '95% CI 31.6 to 59.6': an interval that the source printed. */
  g_autofree char *published = interval != NULL ? g_strdup_printf (_("published %s"), interval) : NULL;
  char *parts[] = { median, published, NULL };
  g_autofree char *both = rgm_join_words (parts);

  /* Translators: an arm, an endpoint and a rate, another endpoint and its median:
     'TRIAL-1, Regimen: Objective response rate 45.3%; Progression-free survival 6.9 months, 95% CI 4.1 to 8.7.' */
  return rgm_text_printf (_("%s: %s %s; %s %s."), name, get_name (self, RGM_ENDPOINT_ORR), rate, get_name (self, RGM_ENDPOINT_PFS), both);
}

/* The rate with its interval: computed from the counts, or as published without them. */
static gboolean
read_rate (Point              *point,
           const RgmFigureArm *arm)
{
  g_autoptr (RgmResponse) response = rgm_response_new (arm->trial, arm->arm, RGM_ENDPOINT_ORR, RGM_RATE_CLOPPER_PEARSON, RGM_DEFAULT_LEVEL);

  if (response == NULL)
    return FALSE;

  /* The outcome is the arm's and outlives the response. */
  point->rate_outcome = response->outcome;
  point->n = response->analysed;
  point->computed = response->why_not == NULL;

  return rgm_response_get_percent (response, &point->rate, &point->rate_span.lower, &point->rate_span.upper);
}

static void
find_points (RgmScatterFigure *self,
             const GArray     *arms)
{
  g_array_set_size (self->points, 0);
  g_array_set_size (self->arms, 0);
  self->n_left_out = 0;

  for (guint i = 0; i < arms->len; i++)
    {
      Point point = { .arm = g_array_index (arms, RgmFigureArm, i) };
      gboolean has_rate = read_rate (&point, &point.arm);
      gboolean has_time;

      point.time_outcome = rgm_arm_get_outcome (point.arm.arm, RGM_ENDPOINT_PFS);
      has_time = point.time_outcome != NULL &&
                 rgm_estimate_to_months (&point.time_outcome->estimate, &point.months,
                                         &point.lower, &point.upper);
      if (has_rate && has_time)
        {
          point.sentence = make_sentence (self, &point);
          g_array_append_val (self->points, point);
          g_array_append_val (self->arms, point.arm);
        }
      else if (has_rate || has_time)
        {
          self->n_left_out++;
        }
    }
}

/* ── Words and table ─────────────────────────────────────────────────────────── */

static void
fill_words (RgmScatterFigure *self,
            RgmFrame   *words)
{
  guint n_trials = rgm_figure_count_trials (self->arms);
  g_autofree char *arms = g_strdup_printf (ngettext ("%u arm", "%u arms", self->points->len), self->points->len);
  g_autofree char *trials = g_strdup_printf (ngettext ("%u trial", "%u trials", n_trials), n_trials);

  words->title = g_strdup (_("Response rate against progression-free survival"));
  if (self->points->len == 0)
    words->subtitle = g_strdup (_("None of the selected arms reports both."));
  else
    /* Translators: '12 arms' and '11 trials'. */
    words->subtitle = g_strdup_printf (_("Percent of patients and median in months, with intervals; %s of %s"),
                                       arms, trials);
  /* Translators: %s is '12 arms'. */
  words->summary = g_strdup_printf (_("Response rate against progression-free survival; one point for each of %s."), arms);
  if (self->n_left_out > 0)
    words->note = g_strdup_printf (ngettext ("%u arm reports only one of the two and is not shown.",
                                             "%u arms report only one of the two and are not shown.", self->n_left_out),
                                   self->n_left_out);
  if (self->points->len > 0)
    words->method = g_strdup (
      /* xgettext:no-c-format */
      _("Rates and 95% Clopper–Pearson confidence intervals are computed from the counts; "
        "medians and their intervals are shown as published. Area is proportional to the number "
        "of patients. A trend across arms does not apply to individual patients."));
  rgm_figure_text_remarks (words, self->arms, endpoints);
  words->caveat = rgm_figure_text_caveat (self->arms);
}

static void
set_number (RgmTable *table,
            guint     row,
            guint     column,
            double    number)
{
  g_autofree char *text = isfinite (number) ? rgm_format_visible (number, 1) : NULL;

  if (text != NULL)
    rgm_table_set_number (table, row, column, number, text);
}

static RgmTable *
make_table (RgmScatterFigure *self)
{
  RgmTable *table = rgm_table_new ();

  rgm_table_add_column (table, "trial", _("Trial"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "arm", _("Arm"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "patients", _("Patients"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "rate", _("Response rate, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "rate-lower", _("Lower limit, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "rate-upper", _("Upper limit, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "median", _("Median, months"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "median-lower", _("Lower limit, months"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "median-upper", _("Upper limit, months"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "remarks", _("Conflicts and cautions"), RGM_COLUMN_TEXT);

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);
      guint row = rgm_table_add_row (table, point->arm.trial->id);
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, point->n);
      g_autofree char *remarks = rgm_number_remarks_text (point->arm.trial, point->arm.arm, endpoints);

      rgm_table_set_text (table, row, 0, point->arm.trial->name);
      rgm_table_set_text (table, row, 1, point->arm.arm->label);
      if (point->n >= 0)
        rgm_table_set_number (table, row, 2, (double) point->n, n);
      set_number (table, row, 3, point->rate);
      set_number (table, row, 4, point->rate_span.lower);
      set_number (table, row, 5, point->rate_span.upper);
      set_number (table, row, 6, point->months);
      set_number (table, row, 7, place_bound (&point->lower));
      set_number (table, row, 8, place_bound (&point->upper));
      rgm_table_set_text (table, row, 9, remarks);
    }

  return table;
}

/* ── The figure ──────────────────────────────────────────────────────────────── */

static RgmTable *
rgm_scatter_figure_update (RgmFigure      *figure,
                           RgmFrame *words)
{
  RgmScatterFigure *self = RGM_SCATTER_FIGURE (figure);
  const RgmScatterOptions *shown = rgm_figure_get_options (figure);
  g_autoptr (GArray) arms = rgm_figure_collect_arms (rgm_figure_get_selection (figure), &shown->trials);
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();

  find_points (self, arms);
  for (guint i = 0; i < self->points->len; i++)
    {
      g_ptr_array_add (outcomes, get_point (self, i)->rate_outcome);
      g_ptr_array_add (outcomes, get_point (self, i)->time_outcome);
    }
  fill_words (self, words);
  words->selection = rgm_figure_text_selection (rgm_figure_get_selection (figure), &shown->trials);
  rgm_figure_text_cite_outcomes (words, rgm_figure_get_data_set (figure), outcomes);

  return make_table (self);
}

static RgmScene *
rgm_scatter_figure_lay_out (RgmFigure       *figure,
                            const RgmLayout *layout,
                            guint           *n_pages)
{
  RgmScatterFigure *self = RGM_SCATTER_FIGURE (figure);
  RgmDataSet *data_set = rgm_figure_get_data_set (figure);
  g_autoptr (RgmScatterPlot) plot = rgm_scatter_plot_new ();
  g_autoptr (GArray) legend = rgm_figure_get_legend (data_set, self->arms);
  /* Translators: an endpoint whose median is shown. */
  g_autofree char *time_title = rgm_text_printf (_("%s, median in months"), get_name (self, RGM_ENDPOINT_PFS));

  rgm_scatter_plot_set_frame (plot, rgm_figure_get_frame (figure));
  rgm_scatter_plot_set_axes (plot, &(RgmAxis) { get_name (self, RGM_ENDPOINT_ORR), 0, NAN, RGM_AXIS_PERCENT },
                             &(RgmAxis) { time_title, 0, NAN, RGM_AXIS_MONTHS });
  for (guint i = 0; i < legend->len; i++)
    rgm_scatter_plot_add_legend (plot, &g_array_index (legend, RgmLegendEntry, i));

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);
      g_autofree char *id = g_strconcat ("arm ", point->arm.arm->id, NULL);
      g_autofree char *sentence = rgm_figure_add_remarks (point->sentence, &point->arm, endpoints);
      g_autofree char *label = rgm_figure_mark_text (point->arm.trial->name, &point->arm, endpoints);

      rgm_scatter_plot_add_point (plot, &(RgmScatterPoint) {
        .id = id,
        .target = point->arm.trial->id,
        .sentence = sentence,
        .label = label,
        .series = rgm_class_series (data_set, point->arm.arm->class_id),
        .x = point->rate,
        .x_span = point->rate_span,
        .y = point->months,
        .y_span = { place_bound (&point->lower), place_bound (&point->upper) },
        .weight = (double) MAX (point->n, 0),
      });
    }

  return rgm_scatter_plot_lay_out (plot, layout);
}

static void
rgm_scatter_figure_finalize (GObject *object)
{
  RgmScatterFigure *self = RGM_SCATTER_FIGURE (object);

  g_array_unref (self->points);
  g_array_unref (self->arms);

  G_OBJECT_CLASS (rgm_scatter_figure_parent_class)->finalize (object);
}

static void
rgm_scatter_figure_class_init (RgmScatterFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_scatter_figure_finalize;
  RGM_FIGURE_CLASS (klass)->kind = &kind;
  RGM_FIGURE_CLASS (klass)->update = rgm_scatter_figure_update;
  RGM_FIGURE_CLASS (klass)->lay_out = rgm_scatter_figure_lay_out;
}

static void
rgm_scatter_figure_init (RgmScatterFigure *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_array_set_clear_func (self->points, clear_point);
  self->arms = g_array_new (FALSE, FALSE, sizeof (RgmFigureArm));
}
