/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-survival-figure-private.h"

#include "rgm-figure-words.h"
#include "rgm-format.h"
#include "rgm-row-plot.h"
#include "rgm-wording.h"

static const char * const all_endpoints[] = { "PFS", "OS" };

G_DEFINE_FINAL_TYPE (RgmSurvivalFigure, rgm_survival_figure, RGM_TYPE_TRIALS_FIGURE)

enum
{
  PROP_0,
  PROP_SHOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ── Update ──────────────────────────────────────────────────────────────────── */

/* Keeps the arms that say something of an endpoint that is shown, be it that a median is
 * not reached; the trials that have none of those are counted. */
static guint
choose_arms (RgmSurvivalFigure *self,
             GPtrArray         *outcomes)
{
  g_autoptr (GArray) all = rgm_trials_figure_collect (RGM_TRIALS_FIGURE (self));

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
                            RgmFigureWords *words)
{
  RgmSurvivalFigure *self = RGM_SURVIVAL_FIGURE (figure);
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();
  guint n_left_out;

  self->n_endpoints = 0;
  for (guint i = 0; i < G_N_ELEMENTS (all_endpoints); i++)
    if (self->show == RGM_SURVIVAL_BOTH || self->show == (i == 0 ? RGM_SURVIVAL_PFS : RGM_SURVIVAL_OS))
      self->endpoints[self->n_endpoints++] = all_endpoints[i];
  n_left_out = choose_arms (self, outcomes);

  rgm_survival_figure_fill_words (self, words, n_left_out);
  words->sources = rgm_figure_words_sources (rgm_figure_get_data_set (figure), outcomes);

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
  const RgmEstimate *estimate = outcome != NULL ? rgm_outcome_get_estimate (outcome) : NULL;
  RgmPlotValue value = { .value = NAN, .span = RGM_SPAN_NONE, .second_span = RGM_SPAN_NONE };
  RgmBound lower, upper;

  if (rgm_survival_figure_get_months (arm, endpoint, &value.value, &lower, &upper))
    {
      value.span = (RgmSpan) { place_bound (&lower), place_bound (&upper) };
      return value;
    }

  value.words = rgm_wording_state (estimate != NULL ? estimate->state : RGM_STATE_NOT_REPORTED);
  if (estimate != NULL && estimate->state == RGM_STATE_NOT_REACHED)
    value.value = INFINITY;

  return value;
}

static char *
make_cell_bound (const RgmBound *bound,
                 int             decimals,
                 gboolean        converted)
{
  if (bound->state != RGM_STATE_REPORTED)
    return g_strdup (rgm_wording_state (bound->state));

  if (!converted)
    decimals = MAX (decimals, MIN (rgm_format_decimals_of (bound->value), 6));

  return rgm_format_number (bound->value, decimals);
}

/* The median with its bounds in months, as short as a column takes it. What is
 * converted is no more precise than a decimal. */
static char *
make_cell (RgmArm     *arm,
           const char *endpoint)
{
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint);
  const RgmEstimate *estimate = outcome != NULL ? rgm_outcome_get_estimate (outcome) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  RgmBound lower, upper;
  gboolean converted;
  double value;
  int decimals;

  if (estimate == NULL || !rgm_survival_figure_get_months (arm, endpoint, &value, &lower, &upper))
    return g_strdup ("");

  converted = g_strcmp0 (estimate->unit, "months") != 0;
  decimals = converted ? 1 : rgm_wording_decimals (estimate);
  text = rgm_format_number (value, decimals);
  if (!rgm_estimate_has_interval (estimate))
    return g_steal_pointer (&text);

  from = make_cell_bound (&lower, decimals, converted);
  to = make_cell_bound (&upper, decimals, converted);

  return g_strconcat (text, " [", from, RGM_EN_DASH, to, "]", NULL);
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
        const RgmEstimate *estimate = outcome != NULL ? rgm_outcome_get_estimate (outcome) : NULL;

        if (estimate == NULL || !rgm_estimate_has_interval (estimate))
          continue;
        if (estimate->level <= 0 || (level > 0 && estimate->level != level))
          return g_strdup (_("Median [interval]"));
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
    rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_OPEN, 0, _("Bound not reached") });
}

