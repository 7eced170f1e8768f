/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-enum.h"
#include "rgm-unit.h"

static void
test_nicks_and_values_go_both_ways (void)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (RGM_TYPE_UNIT);
  const char * const *nicks = rgm_enum_get_nicks (RGM_TYPE_UNIT);

  g_assert_cmpuint (g_strv_length ((char **) nicks), ==, class->n_values);
  for (guint i = 0; i < class->n_values; i++)
    {
      g_assert_cmpstr (class->values[i].value_nick, ==, nicks[i]);
      g_assert_cmpint (rgm_enum_find (RGM_TYPE_UNIT, nicks[i]), ==, class->values[i].value);
      g_assert_cmpstr (rgm_enum_get_nick (RGM_TYPE_UNIT, class->values[i].value), ==, nicks[i]);
    }
}

static void
test_values_are_ranks (void)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (RGM_TYPE_UNIT);

  for (guint i = 1; i < class->n_values; i++)
    g_assert_cmpint (class->values[i - 1].value, <, class->values[i].value);
}

static void
test_unknown_terms_have_no_value (void)
{
  g_assert_cmpint (rgm_enum_find (RGM_TYPE_UNIT, "fortnights"), ==, -1);
  g_assert_cmpint (rgm_enum_find (RGM_TYPE_UNIT, "Months"), ==, -1);
  g_assert_cmpint (rgm_enum_find (RGM_TYPE_UNIT, NULL), ==, -1);
  g_assert_null (rgm_enum_get_nick (RGM_TYPE_UNIT, 99));
  g_assert_null (rgm_enum_get_label (RGM_TYPE_UNIT, -1));
}

static void
test_a_term_without_a_label_shows_its_nick (void)
{
  g_assert_cmpstr (rgm_enum_get_label (RGM_TYPE_UNIT, RGM_UNIT_WEEKS), ==, "weeks");
}

static void
test_lengths_of_units (void)
{
  g_assert_cmpfloat (rgm_unit_get_months (RGM_UNIT_YEARS), ==, 12.0);
  g_assert_cmpfloat (rgm_unit_get_months (RGM_UNIT_MONTHS), ==, 1.0);
  g_assert_cmpfloat (rgm_unit_get_months (RGM_UNIT_WEEKS), ==, 7.0 / 30.4375);
  g_assert_cmpfloat (rgm_unit_get_months (RGM_UNIT_DAYS), ==, 1.0 / 30.4375);
  g_assert_cmpfloat (rgm_unit_get_months (RGM_UNIT_PERCENT), ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/enum/both-ways", test_nicks_and_values_go_both_ways);
  g_test_add_func ("/base/enum/ranks", test_values_are_ranks);
  g_test_add_func ("/base/enum/unknown", test_unknown_terms_have_no_value);
  g_test_add_func ("/base/enum/no-label", test_a_term_without_a_label_shows_its_nick);
  g_test_add_func ("/base/unit/lengths", test_lengths_of_units);

  return g_test_run ();
}
