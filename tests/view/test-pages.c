/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>
#include <string.h>

#include <adwaita.h>

#include "../search/facet-value.h"
#include "rgm-comparison-table.h"
#include "rgm-data-age.h"
#include "rgm-figure-canvas.h"
#include "rgm-flow-box.h"
#include "rgm-outcome-tile.h"
#include "rgm-index.h"
#include "rgm-load.h"
#include "rgm-pango-measure.h"
#include "rgm-registration.h"
#include "rgm-response-figure.h"
#include "rgm-scene.h"
#include "rgm-source.h"
#include "rgm-subgroup.h"
#include "rgm-table-view.h"
#include "view-fixture.h"

typedef struct
{
  RgmWindowState *window_state;
  GtkWidget    *window;
  GtkWidget    *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  id)
{
  fixture->window_state = view_fixture_window_state ();
  fixture->page = view_fixture_page (id, fixture->window_state);
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
  g_assert_finalize_object (fixture->window_state);
}

static RgmTrial *
find_trial (Fixture    *fixture,
            const char *id)
{
  RgmTrial *trial = rgm_data_set_find_trial (rgm_window_state_get_data_set (fixture->window_state), id);

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

/* Labels that say this and no more. */
static guint
count_labels (GtkWidget  *root,
              const char *words)
{
  guint n = GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), words);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, words);

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
  g_assert_true (says (fixture, "No trial selected"));

  rgm_window_state_set_trial (fixture->window_state, find_trial (fixture, "destiny-crc01"));
  view_fixture_settle ();

  g_assert_true (says (fixture, "45.3%"));
  g_assert_true (says (fixture, "24 of 53 (back-calculated)"));
  g_assert_true (says (fixture, "Published 95% CI 31.6 to 59.6"));
  g_assert_true (says (fixture, "Computed 95% CI 31.6 to 59.6 (Clopper–Pearson)"));
  g_assert_true (says (fixture, "Completed, as of 18 November 2024"));
  g_assert_true (says (fixture, "RAS wild-type"));
  g_assert_true (says (fixture, "The source reports no safety data for this trial."));
  g_assert_nonnull (view_fixture_find (fixture->page, GTK_TYPE_LINK_BUTTON, "NCT03384940"));
  g_assert_nonnull (view_fixture_find (fixture->page, GTK_TYPE_LINK_BUTTON, "doi:10.1038/s41467-023-38032-4"));
}

/* Every criterion is marked for a patient, of whom nothing is saved. */
static void
test_patient (Fixture       *fixture,
              gconstpointer  id)
{
  g_autoptr (GVariant) saved = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  rgm_window_state_set_trial (fixture->window_state, find_trial (fixture, "mountaineer"));
  view_fixture_settle ();
  g_assert_false (says (fixture, "Does not fit"));

  g_assert_true (rgm_window_state_set_patient (fixture->window_state, "ras:mutated lines:2", &error));
  g_assert_no_error (error);
  view_fixture_settle ();
  g_assert_true (says (fixture, "Does not fit"));
  g_assert_true (says (fixture, "Not met"));
  g_assert_true (says (fixture, "RAS: mutated."));
  g_assert_true (says (fixture, "Open"));
  g_assert_true (says (fixture, "Not stated by the source"));
  g_assert_true (says (fixture, "It is not medical advice"));

  saved = g_variant_ref_sink (rgm_window_state_save (fixture->window_state));
  text = g_variant_print (saved, FALSE);
  g_assert_null (strstr (text, "ras"));
  g_assert_null (strstr (text, "lines"));

  g_assert_true (rgm_window_state_set_patient (fixture->window_state, "", NULL));
  view_fixture_settle ();
  g_assert_false (says (fixture, "Not met"));
}

/* The three kinds of missing have three words and three explanations. */
static void
test_missing (Fixture       *fixture,
              gconstpointer  id)
{
  rgm_window_state_set_trial (fixture->window_state, find_trial (fixture, "nct04380012"));
  g_assert_true (says (fixture, "not reached"));
  g_assert_true (says (fixture, "too few events by the end of follow-up"));
  g_assert_false (says (fixture, "Not reported in the source."));

  rgm_window_state_set_trial (fixture->window_state, find_trial (fixture, "nct04513223"));
  g_assert_true (says (fixture, "Not reported in the source."));
  g_assert_false (says (fixture, "too few events by the end of follow-up"));
}

