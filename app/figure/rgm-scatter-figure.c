/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-punctuation.h"
#include "rgm-scatter-figure.h"

#include "rgm-figure-words.h"
#include "rgm-format.h"
#include "rgm-response.h"
#include "rgm-scatter-plot.h"
#include "rgm-terms.h"
#include "rgm-wording.h"

#define RATE "ORR"
#define TIME "PFS"
#define LEVEL 0.95

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
  char         *sentence;
} Point;

struct _RgmScatterFigure
{
  RgmTrialsFigure  parent_instance;

  /* What the last update found. */
  GArray          *points;      /* Point */
  GArray          *arms;        /* RgmFigureArm of the points */
  guint            n_left_out;  /* arms that report one of the two */
};

G_DEFINE_FINAL_TYPE (RgmScatterFigure, rgm_scatter_figure, RGM_TYPE_TRIALS_FIGURE)

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
make_sentence (RgmScatterFigure *self,
               const Point      *point)
{
  const RgmEstimate *time = rgm_outcome_get_estimate (point->time_outcome);
  g_autofree char *name = rgm_wording_arm (point->arm.trial, point->arm.arm);
  g_autofree char *rate = rgm_format_percent (point->rate, 1);
  g_autofree char *median = rgm_wording_value (time);
  g_autofree char *interval = rgm_wording_interval (time);
  char *parts[] = { median, interval, NULL };
  g_autofree char *both = rgm_join_words (parts);

  /* Translators: an arm, an endpoint and a rate, another endpoint and its median:
     'TRIAL-1, Regimen: Objective response rate 45.3%; Progression-free survival 6.9 months, 95% CI 4.1 to 8.7.' */
  return g_strdup_printf (_("%s: %s %s; %s %s."), name, get_name (self, RATE), rate, get_name (self, TIME), both);
}

