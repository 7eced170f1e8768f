/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-pooling-options.h"

#include <glib/gi18n-lib.h>

#include "rgm-error.h"

/* Each list in the order of its enumeration. */
static const char * const models[] = { "glmm", "reml", "dl", "pm", "common" };
static const char * const intervals[] = { "clopper-pearson", "wilson", "agresti-coull", "jeffreys" };
static const char * const groupings[] = { "none", "class", "regimen" };

static gboolean
find (const char * const *nicks,
      guint               n,
      const char         *nick,
      guint              *value)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * rgm_pooling_options_check:
 * @self: options
 * @error: the return location for an error of %RGM_ERROR_CALL
 *
 * Looks whether the options go together: Knapp and Hartung's interval takes the spread
 * of the arms from an inverse variance model that has a tau².
 *
 * Returns: whether they do
 */
gboolean
rgm_pooling_options_check (const RgmPoolingOptions  *self,
                           GError                  **error)
{
  if (!self->knapp_hartung || (self->model != RGM_POOLING_GLMM && self->model != RGM_POOLING_COMMON))
    return TRUE;

  g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL,
                       _("Knapp and Hartung’s interval goes with the models reml, dl and pm only."));
  return FALSE;
}

/**
 * rgm_pooling_model_to_nick:
 * @model: a model
 *
 * Returns: its name in calls and answers: 'glmm'
 */
const char *
rgm_pooling_model_to_nick (RgmPoolingModel model)
{
  g_return_val_if_fail ((guint) model < G_N_ELEMENTS (models), NULL);

  return models[model];
}

/**
 * rgm_pooling_model_from_nick:
 * @nick: (nullable): a name
 * @model: (out): the model
 *
 * Returns: whether @nick names one
 */
gboolean
rgm_pooling_model_from_nick (const char   *nick,
                          RgmPoolingModel *model)
{
  guint value;

  if (!find (models, G_N_ELEMENTS (models), nick, &value))
    return FALSE;
  *model = (RgmPoolingModel) value;

  return TRUE;
}

/**
 * rgm_rate_interval_to_nick:
 * @interval: a kind of interval
 *
 * Returns: its name in calls and answers: 'clopper-pearson'
 */
const char *
rgm_rate_interval_to_nick (RgmRateInterval interval)
{
  g_return_val_if_fail ((guint) interval < G_N_ELEMENTS (intervals), NULL);

  return intervals[interval];
}

/**
 * rgm_rate_interval_from_nick:
 * @nick: (nullable): a name
 * @interval: (out): the kind
 *
 * Returns: whether @nick names one
 */
gboolean
rgm_rate_interval_from_nick (const char          *nick,
                                 RgmRateInterval *interval)
{
  guint value;

  if (!find (intervals, G_N_ELEMENTS (intervals), nick, &value))
    return FALSE;
  *interval = (RgmRateInterval) value;

  return TRUE;
}

/**
 * rgm_pooling_by_from_nick:
 * @nick: (nullable): a name: 'none', 'class' or 'regimen'
 * @by: (out): the grouping
 *
 * Returns: whether @nick names one
 */
gboolean
rgm_pooling_by_from_nick (const char   *nick,
                          RgmPoolingBy *by)
{
  guint value;

  if (!find (groupings, G_N_ELEMENTS (groupings), nick, &value))
    return FALSE;
  *by = (RgmPoolingBy) value;

  return TRUE;
}
