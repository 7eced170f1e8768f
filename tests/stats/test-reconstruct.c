/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "reference-table.h"
#include "rgm-cox.h"
#include "rgm-kaplan-meier.h"
#include "rgm-reconstruct.h"

#define MAX_PATIENTS 400
#define MAX_POINTS 1200
#define MAX_AT_RISK 12

typedef struct
{
  RgmFollowUp patients[MAX_PATIENTS];
  gsize n;
  gint64 events;
} TrialArm;

/* An arm of one of the published sets. */
static void
read_arm (const ReferenceTable *table,
          gsize                 set,
          gsize                 group,
          TrialArm             *arm)
{
  arm->n = 0;
  arm->events = 0;
  for (gsize row = 0; row < reference_table_rows (table); row++)
    if ((gsize) reference_table_value (table, row, "set") == set && (gsize) reference_table_value (table, row, "group") == group)
      {
        g_assert_cmpuint (arm->n, <, MAX_PATIENTS);
        arm->patients[arm->n].time = reference_table_value (table, row, "time");
        arm->patients[arm->n].event = reference_table_value (table, row, "event") != 0.0;
        arm->events += arm->patients[arm->n++].event;
      }
}

static RgmKaplanMeier *
curve_of (const RgmFollowUp *patients,
          gsize              n)
{
  RgmKaplanMeier *curve;

  g_assert_cmpint (rgm_kaplan_meier_new (patients, n, RGM_SURVIVAL_LOG, 0.95, &curve), ==, RGM_REASON_NONE);

  return curve;
}

static double
last_time (const TrialArm *arm)
{
  double last = 0.0;

  for (gsize i = 0; i < arm->n; i++)
    last = MAX (last, arm->patients[i].time);

  return last;
}

/* The curve as somebody would digitise it: along its steps, above and below each drop, or
 * at places with an unsteady hand. */
static gsize
digitise (const TrialArm *arm,
          GRand          *random,
          RgmCurvePoint  *points)
{
  g_autoptr (RgmKaplanMeier) curve = curve_of (arm->patients, arm->n);
  gsize n_steps, n = 0;
  const RgmSurvivalStep *steps = rgm_kaplan_meier_get_steps (curve, &n_steps);
  double before = 1.0;

  if (random == NULL)
    {
      points[n++] = (RgmCurvePoint) { 0.0, 1.0 };
      for (gsize i = 0; i < n_steps; i++)
        {
          if (steps[i].events > 0)
            {
              points[n++] = (RgmCurvePoint) { steps[i].time, before };
              points[n++] = (RgmCurvePoint) { steps[i].time, steps[i].survival };
            }
          before = steps[i].survival;
        }
      points[n++] = (RgmCurvePoint) { steps[n_steps - 1].time, before };
      return n;
    }

  for (gsize i = 0; i < 240; i++)
    {
      double time = last_time (arm) * (double) i / 239.0;
      double noise = 0.002 * (g_rand_double (random) + g_rand_double (random) + g_rand_double (random) - 1.5) * 2.0;

      points[n++] = (RgmCurvePoint) { time, CLAMP (rgm_kaplan_meier_survival (curve, time) + noise, 0.0, 1.0) };
    }

  return n;
}

static gsize
count_at_risk (const TrialArm *arm,
               double          longest,
               RgmAtRisk      *rows)
{
  g_autoptr (RgmKaplanMeier) curve = curve_of (arm->patients, arm->n);
  double step = longest / 7.0;
  gsize n = 0;

  for (double time = 0.0; time <= longest; time += step)
    rows[n++] = (RgmAtRisk) { time, (gint64) rgm_kaplan_meier_count (curve, time).at_risk, 0 };

  return n;
}

static RgmReconstruction *
rebuild (const RgmCurvePoint *points,
         gsize                n,
         const RgmAtRisk     *at_risk,
         gsize                n_at_risk,
         gint64               patients,
         gint64               events)
{
  g_autoptr (GArray) curve = NULL;
  g_autoptr (GArray) given = NULL;
  RgmReconstruction *result;
  RgmCurveRepair repair;
  gsize at_fault;

  g_assert_cmpint (rgm_curve_repair (points, n, &repair, &curve, &given, &at_fault), ==, RGM_REASON_NONE);
  g_assert_cmpint (rgm_reconstruct (curve, given, at_risk, n_at_risk, patients, events, &result), ==, RGM_REASON_NONE);

  return result;
}

