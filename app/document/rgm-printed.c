/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rgm-error.h"
#include "rgm-format.h"
#include "rgm-printed-private.h"
#include "rgm-punctuation.h"

/* The parts of a result are taken out one after the other, those that can be told best first:
 *
 *     8/27 (29.6%; 95% CI 13.8 to 50.2)
 *                  ──────               level
 *                         ────────────  interval
 *     ────                              counts
 *           ────                        value
 *
 * What remains at the end was not understood, and is refused rather than passed over. */
typedef struct
{
  const char        *text;
  const RgmEndpoint *endpoint;
  gint64             n;          /* patients of the arm; -1 where unknown */
  GArray            *tokens;
  RgmOutcome         fields;
  int                decimals;   /* of the value */
  gboolean           has_value;
  gboolean           has_unit;
  const char        *derived[3];
  guint              n_derived;
  GString           *understood;
  GString           *doubt;
} Parse;

static RgmPrintedToken *
get (Parse *self,
     guint  i)
{
  return i < self->tokens->len ? &g_array_index (self->tokens, RgmPrintedToken, i) : NULL;
}

static gboolean
is (Parse          *self,
    guint           i,
    RgmPrintedKind  kind)
{
  const RgmPrintedToken *token = get (self, i);

  return token != NULL && !token->is_used && token->kind == kind;
}

static void
use (Parse *self,
     guint  from,
     guint  to)
{
  for (guint i = from; i < to; i++)
    get (self, i)->is_used = TRUE;
}

static gboolean
is_rate (Parse *self)
{
  return self->endpoint->kind == RGM_ENDPOINT_KIND_RATE;
}

/* ── Level and interval ──────────────────────────────────────────────────────── */

static void
take_level (Parse *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      guint start = i;

      if (!is (self, i, RGM_PRINTED_INTERVAL))
        continue;
      if (start >= 2 && is (self, start - 1, RGM_PRINTED_PERCENT) && is (self, start - 2, RGM_PRINTED_NUMBER))
        start -= 2;
      if (start < i)
        self->fields.estimate.level = get (self, start)->number / 100;
      use (self, start, i + 1);
      if (is (self, i + 1, RGM_PRINTED_COMMA))
        use (self, i + 1, i + 2);
    }
}

/* The end of a bound that begins at @i, or 0. */
static guint
find_bound_end (Parse *self,
                guint  i)
{
  if (!is (self, i, RGM_PRINTED_NUMBER) && !is (self, i, RGM_PRINTED_STATE))
    return 0;

  i++;
  while (is (self, i, RGM_PRINTED_PERCENT) || is (self, i, RGM_PRINTED_UNIT))
    i++;

  return i;
}

static RgmBound
make_bound (Parse *self,
            guint  i)
{
  const RgmPrintedToken *token = get (self, i);

  return token->kind == RGM_PRINTED_NUMBER ? (RgmBound) { RGM_STATE_REPORTED, token->number } : (RgmBound) { token->state, 0 };
}

static void
take_units (Parse *self,
            guint  from,
            guint  to)
{
  for (guint i = from; i < to; i++)
    if (is (self, i, RGM_PRINTED_UNIT))
      {
        self->fields.estimate.unit = rgm_enum_get_nick (RGM_TYPE_UNIT, (int) get (self, i)->unit);
        self->has_unit = TRUE;
      }
}

/* The last pair of bounds; one outside of brackets follows an estimate. */
static void
take_interval (Parse *self)
{
  for (guint i = self->tokens->len; i-- > 0;)
    {
      guint middle = find_bound_end (self, i);
      guint end = middle > 0 && (is (self, middle, RGM_PRINTED_TO) || (is (self, middle, RGM_PRINTED_COMMA) && get (self, i)->depth > 0))
                    ? find_bound_end (self, middle + 1) : 0;

      if (end == 0 || (get (self, i)->depth == 0 && i == 0) || get (self, middle + 1)->depth != get (self, i)->depth)
        continue;

      self->fields.estimate.lower = make_bound (self, i);
      self->fields.estimate.upper = make_bound (self, middle + 1);
      take_units (self, i, end);
      use (self, i, end);
      return;
    }
}

/* ── Counts and value ────────────────────────────────────────────────────────── */

static gboolean
is_count (Parse *self,
          guint  i)
{
  return is (self, i, RGM_PRINTED_NUMBER) && get (self, i)->decimals == 0 && get (self, i)->number <= RGM_COUNT_MAX;
}

