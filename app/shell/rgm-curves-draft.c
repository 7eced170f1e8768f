/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-curves-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-digitised-curve.h"
#include "rgm-error.h"
#include "rgm-format.h"
#include "rgm-punctuation.h"

static const char *
get_question (RgmTimesQuestion question)
{
  switch (question)
    {
    case RGM_TIMES_WHICH_TIME:
      return _("Choose the column that has the times.");
    case RGM_TIMES_WHICH_STATUS:
      return _("Choose the column that says who had the event.");
    case RGM_TIMES_WHICH_EVENT:
      return _("Choose the status of a patient with the event: it can be understood in more than one way.");
    case RGM_TIMES_WHICH_GROUP:
      return _("Choose the column that has the groups.");
    case RGM_TIMES_CLEAR:
    default:
      return NULL;
    }
}

static void
take_fault (RgmCurvesReading *self,
            GError           *error)
{
  self->fault = g_strdup (error->message);
  g_error_free (error);
}

/* ── Patients' times ─────────────────────────────────────────────────────────── */

static void
list_columns (RgmCurvesReading *self,
              const RgmCsv     *csv,
              const char       *status)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *found = status == NULL ? rgm_patient_times_find_status (csv) : NULL;

  for (guint i = 0; rgm_csv_get_n_rows (csv) > 0 && i < rgm_csv_get_n_cells (csv, 0); i++)
    g_strv_builder_add (builder, rgm_csv_get_cell (csv, 0, i));
  self->columns = g_strv_builder_end (builder);
  if (status == NULL)
    status = found;
  if (status != NULL && rgm_csv_get_n_rows (csv) > 0)
    self->statuses = rgm_patient_times_list_statuses (csv, status);
}

static void
tell_groups (RgmCurvesReading *self,
             GString          *text)
{
  for (gsize group = 0; group < self->groups->names->len; group++)
    {
      const char *name = g_ptr_array_index (self->groups->names, group);
      guint n = 0, events = 0;

      for (guint i = 0; i < self->groups->patients->len; i++)
        if (g_array_index (self->groups->groups, gsize, i) == group)
          {
            n++;
            events += g_array_index (self->groups->patients, RgmFollowUp, i).event ? 1 : 0;
          }
      if (rgm_patient_groups_get_origin (self->groups, group) == RGM_TIMES_FROM_PATIENTS)
        /* Translators: a group of patients, and how many. */
        rgm_add_sentence_printf (text, ngettext ("%s: %u patient.", "%s: %u patients.", n), name, n);
      else
        /* Translators: a group of patients, how many, and how many had the event. */
        rgm_add_sentence_printf (text, ngettext ("%s: %u patient, of whom %u had the event.", "%s: %u patients, of whom %u had the event.", n),
                                 name, n, events);
    }
}

static void
settle_unit (RgmCurvesReading     *self,
             const RgmCurvesDraft *draft,
             const char           *found,
             GString              *text)
{
  self->groups->unit = g_strdup (draft->unit != NULL ? draft->unit : found != NULL ? found : "months");
  if (draft->unit == NULL && found == NULL)
    rgm_add_sentence (text, _("The text does not state the unit of the times; months are assumed."));
  else if (draft->unit != NULL && found != NULL && !g_str_equal (draft->unit, found))
    rgm_add_sentence_printf (text, _("The name of the time column suggests another unit: %s."), rgm_format_unit (found, 2));
}

