/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-option-rows.h"
#include "rgm-trials-options.h"

/* What every figure of trials has: the selection, its groups and its order. */

static void
on_data_set_changed (RgmWorkspace    *workspace,
                     GParamSpec      *pspec,
                     RgmTrialsFigure *figure)
{
  rgm_figure_set_data_set (RGM_FIGURE (figure), rgm_workspace_get_data_set (workspace));
}

/**
 * rgm_trials_figure_follow:
 * @figure: a figure of trials
 * @workspace: a workspace
 *
 * Lets the figure show the workspace's selection, whatever that becomes.
 */
void
rgm_trials_figure_follow (RgmTrialsFigure *figure,
                          RgmWorkspace    *workspace)
{
  g_return_if_fail (RGM_IS_TRIALS_FIGURE (figure));
  g_return_if_fail (RGM_IS_WORKSPACE (workspace));

  rgm_figure_set_data_set (RGM_FIGURE (figure), rgm_workspace_get_data_set (workspace));
  rgm_trials_figure_set_trials (figure, G_LIST_MODEL (rgm_workspace_get_selection (workspace)));
  g_signal_connect_object (workspace, "notify::data-set", G_CALLBACK (on_data_set_changed), figure, 0);
}

/**
 * rgm_trials_options_new:
 * @figure: a figure of trials
 *
 * Returns: (transfer full): the options that every figure of trials has, floating
 */
GtkWidget *
rgm_trials_options_new (RgmTrialsFigure *figure)
{
  static const RgmChoice groups[] = {
    { "none", N_("None") },
    { "class", N_("Class") },
    { "regimen", N_("Regimen") },
  };
  static const RgmChoice orders[] = {
    { NULL, N_("As in the list") },
    { "name", N_("Name") },
    { "-orr", N_("Response rate, highest first") },
    { "orr", N_("Response rate, lowest first") },
    { "-pfs", N_("PFS, longest first") },
    { "-os", N_("OS, longest first") },
    { "-n", N_("Patients, most first") },
    { "phase", N_("Phase") },
  };
  GtkWidget *options = rgm_options_new ();

  rgm_options_add_choice (options, _("Groups"), _("Puts arms under headings"),
                          figure, "by", groups, G_N_ELEMENTS (groups));
  rgm_options_add_choice (options, _("Order"), _("The order of the arms, within their groups"),
                          figure, "sort", orders, G_N_ELEMENTS (orders));

  return options;
}

/**
 * rgm_kinds_new:
 * @labels: (array zero-terminated=1): what the kinds are called, translated
 * @name: what is chosen, for assistive technology
 *
 * Returns: (transfer full): a #GtkDropDown that chooses between kinds of a figure, floating
 */
GtkWidget *
rgm_kinds_new (const char * const *labels,
               const char         *name)
{
  GtkWidget *kinds = gtk_drop_down_new_from_strings (labels);

  rgm_accessible_name_drop_down (kinds, name);

  return kinds;
}
