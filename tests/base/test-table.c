/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
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

/* Exact to the byte: what a spreadsheet of the language opens by a double click. */
static void
test_table_spreadsheet (void)
{
  static const char * const captions[] = { "Not randomised, \"separate\" trials; see below.", "=1+1", NULL };
  g_autoptr (RgmTable) table = make_table ();
  guint row = rgm_table_add_row (table, "c");
  g_autofree char *text = NULL;
  g_autofree char *tsv = NULL;
  g_autofree char *html = NULL;

  rgm_table_set_text (table, row, 0, "@SUM(A1)");
  rgm_table_set_number (table, row, 1, -2.5, "\342\210\2222.5");
  row = rgm_table_add_row (table, "d");
  rgm_table_set_text (table, row, 0, "=HYPERLINK(\"http://127.0.0.1/\",\"x\")");
  rgm_table_set_text (table, row, 1, "-3");
  row = rgm_table_add_row (table, "e");
  rgm_table_set_text (table, row, 0, "-destiny");
  rgm_table_set_text (table, row, 1, "+1");

  text = rgm_table_to_spreadsheet (table, captions);
  g_assert_cmpstr (text, ==,
                   "\357\273\277Trial,Rate\r\n"
                   "\"ÄRA, \"\"first\"\"\",0.4528301886792453\r\n"
                   "B<2>,not reported\r\n"
                   "'@SUM(A1),-2.5\r\n"
                   "\"'=HYPERLINK(\"\"http://127.0.0.1/\"\",\"\"x\"\")\",-3\r\n"
                   "'-destiny,'+1\r\n"
                   "\"Not randomised, \"\"separate\"\" trials; see below.\",\r\n"
                   "'=1+1,\r\n");

  tsv = rgm_table_to_tsv (table);
  html = rgm_table_to_html (table);
  g_assert_nonnull (strstr (tsv, "\n'@SUM(A1)\t"));
  g_assert_nonnull (strstr (tsv, "\t-3\n"));
  g_assert_nonnull (strstr (html, "<td>&apos;-destiny</td>"));
}

static void
test_table_spreadsheet_of_a_language (void)
{
  g_autoptr (RgmTable) table = make_table ();
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("de_DE.UTF-8 can’t be made here");
      return;
    }
  text = rgm_table_to_spreadsheet (table, NULL);
  csv = rgm_table_to_csv (table);
  setlocale (LC_NUMERIC, "C");

  g_assert_cmpstr (text, ==,
                   "\357\273\277Trial;Rate\r\n"
                   "\"ÄRA, \"\"first\"\"\";0,4528301886792453\r\n"
                   "B<2>;not reported\r\n");
  g_assert_nonnull (strstr (csv, ",0.4528301886792453\n"));
}

static void
test_table_isolates (void)
{
  g_autoptr (RgmTable) table = rgm_table_new ();
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;

  rgm_table_add_column (table, "trial", "Trial", RGM_COLUMN_TEXT);
  rgm_table_set_text (table, rgm_table_add_row (table, NULL), 0, "\u200f\u2068ÄRA\u2069: 28");
  csv = rgm_table_to_csv (table);
  text = rgm_table_to_text (table, TRUE);

  g_assert_cmpstr (csv, ==, "trial\nÄRA: 28\n");
  g_assert_nonnull (strstr (text, "\u2068ÄRA\u2069"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/table/text", test_table_text);
  g_test_add_func ("/base/table/formats", test_table_formats);
  g_test_add_func ("/base/table/isolates", test_table_isolates);
  g_test_add_func ("/table/spreadsheet", test_table_spreadsheet);
  g_test_add_func ("/table/spreadsheet/language", test_table_spreadsheet_of_a_language);
  g_test_add_func ("/base/table/order", test_table_order);

  return g_test_run ();
}
