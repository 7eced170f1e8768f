/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <gio/gio.h>

/* What every program here shares: times in milliseconds, and a line of JSON for each comparison. */

static inline int
bench_compare (gconstpointer a,
               gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* The time below which the fraction @at of the times lies. Sorts them. */
static inline double
bench_quantile (GArray *times,
                double  at)
{
  guint last = times->len - 1;

  g_array_sort (times, bench_compare);

  return g_array_index (times, double, (guint) ceil (at * last));
}

/* This thread's time on the processor: what else the machine does isn't counted. All that is measured here computes and waits for nothing. */
static inline double
bench_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* The time that passes while this thread waits: for work that others do a part of. */
static inline double
bench_wall (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

/* The process's memory in MiB: "VmRSS:" that it has now, "VmHWM:" the most that it has had. Not getrusage's: that remembers what
 * the process was before this program ran in it. */
static inline double
bench_memory (const char *key)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, key);
  g_assert_nonnull (line);

  return g_ascii_strtod (line + strlen (key), NULL) / 1024;
}

static inline void
bench_say (const char *name,
           double      ours,
           double      reference,
           const char *unit)
{
  char numbers[3][G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("{\"name\": \"%s\", \"ours\": %s, \"reference\": %s, \"ratio\": %s, \"unit\": \"%s\"}\n", name,
           g_ascii_formatd (numbers[0], sizeof numbers[0], "%.4g", ours),
           reference > 0 ? g_ascii_formatd (numbers[1], sizeof numbers[1], "%.4g", reference) : "null",
           reference > 0 ? g_ascii_formatd (numbers[2], sizeof numbers[2], "%.3f", ours / reference) : "null", unit);
}
