/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-survival-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-enum.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-json-writer.h"
#include "rgm-punctuation.h"
#include "rgm-table.h"

static const RgmSurvivalGroup *
group_at (const RgmSurvivalReport *self,
          guint                    group)
{
  return &g_array_index (self->analysis->groups, RgmSurvivalGroup, group);
}

static const char *
get_kind (const RgmSurvivalReport *self)
{
  return self->origin == RGM_TIMES_OBSERVED ? "patients" : "reconstructed";
}

/* With how the times were reconstructed, where they were. */
static char *
make_method (const RgmSurvivalReport *self)
{
  g_autofree char *method = rgm_survival_analysis_get_method (self->analysis);
  const char *origin = rgm_times_origin_get_sentence (self->origin);

  return origin != NULL ? rgm_join_sentences (origin, method) : g_steal_pointer (&method);
}

static void
write_step (RgmJsonWriter         *json,
            const RgmSurvivalStep *step)
{
  rgm_json_writer_begin_object (json);
  rgm_json_writer_add_number (json, "time", step->time);
  rgm_json_writer_add_count (json, "at_risk", (gint64) step->at_risk);
  rgm_json_writer_add_count (json, "events", (gint64) step->events);
  rgm_json_writer_add_count (json, "censored", (gint64) step->censored);
  rgm_json_writer_add_number (json, "survival", step->survival);
  rgm_json_writer_add_number (json, "se", step->se);
  rgm_json_writer_add_number (json, "lower", step->lower);
  rgm_json_writer_add_number (json, "upper", step->upper);
  rgm_json_writer_end_object (json);
}

static void
write_quantile (RgmJsonWriter             *json,
                const char                *name,
                const RgmSurvivalQuantile *quantile)
{
  rgm_json_writer_open_object (json, name);
  rgm_json_writer_add_string (json, "state", rgm_enum_get_nick (RGM_TYPE_QUANTILE_STATE, (int) quantile->state));
  rgm_json_writer_add_number (json, "value", quantile->value);
  rgm_json_writer_add_number (json, "lower", quantile->lower);
  rgm_json_writer_add_number (json, "upper", quantile->upper);
  rgm_json_writer_add_string (json, "upper_state", rgm_enum_get_nick (RGM_TYPE_QUANTILE_STATE, (int) quantile->upper_state));
  rgm_json_writer_end_object (json);
}

static void
write_group (const RgmSurvivalReport *self,
             RgmJsonWriter           *json,
             guint                    index)
{
  const RgmSurvivalGroup *group = group_at (self, index);
  gsize n_steps;
  const RgmSurvivalStep *steps = rgm_kaplan_meier_get_steps (group->curve, &n_steps);

  rgm_json_writer_begin_object (json);
  rgm_json_writer_add_string (json, "group", self->names[index]);
  rgm_json_writer_add_count (json, "n", (gint64) group->n);
  rgm_json_writer_add_count (json, "events", (gint64) group->events);
  write_quantile (json, "median", &group->quartiles[1]);
  rgm_json_writer_open_object (json, "quartiles");
  write_quantile (json, "25", &group->quartiles[0]);
  write_quantile (json, "75", &group->quartiles[2]);
  rgm_json_writer_end_object (json);
  write_quantile (json, "follow_up", &group->follow_up);

  rgm_json_writer_open_object (json, "rmst");
  rgm_json_writer_add_number (json, "tau", self->analysis->options.tau);
  rgm_json_writer_add_number (json, "value", group->mean.value);
  rgm_json_writer_add_number (json, "se", group->mean.se);
  rgm_json_writer_add_number (json, "lower", group->mean.lower);
  rgm_json_writer_add_number (json, "upper", group->mean.upper);
  rgm_json_writer_add_string (json, "reason", group->why_no_mean);
  rgm_json_writer_end_object (json);

  rgm_json_writer_open_array (json, "at");
  for (guint i = 0; i < self->times->len; i++)
    {
      RgmSurvivalStep step = rgm_survival_group_get_at (group, g_array_index (self->times, double, i));

      write_step (json, &step);
    }
  rgm_json_writer_end_array (json);

  rgm_json_writer_open_array (json, "steps");
  for (gsize i = 0; i < n_steps; i++)
    write_step (json, &steps[i]);
  rgm_json_writer_end_array (json);
  rgm_json_writer_end_object (json);
}

