/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

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

/* The row itself, or the head of one that folds out, which has the focus in its place. */
static GtkWidget *
find_head (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *head = GTK_IS_LIST_BOX_ROW (child) ? child : find_head (child);

      if (head != NULL)
        return head;
    }

  return NULL;
}

static gboolean
on_space (GtkWidget *head,
          GVariant  *arguments,
          gpointer   row)
{
  adw_expander_row_set_expanded (row, !adw_expander_row_get_expanded (row));

  return TRUE;
}

/**
 * rgm_expander_row_new:
 *
 * Returns: (transfer full): an #AdwExpanderRow that folds out and in at Space as well as at Enter, floating
 */
GtkWidget *
rgm_expander_row_new (void)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *head = find_head (row);
  GtkEventController *keys;

  if (head == NULL)
    return row;

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                                                       gtk_keyval_trigger_new (GDK_KEY_KP_Space, 0)),
                                                          gtk_callback_action_new (on_space, row, NULL)));
  gtk_widget_add_controller (head, keys);

  return row;
}

/**
 * rgm_row_set_description:
 * @row: an #AdwExpanderRow
 * @description: what is said of it after its name
 *
 * Describes a row that folds out for assistive technology: at the floor it doesn't tell its subtitle.
 */
void
rgm_row_set_description (GtkWidget  *row,
                         const char *description)
{
  GtkWidget *head;

  g_return_if_fail (ADW_IS_EXPANDER_ROW (row));

  head = find_head (row);
  if (head != NULL)
    rgm_accessible_set_description (head, description);
}

static void
announce_folding (AdwExpanderRow *row,
                  GParamSpec     *pspec,
                  gpointer        n_values)
{
  guint n = GPOINTER_TO_UINT (n_values);
  g_autofree char *message = NULL;

  if (adw_expander_row_get_expanded (row))
    /* Translators: said of a row that folds out to the values of a filter, or to those that have changed. */
    message = g_strdup_printf (ngettext ("Expanded, %u value", "Expanded, %u values", n), n);
  else
    message = g_strdup (C_("row", "Collapsed"));
  rgm_accessible_announce (GTK_WIDGET (row), message);
}

/**
 * rgm_row_tell_folding:
 * @row: an #AdwExpanderRow
 * @n_values: how many values it folds out to
 *
 * Says when a row folds out or in: at the floor its head has no state for it.
 */
void
rgm_row_tell_folding (GtkWidget *row,
                      guint      n_values)
{
  g_return_if_fail (ADW_IS_EXPANDER_ROW (row));

  g_signal_connect (row, "notify::expanded", G_CALLBACK (announce_folding), GUINT_TO_POINTER (n_values));
}

/**
 * rgm_row_tell_typing:
 * @row: an #AdwEntryRow, not shown yet
 *
 * At the floor assistive technology sees only the row, which doesn't have the focus, and not the text in it, which does. A newer
 * libadwaita has the row speak for its text.
 */
void
rgm_row_tell_typing (GtkWidget *row)
{
  GtkEditable *text;
  GTypeInterface *accessible;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  /* By its name: newer headers deprecate GTK_TYPE_ACCESSIBLE for programs of the floor. */
  accessible = g_type_interface_peek (G_OBJECT_GET_CLASS (row), g_type_from_name ("GtkAccessible"));
  text = gtk_editable_get_delegate (GTK_EDITABLE (row));
  if (accessible->g_instance_type == ADW_TYPE_ENTRY_ROW || text == NULL)
    return;

  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  rgm_accessible_set_name (GTK_WIDGET (text), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
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
