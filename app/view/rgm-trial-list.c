/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-facet-panel.h"
#include "rgm-menu.h"
#include "rgm-remedies.h"
#include "rgm-trial-list.h"
#include "rgm-trial-row.h"

/* The list is one pipeline:
 *
 *     entry ─ text ─┐
 *     facets ───────┤
 *     sort menu ────┴─> RgmSelection ─> GtkSingleSelection ─> GtkListView
 *                            │                  ⇅
 *                            │          RgmWorkspace:trial ── every other view
 *                            └─> figures, exports
 *
 * RgmSelection filters and sorts by an index that is built once, so that there is no
 * GtkFilterListModel and no GtkSortListModel: at 100,000 trials a keystroke would have
 * to ask each of them.
 */
struct _RgmTrialList
{
  GtkWidget           parent_instance;

  RgmWorkspace       *workspace;
  GtkSingleSelection *rows;
  GSimpleActionGroup *actions;

  GtkSearchEntry     *entry;
  GtkLabel           *fault;
  GtkLabel           *count;
  GtkWidget          *sort_button;
  GMenuModel         *sort_menu;
  GtkWidget          *facet_button;
  AdwButtonContent   *facet_content;
  RgmFacetPanel      *facet_panel;
  GtkStack           *stack;
  GtkListView        *view;
  GtkBox             *remedies;
  GtkActionBar       *compare_bar;
  GtkLabel           *compare_count;
};

/* GTK_LIST_TAB_ITEM, which is newer than the floor. */
#define LIST_TAB_ITEM 1

G_DEFINE_FINAL_TYPE (RgmTrialList, rgm_trial_list, GTK_TYPE_WIDGET)

static RgmSelection *
get_selection (RgmTrialList *self)
{
  return rgm_workspace_get_selection (self->workspace);
}

static void
on_remedy (GtkButton    *button,
           RgmTrialList *self)
{
  rgm_remedies_apply (get_selection (self), g_object_get_data (G_OBJECT (button), "remedy"));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
remedy_free (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
show_remedies (RgmTrialList *self)
{
  g_autoptr (GPtrArray) found = rgm_remedies_find (get_selection (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->remedies))) != NULL)
    gtk_box_remove (self->remedies, child);

  for (guint i = 0; i < found->len; i++)
    {
      RgmRemedy *remedy = g_ptr_array_index (found, i);
      g_autofree char *what = g_strdup_printf (_("Drop “%s”"), remedy->what);
      g_autofree char *label = g_strdup_printf (ngettext ("%s: %u trial", "%s: %u trials", remedy->left), what, remedy->left);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      g_object_set_data (G_OBJECT (button), "remedy", remedy);
      /* The array keeps the remedies for as long as a button shows one. */
      g_object_set_data_full (G_OBJECT (button), "remedies", g_ptr_array_ref (found), remedy_free);
      g_signal_connect (button, "clicked", G_CALLBACK (on_remedy), self);
      gtk_box_append (self->remedies, button);
    }
}

