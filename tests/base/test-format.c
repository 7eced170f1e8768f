/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>

#include "rgm-format.h"

typedef struct
{
  double      value;
  int         decimals;
  const char *expected;
} NumberCase;

static void
test_format_number (void)
{
  static const NumberCase cases[] = {
    { 45.28301886792453, 1, "45.3" },
    { 31.25, 1, "31.3" },       /* 5 of 16, as a source rounds it */
    { 37.65, 1, "37.7" },       /* the nearest double lies below the tie */
    { 2.5, 0, "3" },
    { 0.05, 1, "0.1" },
    { -1.25, 1, RGM_MINUS "1.3" },
    { -0.04, 1, "0.0" },        /* no minus sign on what is shown as zero */
    { 0.0, 2, "0.00" },
    { 100.0, 0, "100" },
    { 1e15, 0, "1000000000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = rgm_format_number (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_format_decimals (void)
{
  static const NumberCase cases[] = {
    { 45.3, 1 },
    { 7.53, 2 },
    { 38.0, 0 },
    { 24.87, 2 },
    { 0.1, 1 },
    { 1e-5, 5 },
    { 1.5e-5, 6 },
    { 1e-20, 15 },
    { 1e20, 0 },
    { 1.5e22, 0 },
  };
  /* What isn't zero isn't shown as zero. */
  static const NumberCase visible[] = {
    { 6.9, 1 },
    { 0.05, 1 },
    { 0.04, 2 },
    { -0.004, 3 },
    { 0.0, 1 },
    { 1e-300, 15 },
    { NAN, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rgm_format_decimals_of (cases[i].value), ==, cases[i].decimals);
  for (guint i = 0; i < G_N_ELEMENTS (visible); i++)
    g_assert_cmpint (rgm_format_visible_decimals (visible[i].value, 1), ==, visible[i].decimals);
}

static void
test_format_words (void)
{
  g_autofree char *interval = rgm_format_interval (31.6, 59.6, 1);
  g_autofree char *level = rgm_format_level (0.999);
  g_autofree char *whole_level = rgm_format_level (0.95);
  g_autofree char *high_level = rgm_format_level (0.9999999999999);
  g_autofree char *low_level = rgm_format_level (0.5);
  g_autofree char *small = rgm_format_p_value (0.00002);
  g_autofree char *large = rgm_format_p_value (0.0317);
  g_autofree char *months = rgm_format_with_unit (6.9, 1, "months");
  g_autofree char *month = rgm_format_with_unit (1.0, 0, "months");
  g_autofree char *percent = rgm_format_with_unit (45.3, 1, "%");
  g_autofree char *count = rgm_format_count_of (24, 53);

  g_assert_cmpstr (interval, ==, "31.6 to 59.6");
  g_assert_cmpstr (level, ==, "99.9%");
  g_assert_cmpstr (whole_level, ==, "95%");
  g_assert_cmpstr (high_level, ==, "99.99999999999%");
  g_assert_cmpstr (low_level, ==, "50%");
  g_assert_cmpstr (small, ==, "< 0.001");
  g_assert_cmpstr (large, ==, "= 0.032");
  g_assert_cmpstr (months, ==, "6.9" RGM_NO_BREAK_SPACE "months");
  g_assert_cmpstr (month, ==, "1" RGM_NO_BREAK_SPACE "month");
  g_assert_cmpstr (percent, ==, "45.3%");
  g_assert_cmpstr (count, ==, "24/53");
}

static void
test_format_date (void)
{
  GDate date;
  g_autofree char *text = NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 18, G_DATE_NOVEMBER, 2024);
  text = rgm_format_date (&date);

  g_assert_cmpstr (text, ==, "18 November 2024");
}

static void
test_format_german (void)
{
  g_autofree char *number = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 isn't on this machine");
      return;
    }

  number = rgm_format_number (-45.28, 1);
  setlocale (LC_NUMERIC, "C");

  g_assert_cmpstr (number, ==, RGM_MINUS "45,3");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/format/number", test_format_number);
  g_test_add_func ("/base/format/decimals", test_format_decimals);
  g_test_add_func ("/base/format/words", test_format_words);
  g_test_add_func ("/base/format/date", test_format_date);
  g_test_add_func ("/base/format/german", test_format_german);

  return g_test_run ();
}
