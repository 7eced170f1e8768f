/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-figure-copy.h"
#include "rgm-figure-page.h"
#include "rgm-figure-print.h"
#include "rgm-figure-save.h"
#include "rgm-table-view.h"

struct _RgmFigurePage
{
  GtkWidget        parent_instance;

  RgmFigure       *figure;
  RgmWorkspace    *workspace;
  char            *name;
  guint            update_id;

  GtkShortcutController *keys;
  GtkWidget       *box;
  GtkBox          *kinds;
  GtkMenuButton   *options_button;
  GtkScrolledWindow *options;
  GtkToggleButton *table_button;
  GtkStack        *stack;
  GtkScrolledWindow *scroller;
  RgmFigureCanvas *canvas;
  AdwStatusPage   *empty;
  RgmTableView    *table;
  GtkBox          *content;
};

G_DEFINE_FINAL_TYPE (RgmFigurePage, rgm_figure_page, GTK_TYPE_WIDGET)

static gboolean
is_table (RgmFigurePage *self)
{
  return gtk_toggle_button_get_active (self->table_button);
}

static gboolean
update (gpointer data)
{
  RgmFigurePage *self = data;
  RgmTable *table;

  self->update_id = 0;
  if (self->figure == NULL)
    return G_SOURCE_REMOVE;

  table = rgm_figure_get_table (self->figure);
  if (rgm_table_get_n_rows (table) == 0)
    {
      const char *note = rgm_figure_get_words (self->figure)->note;

      adw_status_page_set_description (self->empty, note != NULL && *note != '\0' ? note : _("No trial of the selection has such a figure."));
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return G_SOURCE_REMOVE;
    }

  if (is_table (self))
    rgm_table_view_set_table (self->table, table, rgm_figure_get_words (self->figure)->title);
  gtk_stack_set_visible_child_name (self->stack, is_table (self) ? "table" : "figure");
  return G_SOURCE_REMOVE;
}

/* Several changes at once are worked out once, and before the next frame. */
static void
on_figure_changed (RgmFigurePage *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update, self, NULL);
}

static void
on_table_toggled (RgmFigurePage *self)
{
  on_figure_changed (self);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmFigurePage *self = RGM_FIGURE_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (is_table (self))
    {
      rgm_table_copy (rgm_figure_get_table (self->figure), gtk_widget_get_clipboard (widget));
      text = g_strdup (_("The table is copied."));
    }
  else if (rgm_figure_copy (self->figure, widget, &error))
    {
      text = g_strdup (_("The figure is copied."));
    }
  else
    {
      text = g_strdup_printf (_("The figure wasn’t copied: %s"), error->message);
    }

  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  rgm_figure_print (RGM_FIGURE_PAGE (widget)->figure, widget);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmFigurePage *self = RGM_FIGURE_PAGE (widget);

  rgm_figure_save (self->figure, widget, self->name);
}

static void
table_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  RgmFigurePage *self = RGM_FIGURE_PAGE (widget);

  gtk_toggle_button_set_active (self->table_button, !is_table (self));
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (RGM_FIGURE_PAGE (widget)->canvas), "figure.zoom", parameter);
}

/* A scrollbar that came and went by itself would change the place that the figure is laid
 * out for, and so the figure, and so whether it takes a scrollbar. */
static void
on_zoom_changed (RgmFigurePage *self)
{
  gtk_scrolled_window_set_policy (self->scroller,
                                  rgm_figure_canvas_get_zoom (self->canvas) > 1 ? GTK_POLICY_ALWAYS : GTK_POLICY_NEVER,
                                  GTK_POLICY_ALWAYS);
}

/* Trials: marks whose target is a trial light up and are chosen with its row. */

static void
on_mark_hovered (RgmFigureCanvas *canvas,
                 const char      *id,
                 const char      *target,
                 RgmFigurePage   *self)
{
  rgm_workspace_set_hovered (self->workspace, target);
  rgm_figure_canvas_set_hovered (canvas, target != NULL ? target : id);
}

static void
on_mark_chosen (RgmFigureCanvas *canvas,
                const char      *id,
                const char      *target,
                RgmFigurePage   *self)
{
  RgmDataSet *data_set = rgm_workspace_get_data_set (self->workspace);

  rgm_workspace_set_trial (self->workspace,
                           data_set != NULL && target != NULL ? rgm_data_set_find_trial (data_set, target) : NULL);
}

static void
on_mark_opened (RgmFigureCanvas *canvas,
                const char      *id,
                const char      *target,
                RgmFigurePage   *self)
{
  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-trial", "s", target);
}

static void
on_hovered_changed (RgmFigurePage *self)
{
  rgm_figure_canvas_set_hovered (self->canvas, rgm_workspace_get_hovered (self->workspace));
}

static void
on_trial_changed (RgmFigurePage *self)
{
  RgmTrial *trial = rgm_workspace_get_trial (self->workspace);

  rgm_figure_canvas_set_selected (self->canvas, trial != NULL ? rgm_trial_get_id (trial) : NULL);
}

static void
rgm_figure_page_dispose (GObject *object)
{
  RgmFigurePage *self = RGM_FIGURE_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->figure);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (rgm_figure_page_parent_class)->dispose (object);
}

