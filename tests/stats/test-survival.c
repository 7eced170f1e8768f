/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "reference-table.h"
#include "rgm-cox.h"
#include "rgm-kaplan-meier.h"
#include "rgm-log-rank.h"
#include "rgm-restricted-mean.h"

#define MAX_PATIENTS 1000

typedef struct
{
  RgmFollowUp patients[MAX_PATIENTS];
  gsize groups[MAX_PATIENTS];
  gsize n;
  gsize n_groups;
} Case;

/* Cases follow one another in the table: @row goes on to the next one's first row. */
static void
read_case (const ReferenceTable *table,
           gsize                *row,
           Case                 *self)
{
  double number = reference_table_value (table, *row, "case");

  self->n = self->n_groups = 0;
  for (; *row < reference_table_rows (table) && reference_table_value (table, *row, "case") == number; (*row)++)
    {
      gsize group = (gsize) reference_table_value (table, *row, "group");

      g_assert_cmpuint (self->n, <, MAX_PATIENTS);
      self->patients[self->n].time = reference_table_value (table, *row, "time");
      self->patients[self->n].event = reference_table_value (table, *row, "event") != 0.0;
      self->groups[self->n++] = group;
      self->n_groups = MAX (self->n_groups, group + 1);
    }
}

static void
assert_number (const ReferenceTable *table,
               gsize                 row,
               const char           *column,
               double                found,
               double                relative)
{
  reference_assert_near (column, row, found, reference_table_value (table, row, column), relative, 1e-12);
}

/* Every step of every curve, with its interval on each scale. */
static void
test_steps (void)
{
  g_autoptr (ReferenceTable) patients = reference_table_load ("stats/survival-patients.csv");
  g_autoptr (ReferenceTable) table = reference_table_load ("stats/survival-steps.csv");
  g_autofree Case *one = g_new (Case, 1);
  gsize row = 0;

  for (gsize from = 0; from < reference_table_rows (patients);)
    {
      read_case (patients, &from, one);
      for (int type = RGM_SURVIVAL_PLAIN; type <= RGM_SURVIVAL_LOG_LOG; type++)
        {
          g_autoptr (RgmKaplanMeier) curve = NULL;
          const RgmSurvivalStep *steps;
          gsize n_steps;

          g_assert_cmpint (rgm_kaplan_meier_new (one->patients, one->n, (RgmSurvivalInterval) type,
                                                 reference_table_value (table, row, "level"), &curve), ==, RGM_REASON_NONE);
          g_assert_cmpuint (rgm_kaplan_meier_count (curve, 0).at_risk, ==, one->n);
          steps = rgm_kaplan_meier_get_steps (curve, &n_steps);
          for (gsize i = 0; i < n_steps; i++, row++)
            {
              g_assert_cmpint (type, ==, (int) reference_table_value (table, row, "type"));
              assert_number (table, row, "time", steps[i].time, 0.0);
              assert_number (table, row, "at_risk", (double) steps[i].at_risk, 0.0);
              assert_number (table, row, "events", (double) steps[i].events, 0.0);
              assert_number (table, row, "censored", (double) steps[i].censored, 0.0);
              assert_number (table, row, "survival", steps[i].survival, 1e-8);
              assert_number (table, row, "se", steps[i].se, 1e-8);
              assert_number (table, row, "lower", steps[i].lower, 1e-8);
              assert_number (table, row, "upper", steps[i].upper, 1e-8);
            }
        }
    }
  g_assert_cmpuint (row, ==, reference_table_rows (table));
}

static void
assert_interval (const ReferenceTable *table,
                 gsize                 row,
                 const char           *column,
                 RgmReason             reason,
                 double                quantile,
                 double                lower,
                 double                upper)
{
  g_autofree char *lower_column = g_strconcat (column, "_lower", NULL);
  g_autofree char *upper_column = g_strconcat (column, "_upper", NULL);

  g_assert_cmpint (reason, ==, isnan (quantile) ? RGM_REASON_NOT_REACHED : RGM_REASON_NONE);
  assert_number (table, row, column, quantile, 1e-8);
  assert_number (table, row, lower_column, lower, 1e-8);
  assert_number (table, row, upper_column, upper, 1e-8);
}

