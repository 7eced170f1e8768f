/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-format.h"
#include "rgm-punctuation.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

/**
 * rgm_value_text_state:
 * @state: a state
 *
 * Returns: (transfer none) (nullable): why there is no figure, in words; %NULL where there is one
 */
const char *
rgm_value_text_state (RgmState state)
{
  switch (state)
    {
    case RGM_STATE_NOT_REPORTED:
      return C_("estimate", "not reported");
    case RGM_STATE_NOT_REACHED:
      return C_("estimate", "not reached");
    case RGM_STATE_NOT_ESTIMABLE:
      return C_("estimate", "not estimable");
    case RGM_STATE_REPORTED:
    default:
      return NULL;
    }
}

/* The decimals with which @words print @value, or -1 if they don't print it. */
static int
find_printed_decimals (const char *words,
                       double      value)
{
  const char *at = words;

  while ((at = strpbrk (at, "0123456789")) != NULL)
    {
      char *end = NULL;
      double number = g_ascii_strtod (at, &end);
      const char *mark = memchr (at, '.', (size_t) (end - at));

      if (number == value)
        return mark != NULL ? (int) (end - mark - 1) : 0;
      at = end;
    }

  return -1;
}

/* In a published form; nothing for what is not reported. */
static const char *
print_state (RgmState state)
{
  switch (state)
    {
    case RGM_STATE_NOT_REACHED:
      return "not reached";
    case RGM_STATE_NOT_ESTIMABLE:
      return "not estimable";
    case RGM_STATE_NOT_REPORTED:
    case RGM_STATE_REPORTED:
    default:
      return "";
    }
}

#define MAX_DECIMALS 6

/* As the source prints @number. A rate that it doesn't print is computed, and gets one
 * decimal at most. */
static int
get_decimals (const RgmEstimate *estimate,
              double             number)
{
  int decimals = estimate->published != NULL ? find_printed_decimals (estimate->published, number) : -1;

  if (decimals >= 0)
    return MIN (decimals, MAX_DECIMALS);

  decimals = rgm_format_decimals_of (number);

  return MIN (decimals, g_strcmp0 (estimate->unit, "%") == 0 ? rgm_format_visible_decimals (number, 1) : MAX_DECIMALS);
}

/**
 * rgm_value_text_decimals:
 * @estimate: an estimate with a number
 *
 * The source's own precision: '7.0 months' has one decimal, though the number 7 has none.
 *
 * Returns: how many decimals the number is to be shown with, at most 6
 */
int
rgm_value_text_decimals (const RgmEstimate *estimate)
{
  g_return_val_if_fail (estimate != NULL, 0);

  return get_decimals (estimate, estimate->value);
}

/* Of a bound, which has a gender of its own in some languages: 'la mediana no alcanzada', 'el límite no alcanzado'. */
static const char *
bound_state (RgmState state)
{
  return state == RGM_STATE_NOT_REACHED ? C_("bound", "not reached") : rgm_value_text_state (state);
}

/* A bound may be printed with other decimals than its estimate: '9.7% (0 to 28)'. */
static char *
make_bound (const RgmEstimate *estimate,
            const RgmBound    *bound)
{
  if (bound->state != RGM_STATE_REPORTED)
    return g_strdup (bound_state (bound->state));

  return rgm_format_number (bound->value, get_decimals (estimate, bound->value));
}

/* The same as a source would print it, in every locale. */
static char *
print_number (const RgmEstimate *estimate,
              double             number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *format = g_strdup_printf ("%%.%df", get_decimals (estimate, number));

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, number));
}

static char *
print_bound (const RgmEstimate *estimate,
             const RgmBound    *bound)
{
  return bound->state == RGM_STATE_REPORTED ? print_number (estimate, bound->value) : g_strdup (print_state (bound->state));
}

/**
 * rgm_value_text_published:
 * @estimate: an estimate
 *
 * Returns: (transfer full): the words as published; without any, those that would say the same: '25%',
 *     '6.9 months (4.1 to 8.7)', 'not reached (14.2 to not reached)'; empty where the source reports nothing. The same in
 *     every locale
 */
