/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-data-set.h"
#include "rgm-figure-origin.h"
#include "rgm-isolate.h"
#include "rgm-pages.h"
#include "rgm-punctuation.h"
#include "rgm-window-title.h"

/**
 * rgm_window_title_update:
 * @window: a window
 * @origin: the label in its header that names the file
 * @selection: what it selects from
 *
 * Names the data set that is open and, unless it is the embedded one, its file, so that
 * a copy never passes for the original.
 */
void
rgm_window_title_update (GtkWindow    *window,
                         GtkLabel     *origin,
                         RgmSelection *selection)
{
  gboolean is_changed_copy;
  const char *file_name = rgm_selection_get_origin (selection, &is_changed_copy);
  const char *data_set = rgm_selection_get_data_set (selection)->title;
  g_autofree char *sentence = rgm_figure_text_origin (selection);
  g_autofree char *title = NULL;

  if (file_name != NULL)
    /* Translators: the title of the window: a file, a data set's title and the program's name. */
    title = rgm_text_printf (_("%s (%s) – Regimen"), file_name, data_set);
  else
    /* Translators: the title of the window: a data set's title and the program's name. */
    title = rgm_text_printf (_("%s – Regimen"), data_set);
  gtk_window_set_title (window, title);

  gtk_label_set_text (origin, file_name != NULL ? file_name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (origin), sentence);
  if (is_changed_copy)
    gtk_widget_add_css_class (GTK_WIDGET (origin), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (origin), "warning");
}

/**
 * rgm_window_title_describe_view:
 * @window_state: a window's state
 *
 * Returns: (transfer full) (nullable): the view that is shown, and the trial on it: 'Trial, DESTINY-CRC01'
 */
char *
rgm_window_title_describe_view (RgmWindowState *window_state)
{
  const RgmPage *page = rgm_pages_find (rgm_window_state_get_view (window_state));
  RgmTrial *trial = rgm_window_state_get_trial (window_state);
  GString *text;

  if (page == NULL)
    return NULL;

  text = g_string_new (_(page->title));
  if (trial != NULL && g_str_equal (page->id, "trial"))
    rgm_add_word (text, trial->name);

  return g_string_free (text, FALSE);
}
