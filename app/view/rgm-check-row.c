/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-check-row.h"
#include "rgm-row-name.h"

static void
on_active (GtkWidget  *control,
           GParamSpec *pspec,
           GtkWidget  *row)
{
  gboolean is_active;

  g_object_get (control, "active", &is_active, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               is_active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static gboolean
on_space (GtkWidget *row,
          GVariant  *arguments,
          gpointer   data)
{
  adw_action_row_activate (ADW_ACTION_ROW (row));

  return TRUE;
}

/**
 * rgm_check_row_new:
 * @title: what is switched
 * @control: (transfer floating): a check button or a switch, which has a property "active"
 *
 * Returns: (transfer full): a row that is the control to keyboard and assistive technology: one stop, which says whether
 *   it is checked and takes Space as well as Enter. A switch stands at its end, a box to tick at its start
 */
GtkWidget *
rgm_check_row_new (const char *title,
                   GtkWidget  *control)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  rgm_row_set_name (row, title);

  gtk_widget_set_focusable (control, FALSE);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  if (GTK_IS_SWITCH (control))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (on_active), row, 0);
  on_active (control, NULL, row);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                                                       gtk_keyval_trigger_new (GDK_KEY_KP_Space, 0)),
                                                          gtk_callback_action_new (on_space, NULL, NULL)));
  gtk_widget_add_controller (row, keys);

  return row;
}