static void
assert_quantile (const ReferenceTable *table,
                 gsize                 row,
                 const char           *column,
                 const RgmKaplanMeier *curve,
                 double                fraction)
{
  double quantile, lower, upper;
  RgmReason reason = rgm_kaplan_meier_quantile (curve, fraction, &quantile, &lower, &upper);

  assert_interval (table, row, column, reason, quantile, lower, upper);
}

static void
assert_read_off (const ReferenceTable *table,
                 gsize                 row,
                 const Case           *one)
{
  RgmSurvivalInterval type = (RgmSurvivalInterval) reference_table_value (table, row, "type");
  double level = reference_table_value (table, row, "level");
  double at = reference_table_value (table, row, "at");
  g_autoptr (RgmKaplanMeier) curve = NULL;
  double until = reference_table_value (table, row, "until");
  double follow_up, lower, upper;
  RgmReason reason;
  const RgmSurvivalStep *landmark;
  RgmRestrictedMean mean;
  RgmSurvivalCount count;

  g_assert_cmpint (rgm_kaplan_meier_new (one->patients, one->n, type, level, &curve), ==, RGM_REASON_NONE);
  assert_quantile (table, row, "q25", curve, 0.25);
  assert_quantile (table, row, "q50", curve, 0.5);
  assert_quantile (table, row, "q75", curve, 0.75);
  reason = rgm_kaplan_meier_follow_up (curve, &follow_up, &lower, &upper);
  assert_interval (table, row, "follow_up", reason, follow_up, lower, upper);

  if (until > rgm_restricted_mean_longest (curve))
    {
      g_assert_cmpint (rgm_restricted_mean (curve, until, level, &mean), ==, RGM_REASON_FOLLOW_UP);
      g_assert_true (isnan (mean.value));
    }
  else
    {
      g_assert_cmpint (rgm_restricted_mean (curve, until, level, &mean), ==, RGM_REASON_NONE);
      assert_number (table, row, "mean", mean.value, 1e-8);
      assert_number (table, row, "mean_se", mean.se, 1e-8);
    }

  count = rgm_kaplan_meier_count (curve, at);
  assert_number (table, row, "at_risk", (double) count.at_risk, 0.0);
  assert_number (table, row, "events", (double) count.events, 0.0);
  assert_number (table, row, "censored", (double) count.censored, 0.0);
  g_assert_cmpuint (count.at_risk + count.events + count.censored, ==, one->n);
  assert_number (table, row, "survival", rgm_kaplan_meier_survival (curve, at), 1e-8);
  landmark = rgm_kaplan_meier_step_at (curve, at);
  assert_number (table, row, "survival_lower", landmark != NULL ? landmark->lower : 1.0, 1e-8);
  assert_number (table, row, "survival_upper", landmark != NULL ? landmark->upper : 1.0, 1e-8);
}

/* coxph() iterates, but its last step is a square of a small one: 1e-8 holds for it. */
static void
assert_tests (const ReferenceTable *table,
              gsize                 row,
              const Case           *one)
{
  double observed[8], expected[8];
  RgmFollowUp two[MAX_PATIENTS];
  gsize groups[MAX_PATIENTS];
  gsize n = 0;
  RgmLogRank test;
  RgmCox ratios[2];
  RgmReason reason;

  reason = rgm_log_rank (one->patients, one->groups, one->n, one->n_groups, &test, observed, expected);
  g_assert_true (isnan (test.p) == (reason != RGM_REASON_NONE));
  if (isnan (reference_table_value (table, row, "p")))
    {
      g_assert_cmpint (reason, !=, RGM_REASON_NONE);
    }
  else
    {
      assert_number (table, row, "chi2", test.chi2, 1e-8);
      assert_number (table, row, "df", (double) test.df, 0.0);
      assert_number (table, row, "p", test.p, 1e-8);
      /* R knows no group without patients. */
      for (gsize g = 0, found = 0; g < one->n_groups && !found; g++)
        for (gsize i = 0; i < one->n && !found; i++)
          if (one->groups[i] == g)
            {
              assert_number (table, row, "observed", observed[g], 0.0);
              assert_number (table, row, "expected", expected[g], 1e-8);
              found = 1;
            }
    }

  for (gsize i = 0; i < one->n; i++)
    if (one->groups[i] < 2)
      {
        two[n] = one->patients[i];
        groups[n++] = one->groups[i];
      }
  reason = rgm_cox (two, groups, n, 2, 0, reference_table_value (table, row, "level"), ratios);
  g_assert_true (isnan (ratios[1].ratio) == (ratios[1].reason != RGM_REASON_NONE));
  g_assert_true (reason == RGM_REASON_NONE || ratios[1].reason == reason);
  assert_number (table, row, "log_ratio", ratios[1].log_ratio, 1e-8);
  assert_number (table, row, "cox_se", ratios[1].se, 1e-8);
  assert_number (table, row, "cox_lower", ratios[1].lower, 1e-8);
  assert_number (table, row, "cox_upper", ratios[1].upper, 1e-8);
}

