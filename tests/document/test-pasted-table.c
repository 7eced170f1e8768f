/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-document.h"
#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-load.h"
#include "rgm-pasted-grid.h"
#include "rgm-pasted-table.h"

/* The numbers are invented. */

static RgmDataSet *
load_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (data, size);
  data_set = rgm_load_bytes (bytes, "test", NULL, &faults, &error);
  g_assert_no_error (error);
  g_assert_null (faults);

  return data_set;
}

static RgmDataSet *
load_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "load", "sample.json", NULL);

  return load_file (path);
}

static RgmPastedTable *
read_table (RgmDataSet *data_set,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  RgmPastedTable *table = rgm_pasted_table_read (data_set, rgm_data_set_find_trial (data_set, "first"), text, &error);

  g_assert_no_error (error);

  return table;
}

/* What a table would do, in a line. */
static char *
describe (const RgmPastedTable *table)
{
  static const char signs[] = { '+', '!', '=', '?' };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const RgmPastedCell *cell = g_ptr_array_index (table->cells, i);

      g_assert_cmpint (cell->is_taken, ==, cell->kind == RGM_PASTED_NEW || cell->kind == RGM_PASTED_REPLACES);
      g_assert_true (cell->kind != RGM_PASTED_REPLACES || cell->before != NULL);
      g_assert_true (cell->kind != RGM_PASTED_REFUSED || cell->message != NULL);
      g_string_append_printf (text, "%s%c%s %s %s", i > 0 ? "|" : "", signs[cell->kind], cell->arm, cell->what, cell->text);
    }

  return g_string_free (text, FALSE);
}

/* The same three rows however they come. */
static void
test_separators (void)
{
  static const char * const texts[] = {
    "Arm\tORR\nOne\t\"6,9\"\nTwo\t\"x, y\"\n",
    "Arm\tORR\r\nOne\t\"6,9\"\r\nTwo\t\"x, y\"",
    "Arm\tORR\rOne\t\"6,9\"\r\rTwo\t\"x, y\"\r",
    "Arm,ORR\nOne,\"6,9\"\nTwo,\"x, y\"\n",
    "\n Arm ; ORR \r\nOne;6,9\r\n;\r\nTwo;\"x, y\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) rows = rgm_pasted_grid_parse (texts[i]);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (rows->len, ==, 3);
      g_assert_cmpuint (rgm_pasted_grid_get_width (rows), ==, 2);
      g_assert_cmpstr (rgm_pasted_grid_get (rows, 0, 1), ==, "ORR");
      g_assert_cmpstr (rgm_pasted_grid_get (rows, 1, 1), ==, "6,9");
      g_assert_cmpstr (rgm_pasted_grid_get (rows, 2, 0), ==, "Two");
      g_assert_cmpstr (rgm_pasted_grid_get (rows, 2, 1), ==, "x, y");
    }
}

static void
test_grid (void)
{
  g_autoptr (GPtrArray) rows = rgm_pasted_grid_parse ("\ta\t b \r\n\r\n\"x\ny\"\t\"say \"\"so\"\"\"\n\t\t\nz");
  g_autoptr (GPtrArray) turned = rgm_pasted_grid_transpose (rows);

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpuint (rgm_pasted_grid_get_width (rows), ==, 3);
  g_assert_cmpstr (rgm_pasted_grid_get (rows, 0, 0), ==, "");
  g_assert_cmpstr (rgm_pasted_grid_get (rows, 0, 2), ==, "b");
  g_assert_cmpstr (rgm_pasted_grid_get (rows, 1, 0), ==, "x y");
  g_assert_cmpstr (rgm_pasted_grid_get (rows, 1, 1), ==, "say \"so\"");
  g_assert_cmpstr (rgm_pasted_grid_get (rows, 2, 2), ==, "");
  g_assert_cmpstr (rgm_pasted_grid_get (turned, 1, 1), ==, "say \"so\"");
}

