/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-answer.h"
#include "rgm-error.h"
#include "rgm-pooling-answer.h"
#include "rgm-pooling.h"

#define ENDPOINT "ORR"

/* The names of what can be chosen were looked at when the call was understood. */
static gboolean
pooling_options (const RgmCliOptions  *options,
                 RgmPoolingOptions    *pooling,
                 GError              **error)
{
  *pooling = RGM_POOLING_DEFAULT_OPTIONS;
  rgm_pooling_model_from_nick (options->model, &pooling->model);
  rgm_rate_interval_from_nick (options->interval, &pooling->interval);
  rgm_pooling_by_from_nick (options->by, &pooling->by);
  pooling->level = options->level;
  pooling->knapp_hartung = options->knapp_hartung;
  pooling->leave_one_out = options->leave_one_out;

  return rgm_pooling_options_check (pooling, error);
}

/* An arm that is asked for by name must not be left out in silence. */
static gboolean
check_counts (RgmDataSet         *data_set,
              const char * const *arms,
              GError            **error)
{
  g_autoptr (GPtrArray) all = rgm_responses_collect (rgm_data_set_get_trials (data_set), arms, ENDPOINT,
                                                     RGM_RATE_CLOPPER_PEARSON, 0.95);

  for (guint i = 0; arms != NULL && arms[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < all->len && !found; j++)
        {
          const RgmResponse *response = g_ptr_array_index (all, j);

          found = g_str_equal (rgm_arm_get_id (response->arm), arms[i]) && rgm_response_has_counts (response);
        }
      if (!found)
        {
          g_set_error (error, RGM_ERROR, RGM_ERROR_CALL,
                       _("The arm “%s” can’t be pooled: its source has no count of responses and patients."), arms[i]);
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
  g_autoptr (GPtrArray) responses = NULL;
  g_autoptr (RgmPooling) pooling = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  RgmPoolingOptions how;

  if (!pooling_options (options, &how, &error) ||
      !rgm_responses_check_arms (rgm_data_set_get_trials (data_set), arms, &error) ||
      !check_counts (data_set, arms, &error))
    return rgm_cli_fail (error);

  selection = rgm_cli_select (options, data_set);
  if (selection == NULL)
    return RGM_CLI_BAD_CALL;

  responses = rgm_responses_collect (G_LIST_MODEL (selection), arms, ENDPOINT, how.interval, how.level);
  pooling = rgm_pooling_new (responses, &how);

  switch (options->format)
    {
    case RGM_CLI_JSON:
      text = rgm_pooling_to_json (pooling, ENDPOINT);
      break;
    case RGM_CLI_CSV:
      text = rgm_pooling_to_csv (pooling);
      break;
    case RGM_CLI_TEXT:
    default:
      text = rgm_pooling_to_text (pooling);
      break;
    }

  /* Nothing to pool is an answer and no fault, but a person should hear of it. */
  if (rgm_pooling_get_n_arms (pooling) == 0)
    rgm_cli_complain (_("No arm that matches has a count of responses and patients."));

  return rgm_cli_answer (text);
}
