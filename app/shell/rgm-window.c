/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-ask.h"
#include "rgm-curves-dialog.h"
#include "rgm-curves-keeper.h"
#include "rgm-hints.h"
#include "rgm-isolate.h"
#include "rgm-library.h"
#include "rgm-history.h"
#include "rgm-examples.h"
#include "rgm-file-access.h"
#include "rgm-flow-box.h"
#include "rgm-importing.h"
#include "rgm-menu.h"
#include "rgm-messages.h"
#include "rgm-open-dialog.h"
#include "rgm-opener.h"
#include "rgm-pages.h"
#include "rgm-preferences.h"
#include "rgm-patient-dialogs.h"
#include "rgm-recent.h"
#include "rgm-references.h"
#include "rgm-save-list.h"
#include "rgm-save-notes.h"
#include "rgm-trial-list.h"
#include "rgm-what-changed.h"
#include "rgm-window.h"
#include "rgm-window-document.h"
#include "rgm-window-focus.h"
#include "rgm-window-present.h"
#include "rgm-window-save.h"
#include "rgm-window-sizes.h"
#include "rgm-window-state.h"
#include "rgm-window-story.h"
#include "rgm-window-switcher.h"
#include "rgm-window-title.h"

/* Below this width list and views don't stand beside each other but take turns. */
#define NARROW 860

struct _RgmWindow
{
  AdwApplicationWindow parent_instance;

  RgmWindowState   *window_state;
  RgmHistory       *history;

  /* The opening that is under way, if any. A newer one cancels an older one, whose
   * answer then finds another cancellable here and does nothing. */
  GCancellable     *opening;
  guint             loading_delay;

  int               list_width;   /* as a person set it */
  gboolean          is_going;
  gboolean          is_narrow;
  RgmWindowSwitcher views_switcher;
  guint             adapt_id;

  GtkToggleButton  *list_button;
  GtkLabel         *origin;
  GtkStack         *title_stack;
  AdwViewSwitcher  *switcher;
  AdwWindowTitle   *window_title;
  GtkMenuButton    *menu_button;
  GMenuModel       *primary_menu;
  GMenu            *recent_menu;
  GMenu            *examples_menu;
  GMenu            *library_menu;
  GMenu            *edit_menu;
  GtkRevealer      *loading;
  GtkLabel         *loading_label;
  GtkProgressBar   *loading_bar;
  RgmMessages      *messages;
  GtkPaned         *paned;
  RgmTrialList     *list;
  AdwViewStack     *stack;
  AdwViewSwitcherBar *switcher_bar;
};

G_DEFINE_FINAL_TYPE (RgmWindow, rgm_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *
get_view (RgmWindow *self)
{
  return rgm_window_state_get_view (self->window_state);
}

/* List and views: beside each other, or one of them, as the list's button says. */
static void
update_panes (RgmWindow *self)
{
  gboolean with_list = gtk_toggle_button_get_active (self->list_button);

  gtk_widget_set_visible (GTK_WIDGET (self->list), with_list);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), !self->is_narrow || !with_list);
}

static void
show_views (RgmWindow *self)
{
  if (self->is_narrow)
    gtk_toggle_button_set_active (self->list_button, FALSE);
}

static gboolean
adapt (gpointer data)
{
  RgmWindow *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->adapt_id = 0;
  if (self->is_narrow != (width < NARROW))
    {
      self->is_narrow = width < NARROW;
      /* The list was hidden for want of room only. */
      gtk_toggle_button_set_active (self->list_button, !self->is_narrow);
      update_panes (self);
      gtk_paned_set_position (self->paned, self->list_width);
    }

  rgm_window_switcher_adapt (&self->views_switcher, width);

  return G_SOURCE_REMOVE;
}

static void
rgm_window_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  RgmWindow *self = RGM_WINDOW (widget);

  GTK_WIDGET_CLASS (rgm_window_parent_class)->size_allocate (widget, width, height, baseline);

  /* What is shown can't change while it is given its place. */
  if ((!rgm_window_switcher_fits (&self->views_switcher, width) || self->is_narrow != (width < NARROW)) && self->adapt_id == 0)
    self->adapt_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt, self, NULL);
}

