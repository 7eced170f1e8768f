/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-error.h"
#include "rgm-load.h"
#include "rgm-selection.h"
#include "rgm-store-write.h"
#include "rgm-story-edit.h"
#include "rgm-story-figure.h"
#include "rgm-story-hash.h"
#include "rgm-story-ready.h"
#include "rgm-story-revision.h"

static RgmDataSet *
load (void)
{
  g_autoptr (GError) error = NULL;
  RgmDataSet *data_set = rgm_load_embedded (NULL, NULL, &error);

  g_assert_no_error (error);

  return data_set;
}

static RgmStory *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return rgm_story_read (bytes, error);
}

/* A slide's figure of a data set that is open. */
static RgmFigure *
make_figure (RgmStory    *story,
             guint        index,
             RgmDataSet  *data_set,
             char       **reason)
{
  g_autoptr (RgmSelection) selection = rgm_selection_new ();

  rgm_selection_set_data_set (selection, data_set);

  return rgm_story_make_figure (story, index, selection, reason);
}

static char *
write_text (RgmStory *story)
{
  g_autoptr (GBytes) bytes = rgm_story_write (story);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What this version doesn't know stays, and writing twice gives the same bytes. */
static void
test_nothing_is_lost (void)
{
  const char *text = "{\"format\": 1, \"title\": \"T\", \"colour\": [1, {\"deep\": 0.1}], \"data_set\": {\"id\": \"other\", \"as_of\": null,"
                     " \"mirror\": true}, \"slides\": [{\"figure\": \"hologram\", \"options\": {\"depth\": {\"x\": 3}},"
                     " \"search\": null, \"voice\": \"calm\"}, {\"title\": \"Words\", \"text\": \"Said\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmStory) story = read_text (text, &error);
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  g_autoptr (RgmStory) again = NULL;

  g_assert_no_error (error);
  once = write_text (story);
  again = read_text (once, &error);
  g_assert_no_error (error);
  twice = write_text (again);
  g_assert_cmpstr (once, ==, twice);
  for (const char * const *kept = (const char *[]) { "\"colour\"", "\"deep\" : 0.1", "\"mirror\" : true", "\"hologram\"",
                                                     "\"x\" : 3", "\"calm\"", "\"Said\"", NULL }; *kept != NULL; kept++)
    g_assert_nonnull (strstr (once, *kept));
  g_assert_cmpuint (rgm_story_get_n_slides (again), ==, 2);
  g_assert_null (rgm_story_get_slide (again, 1).figure);
  g_assert_cmpstr (rgm_story_get_slide (again, 1).text, ==, "Said");
}

static void
test_what_cannot_be_shown_says_why (void)
{
  static const struct
  {
    const char *slide;
    const char *reason;
  } cases[] = {
    { "{\"figure\": \"hologram\"}", "hologram" },
    { "{\"figure\": \"response\", \"options\": {\"arms\": [\"none:a\"]}}", "none:a" },
    { "{\"figure\": \"response\", \"options\": {\"excluded\": [\"no-trial\"]}}", "no-trial" },
    { "{\"figure\": \"pathway\", \"options\": {\"agents\": [\"aspirin\"]}}", "aspirin" },
    { "{\"figure\": \"pathway\", \"options\": {\"alterations\": [\"moon\"]}}", "moon" },
    { "{\"figure\": \"response\", \"options\": {\"depth\": 3}}", "depth" },
    { "{\"figure\": \"response\", \"options\": {\"by\": \"moon\"}}", "by" },
    { "{\"figure\": \"response\", \"options\": {\"by\": {\"a\": 1}}}", "by" },
    { "{\"figure\": \"response\", \"search\": \"orr:>\"}", "orr:>" },
    { "{\"figure\": \"curves\"}", "times" },
  };
  g_autoptr (RgmDataSet) data_set = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\": 1, \"slides\": [%s]}", cases[i].slide);
      g_autoptr (GError) error = NULL;
      g_autoptr (RgmStory) story = read_text (text, &error);
      g_autofree char *reason = NULL;

      g_assert_no_error (error);
      g_assert_null (make_figure (story, 0, data_set, &reason));
      g_assert_nonnull (reason);
      g_assert_nonnull (strstr (reason, cases[i].reason));
    }
}

static void
test_options_and_query_are_the_figures (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  g_autofree char *text = g_strdup_printf ("{\"format\": 1, \"data_set\": {\"id\": \"%s\", \"as_of\": \"2001-02-03\"}, \"slides\": "
                                           "[{\"figure\": \"response\", \"options\": {\"by\": \"class\"}, \"search\": \"class:adc\"}]}",
                                           data_set->id);
  g_autoptr (RgmStory) story = read_text (text, NULL);
  g_autofree char *reason = NULL;
  g_autofree char *change = rgm_story_get_change (story, data_set);
  g_autoptr (RgmFigure) figure = make_figure (story, 0, data_set, &reason);
  g_autoptr (GVariant) by = NULL;

  g_assert_null (reason);
  by = rgm_figure_get_option (figure, "by");
  g_assert_cmpstr (g_variant_get_string (by, NULL), ==, "class");
  g_assert_cmpstr (rgm_selection_get_text (rgm_figure_get_selection (figure)), ==, "class:adc");
  g_assert_nonnull (strstr (change, "2001-02-03"));
}

