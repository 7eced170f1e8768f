/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rgm-comparison.h"
#include "rgm-data-set.h"
#include "rgm-error.h"
#include "rgm-load.h"
#include "rgm-pooling.h"

#define LEVEL 0.95

static RgmTrial *
trial_new (const char    *id,
           RgmAllocation  allocation,
           const gint64   counts[][2],
           guint          n_arms)
{
  g_autoptr (GPtrArray) arms = g_ptr_array_new_with_free_func (g_object_unref);
  char *none[] = { NULL };
  RgmTrial parts = { .id = id, .name = id, .registrations = none, .published_classes = none, .allocation = allocation };

  for (guint i = 0; i < n_arms; i++)
    {
      g_autoptr (GPtrArray) outcomes = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *arm_id = g_strdup_printf ("%s:%u", id, i);
      g_autofree char *regimen_id = g_strdup_printf ("regimen-%u", i);
      RgmRegimen regimen_parts = { .id = regimen_id, .name = regimen_id };
      g_autoptr (RgmRegimen) regimen = rgm_record_new (&rgm_regimen_description, &regimen_parts);
      RgmOutcome outcome = {
        .endpoint = "ORR",
        .estimate = { .state = RGM_STATE_REPORTED, .value = 50.0, .unit = "%" },
        .responders = counts[i][0],
        .analysed = counts[i][1],
      };
      RgmArm arm = {
        .id = arm_id, .label = arm_id, .class_id = i == 0 ? "first" : NULL, .regimen = regimen, .n = 100, .outcomes = outcomes
      };

      g_ptr_array_add (outcomes, rgm_record_new (&rgm_outcome_description, &outcome));
      g_ptr_array_add (arms, rgm_record_new (&rgm_arm_description, &arm));
    }
  parts.arms = arms;

  return rgm_record_new (&rgm_trial_description, &parts);
}

static GListModel *
trials_new (RgmAllocation allocation)
{
  const gint64 first[][2] = { { 12, 40 }, { 5, 38 } };
  const gint64 second[][2] = { { 9, 20 } };
  const gint64 third[][2] = { { -1, 25 } };
  GListStore *store = g_list_store_new (RGM_TYPE_TRIAL);
  g_autoptr (RgmTrial) a = trial_new ("a", allocation, first, 2);
  g_autoptr (RgmTrial) b = trial_new ("b", allocation, second, 1);
  g_autoptr (RgmTrial) c = trial_new ("c", allocation, third, 1);

  g_list_store_append (store, a);
  g_list_store_append (store, b);
  g_list_store_append (store, c);

  return G_LIST_MODEL (store);
}

static GPtrArray *
collect (GListModel         *trials,
         const char * const *arms)
{
  return rgm_responses_collect (trials, arms, "ORR", RGM_RATE_CLOPPER_PEARSON, LEVEL);
}

/* R: binom.test(12, 40)$conf.int */
static void
test_responses (void)
{
  const char * const arms[] = { "b:0", "a:0", NULL };
  g_autoptr (GListModel) trials = trials_new (RGM_ALLOCATION_UNKNOWN);
  g_autoptr (GPtrArray) all = collect (trials, NULL);
  g_autoptr (GPtrArray) some = collect (trials, arms);
  g_autoptr (GPtrArray) none = rgm_responses_collect (trials, NULL, "PFS", RGM_RATE_CLOPPER_PEARSON, LEVEL);
  const RgmResponse *first = g_ptr_array_index (all, 0);
  const RgmResponse *last = g_ptr_array_index (all, 3);

  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (((RgmResponse *) g_ptr_array_index (some, 0))->arm->id, ==, "a:0");

  g_assert_cmpfloat (first->estimate, ==, 0.3);
  g_assert_cmpfloat_with_epsilon (first->lower, 0.165627204393236, 1e-12);
  g_assert_cmpfloat_with_epsilon (first->upper, 0.465316285254123, 1e-12);
  g_assert_null (first->why_not);

  g_assert_true (isnan (last->estimate) && isnan (last->lower) && isnan (last->upper));
  g_assert_nonnull (last->why_not);
  g_assert_false (rgm_response_has_counts (last));
}

