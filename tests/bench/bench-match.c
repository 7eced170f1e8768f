/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a patient's findings take to be matched with as many trials as a registry has of a disease. */

#include "bench.h"
#include "rgm-load.h"
#include "rgm-matcher.h"

#define N_TRIALS 100000
#define N_TIMES 100

/* As a person enters them, one after the other. */
static const char *const facts[] = {
  "her2:ihc-3+",
  "her2:ihc-3+ ras:wt",
  "her2:ihc-3+ ras:wt braf:wt tumour:colorectal-cancer",
  "her2:ihc-3+ ras:wt braf:wt tumour:colorectal-cancer setting:metastatic lines:2",
};

/* The embedded trials over and over: rules are as long as they are in practice. */
static RgmDataSet *
make_data_set (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) embedded = rgm_load_embedded (NULL, NULL, &error);
  g_autoptr (GPtrArray) trials = rgm_description_new_array (&rgm_trial_description, N_TRIALS);
  RgmDataSet fields;

  g_assert_no_error (error);
  for (guint i = 0; i < N_TRIALS; i++)
    g_ptr_array_add (trials, g_object_ref (g_ptr_array_index (embedded->trials, i % embedded->trials->len)));
  fields = *embedded;
  fields.trials = trials;

  return rgm_record_new (&rgm_data_set_description, &fields);
}

int
main (void)
{
  g_autoptr (RgmDataSet) data_set = make_data_set ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree RgmAnswer *answers = g_new (RgmAnswer, N_TRIALS);
  double start = bench_now ();
  g_autoptr (RgmMatcher) matcher = rgm_matcher_new (data_set);
  double build = bench_now () - start;

  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmFindings) findings = rgm_findings_new (data_set, facts[i % G_N_ELEMENTS (facts)], &error);
      double time;

      g_assert_no_error (error);
      start = bench_now ();
      rgm_matcher_match (matcher, findings, answers);
      time = bench_now () - start;
      g_array_append_val (times, time);
    }

  bench_say ("matching 100,000 trials, 99th percentile", bench_quantile (times, 0.99), 0, "ms");
  bench_say ("rules of 100,000 trials, made ready", build, 0, "ms");

  return EXIT_SUCCESS;
}
