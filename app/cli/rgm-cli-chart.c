/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rgm-cli-common.h"
#include "rgm-cli-times.h"
#include "rgm-curves-figure.h"
#include "rgm-did-you-mean.h"
#include "rgm-enum.h"
#include "rgm-error.h"
#include "rgm-export.h"
#include "rgm-figure-kinds.h"
#include "rgm-findings.h"
#include "rgm-option-text.h"
#include "rgm-punctuation.h"
#include "rgm-response.h"
#include "rgm-signal.h"
#include "rgm-store-save.h"

/* The ids that an option of a figure has, or NULL. */
static char **
get_ids (RgmFigure  *figure,
         const char *key)
{
  g_autoptr (GVariant) value = NULL;

  if (rgm_figure_kind_find_option (rgm_figure_get_kind (figure), key) != NULL)
    value = rgm_figure_get_option (figure, key);

  return value != NULL ? g_variant_dup_strv (value, NULL) : NULL;
}

/* Says which ids the data set doesn't have: a figure passes over them. */
static gboolean
check_ids (RgmFigure  *figure,
           GError    **error)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (figure);
  g_auto (GStrv) arms = get_ids (figure, "arms");
  g_auto (GStrv) excluded = get_ids (figure, "excluded");
  g_auto (GStrv) agents = get_ids (figure, "agents");
  g_auto (GStrv) alterations = get_ids (figure, "alterations");
  g_auto (GStrv) conditions = get_ids (figure, "conditions");

  for (guint i = 0; excluded != NULL && excluded[i] != NULL; i++)
    if (rgm_data_set_find_trial (data_set, excluded[i]) == NULL)
      {
        rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no trial “%s”. “regimen list” lists the trials."), excluded[i]);
        return FALSE;
      }

  if (!rgm_responses_check_arms (rgm_data_set_get_trials (data_set), (const char *const *) arms, error))
    return FALSE;

  return rgm_figure_kind_find_option (rgm_figure_get_kind (figure), "agents") == NULL ||
         rgm_signal_check (data_set, (const char *const *) agents, (const char *const *) alterations, (const char *const *) conditions, error);
}

static gboolean
refuse_option (RgmFigure   *figure,
               const char  *option,
               GError     **error)
{
  /* Translators: the first %s is an option, the second a figure: '--model', 'survival'. */
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s does not apply to the figure “%s”."),
                 option, rgm_figure_get_kind (figure)->id);

  return FALSE;
}

/* Says what an option takes. */
static gboolean
refuse_value (const RgmOption  *option,
              const char       *argument,
              const char       *text,
              GError          **error)
{
  static const char *const switched[] = { RGM_OPTION_ON, RGM_OPTION_OFF, NULL };
  const char *const *words = option->kind == RGM_OPTION_CHOICE ? rgm_enum_get_nicks (option->type ()) : switched;
  g_autofree char *all = rgm_join_words ((char **) words);
  char min[G_ASCII_DTOSTR_BUF_SIZE], max[G_ASCII_DTOSTR_BUF_SIZE];

  if (option->kind == RGM_OPTION_CHOICE || option->kind == RGM_OPTION_SWITCH)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s must be one of %s, not “%s”."), argument, all, text);
  else if (option->kind == RGM_OPTION_NUMBER)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s must be a number from %s to %s, not “%s”."), argument,
                   g_ascii_formatd (min, sizeof min, "%g", option->min), g_ascii_formatd (max, sizeof max, "%g", option->max), text);
  else if (option->kind == RGM_OPTION_TIMES)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s must be times of 0 or more separated by commas, such as 0,6,12, not “%s”."), argument, text);
  else
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s: expected an id on both sides of each comma in “%s”."), argument, text);

  return FALSE;
}

/* Whether an option of a figure is set by an argument of its own. */
static gboolean
has_argument (const char *key)
{
  const RgmCliOption *argument;

  for (guint i = 0; (argument = rgm_cli_option_at (i)) != NULL; i++)
    if ((argument->verbs & RGM_VERB_CHART) != 0 && g_str_equal (argument->name, key))
      return TRUE;

  return FALSE;
}

static gboolean
refuse_unknown (const RgmFigureKind  *kind,
                const char           *key,
                GError              **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *all = NULL;
  const char *near;

  for (guint i = 0; i < kind->n_options; i++)
    if (!has_argument (kind->options[i].key))
      g_ptr_array_add (keys, (gpointer) kind->options[i].key);
  g_ptr_array_add (keys, NULL);
  near = rgm_did_you_mean (key, (const char *const *) keys->pdata);
  all = rgm_join_words ((char **) keys->pdata);
  if (near != NULL)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("The figure “%s” has no option “%s”. Did you mean “%s”?"), kind->id, key, near);
  else
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("The figure “%s” has no option “%s”. Available options: %s"), kind->id, key, all);

  return FALSE;
}

