/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-response-figure-private.h"

#include "rgm-figure-words.h"
#include "rgm-format.h"
#include "rgm-wording.h"

#define MOST_CELLS 4

/* The texts of a row's columns, in the order in which the columns were added. */
typedef struct
{
  char *texts[MOST_CELLS];
  guint n;
} Cells;

static void
cells_clear (Cells *cells)
{
  for (guint i = 0; i < cells->n; i++)
    g_free (cells->texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cells, cells_clear)

static void
add_cell (Cells *cells,
          char  *text)
{
  cells->texts[cells->n++] = text;
}

static gboolean
shows (RgmResponseFigure *self,
       RgmResponseParts   part)
{
  return (self->parts & part) != 0;
}

static gboolean
shows_weights (RgmResponseFigure *self)
{
  return shows (self, RGM_RESPONSE_WEIGHTS) && self->show == RGM_RESPONSE_FOREST &&
         rgm_response_figure_has_weights (self);
}

/* '45.3 [31.6–59.6]', in percent. */
static char *
format_rate (double value,
             double lower,
             double upper)
{
  g_autofree char *rate = rgm_format_number (value, 1);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (isnan (lower) || isnan (upper))
    return g_steal_pointer (&rate);

  from = rgm_format_number (lower, 1);
  to = rgm_format_number (upper, 1);

  return g_strconcat (rate, " [", from, RGM_EN_DASH, to, "]", NULL);
}

/* A rate without counts, with no more decimals than the source prints, and its bounds. */
static char *
format_published (const RgmEstimate *estimate)
{
  g_autofree char *rate = rgm_format_number (estimate->value, rgm_wording_decimals (estimate));
  g_autofree char *bounds = rgm_wording_bounds (estimate);
  const char *sign = estimate->relation != RGM_RELATION_EQUAL ? rgm_relation_to_sign (estimate->relation) : "";

  if (bounds == NULL)
    return g_strconcat (sign, rate, NULL);

  return g_strconcat (sign, rate, " [", bounds, "]", NULL);
}

static char *
format_count (gint64 responders,
              gint64 patients)
{
  if (responders < 0 || patients < 0)
    return g_strdup ("");

  return rgm_format_count_of (responders, patients);
}

/* ── Columns and legend ──────────────────────────────────────────────────────── */

/* The rate first: where a place is narrow, what comes after it goes before it does. */
static void
add_columns (RgmResponseFigure *self,
             RgmRowPlot        *plot)
{
  g_autofree char *level = rgm_format_level (self->options.level);
  /* Translators: %s is '95%'; CI is 'confidence interval'. */
  g_autofree char *rate = g_strdup_printf (_("Rate, %% [%s CI]"), level);

  if (shows (self, RGM_RESPONSE_RATES))
    rgm_row_plot_add_column (plot, &(RgmPlotColumn) { rate, TRUE, 1 });
  if (shows (self, RGM_RESPONSE_COUNTS))
    rgm_row_plot_add_column (plot, &(RgmPlotColumn) { _("Responders"), TRUE, 0 });
  if (shows_weights (self))
    rgm_row_plot_add_column (plot, &(RgmPlotColumn) { _("Weight, %"), TRUE, 1 });
}

/* Whether some interval that the source published is drawn. */
static gboolean
has_published (RgmResponseFigure *self)
{
  if (!shows (self, RGM_RESPONSE_PUBLISHED))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RgmResponse *response = g_array_index (self->rows, RgmResponseRow, i).response;

      if (response->why_not == NULL && rgm_estimate_has_interval (rgm_outcome_get_estimate (response->outcome)))
        return TRUE;
    }

  return FALSE;
}

static void
add_legend (RgmResponseFigure *self,
            RgmRowPlot        *plot)
{
  const RgmPooledRate *rate = rgm_response_figure_get_pooled (self, NULL);
  g_autoptr (GArray) arms = g_array_new (FALSE, FALSE, sizeof (RgmFigureArm));
  g_autoptr (GArray) legend = NULL;
  g_autofree char *level = rgm_format_level (self->options.level);
  /* Translators: %s is '95%'. */
  g_autofree char *pooled = g_strdup_printf (_("Pooled rate, %s CI"), level);
  g_autofree char *prediction = g_strdup_printf (_("%s prediction interval"), level);

  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (arms, g_array_index (self->rows, RgmResponseRow, i).arm);
  legend = rgm_figure_get_legend (rgm_figure_get_data_set (RGM_FIGURE (self)), arms);
  for (guint i = 0; i < legend->len; i++)
    rgm_row_plot_add_legend (plot, &g_array_index (legend, RgmLegendEntry, i));

  if (has_published (self))
    rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_SECOND_INTERVAL, 0, _("Interval as published") });
  if (rate == NULL)
    return;
  rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_POOLED, 0, pooled });
  if (rate->why_no_prediction == NULL && shows (self, RGM_RESPONSE_PREDICTION))
    rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_PREDICTION, 0, prediction });
}

/* ── Rows ────────────────────────────────────────────────────────────────────── */

