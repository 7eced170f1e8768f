/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "reference-table.h"
#include "rgm-proportion.h"
#include "rgm-two-arms.h"

/* A bound near 0 is a difference of numbers near 1, in both programs. */
#define ABSOLUTE 1e-12

static void
test_reference (void)
{
  g_autoptr (ReferenceTable) table = reference_table_load ("stats/two-arms.csv");

  for (gsize row = 0; row < reference_table_rows (table); row++)
    {
      gint64 x1 = (gint64) reference_table_value (table, row, "x1");
      gint64 n1 = (gint64) reference_table_value (table, row, "n1");
      gint64 x2 = (gint64) reference_table_value (table, row, "x2");
      gint64 n2 = (gint64) reference_table_value (table, row, "n2");
      double level = reference_table_value (table, row, "level");
      double lower, upper, p;

      g_assert_cmpint (rgm_newcombe (x1, n1, x2, n2, level, &lower, &upper), ==, RGM_REASON_NONE);
      reference_assert_near ("newcombe_lower", row, lower, reference_table_value (table, row, "newcombe_lower"), 1e-8, ABSOLUTE);
      reference_assert_near ("newcombe_upper", row, upper, reference_table_value (table, row, "newcombe_upper"), 1e-8, ABSOLUTE);

      g_assert_cmpint (rgm_miettinen_nurminen (x1, n1, x2, n2, level, &lower, &upper), ==, RGM_REASON_NONE);
      reference_assert_near ("mn_lower", row, lower, reference_table_value (table, row, "mn_lower"), 1e-8, 1e-9);
      reference_assert_near ("mn_upper", row, upper, reference_table_value (table, row, "mn_upper"), 1e-8, 1e-9);

      g_assert_cmpint (rgm_fisher_exact (x1, n1, x2, n2, &p), ==, RGM_REASON_NONE);
      reference_assert_near ("p", row, p, reference_table_value (table, row, "p"), 1e-8, 0.0);
    }
}

typedef RgmReason (*Interval) (gint64  x1,
                               gint64  n1,
                               gint64  x2,
                               gint64  n2,
                               double  level,
                               double *lower,
                               double *upper);

static const Interval intervals[] = { rgm_newcombe, rgm_miettinen_nurminen };

static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1998);

  for (gsize run = 0; run < 1500; run++)
    for (gsize i = 0; i < G_N_ELEMENTS (intervals); i++)
      {
        gint64 n1 = g_rand_int_range (random, 1, 300);
        gint64 n2 = g_rand_int_range (random, 1, 300);
        gint64 x1 = g_rand_int_range (random, 0, (gint32) n1 + 1);
        gint64 x2 = g_rand_int_range (random, 0, (gint32) n2 + 1);
        double level = g_rand_double_range (random, 0.51, 0.98);
        double difference = (double) x1 / (double) n1 - (double) x2 / (double) n2;
        double lower, upper, wide_lower, wide_upper, turned_lower, turned_upper;

        g_assert_cmpint (intervals[i] (x1, n1, x2, n2, level, &lower, &upper), ==, RGM_REASON_NONE);
        g_assert_cmpint (intervals[i] (x1, n1, x2, n2, level + 0.01, &wide_lower, &wide_upper), ==, RGM_REASON_NONE);
        g_assert_cmpint (intervals[i] (x2, n2, x1, n1, level, &turned_lower, &turned_upper), ==, RGM_REASON_NONE);

        g_assert_cmpfloat (lower, >=, -1.0);
        g_assert_cmpfloat (upper, <=, 1.0);
        g_assert_cmpfloat (lower, <=, difference + 1e-12);
        g_assert_cmpfloat (upper, >=, difference - 1e-12);
        g_assert_true (wide_lower < lower || lower <= -1.0);
        g_assert_true (wide_upper > upper || upper >= 1.0);
        g_assert_cmpfloat (fabs (turned_lower + upper), <, 1e-9);
        g_assert_cmpfloat (fabs (turned_upper + lower), <, 1e-9);
      }
}

