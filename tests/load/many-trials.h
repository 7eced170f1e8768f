/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

/* A data set of @n trials, each the first one of sample.json under an id of its own. */
static inline char *
make_many_trials (const char *sample,
                  guint       n)
{
  const char *start = strstr (sample, "    {\n      \"id\": \"first\"");
  const char *end = strstr (sample, "    {\n      \"id\": \"second\"");
  g_autofree char *trial = g_strndup (start, (gsize) (end - start));
  g_auto (GStrv) pieces = g_strsplit (trial, "\"first", -1);
  g_auto (GStrv) tail = g_strsplit (end, "\"first:", -1);
  g_autofree char *rest = g_strjoinv ("\"t0:", tail);
  GString *text = g_string_new_len (sample, start - sample);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; pieces[j] != NULL; j++)
      {
        if (j > 0)
          g_string_append_printf (text, "\"t%u", i);
        g_string_append (text, pieces[j]);
      }

  /* What else speaks of the first trial's arm speaks of that of the first of the many. */
  g_string_append (text, rest);

  return g_string_free (text, FALSE);
}
