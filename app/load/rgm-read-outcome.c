/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rgm-format.h"
#include "rgm-json-writer.h"
#include "rgm-readers.h"

enum
{
  ENDPOINT,
  STATE,
  UNIT,
  SOURCES,
  PUBLISHED,
  RELATION,
  VALUE,
  LOWER,
  UPPER,
  LEVEL,
  RESPONDERS,
  ANALYSED,
  DERIVED,
  NOTES,
  N_FIELDS
};

static const RgmField outcome_fields[] = {
  { "endpoint", TRUE }, { "state", TRUE }, { "unit", TRUE }, { "sources", TRUE },
  { "published" }, { "relation" }, { "value" }, { "lower" }, { "upper" }, { "level" },
  { "responders" }, { "analysed" }, { "derived" }, { "notes" },
  { NULL }
};

static const char *const states[] = { "reported", "not-reported", "not-reached", "not-estimable", NULL };

static RgmState
get_state (int choice)
{
  RgmState state = RGM_STATE_NOT_REPORTED;

  if (choice >= 0)
    rgm_state_from_nick (states[choice], &state);

  return state;
}

/* The greatest figure that the outcome can have; unknown endpoints may have any. */
static double
get_most (const RgmEndpoint *endpoint)
{
  return endpoint != NULL && endpoint->kind == RGM_ENDPOINT_KIND_RATE ? 100 : RGM_TIME_MAX;
}

static void
read_unit (RgmReader         *reader,
           const RgmCursor   *cursor,
           const RgmEndpoint *endpoint,
           RgmEstimate       *estimate)
{
  static const char *const units[] = { "%", "days", "weeks", "months", "years", NULL };
  int unit = rgm_reader_choice (reader, cursor, units);

  if (unit < 0)
    return;

  estimate->unit = units[unit];

  if (endpoint == NULL)
    return;

  if (endpoint->kind == RGM_ENDPOINT_KIND_RATE && unit != 0)
    rgm_reader_fault (reader, cursor, _("expected \"%%\", because \"%s\" is a rate, found \"%s\""), endpoint->id, units[unit]);

  if (endpoint->kind == RGM_ENDPOINT_KIND_TIME && unit == 0)
    rgm_reader_fault (reader, cursor, _("expected a unit of time, because \"%s\" is a time, found \"%%\""), endpoint->id);
}

/* Reads the value. Returns whether there is one to compare others with. */
static gboolean
read_value (RgmReader       *reader,
            const RgmCursor *at,
            double           most,
            RgmEstimate     *estimate)
{
  const RgmCursor *value = &at[VALUE];
  gboolean is_number = rgm_reader_number (reader, value, 0, most, &estimate->value);

  if (!rgm_reader_has (&at[STATE]))
    return is_number;

  if (estimate->state == RGM_STATE_REPORTED && !rgm_reader_has (value))
    rgm_reader_fault (reader, value->parent, _("expected the key \"value\" beside the state \"reported\", found none"));

  if (estimate->state != RGM_STATE_REPORTED && is_number)
    {
      g_autofree char *found = rgm_reader_describe (value->node);

      rgm_reader_fault (reader, value, _("expected no value beside the state \"%s\", found %s"),
                        rgm_state_to_nick (estimate->state), found);
    }

  return is_number && estimate->state == RGM_STATE_REPORTED;
}

/* A bound is a figure, or an object that says why there is none. */
static void
read_bound (RgmReader       *reader,
            const RgmCursor *cursor,
            double           most,
            RgmBound        *bound)
{
  static const RgmField fields[] = { { "state", TRUE }, { NULL } };
  static const char *const missing[] = { "not-reported", "not-reached", "not-estimable", NULL };
  RgmCursor at[1];

  bound->state = RGM_STATE_NOT_REPORTED;

  if (!rgm_reader_has (cursor))
    return;

  if (!JSON_NODE_HOLDS_OBJECT (cursor->node))
    {
      if (rgm_reader_number (reader, cursor, 0, most, &bound->value))
        bound->state = RGM_STATE_REPORTED;
      return;
    }

  if (rgm_reader_open (reader, cursor, fields, at))
    {
      int state = rgm_reader_choice (reader, &at[0], missing);

      if (state >= 0)
        rgm_state_from_nick (missing[state], &bound->state);
    }
}

static void
fault_order (RgmReader       *reader,
             const RgmCursor *cursor,
             gboolean         at_most,
             double           limit,
             const char      *of)
{
  g_autofree char *found = rgm_reader_describe (cursor->node);
  g_autofree char *number = rgm_shortest_double (limit);

  /* Translators: a number, the key that has it ('value'), and the number that was found. */
  if (at_most)
    rgm_reader_fault (reader, cursor, _("expected at most %s, which is \"%s\", found %s"), number, of, found);
  else
    rgm_reader_fault (reader, cursor, _("expected at least %s, which is \"%s\", found %s"), number, of, found);
}

static void
check_order (RgmReader         *reader,
             const RgmCursor   *at,
             const RgmEstimate *estimate,
             gboolean           has_value)
{
  gboolean has_lower = estimate->lower.state == RGM_STATE_REPORTED;
  gboolean has_upper = estimate->upper.state == RGM_STATE_REPORTED;

  if (has_value && has_lower && estimate->lower.value > estimate->value)
    fault_order (reader, &at[LOWER], TRUE, estimate->value, "value");

  if (has_value && has_upper && estimate->upper.value < estimate->value)
    fault_order (reader, &at[UPPER], FALSE, estimate->value, "value");

  if (!has_value && has_lower && has_upper && estimate->lower.value > estimate->upper.value)
    fault_order (reader, &at[LOWER], TRUE, estimate->upper.value, "upper");
}

