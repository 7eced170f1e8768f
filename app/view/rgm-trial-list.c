/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-citation.h"
#include "rgm-facet-chips.h"
#include "rgm-facet-panel.h"
#include "rgm-flow-box.h"
#include "rgm-error.h"
#include "rgm-menu.h"
#include "rgm-page-widgets.h"
#include "rgm-patient-bar.h"
#include "rgm-patient-panel.h"
#include "rgm-query-suggestions.h"
#include "rgm-trial-list.h"
#include "rgm-trial-row.h"
#include "rgm-trial-rows.h"
#include "rgm-trial-words.h"

/* The list is one pipeline:
 *
 *     entry ─ text ─┐
 *     facets ───────┤
 *     sort menu ────┴─> RgmSelection ─> GtkSingleSelection ─> GtkListView
 *                            │                  ⇅
 *                            │          RgmWindowState:trial ── every other view
 *                            └─> figures, exports
 *
 * RgmSelection filters and sorts by an index that is built once, so that there is no
 * GtkFilterListModel and no GtkSortListModel: at 100,000 trials a keystroke would have
 * to ask each of them.
 */
struct _RgmTrialList
{
  GtkWidget           parent_instance;

  RgmWindowState       *window_state;
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
  RgmPatientPanel    *patient_panel;
  RgmPatientBar      *patient_bar;
  GtkStack           *stack;
  GtkListView        *view;
  GtkBox             *suggestions;
  AdwStatusPage      *nothing;
  GtkFlowBox         *chips;
  GtkRevealer        *compare_bar;
  GtkLabel           *compare_count;

  /* Whether the query is being typed; what has changed for who listens is said a little later. */
  gboolean            is_typing;
  guint               description_timeout;
};

/* GTK_LIST_TAB_ITEM, which is newer than the floor. */
#define LIST_TAB_ITEM 1

/* Milliseconds after the last key, so that typing isn't talked over. */
#define SPOKEN_AFTER 600

G_DEFINE_FINAL_TYPE (RgmTrialList, rgm_trial_list, GTK_TYPE_WIDGET)

static RgmSelection *
get_selection (RgmTrialList *self)
{
  return rgm_window_state_get_selection (self->window_state);
}