static void
read_times (RgmCurvesReading     *self,
            const RgmCurvesDraft *draft)
{
  g_autoptr (RgmCsv) csv = NULL;
  g_autoptr (RgmPatientTimes) times = NULL;
  g_autoptr (GPtrArray) dropped = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GError *error = NULL;

  csv = rgm_csv_parse (draft->text, strlen (draft->text), &error);
  if (csv == NULL)
    {
      take_fault (self, error);
      return;
    }
  list_columns (self, csv, draft->columns.status);
  times = rgm_patient_times_read (csv, &draft->columns, &self->question, &error);
  if (times == NULL)
    {
      take_fault (self, error);
      if (self->question != RGM_TIMES_CLEAR)
        {
          g_free (self->fault);
          self->fault = g_strdup (get_question (self->question));
        }
      return;
    }

  self->groups = rgm_patient_groups_new ();
  for (guint i = 0; i < times->groups->len; i++)
    rgm_patient_groups_add_name (self->groups, g_ptr_array_index (times->groups, i),
                                 rgm_times_origin_from_nick (rgm_patient_times_get_origin (times, i)));
  if (times->groups->len == 0)
    rgm_patient_groups_add_name (self->groups, draft->name != NULL ? draft->name : _("All patients"),
                                 rgm_times_origin_from_nick (rgm_patient_times_get_origin (times, 0)));
  for (guint i = 0; i < times->patients->len; i++)
    {
      const RgmPatientTime *patient = &g_array_index (times->patients, RgmPatientTime, i);
      RgmFollowUp follow_up = { patient->time, patient->event };
      gsize group = patient->group;

      g_array_append_val (self->groups->patients, follow_up);
      g_array_append_val (self->groups->groups, group);
    }

  /* Translators: two columns of a table. */
  rgm_add_sentence_printf (text, _("Times are in the column “%s”, events in the column “%s”."), times->time_column, times->status_column);
  if (times->group_column != NULL)
    /* Translators: a column of a table. */
    rgm_add_sentence_printf (text, _("Groups are in the column “%s”."), times->group_column);
  if (rgm_csv_has_decimal_comma (csv))
    rgm_add_sentence (text, _("Numbers have decimal commas."));
  settle_unit (self, draft, times->unit, text);
  for (guint i = 0; i < times->remarks->len; i++)
    rgm_add_sentence (text, g_ptr_array_index (times->remarks, i));
  dropped = rgm_patient_groups_drop_empty (self->groups);
  for (guint i = 0; i < dropped->len; i++)
    rgm_add_sentence_printf (text, _("The group “%s” was omitted: no patient in it has both a time and a status."), (const char *) g_ptr_array_index (dropped, i));
  tell_groups (self, text);
  self->understood = g_strdup (text->str);
}

/* ── Points ──────────────────────────────────────────────────────────────────── */

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static GArray *
read_at_risk (const RgmCurvesDraft     *draft,
              const RgmDigitisedCurve  *curve,
              gint64                    patients,
              GError                  **error)
{
  g_autoptr (GArray) rows = NULL;
  GArray *at_risk;

  if (draft->curves != NULL || is_blank (draft->at_risk))
    rows = g_array_copy (curve->at_risk);
  else
    rows = rgm_at_risk_parse (draft->at_risk, strlen (draft->at_risk), draft->name != NULL ? draft->name : curve->name, error);
  if (rows == NULL || !rgm_at_risk_arrange (rows, patients, error))
    {
      g_prefix_error (error, "%s ", _("Numbers at risk:"));
      return NULL;
    }
  if ((rows->len == 0 && patients < 1) || (rows->len > 0 && (g_array_index (rows, RgmDigitisedPoint, 0).x != 0 || g_array_index (rows, RgmDigitisedPoint, 0).y < 1)))
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT, _("Enter the number of patients, or a number at risk at time 0."));
      return NULL;
    }

  at_risk = g_array_new (FALSE, FALSE, sizeof (RgmAtRisk));
  for (guint i = 0; i < rows->len; i++)
    {
      const RgmDigitisedPoint *row = &g_array_index (rows, RgmDigitisedPoint, i);
      RgmAtRisk risk = { row->x, (gint64) row->y, 0 };

      g_array_append_val (at_risk, risk);
    }

  return at_risk;
}

