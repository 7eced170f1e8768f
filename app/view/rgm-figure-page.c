/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-figure-copy.h"
#include "rgm-figure-page.h"
#include "rgm-figure-print.h"
#include "rgm-figure-save.h"
#include "rgm-flow-box.h"
#include "rgm-help-topic.h"
#include "rgm-isolate.h"
#include "rgm-options-panel.h"
#include "rgm-punctuation.h"
#include "rgm-slides-dialog.h"
#include "rgm-table-view.h"

struct _RgmFigurePage
{
  GtkWidget        parent_instance;

  RgmFigure       *figure;
  RgmWindowState    *window_state;
  guint            update_id;

  GtkShortcutController *keys;
  GtkWidget       *box;
  RgmFlowBox      *kinds;
  GtkMenuButton   *options_button;
  RgmOptionsPanel *options;
  GtkButton       *include_button;
  GtkWidget       *help_button;
  GtkMenuButton   *statistics_button;
  GtkToggleButton *table_button;
  GtkStack        *stack;
  GtkScrolledWindow *scroller;
  RgmFigureCanvas *canvas;
  AdwStatusPage   *empty;
  RgmTableView    *table;
  GtkBox          *content;
};

static GtkBuildableIface *parent_buildable;

static void rgm_figure_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RgmFigurePage, rgm_figure_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, rgm_figure_page_buildable_init))

enum
{
  PROP_0,
  PROP_FIGURE,
};

static void update_excluded (RgmFigurePage *self);

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
      const char *note = rgm_figure_get_frame (self->figure)->note;

      adw_status_page_set_description (self->empty, note != NULL && *note != '\0' ? note : _("None of the selected trials reports this result."));
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return G_SOURCE_REMOVE;
    }

  if (is_table (self))
    rgm_table_view_set_table (self->table, table, rgm_figure_get_frame (self->figure)->title);
  gtk_stack_set_visible_child_name (self->stack, is_table (self) ? "table" : "figure");
  return G_SOURCE_REMOVE;
}

/* Several changes at once are worked out once, and before the next frame. */
static void
on_figure_changed (RgmFigurePage *self)
{
  update_excluded (self);
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update, self, NULL);
}

static void
on_table_toggled (RgmFigurePage *self)
{
  on_figure_changed (self);
}

/* As it is shown, with what it doesn't allow to conclude and where it is from. */
static void
copy_table (RgmFigurePage *self)
{
  const RgmFrame *frame = rgm_figure_get_frame (self->figure);
  g_autoptr (RgmTable) shown = rgm_table_view_dup_shown (self->table);
  const char *captions[5] = { NULL };
  guint n = 0;

  if (frame->selection != NULL)
    captions[n++] = frame->selection;
  if (frame->caveat != NULL)
    captions[n++] = frame->caveat;
  if (frame->sources != NULL)
    captions[n++] = frame->sources;
  if (frame->more_sources != NULL)
    captions[n++] = frame->more_sources;
  rgm_table_copy (shown, captions, gtk_widget_get_clipboard (GTK_WIDGET (self)));
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
      copy_table (self);
      text = g_strdup (_("Table copied"));
    }
  else if (rgm_figure_copy (self->figure, NULL, widget, &error))
    {
      text = g_strdup (_("Figure copied"));
    }
  else
    {
      text = rgm_text_printf (_("The figure could not be copied: %s"), error->message);
    }

  gtk_widget_activate_action (widget, error != NULL ? "win.complain" : "win.toast", "s", text);
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

  rgm_figure_save (self->figure, widget);
}

static void
fill_deck (RgmDeck  *deck,
           gpointer  figure)
{
  rgm_deck_add_figure (deck, figure, NULL, NULL);
}

static void
export_slide_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  RgmFigure *figure = RGM_FIGURE_PAGE (widget)->figure;

  rgm_slides_dialog_show (widget, rgm_figure_get_frame (figure)->title, NULL, fill_deck, g_object_ref (figure), g_object_unref);
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

/* Trials that are left out by hand. */

static char **
dup_excluded (RgmFigurePage *self)
{
  const RgmFigureKind *kind = rgm_figure_get_kind (self->figure);
  g_autoptr (GVariant) ids = NULL;

  if (rgm_figure_kind_find_option (kind, "excluded") == NULL)
    return NULL;

  ids = rgm_figure_get_option (self->figure, "excluded");

  return ids != NULL ? g_variant_dup_strv (ids, NULL) : g_new0 (char *, 1);
}

static void
update_excluded (RgmFigurePage *self)
{
  g_auto (GStrv) excluded = dup_excluded (self);
  guint n = excluded != NULL ? g_strv_length (excluded) : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("Include %u excluded trial", "Include %u excluded trials", n), n);

  gtk_button_set_label (self->include_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->include_button), n > 0);
}

/* Which trials are shown, and what follows. */
static void
announce_selection (RgmFigurePage *self)
{
  const RgmFrame *frame = rgm_figure_get_frame (self->figure);
  g_autofree char *message = rgm_join_sentences (frame->selection, frame->summary);

  rgm_accessible_announce (GTK_WIDGET (self), message);
}

