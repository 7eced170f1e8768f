/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-survival-figure-private.h"

#include "rgm-figure-text.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-number-remarks.h"
#include "rgm-punctuation.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

/* One of the arms that have a row. */
const RgmFigureArm *
rgm_survival_figure_get_arm (RgmSurvivalFigure *self,
         guint              index)
{
  return &g_array_index (self->arms, RgmFigureArm, index);
}

/* An endpoint's name in words; its id where the data set has none. */
const char *
rgm_survival_figure_get_endpoint_name (RgmSurvivalFigure *self,
                   const char        *id)
{
  return rgm_term_endpoint (rgm_figure_get_data_set (RGM_FIGURE (self)), id);
}

/* The median in months; whether there is one. */
gboolean
rgm_survival_figure_get_months (RgmArm     *arm,
            const char *endpoint,
            double     *value,
            RgmBound   *lower,
            RgmBound   *upper)
{
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint);

  return outcome != NULL && rgm_estimate_to_months (&outcome->estimate, value, lower, upper);
}

/* ── Words ───────────────────────────────────────────────────────────────────── */

/* What an arm's row says of an endpoint, as part of its sentence. */
static char *
describe (RgmSurvivalFigure *self,
          RgmArm            *arm,
          const char        *endpoint)
{
  RgmOutcome *outcome = rgm_arm_get_outcome (arm, endpoint);
  const char *name = rgm_survival_figure_get_endpoint_name (self, endpoint);
  g_autofree char *value = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *months = NULL;
  g_autofree char *words = NULL;

  if (outcome == NULL)
    /* Translators: %s is an endpoint: 'Overall survival not reported'. */
    return rgm_text_printf (_("%s not reported"), name);

  value = rgm_value_text_value (&outcome->estimate);
  interval = rgm_value_text_interval (&outcome->estimate);
  months = rgm_value_text_months (&outcome->estimate);
  if (interval == NULL)
    /* Translators: an endpoint and its median or why there is none: 'Overall survival 15.5 months'. */
    words = rgm_text_printf (C_("endpoint", "%s %s"), name, value);
  else
    /* Translators: an endpoint, its median, its interval: 'Overall survival 15.5 months, published 95% CI 8.8 to 20.8'. */
    words = rgm_text_printf (_("%s %s, published %s"), name, value, interval);
  if (months == NULL)
    return g_steal_pointer (&words);

  /* The column is in months, whatever was published. */
  return g_strconcat (words, " = ", months, NULL);
}
/* The sentence of an arm's mark. */
char *
rgm_survival_figure_describe_arm (RgmSurvivalFigure  *self,
               const RgmFigureArm *arm)
{
  g_autofree char *name = rgm_figure_name_arm (rgm_figure_get_data_set (RGM_FIGURE (self)), arm);
  g_autofree char *first = describe (self, arm->arm, self->endpoints[0]);
  g_autofree char *second = NULL;

  if (self->n_endpoints == 1)
    /* Translators: an arm and its median, as one sentence. */
    return rgm_text_printf (_("%s: %s."), name, first);

  second = describe (self, arm->arm, self->endpoints[1]);
  /* Translators: an arm and its two medians, as one sentence. */
  return rgm_text_printf (_("%s: %s; %s."), name, first, second);
}

/* 'Progression-free survival is reported for 13 of 15 arms, from 3.4 to 8.2 months.' */
static void
append_range (RgmSurvivalFigure *self,
              GString           *text,
              const char        *endpoint)
{
  double lowest = INFINITY, highest = -INFINITY;
  g_autofree char *range = NULL;
  guint n = 0;
  int decimals;

  for (guint i = 0; i < self->arms->len; i++)
    {
      RgmBound lower, upper;
      double value;

      if (!rgm_survival_figure_get_months (rgm_survival_figure_get_arm (self, i)->arm, endpoint, &value, &lower, &upper))
        continue;
      lowest = MIN (lowest, value);
      highest = MAX (highest, value);
      n++;
    }

  if (n == 0)
    {
      /* Translators: %s is an endpoint. */
      rgm_add_sentence_printf (text, _("%s is not reported for any arm."), rgm_survival_figure_get_endpoint_name (self, endpoint));
      return;
    }

  decimals = rgm_format_visible_decimals (lowest, 1);
  range = lowest < highest ? rgm_format_interval (lowest, highest, decimals) : rgm_format_number (lowest, decimals);
  /* Translators: an endpoint, a count of arms, and a value or a range such as '3.4 to 8.2'. */
  rgm_add_sentence_printf (text, ngettext ("%s is reported for %u arm: %s months.",
                                           "%s is reported for %u arms: %s months.", n),
                           rgm_survival_figure_get_endpoint_name (self, endpoint), n, range);
}