void
rgm_window_update_title (RgmWindow *self)
{
  const RgmPage *page = rgm_pages_find (get_view (self));
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);
  const char *file_name;

  adw_window_title_set_title (self->window_title, page != NULL ? _(page->title) : "Regimen");
  if (data_set != NULL)
    rgm_window_title_update (GTK_WINDOW (self), self->origin, rgm_window_state_get_selection (self->window_state));
  rgm_window_switcher_show_origin (&self->views_switcher);
  /* Whose data these are matters more than which trial is open, which its page says. */
  file_name = gtk_label_get_text (self->origin);
  adw_window_title_set_subtitle (self->window_title, *file_name != '\0' ? file_name : trial != NULL ? trial->name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), gtk_widget_get_tooltip_text (GTK_WIDGET (self->origin)));
}

static void
visit (RgmWindow *self)
{
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);

  rgm_window_update_title (self);
  if (!self->is_going && rgm_window_state_get_data_set (self->window_state) != NULL)
    rgm_history_visit (self->history, get_view (self), trial != NULL ? trial->id : NULL, rgm_window_state_get_patient (self->window_state));
}

/* What a narrow window takes of the list is no person's choice. */
static void
on_list_width_changed (RgmWindow *self)
{
  int most;

  g_object_get (self->paned, "max-position", &most, NULL);
  if (!self->is_narrow && self->adapt_id == 0 && self->list_width <= most)
    self->list_width = gtk_paned_get_position (self->paned);
}

