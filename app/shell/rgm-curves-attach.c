/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-curves-attach.h"

#include <glib/gi18n-lib.h>

#include "rgm-arm.h"
#include "rgm-edit.h"
#include "rgm-enum.h"
#include "rgm-error.h"
#include "rgm-published-curve.h"
#include "rgm-vocabulary.h"

/* From what is read of curves to records of the data set. */

static void
add_times (const RgmPatientGroups *groups,
           gsize                   group,
           GPtrArray              *times)
{
  for (guint i = 0; i < groups->patients->len; i++)
    {
      const RgmFollowUp *patient = &g_array_index (groups->patients, RgmFollowUp, i);
      const RgmPublishedTime time = { patient->time, patient->event };

      if (g_array_index (groups->groups, gsize, i) == group)
        g_ptr_array_add (times, rgm_published_time_copy (&time));
    }
}

/* As given, but for what is outside the axes: a curve can't be there. */
static void
add_points (const RgmRebuiltCurve *rebuilt,
            GPtrArray             *points)
{
  for (guint i = 0; i < rebuilt->given->len; i++)
    {
      const RgmCurvePoint *given = &g_array_index (rebuilt->given, RgmCurvePoint, i);
      const RgmPublishedPoint point = { MAX (given->time, 0), CLAMP (given->survival, 0, 1) };

      g_ptr_array_add (points, rgm_published_point_copy (&point));
    }
}

static void
add_at_risk (const RgmRebuiltCurve *rebuilt,
             gint64                 patients,
             GPtrArray             *at_risk)
{
  for (guint i = 0; i < rebuilt->result->at_risk->len; i++)
    {
      const RgmAtRisk *row = &g_array_index (rebuilt->result->at_risk, RgmAtRisk, i);
      const RgmPublishedCount count = { row->time, row->published };

      g_ptr_array_add (at_risk, rgm_published_count_copy (&count));
    }
  if (at_risk->len == 0 && patients > 0)
    g_ptr_array_add (at_risk, rgm_published_count_copy (&(RgmPublishedCount) { 0, patients }));
}

static RgmPublishedCurve *
make_curve (const RgmCurvesReading *reading,
            gsize                   group,
            const char             *endpoint,
            const char             *source,
            const char             *location)
{
  const RgmCitationRef citation = { source, location };
  g_autoptr (GPtrArray) times = rgm_description_new_array (&rgm_published_time_description, 0);
  g_autoptr (GPtrArray) points = rgm_description_new_array (&rgm_published_point_description, 0);
  g_autoptr (GPtrArray) at_risk = rgm_description_new_array (&rgm_published_count_description, 0);
  g_autoptr (GPtrArray) citations = rgm_description_new_array (&rgm_citation_ref_description, 1);
  RgmPublishedCurve fields = {
    .endpoint = endpoint, .unit = reading->groups->unit, .times = times, .points = points, .at_risk = at_risk, .events = -1, .citations = citations,
  };

  g_ptr_array_add (citations, rgm_citation_ref_copy (&citation));
  if (reading->rebuilt == NULL)
    {
      add_times (reading->groups, group, times);
    }
  else
    {
      const RgmRebuiltCurve *rebuilt = g_ptr_array_index (reading->rebuilt, group);
      const RgmKnownCounts *known = &g_array_index (reading->known, RgmKnownCounts, group);

      add_points (rebuilt, points);
      add_at_risk (rebuilt, known->patients, at_risk);
      fields.events = known->events;
    }

  return rgm_record_new (&rgm_published_curve_description, &fields);
}

/* A curve of the same endpoint gives way. */
static RgmDataSet *
set_curve (RgmDataSet               *data_set,
           const char               *trial,
           const RgmArm             *arm,
           const RgmPublishedCurve  *curve,
           GError                  **error)
{
  g_autofree char *trial_path = rgm_edit_make_path ("trials", trial);
  g_autofree char *arms_path = rgm_edit_make_path (trial_path, "arms");
  g_autofree char *arm_path = rgm_edit_make_path (arms_path, arm->id);
  g_autofree char *path = rgm_edit_make_path (arm_path, "curves");

  for (guint i = 0; i < arm->curves->len; i++)
    if (g_str_equal (((const RgmPublishedCurve *) g_ptr_array_index (arm->curves, i))->endpoint, curve->endpoint))
      {
        g_autofree char *position = g_strdup_printf ("%u", i);
        g_autofree char *old = rgm_edit_make_path (path, position);

        return rgm_edit_set_record (data_set, old, curve, error);
      }

  return rgm_edit_add (data_set, path, curve, -1, error);
}

static RgmDataSet *
add_source (RgmDataSet  *data_set,
            const char  *citation,
            char       **id,
            GError     **error)
{
  g_autoptr (RgmSource) blank = rgm_record_alloc (&rgm_source_description);
  g_autoptr (RgmSource) source = NULL;
  RgmSource fields = *blank;
  RgmDataSet *revision;

  *id = rgm_edit_make_id (data_set, &rgm_source_description, NULL, citation);
  fields.id = *id;
  fields.kind = rgm_enum_get_nick (RGM_TYPE_SOURCE_KIND, RGM_SOURCE_PRIMARY);
  fields.citation = citation;
  source = rgm_record_new (&rgm_source_description, &fields);
  revision = rgm_edit_add (data_set, "sources", source, -1, error);
  if (revision == NULL)
    g_clear_pointer (id, g_free);

  return revision;
}

/**
 * rgm_curves_attach:
 * @data_set: a data set
 * @reading: curves, without fault
 * @target: what they are added to
 * @error: the return location for an error
 *
 * Adds curves to arms of a trial, each in the place of a curve that the arm has for the endpoint. Of patients the times are kept; of
 * published curves the points and numbers that patients are rebuilt from.
 *
 * Returns: (transfer full) (nullable): the revision, or %NULL with @error set
 */
RgmDataSet *
rgm_curves_attach (RgmDataSet              *data_set,
                   const RgmCurvesReading  *reading,
                   const RgmCurvesTarget   *target,
                   GError                 **error)
{
  g_autoptr (RgmDataSet) revision = g_object_ref (data_set);
  g_autofree char *source = g_strdup (target->source);

  if (source == NULL)
    {
      RgmDataSet *with_source = add_source (data_set, target->citation, &source, error);

      if (with_source == NULL)
        return NULL;
      g_set_object (&revision, with_source);
      g_object_unref (with_source);
    }

  for (guint group = 0; group < reading->groups->names->len; group++)
    {
      const char *arm_id = g_ptr_array_index (target->arms, group);
      RgmTrial *trial = rgm_data_set_find_trial (revision, target->trial);
      RgmArm *arm = arm_id != NULL && trial != NULL ? rgm_record_find (&rgm_arm_description, trial->arms, arm_id) : NULL;
      g_autoptr (RgmPublishedCurve) curve = NULL;
      RgmDataSet *changed;

      if (arm_id == NULL)
        continue;
      if (arm == NULL)
        {
          g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("The data set has changed in the meantime: the arm is no longer there. Choose again."));
          return NULL;
        }
      curve = make_curve (reading, group, target->endpoint, source, target->location);
      changed = set_curve (revision, target->trial, arm, curve, error);
      if (changed == NULL)
        return NULL;
      g_set_object (&revision, changed);
      g_object_unref (changed);
    }

  return g_steal_pointer (&revision);
}
