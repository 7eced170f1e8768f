/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-isolate.h"
#include "rgm-pooling-answer.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-format.h"
#include "rgm-number-remarks.h"
#include "rgm-punctuation.h"
#include "rgm-value-text.h"

#define LINE_WIDTH 100

/* ── Cells ───────────────────────────────────────────────────────────────────── */

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
  return isnan (proportion) ? g_strdup (RGM_EN_DASH) : rgm_format_percent (100.0 * proportion, rgm_format_visible_decimals (100.0 * proportion, 1));
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
higgins (const RgmPooledRate *rate)
{
  return isnan (rate->i2_q) ? g_strdup (RGM_EN_DASH) : rgm_format_percent (rate->i2_q, 1);
}

static char *
spread (const RgmPooledRate *rate)
{
  return isnan (rate->tau2) ? g_strdup (RGM_EN_DASH) : rgm_format_magnitude (rate->tau2, 3);
}

/* The columns of rates: what the rows are, then the cells of set_rate(). */
static RgmTable *
table_new (const RgmPooling *pooling,
           const char       *first)
{
  g_autofree char *level = rgm_format_level (rgm_pooling_get_options (pooling)->level);
  /* Translators: the title of a column; %s is a level: '95%'. */
  g_autofree char *interval = g_strdup_printf (_("%s CI"), level);
  RgmTable *table = rgm_table_new ();

  rgm_table_add_column (table, "label", first, RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "responders", _("Responders/patients"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "rate", _("Response rate"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "interval", interval, RGM_COLUMN_NUMBER);

  return table;
}

enum { LABEL, RESPONDERS, RATE, INTERVAL, FIRST_EXTRA };

static guint
add_rate (RgmTable            *table,
          const char          *label,
          const RgmPooledRate *rate)
{
  guint row = rgm_table_add_row (table, NULL);

  rgm_table_set_text (table, row, LABEL, label);
  set_taken (table, row, RESPONDERS, rgm_format_count_of (rate->responders, rate->patients));
  set_taken (table, row, RATE, percent (rate->estimate));
  set_taken (table, row, INTERVAL, bounds (rate->lower, rate->upper, 100.0, 1));

  return row;
}

/* A common effect has no τ². */
static gboolean
has_tau2 (const RgmPooling *pooling)
{
  return rgm_pooling_get_options (pooling)->model != RGM_POOLING_COMMON;
}

static void
add_spread_columns (RgmTable         *table,
                    const RgmPooling *pooling)
{
  /* Translators: the title of a column: Higgins' I², which is computed from Cochran's Q. */
  rgm_table_add_column (table, "i2", _("I² from Q"), RGM_COLUMN_NUMBER);
  if (has_tau2 (pooling))
    rgm_table_add_column (table, "tau2", "τ²", RGM_COLUMN_NUMBER);
}

static void
set_spread (RgmTable            *table,
            guint                row,
            guint                column,
            const RgmPooledRate *rate)
{
  set_taken (table, row, column, higgins (rate));
  if (column + 1 < rgm_table_get_n_columns (table))
    set_taken (table, row, column + 1, spread (rate));
}

/* ── Lines ───────────────────────────────────────────────────────────────────── */

static void
append_table (GString        *text,
              const RgmTable *table)
{
  g_autofree char *lines = rgm_table_to_text (table, TRUE);

  g_string_append (text, lines);
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

/* What several have in common is said once, with their names: 'Tucatinib, T-DM1: One arm: nothing to pool.' */
typedef struct
{
  GPtrArray  *reasons;
  GHashTable *names;
} Reasons;

static void
reasons_init (Reasons *self)
{
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
reasons_clear (Reasons *self)
{
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reasons, reasons_clear)

static void
reasons_add (Reasons    *self,
             const char *name,
             const char *reason)
{
  GPtrArray *names = g_hash_table_lookup (self->names, reason);

  if (names == NULL)
    {
      names = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->reasons, g_strdup (reason));
      g_hash_table_insert (self->names, g_ptr_array_index (self->reasons, self->reasons->len - 1), names);
    }
  g_ptr_array_add (names, g_strdup (name));
}

static void
reasons_add_rate (Reasons             *self,
                  const char          *name,
                  const RgmPooledRate *rate)
{
  g_auto (GStrv) sentences = rgm_pooled_rate_get_reasons (rate);

  for (guint i = 0; sentences[i] != NULL; i++)
    reasons_add (self, name, sentences[i]);
}

static void
append_reasons (GString       *text,
                const Reasons *self)
{
  for (guint i = 0; i < self->reasons->len; i++)
    {
      const char *reason = g_ptr_array_index (self->reasons, i);
      GPtrArray *names = g_hash_table_lookup (self->names, reason);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) all = NULL;
      g_autofree char *list = NULL;
      g_autofree char *sentence = NULL;

      for (guint j = 0; j < names->len; j++)
        g_strv_builder_add (builder, g_ptr_array_index (names, j));
      all = g_strv_builder_end (builder);
      list = rgm_join_phrases (all);
      /* Translators: whose number is absent, and a sentence that says why: 'ADC, TKI: One arm: nothing to pool.' */
      sentence = rgm_text_printf (C_("reason", "%s: %s"), list, reason);
      append_wrapped (text, sentence);
    }
}

/* ── Sections ────────────────────────────────────────────────────────────────── */

static void
append_arms (GString          *text,
             const RgmPooling *pooling)
{
  g_autoptr (RgmTable) table = table_new (pooling, _("Arm"));
  g_auto (Reasons) reasons = { 0 };
  g_auto (Reasons) contradictions = { 0 };
  guint n = rgm_pooling_get_n_arms (pooling);
  gboolean is_weighted = !isnan (rgm_pooling_get_weight (pooling, 0));

  reasons_init (&reasons);
  reasons_init (&contradictions);
  if (is_weighted)
    rgm_table_add_column (table, "weight", _("Weight"), RGM_COLUMN_NUMBER);
  for (guint i = 0; i < n; i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);
      g_autofree char *name = rgm_value_text_arm (response->trial, response->arm);
      g_autofree char *remarks = rgm_response_text_remarks (response);
      g_autofree char *label = remarks != NULL ? g_strconcat (name, RGM_SIGN_SPACE RGM_REMARK_SIGN, NULL) : g_strdup (name);
      guint row = rgm_table_add_row (table, NULL);

      rgm_table_set_text (table, row, LABEL, label);
      set_taken (table, row, RESPONDERS, rgm_format_count_of (response->responders, response->analysed));
      set_taken (table, row, RATE, percent (response->estimate));
      set_taken (table, row, INTERVAL, bounds (response->lower, response->upper, 100.0, 1));
      if (is_weighted)
        set_taken (table, row, FIRST_EXTRA, rgm_format_percent (rgm_pooling_get_weight (pooling, i), 1));
      if (response->why_not != NULL)
        reasons_add (&reasons, name, response->why_not);
      if (remarks != NULL)
        reasons_add (&contradictions, label, remarks);
    }
  if (n > 1)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("Pooled, %u arm", "Pooled, %u arms", n), n);

      add_rate (table, label, rgm_pooling_get_overall (pooling));
    }

  append_table (text, table);
  append_reasons (text, &reasons);
  if (contradictions.reasons->len > 0)
    g_string_append_c (text, '\n');
  append_reasons (text, &contradictions);
}