/* What is done with a figure goes by its keys wherever the focus is, and of several
 * figures the one that is seen is meant. */
static void
rgm_figure_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rgm_figure_page_parent_class)->map (widget);
  gtk_shortcut_controller_set_scope (RGM_FIGURE_PAGE (widget)->keys, GTK_SHORTCUT_SCOPE_GLOBAL);
}

static void
rgm_figure_page_unmap (GtkWidget *widget)
{
  gtk_shortcut_controller_set_scope (RGM_FIGURE_PAGE (widget)->keys, GTK_SHORTCUT_SCOPE_LOCAL);
  GTK_WIDGET_CLASS (rgm_figure_page_parent_class)->unmap (widget);
}

static void
rgm_figure_page_class_init (RgmFigurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_figure_page_dispose;
  widget_class->map = rgm_figure_page_map;
  widget_class->unmap = rgm_figure_page_unmap;

  g_type_ensure (RGM_TYPE_FIGURE_CANVAS);
  g_type_ensure (RGM_TYPE_TABLE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-figure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, keys);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, box);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, kinds);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, options_button);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, options);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, table_button);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, canvas);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, empty);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, table);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, content);
  gtk_widget_class_bind_template_callback (widget_class, on_table_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_changed);

  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "page.table", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "page.zoom", "i", zoom_action);
}

static void
rgm_figure_page_init (RgmFigurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rgm_figure_page_new:
 * @name: what a file of the figure is called, without an ending
 *
 * Returns: (transfer full): a page without a figure, floating
 */
GtkWidget *
rgm_figure_page_new (const char *name)
{
  RgmFigurePage *self = g_object_new (RGM_TYPE_FIGURE_PAGE, NULL);

  self->name = g_strdup (name);
  return GTK_WIDGET (self);
}

/**
 * rgm_figure_page_set_figure:
 * @self: a page
 * @figure: a figure
 *
 * Shows a figure.
 */
void
rgm_figure_page_set_figure (RgmFigurePage *self,
                            RgmFigure     *figure)
{
  g_return_if_fail (RGM_IS_FIGURE_PAGE (self));
  g_return_if_fail (RGM_IS_FIGURE (figure));

  if (self->figure == figure)
    return;

  if (self->figure != NULL)
    g_signal_handlers_disconnect_by_func (self->figure, on_figure_changed, self);
  g_set_object (&self->figure, figure);
  g_signal_connect_object (figure, "changed", G_CALLBACK (on_figure_changed), self, G_CONNECT_SWAPPED);
  rgm_figure_canvas_set_figure (self->canvas, figure);
  on_figure_changed (self);
}

/**
 * rgm_figure_page_set_options:
 * @self: a page
 * @options: (transfer floating): what can be changed in the figure
 *
 * Puts options beside the figure, in a popover.
 */
void
rgm_figure_page_set_options (RgmFigurePage *self,
                             GtkWidget     *options)
{
  g_return_if_fail (RGM_IS_FIGURE_PAGE (self));

  gtk_scrolled_window_set_child (self->options, options);
  gtk_widget_set_visible (GTK_WIDGET (self->options_button), TRUE);
}

/**
 * rgm_figure_page_set_kinds:
 * @self: a page
 * @kinds: (transfer floating): what chooses between kinds of the figure
 *
 * Puts a chooser above the figure.
 */
void
rgm_figure_page_set_kinds (RgmFigurePage *self,
                           GtkWidget     *kinds)
{
  g_return_if_fail (RGM_IS_FIGURE_PAGE (self));

  gtk_box_append (self->kinds, kinds);
}

/**
 * rgm_figure_page_set_side:
 * @self: a page
 * @side: (transfer floating): a panel
 *
 * Puts a panel beside the figure.
 */
void
rgm_figure_page_set_side (RgmFigurePage *self,
                          GtkWidget     *side)
{
  g_return_if_fail (RGM_IS_FIGURE_PAGE (self));

  gtk_box_append (self->content, side);
}

/**
 * rgm_figure_page_follow_trials:
 * @self: a page, whose figure's marks stand for trials
 * @workspace: what the page takes part in
 *
 * Lets marks and rows of the list light up and be chosen together. To be called once.
 */
void
rgm_figure_page_follow_trials (RgmFigurePage *self,
                               RgmWorkspace  *workspace)
{
  g_return_if_fail (RGM_IS_FIGURE_PAGE (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (self->canvas, "hovered", G_CALLBACK (on_mark_hovered), self, 0);
  g_signal_connect_object (self->canvas, "chosen", G_CALLBACK (on_mark_chosen), self, 0);
  g_signal_connect_object (self->canvas, "opened", G_CALLBACK (on_mark_opened), self, 0);
  g_signal_connect_object (workspace, "notify::hovered", G_CALLBACK (on_hovered_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::trial", G_CALLBACK (on_trial_changed), self, G_CONNECT_SWAPPED);
  on_trial_changed (self);
}

/**
 * rgm_figure_page_get_canvas:
 * @self: a page
 *
 * Returns: (transfer none): what draws the figure
 */
RgmFigureCanvas *
rgm_figure_page_get_canvas (RgmFigurePage *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE_PAGE (self), NULL);

  return self->canvas;
}
