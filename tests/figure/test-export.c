/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "evidence.h"
#include "rgm-error.h"
#include "rgm-export.h"
#include "rgm-survival-figure.h"

static RgmFigure *
make_figure (void)
{
  g_autoptr (RgmSelection) selection = evidence_select (NULL);
  RgmSurvivalFigure *figure = rgm_survival_figure_new ();

  rgm_figure_set_data_set (RGM_FIGURE (figure), rgm_selection_get_data_set (selection));
  rgm_trials_figure_set_trials (RGM_TRIALS_FIGURE (figure), G_LIST_MODEL (selection));

  return RGM_FIGURE (figure);
}

static char *
write_text (RgmExportFormat format)
{
  g_autoptr (RgmFigure) figure = make_figure ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rgm_export_figure (figure, &(RgmExportOptions) { .format = format }, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_endings (void)
{
  RgmExportFormat format;

  g_assert_true (rgm_export_format_from_name ("a.b/figure.PNG", &format));
  g_assert_cmpint (format, ==, RGM_EXPORT_PNG);
  g_assert_true (rgm_export_format_from_name ("figure.html", &format));
  g_assert_cmpint (format, ==, RGM_EXPORT_HTML);
  g_assert_false (rgm_export_format_from_name ("figure.svg.gz", &format));
  g_assert_false (rgm_export_format_from_name ("svg", &format));
}

/* A table that goes on alone keeps what its numbers mean. */
static void
test_tables_keep_their_caveat (void)
{
  g_autofree char *csv = write_text (RGM_EXPORT_CSV);
  g_autofree char *html = write_text (RGM_EXPORT_HTML);

  g_assert_true (g_str_has_prefix (csv, "trial,") || g_str_has_prefix (csv, "Trial,"));
  g_assert_nonnull (strstr (csv, "not randomised against each other"));
  g_assert_nonnull (strstr (csv, "17.2 (11.1 to 27.4) weeks"));
  g_assert_nonnull (strstr (html, "<p>Separate trials, not randomised against each other"));
  g_assert_nonnull (strstr (html, "<table"));
}

static void
check_refused (double      width,
               double      height,
               const char *theme)
{
  g_autoptr (RgmFigure) figure = make_figure ();
  g_autoptr (GError) error = NULL;
  const RgmExportOptions options = { .format = RGM_EXPORT_PNG, .width = width, .height = height, .theme = theme };
  g_autoptr (GBytes) bytes = rgm_export_figure (figure, &options, &error);

  g_assert_null (bytes);
  g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
}

static void
test_faults (void)
{
  check_refused (1920, 0, NULL);
  check_refused (-5, 1080, NULL);
  check_refused (1e9, 1e9, NULL);
  check_refused (400, 300, NULL);
  check_refused (1920, 1080, "pink");
}

static void
test_saving (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("regimen-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "figure.svg", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", "figure.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) unwritable = g_file_new_for_path (nowhere);
  g_autoptr (GBytes) first = g_bytes_new_static ("first", 5);
  g_autoptr (GBytes) second = g_bytes_new_static ("2", 1);
  g_autofree char *content = NULL;

  g_assert_no_error (error);
  g_assert_true (rgm_export_save (first, file, NULL, &error));
  g_assert_true (rgm_export_save (second, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "2");

  g_assert_false (rgm_export_save (first, unwritable, NULL, &error));
  g_assert_error (error, RGM_ERROR, RGM_ERROR_CALL);
  g_assert_nonnull (strstr (error->message, nowhere));

  g_unlink (path);
  g_rmdir (folder);
}

/* Saves over what @path leads to, and says what is there then. */
static char *
save_over (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_assert_true (rgm_export_save (bytes, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));

  return content;
}

/* What a file was besides its bytes, it is afterwards: its mode, a link to it, a second name. */
static void
test_saving_over (void)
{
  g_autofree char *folder = g_dir_make_tmp ("regimen-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "figure.svg", NULL);
  g_autofree char *link_path = g_build_filename (folder, "link.svg", NULL);
  g_autofree char *second = g_build_filename (folder, "second.svg", NULL);
  g_autofree char *content = NULL;
  g_autofree char *through = NULL;
  g_autofree char *shared = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;
  struct stat is;

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  g_assert_cmpint (g_chmod (path, 0660), ==, 0);
  content = save_over (path);
  g_assert_cmpstr (content, ==, "new");
  g_assert_cmpint (g_stat (path, &is), ==, 0);
  g_assert_cmphex (is.st_mode & 07777, ==, 0660);

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  g_assert_cmpint (symlink ("figure.svg", link_path), ==, 0);
  through = save_over (link_path);
  g_assert_cmpstr (through, ==, "new");
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  g_assert_cmpint (link (path, second), ==, 0);
  shared = save_over (path);
  g_assert_true (g_file_get_contents (second, &other, NULL, NULL));
  g_assert_cmpstr (other, ==, "new");

  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 3);

  g_unlink (path);
  g_unlink (link_path);
  g_unlink (second);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/endings", test_endings);
  g_test_add_func ("/export/tables", test_tables_keep_their_caveat);
  g_test_add_func ("/export/faults", test_faults);
  g_test_add_func ("/export/saving", test_saving);
  g_test_add_func ("/export/saving-over", test_saving_over);

  return g_test_run ();
}
