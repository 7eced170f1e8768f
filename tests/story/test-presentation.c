/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-fixed-measure.h"
#include "rgm-load.h"
#include "rgm-presentation.h"
#include "rgm-scene-item.h"
#include "rgm-slide-layout.h"
#include "rgm-story-edit.h"
#include "rgm-story-ready.h"
#include "rgm-story-steps.h"

static RgmSelection *
select_embedded (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_embedded (NULL, NULL, &error);
  RgmSelection *selection = rgm_selection_new ();

  g_assert_no_error (error);
  rgm_selection_set_data_set (selection, data_set);

  return selection;
}

static RgmStoryShow *
show_overview (RgmSelection *selection)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  g_autoptr (RgmStory) story = rgm_story_new_overview (rgm_selection_get_data_set (selection));
  RgmStoryShow *show = rgm_story_show_new (measure, RGM_DIRECTION_LTR);

  rgm_story_show_set_story (show, story, selection);

  return show;
}

static guint
get_slide (RgmPresentation *presentation,
           gboolean         of_audience)
{
  return rgm_presentation_get_place (presentation, of_audience).slide;
}

/* Forward to the end and back to the start passes each page once, both ways. */
static void
test_there_and_back (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (RgmStoryShow) show = show_overview (selection);
  g_autoptr (RgmPresentation) presentation = rgm_presentation_new (show, 0);
  guint there = 0, back = 0, n_pages = 0;

  /* Low slides, so that there are pages. */
  rgm_story_show_set_height (show, 300);

  for (guint i = 0; i < rgm_story_show_get_size (show); i++)
    n_pages += rgm_story_show_get_face (show, i)->pages->len;
  g_assert_cmpuint (n_pages, >, rgm_story_show_get_size (show));

  for (; !rgm_presentation_is_at_end (presentation, FALSE); there++)
    rgm_presentation_forward (presentation);
  g_assert_cmpuint (there, ==, n_pages);
  rgm_presentation_forward (presentation);
  g_assert_null (rgm_presentation_get_scene (presentation, FALSE));

  for (; get_slide (presentation, FALSE) > 0 || rgm_presentation_get_place (presentation, FALSE).page > 0; back++)
    rgm_presentation_back (presentation);
  g_assert_cmpuint (back, ==, n_pages);
  rgm_presentation_back (presentation);
  g_assert_cmpuint (get_slide (presentation, FALSE), ==, 0);
  rgm_presentation_go_to (presentation, 1000);
  g_assert_cmpuint (get_slide (presentation, FALSE), ==, rgm_story_show_get_size (show) - 1);
}

/* Nothing on a slide is smaller than 18 pixels on a screen of 1920 by 1080. */
static void
test_type_fills_the_room (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (RgmStoryShow) show = show_overview (selection);

  for (guint i = 0; i < rgm_story_show_get_size (show); i++)
    {
      const RgmStoryFace *face = rgm_story_show_get_face (show, i);

      for (guint page = 0; page < face->pages->len; page++)
        {
          RgmScene *scene = face->pages->pdata[page];
          double scale = MIN (1920 / RGM_SLIDE_WIDTH, 1080 / rgm_scene_get_height (scene));
          guint n;
          const RgmSceneItem *items = rgm_scene_get_items (scene, &n);

          for (guint j = 0; j < n; j++)
            if (items[j].kind == RGM_SCENE_ITEM_TEXT && items[j].text.size * scale < 17.99)
              g_error ("slide %u, page %u: “%s” has %.1f pixels", i + 1, page + 1, items[j].text.text, items[j].text.size * scale);
        }
    }
}

static void
test_steps_unveil_group_by_group (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (RgmStoryShow) show = show_overview (selection);
  g_autoptr (RgmStory) stepwise = rgm_story_with_stepwise (rgm_story_show_get_story (show), 1, TRUE);
  g_autoptr (RgmPresentation) presentation = NULL;
  guint n_steps, veiled_before = G_MAXUINT;

  rgm_story_show_set_story (show, stepwise, selection);
  presentation = rgm_presentation_new (show, 1);
  n_steps = rgm_presentation_get_place (presentation, FALSE).n_steps;
  g_assert_cmpuint (n_steps, >, 1);

  for (guint step = 1; step <= n_steps; step++)
    {
      RgmScene *scene = rgm_presentation_get_scene (presentation, FALSE);
      g_autofree gboolean *veiled = rgm_story_veil_steps (scene, step);
      guint n_veiled = 0;

      g_assert_cmpuint (rgm_presentation_get_place (presentation, FALSE).step, ==, step);
      g_assert_cmpuint (get_slide (presentation, FALSE), ==, 1);
      for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
        n_veiled += veiled[i];
      g_assert_cmpuint (n_veiled, <, veiled_before);
      veiled_before = n_veiled;
      rgm_presentation_forward (presentation);
    }
  g_assert_cmpuint (veiled_before, ==, 0);
}

