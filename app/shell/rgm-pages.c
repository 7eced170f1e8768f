/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-compare-page.h"
#include "rgm-data-page.h"
#include "rgm-pages.h"
#include "rgm-pathway-page.h"
#include "rgm-story-page.h"
#include "rgm-trial-page.h"
#include "rgm-trials-page.h"
#include "rgm-window-focus.h"

/* The views, in the order of the switcher. */
static const RgmPage pages[] = {
  { "trial", N_ ("Trial"), "rgm-trial-symbolic", "trial-page", rgm_trial_page_new },
  { "response", N_ ("Response"), "rgm-response-symbolic", "forest-plot", rgm_response_page_new },
  { "survival", N_ ("Survival"), "rgm-survival-symbolic", "survival", rgm_survival_page_new },
  { "compare", N_ ("Compare"), "rgm-compare-symbolic", "heterogeneity#pairwise", rgm_compare_page_new },
  { "pathway", N_ ("Pathway"), "rgm-pathway-symbolic", "pathway", rgm_pathway_page_new },
  { RGM_VIEW_PATIENT, N_ ("Patient"), "rgm-patient-symbolic", "patient", rgm_patient_page_new },
  { RGM_VIEW_DATA, N_ ("Data"), "rgm-data-symbolic", "sources#lists", rgm_data_page_new },
  { "story", N_ ("Story"), "rgm-story-symbolic", "story", rgm_story_page_new },
};

/**
 * rgm_pages_add:
 * @stack: an empty stack
 *
 * Gives each view its place in the stack. The view itself is made when it is first looked at.
 */
void
rgm_pages_add (AdwViewStack *stack)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *place = adw_bin_new ();
      AdwViewStackPage *page = adw_view_stack_add_titled (stack, place, pages[i].id, _(pages[i].title));

      gtk_widget_add_css_class (place, RGM_PANE);
      adw_view_stack_page_set_icon_name (page, pages[i].icon);
    }
}

/**
 * rgm_pages_find:
 * @id: a name
 *
 * Returns: (transfer none) (nullable): the view of that name
 */
const RgmPage *
rgm_pages_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].id, id))
      return &pages[i];

  return NULL;
}

static void
on_patient_changed (RgmSelection *selection,
                    GParamSpec   *pspec,
                    AdwViewStack *stack)
{
  AdwViewStackPage *page = adw_view_stack_get_page (stack, adw_view_stack_get_child_by_name (stack, RGM_VIEW_PATIENT));
  gboolean is_set = rgm_selection_get_patient (selection) != NULL;

  if (!is_set && g_str_equal (adw_view_stack_get_visible_child_name (stack), RGM_VIEW_PATIENT))
    adw_view_stack_set_visible_child_name (stack, RGM_VIEW_RESPONSE);
  adw_view_stack_page_set_visible (page, is_set);
}

/**
 * rgm_pages_follow_patient:
 * @stack: the stack with all views
 * @selection: the window's selection
 *
 * Shows the patient's sheet among the views for as long as a patient's findings are entered.
 */
void
rgm_pages_follow_patient (AdwViewStack *stack,
                          RgmSelection *selection)
{
  g_signal_connect_object (selection, "notify::patient", G_CALLBACK (on_patient_changed), stack, 0);
  on_patient_changed (selection, NULL, stack);
}
