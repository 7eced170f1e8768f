/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-curves-figure-private.h"

#include "rgm-data-set.h"
#include "rgm-enum.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-unit.h"

/* ── Numbers ─────────────────────────────────────────────────────────────────── */

/* A month is quoted to a tenth, a day only where a median is between two. */
static int
get_decimals (RgmCurvesFigure *self,
              double           time)
{
  if (g_strcmp0 (self->patients->unit, rgm_enum_get_nick (RGM_TYPE_UNIT, RGM_UNIT_DAYS)) == 0)
    return rgm_format_visible_decimals (time, MIN (rgm_format_decimals_of (time), 1));

  return rgm_format_visible_decimals (time, g_strcmp0 (self->patients->unit, rgm_enum_get_nick (RGM_TYPE_UNIT, RGM_UNIT_YEARS)) == 0 ? 2 : 1);
}

static char *
format_time (RgmCurvesFigure *self,
             double           time)
{
  return rgm_format_number (time, get_decimals (self, time));
}

/* With its unit. */
char *
rgm_curves_figure_describe_time (RgmCurvesFigure *self,
                                 double           time)
{
  int decimals = rgm_format_visible_decimals (time, MIN (rgm_format_decimals_of (time), 2));

  return self->patients->unit != NULL ? rgm_format_with_unit (time, decimals, self->patients->unit) : rgm_format_number (time, decimals);
}

static const char *
get_state (RgmQuantileState state)
{
  return state == RGM_QUANTILE_NOT_ESTIMABLE ? _("not estimable") : _("not reached");
}

/* '426 days (95% CI 348 to 550)', 'not reached (95% CI 12.1 to not reached)'. */
static char *
describe_quantile (RgmCurvesFigure           *self,
                   const RgmSurvivalQuantile *quantile,
                   gboolean                   with_interval)
{
  g_autofree char *level = rgm_format_level (self->analysis->options.level);
  g_autofree char *number = isnan (quantile->value) ? NULL : format_time (self, quantile->value);
  g_autofree char *value = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  if (number == NULL)
    value = g_strdup (get_state (quantile->state));
  else if (self->patients->unit != NULL)
    value = rgm_format_with_unit (quantile->value, get_decimals (self, quantile->value), self->patients->unit);
  else
    value = g_steal_pointer (&number);

  if (!with_interval || isnan (quantile->lower))
    return g_steal_pointer (&value);

  lower = format_time (self, quantile->lower);
  upper = isnan (quantile->upper) ? g_strdup (get_state (quantile->upper_state)) : format_time (self, quantile->upper);

  /* Translators: an estimate, a confidence level, and the bounds of the interval:
   * '426 days (95% CI 348 to 550)'. CI is 'confidence interval'. */
  return g_strdup_printf (_("%s (%s CI %s to %s)"), value, level, lower, upper);
}

static char *
describe_interval (RgmCurvesFigure *self,
                   double           value,
                   double           lower,
                   double           upper,
                   int              decimals)
{
  g_autofree char *level = rgm_format_level (self->analysis->options.level);
  g_autofree char *estimate = rgm_format_number (value, decimals);
  g_autofree char *from = rgm_format_number (lower, decimals);
  g_autofree char *to = rgm_format_number (upper, decimals);

  return g_strdup_printf (_("%s (%s CI %s to %s)"), estimate, level, from, to);
}

/* Survival, or 1 - survival, at a time, in percent or as a probability. */
static char *
describe_survival (RgmCurvesFigure       *self,
                   guint                  group,
                   const RgmSurvivalStep *step)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  RgmSurvivalStep turned = rgm_curves_figure_turn (self, group, *step);
  g_autofree char *level = rgm_format_level (self->analysis->options.level);
  g_autofree char *value = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  value = shown->probability ? rgm_format_number (turned.survival, 3) : rgm_format_percent (100 * turned.survival, 1);
  if (isnan (turned.lower) || isnan (turned.upper))
    return g_steal_pointer (&value);

  lower = rgm_format_number (shown->probability ? turned.lower : 100 * turned.lower, shown->probability ? 3 : 1);
  upper = rgm_format_number (shown->probability ? turned.upper : 100 * turned.upper, shown->probability ? 3 : 1);

  return g_strdup_printf (_("%s (%s CI %s to %s)"), value, level, lower, upper);
}

