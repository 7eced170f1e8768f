/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-page-widgets.h"
#include "rgm-pathway-details.h"
#include "rgm-pathway.h"
#include "rgm-regimen.h"

/* What is said of a mark of the pathway: what it is, where the sources say it, the
 * agents that act there, and the trials of those agents. */

static void
add_link (GtkBox     *box,
          const char *label,
          const char *action,
          const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  rgm_text_break_in (button);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_box_append (box, button);
}

static void
add_heading (GtkBox     *box,
             const char *text)
{
  gtk_box_append (box, rgm_text_new (text, "heading"));
}

static void
add_said (GtkBox     *box,
          RgmDataSet *data_set,
          const char *text,
          GPtrArray  *places,
          gboolean    textbook)
{
  GtkWidget *label;

  if (text != NULL)
    {
      label = rgm_text_new (text, NULL);
      rgm_tell_places (label, data_set, places);
      gtk_box_append (box, label);
    }
  for (guint i = 0; i < places->len; i++)
    {
      const RgmCitationRef *place = g_ptr_array_index (places, i);

      gtk_box_append (box, rgm_text_new (place->location, "caption"));
    }
  if (textbook)
    gtk_box_append (box, rgm_text_new (_("Textbook knowledge; not from the source."), "caption"));
}

static gboolean
gives_agent (RgmTrial   *trial,
             const char *agent)
{
  GPtrArray *arms = trial->arms;

  for (guint i = 0; i < arms->len; i++)
    {
      GPtrArray *agents = ((RgmArm *) g_ptr_array_index (arms, i))->regimen->agents;

      for (guint j = 0; j < agents->len; j++)
        if (g_str_equal (((RgmAgent *) g_ptr_array_index (agents, j))->id, agent))
          return TRUE;
    }

  return FALSE;
}

static void
add_trials (GtkBox     *box,
            RgmDataSet *data_set,
            const char *agent)
{
  GListModel *trials = rgm_data_set_get_trials (data_set);
  gboolean is_first = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (trials); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      if (!gives_agent (trial, agent))
        continue;
      if (is_first)
        add_heading (box, _("Trials"));
      is_first = FALSE;
      add_link (box, trial->name, "win.show-trial", trial->id);
    }
}

static void
show_agent (GtkBox     *box,
            RgmDataSet *data_set,
            RgmAgent   *agent)
{
  GPtrArray *actions = data_set->pathway->actions;
  const char *id = agent->id;
  g_autofree char *query = g_strdup_printf ("agent:%s", id);

  gtk_box_append (box, rgm_text_new (agent->name, "title-4"));
  gtk_box_append (box, rgm_text_new (agent->mechanism, NULL));
  for (guint i = 0; i < actions->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (actions, i);

      if (g_str_equal (action->agent, id))
        add_said (box, data_set, action->text, action->citations, action->textbook);
    }
  add_link (box, _("Search for trials of this agent"), "win.search-for", query);
  add_trials (box, data_set, id);
}

static void
show_node (GtkBox               *box,
           RgmDataSet           *data_set,
           const RgmPathwayNode *node)
{
  GPtrArray *actions = data_set->pathway->actions;
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  gtk_box_append (box, rgm_text_new (node->name, "title-4"));
  add_said (box, data_set, node->text, node->citations, node->textbook);
  for (guint i = 0; i < actions->len; i++)
    {
      const RgmAction *action = g_ptr_array_index (actions, i);
      RgmAgent *agent = rgm_data_set_find_agent (data_set, action->agent);
      g_autofree char *query = g_strdup_printf ("agent:%s", action->agent);

      if (agent == NULL || !g_str_equal (action->node, node->id) || !g_hash_table_add (told, (gpointer) action->agent))
        continue;
      if (g_hash_table_size (told) == 1)
        add_heading (box, _("Agents that act here"));
      add_link (box, agent->name, "win.search-for", query);
    }
  add_link (box, _("Search for trials with it"), "win.search-for", node->name);
}

/**
 * rgm_pathway_details_clear:
 * @box: where details are shown; what was there goes
 *
 * Shows the way to see something. A box is cleared so before it is first laid
 * out: one that was measured while it was empty keeps telling its parent that
 * its height doesn't hang on its width, and wrapped lines would be cut.
 */
void
rgm_pathway_details_clear (GtkBox *box)
{
  GtkWidget *hint = rgm_text_new (_("Select a node, an edge or an agent to see its details."), "dim-label");

  /* nothing to copy: it takes no focus */
  gtk_label_set_selectable (GTK_LABEL (hint), FALSE);
  rgm_box_clear (box);
  gtk_box_append (box, hint);
}

/**
 * rgm_pathway_details_show:
 * @box: where to show it; what was there goes
 * @data_set: a data set with a pathway
 * @id: (nullable): the id of a mark of the pathway's figure, or %NULL for none
 * @target: (nullable): what the mark stands for
 *
 * Shows what there is to know about a mark of the pathway.
 */
void
rgm_pathway_details_show (GtkBox     *box,
                          RgmDataSet *data_set,
                          const char *id,
                          const char *target)
{
  RgmPathway *pathway = data_set->pathway;
  const RgmPathwayNode *node = id != NULL ? rgm_pathway_find_node (pathway, id, NULL) : NULL;
  const RgmPathwayEdge *edge = id != NULL ? rgm_pathway_find_edge (pathway, id) : NULL;
  RgmAgent *agent = target != NULL ? rgm_data_set_find_agent (data_set, target) : NULL;

  rgm_box_clear (box);
  if (agent != NULL)
    show_agent (box, data_set, agent);
  else if (node != NULL)
    show_node (box, data_set, node);
  else if (edge != NULL)
    add_said (box, data_set, edge->text, edge->citations, edge->textbook);
  else
    rgm_pathway_details_clear (box);
}
