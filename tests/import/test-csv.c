/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-csv.h"
#include "rgm-error.h"

static RgmCsv *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  RgmCsv *csv = rgm_csv_parse (text, strlen (text), &error);

  g_assert_no_error (error);

  return csv;
}

/* The rows in one line, to be compared: cells between bars, rows between slashes. */
static char *
describe (const RgmCsv *csv)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < rgm_csv_get_n_rows (csv); row++)
    {
      g_string_append (text, row > 0 ? " / " : "");
      for (guint i = 0; i < rgm_csv_get_n_cells (csv, row); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", rgm_csv_get_cell (csv, row, i));
    }

  return g_string_free (text, FALSE);
}

static void
test_cells (void)
{
  const struct
  {
    const char *text;
    const char *cells;
  } cases[] = {
    { "a,b\n1,2\n", "a|b / 1|2" },
    { "a,b\r\n1,2", "a|b / 1|2" },
    { "a,b\r1,2\r", "a|b / 1|2" },
    { "\xef\xbb\xbf" "a;b\n0,5;1\n", "a|b / 0,5|1" },
    { "a\tb, c\n1\t2, 3\n", "a|b, c / 1|2, 3" },
    { "\"time\",\"say \"\"so\"\"\"\n\"1,5\",\"two\nlines\"\n", "time|say \"so\" / 1,5|two\nlines" },
    { " a , b \n\n , \n1 ,, 2\n", "a|b / 1||2" },
    { "a,b,\n,,x\n", "a|b| / ||x" },
    { "  1.5   98.2  \n 2   97\n", "1.5|98.2 / 2|97" },
    { "one column\n", "one|column" },
    { "x\n1\n2\n", "x / 1 / 2" },
    { "", "" },
    { "\n\n", "" },
    { "\"\"\n\"\",1\n", "|1" },
    { "5' 3\" tall,x\n", "5' 3\" tall|x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmCsv) csv = parse (cases[i].text);
      g_autofree char *cells = describe (csv);

      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

static void
test_numbers (void)
{
  const struct
  {
    const char *text;
    gboolean is_number;
    double number;
  } cases[] = {
    { "a;b\n1;0,5\n", TRUE, 0.5 }, { "a,b\n1,\"0,5\"\n", TRUE, 0.5 }, { "a,b\n1,0.5\n", TRUE, 0.5 }, { "a,b\n1,-2e-3\n", TRUE, -0.002 },
    { "a,b\n1,\"1,234\"\n", FALSE, 0.0 }, { "a;b\n0.5;1,5\n", FALSE, 0.0 }, { "a,b\n1,\n", FALSE, 0.0 }, { "a,b\n1,nan\n", FALSE, 0.0 },
    { "a,b\n1,inf\n", FALSE, 0.0 }, { "a,b\n1,0x10\n", FALSE, 0.0 }, { "a,b\n1,1e999\n", FALSE, 0.0 }, { "a,b\n1,2 months\n", FALSE, 0.0 },
    { "a\tb\n1\t0,98.2\n", FALSE, 0.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmCsv) csv = parse (cases[i].text);
      double number = 0.0;

      g_assert_cmpint (rgm_csv_get_number (csv, 1, 1, &number), ==, cases[i].is_number);
      if (cases[i].is_number)
        g_assert_cmpfloat (number, ==, cases[i].number);
    }
}

static void
test_lines (void)
{
  g_autoptr (RgmCsv) csv = parse ("a,b\n\n\"two\nlines\",1\nlast,2\n");

  g_assert_cmpuint (rgm_csv_get_n_rows (csv), ==, 3);
  g_assert_cmpuint (rgm_csv_get_line (csv, 0), ==, 1);
  g_assert_cmpuint (rgm_csv_get_line (csv, 1), ==, 3);
  g_assert_cmpuint (rgm_csv_get_line (csv, 2), ==, 5);
  g_assert_cmpstr (rgm_csv_get_cell (csv, 2, 7), ==, "");
}

static void
test_encodings (void)
{
  static const char utf16[] = "\xff\xfe" "a\0\t\0b\0\n\0" "1\0\t\0\xe9\0\n\0";
  static const char windows[] = "a;b\n1;caf\xe9\n";
  static const char binary[] = "PK\x03\x04\0\0\0\0";
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmCsv) one = rgm_csv_parse (utf16, sizeof utf16 - 1, &error);
  g_autoptr (RgmCsv) other = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (rgm_csv_get_cell (one, 1, 1), ==, "é");
  other = rgm_csv_parse (windows, sizeof windows - 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rgm_csv_get_cell (other, 1, 1), ==, "café");

  g_assert_null (rgm_csv_parse (binary, sizeof binary - 1, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_null (rgm_csv_parse ("a,b\n1,\"2\n3,4\n", 13, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "line 2"));
}

/* Any bytes at all: an answer or an error, and cells that can be looked at. */
static void
test_random (void)
{
  static const char alphabet[] = "a1,;\t \"\n\r.-\xe9\xff\0";
  g_autoptr (GRand) random = g_rand_new_with_seed (2012);

  for (guint run = 0; run < 20000; run++)
    {
      char text[60];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof text);
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmCsv) csv = NULL;

      for (gsize i = 0; i < length; i++)
        text[i] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      csv = rgm_csv_parse (text, length, &error);
      g_assert_true ((csv == NULL) == (error != NULL));
      for (guint row = 0; csv != NULL && row < rgm_csv_get_n_rows (csv); row++)
        {
          gboolean empty = TRUE;

          for (guint i = 0; i < rgm_csv_get_n_cells (csv, row); i++)
            {
              double number;

              g_assert_true (g_utf8_validate (rgm_csv_get_cell (csv, row, i), -1, NULL));
              rgm_csv_get_number (csv, row, i, &number);
              empty &= *rgm_csv_get_cell (csv, row, i) == '\0';
            }
          g_assert_false (empty);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/numbers", test_numbers);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/random", test_random);

  return g_test_run ();
}
