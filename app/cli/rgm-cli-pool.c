/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-common.h"
#include "rgm-error.h"
#include "rgm-pooling-answer.h"
#include "rgm-pooling.h"
#include "rgm-vocabulary.h"

/* The nicks were checked when the call was parsed. */
static gboolean
pooling_options (const RgmCliOptions  *options,
                 int                   model,
                 RgmPoolingOptions    *pooling,
                 GError              **error)
{
  *pooling = RGM_POOLING_DEFAULT_OPTIONS;
  if (model >= 0)
    pooling->model = (RgmPoolingModel) model;
  if (options->interval != NULL)
    pooling->interval = (RgmRateInterval) rgm_enum_find (RGM_TYPE_RATE_INTERVAL, options->interval);
  if (options->by != NULL)
    pooling->by = (RgmPoolingBy) rgm_enum_find (RGM_TYPE_POOLING_BY, options->by);
  pooling->level = options->level;
  pooling->knapp_hartung = options->knapp_hartung;
  pooling->leave_one_out = options->leave_one_out;

  return rgm_pooling_options_check (pooling, error);
}

static gboolean
asks_for_all_models (const RgmCliOptions *options)
{
  return g_strcmp0 (options->model, RGM_CLI_ALL_MODELS) == 0;
}

/* The selection pooled by the model of the call, or by each of all. */
static GPtrArray *
pool (const RgmCliOptions  *options,
      GListModel           *trials,
      GError              **error)
{
  g_autoptr (GPtrArray) poolings = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_pooling_unref);
  const char * const all[] = { options->model, NULL };
  const char * const *models = asks_for_all_models (options) ? rgm_enum_get_nicks (RGM_TYPE_POOLING_MODEL) : all;
  guint i = 0;

  do
    {
      g_autoptr (GPtrArray) responses = NULL;
      RgmPoolingOptions how;

      if (!pooling_options (options, rgm_enum_find (RGM_TYPE_POOLING_MODEL, models[i]), &how, error))
        return NULL;
      responses = rgm_responses_collect (trials, (const char * const *) options->arms, RGM_ENDPOINT_ORR, how.interval, how.level);
      g_ptr_array_add (poolings, rgm_pooling_new (responses, &how));
    }
  while (models[i] != NULL && models[++i] != NULL);

  return g_steal_pointer (&poolings);
}

static char *
poolings_to_json (const RgmCliOptions *options,
                  GPtrArray           *poolings)
{
  g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();

  if (!asks_for_all_models (options))
    {
      rgm_pooling_write_json (g_ptr_array_index (poolings, 0), RGM_ENDPOINT_ORR, writer);
      return rgm_json_writer_finish (writer);
    }

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_open_array (writer, "models");
  for (guint i = 0; i < poolings->len; i++)
    rgm_pooling_write_json (g_ptr_array_index (poolings, i), RGM_ENDPOINT_ORR, writer);
  rgm_json_writer_end_array (writer);
  rgm_json_writer_end_object (writer);

  return rgm_json_writer_finish (writer);
}

/* An arm that is asked for by name must not be left out in silence. */
static gboolean
check_counts (RgmDataSet         *data_set,
              const char * const *arms,
              GError            **error)
{
  g_autoptr (GPtrArray) all = rgm_responses_collect (rgm_data_set_get_trials (data_set), arms, RGM_ENDPOINT_ORR,
                                                     RGM_RATE_CLOPPER_PEARSON, RGM_DEFAULT_LEVEL);

  for (guint i = 0; arms != NULL && arms[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < all->len && !found; j++)
        {
          const RgmResponse *response = g_ptr_array_index (all, j);

          found = g_str_equal (response->arm->id, arms[i]) && rgm_response_has_counts (response);
        }
      if (!found)
        {
          rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL,
                         _("The arm “%s” cannot be pooled: its source does not report the numbers of responders and patients."), arms[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * rgm_cli_pool:
 * @options: the call
 * @data_set: the data set
 *
 * Pools the response rates of the arms that the call asks for.
 *
 * Returns: the exit status
 */
int
rgm_cli_pool (const RgmCliOptions *options,
              RgmDataSet          *data_set)
{
  const char * const *arms = (const char * const *) options->arms;
  g_autoptr (RgmSelection) selection = NULL;
  g_autoptr (GPtrArray) poolings = NULL;
  g_autoptr (RgmTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!rgm_responses_check_arms (rgm_data_set_get_trials (data_set), arms, &error) ||
      !check_counts (data_set, arms, &error))
    return rgm_cli_fail (error);

  selection = rgm_cli_select (options, data_set, &error);
  if (selection == NULL)
    return rgm_cli_fail (error);

  poolings = pool (options, G_LIST_MODEL (selection), &error);
  if (poolings == NULL)
    return rgm_cli_fail (error);

  switch (options->format)
    {
    case RGM_CLI_JSON:
      text = poolings_to_json (options, poolings);
      break;
    case RGM_CLI_CSV:
      table = rgm_poolings_to_table (poolings);
      text = rgm_table_to_csv (table);
      break;
    case RGM_CLI_TEXT:
    default:
      text = asks_for_all_models (options) ? rgm_poolings_to_text (poolings)
                                           : rgm_pooling_to_text (g_ptr_array_index (poolings, 0));
      break;
    }

  /* Nothing to pool is an answer and no fault, but a person should hear of it. */
  if (rgm_pooling_get_n_arms (g_ptr_array_index (poolings, 0)) == 0)
    rgm_cli_complain (_("No matching arm has reported numbers of responders and patients."));

  return rgm_cli_answer (text);
}