static void
write_pair (const RgmSurvivalReport *self,
            RgmJsonWriter           *json,
            guint                    index)
{
  rgm_json_writer_begin_object (json);
  rgm_json_writer_add_string (json, "reference", self->names[self->analysis->options.reference]);
  rgm_json_writer_add_string (json, "group", self->names[index]);
}

static void
write_comparisons (const RgmSurvivalReport *self,
                   RgmJsonWriter           *json)
{
  const RgmSurvivalAnalysis *analysis = self->analysis;

  rgm_json_writer_open_object (json, "log_rank");
  rgm_json_writer_add_number (json, "chi2", analysis->log_rank.chi2);
  if (isnan (analysis->log_rank.chi2))
    rgm_json_writer_add_number (json, "df", NAN);
  else
    rgm_json_writer_add_count (json, "df", (gint64) analysis->log_rank.df);
  rgm_json_writer_add_number (json, "p", analysis->log_rank.p);
  rgm_json_writer_add_string (json, "reason", analysis->why_no_log_rank);
  rgm_json_writer_end_object (json);

  rgm_json_writer_open_array (json, "hazard_ratios");
  for (guint g = 0; g < analysis->groups->len; g++)
    if (g != analysis->options.reference)
      {
        const RgmSurvivalGroup *group = group_at (self, g);

        write_pair (self, json, g);
        rgm_json_writer_add_number (json, "value", group->ratio.ratio);
        rgm_json_writer_add_number (json, "lower", group->ratio.lower);
        rgm_json_writer_add_number (json, "upper", group->ratio.upper);
        rgm_json_writer_add_number (json, "p", group->ratio.p);
        rgm_json_writer_add_string (json, "reason", group->why_no_ratio);
        rgm_json_writer_end_object (json);
      }
  rgm_json_writer_end_array (json);

  rgm_json_writer_open_array (json, "rmst_differences");
  for (guint g = 0; g < analysis->groups->len; g++)
    if (g != analysis->options.reference)
      {
        const RgmSurvivalGroup *group = group_at (self, g);

        write_pair (self, json, g);
        rgm_json_writer_add_number (json, "tau", analysis->options.tau);
        rgm_json_writer_add_number (json, "value", group->difference.value);
        rgm_json_writer_add_number (json, "lower", group->difference.lower);
        rgm_json_writer_add_number (json, "upper", group->difference.upper);
        rgm_json_writer_add_number (json, "p", group->difference.p);
        rgm_json_writer_add_string (json, "reason", group->why_no_difference);
        rgm_json_writer_end_object (json);
      }
  rgm_json_writer_end_array (json);
}

/**
 * rgm_survival_report_to_json:
 * @self: a report
 *
 * Returns: (transfer full): the analysis as JSON
 */
char *
rgm_survival_report_to_json (const RgmSurvivalReport *self)
{
  g_autoptr (RgmJsonWriter) json = rgm_json_writer_new ();
  g_autofree char *method = make_method (self);

  rgm_json_writer_begin_object (json);
  rgm_json_writer_add_string (json, "unit", self->unit);
  rgm_json_writer_add_number (json, "level", self->analysis->options.level);
  rgm_json_writer_add_string (json, "transform", rgm_enum_get_nick (RGM_TYPE_SURVIVAL_INTERVAL, (int) self->analysis->options.interval));
  rgm_json_writer_add_string (json, "kind", get_kind (self));
  rgm_json_writer_add_string (json, "method", method);
  rgm_json_writer_add_string (json, "caveat", self->caveat);
  rgm_json_writer_open_array (json, "warnings");
  for (guint i = 0; i < self->remarks->len; i++)
    rgm_json_writer_string (json, g_ptr_array_index (self->remarks, i));
  rgm_json_writer_end_array (json);
  rgm_json_writer_open_array (json, "groups");
  for (guint g = 0; g < self->analysis->groups->len; g++)
    write_group (self, json, g);
  rgm_json_writer_end_array (json);
  write_comparisons (self, json);
  rgm_json_writer_end_object (json);

  return rgm_json_writer_finish (json);
}

