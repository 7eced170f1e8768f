/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-arm-comparison-text.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-punctuation.h"
#include "rgm-row-name.h"
#include "rgm-trial-sections.h"

/* How the rates of a trial's arms differ. */

#define COMPARISON_LEVEL 0.95

/* The rates of two arms that both report one. */
static void
add_pair (GtkBox           *section,
          RgmTrialContext  *context,
          const RgmArmPair *pair)
{
  g_autofree char *name = rgm_arm_pair_get_name (pair);
  GtkWidget *list = rgm_boxed_list_new (name);

  for (guint i = 0; i < context->data_set->endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (context->data_set->endpoints, i);
      RgmArmComparison comparison;
      g_autofree char *difference = NULL;
      g_autofree char *test = NULL;
      g_autofree char *text = NULL;
      g_autofree char *spoken = NULL;
      GtkWidget *row;

      if (endpoint->kind != RGM_ENDPOINT_KIND_RATE || !rgm_arm_pair_has_rates (pair, endpoint->id))
        continue;

      comparison = rgm_comparison_make_for_arms (context->data_set, pair->first->id, pair->second->id, endpoint->id, COMPARISON_LEVEL);
      difference = rgm_comparison_text_difference (&comparison, COMPARISON_LEVEL);
      test = rgm_comparison_text_test (&comparison);
      text = test != NULL ? rgm_join_sentences (difference, test) : g_steal_pointer (&difference);
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), endpoint->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      /* Translators: an endpoint, and what is said of it. */
      spoken = rgm_text_printf (_("%s: %s"), endpoint->name, text);
      rgm_row_set_name (row, spoken);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  g_object_ref_sink (list);
  if (gtk_widget_get_first_child (list) != NULL)
    {
      gtk_box_append (section, rgm_text_new (name, "heading"));
      gtk_box_append (section, list);
    }
  g_object_unref (list);
}

/**
 * rgm_between_arms_part_new:
 * @context: what the page's parts share
 *
 * Returns: (nullable): how the rates of the trial's arms differ
 */
GtkWidget *
rgm_between_arms_part_new (RgmTrialContext *context)
{
  g_autoptr (GArray) pairs = rgm_trial_list_pairs (context->trial);
  GtkWidget *section = rgm_section_new (_("Between arms"), _("Differences in rates, in percentage points"));
  GtkWidget *head = gtk_widget_get_last_child (section);

  rgm_section_add_help (section, "trial-page#between");
  for (guint i = 0; i < pairs->len; i++)
    add_pair (GTK_BOX (section), context, &g_array_index (pairs, RgmArmPair, i));
  if (gtk_widget_get_last_child (section) != head)
    return section;

  g_object_ref_sink (section);
  g_object_unref (section);

  return NULL;
}
