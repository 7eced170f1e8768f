/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-response-figure-private.h"

#include "rgm-format.h"
#include "rgm-figure-text.h"
#include "rgm-number-remarks.h"
#include "rgm-value-text.h"

static const RgmResponseRow *
get_row (RgmResponseFigure *self,
         guint              index)
{
  return &g_array_index (self->rows, RgmResponseRow, index);
}

/* A proportion as a percentage with one decimal. */
static char *
format_percent (double proportion)
{
  return rgm_format_percent (proportion * 100, rgm_format_visible_decimals (proportion * 100, 1));
}

/* All arms pooled by one model: 'Logistic: 30.9% [24.6–37.9]'; NULL where it pools nothing. */
char *
rgm_response_figure_describe_model (RgmResponseFigure *self,
                                    const RgmPooling  *pooling)
{
  const RgmPooledRate *rate = rgm_pooling_get_overall (pooling);
  const char *label = rgm_enum_get_label (RGM_TYPE_POOLING_MODEL, (int) rgm_pooling_get_options (pooling)->model);
  g_autofree char *estimate = NULL;
  g_autofree char *interval = NULL;

  if (!rgm_pooled_rate_is_pooled (rate) || rate->why_no_estimate != NULL)
    return NULL;

  estimate = format_percent (rate->estimate);
  if (rate->why_no_interval != NULL)
    /* Translators: a model and the rate that it pools: 'REML: 27.1%'. */
    return rgm_text_printf (C_("model", "%s: %s"), label, estimate);

  interval = rgm_format_interval (rate->lower * 100, rate->upper * 100, 1);

  /* Translators: a model, the rate that it pools, and the interval: 'REML: 27.1% [21.0–34.2]'. */
  return rgm_text_printf (_("%s: %s [%s]"), label, estimate, interval);
}

/* ── Sentences ───────────────────────────────────────────────────────────────── */

/* 'DESTINY-CRC01, T-DXd, Antibody–drug conjugate: responders 24 of 53, 45.3%, computed 95% CI 31.6 to 59.6 (Clopper–Pearson).' */
char *
rgm_response_figure_describe_row (RgmResponseFigure    *self,
                                  const RgmResponseRow *row)
{
  const RgmResponse *response = row->response;
  const RgmEstimate *estimate = &response->outcome->estimate;
  g_autofree char *name = rgm_figure_name_arm (rgm_figure_get_data_set (RGM_FIGURE (self)), &row->arm);
  g_autofree char *published = rgm_value_text_bounds (estimate);
  g_autoptr (GString) text = g_string_new (NULL);

  if (response->why_not == NULL)
    {
      g_autofree char *rate = format_percent (response->estimate);
      g_autofree char *level = rgm_format_level (self->options->level);
      g_autofree char *interval = rgm_format_interval (response->lower * 100, response->upper * 100, 1);
      g_autofree char *responders = g_strdup_printf ("%" G_GINT64_FORMAT, response->responders);
      g_autofree char *analysed = g_strdup_printf ("%" G_GINT64_FORMAT, response->analysed);

      /* Translators: an arm, responders, patients, rate, level, interval, and the method that it was computed by:
         'TRIAL-1, Regimen: responders 24 of 53, 45.3%, computed 95% CI 31.6 to 59.6 (Clopper–Pearson)' */
      rgm_text_append_printf (text, _("%s: responders %s of %s, %s, computed %s CI %s (%s)"),
                              name, responders, analysed, rate, level, interval,
                              rgm_enum_get_label (RGM_TYPE_RATE_INTERVAL, (int) self->options->interval));
    }
  else
    {
      g_autofree char *value = rgm_value_text_value (estimate);

      /* Translators: an arm and its rate: 'TRIAL-1, Regimen: response rate 45.3%' */
      rgm_text_append_printf (text, _("%s: response rate %s"), name, value);
    }

  if (published != NULL && (self->options->published || response->why_not != NULL))
    {
      g_autofree char *clause = g_strdup_printf (_("published interval %s"), published);

      rgm_add_clause (text, clause);
    }
  if (rgm_response_figure_shows_weights (self) && !isnan (row->weight))
    {
      g_autofree char *weight = rgm_format_percent (row->weight, 1);
      /* Translators: what an arm counts for in a pooled rate: 'weight 7.1%' */
      g_autofree char *clause = g_strdup_printf (_("weight %s"), weight);

      rgm_add_clause (text, clause);
    }

  return rgm_end_sentence (text->str);
}

