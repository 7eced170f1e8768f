/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-format.h"
#include "rgm-json-writer.h"
#include "rgm-outcome.h"
#include "rgm-record-check.h"
#include "rgm-vocabulary.h"

static const char *
get_nick (const RgmOutcome *self)
{
  return rgm_enum_get_nick (RGM_TYPE_STATE, self->estimate.state);
}

static void
check_unit (const RgmOutcome  *self,
            const RgmEndpoint *endpoint,
            RgmCheck          *check)
{
  gboolean is_percent = g_str_equal (self->estimate.unit, "%");

  if (endpoint->kind == RGM_ENDPOINT_KIND_RATE && !is_percent)
    rgm_check_fault (check, "unit", -1, NULL, _("expected \"%%\", because \"%s\" is a rate, found \"%s\""),
                     endpoint->id, self->estimate.unit);

  if (endpoint->kind == RGM_ENDPOINT_KIND_TIME && is_percent)
    rgm_check_fault (check, "unit", -1, NULL, _("expected a unit of time, because \"%s\" is a time, found \"%%\""), endpoint->id);
}

static gboolean
check_percentage (const char *key,
                  RgmState    state,
                  double      value,
                  RgmCheck   *check)
{
  g_autofree char *found = NULL;

  if (state != RGM_STATE_REPORTED || !(value > 100))
    return TRUE;

  found = rgm_shortest_double (value);
  rgm_check_fault (check, key, -1, NULL, _("expected a number from %s to %s, found %s"), "0", "100", found);

  return FALSE;
}

static gboolean
check_value (const RgmOutcome *self,
             RgmCheck         *check)
{
  const RgmEstimate *estimate = &self->estimate;
  gboolean has_value = !isnan (estimate->value);

  if (estimate->state == RGM_STATE_REPORTED && !has_value)
    rgm_check_fault (check, NULL, -1, NULL, _("expected the key \"value\" with the state \"reported\", found none"));

  if (estimate->state != RGM_STATE_REPORTED && has_value)
    {
      g_autofree char *found = rgm_shortest_double (estimate->value);

      rgm_check_fault (check, "value", -1, NULL, _("expected no value with the state \"%s\", found %s"), get_nick (self), found);
    }

  return estimate->state == RGM_STATE_REPORTED && has_value;
}

static void
check_order (const RgmEstimate *estimate,
             gboolean           has_value,
             RgmCheck          *check)
{
  gboolean has_lower = estimate->lower.state == RGM_STATE_REPORTED;
  gboolean has_upper = estimate->upper.state == RGM_STATE_REPORTED;

  if (has_value && has_lower)
    rgm_check_at_most (check, "lower", estimate->lower.value, "value", estimate->value);

  if (has_value && has_upper)
    rgm_check_at_least (check, "upper", estimate->upper.value, "value", estimate->value);

  if (!has_value && has_lower && has_upper)
    rgm_check_at_most (check, "lower", estimate->lower.value, "upper", estimate->upper.value);
}

