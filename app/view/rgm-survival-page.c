/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-figure-page.h"
#include "rgm-survival-figure.h"
#include "rgm-survival-page.h"
#include "rgm-trials-options.h"

/**
 * rgm_survival_page_new:
 * @workspace: what the page takes part in
 *
 * Returns: (transfer full): the medians of the workspace's selection, floating
 */
GtkWidget *
rgm_survival_page_new (RgmWorkspace *workspace)
{
  const char *kinds[] = { _("PFS and OS"), _("PFS"), _("OS"), NULL };
  g_autoptr (RgmSurvivalFigure) figure = rgm_survival_figure_new ();
  RgmFigurePage *page = RGM_FIGURE_PAGE (rgm_figure_page_new ("survival"));

  rgm_trials_figure_follow (RGM_TRIALS_FIGURE (figure), workspace);
  rgm_figure_page_set_figure (page, RGM_FIGURE (figure));
  rgm_figure_page_set_kinds (page, rgm_kinds_new (RGM_FIGURE (figure), "show", kinds, _("What is shown")));
  rgm_figure_page_set_options (page, rgm_trials_options_new (RGM_TRIALS_FIGURE (figure)));
  rgm_figure_page_follow_trials (page, workspace);

  return GTK_WIDGET (page);
}
