/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-edit.h"
#include "rgm-faults.h"
#include "rgm-load.h"
#include "rgm-merge.h"
#include "rgm-store-write.h"

/* Two whole data sets become one, as when two people's tables are put together. */

static RgmDataSet *
load (const char *first, ...)
{
  va_list parts;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set;

  va_start (parts, first);
  path = g_build_filename_valist (first, &parts);
  va_end (parts);
  file = g_file_new_for_path (path);
  data_set = rgm_load_file (file, NULL, &faults, &error);
  g_assert_no_error (error);

  return data_set;
}

/* What is merged can be written, and read again as the same. */
static void
assert_sound (RgmDataSet *data_set)
{
  g_autoptr (GBytes) bytes = rgm_store_write_data_set (data_set);
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) back = rgm_load_bytes (bytes, "merged", NULL, &faults, &error);
  g_autofree char *text = faults != NULL ? rgm_faults_to_text (faults, "merged") : NULL;

  g_assert_cmpstr (text, ==, NULL);
  g_assert_no_error (error);
  g_assert_true (rgm_record_equal (&rgm_data_set_description, data_set, back));
}

static const RgmFieldChange *
find_change (GPtrArray  *records,
             const char *id,
             const char *field)
{
  for (guint i = 0; i < records->len; i++)
    {
      const RgmChangedRecord *record = g_ptr_array_index (records, i);

      for (guint j = 0; g_str_equal (record->id, id) && j < record->changes->len; j++)
        if (g_str_equal (((const RgmFieldChange *) g_ptr_array_index (record->changes, j))->field, field))
          return g_ptr_array_index (record->changes, j);
    }

  return NULL;
}

/* Of two diseases: all trials of both, with the agents, regimens and sources that they refer to. */
static void
test_two_diseases (void)
{
  const char *root = g_getenv ("REGIMEN_SOURCE_ROOT");
  g_autoptr (RgmDataSet) one = load (root, "resources", "evidence", "her2-colorectal.json", NULL);
  g_autoptr (RgmDataSet) other = load (root, "resources", "examples", "neuroblastoma.json", NULL);
  g_autoptr (RgmMerge) merge = rgm_merge_new (one, other, NULL);

  g_assert_cmpuint (merge->added->len, ==, other->trials->len);
  g_assert_cmpuint (merge->result->trials->len, ==, one->trials->len + other->trials->len);
  for (guint i = 0; i < one->trials->len; i++)
    g_assert_true (rgm_record_equal (&rgm_trial_description, g_ptr_array_index (one->trials, i),
                                     rgm_data_set_find_trial (merge->result, ((RgmTrial *) g_ptr_array_index (one->trials, i))->id)));
  assert_sound (merge->result);
}