static char *
make_summary (RgmSurvivalFigure *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("Median survival of %u arm.", "Median survival of %u arms.",
                                          self->arms->len), self->arms->len);
  for (guint i = 0; i < self->n_endpoints; i++)
    append_range (self, text, self->endpoints[i]);

  return g_string_free (text, FALSE);
}

/* Times to an event that are no survival and must not pass for it: said in words. */
static void
append_other_times (RgmSurvivalFigure *self,
                    GString           *text)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));

  for (guint i = 0; i < self->arms->len; i++)
    {
      const RgmFigureArm *arm = rgm_survival_figure_get_arm (self, i);
      GPtrArray *outcomes = arm->arm->outcomes;

      for (guint j = 0; j < outcomes->len; j++)
        {
          RgmOutcome *outcome = g_ptr_array_index (outcomes, j);
          const RgmEndpoint *endpoint = rgm_data_set_find_endpoint (data_set, outcome->endpoint);
          g_autofree char *words = NULL;

          if (endpoint == NULL || endpoint->kind != RGM_ENDPOINT_KIND_TIME ||
              endpoint->domain != RGM_ENDPOINT_DOMAIN_EFFICACY ||
              outcome->estimate.state != RGM_STATE_REPORTED ||
              g_str_equal (endpoint->id, RGM_ENDPOINT_PFS) || g_str_equal (endpoint->id, RGM_ENDPOINT_OS))
            continue;

          words = describe (self, arm->arm, endpoint->id);
          /* Translators: a trial and what it reports: 'NCT01 also reports another endpoint, which is not shown:
             Time to recurrence 2.9 months, 95% CI 1.5 to 7.1.' */
          rgm_add_sentence_printf (text, _("%s reports another endpoint, which is not shown: %s."),
                                   arm->trial->name, words);
          /* What its source leaves open about it has no mark in the drawing that could lead there. */
          for (guint k = 0; outcome->notes[k] != NULL; k++)
            rgm_add_sentence (text, outcome->notes[k]);
        }
    }
}

static char *
make_note (RgmSurvivalFigure *self,
           guint              n_left_out)
{
  GString *text = g_string_new (NULL);

  if (rgm_survival_figure_has_not_reached (self))
    /* Translators: explains the abbreviation 'NR' for 'not reached'. */
    rgm_add_sentence (text, _("NR: not reached."));
  if (n_left_out > 0)
    rgm_add_sentence_printf (text, ngettext ("%u selected trial reports no median and is not shown.",
                                            "%u selected trials report no median and are not shown.",
                                            n_left_out), n_left_out);
  append_other_times (self, text);

  return g_string_free (text, FALSE);
}

/* Whether some median that is shown was published in another unit than months. */
static gboolean
has_converted (RgmSurvivalFigure *self)
{
  for (guint i = 0; i < self->arms->len; i++)
    for (guint j = 0; j < self->n_endpoints; j++)
      {
        RgmOutcome *outcome = rgm_arm_get_outcome (rgm_survival_figure_get_arm (self, i)->arm, self->endpoints[j]);
        g_autofree char *months = outcome != NULL ? rgm_value_text_months (&outcome->estimate) : NULL;

        if (months != NULL)
          return TRUE;
      }

  return FALSE;
}

static char *
make_method (RgmSurvivalFigure *self)
{
  if (self->arms->len == 0)
    return NULL;
  if (has_converted (self))
    return g_strdup (_("Medians and intervals are shown as published; those published in weeks were converted "
                       "(1 month = 30.4375 days). No curve is drawn from a median."));

  return g_strdup (_("Medians and intervals are shown as published. No curve is drawn from a median."));
}

static char *
make_title (RgmSurvivalFigure *self)
{
  if (self->n_endpoints == 1)
    /* Translators: %s is an endpoint: 'Overall survival by arm'. */
    return rgm_text_printf (_("%s by arm"), rgm_survival_figure_get_endpoint_name (self, self->endpoints[0]));

  return g_strdup (_("Progression-free and overall survival by arm"));
}

static char *
make_subtitle (RgmSurvivalFigure *self,
               guint              n_trials)
{
  g_autofree char *arms = g_strdup_printf (ngettext ("%u arm", "%u arms", self->arms->len), self->arms->len);
  g_autofree char *trials = g_strdup_printf (ngettext ("%u trial", "%u trials", n_trials), n_trials);

  if (self->arms->len == 0)
    return g_strdup (_("None of the selected arms reports a median."));

  /* Translators: the first %s is '13 arms', the second '12 trials'. */
  return g_strdup_printf (_("Median in months with its published interval; %s of %s"), arms, trials);
}

/* ── Table ───────────────────────────────────────────────────────────────────── */