/* What a model's pooled rate is. */
static const char *
get_pooled_label (RgmResponseFigure *self,
                  RgmPoolingModel    model,
                  gboolean           overall)
{
  gboolean grouped = rgm_response_figure_has_groups (self);

  if (model == RGM_POOLING_COMMON)
    return overall && grouped ? _("All arms, common rate") : _("Common rate");

  return overall && grouped ? _("All arms, typical arm") : _("Typical arm");
}

/* What the pooled rate is, over its diamond. */
char *
rgm_response_figure_pooled_label (RgmResponseFigure *self,
                                  gboolean           overall)
{
  return g_strdup (get_pooled_label (self, self->options->model, overall));
}

/* The pooled rate of a group, or of all arms for %NULL, as it is heard without the heading over it. */
char *
rgm_response_figure_pooled_name (RgmResponseFigure *self,
                                 const char        *group)
{
  if (group == NULL)
    return rgm_response_figure_pooled_label (self, TRUE);

  if (self->options->model == RGM_POOLING_COMMON)
    /* Translators: %s is a group of arms, such as a class of agents. */
    return rgm_text_printf (_("%s, common rate"), group);

  /* Translators: %s is a group of arms, such as a class of agents. */
  return rgm_text_printf (_("%s, typical arm"), group);
}

/* 'Typical arm: pooled rate of 15 arms 30.1%; responders 240 of 801; 95% CI 25.0 to 36.2; 95% prediction interval …' */
char *
rgm_response_figure_describe_pooled (RgmResponseFigure   *self,
                                     const RgmPooledRate *rate,
                                     const char          *label,
                                     const char          *detail)
{
  g_autofree char *estimate = format_percent (rate->estimate);
  g_autofree char *level = rgm_format_level (self->options->level);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: what is pooled, a count of arms, and the rate. */
  rgm_text_append_printf (text, ngettext ("%s: pooled rate of %u arm %s", "%s: pooled rate of %u arms %s",
                                          (gulong) rate->k), label, (guint) rate->k, estimate);
  if (rate->responders >= 0 && rate->patients >= 0)
    {
      g_autofree char *responders = g_strdup_printf ("%" G_GINT64_FORMAT, rate->responders);
      g_autofree char *patients = g_strdup_printf ("%" G_GINT64_FORMAT, rate->patients);
      /* Translators: two counts: 'responders 24 of 53' */
      g_autofree char *clause = g_strdup_printf (_("responders %s of %s"), responders, patients);

      rgm_add_clause (text, clause);
    }
  if (rate->why_no_interval == NULL)
    {
      g_autofree char *interval = rgm_format_interval (rate->lower * 100, rate->upper * 100, 1);

      /* Translators: a confidence level and an interval: '95% CI 25.0 to 36.2' */
      g_autofree char *clause = g_strdup_printf (_("%s CI %s"), level, interval);

      rgm_add_clause (text, clause);
    }
  if (rate->why_no_prediction == NULL && self->options->prediction)
    {
      g_autofree char *interval = rgm_format_interval (rate->prediction_lower * 100, rate->prediction_upper * 100, 1);

      /* Translators: a level and an interval: '95% prediction interval 12.0 to 57.1' */
      g_autofree char *clause = g_strdup_printf (_("%s prediction interval %s"), level, interval);

      rgm_add_clause (text, clause);
    }

  rgm_add_clause (text, detail);

  return rgm_end_sentence (text->str);
}

