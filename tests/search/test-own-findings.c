/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person adds to a selection: a patient, notes and bookmarks. */

#include <string.h>

#include <glib/gstdio.h>

#include "../own-data.h"
#include "embedded-selection.h"
#include "made-data.h"
#include "rgm-notes.h"
#include "rgm-query-suggestions.h"

static void
count_notify (guint *counter)
{
  (*counter)++;
}

static guint
find_position (RgmSelection *selection,
               const char   *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if (g_str_equal (trial->id, id))
        return i;
    }

  return G_MAXUINT;
}

/* The trials stand in groups, and fits: finds each of them whole. */
static void
test_patient (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (GError) error = NULL;
  guint total = rgm_selection_get_total (selection);
  guint told = 0;
  guint counts[3];
  RgmAnswer last = RGM_ANSWER_YES;
  RgmPatient *patient;

  g_signal_connect_swapped (selection, "notify::patient", G_CALLBACK (count_notify), &told);
  g_assert_null (rgm_selection_get_patient (selection));

  /* Without a patient every trial is undecided. */
  rgm_selection_set_text (selection, "fits:unknown");
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, total);
  rgm_selection_set_text (selection, "fits:yes");
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 0);
  g_autofree char *cause = rgm_query_suggestions_explain (selection);
  g_assert_cmpstr (cause, ==, "“fits:yes”: no patient findings have been entered.");
  rgm_selection_set_text (selection, "");

  g_assert_true (rgm_selection_set_patient (selection, "ras:mutated", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told, ==, 1);
  patient = rgm_selection_get_patient (selection);
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, total);
  for (guint i = 0; i < total; i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (selection), i);
      RgmAnswer answer = rgm_patient_get_answer (patient, rgm_patient_find (patient, trial));

      g_assert_cmpint (answer, <=, last);
      last = answer;
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text = g_strconcat ("fits:", rgm_answer_to_nick ((RgmAnswer) i), NULL);

      counts[i] = rgm_patient_count (patient, (RgmAnswer) i);
      rgm_selection_set_text (selection, text);
      g_assert_null (rgm_selection_get_fault (selection));
      g_assert_cmpuint (rgm_selection_get_count (selection), ==, counts[i]);
    }
  g_assert_cmpuint (counts[RGM_ANSWER_NO], >, 0);
  g_assert_cmpuint (counts[RGM_ANSWER_NO] + counts[RGM_ANSWER_UNKNOWN] + counts[RGM_ANSWER_YES], ==, total);

  /* MOUNTAINEER asks for RAS wild-type: the reason says so, and the negated search leaves it out. */
  rgm_selection_set_text (selection, "fits:no");
  g_assert_cmpuint (find_position (selection, "mountaineer"), !=, G_MAXUINT);
  rgm_selection_set_text (selection, "-fits:no");
  g_assert_cmpuint (find_position (selection, "mountaineer"), ==, G_MAXUINT);
  for (guint i = 0; i < rgm_selection_get_data_set (selection)->trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (rgm_selection_get_data_set (selection)->trials, i);
      g_autofree char *reason = rgm_patient_reason (patient, i);

      g_assert_cmpstr (reason, !=, "");
      if (g_str_equal (trial->id, "mountaineer"))
        g_assert_cmpstr (reason, ==, "Does not fit: requires RAS wild-type");
      if (rgm_patient_get_answer (patient, i) == RGM_ANSWER_NO)
        g_assert_true (g_str_has_prefix (reason, "Does not fit: requires ") && strlen (reason) > strlen ("Does not fit: asks for "));
    }

  /* Findings that contradict each other leave what was. */
  g_assert_false (rgm_selection_set_patient (selection, "ras:mutated ras:wt", &error));
  g_assert_nonnull (error);
  g_assert_true (rgm_selection_get_patient (selection) == patient);
  g_assert_cmpuint (told, ==, 1);

  rgm_selection_set_text (selection, "");
  g_assert_true (rgm_selection_set_patient (selection, "", NULL));
  g_assert_null (rgm_selection_get_patient (selection));
  g_assert_cmpuint (told, ==, 2);
}

/* Another revision keeps the patient, another data set does not. */
static void
test_patient_stays (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (RgmDataSet) same = rgm_load_embedded (NULL, NULL, NULL);
  g_autoptr (RgmDataSet) other = NULL;

  g_assert_true (rgm_selection_set_patient (selection, "ras:mutated", NULL));
  rgm_selection_set_data_set (selection, same);
  g_assert_cmpstr (rgm_patient_get_text (rgm_selection_get_patient (selection)), ==, "ras:mutated");
  other = make_data_set (5, 10);
  rgm_selection_set_data_set (selection, other);
  g_assert_null (rgm_selection_get_patient (selection));
}

