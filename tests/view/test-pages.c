/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <adwaita.h>

#include "rgm-as-of.h"
#include "rgm-comparison-table.h"
#include "rgm-figure-canvas.h"
#include "rgm-flow-box.h"
#include "rgm-outcome-tile.h"
#include "rgm-pango-measure.h"
#include "rgm-registration.h"
#include "rgm-response-figure.h"
#include "rgm-scene.h"
#include "rgm-source.h"
#include "rgm-subgroup.h"
#include "view-fixture.h"

typedef struct
{
  RgmWorkspace *workspace;
  GtkWidget    *window;
  GtkWidget    *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  id)
{
  fixture->workspace = view_fixture_workspace ();
  fixture->page = view_fixture_page (id, fixture->workspace);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  view_fixture_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  id)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  view_fixture_settle ();
  g_assert_finalize_object (fixture->workspace);
}

static RgmTrial *
find_trial (Fixture    *fixture,
            const char *id)
{
  RgmTrial *trial = rgm_data_set_find_trial (rgm_workspace_get_data_set (fixture->workspace), id);

  g_assert_nonnull (trial);
  return trial;
}

static gboolean
says (Fixture    *fixture,
      const char *words)
{
  return view_fixture_find (fixture->page, GTK_TYPE_LABEL, words) != NULL;
}

static guint
count_says (GtkWidget  *root,
            const char *words)
{
  guint n = GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_says (child, words);

  return n;
}

static char *
read_clipboard (GtkWidget *widget)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));

  return g_value_dup_string (&value);
}

static void
test_trial (Fixture       *fixture,
            gconstpointer  id)
{
  g_assert_true (says (fixture, "No trial chosen"));

  rgm_workspace_set_trial (fixture->workspace, find_trial (fixture, "destiny-crc01"));
  view_fixture_settle ();

  g_assert_true (says (fixture, "45.3%"));
  g_assert_true (says (fixture, "24 of 53 (count from the rate)"));
  g_assert_true (says (fixture, "Published 95% CI 31.6 to 59.6"));
  g_assert_true (says (fixture, "Computed 95% CI 31.6 to 59.6, Clopper–Pearson"));
  g_assert_true (says (fixture, "Completed, as of 18 November 2024"));
  g_assert_true (says (fixture, "RAS wild-type"));
  g_assert_true (says (fixture, "The source reports nothing on safety for this trial."));
  g_assert_nonnull (view_fixture_find (fixture->page, GTK_TYPE_LINK_BUTTON, "NCT03384940"));
  g_assert_nonnull (view_fixture_find (fixture->page, GTK_TYPE_LINK_BUTTON, "doi:10.1038/s41467-023-38032-4"));
}

/* The three kinds of missing have three words and three explanations. */
static void
test_missing (Fixture       *fixture,
              gconstpointer  id)
{
  rgm_workspace_set_trial (fixture->workspace, find_trial (fixture, "nct04380012"));
  g_assert_true (says (fixture, "not reached"));
  g_assert_true (says (fixture, "At the end of follow-up too few"));
  g_assert_false (says (fixture, "The source gives no figure."));

  rgm_workspace_set_trial (fixture->workspace, find_trial (fixture, "nct04513223"));
  g_assert_true (says (fixture, "The source gives no figure."));
  g_assert_false (says (fixture, "At the end of follow-up too few"));
}

/* Weeks stay weeks, and months stand beside them. */
static void
test_weeks (Fixture       *fixture,
            gconstpointer  id)
{
  rgm_workspace_set_trial (fixture->workspace, find_trial (fixture, "tapur"));
  g_assert_true (says (fixture, "17.2\302\240weeks"));
  g_assert_true (says (fixture, "In months: 4.0\302\240months (2.6 to 6.3)"));
}

/* Whatever the trial, every remark on it is on its page once. */
static void
test_remarks (Fixture       *fixture,
              gconstpointer  id)
{
  GListModel *trials = rgm_data_set_get_trials (rgm_workspace_get_data_set (fixture->workspace));

  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);
      GPtrArray *remarks = rgm_trial_get_remarks (trial);

      rgm_workspace_set_trial (fixture->workspace, trial);
      for (guint j = 0; j < remarks->len; j++)
        g_assert_cmpuint (count_says (fixture->page, rgm_remark_get_text (g_ptr_array_index (remarks, j))), ==, 1);
    }
}

