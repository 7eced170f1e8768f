/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-arm-curve.h"

#include <glib/gi18n-lib.h>

#include "rgm-enum.h"
#include "rgm-error.h"
#include "rgm-unit.h"

/**
 * rgm_arm_find_curve:
 * @arm: an arm
 * @endpoint: the id of an endpoint
 *
 * Returns: (transfer none) (nullable): its curve for the endpoint, of patients' own times where
 *   there are any
 */
const RgmPublishedCurve *
rgm_arm_find_curve (RgmArm     *arm,
                    const char *endpoint)
{
  const RgmPublishedCurve *found = NULL;

  for (guint i = 0; i < arm->curves->len; i++)
    {
      const RgmPublishedCurve *curve = g_ptr_array_index (arm->curves, i);

      if (g_str_equal (curve->endpoint, endpoint) && (found == NULL || (found->times->len == 0 && curve->times->len > 0)))
        found = curve;
    }

  return found;
}

/* The published numbers at risk from time 0 on, where an arm's number of patients is known to
 * stand there. */
static GArray *
list_at_risk (RgmArm                  *arm,
              const RgmPublishedCurve *curve)
{
  GArray *at_risk = g_array_new (FALSE, FALSE, sizeof (RgmAtRisk));

  if (curve->at_risk->len > 0 && ((const RgmPublishedCount *) g_ptr_array_index (curve->at_risk, 0))->time > 0 && arm->n > 0)
    {
      RgmAtRisk start = { 0.0, arm->n, 0 };

      g_array_append_val (at_risk, start);
    }
  for (guint i = 0; i < curve->at_risk->len; i++)
    {
      const RgmPublishedCount *count = g_ptr_array_index (curve->at_risk, i);
      RgmAtRisk row = { count->time, count->n, 0 };

      g_array_append_val (at_risk, row);
    }

  return at_risk;
}

/* The arm's patients as far as the curve tells, or NULL with @error set. */
static RgmRebuiltCurve *
rebuild_curve (RgmArm                   *arm,
               const RgmPublishedCurve  *curve,
               GError                  **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RgmCurvePoint));
  g_autoptr (GArray) at_risk = list_at_risk (arm, curve);
  const RgmCurveEvidence evidence = { points, at_risk, arm->n, curve->events, curve->unit };

  if (at_risk->len == 0 && arm->n < 1)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("neither numbers at risk nor a number of patients is known"));
      return NULL;
    }
  if (at_risk->len > 0 && g_array_index (at_risk, RgmAtRisk, 0).time > 0)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("the number at risk at time 0 is unknown"));
      return NULL;
    }

  for (guint i = 0; i < curve->points->len; i++)
    {
      const RgmPublishedPoint *published = g_ptr_array_index (curve->points, i);
      RgmCurvePoint point = { published->time, published->survival };

      g_array_append_val (points, point);
    }

  return rgm_rebuilt_curve_new (&evidence, NULL, error);
}

/**
 * rgm_patient_groups_add_arm:
 * @self: groups with a unit, to which times are converted
 * @arm: an arm
 * @curve: one of its curves
 * @name: the name of its group
 * @error: the return location for an error of %RGM_ERROR_INPUT: a phrase
 *
 * Adds an arm's patients: their own times, or those that are reconstructed from its curve.
 *
 * Returns: whether there are any
 */
gboolean
rgm_patient_groups_add_arm (RgmPatientGroups         *self,
                            RgmArm                   *arm,
                            const RgmPublishedCurve  *curve,
                            const char               *name,
                            GError                  **error)
{
  gsize group = self->names->len;
  double factor = 1;

  if (!g_str_equal (self->unit, curve->unit))
    factor = rgm_unit_get_months ((RgmUnit) rgm_enum_find (RGM_TYPE_UNIT, curve->unit)) /
             rgm_unit_get_months ((RgmUnit) rgm_enum_find (RGM_TYPE_UNIT, self->unit));

  if (curve->times->len == 0)
    {
      g_autoptr (RgmRebuiltCurve) rebuilt = rebuild_curve (arm, curve, error);

      if (rebuilt == NULL)
        return FALSE;
      rgm_patient_groups_add_rebuilt (self, rebuilt, name, factor);
      return TRUE;
    }

  for (guint i = 0; i < curve->times->len; i++)
    {
      const RgmPublishedTime *published = g_ptr_array_index (curve->times, i);
      RgmFollowUp patient = { factor * published->time, published->event };

      g_array_append_val (self->patients, patient);
      g_array_append_val (self->groups, group);
    }
  rgm_patient_groups_add_name (self, name, RGM_TIMES_OBSERVED);

  return TRUE;
}
