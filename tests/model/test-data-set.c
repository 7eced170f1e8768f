/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "../processor-time.h"
#include "rgm-data-set.h"
#include "rgm-error.h"
#include "rgm-revision.h"

static RgmBiomarker *
make_biomarker (const char  *id,
                char       **components)
{
  g_autoptr (GPtrArray) values = rgm_description_new_array (&rgm_biomarker_value_description, 2);
  const RgmBiomarker all = { .id = id, .name = id, .components = components, .values = values };

  g_ptr_array_add (values, rgm_biomarker_value_copy (&(RgmBiomarkerValue) { .id = "wt", .name = "wild-type", .every = TRUE }));
  g_ptr_array_add (values, rgm_biomarker_value_copy (&(RgmBiomarkerValue) { .id = "mutated", .name = "mutated" }));

  return rgm_record_new (&rgm_biomarker_description, &all);
}

/* A trial with one arm of class 'B' and rules in pairs: biomarker, value. */
static RgmTrial *
make_trial (const char         *id,
            RgmRegimen         *regimen,
            const char *const  *rules)
{
  g_autoptr (GPtrArray) arms = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rule_array = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_rule_free);
  g_autofree char *arm_id = g_strconcat (id, ":arm", NULL);
  char *classes[] = { (char *) "A", NULL };
  const RgmArm arm = { .id = arm_id, .label = "Arm", .class_id = "B", .regimen = regimen, .n = -1 };
  const RgmTrial trial = {
    .id = id,
    .name = id,
    .phase = "II",
    .published_classes = classes,
    .status_published = "Completed",
    .status_state = "COMPLETED",
    .arms = arms,
    .rules = rule_array,
  };

  for (guint i = 0; rules[i] != NULL; i += 2)
    {
      char *values[] = { (char *) rules[i + 1], NULL };

      g_ptr_array_add (rule_array, rgm_rule_copy (&(RgmRule) { .biomarker = rules[i], .values = values, .text = rules[i] }));
    }
  g_ptr_array_add (arms, rgm_record_new (&rgm_arm_description, &arm));

  return rgm_record_new (&rgm_trial_description, &trial);
}

static RgmDataSet *
make_data_set (void)
{
  const char *const whole[] = { "whole", "wt", NULL };
  const char *const both[] = { "left", "wt", "right", "wt", NULL };
  const char *const one[] = { "left", "wt", NULL };
  const char *const mutated[] = { "right", "mutated", NULL };
  char *parts[] = { (char *) "left", (char *) "right", NULL };
  g_autoptr (GPtrArray) biomarkers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) trials = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RgmRegimen) regimen = rgm_record_new (&rgm_regimen_description, &(RgmRegimen) { .id = "x", .name = "X" });
  RgmLicence licence = { "Public domain", NULL, "Nobody" };
  RgmDataSet all = {
    .id = "made-up",
    .title = "Made up",
    .licence = &licence,
    .biomarkers = biomarkers,
    .trials = trials,
  };

  g_ptr_array_add (biomarkers, make_biomarker ("whole", parts));
  g_ptr_array_add (biomarkers, make_biomarker ("left", NULL));
  g_ptr_array_add (biomarkers, make_biomarker ("right", NULL));
  g_ptr_array_add (trials, make_trial ("whole", regimen, whole));
  g_ptr_array_add (trials, make_trial ("both", regimen, both));
  g_ptr_array_add (trials, make_trial ("one", regimen, one));
  g_ptr_array_add (trials, make_trial ("mutated", regimen, mutated));

  g_date_set_dmy (&all.as_of, 18, G_DATE_NOVEMBER, 2024);

  return rgm_record_new (&rgm_data_set_description, &all);
}

static void
add_asked (const char *biomarker,
           const char *value,
           gpointer    data)
{
  g_string_append_printf (data, " %s:%s", biomarker, value);
}

static void
test_asked (void)
{
  const struct
  {
    const char *trial;
    const char *asked;
  } cases[] = {
    { "whole", " whole:wt left:wt right:wt" },
    { "both", " whole:wt left:wt right:wt" },
    { "one", " left:wt" },
    { "mutated", " whole:mutated right:mutated" },
  };
  g_autoptr (RgmDataSet) data_set = make_data_set ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) asked = g_string_new (NULL);

      rgm_data_set_list_asked (data_set, rgm_data_set_find_trial (data_set, cases[i].trial), add_asked, asked);
      g_assert_cmpstr (asked->str, ==, cases[i].asked);
    }
}

