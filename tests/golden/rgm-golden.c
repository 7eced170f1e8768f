/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-golden.h"

#include <string.h>

static char *
get_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);

  return g_test_build_filename (G_TEST_DIST, "golden", file, NULL);
}

static void
fail_at_first_difference (const char *name,
                          const char *expected,
                          const char *found)
{
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  guint i = 0;

  while (expected_lines[i] != NULL && g_strcmp0 (expected_lines[i], found_lines[i]) == 0)
    i++;

  g_test_message ("%s.txt, line %u", name, i + 1);
  g_test_message ("expected: %s", expected_lines[i] != NULL ? expected_lines[i] : "(the end)");
  g_test_message ("found:    %s", found_lines[i] != NULL ? found_lines[i] : "(the end)");
  g_test_fail_printf ("%s differs from tests/golden; look at the picture, and if it is right "
                      "run the tests with RGM_GOLDEN_REWRITE=1", name);
}

/**
 * rgm_golden_check:
 * @name: the name of a file in tests/golden, without its ending
 * @text: what was made
 *
 * Fails the test if @text isn't what the file has. With RGM_GOLDEN_REWRITE=1 in the
 * environment the file is written instead: the change is then read in the diff.
 */
void
rgm_golden_check (const char *name,
                  const char *text)
{
  g_autofree char *path = get_path (name);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (g_getenv ("RGM_GOLDEN_REWRITE"), "1") == 0)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (expected, text) != 0)
    fail_at_first_difference (name, expected, text);
}