static void
add_row (RgmResponseFigure    *self,
         RgmRowPlot           *plot,
         const RgmResponseRow *row)
{
  const RgmResponse *response = row->response;
  const RgmEstimate *estimate = rgm_outcome_get_estimate (response->outcome);
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  g_autofree char *id = g_strconcat ("arm ", rgm_arm_get_id (row->arm.arm), NULL);
  g_autofree char *sentence = rgm_response_figure_describe_row (self, row);
  g_auto (Cells) cells = { 0 };
  double value, lower, upper;
  RgmPlotRow drawn = {
    .id = id,
    .target = rgm_trial_get_id (row->arm.trial),
    .sentence = sentence,
    .label = rgm_trial_get_name (row->arm.trial),
    .detail = rgm_figure_get_detail (&row->arm),
    .cells = (const char * const *) cells.texts,
    .series = rgm_figure_get_series (data_set, rgm_arm_get_class (row->arm.arm)),
    .values = { { .value = NAN, .span = RGM_SPAN_NONE, .second_span = RGM_SPAN_NONE } },
  };

  if (rgm_response_figure_get_rate (response, &value, &lower, &upper))
    {
      drawn.values[0].value = value;
      drawn.values[0].span = (RgmSpan) { lower, upper };
      drawn.values[0].weight = !isnan (row->weight) ? row->weight : MAX ((double) response->analysed, 0);
    }
  if (shows (self, RGM_RESPONSE_PUBLISHED) && response->why_not == NULL)
    drawn.values[0].second_span = (RgmSpan) {
      estimate->lower.state == RGM_STATE_REPORTED ? estimate->lower.value : NAN,
      estimate->upper.state == RGM_STATE_REPORTED ? estimate->upper.value : NAN,
    };

  if (shows (self, RGM_RESPONSE_RATES))
    add_cell (&cells, response->why_not != NULL && estimate->state == RGM_STATE_REPORTED ? format_published (estimate)
                      : isnan (value) ? g_strdup ("") : format_rate (value, lower, upper));
  if (shows (self, RGM_RESPONSE_COUNTS))
    add_cell (&cells, format_count (response->responders, response->analysed));
  if (shows_weights (self))
    add_cell (&cells, isnan (row->weight) ? g_strdup ("") : rgm_format_number (row->weight, 1));
  rgm_row_plot_add_row (plot, &drawn);
}

static void
add_pooled (RgmResponseFigure *self,
            RgmRowPlot        *plot,
            const char        *group)
{
  const RgmPooledRate *rate = rgm_response_figure_get_pooled (self, group);
  g_autofree char *id = g_strconcat ("pooled ", group != NULL ? group : "all", NULL);
  g_autofree char *label = rgm_response_figure_pooled_label (self, group == NULL);
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;
  g_auto (Cells) cells = { 0 };
  RgmPlotRow drawn = {
    .id = id,
    .label = label,
    .cells = (const char * const *) cells.texts,
    .values = { { .span = RGM_SPAN_NONE, .second_span = RGM_SPAN_NONE } },
  };

  if (rate == NULL)
    return;

  drawn.sentence = sentence = rgm_response_figure_describe_pooled (self, rate, label);
  drawn.detail = detail = rgm_response_figure_pooled_detail (self, rate, group);
  drawn.values[0].value = rate->estimate * 100;
  drawn.values[0].span = (RgmSpan) { rate->lower * 100, rate->upper * 100 };
  if (shows (self, RGM_RESPONSE_PREDICTION))
    drawn.values[0].second_span = (RgmSpan) { rate->prediction_lower * 100, rate->prediction_upper * 100 };

  if (shows (self, RGM_RESPONSE_RATES))
    add_cell (&cells, format_rate (rate->estimate * 100, rate->lower * 100, rate->upper * 100));
  if (shows (self, RGM_RESPONSE_COUNTS))
    add_cell (&cells, format_count (rate->responders, rate->patients));
  rgm_row_plot_add_pooled (plot, &drawn);

}

static void
add_rows (RgmResponseFigure *self,
          RgmRowPlot        *plot)
{
  const char *group = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RgmResponseRow *row = &g_array_index (self->rows, RgmResponseRow, i);

      if (g_strcmp0 (row->arm.group_id, group) != 0)
        {
          if (group != NULL)
            add_pooled (self, plot, group);
          rgm_row_plot_add_heading (plot, row->arm.group_name);
          group = row->arm.group_id;
        }
      add_row (self, plot, row);
    }
  if (group != NULL)
    add_pooled (self, plot, group);
  add_pooled (self, plot, NULL);
}

/* The forest plot, or the bars, of the last update. */
RgmRowPlot *
rgm_response_figure_make_plot (RgmResponseFigure *self)
{
  gboolean bars = self->show == RGM_RESPONSE_BARS;
  RgmRowPlot *plot = rgm_row_plot_new (bars ? RGM_ROW_MARK_BAR : RGM_ROW_MARK_WEIGHT);
  g_autofree char *level = rgm_format_level (self->options.level);
  g_autofree char *reference = rgm_format_percent (MAX (self->reference, 0), 0);
  /* Translators: an endpoint and a level: 'Objective response rate, with 95% interval'. */
  g_autofree char *axis_title = g_strdup_printf (_("%s, with %s interval"),
                                                 rgm_response_figure_get_endpoint_name (self), level);
  RgmFrame frame;

  rgm_figure_fill_frame (RGM_FIGURE (self), &frame);
  rgm_row_plot_set_frame (plot, &frame);
  rgm_row_plot_set_title (plot, _("Trial and arm"));
  rgm_row_plot_add_panel (plot, &(RgmPlotPanel) {
    .axis = { axis_title, 0, self->axis_end, RGM_AXIS_PERCENT },
    .reference = self->reference >= 0 ? self->reference : NAN,
    .reference_label = reference,
  });
  add_columns (self, plot);
  add_legend (self, plot);
  add_rows (self, plot);

  return plot;
}
