/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-punctuation.h"
#include "rgm-response-figure-private.h"

#include "rgm-format.h"
#include "rgm-wording.h"

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
  return rgm_format_percent (proportion * 100, 1);
}

/* ── Sentences ───────────────────────────────────────────────────────────────── */

/* 'DESTINY-CRC01, T-DXd: 24 of 53 responded, 45.3%, 95% interval 31.6 to 59.6.' */
char *
rgm_response_figure_describe_row (RgmResponseFigure    *self,
                                  const RgmResponseRow *row)
{
  const RgmResponse *response = row->response;
  const RgmEstimate *estimate = rgm_outcome_get_estimate (response->outcome);
  g_autofree char *name = rgm_wording_arm (row->arm.trial, row->arm.arm);
  g_autofree char *published = rgm_wording_bounds (estimate);
  g_autoptr (GString) text = g_string_new (NULL);

  if (response->why_not == NULL)
    {
      g_autofree char *rate = format_percent (response->estimate);
      g_autofree char *level = rgm_format_level (self->options.level);
      g_autofree char *interval = rgm_format_interval (response->lower * 100, response->upper * 100, 1);
      g_autofree char *responders = g_strdup_printf ("%" G_GINT64_FORMAT, response->responders);
      g_autofree char *analysed = g_strdup_printf ("%" G_GINT64_FORMAT, response->analysed);

      /* Translators: an arm, responders, patients, rate, level, interval:
         'TRIAL-1, Regimen: 24 of 53 responded, 45.3%, 95% interval 31.6 to 59.6' */
      g_string_append_printf (text, _("%s: %s of %s responded, %s, %s interval %s"),
                              name, responders, analysed, rate, level, interval);
    }
  else
    {
      g_autofree char *value = rgm_wording_value (estimate);

      /* Translators: an arm and its rate: 'TRIAL-1, Regimen: 45.3% responded' */
      g_string_append_printf (text, _("%s: %s responded"), name, value);
    }

  if (published != NULL && ((self->parts & RGM_RESPONSE_PUBLISHED) != 0 || response->why_not != NULL))
    /* Translators: goes on after a semicolon: '; published interval 31.6 to 59.6' */
    g_string_append_printf (text, _("; published interval %s"), published);

  return rgm_end_sentence (text->str);
}

/* What the pooled rate is, over its diamond. */
char *
rgm_response_figure_pooled_label (RgmResponseFigure *self,
                                  gboolean           overall)
{
  gboolean grouped = rgm_pooling_get_n_groups (self->pooling) > 0;

  if (self->options.model == RGM_POOLING_COMMON)
    return g_strdup (overall && grouped ? _("Common rate, all arms") : _("Common rate"));

  return g_strdup (overall && grouped ? _("Typical arm, of all") : _("Typical arm"));
}

/* 'Typical arm: pooled rate 30.1% of 15 arms, 95% interval 25.0 to 36.2; prediction interval …' */
char *
rgm_response_figure_describe_pooled (RgmResponseFigure   *self,
                                     const RgmPooledRate *rate,
                                     const char          *label)
{
  g_autofree char *estimate = format_percent (rate->estimate);
  g_autofree char *level = rgm_format_level (self->options.level);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: what is pooled, a count of arms, and the rate. */
  g_string_append_printf (text, ngettext ("%s: pooled rate of %u arm %s", "%s: pooled rate of %u arms %s",
                                          (gulong) rate->k), label, (guint) rate->k, estimate);
  if (rate->why_no_interval == NULL)
    {
      g_autofree char *interval = rgm_format_interval (rate->lower * 100, rate->upper * 100, 1);

      /* Translators: a level and an interval: ', 95% interval 25.0 to 36.2' */
      g_string_append_printf (text, _(", %s interval %s"), level, interval);
    }
  if (rate->why_no_prediction == NULL && (self->parts & RGM_RESPONSE_PREDICTION) != 0)
    {
      g_autofree char *interval = rgm_format_interval (rate->prediction_lower * 100, rate->prediction_upper * 100, 1);

      /* Translators: a level and an interval: '; 95% prediction interval 12.0 to 57.1' */
      g_string_append_printf (text, _("; %s prediction interval %s"), level, interval);
    }

  return rgm_end_sentence (text->str);
}

