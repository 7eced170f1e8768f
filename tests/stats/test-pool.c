/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "reference-table.h"
#include "rgm-pool.h"

#define MAX_ARMS 64

/* The arms of a case of tests/reference/stats/pool.R. */
static gsize
case_arms (const ReferenceTable *table,
           gsize                 number,
           RgmPoolArm           *arms)
{
  gsize k = 0;

  for (gsize row = 0; row < reference_table_rows (table); row++)
    if ((gsize) reference_table_value (table, row, "case") == number)
      {
        g_assert_cmpuint (k, <, MAX_ARMS);
        arms[k].x = (gint64) reference_table_value (table, row, "x");
        arms[k++].n = (gint64) reference_table_value (table, row, "n");
      }

  return k;
}

/* A number is absent exactly if there is a reason, and a proportion is one. */
static void
assert_coherent (const RgmPoolResult *result)
{
  const struct
  {
    double number;
    RgmReason reason;
    double most;
  } numbers[] = {
    { result->logit, result->estimate_reason, INFINITY },
    { result->se, result->estimate_reason, INFINITY },
    { result->estimate, result->estimate_reason, 1.0 },
    { result->lower, result->interval_reason, 1.0 },
    { result->upper, result->interval_reason, 1.0 },
    { result->tau2, result->tau2_reason, INFINITY },
    { result->tau2_lower, result->tau2_interval_reason, INFINITY },
    { result->tau2_upper, result->tau2_interval_reason, INFINITY },
    { result->i2, result->i2_reason, 100.0 },
    { result->q, result->q_reason, INFINITY },
    { result->p, result->q_reason, 1.0 },
    { result->prediction_lower, result->prediction_reason, 1.0 },
    { result->prediction_upper, result->prediction_reason, 1.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_true (isnan (numbers[i].number) == (numbers[i].reason != RGM_REASON_NONE));
      if (numbers[i].reason == RGM_REASON_NONE)
        {
          g_assert_false (isinf (numbers[i].number));
          g_assert_cmpfloat (numbers[i].number, <=, numbers[i].most);
          g_assert_true (i == 0 || numbers[i].number >= 0.0);
        }
    }

  if (result->interval_reason == RGM_REASON_NONE)
    {
      g_assert_cmpfloat (result->lower, <=, result->estimate);
      g_assert_cmpfloat (result->upper, >=, result->estimate);
    }
  if (result->tau2_interval_reason == RGM_REASON_NONE)
    g_assert_cmpfloat (result->tau2_lower, <=, result->tau2_upper);
  if (result->prediction_reason == RGM_REASON_NONE && result->interval_reason == RGM_REASON_NONE)
    {
      g_assert_cmpfloat (result->prediction_lower, <=, result->lower);
      g_assert_cmpfloat (result->prediction_upper, >=, result->upper);
    }
}

/* Models are numbered in the table as in RgmPoolModel. metafor's tau² by REML and
 * Paule and Mandel comes from a search, and whatever follows from it does. A p value
 * of 1e-60 keeps fewer digits than others; nobody reads them. */
static void
test_inverse_variance (void)
{
  g_autoptr (ReferenceTable) arms_table = reference_table_load ("stats/pool-arms.csv");
  g_autoptr (ReferenceTable) table = reference_table_load ("stats/pool.csv");

  for (gsize row = 0; row < reference_table_rows (table); row++)
    {
      RgmPoolArm arms[MAX_ARMS];
      double weights[MAX_ARMS];
      gsize k = case_arms (arms_table, (gsize) reference_table_value (table, row, "case"), arms);
      RgmPoolOptions options = {
        .model = (RgmPoolModel) reference_table_value (table, row, "model"),
        .level = reference_table_value (table, row, "level"),
        .knapp_hartung = reference_table_value (table, row, "kh") != 0.0,
      };
      RgmPoolResult result;
      gboolean searched = options.model == RGM_POOL_REML || options.model == RGM_POOL_PM;
      double near = searched ? 1e-7 : 1e-8;

      g_assert_cmpint (rgm_pool (arms, k, &options, &result, weights), ==, RGM_REASON_NONE);
      assert_coherent (&result);

#define COMPARE(name, relative, absolute) \
  reference_assert_near (#name, row, result.name, reference_table_value (table, row, #name), relative, absolute)
      COMPARE (logit, near, 1e-9);
      COMPARE (se, near, 0.0);
      COMPARE (lower, near, 0.0);
      COMPARE (upper, near, 0.0);
      if (options.model != RGM_POOL_COMMON)
        COMPARE (tau2, near, searched ? 1e-9 : 1e-14);
      COMPARE (tau2_lower, 1e-8, 1e-12);
      COMPARE (tau2_upper, 1e-8, 1e-12);
      COMPARE (i2, near, searched ? 1e-6 : 1e-11);
      COMPARE (q, 1e-8, 1e-13);
      COMPARE (p, 1e-8, 0.0);
      COMPARE (prediction_lower, near, 0.0);
      COMPARE (prediction_upper, near, 0.0);
      reference_assert_near ("weight", row, weights[0], reference_table_value (table, row, "first_weight"), near, 0.0);
#undef COMPARE
    }
}

static void
test_glmm (void)
{
  g_autoptr (ReferenceTable) arms_table = reference_table_load ("stats/pool-arms.csv");
  g_autoptr (ReferenceTable) table = reference_table_load ("stats/pool-glmm.csv");

  for (gsize row = 0; row < reference_table_rows (table); row++)
    {
      RgmPoolArm arms[MAX_ARMS];
      gsize k = case_arms (arms_table, (gsize) reference_table_value (table, row, "case"), arms);
      RgmPoolOptions options = { RGM_POOL_GLMM, reference_table_value (table, row, "level"), FALSE };
      RgmPoolResult result;

      g_assert_cmpint (rgm_pool (arms, k, &options, &result, NULL), ==, RGM_REASON_NONE);
      assert_coherent (&result);

#define COMPARE(name, column, relative, absolute) \
  reference_assert_near (column, row, result.name, reference_table_value (table, row, column), relative, absolute)
      COMPARE (logit, "logit", 1e-6, 1e-6);
      COMPARE (se, "se", 1e-6, 0.0);
      COMPARE (tau2, "tau2", 1e-6, 1e-7);
      COMPARE (i2, "i2", 1e-6, 1e-5);
      if (!isnan (reference_table_value (table, row, "tau2_upper")))
        {
          COMPARE (tau2_lower, "tau2_lower", 1e-6, 1e-9);
          COMPARE (tau2_upper, "tau2_upper", 1e-6, 0.0);
        }
      if (!isnan (reference_table_value (table, row, "lme4_logit")))
        {
          COMPARE (logit, "lme4_logit", 0.0, 0.01 * result.se);
          COMPARE (se, "lme4_se", 1e-2, 0.0);
          COMPARE (tau2, "lme4_tau2", 1e-2, 1e-4);
        }
#undef COMPARE
    }
}

static RgmPoolResult
pool (const RgmPoolArm *arms,
      gsize             k,
      RgmPoolModel      model,
      double            level,
      gboolean          knapp_hartung)
{
  RgmPoolOptions options = { model, level, knapp_hartung };
  RgmPoolResult result;

  g_assert_cmpint (rgm_pool (arms, k, &options, &result, NULL), ==, RGM_REASON_NONE);
  assert_coherent (&result);

  return result;
}

static gsize
random_arms (GRand      *random,
             RgmPoolArm *arms)
{
  gsize k = 2 + (gsize) g_rand_int_range (random, 0, 12);
  double centre = g_rand_double_range (random, -2.0, 2.0);
  double spread = g_rand_double_range (random, 0.0, 3.0);

  for (gsize i = 0; i < k; i++)
    {
      double rate = 1.0 / (1.0 + exp (-centre - spread * g_rand_double_range (random, -1.0, 1.0)));

      arms[i].n = 1 + (gint64) exp (g_rand_double_range (random, 0.0, 7.0));
      arms[i].x = 0;
      for (gint64 patient = 0; patient < arms[i].n; patient++)
        arms[i].x += g_rand_double (random) < rate;
    }

  return k;
}

static void
assert_same (double one,
             double other)
{
  g_assert_true (one == other || (isnan (one) && isnan (other)));
}

/* To the bit. */
static void
test_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1986);

  for (gsize run = 0; run < 60; run++)
    {
      RgmPoolArm arms[MAX_ARMS];
      gsize k = random_arms (random, arms);

      for (int model = RGM_POOL_GLMM; model <= RGM_POOL_COMMON; model++)
        {
          RgmPoolResult before = pool (arms, k, (RgmPoolModel) model, 0.95, FALSE), after;

          for (gsize i = k - 1; i > 0; i--)
            {
              gsize j = (gsize) g_rand_int_range (random, 0, (gint32) i + 1);
              RgmPoolArm arm = arms[i];

              arms[i] = arms[j];
              arms[j] = arm;
            }
          after = pool (arms, k, (RgmPoolModel) model, 0.95, FALSE);
          assert_same (before.logit, after.logit);
          assert_same (before.se, after.se);
          assert_same (before.tau2, after.tau2);
          assert_same (before.tau2_lower, after.tau2_lower);
          assert_same (before.tau2_upper, after.tau2_upper);
          assert_same (before.i2, after.i2);
          assert_same (before.q, after.q);
          assert_same (before.prediction_upper, after.prediction_upper);
        }
    }
}

