/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-presenter.h"
#include "rgm-story-add.h"
#include "rgm-story-document.h"
#include "rgm-story-page.h"
#include "rgm-window.h"
#include "rgm-window-present.h"
#include "rgm-window-state.h"

/* Presents the window's story, or, where it has none, what the view shows. Returns why nothing is presented, or NULL.
 * @from_here: whether to begin with the selected slide, or the view's own chart. */
static char *
present (GtkWindow      *window,
         RgmWindowState *window_state,
         GtkWidget      *page,
         gboolean        from_here,
         gboolean        in_window)
{
  gboolean is_story = RGM_IS_STORY_PAGE (page);
  g_autoptr (RgmStory) story = NULL;

  if (rgm_window_state_get_data_set (window_state) == NULL)
    return g_strdup (_("There is nothing to present yet."));

  if (is_story || !from_here)
    story = g_object_ref (rgm_story_document_get_story (rgm_window_state_get_story (window_state)));
  if (story == NULL || rgm_story_get_n_slides (story) == 0)
    {
      g_clear_object (&story);
      story = rgm_story_new_from_view (window_state, rgm_window_state_get_view (window_state));
    }
  if (story == NULL)
    return g_strdup (_("There is nothing to present yet: add slides to the story first."));

  rgm_presenter_start (window, story, rgm_window_state_get_selection (window_state),
                       is_story && from_here ? rgm_story_page_get_selected (RGM_STORY_PAGE (page)) : 0, in_window);

  return NULL;
}

static void
present_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  RgmWindow *window = RGM_WINDOW (widget);
  g_autofree char *text = present (GTK_WINDOW (window), rgm_window_get_state (window), rgm_window_get_page (window),
                                   g_str_equal (name, "win.present-here"), g_str_equal (name, "win.present-in-window"));

  if (text != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", text);
}

static void
add_to_story_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  RgmWindowState *window_state = rgm_window_get_state (RGM_WINDOW (widget));
  g_autofree char *text = NULL;

  if (rgm_window_state_get_data_set (window_state) == NULL)
    return;
  text = rgm_story_add_from_view (window_state, rgm_window_state_get_view (window_state));
  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

/* For a message, whose button doesn't see the actions of the page. */
static void
undo_story_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  rgm_story_document_undo (rgm_window_state_get_story (rgm_window_get_state (RGM_WINDOW (widget))));
}

/**
 * rgm_window_present_install:
 * @widget_class: the class of a window
 *
 * Installs the actions of the story: those that present it from its start, from the selected slide, and in a window, and
 * those that add to it and undo from any view.
 */
void
rgm_window_present_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-to-story", NULL, add_to_story_action);
  gtk_widget_class_install_action (widget_class, "win.undo-story", NULL, undo_story_action);
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "win.present-here", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "win.present-in-window", NULL, present_action);
}
