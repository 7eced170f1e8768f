/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-class-series.h"

/**
 * rgm_class_series:
 * @data_set: a data set
 * @class_id: (nullable): the id of a class, or %NULL for none or several
 *
 * Returns: the colour and shape that the data set asks for the class
 */
RgmSeries
rgm_class_series (RgmDataSet *data_set,
                  const char *class_id)
{
  const RgmClass *class = NULL;
  RgmSeries series = RGM_SERIES_GREY_CROSS;

  if (data_set != NULL && class_id != NULL)
    class = rgm_data_set_find_class (data_set, class_id);
  if (class == NULL || class->mark == NULL || !rgm_series_from_shape_name (class->mark, &series))
    return RGM_SERIES_GREY_CROSS;

  return series;
}

/**
 * rgm_trial_series:
 * @data_set: a data set
 * @trial: one of its trials
 *
 * Returns: the colour and shape of the trial's class; those of a mixture where it has several
 */
RgmSeries
rgm_trial_series (RgmDataSet *data_set,
                  RgmTrial   *trial)
{
  char **classes = trial->classes;

  return rgm_class_series (data_set, g_strv_length (classes) == 1 ? classes[0] : NULL);
}