/* How much the arms of a group differ, in short. */
static char *
make_short_heterogeneity (RgmResponseFigure   *self,
                          const RgmPooledRate *rate)
{
  GString *text = g_string_new (NULL);

  if (rate->why_no_tau2 == NULL && self->options->model != RGM_POOLING_COMMON)
    {
      g_autofree char *tau2 = rgm_format_magnitude (rate->tau2, 2);

      g_string_append_printf (text, "τ² %s", tau2);
    }
  if (rate->why_no_q == NULL)
    {
      g_autofree char *i2 = rgm_format_percent (rate->i2_q, 0);
      g_autofree char *number = g_strdup_printf ("I² %s", i2);

      rgm_add_word (text, number);
    }

  return g_string_free (text, FALSE);
}

/* How much all arms differ: tau² with its interval, I², and Q with its p value, those of
 * the numbers that there are. */
static char *
make_heterogeneity (RgmResponseFigure   *self,
                    const RgmPooledRate *rate)
{
  g_autofree char *level = rgm_format_level (self->options->level);
  GString *text = g_string_new (NULL);

  if (rate->why_no_tau2 == NULL && self->options->model != RGM_POOLING_COMMON)
    {
      g_autofree char *tau2 = rgm_format_magnitude (rate->tau2, 2);

      if (rate->why_no_tau2_interval == NULL)
        {
          g_autofree char *from = rgm_format_magnitude (rate->tau2_lower, 2);
          g_autofree char *to = rgm_format_magnitude (rate->tau2_upper, 2);

          /* Translators: the value of τ², a confidence level and an interval: 'τ² 0.22 [95% CI 0.03–0.82]'. */
          g_string_append_printf (text, _("τ² %s [%s CI %s–%s]"), tau2, level, from, to);
        }
      else
        {
          g_string_append_printf (text, "τ² %s", tau2);
        }
    }
  if (rate->why_no_q == NULL)
    {
      g_autofree char *i2 = rgm_format_percent (rate->i2_q, 0);
      g_autofree char *q = rgm_format_number (rate->q, 1);
      /* Translators: I² as computed from Cochran's Q: 'I² 45% (from Q)' */
      g_autofree char *higgins = g_strdup_printf (_("I² %s (from Q)"), i2);
      g_autofree char *p = rate->why_no_p == NULL ? rgm_format_p_value (rate->p) : NULL;
      /* Translators: Cochran's Q, its degrees of freedom and p value: 'Q 42.1, df 14, p < 0.001' */
      g_autofree char *test = p != NULL ? g_strdup_printf (_("Q %s, df %u, p %s"), q, (guint) rate->df, p)
                                        : g_strdup_printf (_("Q %s, df %u"), q, (guint) rate->df);

      rgm_add_word (text, higgins);
      rgm_add_word (text, test);
    }

  return g_string_free (text, FALSE);
}

/* What stands by a pooled rate's name: how much the arms of a @group differ, and of all
 * arms how many they are. */
char *
rgm_response_figure_pooled_detail (RgmResponseFigure   *self,
                                   const RgmPooledRate *rate,
                                   const char          *group)
{
  if (group != NULL)
    return make_short_heterogeneity (self, rate);

  return g_strdup_printf (ngettext ("%u arm", "%u arms", (gulong) rate->k), (guint) rate->k);
}

/* The test between groups with the words that it is exploratory, or why there is none;
 * NULL where nothing is compared. */
static char *
make_between (RgmResponseFigure *self)
{
  const RgmPooledBetween *between = rgm_pooling_get_between (self->pooling);
  g_autofree char *q = NULL;
  g_autofree char *p = NULL;
  g_autofree char *test = NULL;

  if (!rgm_response_figure_has_groups (self) || rgm_response_figure_get_pooled (self, NULL) == NULL)
    return NULL;
  if (between->why_not != NULL)
    return g_strdup (between->why_not);

  q = rgm_format_number (between->q, 1);
  p = rgm_format_p_value (between->p);

  /* Translators: Q, degrees of freedom, and p value. */
  test = g_strdup_printf (_("Subgroup differences: Q %s, df %u, p %s."), q, (guint) between->df, p);

  return rgm_join_sentences (test, between->note);
}

