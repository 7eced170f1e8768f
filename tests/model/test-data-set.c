/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-data-set.h"

static RgmBiomarker *
make_biomarker (const char  *id,
                char       **parts)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_biomarker_value_free);
  const RgmBiomarkerParts all = { .id = id, .name = id, .parts = parts, .values = values };

  g_ptr_array_add (values, rgm_biomarker_value_new ("wt", "wild-type", TRUE));
  g_ptr_array_add (values, rgm_biomarker_value_new ("mutated", "mutated", FALSE));

  return rgm_biomarker_new (&all);
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
  const RgmArmParts arm = { .id = arm_id, .label = "Arm", .class_id = "B", .regimen = regimen, .n = -1 };
  const RgmTrialParts trial = {
    .id = id,
    .name = id,
    .phase = "II",
    .classes = classes,
    .status_published = "Completed",
    .status_state = "COMPLETED",
    .arms = arms,
    .rules = rule_array,
  };

  for (guint i = 0; rules[i] != NULL; i += 2)
    {
      char *values[] = { (char *) rules[i + 1], NULL };

      g_ptr_array_add (rule_array, rgm_rule_new (rules[i], values, FALSE, rules[i], NULL));
    }
  g_ptr_array_add (arms, rgm_arm_new (&arm));

  return rgm_trial_new (&trial);
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
  g_autoptr (RgmRegimen) regimen = rgm_regimen_new (&(RgmRegimenParts) { .id = "x", .name = "X" });
  g_autoptr (GDate) as_of = g_date_new_dmy (18, G_DATE_NOVEMBER, 2024);
  RgmLicence licence = { "Public domain", NULL, "Nobody" };
  const RgmDataSetParts all = {
    .id = "made-up",
    .title = "Made up",
    .as_of = as_of,
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

  return rgm_data_set_new (&all);
}

static void
test_asks_for (void)
{
  const struct
  {
    const char *trial;
    const char *biomarker;
    const char *value;
    gboolean    asks;
  } cases[] = {
    { "whole", "whole", "wt", TRUE },
    { "whole", "left", "wt", TRUE },
    { "whole", "left", "mutated", FALSE },
    { "both", "whole", "wt", TRUE },
    { "one", "left", "wt", TRUE },
    { "one", "whole", "wt", FALSE },
    { "mutated", "whole", "mutated", TRUE },
    { "mutated", "left", "mutated", FALSE },
    { "mutated", "nothing", "wt", FALSE },
    { "mutated", "whole", "nothing", FALSE },
  };
  g_autoptr (RgmDataSet) data_set = make_data_set ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RgmTrial *trial = rgm_data_set_find_trial (data_set, cases[i].trial);

      g_test_message ("%s %s:%s", cases[i].trial, cases[i].biomarker, cases[i].value);
      g_assert_cmpint (rgm_data_set_asks_for (data_set, trial, cases[i].biomarker, cases[i].value), ==, cases[i].asks);
    }
}

static void
test_lookup (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set ();
  RgmTrial *trial = NULL;
  RgmArm *arm = rgm_data_set_find_arm (data_set, "one:arm", &trial);

  g_assert_cmpuint (g_list_model_get_n_items (rgm_data_set_get_trials (data_set)), ==, 4);
  g_assert_cmpstr (rgm_arm_get_id (arm), ==, "one:arm");
  g_assert_true (trial == rgm_data_set_find_trial (data_set, "one"));
  g_assert_null (rgm_data_set_find_arm (data_set, "one:other", NULL));
  g_assert_null (rgm_data_set_find_agent (data_set, "none"));
  g_assert_cmpuint (rgm_data_set_get_remarks (data_set)->len, ==, 0);
}

static void
test_trial (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set ();
  RgmTrial *trial = rgm_data_set_find_trial (data_set, "one");

  g_assert_true (rgm_trial_has_class (trial, "A"));
  g_assert_true (rgm_trial_has_class (trial, "B"));
  g_assert_false (rgm_trial_has_class (trial, "C"));
  g_assert_false (rgm_trial_get_is_reported (trial));
  g_assert_null (rgm_trial_get_population (trial));
  g_assert_null (rgm_trial_get_lines (trial));
  g_assert_cmpuint (rgm_trial_get_remarks (trial)->len, ==, 0);
}

static void
test_finalised (void)
{
  RgmDataSet *data_set = make_data_set ();
  RgmTrial *trial = g_object_ref (rgm_data_set_find_trial (data_set, "one"));

  g_object_add_weak_pointer (G_OBJECT (trial), (gpointer *) &trial);
  g_assert_finalize_object (data_set);
  g_assert_cmpstr (rgm_trial_get_name (trial), ==, "one");
  g_object_unref (trial);
  g_assert_null (trial);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data-set/asks-for", test_asks_for);
  g_test_add_func ("/data-set/lookup", test_lookup);
  g_test_add_func ("/data-set/trial", test_trial);
  g_test_add_func ("/data-set/finalised", test_finalised);

  return g_test_run ();
}
