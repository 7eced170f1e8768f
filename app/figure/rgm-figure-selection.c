/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-figure-selection.h"

#include "rgm-facet.h"
#include "rgm-figure-text.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-value-text.h"

/* The selected trials that are left out by hand, in order. */
static GPtrArray *
list_excluded (RgmSelection           *selection,
               const RgmTrialsOptions *options)
{
  GPtrArray *excluded = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; options->excluded != NULL && i < rgm_selection_get_count (selection); i++)
    {
      g_autoptr (RgmTrial) trial = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if (g_strv_contains ((const char * const *) options->excluded, trial->id))
        g_ptr_array_add (excluded, g_steal_pointer (&trial));
    }

  return excluded;
}

/* 'Class: Antibody-drug conjugate, Tyrosine kinase inhibitor', or NULL. */
static char *
describe_facet (RgmFacet *facet)
{
  GListModel *values = rgm_facet_get_values (facet);
  g_autoptr (GString) chosen = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, i);

      if (rgm_facet_value_get_is_chosen (value))
        rgm_add_word (chosen, rgm_facet_value_get_label (value));
    }
  if (chosen->len == 0)
    return NULL;

  /* Translators: a facet and what is chosen in it: 'Phase: II, III'. */
  return rgm_text_printf (_("%s: %s"), rgm_facet_get_title (facet), chosen->str);
}

static void
add_facets (GString      *text,
            RgmSelection *selection)
{
  GListModel *facets = rgm_selection_get_n_chosen (selection) > 0 ? rgm_selection_get_facets (selection) : NULL;

  for (guint i = 0; facets != NULL && i < g_list_model_get_n_items (facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (facets, i);
      g_autofree char *described = describe_facet (facet);

      if (described != NULL)
        rgm_add_phrase (text, described);
    }
}

static void
add_excluded (GString   *text,
              GPtrArray *excluded)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *phrase = NULL;

  if (excluded->len == 0)
    return;

  for (guint i = 0; i < excluded->len; i++)
    rgm_add_word (names, ((RgmTrial *) g_ptr_array_index (excluded, i))->name);
  /* Translators: %s is a list of trials. */
  phrase = rgm_text_printf (_("excluded manually: %s"), names->str);
  rgm_add_phrase (text, phrase);
}

/**
 * rgm_figure_text_selection:
 * @selection: a selection
 * @options: what of it is shown
 *
 * Returns: (transfer full) (nullable): which trials are shown out of how many, and why not
 *   the others: query, facets and what is left out by hand; %NULL where all are shown
 */
char *
rgm_figure_text_selection (RgmSelection           *selection,
                           const RgmTrialsOptions *options)
{
  g_autoptr (GPtrArray) excluded = list_excluded (selection, options);
  guint total = rgm_selection_get_total (selection);
  guint shown = rgm_selection_get_count (selection) - excluded->len;
  const char *query = rgm_selection_get_text (selection);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_arms = options->arms != NULL ? g_strv_length (options->arms) : 0;

  if (shown == total && n_arms == 0)
    return NULL;

  g_string_append_printf (text, ngettext ("%u of %u trial", "%u of %u trials", total), shown, total);
  if (*query != '\0')
    {
      /* Translators: %s is what was typed into the search. */
      g_autofree char *phrase = rgm_text_printf (_("search “%s”"), query);

      rgm_add_phrase (text, phrase);
    }
  add_facets (text, selection);
  if (n_arms > 0)
    {
      g_autofree char *phrase = g_strdup_printf (ngettext ("%u arm selected", "%u arms selected", n_arms), n_arms);

      rgm_add_phrase (text, phrase);
    }
  add_excluded (text, excluded);

  return rgm_end_sentence (text->str);
}

static gboolean
reports_any (RgmArm             *arm,
             const char * const *endpoints)
{
  for (guint i = 0; endpoints[i] != NULL; i++)
    if (rgm_arm_get_outcome (arm, endpoints[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
add_excluded_row (RgmTrial           *trial,
                  RgmArm             *arm,
                  const char * const *endpoints,
                  guint               n_cells,
                  RgmRowPlot         *plot)
{
  g_autofree char *id = g_strconcat ("arm ", arm->id, NULL);
  g_autofree char *name = rgm_value_text_arm (trial, arm);
  /* Translators: %s is a trial and its arm. */
  g_autofree char *sentence = rgm_text_printf (_("%s: manually excluded from the chart."), name);
  g_autofree const char **cells = g_new0 (const char *, n_cells + 1);
  RgmPlotRow row = {
    .id = id,
    .target = trial->id,
    .sentence = sentence,
    .label = trial->name,
    .detail = arm->label,
    .cells = cells,
    .series = RGM_SERIES_GREY_CROSS,
  };

  for (guint i = 0; i < n_cells; i++)
    cells[i] = "";
  for (guint i = 0; endpoints[i] != NULL; i++)
    row.values[i] = (RgmPlotValue) { .value = NAN, .span = RGM_SPAN_NONE, .second_span = RGM_SPAN_NONE, .words = _("excluded") };
  rgm_row_plot_add_row (plot, &row);
}

/**
 * rgm_figure_add_excluded:
 * @selection: a selection
 * @options: what of it is shown
 * @endpoints: (array zero-terminated=1): ids of the endpoints, one for each panel of the plot
 * @n_cells: how many columns the plot has
 * @plot: a plot
 *
 * Adds rows without numbers for what is left out by hand, so that it is seen and can be
 * taken back in at its place.
 */
void
rgm_figure_add_excluded (RgmSelection           *selection,
                         const RgmTrialsOptions *options,
                         const char * const     *endpoints,
                         guint                   n_cells,
                         RgmRowPlot             *plot)
{
  g_autoptr (GPtrArray) excluded = list_excluded (selection, options);
  gboolean has_heading = FALSE;

  for (guint i = 0; i < excluded->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (excluded, i);
      GPtrArray *arms = trial->arms;

      for (guint j = 0; j < arms->len; j++)
        {
          RgmArm *arm = g_ptr_array_index (arms, j);

          if (!reports_any (arm, endpoints))
            continue;
          if (!has_heading)
            rgm_row_plot_add_heading (plot, _("Manually excluded"));
          has_heading = TRUE;
          add_excluded_row (trial, arm, endpoints, n_cells, plot);
        }
    }
}
