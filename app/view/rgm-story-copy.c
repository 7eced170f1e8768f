/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-figure-copy.h"
#include "rgm-isolate.h"
#include "rgm-story-copy.h"

/**
 * rgm_story_copy_slide:
 * @show: the slides
 * @index: which of them
 * @widget: a widget on the display whose clipboard is meant
 *
 * Copies a slide: its chart in every form that rgm_figure_copy() offers, under the slide's title, or its text.
 *
 * Returns: (transfer full): what was done, or why nothing was, in a sentence for a person
 */
char *
rgm_story_copy_slide (RgmStoryShow *show,
                      guint         index,
                      GtkWidget    *widget)
{
  const RgmStoryFace *face = rgm_story_show_get_face (show, index);
  RgmStorySlide slide = rgm_story_get_slide (rgm_story_show_get_story (show), index);
  const char *title = slide.title != NULL && *slide.title != '\0' ? slide.title : NULL;
  g_autoptr (GError) error = NULL;

  if (face->figure != NULL && !rgm_figure_copy (face->figure, title, widget, &error))
    return rgm_text_printf (_("The slide could not be copied: %s"), error->message);
  if (face->reason != NULL)
    return g_strdup (face->reason);
  if (face->figure == NULL)
    {
      g_autofree char *text = g_strjoin (title != NULL && slide.text != NULL ? "\n\n" : "", title != NULL ? title : "",
                                         slide.text != NULL ? slide.text : "", NULL);

      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
    }

  return g_strdup (_("Slide copied"));
}