static void
on_count_changed (RgmTrialList *self)
{
  RgmSelection *selection = get_selection (self);
  guint count = rgm_selection_get_count (selection);
  guint total = rgm_selection_get_total (selection);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (count == total)
    text = g_strdup_printf (ngettext ("%u trial", "%u trials", total), total);
  else
    text = g_strdup_printf (ngettext ("%u of %u trial", "%u of %u trials", total), count, total);
  /* Translators: the name of the list of trials with its count: 'Trials, 12 of 39 trials'. */
  name = g_strdup_printf (_("Trials, %s"), text);

  gtk_label_set_text (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  if (count == 0 && total > 0)
    show_remedies (self);
  gtk_stack_set_visible_child_name (self->stack, count == 0 && total > 0 ? "nothing" : "trials");
}

static void
on_fault_changed (RgmTrialList *self)
{
  const char *fault = rgm_selection_get_fault (get_selection (self));

  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (fault != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fault, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

static void
on_n_chosen_changed (RgmTrialList *self)
{
  guint n = rgm_selection_get_n_chosen (get_selection (self));
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("Facets: %u", "Facets: %u", n), n) : g_strdup (_("Facets"));

  adw_button_content_set_label (self->facet_content, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->facet_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void on_entry_changed (RgmTrialList *self);

static void
on_text_changed (RgmTrialList *self)
{
  const char *text = rgm_selection_get_text (get_selection (self));

  /* An entry that is given a text is empty on the way, and says so: the selection would
   * follow, and let go of the text that is being given. */
  g_signal_handlers_block_by_func (self->entry, on_entry_changed, self);
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_handlers_unblock_by_func (self->entry, on_entry_changed, self);
  /* What to drop changes with the text, also where the count stays at none. */
  if (rgm_selection_get_count (get_selection (self)) == 0)
    on_count_changed (self);
}

/* Whether the focus is on a row, or within one. */
static gboolean
is_focus_in_rows (RgmTrialList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

static void
on_entry_changed (RgmTrialList *self)
{
  /* The focus follows what is typed in the list: the row that has it may not be among what is
   * found, and the keys that come after would go wherever the focus goes from there. */
  if (is_focus_in_rows (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }

  if (self->workspace != NULL)
    rgm_selection_set_text (get_selection (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Escape clears, and goes back to the list once there is nothing to clear. */
static void
on_entry_stopped (RgmTrialList *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* Enter in the entry opens the first of what was found. */
static void
on_entry_activated (RgmTrialList *self)
{
  g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);

  if (trial == NULL)
    return;

  rgm_workspace_set_trial (self->workspace, trial);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-trial", "s", rgm_trial_get_id (trial));
}

static void
on_row_activated (RgmTrialList *self,
                  guint         position)
{
  g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  rgm_workspace_set_trial (self->workspace, trial);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-trial", "s", rgm_trial_get_id (trial));
}

static void on_row_selected (RgmTrialList *self);

/* The trial that is looked at is the selected row, if the list has it. */
static void
on_trial_changed (RgmTrialList *self)
{
  RgmTrial *trial = rgm_workspace_get_trial (self->workspace);
  guint position;

  if (trial == NULL || !rgm_selection_find (get_selection (self), trial, &position))
    position = GTK_INVALID_LIST_POSITION;
  if (position == gtk_single_selection_get_selected (self->rows))
    return;

  g_signal_handlers_block_by_func (self->rows, on_row_selected, self);
  gtk_single_selection_set_selected (self->rows, position);
  g_signal_handlers_unblock_by_func (self->rows, on_row_selected, self);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* A trial that the search no longer finds stays open: only another choice closes it. */
static void
on_row_selected (RgmTrialList *self)
{
  RgmTrial *trial = gtk_single_selection_get_selected_item (self->rows);

  if (trial != NULL)
    rgm_workspace_set_trial (self->workspace, trial);
}

static void
on_items_changed (RgmTrialList *self)
{
  on_trial_changed (self);
}

static void
on_compared_changed (RgmTrialList *self)
{
  guint n = g_list_model_get_n_items (rgm_workspace_get_compared (self->workspace));
  g_autofree char *text = g_strdup_printf (ngettext ("%u trial ticked", "%u trials ticked", n), n);

  gtk_label_set_text (self->compare_count, text);
  gtk_action_bar_set_revealed (self->compare_bar, n > 0);
}

static void
on_clear_compared (RgmTrialList *self)
{
  rgm_workspace_clear_compared (self->workspace);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          RgmTrialList             *self)
{
  gtk_list_item_set_child (item, rgm_trial_row_new (self->workspace));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         RgmTrialList             *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  RgmTrial *trial = gtk_list_item_get_item (item);
  g_autofree char *sentence = rgm_trial_row_sentence (trial);

  rgm_trial_row_bind (RGM_TRIAL_ROW (row), trial);
  /* At the floor a list item has no name of its own: it is set on the row's widget. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           RgmTrialList             *self)
{
  rgm_trial_row_bind (RGM_TRIAL_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
on_sort_changed (RgmTrialList *self)
{
  g_autoptr (GVariant) key = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "sort");
  g_autoptr (GVariant) reverse = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "reverse");
  const char *text = g_variant_get_string (key, NULL);
  g_autofree char *sort = NULL;

  if (self->workspace == NULL)
    return;

  if (*text != '\0' && g_variant_get_boolean (reverse))
    sort = g_strconcat ("-", text, NULL);
  else
    sort = g_strdup (text);
  rgm_selection_set_sort (get_selection (self), sort);
}

/* The trial of the row that has the focus, or else the one that is looked at. */
static RgmTrial *
get_meant (RgmTrialList *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self->view))
    {
      GtkWidget *row = gtk_widget_get_first_child (focus);

      if (RGM_IS_TRIAL_ROW (row))
        return rgm_trial_row_get_trial (RGM_TRIAL_ROW (row));
    }

  return rgm_workspace_get_trial (self->workspace);
}

static void
on_focus_tick (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  RgmTrialList *self = RGM_TRIAL_LIST (widget);
  RgmTrial *trial = get_meant (self);

  if (trial == NULL)
    return;

  if (!rgm_workspace_compare (self->workspace, trial, !rgm_workspace_is_compared (self->workspace, trial)))
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _("Six trials are the most that can be compared. Take a tick away first."));
}

/* Tab goes into the list of rows once and out of it again; arrows go from row to row. */
static gboolean
rgm_trial_list_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  RgmTrialList *self = RGM_TRIAL_LIST (widget);
  gboolean is_in_rows = is_focus_in_rows (self);

  if (is_in_rows && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_child_focus (GTK_WIDGET (self->compare_bar), direction);
  if (is_in_rows && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_grab_focus (self->facet_button);

  return GTK_WIDGET_CLASS (rgm_trial_list_parent_class)->focus (widget, direction);
}

static void
rgm_trial_list_dispose (GObject *object)
{
  RgmTrialList *self = RGM_TRIAL_LIST (object);
  GtkWidget *child;

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (rgm_trial_list_parent_class)->dispose (object);
}

static void
rgm_trial_list_class_init (RgmTrialListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_trial_list_dispose;

  widget_class->focus = rgm_trial_list_focus;

  g_type_ensure (RGM_TYPE_FACET_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-trial-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, entry);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, fault);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, count);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, sort_button);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, facet_button);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, facet_content);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, facet_panel);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, view);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, remedies);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, compare_bar);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, compare_count);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_compared);
  gtk_widget_class_install_action (widget_class, "trials.tick", NULL, on_focus_tick);
}