static void
exclude_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  RgmFigurePage *self = RGM_FIGURE_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_auto (GStrv) excluded = dup_excluded (self);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;

  if (excluded == NULL)
    return;

  for (guint i = 0; excluded[i] != NULL; i++)
    if (!g_str_equal (excluded[i], id))
      g_strv_builder_add (ids, excluded[i]);
  if (!g_strv_contains ((const char * const *) excluded, id))
    g_strv_builder_add (ids, id);
  changed = g_strv_builder_end (ids);
  rgm_figure_set_option (self->figure, "excluded",
                         changed[0] != NULL ? g_variant_new_strv ((const char * const *) changed, -1) : NULL);
  announce_selection (self);
}

static void
include_all_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  RgmFigurePage *self = RGM_FIGURE_PAGE (widget);

  /* The button goes with what it did, and would take the focus with it. */
  if (gtk_widget_has_focus (GTK_WIDGET (self->include_button)))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  rgm_figure_set_option (self->figure, "excluded", NULL);
  announce_selection (self);
}

static void
unselect_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  RgmFigurePage *self = RGM_FIGURE_PAGE (widget);

  if (self->window_state != NULL)
    rgm_window_state_set_trial (self->window_state, NULL);
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
  rgm_window_state_set_hovered (self->window_state, target);
  rgm_figure_canvas_set_hovered (canvas, target != NULL ? target : id);
}

static void
on_mark_chosen (RgmFigureCanvas *canvas,
                const char      *id,
                const char      *target,
                RgmFigurePage   *self)
{
  RgmDataSet *data_set = rgm_window_state_get_data_set (self->window_state);
  RgmTrial *trial = data_set != NULL && target != NULL ? rgm_data_set_find_trial (data_set, target) : NULL;

  rgm_window_state_set_trial (self->window_state, trial);
  if (trial != NULL)
    {
      /* Translators: %s is a trial whose mark in a figure was chosen. */
      g_autofree char *message = rgm_text_printf (_("%s selected"), trial->name);

      rgm_accessible_announce (GTK_WIDGET (canvas), message);
    }
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
  rgm_figure_canvas_set_hovered (self->canvas, rgm_window_state_get_hovered (self->window_state));
}

static void
on_trial_changed (RgmFigurePage *self)
{
  RgmTrial *trial = rgm_window_state_get_trial (self->window_state);

  rgm_figure_canvas_set_selected (self->canvas, trial != NULL ? trial->id : NULL);
}

static void
rgm_figure_page_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_FIGURE:
      g_value_set_object (value, RGM_FIGURE_PAGE (object)->figure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_figure_page_dispose (GObject *object)
{
  RgmFigurePage *self = RGM_FIGURE_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->figure);
  g_clear_object (&self->window_state);

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

/* ── Figure and side ─────────────────────────────────────────────────────────── */

/* Beside each other, or one below the other where the figure would have less than this. */
#define LEAST_BESIDE 320

static int
get_least_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static void
measure_content (GtkWidget      *content,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*minimum, child_minimum) : *minimum + child_minimum;
      *natural += child_natural;
    }
}

static void
allocate_content (GtkWidget *content,
                  int        width,
                  int        height,
                  int        baseline)
{
  GtkWidget *figure = gtk_widget_get_first_child (content);
  GtkWidget *side = gtk_widget_get_next_sibling (figure);
  GtkAllocation first = { 0, 0, width, height };
  GtkAllocation second = first;
  int side_width = side != NULL && gtk_widget_should_layout (side) ? get_least_width (side) : 0;

  if (side_width > 0 && width - side_width >= MAX (LEAST_BESIDE, get_least_width (figure)))
    {
      gboolean is_rtl = gtk_widget_get_direction (content) == GTK_TEXT_DIR_RTL;

      first.width = width - side_width;
      second.width = side_width;
      first.x = is_rtl ? side_width : 0;
      second.x = is_rtl ? 0 : first.width;
    }
  else if (side_width > 0)
    {
      int least;

      /* Half for each, but no less than the side needs. */
      gtk_widget_measure (side, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      second.height = MAX (least, height / 2);
      first.height = MAX (0, height - second.height);
      second.y = first.height;
    }
  gtk_widget_size_allocate (figure, &first, -1);
  if (side_width > 0)
    gtk_widget_size_allocate (side, &second, -1);
}

static void
rgm_figure_page_class_init (RgmFigurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_figure_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = rgm_figure_page_get_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FIGURE,
                                   g_param_spec_object ("figure", NULL, NULL, RGM_TYPE_FIGURE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  widget_class->map = rgm_figure_page_map;
  widget_class->unmap = rgm_figure_page_unmap;

  g_type_ensure (RGM_TYPE_FIGURE_CANVAS);
  g_type_ensure (RGM_TYPE_FLOW_BOX);
  g_type_ensure (RGM_TYPE_OPTIONS_PANEL);
  g_type_ensure (RGM_TYPE_TABLE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-figure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, keys);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, box);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, kinds);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, options_button);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, options);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, include_button);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, help_button);
  gtk_widget_class_bind_template_child (widget_class, RgmFigurePage, statistics_button);
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
  gtk_widget_class_install_action (widget_class, "page.export-slide", NULL, export_slide_action);
  gtk_widget_class_install_action (widget_class, "page.table", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "page.exclude", "s", exclude_action);
  gtk_widget_class_install_action (widget_class, "page.include-all", NULL, include_all_action);
  gtk_widget_class_install_action (widget_class, "page.unselect", NULL, unselect_action);
  gtk_widget_class_install_action (widget_class, "page.zoom", "i", zoom_action);
}