static void
set_bound (RgmTable       *table,
           guint           row,
           guint           column,
           const RgmBound *bound)
{
  g_autofree char *text = NULL;

  if (bound->state != RGM_STATE_REPORTED)
    {
      rgm_table_set_text (table, row, column, rgm_value_text_state (bound->state));
      return;
    }
  text = rgm_format_visible (bound->value, 1);
  rgm_table_set_number (table, row, column, bound->value, text);
}

static void
add_table_columns (RgmSurvivalFigure *self,
                   RgmTable          *table)
{
  rgm_table_add_column (table, "trial", _("Trial"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "arm", _("Arm"), RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "class", _("Class"), RGM_COLUMN_TEXT);
  for (guint i = 0; i < self->n_endpoints; i++)
    {
      const char *id = self->endpoints[i];
      g_autofree char *published = g_strdup_printf (_("%s as published"), id);
      g_autofree char *median = g_strdup_printf (_("%s, months"), id);
      g_autofree char *lower = g_strdup_printf (_("%s lower limit"), id);
      g_autofree char *upper = g_strdup_printf (_("%s upper limit"), id);
      g_autofree char *column = g_ascii_strdown (id, -1);
      g_autofree char *published_id = g_strconcat (column, "-published", NULL);
      g_autofree char *lower_id = g_strconcat (column, "-lower", NULL);
      g_autofree char *upper_id = g_strconcat (column, "-upper", NULL);

      rgm_table_add_column (table, published_id, published, RGM_COLUMN_TEXT);
      rgm_table_add_column (table, column, median, RGM_COLUMN_NUMBER);
      rgm_table_add_column (table, lower_id, lower, RGM_COLUMN_NUMBER);
      rgm_table_add_column (table, upper_id, upper, RGM_COLUMN_NUMBER);
    }
  rgm_table_add_column (table, "remarks", _("Conflicts and cautions"), RGM_COLUMN_TEXT);
}

static void
add_table_row (RgmSurvivalFigure  *self,
               RgmTable           *table,
               const RgmFigureArm *arm)
{
  const char * const endpoints[] = { self->endpoints[0], self->n_endpoints > 1 ? self->endpoints[1] : NULL, NULL };
  g_autofree char *remarks = rgm_number_remarks_text (arm->trial, arm->arm, endpoints);
  guint row = rgm_table_add_row (table, arm->trial->id);

  rgm_table_set_text (table, row, rgm_table_get_n_columns (table) - 1, remarks);
  rgm_table_set_text (table, row, 0, arm->trial->name);
  rgm_table_set_text (table, row, 1, arm->arm->label);
  rgm_table_set_text (table, row, 2, arm->arm->class_id);
  for (guint i = 0; i < self->n_endpoints; i++)
    {
      RgmOutcome *outcome = rgm_arm_get_outcome (arm->arm, self->endpoints[i]);
      const RgmEstimate *estimate = outcome != NULL ? &outcome->estimate : NULL;
      guint column = 3 + 4 * i;
      RgmBound lower, upper;
      double value;

      g_autofree char *published = estimate != NULL ? rgm_value_text_published (estimate) : NULL;

      if (published == NULL || *published == '\0')
        rgm_table_set_text (table, row, column, rgm_value_text_state (RGM_STATE_NOT_REPORTED));
      else
        rgm_table_set_text (table, row, column, published);
      if (rgm_survival_figure_get_months (arm->arm, self->endpoints[i], &value, &lower, &upper))
        set_bound (table, row, column + 1, &(RgmBound) { RGM_STATE_REPORTED, value });
      if (estimate != NULL && rgm_estimate_has_interval (estimate) && rgm_estimate_bounds_to_months (estimate, &lower, &upper))
        {
          set_bound (table, row, column + 2, &lower);
          set_bound (table, row, column + 3, &upper);
        }
    }
}

/* Everything that the figure says; @n_left_out trials have no row. */
void
rgm_survival_figure_fill_words (RgmSurvivalFigure *self,
                                RgmFrame    *words,
                                guint              n_left_out)
{
  words->title = make_title (self);
  words->subtitle = make_subtitle (self, rgm_figure_count_trials (self->arms));
  words->summary = make_summary (self);
  words->note = make_note (self, n_left_out);
  words->method = make_method (self);
  words->caveat = rgm_figure_text_caveat (self->arms);
}

/* The numbers that it draws. */
RgmTable *
rgm_survival_figure_make_table (RgmSurvivalFigure *self)
{
  RgmTable *table = rgm_table_new ();

  add_table_columns (self, table);
  for (guint i = 0; i < self->arms->len; i++)
    add_table_row (self, table, rgm_survival_figure_get_arm (self, i));

  return table;
}
