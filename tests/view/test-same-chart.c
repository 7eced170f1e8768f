/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same kind, options and selection give the same chart in the window, in a file that the window
 * saves, and in one that 'regimen chart' writes: the three are compared as SVG, byte for byte. */

#include "rgm-config.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "rgm-cli.h"
#include "rgm-figure-canvas-private.h"
#include "rgm-figure-kinds.h"
#include "rgm-figure-save.h"
#include "rgm-index.h"
#include "rgm-load.h"
#include "rgm-page-size.h"
#include "rgm-scene-svg.h"
#include "rgm-theme.h"
#include "view-fixture.h"

/* At this width a file has the largest base type, 13 points; the window gets the same in pixels. A window and a file
 * allow different smallest sizes of type, so the height is one at which these figures need not shrink theirs. */
#define WIDTH 1700
#define HEIGHT 1100
#define BASE 13
#define FONT_CSS "figure { font-family: sans-serif; font-size: 13px; }"

#define MAX_OPTIONS 4

/* An option, as the command line writes it after '--' and as a variant for the window. */
typedef struct
{
  const char *call;
  const char *key;
  const char *value;
} Option;

typedef struct
{
  const char *name;
  const char *kind;
  const char *data; /* a file in the tests' folder, or NULL for the embedded data set */
  const char *query;
  const char *sort; /* of the selection */
  Option options[MAX_OPTIONS];
} Case;

/* Options are given to both sides: the window's response figure starts grouped by class, that of a call ungrouped. */
static const Case cases[] = {
  { "response/plain", "response", NULL, "class:ADC", NULL, { { "by=class", "by", "'class'" } } },
  { "response/pooled", "response", NULL, "class:ADC", NULL, { { "by=none", "by", "'none'" }, { "model=reml", "model", "'reml'" }, { "interval=wilson", "interval", "'wilson'" } } },
  { "response/sorted", "response", NULL, "class:TKI", "-n", { { "by=none", "by", "'none'" }, { NULL, "sort", "'-n'" } } },
  { "response/arms", "response", NULL, NULL, NULL, { { "by=class", "by", "'class'" }, { "arms=destiny-crc01:t-dxd", "arms", "['destiny-crc01:t-dxd']" } } },
  { "response/columns", "response", NULL, "class:ADC", NULL,
    { { "by=none", "by", "'none'" }, { "set=counts=no", "counts", "false" }, { "reference=20", "reference", "20.0" }, { "set=axis-end=60", "axis-end", "60.0" } } },
  { "response/excluded", "response", NULL, "class:ADC", NULL,
    { { "by=none", "by", "'none'" }, { "set=excluded=destiny-crc01", "excluded", "['destiny-crc01']" }, { "level=0.9", "level", "0.9" }, { "set=published=yes", "published", "true" } } },
  { "survival/plain", "survival", NULL, "class:ADC", NULL, { { NULL } } },
  { "survival/by", "survival", NULL, "class:TKI", "-pfs", { { "by=regimen", "by", "'regimen'" }, { NULL, "sort", "'-pfs'" } } },
  { "scatter/plain", "scatter", NULL, NULL, NULL, { { NULL } } },
  { "scatter/query", "scatter", NULL, "class:ADC", NULL, { { NULL } } },
  { "curves/plain", "curves", "load/sample.json", NULL, NULL, { { NULL } } },
  { "curves/options", "curves", "load/sample.json", NULL, NULL, { { "failure", "failure", "true" }, { "transform=plain", "transform", "'plain'" }, { "tau=6", "tau", "6.0" } } },
  { "curves/lines", "curves", "load/sample.json", NULL, NULL, { { "set=bands=no", "bands", "false" }, { "set=marks=no", "marks", "false" }, { "at=3,6", "at", "['3', '6']" } } },
  { "pathway/plain", "pathway", NULL, NULL, NULL, { { NULL } } },
  { "pathway/agents", "pathway", NULL, NULL, NULL, { { "agents=trastuzumab,tucatinib", "agents", "['trastuzumab', 'tucatinib']" }, { NULL, "alterations", "@as []" } } },
  { "patient/plain", "patient", NULL, "class:ADC", NULL, { { "patient=her2:ihc-3+ ras:wt lines:2", "patient", "'her2:ihc-3+ ras:wt lines:2'" } } },
};

