/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-pooling-answer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-format.h"
#include "rgm-table.h"
#include "rgm-wording.h"

enum { LABEL, RESPONDERS, RATE, INTERVAL, FIRST_EXTRA };

#define LINE_WIDTH 100

static void
set_taken (RgmTable *table,
           guint     row,
           guint     column,
           char     *text)
{
  rgm_table_set_text (table, row, column, text);
  g_free (text);
}

static char *
percent (double proportion)
{
  return isnan (proportion) ? g_strdup (RGM_EN_DASH) : rgm_format_percent (100.0 * proportion, 1);
}

static char *
bounds (double lower,
        double upper,
        double factor,
        int    decimals)
{
  return isnan (lower) ? g_strdup (RGM_EN_DASH) : rgm_format_interval (factor * lower, factor * upper, decimals);
}

static char *
number (double value,
        int    decimals)
{
  return isnan (value) ? g_strdup (RGM_EN_DASH) : rgm_format_number (value, decimals);
}

static RgmTable *
table_new (const RgmPooling *pooling,
           const char       *first)
{
  g_autofree char *level = rgm_format_level (rgm_pooling_get_options (pooling)->level);
  /* TRANSLATORS: The title of a column; the placeholder is a level: '95%'. */
  g_autofree char *interval = g_strdup_printf (_("%s CI"), level);
  RgmTable *table = rgm_table_new ();

  rgm_table_add_column (table, "label", first, RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "responders", _("Responses"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "rate", _("Rate"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "interval", interval, RGM_COLUMN_NUMBER);

  return table;
}

static void
append_table (GString        *text,
              const RgmTable *table)
{
  g_autofree char *lines = rgm_table_to_text (table, TRUE);

  g_string_append (text, lines);
}

static guint
add_rate (RgmTable            *table,
          const char          *id,
          char                *label,
          const RgmPooledRate *rate)
{
  guint row = rgm_table_add_row (table, id);

  set_taken (table, row, LABEL, label);
  set_taken (table, row, RESPONDERS, rgm_format_count_of (rate->responders, rate->patients));
  set_taken (table, row, RATE, percent (rate->estimate));
  set_taken (table, row, INTERVAL, bounds (rate->lower, rate->upper, 100.0, 1));

  return row;
}

static void
append_arms (GString          *text,
             const RgmPooling *pooling)
{
  g_autoptr (RgmTable) table = table_new (pooling, _("Arm"));
  const RgmPooledRate *overall = rgm_pooling_get_overall (pooling);
  guint n = rgm_pooling_get_n_arms (pooling);
  gboolean weighted = n > 0 && !isnan (rgm_pooling_get_weight (pooling, 0));

  if (weighted)
    rgm_table_add_column (table, "weight", _("Weight"), RGM_COLUMN_NUMBER);
  for (guint i = 0; i < n; i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);
      guint row = rgm_table_add_row (table, rgm_arm_get_id (response->arm));

      set_taken (table, row, LABEL, rgm_wording_arm (response->trial, response->arm));
      set_taken (table, row, RESPONDERS, rgm_format_count_of (response->responders, response->analysed));
      set_taken (table, row, RATE, percent (response->estimate));
      set_taken (table, row, INTERVAL, bounds (response->lower, response->upper, 100.0, 1));
      if (weighted)
        set_taken (table, row, FIRST_EXTRA, rgm_format_percent (rgm_pooling_get_weight (pooling, i), 1));
    }
  add_rate (table, "", g_strdup_printf (ngettext ("Pooled, %u arm", "Pooled, %u arms", n), n), overall);

  append_table (text, table);
}

static void
append_spread (GString             *text,
               const RgmPooledRate *rate)
{
  if (rate->why_no_tau2 == NULL)
    {
      g_autofree char *tau2 = number (rate->tau2, 3);

      g_string_append_printf (text, "τ² %s", tau2);
      if (rate->why_no_tau2_interval == NULL)
        {
          g_autofree char *interval = bounds (rate->tau2_lower, rate->tau2_upper, 1.0, 3);

          g_string_append_printf (text, " (%s)", interval);
        }
      g_string_append_c (text, '\n');
    }
  if (rate->why_no_i2 == NULL)
    {
      g_autofree char *i2 = rgm_format_percent (rate->i2, 1);

      g_string_append_printf (text, "I² %s\n", i2);
    }
  if (rate->why_no_q == NULL)
    {
      g_autofree char *q = number (rate->q, 2);
      g_autofree char *p = rgm_format_p_value (rate->p);

      g_string_append_printf (text, "Q = %s, df = %u, p %s\n", q, (guint) rate->df, p);
    }
  if (rate->why_no_prediction == NULL)
    {
      g_autofree char *prediction = bounds (rate->prediction_lower, rate->prediction_upper, 100.0, 1);

      g_string_append_printf (text, _("Prediction interval of a new arm’s rate: %s%%"), prediction);
      g_string_append_c (text, '\n');
    }
}

/* Each sentence that says why something is missing, once, after what is missing. */
static void
append_reasons (GString             *text,
                const RgmPooledRate *rate)
{
  const struct
  {
    const char *what;
    const char *why;
  } missing[] = {
    { _("pooled rate"), rate->why_no_estimate },
    { _("confidence interval"), rate->why_no_interval },
    { "τ²", rate->why_no_tau2 },
    { _("interval of τ²"), rate->why_no_tau2_interval },
    { "I²", rate->why_no_i2 },
    { "Q", rate->why_no_q },
    { _("prediction interval"), rate->why_no_prediction },
  };

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      gboolean said = missing[i].why == NULL;

      for (guint j = 0; j < i && !said; j++)
        said = missing[i].why == missing[j].why;
      if (said)
        continue;

      for (guint j = i; j < G_N_ELEMENTS (missing); j++)
        if (missing[j].why == missing[i].why)
          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", missing[j].what);
      /* TRANSLATORS: What is missing ('τ², I², Q'), then a sentence that says why. */
      g_string_append_printf (text, _("No %s: %s"), names->str, missing[i].why);
      g_string_append_c (text, '\n');
    }
}