/* Weeks stay weeks, and months stand beside them. */
static void
test_weeks (Fixture       *fixture,
            gconstpointer  id)
{
  rgm_window_state_set_trial (fixture->window_state, find_trial (fixture, "tapur"));
  g_assert_true (says (fixture, "17.2\302\240weeks"));
  g_assert_true (says (fixture, "In months: 4.0\302\240months (2.6 to 6.3)"));
}

/* Whatever the trial, every remark on it is on its page once. */
static void
test_remarks (Fixture       *fixture,
              gconstpointer  id)
{
  GListModel *trials = rgm_data_set_get_trials (rgm_window_state_get_data_set (fixture->window_state));

  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);
      GPtrArray *remarks = trial->remarks;

      rgm_window_state_set_trial (fixture->window_state, trial);
      for (guint j = 0; j < remarks->len; j++)
        g_assert_cmpuint (count_says (fixture->page, ((RgmRemark *) g_ptr_array_index (remarks, j))->text), ==, 1);
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

  rgm_window_state_set_trial (fixture->window_state, find_trial (fixture, "destiny-crc01"));
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

  rgm_window_state_set_trial (fixture->window_state, find_trial (fixture, "nct03185988"));
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

  rgm_window_state_set_trial (fixture->window_state, find_trial (fixture, "mountaineer"));
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
  g_autofree char *copied = NULL;
  GtkWidget *shown;

  rgm_window_state_set_trial (fixture->window_state, find_trial (fixture, "triumph"));
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
  rgm_window_state_compare (fixture->window_state, find_trial (fixture, "destiny-crc01"), TRUE);
  view_fixture_settle ();
  g_assert_true (says (fixture, "Only one trial ticked"));

  rgm_window_state_compare (fixture->window_state, find_trial (fixture, "mountaineer"), TRUE);
  view_fixture_settle ();
  g_assert_true (says (fixture, rgm_comparison_caveat ()));
  g_assert_true (says (fixture, "≠ differs"));
  g_assert_true (says (fixture, "15.5\302\240months, published 95% CI 8.8 to 20.8"));

  g_assert_true (gtk_widget_activate_action (fixture->page, "compare.copy", NULL));
  copied = read_clipboard (fixture->page);
  g_assert_true (g_str_has_prefix (copied, "Trial\tDiffers\tDESTINY-CRC01\tMOUNTAINEER\n"));
  g_assert_nonnull (strstr (copied, rgm_comparison_caveat ()));

  rgm_window_state_clear_compared (fixture->window_state);
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

/* Every remark on the data set, and the conflicts of its trials. */
static guint
count_remarks (RgmDataSet *data_set)
{
  GListModel *trials = rgm_data_set_get_trials (data_set);
  GPtrArray *remarks = data_set->remarks;
  guint n = remarks->len;

  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      remarks = trial->remarks;
      for (guint j = 0; j < remarks->len; j++)
        n += g_str_equal (((RgmRemark *) g_ptr_array_index (remarks, j))->kind, "conflict");
    }

  return n;
}

/* All of the data set is there, the first rows at once and the others at a click. */
static void
test_data (Fixture       *fixture,
           gconstpointer  id)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (fixture->window_state);
  guint n_agents = g_list_model_get_n_items (rgm_data_set_get_agents (data_set));
  guint n_regimens = g_list_model_get_n_items (rgm_data_set_get_regimens (data_set));
  guint n_biomarkers = g_list_model_get_n_items (rgm_data_set_get_biomarkers (data_set));
  guint n_rows = n_agents + n_regimens + n_biomarkers;

  g_assert_true (says (fixture, data_set->title));
  g_assert_true (says (fixture, data_set->description));
  g_assert_true (says (fixture, "CC BY 4.0"));
  g_assert_true (says (fixture, "as of 18 November 2024"));

  g_assert_cmpuint (count_type (fixture->page, ADW_TYPE_EXPANDER_ROW), ==, 24);
  g_assert_false (says (fixture, "99. "));

  g_assert_cmpuint (show_more (fixture->page), ==, 2 + 2 + 1 + 1 + 1 + 3);
  g_assert_cmpuint (count_type (fixture->page, ADW_TYPE_EXPANDER_ROW), ==, n_rows);
  /* An expander row holds an action row of its own; the library has one, of the embedded data set. */
  g_assert_cmpuint (count_type (fixture->page, ADW_TYPE_ACTION_ROW), ==, n_rows + count_remarks (data_set) + 1);
  g_assert_true (says (fixture, "Embedded data set"));
  g_assert_true (says (fixture, "99. "));
}

