/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rgm-enum.h"
#include "rgm-json-value.h"
#include "rgm-study-groups.h"
#include "rgm-study-json.h"
#include "rgm-study-number.h"
#include "rgm-study-posted.h"
#include "rgm-text-normalise.h"
#include "rgm-unit.h"
#include "rgm-vocabulary.h"

/* The outcome measures that a study record posts as results. All their numbers are text.
 * Nothing is chosen here: which of several measures of an endpoint is meant, and which arm a
 * group of patients is that isn't named like one, is for a person to say. */

typedef struct
{
  const char *endpoint;
  gboolean is_time;
  const char *pattern;
  const char *except;
} EndpointPattern;

/* In this order: the duration of a response is no response. */
static const EndpointPattern endpoint_patterns[] = {
  { "DOR", TRUE, "\\bduration of (the )?(overall |objective |best |confirmed |tumou?r )*response|\\bDO[Rr]\\b", NULL },
  { "DCR", FALSE, "\\bdisease[- ]control rate|\\bDCR\\b", NULL },
  { "PFS", TRUE, "\\bprogression[- ]free survival|\\bPFS\\b", NULL },
  { "OS", TRUE, "\\boverall survival\\b", NULL },
  { "ORR", FALSE, "\\b(objective|overall|best overall|tumou?r) (tumou?r )?(response|remission)|\\bORR\\b|\\bresponse rate\\b",
    "\\b(PSA|CA[- ]?125|patholog|complete response rate|molecular|cytogenetic|immun|antibod|time to|biochemical|symptom|pain|virolog)" },
};

/* What is left of a measure once it is known to be about one endpoint. */
typedef struct
{
  RgmTrialDraft *draft;
  RgmRefusals *refusals;
  JsonObject *measure;
  const EndpointPattern *endpoint;
  RgmPostedMeasure *posted;
  const char *place;
  const char *location;
  double level;
} OutcomeMeasure;

static gboolean
matches (const char *pattern,
         const char *text)
{
  return pattern != NULL && g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

static const EndpointPattern *
find_endpoint (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (endpoint_patterns); i++)
    if (matches (endpoint_patterns[i].pattern, title) && !matches (endpoint_patterns[i].except, title))
      return &endpoint_patterns[i];

  return NULL;
}

static gboolean
is_posted (JsonObject *measure)
{
  const char *status = rgm_json_get_text (measure, "reportingStatus");

  return rgm_json_length (rgm_json_get_array (measure, "classes")) > 0 && (status == NULL || g_str_equal (status, "POSTED"));
}

static double
find_level (const char *dispersion)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = NULL;

  if (dispersion == NULL || !matches ("confidence interval", dispersion))
    return 0;

  regex = g_regex_new ("([0-9]+(?:\\.[0-9]+)?) ?%", 0, 0, NULL);
  if (g_regex_match (regex, dispersion, 0, &match))
    {
      g_autofree char *percent = g_match_info_fetch (match, 1);
      double level = g_ascii_strtod (percent, NULL) / 100;

      return level >= 0.5 && level < 1 ? level : 0;
    }

  return 0;
}

/* The only count that gives a rate as it is printed; -1 where none or several do. */
static gint64
find_responders (double rate,
                 guint decimals,
                 gint64 analysed)
{
  double half = 0.5 * pow (10, -(double) decimals) + 1e-9;
  gint64 found = -1;

  for (gint64 x = MAX (0, (gint64) floor ((rate - half) * (double) analysed / 100));
       x <= analysed && 100.0 * (double) x / (double) analysed <= rate + half; x++)
    {
      if (fabs (100.0 * (double) x / (double) analysed - rate) > half)
        continue;
      if (found >= 0)
        return -1;
      found = x;
    }

  return found;
}

static RgmBound
read_bound (JsonObject *measurement,
            const char *key,
            double factor,
            gboolean is_upper)
{
  const char *text = rgm_json_get_text (measurement, key);
  RgmBound bound = { RGM_STATE_NOT_REPORTED, 0 };
  guint decimals;

  if (rgm_study_number_parse (text, &bound.value, &decimals))
    return (RgmBound){ RGM_STATE_REPORTED, bound.value * factor };

  /* Only an upper bound can lie beyond the follow-up. */
  if (text != NULL)
    bound.state = rgm_study_number_find_state (rgm_json_get_text (measurement, "comment"), is_upper ? RGM_POSTED_UPPER : RGM_POSTED_LOWER);
  if (bound.state == RGM_STATE_NOT_REACHED && !is_upper)
    bound.state = RGM_STATE_NOT_REPORTED;

  return bound;
}