static void
rgm_trial_list_init (RgmTrialList *self)
{
  GSimpleAction *sort = g_simple_action_new_stateful ("sort", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  GSimpleAction *reverse = g_simple_action_new_stateful ("reverse", NULL, g_variant_new_boolean (FALSE));

  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_simple_action_group_new ();
  g_signal_connect_swapped (sort, "notify::state", G_CALLBACK (on_sort_changed), self);
  g_signal_connect_swapped (reverse, "notify::state", G_CALLBACK (on_sort_changed), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (sort));
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (reverse));
  rgm_menu_attach (GTK_MENU_BUTTON (self->sort_button), self->sort_menu);
  gtk_widget_insert_action_group (self->sort_button, "list", G_ACTION_GROUP (self->actions));
  g_object_unref (sort);
  g_object_unref (reverse);
}

/**
 * rgm_trial_list_set_workspace:
 * @self: a list
 * @workspace: what it takes part in
 *
 * Shows the workspace's selection. To be called once.
 */
void
rgm_trial_list_set_workspace (RgmTrialList *self,
                              RgmWorkspace *workspace)
{
  RgmSelection *selection;
  GtkListItemFactory *factory;

  g_return_if_fail (RGM_IS_TRIAL_LIST (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  selection = rgm_workspace_get_selection (workspace);

  self->rows = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (selection)));
  gtk_single_selection_set_autoselect (self->rows, FALSE);
  gtk_single_selection_set_can_unselect (self->rows, TRUE);
  gtk_single_selection_set_selected (self->rows, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->rows, "notify::selected-item", G_CALLBACK (on_row_selected), self, G_CONNECT_SWAPPED);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->rows));
  g_object_unref (factory);
  /* Newer GTK goes with Tab to the first or last row, unless it is told to keep to the row
   * that had the focus. */
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (self->view), "tab-behavior") != NULL)
    g_object_set (self->view, "tab-behavior", LIST_TAB_ITEM, NULL);

  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->view));
  rgm_facet_panel_set_selection (self->facet_panel, selection);

  g_signal_connect_object (selection, "notify::count", G_CALLBACK (on_count_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::data-set", G_CALLBACK (on_count_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::fault", G_CALLBACK (on_fault_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::n-chosen", G_CALLBACK (on_n_chosen_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::text", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (workspace, "notify::trial", G_CALLBACK (on_trial_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_workspace_get_compared (workspace), "items-changed",
                           G_CALLBACK (on_compared_changed), self, G_CONNECT_SWAPPED);

  on_count_changed (self);
  on_fault_changed (self);
  on_n_chosen_changed (self);
}

/**
 * rgm_trial_list_search:
 * @self: a list
 * @text: (nullable): a query, or %NULL to keep the one that is there
 *
 * Puts the focus into the search entry, with @text in it.
 */
void
rgm_trial_list_search (RgmTrialList *self,
                       const char   *text)
{
  g_return_if_fail (RGM_IS_TRIAL_LIST (self));

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
