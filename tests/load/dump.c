/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include "rgm-load.h"
#include "rgm-store-write.h"

/* Loads a data set and writes it: what was lost on the way in is missing, and what was
 * changed is different.
 *
 *     dump FILE
 */

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_file (file, NULL, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (data_set == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  bytes = rgm_store_write_data_set (data_set);
  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);

  return 0;
}
