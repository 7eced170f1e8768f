/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample-plots.h"

static const RgmFrame frame = {
  .title = "Response by arm",
  .subtitle = "Objective response rate, percent of patients; 6 arms",
  .summary = "A forest plot of six arms.",
  .note = "Two trials have no rate yet.",
  .method = "Random-effects logistic model with a normal random intercept, fitted by maximum likelihood; "
            "intervals of single arms are exact (Clopper and Pearson).",
  .caveat = "Separate trials, not randomised against each other; populations, assays, lines of therapy and "
            "follow-up differ.",
  .sources = "Source: a review, as of 1 January 2000.",
};

typedef struct
{
  const char *label;
  const char *detail;
  const char *cells[3];
  RgmSeries   series;
  double      value;
  RgmSpan     span;
  double      n;
} Sample;

static const Sample samples[] = {
  { "ALPHA-1", "Somumab plus otherumab", { "22/69", "31.9 [21.2 to 44.2]" }, RGM_SERIES_BLUE_SQUARE, 31.9, { 21.2, 44.2 }, 69 },
  { "A trial with a name that is much longer than its place", "A regimen of five agents with names as long",
    { "0/5", "0 [0 to 52.2]" }, RGM_SERIES_SKY_DIAMOND, 0, { 0, 52.2 }, 5 },
  { "BETA-2", "T-XYZ", { "24/53", "45.3 [31.6 to 59.6]" }, RGM_SERIES_VERMILION_CIRCLE, 45.3, { 31.6, 59.6 }, 53 },
  { "GAMMA", "T-XYZ", { "53/54", "98.1 [90.1 to 100]" }, RGM_SERIES_VERMILION_CIRCLE, 98.1, { 90.1, 100 }, 54 },
  { "DELTA", "Tinib", { "1/30", "3.3 [0.1 to 17.2]" }, RGM_SERIES_GREEN_TRIANGLE, 3.3, { 0.1, 17.2 }, 30 },
  { "EPSILON", "Mabs and cells", { "12/40", "30.0 [16.6 to 46.5]" }, RGM_SERIES_PURPLE_PENTAGON, 30, { 16.6, 46.5 }, 40 },
};

static void
add_sample (RgmRowPlot *plot,
            guint       index)
{
  const Sample *sample = &samples[index % G_N_ELEMENTS (samples)];
  g_autofree char *id = g_strdup_printf ("arm row-%u", index);
  g_autofree char *target = g_strdup_printf ("trial-%u", index);
  g_autofree char *sentence = g_strdup_printf ("%s, %s: %s.", sample->label, sample->detail, sample->cells[1]);
  RgmPlotRow row = {
    .id = id, .target = target, .sentence = sentence,
    .label = sample->label, .detail = sample->detail, .cells = sample->cells, .series = sample->series,
    .values = { { .value = sample->value, .span = sample->span, .second_span = RGM_SPAN_NONE, .weight = sample->n },
                { .value = NAN, .span = RGM_SPAN_NONE, .second_span = RGM_SPAN_NONE } },
  };

  if (index == 2)
    row.values[0].second_span = (RgmSpan) { 33, 58 };
  rgm_row_plot_add_row (plot, &row);
}

