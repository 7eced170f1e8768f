/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rgm-cli-common.h"
#include "rgm-cli-input.h"
#include "rgm-digitised-curve.h"
#include "rgm-enum.h"
#include "rgm-error.h"
#include "rgm-format.h"
#include "rgm-json-writer.h"
#include "rgm-patient-groups.h"
#include "rgm-rebuilt-curve.h"
#include "rgm-store-save.h"

/* All that is known of a curve, and what is made of it. */
typedef struct
{
  RgmDigitisedCurve *curve;
  GArray *at_risk;
  gint64 patients;
  gint64 events;
  char *group;
  RgmRebuiltCurve *rebuilt;
} ReconstructCall;

static void
reconstruct_call_clear (ReconstructCall *self)
{
  g_clear_pointer (&self->curve, rgm_digitised_curve_free);
  g_clear_pointer (&self->at_risk, g_array_unref);
  g_free (self->group);
  g_clear_pointer (&self->rebuilt, rgm_rebuilt_curve_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReconstructCall, reconstruct_call_clear)

/* The numbers at risk by time, from time 0 on, never rising. */
static gboolean
check_at_risk (ReconstructCall  *self,
               GArray           *rows,
               const char       *name,
               GError          **error)
{
  if (!rgm_at_risk_arrange (rows, self->patients, error))
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      const RgmDigitisedPoint *row = &g_array_index (rows, RgmDigitisedPoint, i);
      RgmAtRisk at_risk = { row->x, (gint64) row->y, 0 };

      if (i == 0 && (row->x != 0.0 || row->y < 1.0))
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT,
                         _("%s: there is no number at risk at time 0. Specify it with --patients=N."), name);
          return FALSE;
        }
      g_array_append_val (self->at_risk, at_risk);
    }
  if (self->at_risk->len > 0 && self->patients > 0 && g_array_index (self->at_risk, RgmAtRisk, 0).published != self->patients)
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--patients: %s has %d patients at risk at time 0, but --patients specifies %d."),
                     name, (int) g_array_index (self->at_risk, RgmAtRisk, 0).published, (int) self->patients);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_input (ReconstructCall      *self,
            const RgmCliOptions  *options,
            GError              **error)
{
  g_autoptr (GFile) file = rgm_cli_open_input (options->words[0], error);
  g_autofree char *name = g_filename_display_name (options->words[0]);
  g_autofree char *at_risk_name = g_strdup (name);
  g_autofree char *base = g_path_get_basename (name);
  char *ending = strrchr (base, '.');
  g_autoptr (GArray) rows = NULL;

  if (ending != NULL && ending > base)
    *ending = '\0';
  self->curve = file != NULL ? rgm_digitised_curve_load (file, options->group, error) : NULL;
  if (self->curve == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  self->patients = options->patients >= 0 ? options->patients : self->curve->patients;
  self->events = options->events >= 0 ? options->events : self->curve->events;
  self->group = g_strdup (options->group != NULL ? options->group : self->curve->name != NULL ? self->curve->name : base);

  if (options->at_risk != NULL)
    {
      g_autoptr (GFile) other = rgm_cli_open_input (options->at_risk, error);

      g_free (at_risk_name);
      at_risk_name = g_filename_display_name (options->at_risk);
      rows = other != NULL ? rgm_at_risk_load (other, options->group, error) : NULL;
      if (rows == NULL)
        {
          g_prefix_error (error, "%s: ", at_risk_name);
          return FALSE;
        }
    }
  else
    {
      rows = g_array_ref (self->curve->at_risk);
    }
  if (!check_at_risk (self, rows, at_risk_name, error))
    return FALSE;

  if (self->at_risk->len == 0 && self->patients < 1)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL,
                           _("The number of patients is unknown: specify numbers at risk with --at-risk=FILE, or --patients=N."));
      return FALSE;
    }
  if (self->events > (self->at_risk->len > 0 ? g_array_index (self->at_risk, RgmAtRisk, 0).published : self->patients))
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("--events: %d events exceed the number of patients."), (int) self->events);
      return FALSE;
    }
  return TRUE;
}

