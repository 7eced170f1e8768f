/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-rebuilt-curve.h"

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-reason-text.h"

/* A larger fall between two points than this is said: the steps in between are unknown. A fall of
 * as few patients as this is none. */
#define LARGE_GAP 0.05
#define FEW_EVENTS 2
/* A larger error is said. */
#define LARGE_ERROR 0.01

static char *
describe_time (const RgmCurveEvidence *evidence,
               double                  time)
{
  int decimals = rgm_format_visible_decimals (time, MIN (rgm_format_decimals_of (time), 2));

  return evidence->unit != NULL ? rgm_format_with_unit (time, decimals, evidence->unit) : rgm_format_number (time, decimals);
}

static void
add_gap (RgmRebuiltCurve        *self,
         const RgmCurveEvidence *evidence)
{
  const RgmReconstruction *result = self->result;
  g_autofree char *gap = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (result->largest_gap <= MAX (LARGE_GAP, (FEW_EVENTS + 0.5) / (double) result->patients->len))
    return;

  gap = rgm_format_percent (100 * result->largest_gap, 1);
  from = describe_time (evidence, result->gap_from);
  to = describe_time (evidence, result->gap_to);
  /* Translators: two times, and a fall in percent. */
  g_ptr_array_add (self->remarks, g_strdup_printf (_("There is no point between %s and %s, where the curve falls by %s: all of that fall is placed at the later time."),
                                                   from, to, gap));
}

static void
add_remarks (RgmRebuiltCurve        *self,
             const RgmCurveEvidence *evidence)
{
  const RgmReconstruction *result = self->result;
  guint n_negative = (guint) self->repair.n_negative, n_moved = (guint) self->repair.n_moved, n_given_up = 0;

  if (self->repair.failure)
    g_ptr_array_add (self->remarks, g_strdup (_("The curve rises: it was read as cumulative incidence, with survival as 1 minus incidence.")));
  if (n_negative > 0)
    g_ptr_array_add (self->remarks, g_strdup_printf (ngettext ("%u point before time 0 was moved to 0.", "%u points before time 0 were moved to 0.",
                                                               n_negative), n_negative));
  if (n_moved > 0)
    {
      g_autofree char *move = rgm_format_percent (100 * self->repair.largest_move, 1);

      /* Translators: how many points, and by how many percent. */
      g_ptr_array_add (self->remarks, g_strdup_printf (ngettext ("%u point that rose or lay outside the axes was moved, by at most %s.",
                                                                 "%u points that rose or lay outside the axes were moved, by at most %s.", n_moved),
                                                       n_moved, move));
    }
  if (result->largest_error > LARGE_ERROR)
    {
      g_autofree char *error = rgm_format_percent (100 * result->largest_error, 1);

      /* Translators: a difference in percent. */
      g_ptr_array_add (self->remarks, g_strdup_printf (_("The reconstructed curve misses a point by %s: check that the points, the numbers at risk and the events belong together."),
                                                       error));
    }
  add_gap (self, evidence);
  for (guint i = 0; i < result->at_risk->len; i++)
    {
      const RgmAtRisk *row = &g_array_index (result->at_risk, RgmAtRisk, i);

      n_given_up += row->published != row->rebuilt ? 1 : 0;
    }
  if (n_given_up > 0)
    g_ptr_array_add (self->remarks, g_strdup_printf (ngettext ("%u published number at risk contradicts the curve and was disregarded.",
                                                               "%u published numbers at risk contradict the curve and were disregarded.", n_given_up),
                                                     n_given_up));
  if (evidence->events >= 0 && (gint64) result->events != evidence->events)
    g_ptr_array_add (self->remarks, g_strdup_printf (_("%d events were published, but only %d could be placed on the curve’s steps."),
                                                     (int) evidence->events, (int) result->events));
  if (self->known == RGM_TIMES_FROM_PATIENTS)
    g_ptr_array_add (self->remarks, g_strdup (_("Only the number of patients is known, so censoring is unknown: do not report numbers of events, intervals or tests.")));
}

