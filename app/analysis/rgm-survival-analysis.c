/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-survival-analysis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-enum.h"
#include "rgm-error.h"
#include "rgm-format.h"
#include "rgm-punctuation.h"
#include "rgm-reason-text.h"

/* The largest number of times after 0 in a table of numbers at risk. */
#define MAX_TICKS 7

static const RgmEnumTerm intervals[] = {
  RGM_ENUM_TERM (RGM_SURVIVAL_PLAIN, "plain", N_("Plain")),
  RGM_ENUM_TERM (RGM_SURVIVAL_LOG, "log", N_("Log")),
  RGM_ENUM_TERM (RGM_SURVIVAL_LOG_LOG, "log-log", N_("Log-log")),
};

static const RgmEnumTerm states[] = {
  RGM_ENUM_TERM (RGM_QUANTILE_REPORTED, "reported", N_("Reported")),
  RGM_ENUM_TERM (RGM_QUANTILE_NOT_REACHED, "not-reached", N_("Not reached")),
  RGM_ENUM_TERM (RGM_QUANTILE_NOT_ESTIMABLE, "not-estimable", N_("Not estimable")),
};

RGM_DEFINE_ENUM (RgmSurvivalInterval, rgm_survival_interval, NULL, intervals)
RGM_DEFINE_ENUM (RgmQuantileState, rgm_quantile_state, NULL, states)

/* Why one that is not there isn't: for its upper bound that depends on whether the curve @falls to 0. */
static void
set_states (RgmSurvivalQuantile *self,
            gboolean             falls)
{
  self->state = isnan (self->value) ? RGM_QUANTILE_NOT_REACHED : RGM_QUANTILE_REPORTED;
  if (!isnan (self->upper))
    self->upper_state = RGM_QUANTILE_REPORTED;
  else
    self->upper_state = falls ? RGM_QUANTILE_NOT_ESTIMABLE : RGM_QUANTILE_NOT_REACHED;
}

static void
set_quantiles (RgmSurvivalGroup *self)
{
  RgmSurvivalQuantile *follow_up = &self->follow_up;
  gsize n_steps;
  const RgmSurvivalStep *steps = rgm_kaplan_meier_get_steps (self->curve, &n_steps);
  const RgmSurvivalStep *last = &steps[n_steps - 1];

  for (gsize i = 0; i < G_N_ELEMENTS (self->quartiles); i++)
    {
      RgmSurvivalQuantile *quartile = &self->quartiles[i];

      rgm_kaplan_meier_quantile (self->curve, 0.25 * (double) (i + 1), &quartile->value, &quartile->lower, &quartile->upper);
      set_states (quartile, last->survival <= 0.0);
    }
  /* The reverse curve falls to 0 if all who are left in the end are censored. */
  rgm_kaplan_meier_follow_up (self->curve, &follow_up->value, &follow_up->lower, &follow_up->upper);
  set_states (follow_up, last->events == 0);
}

static void
group_clear (gpointer data)
{
  RgmSurvivalGroup *self = data;

  rgm_kaplan_meier_free (self->curve);
}

static RgmReason
add_group (RgmSurvivalAnalysis *self,
           const RgmFollowUp   *members,
           gsize                n)
{
  RgmSurvivalGroup this = { .n = n };
  RgmReason reason;

  for (gsize i = 0; i < n; i++)
    this.events += members[i].event ? 1 : 0;

  reason = rgm_kaplan_meier_new (members, n, self->options.interval, self->options.level, &this.curve);
  if (reason != RGM_REASON_NONE)
    return reason;

  set_quantiles (&this);
  g_array_append_val (self->groups, this);

  return RGM_REASON_NONE;
}

/* One group's patients after another's, each group's in the order in which they come. */
static RgmReason
add_groups (RgmSurvivalAnalysis *self,
            const RgmFollowUp   *patients,
            const gsize         *groups,
            gsize                n,
            gsize                n_groups)
{
  g_autofree RgmFollowUp *members = g_new0 (RgmFollowUp, MAX (n, 1));
  g_autofree gsize *ends = g_new0 (gsize, n_groups + 1);
  RgmReason reason = RGM_REASON_NONE;

  for (gsize i = 0; i < n; i++)
    ends[groups[i] + 1]++;
  for (gsize g = 1; g <= n_groups; g++)
    ends[g] += ends[g - 1];
  /* The place of each group's next patient, which in the end is that behind its last. */
  for (gsize i = 0; i < n; i++)
    members[ends[groups[i]]++] = patients[i];
  for (gsize g = 0; g < n_groups && reason == RGM_REASON_NONE; g++)
    {
      gsize start = g > 0 ? ends[g - 1] : 0;

      reason = add_group (self, members + start, ends[g] - start);
    }

  return reason;
}