static void
tell_curve (const RgmRebuiltCurve *rebuilt,
            guint                  n_points,
            GString               *text)
{
  g_autofree char *mean = rgm_format_percent (100 * rebuilt->result->root_mean_square_error, 2);
  g_autofree char *largest = rgm_format_percent (100 * rebuilt->result->largest_error, 2);

  rgm_add_sentence_printf (text, ngettext ("%u point.", "%u points.", n_points), n_points);
  rgm_add_sentence (text, rebuilt->repair.percent ? _("Survival is in percent.") : _("Survival is a proportion."));
  /* Translators: two differences in percent. */
  rgm_add_sentence_printf (text, _("The reconstructed curve is at most %s from a point; the root mean square distance is %s."), largest, mean);
  for (guint i = 0; i < rebuilt->remarks->len; i++)
    rgm_add_sentence (text, g_ptr_array_index (rebuilt->remarks, i));
}

static RgmKnownCounts
get_known (const RgmCurvesDraft    *draft,
           const RgmDigitisedCurve *curve)
{
  return (RgmKnownCounts) {
    draft->curves == NULL && draft->patients >= 0 ? draft->patients : curve->patients,
    draft->curves == NULL && draft->events >= 0 ? draft->events : curve->events,
  };
}

/**
 * rgm_curves_draft_rebuild:
 * @self: a draft of points
 * @curve: one of its curves
 * @error: the return location for an error of %RGM_ERROR_INPUT
 *
 * Returns: (transfer full) (nullable): the patients of the curve, or %NULL with @error set
 */
RgmRebuiltCurve *
rgm_curves_draft_rebuild (const RgmCurvesDraft     *self,
                          const RgmDigitisedCurve  *curve,
                          GError                  **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RgmCurvePoint));
  g_autoptr (GArray) at_risk = NULL;
  const RgmKnownCounts known = get_known (self, curve);
  RgmCurveEvidence evidence = { .points = points, .patients = known.patients, .events = known.events };
  gsize at_fault;

  evidence.unit = self->unit != NULL ? self->unit : "months";
  for (guint i = 0; i < curve->points->len; i++)
    {
      const RgmDigitisedPoint *from = &g_array_index (curve->points, RgmDigitisedPoint, i);
      RgmCurvePoint point = { from->x, from->y };

      g_array_append_val (points, point);
    }
  at_risk = read_at_risk (self, curve, evidence.patients, error);
  evidence.at_risk = at_risk;

  return at_risk != NULL ? rgm_rebuilt_curve_new (&evidence, &at_fault, error) : NULL;
}

/* Of several curves what is typed for one of them can't be for each. */
static gboolean
check_several (const RgmCurvesDraft  *draft,
               GError               **error)
{
  g_auto (GStrv) arms = is_blank (draft->at_risk) ? NULL : rgm_digitised_curve_list_names (draft->at_risk, strlen (draft->at_risk), TRUE);

  if (draft->patients < 0 && draft->events < 0 && (arms == NULL || arms[0] != NULL))
    return TRUE;

  g_set_error_literal (error, RGM_ERROR, RGM_ERROR_INPUT,
                       _("The text has several curves. Enter the name of one of them as the name of the group, or give the numbers at risk of all of them, with the names of the curves in a column “arm”."));

  return FALSE;
}

/* The curves of a text: the one that is named, or all. */
static GPtrArray *
list_curves (const RgmCurvesDraft  *draft,
             GError               **error)
{
  g_autoptr (GPtrArray) curves = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_digitised_curve_free);
  g_auto (GStrv) names = NULL;

  if (draft->curves != NULL)
    return g_ptr_array_ref (draft->curves);

  names = rgm_digitised_curve_list_names (draft->text, strlen (draft->text), FALSE);
  if (draft->name != NULL || names[0] == NULL || names[1] == NULL)
    {
      RgmDigitisedCurve *curve = rgm_digitised_curve_parse (draft->text, strlen (draft->text), draft->name, error);

      if (curve == NULL)
        return NULL;
      g_ptr_array_add (curves, curve);
      return g_steal_pointer (&curves);
    }

  if (!check_several (draft, error))
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      RgmDigitisedCurve *curve = rgm_digitised_curve_parse (draft->text, strlen (draft->text), names[i], error);

      if (curve == NULL)
        return NULL;
      g_ptr_array_add (curves, curve);
    }

  return g_steal_pointer (&curves);
}