/* ── The frame ───────────────────────────────────────────────────────────────── */

static char *
make_title (RgmResponseFigure *self)
{
  RgmPoolingBy by = self->options->trials.by;
  const char *name = rgm_response_figure_get_endpoint_name (self);

  /* Translators: %s is an endpoint: 'Objective response rate by class of agents'. */
  if (by == RGM_POOLING_BY_CLASS)
    return rgm_text_printf (_("%s by class of agents"), name);
  if (by == RGM_POOLING_BY_REGIMEN)
    return rgm_text_printf (_("%s by regimen"), name);

  return rgm_text_printf (_("%s by arm"), name);
}

static char *
make_subtitle (RgmResponseFigure *self)
{
  const RgmPooledRate *overall = rgm_pooling_get_overall (self->pooling);
  guint n_trials = rgm_responses_count_trials (self->responses);
  g_autofree char *arms = g_strdup_printf (ngettext ("%u arm", "%u arms", self->rows->len), self->rows->len);
  g_autofree char *trials = g_strdup_printf (ngettext ("%u trial", "%u trials", n_trials), n_trials);
  g_autofree char *responders = g_strdup_printf ("%" G_GINT64_FORMAT, overall->responders);
  g_autofree char *patients = g_strdup_printf ("%" G_GINT64_FORMAT, overall->patients);

  if (self->rows->len == 0)
    return g_strdup (_("None of the selected arms reports a response rate."));
  if (overall->k == 0)
    /* Translators: '16 arms of 14 trials'. */
    return g_strdup_printf (C_("arms and trials", "%s of %s"), arms, trials);

  if (overall->k < self->rows->len)
    /* Translators: '16 arms', '14 trials', responders, patients, a count of arms. */
    return g_strdup_printf (ngettext ("Percent of patients; %s of %s; responders: %s of %s in the %u arm with counts",
                                      "Percent of patients; %s of %s; responders: %s of %s in the %u arms with counts",
                                      (gulong) overall->k),
                            arms, trials, responders, patients, (guint) overall->k);

  /* Translators: '15 arms', '13 trials', responders, patients. */
  return g_strdup_printf (_("Percent of patients; %s of %s; responders: %s of %s"), arms, trials, responders, patients);
}

static char *
make_summary (RgmResponseFigure *self)
{
  double lowest = INFINITY, highest = -INFINITY;
  const RgmPooledRate *rate = rgm_response_figure_get_pooled (self, NULL);
  GString *text = g_string_new (NULL);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      double value, lower, upper;

      if (!rgm_response_get_percent (get_row (self, i)->response, &value, &lower, &upper))
        continue;
      lowest = MIN (lowest, value);
      highest = MAX (highest, value);
    }
  from = lowest <= highest ? rgm_format_percent (lowest, 1) : NULL;
  to = lowest <= highest ? rgm_format_percent (highest, 1) : NULL;
  if (from == NULL || to == NULL)
    g_string_append_printf (text, ngettext ("Response rates of %u arm.", "Response rates of %u arms.", self->rows->len),
                            self->rows->len);
  else if (g_str_equal (from, to))
    /* Translators: a count of arms, and the rate that they all have: 'Response rate of 1 arm: 45.3%.' */
    g_string_append_printf (text, ngettext ("Response rate of %u arm: %s.", "Response rate of %u arms: %s.", self->rows->len),
                            self->rows->len, from);
  else
    /* Translators: a count of arms and two percentages. */
    g_string_append_printf (text, ngettext ("Response rates of %u arm, from %s to %s.",
                                            "Response rates of %u arms, from %s to %s.", self->rows->len),
                            self->rows->len, from, to);
  if (rate != NULL)
    {
      g_autofree char *label = rgm_response_figure_pooled_label (self, TRUE);
      g_autofree char *sentence = rgm_response_figure_describe_pooled (self, rate, label, NULL);

      rgm_add_sentence (text, sentence);
    }

  return g_string_free (text, FALSE);
}