/* Of one disease, one of them edited since: a new enrolment is taken, a number with a published source stays and is reported. */
static void
test_a_later_copy (void)
{
  g_autoptr (RgmDataSet) one = load (g_getenv ("G_TEST_SRCDIR"), "load", "sample.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) status = NULL;
  g_autoptr (RgmDataSet) other = NULL;
  g_autoptr (RgmMerge) merge = NULL;
  const RgmFieldChange *change;

  status = rgm_edit_set_text (one, "trials/first/enrolment/count", "57", &error);
  g_assert_no_error (error);
  other = rgm_edit_set_text (status, "trials/first/arms/first:onemab/outcomes/0/upper", "61", &error);
  g_assert_no_error (error);

  merge = rgm_merge_new (one, other, NULL);
  g_assert_cmpuint (merge->added->len, ==, 0);
  g_assert_cmpuint (merge->result->trials->len, ==, one->trials->len);
  change = find_change (merge->changed, "first", "enrolment.count");
  g_assert_true (change != NULL && change->taken);
  change = find_change (merge->changed, "first", "arms[first:onemab].outcomes[ORR].upper");
  g_assert_true (change != NULL && !change->taken && change->reason != NULL);
  assert_sound (merge->result);
}

/* A number that is none identifies nothing, and a copy adds no trial again. */
static void
test_a_copy_with_a_mistyped_number (void)
{
  const char *const numbers[] = { "NCT0000001", NULL };
  g_autoptr (RgmDataSet) sample = load (g_getenv ("G_TEST_SRCDIR"), "load", "sample.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) one = rgm_edit_set_texts (sample, "trials/second/registrations", numbers, &error);
  g_autoptr (RgmDataSet) renamed = NULL;
  g_autoptr (RgmMerge) merge = NULL;
  g_autoptr (RgmMerge) another = NULL;

  g_assert_no_error (error);
  merge = rgm_merge_new (one, one, NULL);
  g_assert_cmpuint (merge->added->len, ==, 0);
  g_assert_cmpuint (merge->changed->len, ==, 0);

  renamed = rgm_edit_set_text (one, "trials/second/name", "ANOTHER", &error);
  g_assert_no_error (error);
  another = rgm_merge_new (one, renamed, NULL);
  g_assert_cmpuint (another->added->len, ==, 1);
  assert_sound (another->result);
}

/* An id that means something else there would put wrong publications under numbers. */
static void
test_mistaken_source (void)
{
  g_autoptr (RgmDataSet) one = load (g_getenv ("G_TEST_SRCDIR"), "load", "sample.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) same = NULL;
  g_autoptr (RgmDataSet) other = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *id = NULL;

  same = rgm_edit_set_text (one, "trials/first/enrolment/count", "57", &error);
  g_assert_no_error (error);
  nothing = rgm_merge_find_mistaken (one, same);
  g_assert_cmpstr (nothing, ==, NULL);

  other = rgm_edit_set_text (one, "sources/ref-1/citation", "Somebody else. Another paper. 2019.", &error);
  g_assert_no_error (error);
  id = rgm_merge_find_mistaken (one, other);
  g_assert_cmpstr (id, ==, "ref-1");
}

/* Records of one trial in several registries: one new trial, or none if that is not taken. */
static void
test_records_of_one_trial (void)
{
  const char *root = g_getenv ("REGIMEN_SOURCE_ROOT");
  g_autoptr (RgmDataSet) one = load (root, "resources", "evidence", "her2-colorectal.json", NULL);
  g_autoptr (RgmDataSet) records = load (root, "resources", "examples", "neuroblastoma.json", NULL);
  g_autoptr (GError) error = NULL;
  const char *const numbers[] = { "NCT01483820", "NCT01505608", NULL };
  g_autoptr (RgmDataSet) other = rgm_edit_set_texts (records, "trials/nct01483820/registrations", numbers, &error);
  g_autoptr (RgmMergeChoices) choices = rgm_merge_choices_new ();
  g_autoptr (RgmMerge) merge = NULL;
  g_autoptr (RgmMerge) without = NULL;

  g_assert_no_error (error);
  merge = rgm_merge_new (one, other, NULL);
  g_assert_cmpuint (merge->offered->len, ==, other->trials->len - 1);
  /* It is new and no change of a trial that was there. */
  g_assert_nonnull (find_change (merge->joined, "nct01505608", "registrations"));
  g_assert_cmpuint (merge->changed->len, ==, 0);
  g_assert_null (rgm_data_set_find_trial (merge->result, "nct01483820"));
  g_assert_cmpuint (merge->same->len, ==, 0);
  assert_sound (merge->result);

  rgm_merge_choices_set_taken (choices, "nct01505608", NULL, FALSE);
  without = rgm_merge_new (one, other, choices);
  g_assert_cmpuint (without->offered->len, ==, merge->offered->len);
  g_assert_cmpuint (without->result->trials->len, ==, merge->result->trials->len - 1);
  g_assert_null (rgm_data_set_find_trial (without->result, "nct01483820"));
}

/* Of one name in one import: asked about, and one trial where a person says so. */
static void
test_records_of_one_name (void)
{
  const char *root = g_getenv ("REGIMEN_SOURCE_ROOT");
  g_autoptr (RgmDataSet) one = load (root, "resources", "evidence", "her2-colorectal.json", NULL);
  g_autoptr (RgmDataSet) records = load (root, "resources", "examples", "neuroblastoma.json", NULL);
  const RgmTrial *first = rgm_data_set_find_trial (records, "nct01483820");
  g_autoptr (RgmMergeChoices) choices = rgm_merge_choices_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) named = rgm_edit_set_text (records, "trials/nct01505608/name", "One name", &error);
  g_autoptr (RgmDataSet) alike = NULL;
  g_autoptr (RgmMerge) asked = NULL;
  g_autoptr (RgmMerge) joined = NULL;
  const RgmLikelyDuplicate *duplicate;
  guint n_before;

  g_assert_nonnull (first);
  g_assert_no_error (error);
  alike = rgm_edit_set_text (named, "trials/nct01483820/name", "One name", &error);
  g_assert_no_error (error);
  joined = rgm_merge_new (one, records, NULL);
  n_before = joined->duplicates->len;
  g_clear_pointer (&joined, rgm_merge_free);

  asked = rgm_merge_new (one, alike, NULL);
  g_assert_cmpuint (asked->duplicates->len, ==, n_before + 1);
  duplicate = g_ptr_array_index (asked->duplicates, n_before);
  g_assert_true (duplicate->is_new);
  g_assert_cmpuint (asked->added->len, ==, alike->trials->len);

  rgm_merge_choices_join (choices, duplicate->proposed, duplicate->known);
  joined = rgm_merge_new (one, alike, choices);
  g_assert_cmpuint (joined->added->len, ==, alike->trials->len - 1);
  g_assert_cmpuint (joined->duplicates->len, ==, n_before + 1);
  g_assert_nonnull (find_change (joined->joined, duplicate->known, "registrations"));
  g_assert_cmpuint (joined->changed->len, ==, 0);
  assert_sound (joined->result);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/two-diseases", test_two_diseases);
  g_test_add_func ("/merge/a-later-copy", test_a_later_copy);
  g_test_add_func ("/merge/a-copy-with-a-mistyped-number", test_a_copy_with_a_mistyped_number);
  g_test_add_func ("/merge/mistaken-source", test_mistaken_source);

  g_test_add_func ("/merge/records-of-one-trial", test_records_of_one_trial);
  g_test_add_func ("/merge/records-of-one-name", test_records_of_one_name);

  return g_test_run ();
}
