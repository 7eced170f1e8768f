/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "rgm-error.h"
#include "rgm-patient-file.h"

#define FINDINGS "her2:\"ihc-3+\" -ras:\"mutated\" tumour:\"colorectal-cancer\" lines:2"

static void
test_comes_back (void)
{
  g_autoptr (GBytes) bytes = rgm_patient_file_write (FINDINGS, "a-set");
  g_autoptr (GError) error = NULL;
  g_autofree char *findings = rgm_patient_file_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (findings, ==, FINDINGS);
}

/* Every shortened file, and every file with one byte changed, is read or refused, never half taken. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = rgm_patient_file_write (FINDINGS, "a-set");
  gsize length;
  const char *data = g_bytes_get_data (whole, &length);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autoptr (GError) error = NULL;
      g_autofree char *changed = g_memdup2 (data, length);
      g_autofree char *findings = rgm_patient_file_read (cut, &error);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) other = NULL;
      g_autofree char *read = NULL;

      g_assert_true ((findings == NULL) == (error != NULL));
      changed[i] = (char) (changed[i] ^ 0x80);
      bytes = g_bytes_new (changed, length);
      read = rgm_patient_file_read (bytes, &other);
      g_assert_true ((read == NULL) == (other != NULL));
    }
}

static void
test_refused (void)
{
  static const char *const others[] = {
    "", "{}", "[Patient]\n", "[Patient]\nFormat=0\nFindings=ras:wt\n", "[Patient]\nFormat=1\nFindings=\n",
    "[Patient]\nFormat=2\nFindings=ras:wt\n", "[Other]\nFormat=1\nFindings=ras:wt\n", "Format=1\nFindings=ras:wt\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (others[i], strlen (others[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (rgm_patient_file_read (bytes, &error));
      g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
    }
}

static void
test_too_large (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *many = g_strnfill (200000, 'a');
  g_autofree char *text = g_strconcat ("[Patient]\nFormat=1\nFindings=", many, "\n", NULL);
  int handle = g_file_open_tmp ("regimen-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (handle, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = g_file_new_for_path (path);
  g_assert_null (rgm_patient_file_load (file, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/patient-file/comes-back", test_comes_back);
  g_test_add_func ("/store/patient-file/damaged", test_damaged);
  g_test_add_func ("/store/patient-file/refused", test_refused);
  g_test_add_func ("/store/patient-file/too-large", test_too_large);

  return g_test_run ();
}
