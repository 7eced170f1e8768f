/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <unistd.h>

#include "rgm-data-set.h"
#include "rgm-faults.h"
#include "rgm-load.h"

/* Reads documents from standard input, each on a line of its own, and answers each with
 * a line: its faults with tabs between them, none for a good one. */
int
main (void)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  char *line;
  gsize length;

  while ((line = g_data_input_stream_read_line (lines, &length, NULL, NULL)) != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (line, length);
      g_autoptr (RgmFaults) faults = NULL;
      g_autoptr (RgmDataSet) data_set = rgm_load_bytes (bytes, "stdin", NULL, &faults, NULL);

      g_assert ((data_set == NULL) == (faults != NULL));

      for (guint i = 0; faults != NULL && i < rgm_faults_get_size (faults); i++)
        {
          const RgmFault *fault = rgm_faults_get (faults, i);

          printf ("%s%s: %s", i > 0 ? "\t" : "", fault->path, fault->message);
        }
      putchar ('\n');
    }

  return 0;
}