static void
test_as_of (void)
{
  GDate as_of, today;
  g_autofree char *fresh = NULL;
  g_autofree char *old = NULL;
  g_autofree char *on_the_day = NULL;
  g_autofree char *day_after = NULL;

  g_date_clear (&as_of, 1);
  g_date_clear (&today, 1);
  g_date_set_dmy (&as_of, 18, G_DATE_NOVEMBER, 2024);

  g_date_set_dmy (&today, 18, G_DATE_NOVEMBER, 2025);
  fresh = rgm_data_age_text (&as_of, &today);
  g_assert_cmpstr (fresh, ==, "as of 18 November 2024");

  g_date_set_dmy (&today, 19, G_DATE_NOVEMBER, 2025);
  old = rgm_data_age_text (&as_of, &today);
  g_assert_cmpstr (old, ==, "as of 18 November 2024, more than a year ago");

  g_date_set_dmy (&as_of, 29, G_DATE_FEBRUARY, 2024);
  g_date_set_dmy (&today, 28, G_DATE_FEBRUARY, 2025);
  on_the_day = rgm_data_age_text (&as_of, &today);
  g_assert_cmpstr (on_the_day, ==, "as of 29 February 2024");
  g_date_set_dmy (&today, 1, G_DATE_MARCH, 2025);
  day_after = rgm_data_age_text (&as_of, &today);
  g_assert_cmpstr (day_after, ==, "as of 29 February 2024, more than a year ago");
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

static double
get_number (RgmFigure  *figure,
            const char *key)
{
  g_autoptr (GVariant) number = rgm_figure_get_option (figure, key);

  return g_variant_get_double (number);
}

/* The reference line goes to the rate that the axis has where it is dragged to. */
static void
test_reference (Fixture       *fixture,
                gconstpointer  id)
{
  RgmFigureCanvas *canvas = RGM_FIGURE_CANVAS (view_fixture_find (fixture->page, RGM_TYPE_FIGURE_CANVAS, NULL));
  g_autoptr (RgmFigure) figure = NULL;
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new ("sans-serif");
  const RgmLayout layout = { .measure = measure, .width = 900, .base = 12, .floor = 7 };
  g_autoptr (RgmScene) scene = NULL;
  const RgmSceneGroup *axis = NULL;

  g_object_get (canvas, "figure", &figure, NULL);
  scene = rgm_figure_lay_out (figure, &layout, NULL);
  for (guint i = 0; i < rgm_scene_get_n_groups (scene) && axis == NULL; i++)
    if (g_strcmp0 (rgm_scene_get_group (scene, i)->id, "axis") == 0)
      axis = rgm_scene_get_group (scene, i);
  g_assert_nonnull (axis);

  g_signal_emit_by_name (canvas, "dragged", scene, axis->area.x + axis->area.width * 0.398);
  g_assert_cmpfloat (get_number (figure, "reference"), ==, 40);
  g_signal_emit_by_name (canvas, "dragged", scene, axis->area.x + axis->area.width * 1.2);
  g_assert_cmpfloat (get_number (figure, "reference"), ==, 40);
}

/* What is said about the arm's rate is named at the rates of its subgroups, whose numbers it is about. */
static void
test_subgroup_remarks (Fixture       *fixture,
                       gconstpointer  id)
{
  rgm_window_state_set_trial (fixture->window_state, find_trial (fixture, "destiny-crc02"));
  view_fixture_settle ();
  /* Two at the tiles of the subgroups with and without RAS mutations. */
  g_assert_cmpuint (count_labels (fixture->page, "Conflict"), ==, 2);
}

static RgmFacetValue *
find_value (RgmSelection *selection,
            const char   *facet_id,
            const char   *value_id)
{
  GListModel *facets = rgm_selection_get_facets (selection);

  for (guint i = 0; i < g_list_model_get_n_items (facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);

      if (g_str_equal (rgm_facet_get_id (facet), facet_id))
        return facet_find_value (facet, value_id);
    }
  g_error ("There is no facet %s", facet_id);
}

/* What a window showed comes back in another one: query, facets, order, ticks, trial, view
 * and options; nothing of it where another file is opened. */
static void
test_state_comes_back (void)
{
  g_autoptr (RgmWindowState) window_state = view_fixture_window_state ();
  RgmSelection *selection = rgm_window_state_get_selection (window_state);
  RgmDataSet *data_set = rgm_window_state_get_data_set (window_state);
  g_autoptr (RgmWindowState) restored = rgm_window_state_new ();
  g_autoptr (RgmWindowState) other = rgm_window_state_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/other.json");
  g_autoptr (GVariant) saved = NULL;
  g_autoptr (GVariant) again = NULL;

  rgm_selection_set_text (selection, "class:ADC");
  rgm_selection_set_sort (selection, "-orr");
  rgm_facet_value_set_is_chosen (find_value (selection, "phase", "II"), TRUE);
  rgm_window_state_compare (window_state, rgm_data_set_find_trial (data_set, "mountaineer"), TRUE);
  rgm_window_state_compare (window_state, rgm_data_set_find_trial (data_set, "destiny-crc01"), TRUE);
  rgm_window_state_set_trial (window_state, rgm_data_set_find_trial (data_set, "triumph"));
  rgm_window_state_set_view (window_state, "survival");
  rgm_figure_set_option (rgm_window_state_get_figure (window_state, "response"), "model", g_variant_new_string ("reml"));
  rgm_window_state_set_shown (window_state, "survival", rgm_window_state_get_figure (window_state, "scatter"));
  saved = g_variant_ref_sink (rgm_window_state_save (window_state));

  rgm_window_state_restore (restored, saved);
  g_assert_cmpstr (rgm_window_state_get_view (restored), ==, "survival");
  rgm_window_state_set_index (restored, rgm_selection_get_index (selection), NULL, FALSE);
  again = g_variant_ref_sink (rgm_window_state_save (restored));
  g_assert_true (g_variant_equal (saved, again));
  g_assert_cmpuint (rgm_selection_get_count (rgm_window_state_get_selection (restored)), ==, rgm_selection_get_count (selection));
  g_assert_true (rgm_window_state_get_shown (restored, "survival") == rgm_window_state_get_figure (restored, "scatter"));

  rgm_window_state_restore (other, saved);
  rgm_window_state_set_index (other, rgm_selection_get_index (selection), file, FALSE);
  g_assert_cmpstr (rgm_selection_get_text (rgm_window_state_get_selection (other)), ==, "");
  g_assert_null (rgm_window_state_get_trial (other));

  /* Two windows share nothing. */
  rgm_figure_set_option (rgm_window_state_get_figure (restored, "response"), "model", g_variant_new_string ("dl"));
  g_assert_cmpint (((const RgmResponseOptions *) rgm_figure_get_options (rgm_window_state_get_figure (window_state, "response")))->model,
                   ==, RGM_POOLING_REML);
}

/* Another revision of the data set keeps what a window shows, with the trials of that revision. */
static void
test_state_is_revised (void)
{
  g_autoptr (RgmWindowState) window_state = view_fixture_window_state ();
  g_autoptr (RgmDataSet) revised = rgm_load_embedded (NULL, NULL, NULL);
  g_autoptr (RgmIndex) index = rgm_index_new (revised);
  RgmDataSet *data_set = rgm_window_state_get_data_set (window_state);

  rgm_selection_set_text (rgm_window_state_get_selection (window_state), "class:ADC");
  rgm_window_state_compare (window_state, rgm_data_set_find_trial (data_set, "mountaineer"), TRUE);
  rgm_window_state_set_trial (window_state, rgm_data_set_find_trial (data_set, "triumph"));
  rgm_window_state_set_index (window_state, index, NULL, FALSE);

  g_assert_true (rgm_window_state_get_data_set (window_state) == revised);
  g_assert_cmpstr (rgm_selection_get_text (rgm_window_state_get_selection (window_state)), ==, "class:ADC");
  g_assert_true (rgm_window_state_get_trial (window_state) == rgm_data_set_find_trial (revised, "triumph"));
  g_assert_true (rgm_window_state_is_compared (window_state, rgm_data_set_find_trial (revised, "mountaineer")));
}

/* The first trials of a file that is still being read are looked at. Once it is read, what a window showed before comes
 * back, unless something was chosen meanwhile. */
static void
test_state_of_a_beginning (void)
{
  static const struct
  {
    const char *query;
    const char *ticked;
  } choices[] = { { "", NULL }, { "class:TKI", NULL }, { "", "mypathway" } };
  g_autoptr (RgmWindowState) window_state = view_fixture_window_state ();
  RgmIndex *whole = rgm_selection_get_index (rgm_window_state_get_selection (window_state));
  RgmDataSet *data_set = rgm_window_state_get_data_set (window_state);
  g_autoptr (GFile) file = g_file_new_for_path ("/long.json");
  g_autoptr (GPtrArray) trials = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RgmDataSet) first = NULL;
  g_autoptr (RgmIndex) index = NULL;
  g_autoptr (GVariant) saved = NULL;
  RgmDataSet fields = *data_set;

  for (guint i = 0; i < data_set->trials->len / 2; i++)
    g_ptr_array_add (trials, g_object_ref (data_set->trials->pdata[i]));
  fields.trials = trials;
  first = rgm_record_new (&rgm_data_set_description, &fields);
  index = rgm_index_new (first);

  rgm_window_state_set_index (window_state, whole, file, FALSE);
  rgm_selection_set_text (rgm_window_state_get_selection (window_state), "class:ADC");
  saved = g_variant_ref_sink (rgm_window_state_save (window_state));

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (RgmWindowState) restored = rgm_window_state_new ();
      RgmSelection *selection = rgm_window_state_get_selection (restored);
      gboolean is_changed_copy;

      rgm_window_state_restore (restored, saved);
      rgm_window_state_set_beginning (restored, index, file, FALSE);
      g_assert_true (rgm_window_state_is_beginning (restored));
      g_assert_cmpstr (rgm_selection_get_origin (selection, &is_changed_copy), ==, "long.json (not read to its end)");
      g_assert_cmpstr (rgm_selection_get_text (selection), ==, "");
      g_assert_cmpuint (rgm_selection_get_count (selection), ==, trials->len);
      rgm_selection_set_text (selection, choices[i].query);
      if (choices[i].ticked != NULL)
        rgm_window_state_compare (restored, rgm_data_set_find_trial (first, choices[i].ticked), TRUE);

      rgm_window_state_set_index (restored, whole, file, FALSE);
      g_assert_false (rgm_window_state_is_beginning (restored));
      g_assert_cmpstr (rgm_selection_get_origin (selection, &is_changed_copy), ==, "long.json");
      g_assert_cmpstr (rgm_selection_get_text (selection), ==, i == 0 ? "class:ADC" : choices[i].query);
      g_assert_cmpuint (g_list_model_get_n_items (rgm_window_state_get_compared (restored)), ==, choices[i].ticked != NULL ? 1 : 0);
    }
}

