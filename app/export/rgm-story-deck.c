/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-story-deck.h"

#include "rgm-punctuation.h"
#include "rgm-story-figure.h"

static void
add_slide (RgmDeck         *self,
           RgmStory        *story,
           guint            index,
           RgmSelection    *like,
           RgmStoryRefusal  on_refused)
{
  RgmStorySlide slide = rgm_story_get_slide (story, index);
  g_autofree char *change = rgm_story_describe_data (story, index, rgm_selection_get_data_set (like));
  g_autofree char *note = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (RgmFigure) figure = NULL;

  if (slide.figure == NULL)
    {
      rgm_deck_add_text (self, slide.title, slide.text, slide.note);
      return;
    }

  figure = rgm_story_make_figure (story, index, like, &reason);
  if (figure == NULL)
    {
      g_autofree char *title = g_strdup_printf (_("Slide %u cannot be shown"), index + 1);

      if (on_refused != NULL)
        on_refused (title, reason);
      rgm_deck_add_text (self, slide.title != NULL ? slide.title : title, reason, slide.note);
      return;
    }

  note = slide.note != NULL && change != NULL ? rgm_join_sentences (slide.note, change)
                                              : g_strdup (slide.note != NULL ? slide.note : change);
  rgm_deck_add_figure (self, figure, slide.title, note);
}

/**
 * rgm_deck_add_story:
 * @self: a deck
 * @story: a story
 * @like: a selection with the data set to draw from
 * @on_refused: (nullable): called for each slide that can't be shown; a slide with the reason takes
 *   its place
 */
void
rgm_deck_add_story (RgmDeck         *self,
                    RgmStory        *story,
                    RgmSelection    *like,
                    RgmStoryRefusal  on_refused)
{
  for (guint i = 0; i < rgm_story_get_n_slides (story); i++)
    add_slide (self, story, i, like, on_refused);
}