static void
announce_view (RgmWindow *self)
{
  g_autofree char *message = rgm_window_title_describe_view (self->window_state);

  /* The first view of a window is no change. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rgm_accessible_announce (GTK_WIDGET (self), message);
}

static void
on_view_changed (RgmWindow *self)
{
  if (self->window_state == NULL)
    return;

  rgm_window_state_set_view (self->window_state, adw_view_stack_get_visible_child_name (self->stack));
  show_views (self);
  visit (self);
  announce_view (self);
}

static void
show_view (RgmWindow *self)
{
  if (rgm_pages_find (get_view (self)) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, get_view (self));
}

static void
go (RgmWindow *self,
    int        steps)
{
  const RgmStop *stop = rgm_history_go (self->history, steps);
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);

  if (stop == NULL || data_set == NULL)
    return;

  self->is_going = TRUE;
  rgm_window_state_set_patient (self->window_state, stop->patient, NULL);
  rgm_window_state_set_trial (self->window_state, stop->trial != NULL ? rgm_data_set_find_trial (data_set, stop->trial) : NULL);
  adw_view_stack_set_visible_child_name (self->stack, stop->view);
  self->is_going = FALSE;
}

/* Opening. */

static void
end_opening (RgmWindow *self)
{
  g_clear_handle_id (&self->loading_delay, g_source_remove);
  gtk_revealer_set_reveal_child (self->loading, FALSE);
  g_clear_object (&self->opening);
}

static gboolean
on_slow (gpointer data)
{
  RgmWindow *self = data;

  self->loading_delay = 0;
  gtk_revealer_set_reveal_child (self->loading, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_progress (double   fraction,
             gpointer data)
{
  gtk_progress_bar_set_fraction (RGM_WINDOW (data)->loading_bar, fraction);
}

static void
on_cancel_loading (RgmWindow *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

static void make_page (RgmWindow *self);

/* There is something to look at while a long file is read, where there was nothing before. */
static void
on_beginning (RgmIndex *index,
              GFile    *file,
              gboolean  is_changed_copy,
              gpointer  data)
{
  RgmWindow *self = data;

  if (rgm_window_get_data_set (self) != NULL)
    return;

  rgm_window_state_set_beginning (self->window_state, index, file, is_changed_copy);
  make_page (self);
  rgm_window_update_title (self);
}

typedef struct
{
  RgmWindow    *window;
  GCancellable *cancellable;
} Opening;

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Opening *opening = data;
  g_autoptr (RgmWindow) self = opening->window;
  g_autoptr (GCancellable) cancellable = opening->cancellable;
  g_autoptr (GFile) file = NULL;
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_changed_copy;
  g_autoptr (RgmIndex) index = rgm_open_finish (result, &file, &is_changed_copy, &faults, &error);

  if (self->opening != cancellable)
    return;
  end_opening (self);

  if (index == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        rgm_importing_try (self, file, g_steal_pointer (&faults), error);
      else if (rgm_window_state_is_beginning (self->window_state))
        rgm_window_open (self, NULL);
      return;
    }

  rgm_what_changed_remember (self);
  if (!rgm_selection_is_revision (rgm_window_state_get_selection (self->window_state), index))
    rgm_history_clear (self->history);
  rgm_window_state_set_index (self->window_state, index, file, is_changed_copy);
  make_page (self);
  visit (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reload", file != NULL && !rgm_examples_contain (file));
  if (file != NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *text = rgm_text_printf (_("“%s” was opened."), name);

      if (!rgm_examples_contain (file))
        rgm_recent_add (&rgm_recent_data_sets, file);
      rgm_messages_show (self->messages, text, FALSE);
      rgm_what_changed_notice (self);
    }
  rgm_window_document_opened (self, rgm_examples_contain (file) ? NULL : file);
  rgm_window_story_opened (self);
}

/* Actions. */

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rgm_open_dialog_show (RGM_WINDOW (widget));
}

/* A file that was changed on disk comes in as a revision; one at fault leaves what is open. */
static void
open_again_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  rgm_window_open (RGM_WINDOW (widget), g_str_equal (name, "win.reload") ? rgm_window_state_get_file (RGM_WINDOW (widget)->window_state) : NULL);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RgmWindow *self = RGM_WINDOW (widget);

  gtk_toggle_button_set_active (self->list_button, TRUE);
  rgm_trial_list_search (self->list, parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  go (RGM_WINDOW (widget), g_str_equal (name, "win.back") ? -1 : 1);
}

static void
view_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmWindow *self = RGM_WINDOW (widget);

  if (rgm_pages_find (g_variant_get_string (parameter, NULL)) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, g_variant_get_string (parameter, NULL));
  show_views (self);
}

static void
show_trial_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  RgmWindow *self = RGM_WINDOW (widget);
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);
  RgmTrial *trial = data_set != NULL ? rgm_data_set_find_trial (data_set, g_variant_get_string (parameter, NULL)) : NULL;

  if (trial == NULL)
    return;

  self->is_going = TRUE;
  rgm_window_state_set_trial (self->window_state, trial);
  adw_view_stack_set_visible_child_name (self->stack, "trial");
  self->is_going = FALSE;
  show_views (self);
  visit (self);
  announce_view (self);
}

static void
tick_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (RGM_WINDOW (widget)->list), "trials.tick", NULL);
}

static void
show_list_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GtkToggleButton *button = RGM_WINDOW (widget)->list_button;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));

  /* What has the focus must not go with it. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (RGM_WINDOW (widget)->list)))
    gtk_widget_grab_focus (GTK_WIDGET (button));
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  rgm_accessible_announce (widget, gtk_toggle_button_get_active (button) ? _("List of trials shown") : _("List of trials hidden"));
}

static void
on_history_changed (RgmWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", rgm_history_get_can_go_back (self->history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", rgm_history_get_can_go_forward (self->history));
}

/* A window begins as the last one of its data set ended; of a new one, in the size of the last one. */
static void
restore_window (RgmWindow *self,
                GFile     *file)
{
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : g_strdup ("");
  g_autoptr (GVariant) saved = rgm_preferences_find_window (rgm_preferences_get_default (), uri);
  g_autoptr (GVariant) last = rgm_preferences_find_window (rgm_preferences_get_default (), NULL);

  if (saved != NULL)
    rgm_window_state_restore (self->window_state, saved);
  if (saved != NULL || last != NULL)
    {
      self->list_width = rgm_window_sizes_restore (GTK_WINDOW (self), saved != NULL ? saved : last, self->list_width);
      gtk_paned_set_position (self->paned, self->list_width);
    }
}