static double
ratio_of (const RgmFollowUp *one,
          gsize              n_one,
          const RgmFollowUp *other,
          gsize              n_other)
{
  g_autofree RgmFollowUp *all = g_new (RgmFollowUp, n_one + n_other);
  g_autofree gsize *groups = g_new0 (gsize, n_one + n_other);
  RgmCox ratios[2];

  for (gsize i = 0; i < n_one; i++)
    all[i] = one[i];
  for (gsize i = 0; i < n_other; i++)
    {
      all[n_one + i] = other[i];
      groups[n_one + i] = 1;
    }
  g_assert_cmpint (rgm_cox (all, groups, n_one + n_other, 2, 0, 0.95, ratios), ==, RGM_REASON_NONE);

  return ratios[1].ratio;
}

static double
median_of (const RgmFollowUp *patients,
           gsize              n)
{
  g_autoptr (RgmKaplanMeier) curve = curve_of (patients, n);
  double median, lower, upper;

  rgm_kaplan_meier_quantile (curve, 0.5, &median, &lower, &upper);

  return median;
}

static void
assert_within (const char *what,
               gsize       set,
               double      found,
               double      expected,
               double      share)
{
  if (isnan (expected))
    return;
  if (!(fabs (found - expected) <= share * fabs (expected)))
    g_error ("%s, set %" G_GSIZE_FORMAT ": found %g, expected %g", what, set, found, expected);
}

/* Patients to a curve and back, for each state of knowledge. */
static void
test_round_trip (void)
{
  g_autoptr (ReferenceTable) table = reference_table_load ("stats/published-patients.csv");
  g_autofree TrialArm *arms = g_new (TrialArm, 2);
  g_autofree RgmCurvePoint *points = g_new (RgmCurvePoint, MAX_POINTS);
  g_autoptr (GRand) random = g_rand_new_with_seed (2012);

  for (gsize set = 1; set <= 5; set++)
    for (gsize noisy = 0; noisy < 2; noisy++)
      {
        RgmReconstruction *whole[2], *few[2];
        double truth;

        for (gsize a = 0; a < 2; a++)
          {
            RgmAtRisk at_risk[MAX_AT_RISK] = { 0 };
            gsize n, n_at_risk;

            read_arm (table, set, a, &arms[a]);
            n = digitise (&arms[a], noisy ? random : NULL, points);
            n_at_risk = count_at_risk (&arms[a], last_time (&arms[a]), at_risk);
            whole[a] = rebuild (points, n, at_risk, n_at_risk, RGM_UNKNOWN_COUNT, arms[a].events);
            few[a] = rebuild (points, n, NULL, 0, (gint64) arms[a].n, arms[a].events);
            for (gsize state = 0; state < 2; state++)
              {
                const RgmReconstruction *result = state == 0 ? whole[a] : few[a];

                g_assert_cmpuint (result->patients->len, ==, arms[a].n);
                g_assert_cmpuint (result->events, ==, (gsize) arms[a].events);
                assert_within ("median", set, median_of ((RgmFollowUp *) (gpointer) result->patients->data, arms[a].n),
                               median_of (arms[a].patients, arms[a].n), 0.09);
                g_assert_cmpfloat (result->root_mean_square_error, <=, state == 0 ? 0.005 : 0.03);
                /* One patient of the last ten is a step that noise can move to the next point. */
                g_assert_true (state == 1 || result->largest_error <= (noisy ? 0.03 : 0.01));
              }
            for (guint i = 0; i < whole[a]->at_risk->len; i++)
              g_assert_cmpint (ABS (g_array_index (whole[a]->at_risk, RgmAtRisk, i).rebuilt - at_risk[i].published), <=, 1);
          }

        truth = ratio_of (arms[0].patients, arms[0].n, arms[1].patients, arms[1].n);
        assert_within ("hazard ratio, all known", set,
                       ratio_of ((RgmFollowUp *) (gpointer) whole[0]->patients->data, arms[0].n,
                                 (RgmFollowUp *) (gpointer) whole[1]->patients->data, arms[1].n), truth, 0.05);
        assert_within ("hazard ratio, events known", set,
                       ratio_of ((RgmFollowUp *) (gpointer) few[0]->patients->data, arms[0].n,
                                 (RgmFollowUp *) (gpointer) few[1]->patients->data, arms[1].n), truth, 0.07);
        for (gsize a = 0; a < 2; a++)
          {
            rgm_reconstruction_free (whole[a]);
            rgm_reconstruction_free (few[a]);
          }
      }
}

/* The curve falls, and then is flat while the numbers at risk fall: those are censored. */
static void
test_flat_tail (void)
{
  const RgmCurvePoint points[] = { { 0, 1 }, { 2, 0.95 }, { 5, 0.9 }, { 8, 0.85 }, { 12, 0.8 }, { 36, 0.8 } };
  const RgmAtRisk at_risk[] = { { 0, 83, 0 }, { 12, 60, 0 }, { 24, 44, 0 }, { 36, 29, 0 } };
  g_autoptr (RgmReconstruction) result = rebuild (points, G_N_ELEMENTS (points), at_risk, G_N_ELEMENTS (at_risk), RGM_UNKNOWN_COUNT, RGM_UNKNOWN_COUNT);

  for (guint i = 0; i < result->patients->len; i++)
    {
      const RgmFollowUp *patient = &g_array_index (result->patients, RgmFollowUp, i);

      g_assert_true (!patient->event || patient->time <= 12.0);
    }
  for (guint i = 0; i < result->at_risk->len; i++)
    g_assert_cmpint (g_array_index (result->at_risk, RgmAtRisk, i).rebuilt, ==, at_risk[i].published);
}

