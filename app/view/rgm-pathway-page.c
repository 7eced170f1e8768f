/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-arm.h"
#include "rgm-choice-list.h"
#include "rgm-figure-page.h"
#include "rgm-page-parts.h"
#include "rgm-pathway-details.h"
#include "rgm-pathway-figure.h"
#include "rgm-pathway-page.h"
#include "rgm-pathway.h"
#include "rgm-regimen.h"

#define SIDE_WIDTH 264

/* The pathway, and beside it what is given, what the tumour has, and what is known of
 * the mark that was clicked:
 *
 *     regimen ──> agents ─┐
 *     alterations ────────┼─> RgmPathwayFigure ──> RgmFigurePage
 *     conditions ─────────┘                             │
 *     details <──────────────────────────── chosen ─────┘
 */
struct _RgmPathwayPage
{
  GtkWidget         parent_instance;

  RgmWorkspace     *workspace;
  RgmPathwayFigure *figure;

  RgmFigurePage    *page;
  GtkDropDown      *regimens;
  RgmChoiceList    *agents;
  RgmChoiceList    *alterations;
  RgmChoiceList    *conditions;
  GtkBox           *details;
  guint             animate_id;
};

G_DEFINE_FINAL_TYPE (RgmPathwayPage, rgm_pathway_page, GTK_TYPE_WIDGET)

static gboolean
animate (gpointer data)
{
  RgmPathwayPage *self = data;

  self->animate_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rgm_figure_canvas_animate (rgm_figure_page_get_canvas (self->page));
  return G_SOURCE_REMOVE;
}

static void
update (RgmPathwayPage *self)
{
  g_auto (GStrv) agents = rgm_choice_list_get_chosen (self->agents);
  g_auto (GStrv) alterations = rgm_choice_list_get_chosen (self->alterations);
  g_auto (GStrv) conditions = rgm_choice_list_get_chosen (self->conditions);

  rgm_pathway_figure_set_agents (self->figure, (const char * const *) agents);
  rgm_pathway_figure_set_alterations (self->figure, (const char * const *) alterations);
  rgm_pathway_figure_set_conditions (self->figure, (const char * const *) conditions);
  if (self->animate_id == 0)
    self->animate_id = g_idle_add (animate, self);
}

static void
give (RgmPathwayPage *self,
      RgmRegimen     *regimen)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) given = NULL;

  if (regimen != NULL)
    {
      GPtrArray *agents = rgm_regimen_get_agents (regimen);

      for (guint i = 0; i < agents->len; i++)
        g_strv_builder_add (ids, rgm_agent_get_id (g_ptr_array_index (agents, i)));
    }
  given = g_strv_builder_end (ids);
  rgm_choice_list_choose (self->agents, (const char * const *) given);
  update (self);
}

static void
on_regimen_chosen (RgmPathwayPage *self)
{
  RgmDataSet *data_set = rgm_workspace_get_data_set (self->workspace);
  guint position = gtk_drop_down_get_selected (self->regimens);
  g_autoptr (RgmRegimen) regimen = NULL;

  /* The first entry is no regimen; another set's list has none at all. */
  if (data_set == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  if (position > 0)
    regimen = g_list_model_get_item (rgm_data_set_get_regimens (data_set), position - 1);
  give (self, regimen);
}

/* A trial's first arm says what is given. */
static void
on_trial_changed (RgmPathwayPage *self)
{
  RgmTrial *trial = rgm_workspace_get_trial (self->workspace);
  RgmDataSet *data_set = rgm_workspace_get_data_set (self->workspace);
  GListModel *regimens;

  if (trial == NULL || data_set == NULL || rgm_trial_get_arms (trial)->len == 0)
    return;

  regimens = rgm_data_set_get_regimens (data_set);
  for (guint i = 0; i < g_list_model_get_n_items (regimens); i++)
    {
      g_autoptr (RgmRegimen) regimen = g_list_model_get_item (regimens, i);

      if (regimen == rgm_arm_get_regimen (g_ptr_array_index (rgm_trial_get_arms (trial), 0)))
        gtk_drop_down_set_selected (self->regimens, i + 1);
    }
}

static void
on_data_set_changed (RgmPathwayPage *self)
{
  RgmDataSet *data_set = rgm_workspace_get_data_set (self->workspace);
  RgmPathway *pathway = data_set != NULL ? rgm_data_set_get_pathway (data_set) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *agents;

  rgm_choice_list_clear (self->agents);
  rgm_choice_list_clear (self->alterations);
  rgm_choice_list_clear (self->conditions);
  rgm_pathway_details_clear (self->details);
  gtk_drop_down_set_model (self->regimens, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->regimens), pathway != NULL);
  rgm_figure_set_data_set (RGM_FIGURE (self->figure), data_set);
  if (pathway == NULL)
    return;

  agents = rgm_data_set_get_agents (data_set);
  for (guint i = 0; i < g_list_model_get_n_items (agents); i++)
    {
      g_autoptr (RgmAgent) agent = g_list_model_get_item (agents, i);

      rgm_choice_list_add (self->agents, rgm_agent_get_id (agent), rgm_agent_get_name (agent), FALSE);
    }
  for (guint i = 0; i < rgm_pathway_get_alterations (pathway)->len; i++)
    {
      const RgmAlteration *alteration = g_ptr_array_index (rgm_pathway_get_alterations (pathway), i);

      rgm_choice_list_add (self->alterations, alteration->id, alteration->name, FALSE);
    }
  for (guint i = 0; i < rgm_pathway_get_conditions (pathway)->len; i++)
    {
      const RgmCondition *condition = g_ptr_array_index (rgm_pathway_get_conditions (pathway), i);

      rgm_choice_list_add (self->conditions, condition->id, condition->name, condition->usual);
    }

  gtk_string_list_append (names, _("No treatment"));
  for (guint i = 0; i < g_list_model_get_n_items (rgm_data_set_get_regimens (data_set)); i++)
    {
      g_autoptr (RgmRegimen) regimen = g_list_model_get_item (rgm_data_set_get_regimens (data_set), i);

      gtk_string_list_append (names, rgm_regimen_get_name (regimen));
    }
  gtk_drop_down_set_model (self->regimens, G_LIST_MODEL (names));
  rgm_pathway_details_show (self->details, data_set, NULL, NULL);
  update (self);
}