/* A published rate has to be the one that its counts give, at the precision of the rate. */
static void
check_rate (RgmReader             *reader,
            const RgmCursor       *at,
            const RgmEndpoint     *endpoint,
            const RgmOutcomeParts *parts,
            gboolean               has_value)
{
  double rate;
  int decimals;

  if (parts->responders > parts->analysed && parts->analysed > 0)
    {
      fault_order (reader, &at[RESPONDERS], TRUE, (double) parts->analysed, "analysed");
      return;
    }

  if (endpoint == NULL || endpoint->kind != RGM_ENDPOINT_KIND_RATE || !has_value ||
      parts->responders < 0 || parts->analysed < 1 || parts->estimate.relation != RGM_RELATION_EQUAL)
    return;

  rate = 100.0 * (double) parts->responders / (double) parts->analysed;
  decimals = rgm_format_decimals_of (parts->estimate.value);

  if (fabs (rate - parts->estimate.value) > 0.5 * pow (10, -decimals) + 1e-9)
    {
      char expected[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *format = g_strdup_printf ("%%.%df", decimals);
      g_autofree char *found = rgm_reader_describe (at[VALUE].node);
      g_autofree char *responders = g_strdup_printf ("%" G_GINT64_FORMAT, parts->responders);
      g_autofree char *analysed = g_strdup_printf ("%" G_GINT64_FORMAT, parts->analysed);

      /* Translators: a rate, the two counts that give it, and the rate that was found. */
      rgm_reader_fault (reader, &at[VALUE], _("expected %s, which is %s of %s, found %s"),
                        g_ascii_formatd (expected, sizeof expected, format, rate), responders, analysed, found);
    }
}

/* What is said to be derived, each of it one of three keys that are there. */
static char **
read_derived (RgmReader       *reader,
              const RgmCursor *at)
{
  static const char *const keys[] = { "responders", "analysed", "value", NULL };
  const int fields[] = { RESPONDERS, ANALYSED, VALUE };
  char **derived = rgm_reader_texts (reader, &at[DERIVED]);
  guint n = g_strv_length (derived);

  for (guint i = 0; i < n; i++)
    {
      RgmCursor element = rgm_reader_element (&at[DERIVED], i);
      int key = rgm_reader_choice (reader, &element, keys);

      if (key >= 0 && !rgm_reader_has (&at[fields[key]]))
        rgm_reader_fault (reader, &element, _("expected a key that this outcome has, found \"%s\""), keys[key]);
    }

  return derived;
}

static RgmRelation
read_relation (RgmReader       *reader,
               const RgmCursor *cursor)
{
  static const char *const signs[] = { "=", ">", ">=", "<", "<=", NULL };
  RgmRelation relation = RGM_RELATION_EQUAL;
  int sign = rgm_reader_choice (reader, cursor, signs);

  if (sign >= 0)
    rgm_relation_from_sign (signs[sign], &relation);

  return relation;
}

static gpointer
read_outcome (RgmReader       *reader,
              const RgmCursor *cursor,
              const char      *within)
{
  RgmCursor at[N_FIELDS];
  RgmOutcomeParts parts = { 0 };
  RgmEstimate *estimate = &parts.estimate;
  g_autoptr (GPtrArray) places = NULL;
  g_autofree char **derived = NULL;
  g_autofree char **notes = NULL;
  gpointer endpoint;
  gboolean has_value;

  if (!rgm_reader_open (reader, cursor, outcome_fields, at))
    return NULL;

  parts.endpoint = rgm_reader_reference (reader, &at[ENDPOINT], RGM_KIND_ENDPOINT, NULL, &endpoint);

  estimate->state = get_state (rgm_reader_choice (reader, &at[STATE], states));
  estimate->published = rgm_reader_text (reader, &at[PUBLISHED]);
  estimate->relation = read_relation (reader, &at[RELATION]);
  rgm_reader_number (reader, &at[LEVEL], 0.01, 0.9999, &estimate->level);
  read_unit (reader, &at[UNIT], endpoint, estimate);
  has_value = read_value (reader, at, get_most (endpoint), estimate);
  read_bound (reader, &at[LOWER], get_most (endpoint), &estimate->lower);
  read_bound (reader, &at[UPPER], get_most (endpoint), &estimate->upper);
  check_order (reader, at, estimate, has_value);

  parts.responders = rgm_reader_integer (reader, &at[RESPONDERS], 0, RGM_COUNT_MAX);
  parts.analysed = rgm_reader_integer (reader, &at[ANALYSED], 1, RGM_COUNT_MAX);
  check_rate (reader, at, endpoint, &parts, has_value);

  parts.derived = derived = read_derived (reader, at);
  parts.notes = notes = rgm_reader_texts (reader, &at[NOTES]);
  parts.places = places = rgm_read_places (reader, &at[SOURCES]);

  if (rgm_reader_has (&at[SOURCES]) && JSON_NODE_HOLDS_ARRAY (at[SOURCES].node) && places == NULL)
    rgm_reader_fault (reader, &at[SOURCES], _("expected at least one place in a source, found none"));

  return rgm_reader_is_good (reader) ? rgm_outcome_new (&parts) : NULL;
}

/*< private >
 * rgm_read_outcomes:
 * @reader: a reader
 * @cursor: a list of outcomes
 *
 * Returns: (transfer full) (nullable) (element-type RgmOutcome): the outcomes
 */
GPtrArray *
rgm_read_outcomes (RgmReader       *reader,
                   const RgmCursor *cursor)
{
  return rgm_read_list (reader, cursor, read_outcome, NULL, g_object_unref);
}