static void
take_counts (Parse *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    if (is_count (self, i) && is (self, i + 1, RGM_PRINTED_OF) && is_count (self, i + 2) && !is (self, i + 3, RGM_PRINTED_PERCENT))
      {
        self->fields.responders = (gint64) get (self, i)->number;
        self->fields.analysed = (gint64) get (self, i + 2)->number;
        use (self, i, i + 3);
        return;
      }

  /* "8 (29.6%)" */
  for (guint i = 0; is_rate (self) && i < self->tokens->len; i++)
    if (is_count (self, i) && is (self, i + 1, RGM_PRINTED_OPEN) && is (self, i + 2, RGM_PRINTED_NUMBER) &&
        is (self, i + 3, RGM_PRINTED_PERCENT))
      {
        self->fields.responders = (gint64) get (self, i)->number;
        use (self, i, i + 1);
        return;
      }
}

static gboolean
take_value (Parse   *self,
            GError **error)
{
  RgmEstimate *estimate = &self->fields.estimate;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      RgmPrintedToken *token = get (self, i);

      if (is (self, i, RGM_PRINTED_NUMBER))
        {
          estimate->state = RGM_STATE_REPORTED;
          estimate->value = token->number;
          self->decimals = token->decimals;
          self->has_value = TRUE;
          if (i > 0 && is (self, i - 1, RGM_PRINTED_RELATION))
            {
              estimate->relation = get (self, i - 1)->relation;
              use (self, i - 1, i);
            }
          use (self, i, i + 1);
          if (is (self, i + 1, RGM_PRINTED_PERCENT))
            {
              if (!is_rate (self))
                {
                  rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("“%s” is a time, but the result has a percent sign. Type it with its unit, such as 6.9 months."),
                                 self->endpoint->id);
                  return FALSE;
                }
              use (self, i + 1, i + 2);
            }
          return TRUE;
        }

      if (is (self, i, RGM_PRINTED_STATE))
        {
          gboolean has_bound = estimate->lower.state == RGM_STATE_REPORTED || estimate->upper.state == RGM_STATE_REPORTED;

          estimate->state = is_rate (self) && token->state == RGM_STATE_NOT_REACHED ? RGM_STATE_NOT_REPORTED : token->state;
          self->has_value = TRUE;
          use (self, i, i + 1);
          if (token->is_short && !is_rate (self) && !has_bound)
            {
              rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("“%s” can mean “not reached” or “not reported”. Type it in full."), self->text);
              return FALSE;
            }
          return TRUE;
        }
    }

  return TRUE;
}

/* Of the counts that are possible the one that gives the rate as printed; -1 where none or several do. */
static gint64
find_responders (double rate,
                 int    decimals,
                 gint64 n,
                 guint *n_found)
{
  double half = 0.5 * pow (10, -decimals) + 1e-9;
  gint64 from = MAX (0, (gint64) floor ((rate - half) * (double) n / 100) - 1);
  gint64 found = -1;

  *n_found = 0;
  for (gint64 x = from; x <= n && 100.0 * (double) x / (double) n <= rate + half; x++)
    if (fabs (100.0 * (double) x / (double) n - rate) <= half)
      {
        found = x;
        (*n_found)++;
      }

  return *n_found == 1 ? found : -1;
}

static char *
show_count (gint64 count)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

static void
doubt_counts (Parse *self,
              guint  n_found)
{
  g_autofree char *n = show_count (self->n);
  g_autofree char *found = show_count (n_found);

  if (n_found == 0)
    rgm_add_sentence_printf (self->doubt, _("No whole number of %s patients gives this rate. If fewer were analysed, type the counts too, as in 8/27 (29.6%%)."), n);
  else
    /* Translators: two whole numbers, the first above one. */
    rgm_add_sentence_printf (self->doubt, _("%s different counts of %s patients give this rate, so none is derived."), found, n);
}

static void
derive_rate (Parse *self)
{
  RgmEstimate *estimate = &self->fields.estimate;
  guint n_found;

  if (!self->has_value && self->fields.responders >= 0 && self->fields.analysed > 0)
    {
      estimate->state = RGM_STATE_REPORTED;
      self->decimals = 1;
      estimate->value = round (1000.0 * (double) self->fields.responders / (double) self->fields.analysed) / 10;
      self->has_value = TRUE;
      self->derived[self->n_derived++] = "value";
    }
  else if (estimate->state == RGM_STATE_REPORTED && estimate->relation == RGM_RELATION_EQUAL && self->fields.responders < 0 && self->n > 0)
    {
      self->fields.responders = find_responders (estimate->value, self->decimals, self->n, &n_found);
      if (self->fields.responders >= 0)
        {
          self->fields.analysed = self->n;
          self->derived[self->n_derived++] = "responders";
        }
      else
        doubt_counts (self, n_found);
    }
  else if (estimate->state == RGM_STATE_REPORTED && self->fields.responders >= 0 && self->fields.analysed < 0 && self->n > 0 &&
           find_responders (estimate->value, self->decimals, self->n, &n_found) == self->fields.responders)
    {
      self->fields.analysed = self->n;
      self->derived[self->n_derived++] = "analysed";
    }
}