/* Counting those who didn't respond turns the logit round and changes no spread. */
static void
test_mirror (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1995);

  for (gsize run = 0; run < 60; run++)
    {
      RgmPoolArm arms[MAX_ARMS], mirrored[MAX_ARMS];
      gsize k = random_arms (random, arms);

      for (gsize i = 0; i < k; i++)
        mirrored[i] = (RgmPoolArm) { arms[i].n - arms[i].x, arms[i].n };
      for (int model = RGM_POOL_GLMM; model <= RGM_POOL_COMMON; model++)
        {
          RgmPoolResult one = pool (arms, k, (RgmPoolModel) model, 0.9, FALSE);
          RgmPoolResult other = pool (mirrored, k, (RgmPoolModel) model, 0.9, FALSE);

          reference_assert_near ("logit", run, other.logit, -one.logit, 1e-9, 1e-9);
          reference_assert_near ("se", run, other.se, one.se, 1e-8, 0.0);
          reference_assert_near ("tau2", run, other.tau2, one.tau2, 1e-8, 1e-9);
          reference_assert_near ("tau2_upper", run, other.tau2_upper, one.tau2_upper, 1e-8, 0.0);
          reference_assert_near ("lower", run, other.lower, 1.0 - one.upper, 1e-8, 1e-9);
          reference_assert_near ("q", run, other.q, one.q, 1e-9, 1e-12);
        }
    }
}

