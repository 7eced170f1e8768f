/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person's folders that are the test's own. */

#pragma once

#include <glib.h>
#include <glib/gstdio.h>

static inline void
test_remove_all (const char *path)
{
  GDir *folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      test_remove_all (inside);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

/* Runs the tests, which read and write a person's data in a new folder. G_TEST_OPTION_ISOLATE_DIRS leaks the folders of each test but
   the last. Call it before GLib was asked for the folders. */
static inline int
test_run_with_own_data (void)
{
  g_autofree char *data = g_dir_make_tmp ("regimen-XXXXXX", NULL);
  int status;

  g_assert_nonnull (data);
  g_assert_true (g_setenv ("XDG_DATA_HOME", data, TRUE));
  g_assert_true (g_setenv ("XDG_RUNTIME_DIR", data, TRUE));
  status = g_test_run ();
  test_remove_all (data);

  return status;
}