/* ── In sentences ────────────────────────────────────────────────────────────── */

static char *
show_number (double      number,
             const char *unit)
{
  return rgm_format_with_unit (number, rgm_format_decimals_of (number), unit);
}

static char *
show_bound (const RgmBound *bound,
            const char     *unit)
{
  if (bound->state == RGM_STATE_REPORTED)
    return show_number (bound->value, unit);

  /* Translators: in place of a bound of an interval. */
  return g_strdup (bound->state == RGM_STATE_NOT_REACHED ? C_("bound", "not reached")
                   : bound->state == RGM_STATE_NOT_ESTIMABLE ? C_("bound", "not estimable") : C_("bound", "not reported"));
}

static void
tell_value (Parse *self)
{
  const RgmEstimate *estimate = &self->fields.estimate;
  g_autofree char *value = estimate->state == RGM_STATE_REPORTED ? rgm_format_with_unit (estimate->value, self->decimals, estimate->unit) : NULL;

  if (value == NULL)
    rgm_add_sentence (self->understood,
                      estimate->state == RGM_STATE_NOT_REACHED ? _("The median was not reached.")
                      : estimate->state == RGM_STATE_NOT_ESTIMABLE ? _("The value cannot be estimated.") : _("The value is not reported."));
  else if (is_rate (self) && self->n_derived > 0 && g_str_equal (self->derived[0], "value"))
    rgm_add_sentence_printf (self->understood, _("The rate is %s, computed from the counts."), value);
  else
    {
      static const char * const rates[] = { N_("The rate is %s."), N_("The rate is above %s."), N_("The rate is at least %s."),
                                            N_("The rate is below %s."), N_("The rate is at most %s.") };
      static const char * const medians[] = { N_("The median is %s."), N_("The median is above %s."), N_("The median is at least %s."),
                                              N_("The median is below %s."), N_("The median is at most %s.") };
      const char *format = is_rate (self) ? rates[estimate->relation] : medians[estimate->relation];
      GString *sentence = g_string_new (_(format));
      g_autofree char *owned = NULL;

      g_string_replace (sentence, "%s", value, 1);
      owned = g_string_free (sentence, FALSE);
      rgm_add_sentence (self->understood, owned);
    }
}

static void
tell_counts (Parse *self)
{
  const char *derived = self->n_derived > 0 ? self->derived[0] : "";
  g_autofree char *x = show_count (self->fields.responders);
  g_autofree char *n = show_count (self->fields.analysed);

  if (self->fields.responders < 0)
    return;

  if (self->fields.analysed < 0)
    rgm_add_sentence_printf (self->understood, ngettext ("It counts %s patient.", "It counts %s patients.", (gulong) self->fields.responders), x);
  else if (g_str_equal (derived, "responders"))
    rgm_add_sentence_printf (self->understood, _("Only %s of %s patients gives this rate, so the count is derived."), x, n);
  else if (g_str_equal (derived, "analysed"))
    rgm_add_sentence_printf (self->understood, _("The rate shows that these are %s of the arm’s %s patients."), x, n);
  else
    rgm_add_sentence_printf (self->understood, _("These are %s of %s patients."), x, n);
}

static void
tell_interval (Parse *self)
{
  const RgmEstimate *estimate = &self->fields.estimate;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *level = NULL;

  if (!rgm_estimate_has_interval (estimate))
    return;

  lower = show_bound (&estimate->lower, estimate->unit);
  upper = show_bound (&estimate->upper, estimate->unit);
  if (estimate->level > 0)
    {
      level = rgm_format_percent (100 * estimate->level, rgm_format_decimals_of (100 * estimate->level));
      rgm_add_sentence_printf (self->understood, _("The %s confidence interval: %s to %s."), level, lower, upper);
    }
  else
    rgm_add_sentence_printf (self->understood, _("The interval: %s to %s."), lower, upper);
}

static void
tell (Parse *self)
{
  tell_value (self);
  tell_counts (self);
  tell_interval (self);

  if (!is_rate (self) && !self->has_unit && (self->fields.estimate.state == RGM_STATE_REPORTED || rgm_estimate_has_interval (&self->fields.estimate)))
    rgm_add_sentence (self->doubt, _("No unit is given: months are assumed."));
}