/* How much the arms differ, and the groups. */
static void
append_differences (RgmResponseFigure   *self,
                    const RgmPooledRate *rate,
                    GString             *text)
{
  g_autofree char *numbers = make_heterogeneity (self, rate);
  g_autofree char *between = make_between (self);

  if (*numbers != '\0')
    /* Translators: numbers with their names: 'Heterogeneity: τ² 0.22, I² 45% (from Q).' */
    rgm_add_sentence_printf (text, _("Heterogeneity: %s."), numbers);
  if (rate->tau2_is_empty)
    rgm_add_sentence (text, rate->why_no_tau2_interval);
  if (rate->tau2_is_outside)
    rgm_add_sentence (text, _("The interval for τ² is from a different estimator, the Q-profile method."));
  rgm_add_sentence (text, between);
}

/* Why a pooled rate that was asked for isn't there. */
static void
append_absences (RgmResponseFigure *self,
                 GString           *text)
{
  const RgmPooledRate *overall = rgm_pooling_get_overall (self->pooling);
  gboolean has_small_groups = FALSE;

  if (overall->k < RGM_POOLING_MIN_ARMS)
    {
      if (overall->k == 1)
        rgm_add_sentence (text, _("Only one arm: nothing to pool."));
      else if (overall->k == 2)
        rgm_add_sentence (text, _("Only two arms: no pooled rate is shown."));
      return;
    }
  if (overall->why_no_estimate != NULL)
    {
      /* Translators: why there is none, a sentence. */
      g_autofree char *sentence = rgm_text_printf (_("No pooled rate: %s"), overall->why_no_estimate);

      rgm_add_sentence (text, sentence);
    }

  for (guint g = 0; rgm_response_figure_has_groups (self) && g < rgm_pooling_get_n_groups (self->pooling); g++)
    {
      const RgmPoolingGroup *group = rgm_pooling_get_group (self->pooling, g);

      if (group->arms < RGM_POOLING_MIN_ARMS)
        {
          has_small_groups = TRUE;
        }
      else if (group->rate.why_no_estimate != NULL)
        {
          /* Translators: a group, and why it has no pooled rate, a sentence. */
          g_autofree char *sentence = rgm_text_printf (_("%s: no pooled rate. %s"), group->label, group->rate.why_no_estimate);

          rgm_add_sentence (text, sentence);
        }
    }
  if (has_small_groups)
    rgm_add_sentence (text, _("No pooled rate is shown for subgroups of fewer than three arms."));
}

static char *
make_note (RgmResponseFigure *self)
{
  GString *text = g_string_new (NULL);
  const RgmPooledRate *rate = rgm_response_figure_get_pooled (self, NULL);
  guint n_derived = 0, n_uncounted = 0;
  g_autofree char *left_out = NULL;
  g_autofree char *derived = NULL;
  g_autofree char *uncounted = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      n_derived += get_row (self, i)->response->derived;
      n_uncounted += get_row (self, i)->response->why_not != NULL;
    }

  if (rate != NULL)
    append_differences (self, rate, text);
  if (self->options->show != RGM_RESPONSE_BARS && self->options->pooled)
    append_absences (self, text);

  left_out = g_strdup_printf (ngettext ("%u selected trial reports no response rate and is not shown.",
                                        "%u selected trials report no response rate and are not shown.",
                                        self->n_left_out), self->n_left_out);
  derived = g_strdup_printf (ngettext ("In %u arm the number of responders was back-calculated from the published rate.",
                                       "In %u arms the number of responders was back-calculated from the published rate.",
                                       n_derived), n_derived);
  uncounted = g_strdup_printf (ngettext ("%u arm has no counts: its rate is shown as published and is not pooled.",
                                         "%u arms have no counts: their rates are shown as published and are not pooled.",
                                         n_uncounted), n_uncounted);
  rgm_add_sentence (text, self->n_left_out > 0 ? left_out : NULL);
  rgm_add_sentence (text, n_derived > 0 ? derived : NULL);
  rgm_add_sentence (text, n_uncounted > 0 ? uncounted : NULL);

  return g_string_free (text, FALSE);
}

