/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-doubts.h"
#include "rgm-edit.h"
#include "rgm-faults.h"
#include "rgm-load.h"
#include "rgm-printed.h"

static RgmDataSet *
load_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "load", "sample.json", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (data, size);
  data_set = rgm_load_bytes (bytes, "sample", NULL, &faults, &error);
  g_assert_no_error (error);

  return data_set;
}

static gboolean
has_doubt (GPtrArray  *doubts,
           const char *path,
           const char *part)
{
  for (guint i = 0; i < doubts->len; i++)
    {
      const RgmDoubt *doubt = g_ptr_array_index (doubts, i);

      g_test_message ("%s: %s", doubt->path, doubt->text);
      if (g_str_equal (doubt->path, path) && strstr (doubt->text, part) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Puts an outcome as it is typed in the place of one, or after all. */
static RgmDataSet *
set_outcome (RgmDataSet *data_set,
             const char *path,
             const char *endpoint,
             const char *text)
{
  g_autofree char *list = g_strdup ("trials/first/arms/first:onemab/outcomes");
  RgmArm *arm = rgm_data_set_find_arm (data_set, "first:onemab", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPrinted) printed = rgm_printed_parse (text, rgm_data_set_find_endpoint (data_set, endpoint), arm->n, &error);
  g_autoptr (RgmOutcome) outcome = NULL;
  RgmOutcome fields;
  RgmDataSet *revision;

  g_assert_no_error (error);
  fields = *printed->outcome;
  fields.citations = ((RgmOutcome *) g_ptr_array_index (arm->outcomes, 0))->citations;
  outcome = rgm_record_new (&rgm_outcome_description, &fields);
  revision = path != NULL ? rgm_edit_set_record (data_set, path, outcome, &error) : rgm_edit_add (data_set, list, outcome, -1, &error);
  g_assert_no_error (error);

  return revision;
}

#define FIRST_OUTCOME "trials/first/arms/first:onemab/outcomes/0"
#define OUTCOMES "trials/first/arms/first:onemab/outcomes"

static void
test_results (void)
{
  const struct
  {
    const char *text;
    const char *doubt;   /* NULL where there is none */
  } cases[] = {
    { "45.3% (31.6–59.6)", NULL },
    { "24/53 (45.3%; 95% CI 31.6–59.6)", NULL },
    { "24/53 (45.3%; 95% CI 32.7–58.5)", NULL },   /* Wilson's */
    { "24/53 (45.3%; 95% CI 30.0–60.0)", "31.6" },
    { "45.3%", NULL },
    { "44.8%", "No number of responders among 53" },
    { "30/60 (50%)", "More patients" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmDataSet) sample = load_sample ();
      g_autoptr (RgmDataSet) data_set = set_outcome (sample, FIRST_OUTCOME, "ORR", cases[i].text);
      g_autoptr (GPtrArray) doubts = rgm_doubts_find_in_trial (data_set, rgm_data_set_find_trial (data_set, "first"));

      g_test_message ("%s", cases[i].text);
      if (cases[i].doubt != NULL)
        g_assert_true (has_doubt (doubts, FIRST_OUTCOME, cases[i].doubt));
      else
        g_assert_false (has_doubt (doubts, FIRST_OUTCOME, ""));
    }
}

static void
add_endpoint (RgmDataSet **data_set,
              const char  *id,
              RgmEndpointKind kind)
{
  const RgmEndpoint endpoint = { id, id, kind, RGM_ENDPOINT_DOMAIN_EFFICACY };
  g_autoptr (GError) error = NULL;
  RgmDataSet *revision = rgm_edit_add (*data_set, "endpoints", &endpoint, -1, &error);

  g_assert_no_error (error);
  g_object_unref (*data_set);
  *data_set = revision;
}

static void
test_order (void)
{
  const struct
  {
    const char      *endpoint;
    RgmEndpointKind  kind;
    const char      *text;
    const char      *doubt;
  } cases[] = {
    { "OS", RGM_ENDPOINT_KIND_TIME, "15.5 months", NULL },
    { "OS", RGM_ENDPOINT_KIND_TIME, "6.8 months", "progression-free" },
    { "OS", RGM_ENDPOINT_KIND_TIME, "> 6.8 months", NULL },
    { "OS", RGM_ENDPOINT_KIND_TIME, "29 weeks", "progression-free" },
    { "DCR", RGM_ENDPOINT_KIND_RATE, "44/53 (83%)", NULL },
    { "DCR", RGM_ENDPOINT_KIND_RATE, "20/53 (37.7%)", "disease control" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmDataSet) sample = load_sample ();
      g_autoptr (RgmDataSet) data_set = NULL;
      g_autoptr (GPtrArray) doubts = NULL;

      add_endpoint (&sample, cases[i].endpoint, cases[i].kind);
      data_set = set_outcome (sample, NULL, cases[i].endpoint, cases[i].text);
      doubts = rgm_doubts_find_in_trial (data_set, rgm_data_set_find_trial (data_set, "first"));
      g_test_message ("%s %s", cases[i].endpoint, cases[i].text);
      g_assert_cmpint (has_doubt (doubts, OUTCOMES, cases[i].doubt != NULL ? cases[i].doubt : ""), ==, cases[i].doubt != NULL);
    }
}

static void
test_trial (void)
{
  const struct
  {
    const char *path;
    const char *text;
    const char *at;
    const char *doubt;   /* NULL where it isn't doubtful */
  } cases[] = {
    { "trials/first/registrations", "NCT00000002", "trials/first/registrations", NULL },
    { "trials/first/registrations", "NCT123", "trials/first/registrations", "eight digits" },
    { "trials/second/registrations", "NCT00000001", "trials/second/registrations", "FIRST" },
    { "trials/second/registrations", "nct00000001", "trials/second/registrations", "FIRST" },
    { "trials/second/registrations", "nct 00000001", "trials/second/registrations", "FIRST" },
    { "trials/first/dates/completion/date", "2026", "trials/first/dates/completion", NULL },
    { "trials/first/dates/completion/date", "2025", "trials/first/dates/completion", "before" },
    { "trials/first/dates/primary_completion/date", "2024-03-31", "trials/first/dates/primary_completion", NULL },
    { "trials/first/dates/primary_completion/date", "2024-02", "trials/first/dates/primary_completion", "before" },
    { "trials/first/dates/start/date", "2199", "trials/first/dates/start", "future" },
    { "trials/first/arms/first:onemab/subgroups/0/n", "53", "trials/first/arms/first:onemab/subgroups/0/n", NULL },
    { "trials/first/arms/first:onemab/subgroups/0/n", "54", "trials/first/arms/first:onemab/subgroups/0/n", "more patients" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char * const texts[] = { cases[i].text, NULL };
      g_autoptr (RgmDataSet) sample = load_sample ();
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmDataSet) data_set = g_str_has_suffix (cases[i].path, "registrations")
                                          ? rgm_edit_set_texts (sample, cases[i].path, texts, &error)
                                          : rgm_edit_set_text (sample, cases[i].path, cases[i].text, &error);
      g_auto (GStrv) segments = g_strsplit (cases[i].path, "/", 3);
      g_autoptr (GPtrArray) doubts = NULL;

      g_assert_no_error (error);
      doubts = rgm_doubts_find_in_trial (data_set, rgm_data_set_find_trial (data_set, segments[1]));
      g_test_message ("%s: %s", cases[i].path, cases[i].text);
      g_assert_cmpint (has_doubt (doubts, cases[i].at, cases[i].doubt != NULL ? cases[i].doubt : ""), ==, cases[i].doubt != NULL);
    }
}

static void
test_enrolment (void)
{
  g_autoptr (RgmDataSet) sample = load_sample ();
  g_autoptr (RgmDataSet) actual = rgm_edit_set_text (sample, "trials/first/enrolment/type", "ACTUAL", NULL);
  g_autoptr (RgmDataSet) fewer = rgm_edit_set_text (actual, "trials/first/enrolment/count", "50", NULL);
  g_autoptr (GPtrArray) no_doubts = rgm_doubts_find_in_trial (actual, rgm_data_set_find_trial (actual, "first"));
  g_autoptr (GPtrArray) doubts = rgm_doubts_find_in_trial (fewer, rgm_data_set_find_trial (fewer, "first"));

  g_assert_false (has_doubt (no_doubts, "trials/first/enrolment/count", ""));
  g_assert_true (has_doubt (doubts, "trials/first/enrolment/count", "50"));
}

static void
test_source (void)
{
  g_autoptr (RgmDataSet) sample = load_sample ();
  g_autoptr (RgmDataSet) future = rgm_edit_set_text (sample, "sources/review/year", "2190", NULL);
  g_autoptr (RgmDataSet) same = rgm_edit_set_text (sample, "sources/ref-1/doi", "10.1000/182", NULL);
  g_autoptr (GPtrArray) no_doubts = rgm_doubts_find_at (sample, "sources/review");
  g_autoptr (GPtrArray) of_year = rgm_doubts_find_at (future, "sources/review");
  g_autoptr (GPtrArray) of_doi = rgm_doubts_find_at (same, "sources/ref-1");

  g_assert_cmpuint (no_doubts->len, ==, 0);
  g_assert_true (has_doubt (of_year, "sources/review/year", "2190"));
  g_assert_true (has_doubt (of_doi, "sources/ref-1/doi", "A review"));
}

/* What a file may not say is refused by the edit. */
static void
test_refused (void)
{
  const struct
  {
    const char *path;
    const char *text;
    const char *part;
  } cases[] = {
    { FIRST_OUTCOME "/responders", "54", "at most 53" },
    { FIRST_OUTCOME "/responders", "20", "which is 20 of 53" },
    { FIRST_OUTCOME "/upper", "40", "at least 45.3" },
    { FIRST_OUTCOME "/lower", "50", "at most 45.3" },
    { FIRST_OUTCOME "/value", "145", "from 0 to 100" },
    { FIRST_OUTCOME "/unit", "months", "is a rate" },
    { "trials/first/arms/first:onemab/n", "0", "from 1" },
    { "trials/first/dates/start/date", "soon", "date" },
    { "trials/first/eligibility/lines/max_prior", "1", "at least 2" },
    { "sources/review/doi", "182", "DOI" },
    { "sources/review/url", "example.org", "https://" },
  };
  g_autoptr (RgmDataSet) sample = load_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmDataSet) revision = rgm_edit_set_text (sample, cases[i].path, cases[i].text, &error);

      g_test_message ("%s: %s", cases[i].path, error != NULL ? error->message : "taken");
      g_assert_null (revision);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/doubts/results", test_results);
  g_test_add_func ("/doubts/order", test_order);
  g_test_add_func ("/doubts/trial", test_trial);
  g_test_add_func ("/doubts/enrolment", test_enrolment);
  g_test_add_func ("/doubts/source", test_source);
  g_test_add_func ("/doubts/refused", test_refused);

  return g_test_run ();
}
