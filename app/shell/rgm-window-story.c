/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-window-state.h"
#include "rgm-window-story.h"

#define SUFFIX ".regimen-story"
/* The story that is opened once there is a data set. */
#define WAITING "rgm-waiting-story"

static void
show (RgmWindow *window,
      GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkWidget *page;

  rgm_window_state_set_view (rgm_window_get_state (window), "story");
  page = rgm_window_get_page (window);
  if (page != NULL)
    gtk_widget_activate_action (page, "story.open-recent", "s", uri);
}

/**
 * rgm_window_story_open:
 * @window: a window
 * @file: (nullable): a file that was dropped, chosen or named on the command line
 *
 * Opens the file if it is a story's: in the Story view, with the data set that is open, or the one that was open last.
 *
 * Returns: whether it is a story's
 */
gboolean
rgm_window_story_open (RgmWindow *window,
                       GFile     *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  if (name == NULL || !g_str_has_suffix (name, SUFFIX))
    return FALSE;

  if (rgm_window_get_data_set (window) != NULL)
    {
      show (window, file);
      return TRUE;
    }

  g_object_set_data_full (G_OBJECT (window), WAITING, g_object_ref (file), g_object_unref);
  if (!rgm_window_state_is_beginning (rgm_window_get_state (window)))
    {
      g_autoptr (GFile) resumed = rgm_window_resume (window);
    }

  return TRUE;
}

/**
 * rgm_window_story_opened:
 * @window: a window that has a data set now
 *
 * Opens the story that waited for it, if any.
 */
void
rgm_window_story_opened (RgmWindow *window)
{
  g_autoptr (GFile) file = g_object_steal_data (G_OBJECT (window), WAITING);

  if (file != NULL)
    show (window, file);
}