/* While it is frozen, the audience sees what it saw; then what the speaker sees. */
static void
test_frozen_and_covered (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (RgmStoryShow) show = show_overview (selection);
  g_autoptr (RgmPresentation) presentation = rgm_presentation_new (show, 0);

  rgm_presentation_toggle_frozen (presentation);
  rgm_presentation_go_to (presentation, 2);
  g_assert_cmpuint (get_slide (presentation, FALSE), ==, 2);
  g_assert_cmpuint (get_slide (presentation, TRUE), ==, 0);
  rgm_presentation_toggle_cover (presentation, RGM_STAGE_BLACK);
  rgm_presentation_toggle_cover (presentation, RGM_STAGE_WHITE);
  g_assert_cmpint (rgm_presentation_get_cover (presentation), ==, RGM_STAGE_WHITE);
  g_assert_true (rgm_presentation_leave_state (presentation));
  g_assert_cmpint (rgm_presentation_get_cover (presentation), ==, RGM_STAGE_OPEN);
  g_assert_true (rgm_presentation_leave_state (presentation));
  g_assert_cmpuint (get_slide (presentation, TRUE), ==, 2);
  g_assert_false (rgm_presentation_leave_state (presentation));
}

static void
test_emphasis (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (RgmStoryShow) show = show_overview (selection);
  g_autoptr (RgmPresentation) presentation = rgm_presentation_new (show, 1);
  const RgmSceneGroup *mark = rgm_scene_get_mark (rgm_presentation_get_scene (presentation, FALSE), 0);
  g_autofree char *sentence = g_strdup (mark->sentence);

  rgm_presentation_walk_marks (presentation, 1);
  g_assert_cmpstr (rgm_presentation_get_sentence (presentation, TRUE), ==, sentence);
  rgm_presentation_walk_marks (presentation, 1);
  g_assert_cmpstr (rgm_presentation_get_sentence (presentation, TRUE), !=, sentence);
  rgm_presentation_walk_legend (presentation, 1);
  g_assert_null (rgm_presentation_get_sentence (presentation, TRUE));
  g_assert_nonnull (rgm_presentation_get_emphasised (presentation, TRUE));
  g_assert_nonnull (rgm_presentation_get_emphasised (presentation, TRUE)[0]);
  g_assert_true (rgm_presentation_leave_state (presentation));
  g_assert_null (rgm_presentation_get_emphasised (presentation, TRUE));
  rgm_presentation_walk_marks (presentation, -1);
  rgm_presentation_forward (presentation);
  g_assert_null (rgm_presentation_get_emphasised (presentation, TRUE));
}

/* A change on stage is of the stage alone: neither the story nor another show has it. */
static void
test_the_reference_line_moves (void)
{
  g_autoptr (RgmSelection) selection = select_embedded ();
  g_autoptr (RgmStoryShow) show = show_overview (selection);
  g_autoptr (RgmStoryShow) other = show_overview (selection);
  g_autoptr (RgmPresentation) presentation = rgm_presentation_new (show, 1);
  RgmScene *before = rgm_presentation_get_scene (presentation, FALSE);
  g_autofree char *before_text = rgm_scene_to_text (before);
  g_autofree char *after_text = NULL;
  g_autofree char *other_text = NULL;

  g_assert_true (rgm_presentation_move_reference (presentation, 1));
  g_assert_true (rgm_presentation_move_reference (presentation, 5));
  after_text = rgm_scene_to_text (rgm_presentation_get_scene (presentation, FALSE));
  other_text = rgm_scene_to_text (rgm_story_show_get_face (other, 1)->pages->pdata[0]);
  g_assert_cmpstr (after_text, !=, before_text);
  g_assert_cmpstr (other_text, ==, before_text);
  rgm_presentation_go_to (presentation, 0);
  g_assert_false (rgm_presentation_move_reference (presentation, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/presentation/there-and-back", test_there_and_back);
  g_test_add_func ("/presentation/type-fills-the-room", test_type_fills_the_room);
  g_test_add_func ("/presentation/steps", test_steps_unveil_group_by_group);
  g_test_add_func ("/presentation/frozen-and-covered", test_frozen_and_covered);
  g_test_add_func ("/presentation/emphasis", test_emphasis);
  g_test_add_func ("/presentation/reference-line", test_the_reference_line_moves);

  return g_test_run ();
}