static void
on_mark_hovered (RgmFigureCanvas *canvas,
                 const char      *id,
                 const char      *target,
                 RgmPathwayPage  *self)
{
  rgm_figure_canvas_set_hovered (canvas, id);
}

static void
on_mark_chosen (RgmFigureCanvas *canvas,
                const char      *id,
                const char      *target,
                RgmPathwayPage  *self)
{
  RgmDataSet *data_set = rgm_workspace_get_data_set (self->workspace);

  if (data_set != NULL && rgm_data_set_get_pathway (data_set) != NULL)
    rgm_pathway_details_show (self->details, data_set, id, target);
}

static void
rgm_pathway_page_dispose (GObject *object)
{
  RgmPathwayPage *self = RGM_PATHWAY_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->animate_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->figure);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (rgm_pathway_page_parent_class)->dispose (object);
}

static void
rgm_pathway_page_class_init (RgmPathwayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_pathway_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
side_new (RgmPathwayPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->details = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  rgm_pathway_details_clear (self->details);
  self->alterations = RGM_CHOICE_LIST (rgm_choice_list_new (_("Alterations")));
  self->conditions = RGM_CHOICE_LIST (rgm_choice_list_new (_("Conditions")));
  self->agents = RGM_CHOICE_LIST (rgm_choice_list_new (_("Agents")));

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->details));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->alterations));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->conditions));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->agents));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, SIDE_WIDTH, -1);

  return scroller;
}

static void
rgm_pathway_page_init (RgmPathwayPage *self)
{
  GtkWidget *page = rgm_figure_page_new ("pathway");
  GtkWidget *regimens = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  self->figure = rgm_pathway_figure_new ();
  self->page = RGM_FIGURE_PAGE (page);
  self->regimens = GTK_DROP_DOWN (regimens);
  gtk_drop_down_set_enable_search (self->regimens, TRUE);
  rgm_accessible_name_drop_down (regimens, _("Regimen"));
  rgm_figure_page_set_kinds (self->page, regimens);
  rgm_figure_page_set_side (self->page, side_new (self));
  gtk_widget_set_parent (page, GTK_WIDGET (self));

  g_signal_connect_object (self->regimens, "notify::selected", G_CALLBACK (on_regimen_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agents, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->alterations, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conditions, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rgm_figure_page_get_canvas (self->page), "hovered", G_CALLBACK (on_mark_hovered), self, 0);
  g_signal_connect_object (rgm_figure_page_get_canvas (self->page), "chosen", G_CALLBACK (on_mark_chosen), self, 0);
}

/**
 * rgm_pathway_page_set_workspace:
 * @self: a page
 * @workspace: what the page takes part in
 *
 * Shows the pathway of the workspace's data set, under what the trial that is looked at
 * gives. To be called once.
 */
void
rgm_pathway_page_set_workspace (RgmPathwayPage *self,
                                RgmWorkspace   *workspace)
{
  g_return_if_fail (RGM_IS_PATHWAY_PAGE (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  rgm_figure_page_set_figure (self->page, RGM_FIGURE (self->figure));
  g_signal_connect_object (workspace, "notify::data-set", G_CALLBACK (on_data_set_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::trial", G_CALLBACK (on_trial_changed), self, G_CONNECT_SWAPPED);
  on_data_set_changed (self);
  on_trial_changed (self);
}
