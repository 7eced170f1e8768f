/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "reference-table.h"
#include "rgm-beta.h"
#include "rgm-proportion.h"

static const struct
{
  RgmProportionMethod method;
  const char *name;
  const char *lower;
  const char *upper;
} methods[] = {
  { RGM_PROPORTION_CLOPPER_PEARSON, "clopper-pearson", "cp_lower", "cp_upper" },
  { RGM_PROPORTION_WILSON, "wilson", "wilson_lower", "wilson_upper" },
  { RGM_PROPORTION_AGRESTI_COULL, "agresti-coull", "ac_lower", "ac_upper" },
  { RGM_PROPORTION_JEFFREYS, "jeffreys", "jeffreys_lower", "jeffreys_upper" },
};

static void
interval (gsize   method,
          gint64  x,
          gint64  n,
          double  level,
          double *lower,
          double *upper)
{
  g_assert_cmpint (rgm_proportion_interval (methods[method].method, x, n, level, lower, upper), ==, RGM_REASON_NONE);
}

/* R's own Wilson interval is a difference that loses digits next to 0; ours doesn't, so
 * that next to 0 the two agree absolutely only. The same for Agresti and Coull's in
 * both programs. */
static void
test_reference (void)
{
  g_autoptr (ReferenceTable) table = reference_table_load ("stats/proportion.csv");

  for (gsize row = 0; row < reference_table_rows (table); row++)
    for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
      {
        gint64 x = (gint64) reference_table_value (table, row, "x");
        gint64 n = (gint64) reference_table_value (table, row, "n");
        double level = reference_table_value (table, row, "level");
        double absolute = i == 1 || i == 2 ? 1e-16 : 0.0;
        double lower, upper;

        interval (i, x, n, level, &lower, &upper);
        reference_assert_near (methods[i].lower, row, lower, reference_table_value (table, row, methods[i].lower),
                               1e-8, absolute);
        reference_assert_near (methods[i].upper, row, upper, reference_table_value (table, row, methods[i].upper),
                               1e-8, absolute);
      }
}

static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1927);

  for (gsize run = 0; run < 2000; run++)
    for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
      {
        gint64 n = 1 + (gint64) exp (g_rand_double_range (random, 0.0, log (1e5)));
        gint64 x = (gint64) ((double) (n + 1) * g_rand_double (random));
        double level = g_rand_double_range (random, 0.51, 0.99);
        double rate = (double) x / (double) n;
        double lower, upper, lower_wide, upper_wide, lower_mirror, upper_mirror;

        interval (i, x, n, level, &lower, &upper);
        interval (i, x, n, level + 0.009, &lower_wide, &upper_wide);
        interval (i, n - x, n, level, &lower_mirror, &upper_mirror);

        g_assert_cmpfloat (lower, >=, 0.0);
        g_assert_cmpfloat (upper, <=, 1.0);
        g_assert_cmpfloat (lower, <=, rate);
        g_assert_cmpfloat (upper, >=, rate);
        g_assert_true (lower_wide < lower || lower == 0.0);
        g_assert_true (upper_wide > upper || upper == 1.0);
        g_assert_cmpfloat (fabs (lower + upper_mirror - 1.0), <, 1e-10);
        g_assert_cmpfloat (fabs (upper + lower_mirror - 1.0), <, 1e-10);
      }
}

/* Every bound of the exact interval has its tail, by GSL's distribution function, wherever
 * x lies in an n that GSL can take: the search ends, and at the right place. */