static void
append_tau2 (GString             *text,
             const RgmPooledRate *rate)
{
  g_autofree char *tau2 = spread (rate);
  g_autofree char *interval = bounds (rate->tau2_lower, rate->tau2_upper, 1.0, 3);

  g_string_append_printf (text, "τ² %s", tau2);
  if (rate->tau2_is_outside)
    /* Translators: an interval, in parentheses after the value of τ². */
    g_string_append_printf (text, _(" (%s; the interval is from a different estimator, the Q-profile method)"), interval);
  else if (rate->why_no_tau2_interval == NULL)
    g_string_append_printf (text, " (%s)", interval);
  g_string_append_c (text, '\n');
}

static void
append_q (GString             *text,
          const RgmPooledRate *rate)
{
  g_autofree char *i2 = higgins (rate);
  g_autofree char *q = rgm_format_number (rate->q, 2);

  /* Translators: %s is a percentage; Q is Cochran's. */
  g_string_append_printf (text, _("I² %s (from Q)"), i2);
  g_string_append_c (text, '\n');
  if (rate->why_no_p == NULL)
    {
      g_autofree char *p = rgm_format_p_value (rate->p);

      /* Translators: Cochran's Q, its degrees of freedom, and '= 0.030' or '< 0.001'. Separate them
         with semicolons if your language has a decimal comma. */
      g_string_append_printf (text, _("Q = %s, df = %u, p %s"), q, (guint) rate->df, p);
    }
  else
    {
      g_string_append_printf (text, _("Q = %s, df = %u"), q, (guint) rate->df);
    }
  g_string_append_c (text, '\n');
}

