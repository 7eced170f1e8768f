/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-format.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"

#define NBSP RGM_NO_BREAK_SPACE

static void
test_values (void)
{
  const struct
  {
    RgmEstimate  estimate;
    const char  *words;
  } cases[] = {
    { { .value = 45.3, .unit = "%" }, "45.3%" },
    { { .value = 7.0, .unit = "months", .published = "7.0 (4.1 to 8.7) months" }, "7.0" NBSP "months" },
    { { .value = 7.0, .unit = "months", .published = "17.0 to 7 months" }, "7" NBSP "months" },
    { { .value = 80.0, .unit = "%", .relation = RGM_RELATION_ABOVE }, ">" NBSP "80%" },
    { { .state = RGM_STATE_NOT_REPORTED, .unit = "%" }, "not reported" },
    { { .state = RGM_STATE_NOT_REACHED, .unit = "months" }, "not reached" },
    { { .state = RGM_STATE_NOT_ESTIMABLE, .unit = "months" }, "not estimable" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rgm_value_text_value (&cases[i].estimate);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_intervals (void)
{
  RgmEstimate estimate = {
    .value = 6.9,
    .lower = { RGM_STATE_REPORTED, 4.0 },
    .upper = { RGM_STATE_NOT_REACHED, 0.0 },
    .level = 0.95,
    .unit = "months",
    .published = "6.9 (4.0 to not reached)",
  };
  g_autofree char *named = rgm_value_text_interval (&estimate);
  g_autofree char *unnamed = NULL;

  g_assert_cmpstr (named, ==, "95% CI 4.0 to not reached");

  estimate.level = 0.0;
  unnamed = rgm_value_text_interval (&estimate);
  g_assert_cmpstr (unnamed, ==, "interval 4.0 to not reached");

  estimate.lower.state = estimate.upper.state = RGM_STATE_NOT_REPORTED;
  g_assert_null (rgm_value_text_interval (&estimate));
}

static void
test_months (void)
{
  RgmEstimate estimate = {
    .value = 17.0,
    .lower = { RGM_STATE_REPORTED, 11.0 },
    .upper = { RGM_STATE_REPORTED, 26.0 },
    .unit = "weeks",
  };
  g_autofree char *words = rgm_value_text_months (&estimate);

  g_assert_cmpstr (words, ==, "3.9" NBSP "months (2.5 to 6.0)");

  estimate.unit = "months";
  g_assert_null (rgm_value_text_months (&estimate));
}

static void
test_outcome (void)
{
  char *derived[] = { (char *) "responders", NULL };
  const RgmOutcome parts = {
    .endpoint = "ORR",
    .estimate = {
      .value = 45.3,
      .lower = { RGM_STATE_REPORTED, 31.6 },
      .upper = { RGM_STATE_REPORTED, 59.6 },
      .level = 0.95,
      .unit = "%",
    },
    .responders = 24,
    .analysed = 53,
    .derived = derived,
  };
  g_autoptr (RgmOutcome) outcome = rgm_record_new (&rgm_outcome_description, &parts);
  g_autofree char *words = rgm_value_text_outcome (outcome);

  g_assert_cmpstr (words, ==, "45.3%, 24 of 53 (back-calculated), published 95% CI 31.6 to 59.6");
}

static void
test_topics (void)
{
  static const char * const topics[][2] = { { "design", "Design" }, { "HER2-low", "HER2-low" }, { "études", "Études" }, { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *heading = rgm_term_topic (topics[i][0]);

      g_assert_cmpstr (heading, ==, topics[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wording/values", test_values);
  g_test_add_func ("/wording/intervals", test_intervals);
  g_test_add_func ("/wording/months", test_months);
  g_test_add_func ("/wording/outcome", test_outcome);
  g_test_add_func ("/wording/topics", test_topics);

  return g_test_run ();
}