typedef struct
{
  RgmWindowState *window_state;
  RgmFigure *figure;
  GtkWidget *window;
  RgmFigureCanvas *canvas;
  char *folder;
} Fixture;

/* A file of the test's own folder, read and removed. */
static char *
take_file (Fixture *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);

  return text;
}

/* As the window opens a file. */
static void
open_file (RgmWindowState *window_state,
           const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_test_get_filename (G_TEST_DIST, name, NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_file (file, NULL, NULL, &error);
  g_autoptr (RgmIndex) index = NULL;

  g_assert_no_error (error);
  index = rgm_index_new (data_set);
  rgm_window_state_set_index (window_state, index, file, rgm_load_is_changed_copy (data_set, file));
}

/* As a page of the window does it: the figure is the window's, and the canvas shows it. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  const Case *sample = data;
  g_autoptr (GError) error = NULL;
  RgmSelection *selection;

  fixture->folder = g_dir_make_tmp ("regimen-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->window_state = view_fixture_window_state ();
  if (sample->data != NULL)
    open_file (fixture->window_state, sample->data);
  selection = rgm_window_state_get_selection (fixture->window_state);
  if (sample->sort != NULL)
    rgm_selection_set_sort (selection, sample->sort);
  if (sample->query != NULL)
    rgm_selection_set_text (selection, sample->query);
  g_assert_null (rgm_selection_get_fault (selection));

  fixture->figure = rgm_window_state_get_figure (fixture->window_state, sample->kind);
  for (guint i = 0; i < MAX_OPTIONS && sample->options[i].key != NULL; i++)
    g_assert_true (rgm_figure_set_option (fixture->figure, sample->options[i].key,
                                          g_variant_new_parsed (sample->options[i].value)));

  fixture->canvas = g_object_new (RGM_TYPE_FIGURE_CANVAS, "figure", fixture->figure, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (fixture->canvas->laid_out_width != WIDTH || fixture->canvas->laid_out_height != HEIGHT)
    g_main_context_iteration (NULL, TRUE);
  view_fixture_settle ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  view_fixture_settle ();
  g_assert_finalize_object (fixture->window_state);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static gboolean
on_time_out (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* The dialog that GTK shows where there is no portal. */
static GtkFileChooser *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (each->data) && gtk_widget_get_visible (each->data))
      return each->data;

  return NULL;
}

/* Chooses in the dialog's drop-down: gtk_file_chooser_set_choice () had no effect on GTK's own dialog here. */
static gboolean
choose (GtkWidget *root,
        const char *label)
{
  if (GTK_IS_DROP_DOWN (root) && GTK_IS_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (root))))
    {
      GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (root)));

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
        if (g_str_equal (gtk_string_list_get_string (list, i), label))
          {
            gtk_drop_down_set_selected (GTK_DROP_DOWN (root), i);
            return TRUE;
          }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (choose (child, label))
      return TRUE;

  return FALSE;
}