/* @argument is what the text was given for, without dashes. */
static gboolean
set_text (RgmFigure        *figure,
          const RgmOption  *option,
          const char       *argument,
          const char       *text,
          GError          **error)
{
  GVariant *value = rgm_option_read (option, text);

  return (value != NULL && rgm_figure_set_option (figure, option->key, value)) || refuse_value (option, argument, text, error);
}

/* 'OPTION=VALUE': an option that has no argument of its own. */
static gboolean
set_one (RgmFigure   *figure,
         const char  *text,
         GError     **error)
{
  const RgmFigureKind *kind = rgm_figure_get_kind (figure);
  const char *equals = strchr (text, '=');
  g_autofree char *key = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  g_autofree char *argument = NULL;
  const RgmOption *option;

  if (key == NULL)
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--set: expected OPTION=VALUE, found “%s”."), text);
      return FALSE;
    }
  option = rgm_figure_kind_find_option (kind, key);
  if (option == NULL)
    return refuse_unknown (kind, key, error);
  if (has_argument (key))
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--set: “%s” has an argument of its own, --%s."), key, key);
      return FALSE;
    }
  argument = g_strconcat ("set=", key, NULL);

  return set_text (figure, option, argument, equals + 1, error);
}

static GVariant *
ids_to_variant (char **ids)
{
  return ids != NULL ? g_variant_new_strv ((const char *const *) ids, -1) : NULL;
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
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s does not apply without --times=FILE."), option);

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

      return TRUE;
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
        rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--%s does not apply with --times, whose patients belong to no data set."), of_selection[i].option);
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
    GVariant   *value;
  } given[] = {
    { "sort", options->sort, NULL },
    { "by", options->by, NULL },
    { "model", options->model, NULL },
    { "interval", options->interval, NULL },
    { "arms", NULL, ids_to_variant (options->arms) },
    { "agents", NULL, ids_to_variant (options->agents) },
    { "alterations", NULL, ids_to_variant (options->alterations == NULL && is_said ? nothing : options->alterations) },
    { "conditions", NULL, ids_to_variant (options->conditions) },
    { "transform", options->transform, NULL },
    { "endpoint", options->endpoint, NULL },
    { "reference", options->reference, NULL },
    /* Of a file it is the unit that its times have. */
    { "unit", options->times == NULL && RGM_IS_CURVES_FIGURE (figure) ? options->unit : NULL, NULL },
    { "patient", options->patient, NULL },
    { "at", NULL, options->at != NULL ? times_to_variant (options->at) : NULL },
    { "tau", NULL, isnan (options->tau) ? NULL : g_variant_new_double (options->tau) },
    { "level", NULL, options->level == RGM_DEFAULT_LEVEL ? NULL : g_variant_new_double (options->level) },
    { "failure", NULL, options->failure ? g_variant_new_boolean (TRUE) : NULL },
    { "probability", NULL, options->probability ? g_variant_new_boolean (TRUE) : NULL },
  };
  gboolean is_good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      const RgmOption *option = rgm_figure_kind_find_option (rgm_figure_get_kind (figure), given[i].key);
      /* Every value is consumed, also after one that is refused. */
      g_autoptr (GVariant) value = given[i].value != NULL ? g_variant_ref_sink (given[i].value) : NULL;

      if (!is_good || (given[i].text == NULL && value == NULL))
        continue;
      if (option == NULL)
        is_good = refuse_option (figure, given[i].key, error);
      else if (given[i].text != NULL)
        is_good = set_text (figure, option, given[i].key, given[i].text, error);
      else if (!rgm_figure_set_option (figure, given[i].key, value))
        {
          g_autofree char *text = g_variant_print (value, FALSE);

          is_good = refuse_value (option, given[i].key, text, error);
        }
    }
  if (!is_good)
    return FALSE;

  for (guint i = 0; options->set != NULL && options->set[i] != NULL; i++)
    if (!set_one (figure, options->set[i], error))
      return FALSE;

  return TRUE;
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
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("Specify which figure to write: %s."), list);
      return NULL;
    }
  if (options->words[1] != NULL && !(g_str_equal (options->words[0], "curves") && options->times != NULL))
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("Expected one figure, found “%s” as well."),
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
  g_autoptr (RgmSelection) selection = rgm_cli_select_origin (options, data_set, error);
  g_autoptr (RgmFigure) figure = selection != NULL ? rgm_figure_new (kind, selection) : NULL;

  if (figure == NULL || !set_options (figure, options, error))
    return NULL;
  if (options->search != NULL && rgm_figure_kind_find_option (rgm_figure_get_kind (figure), "agents") != NULL)
    {
      refuse_option (figure, "search", error);
      return NULL;
    }
  if (!check_patient (figure, options, error) || !check_ids (figure, error) || !set_patients (figure, options, error) || !check_curves (figure, options, error))
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

  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
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