static void
on_suggestion (GtkButton    *button,
               RgmTrialList *self)
{
  rgm_query_suggestions_apply (get_selection (self), g_object_get_data (G_OBJECT (button), "suggestion"));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
suggestions_unref (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
show_suggestions (RgmTrialList *self)
{
  g_autoptr (GPtrArray) found = rgm_query_suggestions_find (get_selection (self));
  g_autofree char *cause = rgm_query_suggestions_explain (get_selection (self));
  g_autofree char *markup = g_markup_escape_text (cause, -1);
  GtkWidget *child;

  adw_status_page_set_description (self->nothing, markup);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    gtk_box_remove (self->suggestions, child);

  for (guint i = 0; i < found->len; i++)
    {
      RgmQuerySuggestion *suggestion = g_ptr_array_index (found, i);
      g_autofree char *label = rgm_query_suggestion_label (suggestion);
      GtkWidget *button = gtk_button_new_with_label (label);

      rgm_text_break_in (button);
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      g_object_set_data (G_OBJECT (button), "suggestion", suggestion);
      /* The array keeps the suggestions for as long as a button shows one. */
      g_object_set_data_full (G_OBJECT (button), "suggestions", g_ptr_array_ref (found), suggestions_unref);
      g_signal_connect (button, "clicked", G_CALLBACK (on_suggestion), self);
      gtk_box_append (self->suggestions, button);
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
  gboolean is_same;

  if (count == total)
    text = g_strdup_printf (ngettext ("%u trial", "%u trials", total), total);
  else
    text = g_strdup_printf (ngettext ("%u of %u trial", "%u of %u trials", total), count, total);
  /* Translators: the name of the list of trials with its count: 'Trials, 12 of 39 trials'. */
  name = g_strdup_printf (_("Trials, %s"), text);

  /* An edit makes the list anew, and mostly leaves it as it was. */
  is_same = g_str_equal (text, gtk_label_get_text (self->count));
  gtk_label_set_text (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* What is typed is answered once typing stops. */
  if (!self->is_typing && !is_same)
    rgm_accessible_announce (GTK_WIDGET (self), text);

  if (count == 0 && total > 0)
    show_suggestions (self);
  if (total == 0 && rgm_selection_get_data_set (selection) != NULL)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->stack, count == 0 && total > 0 ? "nothing" : "trials");
}

/* A query that breaks off is no fault while it is being typed. */
static gboolean
is_unfinished (RgmTrialList *self)
{
  RgmSelection *selection = get_selection (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmQuery) query = NULL;

  if (!self->is_typing || rgm_selection_get_index (selection) == NULL)
    return FALSE;
  query = rgm_index_parse (rgm_selection_get_index (selection), rgm_selection_get_text (selection), &error);

  return g_error_matches (error, RGM_ERROR, RGM_ERROR_UNFINISHED);
}

/* What a query finds, for who listens: a change in the description of what has the focus is spoken. */
static gboolean
describe_result (gpointer data)
{
  RgmTrialList *self = data;
  const char *count = gtk_label_get_text (self->count);
  const char *cause = adw_status_page_get_description (self->nothing);
  g_autofree char *text = NULL;

  self->description_timeout = 0;
  if (rgm_selection_get_count (get_selection (self)) > 0 || cause == NULL)
    text = g_strdup (count);
  else
    text = g_strdup_printf ("%s\n%s", adw_status_page_get_title (self->nothing), cause);
  rgm_accessible_set_description (GTK_WIDGET (self->entry), text);

  return G_SOURCE_REMOVE;
}

static void
describe_result_later (RgmTrialList *self)
{
  g_clear_handle_id (&self->description_timeout, g_source_remove);
  if (*rgm_selection_get_text (get_selection (self)) != '\0' && rgm_selection_get_fault (get_selection (self)) == NULL)
    self->description_timeout = g_timeout_add (SPOKEN_AFTER, describe_result, self);
}

static void
on_fault_changed (RgmTrialList *self)
{
  const char *fault = is_unfinished (self) ? NULL : rgm_selection_get_fault (get_selection (self));

  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (fault != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      rgm_accessible_set_description (GTK_WIDGET (self->entry), fault);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
      rgm_accessible_set_description (GTK_WIDGET (self->entry), NULL);
    }
}

/* Who leaves the entry, or presses Enter, has typed all of it. */
static void
on_entry_left (RgmTrialList *self)
{
  self->is_typing = FALSE;
  if (self->window_state != NULL)
    on_fault_changed (self);
}

/* Another query or another facet: its first match is what a person looks for. */
static void
show_first_row (RgmTrialList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
}

static void
on_n_chosen_changed (RgmTrialList *self)
{
  guint n = rgm_selection_get_n_chosen (get_selection (self));
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("Filters: %u", "Filters: %u", n), n) : g_strdup (_("Filters"));

  adw_button_content_set_label (self->facet_content, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->facet_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  rgm_facet_chips_fill (self->chips, get_selection (self), GTK_WIDGET (self->entry));
  show_first_row (self);
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
  /* The suggestions change with the text, also where the count stays at none. */
  if (rgm_selection_get_count (get_selection (self)) == 0)
    on_count_changed (self);
  on_fault_changed (self);
  describe_result_later (self);
  show_first_row (self);
}

/* The row to go to: the selected one, or else the first. */
static guint
get_first_meant (RgmTrialList *self)
{
  guint selected = gtk_single_selection_get_selected (self->rows);

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

static void
on_entry_changed (RgmTrialList *self)
{
  /* The focus follows what is typed in the list: the row that has it may not be among what is
   * found, and the keys that come after would go wherever the focus goes from there. */
  if (rgm_trial_rows_have_focus (self->view))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }

  self->is_typing = TRUE;
  if (self->window_state != NULL)
    rgm_selection_set_text (get_selection (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Escape clears, and goes back to the list once there is nothing to clear. */
static void
on_entry_stopped (RgmTrialList *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    rgm_trial_rows_focus (self->view, get_first_meant (self));
}

/* Down goes from the entry to what was found. */
static gboolean
on_entry_key (RgmTrialList    *self,
              guint            key,
              guint            code,
              GdkModifierType  state)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  rgm_trial_rows_focus (self->view, 0);
  return TRUE;
}

/* Enter in the entry opens the first of what was found. */
static void
on_entry_activated (RgmTrialList *self)
{
  g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);

  on_entry_left (self);
  if (trial == NULL)
    return;

  rgm_window_state_set_trial (self->window_state, trial);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-trial", "s", trial->id);
}

static void
on_row_activated (RgmTrialList *self,
                  guint         position)
{
  g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  rgm_window_state_set_trial (self->window_state, trial);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-trial", "s", trial->id);
}

static void on_row_selected (RgmTrialList *self);

/* The trial that is looked at is the selected row, if the list has it. */
static void
on_trial_changed (RgmTrialList *self)
{
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);
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
    rgm_window_state_set_trial (self->window_state, trial);
}

static void
on_items_changed (RgmTrialList *self)
{
  on_trial_changed (self);
}

static void
on_compared_changed (RgmTrialList *self)
{
  guint n = g_list_model_get_n_items (rgm_window_state_get_compared (self->window_state));
  g_autofree char *text = g_strdup_printf (ngettext ("%u trial ticked", "%u trials ticked", n), n);

  gtk_label_set_text (self->compare_count, text);
  gtk_revealer_set_reveal_child (self->compare_bar, n > 0);
}

static void
on_clear_compared (RgmTrialList *self)
{
  rgm_window_state_clear_compared (self->window_state);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          RgmTrialList             *self)
{
  gtk_list_item_set_child (item, rgm_trial_row_new (self->window_state));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         RgmTrialList             *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  RgmTrial *trial = gtk_list_item_get_item (item);

  rgm_trial_row_bind (RGM_TRIAL_ROW (row), trial);
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

  if (self->window_state == NULL)
    return;

  if (*text != '\0' && g_variant_get_boolean (reverse))
    sort = g_strconcat ("-", text, NULL);
  else
    sort = g_strdup (text);
  rgm_selection_set_sort (get_selection (self), sort);
}

/* The menu says what the list is sorted by, whoever set it. */
static void
on_sort_set (RgmTrialList *self)
{
  const char *sort = rgm_selection_get_sort (get_selection (self));
  gboolean is_reverse = *sort == '-';

  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "reverse", g_variant_new_boolean (is_reverse));
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "sort", g_variant_new_string (sort + is_reverse));
}

/* The trial of the row that has the focus, or else the one that is looked at. */
static RgmTrial *
get_meant (RgmTrialList *self)
{
  RgmTrial *focused = rgm_trial_rows_get_focused (self->view);

  return focused != NULL ? focused : rgm_window_state_get_trial (self->window_state);
}

static void
on_focus_tick (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  rgm_trial_rows_tick (RGM_TRIAL_LIST (widget)->view, RGM_TRIAL_LIST (widget)->window_state, get_meant (RGM_TRIAL_LIST (widget)));
}

static RgmTrial *
find_trial (RgmTrialList *self,
            GVariant     *id)
{
  return rgm_data_set_find_trial (rgm_window_state_get_data_set (self->window_state), g_variant_get_string (id, NULL));
}

static void
on_tick_trial (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  rgm_trial_rows_tick (RGM_TRIAL_LIST (widget)->view, RGM_TRIAL_LIST (widget)->window_state, find_trial (RGM_TRIAL_LIST (widget), parameter));
}

/* The row as a sentence, and where what it says is from. */
static void
on_copy (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RgmTrialList *self = RGM_TRIAL_LIST (widget);
  RgmTrial *trial = find_trial (self, parameter);
  g_autofree char *sentence = rgm_trial_words_sentence (trial);
  g_autofree char *source = rgm_citation_places (rgm_window_state_get_data_set (self->window_state), trial->citations);
  g_autofree char *text = g_strjoin ("\n", sentence, source, NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.toast", "s", _("Copied"));
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Tab goes into the list of rows once and out of it again; arrows go from row to row. */
static gboolean
rgm_trial_list_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  RgmTrialList *self = RGM_TRIAL_LIST (widget);
  gboolean is_in_rows = rgm_trial_rows_have_focus (self->view);

  if (is_in_rows && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_child_focus (GTK_WIDGET (self->compare_bar), direction);
  if (is_in_rows && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_grab_focus (self->facet_button);
  if (direction == GTK_DIR_TAB_FORWARD && has_focus (self->facet_button) &&
      !gtk_widget_get_mapped (GTK_WIDGET (self->facet_panel)))
    return rgm_trial_rows_focus (self->view, get_first_meant (self)) ||
           GTK_WIDGET_CLASS (rgm_trial_list_parent_class)->focus (widget, direction);

  return GTK_WIDGET_CLASS (rgm_trial_list_parent_class)->focus (widget, direction);
}

static void
rgm_trial_list_dispose (GObject *object)
{
  RgmTrialList *self = RGM_TRIAL_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&self->description_timeout, g_source_remove);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->actions);
  g_clear_object (&self->window_state);

  G_OBJECT_CLASS (rgm_trial_list_parent_class)->dispose (object);
}

static void
rgm_trial_list_class_init (RgmTrialListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_trial_list_dispose;

  widget_class->focus = rgm_trial_list_focus;

  g_type_ensure (RGM_TYPE_FACET_PANEL);
  g_type_ensure (RGM_TYPE_FLOW_BOX);
  g_type_ensure (RGM_TYPE_PATIENT_PANEL);
  g_type_ensure (RGM_TYPE_PATIENT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-trial-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, entry);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, fault);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, count);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, sort_button);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, facet_button);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, facet_content);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, facet_panel);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, patient_panel);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, patient_bar);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, view);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, nothing);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, chips);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, suggestions);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, compare_bar);
  gtk_widget_class_bind_template_child (widget_class, RgmTrialList, compare_count);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_left);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_compared);
  gtk_widget_class_install_action (widget_class, "trials.tick", NULL, on_focus_tick);
  gtk_widget_class_install_action (widget_class, "trials.tick-trial", "s", on_tick_trial);
  gtk_widget_class_install_action (widget_class, "trials.copy", "s", on_copy);
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
 * rgm_trial_list_set_window_state:
 * @self: a list
 * @window_state: what it takes part in
 *
 * Shows the window’s selection. To be called once.
 */
void
rgm_trial_list_set_window_state (RgmTrialList *self,
                              RgmWindowState *window_state)
{
  RgmSelection *selection;
  GtkListItemFactory *factory;

  g_return_if_fail (RGM_IS_TRIAL_LIST (self));
  g_return_if_fail (self->window_state == NULL);

  self->window_state = g_object_ref (window_state);
  selection = rgm_window_state_get_selection (window_state);

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

  rgm_trial_rows_add_menu (self->view);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->view));
  rgm_facet_panel_set_selection (self->facet_panel, selection);
  rgm_patient_panel_set_selection (self->patient_panel, selection);
  rgm_patient_bar_set_selection (self->patient_bar, selection, GTK_WIDGET (self->entry));

  g_signal_connect_object (selection, "notify::count", G_CALLBACK (on_count_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::data-set", G_CALLBACK (on_count_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::fault", G_CALLBACK (on_fault_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::n-chosen", G_CALLBACK (on_n_chosen_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::sort", G_CALLBACK (on_sort_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::text", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::patient", G_CALLBACK (show_first_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (window_state, "notify::trial", G_CALLBACK (on_trial_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_state_get_compared (window_state), "items-changed",
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
