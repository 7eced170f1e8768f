/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-error.h"
#include "rgm-faults.h"

static void
test_faults_text (void)
{
  g_autoptr (RgmFaults) faults = rgm_faults_new ();
  g_autofree char *text = NULL;

  rgm_faults_add (faults, "$.trials[3].arms[0].n", 41, "expected a whole number, found %s", "\"many\"");
  rgm_faults_add (faults, NULL, 0, "the file is empty");

  text = rgm_faults_to_text (faults, "regimen: FILE");
  g_assert_cmpstr (text, ==,
                   "regimen: FILE: $.trials[3].arms[0].n: expected a whole number, found \"many\" (line 41)\n"
                   "regimen: FILE: the file is empty\n");
}

static void
test_faults_limit (void)
{
  g_autoptr (RgmFaults) faults = rgm_faults_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < RGM_FAULTS_MAX + 7; i++)
    rgm_faults_add (faults, "$", i + 1, "fault %u", i);

  g_assert_cmpuint (rgm_faults_get_size (faults), ==, RGM_FAULTS_MAX);
  g_assert_cmpuint (rgm_faults_get_left_out (faults), ==, 7);

  text = rgm_faults_to_text (faults, NULL);
  g_assert_true (g_str_has_suffix (text, "\nand 7 more problems\n"));
}

static void
test_faults_error (void)
{
  g_autoptr (RgmFaults) faults = rgm_faults_new ();
  g_autoptr (GError) error = NULL;

  rgm_faults_add (faults, "$.title", 3, "missing");
  rgm_faults_to_error (faults, "set.json", &error);

  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, "set.json: $.title: missing (line 3)");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/faults/text", test_faults_text);
  g_test_add_func ("/base/faults/limit", test_faults_limit);
  g_test_add_func ("/base/faults/error", test_faults_error);

  return g_test_run ();
}