/* Few points can't hide that the events contradict them, nor how far the curve falls unseen. */
static void
test_sparse (void)
{
  const RgmCurvePoint points[] = { { 0, 1 }, { 5, 0.5 }, { 10, 0.5 } };
  g_autoptr (RgmReconstruction) result = rebuild (points, 3, NULL, 0, 100, 80);

  g_assert_cmpuint (result->events, ==, 80);
  g_assert_cmpfloat (result->largest_error, >, 0.2);
  g_assert_cmpfloat_with_epsilon (result->largest_gap, 0.5, 1e-12);
  g_assert_cmpfloat (result->gap_from, ==, 0);
  g_assert_cmpfloat (result->gap_to, ==, 5);
}

/* A number at risk that the curve contradicts is given up, and both numbers are told. */
static void
test_given_up (void)
{
  const RgmCurvePoint points[] = { { 0, 1 }, { 1, 0.5 }, { 10, 0.5 } };
  const RgmAtRisk at_risk[] = { { 0, 100, 0 }, { 5, 80, 0 } };
  g_autoptr (RgmReconstruction) result = rebuild (points, 3, at_risk, 2, RGM_UNKNOWN_COUNT, RGM_UNKNOWN_COUNT);

  g_assert_cmpint (g_array_index (result->at_risk, RgmAtRisk, 1).published, ==, 80);
  g_assert_cmpint (g_array_index (result->at_risk, RgmAtRisk, 1).rebuilt, ==, 50);
  g_assert_cmpfloat_with_epsilon (result->largest_error, 0.0, 1e-12);
}

static void
test_repair (void)
{
  const RgmCurvePoint percent[] = { { 10, 50 }, { -0.05, 98.9 }, { 5, 80 }, { 6, 81 }, { 2, 100.4 } };
  const RgmCurvePoint failure[] = { { 0, 0 }, { 5, 0.2 }, { 10, 0.6 } };
  const RgmCurvePoint far[] = { { 0, 1 }, { 5, 1.3 } }, early[] = { { -5, 1 }, { 5, 0.5 } }, high[] = { { 0, 100 }, { 5, 120 } };
  g_autoptr (GArray) curve = NULL;
  g_autoptr (GArray) given = NULL;
  g_autoptr (GArray) other = NULL;
  g_autoptr (GArray) other_given = NULL;
  GArray *none, *none_given;
  RgmCurveRepair repair;
  gsize at_fault;

  g_assert_cmpint (rgm_curve_repair (percent, 5, &repair, &curve, &given, &at_fault), ==, RGM_REASON_NONE);
  g_assert_true (repair.percent);
  g_assert_false (repair.failure);
  g_assert_cmpuint (repair.n_negative, ==, 1);
  g_assert_cmpuint (repair.n_moved, ==, 4);
  g_assert_cmpfloat_with_epsilon (repair.largest_move, 1.004 - 0.9945, 1e-12);
  g_assert_cmpuint (curve->len, ==, 6);
  for (guint i = 1; i < curve->len; i++)
    g_assert_true (g_array_index (curve, RgmCurvePoint, i).survival <= g_array_index (curve, RgmCurvePoint, i - 1).survival);
  g_assert_cmpfloat (g_array_index (curve, RgmCurvePoint, 0).survival, ==, 1.0);

  g_assert_cmpint (rgm_curve_repair (failure, 3, &repair, &other, &other_given, &at_fault), ==, RGM_REASON_NONE);
  g_assert_true (repair.failure);
  g_assert_cmpuint (repair.n_moved, ==, 0);
  g_assert_cmpfloat_with_epsilon (g_array_index (other, RgmCurvePoint, 2).survival, 0.4, 1e-12);

  g_assert_cmpint (rgm_curve_repair (far, 2, &repair, &none, &none_given, &at_fault), ==, RGM_REASON_RANGE);
  g_assert_cmpuint (at_fault, ==, 1);
  g_assert_cmpint (rgm_curve_repair (early, 2, &repair, &none, &none_given, &at_fault), ==, RGM_REASON_RANGE);
  g_assert_cmpuint (at_fault, ==, 0);
  g_assert_cmpint (rgm_curve_repair (high, 2, &repair, &none, &none_given, &at_fault), ==, RGM_REASON_RANGE);
  g_assert_cmpuint (at_fault, ==, 1);
  g_assert_cmpint (rgm_curve_repair (far, 0, &repair, &none, &none_given, &at_fault), ==, RGM_REASON_NO_POINTS);
}

