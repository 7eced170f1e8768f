/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Time limits that hold while other programs are busy, and in a build under the sanitizers. */

#pragma once

#include <glib.h>

#include <time.h>

/* The processor time that this process has used, in microseconds. */
static inline gint64
test_get_processor_time (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now), ==, 0);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* How many times slower than usual the build is: PATIENCE, or 1. */
static inline gint64
test_get_patience (void)
{
  const char *patience = g_getenv ("PATIENCE");

  return patience != NULL ? MAX (g_ascii_strtoll (patience, NULL, 10), 1) : 1;
}