/* ── The whole ───────────────────────────────────────────────────────────────── */

static gboolean
fail_rest (Parse   *self,
           GError **error)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      const RgmPrintedToken *token = get (self, i);

      if (!token->is_used && token->kind != RGM_PRINTED_OPEN && token->kind != RGM_PRINTED_CLOSE && token->kind != RGM_PRINTED_COMMA &&
          token->kind != RGM_PRINTED_FILLER)
        {
          g_autofree char *rest = g_strndup (self->text + token->start, token->end - token->start);

          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT,
                         _("“%s” is not understood. Results can be typed as 8/27 (29.6%%), 6.9 (4.1 to 8.7) months or not reached (14.2 to not reached)."),
                         rest);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_all (Parse   *self,
          GError **error)
{
  if (is_rate (self))
    self->fields.estimate.unit = rgm_enum_get_nick (RGM_TYPE_UNIT, RGM_UNIT_PERCENT);
  else
    self->fields.estimate.unit = rgm_enum_get_nick (RGM_TYPE_UNIT, RGM_UNIT_MONTHS);

  take_level (self);
  take_interval (self);
  if (is_rate (self))
    take_counts (self);
  if (!take_value (self, error))
    return FALSE;
  if (!is_rate (self))
    {
      take_units (self, 0, self->tokens->len);
      for (guint i = 0; i < self->tokens->len; i++)
        if (is (self, i, RGM_PRINTED_UNIT))
          use (self, i, i + 1);
    }
  if (!fail_rest (self, error))
    return FALSE;

  if (self->fields.responders > self->fields.analysed && self->fields.analysed >= 0)
    {
      g_autofree char *x = show_count (self->fields.responders);
      g_autofree char *all = show_count (self->fields.analysed);

      rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("More patients are counted (%s) than there are (%s). Check both numbers against the source."), x, all);
      return FALSE;
    }
  if (is_rate (self))
    derive_rate (self);
  if (!self->has_value)
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, _("“%s” has no estimate. Type it before its interval, or “not reported”."), self->text);
      return FALSE;
    }
  tell (self);

  return TRUE;
}

/* Letters, digits and signs of East Asian keyboards, which are as wide as a character there. */
static char *
make_half_width (const char *text)
{
  GString *half = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (half, c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c);
    }

  return g_string_free (half, FALSE);
}

/**
 * rgm_printed_parse:
 * @text: a result as a paper prints it, or as a person types it with the locale's decimal mark
 * @endpoint: what it is a result for
 * @n: the number of patients of the arm; -1 where unknown
 * @error: return location for an error
 *
 * Understands a result. A count is derived from a rate only where exactly one whole number
 * of the arm's patients gives it. "NR" as the only word about a median has two meanings and is
 * refused with the question; with a bound beside it it is "not reached".
 *
 * Returns: (transfer full) (nullable): what was understood; %NULL with a sentence that says what was not
 */
RgmPrinted *
rgm_printed_parse (const char         *text,
                   const RgmEndpoint  *endpoint,
                   gint64              n,
                   GError            **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  g_autofree char *half = make_half_width (plain);
  Parse parse = { .text = half, .endpoint = endpoint, .n = n };
  g_autoptr (GString) understood = g_string_new (NULL);
  g_autoptr (GString) doubt = g_string_new (NULL);
  g_autoptr (GArray) tokens = NULL;
  RgmPrinted *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (endpoint != NULL, NULL);

  tokens = rgm_printed_scan (half, error);
  if (tokens == NULL)
    return NULL;

  parse.tokens = tokens;
  parse.understood = understood;
  parse.doubt = doubt;
  parse.fields.endpoint = endpoint->id;
  parse.fields.responders = -1;
  parse.fields.analysed = -1;
  parse.fields.estimate.value = NAN;
  parse.fields.estimate.lower.state = RGM_STATE_NOT_REPORTED;
  parse.fields.estimate.upper.state = RGM_STATE_NOT_REPORTED;
  parse.fields.estimate.state = RGM_STATE_NOT_REPORTED;
  parse.fields.estimate.published = plain;
  if (!read_all (&parse, error))
    return NULL;

  parse.fields.derived = (char **) parse.derived;
  self = g_new0 (RgmPrinted, 1);
  self->outcome = rgm_record_new (&rgm_outcome_description, &parse.fields);
  self->understood = g_strdup (understood->str);
  self->doubt = doubt->len > 0 ? g_strdup (doubt->str) : NULL;

  return self;
}

void
rgm_printed_free (RgmPrinted *self)
{
  g_clear_object (&self->outcome);
  g_free (self->understood);
  g_free (self->doubt);
  g_free (self);
}