static gint64
find_count (JsonArray *denoms,
            const char *group)
{
  for (guint i = 0; i < rgm_json_length (denoms); i++)
    {
      JsonObject *denom = rgm_json_object_at (denoms, i);
      JsonArray *counts = rgm_json_get_array (denom, "counts");
      const char *units = rgm_json_get_text (denom, "units");

      if (units != NULL && !matches ("participant|patient|subject", units))
        continue;

      for (guint j = 0; j < rgm_json_length (counts); j++)
        {
          JsonObject *count = rgm_json_object_at (counts, j);
          gint64 number;

          if (g_strcmp0 (rgm_json_get_text (count, "groupId"), group) == 0 && rgm_json_get_text (count, "value") != NULL &&
              g_ascii_string_to_signed (rgm_json_get_text (count, "value"), 10, 1, RGM_COUNT_MAX, &number, NULL))
            return number;
        }
    }

  return -1;
}

static char *
make_published (JsonObject *measurement,
                const char *unit)
{
  const char *value = rgm_json_get_text (measurement, "value");
  const char *lower = rgm_json_get_text (measurement, "lowerLimit");
  const char *upper = rgm_json_get_text (measurement, "upperLimit");

  if (value == NULL)
    value = "NA";
  if (lower != NULL || upper != NULL)
    return g_strdup_printf ("%s (%s to %s) %s", value, lower != NULL ? lower : "NA", upper != NULL ? upper : "NA", unit);

  return g_strdup_printf ("%s %s", value, unit);
}

static const char *
find_time_unit (const char *unit)
{
  static const struct
  {
    const char *pattern;
    RgmUnit unit;
  } units[] = {
    { "^months?\\b", RGM_UNIT_MONTHS },
    { "^weeks?\\b", RGM_UNIT_WEEKS },
    { "^days?\\b", RGM_UNIT_DAYS },
    { "^years?\\b", RGM_UNIT_YEARS },
  };

  for (guint i = 0; unit != NULL && i < G_N_ELEMENTS (units); i++)
    if (matches (units[i].pattern, unit))
      return rgm_enum_get_nick (RGM_TYPE_UNIT, (int) units[i].unit);

  return NULL;
}

typedef enum
{
  SCALE_NONE,
  SCALE_PERCENT,
  SCALE_PROPORTION,
  SCALE_COUNT,
} RateScale;

static RateScale
find_scale (const char *unit,
            const char *param_type)
{
  if (g_strcmp0 (param_type, "COUNT_OF_PARTICIPANTS") == 0)
    return SCALE_COUNT;
  if (unit == NULL)
    return SCALE_NONE;
  if (matches ("percent|%", unit))
    return SCALE_PERCENT;
  if (matches ("proportion|probability", unit))
    return SCALE_PROPORTION;

  return matches ("^(number of )?(participant|patient|subject)s?$", unit) ? SCALE_COUNT : SCALE_NONE;
}

