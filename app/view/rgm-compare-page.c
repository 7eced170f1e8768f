/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-compare-page.h"
#include "rgm-comparison-grid.h"
#include "rgm-comparison-table.h"
#include "rgm-flow-box.h"
#include "rgm-save-dialog.h"
#include "rgm-table-view.h"

/* The ticked trials side by side, under what that doesn't allow to conclude. */
struct _RgmComparePage
{
  GtkWidget             parent_instance;

  RgmWindowState         *window_state;
  RgmTable             *table;
  guint                 idle;
  gboolean              is_fresh;

  GtkShortcutController *keys;
  GtkStack             *stack;
  AdwStatusPage        *few;
  GtkLabel             *caveat;
  GtkScrolledWindow    *scroller;
};

G_DEFINE_FINAL_TYPE (RgmComparePage, rgm_compare_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WINDOW_STATE,
};

static void
toast (RgmComparePage *self,
       const char     *text,
       gboolean        failed)
{
  gtk_widget_activate_action (GTK_WIDGET (self), failed ? "win.complain" : "win.toast", "s", text);
}

static void
on_copy (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RgmComparePage *self = RGM_COMPARE_PAGE (widget);
  const char *captions[] = { NULL, NULL };
  const RgmLicence *licence;

  if (self->table == NULL)
    return;

  /* The caveat is a row of the table. */
  licence = rgm_window_state_get_data_set (self->window_state)->licence;
  if (licence != NULL)
    captions[0] = licence->credit;

  rgm_table_copy (self->table, captions, gtk_widget_get_clipboard (widget));
  toast (self, _("Table copied"), FALSE);
}

static void
on_save (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RgmComparePage *self = RGM_COMPARE_PAGE (widget);

  char *csv;
  g_autoptr (GBytes) bytes = NULL;

  if (self->table == NULL)
    return;

  csv = rgm_table_to_spreadsheet (self->table, NULL);
  bytes = g_bytes_new_take (csv, strlen (csv));
  rgm_save_dialog_show (widget, _("Save the table"), "comparison", "csv", _("Table (CSV)"), bytes);
}

static void
show_few (RgmComparePage *self,
          guint           n)
{
  adw_status_page_set_title (self->few, n == 0 ? _("Nothing to compare yet") : _("Only one trial ticked"));
  adw_status_page_set_description (self->few,
                                   n == 0 ? _("Tick two to six trials in the list, with the box at the end of a row, "
                                              "or with Compare on a trial’s page. They stand side by side here.")
                                          : _("Tick at least one more in the list, with the box at the end of its row, "
                                              "or with Compare on a trial’s page."));
  gtk_stack_set_visible_child_name (self->stack, "few");
}

static void
rebuild (RgmComparePage *self)
{
  GListModel *compared = rgm_window_state_get_compared (self->window_state);
  guint n = g_list_model_get_n_items (compared);

  if (self->is_fresh)
    return;
  self->is_fresh = TRUE;

  g_clear_pointer (&self->table, rgm_table_unref);
  gtk_scrolled_window_set_child (self->scroller, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.copy", n >= 2);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.save", n >= 2);
  if (n < 2)
    {
      show_few (self, n);
      return;
    }

  self->table = rgm_comparison_table_new (rgm_window_state_get_data_set (self->window_state), compared,
                                          rgm_selection_get_patient (rgm_window_state_get_selection (self->window_state)));
  gtk_scrolled_window_set_child (self->scroller, rgm_comparison_grid_new (self->window_state, self->table, self->scroller));
  gtk_label_set_text (self->caveat, rgm_table_get_text (self->table, rgm_table_get_n_rows (self->table) - 1, RGM_COMPARISON_FIRST_TRIAL));
  gtk_stack_set_visible_child_name (self->stack, "table");
}

static gboolean
on_idle (gpointer data)
{
  RgmComparePage *self = data;

  self->idle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rebuild (self);

  return G_SOURCE_REMOVE;
}

/* A data set that is changed clears the ticks one by one: build once, when all is done,
 * and only what somebody can see. */
static void
on_compared_changed (RgmComparePage *self)
{
  self->is_fresh = FALSE;
  if (self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
}

static void
rgm_compare_page_map (GtkWidget *widget)
{
  RgmComparePage *self = RGM_COMPARE_PAGE (widget);

  if (self->window_state != NULL)
    rebuild (self);

  GTK_WIDGET_CLASS (rgm_compare_page_parent_class)->map (widget);
  /* The keys go wherever the focus is, while the page is the one that is seen. */
  gtk_shortcut_controller_set_scope (self->keys, GTK_SHORTCUT_SCOPE_GLOBAL);
}

static void
rgm_compare_page_unmap (GtkWidget *widget)
{
  gtk_shortcut_controller_set_scope (RGM_COMPARE_PAGE (widget)->keys, GTK_SHORTCUT_SCOPE_LOCAL);
  GTK_WIDGET_CLASS (rgm_compare_page_parent_class)->unmap (widget);
}

static void
rgm_compare_page_constructed (GObject *object)
{
  RgmComparePage *self = RGM_COMPARE_PAGE (object);

  G_OBJECT_CLASS (rgm_compare_page_parent_class)->constructed (object);

  g_signal_connect_object (rgm_window_state_get_compared (self->window_state), "items-changed",
                           G_CALLBACK (on_compared_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_window_state_get_selection (self->window_state), "notify::patient",
                           G_CALLBACK (on_compared_changed), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

static void
rgm_compare_page_set_property (GObject *object,
                               guint property_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WINDOW_STATE:
      RGM_COMPARE_PAGE (object)->window_state = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_compare_page_dispose (GObject *object)
{
  RgmComparePage *self = RGM_COMPARE_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->window_state);
  g_clear_pointer (&self->table, rgm_table_unref);

  G_OBJECT_CLASS (rgm_compare_page_parent_class)->dispose (object);
}

static void
rgm_compare_page_class_init (RgmComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rgm_compare_page_constructed;
  G_OBJECT_CLASS (klass)->set_property = rgm_compare_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = rgm_compare_page_dispose;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_WINDOW_STATE,
                                   g_param_spec_object ("window-state", NULL, NULL, RGM_TYPE_WINDOW_STATE,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  widget_class->map = rgm_compare_page_map;
  widget_class->unmap = rgm_compare_page_unmap;

  g_type_ensure (RGM_TYPE_FLOW_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmComparePage, keys);
  gtk_widget_class_bind_template_child (widget_class, RgmComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmComparePage, few);
  gtk_widget_class_bind_template_child (widget_class, RgmComparePage, caveat);
  gtk_widget_class_bind_template_child (widget_class, RgmComparePage, scroller);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "compare.save", NULL, on_save);
}

static void
rgm_compare_page_init (RgmComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->caveat, rgm_comparison_caveat ());
}

/* A page of what the window shows. */
GtkWidget *
rgm_compare_page_new (RgmWindowState *window_state)
{
  return g_object_new (RGM_TYPE_COMPARE_PAGE, "window-state", window_state, NULL);
}
