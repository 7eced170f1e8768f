/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-format.h"
#include "rgm-punctuation.h"
#include "rgm-wording.h"

/**
 * rgm_wording_state:
 * @state: a state
 *
 * Returns: (transfer none) (nullable): why there is no figure, in words; %NULL where there is one
 */
const char *
rgm_wording_state (RgmState state)
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

/**
 * rgm_wording_decimals:
 * @estimate: an estimate with a figure
 *
 * The source's own precision: '7.0 months' has one decimal, though the number 7 has none.
 *
 * Returns: how many decimals the figure and its bounds are to be shown with, at most 6
 */
int
rgm_wording_decimals (const RgmEstimate *estimate)
{
  int decimals = -1;

  g_return_val_if_fail (estimate != NULL, 0);

  if (estimate->published != NULL)
    decimals = find_printed_decimals (estimate->published, estimate->value);
  if (decimals < 0)
    decimals = rgm_format_decimals_of (estimate->value);

  return MIN (decimals, 6);
}

/* A bound may be printed with other decimals than its estimate: '9.7% (0 to 28)'. */
static char *
make_bound (const RgmEstimate *estimate,
            const RgmBound    *bound)
{
  int decimals = -1;

  if (bound->state != RGM_STATE_REPORTED)
    return g_strdup (rgm_wording_state (bound->state));

  if (estimate->published != NULL)
    decimals = find_printed_decimals (estimate->published, bound->value);
  if (decimals < 0)
    decimals = rgm_format_decimals_of (bound->value);

  return rgm_format_number (bound->value, MIN (decimals, 6));
}

/**
 * rgm_wording_value:
 * @estimate: an estimate
 *
 * Returns: (transfer full): the figure with its unit and its relation ('45.3%', '> 80%', '6.9 months'), or
 *     why there is none
 */
char *
rgm_wording_value (const RgmEstimate *estimate)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (estimate != NULL, NULL);

  if (estimate->state != RGM_STATE_REPORTED)
    return g_strdup (rgm_wording_state (estimate->state));

  value = rgm_format_with_unit (estimate->value, rgm_wording_decimals (estimate), estimate->unit);

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
 * rgm_wording_bounds:
 * @estimate: an estimate
 *
 * Returns: (transfer full) (nullable): its bounds without unit or level ('31.6 to 59.6', '4.1 to not reached'), or
 *     %NULL if the source gives neither
 */
char *
rgm_wording_bounds (const RgmEstimate *estimate)
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
 * rgm_wording_interval:
 * @estimate: an estimate
 *
 * Returns: (transfer full) (nullable): its interval, named ('95% CI 31.6 to 59.6'), or %NULL if the source gives none
 */
char *
rgm_wording_interval (const RgmEstimate *estimate)
{
  g_autofree char *bounds = rgm_wording_bounds (estimate);
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
    return g_strdup (rgm_wording_state (bound->state));

  return rgm_format_number (bound->value, 1);
}

/**
 * rgm_wording_months:
 * @estimate: an estimate
 *
 * Returns: (transfer full) (nullable): a time that isn't published in months, converted ('1.8 months (0.9 to 2.5)');
 *     %NULL for a rate, for a figure that isn't reported and for one in months
 */
char *
rgm_wording_months (const RgmEstimate *estimate)
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

  figure = rgm_format_with_unit (value, 1, "months");
  if (!rgm_estimate_has_interval (estimate))
    return g_steal_pointer (&figure);

  from = make_months_bound (&lower);
  to = make_months_bound (&upper);

  /* Translators: a time and its interval: '1.8 months (0.9 to 2.5)'. */
  return g_strdup_printf (_("%s (%s to %s)"), figure, from, to);
}

/**
 * rgm_wording_responders:
 * @outcome: an outcome
 *
 * Returns: (transfer full) (nullable): how many of how many ('24 of 53'), with the word for a count that was derived
 *     from the printed rate; %NULL where either isn't known
 */
char *
rgm_wording_responders (RgmOutcome *outcome)
{
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  g_return_val_if_fail (RGM_IS_OUTCOME (outcome), NULL);

  if (rgm_outcome_get_responders (outcome) < 0 || rgm_outcome_get_analysed (outcome) < 0)
    return NULL;

  part = g_strdup_printf ("%" G_GINT64_FORMAT, rgm_outcome_get_responders (outcome));
  whole = g_strdup_printf ("%" G_GINT64_FORMAT, rgm_outcome_get_analysed (outcome));

  if (rgm_outcome_is_derived (outcome, "responders"))
    /* Translators: '24 of 53 (count from the rate)': the source prints the rate and not the count. */
    return g_strdup_printf (_("%s of %s (count from the rate)"), part, whole);

  /* Translators: '24 of 53' patients. */
  return g_strdup_printf (_("%s of %s"), part, whole);
}

