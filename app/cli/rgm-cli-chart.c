/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-cli-common.h"
#include "rgm-cli-times.h"
#include "rgm-curves-figure.h"
#include "rgm-error.h"
#include "rgm-export.h"
#include "rgm-figure-kinds.h"
#include "rgm-findings.h"
#include "rgm-punctuation.h"
#include "rgm-response.h"
#include "rgm-signal.h"
#include "rgm-store-save.h"

/* Says which ids the data set doesn't have: a figure of the pathway passes over them. */
static gboolean
check_ids (RgmFigure            *figure,
           const RgmCliOptions  *options,
           GError              **error)
{
  if (rgm_figure_kind_find_option (rgm_figure_get_kind (figure), "agents") == NULL)
    return TRUE;

  return rgm_signal_check (rgm_figure_get_data_set (figure),
                           (const char * const *) options->agents,
                           (const char * const *) options->alterations,
                           (const char * const *) options->conditions, error);
}

static gboolean
refuse_option (RgmFigure   *figure,
               const char  *option,
               GError     **error)
{
  /* Translators: the first %s is an option, the second a figure: '--model', 'survival'. */
  g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s does not apply to the figure “%s”."),
               option, rgm_figure_get_kind (figure)->id);

  return FALSE;
}

static GVariant *
times_to_variant (const GArray *times)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < times->len; i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_variant_builder_add (&builder, "s", g_ascii_dtostr (buffer, sizeof buffer, g_array_index (times, double, i)));
    }

  return g_variant_builder_end (&builder);
}

static gboolean
refuse_without_times (const char  *option,
                      GError     **error)
{
  g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s does not apply without --times=FILE."), option);

  return FALSE;
}

/* The patients of a figure of curves; other figures have none. */
static gboolean
set_patients (RgmFigure            *figure,
              const RgmCliOptions  *options,
              GError              **error)
{
  const struct
  {
    const char *option;
    const char *text;
  } given[] = {
    { "times", options->times }, { "reconstructed", options->reconstructed }, { "time", options->time }, { "status", options->status },
    { "event", options->event }, { "group", options->group }, { "unit", RGM_IS_CURVES_FIGURE (figure) ? NULL : options->unit },
  };
  const struct
  {
    const char *option;
    gboolean    is_given;
  } of_selection[] = {
    { "data", options->data != NULL }, { "search", options->search != NULL }, { "arms", options->arms != NULL },
    { "endpoint", options->endpoint != NULL },
  };
  g_autoptr (RgmPatientGroups) patients = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) files = NULL;

  if (!RGM_IS_CURVES_FIGURE (figure))
    {
      for (guint i = 0; i < G_N_ELEMENTS (given); i++)
        if (given[i].text != NULL)
          return refuse_option (figure, given[i].option, error);

      return options->level == RGM_DEFAULT_LEVEL || refuse_option (figure, "level", error);
    }

  if (options->times == NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (given); i++)
        if (given[i].text != NULL)
          return refuse_without_times (given[i].option, error);

      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_selection); i++)
    if (of_selection[i].is_given)
      {
        g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s does not apply with --times, whose patients are of no data set."), of_selection[i].option);
        return FALSE;
      }

  /* Further files follow as arguments. */
  builder = g_strv_builder_new ();
  g_strv_builder_add (builder, options->times);
  g_strv_builder_addv (builder, (const char **) options->words + 1);
  files = g_strv_builder_end (builder);
  patients = rgm_cli_read_times (options, files, &remarks, error);
  if (patients == NULL)
    return FALSE;

  for (guint i = 0; i < remarks->len; i++)
    rgm_cli_complain ("%s", (const char *) g_ptr_array_index (remarks, i));
  rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (figure), patients);

  return TRUE;
}

/* A figure without its curves is no answer. */
static gboolean
check_curves (RgmFigure            *figure,
              const RgmCliOptions  *options,
              GError              **error)
{
  RgmPatientGroups *patients;
  const char *fault;
  gsize reference;

  if (!RGM_IS_CURVES_FIGURE (figure))
    return TRUE;

  patients = rgm_curves_figure_get_patients (RGM_CURVES_FIGURE (figure));
  fault = rgm_curves_figure_get_fault (RGM_CURVES_FIGURE (figure));
  if (patients == NULL)
    fault = _("None of these arms has patients’ times or a published curve for the endpoint. Draw the curves of patients’ times with --times=FILE.");
  if (fault != NULL)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_REFUSED, fault);
      return FALSE;
    }

  return rgm_cli_find_reference (options, patients, &reference, error);
}

/* A sheet says what is wrong with findings where it would stand; a file of that is no answer either. */
static gboolean
check_patient (RgmFigure            *figure,
               const RgmCliOptions  *options,
               GError              **error)
{
  g_autoptr (RgmFindings) findings = NULL;

  if (rgm_figure_kind_find_option (rgm_figure_get_kind (figure), "patient") == NULL)
    return TRUE;
  if (options->patient == NULL)
    {
      g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL, _("Expected a patient: regimen chart patient --patient=FACTS"));
      return FALSE;
    }
  findings = rgm_findings_new (rgm_figure_get_data_set (figure), options->patient, error);

  return findings != NULL;
}

/* An option that a figure has no use for is not passed over in silence: whoever gave it
 * expects it in the picture. */