/* Up to where all curves are known; where all of them fall to 0, up to the last one's end. */
static double
longest_tau (const RgmSurvivalAnalysis *self)
{
  double longest = INFINITY, last = 0.0;

  for (guint g = 0; g < self->groups->len; g++)
    {
      const RgmKaplanMeier *curve = g_array_index (self->groups, RgmSurvivalGroup, g).curve;
      gsize n_steps;
      const RgmSurvivalStep *steps = rgm_kaplan_meier_get_steps (curve, &n_steps);

      longest = MIN (longest, rgm_restricted_mean_longest (curve));
      last = MAX (last, steps[n_steps - 1].time);
    }

  return MIN (longest, last);
}

static void
add_means (RgmSurvivalAnalysis *self)
{
  double level = self->options.level;
  const RgmSurvivalGroup *reference = &g_array_index (self->groups, RgmSurvivalGroup, self->options.reference);

  for (guint g = 0; g < self->groups->len; g++)
    {
      RgmSurvivalGroup *group = &g_array_index (self->groups, RgmSurvivalGroup, g);

      group->why_no_mean = rgm_reason_get_text (rgm_restricted_mean (group->curve, self->options.tau, level, &group->mean));
    }
  for (guint g = 0; g < self->groups->len; g++)
    {
      RgmSurvivalGroup *group = &g_array_index (self->groups, RgmSurvivalGroup, g);
      RgmReason reason = rgm_restricted_mean_difference (&group->mean, &reference->mean, level, &group->difference);

      group->why_no_difference = group->why_no_mean != NULL       ? group->why_no_mean
                                 : reference->why_no_mean != NULL ? reference->why_no_mean
                                                                  : rgm_reason_get_text (reason);
    }
}

static void
add_tests (RgmSurvivalAnalysis *self,
           const RgmFollowUp   *patients,
           const gsize         *groups,
           gsize                n)
{
  g_autofree RgmCox *ratios = g_new (RgmCox, self->groups->len);

  self->why_no_log_rank = rgm_reason_get_text (rgm_log_rank (patients, groups, n, self->groups->len, &self->log_rank, NULL, NULL));
  rgm_cox (patients, groups, n, self->groups->len, self->options.reference, self->options.level, ratios);
  for (guint g = 0; g < self->groups->len; g++)
    {
      RgmSurvivalGroup *group = &g_array_index (self->groups, RgmSurvivalGroup, g);

      group->ratio = ratios[g];
      group->why_no_ratio = rgm_reason_get_text (ratios[g].reason);
    }
}

/* Groups that are not to be tested have no test, no ratio and no difference. */
static void
refuse_tests (RgmSurvivalAnalysis *self)
{
  self->log_rank = (RgmLogRank) { NAN, 0, NAN };
  self->why_no_log_rank = self->options.why_no_tests;
  for (guint g = 0; g < self->groups->len; g++)
    {
      RgmSurvivalGroup *group = &g_array_index (self->groups, RgmSurvivalGroup, g);

      group->ratio = (RgmCox) { NAN, NAN, NAN, NAN, NAN, NAN, RGM_REASON_NONE };
      group->difference = (RgmRestrictedMean) { NAN, NAN, NAN, NAN, NAN };
      group->why_no_ratio = group->why_no_difference = self->options.why_no_tests;
    }
}

/**
 * rgm_survival_analysis_new:
 * @patients: (array length=n): the patients
 * @groups: (array length=n): each patient's group, from 0 and below @n_groups; none is
 *   empty
 * @n: how many patients
 * @n_groups: how many groups, at least 1
 * @options: what is asked for
 * @error: the return location for an error of %RGM_ERROR_RANGE
 *
 * Analyses the survival of groups of patients: curves, quartiles, restricted means, and,
 * unless @options says why not, the groups against each other.
 *
 * Returns: (transfer full) (nullable): the analysis, or %NULL with @error set
 */
RgmSurvivalAnalysis *
rgm_survival_analysis_new (const RgmFollowUp         *patients,
                           const gsize               *groups,
                           gsize                      n,
                           gsize                      n_groups,
                           const RgmSurvivalAnalysisOptions  *options,
                           GError                   **error)
{
  g_autoptr (RgmSurvivalAnalysis) self = g_new0 (RgmSurvivalAnalysis, 1);
  RgmReason reason = options->reference < n_groups ? RGM_REASON_NONE : RGM_REASON_RANGE;
  g_autofree RgmFollowUp *ordered = NULL;
  g_autofree gsize *ordered_groups = NULL;

  /* Every statistic needs the patients in order of time, so they are sorted once. */
  if (!rgm_follow_up_check (patients, n))
    reason = RGM_REASON_RANGE;
  else
    rgm_follow_up_sort (patients, groups, n, &ordered, &ordered_groups);

  self->options = *options;
  self->groups = g_array_new (FALSE, TRUE, sizeof (RgmSurvivalGroup));
  g_array_set_clear_func (self->groups, group_clear);
  if (reason == RGM_REASON_NONE)
    reason = add_groups (self, ordered, ordered_groups, n, n_groups);
  if (reason != RGM_REASON_NONE)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_RANGE, rgm_reason_get_text (reason));
      return NULL;
    }

  if (isnan (self->options.tau))
    self->options.tau = longest_tau (self);
  add_means (self);
  if (self->options.why_no_tests == NULL)
    add_tests (self, ordered, ordered_groups, n);
  else
    refuse_tests (self);

  return g_steal_pointer (&self);
}