/* A number says where it is from to who points at it and to who stops at it, and takes
 * its place along when it is copied. */
static void
test_place (Fixture       *fixture,
            gconstpointer  id)
{
  GtkWidget *tile;
  g_autofree char *copied = NULL;

  rgm_workspace_set_trial (fixture->workspace, find_trial (fixture, "destiny-crc01"));
  view_fixture_settle ();
  tile = view_fixture_find (fixture->page, RGM_TYPE_OUTCOME_TILE, NULL);
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (tile), "Table 1, DESTINY-CRC01; Antibody drug conjugates"));
  g_assert_cmpuint (count_says (fixture->page, "Table 1, DESTINY-CRC01; Antibody drug conjugates (HER2"), ==, 0);

  g_assert_true (gtk_widget_grab_focus (tile));
  view_fixture_settle ();
  g_assert_cmpuint (count_says (fixture->page, "Table 1, DESTINY-CRC01; Antibody drug conjugates (HER2"), ==, 1);

  g_assert_true (gtk_widget_activate_action (tile, "tile.copy", NULL));
  copied = read_clipboard (tile);
  g_assert_true (g_str_has_prefix (copied, "DESTINY-CRC01, T-DXd: Objective response rate: 45.3%"));
  g_assert_nonnull (strstr (copied, "\nTable 1, DESTINY-CRC01; "));
}

static void
test_agent (Fixture       *fixture,
            gconstpointer  id)
{
  GtkWidget *row;

  rgm_workspace_set_trial (fixture->workspace, find_trial (fixture, "nct03185988"));
  row = view_fixture_find (fixture->page, ADW_TYPE_EXPANDER_ROW, "Trastuzumab");
  g_assert_nonnull (row);
  g_assert_false (says (fixture, "Herceptin"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_true (says (fixture, "Herceptin"));
  g_assert_true (says (fixture, "HER2, domain IV"));
  g_assert_true (says (fixture, "Approval, FDA, 1998"));
}

/* What is of the regimen and not of the trial stands apart from the trial's figures. */
static void
test_regimen (Fixture       *fixture,
              gconstpointer  id)
{
  GtkWidget *row;

  rgm_workspace_set_trial (fixture->workspace, find_trial (fixture, "mountaineer"));
  g_assert_false (says (fixture, "71.43%"));
  row = view_fixture_find (fixture->page, ADW_TYPE_EXPANDER_ROW, "Tucatinib plus trastuzumab");
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_nonnull (view_fixture_find (row, GTK_TYPE_LABEL, "71.43%"));
  g_assert_nonnull (view_fixture_find (row, GTK_TYPE_LABEL, "Approval, FDA, 2023-01"));
}

static void
test_registration (Fixture       *fixture,
                   gconstpointer  id)
{
  g_autofree char *nct = rgm_registration_get_uri ("NCT03384940");
  g_autofree char *copied = NULL;
  GtkWidget *shown;

  g_assert_cmpstr (nct, ==, "https://clinicaltrials.gov/study/NCT03384940");
  g_assert_null (rgm_registration_get_uri ("NCT0338494"));
  g_assert_null (rgm_registration_get_uri ("NCT033849400"));
  g_assert_null (rgm_registration_get_uri ("NCT0338494x"));
  g_assert_null (rgm_registration_get_uri ("UMIN00027887"));

  rgm_workspace_set_trial (fixture->workspace, find_trial (fixture, "triumph"));
  shown = view_fixture_find (fixture->page, RGM_TYPE_REGISTRATION, NULL);
  g_assert_null (view_fixture_find (shown, GTK_TYPE_LINK_BUTTON, NULL));
  g_assert_true (gtk_widget_activate_action (shown, "registration.copy", NULL));
  copied = read_clipboard (shown);
  g_assert_cmpstr (copied, ==, "UMIN00027887");
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  id)
{
  g_autofree char *copied = NULL;

  g_assert_true (says (fixture, "Nothing to compare yet"));
  rgm_workspace_compare (fixture->workspace, find_trial (fixture, "destiny-crc01"), TRUE);
  view_fixture_settle ();
  g_assert_true (says (fixture, "One trial is ticked"));

  rgm_workspace_compare (fixture->workspace, find_trial (fixture, "mountaineer"), TRUE);
  view_fixture_settle ();
  g_assert_true (says (fixture, rgm_comparison_caveat ()));
  g_assert_true (says (fixture, "≠ differs"));
  g_assert_true (says (fixture, "15.5\302\240months, published 95% CI 8.8 to 20.8"));

  g_assert_true (gtk_widget_activate_action (fixture->page, "compare.copy", NULL));
  copied = read_clipboard (fixture->page);
  g_assert_true (g_str_has_prefix (copied, "Trial\tDiffers\tDESTINY-CRC01\tMOUNTAINEER\n"));
  g_assert_nonnull (strstr (copied, rgm_comparison_caveat ()));

  rgm_workspace_clear_compared (fixture->workspace);
  view_fixture_settle ();
  g_assert_true (says (fixture, "Nothing to compare yet"));
}

static guint
count_type (GtkWidget *root,
            GType      type)
{
  guint n = G_OBJECT_TYPE (root) == type ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);

  return n;
}

/* Clicks every button that shows more until there is none, and says how often. */
static guint
show_more (GtkWidget *root)
{
  guint n = 0;

  if (GTK_IS_BUTTON (root) && gtk_button_get_label (GTK_BUTTON (root)) != NULL &&
      g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (root)), "Show "))
    for (; gtk_widget_get_visible (root); n++)
      g_signal_emit_by_name (root, "clicked");

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += show_more (child);

  return n;
}