/**
 * rgm_wording_outcome:
 * @outcome: an outcome
 *
 * Returns: (transfer full): the whole of it in a line: '45.3%, 24 of 53, published 95% CI 31.6 to 59.6'
 */
char *
rgm_wording_outcome (RgmOutcome *outcome)
{
  const RgmEstimate *estimate;
  g_autofree char *value = NULL;
  g_autofree char *responders = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *months = NULL;
  GString *text;

  g_return_val_if_fail (RGM_IS_OUTCOME (outcome), NULL);

  estimate = rgm_outcome_get_estimate (outcome);
  value = rgm_wording_value (estimate);
  responders = rgm_wording_responders (outcome);
  interval = rgm_wording_interval (estimate);
  months = rgm_wording_months (estimate);

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
 * rgm_wording_place:
 * @place: a place in a source
 *
 * Returns: (transfer full): the source and the place: 'review: Table 1, DESTINY-CRC01'
 */
char *
rgm_wording_place (const RgmPlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);

  return g_strdup_printf ("%s: %s", place->source, place->words);
}

/**
 * rgm_wording_status:
 * @state: a trial's state: RECRUITING, COMPLETED, …
 *
 * Returns: (transfer none): the state in words
 */
const char *
rgm_wording_status (const char *state)
{
  static const struct
  {
    const char *state;
    const char *words;
  } states[] = {
    { "RECRUITING", NC_("trial status", "Recruiting") },
    { "ACTIVE_NOT_RECRUITING", NC_("trial status", "Active, not recruiting") },
    { "NOT_YET_RECRUITING", NC_("trial status", "Not yet recruiting") },
    { "ENROLLING_BY_INVITATION", NC_("trial status", "Enrolling by invitation") },
    { "COMPLETED", NC_("trial status", "Completed") },
    { "WITHDRAWN", NC_("trial status", "Withdrawn") },
    { "TERMINATED", NC_("trial status", "Terminated") },
    { "SUSPENDED", NC_("trial status", "Suspended") },
    { "UNKNOWN", NC_("trial status", "Unknown") },
  };

  g_return_val_if_fail (state != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].state, state))
      return g_dpgettext2 (GETTEXT_PACKAGE, "trial status", states[i].words);

  return state;
}

/**
 * rgm_wording_allocation:
 * @allocation: how patients came to the arms
 *
 * Returns: (transfer none): the same in words
 */
const char *
rgm_wording_allocation (RgmAllocation allocation)
{
  switch (allocation)
    {
    case RGM_ALLOCATION_RANDOMISED:
      return C_("allocation", "randomised");
    case RGM_ALLOCATION_NOT_RANDOMISED:
      return C_("allocation", "not randomised");
    case RGM_ALLOCATION_UNKNOWN:
    default:
      return C_("allocation", "not said whether randomised");
    }
}

/**
 * rgm_wording_arm:
 * @trial: a trial
 * @arm: one of its arms
 *
 * Returns: (transfer full): the arm's whole name: 'DESTINY-CRC01, T-DXd'
 */
char *
rgm_wording_arm (RgmTrial *trial,
                 RgmArm   *arm)
{
  g_return_val_if_fail (RGM_IS_TRIAL (trial), NULL);
  g_return_val_if_fail (RGM_IS_ARM (arm), NULL);

  /* Translators: a trial and one of its arms: 'DESTINY-CRC01, T-DXd'. */
  return g_strdup_printf (C_("arm", "%s, %s"), rgm_trial_get_name (trial), rgm_arm_get_label (arm));
}

/**
 * rgm_wording_arms:
 * @trial: a trial
 *
 * Returns: (transfer full): what is given in the trial: its arms' labels, each once
 */
char *
rgm_wording_arms (RgmTrial *trial)
{
  GPtrArray *arms;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_return_val_if_fail (RGM_IS_TRIAL (trial), NULL);

  arms = rgm_trial_get_arms (trial);
  for (guint i = 0; i < arms->len; i++)
    {
      const char *label = rgm_arm_get_label (g_ptr_array_index (arms, i));

      if (!g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        g_ptr_array_add (labels, (gpointer) label);
    }
  g_ptr_array_add (labels, NULL);

  return rgm_join_phrases ((char **) labels->pdata);
}