static void
test_another_data_set (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  g_autoptr (RgmStory) story = read_text ("{\"format\": 1, \"data_set\": {\"id\": \"moon\"}, \"slides\": [{\"figure\": \"response\"}]}", NULL);
  g_autofree char *reason = NULL;

  g_assert_null (make_figure (story, 0, data_set, &reason));
  g_assert_nonnull (strstr (reason, "moon"));
  g_assert_nonnull (strstr (reason, data_set->id));
}

static void
test_faults_name_their_place (void)
{
  static const char * const cases[][2] = {
    { "", "$: " },
    { "[]", "$: " },
    { "{", "JSON" },
    { "{\"slides\": []}", "$.format" },
    { "{\"format\": 2, \"slides\": []}", "newer" },
    { "{\"format\": 1}", "$.slides" },
    { "{\"format\": 1, \"slides\": [{}, 3]}", "$.slides[1]" },
    { "{\"format\": 1, \"slides\": [{\"note\": 3}]}", "$.slides[0].note" },
    { "{\"format\": 1, \"slides\": [{\"options\": []}]}", "$.slides[0].options" },
    { "{\"format\": 1, \"data_set\": 3, \"slides\": []}", "$.data_set" },
  };
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr (GError) too_deep = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (cases[i][0], &error));
      g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, cases[i][1]));
    }
  g_assert_null (read_text (deep, &too_deep));
  g_assert_error (too_deep, RGM_ERROR, RGM_ERROR_INPUT);
}

/* They can be written, read and shown whole. */
static void
test_ready_stories (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  RgmTrial *trial = rgm_data_set_find_trial (data_set, "destiny-crc01");
  const char * const arms[] = { "destiny-crc01:t-dxd", NULL };
  g_autoptr (RgmStory) overview = rgm_story_new_overview (data_set);
  g_autoptr (RgmStory) one = rgm_story_new_trial (data_set, trial);
  g_autoptr (RgmStory) comparison = rgm_story_new_comparison (data_set, arms);
  RgmStory *stories[] = { overview, one, comparison };
  const guint n_slides[] = { 5, 3, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *text = write_text (stories[i]);
      g_autoptr (RgmStory) again = read_text (text, NULL);

      g_assert_cmpuint (rgm_story_get_n_slides (again), ==, n_slides[i]);
      g_assert_cmpstr (rgm_story_get_data_set (again), ==, data_set->id);
      for (guint j = 0; j < n_slides[i]; j++)
        {
          g_autofree char *reason = NULL;
          g_autoptr (RgmFigure) figure = NULL;

          if (rgm_story_get_slide (again, j).figure == NULL)
            continue;
          figure = make_figure (again, j, data_set, &reason);
          g_assert_cmpstr (reason, ==, NULL);
          g_assert_cmpuint (rgm_table_get_n_rows (rgm_figure_get_table (figure)), >, 0);
        }
    }
}

/* The data set with other words in place of some. */
static RgmDataSet *
edit_data_set (RgmDataSet *data_set,
               const char *before,
               const char *after)
{
  g_autoptr (GBytes) bytes = rgm_store_write_data_set (data_set);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autoptr (GBytes) edited = NULL;
  g_autoptr (GError) error = NULL;
  RgmDataSet *changed;

  g_assert_cmpuint (g_string_replace (text, before, after, 1), ==, 1);
  edited = g_bytes_new (text->str, text->len);
  changed = rgm_load_bytes (edited, "edited", NULL, NULL, &error);
  g_assert_no_error (error);

  return changed;
}

static void
assert_data (RgmStory   *story,
             guint       index,
             RgmDataSet *open,
             RgmDataSet *shown)
{
  g_autofree char *reason = NULL;
  g_autoptr (RgmFigure) figure = make_figure (story, index, open, &reason);

  g_assert_cmpstr (reason, ==, NULL);
  g_assert_cmpstr (rgm_story_hash_data_set (rgm_figure_get_data_set (figure)), ==, rgm_story_hash_data_set (shown));
}