char *
rgm_value_text_published (const RgmEstimate *estimate)
{
  g_autofree char *number = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;
  GString *text;

  g_return_val_if_fail (estimate != NULL, NULL);

  if (estimate->published != NULL)
    return g_strdup (estimate->published);

  text = g_string_new (print_state (estimate->state));
  if (estimate->state == RGM_STATE_REPORTED)
    {
      number = print_number (estimate, estimate->value);
      if (estimate->relation != RGM_RELATION_EQUAL)
        g_string_append (text, rgm_enum_get_nick (RGM_TYPE_RELATION, estimate->relation));
      g_string_append (text, number);
      g_string_append_printf (text, g_strcmp0 (estimate->unit, "%") == 0 ? "%s" : " %s", estimate->unit);
    }
  if (rgm_estimate_has_interval (estimate))
    {
      lower = print_bound (estimate, &estimate->lower);
      upper = print_bound (estimate, &estimate->upper);
      g_string_append_printf (text, " (%s to %s)", lower, upper);
    }

  return g_string_free (text, FALSE);
}

/**
 * rgm_value_text_value:
 * @estimate: an estimate
 *
 * Returns: (transfer full): the figure with its unit and its relation ('45.3%', '> 80%', '6.9 months'), or
 *     why there is none
 */
char *
rgm_value_text_value (const RgmEstimate *estimate)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (estimate != NULL, NULL);

  if (estimate->state != RGM_STATE_REPORTED)
    return g_strdup (rgm_value_text_state (estimate->state));

  value = rgm_format_with_unit (estimate->value, rgm_value_text_decimals (estimate), estimate->unit);

  switch (estimate->relation)
    {
    case RGM_RELATION_ABOVE:
      return g_strconcat (">", RGM_NO_BREAK_SPACE, value, NULL);
    case RGM_RELATION_AT_LEAST:
      return g_strconcat ("\342\211\245", RGM_NO_BREAK_SPACE, value, NULL);
    case RGM_RELATION_BELOW:
      return g_strconcat ("<", RGM_NO_BREAK_SPACE, value, NULL);
    case RGM_RELATION_AT_MOST:
      return g_strconcat ("\342\211\244", RGM_NO_BREAK_SPACE, value, NULL);
    case RGM_RELATION_EQUAL:
    default:
      return g_steal_pointer (&value);
    }
}

/**
 * rgm_value_text_bounds:
 * @estimate: an estimate
 *
 * Returns: (transfer full) (nullable): its bounds without unit or level ('31.6 to 59.6', '4.1 to not reached'), or
 *     %NULL if the source gives neither
 */
char *
rgm_value_text_bounds (const RgmEstimate *estimate)
{
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  g_return_val_if_fail (estimate != NULL, NULL);

  if (!rgm_estimate_has_interval (estimate))
    return NULL;

  lower = make_bound (estimate, &estimate->lower);
  upper = make_bound (estimate, &estimate->upper);

  /* Translators: the two bounds of an interval; each is a number or 'not reached'. */
  return g_strdup_printf (_("%s to %s"), lower, upper);
}

/**
 * rgm_value_text_interval:
 * @estimate: an estimate
 *
 * Returns: (transfer full) (nullable): its interval, named ('95% CI 31.6 to 59.6'), or %NULL if the source gives none
 */
char *
rgm_value_text_interval (const RgmEstimate *estimate)
{
  g_autofree char *bounds = rgm_value_text_bounds (estimate);
  g_autofree char *level = NULL;

  if (bounds == NULL)
    return NULL;

  if (estimate->level <= 0.0)
    /* Translators: %s are the bounds, '1.5 to 7.1'; the source doesn't say what kind of interval it is. */
    return g_strdup_printf (_("interval %s"), bounds);

  level = rgm_format_level (estimate->level);
  /* Translators: CI is 'confidence interval'; the first %s is '95%', the second '31.6 to 59.6'. */
  return g_strdup_printf (_("%s CI %s"), level, bounds);
}

/* Months to one decimal: a conversion is no more precise than what it converts. */
static char *
make_months_bound (const RgmBound *bound)
{
  if (bound->state != RGM_STATE_REPORTED)
    return g_strdup (bound_state (bound->state));

  return rgm_format_visible (bound->value, 1);
}

/**
 * rgm_value_text_months:
 * @estimate: an estimate
 *
 * Returns: (transfer full) (nullable): a time that isn't published in months, converted ('1.8 months (0.9 to 2.5)');
 *     %NULL for a rate, for a figure that isn't reported and for one in months
 */