/* What is copied is what is shown, in the order that it is shown in. */
static void
test_table_as_shown (void)
{
  g_autoptr (RgmTable) table = rgm_table_new ();
  g_autoptr (RgmTable) shown = NULL;
  GtkWidget *view = g_object_ref_sink (g_object_new (RGM_TYPE_TABLE_VIEW, NULL));
  GtkColumnView *columns = GTK_COLUMN_VIEW (view_fixture_find (view, GTK_TYPE_COLUMN_VIEW, NULL));
  g_autoptr (GtkColumnViewColumn) column = NULL;

  rgm_table_add_column (table, "name", "Name", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "n", "N", RGM_COLUMN_NUMBER);
  rgm_table_set_text (table, rgm_table_add_row (table, "a"), 0, "A");
  rgm_table_set_number (table, 0, 1, 10, "10");
  rgm_table_set_text (table, rgm_table_add_row (table, "b"), 0, "B");
  rgm_table_set_number (table, 1, 1, 9, "9");
  rgm_table_view_set_table (RGM_TABLE_VIEW (view), table, "Table");
  column = g_list_model_get_item (gtk_column_view_get_columns (columns), 1);
  gtk_column_view_sort_by_column (columns, column, GTK_SORT_ASCENDING);
  shown = rgm_table_view_dup_shown (RGM_TABLE_VIEW (view));
  g_assert_cmpstr (rgm_table_get_row_id (shown, 0), ==, "b");
  g_assert_cmpstr (rgm_table_get_text (shown, 1, 1), ==, "10");
  g_object_unref (view);
}