static gboolean
rgm_window_close_request (GtkWindow *window)
{
  RgmWindow *self = RGM_WINDOW (window);

  if (!rgm_ask_dialogs (window) || !rgm_window_document_close (self) || !rgm_curves_keeper_may_close (window))
    return TRUE;
  on_cancel_loading (self);
  rgm_what_changed_remember (self);
  rgm_window_remember (self);
  rgm_window_document_closed (self);

  return GTK_WINDOW_CLASS (rgm_window_parent_class)->close_request (window);
}

static void
rgm_window_dispose (GObject *object)
{
  RgmWindow *self = RGM_WINDOW (object);

  g_clear_handle_id (&self->loading_delay, g_source_remove);
  g_clear_handle_id (&self->adapt_id, g_source_remove);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->history);
  g_clear_object (&self->window_state);

  G_OBJECT_CLASS (rgm_window_parent_class)->dispose (object);
}

static void
rgm_window_class_init (RgmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_window_dispose;
  widget_class->size_allocate = rgm_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = rgm_window_close_request;

  g_type_ensure (RGM_TYPE_FLOW_BOX);
  g_type_ensure (RGM_TYPE_HINTS);
  g_type_ensure (RGM_TYPE_MESSAGES);
  g_type_ensure (RGM_TYPE_TRIAL_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, list_button);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, origin);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, examples_menu);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, library_menu);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, edit_menu);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, loading_bar);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, messages);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, update_panes);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_loading);

  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-embedded", NULL, open_again_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, open_again_action);
  rgm_file_access_install (widget_class);
  rgm_importing_install (widget_class);
  rgm_what_changed_install (widget_class);
  rgm_references_install (widget_class);
  rgm_save_list_install (widget_class);
  rgm_save_notes_install (widget_class);
  rgm_patient_dialogs_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.search-for", "s", search_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "win.show-trial", "s", show_trial_action);
  rgm_messages_install (widget_class);
  rgm_window_focus_class_init (widget_class);
  gtk_widget_class_install_property_action (widget_class, "win.fullscreen", "fullscreened");
  rgm_window_present_install (widget_class);
  rgm_window_document_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.tick", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "win.show-list", NULL, show_list_action);
}

/* A view is made when it is first looked at, and when there is something to show in it: else
 * the first window would wait for what is empty. */
static void
make_page (RgmWindow *self)
{
  AdwBin *place = ADW_BIN (adw_view_stack_get_visible_child (self->stack));

  if (place != NULL && adw_bin_get_child (place) == NULL && rgm_window_state_get_data_set (self->window_state) != NULL)
    adw_bin_set_child (place, rgm_pages_find (adw_view_stack_get_visible_child_name (self->stack))->create (self->window_state));
  /* The focus that was in another view is now in this one. */
  if (place != NULL)
    rgm_window_focus_enter (GTK_WINDOW (self), GTK_WIDGET (self->stack), adw_bin_get_child (place));
}