/* Each group against a reference: the hazard ratios of one model of all groups, and the
 * differences of restricted means. */
static void
test_groups (void)
{
  g_autoptr (ReferenceTable) patients = reference_table_load ("stats/survival-patients.csv");
  g_autoptr (ReferenceTable) table = reference_table_load ("stats/survival-groups.csv");
  g_autofree Case *one = g_new (Case, 1);
  gsize from = 0;

  for (gsize row = 0; row < reference_table_rows (table); row++)
    {
      double level = reference_table_value (table, row, "level");
      gsize group = (gsize) reference_table_value (table, row, "group");
      gsize reference = (gsize) reference_table_value (table, row, "reference");
      double tau = reference_table_value (table, row, "tau");
      RgmRestrictedMean means[2], difference;
      RgmCox ratios[8];

      if (row == 0 || reference_table_value (table, row, "case") != reference_table_value (table, row - 1, "case"))
        do
          read_case (patients, &from, one);
        while (reference_table_value (patients, from - 1, "case") < reference_table_value (table, row, "case"));

      rgm_cox (one->patients, one->groups, one->n, one->n_groups, reference, level, ratios);
      g_assert_true (isnan (ratios[group].ratio) == (ratios[group].reason != RGM_REASON_NONE));
      g_assert_true (isnan (ratios[reference].ratio));
      /* R's search ends within so much of a ratio of 1. */
      reference_assert_near ("log_ratio", row, ratios[group].log_ratio, reference_table_value (table, row, "log_ratio"), 1e-8, 1e-10);
      assert_number (table, row, "cox_se", ratios[group].se, 1e-8);
      assert_number (table, row, "cox_lower", ratios[group].lower, 1e-8);
      assert_number (table, row, "cox_upper", ratios[group].upper, 1e-8);
      assert_number (table, row, "cox_p", ratios[group].p, 1e-8);

      if (!(tau > 0.0))
        continue;
      for (gsize side = 0; side < 2; side++)
        {
          g_autoptr (RgmKaplanMeier) curve = NULL;
          RgmFollowUp members[MAX_PATIENTS];
          gsize n = 0;

          for (gsize i = 0; i < one->n; i++)
            if (one->groups[i] == (side == 0 ? group : reference))
              members[n++] = one->patients[i];
          g_assert_cmpint (rgm_kaplan_meier_new (members, n, RGM_SURVIVAL_LOG, level, &curve), ==, RGM_REASON_NONE);
          g_assert_cmpint (rgm_restricted_mean (curve, tau, level, &means[side]), ==, RGM_REASON_NONE);
        }
      assert_number (table, row, "mean", means[0].value, 1e-8);
      assert_number (table, row, "mean_lower", means[0].lower, 1e-8);
      assert_number (table, row, "mean_upper", means[0].upper, 1e-8);
      rgm_restricted_mean_difference (&means[0], &means[1], level, &difference);
      if (isnan (reference_table_value (table, row, "difference_p")))
        {
          g_assert_true (isnan (difference.p));
          continue;
        }
      assert_number (table, row, "difference", difference.value, 1e-8);
      assert_number (table, row, "difference_se", difference.se, 1e-8);
      assert_number (table, row, "difference_lower", difference.lower, 1e-8);
      assert_number (table, row, "difference_upper", difference.upper, 1e-8);
      assert_number (table, row, "difference_p", difference.p, 1e-8);
    }
}