/* Any points and any numbers at risk: it ends, everybody is there, and the events are those
 * that are known unless the curve leaves no place for them. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (gsize run = 0; run < 4000; run++)
    {
      RgmCurvePoint points[40];
      RgmAtRisk at_risk[MAX_AT_RISK];
      gsize n = (gsize) g_rand_int_range (random, 1, 40), n_at_risk = (gsize) g_rand_int_range (random, 0, MAX_AT_RISK);
      gint64 left = g_rand_int_range (random, 1, 200), patients = left, events;
      g_autoptr (GArray) curve = NULL;
      g_autoptr (GArray) given = NULL;
      g_autoptr (RgmReconstruction) result = NULL;
      RgmCurveRepair repair;
      gsize at_fault, found = 0;

      for (gsize i = 0; i < n; i++)
        {
          points[i].time = run % 3 ? g_rand_double_range (random, 0, 20) : (double) g_rand_int_range (random, 0, 6);
          points[i].survival = run % 5 ? g_rand_double (random) : (double) g_rand_int_range (random, 0, 3) / 2.0;
        }
      for (gsize i = 0; i < n_at_risk; i++)
        {
          at_risk[i] = (RgmAtRisk) { (double) i * (run % 2 ? 1.0 : 4.0), left, 0 };
          left = g_rand_int_range (random, 0, (gint32) left + 1);
        }
      events = run % 4 == 0 ? RGM_UNKNOWN_COUNT : g_rand_int_range (random, 0, (gint32) patients + 1);
      if (rgm_curve_repair (points, n, &repair, &curve, &given, &at_fault) != RGM_REASON_NONE)
        continue;

      g_assert_cmpint (rgm_reconstruct (curve, given, at_risk, n_at_risk, patients, events, &result), ==, RGM_REASON_NONE);
      g_assert_cmpuint (result->patients->len, ==, (gsize) patients);
      for (guint i = 0; i < result->patients->len; i++)
        {
          const RgmFollowUp *patient = &g_array_index (result->patients, RgmFollowUp, i);

          g_assert_true (isfinite (patient->time) && patient->time >= 0.0);
          found += patient->event;
        }
      g_assert_cmpuint (found, ==, result->events);
      g_assert_true (result->root_mean_square_error <= result->largest_error + 1e-15);
      for (guint i = 0; i < result->at_risk->len; i++)
        {
          const RgmAtRisk *row = &g_array_index (result->at_risk, RgmAtRisk, i);
          gint64 counted = 0;

          for (guint j = 0; j < result->patients->len; j++)
            counted += g_array_index (result->patients, RgmFollowUp, j).time >= row->time;
          g_assert_cmpint (row->rebuilt, ==, counted);
        }
    }
}

static void
test_range (void)
{
  const RgmCurvePoint points[] = { { 0, 1 }, { 5, 0.5 } };
  const RgmAtRisk rising[] = { { 0, 10, 0 }, { 3, 11, 0 } }, late[] = { { 1, 10, 0 } }, twice[] = { { 0, 10, 0 }, { 0, 9, 0 } }, good[] = { { 0, 10, 0 } };
  g_autoptr (GArray) curve = NULL;
  g_autoptr (GArray) given = NULL;
  RgmReconstruction *result;
  RgmCurveRepair repair;
  gsize at_fault;

  rgm_curve_repair (points, 2, &repair, &curve, &given, &at_fault);
  g_assert_cmpint (rgm_reconstruct (curve, given, rising, 2, -1, -1, &result), ==, RGM_REASON_RANGE);
  g_assert_null (result);
  g_assert_cmpint (rgm_reconstruct (curve, given, late, 1, -1, -1, &result), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_reconstruct (curve, given, twice, 2, -1, -1, &result), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_reconstruct (curve, given, good, 1, -1, 11, &result), ==, RGM_REASON_RANGE);
  g_assert_cmpint (rgm_reconstruct (curve, given, NULL, 0, -1, 5, &result), ==, RGM_REASON_NO_PATIENTS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reconstruct/round-trip", test_round_trip);
  g_test_add_func ("/reconstruct/flat-tail", test_flat_tail);
  g_test_add_func ("/reconstruct/sparse", test_sparse);
  g_test_add_func ("/reconstruct/given-up", test_given_up);
  g_test_add_func ("/reconstruct/repair", test_repair);
  g_test_add_func ("/reconstruct/random", test_random);
  g_test_add_func ("/reconstruct/range", test_range);

  return g_test_run ();
}