/* The rate with its interval: computed from the counts, or as published without them. */
static gboolean
read_rate (Point              *point,
           const RgmFigureArm *arm)
{
  g_autoptr (RgmResponse) response = rgm_response_new (arm->trial, arm->arm, RATE, RGM_RATE_CLOPPER_PEARSON, LEVEL);
  const RgmEstimate *estimate;

  if (response == NULL)
    return FALSE;

  /* The outcome is the arm's and outlives the response. */
  point->rate_outcome = response->outcome;
  point->n = response->analysed;
  point->rate = response->estimate * 100;
  point->rate_span = (RgmSpan) { response->lower * 100, response->upper * 100 };
  if (response->why_not == NULL)
    return TRUE;

  estimate = rgm_outcome_get_estimate (response->outcome);
  point->rate = estimate->value;
  point->rate_span = (RgmSpan) {
    estimate->lower.state == RGM_STATE_REPORTED ? estimate->lower.value : NAN,
    estimate->upper.state == RGM_STATE_REPORTED ? estimate->upper.value : NAN,
  };

  return estimate->state == RGM_STATE_REPORTED;
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

      point.time_outcome = rgm_arm_get_outcome (point.arm.arm, TIME);
      has_time = point.time_outcome != NULL &&
                 rgm_estimate_to_months (rgm_outcome_get_estimate (point.time_outcome), &point.months,
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
            RgmFigureWords   *words)
{
  guint n_trials = rgm_figure_count_trials (self->arms);
  g_autofree char *arms = g_strdup_printf (ngettext ("%u arm", "%u arms", self->points->len), self->points->len);
  g_autofree char *trials = g_strdup_printf (ngettext ("%u trial", "%u trials", n_trials), n_trials);

  words->title = g_strdup (_("Response against progression-free survival"));
  if (self->points->len == 0)
    words->subtitle = g_strdup (_("No arm of the selection reports both."));
  else
    /* Translators: '12 arms' and '11 trials'. */
    words->subtitle = g_strdup_printf (_("Percent of patients and median in months, with intervals; %s of %s"),
                                       arms, trials);
  /* Translators: %s is '12 arms'. */
  words->summary = g_strdup_printf (_("Response against progression-free survival, a point for each of %s."), arms);
  if (self->n_left_out > 0)
    words->note = g_strdup_printf (ngettext ("%u arm reports one of the two and isn’t drawn.",
                                             "%u arms report one of the two and aren’t drawn.", self->n_left_out),
                                   self->n_left_out);
  if (self->points->len > 0)
    words->method = g_strdup (_("Rates and their intervals are computed from the counts (Clopper and Pearson, 95%); "
                                "medians and their intervals are as published. The area of a mark is the arm’s number "
                                "of patients. Arms are not patients: a trend between arms says nothing of a patient."));
  words->caveat = rgm_figure_words_caveat (self->arms);
}

static void
set_number (RgmTable *table,
            guint     row,
            guint     column,
            double    number)
{
  g_autofree char *text = isfinite (number) ? rgm_format_number (number, 1) : NULL;

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
  rgm_table_add_column (table, "rate", _("Rate, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "rate-lower", _("Lower bound, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "rate-upper", _("Upper bound, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "median", _("Median, months"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "median-lower", _("Lower bound, months"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "median-upper", _("Upper bound, months"), RGM_COLUMN_NUMBER);

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);
      guint row = rgm_table_add_row (table, rgm_trial_get_id (point->arm.trial));
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, point->n);

      rgm_table_set_text (table, row, 0, rgm_trial_get_name (point->arm.trial));
      rgm_table_set_text (table, row, 1, rgm_arm_get_label (point->arm.arm));
      if (point->n >= 0)
        rgm_table_set_number (table, row, 2, (double) point->n, n);
      set_number (table, row, 3, point->rate);
      set_number (table, row, 4, point->rate_span.lower);
      set_number (table, row, 5, point->rate_span.upper);
      set_number (table, row, 6, point->months);
      set_number (table, row, 7, place_bound (&point->lower));
      set_number (table, row, 8, place_bound (&point->upper));
    }

  return table;
}

/* ── The figure ──────────────────────────────────────────────────────────────── */

static RgmTable *
rgm_scatter_figure_update (RgmFigure      *figure,
                           RgmFigureWords *words)
{
  RgmScatterFigure *self = RGM_SCATTER_FIGURE (figure);
  g_autoptr (GArray) arms = rgm_trials_figure_collect (RGM_TRIALS_FIGURE (self));
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();

  find_points (self, arms);
  for (guint i = 0; i < self->points->len; i++)
    {
      g_ptr_array_add (outcomes, get_point (self, i)->rate_outcome);
      g_ptr_array_add (outcomes, get_point (self, i)->time_outcome);
    }
  fill_words (self, words);
  words->sources = rgm_figure_words_sources (rgm_figure_get_data_set (figure), outcomes);

  return make_table (self);
}

static RgmScene *
rgm_scatter_figure_lay_out (RgmFigure             *figure,
                            const RgmFigureLayout *layout,
                            guint                 *n_pages)
{
  RgmScatterFigure *self = RGM_SCATTER_FIGURE (figure);
  RgmDataSet *data_set = rgm_figure_get_data_set (figure);
  g_autoptr (RgmScatterPlot) plot = rgm_scatter_plot_new ();
  g_autoptr (GArray) legend = rgm_figure_get_legend (data_set, self->arms);
  /* Translators: an endpoint whose median is shown. */
  g_autofree char *time_title = g_strdup_printf (_("%s, median in months"), get_name (self, TIME));
  RgmPlotLayout plot_layout;
  RgmFrame frame;

  rgm_figure_fill_frame (figure, &frame);
  rgm_scatter_plot_set_frame (plot, &frame);
  rgm_scatter_plot_set_axes (plot, &(RgmAxis) { get_name (self, RATE), 0, NAN, RGM_AXIS_PERCENT },
                             &(RgmAxis) { time_title, 0, NAN, RGM_AXIS_MONTHS });
  for (guint i = 0; i < legend->len; i++)
    rgm_scatter_plot_add_legend (plot, &g_array_index (legend, RgmLegendEntry, i));

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);
      g_autofree char *id = g_strconcat ("arm ", rgm_arm_get_id (point->arm.arm), NULL);

      rgm_scatter_plot_add_point (plot, &(RgmScatterPoint) {
        .id = id,
        .target = rgm_trial_get_id (point->arm.trial),
        .sentence = point->sentence,
        .label = rgm_trial_get_name (point->arm.trial),
        .series = rgm_figure_get_series (data_set, rgm_arm_get_class (point->arm.arm)),
        .x = point->rate,
        .x_span = point->rate_span,
        .y = point->months,
        .y_span = { place_bound (&point->lower), place_bound (&point->upper) },
        .weight = (double) MAX (point->n, 0),
      });
    }

  rgm_figure_fill_layout (layout, &plot_layout);

  return rgm_scatter_plot_lay_out (plot, &plot_layout);
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

/**
 * rgm_scatter_figure_new:
 *
 * Returns: (transfer full): a figure without trials
 */
RgmScatterFigure *
rgm_scatter_figure_new (void)
{
  return g_object_new (RGM_TYPE_SCATTER_FIGURE, NULL);
}