static void
test_lookup (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set ();
  RgmTrial *trial = NULL;
  RgmArm *arm = rgm_data_set_find_arm (data_set, "one:arm", &trial);

  g_assert_cmpuint (g_list_model_get_n_items (rgm_data_set_get_trials (data_set)), ==, 4);
  g_assert_cmpstr (arm->id, ==, "one:arm");
  g_assert_true (trial == rgm_data_set_find_trial (data_set, "one"));
  g_assert_null (rgm_data_set_find_arm (data_set, "one:other", NULL));
  g_assert_null (rgm_data_set_find_agent (data_set, "none"));
  g_assert_cmpuint (data_set->remarks->len, ==, 0);
}

static void
test_trial (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set ();
  RgmTrial *trial = rgm_data_set_find_trial (data_set, "one");

  g_assert_true (g_strv_contains ((const char *const *) trial->classes, "A"));
  g_assert_true (g_strv_contains ((const char *const *) trial->classes, "B"));
  g_assert_cmpuint (g_strv_length (trial->classes), ==, 2);
  g_assert_false (trial->is_reported);
  g_assert_null (rgm_trial_get_population (trial));
  g_assert_null (trial->lines);
  g_assert_cmpuint (trial->remarks->len, ==, 0);
}

static void
test_finalised (void)
{
  RgmDataSet *data_set = make_data_set ();
  RgmTrial *trial = g_object_ref (rgm_data_set_find_trial (data_set, "one"));

  g_object_add_weak_pointer (G_OBJECT (trial), (gpointer *) &trial);
  g_assert_finalize_object (data_set);
  g_assert_cmpstr (trial->name, ==, "one");
  g_object_unref (trial);
  g_assert_null (trial);
}

static gpointer
find (GPtrArray  *trials,
      const char *id)
{
  return rgm_record_find (&rgm_trial_description, trials, id);
}

