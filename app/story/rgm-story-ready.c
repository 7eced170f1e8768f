/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-story-ready.h"

#include "rgm-arm.h"
#include "rgm-trial.h"

static void
add_figure (RgmStory           *story,
            const char         *figure,
            const char * const *arms)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  if (arms != NULL)
    g_variant_builder_add (&builder, "{sv}", "arms", g_variant_new_strv (arms, -1));
  rgm_story_add_slide (story, &(RgmStorySlide) { .figure = figure }, g_variant_builder_end (&builder), NULL);
}

/**
 * rgm_story_new_overview:
 * @data_set: a data set
 *
 * Returns: (transfer full): a story of all that the data set can show
 */
RgmStory *
rgm_story_new_overview (RgmDataSet *data_set)
{
  RgmStory *story = rgm_story_new (data_set, data_set->title);

  rgm_story_add_slide (story, &(RgmStorySlide) { .title = data_set->title, .text = data_set->description }, NULL, NULL);
  add_figure (story, "response", NULL);
  add_figure (story, "survival", NULL);
  add_figure (story, "scatter", NULL);
  if (data_set->pathway != NULL)
    add_figure (story, "pathway", NULL);

  return story;
}

/**
 * rgm_story_new_comparison:
 * @data_set: a data set
 * @arms: ids of arms
 *
 * Returns: (transfer full): a story of the arms beside one another
 */
RgmStory *
rgm_story_new_comparison (RgmDataSet         *data_set,
                          const char * const *arms)
{
  RgmStory *story = rgm_story_new (data_set, _("Comparison"));

  add_figure (story, "response", arms);
  add_figure (story, "survival", arms);

  return story;
}

/**
 * rgm_story_new_trial:
 * @data_set: a data set
 * @trial: one of its trials
 *
 * Returns: (transfer full): a story of the trial's arms
 */
RgmStory *
rgm_story_new_trial (RgmDataSet *data_set,
                     RgmTrial   *trial)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  RgmStory *story = rgm_story_new (data_set, trial->name);

  for (guint i = 0; i < trial->arms->len; i++)
    g_ptr_array_add (ids, (gpointer) ((RgmArm *) trial->arms->pdata[i])->id);
  g_ptr_array_add (ids, NULL);

  rgm_story_add_slide (story, &(RgmStorySlide) { .title = trial->name, .text = trial->title }, NULL, NULL);
  if (trial->arms->len > 0)
    {
      add_figure (story, "response", (const char * const *) ids->pdata);
      add_figure (story, "survival", (const char * const *) ids->pdata);
    }

  return story;
}
