/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-table.h"

static RgmTable *
make_table (void)
{
  RgmTable *table = rgm_table_new ();
  guint row;

  rgm_table_add_column (table, "trial", "Trial", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "rate", "Rate", RGM_COLUMN_NUMBER);

  row = rgm_table_add_row (table, "a");
  rgm_table_set_text (table, row, 0, "ÄRA, \"first\"");
  rgm_table_set_number (table, row, 1, 0.4528301886792453, "45.3%");

  row = rgm_table_add_row (table, "b");
  rgm_table_set_text (table, row, 0, "B<2>");
  rgm_table_set_text (table, row, 1, "not reported");

  return table;
}

static void
test_table_text (void)
{
  g_autoptr (RgmTable) table = make_table ();
  g_autofree char *titled = rgm_table_to_text (table, TRUE);
  g_autofree char *bare = rgm_table_to_text (table, FALSE);

  g_assert_cmpstr (titled, ==,
                   "Trial                 Rate\n"
                   "ÄRA, \"first\"         45.3%\n"
                   "B<2>          not reported\n");
  g_assert_cmpstr (bare, ==,
                   "ÄRA, \"first\"         45.3%\n"
                   "B<2>          not reported\n");
}

static void
test_table_formats (void)
{
  g_autoptr (RgmTable) table = make_table ();
  g_autofree char *csv = rgm_table_to_csv (table);
  g_autofree char *tsv = rgm_table_to_tsv (table);
  g_autofree char *html = rgm_table_to_html (table);

  g_assert_cmpstr (csv, ==,
                   "trial,rate\n"
                   "\"ÄRA, \"\"first\"\"\",0.4528301886792453\n"
                   "B<2>,not reported\n");
  g_assert_cmpstr (tsv, ==,
                   "Trial\tRate\n"
                   "ÄRA, \"first\"\t45.3%\n"
                   "B<2>\tnot reported\n");
  g_assert_nonnull (strstr (html, "<td>B&lt;2&gt;</td><td align=\"right\">not reported</td>"));
}

static void
test_table_order (void)
{
  g_autoptr (RgmTable) table = make_table ();
  double number = 0.0;

  g_assert_true (rgm_table_get_number (table, 0, 1, &number));
  g_assert_cmpfloat (number, ==, 0.4528301886792453);
  g_assert_false (rgm_table_get_number (table, 1, 1, NULL));

  g_assert_cmpint (rgm_table_compare_rows (table, 0, 1, 1), <, 0);
  g_assert_cmpint (rgm_table_compare_rows (table, 1, 0, 1), >, 0);
  g_assert_cmpint (rgm_table_compare_rows (table, 1, 1, 0), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/table/text", test_table_text);
  g_test_add_func ("/base/table/formats", test_table_formats);
  g_test_add_func ("/base/table/order", test_table_order);

  return g_test_run ();
}
