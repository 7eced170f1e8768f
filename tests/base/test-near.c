/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "rgm-did-you-mean.h"

static const char *const verbs[] = { "list", "show", "pool", "chart", "signal", "check", NULL };

static void
test_slips (void)
{
  g_assert_cmpstr (rgm_did_you_mean ("lsit", verbs), ==, "list");
  g_assert_cmpstr (rgm_did_you_mean ("lst", verbs), ==, "list");
  g_assert_cmpstr (rgm_did_you_mean ("LIST", verbs), ==, "list");
  g_assert_cmpstr (rgm_did_you_mean ("chekc", verbs), ==, "check");
  g_assert_cmpstr (rgm_did_you_mean ("signals", verbs), ==, "signal");
}

static void
test_beginnings (void)
{
  g_assert_cmpstr (rgm_did_you_mean ("sig", verbs), ==, "signal");
  g_assert_cmpstr (rgm_did_you_mean ("s", verbs), ==, NULL);
}

static void
test_far (void)
{
  g_autofree char *vast = g_strnfill (100000, 'a');
  const char *const none[] = { NULL };

  g_assert_null (rgm_did_you_mean ("forest", verbs));
  g_assert_null (rgm_did_you_mean ("", verbs));
  g_assert_null (rgm_did_you_mean (vast, verbs));
  g_assert_null (rgm_did_you_mean ("list", none));
}

static void
test_other_scripts (void)
{
  const char *const words[] = { "größe", "ödem", NULL };

  g_assert_cmpstr (rgm_did_you_mean ("grösse", words), ==, "größe");
  g_assert_cmpstr (rgm_did_you_mean ("ÖDEM", words), ==, "ödem");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/near/slips", test_slips);
  g_test_add_func ("/near/beginnings", test_beginnings);
  g_test_add_func ("/near/far", test_far);
  g_test_add_func ("/near/other-scripts", test_other_scripts);

  return g_test_run ();
}
