/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>
#include <string.h>

#include "rgm-faults.h"
#include "rgm-load.h"
#include "rgm-printed.h"
#include "rgm-printed-text.h"

#define NONE (-1)

static const RgmEndpoint rate = { "ORR", "Objective response rate", RGM_ENDPOINT_KIND_RATE, RGM_ENDPOINT_DOMAIN_EFFICACY };
static const RgmEndpoint median = { "PFS", "Progression-free survival", RGM_ENDPOINT_KIND_TIME, RGM_ENDPOINT_DOMAIN_EFFICACY };

static void
assert_bound (const RgmBound *bound,
              RgmState        state,
              double          value)
{
  g_assert_cmpint (bound->state, ==, state);
  if (state == RGM_STATE_REPORTED)
    g_assert_cmpfloat (bound->value, ==, value);
}

static void
test_rates (void)
{
  const struct
  {
    const char *text;
    gint64      n;            /* of the arm */
    double      value;
    gint64      responders;
    gint64      analysed;
    const char *derived;
    double      lower;
    double      upper;
    double      level;
  } cases[] = {
    { "8/27 (29.6%)", NONE, 29.6, 8, 27, NULL, NAN, NAN, 0 },
    { "8 of 27", NONE, 29.6, 8, 27, "value", NAN, NAN, 0 },
    { "8 out of 27 patients (30%)", NONE, 30, 8, 27, NULL, NAN, NAN, 0 },
    { "29.6%", 27, 29.6, 8, 27, "responders", NAN, NAN, 0 },
    { "29.6", 27, 29.6, 8, 27, "responders", NAN, NAN, 0 },
    { "29.6%", NONE, 29.6, NONE, NONE, NULL, NAN, NAN, 0 },
    { "29.5%", 27, 29.5, NONE, NONE, NULL, NAN, NAN, 0 },
    { "30%", 1000, 30, NONE, NONE, NULL, NAN, NAN, 0 },
    { "8 (29.6%)", 27, 29.6, 8, 27, "analysed", NAN, NAN, 0 },
    { "8 (29.6%)", NONE, 29.6, 8, NONE, NULL, NAN, NAN, 0 },
    { "29.6% (8/27)", NONE, 29.6, 8, 27, NULL, NAN, NAN, 0 },
    { "45.3% (95% CI, 31.6–59.6)", 53, 45.3, 24, 53, "responders", 31.6, 59.6, 0.95 },
    { "8/27 (29.6%; 90% CI 13.8 to 50.2)", NONE, 29.6, 8, 27, NULL, 13.8, 50.2, 0.9 },
    { "45.3 [31.6, 59.6]", NONE, 45.3, NONE, NONE, NULL, 31.6, 59.6, 0 },
    { "0/31", NONE, 0, 0, 31, "value", NAN, NAN, 0 },
    { "８／２７（２９．６％）", NONE, 29.6, 8, 27, NULL, NAN, NAN, 0 },
    { "8/27 (29.6%; 95% CI 13.8‒50.2).", NONE, 29.6, 8, 27, NULL, 13.8, 50.2, 0.95 },
    { "45.3% (31.6―59.6)", NONE, 45.3, NONE, NONE, NULL, 31.6, 59.6, 0 },
    { "8∕27", NONE, 29.6, 8, 27, "value", NAN, NAN, 0 },
    { "8⁄27 (29.6%)", NONE, 29.6, 8, 27, NULL, NAN, NAN, 0 },
    { ".5%", NONE, 0.5, NONE, NONE, NULL, NAN, NAN, 0 },
    { "·5% (.1, 2.9)", NONE, 0.5, NONE, NONE, NULL, .1, 2.9, 0 },
    { "45.3% (31.6%~59.6%)", NONE, 45.3, NONE, NONE, NULL, 31.6, 59.6, 0 },
    { "8/27 (29·6%; 95% CI 13·8–50·2)", NONE, 29.6, 8, 27, NULL, 13.8, 50.2, 0.95 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmPrinted) printed = rgm_printed_parse (cases[i].text, &rate, cases[i].n, &error);

      g_test_message ("%s: %s", cases[i].text, printed != NULL ? printed->understood : error->message);
      g_assert_no_error (error);
      g_assert_cmpfloat (printed->outcome->estimate.value, ==, cases[i].value);
      g_assert_cmpint (printed->outcome->responders, ==, cases[i].responders);
      g_assert_cmpint (printed->outcome->analysed, ==, cases[i].analysed);
      g_assert_cmpstr (printed->outcome->derived[0], ==, cases[i].derived);
      g_assert_cmpstr (printed->outcome->estimate.unit, ==, "%");
      g_assert_cmpstr (printed->outcome->estimate.published, ==, cases[i].text);
      g_assert_cmpfloat (printed->outcome->estimate.level, ==, cases[i].level);
      assert_bound (&printed->outcome->estimate.lower, isnan (cases[i].lower) ? RGM_STATE_NOT_REPORTED : RGM_STATE_REPORTED, cases[i].lower);
      assert_bound (&printed->outcome->estimate.upper, isnan (cases[i].upper) ? RGM_STATE_NOT_REPORTED : RGM_STATE_REPORTED, cases[i].upper);
      g_assert_cmpuint (strlen (printed->understood), >, 10);
    }
}