static void
add_row (RgmSurvivalFigure  *self,
         RgmRowPlot         *plot,
         const RgmFigureArm *arm)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  g_autofree char *id = g_strconcat ("arm ", rgm_arm_get_id (arm->arm), NULL);
  g_autofree char *sentence = rgm_survival_figure_describe_arm (self, arm);
  g_autofree char *first = make_cell (arm->arm, self->endpoints[0]);
  g_autofree char *second = self->n_endpoints > 1 ? make_cell (arm->arm, self->endpoints[1]) : NULL;
  const char *cells[] = { first, second, NULL };
  RgmPlotRow row = {
    .id = id,
    .target = rgm_trial_get_id (arm->trial),
    .sentence = sentence,
    .label = rgm_trial_get_name (arm->trial),
    .detail = rgm_figure_get_detail (arm),
    .cells = cells,
    .series = rgm_figure_get_series (data_set, rgm_arm_get_class (arm->arm)),
  };

  for (guint i = 0; i < self->n_endpoints; i++)
    row.values[i] = make_value (arm->arm, self->endpoints[i]);
  rgm_row_plot_add_row (plot, &row);
}

static RgmScene *
rgm_survival_figure_lay_out (RgmFigure             *figure,
                             const RgmFigureLayout *layout,
                             guint                 *n_pages)
{
  RgmSurvivalFigure *self = RGM_SURVIVAL_FIGURE (figure);
  g_autoptr (RgmRowPlot) plot = rgm_row_plot_new (RGM_ROW_MARK_DOT);
  g_autofree char *column_title = make_column_title (self);
  const char *group = NULL;
  RgmPlotLayout plot_layout;
  RgmFrame frame;

  rgm_figure_fill_frame (figure, &frame);
  rgm_row_plot_set_frame (plot, &frame);
  rgm_row_plot_set_title (plot, _("Trial and arm"));
  for (guint i = 0; i < self->n_endpoints; i++)
    {
      rgm_row_plot_add_panel (plot, &(RgmPlotPanel) {
        .title = rgm_survival_figure_get_endpoint_name (self, self->endpoints[i]),
        .short_title = self->endpoints[i],
        .axis = { _("Months"), 0, NAN, RGM_AXIS_MONTHS },
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

  rgm_figure_fill_layout (layout, &plot_layout);

  return rgm_row_plot_lay_out (plot, &plot_layout, n_pages);
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_survival_figure_finalize (GObject *object)
{
  g_array_unref (RGM_SURVIVAL_FIGURE (object)->arms);

  G_OBJECT_CLASS (rgm_survival_figure_parent_class)->finalize (object);
}

static void
rgm_survival_figure_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SHOW:
      g_value_set_uint (value, RGM_SURVIVAL_FIGURE (object)->show);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_survival_figure_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SHOW:
      rgm_survival_figure_set_show (RGM_SURVIVAL_FIGURE (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_survival_figure_class_init (RgmSurvivalFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RgmFigureClass *figure_class = RGM_FIGURE_CLASS (klass);

  object_class->finalize = rgm_survival_figure_finalize;
  object_class->get_property = rgm_survival_figure_get_property;
  object_class->set_property = rgm_survival_figure_set_property;
  figure_class->update = rgm_survival_figure_update;
  figure_class->lay_out = rgm_survival_figure_lay_out;

  properties[PROP_SHOW] =
    g_param_spec_uint ("show", NULL, NULL, RGM_SURVIVAL_BOTH, RGM_SURVIVAL_OS, RGM_SURVIVAL_BOTH,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_survival_figure_init (RgmSurvivalFigure *self)
{
  self->arms = g_array_new (FALSE, FALSE, sizeof (RgmFigureArm));
}

/**
 * rgm_survival_figure_new:
 *
 * Returns: (transfer full): a figure without trials
 */
RgmSurvivalFigure *
rgm_survival_figure_new (void)
{
  return g_object_new (RGM_TYPE_SURVIVAL_FIGURE, NULL);
}

/**
 * rgm_survival_figure_get_show:
 * @self: a figure
 *
 * Returns: what it shows
 */
RgmSurvivalShow
rgm_survival_figure_get_show (RgmSurvivalFigure *self)
{
  g_return_val_if_fail (RGM_IS_SURVIVAL_FIGURE (self), RGM_SURVIVAL_BOTH);

  return self->show;
}

/**
 * rgm_survival_figure_set_show:
 * @self: a figure
 * @show: what it is to show
 */
void
rgm_survival_figure_set_show (RgmSurvivalFigure *self,
                              RgmSurvivalShow    show)
{
  g_return_if_fail (RGM_IS_SURVIVAL_FIGURE (self));

  if (self->show == show)
    return;

  self->show = show;
  rgm_figure_changed (RGM_FIGURE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW]);
}
