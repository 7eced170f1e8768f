/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-pooling-answer.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-number-remarks.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

typedef enum
{
  VALUE_COUNT,    /* gsize */
  VALUE_INTEGER,  /* gint64 */
  VALUE_NUMBER,   /* double, NAN where absent */
  VALUE_FLAG,     /* gboolean */
} ValueKind;

/* The values of a pooled rate, for programs: @object is the object of the JSON answer that
 * a value is in, if it is in one, @key its name there, and @column its name in CSV. */
static const struct
{
  const char *object;
  const char *key;
  const char *column;
  ValueKind   kind;
  gsize       offset;
} values[] = {
#define VALUE(object, key, column, kind, field) { object, key, column, kind, G_STRUCT_OFFSET (RgmPooledRate, field) }
  VALUE (NULL, "k", "k", VALUE_COUNT, k),
  VALUE (NULL, "responders", "responders", VALUE_INTEGER, responders),
  VALUE (NULL, "n", "n", VALUE_INTEGER, patients),
  VALUE (NULL, "estimate", "estimate", VALUE_NUMBER, estimate),
  VALUE (NULL, "lower", "lower", VALUE_NUMBER, lower),
  VALUE (NULL, "upper", "upper", VALUE_NUMBER, upper),
  VALUE ("logit", "estimate", "logit", VALUE_NUMBER, logit),
  VALUE ("logit", "se", "se", VALUE_NUMBER, se),
  VALUE ("tau2", "value", "tau2", VALUE_NUMBER, tau2),
  VALUE ("tau2", "lower", "tau2_lower", VALUE_NUMBER, tau2_lower),
  VALUE ("tau2", "upper", "tau2_upper", VALUE_NUMBER, tau2_upper),
  VALUE ("tau2", "empty", "tau2_empty", VALUE_FLAG, tau2_is_empty),
  VALUE ("tau2", "outside", "tau2_outside", VALUE_FLAG, tau2_is_outside),
  VALUE (NULL, "i2", "i2", VALUE_NUMBER, i2),
  VALUE (NULL, "i2_q", "i2_q", VALUE_NUMBER, i2_q),
  VALUE ("q", "value", "q", VALUE_NUMBER, q),
  VALUE ("q", "df", "df", VALUE_COUNT, df),
  VALUE ("q", "p", "p", VALUE_NUMBER, p),
  VALUE ("prediction", "lower", "prediction_lower", VALUE_NUMBER, prediction_lower),
  VALUE ("prediction", "upper", "prediction_upper", VALUE_NUMBER, prediction_upper),
#undef VALUE
};

/* The conflicts and cautions that an arm's rate carries; NULL without any. */
char *
rgm_response_text_remarks (const RgmResponse *response)
{
  static const char * const endpoints[] = { RGM_ENDPOINT_ORR, NULL };

  return rgm_number_remarks_text (response->trial, response->arm, endpoints);
}

/* NAN where absent. */
static double
get_value (const RgmPooledRate *rate,
           guint                index)
{
  gconstpointer field = (const char *) rate + values[index].offset;

  switch (values[index].kind)
    {
    case VALUE_COUNT:
      return (double) *(const gsize *) field;
    case VALUE_INTEGER:
      return (double) *(const gint64 *) field;
    case VALUE_FLAG:
      return *(const gboolean *) field;
    case VALUE_NUMBER:
    default:
      return *(const double *) field;
    }
}

static char *
make_reason (const RgmPooledRate *rate)
{
  g_auto (GStrv) sentences = rgm_pooled_rate_get_reasons (rate);

  return sentences[0] != NULL ? g_strjoinv (" ", sentences) : NULL;
}

/* The method with a definition of the two I², of which people are shown only one. */
static char *
make_method (const RgmPooling *pooling)
{
  const char *method = rgm_pooling_get_method (pooling);

  if (method == NULL || !rgm_pooled_rate_is_pooled (rgm_pooling_get_overall (pooling)))
    return g_strdup (method);

  return g_strconcat (method, " ",
                      rgm_pooling_get_options (pooling)->model == RGM_POOLING_COMMON
                        ? _("Both i2 and i2_q are I² derived from Q.")
                        : _("Here i2 is the share of τ² in the variance of a typical arm’s logit, and i2_q is I² derived from Q."),
                      NULL);
}

/* ── JSON ────────────────────────────────────────────────────────────────────── */

static void
write_rate (RgmJsonWriter       *writer,
            const RgmPooledRate *rate)
{
  g_autofree char *reason = make_reason (rate);
  const char *object = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (object != NULL && g_strcmp0 (object, values[i].object) != 0)
        rgm_json_writer_end_object (writer);
      if (values[i].object != NULL && g_strcmp0 (object, values[i].object) != 0)
        rgm_json_writer_open_object (writer, values[i].object);
      object = values[i].object;

      if (values[i].kind == VALUE_FLAG)
        rgm_json_writer_add_boolean (writer, values[i].key, get_value (rate, i) != 0.0);
      else if (values[i].kind == VALUE_NUMBER)
        rgm_json_writer_add_number (writer, values[i].key, get_value (rate, i));
      else
        rgm_json_writer_add_count (writer, values[i].key, (gint64) get_value (rate, i));
    }
  if (object != NULL)
    rgm_json_writer_end_object (writer);

  rgm_json_writer_add_string (writer, "reason", reason);
}