/* A published rate has to be the one that its counts give, at the precision of the rate. */
static void
check_rate (const RgmOutcome *self,
            RgmCheck         *check)
{
  double rate = 100.0 * (double) self->responders / (double) self->analysed;
  int decimals = rgm_format_decimals_of (self->estimate.value);

  if (fabs (rate - self->estimate.value) > 0.5 * pow (10, -decimals) + 1e-9)
    {
      char expected[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *format = g_strdup_printf ("%%.%df", decimals);
      g_autofree char *found = rgm_shortest_double (self->estimate.value);
      g_autofree char *responders = g_strdup_printf ("%" G_GINT64_FORMAT, self->responders);
      g_autofree char *analysed = g_strdup_printf ("%" G_GINT64_FORMAT, self->analysed);

      /* Translators: a rate, the two counts that give it, and the rate that was found. */
      rgm_check_fault (check, "value", -1, NULL, _("expected %s, which is %s of %s, found %s"),
                       g_ascii_formatd (expected, sizeof expected, format, rate), responders, analysed, found);
    }
}

static void
check_derived (const RgmOutcome *self,
               RgmCheck         *check)
{
  for (guint i = 0; self->derived[i] != NULL; i++)
    {
      const RgmField *field = NULL;

      if (g_str_equal (self->derived[i], "responders") || g_str_equal (self->derived[i], "analysed") ||
          g_str_equal (self->derived[i], "value"))
        field = rgm_description_find_field (&rgm_outcome_description, self->derived[i]);

      if (field == NULL)
        {
          g_autofree char *found = rgm_quote_found (self->derived[i]);

          rgm_check_fault (check, "derived", (int) i, NULL, _("expected one of \"%s\", found %s"),
                           "responders\", \"analysed\", \"value", found);
        }
      else if (rgm_field_is_absent (field, self))
        rgm_check_fault (check, "derived", (int) i, NULL, _("expected a key of this outcome, found \"%s\""), self->derived[i]);
    }
}

static void
check_outcome (gconstpointer  record,
               RgmCheck      *check)
{
  const RgmOutcome *self = record;
  const RgmEstimate *estimate = &self->estimate;
  const RgmEndpoint *endpoint = rgm_check_find (check, &rgm_endpoint_description, self->endpoint);
  gboolean is_rate = endpoint != NULL && endpoint->kind == RGM_ENDPOINT_KIND_RATE;
  gboolean has_value;

  if (endpoint != NULL)
    check_unit (self, endpoint, check);

  has_value = check_value (self, check);
  if (is_rate)
    {
      has_value = check_percentage ("value", estimate->state, estimate->value, check) && has_value;
      if (!check_percentage ("lower", estimate->lower.state, estimate->lower.value, check) ||
          !check_percentage ("upper", estimate->upper.state, estimate->upper.value, check))
        return;
    }
  check_order (estimate, has_value, check);

  if (self->responders > self->analysed && self->analysed > 0)
    rgm_check_at_most (check, "responders", (double) self->responders, "analysed", (double) self->analysed);
  else if (is_rate && has_value && self->responders >= 0 && self->analysed > 0 && estimate->relation == RGM_RELATION_EQUAL)
    check_rate (self, check);

  check_derived (self, check);
}

#define SCHEMA                                                                                                        \
  "{\"allOf\": ["                                                                                                     \
  "{\"if\": {\"properties\": {\"state\": {\"const\": \"reported\"}}, \"required\": [\"state\"]},"                     \
  " \"then\": {\"properties\": {\"value\": {\"type\": \"number\"}}, \"required\": [\"value\"]},"                      \
  " \"else\": {\"properties\": {\"value\": {\"type\": \"null\"}}}},"                                                  \
  "{\"if\": {\"properties\": {\"unit\": {\"const\": \"%\"}}, \"required\": [\"unit\"]},"                              \
  " \"then\": {\"properties\": {\"value\": {\"maximum\": 100}, \"lower\": {\"maximum\": 100},"                        \
  " \"upper\": {\"maximum\": 100}}}},"                                                                                \
  "{\"properties\": {\"derived\": {\"items\": {\"enum\": [\"responders\", \"analysed\", \"value\"]}}}}]}"

static const RgmField fields[] = {
  RGM_FIELD (RgmOutcome, endpoint, "endpoint", REFERENCE, RGM_REQUIRED, "The id of the endpoint.",
             .element = &rgm_endpoint_description),
  RGM_FIELD (RgmOutcome, estimate.state, "state", ENUM, RGM_REQUIRED, "Whether the source gives a value, and if not, why.",
             .type = rgm_state_get_type),
  RGM_FIELD (RgmOutcome, estimate.published, "published", TEXT, RGM_OPTIONAL | RGM_SHARED, "The estimate as published."),
  RGM_FIELD (RgmOutcome, estimate.relation, "relation", ENUM, RGM_OPTIONAL,
             "How the printed value relates to the true one; = if left out.", .type = rgm_relation_get_type),
  RGM_FIELD (RgmOutcome, estimate.value, "value", NUMBER, RGM_OPTIONAL,
             "The value in the unit; present if and only if the state is reported.", .min = 0, .max = RGM_TIME_MAX),
  RGM_FIELD (RgmOutcome, estimate.lower, "lower", BOUND, RGM_OPTIONAL, "The lower bound, at most the value; not reported if left out.",
             .min = 0, .max = RGM_TIME_MAX),
  RGM_FIELD (RgmOutcome, estimate.upper, "upper", BOUND, RGM_OPTIONAL, "The upper bound, at least the value; not reported if left out.",
             .min = 0, .max = RGM_TIME_MAX),
  RGM_FIELD (RgmOutcome, estimate.level, "level", NUMBER, RGM_OPTIONAL, "The interval's confidence level, if the source names it.",
             .min = 0.01, .max = 0.9999),
  RGM_FIELD (RgmOutcome, estimate.unit, "unit", CHOICE, RGM_REQUIRED, "The source's own unit; % if and only if the endpoint is a rate.",
             .type = rgm_unit_get_type),
  RGM_FIELD (RgmOutcome, responders, "responders", INTEGER, RGM_OPTIONAL,
             "The number of patients that the rate counts, at most those analysed.", .min = 0, .max = RGM_COUNT_MAX, .unit = "patients"),
  RGM_FIELD (RgmOutcome, analysed, "analysed", INTEGER, RGM_OPTIONAL, "The number of patients analysed.",
             .min = 1, .max = RGM_COUNT_MAX, .unit = "patients"),
  RGM_FIELD (RgmOutcome, derived, "derived", TEXTS, RGM_OPTIONAL, "Which keys were computed from what the source prints."),
  RGM_FIELD (RgmOutcome, notes, "notes", TEXTS, RGM_OPTIONAL, "What a reader should know about the value."),
  RGM_FIELD (RgmOutcome, citations, "sources", RECORDS, RGM_REQUIRED, "Where the sources print it; an empty list says that no source is stated.",
             .element = &rgm_citation_ref_description),
};

RGM_DEFINE_RECORD (RgmOutcome, rgm_outcome, fields, .name = "outcome",
                   .help = "The result of an arm or a subgroup for one endpoint.", .check = check_outcome, .schema = SCHEMA)

/**
 * rgm_outcome_is_derived:
 * @self: an outcome
 * @key: 'responders', 'analysed' or 'value'
 *
 * Returns: whether that was computed from what the source prints
 */
gboolean
rgm_outcome_is_derived (RgmOutcome *self,
                        const char *key)
{
  g_return_val_if_fail (RGM_IS_OUTCOME (self), FALSE);

  return g_strv_contains ((const char *const *) self->derived, key);
}
