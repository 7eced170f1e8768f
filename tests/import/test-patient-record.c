/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-error.h"
#include "rgm-load.h"
#include "rgm-patient-record.h"

/* What patients' records in other programs' formats say in the terms of the embedded data set. */

static RgmDataSet *embedded;

static RgmPatientRecord *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "import", "records", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RgmPatientRecord *record = rgm_patient_record_load (file, embedded, &error);

  g_assert_no_error (error);

  return record;
}

static char *
list_findings (RgmPatientRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < record->findings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((RgmRecordedFinding *) g_ptr_array_index (record->findings, i))->finding);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_other (RgmPatientRecord *record,
              guint             index,
              const char       *place,
              const char       *reason)
{
  const RgmRecordedFinding *other = g_ptr_array_index (record->others, index);

  g_assert_cmpstr (other->place, ==, place);
  g_assert_cmpstr (other->reason, ==, reason);
  g_assert_null (other->finding);
}

/* What is in the record, and every entry that isn't used with its reason. */
static void
test_bundle (void)
{
  g_autoptr (RgmPatientRecord) record = load ("mcode-bundle.json");
  g_autofree char *findings = list_findings (record);

  g_assert_cmpstr (findings, ==, "tumour:\"colorectal-cancer\" her2:\"positive\" kras:\"wt\" braf:\"v600\"");
  g_assert_cmpuint (record->others->len, ==, 5);
  assert_other (record, 0, "$.entry[4].resource", "Only this variant was looked for; the gene may have others.");
  g_assert_cmpstr (((const RgmRecordedFinding *) g_ptr_array_index (record->others, 0))->name, ==, "NRAS");
  assert_other (record, 1, "$.entry[6].resource", "There is no result: what was not tested stays unknown.");
  assert_other (record, 2, "$.entry[7].resource", "The variant is benign or of uncertain significance.");
  assert_other (record, 3, "$.entry[8].resource", "Nothing in the data set asks for this.");
  assert_other (record, 4, "$.entry[9].resource", "Enter earlier treatment by hand: lines of therapy cannot be worked out from single treatments.");
}

/* What is excluded is absent; what is rejected or only gained says nothing. */
static void
test_phenopacket (void)
{
  g_autoptr (RgmPatientRecord) record = load ("phenopacket.json");
  g_autofree char *findings = list_findings (record);

  g_assert_cmpstr (findings, ==,
                   "tumour:\"colorectal-cancer\" -tumour:\"breast-cancer\" kras:\"mutated\" -her2:\"positive\" msi:\"msi-h\"");
  g_assert_cmpuint (record->others->len, ==, 2);
  assert_other (record, 0, "$.interpretations[0].diagnosis.genomicInterpretations[1]", "The record rejects this variant.");
  assert_other (record, 1, "$.interpretations[0].diagnosis.genomicInterpretations[2]", "A change in copy number is not by itself an amplification.");
}

/* No name, birth date or identifier of the patient is in anything that is read. */
static void
test_anonymous (void)
{
  static const char *const records[] = { "mcode-bundle.json", "phenopacket.json" };
  static const char *const secrets[] = { "Example", "Jane", "1960" };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (RgmPatientRecord) record = load (records[i]);
      GPtrArray *lists[] = { record->findings, record->others };

      for (guint j = 0; j < G_N_ELEMENTS (lists); j++)
        for (guint k = 0; k < lists[j]->len; k++)
          {
            const RgmRecordedFinding *entry = g_ptr_array_index (lists[j], k);

            for (guint l = 0; l < G_N_ELEMENTS (secrets); l++)
              {
                g_assert_null (strstr (entry->name, secrets[l]));
                g_assert_null (strstr (entry->result, secrets[l]));
              }
          }
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{\"format\": 1}", "*Expected findings saved by Regimen, a FHIR Bundle or a Phenopacket*" },
    { "[]", "*found a list*" },
    { "{\"resourceType\": \"Bundle\", \"entry\": [", "Line 1: *" },
    { "", "Line *" },
    { "<Bundle/>", "Line 1: *" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (rgm_patient_record_read (bytes, embedded, &error));
      g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

/* Members of other types than the formats have are as good as missing. */
static void
test_other_types (void)
{
  static const char *const texts[] = {
    "{\"resourceType\": \"Bundle\", \"entry\": {}}",
    "{\"resourceType\": \"Bundle\", \"entry\": [1, null, {\"resource\": []}, {\"resource\": {\"resourceType\": \"Observation\", \"code\": 3, \"component\": [7], \"interpretation\": [\"x\"]}}]}",
    "{\"resourceType\": \"Observation\", \"code\": {\"coding\": [null, {\"system\": 1, \"code\": 2}]}, \"valueCodeableConcept\": \"x\"}",
    "{\"metaData\": {}, \"subject\": {}, \"interpretations\": [1, {\"diagnosis\": {\"genomicInterpretations\": [{}, 2]}}], \"measurements\": [{}], \"diseases\": [{\"term\": 3, \"excluded\": \"no\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmPatientRecord) record = rgm_patient_record_read (bytes, embedded, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (record->findings->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  embedded = rgm_load_embedded (NULL, NULL, NULL);

  g_test_add_func ("/patient-record/bundle", test_bundle);
  g_test_add_func ("/patient-record/phenopacket", test_phenopacket);
  g_test_add_func ("/patient-record/anonymous", test_anonymous);
  g_test_add_func ("/patient-record/refused", test_refused);
  g_test_add_func ("/patient-record/other-types", test_other_types);

  status = g_test_run ();
  g_clear_object (&embedded);

  return status;
}