static void
write_groups (RgmJsonWriter    *writer,
              const RgmPooling *pooling)
{
  const RgmPooledBetween *between = rgm_pooling_get_between (pooling);

  rgm_json_writer_open_array (writer, "groups");
  for (guint g = 0; g < rgm_pooling_get_n_groups (pooling); g++)
    {
      const RgmPoolingGroup *group = rgm_pooling_get_group (pooling, g);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "group", group->key);
      write_rate (writer, &group->rate);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);

  rgm_json_writer_name (writer, "between");
  if (between == NULL)
    {
      rgm_json_writer_null (writer);
      return;
    }
  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_number (writer, "q", between->q);
  rgm_json_writer_add_number (writer, "df", between->why_not == NULL ? (double) between->df : NAN);
  rgm_json_writer_add_number (writer, "p", between->p);
  rgm_json_writer_add_string (writer, "reason", between->why_not);
  rgm_json_writer_end_object (writer);
}

static void
write_arms (RgmJsonWriter    *writer,
            const RgmPooling *pooling)
{
  rgm_json_writer_open_array (writer, "arms");
  for (guint i = 0; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);
      g_autofree char *remarks = rgm_response_text_remarks (response);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "id", response->arm->id);
      rgm_json_writer_add_string (writer, "label", response->arm->label);
      rgm_json_writer_add_count (writer, "responders", response->responders);
      rgm_json_writer_add_count (writer, "n", response->analysed);
      rgm_json_writer_add_number (writer, "estimate", response->estimate);
      rgm_json_writer_add_number (writer, "lower", response->lower);
      rgm_json_writer_add_number (writer, "upper", response->upper);
      rgm_json_writer_add_number (writer, "weight", rgm_pooling_get_weight (pooling, i));
      rgm_json_writer_add_string (writer, "remarks", remarks);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

static void
write_leave_one_out (RgmJsonWriter    *writer,
                     const RgmPooling *pooling)
{
  rgm_json_writer_name (writer, "leave_one_out");
  if (!rgm_pooling_get_options (pooling)->leave_one_out)
    {
      rgm_json_writer_null (writer);
      return;
    }

  rgm_json_writer_begin_array (writer);
  for (guint i = 0; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmPooledRate *rate = rgm_pooling_get_leave_one_out (pooling, i);
      g_autofree char *reason = make_reason (rate);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "omitted", rgm_pooling_get_response (pooling, i)->arm->id);
      rgm_json_writer_add_number (writer, "estimate", rate->estimate);
      rgm_json_writer_add_number (writer, "lower", rate->lower);
      rgm_json_writer_add_number (writer, "upper", rate->upper);
      rgm_json_writer_add_number (writer, "tau2", rate->tau2);
      rgm_json_writer_add_number (writer, "i2", rate->i2);
      rgm_json_writer_add_string (writer, "reason", reason);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

/**
 * rgm_pooling_write_json:
 * @pooling: a pooling
 * @endpoint: the id of its endpoint
 * @writer: where a value may be written
 *
 * Writes all of it, rates as proportions, an absent number as null with its reason.
 */
void
rgm_pooling_write_json (const RgmPooling *pooling,
                        const char       *endpoint,
                        RgmJsonWriter    *writer)
{
  const RgmPoolingOptions *options = rgm_pooling_get_options (pooling);
  g_autofree char *method = make_method (pooling);

  rgm_json_writer_begin_object (writer);
  rgm_json_writer_add_string (writer, "endpoint", endpoint);
  rgm_json_writer_add_string (writer, "model", rgm_enum_get_nick (RGM_TYPE_POOLING_MODEL, (int) options->model));
  rgm_json_writer_add_string (writer, "interval", rgm_enum_get_nick (RGM_TYPE_RATE_INTERVAL, (int) options->interval));
  rgm_json_writer_add_number (writer, "level", options->level);
  rgm_json_writer_add_string (writer, "method", method);
  rgm_json_writer_add_string (writer, "caveat", rgm_pooling_get_caveat (pooling));
  rgm_json_writer_open_object (writer, "overall");
  write_rate (writer, rgm_pooling_get_overall (pooling));
  rgm_json_writer_end_object (writer);
  write_groups (writer, pooling);
  write_arms (writer, pooling);
  write_leave_one_out (writer, pooling);
  rgm_json_writer_end_object (writer);
}

/* ── CSV ─────────────────────────────────────────────────────────────────────── */

/* Columns have the same names in every locale: another program reads them. */
enum { KIND, MODEL, ID, LABEL, FIRST_VALUE, WEIGHT = FIRST_VALUE + G_N_ELEMENTS (values), REASON, REMARKS };

static guint
add_row (RgmTable         *table,
         const RgmPooling *pooling,
         const char       *kind,
         const char       *id,
         const char       *label)
{
  guint row = rgm_table_add_row (table, id);

  rgm_table_set_text (table, row, KIND, kind);
  rgm_table_set_text (table, row, MODEL, rgm_enum_get_nick (RGM_TYPE_POOLING_MODEL, (int) rgm_pooling_get_options (pooling)->model));
  rgm_table_set_text (table, row, ID, id);
  rgm_table_set_text (table, row, LABEL, label);

  return row;
}

static void
set_number (RgmTable   *table,
            guint       row,
            const char *name,
            double      number)
{
  guint column = FIRST_VALUE;

  while (!g_str_equal (rgm_table_get_column_id (table, column), name))
    column++;
  if (!isnan (number))
    rgm_table_set_number (table, row, column, number, NULL);
}

static void
set_rate (RgmTable            *table,
          guint                row,
          const RgmPooledRate *rate)
{
  g_autofree char *reason = make_reason (rate);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].kind == VALUE_FLAG)
      rgm_table_set_text (table, row, FIRST_VALUE + i, get_value (rate, i) != 0.0 ? "true" : "false");
    else if (!isnan (get_value (rate, i)))
      rgm_table_set_number (table, row, FIRST_VALUE + i, get_value (rate, i), NULL);
  rgm_table_set_text (table, row, REASON, reason);
}