static void
test_summaries (void)
{
  g_autoptr (ReferenceTable) patients = reference_table_load ("stats/survival-patients.csv");
  g_autoptr (ReferenceTable) table = reference_table_load ("stats/survival.csv");
  g_autofree Case *one = g_new (Case, 1);
  gsize row = 0;

  for (gsize from = 0; from < reference_table_rows (patients);)
    {
      read_case (patients, &from, one);
      assert_tests (table, row, one);
      for (gsize type = 0; type < 3; type++, row++)
        assert_read_off (table, row, one);
    }
  g_assert_cmpuint (row, ==, reference_table_rows (table));
}

static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1972);

  for (gsize run = 0; run < 300; run++)
    {
      gsize n = (gsize) g_rand_int_range (random, 1, 60);
      RgmFollowUp patients[60], turned[60];
      gsize groups[60], swapped[60];
      g_autoptr (RgmKaplanMeier) curve = NULL;
      g_autoptr (RgmKaplanMeier) wide = NULL;
      g_autoptr (RgmKaplanMeier) backwards = NULL;
      const RgmSurvivalStep *steps, *wide_steps, *same;
      gsize n_steps, all = 0;
      double before = 1.0;
      RgmLogRank test, other;
      RgmCox ratios[2], inverse[2];
      RgmReason reason;

      for (gsize i = 0; i < n; i++)
        {
          patients[i].time = (double) g_rand_int_range (random, 0, 30);
          patients[i].event = g_rand_boolean (random);
          groups[i] = (gsize) g_rand_int_range (random, 0, 2);
          turned[n - 1 - i] = patients[i];
          swapped[n - 1 - i] = 1 - groups[i];
        }

      g_assert_cmpint (rgm_kaplan_meier_new (patients, n, RGM_SURVIVAL_LOG, 0.9, &curve), ==, RGM_REASON_NONE);
      g_assert_cmpint (rgm_kaplan_meier_new (patients, n, RGM_SURVIVAL_LOG, 0.95, &wide), ==, RGM_REASON_NONE);
      g_assert_cmpint (rgm_kaplan_meier_new (turned, n, RGM_SURVIVAL_LOG, 0.9, &backwards), ==, RGM_REASON_NONE);
      steps = rgm_kaplan_meier_get_steps (curve, &n_steps);
      wide_steps = rgm_kaplan_meier_get_steps (wide, &n_steps);
      same = rgm_kaplan_meier_get_steps (backwards, &n_steps);
      for (gsize i = 0; i < n_steps; i++)
        {
          g_assert_true (steps[i].survival >= 0.0 && steps[i].survival <= before);
          g_assert_true ((steps[i].survival < before) == (steps[i].events > 0));
          g_assert_true (isnan (steps[i].se) == (steps[i].survival <= 0.0));
          if (steps[i].survival > 0.0)
            {
              g_assert_true (steps[i].lower <= steps[i].survival && steps[i].upper >= steps[i].survival);
              g_assert_true (wide_steps[i].lower <= steps[i].lower && wide_steps[i].upper >= steps[i].upper);
            }
          g_assert_true (same[i].survival == steps[i].survival);
          before = steps[i].survival;
          all += steps[i].events + steps[i].censored;
        }
      g_assert_cmpuint (all, ==, n);

      /* Which group comes first doesn't matter to the test, and turns the ratio over. */
      reason = rgm_log_rank (patients, groups, n, 2, &test, NULL, NULL);
      g_assert_cmpint (rgm_log_rank (turned, swapped, n, 2, &other, NULL, NULL), ==, reason);
      if (reason == RGM_REASON_NONE)
        reference_assert_near ("chi2", run, other.chi2, test.chi2, 1e-9, 1e-12);
      rgm_cox (patients, groups, n, 2, 0, 0.95, ratios);
      rgm_cox (turned, swapped, n, 2, 0, 0.95, inverse);
      g_assert_cmpint (ratios[1].reason, ==, inverse[1].reason);
      if (ratios[1].reason == RGM_REASON_NONE)
        {
          reference_assert_near ("log_ratio", run, inverse[1].log_ratio, -ratios[1].log_ratio, 1e-9, 1e-12);
          reference_assert_near ("lower", run, inverse[1].lower, 1.0 / ratios[1].upper, 1e-9, 0.0);
          g_assert_true (ratios[1].lower < ratios[1].ratio && ratios[1].upper > ratios[1].ratio);
        }

      /* At any time the three numbers below the curve are all patients, ties or not. */
      for (double time = -0.5; time < 31.0; time += 0.5)
        {
          RgmSurvivalCount count = rgm_kaplan_meier_count (curve, time);
          gsize at_risk = 0, events = 0;

          for (gsize i = 0; i < n; i++)
            {
              at_risk += patients[i].time >= time;
              events += patients[i].time < time && patients[i].event;
            }
          g_assert_cmpuint (count.at_risk, ==, at_risk);
          g_assert_cmpuint (count.events, ==, events);
          g_assert_cmpuint (count.censored, ==, n - at_risk - events);
        }
    }
}

