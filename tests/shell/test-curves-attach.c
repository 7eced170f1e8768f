/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-arm-curve.h"
#include "rgm-curves-attach.h"
#include "rgm-load.h"

static const RgmPublishedCurve *
find_curve (RgmDataSet *data_set,
            const char *arm,
            const char *endpoint)
{
  return rgm_arm_find_curve (rgm_data_set_find_arm (data_set, arm, NULL), endpoint);
}

static RgmCurvesReading *
read_two (gboolean is_points)
{
  const RgmCurvesDraft draft = {
    .is_points = is_points,
    .text = is_points ? "One,,Two,\nX,Y,X,Y\n-0.01,100.3,0,100\n2,90,3,80\n4,80,6,50\n"
                      : "months,status,arm\n1.5,1,One\n2.5,0,One\n3,1,Two\n",
    .at_risk = is_points ? "time,number,arm\n0,50,One\n0,40,Two\n4,30,One\n4,20,Two\n" : NULL,
    .source = "mine.csv", .patients = RGM_UNKNOWN_COUNT, .events = RGM_UNKNOWN_COUNT,
  };

  return rgm_curves_draft_read (&draft);
}

static RgmDataSet *
load (void)
{
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set = rgm_load_embedded (NULL, NULL, &error);

  g_assert_no_error (error);

  return data_set;
}

static void
test_attached (gconstpointer data)
{
  gboolean is_points = GPOINTER_TO_INT (data);
  g_autoptr (RgmDataSet) data_set = load ();
  RgmTrial *trial = rgm_data_set_find_trial (data_set, "destiny-crc01");
  const char *arm = ((RgmArm *) g_ptr_array_index (trial->arms, 0))->id;
  g_autoptr (RgmCurvesReading) reading = read_two (is_points);
  g_autoptr (GPtrArray) arms = g_ptr_array_new ();
  RgmCurvesTarget target = {
    .trial = trial->id, .endpoint = "PFS", .arms = arms, .citation = "Somebody 2024, a journal", .location = "Figure 2A",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = NULL;
  g_autoptr (RgmDataSet) again = NULL;
  const RgmPublishedCurve *curve;
  const RgmCitationRef *citation;

  g_assert_cmpstr (reading->fault, ==, NULL);
  g_ptr_array_add (arms, (gpointer) arm);
  g_ptr_array_add (arms, NULL);
  revision = rgm_curves_attach (data_set, reading, &target, &error);
  g_assert_no_error (error);

  g_assert_null (find_curve (data_set, arm, "PFS"));
  curve = find_curve (revision, arm, "PFS");
  g_assert_nonnull (curve);
  g_assert_cmpstr (curve->unit, ==, "months");
  g_assert_cmpuint (curve->times->len, ==, is_points ? 0 : 2);
  g_assert_cmpuint (curve->points->len, ==, is_points ? 3 : 0);
  g_assert_cmpuint (curve->at_risk->len, ==, is_points ? 2 : 0);
  g_assert_cmpint (curve->events, ==, -1);
  citation = g_ptr_array_index (curve->citations, 0);
  g_assert_cmpstr (citation->location, ==, "Figure 2A");
  g_assert_cmpstr (rgm_data_set_find_source (revision, citation->source)->citation, ==, "Somebody 2024, a journal");
  g_assert_cmpuint (revision->sources->len, ==, data_set->sources->len + 1);

  /* Another curve for the endpoint takes its place. */
  arms->pdata[0] = NULL;
  arms->pdata[1] = (gpointer) arm;
  target.source = citation->source;
  again = rgm_curves_attach (revision, reading, &target, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rgm_data_set_find_arm (again, arm, NULL)->curves->len, ==, 1);
  g_assert_cmpuint (find_curve (again, arm, "PFS")->times->len, ==, is_points ? 0 : 1);
  g_assert_cmpuint (again->sources->len, ==, revision->sources->len);
}

static void
test_gone (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  g_autoptr (RgmCurvesReading) reading = read_two (FALSE);
  g_autoptr (GPtrArray) arms = g_ptr_array_new ();
  const RgmCurvesTarget target = {
    .trial = "destiny-crc01", .endpoint = "PFS", .arms = arms, .citation = "Somebody 2024", .location = "Figure 2A",
  };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (arms, (gpointer) "destiny-crc01:no-arm");
  g_ptr_array_add (arms, NULL);
  g_assert_null (rgm_curves_attach (data_set, reading, &target, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "arm"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/shell/curves-attach/times", GINT_TO_POINTER (FALSE), test_attached);
  g_test_add_data_func ("/shell/curves-attach/points", GINT_TO_POINTER (TRUE), test_attached);
  g_test_add_func ("/shell/curves-attach/gone", test_gone);

  return g_test_run ();
}