static void
add_arms (RgmTable         *table,
          const RgmPooling *pooling)
{
  for (guint i = 0; i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);
      g_autofree char *label = rgm_value_text_arm (response->trial, response->arm);
      g_autofree char *remarks = rgm_response_text_remarks (response);
      guint row = add_row (table, pooling, "arm", response->arm->id, label);

      set_number (table, row, "responders", (double) response->responders);
      set_number (table, row, "n", (double) response->analysed);
      set_number (table, row, "estimate", response->estimate);
      set_number (table, row, "lower", response->lower);
      set_number (table, row, "upper", response->upper);
      set_number (table, row, "weight", rgm_pooling_get_weight (pooling, i));
      rgm_table_set_text (table, row, REASON, response->why_not);
      rgm_table_set_text (table, row, REMARKS, remarks);
    }
}

static void
add_pooling (RgmTable         *table,
             const RgmPooling *pooling)
{
  const RgmPooledBetween *between = rgm_pooling_get_between (pooling);
  g_autofree char *method = make_method (pooling);

  add_arms (table, pooling);
  for (guint g = 0; g < rgm_pooling_get_n_groups (pooling); g++)
    {
      const RgmPoolingGroup *group = rgm_pooling_get_group (pooling, g);

      set_rate (table, add_row (table, pooling, "group", group->key, group->label), &group->rate);
    }
  set_rate (table, add_row (table, pooling, "overall", "", ""), rgm_pooling_get_overall (pooling));

  if (between != NULL)
    {
      guint row = add_row (table, pooling, "between", "", between->why_not == NULL ? between->note : "");

      set_number (table, row, "q", between->q);
      set_number (table, row, "df", between->why_not == NULL ? (double) between->df : NAN);
      set_number (table, row, "p", between->p);
      rgm_table_set_text (table, row, REASON, between->why_not);
    }
  for (guint i = 0; rgm_pooling_get_options (pooling)->leave_one_out && i < rgm_pooling_get_n_arms (pooling); i++)
    {
      const RgmResponse *response = rgm_pooling_get_response (pooling, i);
      g_autofree char *label = rgm_value_text_arm (response->trial, response->arm);

      set_rate (table, add_row (table, pooling, "without", response->arm->id, label),
                rgm_pooling_get_leave_one_out (pooling, i));
    }

  if (method != NULL)
    add_row (table, pooling, "method", "", method);
  if (rgm_pooling_get_caveat (pooling) != NULL)
    add_row (table, pooling, "caveat", "", rgm_pooling_get_caveat (pooling));
}

/**
 * rgm_poolings_to_table:
 * @poolings: (element-type RgmPooling): poolings
 *
 * Returns: (transfer full): all of them, for CSV: a row for each arm, for each group, for the whole, for the test between
 *   groups and for all but each arm, which the first column names; the method and the caveat are rows too, so that they go
 *   where the numbers go
 */
RgmTable *
rgm_poolings_to_table (GPtrArray *poolings)
{
  static const char * const names[] = { "kind", "model", "id", "label" };
  RgmTable *table = rgm_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    rgm_table_add_column (table, names[i], names[i], RGM_COLUMN_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    rgm_table_add_column (table, values[i].column, values[i].column,
                          values[i].kind == VALUE_FLAG ? RGM_COLUMN_TEXT : RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "weight", "weight", RGM_COLUMN_NUMBER);
  rgm_table_add_column (table, "reason", "reason", RGM_COLUMN_TEXT);
  rgm_table_add_column (table, "remarks", "remarks", RGM_COLUMN_TEXT);

  for (guint i = 0; i < poolings->len; i++)
    add_pooling (table, g_ptr_array_index (poolings, i));

  return table;
}
