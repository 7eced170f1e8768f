/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reference-table.h"
#include "rgm-quantile.h"

/* At a million degrees of freedom GSL's distribution functions are good to 1e-10. */
static void
test_reference (void)
{
  g_autoptr (ReferenceTable) table = reference_table_load ("stats/quantile.csv");

  for (gsize row = 0; row < reference_table_rows (table); row++)
    {
      double tail = reference_table_value (table, row, "tail");
      double df = reference_table_value (table, row, "df");

      reference_assert_near ("chi2_lower", row, rgm_chi2_lower (tail, df),
                             reference_table_value (table, row, "chi2_lower"), 1e-9, 0.0);
      reference_assert_near ("chi2_upper", row, rgm_chi2_upper (tail, df),
                             reference_table_value (table, row, "chi2_upper"), 1e-9, 0.0);
      reference_assert_near ("student_upper", row, rgm_student_upper (tail, df),
                             reference_table_value (table, row, "student_upper"), 1e-9, 0.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quantile/reference", test_reference);

  return g_test_run ();
}
