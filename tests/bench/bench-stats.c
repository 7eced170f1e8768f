/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the statistics take, beside R for the same work on the same numbers where R
 * is installed. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "bench.h"
#include "rgm-data-set.h"
#include "rgm-kaplan-meier.h"
#include "rgm-load.h"
#include "rgm-pool.h"
#include "rgm-pooling.h"
#include "rgm-survival-analysis.h"

#define PATIENTS 100000
#define ARMS 10000

typedef struct
{
  const char *name;
  double seconds;
  double answer;
} Timing;

/* Of the processor, so that other work on the machine doesn't count. */
static double
seconds_since (clock_t start)
{
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

static void
must_succeed (gboolean      good,
              const GError *error)
{
  if (!good)
    g_error ("%s", error->message);
}

/* The data set's arms, overall and without each of them, by the logistic model. */
static Timing
pool_data_set (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "data-set.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_embedded (NULL, NULL, &error);
  g_autoptr (GPtrArray) responses = NULL;
  g_autoptr (RgmPooling) pooling = NULL;
  g_autoptr (GString) text = g_string_new ("x,n\n");
  RgmPoolingOptions options = RGM_POOLING_DEFAULT_OPTIONS;
  clock_t start;

  must_succeed (data_set != NULL, error);
  responses = rgm_responses_collect (rgm_data_set_get_trials (data_set), NULL, "ORR", options.interval, options.level);
  options.leave_one_out = TRUE;
  start = clock ();
  pooling = rgm_pooling_new (responses, &options);

  for (guint i = 0; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "\n", response->responders, response->analysed);
    }
  must_succeed (g_file_set_contents (path, text->str, -1, &error), error);

  return (Timing) { "data-set", seconds_since (start), rgm_pooling_get_leave_one_out (pooling, 0)->logit };
}

static Timing
kaplan_meier (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "patients.csv", NULL);
  g_autofree RgmFollowUp *patients = g_new (RgmFollowUp, PATIENTS);
  g_autoptr (GRand) random = g_rand_new_with_seed (1958);
  g_autoptr (GString) text = g_string_new ("time,event\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmKaplanMeier) curve = NULL;
  double median, lower, upper;
  clock_t start;
  RgmReason reason;

  for (gsize i = 0; i < PATIENTS; i++)
    {
      patients[i].time = floor (-1000.0 * log (1.0 - g_rand_double (random)));
      patients[i].event = g_rand_double (random) < 0.7;
      g_string_append_printf (text, "%.0f,%d\n", patients[i].time, patients[i].event);
    }
  must_succeed (g_file_set_contents (path, text->str, -1, &error), error);

  start = clock ();
  reason = rgm_kaplan_meier_new (patients, PATIENTS, RGM_SURVIVAL_LOG, 0.95, &curve);
  g_assert_cmpint (reason, ==, RGM_REASON_NONE);
  rgm_kaplan_meier_quantile (curve, 0.5, &median, &lower, &upper);

  return (Timing) { "kaplan-meier", seconds_since (start), median };
}

/* Two groups with all that is said of them: curves, medians, follow-up, means, the test and the hazard ratio. The times
 * are whole days, or no two of them are the same. */
static void
time_analysis (const char *name,
               gsize       n,
               gboolean    in_days)
{
  g_autofree RgmFollowUp *patients = g_new (RgmFollowUp, n);
  g_autofree gsize *groups = g_new (gsize, n);
  const RgmSurvivalAnalysisOptions options = { 0.95, RGM_SURVIVAL_LOG, NAN, 0, NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (1972);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmSurvivalAnalysis) analysis = NULL;
  clock_t start;

  for (gsize i = 0; i < n; i++)
    {
      patients[i].time = -1000.0 * log (1.0 - g_rand_double (random));
      if (in_days)
        patients[i].time = floor (patients[i].time);
      patients[i].event = g_rand_double (random) < 0.7;
      groups[i] = i % 2;
    }
  start = clock ();
  analysis = rgm_survival_analysis_new (patients, groups, n, 2, &options, &error);
  must_succeed (analysis != NULL, error);
  bench_say (name, seconds_since (start) * 1000, 0, "ms");
}

static Timing
pool_many (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "arms.csv", NULL);
  g_autofree RgmPoolArm *arms = g_new (RgmPoolArm, ARMS);
  g_autoptr (GRand) random = g_rand_new_with_seed (1986);
  g_autoptr (GString) text = g_string_new ("x,n\n");
  g_autoptr (GError) error = NULL;
  RgmPoolOptions options = { RGM_POOL_GLMM, 0.95, FALSE };
  RgmPoolResult result;
  clock_t start;

  for (gsize i = 0; i < ARMS; i++)
    {
      double logit = -0.8 + 1.5 * (g_rand_double (random) + g_rand_double (random) - 1.0);

      arms[i].n = g_rand_int_range (random, 10, 400);
      arms[i].x = 0;
      for (gint64 patient = 0; patient < arms[i].n; patient++)
        arms[i].x += g_rand_double (random) < 1.0 / (1.0 + exp (-logit));
      g_string_append_printf (text, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "\n", arms[i].x, arms[i].n);
    }
  must_succeed (g_file_set_contents (path, text->str, -1, &error), error);

  start = clock ();
  rgm_pool (arms, ARMS, &options, &result, NULL);

  return (Timing) { "many-arms", seconds_since (start), result.logit };
}

/* A line of R's: a name, seconds, and the same answer. Without R there is none. */
static char **
ask_r (const char *folder)
{
  g_autofree char *rscript = g_find_program_in_path ("Rscript");
  g_autofree char *script = g_build_filename (g_getenv ("REGIMEN_SOURCE_ROOT"), "tests", "bench", "stats.R", NULL);
  const char * const arguments[] = { rscript, script, folder, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  if (rscript == NULL)
    return g_new0 (char *, 1);

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, &error))
    {
      g_printerr ("R: %s\n", error->message);
      return g_new0 (char *, 1);
    }

  return g_strsplit (output, "\n", -1);
}

/* One line of JSON, for bench.py; that both computed the same thing is said where it isn't so. */
static void
print (const Timing *timing,
       char        **lines)
{
  double reference = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, " ", -1);

      if (g_strv_length (words) != 3 || !g_str_equal (words[0], timing->name))
        continue;
      reference = g_ascii_strtod (words[1], NULL) * 1000;
      if (fabs (g_ascii_strtod (words[2], NULL) - timing->answer) > 1e-4 * fabs (timing->answer))
        g_printerr ("%s: %.6f, R %s\n", timing->name, timing->answer, words[2]);
    }
  bench_say (timing->name, timing->seconds * 1000, reference, "ms");
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("regimen-bench-XXXXXX", &error);
  static const char * const files[] = { "data-set.csv", "patients.csv", "arms.csv" };
  g_auto (GStrv) lines = NULL;
  Timing timings[3];

  must_succeed (folder != NULL, error);
  timings[0] = pool_data_set (folder);
  timings[1] = kaplan_meier (folder);
  timings[2] = pool_many (folder);
  lines = ask_r (folder);
  for (gsize i = 0; i < G_N_ELEMENTS (timings); i++)
    print (&timings[i], lines);
  time_analysis ("survival of 100,000 patients", 100000, TRUE);
  time_analysis ("survival of 5,000,000 patients", 5000000, TRUE);
  time_analysis ("survival of 5,000,000 patients, all times different", 5000000, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);

  return EXIT_SUCCESS;
}
