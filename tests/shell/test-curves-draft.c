/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-curves-draft.h"

static RgmCurvesReading *
read_times (const char *text,
            const char *event,
            const char *unit)
{
  const RgmCurvesDraft draft = {
    .text = text, .source = "mine.csv", .columns = { .event = event }, .unit = unit, .patients = RGM_UNKNOWN_COUNT, .events = RGM_UNKNOWN_COUNT,
  };

  return rgm_curves_draft_read (&draft);
}

static RgmCurvesReading *
read_points (const char *text,
             const char *at_risk,
             gint64      patients,
             gint64      events)
{
  const RgmCurvesDraft draft = {
    .is_points = TRUE, .text = text, .at_risk = at_risk, .name = "A", .source = "mine.csv", .patients = patients, .events = events,
  };

  return rgm_curves_draft_read (&draft);
}

static void
test_times (void)
{
  g_autoptr (RgmCurvesReading) reading = read_times ("months;status;arm\n1,5;1;B\n2,5;0;A\n3;1;A\n;1;C\n", NULL, NULL);

  g_assert_null (reading->fault);
  g_assert_cmpstr (reading->groups->unit, ==, "months");
  g_assert_cmpstr (reading->groups->source, ==, "mine.csv");
  g_assert_cmpuint (reading->groups->names->len, ==, 2);
  g_assert_cmpuint (g_strv_length (reading->columns), ==, 3);
  g_assert_nonnull (strstr (reading->understood, "“months”"));
  g_assert_nonnull (strstr (reading->understood, "decimal commas"));
  g_assert_nonnull (strstr (reading->understood, "A: 2 patients, of whom 1 had the event."));
  g_assert_nonnull (strstr (reading->understood, "“C” was omitted"));
}

/* Of two readings a person chooses one, among what the column has. */
static void
test_question (void)
{
  static const char text[] = "time,status\n1,1\n2,2\n3,2\n";
  g_autoptr (RgmCurvesReading) asking = read_times (text, NULL, NULL);
  g_autoptr (RgmCurvesReading) told = read_times (text, "2", "days");
  g_autoptr (RgmCurvesReading) nothing = read_times ("a,b\n1,2\n", NULL, NULL);
  g_autoptr (RgmCurvesReading) blank = read_times (" \n", NULL, NULL);

  g_assert_null (asking->groups);
  g_assert_cmpint (asking->question, ==, RGM_TIMES_WHICH_EVENT);
  g_assert_null (strstr (asking->fault, "--"));
  g_assert_cmpuint (g_strv_length (asking->statuses), ==, 2);
  g_assert_nonnull (told->groups);
  g_assert_nonnull (strstr (told->understood, "3 patients, of whom 2 had the event."));
  g_assert_cmpstr (told->groups->unit, ==, "days");
  g_assert_cmpint (nothing->question, ==, RGM_TIMES_WHICH_TIME);
  g_assert_nonnull (blank->fault);
}

static void
test_points (void)
{
  static const char points[] = "0,100\n2,90\n4,81\n6,70\n8,62\n10,55\n";
  g_autoptr (RgmCurvesReading) reading = read_points (points, "0 100\n5 70\n10 40\n", RGM_UNKNOWN_COUNT, 40);
  g_autoptr (RgmCurvesReading) alone = read_points (points, "", 100, RGM_UNKNOWN_COUNT);
  g_autoptr (RgmCurvesReading) unknown = read_points (points, NULL, RGM_UNKNOWN_COUNT, RGM_UNKNOWN_COUNT);
  g_autoptr (RgmCurvesReading) rising = read_points (points, "0 50\n5 70\n", RGM_UNKNOWN_COUNT, RGM_UNKNOWN_COUNT);
  g_autoptr (RgmCurvesReading) words = read_points ("no numbers", NULL, 10, RGM_UNKNOWN_COUNT);

  g_assert_null (reading->fault);
  g_assert_cmpint (rgm_patient_groups_get_origin (reading->groups, 0), ==, RGM_TIMES_FROM_AT_RISK_AND_EVENTS);
  g_assert_cmpuint (reading->groups->points->len, ==, 6);
  g_assert_cmpuint (((RgmRebuiltCurve *) g_ptr_array_index (reading->rebuilt, 0))->result->at_risk->len, ==, 3);
  g_assert_nonnull (strstr (reading->understood, "6 points."));
  g_assert_nonnull (strstr (reading->understood, "Survival is in percent."));
  g_assert_nonnull (strstr (reading->understood, "A: 100 patients, of whom 40 had the event."));
  g_assert_nonnull (strstr (alone->understood, "A: 100 patients."));
  g_assert_null (strstr (alone->understood, "of whom"));
  g_assert_null (unknown->groups);
  g_assert_nonnull (strstr (unknown->fault, "number of patients"));
  g_assert_nonnull (strstr (rising->fault, "cannot increase"));
  g_assert_null (words->groups);
  g_assert_nonnull (words->fault);
}

