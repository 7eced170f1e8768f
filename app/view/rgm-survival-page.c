/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-figure-page.h"
#include "rgm-scatter-figure.h"
#include "rgm-survival-figure.h"
#include "rgm-survival-page.h"
#include "rgm-trials-options.h"

/* The kinds, in the order of the chooser: those of the medians, then another figure. */
#define SCATTER (RGM_SURVIVAL_OS + 1)

typedef struct
{
  RgmFigurePage     *page;
  RgmSurvivalFigure *medians;
  RgmScatterFigure  *scatter;
} Kinds;

static void
kinds_free (gpointer  data,
            GClosure *closure)
{
  Kinds *kinds = data;

  g_object_unref (kinds->medians);
  g_object_unref (kinds->scatter);
  g_free (kinds);
}

static void
on_kind_chosen (GtkDropDown *chooser,
                GParamSpec  *pspec,
                Kinds       *kinds)
{
  guint kind = gtk_drop_down_get_selected (chooser);

  if (kind == SCATTER)
    {
      rgm_figure_page_set_figure (kinds->page, RGM_FIGURE (kinds->scatter));
      return;
    }

  rgm_survival_figure_set_show (kinds->medians, (RgmSurvivalShow) kind);
  rgm_figure_page_set_figure (kinds->page, RGM_FIGURE (kinds->medians));
}

/**
 * rgm_survival_page_new:
 * @workspace: what the page takes part in
 *
 * Returns: (transfer full): the medians of the workspace's selection, and its response
 *   rates beside them, floating
 */
GtkWidget *
rgm_survival_page_new (RgmWorkspace *workspace)
{
  const char *names[] = { _("PFS and OS"), _("PFS"), _("OS"), _("Response against PFS"), NULL };
  RgmFigurePage *page = RGM_FIGURE_PAGE (rgm_figure_page_new ("survival"));
  GtkWidget *chooser = rgm_kinds_new (names, _("What is shown"));
  Kinds *kinds = g_new (Kinds, 1);

  kinds->page = page;
  kinds->medians = rgm_survival_figure_new ();
  kinds->scatter = rgm_scatter_figure_new ();
  rgm_trials_figure_follow (RGM_TRIALS_FIGURE (kinds->medians), workspace);
  rgm_trials_figure_follow (RGM_TRIALS_FIGURE (kinds->scatter), workspace);
  g_signal_connect_data (chooser, "notify::selected", G_CALLBACK (on_kind_chosen), kinds, kinds_free, 0);

  rgm_figure_page_set_figure (page, RGM_FIGURE (kinds->medians));
  rgm_figure_page_set_kinds (page, chooser);
  rgm_figure_page_set_options (page, rgm_trials_options_new (RGM_TRIALS_FIGURE (kinds->medians)));
  rgm_figure_page_follow_trials (page, workspace);

  return GTK_WIDGET (page);
}
