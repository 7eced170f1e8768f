/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-class-series.h"
#include "rgm-survival-figure-private.h"

#include "rgm-enum.h"
#include "rgm-figure-selection.h"
#include "rgm-figure-text.h"
#include "rgm-format.h"
#include "rgm-row-plot.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

static const char * const all_endpoints[] = { RGM_ENDPOINT_PFS, RGM_ENDPOINT_OS };

G_DEFINE_FINAL_TYPE (RgmSurvivalFigure, rgm_survival_figure, RGM_TYPE_FIGURE)

static const RgmEnumTerm shows[] = {
  RGM_ENUM_TERM (RGM_SURVIVAL_BOTH, "both", N_("PFS and OS")),
  RGM_ENUM_TERM (RGM_SURVIVAL_PFS, "pfs", N_("PFS")),
  RGM_ENUM_TERM (RGM_SURVIVAL_OS, "os", N_("OS")),
};

RGM_DEFINE_ENUM (RgmSurvivalShow, rgm_survival_show, NULL, shows)

static const RgmOption options[] = {
  RGM_TRIALS_OPTIONS (RgmSurvivalOptions),
  { .key = "show", .kind = RGM_OPTION_CHOICE, .offset = G_STRUCT_OFFSET (RgmSurvivalOptions, show), .type = rgm_survival_show_get_type,
    .topic = "survival" },
};

static const char * const statistics[] = { "survival#medians", "survival#not-reached", NULL };

static const RgmFigureKind kind = { "survival", N_("Survival"), sizeof (RgmSurvivalOptions), options, G_N_ELEMENTS (options), statistics };

/* ── Update ──────────────────────────────────────────────────────────────────── */

/* Keeps the arms that say something of an endpoint that is shown, be it that a median is
 * not reached; the trials that have none of those are counted. */
static guint
choose_arms (RgmSurvivalFigure      *self,
             const RgmTrialsOptions *trials,
             GPtrArray              *outcomes)
{
  g_autoptr (GArray) all = rgm_figure_collect_arms (rgm_figure_get_selection (RGM_FIGURE (self)), trials);

  g_array_set_size (self->arms, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const RgmFigureArm *arm = &g_array_index (all, RgmFigureArm, i);
      gboolean has_any = FALSE;

      for (guint j = 0; j < self->n_endpoints; j++)
        {
          RgmOutcome *outcome = rgm_arm_get_outcome (arm->arm, self->endpoints[j]);

          if (outcome == NULL)
            continue;
          g_ptr_array_add (outcomes, outcome);
          has_any = TRUE;
        }
      if (has_any)
        g_array_append_val (self->arms, *arm);
    }

  return rgm_figure_count_trials (all) - rgm_figure_count_trials (self->arms);
}

static RgmTable *
rgm_survival_figure_update (RgmFigure      *figure,
                            RgmFrame *words)
{
  RgmSurvivalFigure *self = RGM_SURVIVAL_FIGURE (figure);
  const RgmSurvivalOptions *shown = rgm_figure_get_options (figure);
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();
  const char *endpoints[RGM_SURVIVAL_MAX_ENDPOINTS + 1] = { NULL };
  guint n_left_out;

  g_clear_pointer (&self->plot, rgm_row_plot_free);
  self->n_endpoints = 0;
  for (guint i = 0; i < G_N_ELEMENTS (all_endpoints); i++)
    if (shown->show == RGM_SURVIVAL_BOTH || shown->show == (i == 0 ? RGM_SURVIVAL_PFS : RGM_SURVIVAL_OS))
      self->endpoints[self->n_endpoints++] = all_endpoints[i];
  for (guint i = 0; i < self->n_endpoints; i++)
    endpoints[i] = self->endpoints[i];
  n_left_out = choose_arms (self, &shown->trials, outcomes);

  rgm_survival_figure_fill_words (self, words, n_left_out);
  rgm_figure_text_remarks (words, self->arms, endpoints);
  words->selection = rgm_figure_text_selection (rgm_figure_get_selection (figure), &shown->trials);
  rgm_figure_text_cite_outcomes (words, rgm_figure_get_data_set (figure), outcomes);

  return rgm_survival_figure_make_table (self);
}