/* All curves of a text, each with its own numbers at risk; what is typed for one curve is none for each. */
static void
test_several (void)
{
  static const char points[] = "One,,Two,\nX,Y,X,Y\n0,1,0,1\n2,0.9,3,0.8\n4,0.8,6,0.5\n";
  static const char at_risk[] = "time,number,arm\n0,50,One\n0,40,Two\n4,30,One\n4,20,Two\n";
  RgmCurvesDraft draft = {
    .is_points = TRUE, .text = points, .at_risk = at_risk, .source = "mine.csv", .patients = RGM_UNKNOWN_COUNT, .events = RGM_UNKNOWN_COUNT,
  };
  g_autoptr (RgmCurvesReading) both = rgm_curves_draft_read (&draft);
  g_autoptr (RgmCurvesReading) one = NULL;
  g_autoptr (RgmCurvesReading) typed = NULL;
  g_autoptr (RgmCurvesReading) unnamed = NULL;

  g_assert_cmpstr (both->fault, ==, NULL);
  g_assert_cmpuint (both->groups->names->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (both->groups->names, 1), ==, "Two");
  g_assert_nonnull (strstr (both->understood, "One: 50 patients"));
  g_assert_nonnull (strstr (both->understood, "Two: 40 patients"));

  draft.name = "Two";
  one = rgm_curves_draft_read (&draft);
  g_assert_cmpuint (one->groups->names->len, ==, 1);
  g_assert_nonnull (strstr (one->understood, "Two: 40 patients"));

  draft.name = NULL;
  draft.events = 10;
  typed = rgm_curves_draft_read (&draft);
  g_assert_null (typed->groups);
  g_assert_nonnull (strstr (typed->fault, "several curves"));

  draft.events = RGM_UNKNOWN_COUNT;
  draft.at_risk = "0,50\n4,30\n";
  unnamed = rgm_curves_draft_read (&draft);
  g_assert_nonnull (strstr (unnamed->fault, "“arm”"));
}

/* Whatever is pasted, it is understood or said to be no curve. */
static void
test_any_text (void)
{
  static const char letters[] = "0123456789.,;\t\n -e\"#%time status arm{}";
  g_autoptr (GRand) random = g_rand_new_with_seed (41);

  for (guint run = 0; run < 3000; run++)
    {
      char text[120];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof text - 1);

      for (gsize i = 0; i < length; i++)
        text[i] = letters[g_rand_int_range (random, 0, sizeof letters - 1)];
      text[length] = '\0';
      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (RgmCurvesReading) reading = i == 0 ? read_times (text, NULL, NULL) : read_points (text, NULL, 20, 5);

          g_assert_true ((reading->groups != NULL) != (reading->fault != NULL));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shell/curves-draft/times", test_times);
  g_test_add_func ("/shell/curves-draft/question", test_question);
  g_test_add_func ("/shell/curves-draft/points", test_points);
  g_test_add_func ("/shell/curves-draft/several", test_several);
  g_test_add_func ("/shell/curves-draft/any-text", test_any_text);

  return g_test_run ();
}
