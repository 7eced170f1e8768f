/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-answer.h"
#include "rgm-error.h"
#include "rgm-export.h"
#include "rgm-near.h"
#include "rgm-pathway-figure.h"
#include "rgm-punctuation.h"
#include "rgm-response-figure.h"
#include "rgm-signal.h"
#include "rgm-survival-figure.h"

/* An option that only some figures take. */
typedef enum
{
  TAKES_SELECTION = 1 << 0,  /* --search, --sort, --arms, --by */
  TAKES_POOLING   = 1 << 1,  /* --model, --interval */
  TAKES_SIGNAL    = 1 << 2,  /* --agents, --alterations, --conditions */
} Takes;

typedef struct
{
  const char *id;
  guint       takes;
  RgmFigure  *(*make) (const RgmCliOptions *options,
                       RgmDataSet          *data_set,
                       GError             **error);
} Chart;

/* Hands the selection and what every figure of trials takes over to the figure. */
static gboolean
set_trials (RgmTrialsFigure      *figure,
            const RgmCliOptions  *options,
            RgmDataSet           *data_set,
            GError              **error)
{
  g_autoptr (RgmSelection) selection = rgm_selection_new ();

  rgm_selection_set_data_set (selection, data_set);
  if (options->sort != NULL)
    rgm_selection_set_sort (selection, options->sort);
  if (options->search != NULL)
    rgm_selection_set_text (selection, options->search);
  if (rgm_selection_get_fault (selection) != NULL)
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, "--search: %s", rgm_selection_get_fault (selection));
      return FALSE;
    }

  for (guint i = 0; options->arms != NULL && options->arms[i] != NULL; i++)
    if (rgm_data_set_find_arm (data_set, options->arms[i], NULL) == NULL)
      {
        g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("--arms: the data set has no arm “%s”."), options->arms[i]);
        return FALSE;
      }

  rgm_figure_set_data_set (RGM_FIGURE (figure), data_set);
  rgm_trials_figure_set_trials (figure, G_LIST_MODEL (selection));
  rgm_trials_figure_set_arms (figure, (const char * const *) options->arms);
  rgm_trials_figure_set_sort (figure, options->sort);
  if (options->by != NULL)
    rgm_trials_figure_set_by (figure, options->by);

  return TRUE;
}

static RgmFigure *
make_survival (const RgmCliOptions  *options,
               RgmDataSet           *data_set,
               GError              **error)
{
  g_autoptr (RgmSurvivalFigure) figure = rgm_survival_figure_new ();

  if (!set_trials (RGM_TRIALS_FIGURE (figure), options, data_set, error))
    return NULL;

  return RGM_FIGURE (g_steal_pointer (&figure));
}

static RgmFigure *
make_response (const RgmCliOptions  *options,
               RgmDataSet           *data_set,
               GError              **error)
{
  g_autoptr (RgmResponseFigure) figure = rgm_response_figure_new ();
  RgmPoolingModel model;
  RgmRateInterval interval;

  if (!set_trials (RGM_TRIALS_FIGURE (figure), options, data_set, error))
    return NULL;
  if (options->model != NULL && rgm_pooling_model_from_nick (options->model, &model))
    rgm_response_figure_set_model (figure, model);
  if (options->interval != NULL && rgm_rate_interval_from_nick (options->interval, &interval))
    rgm_response_figure_set_interval (figure, interval);

  return RGM_FIGURE (g_steal_pointer (&figure));
}

/* Looks at the ids here, because the figure passes over those that it doesn't know. */
static RgmFigure *
make_pathway (const RgmCliOptions  *options,
              RgmDataSet           *data_set,
              GError              **error)
{
  const char * const *agents = (const char * const *) options->agents;
  const char * const *alterations = (const char * const *) options->alterations;
  const char * const *conditions = (const char * const *) options->conditions;
  g_autoptr (RgmPathwayFigure) figure = NULL;
  g_autoptr (RgmSignal) signal = rgm_signal_new (data_set, agents, alterations, conditions, error);

  if (signal == NULL)
    return NULL;

  figure = rgm_pathway_figure_new ();
  rgm_figure_set_data_set (RGM_FIGURE (figure), data_set);
  rgm_pathway_figure_set_agents (figure, agents);
  rgm_pathway_figure_set_alterations (figure, alterations);
  rgm_pathway_figure_set_conditions (figure, conditions);

  return RGM_FIGURE (g_steal_pointer (&figure));
}