/* The test is blind to which arm is which, and to what is counted. */
static void
test_fisher (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1935);

  for (gsize run = 0; run < 1000; run++)
    {
      gint64 n1 = g_rand_int_range (random, 1, 200);
      gint64 n2 = g_rand_int_range (random, 1, 200);
      gint64 x1 = g_rand_int_range (random, 0, (gint32) n1 + 1);
      gint64 x2 = g_rand_int_range (random, 0, (gint32) n2 + 1);
      double p, turned, counted;

      g_assert_cmpint (rgm_fisher_exact (x1, n1, x2, n2, &p), ==, RGM_REASON_NONE);
      g_assert_cmpint (rgm_fisher_exact (x2, n2, x1, n1, &turned), ==, RGM_REASON_NONE);
      g_assert_cmpint (rgm_fisher_exact (n1 - x1, n1, n2 - x2, n2, &counted), ==, RGM_REASON_NONE);
      g_assert_true (p > 0.0 && p <= 1.0);
      reference_assert_near ("turned", run, turned, p, 1e-9, 0.0);
      reference_assert_near ("counted", run, counted, p, 1e-9, 0.0);
    }
}

/* As many patients as a data set may state: there the methods agree, and the exact test, which would take minutes, is refused. */
static void
test_large (void)
{
  const gint64 n = RGM_PROPORTION_MAX;
  double wald = 1.959963984540054 * sqrt (2.0 * 0.25 / (double) n);

  for (gsize i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      double lower, upper, p;

      g_assert_cmpint (intervals[i] (n / 2, n, n / 2, n, 0.95, &lower, &upper), ==, RGM_REASON_NONE);
      reference_assert_near ("lower", i, lower, -wald, 1e-6, 0.0);
      reference_assert_near ("upper", i, upper, wald, 1e-6, 0.0);
      g_assert_cmpint (rgm_fisher_exact (n / 2, n, 5, 10, &p), ==, RGM_REASON_RANGE);
      g_assert_cmpint (rgm_fisher_exact (5, 10, 5, RGM_FISHER_MAX, &p), ==, RGM_REASON_NONE);
    }
}

static void
test_range (void)
{
  const gint64 bad[][4] = {
    { -1, 5, 1, 5 }, { 6, 5, 1, 5 }, { 1, 0, 1, 5 }, { 1, 5, 1, 0 }, { 1, 5, 6, 5 }, { 1, G_MAXINT64, 1, 5 },
    { 1, 5, G_MININT64, 5 },
  };
  double lower, upper, p;

  for (gsize c = 0; c < G_N_ELEMENTS (bad); c++)
    {
      const gint64 *b = bad[c];

      for (gsize i = 0; i < G_N_ELEMENTS (intervals); i++)
        {
          g_assert_cmpint (intervals[i] (b[0], b[1], b[2], b[3], 0.95, &lower, &upper), ==, RGM_REASON_RANGE);
          g_assert_true (isnan (lower) && isnan (upper));
        }
      g_assert_cmpint (rgm_fisher_exact (b[0], b[1], b[2], b[3], &p), ==, RGM_REASON_RANGE);
      g_assert_true (isnan (p));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      g_assert_cmpint (intervals[i] (1, 5, 2, 5, 0.5, &lower, &upper), ==, RGM_REASON_RANGE);
      g_assert_cmpint (intervals[i] (1, 5, 2, 5, 1.0, &lower, &upper), ==, RGM_REASON_RANGE);
      g_assert_cmpint (intervals[i] (1, 5, 2, 5, NAN, &lower, &upper), ==, RGM_REASON_RANGE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/two-arms/reference", test_reference);
  g_test_add_func ("/two-arms/properties", test_properties);
  g_test_add_func ("/two-arms/fisher", test_fisher);
  g_test_add_func ("/two-arms/range", test_range);
  g_test_add_func ("/two-arms/large", test_large);

  return g_test_run ();
}
