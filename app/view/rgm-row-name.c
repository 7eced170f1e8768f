/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

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
