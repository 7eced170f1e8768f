/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-data-about.h"

#include "rgm-data-age.h"
#include "rgm-figure-origin.h"
#include "rgm-flow-box.h"
#include "rgm-format.h"
#include "rgm-page-widgets.h"

static void
add_count (GtkWidget  *flow,
           const char *caption,
           guint       n)
{
  g_autofree char *number = rgm_format_number ((double) n, 0);

  rgm_flow_box_append (RGM_FLOW_BOX (flow), rgm_pair_new (caption, number));
}

static GtkWidget *
counts_new (RgmDataSet *data_set,
            guint       n_conflicts)
{
  GtkWidget *flow = rgm_flow_box_new (0);
  GListModel *trials = rgm_data_set_get_trials (data_set);
  guint n_trials = g_list_model_get_n_items (trials);
  guint n_reported = 0, n_arms = 0;

  for (guint i = 0; i < n_trials; i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (trials, i);

      n_arms += trial->arms->len;
      n_reported += trial->is_reported ? 1 : 0;
    }

  add_count (flow, _("Trials"), n_trials);
  add_count (flow, _("Trials with results"), n_reported);
  add_count (flow, _("Arms"), n_arms);
  add_count (flow, _("Regimens"), g_list_model_get_n_items (rgm_data_set_get_regimens (data_set)));
  add_count (flow, _("Agents"), g_list_model_get_n_items (rgm_data_set_get_agents (data_set)));
  add_count (flow, _("Biomarkers"), g_list_model_get_n_items (rgm_data_set_get_biomarkers (data_set)));
  add_count (flow, _("Sources"), g_list_model_get_n_items (rgm_data_set_get_sources (data_set)));
  add_count (flow, _("Conflicts"), n_conflicts);

  return flow;
}

/**
 * rgm_data_about_new:
 * @selection: a selection of a data set
 * @n_conflicts: how many conflicts its sources have
 * @edit: (nullable): a button that edits all this
 *
 * Returns: what the data set is, how old, and how much is in it
 */
GtkWidget *
rgm_data_about_new (RgmSelection *selection,
                    guint         n_conflicts,
                    GtkWidget    *edit)
{
  RgmDataSet *data_set = rgm_selection_get_data_set (selection);
  g_autofree char *origin = rgm_figure_text_origin (selection);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = rgm_text_new (data_set->title, "title-1");
  GtkWidget *as_of_label;
  const char *description = data_set->description;
  g_autofree char *as_of = NULL;
  GDate today;

  rgm_data_age_today (&today);
  as_of = rgm_data_age_text (&data_set->as_of, &today);
  as_of_label = rgm_text_new (as_of, "dim-label");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  if (edit != NULL)
    gtk_box_append (GTK_BOX (head), edit);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), as_of_label);
  if (origin != NULL)
    gtk_box_append (GTK_BOX (box), rgm_text_new (origin, NULL));
  if (description != NULL)
    gtk_box_append (GTK_BOX (box), rgm_text_new (description, NULL));
  gtk_box_append (GTK_BOX (box), counts_new (data_set, n_conflicts));

  return box;
}

GtkWidget *
rgm_data_licence_new (const RgmLicence *licence)
{
  GtkWidget *section = rgm_section_new (_("Licence"), NULL);
  GtkWidget *name;

  if (licence->url != NULL)
    {
      name = gtk_link_button_new_with_label (licence->url, licence->name);
      gtk_widget_add_css_class (name, "inline-link");
      gtk_widget_set_halign (name, GTK_ALIGN_START);
      rgm_text_break_in (name);
    }
  else
    {
      name = rgm_text_new (licence->name, NULL);
    }
  gtk_box_append (GTK_BOX (section), name);
  if (licence->credit != NULL)
    gtk_box_append (GTK_BOX (section), rgm_text_new (licence->credit, NULL));

  return section;
}