/* How much the arms differ, those of the numbers that there are: Q with its p value and
 * tau² with its bounds, or in short tau² and I². */
static char *
make_heterogeneity (RgmResponseFigure   *self,
                    const RgmPooledRate *rate,
                    gboolean             whole)
{
  GString *text = g_string_new (NULL);

  if (rate->why_no_tau2 == NULL && self->options.model != RGM_POOLING_COMMON)
    {
      g_autofree char *tau2 = rgm_format_number (rate->tau2, 2);

      g_string_append_printf (text, "τ² %s", tau2);
      if (whole && rate->why_no_tau2_interval == NULL)
        {
          g_autofree char *from = rgm_format_number (rate->tau2_lower, 2);
          g_autofree char *to = rgm_format_number (rate->tau2_upper, 2);

          g_string_append_printf (text, " [%s%s%s]", from, RGM_EN_DASH, to);
        }
    }
  if (rate->why_no_i2 == NULL)
    {
      g_autofree char *i2 = rgm_format_percent (rate->i2, 0);
      g_autofree char *words = g_strdup_printf ("I² %s", i2);

      rgm_add_word (text, words);
    }
  if (whole && rate->why_no_q == NULL)
    {
      g_autofree char *q = rgm_format_number (rate->q, 1);
      g_autofree char *p = rgm_format_p_value (rate->p);
      /* Translators: Cochran's Q, its degrees of freedom and p value: 'Q 42.1, df 14, p < 0.001' */
      g_autofree char *words = g_strdup_printf (_("Q %s, df %u, p %s"), q, (guint) rate->df, p);

      rgm_add_word (text, words);
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
    return make_heterogeneity (self, rate, FALSE);

  return g_strdup_printf (ngettext ("%u arm", "%u arms", (gulong) rate->k), (guint) rate->k);
}

/* The test between groups with the words that it is exploratory; NULL for none. */
static char *
make_between (RgmResponseFigure *self)
{
  const RgmPooledBetween *between = rgm_pooling_get_between (self->pooling);
  g_autofree char *q = NULL;
  g_autofree char *p = NULL;

  if (between == NULL || between->why_not != NULL || rgm_response_figure_get_pooled (self, NULL) == NULL)
    return NULL;

  q = rgm_format_number (between->q, 1);
  p = rgm_format_p_value (between->p);

  /* Translators: Q, degrees of freedom, p value, and a sentence that says what it isn't. */
  return g_strdup_printf (_("Between groups: Q %s, df %u, p %s. %s"), q, (guint) between->df, p, between->note);
}

/* ── The frame ───────────────────────────────────────────────────────────────── */

static char *
make_title (RgmResponseFigure *self)
{
  const char *by = rgm_trials_figure_get_by (RGM_TRIALS_FIGURE (self));
  const char *name = rgm_response_figure_get_endpoint_name (self);

  /* Translators: %s is an endpoint: 'Objective response rate by class of agents'. */
  if (g_str_equal (by, "class"))
    return g_strdup_printf (_("%s by class of agents"), name);
  if (g_str_equal (by, "regimen"))
    return g_strdup_printf (_("%s by regimen"), name);

  return g_strdup_printf (_("%s by arm"), name);
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
    return g_strdup (_("No arm of the selection reports a rate."));
  if (overall->k == 0)
    /* Translators: '2 arms of 1 trial' */
    /* Translators: '16 arms of 14 trials'. */
    return g_strdup_printf (C_("arms and trials", "%s of %s"), arms, trials);

  if (overall->k < self->rows->len)
    /* Translators: '16 arms', '14 trials', responders, patients, a count of arms. */
    return g_strdup_printf (_("Percent of patients; %s of %s; %s of %s responded in the %u arms with counts"),
                            arms, trials, responders, patients, (guint) overall->k);

  /* Translators: '15 arms', '13 trials', responders, patients. */
  return g_strdup_printf (_("Percent of patients; %s of %s; %s of %s responded"), arms, trials, responders, patients);
}

static char *
make_summary (RgmResponseFigure *self)
{
  double lowest = INFINITY, highest = -INFINITY;
  const RgmPooledRate *rate = rgm_response_figure_get_pooled (self, NULL);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("Response rates of %u arm.", "Response rates of %u arms.", self->rows->len),
                          self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      double value, lower, upper;

      if (!rgm_response_figure_get_rate (get_row (self, i)->response, &value, &lower, &upper))
        continue;
      lowest = MIN (lowest, value);
      highest = MAX (highest, value);
    }
  if (lowest <= highest)
    {
      g_autofree char *from = rgm_format_percent (lowest, 1);
      g_autofree char *to = rgm_format_percent (highest, 1);

      g_string_append_c (text, ' ');
      /* Translators: two percentages. */
      g_string_append_printf (text, _("They go from %s to %s."), from, to);
    }
  if (rate != NULL)
    {
      g_autofree char *label = rgm_response_figure_pooled_label (self, TRUE);
      g_autofree char *sentence = rgm_response_figure_describe_pooled (self, rate, label);

      g_string_append_printf (text, " %s", sentence);
    }

  return g_string_free (text, FALSE);
}