/* Whichever way a table is sorted, what has no value comes after what has one, and pooled results after both. */
static void
test_table_sorted (void)
{
  static const struct
  {
    const char *id;
    double      number;
  } rows[] = { { "low", 9 }, { "none", NAN }, { "high", 10 }, { NULL, 9.5 }, { NULL, 1 } };
  static const char * const wanted[][G_N_ELEMENTS (rows)] = {
    [GTK_SORT_ASCENDING] = { "9", "10", "", "9.5", "1" },
    [GTK_SORT_DESCENDING] = { "10", "9", "", "9.5", "1" },
  };
  GtkWidget *view = g_object_ref_sink (g_object_new (RGM_TYPE_TABLE_VIEW, NULL));
  GtkColumnView *columns = GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (view))));
  g_autoptr (RgmTable) table = rgm_table_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  rgm_table_add_column (table, "rate", "Rate", RGM_COLUMN_NUMBER);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint row = rgm_table_add_row (table, rows[i].id);

      if (!isnan (rows[i].number))
        rgm_table_set_number (table, row, 0, rows[i].number, NULL);
    }
  rgm_table_view_set_table (RGM_TABLE_VIEW (view), table, "Table");
  column = g_list_model_get_item (gtk_column_view_get_columns (columns), 0);

  for (guint order = 0; order < G_N_ELEMENTS (wanted); order++)
    {
      g_autoptr (RgmTable) shown = NULL;

      gtk_column_view_sort_by_column (columns, column, (GtkSortType) order);
      shown = rgm_table_view_dup_shown (RGM_TABLE_VIEW (view));
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        g_assert_cmpstr (rgm_table_get_text (shown, i, 0), ==, wanted[order][i]);
    }
  g_object_unref (view);
}

