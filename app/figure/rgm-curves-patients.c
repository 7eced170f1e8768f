/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-curves-figure-private.h"

#include "rgm-arm-curve.h"
#include "rgm-enum.h"
#include "rgm-figure-selection.h"
#include "rgm-figure-text.h"
#include "rgm-given-curves.h"
#include "rgm-isolate.h"
#include "rgm-unit.h"
#include "rgm-value-text.h"

/* The patients of a figure of survival curves. */

/* How many of the arms have a curve for an endpoint. */
static guint
count_curves (const GArray *arms,
              const char   *endpoint)
{
  guint n = 0;

  for (guint i = 0; i < arms->len; i++)
    n += rgm_arm_find_curve (g_array_index (arms, RgmFigureArm, i).arm, endpoint) != NULL ? 1 : 0;

  return n;
}

/* The endpoint that was asked for, else the one with the most curves, the first of these in the
 * data set's order. */
static const char *
choose_endpoint (RgmDataSet   *data_set,
                 const GArray *arms,
                 const char   *wanted)
{
  const char *found = NULL;
  guint most = 0;

  for (guint i = 0; i < data_set->endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (data_set->endpoints, i);
      guint n = wanted == NULL || g_str_equal (wanted, endpoint->id) ? count_curves (arms, endpoint->id) : 0;

      if (n > most)
        {
          most = n;
          found = endpoint->id;
        }
    }

  return found;
}

/* The unit that all curves share, else months. */
static const char *
choose_unit (const GArray *arms,
             const char   *endpoint)
{
  const char *unit = rgm_arm_find_curve (g_array_index (arms, RgmFigureArm, 0).arm, endpoint)->unit;

  for (guint i = 1; i < arms->len; i++)
    if (!g_str_equal (unit, rgm_arm_find_curve (g_array_index (arms, RgmFigureArm, i).arm, endpoint)->unit))
      return rgm_enum_get_nick (RGM_TYPE_UNIT, RGM_UNIT_MONTHS);

  return unit;
}

/* The patients of the selection's arms. Arms are called by themselves where all are of one trial. */
void
rgm_curves_figure_collect_patients (RgmCurvesFigure *self,
                                    GPtrArray       *citations)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  g_autoptr (RgmPatientGroups) patients = rgm_patient_groups_new ();
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) with_curve = g_array_new (FALSE, FALSE, sizeof (RgmFigureArm));
  gboolean one_trial;

  if (data_set == NULL)
    return;

  all = rgm_figure_collect_arms (rgm_figure_get_selection (RGM_FIGURE (self)), &shown->trials);
  self->endpoint = choose_endpoint (data_set, all, shown->endpoint);
  if (self->endpoint == NULL)
    return;

  for (guint i = 0; i < all->len; i++)
    if (rgm_arm_find_curve (g_array_index (all, RgmFigureArm, i).arm, self->endpoint) != NULL)
      g_array_append_val (with_curve, g_array_index (all, RgmFigureArm, i));
  one_trial = rgm_figure_count_trials (with_curve) == 1;
  patients->unit = g_strdup (shown->unit != NULL ? shown->unit : choose_unit (with_curve, self->endpoint));

  for (guint i = 0; i < with_curve->len; i++)
    {
      const RgmFigureArm *arm = &g_array_index (with_curve, RgmFigureArm, i);
      const RgmPublishedCurve *curve = rgm_arm_find_curve (arm->arm, self->endpoint);
      g_autofree char *name = one_trial ? g_strdup (arm->arm->label) : rgm_value_text_arm (arm->trial, arm->arm);
      g_autoptr (GError) error = NULL;

      if (!rgm_patient_groups_add_arm (patients, arm->arm, curve, name, &error))
        {
          /* Translators: an arm, and the reason. */
          g_ptr_array_add (self->left_out, rgm_text_printf (_("The curve of %s is left out: %s."), name, error->message));
          continue;
        }
      g_array_append_val (self->arms, *arm);
      g_ptr_array_add (citations, curve->citations);
    }
  if (rgm_figure_count_trials (self->arms) > 1)
    patients->why_no_tests = rgm_figure_text_caveat (self->arms);
  if (self->arms->len > 0)
    self->patients = g_steal_pointer (&patients);
}

/* The endpoints for which an arm of the selection has a curve. */
static void
suggest_endpoints (RgmCurvesFigure *self,
                   GPtrArray       *suggestions)
{
  const RgmCurvesOptions *shown = rgm_figure_get_options (RGM_FIGURE (self));
  RgmDataSet *data_set = rgm_figure_get_data_set (RGM_FIGURE (self));
  g_autoptr (GArray) arms = data_set != NULL ? rgm_figure_collect_arms (rgm_figure_get_selection (RGM_FIGURE (self)), &shown->trials) : NULL;

  rgm_suggestion_add (suggestions, NULL, _("The one with the most curves"));
  for (guint i = 0; arms != NULL && i < data_set->endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (data_set->endpoints, i);

      if (count_curves (arms, endpoint->id) > 0)
        rgm_suggestion_add (suggestions, endpoint->id, endpoint->name);
    }
}

void
rgm_curves_figure_suggest (RgmFigure       *figure,
                           const RgmOption *option,
                           GPtrArray       *suggestions)
{
  RgmCurvesFigure *self = RGM_CURVES_FIGURE (figure);
  RgmPatientGroups *patients;

  if (g_str_equal (option->key, "endpoint"))
    {
      suggest_endpoints (self, suggestions);
      return;
    }

  patients = rgm_curves_figure_get_patients (self);
  rgm_suggestion_add (suggestions, NULL, _("The comparator, or else the first group"));
  for (guint i = 0; patients != NULL && i < patients->names->len; i++)
    {
      const char *name = g_ptr_array_index (patients->names, i);

      rgm_suggestion_add (suggestions, name, name);
    }
}

/**
 * rgm_figure_has_given_curves:
 * @figure: a figure of survival curves
 *
 * Returns: whether it shows patients that it was given, and not the selection's arms
 */
gboolean
rgm_figure_has_given_curves (RgmFigure *figure)
{
  return RGM_CURVES_FIGURE (figure)->given != NULL;
}