/* Three events and a censoring at 2: at 2 all four are at risk, and the curve is already
 * down. */
static void
test_counts (void)
{
  const RgmFollowUp patients[] = { { 2.0, TRUE }, { 5.0, FALSE }, { 2.0, TRUE }, { 2.0, FALSE }, { 0.0, FALSE }, { 2.0, TRUE } };
  const struct
  {
    double time;
    RgmSurvivalCount count;
  } counts[] = {
    { 0.0, { 6, 0, 0 } }, { 1.0, { 5, 0, 1 } }, { 2.0, { 5, 0, 1 } }, { 2.5, { 1, 3, 2 } }, { 5.0, { 1, 3, 2 } }, { 6.0, { 0, 3, 3 } },
  };
  g_autoptr (RgmKaplanMeier) curve = NULL;

  g_assert_cmpint (rgm_kaplan_meier_new (patients, G_N_ELEMENTS (patients), RGM_SURVIVAL_LOG, 0.95, &curve), ==, RGM_REASON_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      RgmSurvivalCount count = rgm_kaplan_meier_count (curve, counts[i].time);

      g_assert_cmpuint (count.at_risk, ==, counts[i].count.at_risk);
      g_assert_cmpuint (count.events, ==, counts[i].count.events);
      g_assert_cmpuint (count.censored, ==, counts[i].count.censored);
    }
  g_assert_cmpfloat (rgm_kaplan_meier_survival (curve, 1.0), ==, 1.0);
  g_assert_cmpfloat_with_epsilon (rgm_kaplan_meier_survival (curve, 2.0), 0.4, 1e-15);
}

/* A group that is always the one with the event leaves the others to be compared with
 * each other, as if it weren't there. */
static void
test_separated_group (void)
{
  const RgmFollowUp patients[] = { { 1.0, TRUE }, { 2.0, TRUE }, { 3.0, TRUE }, { 4.0, TRUE }, { 5.0, TRUE }, { 6.0, FALSE }, { 7.0, TRUE } };
  const gsize groups[] = { 2, 2, 0, 1, 0, 1, 1 };
  RgmCox ratios[3], two[2];

  g_assert_cmpint (rgm_cox (patients, groups, 7, 3, 0, 0.95, ratios), ==, RGM_REASON_NONE);
  g_assert_cmpint (rgm_cox (patients + 2, groups + 2, 5, 2, 0, 0.95, two), ==, RGM_REASON_NONE);
  g_assert_cmpint (ratios[2].reason, ==, RGM_REASON_SEPARATION);
  g_assert_cmpint (ratios[1].reason, ==, RGM_REASON_NONE);
  g_assert_cmpfloat_with_epsilon (ratios[1].log_ratio, two[1].log_ratio, 1e-12);
  g_assert_cmpfloat_with_epsilon (ratios[1].se, two[1].se, 1e-12);

  g_assert_cmpint (rgm_cox (patients, groups, 7, 3, 2, 0.95, ratios), ==, RGM_REASON_NONE);
  g_assert_cmpint (ratios[0].reason, ==, RGM_REASON_SEPARATION);
  g_assert_cmpint (ratios[1].reason, ==, RGM_REASON_SEPARATION);
}