static void
test_level (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2003);

  for (gsize run = 0; run < 60; run++)
    {
      RgmPoolArm arms[MAX_ARMS];
      gsize k = random_arms (random, arms);
      double level = g_rand_double_range (random, 0.51, 0.98);

      for (int model = RGM_POOL_GLMM; model <= RGM_POOL_COMMON; model++)
        {
          RgmPoolResult narrow = pool (arms, k, (RgmPoolModel) model, level, FALSE);
          RgmPoolResult wide = pool (arms, k, (RgmPoolModel) model, level + 0.01, FALSE);

          assert_same (narrow.logit, wide.logit);
          assert_same (narrow.tau2, wide.tau2);
          if (narrow.interval_reason == RGM_REASON_NONE)
            g_assert_true (wide.lower < narrow.lower && wide.upper > narrow.upper);
          if (narrow.tau2_interval_reason == RGM_REASON_NONE)
            {
              g_assert_true (wide.tau2_lower < narrow.tau2_lower || wide.tau2_lower == 0.0);
              g_assert_true (wide.tau2_upper > narrow.tau2_upper || wide.tau2_upper == 0.0);
            }
          if (model == RGM_POOL_REML || model == RGM_POOL_DL || model == RGM_POOL_PM)
            {
              RgmPoolResult guarded = pool (arms, k, (RgmPoolModel) model, level, TRUE);

              g_assert_true (guarded.lower <= narrow.lower && guarded.upper >= narrow.upper);
              assert_same (guarded.tau2, narrow.tau2);
            }
        }
    }
}