static void
test_medians (void)
{
  const RgmState given = RGM_STATE_REPORTED, none = RGM_STATE_NOT_REPORTED, not_reached = RGM_STATE_NOT_REACHED;
  const struct
  {
    const char  *text;
    RgmState     state;
    double       value;
    RgmState     lower_state;
    double       lower;
    RgmState     upper_state;
    double       upper;
    const char  *unit;
    RgmRelation  relation;
    gboolean     has_doubt;
  } cases[] = {
    { "6.9 (4.1–8.7)", given, 6.9, given, 4.1, given, 8.7, "months", RGM_RELATION_EQUAL, TRUE },
    { "6.9 [4.1 to 8.7] months", given, 6.9, given, 4.1, given, 8.7, "months", RGM_RELATION_EQUAL, FALSE },
    { "6.9 months (95% CI, 4.1-8.7)", given, 6.9, given, 4.1, given, 8.7, "months", RGM_RELATION_EQUAL, FALSE },
    { "NR (14.2–NR)", not_reached, 0, given, 14.2, not_reached, 0, "months", RGM_RELATION_EQUAL, TRUE },
    { "not reached (14.2 months–not reached)", not_reached, 0, given, 14.2, not_reached, 0, "months", RGM_RELATION_EQUAL, FALSE },
    { "10.6 mo (6.4–NE)", given, 10.6, given, 6.4, RGM_STATE_NOT_ESTIMABLE, 0, "months", RGM_RELATION_EQUAL, FALSE },
    { "17.2 weeks", given, 17.2, none, 0, none, 0, "weeks", RGM_RELATION_EQUAL, FALSE },
    { "17.2 (11.1 to 27.4) weeks", given, 17.2, given, 11.1, given, 27.4, "weeks", RGM_RELATION_EQUAL, FALSE },
    { "> 12 months", given, 12, none, 0, none, 0, "months", RGM_RELATION_ABOVE, FALSE },
    { "6.9 mos. (4.1‐8.7)", given, 6.9, given, 4.1, given, 8.7, "months", RGM_RELATION_EQUAL, FALSE },
    { "6.9 (4.1~8.7) months", given, 6.9, given, 4.1, given, 8.7, "months", RGM_RELATION_EQUAL, FALSE },
    { "6.9（4.1～8.7）months", given, 6.9, given, 4.1, given, 8.7, "months", RGM_RELATION_EQUAL, FALSE },
    { "NYR", not_reached, 0, none, 0, none, 0, "months", RGM_RELATION_EQUAL, FALSE },
    { "not yet reached (14.2 ~ NYR) months", not_reached, 0, given, 14.2, not_reached, 0, "months", RGM_RELATION_EQUAL, FALSE },
    { "not reported", none, 0, none, 0, none, 0, "months", RGM_RELATION_EQUAL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmPrinted) printed = rgm_printed_parse (cases[i].text, &median, NONE, &error);
      const RgmEstimate *estimate;

      g_test_message ("%s: %s", cases[i].text, printed != NULL ? printed->understood : error->message);
      g_assert_no_error (error);
      estimate = &printed->outcome->estimate;
      g_assert_cmpint (estimate->state, ==, cases[i].state);
      if (cases[i].state == given)
        g_assert_cmpfloat (estimate->value, ==, cases[i].value);
      else
        g_assert_true (isnan (estimate->value));
      assert_bound (&estimate->lower, cases[i].lower_state, cases[i].lower);
      assert_bound (&estimate->upper, cases[i].upper_state, cases[i].upper);
      g_assert_cmpstr (estimate->unit, ==, cases[i].unit);
      g_assert_cmpint (estimate->relation, ==, cases[i].relation);
      g_assert_cmpint (printed->doubt != NULL, ==, cases[i].has_doubt);
    }
}

static void
test_sentences (void)
{
  g_autoptr (RgmPrinted) counts = rgm_printed_parse ("8/27 (29.6%)", &rate, NONE, NULL);
  g_autoptr (RgmPrinted) derived = rgm_printed_parse ("29.6%", &rate, 27, NULL);
  g_autoptr (RgmPrinted) reached = rgm_printed_parse ("NR (14.2–NR) months", &median, NONE, NULL);

  g_assert_cmpstr (counts->understood, ==, "The rate is 29.6%. These are 8 of 27 patients.");
  g_assert_cmpstr (derived->understood, ==, "The rate is 29.6%. Only 8 of 27 patients gives this rate, so the count is derived.");
  g_assert_cmpstr (reached->understood, ==, "The median was not reached. The interval: 14.2" "\302\240" "months to not reached.");
}