static const char *
get_interval_sentence (RgmResponseFigure *self)
{
  switch (self->options->interval)
    {
    case RGM_RATE_WILSON:
      return _("Rates and Wilson confidence intervals are computed from the counts.");
    case RGM_RATE_AGRESTI_COULL:
      return _("Rates and Agresti–Coull confidence intervals are computed from the counts.");
    case RGM_RATE_JEFFREYS:
      return _("Rates and Jeffreys intervals are computed from the counts.");
    case RGM_RATE_CLOPPER_PEARSON:
    default:
      return _("Rates and Clopper–Pearson confidence intervals are computed from the counts.");
    }
}

static char *
make_method (RgmResponseFigure *self)
{
  const char *area = rgm_response_figure_has_weights (self)
                       ? _("Area is proportional to weight.")
                       : _("Area is proportional to the number of patients.");

  if (self->rows->len == 0)
    return NULL;
  if (self->options->show == RGM_RESPONSE_BARS)
    return g_strdup (get_interval_sentence (self));
  if (rgm_response_figure_get_pooled (self, NULL) == NULL)
    return rgm_join_sentences (get_interval_sentence (self), area);

  return rgm_join_sentences (rgm_pooling_get_method (self->pooling), area);
}

/* Everything that the figure says but for caveat and sources. */
void
rgm_response_figure_fill_words (RgmResponseFigure *self,
                                RgmFrame    *words)
{
  words->title = make_title (self);
  words->subtitle = make_subtitle (self);
  words->summary = make_summary (self);
  words->note = make_note (self);
  words->method = make_method (self);
}

/* ── Table ───────────────────────────────────────────────────────────────────── */

enum
{
  COLUMN_TRIAL,
  COLUMN_ARM,
  COLUMN_CLASS,
  COLUMN_RESPONDERS,
  COLUMN_PATIENTS,
  COLUMN_RATE,
  COLUMN_LOWER,
  COLUMN_UPPER,
  COLUMN_PUBLISHED,
  COLUMN_PUBLISHED_INTERVAL,
  COLUMN_WEIGHT,
};

static void
set_number (RgmTable *table,
            guint     row,
            guint     column,
            double    number,
            int       decimals)
{
  g_autofree char *text = NULL;

  if (isnan (number))
    return;
  text = rgm_format_visible (number, decimals);
  rgm_table_set_number (table, row, column, number, text);
}

static void
add_row (RgmResponseFigure    *self,
         RgmTable             *table,
         const RgmResponseRow *row)
{
  const RgmResponse *response = row->response;
  const RgmEstimate *estimate = &response->outcome->estimate;
  g_autofree char *interval = rgm_value_text_interval (estimate);
  g_autofree char *value = rgm_value_text_value (estimate);
  g_autofree char *remarks = rgm_number_remarks_text (row->arm.trial, row->arm.arm, rgm_response_endpoints);
  guint index = rgm_table_add_row (table, row->arm.trial->id);

  rgm_table_set_text (table, index, COLUMN_TRIAL, row->arm.trial->name);
  rgm_table_set_text (table, index, COLUMN_ARM, row->arm.arm->label);
  rgm_table_set_text (table, index, COLUMN_CLASS, row->arm.arm->class_id);
  set_number (table, index, COLUMN_RESPONDERS, response->responders < 0 ? NAN : (double) response->responders, 0);
  set_number (table, index, COLUMN_PATIENTS, response->analysed < 0 ? NAN : (double) response->analysed, 0);
  if (response->why_not == NULL)
    set_number (table, index, COLUMN_RATE, response->estimate * 100, 1);
  else if (estimate->state == RGM_STATE_REPORTED && estimate->relation == RGM_RELATION_EQUAL)
    set_number (table, index, COLUMN_RATE, estimate->value, rgm_value_text_decimals (estimate));
  set_number (table, index, COLUMN_LOWER, response->lower * 100, 1);
  set_number (table, index, COLUMN_UPPER, response->upper * 100, 1);
  rgm_table_set_text (table, index, COLUMN_PUBLISHED, value);
  rgm_table_set_text (table, index, COLUMN_PUBLISHED_INTERVAL, interval);
  if (rgm_response_figure_has_weights (self))
    set_number (table, index, COLUMN_WEIGHT, row->weight, 1);
  rgm_table_set_text (table, index, rgm_table_get_n_columns (table) - 1, remarks);
}