/* How much the arms differ, and the groups. */
static void
append_differences (RgmResponseFigure *self,
                    GString           *text)
{
  const RgmPooledRate *rate = rgm_response_figure_get_pooled (self, NULL);
  g_autofree char *numbers = rate != NULL ? make_heterogeneity (self, rate, TRUE) : NULL;
  g_autofree char *between = make_between (self);

  if (numbers != NULL && *numbers != '\0')
    /* Translators: numbers with their names: 'Between arms: τ² 0.22, I² 63%.' */
    g_string_append_printf (text, _("Between arms: %s."), numbers);
  if (between != NULL)
    g_string_append_printf (text, " %s", between);
}

static char *
make_note (RgmResponseFigure *self)
{
  GString *text = g_string_new (NULL);
  guint n_derived = 0, n_uncounted = 0;

  append_differences (self, text);

  for (guint i = 0; i < self->rows->len; i++)
    {
      n_derived += get_row (self, i)->response->derived;
      n_uncounted += get_row (self, i)->response->why_not != NULL;
    }

  if (self->n_left_out > 0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text, ngettext ("%u trial of the selection reports no rate and isn’t drawn.",
                                              "%u trials of the selection report no rate and aren’t drawn.",
                                              self->n_left_out), self->n_left_out);
    }
  if (n_derived > 0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text, ngettext ("In %u arm the responders are counted back from the printed rate.",
                                              "In %u arms the responders are counted back from the printed rate.",
                                              n_derived), n_derived);
    }
  if (n_uncounted > 0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text, ngettext ("%u arm has no counts: its rate is as published and isn’t pooled.",
                                              "%u arms have no counts: their rates are as published and aren’t pooled.",
                                              n_uncounted), n_uncounted);
    }

  return g_string_free (text, FALSE);
}

static const char *
get_interval_sentence (RgmResponseFigure *self)
{
  switch (self->options.interval)
    {
    case RGM_RATE_WILSON:
      return _("Rates and their intervals are computed from the counts; the intervals are Wilson’s.");
    case RGM_RATE_AGRESTI_COULL:
      return _("Rates and their intervals are computed from the counts; the intervals are Agresti and Coull’s.");
    case RGM_RATE_JEFFREYS:
      return _("Rates and their intervals are computed from the counts; the intervals are Jeffreys’.");
    case RGM_RATE_CLOPPER_PEARSON:
    default:
      return _("Rates and their intervals are computed from the counts; the intervals are Clopper and Pearson’s.");
    }
}

static char *
make_method (RgmResponseFigure *self)
{
  const char *area = rgm_response_figure_has_weights (self)
                       ? _("The area of a mark is the arm’s weight.")
                       : _("The area of a mark is the arm’s number of patients.");

  if (self->rows->len == 0)
    return NULL;
  if (self->show == RGM_RESPONSE_BARS)
    return g_strdup (get_interval_sentence (self));
  if (rgm_response_figure_get_pooled (self, NULL) == NULL)
    return g_strconcat (get_interval_sentence (self), " ", area, NULL);

  return g_strconcat (rgm_pooling_get_method (self->pooling), " ", area, NULL);
}