/* ── Drawing ─────────────────────────────────────────────────────────────────── */

static double
place_bound (const RgmBound *bound)
{
  if (bound->state == RGM_STATE_REPORTED)
    return bound->value;

  return bound->state == RGM_STATE_NOT_REACHED ? INFINITY : NAN;
}

static RgmPlotValue
make_value (RgmArm     *arm,
            const char *endpoint)
{
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint);
  const RgmEstimate *estimate = outcome != NULL ? &outcome->estimate : NULL;
  RgmPlotValue value = { .value = NAN, .span = RGM_SPAN_NONE, .second_span = RGM_SPAN_NONE };
  RgmBound lower, upper;

  if (rgm_survival_figure_get_months (arm, endpoint, &value.value, &lower, &upper))
    {
      value.span = (RgmSpan) { place_bound (&lower), place_bound (&upper) };
      return value;
    }

  value.words = rgm_value_text_state (estimate != NULL ? estimate->state : RGM_STATE_NOT_REPORTED);
  if (estimate != NULL && estimate->state == RGM_STATE_NOT_REACHED)
    value.value = INFINITY;
  /* A median that isn't reached may have a lower bound, which is what is known of it. */
  if (estimate != NULL && rgm_estimate_has_interval (estimate) && rgm_estimate_bounds_to_months (estimate, &lower, &upper))
    {
      value.span = (RgmSpan) { place_bound (&lower), place_bound (&upper) };
      if (isinf (value.value) && isnan (value.span.upper))
        value.span.upper = INFINITY;
    }

  return value;
}

/* In a column there is no room for words. */
static const char *
get_abbreviation (RgmState state)
{
  switch (state)
    {
    case RGM_STATE_NOT_REACHED:
      /* Translators: abbreviates 'not reached', in a column of medians. */
      return C_("estimate", "NR");
    case RGM_STATE_NOT_ESTIMABLE:
    case RGM_STATE_NOT_REPORTED:
    case RGM_STATE_REPORTED:
    default:
      return rgm_value_text_state (state);
    }
}

static char *
make_cell_bound (const RgmBound *bound,
                 int             decimals,
                 gboolean        converted)
{
  if (bound->state != RGM_STATE_REPORTED)
    return g_strdup (get_abbreviation (bound->state));

  if (!converted)
    decimals = MAX (decimals, MIN (rgm_format_decimals_of (bound->value), 6));

  return rgm_format_visible (bound->value, decimals);
}

/* The median with its bounds in months, as short as a column takes it. What is
 * converted is no more precise than a decimal. */
static char *
make_cell (RgmArm     *arm,
           const char *endpoint)
{
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint);
  const RgmEstimate *estimate = outcome != NULL ? &outcome->estimate : NULL;
  g_autofree char *text = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  RgmBound lower, upper;
  gboolean converted;
  double value;
  int decimals;

  if (estimate == NULL || !rgm_estimate_bounds_to_months (estimate, &lower, &upper))
    return g_strdup ("");

  converted = g_strcmp0 (estimate->unit, "months") != 0;
  decimals = converted ? 1 : 0;
  if (rgm_estimate_to_months (estimate, &value, &lower, &upper))
    {
      decimals = converted ? rgm_format_visible_decimals (value, 1) : rgm_value_text_decimals (estimate);
      text = rgm_format_number (value, decimals);
    }
  else if (rgm_estimate_has_interval (estimate))
    {
      text = g_strdup (get_abbreviation (estimate->state));
    }
  else
    {
      return g_strdup ("");
    }
  if (!rgm_estimate_has_interval (estimate))
    return g_steal_pointer (&text);

  from = make_cell_bound (&lower, decimals, converted);
  to = make_cell_bound (&upper, decimals, converted);

  return g_strconcat (text, " [", from, RGM_EN_DASH, to, "]", NULL);
}