static void
read_points (RgmCurvesReading     *self,
             const RgmCurvesDraft *draft)
{
  g_autoptr (GPtrArray) curves = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_rebuilt_curve_free);
  g_autoptr (GString) text = g_string_new (NULL);
  GError *error = NULL;

  curves = list_curves (draft, &error);
  if (curves == NULL)
    {
      g_assert (error != NULL);
      if (g_error_matches (error, RGM_ERROR, RGM_ERROR_CALL))
        self->fault = g_strdup (_("The text has several curves. Enter the name of one of them as the name of the group."));
      else
        self->fault = g_strdup (error->message);
      g_error_free (error);
      return;
    }

  for (guint i = 0; i < curves->len; i++)
    {
      const RgmDigitisedCurve *curve = g_ptr_array_index (curves, i);
      RgmRebuiltCurve *rebuilt = rgm_curves_draft_rebuild (draft, curve, &error);

      if (rebuilt == NULL && curves->len > 1)
        /* Translators: a curve, and what is wrong with it. */
        g_prefix_error (&error, _("%s: "), curve->name);
      if (rebuilt == NULL)
        {
          take_fault (self, error);
          return;
        }
      g_ptr_array_add (all, rebuilt);
    }

  self->groups = rgm_patient_groups_new ();
  self->known = g_array_new (FALSE, FALSE, sizeof (RgmKnownCounts));
  settle_unit (self, draft, NULL, text);
  for (guint i = 0; i < curves->len; i++)
    {
      const RgmDigitisedCurve *curve = g_ptr_array_index (curves, i);
      const RgmKnownCounts known = get_known (draft, curve);
      const char *name = curves->len == 1 && draft->name != NULL ? draft->name : curve->name != NULL ? curve->name : _("All patients");

      rgm_patient_groups_add_rebuilt (self->groups, g_ptr_array_index (all, i), name, 1);
      g_array_append_val (self->known, known);
      tell_curve (g_ptr_array_index (all, i), curve->points->len, text);
    }
  tell_groups (self, text);
  self->understood = g_strdup (text->str);
  self->rebuilt = g_steal_pointer (&all);
}

/**
 * rgm_curves_draft_read:
 * @self: a draft
 *
 * Returns: (transfer full): how it is understood
 */
RgmCurvesReading *
rgm_curves_draft_read (const RgmCurvesDraft *self)
{
  RgmCurvesReading *reading = g_new0 (RgmCurvesReading, 1);

  if (self->is_points && self->curves != NULL)
    {
      read_points (reading, self);
    }
  else if (is_blank (self->text))
    {
      reading->fault = g_strdup (self->is_points ? _("Choose a file or paste the points of a curve: a time and a survival on each line.")
                                                 : _("Choose a file or paste a table: a line of headings, and one line per patient."));
    }
  else if (self->is_points)
    {
      read_points (reading, self);
    }
  else
    {
      read_times (reading, self);
    }
  if (reading->groups != NULL)
    reading->groups->source = g_strdup (self->source);

  return reading;
}

/**
 * rgm_curves_reading_free:
 * @self: (nullable) (transfer full): a reading
 */
void
rgm_curves_reading_free (RgmCurvesReading *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->columns);
  g_strfreev (self->statuses);
  g_clear_pointer (&self->groups, rgm_patient_groups_unref);
  g_clear_pointer (&self->rebuilt, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_array_unref);
  g_free (self->understood);
  g_free (self->fault);
  g_free (self);
}
