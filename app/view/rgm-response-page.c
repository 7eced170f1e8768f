/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-figure-page.h"
#include "rgm-option-rows.h"
#include "rgm-response-figure.h"
#include "rgm-response-page.h"
#include "rgm-trials-options.h"

static GtkWidget *
options_new (RgmResponseFigure *figure)
{
  const char *models[] = { _("GLMM"), _("REML"), _("DerSimonian-Laird"), _("Paule-Mandel"), _("Common effect"), NULL };
  const char *intervals[] = { _("Clopper-Pearson"), _("Wilson"), _("Agresti-Coull"), _("Jeffreys"), NULL };
  GtkWidget *options = rgm_trials_options_new (RGM_TRIALS_FIGURE (figure));

  rgm_options_add_part (options, _("Pooled rate"), _("Draws a diamond for the rate of a typical arm, from three arms on"),
                        figure, "parts", RGM_RESPONSE_POOLED);
  rgm_options_add_part (options, _("Prediction interval"), _("Draws where the rate of a new arm would lie"),
                        figure, "parts", RGM_RESPONSE_PREDICTION);
  rgm_options_add_kind (options, _("Model"), _("How the arms are pooled; the method sentence names it"),
                        figure, "model", models);
  rgm_options_add_switch (options, _("Knapp-Hartung"), _("Widens the pooled interval for few arms; with REML, DerSimonian-Laird and Paule-Mandel"),
                          figure, "knapp-hartung");
  rgm_options_add_kind (options, _("Interval"), _("How the interval of each arm is computed"),
                        figure, "interval", intervals);
  rgm_options_add_number (options, _("Level"), _("How sure the intervals are to be"),
                          figure, "level", 0.51, 0.999, 0.01, 3);
  rgm_options_add_part (options, _("Published intervals"), _("Draws the source’s own interval as a thin second whisker"),
                        figure, "parts", RGM_RESPONSE_PUBLISHED);
  rgm_options_add_part (options, _("Responders"), _("Writes responders and patients of each arm"),
                        figure, "parts", RGM_RESPONSE_COUNTS);
  rgm_options_add_part (options, _("Rates"), _("Writes each rate with its interval"),
                        figure, "parts", RGM_RESPONSE_RATES);
  rgm_options_add_part (options, _("Weights"), _("Writes the weight of each arm, where the model has one"),
                        figure, "parts", RGM_RESPONSE_WEIGHTS);
  rgm_options_add_number (options, _("Reference line"), _("Draws a line at this rate in percent; below 0, none"),
                          figure, "reference", -1, 100, 1, 0);
  rgm_options_add_number (options, _("End of the axis"), _("The highest rate in percent that is drawn; what lies beyond ends in an arrow"),
                          figure, "axis-end", 10, 100, 5, 0);

  return options;
}

static void
on_dragged (RgmFigureCanvas   *canvas,
            RgmScene          *scene,
            double             across,
            RgmResponseFigure *figure)
{
  double rate;

  /* whole percent, as in the options */
  if (rgm_response_figure_get_rate_at (figure, scene, across, &rate))
    rgm_response_figure_set_reference (figure, round (rate));
}

/**
 * rgm_response_page_new:
 * @workspace: what the page takes part in
 *
 * Returns: (transfer full): the response rates of the workspace's selection, floating
 */
GtkWidget *
rgm_response_page_new (RgmWorkspace *workspace)
{
  const char *kinds[] = { _("Forest plot"), _("Bars"), NULL };
  g_autoptr (RgmResponseFigure) figure = rgm_response_figure_new ();
  RgmFigurePage *page = RGM_FIGURE_PAGE (rgm_figure_page_new ("response"));
  GtkWidget *chooser = rgm_kinds_new (kinds, _("What is shown"));

  rgm_trials_figure_set_by (RGM_TRIALS_FIGURE (figure), "class");
  rgm_trials_figure_follow (RGM_TRIALS_FIGURE (figure), workspace);
  rgm_figure_page_set_figure (page, RGM_FIGURE (figure));
  g_object_bind_property (figure, "show", chooser, "selected", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  rgm_figure_page_set_kinds (page, chooser);
  rgm_figure_page_set_options (page, options_new (figure));
  rgm_figure_page_follow_trials (page, workspace);
  g_signal_connect_object (rgm_figure_page_get_canvas (page), "dragged", G_CALLBACK (on_dragged), figure, 0);

  return GTK_WIDGET (page);
}