/* ── Sentences ───────────────────────────────────────────────────────────────── */

static char *
describe_counts (gsize    n,
                 gsize    events,
                 gboolean knows_events)
{
  g_autofree char *patients = NULL;
  g_autofree char *happened = NULL;
  g_autofree char *n_patients = rgm_format_number ((double) n, 0);
  g_autofree char *n_events = rgm_format_number ((double) events, 0);

  /* Translators: %s is a number. */
  patients = g_strdup_printf (ngettext ("%s patient", "%s patients", n), n_patients);
  if (!knows_events)
    return g_steal_pointer (&patients);

  /* Translators: %s is a number; an event is what survival is measured to: a death, a progression. */
  happened = g_strdup_printf (ngettext ("%s event", "%s events", events), n_events);

  /* Translators: '90 patients, 53 events'. */
  return g_strdup_printf (_("%s, %s"), patients, happened);
}

/* 'A: 90 patients, 53 events; median 426 days (95% CI 348 to 550); median follow-up 588 days (…).' */
char *
rgm_curves_figure_describe_group (RgmCurvesFigure *self,
                                  guint            index)
{
  const RgmSurvivalGroup *group = rgm_curves_figure_get_group (self, index);
  g_autofree char *counts = describe_counts (group->n, group->events, rgm_curves_figure_knows_events (self, index));
  g_autofree char *median = describe_quantile (self, &group->quartiles[1], rgm_curves_figure_knows_events (self, index));
  g_autofree char *follow_up = describe_quantile (self, &group->follow_up, TRUE);

  if (!rgm_curves_figure_knows_events (self, index))
    /* Translators: a group of patients, how many, and its median survival. */
    return rgm_text_printf (_("%s: %s; median %s."), rgm_curves_figure_get_name (self, index), counts, median);

  /* Translators: a group of patients, how many patients and events, its median survival and its median follow-up. */
  return rgm_text_printf (_("%s: %s; median %s; median follow-up %s."), rgm_curves_figure_get_name (self, index), counts, median, follow_up);
}

/* What the table says of a group at a tick. */
char *
rgm_curves_figure_describe_tick (RgmCurvesFigure *self,
                                 guint            index,
                                 double           time)
{
  RgmSurvivalStep step = rgm_survival_group_get_at (rgm_curves_figure_get_group (self, index), time);
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  g_autofree char *at = rgm_curves_figure_describe_time (self, time);
  g_autofree char *survival = describe_survival (self, index, &step);
  g_autofree char *at_risk = rgm_format_number ((double) step.at_risk, 0);
  g_autofree char *censored = rgm_format_number ((double) step.censored, 0);
  g_autofree char *events = rgm_format_number ((double) step.events, 0);

  /* Translators: a group of patients, a time, three numbers, the name of the vertical axis and its value there. */
  return rgm_text_printf (_("%s at %s: at risk %s, censored %s, events %s; %s %s."), rgm_curves_figure_get_name (self, index), at,
                          at_risk, censored, events, shown->failure ? _("1 − survival") : C_("axis", "survival"), survival);
}

/* What happens to a group when its curve steps. */
char *
rgm_curves_figure_describe_step (RgmCurvesFigure *self,
                                 guint            index,
                                 double           time)
{
  const RgmSurvivalStep *step = rgm_kaplan_meier_step_at (rgm_curves_figure_get_group (self, index)->curve, time);
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  g_autofree char *at = rgm_curves_figure_describe_time (self, time);
  g_autofree char *survival = describe_survival (self, index, step);
  g_autofree char *at_risk = rgm_format_number ((double) step->at_risk, 0);
  g_autofree char *events = rgm_format_number ((double) step->events, 0);

  /* Translators: a group of patients, a time, two numbers of patients, the name of the vertical axis and its value from then on. */
  return rgm_text_printf (_("%s at %s: %s of %s at risk had the event; %s %s."), rgm_curves_figure_get_name (self, index), at,
                          events, at_risk, shown->failure ? _("1 − survival") : C_("axis", "survival"), survival);
}