static void
add_pooled (RgmResponseFigure   *self,
            RgmTable            *table,
            const RgmPooledRate *rate,
            const char          *label,
            const char          *of)
{
  guint index;

  if (rate == NULL)
    return;

  index = rgm_table_add_row (table, NULL);
  rgm_table_set_text (table, index, COLUMN_TRIAL, label);
  rgm_table_set_text (table, index, COLUMN_ARM, of);
  set_number (table, index, COLUMN_RESPONDERS, (double) rate->responders, 0);
  set_number (table, index, COLUMN_PATIENTS, (double) rate->patients, 0);
  set_number (table, index, COLUMN_RATE, rate->estimate * 100, 1);
  set_number (table, index, COLUMN_LOWER, rate->lower * 100, 1);
  set_number (table, index, COLUMN_UPPER, rate->upper * 100, 1);
}

/* All arms by the model that is drawn, and then by each of the others, as the option of the model shows them. */
static void
add_models (RgmResponseFigure *self,
            RgmTable          *table)
{
  const char * const *nicks = rgm_enum_get_nicks (RGM_TYPE_POOLING_MODEL);
  const RgmPooledRate *drawn = rgm_response_figure_get_pooled (self, NULL);
  RgmPoolingModel shown = self->options->model;

  if (drawn == NULL)
    return;

  add_pooled (self, table, drawn, get_pooled_label (self, shown, TRUE), rgm_enum_get_label (RGM_TYPE_POOLING_MODEL, (int) shown));
  for (guint i = 0; nicks[i] != NULL; i++)
    {
      RgmPoolingModel model = (RgmPoolingModel) rgm_enum_find (RGM_TYPE_POOLING_MODEL, nicks[i]);
      const RgmPooledRate *rate = rgm_pooling_get_overall (rgm_response_figure_pool_all (self, model));

      if (model != shown && rate->why_no_estimate == NULL)
        add_pooled (self, table, rate, get_pooled_label (self, model, TRUE), rgm_enum_get_label (RGM_TYPE_POOLING_MODEL, (int) model));
    }
}

/* The numbers that it draws: the arms, then what is pooled. */
RgmTable *
rgm_response_figure_make_table (RgmResponseFigure *self)
{
  RgmTable *table = rgm_table_new ();
  g_autofree char *group_label = rgm_response_figure_pooled_label (self, FALSE);
  const char *group = NULL;

  rgm_table_add_column (table, "trial", _("Trial"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "arm", _("Arm"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "class", _("Class"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "responders", _("Responders"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "patients", _("Patients"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "rate", _("Response rate, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "lower", _("Lower limit, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "upper", _("Upper limit, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "published", _("Published response rate"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "published-interval", _("Published interval"), RGM_COLUMN_TEXT);
  if (rgm_response_figure_has_weights (self))
    rgm_table_add_column (table, "weight", _("Weight, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "remarks", _("Conflicts and cautions"), RGM_COLUMN_TEXT);

  for (guint i = 0; i < self->rows->len; i++)
    add_row (self, table, get_row (self, i));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RgmFigureArm *arm = &get_row (self, i)->arm;

      if (arm->group_id == NULL || g_strcmp0 (arm->group_id, group) == 0)
        continue;
      group = arm->group_id;
      add_pooled (self, table, rgm_response_figure_get_pooled (self, group), group_label, arm->group_name);
    }
  add_models (self, table);

  return table;
}
