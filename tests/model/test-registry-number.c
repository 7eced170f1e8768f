/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-registry-number.h"

static void
test_normalise (void)
{
  static const char *const cases[][2] = {
    { "nct03384940", "NCT03384940" },
    { " NCT 03384940 ", "NCT03384940" },
    { "Nct-03384940", "NCT03384940" },
    { "isrctn12345678", "ISRCTN12345678" },
    { "CHICTR2000038616", "ChiCTR2000038616" },
    { "JRCTs031180001", "jRCTs031180001" },
    { "jprn-umin000027887", "JPRN-UMIN000027887" },
    { "umin00027887", "UMIN00027887" },
    { "rbr-8nhhqk", "RBR-8nhhqk" },
    { "2022-500244-37-00", "2022-500244-37-00" },
    /* What is no number of a registry is the sponsor's own. */
    { "nct123", "nct123" },
    { "nct0338494x", "nct0338494x" },
    { "ds8201-a-j203", "ds8201-a-j203" },
    { "nlx-1", "nlx-1" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *once = rgm_registry_number_normalise (cases[i][0]);
      g_autofree char *twice = rgm_registry_number_normalise (once);

      g_assert_cmpstr (once, ==, cases[i][1]);
      g_assert_cmpstr (twice, ==, once);
    }
}

static void
test_fold (void)
{
  static const char *const cases[][2] = {
    { "nct 03384940", "NCT03384940" },
    { "EUCTR2019-003156-22-DE", "2019-003156-22" },
    { "ctis2022-500244-37-00", "2022-500244-37" },
    { "ChiCTR2000038616", "CHICTR2000038616" },
    { "DS8201-A-J203", NULL },
    { "NCT0338494", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = rgm_registry_number_fold (cases[i][0]);

      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/registry-number/normalise", test_normalise);
  g_test_add_func ("/registry-number/fold", test_fold);

  return g_test_run ();
}