static void
append_spread (GString          *text,
               const RgmPooling *pooling)
{
  const RgmPooledRate *rate = rgm_pooling_get_overall (pooling);
  g_auto (GStrv) reasons = rgm_pooled_rate_get_reasons (rate);

  if (rate->why_no_tau2 == NULL && has_tau2 (pooling))
    append_tau2 (text, rate);
  if (rate->why_no_q == NULL)
    append_q (text, rate);
  if (rate->why_no_prediction == NULL)
    {
      g_autofree char *prediction = bounds (rate->prediction_lower, rate->prediction_upper, 100.0, 1);

      g_string_append_printf (text, _("Prediction interval for the rate of a new arm: %s%%"), prediction);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; reasons[i] != NULL; i++)
    append_wrapped (text, reasons[i]);
}

static void
append_between (GString          *text,
                const RgmPooling *pooling)
{
  const RgmPooledBetween *between = rgm_pooling_get_between (pooling);

  if (between->why_not == NULL)
    {
      g_autofree char *q = rgm_format_number (between->q, 2);
      g_autofree char *p = rgm_format_p_value (between->p);

      g_string_append_printf (text, _("Subgroup differences: Q = %s, df = %u, p %s"), q, (guint) between->df, p);
      g_string_append_printf (text, "\n%s\n", between->note);
    }
  else
    {
      append_wrapped (text, between->why_not);
    }
}

/* One group is all arms, whose rate stands above. */
static void
append_groups (GString          *text,
               const RgmPooling *pooling)
{
  g_autoptr (RgmTable) table = NULL;
  g_auto (Reasons) reasons = { 0 };

  if (rgm_pooling_get_between (pooling) == NULL)
    return;

  reasons_init (&reasons);
  g_string_append_c (text, '\n');
  if (rgm_pooling_get_n_groups (pooling) > 1)
    {
      table = table_new (pooling, _("Group"));
      rgm_table_add_column (table, "arms", _("Arms"), RGM_COLUMN_NUMBER);
      add_spread_columns (table, pooling);
      for (guint g = 0; g < rgm_pooling_get_n_groups (pooling); g++)
        {
          const RgmPoolingGroup *group = rgm_pooling_get_group (pooling, g);
          guint row = add_rate (table, group->label, &group->rate);

          set_taken (table, row, FIRST_EXTRA, g_strdup_printf ("%u", group->arms));
          set_spread (table, row, FIRST_EXTRA + 1, &group->rate);
          reasons_add_rate (&reasons, group->label, &group->rate);
        }
      append_table (text, table);
      append_reasons (text, &reasons);
    }
  append_between (text, pooling);
}

static void
append_leave_one_out (GString          *text,
                      const RgmPooling *pooling)
{
  g_autoptr (RgmTable) table = NULL;

  /* Without the only arm there is nothing. */
  if (!rgm_pooling_get_options (pooling)->leave_one_out || rgm_pooling_get_n_arms (pooling) < 2)
    return;

  table = table_new (pooling, _("Without"));
  add_spread_columns (table, pooling);
  for (guint i = 0; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);
      const RgmPooledRate *rate = rgm_pooling_get_leave_one_out (pooling, i);
      g_autofree char *label = rgm_value_text_arm (response->trial, response->arm);

      set_spread (table, add_rate (table, label, rate), FIRST_EXTRA, rate);
    }

  g_string_append_c (text, '\n');
  append_table (text, table);
}

/**
 * rgm_pooling_to_text:
 * @pooling: a pooling
 *
 * Returns: (transfer full): all of it for a person at a terminal; empty without any arm
 */
char *
rgm_pooling_to_text (const RgmPooling *pooling)
{
  GString *text = g_string_new (NULL);

  if (rgm_pooling_get_n_arms (pooling) == 0)
    return g_string_free (text, FALSE);

  append_arms (text, pooling);
  g_string_append_c (text, '\n');
  append_spread (text, pooling);
  append_groups (text, pooling);
  append_leave_one_out (text, pooling);

  g_string_append_c (text, '\n');
  append_wrapped (text, rgm_pooling_get_method (pooling));
  if (rgm_pooling_get_caveat (pooling) != NULL)
    append_wrapped (text, rgm_pooling_get_caveat (pooling));

  return g_string_free (text, FALSE);
}

/* ── Several models ──────────────────────────────────────────────────────────── */

static const char *
model_label (const RgmPooling *pooling)
{
  return rgm_enum_get_label (RGM_TYPE_POOLING_MODEL, (int) rgm_pooling_get_options (pooling)->model);
}

