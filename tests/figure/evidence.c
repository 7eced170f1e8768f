/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "evidence.h"

#include "rgm-figure-kinds.h"
#include "rgm-fixed-measure.h"
#include "rgm-load.h"

/* Of the embedded data set the trials that a query finds, or all. */
RgmSelection *
evidence_select (const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = rgm_load_embedded (NULL, NULL, &error);
  RgmSelection *selection = rgm_selection_new ();

  g_assert_no_error (error);
  rgm_selection_set_data_set (selection, data_set);
  if (query != NULL)
    rgm_selection_set_text (selection, query);

  return selection;
}

RgmFigure *
evidence_make_figure (const char *kind,
                      const char *query)
{
  g_autoptr (RgmSelection) selection = evidence_select (query);

  return rgm_figure_new (kind, selection);
}

void
evidence_set_text (RgmFigure  *figure,
                   const char *key,
                   const char *text)
{
  g_assert_true (rgm_figure_set_option (figure, key, g_variant_new_string (text)));
}

void
evidence_set_number (RgmFigure  *figure,
                     const char *key,
                     double      number)
{
  g_assert_true (rgm_figure_set_option (figure, key, g_variant_new_double (number)));
}

/* A scene that is the same on every machine. */
RgmScene *
evidence_lay_out (RgmFigure *figure,
                  double     width,
                  double     height)
{
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  const RgmLayout layout = { .measure = measure, .width = width, .height = height, .base = 12, .floor = 7 };

  return rgm_figure_lay_out (figure, &layout, NULL);
}

/* A mark that the scene must have. */
const RgmSceneGroup *
evidence_find_mark (RgmScene   *scene,
                    const char *id)
{
  guint index;

  if (!rgm_scene_find_mark (scene, id, &index))
    g_error ("The scene has no mark %s", id);

  return rgm_scene_get_mark (scene, index);
}