RgmRowPlot *
sample_forest (guint n_rows)
{
  RgmRowPlot *plot = rgm_row_plot_new (RGM_ROW_MARK_WEIGHT);
  const char *cells[] = { "112/251", "30.1 [15.0 to 51.2]", NULL };
  const RgmPlotRow pooled = {
    .id = "pooled", .sentence = "All arms.", .label = "Typical arm", .detail = "Random-effects logistic model",
    .cells = cells,
    .values = { { .value = 30.1, .span = { 15.0, 51.2 }, .second_span = { 1.2, 93.4 } } },
  };

  rgm_row_plot_set_frame (plot, &frame);
  rgm_row_plot_set_title (plot, "Trial and regimen");
  rgm_row_plot_add_panel (plot, &(RgmPlotPanel) {
    .axis = { "Objective response rate, with 95% interval", 0, 80, RGM_AXIS_PERCENT },
    .reference = 30, .reference_label = "Reference 30%" });
  rgm_row_plot_add_column (plot, &(RgmPlotColumn) { "Responders", TRUE, 0 });
  rgm_row_plot_add_column (plot, &(RgmPlotColumn) { "Rate, % [95% CI]", TRUE, 1 });
  rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_SERIES, RGM_SERIES_BLUE_SQUARE, "Antibody" });
  rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_POOLED, 0, "Pooled, with interval" });
  rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_PREDICTION, 0, "Prediction interval" });
  rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_SECOND_INTERVAL, 0, "Published interval" });
  rgm_row_plot_add_legend (plot, &(RgmLegendEntry) { RGM_LEGEND_OPEN, 0, "Not reached" });

  rgm_row_plot_add_heading (plot, "First group");
  for (guint i = 0; i < n_rows; i++)
    {
      if (i == n_rows / 2)
        rgm_row_plot_add_heading (plot, "Second group");
      add_sample (plot, i);
    }
  rgm_row_plot_add_pooled (plot, &pooled);

  return plot;
}

RgmRowPlot *
sample_bars (void)
{
  RgmRowPlot *plot = rgm_row_plot_new (RGM_ROW_MARK_BAR);

  rgm_row_plot_set_frame (plot, &frame);
  rgm_row_plot_add_panel (plot, &(RgmPlotPanel) {
    .axis = { "Objective response rate", NAN, NAN, RGM_AXIS_PERCENT }, .reference = NAN });
  rgm_row_plot_add_column (plot, &(RgmPlotColumn) { NULL, TRUE, 0 });
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    add_sample (plot, i);

  return plot;
}

RgmRowPlot *
sample_medians (void)
{
  static const RgmPlotValue values[][2] = {
    { { 4.1, { 2.7, 5.6 }, RGM_SPAN_NONE }, { 15.5, { 10.3, 20.9 }, RGM_SPAN_NONE } },
    { { 6.9, { NAN, 8.7 }, RGM_SPAN_NONE }, { 24.1, { 20.3, INFINITY }, RGM_SPAN_NONE } },
    { { NAN, { NAN, NAN }, RGM_SPAN_NONE, 0, "not reported" }, { INFINITY, { 11.8, INFINITY }, RGM_SPAN_NONE } },
    { { 3.4, { 1.8, 4.3 }, RGM_SPAN_NONE }, { INFINITY, { NAN, NAN }, RGM_SPAN_NONE, 0, "not reached" } },
  };
  RgmRowPlot *plot = rgm_row_plot_new (RGM_ROW_MARK_DOT);

  rgm_row_plot_set_frame (plot, &frame);
  rgm_row_plot_set_title (plot, "Trial and regimen");
  rgm_row_plot_add_panel (plot, &(RgmPlotPanel) {
    .title = "Progression-free survival", .axis = { "Months", NAN, NAN, RGM_AXIS_MONTHS }, .reference = NAN });
  rgm_row_plot_add_panel (plot, &(RgmPlotPanel) {
    .title = "Overall survival", .axis = { "Months", NAN, NAN, RGM_AXIS_MONTHS }, .reference = NAN });
  rgm_row_plot_add_column (plot, &(RgmPlotColumn) { "As published", FALSE, 1 });
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const char *cells[] = { "4.1 (2.7 to 5.6)", NULL };
      g_autofree char *id = g_strdup_printf ("arm row-%u", i);
      RgmPlotRow row = { .id = id, .sentence = "A row.", .label = samples[i].label, .detail = samples[i].detail,
                         .cells = cells, .series = samples[i].series };

      row.values[0] = values[i][0];
      row.values[1] = values[i][1];
      rgm_row_plot_add_row (plot, &row);
    }

  return plot;
}