/* What the curves are at then: 'At 12 months: A 52.6% (…), B 40.1% (…).' */
char *
rgm_curves_figure_describe_landmark (RgmCurvesFigure *self,
                                     double           time)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  g_autofree char *at = rgm_curves_figure_describe_time (self, time);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < rgm_curves_figure_get_n_groups (self); i++)
    {
      const RgmSurvivalGroup *group = rgm_curves_figure_get_group (self, i);
      RgmSurvivalStep step = rgm_survival_group_get_at (group, time);
      g_autofree char *survival = describe_survival (self, i, &step);
      g_autofree char *phrase = NULL;
      gsize n_steps;
      const RgmSurvivalStep *steps = rgm_kaplan_meier_get_steps (group->curve, &n_steps);

      /* Nothing is known of a curve after its end, unless it fell to 0. */
      if (time > steps[n_steps - 1].time && steps[n_steps - 1].survival > 0)
        /* Translators: %s is a group of patients whose follow-up is too short. */
        phrase = rgm_text_printf (_("%s after its last follow-up"), rgm_curves_figure_get_name (self, i));
      else
        phrase = g_strdup_printf ("%s %s", rgm_curves_figure_get_name (self, i), survival);
      rgm_add_phrase (list, phrase);
    }

  if (shown->failure)
    /* Translators: a time, and groups of patients with what each curve is at then. */
    return rgm_text_printf (_("1 − survival at %s: %s."), at, list->str);

  /* Translators: a time, and groups of patients with what each curve is at then. */
  return rgm_text_printf (_("Survival at %s: %s."), at, list->str);
}

char *
rgm_curves_figure_note_hidden (guint n_hidden)
{
  g_autofree char *number = rgm_format_number (n_hidden, 0);

  return g_strdup_printf (ngettext ("%s censoring mark is not drawn because it would touch another or hide the curve.",
                                    "%s censoring marks are not drawn because they would touch others or hide the curve.", n_hidden), number);
}