static void
test_read (void)
{
  const struct
  {
    const char *text;
    const char *cells;
    const char *note;
  } cases[] = {
    { "Arm\tN\tORR\tPFS, months\nOnemab\t53\t24/53 (45.3%)\t8.0 (4.1–9)\n",
      "=Onemab Patients 53|!Onemab ORR 24/53 (45.3%)|!Onemab PFS 8.0 (4.1–9) months", NULL },
    /* What no cell names is said. */
    { "Arm\tORR\tPFS, months\nOnemab\t24/53\t8.0\n\t(31.6–59.6)\t\n", "!Onemab ORR 24/53|!Onemab PFS 8.0 months", "“(31.6–59.6)” is not used" },
    { "\tOnemab\nORR\t24/53\n\t(31.6–59.6)\nMedian PFS, months\t8.0\n", "!Onemab ORR 24/53|!Onemab PFS 8.0 months", "“(31.6–59.6)” is not used" },
    { "treatment\tGrade 3 events (%)\nONEMAB\t10/53\n", "+ONEMAB grade-3 10/53", NULL },
    /* As papers print it, with the arms beside each other. */
    { "\tOnemab (n=53)\tOnemab plus twonib (n = 20)\nObjective response rate\t20/53\t8/20\nMedian PFS (95% CI)\t-\t17.2 weeks\n",
      "=Onemab Patients 53|!Onemab ORR 20/53|+Onemab plus twonib New arm onemab-twonib|+Onemab plus twonib Patients 20|"
      "+Onemab plus twonib ORR 8/20|+Onemab plus twonib PFS 17.2 weeks",
      NULL },
    { "Arm\tRegimen\tN\tDose\nCohort B\tOnemab\t7\t2 mg/kg\n", "+Cohort B New arm onemab|+Cohort B Patients 7|+Cohort B Dose 2 mg/kg", NULL },
    { "Arm\tPFS (weeks)\nOnemab\t17.2\n", "!Onemab PFS 17.2 weeks", NULL },
    { "Arm\tN\tORR\nOnemab\tmany\tgood\n", "?Onemab Patients many|?Onemab ORR good", NULL },
    { "Arm\tN\tORR\nOnemab\t53\t60/53\n", "=Onemab Patients 53|?Onemab ORR 60/53", NULL },
    { "Arm\tN\tGrade\nNobody\t5\tx\n", "", "no arm “Nobody”" },
    { "Arm\tN\tColour\nOnemab\t53\tx\n", "=Onemab Patients 53", "“Colour” is not used" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgmDataSet) data_set = load_sample ();
      g_autoptr (RgmPastedTable) table = read_table (data_set, cases[i].text);
      g_autofree char *cells = describe (table);
      g_autofree char *notes = NULL;

      g_ptr_array_add (table->notes, NULL);
      notes = g_strjoinv (" ", (char **) table->notes->pdata);
      g_assert_cmpstr (cells, ==, cases[i].cells);
      if (cases[i].note == NULL)
        g_assert_cmpstr (notes, ==, "");
      else
        g_assert_nonnull (strstr (notes, cases[i].note));
    }
}

/* The preview says what the fields would. */
static void
test_doubts (void)
{
  const struct
  {
    const char *text;
    guint       at;        /* the cell that it is shown at */
    const char *doubt;     /* NULL for none */
  } cases[] = {
    { "Arm\tORR\tPFS, months\nT-DXd\t25/53 (47.2%)\t8.0 (4.1–9)\n", 0, NULL },
    { "Arm\tPFS, months\nT-DXd\t18.0\n", 0, "cannot be longer than median overall survival" },
    { "Arm\tOS, months\tPFS, months\nT-DXd\t12.0\t18.0\n", 1, "cannot be longer than median overall survival" },
    { "Arm\tDCR\nT-DXd\t10/53 (18.9%)\n", 0, "is above the disease control rate" },
    { "Arm\tORR\nT-DXd\t20/53 (37.7%; 95% CI 1.0–99.0)\n", 0, "No usual method" },
    { "Arm\tORR\nT-DXd\t20/60 (33.3%)\n", 0, "60" },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "evidence", "her2-colorectal.json", NULL);
  g_autoptr (RgmDataSet) data_set = load_file (path);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmPastedTable) table =
        rgm_pasted_table_read (data_set, rgm_data_set_find_trial (data_set, "destiny-crc01"), cases[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (table->cells->len, >, cases[i].at);
      for (guint j = 0; j < table->cells->len; j++)
        {
          const RgmPastedCell *cell = g_ptr_array_index (table->cells, j);

          g_test_message ("%s: %s / %s", cell->what, cell->message, cell->doubt);
          if (cases[i].doubt == NULL || j != cases[i].at)
            g_assert_null (cell->doubt);
          else
            {
              g_assert_nonnull (cell->doubt);
              g_assert_nonnull (strstr (cell->doubt, cases[i].doubt));
            }
        }
    }
}