static RgmTable *
make_table (const RgmSurvivalReport *self,
            gboolean                 in_full)
{
  RgmTable *table = rgm_table_new ();
  const char *ids[] = { "time", "at_risk", "events", "censored", "survival", "se", "lower", "upper" };
  const char *titles[] = { _("Time"), _("At risk"), _("Events"), _("Censored"), _("Survival"), _("Standard error"), _("Lower"), _("Upper") };

  rgm_table_add_column (table, "group", _("Group"), RGM_COLUMN_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    rgm_table_add_column (table, ids[i], in_full ? ids[i] : titles[i], RGM_COLUMN_NUMBER);
  if (in_full)
    rgm_table_add_column (table, "kind", "kind", RGM_COLUMN_TEXT);

  for (guint g = 0; g < self->analysis->groups->len; g++)
    for (guint i = 0; i < self->times->len; i++)
      {
        RgmSurvivalStep step = rgm_survival_group_get_at (group_at (self, g), g_array_index (self->times, double, i));
        const double cells[] = {
          step.time, (double) step.at_risk, (double) step.events, (double) step.censored, step.survival, step.se, step.lower, step.upper,
        };
        guint row = rgm_table_add_row (table, self->names[g]);

        rgm_table_set_text (table, row, 0, self->names[g]);
        if (in_full)
          rgm_table_set_text (table, row, G_N_ELEMENTS (cells) + 1, get_kind (self));
        for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
          {
            g_autofree char *text = isnan (cells[c]) ? g_strdup (RGM_EN_DASH)
                                    : c < 4          ? rgm_format_number (cells[c], rgm_format_decimals_of (cells[c]))
                                                     : rgm_format_number (cells[c], 3);

            if (isnan (cells[c]))
              rgm_table_set_text (table, row, c + 1, in_full ? "" : text);
            else
              rgm_table_set_number (table, row, c + 1, cells[c], text);
          }
      }

  return table;
}

/**
 * rgm_survival_report_to_csv:
 * @self: a report
 *
 * Returns: (transfer full): for each group and time a row of CSV: at risk, events and
 *   censored before, survival and its interval
 */
char *
rgm_survival_report_to_csv (const RgmSurvivalReport *self)
{
  g_autoptr (RgmTable) table = make_table (self, TRUE);

  return rgm_table_to_csv (table);
}

/* In a sentence, where the vocabulary's label would begin with a capital. */
static char *
state_text (RgmQuantileState state)
{
  return g_strdup (state == RGM_QUANTILE_NOT_ESTIMABLE ? _("not estimable") : _("not reached"));
}

static char *
quantile_text (const RgmSurvivalQuantile *quantile)
{
  g_autofree char *lower = isnan (quantile->lower) ? g_strdup (RGM_EN_DASH) : rgm_format_visible (quantile->lower, 2);
  g_autofree char *upper = isnan (quantile->upper) ? state_text (quantile->upper_state)
                                                   : rgm_format_visible (quantile->upper, 2);
  g_autofree char *value = isnan (quantile->value) ? state_text (quantile->state)
                                                   : rgm_format_visible (quantile->value, 2);

  /* Translators: an estimate and the bounds of its interval. */
  return g_strdup_printf (_("%s (%s to %s)"), value, lower, upper);
}

static char *
estimate_text (double value,
               double lower,
               double upper,
               double p,
               const char *reason)
{
  g_autofree char *number = NULL, *low = NULL, *high = NULL, *p_text = NULL;

  if (isnan (value))
    return g_strdup (reason != NULL ? reason : RGM_EN_DASH);

  number = rgm_format_number (value, 3);
  low = rgm_format_number (lower, 3);
  high = rgm_format_number (upper, 3);
  if (isnan (p))
    return g_strdup_printf (_("%s (%s to %s)"), number, low, high);

  p_text = rgm_format_p_value (p);
  /* Translators: an estimate, the bounds of its interval, and a p value such as “= 0.012”. */
  return g_strdup_printf (_("%s (%s to %s), p %s"), number, low, high, p_text);
}

/**
 * rgm_survival_report_to_text:
 * @self: a report
 *
 * Returns: (transfer full): the analysis for people
 */
char *
rgm_survival_report_to_text (const RgmSurvivalReport *self)
{
  const RgmSurvivalAnalysis *analysis = self->analysis;
  const char *reference = self->names[analysis->options.reference];
  g_autoptr (RgmTable) table = make_table (self, FALSE);
  g_autofree char *cells = rgm_table_to_text (table, TRUE);
  g_autofree char *method = make_method (self);
  GString *text = g_string_new (NULL);

  for (guint g = 0; g < analysis->groups->len; g++)
    {
      const RgmSurvivalGroup *group = group_at (self, g);
      g_autofree char *median = quantile_text (&group->quartiles[1]);
      g_autofree char *follow_up = quantile_text (&group->follow_up);
      g_autofree char *mean = estimate_text (group->mean.value, group->mean.lower, group->mean.upper, NAN, group->why_no_mean);
      g_autofree char *tau = rgm_format_number (analysis->options.tau, 2);
      g_autofree char *ratio = estimate_text (group->ratio.ratio, group->ratio.lower, group->ratio.upper, group->ratio.p, group->why_no_ratio);
      g_autofree char *difference = estimate_text (group->difference.value, group->difference.lower, group->difference.upper,
                                                   group->difference.p, group->why_no_difference);

      g_string_append_printf (text, "%s\n", self->names[g]);
      g_string_append_printf (text, "  %s %" G_GSIZE_FORMAT "  %s %" G_GSIZE_FORMAT "\n", _("Patients:"), group->n, _("Events:"), group->events);
      g_string_append_printf (text, "  %s %s %s\n", _("Median:"), median, self->unit);
      g_string_append_printf (text, "  %s %s %s\n", _("Median follow-up:"), follow_up, self->unit);
      /* Translators: %s is a time. */
      g_string_append_printf (text, _("  Restricted mean to %s: "), tau);
      g_string_append_printf (text, "%s\n", mean);
      if (g == analysis->options.reference)
        continue;
      /* Translators: %s is a group of patients. */
      rgm_text_append_printf (text, _("  Hazard ratio versus %s: "), reference);
      g_string_append_printf (text, "%s\n", ratio);
      rgm_text_append_printf (text, _("  Difference in restricted means versus %s: "), reference);
      g_string_append_printf (text, "%s\n", difference);
    }
  if (analysis->groups->len > 1)
    {
      if (isnan (analysis->log_rank.p))
        {
          g_string_append_printf (text, "%s %s\n", _("Log-rank test:"), analysis->why_no_log_rank);
        }
      else
        {
          g_autofree char *chi2 = rgm_format_number (analysis->log_rank.chi2, 2);
          g_autofree char *p = rgm_format_p_value (analysis->log_rank.p);

          g_string_append_printf (text, "%s χ² = %s, df = %" G_GSIZE_FORMAT ", p %s\n", _("Log-rank test:"), chi2, analysis->log_rank.df, p);
        }
    }
  g_string_append_printf (text, "\n%s\n%s\n", cells, method);
  if (self->caveat != NULL)
    g_string_append_printf (text, "%s\n", self->caveat);

  return g_string_free (text, FALSE);
}
