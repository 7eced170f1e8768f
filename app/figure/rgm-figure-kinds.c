/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-figure-kinds.h"

#include "rgm-curves-figure.h"
#include "rgm-pathway-figure.h"
#include "rgm-patient-figure.h"
#include "rgm-response-figure.h"
#include "rgm-scatter-figure.h"
#include "rgm-survival-figure.h"

static const struct
{
  const char *id;
  GType     (*get_type) (void);
} kinds[] = {
  { "response", rgm_response_figure_get_type },
  { "survival", rgm_survival_figure_get_type },
  { "curves", rgm_curves_figure_get_type },
  { "scatter", rgm_scatter_figure_get_type },
  { "pathway", rgm_pathway_figure_get_type },
  { "patient", rgm_patient_figure_get_type },
};

/**
 * rgm_figure_new:
 * @kind: the id of a kind of figures
 * @selection: the trials that it is about
 *
 * Returns: (transfer full) (nullable): a figure with the options that its kind has by
 *   default, or %NULL if there is no such kind
 */
RgmFigure *
rgm_figure_new (const char   *kind,
                RgmSelection *selection)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, kind))
      return g_object_new (kinds[i].get_type (), "selection", selection, NULL);

  return NULL;
}

/**
 * rgm_figure_list_kinds:
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of all kinds of figures
 */
char **
rgm_figure_list_kinds (void)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_strv_builder_add (ids, kinds[i].id);

  return g_strv_builder_end (ids);
}
