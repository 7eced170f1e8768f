/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-figure-words.h"
#include "rgm-format.h"
#include "rgm-terms.h"
#include "rgm-trials-figure.h"

/* With more sources than this below a figure, the rest is counted. */
#define MOST_SOURCES 3

/* How many trials the arms (RgmFigureArm) are of. */
guint
rgm_figure_count_trials (const GArray *arms)
{
  g_autoptr (GHashTable) trials = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < arms->len; i++)
    g_hash_table_add (trials, g_array_index (arms, RgmFigureArm, i).trial);

  return g_hash_table_size (trials);
}

/* What not to conclude from these arms (RgmFigureArm); NULL where they are of one trial. */
char *
rgm_figure_words_caveat (const GArray *arms)
{
  if (rgm_figure_count_trials (arms) < 2)
    return NULL;

  return g_strdup (_("Separate trials, not randomised against each other; populations, assays, lines of therapy "
                     "and follow-up differ."));
}

/* Where these outcomes are from: each source once, in the order of the outcomes. */
char *
rgm_figure_words_sources (RgmDataSet *data_set,
                          GPtrArray  *outcomes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *date = NULL;
  const GDate *as_of;
  guint n = 0;

  if (data_set == NULL)
    return NULL;

  for (guint i = 0; i < outcomes->len; i++)
    {
      GPtrArray *places = rgm_outcome_get_places (g_ptr_array_index (outcomes, i));

      for (guint j = 0; j < places->len; j++)
        {
          const RgmPlace *place = g_ptr_array_index (places, j);
          RgmSource *source = rgm_data_set_find_source (data_set, place->source);

          if (source == NULL || !g_hash_table_add (seen, (gpointer) place->source) || ++n > MOST_SOURCES)
            continue;
          g_string_append_printf (list, "%s%s", n > 1 ? " " : "", rgm_source_get_citation (source));
        }
    }

  if (n == 0)
    return NULL;
  if (n > MOST_SOURCES)
    {
      guint more = n - MOST_SOURCES;

      g_string_append_c (list, ' ');
      g_string_append_printf (list, ngettext ("And %u more.", "And %u more.", more), more);
    }

  as_of = rgm_data_set_get_as_of (data_set);
  if (as_of == NULL || !g_date_valid (as_of))
    /* Translators: %s are one or more citations, each with its full stop. */
    return g_strdup_printf (_("Source: %s"), list->str);

  date = rgm_format_date (as_of);
  /* Translators: the first %s is a date, the second are one or more citations, each with its full stop. */
  return g_strdup_printf (_("Evidence as of %s. Source: %s"), date, list->str);
}

/* The colour and shape of a class. */
RgmSeries
rgm_figure_get_series (RgmDataSet *data_set,
                       const char *class_id)
{
  const RgmClass *found = class_id != NULL ? rgm_data_set_find_class (data_set, class_id) : NULL;
  RgmSeries series = RGM_SERIES_GREY_CROSS;

  if (found != NULL)
    rgm_series_from_shape_name (found->mark, &series);

  return series;
}

/* What stands below a trial's name: the arm's label, unless the heading over it says so. */
const char *
rgm_figure_get_detail (const RgmFigureArm *arm)
{
  const char *label = rgm_arm_get_label (arm->arm);

  return g_strcmp0 (label, arm->group_name) != 0 ? label : NULL;
}

/* What the classes of these arms (RgmFigureArm) look like, in the data set's order:
 * of RgmLegendEntry, whose labels are the data set's or constant. */
GArray *
rgm_figure_get_legend (RgmDataSet   *data_set,
                       const GArray *arms)
{
  GArray *legend = g_array_new (FALSE, FALSE, sizeof (RgmLegendEntry));
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean other = FALSE;
  GPtrArray *classes;

  for (guint i = 0; i < arms->len; i++)
    {
      const char *id = rgm_arm_get_class (g_array_index (arms, RgmFigureArm, i).arm);

      if (id != NULL && rgm_data_set_find_class (data_set, id) != NULL)
        g_hash_table_add (present, (gpointer) id);
      else
        other = TRUE;
    }

  classes = data_set != NULL ? rgm_data_set_get_classes (data_set) : NULL;
  for (guint i = 0; classes != NULL && i < classes->len; i++)
    {
      const RgmClass *shown = g_ptr_array_index (classes, i);
      const RgmLegendEntry entry = { RGM_LEGEND_SERIES, rgm_figure_get_series (data_set, shown->id), rgm_term (shown->name) };

      if (g_hash_table_contains (present, shown->id))
        g_array_append_val (legend, entry);
    }
  if (other)
    {
      const RgmLegendEntry entry = { RGM_LEGEND_SERIES, RGM_SERIES_GREY_CROSS, C_("class", "Other") };

      g_array_append_val (legend, entry);
    }

  return legend;
}

/* The figure's words as a plot takes them. */
void
rgm_figure_fill_frame (RgmFigure *self,
                       RgmFrame  *frame)
{
  const RgmFigureWords *words = rgm_figure_get_words (self);

  *frame = (RgmFrame) {
    .title = words->title,
    .subtitle = words->subtitle,
    .summary = words->summary,
    .note = words->note,
    .method = words->method,
    .caveat = words->caveat,
    .sources = words->sources,
  };
}

/* The layout as a plot takes it. */
void
rgm_figure_fill_layout (const RgmFigureLayout *layout,
                        RgmPlotLayout         *plot_layout)
{
  *plot_layout = (RgmPlotLayout) {
    .measure = layout->measure,
    .direction = layout->right_to_left ? RGM_DIRECTION_RTL : RGM_DIRECTION_LTR,
    .width = layout->width,
    .height = layout->height,
    .base = layout->base,
    .floor = layout->floor,
    .overflow = layout->paged ? RGM_OVERFLOW_PAGES : RGM_OVERFLOW_GROW,
    .page = layout->page,
  };
}