/* What a rate's measurement gives: its value in percent, and the counts. */
static gboolean
read_rate (OutcomeMeasure *self,
           JsonObject *measurement,
           RgmOutcome *fields,
           char **note,
           GPtrArray *derived)
{
  RateScale scale = find_scale (rgm_json_get_text (self->measure, "unitOfMeasure"), rgm_json_get_text (self->measure, "paramType"));
  const char *text = rgm_json_get_text (measurement, "value");
  RgmEstimate *estimate = &fields->estimate;
  double number = 0, factor = scale == SCALE_PROPORTION ? 100 : 1;
  guint decimals = 0;

  estimate->unit = rgm_enum_get_nick (RGM_TYPE_UNIT, RGM_UNIT_PERCENT);
  if (scale == SCALE_NONE)
    return FALSE;

  if (!rgm_study_number_parse (text, &number, &decimals))
    {
      estimate->state = rgm_study_number_find_state (rgm_json_get_text (measurement, "comment"), RGM_POSTED_VALUE);
      return text != NULL;
    }

  estimate->state = RGM_STATE_REPORTED;
  if (scale == SCALE_COUNT)
    {
      if (decimals > 0 || fields->analysed < 1 || number > (double) fields->analysed)
        return FALSE;
      fields->responders = (gint64) number;
      /* In as few digits as tell it from its neighbours. */
      estimate->value = round (1000.0 * number / (double) fields->analysed) / 10;
      g_ptr_array_add (derived, (char *) "value");
      return TRUE;
    }

  if (scale == SCALE_PROPORTION)
    decimals = decimals > 2 ? decimals - 2 : 0;
  estimate->value = number * factor;
  if (scale == SCALE_PROPORTION)
    estimate->value = round (estimate->value * pow (10, decimals)) / pow (10, decimals);
  if (estimate->value > 100)
    return FALSE;

  if (self->level > 0)
    {
      estimate->lower = read_bound (measurement, "lowerLimit", factor, FALSE);
      estimate->upper = read_bound (measurement, "upperLimit", factor, TRUE);
    }
  if (fields->analysed < 1)
    return TRUE;

  fields->responders = find_responders (estimate->value, decimals, fields->analysed);
  if (fields->responders >= 0)
    g_ptr_array_add (derived, (char *) "responders");
  else
    {
      g_autofree char *analysed = g_strdup_printf ("%" G_GINT64_FORMAT, fields->analysed);

      *note = g_strdup_printf (_("No single number of responders among %s gives “%s”; only the rate is kept."), analysed, text);
    }

  return TRUE;
}

static gboolean
read_time (OutcomeMeasure *self,
           JsonObject *measurement,
           RgmOutcome *fields)
{
  const char *unit = find_time_unit (rgm_json_get_text (self->measure, "unitOfMeasure"));
  const char *text = rgm_json_get_text (measurement, "value");
  RgmEstimate *estimate = &fields->estimate;
  guint decimals;

  if (unit == NULL || g_strcmp0 (rgm_json_get_text (self->measure, "paramType"), "MEDIAN") != 0 || text == NULL)
    return FALSE;

  estimate->unit = unit;
  if (rgm_study_number_parse (text, &estimate->value, &decimals))
    estimate->state = RGM_STATE_REPORTED;
  else
    estimate->state = rgm_study_number_find_state (rgm_json_get_text (measurement, "comment"), RGM_POSTED_VALUE);

  if (self->level > 0)
    {
      estimate->lower = read_bound (measurement, "lowerLimit", 1, FALSE);
      estimate->upper = read_bound (measurement, "upperLimit", 1, TRUE);
    }

  return TRUE;
}

static gboolean
is_in_order (const RgmEstimate *estimate)
{
  gboolean has_value = estimate->state == RGM_STATE_REPORTED;
  gboolean has_lower = estimate->lower.state == RGM_STATE_REPORTED;
  gboolean has_upper = estimate->upper.state == RGM_STATE_REPORTED;

  return !((has_value && has_lower && estimate->lower.value > estimate->value) ||
           (has_value && has_upper && estimate->upper.value < estimate->value) ||
           (has_lower && has_upper && estimate->lower.value > estimate->upper.value) ||
           (g_str_equal (estimate->unit, "%") && has_upper && estimate->upper.value > 100));
}