static const Chart charts[] = {
  { "response", TAKES_SELECTION | TAKES_POOLING, make_response },
  { "survival", TAKES_SELECTION, make_survival },
  { "pathway", TAKES_SIGNAL, make_pathway },
};

/* ── The call ────────────────────────────────────────────────────────────────── */

static const Chart *
find_chart (const RgmCliOptions  *options,
            GError              **error)
{
  const char *ids[G_N_ELEMENTS (charts) + 1] = { NULL };
  g_autofree char *list = NULL;
  const char *near;

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    ids[i] = charts[i].id;
  list = rgm_join_words ((char **) ids);

  if (options->words[0] == NULL)
    {
      /* Translators: %s is a list of words that are typed: 'response, survival'. */
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("Say which figure to write: %s."), list);
      return NULL;
    }
  if (options->words[1] != NULL)
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("Expected one figure, found “%s” as well."),
                   options->words[1]);
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_str_equal (charts[i].id, options->words[0]))
      return &charts[i];

  near = rgm_find_near (options->words[0], ids);
  if (near != NULL)
    g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no figure “%s”. Did you mean “%s”?"),
                 options->words[0], near);
  else
    g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no figure “%s”. There are: %s."),
                 options->words[0], list);

  return NULL;
}

/* An option that a figure has no use for is not passed over in silence: whoever gave it
 * expects it in the picture. */
static gboolean
check_options (const Chart          *chart,
               const RgmCliOptions  *options,
               GError              **error)
{
  const struct
  {
    const char *name;
    guint       takes;
    gboolean    is_given;
  } given[] = {
    { "--search", TAKES_SELECTION, options->search != NULL },
    { "--sort", TAKES_SELECTION, options->sort != NULL },
    { "--arms", TAKES_SELECTION, options->arms != NULL },
    { "--by", TAKES_SELECTION, options->by != NULL },
    { "--model", TAKES_POOLING, options->model != NULL },
    { "--interval", TAKES_POOLING, options->interval != NULL },
    { "--agents", TAKES_SIGNAL, options->agents != NULL },
    { "--alterations", TAKES_SIGNAL, options->alterations != NULL },
    { "--conditions", TAKES_SIGNAL, options->conditions != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].is_given && (chart->takes & given[i].takes) == 0)
      {
        /* Translators: the first %s is an option, the second a figure: '--model', 'survival'. */
        g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("%s means nothing for the figure “%s”."),
                     given[i].name, chart->id);
        return FALSE;
      }

  return TRUE;
}

static gboolean
find_format (const RgmCliOptions  *options,
             RgmExportFormat      *format,
             GError              **error)
{
  g_autofree char *name = NULL;

  if (options->output == NULL)
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("Say where to write the figure: --output=FILE."));
      return FALSE;
    }

  name = g_filename_display_name (options->output);
  if (rgm_export_format_from_name (name, format) &&
      (*format == RGM_EXPORT_SVG || *format == RGM_EXPORT_PDF || *format == RGM_EXPORT_PNG))
    return TRUE;

  g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
               _("--output: expected a file that ends in .svg, .pdf or .png, found “%s”."), name);

  return FALSE;
}

static gboolean
write_chart (const RgmCliOptions  *options,
             RgmDataSet           *data_set,
             GError              **error)
{
  const Chart *chart = find_chart (options, error);
  RgmExportOptions export_options = {
    .width = options->has_size ? options->width : 0,
    .height = options->has_size ? options->height : 0,
    .theme = options->theme,
    .right_to_left = rgm_reads_from_the_right (),
  };
  g_autoptr (RgmFigure) figure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;

  if (chart == NULL || !check_options (chart, options, error) ||
      !find_format (options, &export_options.format, error))
    return FALSE;

  figure = chart->make (options, data_set, error);
  if (figure == NULL)
    return FALSE;

  bytes = rgm_export_figure (figure, &export_options, error);
  if (bytes == NULL)
    return FALSE;

  file = g_file_new_for_commandline_arg (options->output);

  return rgm_export_save (bytes, file, NULL, error);
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