static void
test_no_table (void)
{
  static const char * const texts[] = { "", "word", "a\tb", "a\nb\nc", "N\tORR\n5\t20%\n" };
  g_autoptr (RgmDataSet) data_set = load_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmPastedTable) table = rgm_pasted_table_read (data_set, rgm_data_set_find_trial (data_set, "first"), texts[i], &error);

      g_assert_null (table);
      g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
    }
}

/* What is agreed to is stored with its source and taken back in one step; what isn't stays as it was. */
static void
test_apply (void)
{
  g_autoptr (RgmDataSet) data_set = load_sample ();
  g_autoptr (RgmDocument) document = rgm_document_new (data_set, NULL, NULL);
  g_autoptr (RgmPastedTable) table = read_table (data_set, "Arm\tN\tORR\tPFS\nOnemab\t53\t20/53\t8.0 (4.1–9) months\nOnemab plus twonib\t20\t8/20\t\n");
  const RgmCitationRef citation = { "review", "Table 9" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = NULL;
  g_autoptr (RgmDataSet) refused = NULL;
  RgmTrial *trial;
  RgmOutcome *outcome;

  for (guint i = 0; i < table->cells->len; i++)
    if (g_strcmp0 (((RgmPastedCell *) g_ptr_array_index (table->cells, i))->key, "PFS") == 0)
      ((RgmPastedCell *) g_ptr_array_index (table->cells, i))->is_taken = FALSE;
  revision = rgm_pasted_table_apply (table, data_set, &citation, &error);
  g_assert_no_error (error);
  trial = rgm_data_set_find_trial (revision, "first");
  g_assert_cmpuint (trial->arms->len, ==, 2);
  outcome = rgm_arm_get_outcome (g_ptr_array_index (trial->arms, 0), "ORR");
  g_assert_cmpint (outcome->responders, ==, 20);
  g_assert_cmpuint (outcome->citations->len, ==, 1);
  g_assert_cmpstr (((RgmCitationRef *) g_ptr_array_index (outcome->citations, 0))->location, ==, "Table 9");
  g_assert_cmpfloat (rgm_arm_get_outcome (g_ptr_array_index (trial->arms, 0), "PFS")->estimate.value, ==, 6.9);
  outcome = rgm_arm_get_outcome (g_ptr_array_index (trial->arms, 1), "ORR");
  g_assert_cmpint (outcome->analysed, ==, 20);

  rgm_document_apply (document, revision, "paste table", NULL);
  g_assert_true (rgm_document_undo (document));
  g_assert_true (rgm_record_equal (&rgm_data_set_description, rgm_document_get_data_set (document), data_set));
  g_assert_false (rgm_document_undo (document));

  /* Without the new arm its results have no place. */
  for (guint i = 0; i < table->cells->len; i++)
    if (((RgmPastedCell *) g_ptr_array_index (table->cells, i))->key == NULL)
      ((RgmPastedCell *) g_ptr_array_index (table->cells, i))->is_taken = FALSE;
  refused = rgm_pasted_table_apply (table, data_set, &citation, &error);
  g_assert_null (refused);
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pasted-table/separators", test_separators);
  g_test_add_func ("/pasted-table/grid", test_grid);
  g_test_add_func ("/pasted-table/read", test_read);
  g_test_add_func ("/pasted-table/doubts", test_doubts);
  g_test_add_func ("/pasted-table/no-table", test_no_table);
  g_test_add_func ("/pasted-table/apply", test_apply);

  return g_test_run ();
}