static void
add_comparisons (RgmCurvesFigure *self,
                 GString         *text)
{
  const RgmSurvivalAnalysis *analysis = self->analysis;
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  const char *reference = rgm_curves_figure_get_name (self, (guint) analysis->options.reference);

  if (!rgm_curves_figure_may_compare (self))
    return;

  for (guint i = 0; i < analysis->groups->len; i++)
    {
      const RgmSurvivalGroup *group = rgm_curves_figure_get_group (self, i);
      g_autofree char *estimate = NULL;
      g_autofree char *p = NULL;

      if (i == analysis->options.reference)
        continue;
      if (isnan (group->ratio.ratio))
        {
          /* Translators: two groups of patients, and the reason. */
          rgm_add_sentence_printf (text, _("No hazard ratio for %s versus %s: %s"), rgm_curves_figure_get_name (self, i), reference, group->why_no_ratio);
          continue;
        }
      estimate = describe_interval (self, group->ratio.ratio, group->ratio.lower, group->ratio.upper, 2);
      p = rgm_format_p_value (group->ratio.p);
      /* Translators: two groups of patients, an estimate with its interval, and '= 0.032' or '< 0.001'. */
      rgm_add_sentence_printf (text, _("Hazard ratio for %s versus %s: %s, p %s."), rgm_curves_figure_get_name (self, i), reference, estimate, p);
    }

  if (isnan (analysis->log_rank.p))
    {
      rgm_add_sentence_printf (text, _("No log-rank test: %s"), analysis->why_no_log_rank);
    }
  else
    {
      g_autofree char *p = rgm_format_p_value (analysis->log_rank.p);

      /* Translators: %s is '= 0.032' or '< 0.001'. */
      rgm_add_sentence_printf (text, _("Log-rank test: p %s."), p);
    }

  /* Of many groups only where a restriction was asked for. */
  if (analysis->groups->len > 2 && shown->tau <= 0)
    return;

  for (guint i = 0; i < analysis->groups->len; i++)
    {
      const RgmSurvivalGroup *group = rgm_curves_figure_get_group (self, i);
      g_autofree char *tau = rgm_curves_figure_describe_time (self, analysis->options.tau);
      g_autofree char *estimate = NULL;
      g_autofree char *p = NULL;

      if (i == analysis->options.reference)
        continue;
      if (isnan (group->difference.value))
        {
          rgm_add_sentence_printf (text, _("No difference in restricted means between %s and %s: %s"), rgm_curves_figure_get_name (self, i), reference,
                                   group->why_no_difference);
          continue;
        }
      estimate = describe_interval (self, group->difference.value, group->difference.lower, group->difference.upper,
                                    get_decimals (self, group->difference.value));
      p = rgm_format_p_value (group->difference.p);
      /* Translators: two groups of patients, what means are restricted to, an estimate with its interval, and '= 0.032'. */
      rgm_add_sentence_printf (text, _("Difference in mean survival between %s and %s, restricted to %s: %s, p %s."),
                               rgm_curves_figure_get_name (self, i), reference, tau, estimate, p);
    }
}

static char *
make_results (RgmCurvesFigure *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rgm_curves_figure_get_n_groups (self); i++)
    {
      g_autofree char *sentence = rgm_curves_figure_describe_group (self, i);

      rgm_add_sentence (text, sentence);
    }
  for (guint i = 0; i < self->landmarks->len; i++)
    {
      g_autofree char *sentence = rgm_curves_figure_describe_landmark (self, g_array_index (self->landmarks, double, i));

      rgm_add_sentence (text, sentence);
    }
  add_comparisons (self, text);

  return g_strdup (text->str);
}

static char *
make_note (RgmCurvesFigure *self)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *results = make_results (self);
  g_autofree char *level = rgm_format_level (self->analysis->options.level);
  gboolean any_events = FALSE;

  for (guint i = 0; i < rgm_curves_figure_get_n_groups (self); i++)
    any_events |= rgm_curves_figure_knows_events (self, i);
  rgm_add_sentence (text, results);
  for (guint i = 0; i < self->patients->remarks->len; i++)
    rgm_add_sentence (text, g_ptr_array_index (self->patients->remarks, i));
  for (guint i = 0; i < self->left_out->len; i++)
    rgm_add_sentence (text, g_ptr_array_index (self->left_out, i));
  if (any_events && shown->bands)
    /* Translators: %s is a confidence level. */
    rgm_add_sentence_printf (text, _("Shaded bands are pointwise %s confidence intervals."), level);
  if (any_events && shown->marks)
    rgm_add_sentence (text, _("Strokes across a curve are censored patients."));
  if (shown->points && self->patients->points->len > 0)
    rgm_add_sentence (text, _("Crosses are the published points that a curve was reconstructed from."));
  rgm_add_sentence (text,
                    /* xgettext:no-c-format */
                    _("A curve is thinner where fewer than 10% of its patients, or fewer than five, are at risk."));

  return g_strdup (text->str);
}

