/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-save-dialog.h"
#include "rgm-save-list.h"
#include "rgm-trial-table.h"
#include "rgm-window-state.h"
#include "rgm-window.h"

/* The trials of the list, in its order, saved as a table with every field of theirs. */

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmWindowState *state = rgm_window_get_state (RGM_WINDOW (widget));
  RgmDataSet *data_set = rgm_window_state_get_data_set (state);
  GListModel *trials = G_LIST_MODEL (rgm_window_state_get_selection (state));
  const gboolean each_arm = g_str_equal (g_variant_get_string (parameter, NULL), "arms");
  g_autoptr (RgmTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (data_set == NULL || g_list_model_get_n_items (trials) == 0)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _("The list has no trials to save."));
      return;
    }

  table = each_arm ? rgm_arm_table_new (data_set, trials) : rgm_trial_table_new (data_set, trials);
  text = rgm_table_to_spreadsheet (table, NULL);
  bytes = g_bytes_new_take (text, strlen (text));
  /* Translators: the names of files of trials and of arms, without their endings. */
  rgm_save_dialog_show (widget, _("Save the list"), each_arm ? C_("file name", "arms") : C_("file name", "trials"), "csv",
                        _("Table (CSV)"), bytes);
}

/**
 * rgm_save_list_install:
 * @widget_class: the class of windows
 *
 * Adds the action that saves the list as a table, with a row for each of its “trials” or “arms”.
 */
void
rgm_save_list_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-list", "s", save_action);
}