/* What can be said where there is little to say it of: an answer or a reason. */
static void
test_edges (void)
{
  const struct
  {
    RgmPoolArm arms[4];
    gsize k;
    RgmReason glmm;
  } cases[] = {
    { { { 3, 7 } }, 1, RGM_REASON_NONE },
    { { { 0, 7 } }, 1, RGM_REASON_NO_RESPONDERS },
    { { { 7, 7 } }, 1, RGM_REASON_ALL_RESPONDED },
    { { { 0, 1 }, { 0, 1 } }, 2, RGM_REASON_NO_RESPONDERS },
    { { { 1, 1 }, { 9, 9 } }, 2, RGM_REASON_ALL_RESPONDED },
    { { { 0, 12 }, { 9, 9 } }, 2, RGM_REASON_ALL_OR_NONE },
    { { { 1, 2 }, { 5, 10 }, { 50, 100 } }, 3, RGM_REASON_NONE },
    { { { 1, 2 }, { 0, 1000000000 }, { 1000000000, 1000000000 } }, 3, RGM_REASON_NONE },
    { { { 500000000, 1000000000 }, { 400000000, 1000000000 } }, 2, RGM_REASON_NONE },
    { { { 1, 1000000000 }, { 2, 1000000000 }, { 1, 999999999 } }, 3, RGM_REASON_NONE },
    { { { 500000000, 1000000000 }, { 0, 1 }, { 1, 1 }, { 1, 2 } }, 4, RGM_REASON_NONE },
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    for (int model = RGM_POOL_GLMM; model <= RGM_POOL_COMMON; model++)
      {
        RgmPoolResult result = pool (cases[c].arms, cases[c].k, (RgmPoolModel) model, 0.95, FALSE);

        g_assert_cmpint (result.estimate_reason, ==, model == RGM_POOL_GLMM ? cases[c].glmm : RGM_REASON_NONE);
        g_assert_cmpint (result.q_reason, ==, cases[c].k == 1 ? RGM_REASON_ONE_ARM : RGM_REASON_NONE);
        if (model != RGM_POOL_COMMON && cases[c].k == 1 && cases[c].glmm == RGM_REASON_NONE)
          g_assert_cmpint (result.tau2_reason, ==, RGM_REASON_ONE_ARM);
        if (cases[c].glmm == RGM_REASON_NONE)
          g_assert_cmpint (result.interval_reason, ==, RGM_REASON_NONE);
      }

  /* One arm has no q to widen its interval with. */
  g_assert_cmpint (pool (cases[0].arms, 1, RGM_POOL_DL, 0.95, TRUE).interval_reason, ==, RGM_REASON_ONE_ARM);
  reference_assert_near ("alone", 0, pool (cases[0].arms, 1, RGM_POOL_GLMM, 0.95, FALSE).estimate, 3.0 / 7.0, 1e-14, 0.0);
}

/* Three large arms that are alike and a tiny one far from them: at tau² = 0 the
 * likelihood falls, for its slope there is half the sum of (x - np)² - np(1 - p), and yet
 * its highest point is far away. A search from 0 would stay there. */
static void
test_two_maxima (void)
{
  const RgmPoolArm arms[] = { { 20, 1000 }, { 20, 1000 }, { 20, 1000 }, { 5, 5 } };
  RgmPoolResult result = pool (arms, G_N_ELEMENTS (arms), RGM_POOL_GLMM, 0.95, FALSE);
  double rate = 65.0 / 3005.0;
  double slope = 0.0;

  for (gsize i = 0; i < G_N_ELEMENTS (arms); i++)
    {
      double n = (double) arms[i].n;
      double excess = (double) arms[i].x - n * rate;

      slope += (excess * excess - n * rate * (1.0 - rate)) / 2.0;
    }

  g_assert_cmpfloat (slope, <, 0.0);
  g_assert_cmpfloat (result.tau2, >, 1.0);
}

static void
test_parts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2007);

  for (gsize run = 0; run < 40; run++)
    {
      RgmPoolArm arms[MAX_ARMS];
      gsize groups[MAX_ARMS];
      gsize k = random_arms (random, arms);
      RgmPoolOptions options = { (RgmPoolModel) (run % 5), 0.95, FALSE };
      RgmPoolResult without[MAX_ARMS], results[2], expected;
      RgmPoolBetween between;

      g_assert_cmpint (rgm_pool_leave_one_out (arms, k, &options, without), ==, RGM_REASON_NONE);
      expected = pool (arms + 1, k - 1, options.model, 0.95, FALSE);
      assert_same (without[0].logit, expected.logit);
      expected = pool (arms, k - 1, options.model, 0.95, FALSE);
      assert_same (without[k - 1].logit, expected.logit);
      assert_same (without[k - 1].tau2_upper, expected.tau2_upper);

      for (gsize i = 0; i < k; i++)
        groups[i] = i == 0 ? 1 : 0;
      g_assert_cmpint (rgm_pool_groups (arms, groups, k, 2, &options, results, &between), ==, RGM_REASON_NONE);
      assert_same (results[0].logit, without[0].logit);
      g_assert_cmpuint (results[1].k, ==, 1);
      g_assert_cmpuint (between.df, ==, 1);
      g_assert_true (isnan (between.p) == (between.reason != RGM_REASON_NONE));
      if (between.reason == RGM_REASON_NONE)
        {
          /* Of two groups Q is the squared difference over its variance. */
          double distance = results[0].logit - results[1].logit;
          double variance = results[0].se * results[0].se + results[1].se * results[1].se;

          reference_assert_near ("between", run, between.q, distance * distance / variance, 1e-9, 1e-15);
        }
      else
        {
          g_assert_cmpint (between.reason, ==, RGM_REASON_GROUP);
        }

      for (gsize i = 0; i < k; i++)
        groups[i] = 0;
      g_assert_cmpint (rgm_pool_groups (arms, groups, k, 1, &options, results, &between), ==, RGM_REASON_NONE);
      g_assert_cmpint (between.reason, ==, RGM_REASON_ONE_GROUP);
      groups[0] = 1;
      g_assert_cmpint (rgm_pool_groups (arms, groups, k, 1, &options, results, &between), ==, RGM_REASON_RANGE);
    }
}

