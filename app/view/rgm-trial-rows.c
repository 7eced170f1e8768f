/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-isolate.h"
#include "rgm-trial-row.h"
#include "rgm-trial-rows.h"

/* The rows of a list view of trials: which one has the focus, and the menu of each. A list
 * view has widgets for the rows in and around what is seen only. */

static RgmTrial *
get_trial (GtkWidget *item)
{
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  return RGM_IS_TRIAL_ROW (row) ? rgm_trial_row_get_trial (RGM_TRIAL_ROW (row)) : NULL;
}

/* The list item that @widget is, or is in. */
static GtkWidget *
find_item (GtkListView *view,
           GtkWidget   *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (view))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static GtkWidget *
get_focused_item (GtkListView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));

  return root != NULL ? find_item (view, gtk_root_get_focus (root)) : NULL;
}

/* Whether the focus is on a row, or within one. */
gboolean
rgm_trial_rows_have_focus (GtkListView *view)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), FALSE);

  return get_focused_item (view) != NULL;
}

/**
 * rgm_trial_rows_get_focused:
 * @view: a list of trials
 *
 * Returns: (transfer none) (nullable): the trial of the row that has the focus
 */
RgmTrial *
rgm_trial_rows_get_focused (GtkListView *view)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), NULL);

  return get_trial (get_focused_item (view));
}

/**
 * rgm_trial_rows_focus:
 * @view: a list of trials
 * @position: a row
 *
 * Scrolls to the row and gives it the focus.
 *
 * Returns: whether there is such a row
 */
gboolean
rgm_trial_rows_focus (GtkListView *view,
                      guint        position)
{
  g_autoptr (RgmTrial) trial = NULL;
  GtkWidget *item;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), FALSE);

  trial = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);
  if (trial == NULL)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", position);
  item = gtk_widget_get_first_child (GTK_WIDGET (view));
  while (item != NULL && get_trial (item) != trial)
    item = gtk_widget_get_next_sibling (item);

  return item != NULL && gtk_widget_grab_focus (item);
}

/**
 * rgm_trial_rows_tick:
 * @view: a list of trials
 * @window_state: what the trial is ticked in
 * @trial: (nullable): a trial, or %NULL to do nothing
 *
 * Ticks a trial to be compared, or takes its tick away, and says so.
 */
void
rgm_trial_rows_tick (GtkListView    *view,
                     RgmWindowState *window_state,
                     RgmTrial       *trial)
{
  gboolean is_ticked;
  g_autofree char *message = NULL;

  if (trial == NULL)
    return;

  is_ticked = !rgm_window_state_is_compared (window_state, trial);
  if (!rgm_window_state_compare (window_state, trial, is_ticked))
    {
      gtk_widget_activate_action (GTK_WIDGET (view), "win.toast", "s",
                                  _("You can compare up to six trials. Untick one first."));
      return;
    }

  message = rgm_text_printf (is_ticked
                               /* Translators: a trial, how many are ticked to be compared, and how many can be. */
                               ? _("%s ticked, %u of %u")
                               /* Translators: a trial, how many are still ticked to be compared, and how many can be. */
                               : _("%s unticked, %u of %u"),
                             trial->name, g_list_model_get_n_items (rgm_window_state_get_compared (window_state)), RGM_MAX_COMPARED);
  rgm_accessible_announce (GTK_WIDGET (view), message);
}

/* ── The menu of a row ───────────────────────────────────────────────────────── */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        RgmTrial   *trial)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", trial->id);
  g_menu_append_item (menu, item);
}

/* The action of an item runs after the menu is closed, and starts from the menu. */
static gboolean
remove_menu (gpointer menu)
{
  gtk_widget_unparent (menu);

  return G_SOURCE_REMOVE;
}

static void
on_closed (GtkWidget *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_menu, g_object_ref (menu), g_object_unref);
}

static gboolean
show_menu (GtkWidget *item)
{
  RgmTrial *trial = get_trial (item);
  g_autoptr (GMenu) model = g_menu_new ();
  GtkWidget *menu;

  if (trial == NULL)
    return FALSE;

  append (model, _("_Open"), "win.show-trial", trial);
  append (model, _("_Tick to compare"), "trials.tick-trial", trial);
  append (model, _("_Copy"), "trials.copy", trial);

  menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_widget_set_parent (menu, item);
  /* A row that goes, with its window or its trial, takes its menu along. */
  g_signal_connect_object (item, "destroy", G_CALLBACK (gtk_widget_unparent), menu, G_CONNECT_SWAPPED);
  g_signal_connect (menu, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));

  return TRUE;
}

static gboolean
on_key (GtkListView     *view,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  gboolean is_plain = (state & gtk_accelerator_get_default_mod_mask ()) == 0;
  gboolean is_shifted = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK;

  if ((key == GDK_KEY_Menu && is_plain) || (key == GDK_KEY_F10 && is_shifted))
    return show_menu (get_focused_item (view));

  return FALSE;
}

static void
on_pressed (GtkListView     *view,
            int              n_presses,
            double           x,
            double           y,
            GtkGestureClick *click)
{
  GtkWidget *item = find_item (view, gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT));

  if (show_menu (item))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

/**
 * rgm_trial_rows_add_menu:
 * @view: a list of trials, within a widget that has the actions `trials.tick-trial` and `trials.copy`
 *
 * Gives each row a menu. To be called before a search entry captures the keys of @view, since that would show its own.
 */
void
rgm_trial_rows_add_menu (GtkListView *view)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), view);
  gtk_widget_add_controller (gtk_widget_get_parent (GTK_WIDGET (view)), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
}
