/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-class-series.h"
#include "rgm-response-figure-private.h"

#include "rgm-figure-selection.h"
#include "rgm-figure-text.h"
#include "rgm-format.h"
#include "rgm-value-text.h"

#define MAX_CELLS 4

/* The texts of a row's columns, in the order in which the columns were added. */
typedef struct
{
  char *texts[MAX_CELLS];
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

gboolean
rgm_response_figure_shows_weights (RgmResponseFigure *self)
{
  return self->options->weights && self->options->show == RGM_RESPONSE_FOREST &&
         rgm_response_figure_has_weights (self);
}

/* '45.3 [31.6–59.6]', in percent. */
static char *
format_rate (double value,
             double lower,
             double upper)
{
  int decimals = rgm_format_visible_decimals (value, rgm_format_visible_decimals (upper, 1));
  g_autofree char *rate = rgm_format_number (value, decimals);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (isnan (lower) || isnan (upper))
    return g_steal_pointer (&rate);

  from = rgm_format_number (lower, decimals);
  to = rgm_format_number (upper, decimals);

  return g_strconcat (rate, " [", from, RGM_EN_DASH, to, "]", NULL);
}

/* A rate without counts, with no more decimals than the source prints, and its bounds. */
static char *
format_published (const RgmEstimate *estimate)
{
  g_autofree char *rate = rgm_format_number (estimate->value, rgm_value_text_decimals (estimate));
  g_autofree char *bounds = rgm_value_text_bounds (estimate);
  const char *sign = estimate->relation != RGM_RELATION_EQUAL ? rgm_enum_get_nick (RGM_TYPE_RELATION, estimate->relation) : "";

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
  g_autofree char *level = rgm_format_level (self->options->level);
  /* Translators: %s is '95%'; CI is 'confidence interval'. */
  g_autofree char *rate = g_strdup_printf (_("Rate, %% [%s CI]"), level);

  if (self->options->rates)
    rgm_row_plot_add_column (plot, &(RgmPlotColumn) { rate, TRUE, 1 });
  if (self->options->counts)
    /* Translators: heads a column of responders and patients, such as 24/53; there is no room for a longer one. */
    rgm_row_plot_add_column (plot, &(RgmPlotColumn) { C_("responders/patients", "Responders"), TRUE, 0 });
  if (rgm_response_figure_shows_weights (self))
    rgm_row_plot_add_column (plot, &(RgmPlotColumn) { _("Weight, %"), TRUE, 1 });
}

/* Whether some interval that the source published is drawn. */
static gboolean
has_published (RgmResponseFigure *self)
{
  if (!self->options->published)
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RgmResponse *response = g_array_index (self->rows, RgmResponseRow, i).response;

      if (response->why_not == NULL && rgm_estimate_has_interval (&response->outcome->estimate))
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
  g_autofree char *level = rgm_format_level (self->options->level);
  /* Translators: %s is '95%'. */
  g_autofree char *pooled = g_strdup_printf (_("Pooled rate, %s CI"), level);
  g_autofree char *prediction = g_strdup_printf (_("%s prediction interval"), level);

  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (arms, g_array_index (self->rows, RgmResponseRow, i).arm);
  legend = rgm_figure_get_legend (rgm_figure_get_data_set (RGM_FIGURE (self)), arms);
  for (guint i = 0; i < legend->len; i++)
    rgm_row_plot_add_legend (plot, &g_array_index (legend, RgmLegendEntry, i));

  if (has_published (self))
    rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_SECOND_INTERVAL, 0, _("Published interval") });
  if (rate == NULL)
    return;
  rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_POOLED, 0, pooled });
  if (rate->why_no_prediction == NULL && self->options->prediction)
    rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_PREDICTION, 0, prediction });
}

/* ── Rows ────────────────────────────────────────────────────────────────────── */