static void
assert_refused (const char        *text,
                const RgmEndpoint *endpoint,
                const char        *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPrinted) printed = rgm_printed_parse (text, endpoint, NONE, &error);

  if (printed != NULL)
    g_error ("“%s” was understood: %s", text, printed->understood);
  if (strstr (error->message, part) == NULL)
    g_error ("%s: “%s” does not contain “%s”", text, error->message, part);
}

static void
test_refused (void)
{
  assert_refused ("", &rate, "no estimate");
  assert_refused ("about a third", &rate, "about a third");
  assert_refused ("(4.1–8.7)", &median, "no estimate");
  assert_refused ("NR", &median, "not reached");
  assert_refused ("NA", &median, "not reported");
  assert_refused ("n/a", &median, "not reported");
  assert_refused ("6.9 (range 1.2–9.9) months", &median, "range");
  assert_refused ("29.6%", &median, "time");
  assert_refused ("6,9 months", &median, "two numbers");
  assert_refused ("6.9 7.1 months", &median, "7.1");
  assert_refused ("29.6 months", &rate, "months");
  assert_refused ("24+ months", &median, "“> 24”");
  assert_refused ("10.6 (6.4–24+) months", &median, "“24+”");
  assert_refused ("~30%", &rate, "approximate");
  assert_refused ("≈ 30%", &rate, "approximate");
  assert_refused ("6.9 (~4.1–8.7) months", &median, "approximate");
  assert_refused ("1.2.3", &rate, ".3");
  assert_refused ("6.9,.5 months", &median, "5");
  assert_refused ("60/53", &rate, "than there are");
}

/* The locale's decimal mark, and the dot that papers print everywhere. */
static void
test_comma (void)
{
  g_autoptr (RgmPrinted) comma = NULL;
  g_autoptr (RgmPrinted) dot = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("The German locale is not there");
      return;
    }

  comma = rgm_printed_parse ("6,9 (4,1; 8,7) months", &median, NONE, NULL);
  dot = rgm_printed_parse ("6.9 (4.1–8.7) months", &median, NONE, NULL);
  g_assert_nonnull (comma);
  g_assert_nonnull (dot);
  g_assert_true (comma->outcome->estimate.value == 6.9 && dot->outcome->estimate.value == 6.9);
  g_assert_cmpfloat (comma->outcome->estimate.upper.value, ==, 8.7);
  g_assert_cmpfloat (dot->outcome->estimate.lower.value, ==, 4.1);
  assert_refused ("1.234 months", &median, "two numbers");
  setlocale (LC_NUMERIC, "C");
}

static void
assert_round_trip (RgmDataSet *data_set,
                   RgmArm     *arm,
                   RgmOutcome *outcome)
{
  g_autofree char *text = rgm_printed_compose (outcome);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPrinted) printed = rgm_printed_parse (text, rgm_data_set_find_endpoint (data_set, outcome->endpoint), NONE, &error);
  g_autoptr (RgmOutcome) revised = NULL;
  RgmOutcome fields;
  g_autoptr (RgmOutcome) expected = NULL;

  g_test_message ("%s %s: %s", arm->id, outcome->endpoint, text);
  g_assert_no_error (error);
  revised = rgm_printed_revise (outcome, printed->outcome);
  fields = *outcome;
  fields.estimate.published = text;
  expected = rgm_record_new (&rgm_outcome_description, &fields);
  g_assert_true (rgm_record_equal (&rgm_outcome_description, revised, expected));
}

/* Every result of the evidence, shown as text and typed again, is the same. */
static void
test_evidence (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "evidence", "her2-colorectal.json", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = NULL;
  guint n_outcomes = 0;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (data, size);
  data_set = rgm_load_bytes (bytes, "evidence", NULL, &faults, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < data_set->trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (data_set->trials, i);

      for (guint j = 0; j < trial->arms->len; j++)
        {
          RgmArm *arm = g_ptr_array_index (trial->arms, j);

          for (guint k = 0; k < arm->outcomes->len; k++, n_outcomes++)
            assert_round_trip (data_set, arm, g_ptr_array_index (arm->outcomes, k));
        }
    }

  g_assert_cmpuint (n_outcomes, >=, 50);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/printed/rates", test_rates);
  g_test_add_func ("/printed/medians", test_medians);
  g_test_add_func ("/printed/sentences", test_sentences);
  g_test_add_func ("/printed/refused", test_refused);
  g_test_add_func ("/printed/comma", test_comma);

  g_test_add_func ("/printed/evidence", test_evidence);

  return g_test_run ();
}