static void
test_inversion (void)
{
  const double levels[] = { 0.500001, 0.8, 0.95, 0.99999 };
  const gint64 sizes[] = { 1, 2, 17, 1000, 99991, 999983, 1000000 };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (gsize l = 0; l < G_N_ELEMENTS (levels); l++)
      for (gint64 x = 0; x <= sizes[s]; x += 1 + sizes[s] / 150 + (x > 40) * sizes[s] / 70)
        {
          double tail = (1.0 - levels[l]) / 2.0, n = (double) sizes[s], lower, upper;

          interval (0, x, sizes[s], levels[l], &lower, &upper);
          if (x > 0)
            reference_assert_near ("lower", (gsize) x, gsl_cdf_beta_P (lower, (double) x, n - (double) x + 1.0),
                                   tail, 1e-8, 0.0);
          if (x < sizes[s])
            reference_assert_near ("upper", (gsize) x, gsl_cdf_beta_Q (upper, (double) x + 1.0, n - (double) x),
                                   tail, 1e-8, 0.0);
        }
}

/* The same in the largest n, by our own function, as near as bounds next to 1 can be written
 * down; the reference table has some of these bounds. */
static void
test_largest (void)
{
  const double n = (double) RGM_PROPORTION_MAX;
  const gint64 step = RGM_PROPORTION_MAX / 7;

  for (gint64 x = 0; x <= RGM_PROPORTION_MAX; x += x < 4 ? 1 : step)
    {
      double lower, upper;

      interval (0, x, RGM_PROPORTION_MAX, 0.95, &lower, &upper);
      if (x > 0)
        reference_assert_near ("lower", (gsize) x, rgm_beta_tail (lower, (double) x, n - (double) x + 1.0, FALSE), 0.025, 1e-6, 0.0);
      if (x < RGM_PROPORTION_MAX)
        reference_assert_near ("upper", (gsize) x, rgm_beta_tail (upper, (double) x + 1.0, n - (double) x, TRUE), 0.025, 1e-6, 0.0);
    }
}

/* Where the bounds are powers and can be written down. */
static void
test_closed_forms (void)
{
  double lower, upper;

  interval (0, 0, 1000000, 0.95, &lower, &upper);
  g_assert_cmpfloat (lower, ==, 0.0);
  reference_assert_near ("upper", 0, upper, -expm1 (log (0.025) / 1e6), 1e-11, 0.0);

  interval (0, 1000000, 1000000, 0.95, &lower, &upper);
  g_assert_cmpfloat (upper, ==, 1.0);
  reference_assert_near ("lower", 0, lower, exp (log (0.025) / 1e6), 1e-14, 0.0);

  interval (0, 1, 1, 0.9, &lower, &upper);
  reference_assert_near ("lower", 0, lower, 0.05, 1e-14, 0.0);

  interval (3, 0, 5, 0.95, &lower, &upper);
  g_assert_cmpfloat (lower, ==, 0.0);
  interval (3, 5, 5, 0.95, &lower, &upper);
  g_assert_cmpfloat (upper, ==, 1.0);
}

static void
test_range (void)
{
  const struct
  {
    gint64 x;
    gint64 n;
    double level;
  } cases[] = {
    { 0, 0, 0.95 }, { -1, 5, 0.95 }, { 6, 5, 0.95 }, { 1, -5, 0.95 }, { 1, RGM_PROPORTION_MAX + 1, 0.95 },
    { 1, 5, 0.5 }, { 1, 5, 1.0 }, { 1, 5, 0.0 }, { 1, 5, 95.0 }, { 1, 5, NAN }, { 1, 5, INFINITY },
    { G_MININT64, G_MAXINT64, 0.95 }, { 1, G_MAXINT64, 0.95 },
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
      {
        double lower = 0.0, upper = 0.0;

        g_assert_cmpint (rgm_proportion_interval (methods[i].method, cases[c].x, cases[c].n, cases[c].level,
                                                  &lower, &upper), ==, RGM_REASON_RANGE);
        g_assert_true (isnan (lower) && isnan (upper));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/proportion/reference", test_reference);
  g_test_add_func ("/proportion/properties", test_properties);
  g_test_add_func ("/proportion/inversion", test_inversion);
  g_test_add_func ("/proportion/largest", test_largest);
  g_test_add_func ("/proportion/closed-forms", test_closed_forms);
  g_test_add_func ("/proportion/range", test_range);

  return g_test_run ();
}
