/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-fault-dialog.h"
#include "rgm-history.h"
#include "rgm-let-in.h"
#include "rgm-menu.h"
#include "rgm-opener.h"
#include "rgm-pages.h"
#include "rgm-preferences.h"
#include "rgm-recent.h"
#include "rgm-shortcuts.h"
#include "rgm-trial-list.h"
#include "rgm-window.h"
#include "rgm-workspace.h"

/* Below this width list and views don't stand beside each other but take turns. */
#define NARROW 860
/* What a header's buttons take of its width, on both sides. The names of the views stand
 * between them where there is room, and below the views where there isn't. */
#define HEADER_SIDES 320

struct _RgmWindow
{
  AdwApplicationWindow parent_instance;

  RgmWorkspace     *workspace;
  RgmHistory       *history;

  /* The opening that is under way, if any. A newer one cancels an older one, whose
   * answer then finds another cancellable here and does nothing. */
  GCancellable     *opening;
  guint             loading_delay;

  gboolean          is_going;
  gboolean          is_narrow;
  gboolean          is_short;
  guint             adapt_id;

  GtkToggleButton  *list_button;
  GtkStack         *title_stack;
  GtkWidget        *switcher;
  AdwWindowTitle   *window_title;
  GtkMenuButton    *menu_button;
  GMenuModel       *primary_menu;
  GMenu            *recent_menu;
  GtkRevealer      *loading;
  GtkLabel         *loading_label;
  GtkProgressBar   *loading_bar;
  AdwToastOverlay  *toasts;
  GtkPaned         *paned;
  RgmTrialList     *list;
  AdwViewStack     *stack;
  AdwViewSwitcherBar *switcher_bar;
};

G_DEFINE_FINAL_TYPE (RgmWindow, rgm_window, ADW_TYPE_APPLICATION_WINDOW)

static void
toast (RgmWindow  *self,
       const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static const char *
get_view (RgmWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  return name != NULL ? name : "";
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

/* The switcher's own width depends on the language and on the size of text. At its least
 * width, newer libadwaita leaves nothing of the names. */
static gboolean
is_short (RgmWindow *self,
          int        width)
{
  int whole;

  gtk_widget_measure (self->switcher, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &whole, NULL, NULL);
  return width < whole + HEADER_SIDES;
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
      /* Wide again, the list is back: that there is no room was its only reason to go. */
      gtk_toggle_button_set_active (self->list_button, !self->is_narrow);
      update_panes (self);
    }

  self->is_short = is_short (self, width);
  gtk_stack_set_visible_child_name (self->title_stack, self->is_short ? "title" : "switcher");
  /* Its buttons are made when they are needed first. */
  if (self->is_short && adw_view_switcher_bar_get_stack (self->switcher_bar) == NULL)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->stack);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, self->is_short);

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
  if ((self->is_narrow != (width < NARROW) || self->is_short != is_short (RGM_WINDOW (widget), width)) && self->adapt_id == 0)
    self->adapt_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt, self, NULL);
}

static void
update_title (RgmWindow *self)
{
  const RgmPage *page = rgm_pages_find (get_view (self));
  RgmTrial *trial = rgm_workspace_get_trial (self->workspace);
  RgmDataSet *data_set = rgm_workspace_get_data_set (self->workspace);

  adw_window_title_set_title (self->window_title, page != NULL ? _(page->title) : "Regimen");
  adw_window_title_set_subtitle (self->window_title, trial != NULL ? rgm_trial_get_name (trial) : "");
  if (data_set != NULL)
    {
      /* Translators: the title of the window: a data set's title and the program's name. */
      g_autofree char *title = g_strdup_printf (_("%s – Regimen"), rgm_data_set_get_title (data_set));

      gtk_window_set_title (GTK_WINDOW (self), title);
    }
}

static void
visit (RgmWindow *self)
{
  RgmTrial *trial = rgm_workspace_get_trial (self->workspace);

  update_title (self);
  if (!self->is_going && rgm_workspace_get_data_set (self->workspace) != NULL)
    rgm_history_visit (self->history, get_view (self), trial != NULL ? rgm_trial_get_id (trial) : NULL);
}

static void
on_view_changed (RgmWindow *self)
{
  if (self->workspace == NULL)
    return;

  show_views (self);
  visit (self);
}

