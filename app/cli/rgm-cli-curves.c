/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-cli-times.h"
#include "rgm-curves-figure.h"
#include "rgm-enum.h"
#include "rgm-error.h"
#include "rgm-figure-kinds.h"
#include "rgm-response.h"
#include "rgm-survival-report.h"

/* What is said of a file is not said of a data set, and the reverse. */
static gboolean
check_call (const RgmCliOptions  *options,
            gboolean              has_file,
            GError              **error)
{
  const struct
  {
    const char *option;
    gboolean    is_given;
    gboolean    of_file;
  } given[] = {
    { "time", options->time != NULL, TRUE }, { "status", options->status != NULL, TRUE }, { "event", options->event != NULL, TRUE },
    { "group", options->group != NULL, TRUE }, { "reconstructed", options->reconstructed != NULL, TRUE },
    { "data", options->data != NULL, FALSE }, { "search", options->search != NULL, FALSE }, { "arms", options->arms != NULL, FALSE },
    { "endpoint", options->endpoint != NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].is_given && given[i].of_file != has_file)
      {
        rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                       has_file ? _("--%s does not apply to a file of patients’ times, whose patients belong to no data set.")
                                : _("--%s applies to a file of patients’ times only: regimen curves FILE…"), given[i].option);
        return FALSE;
      }

  return TRUE;
}

/* Those that a chart of the same call shows. */
static RgmPatientGroups *
read_data_set (const RgmCliOptions  *options,
               RgmDataSet           *data_set,
               gsize                *reference,
               GPtrArray           **remarks,
               GError              **error)
{
  g_autoptr (RgmSelection) selection = NULL;
  g_autoptr (RgmFigure) figure = NULL;
  RgmPatientGroups *groups;

  if (!rgm_responses_check_arms (rgm_data_set_get_trials (data_set), (const char * const *) options->arms, error))
    return NULL;
  selection = rgm_cli_select_origin (options, data_set, error);
  if (selection == NULL)
    return NULL;

  figure = rgm_figure_new ("curves", selection);
  if (options->arms != NULL)
    rgm_figure_set_option (figure, "arms", g_variant_new_strv ((const char * const *) options->arms, -1));
  if (options->endpoint != NULL)
    rgm_figure_set_option (figure, "endpoint", g_variant_new_string (options->endpoint));
  if (options->unit != NULL)
    rgm_figure_set_option (figure, "unit", g_variant_new_string (options->unit));
  groups = rgm_curves_figure_get_patients (RGM_CURVES_FIGURE (figure));
  if (groups == NULL)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_REFUSED,
                           _("None of these arms has patients’ times or a published curve for the endpoint. To analyse patients’ times: regimen curves FILE…"));
      return NULL;
    }
  for (guint i = 0; i < groups->names->len; i++)
    if (rgm_patient_groups_get_origin (groups, i) == RGM_TIMES_FROM_PATIENTS)
      {
        rgm_error_set (error, RGM_ERROR, RGM_ERROR_REFUSED,
                       /* Translators: %s is an arm; --arms is an option. */
                       _("The curve of %s is published without numbers at risk or numbers of events, so who was censored is unknown and it cannot be analysed. Leave it out with --arms."), (const char *) g_ptr_array_index (groups->names, i));
        return NULL;
      }

  *reference = rgm_curves_figure_get_reference (RGM_CURVES_FIGURE (figure));
  *remarks = g_ptr_array_ref (groups->remarks);

  return rgm_patient_groups_ref (groups);
}

static RgmTimesOrigin
get_origin (const RgmPatientGroups *groups)
{
  for (guint i = 0; i < groups->names->len; i++)
    if (rgm_patient_groups_get_origin (groups, i) != RGM_TIMES_OBSERVED)
      return rgm_patient_groups_get_origin (groups, i);

  return RGM_TIMES_OBSERVED;
}

/**
 * rgm_cli_curves:
 * @options: the call
 * @data_set: (nullable): the data set, if the call names no file
 *
 * Analyses patients' times: of files, or of a data set's curves.
 *
 * Returns: the exit status
 */
int
rgm_cli_curves (const RgmCliOptions *options,
                RgmDataSet          *data_set)
{
  RgmSurvivalAnalysisOptions survival = { options->level, RGM_SURVIVAL_LOG, options->tau, 0, NULL };
  g_autoptr (RgmPatientGroups) groups = NULL;
  g_autoptr (RgmSurvivalAnalysis) analysis = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GArray) times = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  RgmSurvivalReport report;

  if (!check_call (options, data_set == NULL, &error))
    return rgm_cli_fail (error);

  groups = data_set == NULL ? rgm_cli_read_times (options, options->words, &remarks, &error)
                            : read_data_set (options, data_set, &survival.reference, &remarks, &error);
  if (groups == NULL || (options->reference != NULL && !rgm_cli_find_reference (options, groups, &survival.reference, &error)))
    return rgm_cli_fail (error);
  if (rgm_patient_groups_have (groups, RGM_TIMES_FROM_PATIENTS))
    {
      rgm_cli_complain (_("--reconstructed=patients: where only the number of patients is known, who was censored is unknown, so numbers of events, intervals and tests cannot be shown."));
      return RGM_CLI_BAD_CALL;
    }

  if (options->transform != NULL)
    survival.interval = (RgmSurvivalInterval) rgm_enum_find (RGM_TYPE_SURVIVAL_INTERVAL, options->transform);
  survival.why_no_tests = groups->why_no_tests;

  analysis = rgm_survival_analysis_new ((const RgmFollowUp *) (gpointer) groups->patients->data,
                                        (const gsize *) (gpointer) groups->groups->data, groups->patients->len, groups->names->len, &survival, &error);
  if (analysis == NULL)
    return rgm_cli_fail (error);

  names = g_ptr_array_new ();
  for (guint i = 0; i < groups->names->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (groups->names, i));
  g_ptr_array_add (names, NULL);
  times = options->at != NULL ? g_array_ref (options->at) : rgm_survival_analysis_get_ticks (analysis);
  report = (RgmSurvivalReport) {
    analysis, (const char * const *) names->pdata, groups->unit, times, remarks, get_origin (groups), survival.why_no_tests,
  };
  switch (options->format)
    {
    case RGM_CLI_JSON:
      text = rgm_survival_report_to_json (&report);
      break;
    case RGM_CLI_CSV:
      text = rgm_survival_report_to_csv (&report);
      break;
    case RGM_CLI_TEXT:
    default:
      text = rgm_survival_report_to_text (&report);
      break;
    }
  for (guint i = 0; options->format != RGM_CLI_JSON && i < remarks->len; i++)
    rgm_cli_complain ("%s", (const char *) g_ptr_array_index (remarks, i));

  return rgm_cli_answer (text);
}