static void
add_spread_columns (RgmTable *table)
{
  rgm_table_add_column (table, "tau2", _("τ²"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "i2", _("I²"), RGM_COLUMN_NUMBER);
}

static void
set_spread (RgmTable            *table,
            guint                row,
            guint                column,
            const RgmPooledRate *rate)
{
  set_taken (table, row, column, number (rate->tau2, 3));
  set_taken (table, row, column + 1, isnan (rate->i2) ? g_strdup (RGM_EN_DASH) : rgm_format_percent (rate->i2, 1));
}

static void
append_groups (GString          *text,
               const RgmPooling *pooling)
{
  g_autoptr (RgmTable) table = table_new (pooling, _("Group"));
  const RgmPooledBetween *between = rgm_pooling_get_between (pooling);

  if (between == NULL)
    return;

  rgm_table_add_column (table, "arms", _("Arms"), RGM_COLUMN_NUMBER);
  add_spread_columns (table);
  for (guint g = 0; g < rgm_pooling_get_n_groups (pooling); g++)
    {
      const RgmPoolingGroup *group = rgm_pooling_get_group (pooling, g);
      guint row = add_rate (table, group->key, g_strdup (group->label), &group->rate);

      set_taken (table, row, FIRST_EXTRA, g_strdup_printf ("%u", group->arms));
      set_spread (table, row, FIRST_EXTRA + 1, &group->rate);
    }

  g_string_append_c (text, '\n');
  append_table (text, table);
  if (between->why_not == NULL)
    {
      g_autofree char *q = number (between->q, 2);
      g_autofree char *p = rgm_format_p_value (between->p);

      g_string_append_printf (text, _("Between groups: Q = %s, df = %u, p %s"), q, (guint) between->df, p);
      g_string_append_printf (text, "\n%s\n", between->note);
    }
  else
    {
      g_string_append_printf (text, "%s %s\n", RGM_EN_DASH, between->why_not);
    }
}

static void
append_leave_one_out (GString          *text,
                      const RgmPooling *pooling)
{
  g_autoptr (RgmTable) table = table_new (pooling, _("Without"));

  if (!rgm_pooling_get_options (pooling)->leave_one_out)
    return;

  add_spread_columns (table);
  for (guint i = 0; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);
      const RgmPooledRate *rate = rgm_pooling_get_leave_one_out (pooling, i);
      guint row = add_rate (table, rgm_arm_get_id (response->arm), rgm_wording_arm (response->trial, response->arm), rate);

      set_spread (table, row, FIRST_EXTRA, rate);
    }

  g_string_append_c (text, '\n');
  append_table (text, table);
}

/* Sentences are set in lines that a terminal shows whole. */
static void
append_wrapped (GString    *text,
                const char *sentence)
{
  g_auto (GStrv) words = g_strsplit (sentence, " ", -1);
  glong used = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong width = g_utf8_strlen (words[i], -1);

      if (i > 0)
        g_string_append_c (text, used + 1 + width > LINE_WIDTH ? '\n' : ' ');
      used = i > 0 && used + 1 + width <= LINE_WIDTH ? used + 1 + width : width;
      g_string_append (text, words[i]);
    }
  g_string_append_c (text, '\n');
}

/**
 * rgm_pooling_to_text:
 * @pooling: a pooling
 *
 * Returns: (transfer full): all of it for a person at a terminal
 */
char *
rgm_pooling_to_text (const RgmPooling *pooling)
{
  GString *text = g_string_new (NULL);

  append_arms (text, pooling);
  g_string_append_c (text, '\n');
  append_spread (text, rgm_pooling_get_overall (pooling));
  append_reasons (text, rgm_pooling_get_overall (pooling));
  append_groups (text, pooling);
  append_leave_one_out (text, pooling);

  g_string_append_c (text, '\n');
  append_wrapped (text, rgm_pooling_get_method (pooling));
  if (rgm_pooling_get_caveat (pooling) != NULL)
    append_wrapped (text, rgm_pooling_get_caveat (pooling));

  return g_string_free (text, FALSE);
}