/**
 * rgm_rebuilt_curve_new:
 * @evidence: what is known of a curve
 * @at_fault: (out) (optional): the index of a point that lies too far outside the axes, or -1
 * @error: the return location for an error of %RGM_ERROR_INPUT
 *
 * Rebuilds the patients of a published curve: its points are repaired where they contradict one
 * another, and rgm_reconstruct() does the rest.
 *
 * Returns: (transfer full) (nullable): the patients, or %NULL with @error set
 */
RgmRebuiltCurve *
rgm_rebuilt_curve_new (const RgmCurveEvidence  *evidence,
                       gsize                   *at_fault,
                       GError                 **error)
{
  g_autoptr (RgmRebuiltCurve) self = g_new0 (RgmRebuiltCurve, 1);
  g_autoptr (GArray) repaired = NULL;
  gsize point_at_fault;
  RgmReason reason;

  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->known = rgm_times_origin_from_known (evidence->at_risk->len, evidence->events >= 0);
  if (at_fault != NULL)
    *at_fault = G_MAXSIZE;

  reason = rgm_curve_repair ((const RgmCurvePoint *) (gpointer) evidence->points->data, evidence->points->len, &self->repair,
                             &repaired, &self->given, &point_at_fault);
  if (reason == RGM_REASON_RANGE)
    {
      const RgmCurvePoint *point = &g_array_index (evidence->points, RgmCurvePoint, point_at_fault);

      if (at_fault != NULL)
        *at_fault = point_at_fault;
      g_set_error (error, RGM_ERROR, RGM_ERROR_INPUT,
                   _("the point at time %g with survival %g lies too far outside the axes to be a digitising error."), point->time, point->survival);
      return NULL;
    }
  if (reason == RGM_REASON_NONE)
    reason = rgm_reconstruct (repaired, self->given, (const RgmAtRisk *) (gpointer) evidence->at_risk->data, evidence->at_risk->len,
                              evidence->patients, evidence->events, &self->result);
  if (reason != RGM_REASON_NONE)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, rgm_reason_get_text (reason));
      return NULL;
    }

  add_remarks (self, evidence);

  return g_steal_pointer (&self);
}

/**
 * rgm_patient_groups_add_rebuilt:
 * @self: groups
 * @rebuilt: patients
 * @name: the name of their group
 * @factor: what their times are multiplied with to be in the unit of the groups
 *
 * Adds rebuilt patients as a group, with what is to be said of them and the points that they were rebuilt from.
 */
void
rgm_patient_groups_add_rebuilt (RgmPatientGroups      *self,
                                const RgmRebuiltCurve *rebuilt,
                                const char            *name,
                                double                 factor)
{
  g_autofree char *error = rgm_format_percent (100 * rebuilt->result->largest_error, 1);
  gsize group = self->names->len;

  for (guint i = 0; i < rebuilt->result->patients->len; i++)
    {
      RgmFollowUp patient = g_array_index (rebuilt->result->patients, RgmFollowUp, i);

      patient.time *= factor;
      g_array_append_val (self->patients, patient);
      g_array_append_val (self->groups, group);
    }
  for (guint i = 0; i < rebuilt->given->len; i++)
    {
      const RgmCurvePoint *given = &g_array_index (rebuilt->given, RgmCurvePoint, i);
      RgmGroupPoint point = { group, factor * given->time, given->survival };

      g_array_append_val (self->points, point);
    }
  rgm_patient_groups_add_name (self, name, rebuilt->known);

  /* Translators: an arm, and a difference in percent. */
  g_ptr_array_add (self->remarks, rgm_text_printf (_("%s: the reconstructed curve is at most %s from the published points."), name, error));
  for (guint i = 0; i < rebuilt->remarks->len; i++)
    /* Translators: a group of patients, and a sentence on it. */
    g_ptr_array_add (self->remarks, rgm_text_printf (_("%s: %s"), name, (const char *) g_ptr_array_index (rebuilt->remarks, i)));
}

/**
 * rgm_rebuilt_curve_free:
 * @self: (nullable) (transfer full): rebuilt patients
 */
void
rgm_rebuilt_curve_free (RgmRebuiltCurve *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->given, g_array_unref);
  g_clear_pointer (&self->result, rgm_reconstruction_free);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_free (self);
}