static guint
count_conflicts (RgmDataSet *data_set)
{
  GListModel *trials = rgm_data_set_get_trials (data_set);
  GPtrArray *remarks = rgm_data_set_get_remarks (data_set);
  guint n = 0;

  for (guint j = 0; j < remarks->len; j++)
    n += g_str_equal (rgm_remark_get_kind (g_ptr_array_index (remarks, j)), "conflict");
  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      remarks = rgm_trial_get_remarks (trial);
      for (guint j = 0; j < remarks->len; j++)
        n += g_str_equal (rgm_remark_get_kind (g_ptr_array_index (remarks, j)), "conflict");
    }

  return n;
}

/* All of the data set is there, the first rows at once and the others at a click. */
static void
test_data (Fixture       *fixture,
           gconstpointer  id)
{
  RgmDataSet *data_set = rgm_workspace_get_data_set (fixture->workspace);
  guint n_agents = g_list_model_get_n_items (rgm_data_set_get_agents (data_set));
  guint n_biomarkers = g_list_model_get_n_items (rgm_data_set_get_biomarkers (data_set));

  g_assert_true (says (fixture, rgm_data_set_get_title (data_set)));
  g_assert_true (says (fixture, rgm_data_set_get_description (data_set)));
  g_assert_true (says (fixture, "CC BY 4.0"));
  g_assert_true (says (fixture, "as of 18 November 2024"));

  g_assert_cmpuint (count_type (fixture->page, ADW_TYPE_EXPANDER_ROW), ==, 16);
  g_assert_false (says (fixture, "99. "));

  g_assert_cmpuint (show_more (fixture->page), ==, 2 + 1 + 1 + 3);
  g_assert_cmpuint (count_type (fixture->page, ADW_TYPE_EXPANDER_ROW), ==, n_agents + n_biomarkers);
  /* An expander row holds an action row of its own. */
  g_assert_cmpuint (count_type (fixture->page, ADW_TYPE_ACTION_ROW), ==,
                    n_agents + n_biomarkers + count_conflicts (data_set));
  g_assert_true (says (fixture, "99. "));
}