static void
test_caveat (void)
{
  const char * const one[] = { "a:0", "a:1", NULL };
  g_autoptr (GListModel) trials = trials_new (RGM_ALLOCATION_UNKNOWN);
  g_autoptr (GPtrArray) all = collect (trials, NULL);
  g_autoptr (GPtrArray) same = collect (trials, one);

  g_assert_cmpuint (rgm_responses_count_trials (all), ==, 3);
  g_assert_nonnull (rgm_responses_get_caveat (all));
  g_assert_cmpuint (rgm_responses_count_trials (same), ==, 1);
  g_assert_null (rgm_responses_get_caveat (same));
}

static void
test_unknown_arm (void)
{
  const char * const good[] = { "c:0", "a:1", NULL };
  const char * const slip[] = { "a:0", "destiny:t-dx", NULL };
  g_autoptr (GListModel) trials = trials_new (RGM_ALLOCATION_UNKNOWN);
  const gint64 counts[][2] = { { 1, 2 } };
  g_autoptr (RgmTrial) trial = trial_new ("destiny:t-dxd", RGM_ALLOCATION_UNKNOWN, counts, 1);
  g_autoptr (GError) error = NULL;

  g_list_store_append (G_LIST_STORE (trials), trial);
  g_assert_true (rgm_responses_check_arms (trials, NULL, &error));
  g_assert_true (rgm_responses_check_arms (trials, good, &error));
  g_assert_no_error (error);
  g_assert_false (rgm_responses_check_arms (trials, slip, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
  g_assert_nonnull (strstr (error->message, "destiny:t-dx"));
}

/* A pooling answers for the same responses with the same options, and for no others. */
static void
test_same (void)
{
  const char * const some_arms[] = { "a:0", "a:1", NULL };
  g_autoptr (GListModel) trials = trials_new (RGM_ALLOCATION_UNKNOWN);
  g_autoptr (GListModel) like = trials_new (RGM_ALLOCATION_UNKNOWN);
  g_autoptr (GPtrArray) all = collect (trials, NULL);
  g_autoptr (GPtrArray) again = collect (trials, NULL);
  g_autoptr (GPtrArray) some = collect (trials, some_arms);
  g_autoptr (GPtrArray) others = collect (like, NULL);
  g_autoptr (GPtrArray) narrower = rgm_responses_collect (trials, NULL, "ORR", RGM_RATE_CLOPPER_PEARSON, 0.9);
  g_autoptr (GPtrArray) none = rgm_responses_collect (trials, NULL, "PFS", RGM_RATE_CLOPPER_PEARSON, LEVEL);
  const RgmPoolingOptions options = RGM_POOLING_DEFAULT_OPTIONS;
  RgmPoolingOptions changed[6] = { options, options, options, options, options, options };
  g_autoptr (RgmPooling) pooling = rgm_pooling_new (all, &options);
  g_autoptr (RgmPooling) of_some = rgm_pooling_new (some, &options);
  g_autoptr (RgmPooling) of_none = rgm_pooling_new (none, &options);

  g_assert_true (rgm_pooling_is_of (pooling, all, &options));
  g_assert_true (rgm_pooling_is_of (pooling, again, &options));
  g_assert_true (rgm_pooling_is_of (of_none, none, &options));

  g_assert_false (rgm_pooling_is_of (pooling, some, &options));
  g_assert_false (rgm_pooling_is_of (of_some, all, &options));
  g_assert_false (rgm_pooling_is_of (pooling, none, &options));
  g_assert_false (rgm_pooling_is_of (of_none, all, &options));
  g_assert_false (rgm_pooling_is_of (pooling, narrower, &options));
  /* Equal counts of other records, as after an edit: words and groups may have changed. */
  g_assert_false (rgm_pooling_is_of (pooling, others, &options));

  changed[0].model = RGM_POOLING_DL;
  changed[1].interval = RGM_RATE_WILSON;
  changed[2].level = 0.9;
  changed[3].knapp_hartung = TRUE;
  changed[4].by = RGM_POOLING_BY_CLASS;
  changed[5].leave_one_out = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    g_assert_false (rgm_pooling_is_of (pooling, all, &changed[i]));
}

static void
test_pooling (void)
{
  g_autoptr (GListModel) trials = trials_new (RGM_ALLOCATION_UNKNOWN);
  g_autoptr (GPtrArray) all = collect (trials, NULL);
  RgmPoolingOptions options = RGM_POOLING_DEFAULT_OPTIONS;
  g_autoptr (RgmPooling) pooling = NULL;
  double sum = 0.0;

  options.model = RGM_POOLING_REML;
  options.by = RGM_POOLING_BY_CLASS;
  options.leave_one_out = TRUE;
  pooling = rgm_pooling_new (all, &options);

  /* The arm without a count is not pooled. */
  g_assert_cmpuint (rgm_pooling_get_n_arms (pooling), ==, 3);
  g_assert_cmpuint (rgm_pooling_get_overall (pooling)->k, ==, 3);
  g_assert_cmpint (rgm_pooling_get_overall (pooling)->responders, ==, 26);
  g_assert_cmpint (rgm_pooling_get_overall (pooling)->patients, ==, 98);
  for (guint i = 0; i < 3; i++)
    sum += rgm_pooling_get_weight (pooling, i);
  g_assert_cmpfloat_with_epsilon (sum, 100.0, 1e-10);

  g_assert_cmpuint (rgm_pooling_get_n_groups (pooling), ==, 2);
  g_assert_cmpstr (rgm_pooling_get_group (pooling, 0)->key, ==, "first");
  g_assert_cmpuint (rgm_pooling_get_group (pooling, 0)->arms, ==, 2);
  g_assert_cmpstr (rgm_pooling_get_group (pooling, 1)->key, ==, RGM_POOLING_MIXED);
  g_assert_nonnull (rgm_pooling_get_group (pooling, 1)->rate.why_no_tau2);
  /* Groups of two and of one arm are not tested. */
  g_assert_cmpuint (rgm_pooling_get_between (pooling)->df, ==, 1);
  g_assert_true (isnan (rgm_pooling_get_between (pooling)->q) && isnan (rgm_pooling_get_between (pooling)->p));
  g_assert_nonnull (strstr (rgm_pooling_get_between (pooling)->why_not, "first: 2 arms"));
  g_assert_nonnull (strstr (rgm_pooling_get_between (pooling)->why_not, "mixed: 1 arm"));
  g_assert_nonnull (strstr (rgm_pooling_get_between (pooling)->note, "exploratory"));

  g_assert_cmpint (rgm_pooling_get_leave_one_out (pooling, 2)->patients, ==, 78);
  g_assert_nonnull (strstr (rgm_pooling_get_method (pooling), "restricted maximum likelihood"));
  g_assert_nonnull (strstr (rgm_pooling_get_method (pooling), "(a) are treated as independent"));
  g_assert_null (strstr (rgm_pooling_get_method (pooling), "½"));
  g_assert_nonnull (rgm_pooling_get_caveat (pooling));
}

static void
test_nothing_asked (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  RgmPoolingOptions options = RGM_POOLING_DEFAULT_OPTIONS;
  g_autoptr (RgmPooling) pooling = rgm_pooling_new (none, &options);

  g_assert_cmpuint (rgm_pooling_get_n_arms (pooling), ==, 0);
  g_assert_true (isnan (rgm_pooling_get_overall (pooling)->estimate));
  g_assert_nonnull (rgm_pooling_get_overall (pooling)->why_no_estimate);
  g_assert_null (rgm_pooling_get_between (pooling));
  g_assert_cmpuint (rgm_pooling_get_n_groups (pooling), ==, 0);
  g_assert_null (rgm_pooling_get_caveat (pooling));
}

/* One arm keeps its own rate and interval, by whatever model. */
static void
test_one_arm (void)
{
  const char * const arms[] = { "b:0", NULL };
  g_autoptr (GListModel) trials = trials_new (RGM_ALLOCATION_UNKNOWN);
  g_autoptr (GPtrArray) one = collect (trials, arms);
  const RgmResponse *response = g_ptr_array_index (one, 0);

  for (int model = RGM_POOLING_GLMM; model <= RGM_POOLING_COMMON; model++)
    {
      RgmPoolingOptions options = RGM_POOLING_DEFAULT_OPTIONS;
      g_autoptr (RgmPooling) pooling = NULL;
      const RgmPooledRate *rate;
      g_auto (GStrv) reasons = NULL;

      options.model = (RgmPoolingModel) model;
      pooling = rgm_pooling_new (one, &options);
      rate = rgm_pooling_get_overall (pooling);

      g_assert_cmpfloat (rate->estimate, ==, response->estimate);
      g_assert_cmpfloat (rate->lower, ==, response->lower);
      g_assert_cmpfloat (rate->upper, ==, response->upper);
      g_assert_true (isnan (rate->se) && isnan (rate->tau2) && isnan (rate->q) && isnan (rate->prediction_lower));
      g_assert_false (rgm_pooled_rate_is_pooled (rate));
      g_assert_true (isnan (rgm_pooling_get_weight (pooling, 0)));
      reasons = rgm_pooled_rate_get_reasons (rate);
      g_assert_cmpuint (g_strv_length (reasons), ==, 1);
      g_assert_null (strstr (rgm_pooling_get_method (pooling), "model"));
    }
}

/* A test of two arms would compare their trials; two arms of one trial may be tested. */
static void
test_two_arms (void)
{
  const char * const same[] = { "a:0", "a:1", NULL };
  const char * const different[] = { "a:0", "b:0", NULL };
  g_autoptr (GListModel) trials = trials_new (RGM_ALLOCATION_UNKNOWN);
  g_autoptr (GPtrArray) of_one = collect (trials, same);
  g_autoptr (GPtrArray) of_two = collect (trials, different);
  RgmPoolingOptions options = RGM_POOLING_DEFAULT_OPTIONS;
  g_autoptr (RgmPooling) one = rgm_pooling_new (of_one, &options);
  g_autoptr (RgmPooling) two = rgm_pooling_new (of_two, &options);

  g_assert_false (isnan (rgm_pooling_get_overall (one)->p));
  g_assert_true (isnan (rgm_pooling_get_overall (two)->p));
  g_assert_nonnull (rgm_pooling_get_overall (two)->why_no_p);
  g_assert_false (isnan (rgm_pooling_get_overall (two)->q));
  g_assert_false (isnan (rgm_pooling_get_overall (two)->i2_q));
  g_assert_true (isnan (rgm_pooling_get_overall (one)->prediction_lower));
  g_assert_nonnull (rgm_pooling_get_overall (one)->why_no_prediction);
}

/* Knapp and Hartung's interval needs a tau². */
static void
test_options (void)
{
  RgmPoolingOptions options = RGM_POOLING_DEFAULT_OPTIONS;

  for (int model = RGM_POOLING_GLMM; model <= RGM_POOLING_COMMON; model++)
    {
      g_autoptr (GError) error = NULL;
      gboolean good;

      g_assert_cmpint (rgm_enum_find (RGM_TYPE_POOLING_MODEL, rgm_enum_get_nick (RGM_TYPE_POOLING_MODEL, model)), ==, model);

      options.model = (RgmPoolingModel) model;
      options.knapp_hartung = FALSE;
      g_assert_true (rgm_pooling_options_check (&options, NULL));
      options.knapp_hartung = TRUE;
      good = rgm_pooling_options_check (&options, &error);
      g_assert_true (good == (model != RGM_POOLING_GLMM && model != RGM_POOLING_COMMON));
      g_assert_true (good == (error == NULL));
    }
}

/* R: fisher.test(matrix(c(12, 28, 5, 33), 2))$p.value */
static void
test_comparison (void)
{
  const RgmAllocation allocations[] = { RGM_ALLOCATION_RANDOMISED, RGM_ALLOCATION_NOT_RANDOMISED, RGM_ALLOCATION_UNKNOWN };

  for (guint i = 0; i < G_N_ELEMENTS (allocations); i++)
    {
      g_autoptr (GListModel) trials = trials_new (allocations[i]);
      g_autoptr (GPtrArray) all = collect (trials, NULL);
      RgmArmComparison same = rgm_comparison_make (g_ptr_array_index (all, 0), g_ptr_array_index (all, 1), LEVEL);
      RgmArmComparison other = rgm_comparison_make (g_ptr_array_index (all, 0), g_ptr_array_index (all, 2), LEVEL);
      RgmArmComparison itself = rgm_comparison_make (g_ptr_array_index (all, 0), g_ptr_array_index (all, 0), LEVEL);

      g_assert_null (same.refusal);
      g_assert_cmpfloat_with_epsilon (same.difference, 12.0 / 40.0 - 5.0 / 38.0, 1e-15);
      g_assert_true (same.newcombe_lower < same.difference && same.newcombe_upper > same.difference);
      g_assert_true (same.miettinen_nurminen_lower < same.difference && same.miettinen_nurminen_upper > same.difference);
      g_assert_true (isnan (same.p) == (allocations[i] != RGM_ALLOCATION_RANDOMISED));
      g_assert_true ((same.why_no_p == NULL) == (allocations[i] == RGM_ALLOCATION_RANDOMISED));
      if (same.why_no_p == NULL)
        g_assert_cmpfloat_with_epsilon (same.p, 0.100502487945387, 1e-13);

      g_assert_nonnull (other.refusal);
      g_assert_true (isnan (other.difference) && isnan (other.p) && isnan (other.newcombe_lower));
      g_assert_nonnull (itself.refusal);
    }
}

/* Every arm of the embedded data set that has a rate, in any grouping. */
static void
test_embedded (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_embedded (NULL, NULL, &error);
  g_autoptr (GPtrArray) all = NULL;

  g_assert_no_error (error);
  all = collect (rgm_data_set_get_trials (data_set), NULL);
  for (int by = RGM_POOLING_BY_NONE; by <= RGM_POOLING_BY_REGIMEN; by++)
    {
      RgmPoolingOptions options = RGM_POOLING_DEFAULT_OPTIONS;
      g_autoptr (RgmPooling) pooling = NULL;
      guint members = 0;

      options.by = (RgmPoolingBy) by;
      pooling = rgm_pooling_new (all, &options);
      g_assert_cmpuint (rgm_pooling_get_n_arms (pooling), ==, 15);
      g_assert_cmpint (rgm_pooling_get_overall (pooling)->responders, ==, 190);
      g_assert_cmpint (rgm_pooling_get_overall (pooling)->patients, ==, 579);
      for (guint g = 0; g < rgm_pooling_get_n_groups (pooling); g++)
        members += rgm_pooling_get_group (pooling, g)->arms;
      g_assert_cmpuint (members, ==, by == RGM_POOLING_BY_NONE ? 0 : 15);
      for (guint i = 0; i < 15; i++)
        g_assert_true (isnan (rgm_pooling_get_weight (pooling, i)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pooling/responses", test_responses);
  g_test_add_func ("/pooling/caveat", test_caveat);
  g_test_add_func ("/pooling/unknown-arm", test_unknown_arm);
  g_test_add_func ("/pooling/pooling", test_pooling);
  g_test_add_func ("/pooling/same", test_same);
  g_test_add_func ("/pooling/nothing-asked", test_nothing_asked);
  g_test_add_func ("/pooling/one-arm", test_one_arm);
  g_test_add_func ("/pooling/two-arms", test_two_arms);
  g_test_add_func ("/pooling/options", test_options);
  g_test_add_func ("/pooling/comparison", test_comparison);
  g_test_add_func ("/pooling/embedded", test_embedded);

  return g_test_run ();
}