static void
test_range (void)
{
  const RgmPoolArm good[] = { { 1, 2 }, { 3, 4 } };
  const RgmPoolArm bad[][2] = {
    { { 1, 2 }, { 5, 4 } }, { { 1, 2 }, { -1, 4 } }, { { 1, 2 }, { 0, 0 } }, { { 1, 2 }, { 1, RGM_POOL_MAX + 1 } },
    { { G_MININT64, G_MAXINT64 }, { 1, 2 } },
  };
  const RgmPoolOptions options[] = {
    { RGM_POOL_GLMM, 0.5, FALSE }, { RGM_POOL_GLMM, 1.0, FALSE }, { RGM_POOL_GLMM, NAN, FALSE }, { RGM_POOL_GLMM, 95.0, FALSE },
    { RGM_POOL_GLMM, 0.95, TRUE }, { RGM_POOL_COMMON, 0.95, TRUE }, { (RgmPoolModel) 17, 0.95, FALSE },
  };
  const RgmPoolOptions fine = { RGM_POOL_GLMM, 0.95, FALSE };
  RgmPoolResult result;
  double weights[2];

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_cmpint (rgm_pool (bad[i], 2, &fine, &result, weights), ==, RGM_REASON_RANGE);
      g_assert_cmpint (result.estimate_reason, ==, RGM_REASON_RANGE);
      assert_coherent (&result);
      g_assert_true (isnan (weights[0]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_assert_cmpint (rgm_pool (good, 2, &options[i], &result, NULL), ==, RGM_REASON_RANGE);
      assert_coherent (&result);
    }
  g_assert_cmpint (rgm_pool (NULL, 0, &fine, &result, NULL), ==, RGM_REASON_NO_ARMS);
  assert_coherent (&result);
}

/* Arms as no trial has them: of one patient and of a thousand million, with all or none
 * responding in many. Every model answers whenever there is an answer. */
static void
test_extremes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2021);

  for (gsize run = 0; run < 100; run++)
    {
      RgmPoolArm arms[MAX_ARMS];
      gsize k = (gsize) g_rand_int_range (random, 1, run % 3 == 0 ? 40 : 7);
      double extreme = g_rand_double (random);
      double most = log (run % 2 == 0 ? 30.0 : (double) RGM_POOL_MAX);

      for (gsize i = 0; i < k; i++)
        {
          double choice = g_rand_double (random);

          arms[i].n = MIN (RGM_POOL_MAX, 1 + (gint64) exp (g_rand_double_range (random, 0.0, most)));
          arms[i].x = (gint64) (g_rand_double (random) * ((double) arms[i].n + 1.0));
          if (choice < extreme)
            arms[i].x = choice < extreme / 2.0 ? 0 : arms[i].n;
          arms[i].x = MIN (arms[i].x, arms[i].n);
        }

      for (int model = RGM_POOL_GLMM; model <= RGM_POOL_COMMON; model++)
        {
          RgmPoolResult result = pool (arms, k, (RgmPoolModel) model, 0.95, FALSE);

          g_assert_cmpint (result.estimate_reason, !=, RGM_REASON_NO_CONVERGENCE);
          g_assert_cmpint (result.tau2_interval_reason, !=, RGM_REASON_NO_CONVERGENCE);
          if (result.tau2_interval_reason == RGM_REASON_NONE && model == RGM_POOL_GLMM)
            {
              g_assert_cmpfloat (result.tau2_lower, <=, result.tau2 * (1.0 + 1e-9) + 1e-12);
              g_assert_cmpfloat (result.tau2_upper, >=, result.tau2 * (1.0 - 1e-9));
            }
        }
    }
}