/* Answers the dialog of rgm_figure_save () as a person does. */
static char *
save_from_window (Fixture *fixture,
                  RgmPageSize size)
{
  g_autofree char *path = g_build_filename (fixture->folder, "window.svg", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_late = FALSE;
  guint timeout = g_timeout_add_seconds (30, on_time_out, &is_late);
  GtkFileChooser *dialog;

  rgm_figure_save (fixture->figure, GTK_WIDGET (fixture->canvas));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_true (choose (GTK_WIDGET (dialog), rgm_enum_get_label (RGM_TYPE_PAGE_SIZE, size)));
  g_assert_true (choose (GTK_WIDGET (dialog), rgm_enum_get_label (RGM_TYPE_THEME_KIND, RGM_THEME_LIGHT)));
  /* The dialog reads folders in its own time, and may go to one of its own after it was told of ours. */
  while (!is_late)
    {
      g_clear_object (&chosen);
      chosen = gtk_file_chooser_get_file (dialog);
      if (chosen != NULL && g_strcmp0 (g_file_peek_path (chosen), path) == 0)
        break;
      gtk_file_chooser_set_current_folder (dialog, folder, &error);
      g_assert_no_error (error);
      gtk_file_chooser_set_current_name (dialog, "window.svg");
      view_fixture_settle ();
      g_usleep (G_USEC_PER_SEC / 20);
    }
  g_assert_false (is_late);
  g_source_remove (timeout);
  g_signal_emit_by_name (g_object_get_data (G_OBJECT (fixture->canvas), "chooser"), "response", GTK_RESPONSE_ACCEPT);
  view_fixture_settle ();
  g_object_set_data (G_OBJECT (fixture->canvas), "chooser", NULL);
  view_fixture_settle ();

  return take_file (fixture, "window.svg");
}

static char *
write_from_command_line (Fixture *fixture,
                         const Case *sample,
                         const char *size)
{
  g_autofree char *path = g_build_filename (fixture->folder, "call.svg", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  int status;

  g_ptr_array_add (arguments, g_strdup ("regimen"));
  g_ptr_array_add (arguments, g_strdup ("chart"));
  g_ptr_array_add (arguments, g_strdup (sample->kind));
  g_ptr_array_add (arguments, g_strdup ("--theme=light"));
  g_ptr_array_add (arguments, g_strconcat ("--output=", path, NULL));
  if (size != NULL)
    g_ptr_array_add (arguments, g_strconcat ("--size=", size, NULL));
  if (sample->data != NULL)
    g_ptr_array_add (arguments, g_strconcat ("--data=", g_test_get_filename (G_TEST_DIST, sample->data, NULL), NULL));
  if (sample->query != NULL)
    g_ptr_array_add (arguments, g_strconcat ("--search=", sample->query, NULL));
  if (sample->sort != NULL)
    g_ptr_array_add (arguments, g_strconcat ("--sort=", sample->sort, NULL));
  for (guint i = 0; i < MAX_OPTIONS && sample->options[i].key != NULL; i++)
    if (sample->options[i].call != NULL)
      g_ptr_array_add (arguments, g_strconcat ("--", sample->options[i].call, NULL));
  g_ptr_array_add (arguments, NULL);

  g_assert_true (rgm_cli_run ((int) arguments->len - 1, (char **) arguments->pdata, &status));
  g_assert_cmpint (status, ==, 0);

  return take_file (fixture, "call.svg");
}

static void
test_same_chart (Fixture *fixture,
                 gconstpointer data)
{
  const Case *sample = data;
  g_autofree char *shown = rgm_scene_to_svg (fixture->canvas->scene, rgm_theme_get (RGM_THEME_LIGHT));
  g_autofree char *written = write_from_command_line (fixture, sample, G_STRINGIFY (WIDTH) "x" G_STRINGIFY (HEIGHT));
  g_autofree char *saved_whole = save_from_window (fixture, RGM_PAGE_SIZE_FIGURE);
  g_autofree char *written_whole = write_from_command_line (fixture, sample, NULL);
  g_autofree char *saved_page = save_from_window (fixture, RGM_PAGE_SIZE_A4);
  g_autofree char *written_page = write_from_command_line (fixture, sample, "595x842");

  g_assert_cmpint (fixture->canvas->laid_out_width, ==, WIDTH);
  g_assert_cmpint (fixture->canvas->laid_out_height, ==, HEIGHT);
  g_assert_cmpfloat (fixture->canvas->base, ==, BASE);
  g_assert_cmpstr (shown, ==, written);
  g_assert_cmpstr (saved_whole, ==, written_whole);
  g_assert_cmpstr (saved_page, ==, written_page);
  g_assert_cmpstr (saved_whole, !=, saved_page);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  gtk_test_init (&argc, &argv, NULL);
  view_fixture_init ();
  /* The command line has no reader's font of its own. */
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, FONT_CSS, -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/same-chart/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_same_chart, tear_down);
    }

  return g_test_run ();
}