#define ADD(path, page, test) g_test_add (path, Fixture, page, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  view_fixture_init ();

  ADD ("/view/trial/shown", "trial", test_trial);
  ADD ("/view/trial/patient", "trial", test_patient);
  ADD ("/view/trial/missing", "trial", test_missing);
  ADD ("/view/trial/weeks", "trial", test_weeks);
  ADD ("/view/trial/remarks", "trial", test_remarks);
  ADD ("/view/trial/subgroup-remarks", "trial", test_subgroup_remarks);
  ADD ("/view/trial/place", "trial", test_place);
  ADD ("/view/trial/agent", "trial", test_agent);
  ADD ("/view/trial/regimen", "trial", test_regimen);
  ADD ("/view/trial/registration", "trial", test_registration);
  ADD ("/view/compare/table", "compare", test_compare);
  ADD ("/view/response/reference", "response", test_reference);
  ADD ("/view/data/shown", "data", test_data);
  g_test_add_func ("/view/state/comes-back", test_state_comes_back);
  g_test_add_func ("/view/state/revised", test_state_is_revised);
  g_test_add_func ("/view/state/of-a-beginning", test_state_of_a_beginning);
  g_test_add_func ("/view/table/as-shown", test_table_as_shown);
  g_test_add_func ("/view/table/sorted", test_table_sorted);
  g_test_add_func ("/view/as-of", test_as_of);
  g_test_add_func ("/view/flow-box", test_flow);

  return g_test_run ();
}