char *
rgm_value_text_months (const RgmEstimate *estimate)
{
  g_autofree char *figure = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  RgmBound lower, upper;
  double value;

  g_return_val_if_fail (estimate != NULL, NULL);

  if (g_strcmp0 (estimate->unit, "months") == 0 ||
      !rgm_estimate_to_months (estimate, &value, &lower, &upper))
    return NULL;

  figure = rgm_format_with_unit (value, rgm_format_visible_decimals (value, 1), "months");
  if (!rgm_estimate_has_interval (estimate))
    return g_steal_pointer (&figure);

  from = make_months_bound (&lower);
  to = make_months_bound (&upper);

  /* Translators: a time and its interval: '1.8 months (0.9 to 2.5)'. */
  return g_strdup_printf (_("%s (%s to %s)"), figure, from, to);
}

/**
 * rgm_value_text_responders:
 * @outcome: an outcome
 *
 * Returns: (transfer full) (nullable): how many of how many ('24 of 53'), with the word for a count that was derived
 *     from the printed rate; %NULL where either isn't known
 */
char *
rgm_value_text_responders (RgmOutcome *outcome)
{
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  g_return_val_if_fail (RGM_IS_OUTCOME (outcome), NULL);

  if (outcome->responders < 0 || outcome->analysed < 0)
    return NULL;

  part = g_strdup_printf ("%" G_GINT64_FORMAT, outcome->responders);
  whole = g_strdup_printf ("%" G_GINT64_FORMAT, outcome->analysed);

  if (rgm_outcome_is_derived (outcome, "responders"))
    /* Translators: '24 of 53 (count from the rate)': the source prints the rate and not the count. */
    return g_strdup_printf (_("%s of %s (back-calculated)"), part, whole);

  /* Translators: '24 of 53' patients. */
  return g_strdup_printf (_("%s of %s"), part, whole);
}

/**
 * rgm_value_text_outcome:
 * @outcome: an outcome
 *
 * Returns: (transfer full): the whole of it in a line: '45.3%, 24 of 53, published 95% CI 31.6 to 59.6'
 */
char *
rgm_value_text_outcome (RgmOutcome *outcome)
{
  const RgmEstimate *estimate;
  g_autofree char *value = NULL;
  g_autofree char *responders = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *months = NULL;
  GString *text;

  g_return_val_if_fail (RGM_IS_OUTCOME (outcome), NULL);

  estimate = &outcome->estimate;
  value = rgm_value_text_value (estimate);
  responders = rgm_value_text_responders (outcome);
  interval = rgm_value_text_interval (estimate);
  months = rgm_value_text_months (estimate);

  text = g_string_new (value);
  if (responders != NULL)
    rgm_add_word (text, responders);
  if (interval != NULL)
    {
      /* Translators: %s is '95% CI 31.6 to 59.6': an interval that the source printed. */
      g_autofree char *published = g_strdup_printf (_("published %s"), interval);

      rgm_add_word (text, published);
    }
  if (months != NULL)
    g_string_append_printf (text, " = %s", months);

  return g_string_free (text, FALSE);
}

/**
 * rgm_value_text_place:
 * @place: a place in a source
 *
 * Returns: (transfer full): the source and the place: 'review: Table 1, DESTINY-CRC01'
 */
char *
rgm_value_text_place (const RgmCitationRef *place)
{
  g_return_val_if_fail (place != NULL, NULL);

  return g_strdup_printf ("%s: %s", place->source, place->location);
}

/**
 * rgm_value_text_status:
 * @state: a trial's state: RECRUITING, COMPLETED, …
 *
 * Returns: (transfer none): the state in words
 */
const char *
rgm_value_text_status (const char *state)
{
  int value;

  g_return_val_if_fail (state != NULL, NULL);

  value = rgm_enum_find (RGM_TYPE_REGISTRY_STATE, state);

  return value >= 0 ? rgm_enum_get_label (RGM_TYPE_REGISTRY_STATE, value) : state;
}

/**
 * rgm_value_text_allocation:
 * @allocation: how patients came to the arms
 *
 * Returns: (transfer none): the same in words
 */
const char *
rgm_value_text_allocation (RgmAllocation allocation)
{
  switch (allocation)
    {
    case RGM_ALLOCATION_RANDOMISED:
      return C_("allocation", "randomised");
    case RGM_ALLOCATION_NOT_RANDOMISED:
      return C_("allocation", "not randomised");
    case RGM_ALLOCATION_UNKNOWN:
    default:
      return C_("allocation", "randomisation not reported");
    }
}

