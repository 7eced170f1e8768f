/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-pooling-answer.h"

#include <math.h>

#include "rgm-json-writer.h"

static void
add_number (RgmJsonWriter *writer,
            const char    *name,
            double         number)
{
  rgm_json_writer_name (writer, name);
  if (isnan (number))
    rgm_json_writer_null (writer);
  else
    rgm_json_writer_double (writer, number);
}

static void
add_count (RgmJsonWriter *writer,
           const char    *name,
           gint64         count)
{
  rgm_json_writer_name (writer, name);
  rgm_json_writer_int (writer, count);
}

static void
add_words (RgmJsonWriter *writer,
           const char    *name,
           const char    *words)
{
  rgm_json_writer_name (writer, name);
  if (words == NULL)
    rgm_json_writer_null (writer);
  else
    rgm_json_writer_string (writer, words);
}

static void
add_estimate (RgmJsonWriter *writer,
              double         estimate,
              double         lower,
              double         upper)
{
  add_number (writer, "estimate", estimate);
  add_number (writer, "lower", lower);
  add_number (writer, "upper", upper);
}

static void
begin_object (RgmJsonWriter *writer,
              const char    *name)
{
  rgm_json_writer_name (writer, name);
  rgm_json_writer_begin_object (writer);
}

static void
add_rate (RgmJsonWriter       *writer,
          const RgmPooledRate *rate)
{
  add_count (writer, "k", (gint64) rate->k);
  add_count (writer, "responders", rate->responders);
  add_count (writer, "n", rate->patients);
  add_estimate (writer, rate->estimate, rate->lower, rate->upper);

  begin_object (writer, "logit");
  add_number (writer, "estimate", rate->logit);
  add_number (writer, "se", rate->se);
  rgm_json_writer_end_object (writer);

  begin_object (writer, "tau2");
  add_number (writer, "value", rate->tau2);
  add_number (writer, "lower", rate->tau2_lower);
  add_number (writer, "upper", rate->tau2_upper);
  rgm_json_writer_end_object (writer);

  add_number (writer, "i2", rate->i2);

  begin_object (writer, "q");
  add_number (writer, "value", rate->q);
  add_count (writer, "df", (gint64) rate->df);
  add_number (writer, "p", rate->p);
  rgm_json_writer_end_object (writer);

  begin_object (writer, "prediction");
  add_number (writer, "lower", rate->prediction_lower);
  add_number (writer, "upper", rate->prediction_upper);
  rgm_json_writer_end_object (writer);
}

static void
add_groups (RgmJsonWriter    *writer,
            const RgmPooling *pooling)
{
  const RgmPooledBetween *between = rgm_pooling_get_between (pooling);

  rgm_json_writer_name (writer, "groups");
  rgm_json_writer_begin_array (writer);
  for (guint g = 0; g < rgm_pooling_get_n_groups (pooling); g++)
    {
      const RgmPoolingGroup *group = rgm_pooling_get_group (pooling, g);

      rgm_json_writer_begin_object (writer);
      add_words (writer, "group", group->key);
      add_rate (writer, &group->rate);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);

  if (between == NULL)
    {
      add_words (writer, "between", NULL);
      return;
    }
  begin_object (writer, "between");
  add_number (writer, "q", between->q);
  add_count (writer, "df", (gint64) between->df);
  add_number (writer, "p", between->p);
  rgm_json_writer_end_object (writer);
}

static void
add_arms (RgmJsonWriter    *writer,
          const RgmPooling *pooling)
{
  rgm_json_writer_name (writer, "arms");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);

      rgm_json_writer_begin_object (writer);
      add_words (writer, "id", rgm_arm_get_id (response->arm));
      add_words (writer, "label", rgm_arm_get_label (response->arm));
      add_count (writer, "responders", response->responders);
      add_count (writer, "n", response->analysed);
      add_estimate (writer, response->estimate, response->lower, response->upper);
      add_number (writer, "weight", rgm_pooling_get_weight (pooling, i));
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

static void
add_leave_one_out (RgmJsonWriter    *writer,
                   const RgmPooling *pooling)
{
  if (!rgm_pooling_get_options (pooling)->leave_one_out)
    {
      add_words (writer, "leave_one_out", NULL);
      return;
    }

  rgm_json_writer_name (writer, "leave_one_out");
  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmPooledRate *rate = rgm_pooling_get_leave_one_out (pooling, i);

      rgm_json_writer_begin_object (writer);
      add_words (writer, "omitted", rgm_arm_get_id (rgm_pooling_get_response (pooling, i)->arm));
      add_estimate (writer, rate->estimate, rate->lower, rate->upper);
      add_number (writer, "tau2", rate->tau2);
      add_number (writer, "i2", rate->i2);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

/**
 * rgm_pooling_to_json:
 * @pooling: a pooling
 * @endpoint: the id of its endpoint
 *
 * Returns: (transfer full): all of it as JSON, rates as proportions, an absent number as
 *   null
 */
char *
rgm_pooling_to_json (const RgmPooling *pooling,
                     const char       *endpoint)
{
  g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();
  const RgmPoolingOptions *options = rgm_pooling_get_options (pooling);

  rgm_json_writer_begin_object (writer);
  add_words (writer, "endpoint", endpoint);
  add_words (writer, "model", rgm_pooling_model_to_nick (options->model));
  add_words (writer, "interval", rgm_rate_interval_to_nick (options->interval));
  add_number (writer, "level", options->level);
  add_words (writer, "method", rgm_pooling_get_method (pooling));
  add_words (writer, "caveat", rgm_pooling_get_caveat (pooling));
  begin_object (writer, "overall");
  add_rate (writer, rgm_pooling_get_overall (pooling));
  rgm_json_writer_end_object (writer);
  add_groups (writer, pooling);
  add_arms (writer, pooling);
  add_leave_one_out (writer, pooling);
  rgm_json_writer_end_object (writer);

  return rgm_json_writer_finish (writer);
}
