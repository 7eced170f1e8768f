/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <adwaita.h>

#include "rgm-compare-page.h"
#include "rgm-data-page.h"
#include "rgm-index.h"
#include "rgm-load.h"
#include "rgm-story-page.h"
#include "rgm-trials-page.h"
#include "rgm-trial-page.h"
#include "rgm-view.h"
#include "view-fixture.h"

/* Starts GTK with the program's templates, icons and style, but without the program. */
void
view_fixture_init (void)
{
  GtkCssProvider *provider = gtk_css_provider_new ();
  GdkDisplay *display;

  adw_init ();
  rgm_view_init ();
  display = gdk_display_get_default ();
  gtk_css_provider_load_from_resource (provider, RGM_RESOURCE_PREFIX "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), RGM_RESOURCE_PREFIX "/icons");
  g_object_unref (provider);
}

/* Returns: (transfer full): a window’s state with the data set that the program carries */
RgmWindowState *
view_fixture_window_state (void)
{
  RgmWindowState *window_state = rgm_window_state_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_embedded (NULL, NULL, &error);
  g_autoptr (RgmIndex) index = NULL;

  g_assert_no_error (error);
  index = rgm_index_new (data_set);
  rgm_window_state_set_index (window_state, index, NULL, FALSE);

  return window_state;
}

/* Returns: (transfer full): a page, floating */
GtkWidget *
view_fixture_page (const char   *id,
                   RgmWindowState *window_state)
{
  if (g_str_equal (id, "trial"))
    return rgm_trial_page_new (window_state);
  if (g_str_equal (id, "compare"))
    return rgm_compare_page_new (window_state);
  if (g_str_equal (id, "data"))
    return rgm_data_page_new (window_state);
  if (g_str_equal (id, "story"))
    return rgm_story_page_new (window_state);
  if (g_str_equal (id, "response"))
    return rgm_response_page_new (window_state);

  g_error ("There is no page %s", id);
}

/* Lets everything happen that is due. */
void
view_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Returns: (transfer none) (nullable): the first widget of the type whose words hold @text, in the tree's order */
GtkWidget *
view_fixture_find (GtkWidget  *root,
                   GType       type,
                   const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      g_autofree char *label = NULL;

      if (g_object_class_find_property (G_OBJECT_GET_CLASS (root), "label") != NULL)
        g_object_get (root, "label", &label, NULL);
      else if (g_object_class_find_property (G_OBJECT_GET_CLASS (root), "title") != NULL)
        g_object_get (root, "title", &label, NULL);
      if (text == NULL || (label != NULL && strstr (label, text) != NULL))
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = view_fixture_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}