static gboolean
rebuild_patients (ReconstructCall  *self,
                  const char       *name,
                  GError          **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RgmCurvePoint));
  const RgmCurveEvidence evidence = { points, self->at_risk, self->patients, self->events, NULL };
  gsize at_fault;

  for (guint i = 0; i < self->curve->points->len; i++)
    {
      const RgmDigitisedPoint *from = &g_array_index (self->curve->points, RgmDigitisedPoint, i);
      RgmCurvePoint point = { from->x, from->y };

      g_array_append_val (points, point);
    }
  self->rebuilt = rgm_rebuilt_curve_new (&evidence, &at_fault, error);
  if (self->rebuilt != NULL)
    return TRUE;

  if (at_fault < points->len)
    g_prefix_error (error, _("%s: line %u: "), name, g_array_index (self->curve->points, RgmDigitisedPoint, at_fault).line);
  else
    g_prefix_error (error, "%s: ", name);

  return FALSE;
}

static GBytes *
to_times (const ReconstructCall *self)
{
  g_autoptr (RgmPatientGroups) groups = rgm_patient_groups_new ();
  const GArray *patients = self->rebuilt->result->patients;
  const gsize only = 0;
  char *text;

  rgm_patient_groups_add_name (groups, self->group, self->rebuilt->known);
  g_array_append_vals (groups->patients, patients->data, patients->len);
  for (guint i = 0; i < patients->len; i++)
    g_array_append_val (groups->groups, only);
  text = rgm_patient_groups_to_csv (groups, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

static char *
to_json (const ReconstructCall *self)
{
  g_autoptr (RgmJsonWriter) json = rgm_json_writer_new ();
  gboolean events_known = self->rebuilt->known != RGM_TIMES_FROM_PATIENTS;

  rgm_json_writer_begin_object (json);
  rgm_json_writer_add_string (json, "group", self->group);
  rgm_json_writer_add_string (json, "kind", "reconstructed");
  rgm_json_writer_add_string (json, "method", _("Patients’ times reconstructed from a digitised curve: Guyot et al., BMC Med Res Methodol 2012;12:9."));
  rgm_json_writer_add_string (json, "known", rgm_enum_get_nick (RGM_TYPE_TIMES_ORIGIN, (int) self->rebuilt->known));
  rgm_json_writer_add_string (json, "scale", self->rebuilt->repair.percent ? "percent" : "proportion");
  rgm_json_writer_add_boolean (json, "failure", self->rebuilt->repair.failure);
  rgm_json_writer_add_count (json, "moved_points", (gint64) self->rebuilt->repair.n_moved);
  rgm_json_writer_add_number (json, "largest_move", self->rebuilt->repair.largest_move);
  rgm_json_writer_add_count (json, "patients", self->rebuilt->result->patients->len);
  rgm_json_writer_add_number (json, "events", events_known ? (double) self->rebuilt->result->events : NAN);
  rgm_json_writer_add_number (json, "events_published", self->events >= 0 ? (double) self->events : NAN);
  rgm_json_writer_add_number (json, "root_mean_square_error", self->rebuilt->result->root_mean_square_error);
  rgm_json_writer_add_number (json, "largest_error", self->rebuilt->result->largest_error);
  rgm_json_writer_add_number (json, "largest_gap", self->rebuilt->result->largest_gap);
  rgm_json_writer_open_array (json, "at_risk");
  for (guint i = 0; i < self->rebuilt->result->at_risk->len; i++)
    {
      const RgmAtRisk *row = &g_array_index (self->rebuilt->result->at_risk, RgmAtRisk, i);

      rgm_json_writer_begin_object (json);
      rgm_json_writer_add_number (json, "time", row->time);
      rgm_json_writer_add_count (json, "published", row->published);
      rgm_json_writer_add_count (json, "rebuilt", row->rebuilt);
      rgm_json_writer_end_object (json);
    }
  rgm_json_writer_end_array (json);
  rgm_json_writer_open_array (json, "warnings");
  for (guint i = 0; i < self->rebuilt->remarks->len; i++)
    rgm_json_writer_string (json, g_ptr_array_index (self->rebuilt->remarks, i));
  rgm_json_writer_end_array (json);
  rgm_json_writer_end_object (json);

  return rgm_json_writer_finish (json);
}

static char *
to_text (const ReconstructCall *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *move = rgm_format_number (self->rebuilt->repair.largest_move, 4);
  g_autofree char *mean_error = rgm_format_number (self->rebuilt->result->root_mean_square_error, 4);
  g_autofree char *largest_error = rgm_format_number (self->rebuilt->result->largest_error, 4);

  g_string_append_printf (text, _("Patients’ times reconstructed from a digitised curve by the method of Guyot et al. (2012): %s\n"), self->group);
  g_string_append_printf (text, _("Known: %s; survival in the file: %s\n"), rgm_enum_get_nick (RGM_TYPE_TIMES_ORIGIN, (int) self->rebuilt->known), self->rebuilt->repair.percent ? _("percent") : _("proportion"));
  g_string_append_printf (text, _("Points moved: %u, by at most %s\n"), (guint) self->rebuilt->repair.n_moved, move);
  g_string_append_printf (text, _("Patients: %u\n"), self->rebuilt->result->patients->len);
  if (self->rebuilt->known != RGM_TIMES_FROM_PATIENTS)
    g_string_append_printf (text, _("Events: %u\n"), (guint) self->rebuilt->result->events);
  g_string_append_printf (text, _("Root mean square error: %s; largest error: %s\n"), mean_error, largest_error);
  for (guint i = 0; i < self->rebuilt->result->at_risk->len; i++)
    {
      const RgmAtRisk *row = &g_array_index (self->rebuilt->result->at_risk, RgmAtRisk, i);
      g_autofree char *time = rgm_format_number (row->time, rgm_format_decimals_of (row->time));

      /* Translators: a time, and two numbers of patients at risk then. */
      g_string_append_printf (text, _("At risk at %s: %d published, %d reconstructed\n"), time, (int) row->published, (int) row->rebuilt);
    }
  for (guint i = 0; i < self->rebuilt->remarks->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (self->rebuilt->remarks, i));

  return g_string_free (text, FALSE);
}

/**
 * rgm_cli_reconstruct:
 * @options: the call
 *
 * Rebuilds patients' times from a digitised curve, writes them and says how good they are.
 *
 * Returns: the exit status
 */
int
rgm_cli_reconstruct (const RgmCliOptions *options)
{
  g_auto (ReconstructCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) times = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (g_strv_length (options->words) != 1)
    {
      rgm_cli_complain (_("Expected one file with a digitised curve: regimen reconstruct CURVE --output=FILE"));
      return RGM_CLI_BAD_CALL;
    }
  if (options->output == NULL)
    {
      rgm_cli_complain (_("Specify where to write the patients’ times: --output=FILE."));
      return RGM_CLI_BAD_CALL;
    }

  name = g_filename_display_name (options->words[0]);
  call.at_risk = g_array_new (FALSE, FALSE, sizeof (RgmAtRisk));
  if (!read_input (&call, options, &error) || !rebuild_patients (&call, name, &error))
    return rgm_cli_fail (error);

  times = to_times (&call);
  file = g_file_new_for_commandline_arg (options->output);
  if (!rgm_store_save (times, file, NULL, &error))
    return rgm_cli_fail (error);
  text = options->format == RGM_CLI_JSON ? to_json (&call) : to_text (&call);

  return rgm_cli_answer (text);
}
