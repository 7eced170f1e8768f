/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-story-figure.h"

#include "rgm-figure-kinds.h"
#include "rgm-isolate.h"
#include "rgm-selection.h"
#include "rgm-story-hash.h"
#include "rgm-story-revision.h"

static gboolean
has_record (RgmDataSet *data_set,
            const char *key,
            const char *id)
{
  RgmPathway *pathway = data_set->pathway;

  if (g_str_equal (key, "arms"))
    return rgm_data_set_find_arm (data_set, id, NULL) != NULL;
  if (g_str_equal (key, "excluded"))
    return rgm_data_set_find_trial (data_set, id) != NULL;
  if (g_str_equal (key, "agents"))
    return rgm_data_set_find_agent (data_set, id) != NULL;
  if (g_str_equal (key, "alterations"))
    return pathway != NULL && rgm_pathway_find_alteration (pathway, id) != NULL;
  if (g_str_equal (key, "conditions"))
    return pathway != NULL && rgm_pathway_find_condition (pathway, id) != NULL;

  return TRUE;
}

/* Sets one option; the reason why it can't be set, or %NULL. */
static char *
set_option (RgmFigure  *figure,
            const char *key,
            GVariant   *value)
{
  const RgmFigureKind *kind = rgm_figure_get_kind (figure);
  const RgmOption *option = rgm_figure_kind_find_option (kind, key);

  if (option == NULL)
    return rgm_text_printf (_("This version of Regimen has no option “%s” for the figure “%s”."), key, kind->id);

  if (option->kind == RGM_OPTION_IDS && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **ids = g_variant_get_strv (value, NULL);

      for (guint i = 0; ids[i] != NULL; i++)
        if (!has_record (rgm_figure_get_data_set (figure), key, ids[i]))
          return rgm_text_printf (_("The slide shows “%s”, which the data set does not have."), ids[i]);
    }
  if (!rgm_figure_set_option (figure, key, value))
    return rgm_text_printf (_("The option “%s” of the figure “%s” has an invalid value in the story."), key,
                            kind->id);

  return NULL;
}

static char *
set_options (RgmFigure *figure,
             GVariant  *options)
{
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_variant_iter_init (&iter, options);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    {
      char *reason = set_option (figure, key, value);

      if (reason != NULL)
        {
          g_variant_unref (value);
          return reason;
        }
    }

  return NULL;
}

static char *
fill_selection (RgmStory            *self,
                guint                index,
                RgmSelection        *selection)
{
  const RgmStorySlide found = rgm_story_get_slide (self, index);
  const RgmStorySlide *slide = &found;
  RgmDataSet *data_set = rgm_selection_get_data_set (selection);
  g_autoptr (GVariant) facets = rgm_story_get_facets (self, index);
  g_auto (GStrv) kinds = rgm_figure_list_kinds ();
  const char *source = rgm_story_get_data_set (self);

  if (slide->revision == NULL && source != NULL && !g_str_equal (source, data_set->id))
    return rgm_text_printf (_("This slide belongs to the data set “%s”, but the open one is “%s”."), source, data_set->id);
  if (!g_strv_contains ((const char * const *) kinds, slide->figure))
    return rgm_text_printf (_("This version of Regimen has no figure “%s”."), slide->figure);

  if (g_variant_n_children (facets) > 0)
    rgm_selection_restore_facets (selection, facets);
  if (slide->sort != NULL)
    rgm_selection_set_sort (selection, slide->sort);
  if (slide->search != NULL)
    rgm_selection_set_text (selection, slide->search);
  if (rgm_selection_get_fault (selection) != NULL)
    return rgm_text_printf (_("The slide’s query “%s” is not valid: %s"), slide->search,
                            rgm_selection_get_fault (selection));

  return NULL;
}

/* A selection of the data that a slide is pinned to; NULL where it isn't, or where there is a reason. Which file they came from
 * isn't known any more. */
static RgmSelection *
select_pinned (RgmStory  *self,
               guint      index,
               char     **reason)
{
  const char *hash = rgm_story_get_slide (self, index).revision;
  g_autoptr (RgmDataSet) data_set = NULL;
  RgmSelection *selection;

  *reason = NULL;
  if (hash == NULL)
    return NULL;
  data_set = rgm_story_open_revision (self, hash, reason);
  if (data_set == NULL)
    return NULL;

  selection = rgm_selection_new ();
  rgm_selection_set_data_set (selection, data_set);

  return selection;
}