/* The rows are made when they are to be seen: the first window doesn't wait for them. */
static void
fill_options (GtkMenuButton *button,
              gpointer       data)
{
  RgmFigurePage *self = data;

  if (self->figure != NULL)
    rgm_options_panel_set_figure (self->options, self->figure);
}

/* The help on the view, and on each statistic that its figure states. */
static void
fill_statistics (GtkMenuButton *button,
                 gpointer       data)
{
  RgmFigurePage *self = data;
  const char * const *places = rgm_figure_get_kind (self->figure)->statistics;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) statistics = g_menu_new ();

  g_menu_append (menu, _("Help on this view"), "app.help-here");
  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    {
      g_autofree char *title = rgm_help_link_get_title (places[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "app.help", "s", places[i]);
      g_menu_append_item (statistics, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (statistics));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
rgm_figure_page_init (RgmFigurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->options_button, fill_options, self, NULL);
  gtk_menu_button_set_create_popup_func (self->statistics_button, fill_statistics, self, NULL);
  gtk_widget_set_layout_manager (GTK_WIDGET (self->content), gtk_custom_layout_new (NULL, measure_content, allocate_content));
}

/* Puts what chooses between kinds of the figure, or what else goes with them, above it, after what is there. */
void
rgm_figure_page_set_kinds (RgmFigurePage *self,
                           GtkWidget     *kinds)
{
  g_return_if_fail (RGM_IS_FIGURE_PAGE (self));

  rgm_flow_box_append (self->kinds, kinds);
}

/* In a template, a child of the type "kind" goes above the figure and one of the type "side" beside it. */
static void
rgm_figure_page_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  RgmFigurePage *self = RGM_FIGURE_PAGE (buildable);

  if (g_strcmp0 (type, "kind") == 0)
    rgm_figure_page_set_kinds (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "side") == 0)
    gtk_box_append (self->content, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
rgm_figure_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = rgm_figure_page_add_child;
}

GtkWidget *
rgm_figure_page_new (void)
{
  return g_object_new (RGM_TYPE_FIGURE_PAGE, NULL);
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
  if (gtk_widget_get_mapped (GTK_WIDGET (self->options)))
    rgm_options_panel_set_figure (self->options, figure);
  gtk_widget_set_visible (GTK_WIDGET (self->options_button), rgm_options_panel_has_rows (figure));
  gtk_widget_set_visible (self->help_button, rgm_figure_get_kind (figure)->statistics == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->statistics_button), rgm_figure_get_kind (figure)->statistics != NULL);
  on_figure_changed (self);
  g_object_notify (G_OBJECT (self), "figure");
}

RgmFigure *
rgm_figure_page_get_figure (RgmFigurePage *self)
{
  g_return_val_if_fail (RGM_IS_FIGURE_PAGE (self), NULL);

  return self->figure;
}

/**
 * rgm_figure_page_set_empty_child:
 * @self: a page
 * @child: (transfer floating): what helps on where there is nothing to show
 */
void
rgm_figure_page_set_empty_child (RgmFigurePage *self,
                                 GtkWidget     *child)
{
  g_return_if_fail (RGM_IS_FIGURE_PAGE (self));

  adw_status_page_set_child (self->empty, child);
}

/**
 * rgm_figure_page_follow_trials:
 * @self: a page, whose figure's marks stand for trials
 * @window_state: what the page takes part in
 *
 * Lets marks and rows of the list light up and be chosen together. To be called once.
 */
void
rgm_figure_page_follow_trials (RgmFigurePage *self,
                               RgmWindowState  *window_state)
{
  g_return_if_fail (RGM_IS_FIGURE_PAGE (self));
  g_return_if_fail (self->window_state == NULL);

  self->window_state = g_object_ref (window_state);
  g_signal_connect_object (self->canvas, "hovered", G_CALLBACK (on_mark_hovered), self, 0);
  g_signal_connect_object (self->canvas, "chosen", G_CALLBACK (on_mark_chosen), self, 0);
  g_signal_connect_object (self->canvas, "opened", G_CALLBACK (on_mark_opened), self, 0);
  g_signal_connect_object (window_state, "notify::hovered", G_CALLBACK (on_hovered_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window_state, "notify::trial", G_CALLBACK (on_trial_changed), self, G_CONNECT_SWAPPED);
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
