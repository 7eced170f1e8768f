/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-pooling-answer.h"

#include <math.h>

#include "rgm-table.h"

/* Columns have the same names in every locale: another program reads them. */
enum
{
  KIND, ID, LABEL, K, RESPONDERS, N, ESTIMATE, LOWER, UPPER, WEIGHT, LOGIT, SE, TAU2, TAU2_LOWER, TAU2_UPPER,
  I2, Q, DF, P, PREDICTION_LOWER, PREDICTION_UPPER,
};

static const char * const names[] = {
  "kind", "id", "label", "k", "responders", "n", "estimate", "lower", "upper", "weight", "logit", "se",
  "tau2", "tau2_lower", "tau2_upper", "i2", "q", "df", "p", "prediction_lower", "prediction_upper",
};

static guint
add_row (RgmTable   *table,
         const char *kind,
         const char *id,
         const char *label)
{
  guint row = rgm_table_add_row (table, id);

  rgm_table_set_text (table, row, KIND, kind);
  rgm_table_set_text (table, row, ID, id);
  rgm_table_set_text (table, row, LABEL, label);

  return row;
}

static void
set_number (RgmTable *table,
            guint     row,
            guint     column,
            double    number)
{
  if (!isnan (number))
    rgm_table_set_number (table, row, column, number, NULL);
}

static void
set_rate (RgmTable            *table,
          guint                row,
          const RgmPooledRate *rate)
{
  const double numbers[] = {
    [K] = (double) rate->k, [RESPONDERS] = (double) rate->responders, [N] = (double) rate->patients,
    [ESTIMATE] = rate->estimate, [LOWER] = rate->lower, [UPPER] = rate->upper, [WEIGHT] = NAN,
    [LOGIT] = rate->logit, [SE] = rate->se,
    [TAU2] = rate->tau2, [TAU2_LOWER] = rate->tau2_lower, [TAU2_UPPER] = rate->tau2_upper,
    [I2] = rate->i2, [Q] = rate->q, [DF] = (double) rate->df, [P] = rate->p,
    [PREDICTION_LOWER] = rate->prediction_lower, [PREDICTION_UPPER] = rate->prediction_upper,
  };

  for (guint column = K; column < G_N_ELEMENTS (numbers); column++)
    set_number (table, row, column, numbers[column]);
}

static void
add_arms (RgmTable         *table,
          const RgmPooling *pooling)
{
  for (guint i = 0; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);
      guint row = add_row (table, "arm", rgm_arm_get_id (response->arm), rgm_arm_get_label (response->arm));

      set_number (table, row, RESPONDERS, (double) response->responders);
      set_number (table, row, N, (double) response->analysed);
      set_number (table, row, ESTIMATE, response->estimate);
      set_number (table, row, LOWER, response->lower);
      set_number (table, row, UPPER, response->upper);
      set_number (table, row, WEIGHT, rgm_pooling_get_weight (pooling, i));
    }
}

/**
 * rgm_pooling_to_csv:
 * @pooling: a pooling
 *
 * Returns: (transfer full): all of it as CSV, a row for each arm, group, estimate without
 *   an arm, and for the whole, told apart by the first column; the method and the caveat
 *   are rows too, so that they go where the numbers go
 */
char *
rgm_pooling_to_csv (const RgmPooling *pooling)
{
  g_autoptr (RgmTable) table = rgm_table_new ();
  const RgmPooledBetween *between = rgm_pooling_get_between (pooling);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    rgm_table_add_column (table, names[i], names[i], i <= LABEL ? RGM_COLUMN_TEXT : RGM_COLUMN_NUMBER);

  add_arms (table, pooling);
  for (guint g = 0; g < rgm_pooling_get_n_groups (pooling); g++)
    {
      const RgmPoolingGroup *group = rgm_pooling_get_group (pooling, g);

      set_rate (table, add_row (table, "group", group->key, group->label), &group->rate);
    }
  set_rate (table, add_row (table, "overall", "", ""), rgm_pooling_get_overall (pooling));

  if (between != NULL)
    {
      guint row = add_row (table, "between", "", between->note);

      set_number (table, row, Q, between->q);
      set_number (table, row, DF, (double) between->df);
      set_number (table, row, P, between->p);
    }
  for (guint i = 0; rgm_pooling_get_options (pooling)->leave_one_out && i < rgm_pooling_get_n_arms (pooling); i++)
    {
      RgmArm *arm = rgm_pooling_get_response (pooling, i)->arm;

      set_rate (table, add_row (table, "without", rgm_arm_get_id (arm), rgm_arm_get_label (arm)),
                rgm_pooling_get_leave_one_out (pooling, i));
    }

  add_row (table, "method", "", rgm_pooling_get_method (pooling));
  if (rgm_pooling_get_caveat (pooling) != NULL)
    add_row (table, "caveat", "", rgm_pooling_get_caveat (pooling));

  return rgm_table_to_csv (table);
}