/**
 * rgm_story_make_figure:
 * @self: a story
 * @index: a slide with a figure
 * @like: a selection, whose data set and its origin are taken
 * @reason: (out) (transfer full): why the figure can't be shown, a sentence for a person, or %NULL
 *
 * Returns: (transfer full) (nullable): the slide's figure, of a selection of its own
 */
RgmFigure *
rgm_story_make_figure (RgmStory      *self,
                       guint          index,
                       RgmSelection  *like,
                       char         **reason)
{
  RgmStorySlide slide = rgm_story_get_slide (self, index);
  g_autoptr (GVariant) options = rgm_story_get_options (self, index);
  g_autoptr (RgmSelection) selection = select_pinned (self, index, reason);
  g_autoptr (RgmFigure) figure = NULL;
  gboolean is_changed_copy;
  const char *origin = rgm_selection_get_origin (like, &is_changed_copy);

  g_return_val_if_fail (slide.figure != NULL, NULL);

  if (*reason != NULL)
    return NULL;
  if (selection == NULL)
    {
      selection = rgm_selection_new ();
      rgm_selection_set_origin (selection, origin, is_changed_copy);
      rgm_selection_set_index (selection, rgm_selection_get_index (like));
    }
  *reason = fill_selection (self, index, selection);
  if (*reason != NULL)
    return NULL;

  figure = rgm_figure_new (slide.figure, selection);
  *reason = set_options (figure, options);
  if (*reason == NULL && rgm_table_get_n_rows (rgm_figure_get_table (figure)) == 0 && g_str_equal (slide.figure, "curves"))
    *reason = g_strdup (_("None of these arms has patients’ times or a published curve for the endpoint."));

  return *reason == NULL ? g_steal_pointer (&figure) : NULL;
}

static gboolean
follows_data (RgmStory *self)
{
  for (guint i = 0; i < rgm_story_get_n_slides (self); i++)
    {
      RgmStorySlide slide = rgm_story_get_slide (self, i);

      if (slide.figure != NULL && slide.revision == NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * rgm_story_get_change:
 * @self: a story
 * @data_set: the data set that is open
 *
 * Returns: (transfer full) (nullable): a sentence that says that the data have changed since the story
 *   was made, or %NULL if they haven't, or if no slide follows them
 */
char *
rgm_story_get_change (RgmStory   *self,
                      RgmDataSet *data_set)
{
  const char *then = rgm_story_get_as_of (self);
  const char *hash = rgm_story_get_hash (self);
  g_autofree char *now = rgm_story_format_day (data_set);

  if (!follows_data (self))
    return NULL;
  if (then != NULL && g_strcmp0 (then, now) != 0)
    return g_strdup_printf (_("The story was made with the data as of %s; this slide shows the data as of %s."), then,
                            now != NULL ? now : _("an unknown date"));
  if (hash != NULL && !g_str_equal (hash, rgm_story_hash_data_set (data_set)))
    return g_strdup (_("The data have been edited since the story was made."));

  return NULL;
}

/**
 * rgm_story_describe_data:
 * @self: a story
 * @index: a slide with a figure
 * @data_set: the data set that is open
 *
 * Returns: (transfer full) (nullable): a sentence that says which data the slide is pinned to and whether the open ones are
 *   others, or that the data that it follows have changed since the story was made; or %NULL
 */
char *
rgm_story_describe_data (RgmStory   *self,
                         guint       index,
                         RgmDataSet *data_set)
{
  const char *hash = rgm_story_get_slide (self, index).revision;
  const char *day;

  if (hash == NULL)
    return rgm_story_get_change (self, data_set);

  day = rgm_story_get_revision_day (self, hash);
  if (g_str_equal (hash, rgm_story_hash_data_set (data_set)))
    return g_strdup_printf (_("This slide is pinned to the data as of %s, which are the data that are open."),
                            day != NULL ? day : _("an unknown date"));

  return g_strdup_printf (_("This slide is pinned to the data as of %s; the data set that is open differs from them."),
                          day != NULL ? day : _("an unknown date"));
}
