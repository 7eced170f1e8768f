/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-printed-text.h"

#include "rgm-format.h"

/* In the words and signs of papers, which rgm_printed_parse() understands in every language;
 * only the decimal mark is the locale's. */

static char *
show_number (double number)
{
  return rgm_format_number (number, rgm_format_decimals_of (number));
}

static const char *
show_state (RgmState state)
{
  switch (state)
    {
    case RGM_STATE_NOT_REACHED:
      return "not reached";
    case RGM_STATE_NOT_ESTIMABLE:
      return "not estimable";
    case RGM_STATE_REPORTED:
    case RGM_STATE_NOT_REPORTED:
    default:
      return "not reported";
    }
}

static char *
show_bound (const RgmBound *bound)
{
  return bound->state == RGM_STATE_REPORTED ? show_number (bound->value) : g_strdup (show_state (bound->state));
}

static const char *
show_relation (RgmRelation relation)
{
  static const char * const signs[] = { "", "> ", "≥ ", "< ", "≤ " };

  return signs[relation];
}

static void
add_interval (GString           *text,
              const RgmEstimate *estimate,
              const char        *before,
              const char        *after)
{
  g_autofree char *lower = show_bound (&estimate->lower);
  g_autofree char *upper = show_bound (&estimate->upper);

  g_string_append (text, before);
  if (estimate->level > 0)
    {
      g_autofree char *level = show_number (100 * estimate->level);

      g_string_append_printf (text, "%s%% CI ", level);
    }
  g_string_append_printf (text, "%s to %s%s", lower, upper, after);
}

/**
 * rgm_printed_compose:
 * @outcome: an outcome
 *
 * Returns: (transfer full): all of its numbers as a paper prints them, so that rgm_printed_parse() makes the same of it
 */
char *
rgm_printed_compose (RgmOutcome *outcome)
{
  const RgmEstimate *estimate = &outcome->estimate;
  const gboolean is_rate = g_str_equal (estimate->unit, "%");
  GString *text = g_string_new (NULL);
  g_autofree char *value = estimate->state == RGM_STATE_REPORTED ? show_number (estimate->value) : g_strdup (show_state (estimate->state));
  const gboolean has_count = outcome->responders >= 0;

  if (has_count)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, outcome->responders);
  if (has_count && outcome->analysed > 0)
    g_string_append_printf (text, "/%" G_GINT64_FORMAT, outcome->analysed);
  if (has_count)
    g_string_append (text, " (");
  g_string_append (text, estimate->state == RGM_STATE_REPORTED ? show_relation (estimate->relation) : "");
  g_string_append_printf (text, "%s%s", value, is_rate && estimate->state == RGM_STATE_REPORTED ? "%" : "");

  if (rgm_estimate_has_interval (estimate))
    add_interval (text, estimate, has_count ? "; " : " (", has_count ? "" : ")");
  if (has_count)
    g_string_append_c (text, ')');
  if (!is_rate && (estimate->state == RGM_STATE_REPORTED || rgm_estimate_has_interval (estimate)))
    g_string_append_printf (text, " %s", estimate->unit);

  return g_string_free (text, FALSE);
}

static gboolean
is_same_count (RgmOutcome *one,
               RgmOutcome *other)
{
  return one->responders == other->responders && one->analysed == other->analysed;
}

/**
 * rgm_printed_revise:
 * @outcome: an outcome
 * @typed: the same as it was typed since, see rgm_printed_parse()
 *
 * What isn't typed remains: notes, citations, and that a count was derived, as long as it is
 * the same count.
 *
 * Returns: (transfer full): the outcome with the numbers as typed
 */
RgmOutcome *
rgm_printed_revise (RgmOutcome *outcome,
                    RgmOutcome *typed)
{
  RgmOutcome fields = *typed;

  fields.notes = outcome->notes;
  fields.citations = outcome->citations;
  if (is_same_count (outcome, typed) && outcome->estimate.state == typed->estimate.state &&
      (typed->estimate.state != RGM_STATE_REPORTED || outcome->estimate.value == typed->estimate.value))
    fields.derived = outcome->derived;

  return rgm_record_new (&rgm_outcome_description, &fields);
}
