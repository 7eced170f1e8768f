/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>

#include "rgm-accessible.h"
#include "rgm-row-name.h"

/**
 * rgm_row_set_name:
 * @row: a row of a list, as yet without rows of its own
 * @name: what it shows
 *
 * Names a row for assistive technology: at the floor a row doesn't take its name from
 * what is in it. The head of a row that folds out is a row too.
 */
void
rgm_row_set_name (GtkWidget  *row,
                  const char *name)
{
  if (GTK_IS_LIST_BOX_ROW (row))
    rgm_accessible_set_name (row, name);

  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    rgm_row_set_name (child, name);
}

static void
tell_choice (AdwComboRow *row)
{
  gpointer item = adw_combo_row_get_selected_item (row);

  rgm_accessible_set_description (GTK_WIDGET (row), GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (item) : "");
}

/**
 * rgm_row_tell_choice:
 * @row: an #AdwComboRow of strings
 *
 * Describes a row for assistive technology by what is chosen in it, and names what there is to choose from: at the
 * floor it tells its name only.
 */
void
rgm_row_tell_choice (GtkWidget *row)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  rgm_accessible_name_items (adw_combo_row_get_list_factory (ADW_COMBO_ROW (row)) != NULL
                               ? adw_combo_row_get_list_factory (ADW_COMBO_ROW (row))
                               : adw_combo_row_get_factory (ADW_COMBO_ROW (row)));
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (tell_choice), NULL);
  tell_choice (ADW_COMBO_ROW (row));
}
