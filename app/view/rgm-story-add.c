/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-isolate.h"
#include "rgm-pathway-figure.h"
#include "rgm-signal.h"
#include "rgm-story-add.h"
#include "rgm-story-document.h"
#include "rgm-story-edit.h"
#include "rgm-story-ready.h"

/* What a window shows, as slides. */

/* The arms of the trials of the list, by id: the slide shows them without knowing the patient that they were chosen for. */
static GVariant *
list_arms (RgmSelection *selection)
{
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < rgm_selection_get_count (selection); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (selection), i);

      for (guint j = 0; j < trial->arms->len; j++)
        g_variant_builder_add (&ids, "s", ((RgmArm *) g_ptr_array_index (trial->arms, j))->id);
    }

  return g_variant_builder_end (&ids);
}

/* The figure's options, floating. A story has no patient: what follows from one is written out. Of the sheet the findings are kept,
 * since a person who adds that to a story wants them there. */
static GVariant *
save_options (RgmSelection *selection,
              RgmFigure    *figure,
              gboolean      is_narrowed)
{
  const RgmFigureKind *kind = rgm_figure_get_kind (figure);
  RgmPatient *patient = rgm_selection_get_patient (selection);
  g_autoptr (GVariant) saved = g_variant_ref_sink (rgm_figure_save_options (figure));
  RgmSignal *signal = RGM_IS_PATHWAY_FIGURE (figure) ? rgm_pathway_figure_get_signal (RGM_PATHWAY_FIGURE (figure)) : NULL;
  GVariantDict options;

  g_variant_dict_init (&options, saved);
  if (patient != NULL && rgm_figure_kind_find_option (kind, "patient") != NULL)
    g_variant_dict_insert (&options, "patient", "s", rgm_patient_get_text (patient));
  if (patient != NULL && signal != NULL && !g_variant_dict_contains (&options, "alterations"))
    g_variant_dict_insert_value (&options, "alterations",
                                 g_variant_new_strv ((const char * const *) rgm_signal_get_alterations (signal), -1));
  if (is_narrowed && rgm_figure_kind_find_option (kind, "arms") != NULL && !g_variant_dict_contains (&options, "arms"))
    g_variant_dict_insert_value (&options, "arms", list_arms (selection));

  return g_variant_dict_end (&options);
}

/**
 * rgm_story_new_from_figure:
 * @window_state: a window's state with a data set
 * @figure: one of its figures
 *
 * Returns: (transfer full): a story of one slide, with the figure as it is now and the trials of the list
 */
RgmStory *
rgm_story_new_from_figure (RgmWindowState *window_state,
                           RgmFigure      *figure)
{
  RgmSelection *selection = rgm_window_state_get_selection (window_state);
  RgmStory *story = rgm_story_new (rgm_window_state_get_data_set (window_state), NULL);
  g_autofree char *text = rgm_selection_dup_text_without_patient (selection);
  gboolean is_narrowed = !g_str_equal (text, rgm_selection_get_text (selection));
  const RgmStorySlide slide = {
    .figure = rgm_figure_get_kind (figure)->id,
    .search = *text != '\0' ? text : NULL,
    .sort = rgm_selection_get_sort (selection),
  };

  rgm_story_add_slide (story, &slide, save_options (selection, figure, is_narrowed), rgm_selection_save_facets (selection));

  return story;
}

static RgmStory *
compare (RgmWindowState *window_state)
{
  GListModel *compared = rgm_window_state_get_compared (window_state);
  g_autoptr (GPtrArray) arms = g_ptr_array_new ();
  g_autoptr (GPtrArray) trials = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (compared); i++)
    {
      RgmTrial *trial = g_list_model_get_item (compared, i);

      g_ptr_array_add (trials, trial);
      for (guint j = 0; j < trial->arms->len; j++)
        g_ptr_array_add (arms, (gpointer) ((RgmArm *) trial->arms->pdata[j])->id);
    }
  if (trials->len < 2)
    return NULL;
  g_ptr_array_add (arms, NULL);

  return rgm_story_new_comparison (rgm_window_state_get_data_set (window_state), (const char * const *) arms->pdata);
}

/**
 * rgm_story_new_from_view:
 * @window_state: a window's state
 * @view: the id of a view
 *
 * Returns: (transfer full) (nullable): a story of what the view shows, or %NULL where it shows nothing that a slide can
 */
RgmStory *
rgm_story_new_from_view (RgmWindowState *window_state,
                         const char     *view)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (window_state);
  RgmTrial *trial = rgm_window_state_get_trial (window_state);
  RgmFigure *figure = rgm_window_state_get_shown (window_state, view);

  if (data_set == NULL)
    return NULL;
  if (g_str_equal (view, "trial"))
    return trial != NULL ? rgm_story_new_trial (data_set, trial) : NULL;
  if (g_str_equal (view, "compare"))
    return compare (window_state);
  if (g_str_equal (view, RGM_VIEW_DATA))
    return rgm_story_new_overview (data_set);
  if (figure == NULL)
    figure = rgm_window_state_get_figure (window_state, view);
  if (figure == NULL || (g_str_equal (view, "pathway") && data_set->pathway == NULL))
    return NULL;

  return rgm_story_new_from_figure (window_state, figure);
}

static gboolean
is_of_another (RgmStory   *story,
               RgmDataSet *data_set)
{
  return rgm_story_get_n_slides (story) > 0 && rgm_story_get_data_set (story) != NULL &&
         !g_str_equal (rgm_story_get_data_set (story), data_set->id);
}

/**
 * rgm_story_add_from_view:
 * @window_state: a window's state
 * @view: the id of a view
 *
 * Adds what the view shows to the window's story, at its end.
 *
 * Returns: (transfer full): what was done, or why nothing was, in a sentence for a person
 */
char *
rgm_story_add_from_view (RgmWindowState *window_state,
                         const char     *view)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (window_state);
  RgmStoryDocument *document = rgm_window_state_get_story (window_state);
  g_autoptr (RgmStory) added = rgm_story_new_from_view (window_state, view);
  RgmStory *story;
  guint n, n_slides;

  if (added == NULL && g_str_equal (view, "trial"))
    return g_strdup (_("Select a trial first, so that its results can be added to the story."));
  if (added == NULL && g_str_equal (view, "compare"))
    return g_strdup (_("Tick two trials first, so that their comparison can be added to the story."));
  if (added == NULL)
    return g_strdup (_("There is nothing here that can be added to the story."));

  story = rgm_story_document_get_story (document);
  if (is_of_another (story, data_set))
    return rgm_text_printf (_("The story belongs to the data set “%s”. Begin a new story for this one."), rgm_story_get_data_set (story));

  n = rgm_story_get_n_slides (added);
  n_slides = rgm_story_get_n_slides (story);
  {
    g_autoptr (RgmStory) named = n_slides == 0 ? rgm_story_with_data_set (story, data_set) : g_object_ref (story);

    rgm_story_document_edit (document, rgm_story_with_slides (named, n_slides, added), NULL);
  }

  /* A patient's findings become part of a file only knowingly. */
  if (g_str_equal (view, RGM_VIEW_PATIENT))
    return g_strdup_printf (_("Added to the story as slide %u. The story and its file now hold the patient’s findings."), n_slides + 1);
  if (n == 1)
    return g_strdup_printf (_("Added to the story as slide %u"), n_slides + 1);

  return g_strdup_printf (ngettext ("%u slide was added to the story", "%u slides were added to the story", n), n);
}