/* A giant among many tiny ones. */
static void
test_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1954);
  gsize k = 2000;
  g_autofree RgmPoolArm *arms = g_new (RgmPoolArm, k);

  arms[0] = (RgmPoolArm) { 300000, 1000000 };
  for (gsize i = 1; i < k; i++)
    {
      arms[i].n = g_rand_int_range (random, 1, 4);
      arms[i].x = g_rand_int_range (random, 0, (gint32) arms[i].n + 1);
    }

  for (int model = RGM_POOL_GLMM; model <= RGM_POOL_COMMON; model++)
    g_assert_cmpint (pool (arms, k, (RgmPoolModel) model, 0.95, FALSE).interval_reason, ==, RGM_REASON_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pool/inverse-variance", test_inverse_variance);
  g_test_add_func ("/pool/glmm", test_glmm);

  g_test_add_func ("/pool/order", test_order);
  g_test_add_func ("/pool/mirror", test_mirror);
  g_test_add_func ("/pool/level", test_level);
  g_test_add_func ("/pool/edges", test_edges);
  g_test_add_func ("/pool/two-maxima", test_two_maxima);
  g_test_add_func ("/pool/parts", test_parts);
  g_test_add_func ("/pool/range", test_range);
  g_test_add_func ("/pool/extremes", test_extremes);
  g_test_add_func ("/pool/many", test_many);

  return g_test_run ();
}
