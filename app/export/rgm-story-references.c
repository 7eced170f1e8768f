/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-story-references.h"

#include "rgm-fixed-measure.h"
#include "rgm-pathway.h"
#include "rgm-reference-list.h"
#include "rgm-story-figure.h"

/* A slide of any size will do: only which trials are drawn is asked. */
#define WIDTH 1280
#define BASE 16
#define FLOOR 8

static void
add_citations (GPtrArray  *found,
               RgmDataSet *data_set,
               GPtrArray  *citations)
{
  for (guint i = 0; i < citations->len; i++)
    {
      RgmSource *source = rgm_data_set_find_source (data_set, ((const RgmCitationRef *) g_ptr_array_index (citations, i))->source);

      if (source != NULL)
        g_ptr_array_add (found, source);
    }
}

static void
add_pathway (GPtrArray  *found,
             RgmDataSet *data_set)
{
  RgmPathway *pathway = data_set->pathway;

  for (guint i = 0; i < pathway->nodes->len; i++)
    add_citations (found, data_set, ((RgmPathwayNode *) g_ptr_array_index (pathway->nodes, i))->citations);
  for (guint i = 0; i < pathway->edges->len; i++)
    add_citations (found, data_set, ((RgmPathwayEdge *) g_ptr_array_index (pathway->edges, i))->citations);
  for (guint i = 0; i < pathway->actions->len; i++)
    add_citations (found, data_set, ((RgmAction *) g_ptr_array_index (pathway->actions, i))->citations);
  for (guint i = 0; i < pathway->effects->len; i++)
    add_citations (found, data_set, ((RgmEffect *) g_ptr_array_index (pathway->effects, i))->citations);
}

/* The trials that a figure draws; without any it draws the pathway. */
static void
add_figure (GPtrArray *found,
            RgmFigure *figure)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (figure);
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  const RgmLayout layout = { .measure = measure, .width = WIDTH, .base = BASE, .floor = FLOOR, .overflow = RGM_OVERFLOW_GROW };
  g_autoptr (RgmScene) scene = rgm_figure_lay_out (figure, &layout, NULL);
  gboolean has_trial = FALSE;

  for (guint i = 0; i < rgm_scene_get_n_groups (scene); i++)
    {
      const RgmSceneGroup *group = rgm_scene_get_group (scene, i);
      RgmTrial *trial = group->target != NULL ? rgm_data_set_find_trial (data_set, group->target) : NULL;

      if (trial != NULL)
        rgm_reference_list_add_trial (found, data_set, trial);
      has_trial = has_trial || trial != NULL;
    }

  if (!has_trial && data_set->pathway != NULL && rgm_figure_kind_find_option (rgm_figure_get_kind (figure), "alterations") != NULL)
    add_pathway (found, data_set);
}

static gboolean
has_source (GPtrArray *sources,
            RgmSource *source)
{
  for (guint i = 0; i < sources->len; i++)
    if (g_str_equal (((RgmSource *) g_ptr_array_index (sources, i))->id, source->id))
      return TRUE;

  return FALSE;
}

/**
 * rgm_story_list_references:
 * @story: a story
 * @like: a selection with the data set to draw from
 * @on_refused: (nullable): called for each slide that can't be shown
 *
 * Returns: (transfer full) (element-type RgmSource): what the trials on its slides are from, see rgm_reference_list_add_trial(), and
 *   what their pathways cite; each source once, in the order of the slides
 */
GPtrArray *
rgm_story_list_references (RgmStory        *story,
                           RgmSelection    *like,
                           RgmStoryRefusal  on_refused)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rgm_story_get_n_slides (story); i++)
    {
      g_autofree char *reason = NULL;
      g_autoptr (RgmFigure) figure = NULL;
      g_autoptr (GPtrArray) found = g_ptr_array_new ();

      if (rgm_story_get_slide (story, i).figure == NULL)
        continue;

      figure = rgm_story_make_figure (story, i, like, &reason);
      if (figure != NULL)
        add_figure (found, figure);
      else if (on_refused != NULL)
        {
          g_autofree char *title = g_strdup_printf (_("Slide %u cannot be shown"), i + 1);

          on_refused (title, reason);
        }

      /* A slide that is pinned has a data set of its own. */
      for (guint j = 0; j < found->len; j++)
        if (!has_source (sources, g_ptr_array_index (found, j)))
          g_ptr_array_add (sources, g_object_ref (g_ptr_array_index (found, j)));
    }

  return sources;
}