/* What the query asks of a patient goes with the findings, and nothing else does. */
static void
test_clear_patient (void)
{
  static const struct
  {
    const char *text;
    const char *left;
  } queries[] = {
    { "fits:yes", "" }, { "alpha fits:no", "alpha" }, { "fits:yes n>1", "n>1" }, { "-fits:no", "" }, { "fits:yes fits:yes", "" }, { "alpha", "alpha" },
  };
  g_autoptr (RgmSelection) selection = select_embedded ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_assert_true (rgm_selection_set_patient (selection, "lines:2", NULL));
      rgm_selection_set_text (selection, queries[i].text);
      rgm_selection_clear_patient (selection);
      g_assert_cmpstr (rgm_selection_get_text (selection), ==, queries[i].left);
      g_assert_null (rgm_selection_get_patient (selection));
    }
}

static guint
count_found (RgmSelection *selection,
             const char   *text)
{
  rgm_selection_set_text (selection, text);
  g_assert_cmpstr (rgm_selection_get_fault (selection), ==, NULL);

  return rgm_selection_get_count (selection);
}

/* What a person noted is found, in a revision too, and the list follows a note that changes. */
static void
test_notes (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_found;
  } words[] = {
    { "note:retreatment", TRUE }, { "note:retreat", TRUE }, { "note:treatment", FALSE }, { "note:tumor", TRUE }, { "note:tdxd", TRUE },
    { "note:\"after T-DXd\"", TRUE }, { "note:\"T-DXd after\"", FALSE }, { "note: RETREATMENT", TRUE }, { "is:noted note:after", TRUE },
    { "is:noted -note:after", FALSE }, { "is:bookmarked note:after", FALSE },
  };
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (RgmDataSet) same = rgm_load_embedded (NULL, NULL, NULL);
  RgmDataSet *data_set = rgm_selection_get_data_set (selection);
  RgmTrial *trial = rgm_data_set_find_trial (data_set, "mountaineer");
  RgmTrial *noted = rgm_data_set_find_trial (data_set, "destiny-crc01");
  RgmNotes *notes = rgm_notes_get_default ();
  guint total = rgm_selection_get_total (selection);
  g_autofree char *place = rgm_note_place (((RgmArm *) g_ptr_array_index (trial->arms, 0))->id, "ORR", NULL);

  g_assert_cmpuint (count_found (selection, "is:noted"), ==, 0);
  g_assert_cmpuint (count_found (selection, "is:bookmarked"), ==, 0);
  g_assert_true (rgm_notes_set_bookmarked (notes, data_set, trial, NULL, TRUE, NULL));
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 1);
  g_assert_cmpuint (find_position (selection, "mountaineer"), ==, 0);
  g_assert_cmpuint (count_found (selection, "-is:bookmarked"), ==, total - 1);

  g_assert_true (rgm_notes_set_text (notes, data_set, noted, NULL, "Retreatment of the tumour after T-DXd?", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (count_found (selection, words[i].text), ==, words[i].is_found);

  g_assert_cmpuint (count_found (selection, "note:dose"), ==, 0);
  g_assert_true (rgm_notes_set_text (notes, data_set, trial, place, "The dose was reduced", NULL));
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 1);
  g_assert_cmpuint (count_found (selection, "is:noted"), ==, 2);
  g_assert_true (rgm_notes_set_text (notes, data_set, trial, place, "", NULL));

  count_found (selection, "is:bookmarked OR note:after");
  rgm_selection_set_data_set (selection, same);
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 2);
  g_assert_true (rgm_notes_set_bookmarked (notes, same, rgm_data_set_find_trial (same, "mountaineer"), NULL, FALSE, NULL));
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 1);
  g_assert_true (rgm_notes_set_text (notes, same, rgm_data_set_find_trial (same, "destiny-crc01"), NULL, "", NULL));
  g_assert_cmpuint (rgm_selection_get_count (selection), ==, 0);
}

/* Words before a colon in running text stay words, and a value that there is none of is told. */
static void
test_notes_are_not_text (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();

  rgm_selection_set_text (selection, "Notes: mountaineer");
  g_assert_null (rgm_selection_get_fault (selection));
  rgm_selection_set_text (selection, "is:bookmarkd ");
  g_assert_nonnull (strstr (rgm_selection_get_fault (selection), "did you mean “bookmarked”"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/selection/patient", test_patient);
  g_test_add_func ("/search/selection/patient-stays", test_patient_stays);
  g_test_add_func ("/search/selection/clear-patient", test_clear_patient);
  g_test_add_func ("/search/selection/notes", test_notes);
  g_test_add_func ("/search/selection/notes-are-not-text", test_notes_are_not_text);

  return test_run_with_own_data ();
}
