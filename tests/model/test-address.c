/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-address.h"

static void
test_registrations (void)
{
  g_autofree char *nct = rgm_address_of_registration ("NCT03384940");

  g_assert_cmpstr (nct, ==, "https://clinicaltrials.gov/study/NCT03384940");
  g_assert_null (rgm_address_of_registration ("NCT0338494"));
  g_assert_null (rgm_address_of_registration ("NCT033849400"));
  g_assert_null (rgm_address_of_registration ("NCT0338494x"));
  g_assert_null (rgm_address_of_registration ("UMIN00027887"));
}

/* Old identifiers hold signs that an address can't. */
static void
test_dois (void)
{
  g_autofree char *plain = rgm_address_of_doi ("10.1000/182");
  g_autofree char *odd = rgm_address_of_doi ("10.1002/(SICI)1097-0142(19990101)85:1<1::AID-CNCR1>3.0.CO;2-X");

  g_assert_cmpstr (plain, ==, "https://doi.org/10.1000/182");
  g_assert_cmpstr (odd, ==, "https://doi.org/10.1002/(SICI)1097-0142(19990101)85:1%3C1::AID-CNCR1%3E3.0.CO;2-X");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/registrations", test_registrations);
  g_test_add_func ("/address/dois", test_dois);

  return g_test_run ();
}
