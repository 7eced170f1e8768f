/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "reference-table.h"
#include "rgm-cox.h"
#include "rgm-kaplan-meier.h"
#include "rgm-log-rank.h"

#define MOST_PATIENTS 1000

typedef struct
{
  RgmFollowUp patients[MOST_PATIENTS];
  gsize groups[MOST_PATIENTS];
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

      g_assert_cmpuint (self->n, <, MOST_PATIENTS);
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
  g_autoptr(ReferenceTable) patients = reference_table_load ("stats/survival-patients.csv");
  g_autoptr(ReferenceTable) table = reference_table_load ("stats/survival-steps.csv");
  g_autofree Case *one = g_new (Case, 1);
  gsize row = 0;

  for (gsize from = 0; from < reference_table_rows (patients);)
    {
      read_case (patients, &from, one);
      for (int type = RGM_SURVIVAL_PLAIN; type <= RGM_SURVIVAL_LOG_LOG; type++)
        {
          g_autoptr(RgmKaplanMeier) curve = NULL;
          const RgmSurvivalStep *steps;
          gsize n_steps;

          g_assert_cmpint (rgm_kaplan_meier_new (one->patients, one->n, (RgmSurvivalInterval) type,
                                                 reference_table_value (table, row, "level"), &curve), ==, RGM_REASON_NONE);
          g_assert_cmpuint (rgm_kaplan_meier_get_n (curve), ==, one->n);
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
assert_quantile (const ReferenceTable *table,
                 gsize                 row,
                 const char           *column,
                 const RgmKaplanMeier *curve,
                 double                fraction)
{
  g_autofree char *lower_column = g_strconcat (column, "_lower", NULL);
  g_autofree char *upper_column = g_strconcat (column, "_upper", NULL);
  double quantile, lower, upper;
  RgmReason reason = rgm_kaplan_meier_quantile (curve, fraction, &quantile, &lower, &upper);

  g_assert_cmpint (reason, ==, isnan (quantile) ? RGM_REASON_NOT_REACHED : RGM_REASON_NONE);
  assert_number (table, row, column, quantile, 1e-8);
  assert_number (table, row, lower_column, lower, 1e-8);
  assert_number (table, row, upper_column, upper, 1e-8);
}

static void
assert_read_off (const ReferenceTable *table,
                 gsize                 row,
                 const Case           *one)
{
  RgmSurvivalInterval type = (RgmSurvivalInterval) reference_table_value (table, row, "type");
  double level = reference_table_value (table, row, "level");
  double at = reference_table_value (table, row, "at");
  g_autoptr(RgmKaplanMeier) curve = NULL;
  g_autoptr(RgmKaplanMeier) follow_up = NULL;
  RgmSurvivalCount count;
  double mean, se;

  g_assert_cmpint (rgm_kaplan_meier_new (one->patients, one->n, type, level, &curve), ==, RGM_REASON_NONE);
  g_assert_cmpint (rgm_kaplan_meier_new_reverse (one->patients, one->n, type, level, &follow_up), ==, RGM_REASON_NONE);
  assert_quantile (table, row, "q25", curve, 0.25);
  assert_quantile (table, row, "q50", curve, 0.5);
  assert_quantile (table, row, "q75", curve, 0.75);
  assert_quantile (table, row, "follow_up", follow_up, 0.5);

  g_assert_cmpint (rgm_kaplan_meier_restricted_mean (curve, reference_table_value (table, row, "until"), &mean, &se),
                   ==, reference_table_value (table, row, "until") > 0.0 ? RGM_REASON_NONE : RGM_REASON_RANGE);
  if (reference_table_value (table, row, "until") > 0.0)
    {
      assert_number (table, row, "mean", mean, 1e-8);
      assert_number (table, row, "mean_se", se, 1e-8);
    }

  count = rgm_kaplan_meier_count (curve, at);
  assert_number (table, row, "at_risk", (double) count.at_risk, 0.0);
  assert_number (table, row, "events", (double) count.events, 0.0);
  assert_number (table, row, "censored", (double) count.censored, 0.0);
  assert_number (table, row, "survival", rgm_kaplan_meier_survival (curve, at), 1e-8);
}

/* coxph() iterates, but its last step is a square of a small one: 1e-8 holds for it. */
static void
assert_tests (const ReferenceTable *table,
              gsize                 row,
              const Case           *one)
{
  double observed[8], expected[8];
  RgmFollowUp two[MOST_PATIENTS];
  gsize groups[MOST_PATIENTS];
  gsize n = 0;
  RgmLogRank test;
  RgmReason reason;
  RgmCox ratio;

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
  reason = rgm_cox_two_groups (two, groups, n, reference_table_value (table, row, "level"), &ratio);
  g_assert_true (isnan (ratio.ratio) == (reason != RGM_REASON_NONE));
  assert_number (table, row, "log_ratio", ratio.log_ratio, 1e-8);
  assert_number (table, row, "cox_se", ratio.se, 1e-8);
  assert_number (table, row, "cox_lower", ratio.lower, 1e-8);
  assert_number (table, row, "cox_upper", ratio.upper, 1e-8);
}

static void
test_summaries (void)
{
  g_autoptr(ReferenceTable) patients = reference_table_load ("stats/survival-patients.csv");
  g_autoptr(ReferenceTable) table = reference_table_load ("stats/survival.csv");
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
  g_autoptr(GRand) random = g_rand_new_with_seed (1972);

  for (gsize run = 0; run < 300; run++)
    {
      gsize n = (gsize) g_rand_int_range (random, 1, 60);
      RgmFollowUp patients[60], turned[60];
      gsize groups[60], swapped[60];
      g_autoptr(RgmKaplanMeier) curve = NULL;
      g_autoptr(RgmKaplanMeier) wide = NULL;
      g_autoptr(RgmKaplanMeier) backwards = NULL;
      const RgmSurvivalStep *steps, *wide_steps, *same;
      gsize n_steps, all = 0;
      double before = 1.0;
      RgmLogRank test, other;
      RgmCox ratio, inverse;
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
      reason = rgm_cox_two_groups (patients, groups, n, 0.95, &ratio);
      g_assert_cmpint (rgm_cox_two_groups (turned, swapped, n, 0.95, &inverse), ==, reason);
      if (reason == RGM_REASON_NONE)
        {
          reference_assert_near ("log_ratio", run, inverse.log_ratio, -ratio.log_ratio, 1e-9, 1e-12);
          reference_assert_near ("lower", run, inverse.lower, 1.0 / ratio.upper, 1e-9, 0.0);
          g_assert_true (ratio.lower < ratio.ratio && ratio.upper > ratio.ratio);
        }
    }
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
  RgmCox ratio;
  double quantile, lower, upper, mean, se;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_cmpint (rgm_kaplan_meier_new (bad[i], 2, RGM_SURVIVAL_LOG, 0.95, &curve), ==, RGM_REASON_RANGE);
      g_assert_null (curve);
      g_assert_cmpint (rgm_log_rank (bad[i], groups, 2, 2, &test, NULL, NULL), ==, RGM_REASON_RANGE);
      g_assert_cmpint (rgm_cox_two_groups (bad[i], groups, 2, 0.95, &ratio), ==, RGM_REASON_RANGE);
    }

  g_assert_cmpint (rgm_kaplan_meier_new (NULL, 0, RGM_SURVIVAL_LOG, 0.95, &curve), ==, RGM_REASON_NO_PATIENTS);
  g_assert_cmpint (rgm_kaplan_meier_new (events, 2, RGM_SURVIVAL_LOG, 0.5, &curve), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_kaplan_meier_new (events, 2, (RgmSurvivalInterval) 9, 0.95, &curve), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_log_rank (NULL, NULL, 0, 2, &test, NULL, NULL), ==, RGM_REASON_NO_PATIENTS);
  g_assert_cmpint (rgm_cox_two_groups (NULL, NULL, 0, 0.95, &ratio), ==, RGM_REASON_NO_PATIENTS);

  g_assert_cmpint (rgm_log_rank (censored, groups, 2, 2, &test, NULL, NULL), ==, RGM_REASON_NO_EVENTS);
  g_assert_cmpint (rgm_cox_two_groups (censored, groups, 2, 0.95, &ratio), ==, RGM_REASON_NO_EVENTS);
  g_assert_cmpint (rgm_log_rank (events, one, 2, 1, &test, NULL, NULL), ==, RGM_REASON_ONE_GROUP);
  g_assert_cmpint (rgm_cox_two_groups (events, one, 2, 0.95, &ratio), ==, RGM_REASON_ONE_GROUP);
  g_assert_cmpint (rgm_cox_two_groups (events, groups, 2, 0.95, &ratio), ==, RGM_REASON_SEPARATION);
  g_assert_true (isnan (ratio.ratio) && isnan (ratio.upper));
  g_assert_cmpint (rgm_log_rank (events, wrong, 2, 2, &test, NULL, NULL), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_cox_two_groups (events, wrong, 2, 0.95, &ratio), ==, RGM_REASON_RANGE);

  g_assert_cmpint (rgm_kaplan_meier_new (censored, 2, RGM_SURVIVAL_LOG, 0.95, &curve), ==, RGM_REASON_NONE);
  g_assert_cmpint (rgm_kaplan_meier_quantile (curve, 0.5, &quantile, &lower, &upper), ==, RGM_REASON_NOT_REACHED);
  g_assert_cmpint (rgm_kaplan_meier_quantile (curve, 0.0, &quantile, &lower, &upper), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_kaplan_meier_quantile (curve, 1.0, &quantile, &lower, &upper), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_kaplan_meier_restricted_mean (curve, 0.0, &mean, &se), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_kaplan_meier_restricted_mean (curve, 0.5, &mean, &se), ==, RGM_REASON_NONE);
  g_assert_cmpfloat (mean, ==, 0.5);
  g_assert_cmpfloat (se, ==, 0.0);
  rgm_kaplan_meier_free (curve);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/survival/steps", test_steps);
  g_test_add_func ("/survival/summaries", test_summaries);
  g_test_add_func ("/survival/properties", test_properties);
  g_test_add_func ("/survival/reasons", test_reasons);

  return g_test_run ();
}