static void
add_row (RgmResponseFigure    *self,
         RgmRowPlot           *plot,
         const RgmResponseRow *row)
{
  const RgmResponse *response = row->response;
  const RgmEstimate *estimate = &response->outcome->estimate;
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  g_autofree char *id = g_strconcat ("arm ", row->arm.arm->id, NULL);
  g_autofree char *described = rgm_response_figure_describe_row (self, row);
  g_autofree char *sentence = rgm_figure_add_remarks (described, &row->arm, rgm_response_endpoints);
  g_autofree char *detail = rgm_figure_mark_text (rgm_figure_get_detail (&row->arm), &row->arm, rgm_response_endpoints);
  g_auto (Cells) cells = { 0 };
  double value, lower, upper;
  RgmPlotRow drawn = {
    .id = id,
    .target = row->arm.trial->id,
    .sentence = sentence,
    .label = row->arm.trial->name,
    .detail = detail,
    .cells = (const char * const *) cells.texts,
    .series = rgm_class_series (data_set, row->arm.arm->class_id),
    .values = { { .value = NAN, .span = RGM_SPAN_NONE, .second_span = RGM_SPAN_NONE } },
  };

  if (rgm_response_get_percent (response, &value, &lower, &upper))
    {
      drawn.values[0].value = value;
      drawn.values[0].span = (RgmSpan) { lower, upper };
      drawn.values[0].weight = !isnan (row->weight) ? row->weight : MAX ((double) response->analysed, 0);
    }
  if (self->options->published && response->why_not == NULL)
    drawn.values[0].second_span = (RgmSpan) {
      estimate->lower.state == RGM_STATE_REPORTED ? estimate->lower.value : NAN,
      estimate->upper.state == RGM_STATE_REPORTED ? estimate->upper.value : NAN,
    };

  if (self->options->rates)
    add_cell (&cells, response->why_not != NULL && estimate->state == RGM_STATE_REPORTED ? format_published (estimate)
                      : isnan (value) ? g_strdup ("") : format_rate (value, lower, upper));
  if (self->options->counts)
    add_cell (&cells, format_count (response->responders, response->analysed));
  if (rgm_response_figure_shows_weights (self))
    add_cell (&cells, isnan (row->weight) ? g_strdup ("") : rgm_format_number (row->weight, 1));
  rgm_row_plot_add_row (plot, &drawn);
}

static void
add_pooled (RgmResponseFigure *self,
            RgmRowPlot        *plot,
            const char        *group,
            const char        *group_name)
{
  const RgmPooledRate *rate = rgm_response_figure_get_pooled (self, group);
  g_autofree char *id = g_strconcat ("pooled ", group != NULL ? group : "all", NULL);
  g_autofree char *label = rgm_response_figure_pooled_label (self, group == NULL);
  g_autofree char *name = rgm_response_figure_pooled_name (self, group_name);
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

  drawn.detail = detail = rgm_response_figure_pooled_detail (self, rate, group);
  drawn.sentence = sentence = rgm_response_figure_describe_pooled (self, rate, name, group != NULL ? detail : NULL);
  drawn.values[0].value = rate->estimate * 100;
  drawn.values[0].span = (RgmSpan) { rate->lower * 100, rate->upper * 100 };
  if (self->options->prediction)
    drawn.values[0].second_span = (RgmSpan) { rate->prediction_lower * 100, rate->prediction_upper * 100 };

  if (self->options->rates)
    add_cell (&cells, format_rate (rate->estimate * 100, rate->lower * 100, rate->upper * 100));
  if (self->options->counts)
    add_cell (&cells, format_count (rate->responders, rate->patients));
  rgm_row_plot_add_pooled (plot, &drawn);

}

static void
add_rows (RgmResponseFigure *self,
          RgmRowPlot        *plot)
{
  const char *group = NULL;
  const char *group_name = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RgmResponseRow *row = &g_array_index (self->rows, RgmResponseRow, i);

      if (g_strcmp0 (row->arm.group_id, group) != 0)
        {
          if (group != NULL)
            add_pooled (self, plot, group, group_name);
          rgm_row_plot_add_heading (plot, row->arm.group_name);
          group = row->arm.group_id;
          group_name = row->arm.group_name;
        }
      add_row (self, plot, row);
    }
  if (group != NULL)
    add_pooled (self, plot, group, group_name);
  add_pooled (self, plot, NULL, NULL);
}

/* The forest plot, or the bars, of the last update. */
RgmRowPlot *
rgm_response_figure_make_plot (RgmResponseFigure *self)
{
  gboolean bars = self->options->show == RGM_RESPONSE_BARS;
  RgmRowPlot *plot = rgm_row_plot_new (bars ? RGM_ROW_MARK_BAR : RGM_ROW_MARK_WEIGHT);
  g_autofree char *level = rgm_format_level (self->options->level);
  g_autofree char *reference = rgm_format_percent (MAX (self->options->reference, 0), 0);
  /* Translators: an endpoint and a level: 'Objective response rate, with 95% interval'. */
  g_autofree char *axis_title = g_strdup_printf (_("%s, with %s interval"),
                                                 rgm_response_figure_get_endpoint_name (self), level);

  rgm_row_plot_set_frame (plot, rgm_figure_get_frame (RGM_FIGURE (self)));
  rgm_row_plot_set_title (plot, _("Trial and arm"));
  rgm_row_plot_set_left_out (plot, rgm_figure_text_left_out ());
  rgm_row_plot_add_panel (plot, &(RgmPlotPanel) {
    .axis = { axis_title, 0, self->options->axis_end, RGM_AXIS_PERCENT },
    .reference = self->options->reference >= 0 ? self->options->reference : NAN,
    .reference_label = reference,
  });
  add_columns (self, plot);
  add_legend (self, plot);
  add_rows (self, plot);
  rgm_figure_add_excluded (rgm_figure_get_selection (RGM_FIGURE (self)), &self->options->trials, rgm_response_endpoints,
                           self->options->rates + self->options->counts + rgm_response_figure_shows_weights (self), plot);

  return plot;
}
