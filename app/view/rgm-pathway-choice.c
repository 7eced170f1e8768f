/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-data-set.h"
#include "rgm-pathway-choice.h"
#include "rgm-pathway-figure.h"
#include "rgm-signal.h"
#include "rgm-pathway.h"

/**
 * rgm_pathway_choose_alterations:
 * @figure: a figure of a pathway
 * @chosen: the ids of the alterations that are ticked
 *
 * Returns: (transfer full): those that remain: one that was ticked just now takes away those that it can't occur with
 */
char **
rgm_pathway_choose_alterations (RgmFigure          *figure,
                                const char * const *chosen)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (figure);
  RgmSignal *before = rgm_pathway_figure_get_signal (RGM_PATHWAY_FIGURE (figure));
  g_autoptr (GStrvBuilder) kept = NULL;
  char **had;

  if (data_set == NULL || before == NULL)
    return g_strdupv ((char **) chosen);

  kept = g_strv_builder_new ();
  had = rgm_signal_get_alterations (before);
  for (guint i = 0; chosen[i] != NULL; i++)
    {
      const RgmAlteration *one = rgm_pathway_find_alteration (data_set->pathway, chosen[i]);
      gboolean is_excluded = FALSE;

      for (guint j = 0; chosen[j] != NULL; j++)
        {
          const RgmAlteration *other = rgm_pathway_find_alteration (data_set->pathway, chosen[j]);

          is_excluded = is_excluded || (!g_strv_contains ((const char * const *) had, other->id) &&
                                        (g_strv_contains ((const char * const *) one->excludes, other->id) ||
                                         g_strv_contains ((const char * const *) other->excludes, one->id)));
        }
      if (!is_excluded)
        g_strv_builder_add (kept, chosen[i]);
    }

  return g_strv_builder_end (kept);
}