/**
 * rgm_survival_analysis_free:
 * @self: (nullable) (transfer full): an analysis
 */
void
rgm_survival_analysis_free (RgmSurvivalAnalysis *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->groups);
  g_free (self);
}

static const char *
interval_clause (RgmSurvivalInterval interval)
{
  switch (interval)
    {
    case RGM_SURVIVAL_PLAIN:
      return _("on the survival scale");
    case RGM_SURVIVAL_LOG_LOG:
      return _("on the log-log scale");
    case RGM_SURVIVAL_LOG:
    default:
      return _("on the log scale");
    }
}

/**
 * rgm_survival_analysis_get_method:
 * @self: an analysis
 *
 * Returns: (transfer full): how its numbers were made, as a methods section would say it
 */
char *
rgm_survival_analysis_get_method (const RgmSurvivalAnalysis *self)
{
  g_autofree char *level = rgm_format_level (self->options.level);
  g_autofree char *tau = rgm_format_number (self->options.tau, MIN (rgm_format_decimals_of (self->options.tau), 2));
  GString *text = g_string_new (NULL);

  /* Translators: the first %s is a confidence level such as 95%, the second “on the log scale” or the like. */
  g_string_append_printf (text, _("Survival is estimated by the Kaplan–Meier method with Greenwood’s standard error and %s confidence intervals %s; "
                                  "medians and quartiles have Brookmeyer–Crowley intervals, and one on a plateau is the plateau’s midpoint; "
                                  "median follow-up is estimated by the reverse Kaplan–Meier method. "
                                  "At time t, patients whose time is at least t are at risk, and events and censorings before t have been counted."),
                          level, interval_clause (self->options.interval));
  rgm_add_sentence_printf (text, _("Mean survival is restricted to %s and has normal confidence intervals."), tau);
  if (self->groups->len > 1 && self->options.why_no_tests == NULL)
    rgm_add_sentence (text, _("Groups are compared by the log-rank test and by a Cox model of all groups with Efron’s method for ties, "
                              "Wald intervals and Wald p values; all p values are two-sided."));

  return g_string_free (text, FALSE);
}

/**
 * rgm_survival_analysis_get_ticks:
 * @self: an analysis
 *
 * Returns: (transfer full) (element-type double): times for a table of numbers at risk where
 *   nobody asked for others: 0 and then in whole steps
 */
GArray *
rgm_survival_analysis_get_ticks (const RgmSurvivalAnalysis *self)
{
  static const double steps[] = { 1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 36.0, 60.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0 };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double last = 0.0, step = steps[0];

  for (guint g = 0; g < self->groups->len; g++)
    {
      gsize n_steps;
      const RgmSurvivalStep *all = rgm_kaplan_meier_get_steps (g_array_index (self->groups, RgmSurvivalGroup, g).curve, &n_steps);

      last = MAX (last, all[n_steps - 1].time);
    }
  for (guint i = 0; last / step > MAX_TICKS; i++)
    step = i < G_N_ELEMENTS (steps) ? steps[i] : step * 2.0;
  for (guint i = 0; i == 0 || (double) i * step <= last; i++)
    {
      double tick = (double) i * step;

      g_array_append_val (ticks, tick);
    }

  return ticks;
}

/**
 * rgm_survival_group_get_at:
 * @self: a group
 * @time: a time
 *
 * Returns: survival at a time, 1 for certain before anybody's follow-up ended, and the numbers of
 *   rgm_kaplan_meier_count()
 */
RgmSurvivalStep
rgm_survival_group_get_at (const RgmSurvivalGroup *self,
                           double                  time)
{
  const RgmSurvivalStep *step = rgm_kaplan_meier_step_at (self->curve, time);
  RgmSurvivalCount count = rgm_kaplan_meier_count (self->curve, time);
  RgmSurvivalStep at = step != NULL ? *step : (RgmSurvivalStep) { .survival = 1.0, .se = 0.0, .lower = 1.0, .upper = 1.0 };

  at.time = time;
  at.at_risk = count.at_risk;
  at.events = count.events;
  at.censored = count.censored;

  return at;
}
