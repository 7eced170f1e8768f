/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-estimate.h"

static void
test_nicks (void)
{
  for (int i = RGM_STATE_REPORTED; i <= RGM_STATE_NOT_ESTIMABLE; i++)
    g_assert_cmpint (rgm_enum_find (RGM_TYPE_STATE, rgm_enum_get_nick (RGM_TYPE_STATE, i)), ==, i);
  for (int i = RGM_RELATION_EQUAL; i <= RGM_RELATION_AT_MOST; i++)
    g_assert_cmpint (rgm_enum_find (RGM_TYPE_RELATION, rgm_enum_get_nick (RGM_TYPE_RELATION, i)), ==, i);
  g_assert_cmpint (rgm_enum_find (RGM_TYPE_STATE, "NR"), ==, -1);
  g_assert_cmpint (rgm_enum_find (RGM_TYPE_RELATION, "=="), ==, -1);
}

static void
test_months (void)
{
  const struct
  {
    const char *unit;
    double      value;
    double      months;
  } cases[] = {
    { "months", 6.9, 6.9 },
    { "weeks", 17.0, 17.0 * 7.0 / 30.4375 },
    { "days", 30.4375, 1.0 },
    { "years", 6.7, 80.4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RgmEstimate estimate = {
        .state = RGM_STATE_REPORTED,
        .value = cases[i].value,
        .lower = { RGM_STATE_REPORTED, cases[i].value / 2.0 },
        .upper = { RGM_STATE_NOT_REACHED, 0.0 },
        .unit = cases[i].unit,
      };
      RgmBound lower, upper;
      double value;

      g_assert_true (rgm_estimate_to_months (&estimate, &value, &lower, &upper));
      g_assert_cmpfloat_with_epsilon (value, cases[i].months, 1e-12);
      g_assert_cmpfloat_with_epsilon (lower.value, cases[i].months / 2.0, 1e-12);
      g_assert_cmpint (upper.state, ==, RGM_STATE_NOT_REACHED);
    }
}

static void
test_what_has_no_months (void)
{
  RgmEstimate rate = { .state = RGM_STATE_REPORTED, .value = 45.3, .unit = "%" };
  RgmEstimate missing = { .state = RGM_STATE_NOT_REPORTED, .unit = "months" };
  RgmBound lower, upper;
  double value;

  g_assert_false (rgm_estimate_to_months (&rate, &value, &lower, &upper));
  g_assert_false (rgm_estimate_to_months (&missing, &value, &lower, &upper));
}

static void
test_interval (void)
{
  RgmEstimate none = { .lower = { RGM_STATE_NOT_REPORTED, 0 }, .upper = { RGM_STATE_NOT_REPORTED, 0 } };
  RgmEstimate open = { .lower = { RGM_STATE_REPORTED, 1 }, .upper = { RGM_STATE_NOT_ESTIMABLE, 0 } };

  g_assert_false (rgm_estimate_has_interval (&none));
  g_assert_true (rgm_estimate_has_interval (&open));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/estimate/nicks", test_nicks);
  g_test_add_func ("/estimate/months", test_months);
  g_test_add_func ("/estimate/what-has-no-months", test_what_has_no_months);
  g_test_add_func ("/estimate/interval", test_interval);

  return g_test_run ();
}