/* What there is nothing to say of has a reason. */
static void
test_reasons (void)
{
  const RgmFollowUp bad[][2] = {
    { { -1.0, TRUE }, { 1.0, TRUE } }, { { NAN, TRUE }, { 1.0, TRUE } }, { { 1.0, TRUE }, { INFINITY, FALSE } },
  };
  const RgmFollowUp censored[] = { { 1.0, FALSE }, { 2.0, FALSE } };
  const RgmFollowUp events[] = { { 1.0, TRUE }, { 2.0, TRUE } };
  const gsize groups[] = { 0, 1 }, one[] = { 0, 0 }, wrong[] = { 0, 2 };
  RgmKaplanMeier *curve;
  RgmLogRank test;
  RgmCox ratios[2];
  RgmRestrictedMean mean, difference;
  double quantile, lower, upper;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_cmpint (rgm_kaplan_meier_new (bad[i], 2, RGM_SURVIVAL_LOG, 0.95, &curve), ==, RGM_REASON_RANGE);
      g_assert_null (curve);
      g_assert_cmpint (rgm_log_rank (bad[i], groups, 2, 2, &test, NULL, NULL), ==, RGM_REASON_RANGE);
      g_assert_cmpint (rgm_cox (bad[i], groups, 2, 2, 0, 0.95, ratios), ==, RGM_REASON_RANGE);
    }

  g_assert_cmpint (rgm_kaplan_meier_new (NULL, 0, RGM_SURVIVAL_LOG, 0.95, &curve), ==, RGM_REASON_NO_PATIENTS);
  g_assert_cmpint (rgm_kaplan_meier_new (events, 2, RGM_SURVIVAL_LOG, 0.5, &curve), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_kaplan_meier_new (events, 2, (RgmSurvivalInterval) 9, 0.95, &curve), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_log_rank (NULL, NULL, 0, 2, &test, NULL, NULL), ==, RGM_REASON_NO_PATIENTS);
  g_assert_cmpint (rgm_cox (NULL, NULL, 0, 2, 0, 0.95, ratios), ==, RGM_REASON_NO_PATIENTS);

  g_assert_cmpint (rgm_log_rank (censored, groups, 2, 2, &test, NULL, NULL), ==, RGM_REASON_NO_EVENTS);
  g_assert_cmpint (rgm_cox (censored, groups, 2, 2, 0, 0.95, ratios), ==, RGM_REASON_NO_EVENTS);
  g_assert_cmpint (rgm_log_rank (events, one, 2, 1, &test, NULL, NULL), ==, RGM_REASON_ONE_GROUP);
  g_assert_cmpint (rgm_cox (events, one, 2, 2, 0, 0.95, ratios), ==, RGM_REASON_ONE_GROUP);
  g_assert_cmpint (rgm_cox (events, groups, 2, 2, 0, 0.95, ratios), ==, RGM_REASON_NONE);
  g_assert_cmpint (ratios[1].reason, ==, RGM_REASON_SEPARATION);
  g_assert_true (isnan (ratios[1].ratio) && isnan (ratios[1].upper));
  g_assert_cmpint (rgm_cox (events, groups, 2, 2, 2, 0.95, ratios), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_log_rank (events, wrong, 2, 2, &test, NULL, NULL), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_cox (events, wrong, 2, 2, 0, 0.95, ratios), ==, RGM_REASON_RANGE);

  g_assert_cmpint (rgm_kaplan_meier_new (censored, 2, RGM_SURVIVAL_LOG, 0.95, &curve), ==, RGM_REASON_NONE);
  g_assert_cmpint (rgm_kaplan_meier_quantile (curve, 0.5, &quantile, &lower, &upper), ==, RGM_REASON_NOT_REACHED);
  g_assert_cmpint (rgm_kaplan_meier_quantile (curve, 0.0, &quantile, &lower, &upper), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_kaplan_meier_quantile (curve, 1.0, &quantile, &lower, &upper), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_restricted_mean (curve, 0.0, 0.95, &mean), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_restricted_mean (curve, 2.5, 0.95, &mean), ==, RGM_REASON_FOLLOW_UP);
  g_assert_cmpint (rgm_restricted_mean_difference (&mean, &mean, 0.95, &difference), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_restricted_mean (curve, 0.5, 0.95, &mean), ==, RGM_REASON_NONE);
  g_assert_cmpfloat (mean.value, ==, 0.5);
  g_assert_cmpfloat (mean.se, ==, 0.0);
  g_assert_cmpint (rgm_restricted_mean_difference (&mean, &mean, 0.95, &difference), ==, RGM_REASON_NO_EVENTS);
  rgm_kaplan_meier_free (curve);
}