static RgmOutcome *
read_measurement (OutcomeMeasure *self,
                  JsonObject *measurement,
                  gint64 analysed)
{
  RgmOutcome fields = {
    .endpoint = self->endpoint->endpoint,
    .estimate = { .value = NAN },
    .responders = -1,
    .analysed = analysed,
  };
  RgmEstimate *estimate = &fields.estimate;
  const char *unit = rgm_json_get_text (self->measure, "unitOfMeasure");
  const char *comment = rgm_trial_draft_keep (self->draft, rgm_json_get_text (measurement, "comment"));
  const char *population = rgm_trial_draft_keep (self->draft, rgm_json_get_text (self->measure, "populationDescription"));
  g_autofree char *published = make_published (measurement, unit != NULL ? unit : "");
  g_autofree char *note = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GPtrArray) derived = g_ptr_array_new ();
  g_autoptr (GPtrArray) citations = NULL;

  estimate->lower.state = estimate->upper.state = RGM_STATE_NOT_REPORTED;
  if (!(self->endpoint->is_time ? read_time (self, measurement, &fields)
                                : read_rate (self, measurement, &fields, &note, derived)) ||
      !is_in_order (estimate))
    {
      rgm_refusals_add (self->refusals, self->place,
                        _("“%s” is not understood as %s; enter it by hand if it is one"), published, fields.endpoint);
      return NULL;
    }

  if (estimate->state != RGM_STATE_REPORTED)
    estimate->value = NAN;
  if (estimate->lower.state == RGM_STATE_REPORTED || estimate->upper.state == RGM_STATE_REPORTED)
    estimate->level = self->level;
  estimate->published = rgm_trial_draft_keep (self->draft, published);

  if (comment != NULL)
    g_ptr_array_add (notes, (char *) comment);
  if (note != NULL)
    g_ptr_array_add (notes, note);
  if (population != NULL && g_strcmp0 (population, comment) != 0 && g_utf8_strlen (population, -1) <= RGM_TEXT_MAX)
    g_ptr_array_add (notes, (char *) population);
  g_ptr_array_add (notes, NULL);
  g_ptr_array_add (derived, NULL);
  fields.notes = (char **) notes->pdata;
  fields.derived = (char **) derived->pdata;
  fields.citations = citations = rgm_trial_draft_cite (self->draft, self->location);

  return rgm_record_new (&rgm_outcome_description, &fields);
}

static JsonObject *
find_measurement (JsonArray *measurements,
                  const char *group)
{
  for (guint i = 0; i < rgm_json_length (measurements); i++)
    {
      JsonObject *measurement = rgm_json_object_at (measurements, i);

      if (g_strcmp0 (rgm_json_get_text (measurement, "groupId"), group) == 0)
        return measurement;
    }

  return NULL;
}

static void
read_groups (OutcomeMeasure *self,
             JsonObject *class,
             JsonArray *measurements)
{
  JsonArray *groups = rgm_json_get_array (self->measure, "groups");
  guint n_groups = rgm_json_length (groups);

  for (guint i = 0; i < n_groups; i++)
    {
      JsonObject *group = rgm_json_object_at (groups, i);
      const char *id = rgm_json_get_text (group, "id");
      const char *title = rgm_json_get_text (group, "title");
      JsonObject *measurement = id != NULL ? find_measurement (measurements, id) : NULL;
      RgmPostedResults *results = self->draft->results;
      RgmOutcome *outcome;
      gint64 analysed;
      guint position;

      if (measurement == NULL)
        continue;

      /* The denominators of a class go before those of the measure. */
      analysed = find_count (rgm_json_get_array (class, "denoms"), id);
      if (analysed < 0)
        analysed = find_count (rgm_json_get_array (self->measure, "denoms"), id);
      outcome = read_measurement (self, measurement, analysed);
      if (outcome == NULL)
        continue;

      title = rgm_trial_draft_keep (self->draft, title);
      position = rgm_posted_results_add_group (results, title != NULL ? title : id);
      rgm_study_groups_match (self->draft, g_ptr_array_index (results->groups, position), n_groups);
      g_array_append_val (self->posted->groups, position);
      g_ptr_array_add (self->posted->outcomes, outcome);
    }
}

/* Whether a class of several has a title that no other has. */
static gboolean
has_own_title (JsonArray *classes,
               guint      index)
{
  const char *title = rgm_json_get_text (rgm_json_object_at (classes, index), "title");

  for (guint i = 0; title != NULL && i < rgm_json_length (classes); i++)
    if (i != index && g_strcmp0 (rgm_json_get_text (rgm_json_object_at (classes, i), "title"), title) == 0)
      return FALSE;

  return title != NULL && title[0] != '\0';
}

/* A measure, or one class of it; one that can't be told from another is not offered. */
static void
read_class (OutcomeMeasure *self,
            JsonObject *class,
            gboolean    is_told_apart)
{
  JsonArray *categories = rgm_json_get_array (class, "categories");

  if (rgm_json_length (categories) != 1 || !is_told_apart)
    {
      rgm_refusals_add (self->refusals, self->place, _("%s is posted in several classes or categories; enter the right one by hand"),
                        self->endpoint->endpoint);
      return;
    }

  read_groups (self, class, rgm_json_get_array (rgm_json_object_at (categories, 0), "measurements"));
}