static void
test_as_of (void)
{
  GDate as_of, today;
  g_autofree char *fresh = NULL;
  g_autofree char *old = NULL;

  g_date_clear (&as_of, 1);
  g_date_clear (&today, 1);
  g_date_set_dmy (&as_of, 18, G_DATE_NOVEMBER, 2024);

  g_date_set_dmy (&today, 18, G_DATE_NOVEMBER, 2025);
  g_assert_false (rgm_as_of_is_old (&as_of, &today));
  fresh = rgm_as_of_words (&as_of, &today);
  g_assert_cmpstr (fresh, ==, "as of 18 November 2024");

  g_date_set_dmy (&today, 19, G_DATE_NOVEMBER, 2025);
  g_assert_true (rgm_as_of_is_old (&as_of, &today));
  old = rgm_as_of_words (&as_of, &today);
  g_assert_cmpstr (old, ==, "as of 18 November 2024, over a year ago");

  g_date_set_dmy (&as_of, 29, G_DATE_FEBRUARY, 2024);
  g_date_set_dmy (&today, 28, G_DATE_FEBRUARY, 2025);
  g_assert_false (rgm_as_of_is_old (&as_of, &today));
  g_date_set_dmy (&today, 1, G_DATE_MARCH, 2025);
  g_assert_true (rgm_as_of_is_old (&as_of, &today));
}

/* Four of 100 in 330 are two lines of two; each line is as high as its highest. */
static void
test_flow (void)
{
  GtkWidget *flow = g_object_ref_sink (rgm_flow_box_new (100));
  int minimum, natural;

  gtk_widget_measure (flow, GTK_ORIENTATION_VERTICAL, 330, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);

  for (int i = 0; i < 4; i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();

      gtk_widget_set_size_request (child, 80, i == 0 ? 50 : 20);
      rgm_flow_box_append (RGM_FLOW_BOX (flow), child);
    }

  gtk_widget_measure (flow, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 80);
  gtk_widget_measure (flow, GTK_ORIENTATION_VERTICAL, 330, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 50 + 12 + 20);
  gtk_widget_measure (flow, GTK_ORIENTATION_VERTICAL, 436, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 50);
  gtk_widget_measure (flow, GTK_ORIENTATION_VERTICAL, 100, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 50 + 3 * (12 + 20));

  g_object_unref (flow);
}

/* The reference line goes to the rate that the axis has where it is dragged to. */
static void
test_reference (Fixture       *fixture,
                gconstpointer  id)
{
  RgmFigureCanvas *canvas = RGM_FIGURE_CANVAS (view_fixture_find (fixture->page, RGM_TYPE_FIGURE_CANVAS, NULL));
  RgmResponseFigure *figure = RGM_RESPONSE_FIGURE (rgm_figure_canvas_get_figure (canvas));
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  const RgmFigureLayout layout = { .measure = measure, .width = 900, .base = 12, .floor = 7 };
  g_autoptr (RgmScene) scene = rgm_figure_lay_out (RGM_FIGURE (figure), &layout, NULL);
  const RgmSceneGroup *axis = NULL;

  for (guint i = 0; i < rgm_scene_get_n_groups (scene) && axis == NULL; i++)
    if (g_strcmp0 (rgm_scene_get_group (scene, i)->id, "axis") == 0)
      axis = rgm_scene_get_group (scene, i);
  g_assert_nonnull (axis);

  g_signal_emit_by_name (canvas, "dragged", scene, axis->area.x + axis->area.width * 0.398);
  g_assert_cmpfloat (rgm_response_figure_get_reference (figure), ==, 40);
  g_signal_emit_by_name (canvas, "dragged", scene, axis->area.x + axis->area.width * 1.2);
  g_assert_cmpfloat (rgm_response_figure_get_reference (figure), ==, 40);
}

#define ADD(path, page, test) g_test_add (path, Fixture, page, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  view_fixture_init ();

  ADD ("/view/trial/shown", "trial", test_trial);
  ADD ("/view/trial/missing", "trial", test_missing);
  ADD ("/view/trial/weeks", "trial", test_weeks);
  ADD ("/view/trial/remarks", "trial", test_remarks);
  ADD ("/view/trial/place", "trial", test_place);
  ADD ("/view/trial/agent", "trial", test_agent);
  ADD ("/view/trial/regimen", "trial", test_regimen);
  ADD ("/view/trial/registration", "trial", test_registration);
  ADD ("/view/compare/table", "compare", test_compare);
  ADD ("/view/response/reference", "response", test_reference);
  ADD ("/view/data/shown", "data", test_data);
  g_test_add_func ("/view/as-of", test_as_of);
  g_test_add_func ("/view/flow-box", test_flow);

  return g_test_run ();
}