/* A pinned slide shows the data that the story's file holds, whatever is open; the others follow. */
static void
test_pinned_slides_keep_their_data (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  g_autoptr (RgmDataSet) edited = edit_data_set (data_set, "MOUNTAINEER", "MOLEHILL");
  g_autofree char *id = g_strdup_printf ("\"id\": \"%s\"", data_set->id);
  g_autoptr (RgmDataSet) other = edit_data_set (data_set, id, "\"id\": \"another\"");
  g_autoptr (RgmStory) overview = rgm_story_new_overview (data_set);
  g_autoptr (RgmStory) pinned = rgm_story_with_revision (overview, 1, data_set);
  g_autofree char *text = write_text (pinned);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmStory) story = read_text (text, &error);

  g_assert_no_error (error);
  assert_data (story, 1, edited, data_set);
  assert_data (story, 2, edited, edited);
  assert_data (story, 1, other, data_set);
  {
    g_autofree char *reason = NULL;
    g_autofree char *same = rgm_story_describe_data (story, 1, data_set);
    g_autofree char *differs = rgm_story_describe_data (story, 1, edited);
    g_autofree char *follows = rgm_story_describe_data (story, 2, edited);
    g_autofree char *unchanged = rgm_story_describe_data (story, 2, data_set);

    g_assert_null (make_figure (story, 2, other, &reason));
    g_assert_nonnull (strstr (reason, "another"));
    g_assert_nonnull (strstr (same, rgm_story_get_as_of (story)));
    g_assert_nonnull (strstr (differs, "differs"));
    g_assert_nonnull (strstr (follows, "edited"));
    g_assert_cmpstr (unchanged, ==, NULL);
  }
  {
    g_autoptr (RgmStory) all = rgm_story_with_revisions (story, edited);
    g_autoptr (RgmStory) none = rgm_story_with_revisions (all, NULL);
    g_autofree char *change = rgm_story_get_change (all, edited);

    /* One that was pinned keeps what it has. */
    assert_data (all, 1, edited, data_set);
    assert_data (all, 2, data_set, edited);
    g_assert_cmpstr (change, ==, NULL);
    for (guint i = 0; i < rgm_story_get_n_slides (none); i++)
      g_assert_null (rgm_story_get_slide (none, i).revision);
  }
}

static gboolean
holds_data (RgmStory *story)
{
  g_autofree char *text = write_text (story);

  return strstr (text, "\"revisions\"") != NULL;
}

/* The file holds what a slide is pinned to for as long as there is one, and once. */
static void
test_a_story_holds_no_more_data_than_it_shows (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  g_autoptr (RgmStory) overview = rgm_story_new_overview (data_set);
  g_autoptr (RgmStory) once = rgm_story_with_revision (overview, 1, data_set);
  g_autoptr (RgmStory) twice = rgm_story_with_revision (once, 2, data_set);
  g_autoptr (RgmStory) copied = rgm_story_with_copy (twice, 1);
  g_autoptr (RgmStory) joined = rgm_story_with_slides (overview, 0, once);
  g_autoptr (RgmStory) released = rgm_story_with_revision (once, 1, NULL);
  g_autoptr (RgmStory) updated = rgm_story_with_figure (once, 1, overview);
  g_autoptr (RgmStory) without = rgm_story_without_slide (once, 1);
  g_autoptr (RgmStory) one_left = rgm_story_without_slide (twice, 1);
  g_autofree char *text = write_text (copied);

  g_assert_false (holds_data (overview));
  g_assert_true (holds_data (once));
  g_assert_true (holds_data (joined));
  g_assert_true (holds_data (one_left));
  g_assert_false (holds_data (released));
  g_assert_false (holds_data (updated));
  g_assert_false (holds_data (without));
  g_assert_null (strstr (strstr (text, "\"data\"") + 1, "\"data\""));
  assert_data (joined, 1, data_set, data_set);
}

static void
test_pinned_data_at_fault_say_so (void)
{
  g_autoptr (RgmDataSet) data_set = load ();
  g_autoptr (RgmDataSet) edited = edit_data_set (data_set, "MOUNTAINEER", "MOLEHILL");
  g_autoptr (RgmStory) overview = rgm_story_new_overview (data_set);
  g_autoptr (RgmStory) pinned = rgm_story_with_revision (overview, 1, edited);
  g_autofree char *text = write_text (pinned);
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GString) lost = g_string_new (text);
  const char * const reasons[] = { "were changed", "does not hold" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (changed, "MOLEHILL", "MOUNTAIN", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (lost, "\"revisions\"", "\"mislaid\"", 1), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (RgmStory) story = read_text (i == 0 ? changed->str : lost->str, &error);
      g_autofree char *reason = NULL;

      g_assert_no_error (error);
      g_assert_null (make_figure (story, 1, data_set, &reason));
      g_assert_nonnull (strstr (reason, reasons[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/story/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/story/what-cannot-be-shown-says-why", test_what_cannot_be_shown_says_why);
  g_test_add_func ("/story/options-and-query", test_options_and_query_are_the_figures);
  g_test_add_func ("/story/another-data-set", test_another_data_set);
  g_test_add_func ("/story/faults-name-their-place", test_faults_name_their_place);
  g_test_add_func ("/story/ready-stories", test_ready_stories);

  g_test_add_func ("/story/pinned", test_pinned_slides_keep_their_data);
  g_test_add_func ("/story/no-more-data", test_a_story_holds_no_more_data_than_it_shows);
  g_test_add_func ("/story/pinned-data-at-fault", test_pinned_data_at_fault_say_so);

  return g_test_run ();
}