static char *
make_subtitle (RgmCurvesFigure *self)
{
  guint n_groups = rgm_curves_figure_get_n_groups (self);
  gsize events = 0;
  guint n_reconstructed = 0;
  g_autofree char *counts = NULL;

  for (guint i = 0; i < n_groups; i++)
    {
      events += rgm_curves_figure_get_group (self, i)->events;
      n_reconstructed += rgm_patient_groups_get_origin (self->patients, i) != RGM_TIMES_OBSERVED ? 1 : 0;
    }
  counts = describe_counts (self->patients->patients->len, events, !rgm_patient_groups_have (self->patients, RGM_TIMES_FROM_PATIENTS));

  if (n_reconstructed == 0)
    /* Translators: %s is how many patients and events. */
    return g_strdup_printf (_("Kaplan–Meier estimates; %s"), counts);
  if (n_reconstructed == n_groups)
    /* Translators: %s is how many patients and events. */
    return g_strdup_printf (_("Kaplan–Meier estimates, reconstructed from a published curve; %s"), counts);

  /* Translators: how many curves, of how many, and how many patients and events. */
  return g_strdup_printf (ngettext ("Kaplan–Meier estimates, %u of %u curves reconstructed from a published one; %s",
                                    "Kaplan–Meier estimates, %u of %u curves reconstructed from published ones; %s", n_reconstructed),
                          n_reconstructed, n_groups, counts);
}

/* How the times were reconstructed: once where it is the same for all groups, else of each. */
static char *
describe_origins (RgmCurvesFigure *self)
{
  RgmTimesOrigin first = rgm_patient_groups_get_origin (self->patients, 0);
  guint n_groups = rgm_curves_figure_get_n_groups (self);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean same = TRUE;

  for (guint i = 1; i < n_groups; i++)
    same &= rgm_patient_groups_get_origin (self->patients, i) == first;
  if (same)
    return g_strdup (rgm_times_origin_get_sentence (first));

  for (guint i = 0; i < n_groups; i++)
    {
      const char *origin = rgm_times_origin_get_sentence (rgm_patient_groups_get_origin (self->patients, i));

      if (origin != NULL)
        /* Translators: a group of patients, and a sentence on it. */
        rgm_add_sentence_printf (text, _("%s: %s"), rgm_curves_figure_get_name (self, i), origin);
    }

  return g_strdup (text->str);
}

static char *
make_method (RgmCurvesFigure *self)
{
  g_autofree char *method = rgm_survival_analysis_get_method (self->analysis);
  g_autofree char *origins = describe_origins (self);
  gboolean any_events = FALSE;

  for (guint i = 0; i < rgm_curves_figure_get_n_groups (self); i++)
    any_events |= rgm_curves_figure_knows_events (self, i);
  if (!any_events)
    return g_steal_pointer (&origins);

  return origins != NULL ? rgm_join_sentences (origins, method) : g_steal_pointer (&method);
}

static char *
make_title (RgmCurvesFigure *self)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  const RgmEndpoint *endpoint = self->endpoint != NULL ? rgm_data_set_find_endpoint (data_set, self->endpoint) : NULL;

  return g_strdup (endpoint != NULL ? endpoint->name : _("Survival curves"));
}

static char *
make_caveat (RgmCurvesFigure *self)
{
  const char *why = self->patients->why_no_tests;

  /* Of the arms of trials the reason is the caveat. */
  if (why == NULL || self->given == NULL)
    return g_strdup (why);

  return rgm_join_sentences (why, _("Separate trials are not randomised against each other; "
                                    "populations, assays, lines of therapy and follow-up differ."));
}

void
rgm_curves_figure_fill_frame (RgmCurvesFigure *self,
                              RgmFrame        *frame)
{
  frame->title = make_title (self);
  if (self->analysis == NULL)
    {
      frame->subtitle = g_strdup (self->fault != NULL ? self->fault : _("No curves: no arm has patients’ times or a published curve."));
      frame->summary = g_strdup (frame->subtitle);
      frame->note = g_strdup (frame->subtitle);
      return;
    }

  frame->subtitle = make_subtitle (self);
  frame->summary = make_results (self);
  frame->note = make_note (self);
  frame->method = make_method (self);
  frame->caveat = make_caveat (self);
  if (self->patients->source != NULL)
    /* Translators: %s is the name of a file, or several. */
    frame->sources = rgm_text_printf (_("Patients’ times: %s."), self->patients->source);
}