static void
rgm_window_init (RgmWindow *self)
{
  self->history = rgm_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->views_switcher = (RgmWindowSwitcher){ .views = self->stack, .title_stack = self->title_stack, .switcher = self->switcher, .bar = self->switcher_bar, .origin = self->origin };
  rgm_menu_attach (self->menu_button, self->primary_menu);
  if (RGM_IS_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  /* Before there is a state: the first page that is added is none that was chosen. */
  rgm_pages_add (self->stack);
  /* It makes all its buttons anew for each view that is added. */
  adw_view_switcher_set_stack (self->switcher, self->stack);
  self->window_state = rgm_window_state_new ();
  rgm_curves_dialog_install (GTK_WINDOW (self), self->window_state);
  rgm_curves_keeper_install (GTK_WINDOW (self), self->window_state);
  rgm_trial_list_set_window_state (self->list, self->window_state);
  rgm_window_document_watch (self, self->edit_menu);
  rgm_pages_follow_patient (self->stack, rgm_window_state_get_selection (self->window_state));
  show_view (self);
  g_signal_connect_object (self->window_state, "notify::view", G_CALLBACK (show_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (make_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window_state, "notify::trial", G_CALLBACK (visit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_state_get_selection (self->window_state), "notify::patient", G_CALLBACK (visit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify", G_CALLBACK (on_history_changed), self, G_CONNECT_SWAPPED);
  on_history_changed (self);
  rgm_recent_follow (&rgm_recent_data_sets, self->recent_menu);
  rgm_library_follow (self->library_menu);
  rgm_examples_fill (self->examples_menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reload", FALSE);

  self->list_width = gtk_paned_get_position (self->paned);
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (on_list_width_changed), self, G_CONNECT_SWAPPED);

  rgm_window_focus_init (GTK_WINDOW (self));
  rgm_accessible_set_name (GTK_WIDGET (self->paned), _("Width of the list"));
  rgm_file_access_watch_drops (self);
}

GtkWidget *
rgm_window_new (GtkApplication *application)
{
  return g_object_new (RGM_TYPE_WINDOW, "application", application, NULL);
}

/* Opens a data set's file, or the embedded data set for NULL, or a story's. What was open stays until the
 * new one is whole; where nothing was, the first trials of a long file are shown while the others are read. */
void
rgm_window_open (RgmWindow *self,
                 GFile     *file)
{
  Opening *opening;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup (_("Embedded data set"));
  g_autofree char *label = NULL;

  g_return_if_fail (RGM_IS_WINDOW (self));

  if (rgm_window_story_open (self, file) || rgm_window_save_from (self, file))
    return;
  if (rgm_window_state_get_data_set (self->window_state) == NULL && self->opening == NULL)
    restore_window (self, file);
  on_cancel_loading (self);
  end_opening (self);

  label = rgm_text_printf (_("Opening “%s”"), name);
  gtk_label_set_text (self->loading_label, label);
  gtk_progress_bar_set_fraction (self->loading_bar, 0);
  self->loading_delay = g_timeout_add (300, on_slow, self);
  self->opening = g_cancellable_new ();

  opening = g_new (Opening, 1);
  opening->window = g_object_ref (self);
  opening->cancellable = g_object_ref (self->opening);
  rgm_open_async (file, on_progress, on_beginning, self, self->opening, on_opened, opening);
}

/* Opens in a new window what the window that was closed last had open. Returns: (transfer full) (nullable): its file, if any */
GFile *
rgm_window_resume (RgmWindow *self)
{
  g_autoptr (GVariant) last = rgm_preferences_find_window (rgm_preferences_get_default (), NULL);
  g_autoptr (GFile) file = NULL;
  const char *uri;

  if (last != NULL && g_variant_lookup (last, "file", "&s", &uri) && *uri != '\0')
    file = g_file_new_for_uri (uri);
  rgm_window_open (self, file);

  return g_steal_pointer (&file);
}

/* What the window shows is what the next one begins with. */
void
rgm_window_remember (RgmWindow *self)
{
  rgm_preferences_add_window (rgm_preferences_get_default (),
                              rgm_window_sizes_save (GTK_WINDOW (self), rgm_window_state_save (self->window_state), self->list_width));
}

RgmWindowState *
rgm_window_get_state (RgmWindow *self)
{
  return self->window_state;
}

/* The data set that is open, or NULL: what is still being read is looked at, and nothing is made of it. */
RgmDataSet *
rgm_window_get_data_set (RgmWindow *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW (self), NULL);

  return rgm_window_state_is_beginning (self->window_state) ? NULL : rgm_window_state_get_data_set (self->window_state);
}

/* The view that is shown, or NULL. */
GtkWidget *
rgm_window_get_page (RgmWindow *self)
{
  GtkWidget *place = adw_view_stack_get_visible_child (self->stack);

  return place != NULL ? adw_bin_get_child (ADW_BIN (place)) : NULL;
}