/**
 * rgm_value_text_arm:
 * @trial: a trial
 * @arm: one of its arms
 *
 * Returns: (transfer full): the arm's whole name: 'DESTINY-CRC01, T-DXd'
 */
char *
rgm_value_text_arm (RgmTrial *trial,
                 RgmArm   *arm)
{
  g_return_val_if_fail (RGM_IS_TRIAL (trial), NULL);
  g_return_val_if_fail (RGM_IS_ARM (arm), NULL);

  /* Translators: a trial and one of its arms: 'DESTINY-CRC01, T-DXd'. */
  return g_strdup_printf (C_("arm", "%s, %s"), trial->name, arm->label);
}

/**
 * rgm_value_text_arms:
 * @trial: a trial
 *
 * Returns: (transfer full): what is given in the trial: its arms' labels, each once
 */
char *
rgm_value_text_arms (RgmTrial *trial)
{
  GPtrArray *arms;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_return_val_if_fail (RGM_IS_TRIAL (trial), NULL);

  arms = trial->arms;
  for (guint i = 0; i < arms->len; i++)
    {
      const char *label = ((RgmArm *) g_ptr_array_index (arms, i))->label;

      if (!g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        g_ptr_array_add (labels, (gpointer) label);
    }
  g_ptr_array_add (labels, NULL);

  return rgm_join_phrases ((char **) labels->pdata);
}

/* The registry's word for whether a number or a date is what happened, or what is planned. */
static char *
qualify (const char *value,
         const char *type)
{
  if (g_strcmp0 (type, "ACTUAL") == 0)
    /* Translators: a number of patients or a date, as it came to be. */
    return g_strdup_printf (_("%s (actual)"), value);
  if (g_strcmp0 (type, "ESTIMATED") == 0)
    /* Translators: a number of patients or a date, as it is planned. */
    return g_strdup_printf (_("%s (estimated)"), value);

  return type != NULL ? g_strdup_printf ("%s (%s)", value, type) : g_strdup (value);
}

/**
 * rgm_value_text_enrolment:
 * @enrolment: how many patients a trial has or wants
 *
 * Returns: (transfer full): the number, and whether it is planned: '53 (actual)'
 */
char *
rgm_value_text_enrolment (const RgmEnrolment *enrolment)
{
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, enrolment->count);

  return qualify (count, enrolment->type);
}

/**
 * rgm_value_text_study_date:
 * @date: a date of a trial
 *
 * Returns: (transfer full): the date as precise as it is known, and whether it is planned: '2018-02 (actual)'
 */
char *
rgm_value_text_study_date (const RgmStudyDate *date)
{
  return qualify (date->date, date->type);
}

/**
 * rgm_value_text_dosing:
 * @dosing: how an agent of a regimen is given
 *
 * Returns: (transfer full): '5.4 mg/kg, every 3 weeks'
 */
char *
rgm_value_text_dosing (const RgmDosing *dosing)
{
  char *known[] = { NULL, NULL, NULL };
  guint n = 0;

  if (dosing->dose != NULL)
    known[n++] = (char *) dosing->dose;
  if (dosing->schedule != NULL)
    known[n++] = (char *) dosing->schedule;

  return rgm_join_words (known);
}

/**
 * rgm_value_text_curve:
 * @curve: a curve of an arm
 *
 * Returns: (transfer full): what there is of it, without its endpoint: '45 points of the published curve, numbers at risk at 6 times'
 */
char *
rgm_value_text_curve (const RgmPublishedCurve *curve)
{
  g_autoptr (GPtrArray) what = g_ptr_array_new_with_free_func (g_free);

  if (curve->times->len > 0)
    g_ptr_array_add (what, g_strdup_printf (ngettext ("time of %u patient", "times of %u patients", curve->times->len),
                                            curve->times->len));
  if (curve->points->len > 0)
    g_ptr_array_add (what, g_strdup_printf (ngettext ("%u point of the published curve", "%u points of the published curve",
                                                      curve->points->len),
                                            curve->points->len));
  if (curve->at_risk->len > 0)
    g_ptr_array_add (what, g_strdup_printf (ngettext ("numbers at risk at %u time", "numbers at risk at %u times",
                                                      curve->at_risk->len),
                                            curve->at_risk->len));
  if (curve->events >= 0)
    g_ptr_array_add (what, g_strdup_printf (ngettext ("%u event", "%u events", (gulong) curve->events), (guint) curve->events));
  g_ptr_array_add (what, NULL);

  return rgm_join_words ((char **) what->pdata);
}
