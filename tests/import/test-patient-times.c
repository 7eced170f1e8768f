/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-error.h"
#include "rgm-patient-times.h"

static RgmPatientTimes *
read_times (const char                    *text,
            const RgmPatientTimesOptions  *options,
            GError                       **error)
{
  const RgmPatientTimesOptions none = { NULL, NULL, NULL, NULL };
  g_autoptr (RgmCsv) csv = rgm_csv_parse (text, strlen (text), error);

  g_assert_nonnull (csv);

  return rgm_patient_times_read (csv, options != NULL ? options : &none, NULL, error);
}

/* Time, + for a censored one, and the group, in the order of the rows. */
static char *
describe (const RgmPatientTimes *times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times->patients->len; i++)
    {
      const RgmPatientTime *patient = &g_array_index (times->patients, RgmPatientTime, i);

      g_string_append_printf (text, "%s%g%s%s%s", i > 0 ? " " : "", patient->time, patient->event ? "" : "+",
                              times->groups->len > 0 ? ":" : "",
                              times->groups->len > 0 ? (const char *) g_ptr_array_index (times->groups, patient->group) : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_recognised (void)
{
  const struct
  {
    const char *text;
    const char *patients;
    const char *unit;
  } cases[] = {
    { "time,status,group\n5,1,B\n6,0,A\n", "5:B 6+:A", NULL },
    { "arm;event;months\nB;1;5,5\nA;0;6\n", "5.5:B 6+:A", "months" },
    { "OS_MONTHS\tOS_STATUS\n5\t1:DECEASED\n6\t0:LIVING\n", "5 6+", "months" },
    { "Follow-up (days),dead,trt\n5,TRUE,1\n6,false,2\n7,Yes,10\n", "5:1 6+:2 7:10", "days" },
    { "\"\",\"time\",\"event\"\n\"1\",\"0\",\"0\"\n", "0+", NULL },
    { "time,censored\n5,1\n6,0\n", "5+ 6", NULL },
    { "time,os_time,status\n5,9,1\n", "5", NULL },
    { "weeks,vital status\n5,dead\n6,alive\n", "5 6+", "weeks" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmPatientTimes) times = read_times (cases[i].text, NULL, &error);
      g_autofree char *patients = NULL;

      g_assert_no_error (error);
      patients = describe (times);
      g_assert_cmpstr (patients, ==, cases[i].patients);
      g_assert_cmpstr (times->unit, ==, cases[i].unit);
      g_assert_cmpuint (times->remarks->len, ==, 0);
    }
}

/* What could be read in two ways is asked about, and the message names the option. */
static void
test_asked (void)
{
  const struct
  {
    const char *text;
    const char *option;
  } cases[] = {
    { "time,status\n5,1\n6,2\n", "--event" },
    { "time,status\n5,2\n6,2\n", "--event" },
    { "time,status\n5,0\n6,1\n7,2\n", "--event" },
    { "time,status\n5,foo\n6,bar\n", "--event" },
    { "os_time,pfs_time,status\n5,4,1\n", "--time" },
    { "time,os_status,pfs_status\n5,1,1\n", "--status" },
    { "time,status,arm,cohort\n5,1,a,b\n", "--group" },
    { "x,status\n5,1\n", "--time" },
    { "time,x\n5,1\n", "--status" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_times (cases[i].text, NULL, &error));
      g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
      g_assert_nonnull (strstr (error->message, cases[i].option));
    }
}

static void
test_told (void)
{
  const RgmPatientTimesOptions two = { NULL, NULL, "2", NULL };
  const RgmPatientTimesOptions columns = { "pfs", "x", "1.0", "sex" };
  const RgmPatientTimesOptions unknown = { NULL, NULL, NULL, "nowhere" };
  const RgmPatientTimesOptions nobody = { NULL, NULL, "3", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPatientTimes) one = read_times ("time,status\n5,1\n6,2\n", &two, &error);
  g_autoptr (RgmPatientTimes) other = NULL;
  g_autoptr (RgmPatientTimes) none = NULL;
  g_autofree char *first = NULL, *second = NULL;

  g_assert_no_error (error);
  first = describe (one);
  g_assert_cmpstr (first, ==, "5+ 6");
  other = read_times ("pfs,x,sex,time\n5,1,m,1\n6,7,f,1\n", &columns, &error);
  g_assert_no_error (error);
  second = describe (other);
  g_assert_cmpstr (second, ==, "5:m 6+:f");

  none = read_times ("time,status\n5,1\n6,2\n", &nobody, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->remarks->len, ==, 1);

  g_assert_null (read_times ("time,status\n5,1\n", &unknown, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
  g_assert_nonnull (strstr (error->message, "nowhere"));
}

/* What is missing is left out and counted; what can't be read is a fault with its place. */
static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPatientTimes) times = read_times ("time,status,group\n5,1,A\nNA,1,A\n6,,A\n7,0\n8,0,B\n", NULL, &error);
  g_autofree char *patients = NULL;

  g_assert_no_error (error);
  patients = describe (times);
  g_assert_cmpstr (patients, ==, "5:A 8+:B");
  g_assert_cmpuint (times->n_unknown, ==, 3);
  g_assert_nonnull (strstr (g_ptr_array_index (times->remarks, 0), "line 3"));

  g_assert_null (read_times ("time,status\n5,1\n-1,0\n", NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "line 3"));
  g_clear_error (&error);
  g_assert_null (read_times ("time,status\n5,1\nsoon,0\n", NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_null (read_times ("time,status\nNA,1\n", NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_null (read_times ("time,status\n", NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/patient-times/recognised", test_recognised);
  g_test_add_func ("/patient-times/asked", test_asked);
  g_test_add_func ("/patient-times/told", test_told);
  g_test_add_func ("/patient-times/missing", test_missing);

  return g_test_run ();
}
