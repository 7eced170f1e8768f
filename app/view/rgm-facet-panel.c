/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-check-row.h"
#include "rgm-facet-panel.h"
#include "rgm-help-button.h"
#include "rgm-row-name.h"

/* Every side from which the trials can be narrowed, each folding out to its values; a
 * value shows how many trials it would leave. */
struct _RgmFacetPanel
{
  GtkPopover    parent_instance;

  RgmSelection *selection;
  gboolean      is_stale;

  GtkListBox   *facets;
  GtkWidget    *clear;
};

G_DEFINE_FINAL_TYPE (RgmFacetPanel, rgm_facet_panel, GTK_TYPE_POPOVER)

static void
on_clear (RgmFacetPanel *self)
{
  if (self->selection != NULL)
    rgm_selection_clear_facets (self->selection);
}

static void
on_left_changed (RgmFacetValue *value,
                 GParamSpec    *pspec,
                 GtkWidget     *row)
{
  GtkLabel *count = g_object_get_data (G_OBJECT (row), "count");
  guint left = rgm_facet_value_get_left (value);
  g_autofree char *text = g_strdup_printf ("%u", left);
  g_autofree char *description =
    rgm_facet_value_get_is_chosen (value) ? g_strdup_printf (ngettext ("%u trial", "%u trials", left), left)
                                          /* Translators: what the list would show with a further filter. */
                                          : g_strdup_printf (ngettext ("%u trial would be left", "%u trials would be left", left), left);

  gtk_label_set_text (count, text);
  gtk_widget_set_sensitive (row, left > 0 || rgm_facet_value_get_is_chosen (value));
  rgm_accessible_set_description (row, description);
}

static GtkWidget *
value_row_new (RgmFacetValue *value)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = rgm_check_row_new (rgm_facet_value_get_label (value), check);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);

  g_object_set_data (G_OBJECT (row), "count", count);
  g_object_bind_property (value, "is-chosen", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (value, "notify::left", G_CALLBACK (on_left_changed), row, 0);
  on_left_changed (value, NULL, row);

  return row;
}

static void
show_n_chosen (RgmFacet         *facet,
               AdwExpanderRow   *row)
{
  guint n = rgm_facet_get_n_chosen (facet);
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u selected", "%u selected", n), n) : g_strdup ("");

  adw_expander_row_set_subtitle (row, text);
}

static void
on_value_chosen (RgmFacetValue *value,
                 GParamSpec    *pspec,
                 GtkWidget     *row)
{
  show_n_chosen (g_object_get_data (G_OBJECT (row), "facet"), ADW_EXPANDER_ROW (row));
}

static GtkWidget *
facet_row_new (RgmFacet *facet)
{
  GtkWidget *row = rgm_expander_row_new ();
  GListModel *values = rgm_facet_get_values (facet);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rgm_facet_get_title (facet));
  rgm_row_set_name (row, rgm_facet_get_title (facet));
  g_object_set_data_full (G_OBJECT (row), "facet", g_object_ref (facet), g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, i);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), value_row_new (value));
      g_signal_connect_object (value, "notify::is-chosen", G_CALLBACK (on_value_chosen), row, 0);
    }
  show_n_chosen (facet, ADW_EXPANDER_ROW (row));
  rgm_row_tell_folding (row, g_list_model_get_n_items (values));

  return row;
}

static void
fill (RgmFacetPanel *self)
{
  GListModel *facets = rgm_selection_get_facets (self->selection);
  GtkWidget *child;

  self->is_stale = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facets))) != NULL)
    gtk_list_box_remove (self->facets, child);

  for (guint i = 0; facets != NULL && i < g_list_model_get_n_items (facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);

      gtk_list_box_append (self->facets, facet_row_new (facet));
    }
}

static void
on_n_chosen (RgmFacetPanel *self)
{
  gboolean any = rgm_selection_get_n_chosen (self->selection) > 0;

  /* A button that goes insensitive would take the focus with it. */
  if (!any && gtk_widget_has_focus (self->clear))
    gtk_widget_child_focus (GTK_WIDGET (self->facets), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_sensitive (self->clear, any);
}

/* There are hundreds of values: their rows are made for who looks at them. */
static void
on_facets_changed (RgmFacetPanel *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    fill (self);
}

static void
rgm_facet_panel_show (GtkWidget *widget)
{
  RgmFacetPanel *self = RGM_FACET_PANEL (widget);

  if (self->is_stale)
    fill (self);
  GTK_WIDGET_CLASS (rgm_facet_panel_parent_class)->show (widget);
}

static void
rgm_facet_panel_dispose (GObject *object)
{
  g_clear_object (&RGM_FACET_PANEL (object)->selection);

  G_OBJECT_CLASS (rgm_facet_panel_parent_class)->dispose (object);
}

static void
rgm_facet_panel_class_init (RgmFacetPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_facet_panel_dispose;
  widget_class->show = rgm_facet_panel_show;

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-facet-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmFacetPanel, facets);
  gtk_widget_class_bind_template_child (widget_class, RgmFacetPanel, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
}

static void
rgm_facet_panel_init (RgmFacetPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_help_set_place (GTK_WIDGET (self), "search#filters");
  rgm_accessible_set_name (self->clear, _("Remove all filters"));
}

/**
 * rgm_facet_panel_set_selection:
 * @self: a panel
 * @selection: what the panel narrows
 *
 * Shows the facets of a selection, also when it gets another data set. To be called once.
 */
void
rgm_facet_panel_set_selection (RgmFacetPanel *self,
                               RgmSelection  *selection)
{
  g_return_if_fail (RGM_IS_FACET_PANEL (self));
  g_return_if_fail (self->selection == NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "notify::facets", G_CALLBACK (on_facets_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::n-chosen", G_CALLBACK (on_n_chosen), self, G_CONNECT_SWAPPED);
  on_facets_changed (self);
  on_n_chosen (self);
}