/* Whether a column abbreviates that something isn't reached. */
gboolean
rgm_survival_figure_has_not_reached (RgmSurvivalFigure *self)
{
  for (guint i = 0; i < self->arms->len; i++)
    for (guint j = 0; j < self->n_endpoints; j++)
      {
        RgmOutcome *outcome = rgm_arm_get_outcome (rgm_survival_figure_get_arm (self, i)->arm, self->endpoints[j]);
        const RgmEstimate *estimate = outcome != NULL ? &outcome->estimate : NULL;

        if (estimate == NULL || !rgm_estimate_has_interval (estimate))
          continue;
        if (estimate->state == RGM_STATE_NOT_REACHED || estimate->lower.state == RGM_STATE_NOT_REACHED ||
            estimate->upper.state == RGM_STATE_NOT_REACHED)
          return TRUE;
      }

  return FALSE;
}

/* A bound so many times as far out as every median and lower bound ends in an arrow,
 * lest it flatten the other intervals. */
#define OUTLYING 3.0

/* The axis ends with a whole half-year. */
#define AXIS_STEP 6.0

/* Where the axis ends, or NAN to let the data say. */
static double
get_axis_end (RgmSurvivalFigure *self,
              const char        *endpoint)
{
  double most = 0.0, end = 0.0;
  gboolean has_outlier = FALSE;

  for (guint i = 0; i < self->arms->len; i++)
    {
      RgmPlotValue value = make_value (rgm_survival_figure_get_arm (self, i)->arm, endpoint);

      if (isfinite (value.value))
        most = MAX (most, value.value);
      if (isfinite (value.span.lower))
        most = MAX (most, value.span.lower);
    }

  for (guint i = 0; i < self->arms->len; i++)
    {
      double upper = make_value (rgm_survival_figure_get_arm (self, i)->arm, endpoint).span.upper;

      if (!isfinite (upper))
        continue;
      if (upper > OUTLYING * most)
        has_outlier = TRUE;
      else
        end = MAX (end, upper);
    }

  return has_outlier ? AXIS_STEP * ceil (MAX (end, most) / AXIS_STEP) : NAN;
}

/* What the intervals in the columns are, where all are of the same level. */
static char *
make_column_title (RgmSurvivalFigure *self)
{
  double level = -1;
  g_autofree char *percent = NULL;

  for (guint i = 0; i < self->arms->len; i++)
    for (guint j = 0; j < self->n_endpoints; j++)
      {
        RgmOutcome *outcome = rgm_arm_get_outcome (rgm_survival_figure_get_arm (self, i)->arm, self->endpoints[j]);
        const RgmEstimate *estimate = outcome != NULL ? &outcome->estimate : NULL;

        if (estimate == NULL || !rgm_estimate_has_interval (estimate))
          continue;
        if (estimate->level <= 0 || (level > 0 && estimate->level != level))
          return g_strdup (_("Median [CI]"));
        level = estimate->level;
      }

  if (level < 0)
    return g_strdup (_("Median"));
  percent = rgm_format_level (level);
  /* Translators: %s is '95%'; CI is 'confidence interval'. */
  return g_strdup_printf (_("Median [%s CI]"), percent);
}

static void
add_legend (RgmSurvivalFigure *self,
            RgmRowPlot        *plot)
{
  g_autoptr (GArray) legend = rgm_figure_get_legend (rgm_figure_get_data_set (RGM_FIGURE (self)), self->arms);
  gboolean open = FALSE;

  for (guint i = 0; i < legend->len; i++)
    rgm_row_plot_add_legend (plot, &g_array_index (legend, RgmLegendEntry, i));

  for (guint i = 0; i < self->arms->len; i++)
    for (guint j = 0; j < self->n_endpoints; j++)
      open |= isinf (make_value (rgm_survival_figure_get_arm (self, i)->arm, self->endpoints[j]).span.upper) != 0;
  if (open)
    rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_OPEN, 0, _("Limit not reached") });
}

