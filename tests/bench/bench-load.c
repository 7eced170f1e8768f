/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "../load/many-trials.h"
#include "bench.h"
#include "rgm-data-set.h"
#include "rgm-load.h"

/* Loading a data set beside json-glib's bare parse of the same bytes: time, and how much memory a process has grown to at its most.
 *
 *     bench-load EMBEDDED SAMPLE              both, of both
 *     bench-load ours|reference|neither FILE  one of them once, and its peak in KiB
 */

static void
load_ours (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_bytes (bytes, "bench", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (data_set);
}

static void
load_reference (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
}

static GBytes *
read_bytes (const char *path)
{
  char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static double
take_time (GBytes *bytes,
           void  (*load) (GBytes *bytes),
           guint   runs)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < runs; i++)
    {
      double start = bench_wall ();
      double time;

      load (bytes);
      time = bench_wall () - start;
      g_array_append_val (times, time);
    }

  return bench_quantile (times, 0.5);
}

/* A process of its own for each: what one has freed is there for the next. */
static double
take_peak (const char *program,
           const char *which,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, which, path, NULL);
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return g_ascii_strtod (output, NULL);
}

static void
compare (const char *program,
         const char *name,
         const char *path,
         guint       runs)
{
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autofree char *time_name = g_strdup_printf ("load %s, time", name);
  g_autofree char *peak_name = g_strdup_printf ("load %s, memory", name);
  double before = take_peak (program, "neither", path);

  bench_say (time_name, take_time (bytes, load_ours, runs), take_time (bytes, load_reference, runs), "ms");
  bench_say (peak_name, take_peak (program, "ours", path) - before, take_peak (program, "reference", path) - before, "MiB");
}

static int
run_once (const char *which,
          const char *path)
{
  g_autoptr (GBytes) bytes = read_bytes (path);

  if (g_str_equal (which, "ours"))
    load_ours (bytes);
  else if (g_str_equal (which, "reference"))
    load_reference (bytes);
  g_print ("%.3f\n", bench_memory ("VmHWM:"));

  return EXIT_SUCCESS;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = NULL;
  g_autofree char *many = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  g_assert_cmpint (argc, ==, 3);
  if (g_str_equal (argv[1], "ours") || g_str_equal (argv[1], "reference") || g_str_equal (argv[1], "neither"))
    return run_once (argv[1], argv[2]);

  compare (argv[0], "the review", argv[1], 31);

  g_file_get_contents (argv[2], &sample, NULL, &error);
  g_assert_no_error (error);
  many = make_many_trials (sample, 10000);
  folder = g_dir_make_tmp ("regimen-bench-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "many.json", NULL);
  g_file_set_contents (path, many, -1, &error);
  g_assert_no_error (error);
  compare (argv[0], "10,000 trials", path, 5);
  remove (path);
  remove (folder);

  return EXIT_SUCCESS;
}