static void
go (RgmWindow *self,
    int        steps)
{
  const RgmStop *stop = rgm_history_go (self->history, steps);
  RgmDataSet *data_set = rgm_workspace_get_data_set (self->workspace);

  if (stop == NULL || data_set == NULL)
    return;

  self->is_going = TRUE;
  rgm_workspace_set_trial (self->workspace,
                           stop->trial != NULL ? rgm_data_set_find_trial (data_set, stop->trial) : NULL);
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

static void
restore_trial (RgmWindow  *self,
               RgmDataSet *data_set)
{
  g_autofree char *id = rgm_preferences_get_string (rgm_preferences_get_default (), "trial");
  RgmTrial *trial = rgm_data_set_find_trial (data_set, id);

  if (trial != NULL)
    rgm_workspace_set_trial (self->workspace, trial);
}

static void make_page (RgmWindow *self);

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
  g_autoptr (RgmIndex) index = rgm_open_finish (result, &file, &faults, &error);
  gboolean is_first;

  if (self->opening != cancellable)
    return;
  end_opening (self);

  if (index == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup (_("Embedded data set"));

          rgm_fault_dialog_show (GTK_WINDOW (self), name, faults, error);
          if (file != NULL)
            rgm_recent_forget_gone (file);
          if (file != NULL && rgm_workspace_get_data_set (self->workspace) == NULL)
            rgm_window_open (self, NULL);
        }
      return;
    }

  is_first = rgm_workspace_get_data_set (self->workspace) == NULL;
  rgm_history_clear (self->history);
  rgm_workspace_set_index (self->workspace, index);
  make_page (self);
  if (is_first && file == NULL)
    restore_trial (self, rgm_workspace_get_data_set (self->workspace));
  visit (self);

  if (file != NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *text = g_strdup_printf (_("“%s” is open."), name);

      rgm_recent_add (file);
      toast (self, text);
    }
}

static void
on_open_response (GtkNativeDialog *dialog,
                  int              response,
                  RgmWindow       *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      rgm_window_open (self, file);
    }
  gtk_native_dialog_destroy (dialog);
}

/* Actions. */

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmWindow *self = RGM_WINDOW (widget);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Open a data set"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  g_autoptr (GtkFileFilter) sets = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (sets, _("Data sets"));
  gtk_file_filter_add_suffix (sets, "json");
  gtk_file_filter_add_suffix (sets, "regimen");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), sets);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_open_response), self, 0);
  g_object_set_data_full (G_OBJECT (self), "chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  rgm_let_in (RGM_WINDOW (widget), file);
}

static void
open_embedded_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  rgm_window_open (RGM_WINDOW (widget), NULL);
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
  const char *id = g_variant_get_string (parameter, NULL);

  if (rgm_pages_find (id) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, id);
  show_views (self);
}

static void
show_trial_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  RgmWindow *self = RGM_WINDOW (widget);
  RgmDataSet *data_set = rgm_workspace_get_data_set (self->workspace);
  RgmTrial *trial = data_set != NULL ? rgm_data_set_find_trial (data_set, g_variant_get_string (parameter, NULL)) : NULL;

  if (trial == NULL)
    return;

  self->is_going = TRUE;
  rgm_workspace_set_trial (self->workspace, trial);
  adw_view_stack_set_visible_child_name (self->stack, "trial");
  self->is_going = FALSE;
  show_views (self);
  visit (self);
}

static void
toast_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  toast (RGM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
fullscreen_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  rgm_shortcuts_show (GTK_WINDOW (widget));
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
  RgmWindow *self = RGM_WINDOW (widget);

  gtk_toggle_button_set_active (self->list_button, !gtk_toggle_button_get_active (self->list_button));
}

static void
on_history_changed (RgmWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", rgm_history_get_can_go_back (self->history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", rgm_history_get_can_go_forward (self->history));
}

static void
on_recent_changed (RgmWindow *self)
{
  rgm_recent_fill (self->recent_menu);
}

static gboolean
rgm_window_close_request (GtkWindow *window)
{
  RgmWindow *self = RGM_WINDOW (window);
  RgmPreferences *preferences = rgm_preferences_get_default ();
  RgmTrial *trial = rgm_workspace_get_trial (self->workspace);
  int width;
  int height;

  on_cancel_loading (self);

  /* A maximised window keeps the size that it goes back to. */
  gtk_window_get_default_size (window, &width, &height);
  if (width > 0 && height > 0)
    rgm_preferences_set_size (preferences, width, height);
  rgm_preferences_set_string (preferences, "view", get_view (self));
  rgm_preferences_set_string (preferences, "trial", trial != NULL ? rgm_trial_get_id (trial) : "");

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
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (rgm_window_parent_class)->dispose (object);
}