/* ── Table ───────────────────────────────────────────────────────────────────── */

enum
{
  COLUMN_GROUP,
  COLUMN_TIME,
  COLUMN_AT_RISK,
  COLUMN_CENSORED,
  COLUMN_EVENTS,
  COLUMN_SURVIVAL,
  COLUMN_LOWER,
  COLUMN_UPPER,
  COLUMN_ORIGIN,
};

static void
set_number (RgmTable *table,
            guint     row,
            guint     column,
            double    number,
            int       decimals)
{
  g_autofree char *text = isnan (number) ? NULL : rgm_format_number (number, decimals);

  if (text != NULL)
    rgm_table_set_number (table, row, column, number, text);
}

static void
add_row (RgmCurvesFigure *self,
         RgmTable        *table,
         guint            index,
         double           time)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  const char *name = rgm_curves_figure_get_name (self, index);
  RgmSurvivalStep step = rgm_curves_figure_turn (self, index, rgm_survival_group_get_at (rgm_curves_figure_get_group (self, index), time));
  double scale = shown->probability ? 1 : 100;
  int decimals = shown->probability ? 3 : 1;
  guint row = rgm_table_add_row (table, index < self->arms->len ? g_array_index (self->arms, RgmFigureArm, index).trial->id : name);

  rgm_table_set_text (table, row, COLUMN_GROUP, name);
  set_number (table, row, COLUMN_TIME, time, rgm_format_decimals_of (time));
  if (rgm_curves_figure_knows_events (self, index))
    {
      set_number (table, row, COLUMN_AT_RISK, (double) step.at_risk, 0);
      set_number (table, row, COLUMN_CENSORED, (double) step.censored, 0);
      set_number (table, row, COLUMN_EVENTS, (double) step.events, 0);
    }
  set_number (table, row, COLUMN_SURVIVAL, scale * step.survival, decimals);
  set_number (table, row, COLUMN_LOWER, scale * step.lower, decimals);
  set_number (table, row, COLUMN_UPPER, scale * step.upper, decimals);
  rgm_table_set_text (table, row, COLUMN_ORIGIN,
                      rgm_patient_groups_get_origin (self->patients, index) == RGM_TIMES_OBSERVED ? _("Patients’ times") : _("Reconstructed from a published curve"));
}

/* Of each group the numbers at the ticks of the axis, and at the times that were asked for. */
RgmTable *
rgm_curves_figure_make_table (RgmCurvesFigure *self)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  const char *unit = self->patients != NULL && self->patients->unit != NULL ? rgm_format_unit (self->patients->unit, 0) : NULL;
  g_autofree char *time = unit != NULL ? g_strdup_printf (_("Time, %s"), unit) : g_strdup (_("Time"));
  g_autofree char *survival = g_strdup_printf (shown->probability ? "%s" : "%s, %%", shown->failure ? _("1 − survival") : _("Survival"));
  RgmTable *table = rgm_table_new ();

  rgm_table_add_column (table, "group", _("Group"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "time", time, RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "at_risk", _("At risk"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "censored", _("Censored"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "events", _("Events"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "survival", survival, RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "lower", _("Lower"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "upper", _("Upper"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "origin", _("Data"), RGM_COLUMN_TEXT);

  for (guint i = 0; i < rgm_curves_figure_get_n_groups (self); i++)
    {
      guint landmark = 0;

      for (guint tick = 0; tick < self->ticks->len; tick++)
        {
          double at = g_array_index (self->ticks, double, tick);

          for (; landmark < self->landmarks->len && g_array_index (self->landmarks, double, landmark) <= at; landmark++)
            if (g_array_index (self->landmarks, double, landmark) < at)
              add_row (self, table, i, g_array_index (self->landmarks, double, landmark));
          add_row (self, table, i, at);
        }
      for (; landmark < self->landmarks->len; landmark++)
        add_row (self, table, i, g_array_index (self->landmarks, double, landmark));
    }

  return table;
}