/* Many are sorted in another way than few: by time, and those of one time in the order in which they were given. */
static void
test_order (void)
{
  const gsize n = 20000;
  g_autofree RgmFollowUp *patients = g_new (RgmFollowUp, n);
  g_autofree gsize *order = NULL;
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  g_autoptr (GRand) random = g_rand_new_with_seed (64);

  for (gsize i = 0; i < n; i++)
    {
      double time = g_rand_double (random);

      patients[i].time = i % 4 == 0 ? floor (20 * time) : i % 4 == 1 ? time * 1e-300 : i % 4 == 2 ? time * 1e300 : i % 8 == 3 ? -0.0 : 1e3 * time;
      patients[i].event = TRUE;
    }
  order = rgm_follow_up_order (patients, n);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_false (seen[order[i]]);
      seen[order[i]] = TRUE;
      if (i == 0)
        continue;
      g_assert_cmpfloat (patients[order[i - 1]].time, <=, patients[order[i]].time);
      g_assert_true (patients[order[i - 1]].time < patients[order[i]].time || order[i - 1] < order[i]);
    }
}

/* Each patient keeps the event and the group when patients are sorted, few or many, and those that are in order are left so. */
static void
test_sort (gconstpointer data)
{
  gsize n = GPOINTER_TO_SIZE (data);
  g_autofree RgmFollowUp *patients = g_new (RgmFollowUp, n);
  g_autofree RgmFollowUp *sorted = NULL;
  g_autofree RgmFollowUp *again = NULL;
  g_autofree gsize *groups = g_new (gsize, n);
  g_autofree gsize *sorted_groups = NULL;
  g_autofree gsize *groups_again = NULL;
  g_autofree gsize *order = NULL;

  /* 7919 has no divisor with n but 1, so that each time is there once and says which patient it is of. */
  for (gsize i = 0; i < n; i++)
    {
      gsize time = i * 7919 % n;

      patients[i] = (RgmFollowUp) { (double) time / 8, time % 3 == 0 };
      groups[i] = time % 5;
    }
  rgm_follow_up_sort (patients, groups, n, &sorted, &sorted_groups);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpfloat (sorted[i].time, ==, (double) i / 8);
      g_assert_cmpint (sorted[i].event, ==, i % 3 == 0);
      g_assert_cmpuint (sorted_groups[i], ==, i % 5);
    }

  order = rgm_follow_up_order (sorted, n);
  g_assert_null (order);
  rgm_follow_up_sort (sorted, sorted_groups, n, &again, &groups_again);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpfloat (again[i].time, ==, sorted[i].time);
      g_assert_cmpint (again[i].event, ==, sorted[i].event);
      g_assert_cmpuint (groups_again[i], ==, sorted_groups[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/survival/order", test_order);
  g_test_add_data_func ("/survival/sort/few", GSIZE_TO_POINTER (100), test_sort);
  g_test_add_data_func ("/survival/sort/many", GSIZE_TO_POINTER (20000), test_sort);
  g_test_add_func ("/survival/steps", test_steps);
  g_test_add_func ("/survival/summaries", test_summaries);
  g_test_add_func ("/survival/groups", test_groups);
  g_test_add_func ("/survival/counts", test_counts);
  g_test_add_func ("/survival/separated-group", test_separated_group);
  g_test_add_func ("/survival/properties", test_properties);
  g_test_add_func ("/survival/reasons", test_reasons);

  return g_test_run ();
}