static void
test_revise_trial (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set ();
  g_autoptr (GError) error = NULL;
  RgmTrial changed = *rgm_data_set_find_trial (data_set, "one");
  g_autoptr (RgmTrial) replacement = NULL;
  g_autoptr (RgmTrial) added = NULL;
  g_autoptr (RgmDataSet) revised = NULL;

  changed.name = "Another name";
  replacement = rgm_record_new (&rgm_trial_description, &changed);
  added = rgm_record_new (&rgm_trial_description, &(RgmTrial) { .id = "added", .name = "Added", .phase = "I" });
  g_assert_true (replacement->arms == changed.arms);
  g_assert_false (rgm_record_equal (&rgm_trial_description, replacement, find (data_set->trials, "one")));

  revised = rgm_data_set_revise (data_set, (RgmEdit[]) {
    { &rgm_trial_description, "one", replacement },
    { &rgm_trial_description, "both", NULL },
    { &rgm_trial_description, NULL, added } }, 3, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (revised->trials->len, ==, 4);
  g_assert_true (find (revised->trials, "one") == replacement);
  g_assert_true (find (revised->trials, "whole") == find (data_set->trials, "whole"));
  g_assert_true (find (revised->trials, "mutated") == find (data_set->trials, "mutated"));
  g_assert_null (rgm_data_set_find_trial (revised, "both"));
  g_assert_null (rgm_data_set_find_arm (revised, "both:arm", NULL));
  g_assert_true (rgm_data_set_find_trial (revised, "added") == added);
  g_assert_true (rgm_data_set_find_arm (revised, "one:arm", NULL) == rgm_data_set_find_arm (data_set, "one:arm", NULL));
  g_assert_true (revised->biomarkers == data_set->biomarkers);
  g_assert_cmpstr (revised->id, ==, data_set->id);
  g_assert_cmpstr (rgm_data_set_find_trial (data_set, "one")->name, ==, "one");
}

/* What refers to a regimen that is replaced refers to its successor; what doesn't is shared. */
static void
test_revise_regimen (void)
{
  g_autoptr (RgmDataSet) first = make_data_set ();
  g_autoptr (GPtrArray) regimens = rgm_description_new_array (&rgm_regimen_description, 1);
  RgmDataSet fields = *first;
  g_autoptr (RgmRegimen) renamed = rgm_record_new (&rgm_regimen_description, &(RgmRegimen) { .id = "x", .name = "Renamed" });
  g_autoptr (RgmDataSet) data_set = NULL;
  g_autoptr (RgmDataSet) revised = NULL;
  g_autoptr (GError) error = NULL;
  RgmArm *before, *after;

  g_ptr_array_add (regimens, g_object_ref (rgm_data_set_find_arm (first, "one:arm", NULL)->regimen));
  fields.regimens = regimens;
  data_set = rgm_record_new (&rgm_data_set_description, &fields);

  revised = rgm_data_set_revise (data_set, &(RgmEdit) { &rgm_regimen_description, "x", renamed }, 1, &error);
  g_assert_no_error (error);

  before = rgm_data_set_find_arm (data_set, "one:arm", NULL);
  after = rgm_data_set_find_arm (revised, "one:arm", NULL);
  g_assert_true (after->regimen == renamed);
  g_assert_cmpstr (before->regimen->name, ==, "X");
  g_assert_true (after->outcomes != NULL);
  g_assert_true (revised->biomarkers == data_set->biomarkers);

  g_clear_object (&revised);
  revised = rgm_data_set_revise (data_set, &(RgmEdit) { &rgm_regimen_description, "x", NULL }, 1, &error);
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_null (revised);
  g_clear_error (&error);

  revised = rgm_data_set_revise (data_set, &(RgmEdit) { &rgm_regimen_description, "y", renamed }, 1, &error);
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_null (revised);
}

#define N_MANY 5000

/* What many look-ups of one of many take. */
static gint64
time_endpoint (RgmDataSet *data_set,
               guint       i)
{
  const RgmEndpoint *endpoint = g_ptr_array_index (data_set->endpoints, i);
  gint64 start = test_get_processor_time ();

  for (guint j = 0; j < N_MANY; j++)
    g_assert_true (rgm_data_set_find_endpoint (data_set, endpoint->id) == endpoint);

  return test_get_processor_time () - start;
}

static gint64
time_arm (RgmDataSet *data_set,
          guint       i)
{
  RgmTrial *trial = g_ptr_array_index (data_set->trials, 0);
  RgmArm *arm = g_ptr_array_index (trial->arms, i);
  gint64 start = test_get_processor_time ();

  for (guint j = 0; j < N_MANY; j++)
    g_assert_true (rgm_data_set_find_arm (data_set, arm->id, NULL) == arm);

  return test_get_processor_time () - start;
}

/* A look-up takes as long however many there are: a walk to the last would take thousands of times as long as one to the first. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) endpoints = rgm_description_new_array (&rgm_endpoint_description, N_MANY);
  g_autoptr (GPtrArray) arms = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) trials = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RgmRegimen) regimen = rgm_record_new (&rgm_regimen_description, &(RgmRegimen) { .id = "x", .name = "X" });
  RgmLicence licence = { "Public domain", NULL, "Nobody" };
  RgmDataSet all = { .id = "made-up", .title = "Made up", .licence = &licence, .endpoints = endpoints, .trials = trials };
  g_autoptr (RgmDataSet) data_set = NULL;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);

      g_ptr_array_add (endpoints, rgm_endpoint_copy (&(RgmEndpoint) { .id = id, .name = id }));
      g_ptr_array_add (arms, rgm_record_new (&rgm_arm_description, &(RgmArm) { .id = id, .label = id, .regimen = regimen, .n = -1 }));
    }
  g_ptr_array_add (trials, rgm_record_new (&rgm_trial_description, &(RgmTrial) { .id = "one", .name = "One", .arms = arms,
                                           .status_published = "Completed", .status_state = "COMPLETED" }));
  g_date_set_dmy (&all.as_of, 18, G_DATE_NOVEMBER, 2024);
  data_set = rgm_record_new (&rgm_data_set_description, &all);

  g_assert_cmpint (time_endpoint (data_set, N_MANY - 1), <, 100 * time_endpoint (data_set, 0) + 10000);
  g_assert_cmpint (time_arm (data_set, N_MANY - 1), <, 100 * time_arm (data_set, 0) + 10000);
  g_assert_null (rgm_data_set_find_endpoint (data_set, "y"));
  g_assert_null (rgm_data_set_find_class (data_set, "y"));
  g_assert_null (rgm_data_set_find_arm (data_set, "y", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data-set/asked", test_asked);
  g_test_add_func ("/data-set/lookup", test_lookup);
  g_test_add_func ("/data-set/many", test_many);
  g_test_add_func ("/data-set/trial", test_trial);
  g_test_add_func ("/data-set/finalised", test_finalised);
  g_test_add_func ("/data-set/revise-trial", test_revise_trial);
  g_test_add_func ("/data-set/revise-regimen", test_revise_regimen);

  return g_test_run ();
}