static void
add_row (RgmSurvivalFigure  *self,
         RgmRowPlot         *plot,
         const RgmFigureArm *arm)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  g_autofree char *id = g_strconcat ("arm ", arm->arm->id, NULL);
  const char * const endpoints[] = { self->endpoints[0], self->n_endpoints > 1 ? self->endpoints[1] : NULL, NULL };
  g_autofree char *described = rgm_survival_figure_describe_arm (self, arm);
  g_autofree char *sentence = rgm_figure_add_remarks (described, arm, endpoints);
  g_autofree char *detail = rgm_figure_mark_text (rgm_figure_get_detail (arm), arm, endpoints);
  g_autofree char *first = make_cell (arm->arm, self->endpoints[0]);
  g_autofree char *second = self->n_endpoints > 1 ? make_cell (arm->arm, self->endpoints[1]) : NULL;
  const char *cells[] = { first, second, NULL };
  RgmPlotRow row = {
    .id = id,
    .target = arm->trial->id,
    .sentence = sentence,
    .label = arm->trial->name,
    .detail = detail,
    .cells = cells,
    .series = rgm_class_series (data_set, arm->arm->class_id),
  };

  for (guint i = 0; i < self->n_endpoints; i++)
    row.values[i] = make_value (arm->arm, self->endpoints[i]);
  rgm_row_plot_add_row (plot, &row);
}

static RgmRowPlot *
make_plot (RgmSurvivalFigure *self)
{
  RgmRowPlot *plot = rgm_row_plot_new (RGM_ROW_MARK_DOT);
  g_autofree char *column_title = make_column_title (self);
  const RgmSurvivalOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  const char *endpoints[RGM_SURVIVAL_MAX_ENDPOINTS + 1] = { NULL };
  const char *group = NULL;

  rgm_row_plot_set_frame (plot, rgm_figure_get_frame (RGM_FIGURE (self)));
  rgm_row_plot_set_left_out (plot, rgm_figure_text_left_out ());
  rgm_row_plot_set_title (plot, _("Trial and arm"));
  for (guint i = 0; i < self->n_endpoints; i++)
    {
      endpoints[i] = self->endpoints[i];
      rgm_row_plot_add_panel (plot, &(RgmPlotPanel) {
        .title = rgm_survival_figure_get_endpoint_name (self, self->endpoints[i]),
        .short_title = self->endpoints[i],
        .axis = { _("Months"), 0, get_axis_end (self, self->endpoints[i]), RGM_AXIS_MONTHS },
        .reference = NAN,
      });
      rgm_row_plot_add_column (plot, &(RgmPlotColumn) { column_title, TRUE, i + 1 });
    }
  add_legend (self, plot);

  for (guint i = 0; i < self->arms->len; i++)
    {
      const RgmFigureArm *arm = rgm_survival_figure_get_arm (self, i);

      if (arm->group_name != NULL && g_strcmp0 (arm->group_id, group) != 0)
        rgm_row_plot_add_heading (plot, arm->group_name);
      group = arm->group_id;
      add_row (self, plot, arm);
    }
  rgm_figure_add_excluded (rgm_figure_get_selection (RGM_FIGURE (self)), &shown->trials, endpoints, self->n_endpoints, plot);

  return plot;
}

static RgmScene *
rgm_survival_figure_lay_out (RgmFigure       *figure,
                             const RgmLayout *layout,
                             guint           *n_pages)
{
  RgmSurvivalFigure *self = RGM_SURVIVAL_FIGURE (figure);

  if (self->plot == NULL)
    self->plot = make_plot (self);

  return rgm_row_plot_lay_out (self->plot, layout, n_pages);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_survival_figure_finalize (GObject *object)
{
  RgmSurvivalFigure *self = RGM_SURVIVAL_FIGURE (object);

  g_array_unref (self->arms);
  g_clear_pointer (&self->plot, rgm_row_plot_free);

  G_OBJECT_CLASS (rgm_survival_figure_parent_class)->finalize (object);
}

static void
rgm_survival_figure_class_init (RgmSurvivalFigureClass *klass)
{
  RgmFigureClass *figure_class = RGM_FIGURE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rgm_survival_figure_finalize;
  figure_class->kind = &kind;
  figure_class->update = rgm_survival_figure_update;
  figure_class->lay_out = rgm_survival_figure_lay_out;
}

static void
rgm_survival_figure_init (RgmSurvivalFigure *self)
{
  self->arms = g_array_new (FALSE, FALSE, sizeof (RgmFigureArm));
}