static void
read_measure (RgmTrialDraft *draft,
              RgmRefusals *refusals,
              JsonObject *measure,
              guint index,
              const EndpointPattern *endpoint)
{
  JsonArray *classes = rgm_json_get_array (measure, "classes");
  guint n_classes = rgm_json_length (classes);
  const char *title = rgm_json_get_text (measure, "title");
  g_autofree char *place = g_strdup_printf ("%s.outcomeMeasures[%u]", draft->results->place, index);

  /* The classes are time points, subgroups, doses …, each with rates or medians of its own: which one is meant is a person's
   * choice, as among measures. */
  for (guint i = 0; i < n_classes; i++)
    {
      JsonObject *class = rgm_json_object_at (classes, i);
      const char *part = n_classes > 1 ? rgm_json_get_text (class, "title") : NULL;
      g_autofree char *place_of_class = n_classes > 1 ? g_strdup_printf ("%s.classes[%u]", place, i) : g_strdup (place);
      g_autofree char *full_title = part != NULL ? g_strdup_printf ("%s: %s", title, part) : g_strdup (title);
      const char *kept = rgm_trial_draft_keep (draft, full_title);
      g_autofree char *location = g_strdup_printf (_("Posted results, outcome measure %u: %s"), index + 1, kept);
      OutcomeMeasure each = { draft, refusals, measure, endpoint,
                              rgm_posted_results_add_measure (draft->results, endpoint->endpoint, kept), place_of_class, location,
                              find_level (rgm_json_get_text (measure, "dispersionType")) };

      each.posted->type = g_strdup (rgm_json_get_text (measure, "type"));
      each.posted->place = g_strdup (place_of_class);
      each.posted->index = index;
      read_class (&each, class, n_classes == 1 || has_own_title (classes, i));
    }
}

/* What is posted and not read is counted: nobody should think that there is no more. */
static void
refuse_rest (RgmTrialDraft *draft,
             RgmRefusals *refusals,
             guint n_others)
{
  g_autofree char *place = g_strdup_printf ("%s.resultsSection", draft->place);

  if (n_others > 0)
    rgm_refusals_add (refusals, place,
                      ngettext ("%u posted outcome measure reports no endpoint that is imported (response, disease control, survival, duration of response); enter what you need of it by hand",
                                "%u posted outcome measures report no endpoint that is imported (response, disease control, survival, duration of response); enter what you need of them by hand",
                                n_others),
                      n_others);
}

/**
 * rgm_study_json_read_results:
 * @draft: a trial whose arms are known
 * @results: (nullable): the resultsSection of its record
 * @refusals: what isn't taken is added here
 *
 * Reads the rates of response and disease control, the medians of survival and of the
 * duration of response, hazard ratios, and adverse events.
 */
void
rgm_study_json_read_results (RgmTrialDraft *draft,
                             JsonObject *results,
                             RgmRefusals *refusals)
{
  JsonArray *measures = rgm_json_get_array (rgm_json_get_object (results, "outcomeMeasuresModule"), "outcomeMeasures");
  g_autofree char *module = g_strdup_printf ("%s.resultsSection.outcomeMeasuresModule", draft->place);
  guint n_others = 0;

  draft->results = rgm_posted_results_new (module);
  for (guint i = 0; i < rgm_json_length (measures); i++)
    {
      JsonObject *object = rgm_json_object_at (measures, i);
      const char *title = rgm_trial_draft_keep (draft, rgm_json_get_text (object, "title"));
      const EndpointPattern *endpoint = title != NULL && is_posted (object) ? find_endpoint (title) : NULL;

      n_others += endpoint == NULL && is_posted (object);
      if (endpoint != NULL)
        read_measure (draft, refusals, object, i, endpoint);
    }
  rgm_study_posted_read_analyses (draft, measures, module, refusals);
  rgm_study_posted_read_events (draft, rgm_json_get_object (results, "adverseEventsModule"), refusals);
  rgm_posted_results_settle (draft->results);
  refuse_rest (draft, refusals, n_others);
}