/* The rates by each model: of all arms, or of a group of them. */
static void
append_models (GString    *text,
               GPtrArray  *poolings,
               const char *title,
               int         group)
{
  g_autoptr (RgmTable) table = table_new (g_ptr_array_index (poolings, 0), title);
  g_auto (Reasons) reasons = { 0 };

  reasons_init (&reasons);
  rgm_table_add_column (table, "tau2", "τ²", RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "tau2-interval", _("Interval for τ²"), RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "prediction", _("Prediction interval"), RGM_COLUMN_NUMBER);
  for (guint i = 0; i < poolings->len; i++)
    {
      const RgmPooling *pooling = g_ptr_array_index (poolings, i);
      const RgmPooledRate *rate = group < 0 ? rgm_pooling_get_overall (pooling)
                                            : &rgm_pooling_get_group (pooling, (guint) group)->rate;
      guint row = add_rate (table, model_label (pooling), rate);

      set_taken (table, row, FIRST_EXTRA, has_tau2 (pooling) ? spread (rate) : g_strdup (RGM_EN_DASH));
      set_taken (table, row, FIRST_EXTRA + 1, bounds (rate->tau2_lower, rate->tau2_upper, 1.0, 3));
      set_taken (table, row, FIRST_EXTRA + 2, bounds (rate->prediction_lower, rate->prediction_upper, 100.0, 1));
      reasons_add_rate (&reasons, model_label (pooling), rate);
    }

  append_table (text, table);
  append_reasons (text, &reasons);
}

static void
append_models_without (GString   *text,
                       GPtrArray *poolings)
{
  g_autoptr (RgmTable) table = rgm_table_new ();
  const RgmPooling *first = g_ptr_array_index (poolings, 0);

  if (!rgm_pooling_get_options (first)->leave_one_out)
    return;

  rgm_table_add_column (table, "label", _("Without"), RGM_COLUMN_TEXT);
  for (guint i = 0; i < poolings->len; i++)
    rgm_table_add_column (table, "rate", model_label (g_ptr_array_index (poolings, i)), RGM_COLUMN_NUMBER);
  for (guint arm = 0; arm < rgm_pooling_get_n_arms (first); arm++)
    {
      const RgmResponse *response = rgm_pooling_get_response (first, arm);
      guint row = rgm_table_add_row (table, NULL);

      set_taken (table, row, 0, rgm_value_text_arm (response->trial, response->arm));
      for (guint i = 0; i < poolings->len; i++)
        set_taken (table, row, i + 1, percent (rgm_pooling_get_leave_one_out (g_ptr_array_index (poolings, i), arm)->estimate));
    }

  g_string_append_c (text, '\n');
  append_table (text, table);
}

/**
 * rgm_poolings_to_text:
 * @poolings: (element-type RgmPooling): the same arms pooled by several models
 *
 * Returns: (transfer full): the models side by side, for a person at a terminal; empty without any arm
 */
char *
rgm_poolings_to_text (GPtrArray *poolings)
{
  const RgmPooling *first = g_ptr_array_index (poolings, 0);
  GString *text = g_string_new (NULL);

  /* One arm is the same by every model. */
  if (rgm_pooling_get_n_arms (first) < 2)
    {
      g_string_free (text, TRUE);
      return rgm_pooling_to_text (first);
    }

  append_models (text, poolings, _("All arms"), -1);
  g_string_append_c (text, '\n');
  append_q (text, rgm_pooling_get_overall (first));
  for (guint g = 0; rgm_pooling_get_n_groups (first) > 1 && g < rgm_pooling_get_n_groups (first); g++)
    {
      g_string_append_c (text, '\n');
      append_models (text, poolings, rgm_pooling_get_group (first, g)->label, (int) g);
    }
  append_models_without (text, poolings);

  for (guint i = 0; i < poolings->len; i++)
    {
      const RgmPooling *pooling = g_ptr_array_index (poolings, i);
      /* Translators: a model, and what it does: 'REML: Response rates were pooled…' */
      g_autofree char *method = g_strdup_printf (C_("model", "%s: %s"), model_label (pooling), rgm_pooling_get_method (pooling));

      g_string_append_c (text, '\n');
      append_wrapped (text, method);
    }
  if (rgm_pooling_get_caveat (first) != NULL)
    {
      g_string_append_c (text, '\n');
      append_wrapped (text, rgm_pooling_get_caveat (first));
    }

  return g_string_free (text, FALSE);
}