static gboolean
set_options (RgmFigure            *figure,
             const RgmCliOptions  *options,
             GError              **error)
{
  static char *nothing[] = { NULL };
  /* With nothing said at all a pathway is shown in the tumour that its data set is about; else in what was said. */
  gboolean is_said = options->agents != NULL || options->conditions != NULL;
  const struct
  {
    const char *key;
    const char *text;
    char      **ids;
    GVariant   *value;
  } given[] = {
    { "sort", options->sort, NULL },
    { "by", options->by, NULL },
    { "model", options->model, NULL },
    { "interval", options->interval, NULL },
    { "arms", NULL, options->arms },
    { "agents", NULL, options->agents },
    { "alterations", NULL, options->alterations == NULL && is_said ? nothing : options->alterations },
    { "conditions", NULL, options->conditions },
    { "transform", options->transform, NULL },
    { "endpoint", options->endpoint, NULL },
    { "reference", options->reference, NULL },
    /* Of a file it is the unit that its times have. */
    { "unit", options->times == NULL && RGM_IS_CURVES_FIGURE (figure) ? options->unit : NULL, NULL },
    { "patient", options->patient, NULL },
    { "at", NULL, NULL, options->at != NULL ? times_to_variant (options->at) : NULL },
    { "tau", NULL, NULL, isnan (options->tau) ? NULL : g_variant_new_double (options->tau) },
    { "level", NULL, NULL, options->level == RGM_DEFAULT_LEVEL ? NULL : g_variant_new_double (options->level) },
    { "failure", NULL, NULL, options->failure ? g_variant_new_boolean (TRUE) : NULL },
    { "probability", NULL, NULL, options->probability ? g_variant_new_boolean (TRUE) : NULL },
  };
  const char *refused = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      GVariant *value = given[i].text != NULL ? g_variant_new_string (given[i].text)
                        : given[i].ids != NULL ? g_variant_new_strv ((const char * const *) given[i].ids, -1)
                                               : given[i].value;

      /* Every value is consumed, also after one that is refused. */
      if (value != NULL && !rgm_figure_set_option (figure, given[i].key, value) && refused == NULL)
        refused = given[i].key;
    }

  return refused == NULL || refuse_option (figure, refused, error);
}

/* ── The call ────────────────────────────────────────────────────────────────── */

static const char *
find_kind (const RgmCliOptions  *options,
           char                **ids,
           GError              **error)
{
  g_autofree char *list = NULL;

  if (options->words[0] == NULL)
    {
      list = rgm_join_words (ids);
      /* Translators: %s is a list of words that are typed: 'response, survival'. */
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("Specify which figure to write: %s."), list);
      return NULL;
    }
  if (options->words[1] != NULL && !(g_str_equal (options->words[0], "curves") && options->times != NULL))
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("Expected one figure, found “%s” as well."),
                   options->words[1]);
      return NULL;
    }

  return rgm_cli_find_figure (options->words[0], error);
}

static RgmFigure *
make_figure (const char           *kind,
             const RgmCliOptions  *options,
             RgmDataSet           *data_set,
             GError              **error)
{
  gboolean has_arms = rgm_responses_check_arms (rgm_data_set_get_trials (data_set),
                                                (const char * const *) options->arms, error);
  g_autoptr (RgmSelection) selection = has_arms ? rgm_cli_select_origin (options, data_set, error) : NULL;
  g_autoptr (RgmFigure) figure = selection != NULL ? rgm_figure_new (kind, selection) : NULL;

  if (figure == NULL || !set_options (figure, options, error))
    return NULL;
  if (options->search != NULL && rgm_figure_kind_find_option (rgm_figure_get_kind (figure), "agents") != NULL)
    {
      refuse_option (figure, "search", error);
      return NULL;
    }
  if (!check_patient (figure, options, error) || !check_ids (figure, options, error) || !set_patients (figure, options, error) || !check_curves (figure, options, error))
    return NULL;

  return g_steal_pointer (&figure);
}

static gboolean
find_format (const RgmCliOptions  *options,
             RgmExportFormat      *format,
             GError              **error)
{
  g_autofree char *name = NULL;

  if (options->output == NULL)
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("Specify where to write the figure: --output=FILE."));
      return FALSE;
    }

  name = g_filename_display_name (options->output);
  if (rgm_export_format_from_name (name, format) &&
      (*format == RGM_EXPORT_SVG || *format == RGM_EXPORT_PDF || *format == RGM_EXPORT_PNG ||
       *format == RGM_EXPORT_FODG))
    return TRUE;

  g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
               _("--output: expected a file that ends in .svg, .pdf, .png or .fodg, found “%s”."), name);

  return FALSE;
}

static gboolean
write_chart (const RgmCliOptions  *options,
             RgmDataSet           *data_set,
             GError              **error)
{
  g_auto (GStrv) kinds = rgm_figure_list_kinds ();
  const char *kind = find_kind (options, kinds, error);
  RgmExportOptions export_options = {
    .width = options->has_size ? options->width : 0,
    .height = options->has_size ? options->height : 0,
    .theme = options->theme,
    .direction = rgm_reads_from_the_right () ? RGM_DIRECTION_RTL : RGM_DIRECTION_LTR,
  };
  g_autoptr (RgmFigure) figure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;

  if (kind == NULL || !find_format (options, &export_options.format, error))
    return FALSE;

  figure = make_figure (kind, options, data_set, error);
  if (figure == NULL)
    return FALSE;

  bytes = rgm_export_figure (figure, &export_options, error);
  if (bytes == NULL)
    return FALSE;

  file = g_file_new_for_commandline_arg (options->output);

  return rgm_store_save (bytes, file, NULL, error);
}

/**
 * rgm_cli_chart:
 * @options: a call
 * @data_set: a data set
 *
 * Writes a figure to a file.
 *
 * Returns: the exit status
 */
int
rgm_cli_chart (const RgmCliOptions *options,
               RgmDataSet          *data_set)
{
  g_autoptr (GError) error = NULL;

  if (!write_chart (options, data_set, &error))
    return rgm_cli_fail (error);

  return RGM_CLI_GOOD;
}