/* Everything that the figure says but for caveat and sources. */
void
rgm_response_figure_fill_words (RgmResponseFigure *self,
                                RgmFigureWords    *words)
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
  text = rgm_format_number (number, decimals);
  rgm_table_set_number (table, row, column, number, text);
}

static void
add_row (RgmResponseFigure    *self,
         RgmTable             *table,
         const RgmResponseRow *row)
{
  const RgmResponse *response = row->response;
  const RgmEstimate *estimate = rgm_outcome_get_estimate (response->outcome);
  g_autofree char *interval = rgm_wording_interval (estimate);
  g_autofree char *value = rgm_wording_value (estimate);
  guint index = rgm_table_add_row (table, rgm_trial_get_id (row->arm.trial));

  rgm_table_set_text (table, index, COLUMN_TRIAL, rgm_trial_get_name (row->arm.trial));
  rgm_table_set_text (table, index, COLUMN_ARM, rgm_arm_get_label (row->arm.arm));
  rgm_table_set_text (table, index, COLUMN_CLASS, rgm_arm_get_class (row->arm.arm));
  set_number (table, index, COLUMN_RESPONDERS, response->responders < 0 ? NAN : (double) response->responders, 0);
  set_number (table, index, COLUMN_PATIENTS, response->analysed < 0 ? NAN : (double) response->analysed, 0);
  set_number (table, index, COLUMN_RATE, response->estimate * 100, 1);
  set_number (table, index, COLUMN_LOWER, response->lower * 100, 1);
  set_number (table, index, COLUMN_UPPER, response->upper * 100, 1);
  rgm_table_set_text (table, index, COLUMN_PUBLISHED, value);
  rgm_table_set_text (table, index, COLUMN_PUBLISHED_INTERVAL, interval);
  set_number (table, index, COLUMN_WEIGHT, row->weight, 1);
}

static void
add_pooled (RgmResponseFigure   *self,
            RgmTable            *table,
            const RgmPooledRate *rate,
            const char          *label,
            const char          *group)
{
  guint index;

  if (rate == NULL)
    return;

  index = rgm_table_add_row (table, NULL);
  rgm_table_set_text (table, index, COLUMN_TRIAL, label);
  rgm_table_set_text (table, index, COLUMN_ARM, group);
  set_number (table, index, COLUMN_RESPONDERS, (double) rate->responders, 0);
  set_number (table, index, COLUMN_PATIENTS, (double) rate->patients, 0);
  set_number (table, index, COLUMN_RATE, rate->estimate * 100, 1);
  set_number (table, index, COLUMN_LOWER, rate->lower * 100, 1);
  set_number (table, index, COLUMN_UPPER, rate->upper * 100, 1);
}

/* The numbers that it draws: the arms, then what is pooled. */
RgmTable *
rgm_response_figure_make_table (RgmResponseFigure *self)
{
  RgmTable *table = rgm_table_new ();
  g_autofree char *group_label = rgm_response_figure_pooled_label (self, FALSE);
  g_autofree char *overall_label = rgm_response_figure_pooled_label (self, TRUE);
  const char *group = NULL;

  rgm_table_add_column (table, "trial", _("Trial"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "arm", _("Arm"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "class", _("Class"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "responders", _("Responders"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "patients", _("Patients"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "rate", _("Rate, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "lower", _("Lower bound, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "upper", _("Upper bound, %"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "published", _("Published rate"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "published-interval", _("Published interval"), RGM_COLUMN_TEXT);
  if (rgm_response_figure_has_weights (self))
    rgm_table_add_column (table, "weight", _("Weight, %"), RGM_COLUMN_NUMBER);

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
  add_pooled (self, table, rgm_response_figure_get_pooled (self, NULL), overall_label, NULL);

  return table;
}