static void
rgm_window_class_init (RgmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_window_dispose;
  widget_class->size_allocate = rgm_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = rgm_window_close_request;

  g_type_ensure (RGM_TYPE_TRIAL_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, list_button);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, loading_bar);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmWindow, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, update_panes);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_loading);

  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.open-embedded", NULL, open_embedded_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.search-for", "s", search_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "win.show-trial", "s", show_trial_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.tick", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "win.show-list", NULL, show_list_action);
}

/* A view is made when it is first looked at, and when there is something to show in it: else
 * the first window would wait for what is empty. */
static void
make_page (RgmWindow *self)
{
  AdwBin *place = ADW_BIN (adw_view_stack_get_visible_child (self->stack));

  if (place != NULL && adw_bin_get_child (place) == NULL && rgm_workspace_get_data_set (self->workspace) != NULL)
    adw_bin_set_child (place, rgm_pages_find (adw_view_stack_get_visible_child_name (self->stack))->create (self->workspace));
}

static void
add_pages (RgmWindow *self)
{
  guint n;
  const RgmPage *pages = rgm_pages_get (&n);

  for (guint i = 0; i < n; i++)
    {
      AdwViewStackPage *page = adw_view_stack_add_titled (self->stack, adw_bin_new (),
                                                          pages[i].id, _(pages[i].title));

      adw_view_stack_page_set_icon_name (page, pages[i].icon);
    }
}

static void
rgm_window_init (RgmWindow *self)
{
  RgmPreferences *preferences = rgm_preferences_get_default ();
  g_autofree char *view = rgm_preferences_get_string (preferences, "view");
  int width;
  int height;

  self->history = rgm_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_menu_attach (self->menu_button, self->primary_menu);
  if (RGM_IS_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  self->workspace = rgm_workspace_new ();
  rgm_trial_list_set_workspace (self->list, self->workspace);
  add_pages (self);
  if (rgm_pages_find (view) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, view);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (make_page), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->workspace, "notify::trial", G_CALLBACK (visit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify", G_CALLBACK (on_history_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (on_recent_changed), self, G_CONNECT_SWAPPED);
  on_history_changed (self);
  on_recent_changed (self);

  rgm_preferences_get_size (preferences, &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  rgm_preferences_bind (preferences, "maximized", self, "maximized");
  rgm_preferences_bind (preferences, "list-width", self->paned, "position");

  rgm_let_in_drops (self);
}

/**
 * rgm_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window without a data set
 */
GtkWidget *
rgm_window_new (GtkApplication *application)
{
  return g_object_new (RGM_TYPE_WINDOW, "application", application, NULL);
}

/**
 * rgm_window_open:
 * @self: a window
 * @file: (nullable): a data set's file, or %NULL for the embedded data set
 *
 * Opens a data set. What was open stays open until the new one is whole, and if it
 * isn't good.
 */
void
rgm_window_open (RgmWindow *self,
                 GFile     *file)
{
  Opening *opening;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup (_("Embedded data set"));
  g_autofree char *label = NULL;

  g_return_if_fail (RGM_IS_WINDOW (self));

  on_cancel_loading (self);
  end_opening (self);

  label = g_strdup_printf (_("Opening “%s”"), name);
  gtk_label_set_text (self->loading_label, label);
  gtk_progress_bar_set_fraction (self->loading_bar, 0);
  self->loading_delay = g_timeout_add (300, on_slow, self);
  self->opening = g_cancellable_new ();

  opening = g_new (Opening, 1);
  opening->window = g_object_ref (self);
  opening->cancellable = g_object_ref (self->opening);
  rgm_open_async (file, on_progress, self, self->opening, on_opened, opening);
}

/**
 * rgm_window_get_data_set:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the data set that is open
 */
RgmDataSet *
rgm_window_get_data_set (RgmWindow *self)
{
  g_return_val_if_fail (RGM_IS_WINDOW (self), NULL);

  return rgm_workspace_get_data_set (self->workspace);
}
